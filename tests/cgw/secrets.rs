//! No report of the tool tells a secret: the secret key is told nowhere, the token of temporary
//! credentials and the key of BGP only in what is sent.

use super::*;

const KEY: &str = "kEyThatNobodyMaySee";
const TOKEN_TEXT: &str = "CAISu2V0dG9rZW4tdGV4dA";
const AUTH_KEY: &str = "bGpAssw0rd";

/// Whether six characters in a row are those of a secret.
fn assert_no_leak(output: &str, input: &str) {
    for secret in [KEY, TOKEN_TEXT, AUTH_KEY] {
        for part in secret.as_bytes().windows(6) {
            let part = str::from_utf8(part).unwrap();
            assert!(!output.contains(part), "{part} of {secret}\nin  {output}\nfor {input}");
        }
    }
}

/// The bodies of failures that echo secrets.
fn echoes() -> Vec<String> {
    let encoded = |secret: &str| {
        format!(
            "GET&%2F&AccessKeyId%3Dtestid%26Action%3DCreateCustomerGateway%26AuthKey%3D{AUTH_KEY}\
             %26SecurityToken%3D{secret}%26Timestamp%3D2024-01-02T03%253A04%253A05Z",
        )
    };
    let canonical = format!(
        "POST\n/\nAuthKey={AUTH_KEY}&RegionId=r\nhost:h\nx-acs-action:A\n\
         x-acs-security-token:{TOKEN_TEXT}\n\nhost;x-acs-action;x-acs-security-token\n\
         e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
    let messages = [
        ("SignatureDoesNotMatch", format!("server string to sign is:{}", encoded(TOKEN_TEXT))),
        (
            "IncompleteSignature",
            format!("server StringToSign is [{}]", encoded(&format!("x%252B{TOKEN_TEXT}"))),
        ),
        (
            "SignatureDoesNotMatch",
            format!("server StringToSign is [ACS3] server CanonicalRequest is [{canonical}]"),
        ),
        (
            "InvalidAuthkey.Malformed",
            format!("The specified BGP authentication key ({AUTH_KEY}) is malformed."),
        ),
    ];
    let mut bodies = Vec::new();
    for (code, message) in messages {
        bodies.push(json!({ "Code": code, "Message": message, "RequestId": "1" }).to_string());
        bodies.push(json!({ "RequestId": "1", "Message": message, "Code": code }).to_string());
        let message = message.replace('&', "&amp;");
        bodies.push(format!("<Error><Code>{code}</Code><Message>{message}</Message></Error>"));
    }
    bodies
}

/// Cut off anywhere as well.
#[test]
fn of_responses_and_explanations() {
    let parameters = json!({
        "AccessKeyId": "testid", "Action": "CreateCustomerGateway", "AuthKey": AUTH_KEY,
        "SecurityToken": TOKEN_TEXT, "Timestamp": "2024-01-02T03:04:06Z",
    });
    let headers = json!({
        "host": "h", "x-acs-action": "B", "x-acs-security-token": TOKEN_TEXT,
    });
    let mut input = Vec::new();
    for body in echoes() {
        for end in (0..=body.len()).rev().step_by(3) {
            let body = &body[..end];
            input.push(json!({ "op": "response", "status": 400, "body": body }).to_string());
            let rpc = json!({
                "op": "explain", "signature": "rpc", "method": "GET", "parameters": parameters,
                "status": 400, "body": body,
            });
            input.push(rpc.to_string());
            let acs3 = json!({
                "op": "explain", "signature": "acs3", "method": "POST", "headers": headers,
                "query": { "AuthKey": AUTH_KEY }, "status": 400, "body": body,
            });
            input.push(acs3.to_string());
        }
    }
    let run = run_with(&[], &["lines"], input.join("\n").as_bytes());
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert_eq!(run.stdout.lines().count(), input.len());
    for (output, input) in run.stdout.lines().zip(&input) {
        assert_no_leak(output, input);
    }
    for body in echoes() {
        let shown = run_with(&[], &["response", "--status", "400"], body.as_bytes());
        assert_eq!(shown.code, 3);
        assert_no_leak(&format!("{shown:?}"), &body);
    }
}

/// A value with something wrong anywhere in it.
fn wrong(text: &str) -> Vec<String> {
    let breaks = [" ", "\n", "\u{1b}", "é", "?"];
    let ends = (0..=text.len()).step_by(5);
    ends.flat_map(|end| breaks.map(|broken| format!("{}{broken}{}", &text[..end], &text[end..])))
        .chain([text.repeat(20)])
        .collect()
}

#[test]
fn of_values_that_are_refused() {
    let common = |token: &str| {
        json!({
            "AccessKeyId": "testid", "SignatureNonce": "n", "SecurityToken": token,
            "Timestamp": "2024-01-02T03:04:05Z",
        })
    };
    let parameters = |auth_key: &str| json!({ "RegionId": "r", "IpAddress": "1.1.1.1", "Asn": 1, "AuthKey": auth_key });
    let mut input = Vec::new();
    for token in wrong(TOKEN_TEXT) {
        // What is beside a wrong value may be as secret.
        input.push(json!({
            "op": "sign", "method": "GET", "secret": KEY, "common": common(&token),
            "edition": "current", "parameters": parameters(AUTH_KEY),
        }));
    }
    for secret in wrong(KEY) {
        input.push(json!({ "op": "rpc", "method": "GET", "secret": secret, "parameters": {} }));
        input.push(json!({
            "op": "sign", "method": "GET", "secret": secret, "common": common(TOKEN_TEXT),
            "parameters": { "RegionId": "r", "IpAddress": "1.1.1.1" },
        }));
    }
    for auth_key in wrong(AUTH_KEY) {
        for edition in ["2020-11", "current"] {
            input.push(json!({
                "op": "query", "edition": edition, "parameters": parameters(&auth_key),
            }));
        }
    }
    let lines: Vec<_> = input.iter().map(Value::to_string).collect();
    let run = run_with(&[], &["lines"], lines.join("\n").as_bytes());
    for (output, input) in run.stdout.lines().zip(&lines) {
        // What was not refused is what is sent.
        if output.starts_with(r#"{"error""#) {
            assert_no_leak(output, input);
        } else {
            assert!(!output.contains(KEY), "{input}: {output}");
        }
    }
    let shown = ["request", "--region", "r", "--ip", "1.1.1.1", "--sign", "acs3"];
    for index in 0..3 {
        for (broken, whole) in wrong(KEY).into_iter().zip(wrong(TOKEN_TEXT)).step_by(4) {
            let auth_key = if index == 0 { format!("{AUTH_KEY} ") } else { AUTH_KEY.to_owned() };
            let variables = match index {
                1 => [(SECRET, broken.as_str()), (TOKEN, TOKEN_TEXT)],
                2 => [(SECRET, KEY), (TOKEN, whole.as_str())],
                _ => [(SECRET, KEY), (TOKEN, TOKEN_TEXT)],
            };
            let variables = [[(ID, "testid")].as_slice(), &variables].concat();
            let key = ["--edition", "current", "--asn", "1", "--auth-key", &auth_key];
            let run = run_with(&variables, &[shown.as_slice(), &key].concat(), b"");
            if run.code == 1 {
                assert_no_leak(&format!("{run:?}"), &format!("{variables:?} {auth_key}"));
            } else {
                assert_eq!(run.code, 0);
                assert!(!run.stdout.contains(&KEY[..6]) && !run.stderr.contains(&KEY[..6]));
            }
            if index == 0 {
                break;
            }
        }
    }
}
