//! `verify`.
#![allow(clippy::arithmetic_side_effects, reason = "places in requests that are at hand")]

use std::collections::BTreeSet;

use aliyun_customer_gateway::query::Pairs;
use aliyun_customer_gateway::{AccessKeySecret, Method, acs3, rpc};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use super::*;

fn line(request: &[u8], keys: &Value) -> String {
    let request = BASE64_STANDARD.encode(request);
    json!({ "op": "verify", "request_base64": request, "keys": keys }).to_string()
}

/// What each request gives, by the key of the recordings.
fn results(requests: &[Vec<u8>]) -> Vec<Value> {
    let keys = json!({ "testid": "testsecret" });
    let input: String = requests.iter().map(|request| line(request, &keys) + "\n").collect();
    lines(input.as_bytes()).iter().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn result(request: &str) -> Value {
    results(&[request.as_bytes().to_vec()]).remove(0)
}

/// A recorded request, and what its client was given.
struct Recorded {
    file: String,
    inputs: Map<String, Value>,
    bytes: Vec<u8>,
}

fn recorded() -> Vec<Recorded> {
    let index = vector("recorded/index.jsonl");
    let facts = index.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let recorded = facts.map(|facts| {
        let file = facts["file"].as_str().unwrap().to_owned();
        let bytes = std::fs::read(format!("{VECTORS}/recorded/{file}")).unwrap();
        Recorded { file, inputs: facts["inputs"].as_object().unwrap().clone(), bytes }
    });
    recorded.collect()
}

/// Tags as they are on the wire.
fn flat(inputs: &Map<String, Value>) -> Value {
    let mut flat = Map::new();
    for (name, value) in inputs {
        match value {
            Value::Array(tags) => {
                for (number, tag) in (1..).zip(tags) {
                    for (part, value) in tag.as_object().unwrap() {
                        flat.insert(format!("{name}.{number}.{part}"), value.clone());
                    }
                }
            }
            _ => drop(flat.insert(name.clone(), value.clone())),
        }
    }
    flat.into()
}

#[test]
fn of_every_recorded_request() {
    let all = recorded();
    assert_eq!(all.len(), 43);
    let requests: Vec<_> = all.iter().map(|one| one.bytes.clone()).collect();
    for (one, result) in all.iter().zip(results(&requests)) {
        let file = &one.file;
        assert_eq!(result["verified"], true, "{file}: {result}");
        assert_eq!(result["action"], "CreateCustomerGateway", "{file}");
        assert_eq!(result["parameters"], flat(&one.inputs), "{file}");
    }
}

#[test]
fn of_every_recorded_request_by_another_secret() {
    for one in recorded() {
        let line = line(&one.bytes, &json!({ "testid": "testsecreT", "other": "testsecret" }));
        let result: Value = serde_json::from_str(&lines(line.as_bytes())[0]).unwrap();
        assert_eq!(
            result,
            json!({ "verified": false, "mismatch": wrong_secret() }),
            "{}",
            one.file
        );
    }
}

fn wrong_secret() -> Value {
    json!({
        "kind": "wrong-secret", "name": null, "ours": null, "theirs": null,
        "sentence": "the secret is not the one that the request was signed with, or something that \
                     is signed was changed on its way; look for a missing character, and for a space \
                     or an end of line at the edge of the secret",
    })
}

/// What of a request is signed, byte by byte.
fn is_signed(bytes: &[u8]) -> Vec<bool> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    let names = head.split_once("SignedHeaders=").map(|(_, rest)| rest.split(',').next().unwrap());
    let mut signed = vec![false; bytes.len()];
    let mut start = 0;
    for (number, line) in head.split("\r\n").enumerate() {
        let is_line_signed = match (number, line.split_once(':')) {
            (0, _) => false,
            (_, Some((name, _))) => {
                let name = name.to_ascii_lowercase();
                name == "authorization" && names.is_some()
                    || names.is_some_and(|names| names.split(';').any(|one| one == name))
            }
            _ => unreachable!("{line}"),
        };
        // Of the first line, all except the version.
        let end = if number == 0 { line.len() - " HTTP/1.1".len() } else { line.len() };
        if is_line_signed || number == 0 {
            signed[start..start + end].fill(true);
        }
        start += line.len() + 2;
    }
    start += 2;
    let is_chunked = head.to_ascii_lowercase().contains("transfer-encoding: chunked");
    if is_chunked {
        let (len, rest) = body.split_once("\r\n").unwrap();
        start += len.len() + 2;
        let end = start + rest.find("\r\n").unwrap();
        signed[start..end].fill(true);
    } else {
        signed[start..].fill(true);
    }
    signed
}

/// Why a byte whose case changed makes no other request.
fn equivalence(bytes: &[u8], at: usize) -> &'static str {
    let before = String::from_utf8_lossy(&bytes[..at]);
    let line = before.rsplit('\n').next().unwrap();
    let is_head = !before.contains("\r\n\r\n");
    let is_first = !before.contains('\n');
    if is_head && !is_first && !line.contains(':') {
        return "the name of a header";
    }
    if is_head && line.contains("SignedHeaders=") && !line.contains("Signature=") {
        return "a name in SignedHeaders";
    }
    if line.ends_with('%') || line.len() > 1 && line[..line.len() - 1].ends_with('%') {
        return "a hexadecimal digit";
    }
    "another"
}

/// A changed byte makes another request, which is not verified, or the same one written in another way.
#[test]
fn of_every_recorded_request_with_any_signed_byte_changed() {
    let changed: Vec<_> = recorded()
        .into_iter()
        .flat_map(|one| {
            let places =
                is_signed(&one.bytes).into_iter().enumerate().filter(|(_, signed)| *signed);
            let places: Vec<_> = places.map(|(at, _)| at).collect();
            places.into_iter().map(move |at| {
                let mut bytes = one.bytes.clone();
                // A letter changes its case, or becomes another.
                bytes[at] ^= if at % 2 == 0 { 0x20 } else { 0x01 };
                (one.file.clone(), at, one.bytes[at], bytes)
            })
        })
        .collect();
    let halves = changed.split_at(changed.len() / 2);
    let check = |changed: &[(String, usize, u8, Vec<u8>)]| {
        let requests: Vec<_> = changed.iter().map(|(.., bytes)| bytes.clone()).collect();
        let mut equivalences = BTreeSet::new();
        for ((file, at, was, bytes), result) in changed.iter().zip(results(&requests)) {
            match result["verified"].as_bool() {
                Some(false) => assert!(result["mismatch"]["sentence"].is_string(), "{result}"),
                None => assert!(result["error"]["sentence"].is_string(), "{result}"),
                Some(true) => {
                    let equivalence = equivalence(bytes, *at);
                    let is = char::from(bytes[*at]);
                    let was = char::from(*was);
                    assert_ne!(equivalence, "another", "{file}: {was:?} at {at} became {is:?}");
                    assert!(was.eq_ignore_ascii_case(&is), "{file}: {was:?} at {at} became {is:?}");
                    equivalences.insert(equivalence);
                }
            }
        }
        equivalences
    };
    let equivalences = std::thread::scope(|scope| {
        let other = scope.spawn(|| check(halves.1));
        &check(halves.0) | &other.join().unwrap()
    });
    let expected = ["a hexadecimal digit", "a name in SignedHeaders", "the name of a header"];
    assert_eq!(equivalences, BTreeSet::from(expected));
    assert!(changed.len() > 15_000, "{}", changed.len());
}

const COMMON: [(&str, &str); 8] = [
    ("AccessKeyId", "testid"),
    ("Action", "DescribeCustomerGateway"),
    ("Format", "json"),
    ("SignatureMethod", "HMAC-SHA1"),
    ("SignatureNonce", "n"),
    ("SignatureVersion", "1.0"),
    ("Timestamp", "2026-11-25T01:25:52.203918351Z"),
    ("Version", "2016-04-28"),
];

/// The RPC signature of these parameters beside the common ones, percent-encoded.
fn signature(method: Method, own: &[(&str, &str)]) -> String {
    let mut pairs = [&COMMON, own].concat();
    pairs.sort_unstable();
    let key = rpc::SigningKey::new(AccessKeySecret::new("testsecret").unwrap());
    let signature = rpc::StringToSign::of_pairs(method, Pairs::new(&pairs).unwrap()).sign(&key);
    encoded(signature.as_str())
}

fn encoded(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}

/// The common parameters and the signature as they are in a query.
fn common(method: Method, own: &[(&str, &str)]) -> String {
    let common = COMMON.map(|(name, value)| format!("{name}={}&", encoded(value))).concat();
    format!("{common}Signature={}", signature(method, own))
}

#[test]
fn of_rpc_in_each_place() {
    let own = [("Description", ""), ("Name", "a b+c"), ("RegionId", "cn-shanghai")];
    let parameters = json!({ "Description": "", "Name": "a b+c", "RegionId": "cn-shanghai" });
    let verified =
        json!({ "verified": true, "action": "DescribeCustomerGateway", "parameters": parameters });
    let get = common(Method::Get, &own);
    let post = common(Method::Post, &own);
    let form = "Content-Type: Application/X-WWW-Form-Urlencoded; charset=utf-8\r\n";
    let own = "Name=a+b%2Bc&Description=&RegionId=cn-shanghai";
    let len = |body: &str| format!("Content-Length: {}\r\n\r\n{body}", body.len());
    for request in [
        format!("GET /?{get}&{own} HTTP/1.1\r\nHost: h\r\n\r\n"),
        format!("GET http://vpc.aliyuncs.com?{own}&{get} HTTP/1.1\r\nHost: h\r\n\r\n"),
        format!("GET HTTPS://vpc.aliyuncs.com/?{own}&{get} HTTP/1.0\r\n\r\n"),
        // Without what nobody needs, with what nobody wants, and encoded in other ways.
        format!("GET /?{get}&Description&%4eame=a%20b%2bc&&RegionId=cn-shanghai& HTTP/1.1\r\n\r\n"),
        // An end of line before it, and line ends of Unix.
        format!("\r\nGET /?{get}&{own} HTTP/1.1\nHost: h\n\n"),
        format!("POST / HTTP/1.1\r\n{form}{}", len(&format!("{own}&{post}"))),
        format!("POST /?{post} HTTP/1.1\r\n{form}{}", len(own)),
        format!("POST /?{own} HTTP/1.1\r\n{form}{}", len(&post)),
        // The same in both places counts once.
        format!("POST /?{own}&{post} HTTP/1.1\r\n{form}{}", len(own)),
        format!("POST /?{own}&{post}&RegionId=cn-shanghai HTTP/1.1\r\n\r\n"),
        // A body that is no form is not signed, and one without a length ends with the recording.
        format!("POST /?{own}&{post} HTTP/1.1\r\nContent-Type: text/plain\r\n{}", len("Name=b")),
        format!("POST /?{post} HTTP/1.1\r\n{form}\r\n{own}"),
        // Chunks, with an extension and a trailer.
        format!(
            "POST /?{post} HTTP/1.1\r\n{form}Transfer-Encoding: Chunked\r\n\r\n5;a=b\r\n{}\r\n{:X}\r\n{}\r\n\
             0\r\nX: y\r\n\r\n",
            &own[..5],
            own.len() - 5,
            &own[5..],
        ),
    ] {
        assert_eq!(result(&request), verified, "{request}");
    }
}

/// What of a mismatch is not its sentence.
fn parts(result: &Value) -> (&str, Option<&str>, Option<&str>, Option<&str>) {
    assert_eq!(result["verified"], false, "{result}");
    let mismatch = &result["mismatch"];
    let names: Vec<_> = mismatch.as_object().unwrap().keys().collect();
    assert_eq!(names, ["kind", "name", "ours", "theirs", "sentence"], "{result}");
    let text = |name: &str| mismatch[name].as_str();
    (text("kind").unwrap(), text("name"), text("ours"), text("theirs"))
}

#[test]
fn of_rpc_that_was_signed_otherwise() {
    let signed = |method, own: &[(&str, &str)], sent: &str| {
        let common = common(method, own);
        result(&format!("GET /?{common}&{sent} HTTP/1.1\r\n\r\n"))
    };
    let differs = |name, ours, theirs| ("differs", Some(name), ours, theirs);
    let name = [("Name", "a b")];
    let get = Method::Get;
    let by_method = signed(Method::Post, &name, "Name=a+b");
    assert_eq!(parts(&by_method), differs("method", Some("POST"), Some("GET")));
    let plus = signed(get, &[("Name", "a+b")], "Name=a+b");
    assert_eq!(parts(&plus), differs("Name", Some("a+b"), Some("a b")));
    assert_eq!(
        plus["mismatch"]["sentence"],
        r#"Name was signed as "a+b", but the service read "a b""#,
    );
    let twice = signed(get, &name, "Name=a%2520b");
    assert_eq!(parts(&twice), ("doubly-encoded", Some("Name"), Some("a b"), Some("a%20b")));
    let empty = signed(get, &name, "Name=a+b&Description=&Asn=");
    assert_eq!(parts(&empty), differs("Asn", None, Some("")));
    let more = signed(get, &name, "Name=a+b&utm_source=x");
    assert_eq!(parts(&more), differs("utm_source", None, Some("x")));
    let token = signed(get, &name, "Name=a+b&SecurityToken=CAISsecret");
    assert_eq!(parts(&token), differs("SecurityToken", None, Some("[redacted]")));
    let common = common(get, &name);
    let path = result(&format!("GET /vpc?{common}&Name=a+b HTTP/1.1\r\n\r\n"));
    assert_eq!(parts(&path), differs("path", Some("/"), Some("/vpc")));
    let less = signed(get, &name, "Name=a");
    assert_eq!(less["mismatch"], wrong_secret());
}

/// A form whose query was not signed, and a query whose form was not.
#[test]
fn of_rpc_of_which_one_place_was_signed() {
    let form = "Content-Type: application/x-www-form-urlencoded\r\n\r\n";
    let common = common(Method::Post, &[("Name", "a")]);
    let in_query = result(&format!("POST /?{common}&Name=a HTTP/1.1\r\n{form}Description=b&Asn=c"));
    assert_eq!(parts(&in_query), ("differs", Some("Asn"), None, Some("c")));
    let in_form = result(&format!("POST /?{common}&Description=b&Asn=c HTTP/1.1\r\n{form}Name=a"));
    assert_eq!(parts(&in_form), ("differs", Some("Asn"), None, Some("c")));
}

/// A request with the ACS3 signature: how it is signed, and what of that its text is made of.
struct Acs3<'a> {
    canonical: &'a str,
    names: &'a str,
    start: &'a str,
    headers: &'a str,
}

impl Acs3<'_> {
    fn result(&self, body: &str) -> Value {
        let Self { canonical, names, start, headers } = self;
        let hash = acs3::BodyHash::new(body.as_bytes());
        let text = format!("{canonical}\n\n{names}\n{}", hash.as_str());
        let key = acs3::SigningKey::new(AccessKeySecret::new("testsecret").unwrap());
        let signature = acs3::StringToSign::of_text(&text).sign(&key);
        result(&format!(
            "{start} HTTP/1.1\r\n{headers}\r\nAuthorization: ACS3-HMAC-SHA256 Credential=testid, \
             SignedHeaders={names},Signature={signature}\r\nContent-Length: {}\r\n\r\n{body}",
            body.len(),
        ))
    }
}

const ACS3: Acs3<'_> = Acs3 {
    canonical: "POST\n/\nName=a%20b&ToAddress%5B%5D=c\nhost:h\nx-acs-action:A",
    names: "host;x-acs-action",
    start: "POST /?ToAddress[]=c&Name=a+b",
    headers: "Host: h\r\nx-acs-action: A",
};

#[test]
fn of_acs3_as_clients_write_it() {
    let parameters = json!({ "Name": "a b", "ToAddress[]": "c" });
    let verified = json!({ "verified": true, "action": "A", "parameters": parameters });
    let encoded = ACS3.result("");
    assert_eq!(encoded, verified);
    let plain = ACS3.canonical.replace("%5B%5D", "[]");
    let plain = Acs3 { canonical: &plain, ..ACS3 };
    assert_eq!(plain.result(""), verified);
    assert_eq!(plain.result("any body"), verified);
    let url = Acs3 { start: "POST http://h?Name=a+b&ToAddress%5b]=c", ..ACS3 };
    assert_eq!(url.result(""), verified);
    let spaced = Acs3 { headers: "HOST:h \t\r\nX-Acs-Action: \tA\r\nx-other:\u{e9}", ..ACS3 };
    assert_eq!(spaced.result(""), verified);
    let canonical = "POST\n/\nName=a%20b&ToAddress%5B%5D=c\nhost:h\nx-acs-action:A\nx-acs-b:1,2";
    for headers in ["X-Acs-B: 1\r\nx-acs-b: 2", "x-acs-b: 2\r\nX-ACS-B: 1"] {
        let headers = format!("{}\r\n{headers}", ACS3.headers);
        let names = "host;x-acs-action;x-acs-b";
        let joined = Acs3 { headers: &headers, canonical, names, ..ACS3 };
        assert_eq!(joined.result(""), verified, "{headers}");
    }
    let canonical = canonical.replace("1,2", "2,1");
    let headers = format!("{}\r\nX-Acs-B: 2\r\nx-acs-b: 1", ACS3.headers);
    let names = "x-acs-b;Host;x-acs-action";
    let as_given = Acs3 { headers: &headers, canonical: &canonical, names, ..ACS3 };
    assert_eq!(as_given.result(""), verified);
}

/// A name that is not encoded could be another parameter, and is not taken for one.
#[test]
fn of_acs3_with_names_that_are_other_parameters() {
    for name in ["a%26b%3D1%26c", "a%253Db"] {
        let start = format!("GET /?{name}=d&e[]=f");
        let plain = percent_encoding::percent_decode_str(name).decode_utf8().unwrap();
        let canonical = format!("GET\n/\n{plain}=d&e[]=f\nhost:h");
        let request =
            Acs3 { canonical: &canonical, names: "host", start: &start, headers: "Host: h" };
        assert_eq!(request.result("")["mismatch"], wrong_secret(), "{name}");
    }
}

#[test]
fn of_acs3_that_was_signed_otherwise() {
    let differs = |name, ours, theirs| ("differs", Some(name), ours, theirs);
    let start = ACS3.start.replace("POST", "GET");
    let by_method = Acs3 { start: &start, ..ACS3 }.result("");
    assert_eq!(parts(&by_method), differs("method", Some("POST"), Some("GET")));
    let canonical = ACS3.canonical.replace("host:h\n", "host:h:443\n");
    let host = Acs3 { canonical: &canonical, ..ACS3 }.result("");
    assert_eq!(parts(&host), differs("host", Some("h:443"), Some("h")));
    let canonical = ACS3.canonical.replace("a%20b", "a%2Bb");
    let plus = Acs3 { canonical: &canonical, ..ACS3 }.result("");
    assert_eq!(parts(&plus), differs("Name", Some("a+b"), Some("a b")));
    let canonical = ACS3.canonical.replace("Name=a%20b&ToAddress%5B%5D=c", "");
    let no_query = Acs3 { canonical: &canonical, ..ACS3 }.result("");
    assert_eq!(parts(&no_query), differs("Name", None, Some("a b")));
    let path = Acs3 { start: "POST /v?ToAddress[]=c&Name=a+b", ..ACS3 }.result("");
    assert_eq!(path["mismatch"], wrong_secret());
}

#[test]
fn of_acs3_whose_body_has_another_hash() {
    let hash = |body: &str| acs3::BodyHash::new(body.as_bytes()).as_str().to_owned();
    let (signed, received) = (hash("a"), hash("b"));
    let canonical = |hash: &str| format!("{}\nx-acs-content-sha256:{hash}", ACS3.canonical);
    let headers = |hash: &str| format!("{}\r\nx-acs-content-sha256: {hash}", ACS3.headers);
    let request = |in_header: &str, in_canonical: &str| {
        let (canonical, headers) = (canonical(in_canonical), headers(in_header));
        let names = "host;x-acs-action;x-acs-content-sha256";
        Acs3 { canonical: &canonical, headers: &headers, names, ..ACS3 }.result("b")
    };
    assert_eq!(request(&received, &received)["verified"], true);
    assert_eq!(
        request(&received.to_ascii_uppercase(), &received.to_ascii_uppercase())["verified"],
        true
    );
    // Signed with the body that came, and sent with the hash of another.
    let of_header = request(&signed, &received);
    let theirs = Some(signed.as_str());
    let expected = ("differs", Some("x-acs-content-sha256"), Some(received.as_str()), theirs);
    assert_eq!(parts(&of_header), expected);
    let of_body = request(&signed, &signed);
    let expected = ("differs", Some("body"), Some(signed.as_str()), Some(received.as_str()));
    assert_eq!(parts(&of_body), expected);
    let sentence =
        format!("the hash of the body was signed as {signed:?}, but the service read {received:?}");
    assert_eq!(of_body["mismatch"]["sentence"], sentence);
}

fn error(parameter: Option<&str>, sentence: &str, code: Option<&str>) -> Value {
    json!({ "error": { "parameter": parameter, "sentence": sentence, "code": code } })
}

#[test]
fn of_what_is_no_signed_request() {
    let common = common(Method::Get, &[]);
    let get = |query: &str| format!("GET /?{query} HTTP/1.1\r\nHost: h\r\n\r\n");
    let other = |name: &str, value: &str| {
        let value = format!("&{name}={value}");
        let (_, rest) = common.split_once(&format!("&{name}=")).unwrap();
        let was = format!("&{name}={}", rest.split('&').next().unwrap());
        get(&common.replace(&was, &value))
    };
    let incomplete = Some("IncompleteSignature");
    let unsigned = "the request is not signed: it has neither a Signature among its parameters nor an \
                    Authorization header of ACS3-HMAC-SHA256";
    for (request, parameter, sentence, code) in [
        (get("Action=A"), None, unsigned, incomplete),
        (
            get(&common.replace("AccessKeyId=testid", "AccessKeyId=testi")),
            Some("AccessKeyId"),
            r#""testi" is not among the keys"#,
            Some("InvalidAccessKeyId.NotFound"),
        ),
        (
            get(&common.replace("AccessKeyId=testid", "AccessKeyId=")),
            Some("AccessKeyId"),
            "AccessKeyId is missing: every request has one",
            None,
        ),
        (
            other("SignatureMethod", "HMAC-SHA256"),
            Some("SignatureMethod"),
            r#"SignatureMethod is "HMAC-SHA256": the only one that is checked is HMAC-SHA1"#,
            Some("InvalidSignatureMethod"),
        ),
        (
            other("SignatureVersion", "2.0"),
            Some("SignatureVersion"),
            r#"SignatureVersion is "2.0": the only one that is checked is 1.0"#,
            incomplete,
        ),
        (
            other("SignatureVersion", ""),
            Some("SignatureVersion"),
            "SignatureVersion is missing: it is 1.0",
            incomplete,
        ),
        (
            other("Signature", "abc"),
            Some("Signature"),
            "Signature has 3 bytes: write the base64 of an HMAC-SHA1, which is 28 characters",
            incomplete,
        ),
        (
            get(&format!("{common}&Name=a&Name=b")),
            Some("Name"),
            "Name is there with two values: send it once",
            None,
        ),
        (
            format!(
                "POST /?{common}&Name=a HTTP/1.1\r\n\
                 Content-Type: application/x-www-form-urlencoded\r\n\r\nName=b"
            ),
            Some("Name"),
            "Name is there with two values: send it once",
            None,
        ),
        (
            get("Name=a%2"),
            None,
            "'%' at byte 6 of the query has no two hexadecimal digits behind it: write it as %25",
            None,
        ),
        (get("Name=a%ff"), None, "what starts at byte 5 of the query is not UTF-8", None),
        (
            "get / HTTP/1.1\r\n\r\n".to_owned(),
            None,
            r#""get" is not a method that is signed, such as GET or POST"#,
            Some("UnsupportedHTTPMethod"),
        ),
        (
            "GET * HTTP/1.1\r\n\r\n".to_owned(),
            None,
            r#""*" is neither a path nor a URL of http or https"#,
            None,
        ),
    ] {
        assert_eq!(result(&request), error(parameter, sentence, code), "{request}");
    }
}

#[test]
fn of_what_is_no_http() {
    for (request, sentence) in [
        ("", "there is no request"),
        ("GET / HTTP/1.1\r\n", "the head of the request ends too early"),
        ("GET / HTTP/2\r\n\r\n", "it is not a request: invalid HTTP version"),
        ("POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\na", "the body ends too early"),
        (
            "POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nabc",
            "unexpected data after the request: 1 bytes",
        ),
        ("POST / HTTP/1.1\r\nContent-Length: +2\r\n\r\nab", "Content-Length is not a number"),
        (
            "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
            "there are two differing Content-Length",
        ),
        (
            "POST / HTTP/1.1\r\nContent-Length: 1048577\r\n\r\n",
            "the body has more than 1048576 bytes",
        ),
        (
            "POST / HTTP/1.1\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "Content-Length and Transfer-Encoding are both there",
        ),
        (
            "POST / HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
            "the only Transfer-Encoding that is read is chunked",
        ),
        (
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n",
            "the length of a chunk is not a number",
        ),
        (
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n",
            "a chunk is longer than it says",
        ),
        ("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", "a trailer ends too early"),
    ] {
        assert_eq!(result(request), error(None, sentence, None), "{request}");
    }
    let long = format!("GET /{} HTTP/1.1\r\n\r\n", "a".repeat(64 * 1024));
    assert_eq!(result(&long), error(None, "the head of the request is too long", None));
    let many = format!("GET / HTTP/1.1\r\n{}\r\n", "a:b\r\n".repeat(129));
    assert_eq!(result(&many), error(None, "the request has more than 128 headers", None));
}

#[test]
fn of_what_is_no_acs3() {
    let request = |authorization: &str| {
        format!(
            "GET / HTTP/1.1\r\nHost: h\r\nx-acs-date: d\r\nAuthorization: {authorization}\r\n\r\n"
        )
    };
    let signature = "0".repeat(64);
    let incomplete = Some("IncompleteSignature");
    for (authorization, sentence, code) in [
        (
            "ACS3-HMAC-SM3 Credential=testid".to_owned(),
            r#""ACS3-HMAC-SM3" is not checked: sign with ACS3-HMAC-SHA256"#,
            Some("InvalidSignatureMethod"),
        ),
        ("ACS3-HMAC-SHA256".to_owned(), "Authorization has no Credential", incomplete),
        (
            "ACS3-HMAC-SHA256 Credential=testid".to_owned(),
            "Authorization has no SignedHeaders",
            incomplete,
        ),
        (
            "ACS3-HMAC-SHA256 Credential=a,Credential=b".to_owned(),
            r#"Authorization has "Credential" twice"#,
            incomplete,
        ),
        (
            "ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=host,Signature=A".to_owned(),
            "Signature has 1 bytes: write an HMAC-SHA256 in 64 lower-case hexadecimal digits",
            incomplete,
        ),
        (
            format!("ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=host,Signature={signature}"),
            r#"header "x-acs-date" is not signed: sign host and every x-acs-* that is sent"#,
            incomplete,
        ),
        (
            format!(
                "ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=host;x-acs-date;accept,\
                 Signature={signature}"
            ),
            r#"header "accept" is to be signed, but is not among the headers: add it, or do not sign it"#,
            incomplete,
        ),
        (
            format!(
                "ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=host;x-acs-date,\
                 Signature={signature},X=1"
            ),
            r#"Authorization has an unknown member "X""#,
            incomplete,
        ),
    ] {
        assert_eq!(
            result(&request(&authorization)),
            error(None, sentence, code),
            "{authorization}"
        );
    }
    let two = request("ACS3-HMAC-SHA256 a=b\r\nAuthorization: c");
    let sentence = "there are two Authorization headers: send one";
    assert_eq!(result(&two), error(None, sentence, incomplete));
}

#[test]
fn of_lines_that_are_refused() {
    let request = BASE64_STANDARD.encode("GET / HTTP/1.1\r\n\r\n");
    for (line, sentence) in [
        (json!({ "op": "verify", "keys": {} }), r#""request_base64" is missing"#),
        (json!({ "op": "verify", "request_base64": request }), r#""keys" is missing"#),
        (
            json!({ "op": "verify", "request_base64": "a", "keys": {} }),
            r#""request_base64" is not base64: Invalid input length: 1"#,
        ),
    ] {
        let output = lines(line.to_string().as_bytes());
        let found: Value = serde_json::from_str(&output[0]).unwrap();
        assert_eq!(found, error(None, sentence, None), "{line}");
    }
    let common = common(Method::Get, &[]);
    let request = format!("GET /?{common} HTTP/1.1\r\n\r\n");
    let output = lines(line(request.as_bytes(), &json!({ "testid": "a b" })).as_bytes());
    let found: Value = serde_json::from_str(&output[0]).unwrap();
    assert_eq!(found["error"]["parameter"], "AccessKeySecret", "{found}");
}
