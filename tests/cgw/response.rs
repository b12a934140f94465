//! `cgw response`.

use super::*;

fn file(name: &str) -> String {
    format!("{VECTORS}/bodies/{name}")
}

const CREATED: &str = "created\n  CustomerGatewayId: cgw-bp1aw0a5nfff03xp1****\n  \
                       RequestId: D32B3C26-6C6C-4988-93E9-D2A6444CE6AE\n  \
                       IpAddress: 101.12.0.12\n  Name: test\n  \
                       Description: Branch 上海 🏢 \"A\"\n  \
                       CreateTime: 1493363486000 (2017-04-28T07:11:26Z)\n";

const FAILED: &str = "failed with status 403\n  Code: Forbidden.RAM\n  \
                      Message: User not authorized to operate on the specified resource, or this \
                      API doesn't support RAM.\n  \
                      RequestId: 6A75109D-0D4C-4138-BED4-EE57A4ABEE50\n  \
                      HostId: alidns.aliyuncs.com\n  try again: never\n";

const HTML: &str = "error: HTTP status 503: the body is an HTML page, not a response of the service: \
                    look for a proxy or a load balancer in between\n";

#[test]
fn from_a_file_and_from_standard_input() {
    for (name, status, expected) in [
        ("created-all-members.json", "200", Run::new(0, CREATED, "")),
        ("failed-ram.json", "403", Run::new(3, FAILED, "")),
        ("not-a-response.html", "503", Run::new(4, "", HTML)),
    ] {
        let path = file(name);
        let arguments = ["response", "--status", status];
        assert_eq!(run(&[arguments.as_slice(), &[path.as_str()]].concat()), expected, "{name}");
        let body = std::fs::read(&path).unwrap();
        assert_eq!(run_with(&[], &arguments, &body), expected, "{name}");
        let dash = [arguments.as_slice(), &["-"]].concat();
        assert_eq!(run_with(&[], &dash, &body), expected, "{name}");
    }
}

#[test]
fn of_every_sample() {
    for line in vector("bodies/expected.jsonl").lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        let path = file(line["file"].as_str().unwrap());
        let run = run(&["response", "--status", &line["status"].to_string(), &path]);
        let codes = [("created", 0), ("failed", 3), ("not_a_response", 4)];
        let code = codes.into_iter().find(|(kind, _)| line.get(kind).is_some()).unwrap().1;
        assert_eq!(run.code, code, "{line}");
        assert_eq!(run.stderr.is_empty(), code < 4, "{line}");
        assert_eq!(run.stdout.is_empty(), code == 4, "{line}");
    }
}

#[test]
fn the_status_decides() {
    let path = file("created-contract.json");
    assert_eq!(run(&["response", "--status", "200", &path]).code, 0);
    assert_eq!(run(&["response", "--status", "500", &path]).code, 3);
    let body = br#"{"Code":"Throttling.User"}"#;
    let failed = run_with(&[], &["response", "--status", "200"], body);
    let stdout = "failed with status 200\n  Code: Throttling.User\n  \
                  try again: after a pause, with the same ClientToken\n";
    assert_eq!(failed, Run::new(3, stdout, ""));
}

#[test]
fn of_what_is_none() {
    for (body, sentence) in [
        (b"".as_slice(), "the body is empty: try again after a pause, with the same ClientToken"),
        (
            b"502 Bad Gateway",
            "the body starts with '5' at byte 0, not with '{' or '<': it is not a response of the \
             service, so look for a proxy or a load balancer in between",
        ),
        (
            b"\xff",
            "the body starts with byte 0xFF at byte 0, not with '{' or '<': it is not a response \
            of the service, so look for a proxy or a load balancer in between",
        ),
        (
            b"{\"Code\":\"Forb",
            "the body ends at byte 13 in the middle: it was cut off, so receive all of it",
        ),
    ] {
        let none = run_with(&[], &["response", "--status", "500"], body);
        assert_eq!(none, Run::new(4, "", &format!("error: HTTP status 500: {sentence}\n")));
    }
    let missing = run(&["response", "--status", "200", "no-such-file"]);
    assert_eq!((missing.code, missing.stdout.as_str()), (5, ""));
    assert!(missing.stderr.starts_with("error: no-such-file cannot be read: "));
    let missing = run(&["response", "--status", "200", "no\u{1b}[2Jsuch\nfile"]);
    let start = "error: \"no\\u{1b}[2Jsuch\\nfile\" cannot be read: ";
    assert!(missing.stderr.starts_with(start), "{}", missing.stderr);
}

/// A text from elsewhere must not steer the terminal, nor turn the line around.
#[test]
fn unsafe_characters_are_escaped() {
    for (message, shown) in [
        (r"\u001b[2J\nError", r#""\u{1b}[2J\nError""#),
        (r"\u009b2J", r#""\u{9b}2J""#),
        (r"\u202egnp.exe", r#""\u{202e}gnp.exe""#),
        (r"\u2066a\u2069", r#""\u{2066}a\u{2069}""#),
        (r"a\u061cb", r#""a\u{61c}b""#),
        (r"a\u2028b", r#""a\u{2028}b""#),
        (r"\u4e0a \u00e9 \\n", r"上 é \n"),
    ] {
        let body = format!(r#"{{"Code":"A","Message":"{message}"}}"#);
        let failed = run_with(&[], &["response", "--status", "400"], body.as_bytes());
        let stdout =
            format!("failed with status 400\n  Code: A\n  Message: {shown}\n  try again: never\n");
        assert_eq!(failed, Run::new(3, &stdout, ""));
    }
}

/// What was lost beside the outcome is told, on standard output like the rest.
#[test]
fn damage_is_told() {
    let body = br#"{"CustomerGatewayId":"cgw-1","Description":"a	b"}"#;
    let created = run_with(&[], &["response", "--status", "200"], body);
    assert_eq!(created.code, 0);
    let start = "created\n  CustomerGatewayId: cgw-1\n  damaged: ";
    assert!(created.stdout.starts_with(start), "{}", created.stdout);
    let body = br#"{"Code":"InvalidName","Message":"\ud83d"}"#;
    let failed = run_with(&[], &["response", "--status", "400"], body);
    assert_eq!(failed.code, 3);
    let parts = ["  Code: InvalidName\n", "  damaged: ", "  fix: Name\n"];
    assert!(parts.iter().all(|part| failed.stdout.contains(part)), "{}", failed.stdout);
}

/// To delete what does not exist is done; to read it is not.
#[test]
fn nothing_left_to_do() {
    let body = br#"{"Code":"InvalidCustomerGatewayInstanceId.NotFound"}"#;
    for (action, rest) in [
        ("DeleteCustomerGateway", "  try again: no need to: there is nothing left to do\n"),
        ("DescribeCustomerGateway", "  try again: never\n  fix: CustomerGatewayId\n"),
    ] {
        let arguments = ["response", "--status", "404", "--action", action];
        let stdout = format!(
            "failed with status 404\n  Code: InvalidCustomerGatewayInstanceId.NotFound\n{rest}",
        );
        assert_eq!(run_with(&[], &arguments, body), Run::new(3, &stdout, ""));
    }
}

/// A page is told gateway by gateway, without their keys.
#[test]
fn a_page() {
    let body = br#"{"PageNumber":1,"PageSize":10,"TotalCount":2,"RequestId":"1","CustomerGateways":{"CustomerGateway":[{"CustomerGatewayId":"cgw-1","Name":"a","CreateTime":1493363486000,"Asn":65000,"AuthKey":"kEy","Tags":{"Tag":[{"Key":"site","Value":"A\u202eB"},{"Key":"k","Value":""}]}},{"CustomerGatewayId":"cgw-2","Asn":"x"}]}}"#;
    let arguments = ["response", "--status", "200", "--action", "DescribeCustomerGateways"];
    let page = run_with(&[], &arguments, body);
    let start = "page\n  PageNumber: 1\n  PageSize: 10\n  TotalCount: 2\n  RequestId: 1\n  \
                 gateway\n    CustomerGatewayId: cgw-1\n    Name: a\n    \
                 CreateTime: 1493363486000 (2017-04-28T07:11:26Z)\n    Asn: 65000\n    \
                 AuthKey: [redacted]\n    Tags: site=\"A\\u{202e}B\" k=\n  \
                 gateway\n    CustomerGatewayId: cgw-2\n    damaged: Asn at byte ";
    assert_eq!((page.code, page.stderr.as_str()), (0, ""));
    assert!(page.stdout.starts_with(start), "{}", page.stdout);
}

/// The service echoes the token of temporary credentials, and the key of BGP.
#[test]
fn secrets_are_taken_out() {
    const HIDDEN: &str = "CAISsecretToken";
    for (code, message) in [
        (
            "SignatureDoesNotMatch",
            format!(
                "Specified signature is not matched with our calculation. server string to sign \
                 is:GET&%2F&AccessKeyId%3Dtestid%26SecurityToken%3D{HIDDEN}%26Version%3D2016-04-28",
            ),
        ),
        (
            "IncompleteSignature",
            format!(
                "server StringToSign is [x] server CanonicalRequest is [GET\\n/\\n\\n\
                 x-acs-security-token:{HIDDEN}\\n\\nx-acs-security-token\\ne3]",
            ),
        ),
        (
            "InvalidAuthkey.Malformed",
            format!("The specified BGP authentication key ({HIDDEN}) is malformed."),
        ),
    ] {
        let body = format!(r#"{{"Code":"{code}","Message":"{message}"}}"#);
        let failed = run_with(&[], &["response", "--status", "400"], body.as_bytes());
        assert_eq!(failed.code, 3);
        assert!(failed.stdout.contains("[redacted]"), "{}", failed.stdout);
        assert!(!failed.stdout.contains(HIDDEN), "{}", failed.stdout);
        let line = json!({ "op": "response", "status": 400, "body": body }).to_string();
        let line = run_with(&[], &["lines"], line.as_bytes()).stdout;
        assert!(line.contains("[redacted]") && !line.contains(HIDDEN), "{line}");
    }
}
