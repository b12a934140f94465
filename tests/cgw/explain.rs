//! `cgw response --explain`.

use super::*;

const HIDDEN: &str = "CAISsecretToken";
const VARIABLES: [(&str, &str); 2] = [(ID, "testid"), (TOKEN, HIDDEN)];
const SENT: [&str; 11] = [
    "--region",
    "cn-shanghai",
    "--ip",
    "101.12.0.12",
    "--client-token",
    "t",
    "--nonce",
    "n",
    "--timestamp",
    "2024-01-02T03:04:05Z",
    "--sign",
];

fn explain(signature: &str, more: &[&str], body: &str) -> Run {
    let arguments = ["response", "--status", "400", "--explain"];
    let arguments = [&arguments, SENT.as_slice(), &[signature], more].concat();
    run_with(&VARIABLES, &arguments, body.as_bytes())
}

/// What the service signed of a request, as the tool signs it.
fn echo(more: &[&str]) -> String {
    let arguments = [["request"].as_slice(), &SENT, &["rpc"], more].concat();
    let variables = [VARIABLES.as_slice(), &[(SECRET, "s")]].concat();
    let request = run_with(&variables, &arguments, b"");
    assert_eq!(request.code, 0, "{}", request.stderr);
    let line = request.stdout.lines().next().unwrap();
    let (method, url) = line.split_once(' ').unwrap();
    let query = url.split_once('?').unwrap().1.rsplit_once("&Signature=").unwrap().0;
    let encoded = query.replace('%', "%25").replace('&', "%26").replace('=', "%3D");
    let message = format!("server string to sign is:{method}&%2F&{encoded}");
    json!({ "Code": "SignatureDoesNotMatch", "Message": message }).to_string()
}

fn mismatch(run: &Run) -> &str {
    assert_eq!((run.code, run.stderr.as_str()), (3, ""));
    assert!(run.stdout.starts_with("failed with status 400\n"), "{}", run.stdout);
    assert!(!run.stdout.contains(HIDDEN), "{}", run.stdout);
    run.stdout.lines().last().unwrap().strip_prefix("  mismatch: ").unwrap()
}

#[test]
fn of_what_was_sent() {
    let same = explain("rpc", &[], &echo(&[]));
    assert!(mismatch(&same).starts_with("the service signed the same text"), "{}", same.stdout);
    let other = explain("rpc", &["--name", "Gateway"], &echo(&["--name", "Gateway2"]));
    assert_eq!(
        mismatch(&other),
        r#"Name was signed as "Gateway", but the service read "Gateway2""#,
    );
    let format = explain("rpc", &[], &echo(&["--format", "xml"]));
    assert_eq!(mismatch(&format), r#"Format was signed as "JSON", but the service read "XML""#);
    let nothing = "the response shows nothing of what the service signed";
    for signature in ["rpc", "acs3"] {
        let none = explain(signature, &[], r#"{"Code":"SignatureDoesNotMatch"}"#);
        assert_eq!(mismatch(&none), nothing);
    }
}

#[test]
fn of_acs3() {
    let canonical = "GET\n/\n\nhost:vpc.aliyuncs.com\n\nhost\ne3";
    let message = format!("server CanonicalRequest is [{canonical}]");
    let body = json!({ "Code": "SignatureDoesNotMatch", "Message": message }).to_string();
    let differs = explain("acs3", &[], &body);
    assert!(mismatch(&differs).starts_with("ClientToken was signed as"), "{}", differs.stdout);
}

/// What the request was made with has to be known.
#[test]
fn without_the_options_of_the_request() {
    let body = echo(&[]);
    let arguments = ["response", "--status", "400", "--explain", "--sign", "rpc"];
    let refused = run_with(&VARIABLES, &arguments, body.as_bytes());
    assert_eq!(refused.code, 2);
    for (name, option) in [
        ("RegionId", "region"),
        ("IpAddress", "ip"),
        ("SignatureNonce", "nonce"),
        ("Timestamp", "timestamp"),
    ] {
        let sentence =
            format!("error: {name} is missing: every request has one; give it with --{option}\n");
        assert!(refused.stderr.contains(&sentence), "{}", refused.stderr);
    }
    // The response is told all the same.
    assert!(refused.stdout.contains("Code: SignatureDoesNotMatch"), "{}", refused.stdout);
    let usage = run_with(&VARIABLES, &["response", "--status", "400", "--explain"], b"");
    assert_eq!((usage.code, usage.stdout.as_str()), (2, ""));
}
