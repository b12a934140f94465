//! What holds for every body.

use aliyun_customer_gateway::escaped::EscapedStr;
use aliyun_customer_gateway::response::{Damage, Fault, NotAResponse};
use aliyun_customer_gateway::{Created, DecodeError, ErrorCode, Response, Retry};
use roxmltree::Document;
use serde_json::{Map, Value};

use super::model::{self, Outcome};
use super::references;

fn is_known(name: &str) -> bool {
    let mut members = model::CREATED.iter().chain(&model::FAILED);
    members.any(|member| name.eq_ignore_ascii_case(member))
}

type Decoded<'b> = Result<Response<'b, Created<'b>>, DecodeError>;

fn decoded(status: u16, body: &[u8]) -> Decoded<'_> {
    Response::decode(status, body)
}

fn damage_of(response: &Response<'_, Created<'_>>) -> Option<Damage> {
    match response {
        Response::Success(created) => created.damage(),
        Response::Failed(failed) => failed.damage(),
    }
}

/// The outcome itself: the id, or the code.
fn text_of(response: &Response<'_, Created<'_>>) -> (bool, Option<String>) {
    let text = match response {
        Response::Success(created) => Some(created.customer_gateway_id()),
        Response::Failed(failed) => failed.code(),
    };
    (matches!(response, Response::Success(_)), text.map(|text| text.to_string()))
}

fn outcome_of(response: &Decoded<'_>) -> Outcome {
    let text = |text: Option<EscapedStr<'_>>| text.map(|text| text.to_string());
    match response {
        Ok(Response::Success(created)) => {
            let members = vec![
                text(Some(created.customer_gateway_id())),
                text(created.request_id()),
                text(created.ip_address()),
                text(created.name()),
                text(created.description()),
                created.create_time().map(|time| time.to_string()),
            ];
            Outcome::Created(members, created.damage().is_some())
        }
        Ok(Response::Failed(failed)) => {
            let members = vec![
                text(failed.code()),
                text(failed.message_as_received()),
                text(failed.request_id()),
                text(failed.host_id()),
                text(failed.recommend()),
            ];
            Outcome::Failed(members, failed.damage().is_some())
        }
        Err(_) => Outcome::Error,
    }
}

/// The first fault of a body, whether it is an error or damage.
fn fault_of(response: &Decoded<'_>) -> Option<Fault> {
    match response {
        Ok(response) => damage_of(response).map(|damage| damage.fault()),
        Err(error) => match error.kind() {
            NotAResponse::Broken(fault) | NotAResponse::NoMember { fault: Some(fault) } => {
                Some(fault)
            }
            _ => None,
        },
    }
}

/// The law of `Response::decode`, for any status and any bytes at all.
pub(crate) fn decode(status: u16, body: &[u8]) {
    let response = decoded(status, body);
    match &response {
        Ok(Response::Success(created)) => {
            assert!((200..300).contains(&status));
            assert!(!created.customer_gateway_id().is_empty());
            assert!(created.to_string().starts_with("created "));
        }
        Ok(Response::Failed(failed)) => {
            assert_eq!(failed.status(), status);
            // Reading on cannot fail, and there is advice for everything.
            let code = failed.code().map(|code| code.to_string());
            let message = failed.message_as_received().map(|message| message.to_string());
            let retry = Retry::of(status, code.as_deref(), message.as_deref());
            assert_eq!(failed.retry(), retry);
            let known = code.as_deref().and_then(|code| code.parse::<ErrorCode>().ok());
            assert_eq!(failed.error_code(), known);
            assert!(failed.to_string().starts_with(&format!("failed with status {status}")));
        }
        Err(error) => {
            assert_eq!(error.status(), status);
            assert_eq!(error.retry(), Retry::AfterPause);
            assert!(!error.to_string().is_empty() && !error.to_string().ends_with('.'));
            match error.kind() {
                NotAResponse::Foreign { byte, index } => assert_eq!(body[index], byte),
                NotAResponse::Empty => assert!(
                    body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body).trim_ascii().is_empty()
                ),
                _ => {}
            }
        }
    }
    if let Some(fault) = fault_of(&response) {
        assert!(fault.index() <= body.len());
        assert!(fault.to_string().contains(&fault.index().to_string()));
        let rest = &body[fault.index()..];
        match fault {
            Fault::CutOff { .. } | Fault::Zeros { .. } => {
                assert!(rest.iter().all(|byte| *byte == 0));
            }
            Fault::Unexpected { byte, .. } => assert_eq!(rest[0], byte),
            Fault::MismatchedTag { index } => assert!(body[..index].ends_with(b"</")),
            Fault::Doctype { .. } => assert!(rest.starts_with(b"<!")),
            _ => {}
        }
    }
    let text = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    match text.trim_ascii_start().first() {
        Some(b'{') => as_serde_json(status, text, &response),
        Some(b'<') => as_roxmltree(status, text, &response),
        _ => assert!(response.is_err(), "{}", body.escape_ascii()),
    }
}

/// What `serde_json` refuses is refused or reported as damage, except strings that are broken in
/// themselves and that nobody reads; what it reads is read the same, except what is nested deeper than
/// 128 levels.
fn as_serde_json(status: u16, body: &[u8], response: &Decoded<'_>) {
    match references::serde_json_reads(body) {
        Err(error) => assert!(
            response.as_ref().map_or(true, |response| damage_of(response).is_some()),
            "{error}, but {response:?}: {}",
            body.escape_ascii()
        ),
        Ok(_) if matches!(fault_of(response), Some(Fault::TooDeep { .. })) => {}
        Ok(entries) => assert_eq!(
            outcome_of(response),
            model::outcome(status, &entries),
            "{}",
            body.escape_ascii()
        ),
    }
}

/// What `roxmltree` refuses is refused or reported as damage, except what is wrong in the parts that
/// nobody reads (attributes, comments, instructions, texts, namespaces); what it reads is read the
/// same, except what is nested deeper than 128 levels.
fn as_roxmltree(status: u16, body: &[u8], response: &Decoded<'_>) {
    let is_page = response.as_ref().is_err_and(|error| error.kind() == NotAResponse::Html);
    if !is_page && !references::roxmltree_reads_tags(body) {
        let is_told = response.as_ref().map_or(true, |response| damage_of(response).is_some());
        assert!(is_told, "{response:?}: {}", body.escape_ascii());
        return;
    }
    let Some((root, entries)) = references::roxmltree_reads(body) else { return };
    if root.eq_ignore_ascii_case("html") {
        assert!(is_page, "{}", body.escape_ascii());
        return;
    }
    if !matches!(fault_of(response), Some(Fault::TooDeep { .. })) {
        let expected = model::outcome(status, &entries);
        assert_eq!(outcome_of(response), expected, "{}", body.escape_ascii());
    }
}

/// A body that is cut off is an error, or has the very outcome and reports the damage.
pub(crate) fn every_prefix(body: &[u8]) {
    let body = body.trim_ascii_end();
    // A comment or an instruction may stand behind a response that is complete without it. Where a
    // member has several spellings, or several values, a prefix may have another one.
    let goes_on = body.ends_with(b"-->") || body.ends_with(b"?>");
    let lower = body.to_ascii_lowercase();
    let count =
        |name: &str| lower.windows(name.len()).filter(|part| *part == name.as_bytes()).count();
    let tags = if body.starts_with(b"<") { 2 } else { 1 };
    let is_once = ["customergatewayid", "code"].iter().all(|name| count(name) <= tags);
    let is_once = is_once && count("\\u00") == 0;
    if body.starts_with(b"\xef") || body.ends_with(b"\0") || goes_on || !is_once {
        return;
    }
    for status in [200, 400] {
        let whole = decoded(status, body);
        if fault_of(&whole).is_some() {
            continue;
        }
        for end in 0..body.len() {
            let part = body[..end].escape_ascii();
            let cut = decoded(status, &body[..end]);
            if let Ok(cut) = &cut {
                let expected = whole.as_ref().map(text_of);
                assert_eq!(Ok(text_of(cut)), expected, "{part}");
                // What was lost is told, unless something else is wrong in front of it.
                assert!(damage_of(cut).is_some(), "{part}");
            }
            match fault_of(&cut) {
                // Zeros at the end count as those of a buffer.
                Some(Fault::CutOff { index }) => {
                    let zeros = body[..end].iter().rev().take_while(|byte| **byte == 0).count();
                    assert_eq!(index, end - zeros, "{part}");
                }
                Some(fault) => assert!(fault.index() < end, "{part}"),
                None => assert!(cut.is_err()),
            }
        }
    }
}

/// What stands behind a response is told, whatever it is, and loses nothing of it.
pub(crate) fn nothing_follows(body: &[u8]) {
    for status in [200, 400] {
        let whole = decoded(status, body);
        let (Ok(response), None) = (&whole, fault_of(&whole)) else { continue };
        for behind in ["}", "]", ",", "x", "{}", "<a/>", "</a>", "\0x", "\0"] {
            let body = [body, behind.as_bytes()].concat();
            let decoded = decoded(status, &body);
            let found = decoded.as_ref().map(text_of);
            assert_eq!(found, Ok(text_of(response)), "{}", body.escape_ascii());
            assert!(fault_of(&decoded).is_some(), "{}", body.escape_ascii());
        }
    }
}

/// The error of what is nested too deep.
fn is_too_deep(response: &Decoded<'_>) -> bool {
    matches!(fault_of(response), Some(Fault::TooDeep { .. }))
}

/// Members as a body in JSON.
pub(crate) fn to_json(members: &[(&str, &str)]) -> String {
    let members: Map<String, Value> = members
        .iter()
        .map(|(name, text)| ((*name).to_owned(), Value::String((*text).to_owned())))
        .collect();
    Value::Object(members).to_string()
}

/// Members as a body in XML; their names must be names of elements.
pub(crate) fn to_xml(members: &[(&str, &str)]) -> String {
    let members: Vec<_> = members
        .iter()
        .map(|(name, text)| format!("<{name}>{}</{name}>", escape_xml(text)))
        .collect();
    format!("<?xml version='1.0' encoding='UTF-8'?><Error>{}</Error>", members.concat())
}

pub(crate) fn escape_xml(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '&' | '<' | '>' | '\r' => format!("&#{};", u32::from(character)),
            other => other.to_string(),
        })
        .collect()
}

/// Whether XML can say a text.
pub(crate) fn is_sayable(text: &str) -> bool {
    text.chars().all(|character| {
        matches!(character, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
    })
}

fn are_distinct(members: &[(&str, &str)]) -> bool {
    (1..members.len()).all(|end| !members[..end].iter().any(|(name, _)| *name == members[end].0))
}

/// One response in both formats reads the same.
pub(crate) fn formats_agree(status: u16, members: &[(&str, &str)]) {
    let is_sayable = |(name, text): &(&str, &str)| is_known(name) && is_sayable(text);
    if !are_distinct(members) || !members.iter().all(is_sayable) {
        return;
    }
    let (json, xml) = (to_json(members), to_xml(members));
    let (from_json, from_xml) = (decoded(status, json.as_bytes()), decoded(status, xml.as_bytes()));
    assert_eq!(outcome_of(&from_json), outcome_of(&from_xml), "{json}");
    decode(status, json.as_bytes());
    decode(status, xml.as_bytes());
}

/// A member that nobody knows changes nothing, wherever it stands and whatever it holds: `value` in
/// JSON, `content` in XML.
pub(crate) fn unknown_members_change_nothing(
    status: u16,
    members: &[(&str, &str)],
    place: usize,
    name: &str,
    value: &str,
    content: &str,
) {
    if is_known(name) || !are_distinct(members) {
        return;
    }
    let place = place.checked_rem(members.len() + 1).unwrap_or(0);
    let (before, after) = members.split_at(place);

    let without = to_json(members);
    let open = to_json(before).trim_end_matches('}').to_owned();
    let comma = if before.is_empty() { "" } else { "," };
    let rest = to_json(after).trim_start_matches('{').to_owned();
    let behind = if after.is_empty() { "" } else { "," };
    let name_in_json = Value::String(name.to_owned());
    let with = format!("{open}{comma}{name_in_json}:{value}{behind}{rest}");
    if serde_json::from_str::<Value>(value).is_ok() {
        assert_unchanged(status, &without, &with);
    }

    let element = format!("<{name}>{content}</{name}>");
    let is_element =
        Document::parse(&element).is_ok_and(|element| element.root_element().has_tag_name(name));
    if is_element && members.iter().all(|(name, text)| is_known(name) && is_sayable(text)) {
        let without = to_xml(members);
        let rest = to_xml(after);
        let (_, rest) = rest.split_once("<Error>").unwrap();
        let with = format!("{}{element}{rest}", to_xml(before).trim_end_matches("</Error>"));
        assert_unchanged(status, &without, &with);
    }
}

fn assert_unchanged(status: u16, without: &str, with: &str) {
    let changed = decoded(status, with.as_bytes());
    if is_too_deep(&changed) {
        return;
    }
    // The place of a fault moves with what stands in front of it.
    let expected = decoded(status, without.as_bytes());
    assert_eq!(outcome_of(&expected), outcome_of(&changed), "{with}");
}
