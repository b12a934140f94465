//! What the decoder reads from bodies, in JSON and XML.
#![cfg(all(feature = "json", feature = "xml"))]
#![allow(clippy::panic, reason = "what cannot be checked fails its test")]

use aliyun_customer_gateway::{
    BodyError, Created, DoesNotFit, ErrorCode, Failed, OwnedCreated, Response, Retry, Text,
    TextFault,
};
use serde_json::Value;

/// What to do about an answer that is broken.
const AGAIN: &str = ": send the request again, with the same ClientToken";

fn created(body: &[u8]) -> Created<'_> {
    match Response::decode(200, body) {
        Ok(Response::Created(created)) => created,
        other => panic!("{}: {other:?}", body.escape_ascii()),
    }
}

fn failed(status: u16, body: &[u8]) -> Failed<'_> {
    match Response::decode(status, body) {
        Ok(Response::Failed(failed)) => failed,
        other => panic!("{}: {other:?}", body.escape_ascii()),
    }
}

fn refused(status: u16, body: &[u8]) -> BodyError {
    match Response::decode(status, body) {
        Err(error) => error,
        other => panic!("{}: {other:?}", body.escape_ascii()),
    }
}

fn owned(text: Option<Text<'_>>) -> Option<String> {
    text.map(|text| text.to_string())
}

/// Every member of a gateway that was created, under the names of `expected.jsonl`.
fn members_of_created(created: &Created<'_>) -> Vec<(&'static str, Option<String>)> {
    vec![
        ("customer_gateway_id", Some(created.customer_gateway_id().to_string())),
        ("request_id", owned(created.request_id())),
        ("ip_address", owned(created.ip_address())),
        ("name", owned(created.name())),
        ("description", owned(created.description())),
        ("create_time_ms", created.create_time().map(|time| time.to_string())),
    ]
}

fn members_of_failed(failed: &Failed<'_>) -> Vec<(&'static str, Option<String>)> {
    vec![
        ("code", owned(failed.code())),
        ("message", owned(failed.message())),
        ("request_id", owned(failed.request_id())),
        ("host_id", owned(failed.host_id())),
        ("recommend", owned(failed.recommend())),
    ]
}

fn expected_member(members: &Value, name: &str) -> Option<String> {
    match members.get(name)? {
        Value::String(text) => Some(text.clone()),
        number => Some(number.to_string()),
    }
}

/// The byte to blame, of every error that blames one.
#[test]
fn errors_say_where() {
    let deep = "[".repeat(128);
    for (body, index) in [
        ("plain", Some(0)),
        (r#"{"Code":"Forb"#, Some(13)),
        (r#"{"Code":}"#, Some(8)),
        (&format!(r#"{{"Tags":{deep}"#), Some(135)),
        (r#"{"Code":"A"} x"#, Some(13)),
        ("<Error><Code>Forbidden</Message></Error>", Some(24)),
        ("<!DOCTYPE Error>", Some(0)),
        (r#"{"Code":"A","Code":"B"}"#, Some(12)),
        (r#"{"Code":"A\ud83c"}"#, Some(10)),
        ("", None),
        ("<html>", None),
    ] {
        let error = refused(400, body.as_bytes());
        assert_eq!(error.index(), index, "{body}: {error:?}");
    }
    assert_eq!(refused(400, b"{\"Code\":\"A\xff\"}").index(), Some(10));
    assert_eq!(refused(200, b"{}").index(), None);
}

#[test]
fn every_sample() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/bodies");
    let lines = std::fs::read_to_string(format!("{folder}/expected.jsonl")).unwrap();
    let mut files = Vec::new();
    for line in lines.lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        let file = line["file"].as_str().unwrap();
        let status = u16::try_from(line["status"].as_u64().unwrap()).unwrap();
        let body = std::fs::read(format!("{folder}/{file}")).unwrap();
        let answer = Response::decode(status, &body);
        let (members, found) = match &answer {
            Ok(Response::Created(created)) => (&line["created"], members_of_created(created)),
            Ok(Response::Failed(failed)) => {
                assert_eq!(failed.status(), status, "{file}");
                let known = line["failed"]["known"].as_bool();
                assert_eq!(Some(failed.known_code().is_some()), known, "{file}");
                (&line["failed"], members_of_failed(failed))
            }
            Err(error) => {
                assert_eq!(line["not_a_response"], true, "{file}: {error}");
                assert_eq!(*error, BodyError::Html, "{file}");
                (&Value::Null, Vec::new())
            }
        };
        let known = members.get("known").map_or(0, |_| 1);
        let stated = members.as_object().map_or(0, |members| members.len() - known);
        assert_eq!(found.iter().filter(|(_, text)| text.is_some()).count(), stated, "{file}");
        for (name, text) in found {
            assert_eq!(text, expected_member(members, name), "{file}: {name}");
        }
        files.push(file.to_owned());
    }
    let mut stored: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|file| file != "expected.jsonl")
        .collect();
    stored.sort_unstable();
    files.sort_unstable();
    assert_eq!(files, stored);
}

#[test]
fn names_that_are_almost_a_members() {
    for name in ["Names", "Nam", "Name ", " Name", "NAME", "Name\\u0000", "Name\\\"", "xName", ""] {
        let body = format!(r#"{{"{name}":"x","CustomerGatewayId":"cgw-1","{name}":"y"}}"#);
        assert_eq!(created(body.as_bytes()).name(), None, "{body}");
    }
    for name in ["Name", "name", "Nam\\u0065", "\\u004eame", "\\u006eame"] {
        let body = format!(r#"{{"{name}":"x","CustomerGatewayId":"cgw-1"}}"#);
        assert_eq!(created(body.as_bytes()).name(), Some(Text::plain("x")), "{body}");
    }
}

#[test]
fn create_time_in_json() {
    for (value, time) in [
        ("1493363486000", Some(1_493_363_486_000)),
        ("\"1493363486000\"", Some(1_493_363_486_000)),
        ("0", Some(0)),
        ("\"0\"", Some(0)),
        (r#""\u0031\u0032""#, Some(12)),
        ("9223372036854775807", Some(i64::MAX.unsigned_abs())),
        ("\"9223372036854775807\"", Some(i64::MAX.unsigned_abs())),
        ("9223372036854775808", None),
        ("18446744073709551615", None),
        ("18446744073709551616", None),
        ("\"0001493363486000000\"", Some(1_493_363_486_000_000)),
        ("\"0000000001493363486000000\"", Some(1_493_363_486_000_000)),
        ("\"00000000009223372036854775808\"", None),
        ("99999999999999999999999999999999999999999", None),
        ("\"99999999999999999999999999999999999999999\"", None),
        ("-1", None),
        ("\"-1\"", None),
        ("-0", None),
        ("1.5", None),
        ("1.0", None),
        ("1e3", None),
        ("1E+3", None),
        ("\"1e3\"", None),
        ("\"+1\"", None),
        ("\" 1\"", None),
        ("\"1 \"", None),
        ("\"\"", None),
        ("\"now\"", None),
        ("\"１\"", None),
        ("true", None),
        ("false", None),
        ("null", None),
        ("{}", None),
        (r#"{"CreateTime":1}"#, None),
        ("[]", None),
        ("[1]", None),
    ] {
        for body in [
            format!(r#"{{"CreateTime":{value},"CustomerGatewayId":"cgw-1","Name":"test"}}"#),
            format!(r#"{{"CustomerGatewayId":"cgw-1","Name":"test","CreateTime":{value}}}"#),
            format!(
                "{{\"Name\":\"test\" , \"CreateTime\" : {value} ,\n\"CustomerGatewayId\":\"cgw-1\"}}"
            ),
        ] {
            let created = created(body.as_bytes());
            assert_eq!(created.create_time(), time, "{body}");
            // Whatever it is, the rest is kept.
            assert_eq!(created.customer_gateway_id(), "cgw-1", "{body}");
            assert_eq!(created.name(), Some(Text::plain("test")), "{body}");
        }
    }
}

#[test]
fn create_time_in_xml() {
    for (value, time) in [
        ("1493363486000", Some(1_493_363_486_000)),
        ("<![CDATA[1493363486000]]>", Some(1_493_363_486_000)),
        ("1<!-- one -->2", Some(12)),
        ("&#49;2", Some(12)),
        ("9223372036854775807", Some(i64::MAX.unsigned_abs())),
        ("9223372036854775808", None),
        ("-1", None),
        ("1.5", None),
        ("1e3", None),
        ("true", None),
        ("", None),
        (" 1", None),
        ("<Ms>1</Ms>", None),
        ("1<Ms/>", None),
    ] {
        let body = format!(
            "<R><CreateTime>{value}</CreateTime><CustomerGatewayId>cgw-1</CustomerGatewayId>\
             <Name>test</Name></R>"
        );
        let created = created(body.as_bytes());
        assert_eq!(created.create_time(), time, "{body}");
        assert_eq!(created.customer_gateway_id(), "cgw-1", "{body}");
        assert_eq!(created.name(), Some(Text::plain("test")), "{body}");
    }
}

#[test]
fn members_that_are_no_text_are_absent() {
    for value in ["null", "true", "false", "{}", "[]", r#"{"Name":"x"}"#, r#"["x"]"#, "[[[]]]"] {
        let body = format!(
            r#"{{"Name":{value},"Description":{value},"IpAddress":{value},"RequestId":{value},
                "CustomerGatewayId":"cgw-1"}}"#
        );
        let found = members_of_created(&created(body.as_bytes()));
        let present: Vec<_> = found.into_iter().filter(|(_, text)| text.is_some()).collect();
        assert_eq!(present, [("customer_gateway_id", Some("cgw-1".to_owned()))], "{body}");
        let body = format!(r#"{{"Code":{value},"Message":{value},"HostId":{value}}}"#);
        let found = members_of_failed(&failed(400, body.as_bytes()));
        assert!(found.iter().all(|(_, text)| text.is_none()), "{body}");
    }
    // Elements with elements in them are no text either.
    let body = b"<Error><Code><b>Forbidden</b></Code><Message>a<b/>b</Message></Error>";
    assert_eq!(failed(400, body).code(), None);
    assert_eq!(failed(400, body).message(), None);
}

#[test]
fn numbers_are_texts_of_their_digits() {
    let created = created(br#"{"CustomerGatewayId":17,"Name":-1.5e3,"RequestId":0}"#);
    assert_eq!(created.customer_gateway_id(), "17");
    assert_eq!(created.name(), Some(Text::plain("-1.5e3")));
    assert_eq!(created.request_id(), Some(Text::plain("0")));
    let failed = failed(404, br#"{"Code":404,"Message":1}"#);
    assert_eq!(failed.code(), Some(Text::plain("404")));
    assert_eq!(failed.known_code(), None);
    assert_eq!(failed.message(), Some(Text::plain("1")));
}

#[test]
fn lower_camel_names() {
    let created = created(
        br#"{"customerGatewayId":"cgw-1","requestId":"R","createTime":12,"ipAddress":"101.12.0.12",
            "name":"n","description":"d"}"#,
    );
    let expected = [
        ("customer_gateway_id", "cgw-1"),
        ("request_id", "R"),
        ("ip_address", "101.12.0.12"),
        ("name", "n"),
        ("description", "d"),
        ("create_time_ms", "12"),
    ];
    assert_eq!(
        members_of_created(&created),
        expected.map(|(name, text)| (name, Some(text.to_owned())))
    );
    let failed = failed(
        400,
        b"<e><code>Forbidden</code><message>m</message><requestId>R</requestId>\
          <hostId>h</hostId><recommend>r</recommend></e>",
    );
    let expected = [
        ("code", "Forbidden"),
        ("message", "m"),
        ("request_id", "R"),
        ("host_id", "h"),
        ("recommend", "r"),
    ];
    assert_eq!(
        members_of_failed(&failed),
        expected.map(|(name, text)| (name, Some(text.to_owned())))
    );
}

#[test]
fn other_spellings_are_other_members() {
    for name in ["CODE", "cODE", "Code ", " Code", "Cod", "Codes", "code_", "Cöde", "ErrorCode"] {
        let body = format!(r#"{{"{name}":"Forbidden"}}"#);
        assert_eq!(failed(400, body.as_bytes()).code(), None, "{body}");
    }
    for name in ["CODE", "Codes", "ns:Code", "Code-", "ErrorCode"] {
        let body = format!("<Error><{name}>Forbidden</{name}></Error>");
        assert_eq!(failed(400, body.as_bytes()).code(), None, "{body}");
    }
}

#[test]
fn the_spelling_of_the_contract_counts_where_both_stand() {
    for (body, code) in [
        (r#"{"Code":"A","code":"b"}"#, "A"),
        (r#"{"code":"b","Code":"A"}"#, "A"),
        ("<e><Code>A</Code><code>b</code></e>", "A"),
        ("<e><code>b</code><Code>A</Code></e>", "A"),
        // Nothing counts less than something.
        (r#"{"Code":null,"code":"b"}"#, "b"),
        (r#"{"code":"b","Code":null}"#, "b"),
        (r#"{"Code":"A","code":null}"#, "A"),
        (r#"{"code":null,"Code":"A"}"#, "A"),
        // What is wrong in the one that does not count does not matter.
        (r#"{"Code":"A","code":"\q"}"#, "A"),
        (r#"{"code":"\q","Code":"A"}"#, "A"),
    ] {
        assert_eq!(failed(400, body.as_bytes()).code(), Some(Text::plain(code)), "{body}");
    }
    assert_eq!(
        refused(400, br#"{"code":"b","Code":"\q"}"#),
        BodyError::InvalidText { member: "Code", fault: TextFault::BrokenEscape, index: 20 }
    );
}

#[test]
fn names_may_be_escaped() {
    let body = br#"{"\u0043ode":"Forbidden","Mess\u0061ge":"m","\u0043ustomerGatewayI\u0064":"1"}"#;
    assert_eq!(failed(400, body).known_code(), Some(ErrorCode::Forbidden));
    assert_eq!(failed(400, body).message(), Some(Text::plain("m")));
    assert_eq!(created(body).customer_gateway_id(), "1");
    // Twice is twice, however it is written.
    assert_eq!(
        refused(400, br#"{"Code":"A","\u0043ode":"A"}"#),
        BodyError::Duplicate { member: "Code", index: 12 }
    );
    // A name that nobody could read is nobody's.
    assert_eq!(failed(400, br#"{"\q":1,"Code":"A"}"#).code(), Some(Text::plain("A")));
    assert_eq!(failed(400, b"{\"\xff\":1,\"Code\":\"A\"}").code(), Some(Text::plain("A")));
}

#[test]
fn nested_members_of_the_same_name_are_not_the_member() {
    for body in [
        r#"{"Detail":{"Code":"inner"},"Code":"outer"}"#,
        r#"{"Code":"outer","Detail":{"Code":"inner"}}"#,
        r#"{"Detail":[{"Code":"inner"},{"code":"inner"}],"Code":"outer"}"#,
        r#"{"Code":"outer","a":{"b":{"Code":{"Code":"inner"}}},"Detail":["Code"]}"#,
        "<e><Detail><Code>inner</Code></Detail><Code>outer</Code></e>",
        "<e><Code>outer</Code><Detail><Code>inner</Code></Detail></e>",
        "<e><a><b><Code>inner</Code><Code/></b></a><Code>outer</Code></e>",
        "<Code><Code>outer</Code></Code>",
        "<e Code='inner'><Detail Code='inner'/><Code>outer</Code></e>",
        "<e><!-- <Code>inner</Code> --><Code>outer</Code><![CDATA[<Code>inner</Code>]]></e>",
    ] {
        assert_eq!(failed(400, body.as_bytes()).code(), Some(Text::plain("outer")), "{body}");
    }
    // A nested one alone is none.
    for body in [r#"{"Detail":{"Code":"inner"}}"#, "<e><Detail><Code>inner</Code></Detail></e>"] {
        assert_eq!(failed(400, body.as_bytes()).code(), None, "{body}");
        assert_eq!(refused(200, body.as_bytes()), BodyError::NothingCreated, "{body}");
    }
}

#[test]
fn a_member_that_is_read_stands_once() {
    for (status, body, member, index) in [
        (400, r#"{"Code":"A","Code":"A"}"#, "Code", 12),
        (400, r#"{"Code":"A", "Code":"A"}"#, "Code", 13),
        (400, r#"{"Code":null,"Code":"A"}"#, "Code", 13),
        (400, r#"{"Code":"A","Code":{}}"#, "Code", 12),
        (400, r#"{"Code":"A","Message":"m","HostId":"h","Message":"m"}"#, "Message", 39),
        (400, r#"{"code":"A","code":"A"}"#, "Code", 12),
        (200, r#"{"CustomerGatewayId":"1","CustomerGatewayId":"1"}"#, "CustomerGatewayId", 25),
        (200, r#"{"CustomerGatewayId":"1","Name":"n","Name":"n"}"#, "Name", 36),
        (200, r#"{"CreateTime":1,"CreateTime":1,"CustomerGatewayId":"1"}"#, "CreateTime", 16),
        // The second is named, not the third.
        (400, r#"{"Code":"A","Code":"A","Code":"A"}"#, "Code", 12),
        (400, "<e><Code>A</Code><Code>A</Code></e>", "Code", 17),
        (400, "<e><Code>A</Code> <Code/></e>", "Code", 18),
        (200, "<e><CustomerGatewayId>1</CustomerGatewayId><Name/><Name/></e>", "Name", 50),
    ] {
        let error = refused(status, body.as_bytes());
        assert_eq!(error, BodyError::Duplicate { member, index }, "{body}");
        assert_eq!(
            error.to_string(),
            format!("{member} stands twice in the body, again at byte {index}{AGAIN}")
        );
        let start = &body[index..];
        assert!(start.starts_with('"') || start.starts_with('<'), "{body}");
    }
}

#[test]
fn what_nobody_reads_may_stand_twice() {
    for body in [
        r#"{"CustomerGatewayId":"1","Code":"A","Code":"A","Message":1,"Message":2}"#,
        r#"{"a":1,"a":2,"a":3,"CustomerGatewayId":"1"}"#,
        "<e><CustomerGatewayId>1</CustomerGatewayId><Code/><Code/><a/><a/></e>",
    ] {
        assert_eq!(created(body.as_bytes()).customer_gateway_id(), "1", "{body}");
    }
    for body in [
        r#"{"Name":"n","Name":"n","CustomerGatewayId":1,"CustomerGatewayId":1,"Code":"A"}"#,
        "<e><Name/><Name/><Code>A</Code></e>",
    ] {
        assert_eq!(failed(400, body.as_bytes()).code(), Some(Text::plain("A")), "{body}");
    }
}

#[test]
fn broken_text_in_a_member_that_is_read() {
    use TextFault::{BrokenEscape, Forbidden, LoneSurrogate};

    for (body, fault, index) in [
        (r#"{"Code":"ab\qc"}"#, BrokenEscape, 11),
        (r#"{"Code":"\u+041"}"#, BrokenEscape, 9),
        (r#"{"Code":"\u12"}"#, BrokenEscape, 9),
        (r#"{"Code":"\u004G"}"#, BrokenEscape, 9),
        (r#"{"Code":"上\x41"}"#, BrokenEscape, 12),
        (r#"{"Code":"\U0041"}"#, BrokenEscape, 9),
        (r#"{"Code":"\ud83c"}"#, LoneSurrogate, 9),
        (r#"{"Code":"a\udfe2"}"#, LoneSurrogate, 10),
        (r#"{"Code":"\ud83cx"}"#, LoneSurrogate, 9),
        (r#"{"Code":"\ud83c\n"}"#, LoneSurrogate, 9),
        (r#"{"Code":"\ud83c\ud83c"}"#, LoneSurrogate, 9),
        (r#"{"Code":"\udfe2\ud83c"}"#, LoneSurrogate, 9),
        (r#"{"Code":"\ud83c\u0041"}"#, LoneSurrogate, 9),
        ("{\"Code\":\"a\nb\"}", Forbidden, 10),
        ("{\"Code\":\"a\0b\"}", Forbidden, 10),
        ("{\"Code\":\"\x1f\"}", Forbidden, 9),
        ("<e><Code>a&nbsp;b</Code></e>", BrokenEscape, 10),
        ("<e><Code>&amp</Code></e>", BrokenEscape, 9),
        ("<e><Code>a & b</Code></e>", BrokenEscape, 11),
        ("<e><Code>&;</Code></e>", BrokenEscape, 9),
        ("<e><Code>&#;</Code></e>", BrokenEscape, 9),
        ("<e><Code>&#x;</Code></e>", BrokenEscape, 9),
        ("<e><Code>&#X41;</Code></e>", BrokenEscape, 9),
        ("<e><Code>&#4a;</Code></e>", BrokenEscape, 9),
        ("<e><Code>&#+65;</Code></e>", BrokenEscape, 9),
        ("<e><Code>&AMP;</Code></e>", BrokenEscape, 9),
        ("<e><Code>&#xD83C;&#xDFE2;</Code></e>", LoneSurrogate, 9),
        ("<e><Code>上&#0;</Code></e>", Forbidden, 12),
        ("<e><Code>&#x110000;</Code></e>", Forbidden, 9),
        ("<e><Code>&#99999999999;</Code></e>", Forbidden, 9),
        ("<e><Code>&#xFFFE;</Code></e>", Forbidden, 9),
        ("<e><Code>\u{fffe}</Code></e>", Forbidden, 9),
        ("<e><Code>a]]>b</Code></e>", Forbidden, 10),
        ("<e><Code>a\x0bb</Code></e>", Forbidden, 10),
        ("<e><Code><![CDATA[a\x01]]></Code></e>", Forbidden, 19),
    ] {
        let error = refused(400, body.as_bytes());
        assert_eq!(error, BodyError::InvalidText { member: "Code", fault, index }, "{body}");
        let words = match fault {
            BrokenEscape => "broken escape",
            LoneSurrogate => "lone surrogate",
            _ => "forbidden character",
        };
        assert_eq!(
            error.to_string(),
            format!("{words} at byte {index} of the body, in Code{AGAIN}")
        );
        // The same with a byte order mark and white space before it.
        let shifted = format!("\u{feff} \n{body}");
        let index = index + 5;
        assert_eq!(
            refused(400, shifted.as_bytes()),
            BodyError::InvalidText { member: "Code", fault, index },
            "{body}"
        );
    }
}

#[test]
fn bytes_that_are_not_utf8_in_a_member_that_is_read() {
    for (body, index) in [
        (&b"{\"Code\":\"\xff\"}"[..], 9),
        (b"{\"Code\":\"ab\xc3\"}", 11),
        (b"{\"Code\":\"\xe4\xb8\x8a\xe6\xb5\"}", 12),
        (b"{\"Code\":\"\xed\xa0\xbc\"}", 9),
        (b"{\"Code\":\"\xc0\xaf\"}", 9),
        (b"{\"Code\":\"\\q\x80\"}", 11),
        (b"<e><Code>a\x80</Code></e>", 10),
        (b"<e><Code><!-- \xff --></Code></e>", 14),
    ] {
        let error = refused(400, body);
        let expected = BodyError::InvalidUtf8 { member: "Code", index };
        assert_eq!(error, expected, "{}", body.escape_ascii());
        assert_eq!(
            error.to_string(),
            format!("Code is not UTF-8 at byte {index} of the body{AGAIN}")
        );
    }
}

#[test]
fn broken_text_that_nobody_reads_is_skipped() {
    for body in [
        &b"{\"Code\":\"A\",\"x\":\"\\q\"}"[..],
        b"{\"x\":\"\xff\",\"Code\":\"A\"}",
        b"{\"\xff\":\"\xff\\\"\",\"Code\":\"A\"}",
        b"{\"x\":[\"\xff\",{\"\xff\":\"\\u\"}],\"Code\":\"A\"}",
        b"{\"Name\":\"\xff\",\"CustomerGatewayId\":\"\\u+041\",\"Code\":\"A\"}",
        b"<e><x>&nbsp;\xff</x><Code>A</Code></e>",
        b"<e \xff='&nbsp;'><Name>&nbsp;</Name><!-- \xff --><?p \xff?><Code>A</Code>&nbsp;</e>",
        b"<?xml \xff?><e><x><![CDATA[\xff\0]]></x><Code>A</Code></e>",
    ] {
        let failed = failed(400, body);
        assert_eq!(failed.code(), Some(Text::plain("A")), "{}", body.escape_ascii());
    }
    // With an id, what an error would say is not read.
    let body = b"{\"CustomerGatewayId\":\"1\",\"Code\":\"\xff\",\"Message\":\"\\q\"}";
    assert_eq!(created(body).customer_gateway_id(), "1");
}

#[test]
fn escapes_of_json() {
    for (raw, read) in [
        (r"", ""),
        (r"plain 上海", "plain 上海"),
        (r#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{c}\n\r\t"),
        (r"\u0041\u00e9\u4E0A\u4e0a", "Aé上上"),
        (r"\u0000", "\0"),
        (r"\ud83c\udfe2", "🏢"),
        (r"\uD83C\uDFE2", "🏢"),
        (r"\ud800\udc00\udbff\udfff", "\u{10000}\u{10ffff}"),
        (r"a\ud83c\udfe2b\\ud83c", "a🏢b\\ud83c"),
        (r"\ud7ff\ue000\uffff", "\u{d7ff}\u{e000}\u{ffff}"),
        ("\u{7f}\u{80}\u{2028}", "\u{7f}\u{80}\u{2028}"),
        (r"?a=1\u0026b=2", "?a=1&b=2"),
    ] {
        let body = format!(r#"{{"Message":"{raw}"}}"#);
        let message = failed(400, body.as_bytes()).message().unwrap();
        assert_eq!(message.to_string(), read, "{raw}");
        assert_eq!(message.as_raw(), raw);
        assert_eq!(message, Text::from_json(raw).unwrap());
    }
}

#[test]
fn content_of_xml() {
    for (raw, read) in [
        ("", ""),
        ("plain 上海", "plain 上海"),
        (" \n\t white ", " \n\t white "),
        ("&amp;&lt;&gt;&quot;&apos;", "&<>\"'"),
        ("&amp;amp;", "&amp;"),
        ("&#65;&#x41;&#x4e0A;&#x1F3E2;&#0000065;", "AA上🏢A"),
        ("&#9;&#10;&#13;&#x10FFFF;", "\t\n\r\u{10ffff}"),
        ("<![CDATA[a&b<c>&amp;]]>", "a&b<c>&amp;"),
        ("<![CDATA[]]>", ""),
        ("<![CDATA[]]]]>", "]]"),
        ("<![CDATA[a]]]]><![CDATA[>b]]>", "a]]>b"),
        ("a<![CDATA[b]]>c<![CDATA[<d>]]>", "abc<d>"),
        ("<![CDATA[<![CDATA[]]>", "<![CDATA["),
        ("<![CDATA[<!-- a -->]]>", "<!-- a -->"),
        ("a<!-- b -->c", "ac"),
        ("<!-- <![CDATA[ -->a", "a"),
        ("a<?php echo '</Message>' ?>b", "ab"),
        ("a]b]]c>d", "a]b]]c>d"),
        ("a\r\nb\rc\n\rd", "a\nb\nc\n\nd"),
        ("a&#13;\nb", "a\r\nb"),
        ("<![CDATA[a\r\nb\rc]]>", "a\nb\nc"),
        ("\u{7f}\u{85}\u{2028}\u{fffd}", "\u{7f}\u{85}\u{2028}\u{fffd}"),
        ("\u{ffef}\u{f000}", "\u{ffef}\u{f000}"),
    ] {
        let body = format!("<Error><Message>{raw}</Message></Error>");
        let message = failed(400, body.as_bytes()).message().expect(raw);
        assert_eq!(message.to_string(), read, "{raw}");
        assert_eq!(message.as_raw(), raw);
        assert_eq!(message, Text::from_xml(raw).unwrap());
    }
}

#[test]
fn documents_of_xml() {
    for body in [
        "<Error><Code>A</Code></Error>",
        "<?xml version=\"1.0\"?><Error><Code>A</Code></Error>",
        "<?xml version='1.0' encoding='UTF-8'?><Error><Code>A</Code></Error>",
        "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\r\n<Error><Code>A</Code></Error>",
        "\u{feff}<?xml version='1.0'?><Error><Code>A</Code></Error>",
        "\u{feff}<Error><Code>A</Code></Error>",
        " \r\n\t<Error><Code>A</Code></Error> \r\n\t",
        "<!-- a > b --><Error><Code>A</Code></Error><!-- c -->",
        "<?p <x> ?><Error><Code>A</Code></Error><?p ?>",
        "<Error ><Code\n>A</Code\t></Error >",
        "<Error xmlns=\"urn:x\" a='>' b=\"'\" c='\"'><Code id = '1'>A</Code></Error>",
        "<ns:Error xmlns:ns='urn:x'><Code>A</Code></ns:Error>",
        "<ä-._:1><Code>A</Code></ä-._:1>",
        "<Error>text<Code>A</Code>&amp;<Detail/>]]</Error>",
        "<Error><Detail a='1'/><Detail /><Code>A</Code><Detail></Detail></Error>",
        "<AnyRootAtAll><Code>A</Code></AnyRootAtAll>",
        "<Error><![CDATA[</Error>]]><Code>A</Code><!--</Error>--><?p </Error>?></Error>",
    ] {
        assert_eq!(failed(400, body.as_bytes()).code(), Some(Text::plain("A")), "{body}");
    }
    for (body, message) in [
        ("<Error><Message/></Error>", Some(Text::plain(""))),
        ("<Error><Message a='1' /></Error>", Some(Text::plain(""))),
        ("<Error><Message></Message></Error>", Some(Text::plain(""))),
        ("<Error></Error>", None),
        ("<Error/>", None),
        ("<Error />", None),
        ("<Message>text</Message>", None),
    ] {
        assert_eq!(failed(400, body.as_bytes()).message(), message, "{body}");
    }
}

#[test]
fn documents_of_json() {
    for body in [
        r#"{"Code":"A"}"#,
        "\u{feff}{\"Code\":\"A\"}",
        " \t\r\n{ \t\r\n\"Code\" \t\r\n: \t\r\n\"A\" \t\r\n} \t\r\n",
        "\u{feff}\n{\"Code\":\"A\"}",
        r#"{"":0,"Code":"A"}"#,
        r#"{"a":0,"b":-0,"c":-0.5E-10,"d":1e9,"e":1E+9,"f":10.25,"Code":"A"}"#,
        r#"{"Code":"A","a":true,"b":false,"c":null,"d":[],"e":{},"f":""}"#,
        r#"{"a":[ ],"b":{ },"c":[ 1 , [ 2 ] , { "d" : [ { } ] } ],"Code":"A"}"#,
        r#"{"a":"}]\"","b":["\\"],"Code":"A","c":"\\\\\"{"}"#,
        r#"{"a\"":"\"","Code":"A"}"#,
    ] {
        assert_eq!(failed(400, body.as_bytes()).code(), Some(Text::plain("A")), "{body}");
    }
}

#[test]
fn the_status_tells_success_from_failure() {
    let both = br#"{"CustomerGatewayId":"cgw-1","Code":"Forbidden","RequestId":"R"}"#;
    for status in [200, 201, 202, 204, 299] {
        match Response::decode(status, both) {
            Ok(Response::Created(created)) => assert_eq!(created.customer_gateway_id(), "cgw-1"),
            other => panic!("{status}: {other:?}"),
        }
    }
    for status in [0, 100, 199, 300, 302, 400, 403, 404, 429, 500, 503, 599, 600, u16::MAX] {
        let failed = failed(status, both);
        assert_eq!(failed.status(), status);
        assert_eq!(failed.known_code(), Some(ErrorCode::Forbidden));
    }
}

#[test]
fn success_without_an_id() {
    for body in [
        r#"{"Code":"Throttling.User","RequestId":"R"}"#,
        r#"{"CustomerGatewayId":null,"Code":"Throttling.User"}"#,
        r#"{"CustomerGatewayId":"","Code":"Throttling.User"}"#,
        r#"{"CustomerGatewayId":{},"Code":"Throttling.User"}"#,
        "<e><CustomerGatewayId/><Code>Throttling.User</Code></e>",
        "<e><Code>Throttling.User</Code></e>",
    ] {
        let failed = failed(200, body.as_bytes());
        assert_eq!(failed.status(), 200, "{body}");
        assert_eq!(failed.known_code(), Some(ErrorCode::ThrottlingUser), "{body}");
        assert_eq!(failed.retry(), Retry::AfterPause, "{body}");
    }
    for body in [
        "{}",
        r#"{"RequestId":"R"}"#,
        r#"{"Code":null,"CustomerGatewayId":null}"#,
        r#"{"Code":"","CustomerGatewayId":""}"#,
        r#"{"Code":{},"Message":"m"}"#,
        "<e/>",
        "<e></e>",
        "<e><Code/><CustomerGatewayId></CustomerGatewayId></e>",
        "<CustomerGatewayId>cgw-1</CustomerGatewayId>",
    ] {
        let error = refused(200, body.as_bytes());
        assert_eq!(error, BodyError::NothingCreated, "{body}");
        assert_eq!(error.index(), None);
        assert_eq!(
            error.to_string(),
            "the status is one of success, but the body has neither a CustomerGatewayId nor a Code: \
             send the request again, with the same ClientToken"
        );
    }
}

#[test]
fn failures_without_a_code() {
    for body in ["{}", r#"{"Code":null}"#, r#"{"Code":""}"#, "<e/>", "<e><Code/></e>"] {
        for (status, retry) in [(400, Retry::Not), (500, Retry::AfterPause), (302, Retry::Not)] {
            let failed = failed(status, body.as_bytes());
            assert_eq!(failed.code(), None, "{body}");
            assert_eq!(failed.known_code(), None, "{body}");
            assert_eq!(failed.retry(), retry, "{body}");
            assert_eq!(failed.to_string(), format!("failed with status {status}"));
        }
    }
}

#[test]
fn what_to_do_about_a_failure() {
    for (status, code, known, retry) in [
        (400, "Forbidden.SubUser", Some(ErrorCode::ForbiddenSubUser), Retry::Not),
        (400, r"Resource\u002eQuotaFull", Some(ErrorCode::QuotaFull), Retry::Not),
        (400, r"\u0053ignatureNonceUsed", Some(ErrorCode::SignatureNonceUsed), Retry::AtOnce),
        (400, "InvalidTimeStamp.Expired", Some(ErrorCode::TimestampExpired), Retry::AfterClock),
        (400, "Throttling.Other", None, Retry::AfterPause),
        (400, r"Request.\u0054hrottling", None, Retry::AfterPause),
        (400, "ThrottlinThrottling", None, Retry::AfterPause),
        (400, "Other", None, Retry::Not),
        (500, "Other", None, Retry::AfterPause),
        (
            400,
            r"OperationFailed.LastTokenProcessin\u0067",
            Some(ErrorCode::OperationFailedLastTokenProcessing),
            Retry::AfterPause,
        ),
        // Of a family, and longer than any code of the table.
        (
            400,
            r"Invalid\u0041VeryLongParameterNameThatNobodyHasEverSeen.Malformed",
            Some(ErrorCode::InvalidParameter),
            Retry::Not,
        ),
        (400, r"\u004dissingRegionId", Some(ErrorCode::MissingParameter), Retry::Not),
    ] {
        let body = format!(r#"{{"Code":"{code}"}}"#);
        let failed = failed(status, body.as_bytes());
        assert_eq!(failed.known_code(), known, "{code}");
        assert_eq!(failed.retry(), retry, "{code}");
        let text = failed.code().unwrap().to_string();
        assert_eq!(Retry::of(status, Some(&text)), retry, "{code}");
        assert_eq!(ErrorCode::from_wire(&text), known, "{code}");
    }
}

#[test]
fn answers_in_one_line() {
    let created = created(br#"{"CustomerGatewayId":"cgw-1\u0026"}"#);
    assert_eq!(created.to_string(), "created cgw-1&");
    for (body, line) in [
        (r#"{"Code":"A","Message":"m \u00221\u0022"}"#, "failed with status 400, A: m \"1\""),
        (r#"{"Code":"A"}"#, "failed with status 400, A"),
        (r#"{"Message":"m"}"#, "failed with status 400: m"),
    ] {
        assert_eq!(failed(400, body.as_bytes()).to_string(), line);
    }
}

#[test]
fn one_answer_in_both_formats_is_one_answer() {
    let json =
        r#"{"CustomerGatewayId":"cgw-1","Name":"a\u0026b","CreateTime":12,"Description":"上\n"}"#;
    let xml = "<R><Description>&#x4e0a;\r\n</Description><CreateTime>12</CreateTime>\
               <CustomerGatewayId>cgw-1</CustomerGatewayId><Name><![CDATA[a&b]]></Name></R>";
    assert_eq!(created(json.as_bytes()), created(xml.as_bytes()));
}

#[test]
fn copies_outlive_the_body() {
    let mut body = *br#"{"CustomerGatewayId":"cgw-1","Name":"\u4e0a\u6d77","CreateTime":12}"#;
    let owned: OwnedCreated = created(&body).to_owned().unwrap();
    body.fill(0xa5);
    assert_eq!(owned.customer_gateway_id, "cgw-1");
    assert_eq!(owned.name.as_deref(), Some("上海"));
    assert_eq!(owned.create_time, Some(12));
    assert_eq!((owned.request_id, owned.ip_address, owned.description), (None, None, None));
}

#[test]
fn copies_of_stated_capacity() {
    type Copies = OwnedCreated<6, 8>;

    let exact = format!(
        r#"{{"CustomerGatewayId":"{}","RequestId":"{}","IpAddress":"{}","Name":"\u4e0a\u6d77",
            "Description":"\ud83c\udfe2abcd"}}"#,
        "c".repeat(64),
        "r".repeat(64),
        "1".repeat(45)
    );
    let copies: Copies = created(exact.as_bytes()).to_owned().unwrap();
    assert_eq!(copies.customer_gateway_id, "c".repeat(64).as_str());
    assert_eq!(copies.request_id, Some("r".repeat(64).as_str().try_into().unwrap()));
    assert_eq!(copies.ip_address, Some("1".repeat(45).as_str().try_into().unwrap()));
    assert_eq!(copies.name.as_deref(), Some("上海"));
    assert_eq!(copies.description.as_deref(), Some("🏢abcd"));

    for (from, to, member, needed, capacity) in [
        ("\"ccc", "\"cccc", "CustomerGatewayId", 65, 64),
        ("\"rrr", "\"rrrr", "RequestId", 65, 64),
        ("\"111", "\"1111", "IpAddress", 46, 45),
        (r"\u6d77", r"\u6d77!", "Name", 7, 6),
        (r"\u6d77", r"\u6d77\u6d77", "Name", 9, 6),
        ("abcd", r"abc\u00e9", "Description", 9, 8),
    ] {
        let body = exact.replacen(from, to, 1);
        let created = created(body.as_bytes());
        let refused: DoesNotFit = created.to_owned::<6, 8>().unwrap_err();
        assert_eq!(refused.member(), member);
        assert_eq!(refused.needed(), needed, "{member}");
        assert_eq!(refused.capacity(), capacity, "{member}");
        assert_eq!(
            refused.to_string(),
            format!("{member} takes {needed} bytes, and the string for it holds {capacity}")
        );
        // The id is where it was.
        assert!(created.customer_gateway_id().contains("cccc"));
    }
}

#[test]
fn texts() {
    for (text, plain) in [
        (Text::plain("ab上"), true),
        (Text::from_json("ab上").unwrap(), true),
        (Text::from_xml("ab上").unwrap(), true),
        (Text::from_json(r"\u0061b\u4e0a").unwrap(), false),
        (Text::from_xml("a<![CDATA[b]]>&#x4e0a;").unwrap(), false),
    ] {
        assert_eq!(text.as_plain(), plain.then_some("ab上"));
        assert_eq!(text.to_string(), "ab上");
        assert_eq!(format!("{text:?}"), "\"ab上\"");
        assert_eq!(text.chars().collect::<String>(), "ab上");
        assert_eq!(format!("{:?}", text.chars()), "['a', 'b', '上']");
        assert_eq!(text, "ab上");
        assert_eq!(text, *"ab上");
        assert_eq!(text, Text::plain("ab上"));
        assert_ne!(text, "ab");
        assert_ne!(text, *"ab");
        assert_ne!(text, "ab上!");
        assert_eq!(text.len(), 5);
        assert!(!text.is_empty());
        for part in ["", "a", "b", "上", "ab", "b上", "ab上"] {
            assert!(text.contains(part), "{part}");
        }
        for part in ["ba", "a上", "ab上!", "海", r"\u"] {
            assert!(!text.contains(part), "{part}");
        }

        let mut buf = [0xa5; 8];
        assert_eq!(text.copy_to(&mut buf).unwrap(), "ab上");
        assert_eq!(buf[5..], [0xa5; 3]);
        assert_eq!(text.copy_to(&mut [0xa5; 5]).unwrap(), "ab上");
        for len in 0..5 {
            assert_eq!(text.copy_to(&mut vec![0xa5; len]).unwrap_err().needed(), 5);
        }
        assert_eq!(text.to_heapless::<5>().unwrap(), "ab上");
        assert_eq!(text.to_heapless::<4>().unwrap_err().needed(), 5);
        assert_eq!(text.to_heapless::<0>().unwrap_err().needed(), 5);
    }
    // Found across the border of an escape and after a false start.
    assert!(Text::from_json(r"aa\u0061b").unwrap().contains("aab"));
    for empty in
        [Text::plain(""), Text::from_xml("<!-- a -->").unwrap(), Text::from_json("").unwrap()]
    {
        assert!(empty.is_empty());
        assert_eq!(empty.len(), 0);
        assert_eq!(empty, "");
        assert!(empty.contains("") && !empty.contains("a"));
    }
    let text = Text::from_json(r#"\"\n\u0000"#).unwrap();
    assert_eq!(format!("{text:?}"), r#""\"\n\0""#);
    assert_eq!(format!("{:>4}", Text::plain("ab")), "  ab");
}

#[test]
fn texts_that_are_refused() {
    use TextFault::{BrokenEscape, Forbidden, LoneSurrogate};

    let json = [
        (r"\q", BrokenEscape, 0),
        (r"ab\", BrokenEscape, 2),
        (r"上\u12", BrokenEscape, 3),
        (r"\u+041", BrokenEscape, 0),
        (r"\n\ud83c", LoneSurrogate, 2),
        ("a\"b", Forbidden, 1),
        ("\u{1}", Forbidden, 0),
    ];
    let xml = [
        ("&nbsp;", BrokenEscape, 0),
        ("a&amp", BrokenEscape, 1),
        ("&lt;&#;", BrokenEscape, 4),
        ("&#xDFE2;", LoneSurrogate, 0),
        ("上&#0;", Forbidden, 3),
        ("a<b>", Forbidden, 1),
        ("a]]>", Forbidden, 1),
        ("a\0", Forbidden, 1),
        ("<![CDATA[a", Forbidden, 10),
        ("a<!-- b", Forbidden, 1),
        ("a<? b", Forbidden, 1),
    ];
    let json = json.map(|(raw, fault, index)| (Text::from_json(raw), raw, fault, index));
    let xml = xml.map(|(raw, fault, index)| (Text::from_xml(raw), raw, fault, index));
    for (text, raw, fault, index) in json.into_iter().chain(xml) {
        let refused = text.expect_err(raw);
        assert_eq!((refused.fault(), refused.index()), (fault, index), "{raw:?}");
        let words = match fault {
            BrokenEscape => "broken escape",
            LoneSurrogate => "lone surrogate",
            _ => "forbidden character",
        };
        assert_eq!(refused.to_string(), format!("{words} at byte {index} of a text"));
    }
}

#[test]
fn texts_are_borrowed_from_the_body() {
    let body = br#"{"Code":"Forbidden","Message":"a\u0026b"}"#;
    let failed = failed(403, body);
    assert_eq!(failed.code().unwrap().as_plain().unwrap().as_ptr(), body[9..].as_ptr());
    assert_eq!(failed.message().unwrap().as_raw().as_ptr(), body[31..].as_ptr());
}

/// A type that grows is a decision: firmware keeps these on its stack.
#[cfg(target_pointer_width = "64")]
#[test]
fn sizes() {
    let pins = [
        ("Text", size_of::<Text>(), 24),
        ("Option<Text>", size_of::<Option<Text>>(), 24),
        ("Created", size_of::<Created>(), 136),
        ("Failed", size_of::<Failed>(), 128),
        ("Response", size_of::<Response>(), 136),
        ("TextFault", size_of::<TextFault>(), 1),
        ("BodyError", size_of::<BodyError>(), 32),
        ("DoesNotFit", size_of::<DoesNotFit>(), 32),
        ("OwnedCreated<32, 32>", size_of::<OwnedCreated<32, 32>>(), 328),
        ("OwnedCreated", size_of::<OwnedCreated>(), 1800),
    ];
    for (name, size, pinned) in pins {
        assert_eq!(size, pinned, "size_of::<{name}>()");
    }
}
