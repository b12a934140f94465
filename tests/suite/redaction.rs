//! What prints of a failure: everything except the secrets that the service echoes.

use aliyun_customer_gateway::{Created, Failed, Response};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// `unreserved` of RFC 3986 stays.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

fn encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

fn json(code: &str, message: &str) -> String {
    serde_json::json!({ "Code": code, "Message": message }).to_string()
}

fn xml(code: &str, message: &str) -> String {
    let escaped = message.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!("<Error><Code>{code}</Code><Message>{escaped}</Message></Error>")
}

fn failed(body: &str) -> Failed<'_> {
    match Response::<Created>::decode(400, body.as_bytes()) {
        Ok(Response::Failed(failed)) => failed,
        other => panic!("{body}: {other:?}"),
    }
}

/// The message as it prints; `Display` and `Debug` of the failure print it in the same way, in both
/// formats.
fn printed(code: &str, message: &str) -> String {
    let body = json(code, message);
    let printed = failed(&body).message().unwrap().to_string();
    // A raw text is printed as one.
    assert_eq!(failed(&body).message_as_received().unwrap(), message);
    assert_eq!(failed(&body).to_string(), format!("failed with status 400, {code}: {printed}"));
    let debug = format!("{:?}", failed(&body));
    assert!(debug.contains(&printed.escape_debug().to_string()), "{debug}");
    // Line ends and control characters are not the same in XML.
    if !message.contains(|c: char| c.is_control()) {
        let body = xml(code, message);
        assert_eq!(failed(&body).message().unwrap().to_string(), printed);
    }
    // Once is enough.
    let again = json(code, &printed);
    assert_eq!(failed(&again).message().unwrap().to_string(), printed);
    printed
}

const MISMATCH: &str = "SignatureDoesNotMatch";

#[test]
fn tokens_in_every_form_of_the_echo() {
    let token = "CAIS+ab/cd==";
    let [single, twice] = [encode(token), encode(&encode(token))];
    for (before, secret, after) in [
        // A string to sign, at its end and cut off.
        ("server string to sign is:GET&%2F&A%3D1%26SecurityToken%3D", &*twice, "%26Version%3D1"),
        ("server string to sign is:GET&%2F&SecurityToken%3D", &twice, ""),
        ("server string to sign is:GET&%2F&SecurityToken%3D", &twice[..9], ""),
        ("server string to sign is:GET&%2F&SecurityToken%3D", &twice[..10], ""),
        ("server StringToSign is [GET&%2F&SecurityToken%3D", &twice, "]"),
        ("server StringToSign is [GET&%2F&SecurityToken%3D", &twice, "], and more"),
        // Of a query that a client encoded twice.
        ("GET&%2F&A%253D1%2526SecurityToken%253D", &encode(&twice), "%2526Version%253D1"),
        ("GET&%2F&Description%3DSecurityToken%253D", &encode(&twice), "%26Version%3D1"),
        // Queries.
        ("https://h/?SecurityToken=", &single, "&Version=1"),
        ("SecurityToken=", &single, " HTTP/1.1"),
        ("POST /\nSecurityToken=", &single, "\nhost:h"),
        ("url is \"/?SecurityToken=", &single, "\" and"),
        ("url is (/?SecurityToken=", &single, ")"),
        ("url is </?SecurityToken=", &single, ">"),
        // What would end the value belongs to it where it is encoded once more.
        ("SecurityToken=", "a%26b%2Cc%5Dd%20e%0Af", "&Version=1"),
        ("SecurityToken%3D", "a%2526b%252Cc%255Dd%2520e", "%26Version%3D1"),
        ("AuthKey%3D", "a%2526SecurityToken%253Db", "%26Version%3D1"),
        // What some client did not encode as it should.
        ("SecurityToken=", token, "&Version=1"),
        ("SecurityToken%3D", token, "%26Version%3D1"),
        ("SecurityToken%3d", "CAIS%2b%2f", "%26Version%3d1"),
        ("Security%54oken%3D", &twice, "%26Version"),
        ("%53ecurityToken=", &single, "&"),
        // Canonical requests and headers.
        (
            "server CanonicalRequest is [GET\n/\n\nhost:h\nx-acs-security-token:",
            token,
            "\nx-acs-version:1\n\nhost;x-acs-security-token;x-acs-version\nabc]",
        ),
        ("X-Acs-Security-Token: ", token, "\r\nHost: h"),
        ("x-acs-security-token:", "a&b;c,d]e\"f'g\\h%26i", "\n"),
        ("x-acs-security-token:", token, ""),
        ("x%2Dacs%2Dsecurity%2Dtoken:", token, "\n"),
        ("host%3Ah%0Ax-acs-security-token%3A", &single, "%0Ax-acs-version%3A1"),
        ("host%253Ah%250Ax-acs-security-token%253A", &twice, "%250Ax-acs-version%253A1"),
        ("{\"x-acs-security-token\":\"", token, "\",\"host\":\"h\"}"),
        ("{\"SecurityToken\": \"", token, "\"}"),
        ("{'SecurityToken': '", token, "'}"),
        ("{\\\"SecurityToken\\\":\\\"", token, "\\\"}"),
        ("SecurityToken=\"", token, "\", A"),
        ("SecurityToken = ", token, ", A"),
        ("SecurityToken=[", token, "], A"),
        ("SECURITYTOKEN=", &single, "&"),
        ("securityToken%3D", &twice, "%26"),
        ("InvalidSecurityToken=", &single, "&"),
        ("A=1\\u0026SecurityToken=", &single, "\\u0026B=2"),
        ("SecurityToken=", &single, "，请检查"),
        // BGP keys.
        ("GET&%2F&AuthKey%3D", &twice, "%26Name%3Dx"),
        ("AuthKey=", &single, "&Name=x"),
        ("authkey=", &single, "&Name=x"),
        // Some keep a word in front.
        ("Tags.1.AuthKey=", &single, "&"),
    ] {
        let message = format!("{before}{secret}{after}");
        assert_eq!(printed(MISMATCH, &message), format!("{before}[redacted]{after}"), "{message}");
        // More than one.
        let message = format!("{message}\n{message}");
        let one = format!("{before}[redacted]{after}");
        assert_eq!(printed(MISMATCH, &message), format!("{one}\n{one}"), "{message}");
    }
}

#[test]
fn the_bgp_key_that_a_message_quotes() {
    const START: &str = "The specified BGP authentication key";

    for key in ["secret", "se)cr(et", "SecurityToken", "a b", ")", "key (", "密钥", "a%29b"] {
        let message = format!("{START} ({key}) is malformed.");
        let redacted = format!("{START} ([redacted]) is malformed.");
        for code in ["InvalidAuthkey.Malformed", "invalid", "InvalidName"] {
            assert_eq!(printed(code, &message), redacted, "{message}");
        }
    }
    for (message, redacted) in [
        // Cut off.
        ("(abc", "([redacted]"),
        ("(", "("),
        ("\"abc\" is malformed", "\"[redacted]\" is malformed"),
        ("[abc] is malformed", "[[redacted]] is malformed"),
        (": abc is malformed", ": [redacted] is malformed"),
        ("is malformed", "is malformed"),
    ] {
        let message = format!("{START} {message}");
        assert_eq!(printed("InvalidAuthkey.Malformed", &message), format!("{START} {redacted}"));
    }
    // Any code that blames the key, however its message reads.
    for code in ["InvalidAuthkey.Malformed", "IllegalParam.AuthKey", " InvalidAuthKey\n"] {
        let body = json(code, "The key <abc> is wrong (see below).");
        let printed = failed(&body).message().unwrap().to_string();
        assert_eq!(printed, "The key <[redacted]> is wrong ([redacted]).", "{code}");
    }
    let elsewhere = "The key <abc> is wrong.";
    assert_eq!(printed("InvalidName", elsewhere), elsewhere);
}

#[test]
fn everything_else_reads_as_it_was_received() {
    for message in [
        "",
        "The quota of resource is full",
        "Specified SecurityToken is expired.",
        "SecurityToken",
        "SecurityToken=",
        "SecurityToken%3D",
        "SecurityToken=&Version=1",
        "SecurityToken%3D%26Version",
        "SecurityToken= HTTP/1.1",
        "SecurityToken\n=abc",
        "InvalidSecurityToken.Malformed",
        "SecurityTokens=1",
        "Security Token=abc",
        "SecurityTok%3Dabc",
        "host;x-acs-security-token;x-acs-version\n3b0c",
        "x-acs-security-token\n",
        "x-acs-security-token:\nhost:h",
        "SignedHeaders=x-acs-security-token,Signature=ab",
        "AuthKey is mandatory",
        "authentication key is specified",
        "GET&%2F&AccessKeyId%3Dtestid%26Action%3DCreateCustomerGateway%26SignatureNonce%3D1",
        "100% sure, %zz %2 %",
        "%25%2525%252525",
        "上海 SecurityToken 🏢",
        "a\u{0}b\u{7f}\u{202e}",
        "(a) [b] {c} <d> \"e\" 'f'",
    ] {
        assert_eq!(printed(MISMATCH, message), message);
    }
}

/// Each text of a failure is one of the service's, and may echo.
#[test]
fn secrets_in_other_members() {
    const SECRET: &str = "SECRETSECRET";

    let echo = format!("https://h/?SecurityToken={SECRET}&q=1");
    let names = ["Code", "Message", "RequestId", "HostId", "Recommend"];
    for name in names {
        let mut body = serde_json::json!({ "Code": "InvalidName", "Message": "m" });
        body[name] = echo.clone().into();
        let body = body.to_string();
        let failed = failed(&body);
        for printed in [failed.to_string(), format!("{failed:?}"), format!("{failed:#?}")] {
            assert!(!printed.contains(SECRET), "{printed}");
        }
        let debug = format!("{failed:?}");
        assert!(debug.contains("https://h/?SecurityToken=[redacted]&q=1"), "{debug}");
    }
}

/// Adversarial texts are read in linear time, and a secret of any length goes.
#[test]
fn long_texts() {
    let long = "a".repeat(1 << 20);
    let message = format!("SecurityToken={long}&B=1");
    assert_eq!(printed(MISMATCH, &message), "SecurityToken=[redacted]&B=1");
    let message = format!("SecurityToken={}", "%25".repeat(1 << 18));
    assert_eq!(printed(MISMATCH, &message), "SecurityToken=[redacted]");
    for part in
        ["s%2525252525", "SecurityToken", "(", "authentication key (", "%", "SecurityToken "]
    {
        let message = part.repeat((1 << 18) / part.len());
        let printed = printed("InvalidAuthkey.Malformed", &message);
        assert!(printed.len() <= message.len() + 20, "{part}");
    }
}
