//! What the decoder reads from bodies, in JSON and XML.

mod family;
mod json;
mod members;
mod outcome;
mod owned;
mod texts;
mod xml;

use aliyun_customer_gateway::escaped::{EscapeFault, EscapedStr};
use aliyun_customer_gateway::response::{Damage, DoesNotFit, Fault, NotAResponse};
use aliyun_customer_gateway::{Created, DecodeError, Failed, OwnedCreated, OwnedFailed, Response};
use serde_json::Value;

/// What to do about a response that is broken.
const AGAIN: &str = ": send the request again, with the same ClientToken";

pub(crate) fn created(body: &[u8]) -> Created<'_> {
    match Response::<Created>::decode(200, body) {
        Ok(Response::Success(created)) => created,
        other => panic!("{}: {other:?}", body.escape_ascii()),
    }
}

pub(crate) fn failed(status: u16, body: &[u8]) -> Failed<'_> {
    match Response::<Created>::decode(status, body) {
        Ok(Response::Failed(failed)) => failed,
        other => panic!("{}: {other:?}", body.escape_ascii()),
    }
}

pub(crate) fn refused(status: u16, body: &[u8]) -> NotAResponse {
    match Response::<Created>::decode(status, body) {
        Err(error) => {
            assert_eq!(error.status(), status);
            assert_eq!(error.to_string(), format!("HTTP status {status}: {}", error.kind()));
            error.kind()
        }
        other => panic!("{}: {other:?}", body.escape_ascii()),
    }
}

/// The first fault of a body that was read all the same, and its sentence.
pub(crate) fn damaged(damage: Option<Damage>) -> Option<(Fault, String)> {
    damage.map(|damage| {
        assert_eq!(damage.index(), damage.fault().index());
        (damage.fault(), damage.to_string())
    })
}

fn owned(text: Option<EscapedStr<'_>>) -> Option<String> {
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
        ("message", owned(failed.message_as_received())),
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
        ("<Error><Code>Forbidden</Message></Error>", Some(24)),
        ("<!DOCTYPE Error>", Some(0)),
        (r#"{"Code":"A","Code":"B"}"#, Some(12)),
        (r#"{"Code":"A\ud83c"}"#, Some(10)),
        ("", None),
        ("<html>", None),
    ] {
        let error = Response::<Created>::decode(400, body.as_bytes()).unwrap_err();
        assert_eq!(error.index(), index, "{body}: {error:?}");
    }
    let index = |status, body| Response::<Created>::decode(status, body).unwrap_err().index();
    assert_eq!(index(400, b"{\"Code\":\"A\xff\"}"), Some(10));
    assert_eq!(index(200, b"{}"), None);
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
        let answer = Response::<Created>::decode(status, &body);
        let (members, found) = match &answer {
            Ok(Response::Success(created)) => (&line["created"], members_of_created(created)),
            Ok(Response::Failed(failed)) => {
                assert_eq!(failed.status(), status, "{file}");
                let known = line["failed"]["known"].as_bool();
                assert_eq!(Some(failed.error_code().is_some()), known, "{file}");
                (&line["failed"], members_of_failed(failed))
            }
            Err(error) => {
                assert_eq!(line["not_a_response"], true, "{file}: {error}");
                assert_eq!(error.kind(), NotAResponse::Html, "{file}");
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
fn one_answer_in_both_formats_is_one_answer() {
    let json =
        r#"{"CustomerGatewayId":"cgw-1","Name":"a\u0026b","CreateTime":12,"Description":"上\n"}"#;
    let xml = "<R><Description>&#x4e0a;\r\n</Description><CreateTime>12</CreateTime>\
               <CustomerGatewayId>cgw-1</CustomerGatewayId><Name><![CDATA[a&b]]></Name></R>";
    assert_eq!(created(json.as_bytes()), created(xml.as_bytes()));
}

/// A type that grows is a decision: firmware keeps these on its stack.
#[cfg(target_pointer_width = "64")]
#[test]
fn sizes() {
    let pins = [
        ("EscapedStr", size_of::<EscapedStr>(), 24),
        ("Option<EscapedStr>", size_of::<Option<EscapedStr>>(), 24),
        ("Created", size_of::<Created>(), 168),
        ("Failed", size_of::<Failed>(), 160),
        ("Response", size_of::<Response<Created>>(), 168),
        ("EscapeFault", size_of::<EscapeFault>(), 1),
        ("Damage", size_of::<Damage>(), 32),
        ("DecodeError", size_of::<DecodeError>(), 40),
        ("OwnedFailed", size_of::<OwnedFailed>(), 312),
        ("DoesNotFit", size_of::<DoesNotFit>(), 32),
        ("OwnedCreated<32, 32>", size_of::<OwnedCreated<32, 32>>(), 328),
        ("OwnedCreated", size_of::<OwnedCreated>(), 1800),
    ];
    for (name, size, pinned) in pins {
        assert_eq!(size, pinned, "size_of::<{name}>()");
    }
}
