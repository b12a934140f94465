//! Why a signature did not match: what differs between what was signed here and what the service
//! echoes.

use aliyun_customer_gateway::mismatch::{Kind, Mismatch};
use aliyun_customer_gateway::query::Pairs;
use aliyun_customer_gateway::rpc::StringToSign;
use aliyun_customer_gateway::{Created, Failed, Method, Response, acs3};

fn failed(body: &str) -> Failed<'_> {
    match Response::<Created>::decode(403, body.as_bytes()) {
        Ok(Response::Failed(failed)) => failed,
        other => unreachable!("a status of 403 is a failure: {other:?}"),
    }
}

const START: &str = "Specified signature is not matched with our calculation. server ";

/// A failure with a message, in both formats, with more or less escapes.
fn bodies(code: &str, message: &str) -> [String; 3] {
    let plain = serde_json::json!({ "Code": code, "Message": message }).to_string();
    let escaped = plain.replace('&', "\\u0026").replace('%', "\\u0025");
    let xml = message.replace('&', "&amp;").replace('\n', "&#10;").replace('%', "&#x25;");
    let xml = format!("<Error><Message>{xml}</Message><Code>{code}</Code></Error>");
    [plain, escaped, xml]
}

const PAIRS: &[(&str, &str)] = &[
    ("Action", "A"),
    ("Format", "JSON"),
    ("Name", "上海 1"),
    ("SecurityToken", "CAIS+/SECRET=="),
    ("ToAddress[]", "a:b"),
    ("Version", "2016-04-28"),
];

const OURS: &str = "GET&%2F&Action%3DA%26Format%3DJSON%26Name%3D%25E4%25B8%258A%25E6%25B5%25B7%25201\
                    %26SecurityToken%3DCAIS%252B%252FSECRET%253D%253D%26ToAddress%255B%255D%3Da%253Ab\
                    %26Version%3D2016-04-28";

fn explain_rpc(pairs: &[(&str, &str)], echo: &str) -> Option<Mismatch> {
    let query = Pairs::new(pairs).unwrap();
    let ours = StringToSign::of_pairs(Method::Get, query);
    let messages = [
        format!("{START}string to sign is:{echo}"),
        format!("{START}StringToSign is [{echo}]"),
        format!("{START}String To Sign is: [{echo}], and more"),
    ];
    let mut mismatches = messages.iter().flat_map(|message| {
        let codes = ["SignatureDoesNotMatch", "IncompleteSignature"];
        codes.into_iter().flat_map(|code| bodies(code, message))
    });
    let first = ours.explain(&failed(&mismatches.next().unwrap()));
    for body in mismatches {
        assert_eq!(ours.explain(&failed(&body)), first, "{body}");
    }
    for printed in [format!("{first:?}"), format!("{first:#?}")] {
        assert!(!printed.contains("SECRET"), "{printed}");
    }
    first
}

#[test]
fn the_string_to_sign_is_as_expected() {
    let query = Pairs::new(PAIRS).unwrap();
    assert_eq!(StringToSign::of_pairs(Method::Get, query).to_string(), OURS);
}

const WRONG_SECRET: &str = "the service signed the same text: the secret is not that of the access \
                            key; look for a missing character, and for a space or an end of line at \
                            its edge";

#[test]
fn equal_strings_blame_the_secret() {
    for (pairs, echo) in [(PAIRS, OURS), (&[], "GET&%2F&"), (&[("A", "")], "GET&%2F&A%3D")] {
        let mismatch = explain_rpc(pairs, echo).unwrap();
        assert_eq!(mismatch.kind(), Kind::WrongSecret, "{echo}");
        assert_eq!(mismatch.to_string(), WRONG_SECRET);
        assert_eq!((mismatch.name(), mismatch.ours(), mismatch.theirs()), (None, None, None));
    }
}

/// A text in `OURS`, what the service read instead; what differs, ours, theirs; the sentence.
type Case<'a> =
    (&'a str, &'a str, Kind, Option<&'a str>, Option<&'a str>, Option<&'a str>, &'a str);

fn assert_cases(explain: impl Fn(&str) -> Option<Mismatch>, ours: &str, cases: &[Case<'_>]) {
    for &(from, to, kind, name, one, other, sentence) in cases {
        assert!(ours.contains(from), "{from}");
        let mismatch = explain(&ours.replacen(from, to, 1)).unwrap();
        let found = (mismatch.kind(), mismatch.name(), mismatch.ours(), mismatch.theirs());
        assert_eq!(found, (kind, name, one, other), "{from} -> {to}");
        assert_eq!(mismatch.to_string(), sentence, "{from} -> {to}");
        assert!(!sentence.contains("SECRET"), "{sentence}");
    }
}

#[test]
fn what_differs_in_a_string_to_sign_of_rpc() {
    use Kind::{Differs, DoublyEncoded};

    const REDACTED: Option<&str> = Some("[redacted]");

    let doubly = OURS.replace("%25", "%2525");
    let all_of_it = doubly.replace("%3D", "%253D").replace("%26", "%2526");
    assert_cases(
        |echo| explain_rpc(PAIRS, echo),
        OURS,
        &[
            (
                "GET",
                "POST",
                Differs,
                Some("method"),
                Some("GET"),
                Some("POST"),
                "the method was signed as \"GET\", but the service read \"POST\"",
            ),
            (
                "%2F",
                "%2Fv1",
                Differs,
                Some("path"),
                Some("/"),
                Some("/v1"),
                "the path was signed as \"/\", but the service read \"/v1\"",
            ),
            (
                "JSON",
                "XML",
                Differs,
                Some("Format"),
                Some("JSON"),
                Some("XML"),
                "Format was signed as \"JSON\", but the service read \"XML\"",
            ),
            // In the middle of an escape.
            (
                "%258A",
                "%2585",
                Differs,
                Some("Name"),
                Some("上海 1"),
                Some("\u{4e05}海 1"),
                "Name was signed as \"上海 1\", but the service read \"\u{4e05}海 1\"",
            ),
            (
                "%25201",
                "%252B1",
                Differs,
                Some("Name"),
                Some("上海 1"),
                Some("上海+1"),
                "Name was signed as \"上海 1\", but the service read \"上海+1\"",
            ),
            // Left out, added, empty, longer, shorter.
            (
                "Format%3DJSON%26",
                "",
                Differs,
                Some("Format"),
                Some("JSON"),
                None,
                "Format was signed as \"JSON\", but the service read none",
            ),
            (
                "%26Version%3D2016-04-28",
                "",
                Differs,
                Some("Version"),
                Some("2016-04-28"),
                None,
                "Version was signed as \"2016-04-28\", but the service read none",
            ),
            (
                "%26Name",
                "%26Host%3Dh%253Ai%26Name",
                Differs,
                Some("Host"),
                None,
                Some("h:i"),
                "Host was not signed, but the service read \"h:i\"",
            ),
            (
                "04-28",
                "04-28%26Zone%3D1",
                Differs,
                Some("Zone"),
                None,
                Some("1"),
                "Zone was not signed, but the service read \"1\"",
            ),
            (
                "JSON",
                "",
                Differs,
                Some("Format"),
                Some("JSON"),
                Some(""),
                "Format was signed as \"JSON\", but the service read \"\"",
            ),
            (
                "04-28",
                "04-289",
                Differs,
                Some("Version"),
                Some("2016-04-28"),
                Some("2016-04-289"),
                "Version was signed as \"2016-04-28\", but the service read \"2016-04-289\"",
            ),
            // One name is the start of another.
            (
                "Format",
                "Formats",
                Differs,
                Some("Format"),
                Some("JSON"),
                None,
                "Format was signed as \"JSON\", but the service read none",
            ),
            (
                "Format",
                "For",
                Differs,
                Some("For"),
                None,
                Some("JSON"),
                "For was not signed, but the service read \"JSON\"",
            ),
            // Names with reserved characters.
            (
                "a%253Ab",
                "a%253Ac",
                Differs,
                Some("ToAddress[]"),
                Some("a:b"),
                Some("a:c"),
                "ToAddress[] was signed as \"a:b\", but the service read \"a:c\"",
            ),
            (
                "%255B%255D",
                "%5B%5D",
                Differs,
                Some("ToAddress[]"),
                Some("a:b"),
                Some("a:b"),
                "ToAddress[] was signed as \"a:b\", but the service read it percent-encoded in \
                 another way",
            ),
            // Secrets.
            (
                "CAIS",
                "CAIX",
                Differs,
                Some("SecurityToken"),
                REDACTED,
                REDACTED,
                "SecurityToken was signed, but the service read another value of it",
            ),
            (
                "%26SecurityToken%3DCAIS%252B%252FSECRET%253D%253D",
                "",
                Differs,
                Some("SecurityToken"),
                REDACTED,
                None,
                "SecurityToken was signed as \"[redacted]\", but the service read none",
            ),
            (
                "%252B%252F",
                "%2520%252F",
                Differs,
                Some("SecurityToken"),
                REDACTED,
                REDACTED,
                "SecurityToken was signed, but the service read another value of it",
            ),
            // Encoded twice by a client: its values, or all of it.
            (
                OURS,
                &doubly,
                DoublyEncoded,
                Some("Name"),
                Some("上海 1"),
                Some("%E4%B8%8A%E6%B5%B7%201"),
                "Name was percent-encoded twice on its way: it was signed as \"上海 1\", but the \
                 service read \"%E4%B8%8A%E6%B5%B7%201\"; the query is encoded already, so hand it \
                 on as it is",
            ),
            (
                "a%253Ab",
                "a%25253Ab",
                DoublyEncoded,
                Some("ToAddress[]"),
                Some("a:b"),
                Some("a%3Ab"),
                "ToAddress[] was percent-encoded twice on its way: it was signed as \"a:b\", but the \
                 service read \"a%3Ab\"; the query is encoded already, so hand it on as it is",
            ),
            (
                "%255B%255D",
                "%25255B%25255D",
                Differs,
                Some("ToAddress%5B%5D"),
                None,
                Some("a:b"),
                "ToAddress%5B%5D was not signed, but the service read \"a:b\"",
            ),
            (
                OURS,
                &all_of_it,
                DoublyEncoded,
                Some("Action"),
                Some("A"),
                Some("Action=A&Format=JSON&Name=%E4%B8%8A%E6%B5%B7%201&SecurityToken"),
                "Action was percent-encoded twice on its way: it was signed as \"A\", but the \
                 service read \"Action=A&Format=JSON&Name=%E4%B8%8A%E6%B5%B7%201&SecurityToken\"; the query is \
                 encoded already, so hand it on as it is",
            ),
            // The same by another spelling of escapes.
            (
                "%3DJSON",
                "%3dJSON",
                Differs,
                None,
                None,
                None,
                "the strings to sign differ only in the way in which they are percent-encoded",
            ),
        ],
    );
}

/// An echo that is cut off, or not as the service writes it, tells no secret either.
#[test]
fn damaged_echoes_tell_no_secret() {
    for end in 0..OURS.len() {
        let mismatch = explain_rpc(PAIRS, &OURS[..end]);
        assert_eq!(mismatch.is_none(), end == 0, "{end}");
        if let Some(mismatch) = mismatch {
            assert!(!mismatch.to_string().contains("SECRET"), "{mismatch}");
            assert_eq!(mismatch.kind(), Kind::Differs, "{mismatch}");
        }
    }
    let secret = "SECRET%253D%253D";
    for (from, to) in [
        ("SecurityToken%3D", "SecurityToken"),
        ("SecurityToken%3D", "SecurityToken%253D"),
        ("SecurityToken%3D", "SecurityToken="),
        ("SecurityToken%3D", "Securitytoken%3D"),
        ("SecurityToken%3D", "SecurityTokens%3D"),
        ("SecurityToken%3D", "AuthKey%3D"),
        ("SecurityToken%3D", "RegionId%3D"),
        ("SecurityToken%3D", "SecurityTokeo%3D"),
        ("SecurityToken%3D", ""),
        ("%26SecurityToken%3D", "%2526SecurityToken%253D"),
        ("%26SecurityToken%3D", "&SecurityToken="),
        ("%26Name", "&Name"),
        ("GET&%2F&", ""),
        ("GET&%2F&", "GET"),
        ("&", "%26"),
        ("%26", "&"),
        ("%3D", "="),
    ] {
        let mismatch = explain_rpc(PAIRS, &OURS.replace(from, to)).unwrap();
        assert!(!mismatch.to_string().contains("SECRET"), "{from} -> {to}: {mismatch}");
    }
    // A token among what only the service read.
    let pairs: Vec<_> = PAIRS.iter().copied().filter(|pair| pair.0 != "SecurityToken").collect();
    let mismatch = explain_rpc(&pairs, OURS).unwrap();
    assert_eq!(
        mismatch.to_string(),
        "SecurityToken was not signed, but the service read \"[redacted]\""
    );
    let mismatch = explain_rpc(&pairs, &OURS.replace("SecurityToken%3D", "")).unwrap();
    assert_eq!(mismatch.to_string(), "… was not signed, but the service read \"…\"");
    assert!(OURS.contains(secret));
}

#[test]
fn long_texts_are_cut_visibly() {
    let long = "n".repeat(300);
    let pairs = [(&*long, "1")];
    let mismatch = explain_rpc(&pairs, &format!("GET&%2F&{long}%3D2")).unwrap();
    assert_eq!(mismatch.name().unwrap(), format!("{}…", "n".repeat(93)));
    assert_eq!((mismatch.ours(), mismatch.theirs()), (Some("1"), Some("2")));

    // From the start, and from a little before the difference.
    let pairs = [("A", &*long)];
    let mismatch = explain_rpc(&pairs, "GET&%2F&A%3Dx").unwrap();
    assert_eq!(mismatch.ours().unwrap(), format!("{}…", "n".repeat(93)));
    let changed = format!("{}x{}", &long[..150], &long[151..]);
    let mismatch = explain_rpc(&pairs, &format!("GET&%2F&A%3D{changed}")).unwrap();
    let theirs = mismatch.theirs().unwrap();
    assert!(theirs.starts_with("…nnnnnnnnnnnnnnnn") && theirs.ends_with("n…"), "{theirs}");
    assert!((18..40).contains(&theirs.find('x').unwrap()), "{theirs}");
    let ours = mismatch.ours().unwrap();
    assert_eq!(ours, theirs.replace('x', "n"));

    // No character is split, at either end.
    let long = "上海".repeat(60);
    let pairs = [("A", &*long)];
    for at in [2, 30, 60, 110, 119] {
        let changed: String =
            long.chars().enumerate().map(|(n, c)| if n == at { '京' } else { c }).collect();
        let twice =
            changed.bytes().fold(String::new(), |text, byte| text + &format!("%25{byte:02X}"));
        let mismatch = explain_rpc(&pairs, &format!("GET&%2F&A%3D{twice}")).unwrap();
        let theirs = mismatch.theirs().unwrap();
        assert!(theirs.contains('京'), "{at} {theirs}");
        assert!(theirs.chars().all(|c| "上海京…".contains(c)), "{theirs}");
        assert!(mismatch.ours().unwrap().chars().all(|c| "上海…".contains(c)), "{mismatch}");
    }
}

#[test]
fn nothing_to_explain() {
    let query = Pairs::new(PAIRS).unwrap();
    let ours = StringToSign::of_pairs(Method::Get, query);
    let sentence = format!("{START}string to sign is:{OURS}");
    for (code, message) in [
        // No echo, no message, another code, none, that of the other signature.
        ("SignatureDoesNotMatch", "The signature does not match."),
        ("SignatureDoesNotMatch", "server string to sign i"),
        ("SignatureDoesNotMatch", "server string to sign is:"),
        ("SignatureDoesNotMatch", "server string to sign is: "),
        ("SignatureDoesNotMatch", "server StringToSign is []"),
        ("SignatureDoesNotMatch", "server StringToSign is [ACS3-HMAC-SHA256\n0123]"),
        ("SignatureDoesNotMatch", ""),
        ("InvalidName", &sentence),
        ("signaturedoesnotmatch", &sentence),
    ] {
        for body in bodies(code, message) {
            assert_eq!(ours.explain(&failed(&body)), None, "{body}");
        }
    }
    for body in [r#"{"Code":"SignatureDoesNotMatch"}"#, r#"{"RequestId":"1"}"#] {
        assert_eq!(ours.explain(&failed(body)), None, "{body}");
    }
}

const CANONICAL: &str = "POST
/
A=a%2Ab&Name=a%20b
content-type:application/x-www-form-urlencoded
host:vpc.aliyuncs.com
user-agent:a [b] %20 c
x-acs-date:2024-01-02T03:04:05Z
x-acs-security-token:CAIS+/SECRET&==
x-acs-version:2016-04-28

content-type;host;user-agent;x-acs-date;x-acs-security-token;x-acs-version
e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

fn explain_acs3(message: &str) -> Option<Mismatch> {
    let headers = [
        ("Content-Type", "application/x-www-form-urlencoded"),
        ("host", "vpc.aliyuncs.com"),
        ("user-agent", "a [b] %20 c"),
        ("x-acs-date", "2024-01-02T03:04:05Z"),
        ("x-acs-security-token", "CAIS+/SECRET&=="),
        ("x-acs-version", "2016-04-28"),
    ];
    let signed: Vec<_> = headers.iter().map(|(name, _)| *name).collect();
    let headers = acs3::Headers::signing(&headers, &signed).unwrap();
    let query = Pairs::new(&[("A", "a*b"), ("Name", "a b")]).unwrap();
    let ours = acs3::CanonicalRequest::new(
        Method::Post,
        acs3::Path::new("/").unwrap(),
        query,
        headers,
        acs3::BodyHash::new(b""),
    );
    assert_eq!(ours.to_string(), CANONICAL);
    let mut bodies = bodies("SignatureDoesNotMatch", message).into_iter();
    let first = ours.explain(&failed(&bodies.next().unwrap()));
    for body in bodies {
        assert_eq!(ours.explain(&failed(&body)), first, "{body}");
    }
    assert!(!format!("{first:?}").contains("SECRET"), "{first:?}");
    first
}

const HASH: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

#[test]
fn what_differs_in_a_canonical_request() {
    use Kind::{Differs, DoublyEncoded};

    for (before, after) in [
        (
            format!(
                "{START}StringToSign is [ACS3-HMAC-SHA256\n{HASH}], server CanonicalRequest is ["
            ),
            "]",
        ),
        (format!("{START}CanonicalRequest is ["), "]. [More]"),
    ] {
        let mismatch = explain_acs3(&format!("{before}{CANONICAL}{after}")).unwrap();
        assert_eq!(mismatch.to_string(), WRONG_SECRET);
        assert_cases(
            |echo| explain_acs3(&format!("{before}{echo}{after}")),
            CANONICAL,
            &[
                (
                    "POST",
                    "GET",
                    Differs,
                    Some("method"),
                    Some("POST"),
                    Some("GET"),
                    "the method was signed as \"POST\", but the service read \"GET\"",
                ),
                (
                    "\n/\n",
                    "\n/%2F\n",
                    Differs,
                    Some("path"),
                    Some("/"),
                    Some("/%2F"),
                    "the path was signed as \"/\", but the service read \"/%2F\"",
                ),
                (
                    "a%20b",
                    "a%2Bb",
                    Differs,
                    Some("Name"),
                    Some("a b"),
                    Some("a+b"),
                    "Name was signed as \"a b\", but the service read \"a+b\"",
                ),
                (
                    "a%2Ab",
                    "a%252Ab",
                    DoublyEncoded,
                    Some("A"),
                    Some("a*b"),
                    Some("a%2Ab"),
                    "A was percent-encoded twice on its way: it was signed as \"a*b\", but the \
                     service read \"a%2Ab\"; the query is encoded already, so hand it on as it is",
                ),
                (
                    "&Name=a%20b",
                    "",
                    Differs,
                    Some("Name"),
                    Some("a b"),
                    None,
                    "Name was signed as \"a b\", but the service read none",
                ),
                (
                    "A=a%2Ab&Name=a%20b",
                    "",
                    Differs,
                    Some("A"),
                    Some("a*b"),
                    None,
                    "A was signed as \"a*b\", but the service read none",
                ),
                (
                    "a%20b",
                    "a%20b&Zone=1",
                    Differs,
                    Some("Zone"),
                    None,
                    Some("1"),
                    "Zone was not signed, but the service read \"1\"",
                ),
                (
                    "vpc.aliyuncs.com",
                    "vpc.aliyuncs.com:443",
                    Differs,
                    Some("host"),
                    Some("vpc.aliyuncs.com"),
                    Some("vpc.aliyuncs.com:443"),
                    "the header host was signed as \"vpc.aliyuncs.com\", but the service read \
                     \"vpc.aliyuncs.com:443\"",
                ),
                (
                    "[b] %20",
                    "[b] %21",
                    Differs,
                    Some("user-agent"),
                    Some("a [b] %20 c"),
                    Some("a [b] %21 c"),
                    "the header user-agent was signed as \"a [b] %20 c\", but the service read \
                     \"a [b] %21 c\"",
                ),
                (
                    "content-type:application/x-www-form-urlencoded\n",
                    "",
                    Differs,
                    Some("content-type"),
                    Some("application/x-www-form-urlencoded"),
                    None,
                    "the header content-type was signed as \"application/x-www-form-urlencoded\", \
                     but the service read none",
                ),
                (
                    "x-acs-date:",
                    "x-acs-action:a\nx-acs-date:",
                    Differs,
                    Some("x-acs-action"),
                    None,
                    Some("a"),
                    "the header x-acs-action was not signed, but the service read \"a\"",
                ),
                (
                    "\nx-acs-version:2016-04-28",
                    "",
                    Differs,
                    Some("x-acs-version"),
                    Some("2016-04-28"),
                    None,
                    "the header x-acs-version was signed as \"2016-04-28\", but the service read none",
                ),
                (
                    "CAIS",
                    "CAIX",
                    Differs,
                    Some("x-acs-security-token"),
                    Some("[redacted]"),
                    Some("[redacted]"),
                    "the header x-acs-security-token was signed, but the service read another value \
                     of it",
                ),
                (
                    ";host;",
                    ";",
                    Differs,
                    Some("host"),
                    Some("host"),
                    None,
                    "the header host was signed as \"host\", but the service read none",
                ),
                (
                    "e3b0c442",
                    "00000000",
                    Differs,
                    Some("body"),
                    Some("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
                    Some("0000000098fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
                    "the hash of the body was signed as \
                     \"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\", but the \
                     service read \
                     \"0000000098fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"",
                ),
            ],
        );
    }
    for end in 1..CANONICAL.len() {
        let echo = format!("{START}CanonicalRequest is [{}", &CANONICAL[..end]);
        let mismatch = explain_acs3(&echo).unwrap();
        assert_eq!(mismatch.kind(), Kind::Differs, "{end} {mismatch}");
        assert!(!mismatch.to_string().contains("SECRET"), "{mismatch}");
    }
    for (from, to) in [("\n", ""), ("\n", "\\n"), (":", "="), ("x-acs-security-token:", "")] {
        let echo = format!("{START}CanonicalRequest is [{}]", CANONICAL.replace(from, to));
        let mismatch = explain_acs3(&echo).unwrap();
        assert!(!mismatch.to_string().contains("SECRET"), "{from:?} -> {to}: {mismatch}");
    }
}

#[test]
fn where_only_the_hash_is_echoed() {
    let mismatch =
        explain_acs3(&format!("{START}StringToSign is [ACS3-HMAC-SHA256\n{HASH}]")).unwrap();
    assert_eq!(mismatch.kind(), Kind::Differs);
    assert_eq!(mismatch.name(), Some("canonical request"));
    assert_eq!(mismatch.theirs(), Some(HASH));
    let ours = mismatch.ours().unwrap();
    assert_eq!(
        mismatch.to_string(),
        format!(
            "the hash of the canonical request was signed as {ours:?}, but the service read {HASH:?}"
        ),
    );
    for echo in [
        format!("{START}StringToSign is [ACS3-HMAC-SHA256\n{ours}]"),
        format!("{START}string to sign is:ACS3-HMAC-SHA256\n{ours}"),
    ] {
        assert_eq!(explain_acs3(&echo).unwrap().to_string(), WRONG_SECRET);
    }
    for echo in
        ["no echo", "string to sign is:GET&%2F&A%3D1", "StringToSign is [ACS3-HMAC-SHA256\n]"]
    {
        assert_eq!(explain_acs3(echo), None, "{echo}");
    }
}

#[test]
fn kinds_in_words() {
    for (kind, word) in [
        (Kind::WrongSecret, "wrong-secret"),
        (Kind::Differs, "differs"),
        (Kind::DoublyEncoded, "doubly-encoded"),
    ] {
        assert_eq!(kind.as_str(), word);
        assert_eq!(kind.to_string(), word);
    }
}
