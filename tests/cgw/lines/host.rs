//! `host`.

use super::*;

#[test]
fn of_a_region() {
    assert_lines(&[
        (r#"{"op":"host","region":"cn-shanghai"}"#, r#"{"host":"vpc.cn-shanghai.aliyuncs.com"}"#),
        (
            r#"{"op":"host","region":"cn-shanghai","network":"public","host":null}"#,
            r#"{"host":"vpc.cn-shanghai.aliyuncs.com"}"#,
        ),
        (
            r#"{"op":"host","region":"cn-shanghai","network":"vpc"}"#,
            r#"{"host":"vpc-vpc.cn-shanghai.aliyuncs.com"}"#,
        ),
        (
            r#"{"op":"host","region":"cn_shanghai"}"#,
            r#"{"error":{"parameter":"RegionId","sentence":"no host has '_' at byte 2 of RegionId: use lower-case letters and digits with '-' between, as in cn-shanghai","code":null}}"#,
        ),
    ]);
}

#[test]
fn that_is_checked() {
    assert_lines(&[
        (r#"{"op":"host","host":"vpc.aliyuncs.com"}"#, r#"{"host":"vpc.aliyuncs.com"}"#),
        (r#"{"op":"host","host":"127.0.0.1:8080"}"#, r#"{"host":"127.0.0.1:8080"}"#),
        (
            r#"{"op":"host","host":"VPC.aliyuncs.com"}"#,
            r#"{"error":{"parameter":"Host","sentence":"upper-case 'V' at byte 0 of Host: write it in lower case, as HTTP clients do, because the host is signed","code":null}}"#,
        ),
    ]);
    for host in [
        "https:vpc.aliyuncs.com",
        ":",
        "vpc.aliyuncs.com:99999",
        "vpc.aliyuncs.com:443",
        "[::1]",
        "a_b",
    ] {
        let line = json!({ "op": "host", "host": host }).to_string();
        let output: Value = serde_json::from_str(&lines(line.as_bytes())[0]).unwrap();
        assert_eq!(output["error"]["parameter"], "Host", "{host}: {output}");
    }
}

#[test]
fn of_neither_or_both() {
    let error = |sentence: &str| {
        json!({ "error": { "parameter": null, "sentence": sentence, "code": null } }).to_string()
    };
    assert_lines(&[
        (r#"{"op":"host"}"#, &error(r#""region" or "host" is missing"#)),
        (
            r#"{"op":"host","region":"r","host":"h"}"#,
            &error(r#""region" and "host" are both given: leave one out"#),
        ),
        (
            r#"{"op":"host","host":"h","network":"vpc"}"#,
            &error(r#""network" goes with "region": leave it out"#),
        ),
        (
            r#"{"op":"host","region":"r","network":"VPC"}"#,
            &error(r#"unknown network "VPC": it is public or vpc"#),
        ),
    ]);
}
