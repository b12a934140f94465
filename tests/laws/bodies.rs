//! What holds for every body.

use aliyun_customer_gateway::{BodyError, ErrorCode, Response, Retry, escaped::EscapedStr};
use roxmltree::{Document, Node};
use serde_json::{Map, Value};

/// The members that are read, in the contract's own spelling.
const MEMBERS: [&str; 10] = [
    "CustomerGatewayId",
    "RequestId",
    "CreateTime",
    "IpAddress",
    "Name",
    "Description",
    "Code",
    "Message",
    "HostId",
    "Recommend",
];

fn lower_camel(member: &str) -> String {
    let (first, rest) = member.split_at(1);
    first.to_ascii_lowercase() + rest
}

fn is_known(name: &str) -> bool {
    MEMBERS.iter().any(|member| name == *member || name == lower_camel(member))
}

/// What stands in a body for a member.
#[derive(Clone, Debug, PartialEq)]
enum Found {
    Text(String),
    /// A number that others read as one, so that its text is not known.
    Number,
    Nothing,
}

/// The answer that members make, by the rule of the service.
fn expected(status: u16, member: &dyn Fn(&str) -> Found) -> Option<Vec<(&'static str, Found)>> {
    let success = (200..300).contains(&status);
    let is_empty =
        |name| matches!(member(name), Found::Nothing) || member(name) == Found::Text(String::new());
    let read: &[&'static str] = if success && !is_empty("CustomerGatewayId") {
        &["CustomerGatewayId", "RequestId", "IpAddress", "Name", "Description", "CreateTime"]
    } else if success && is_empty("Code") {
        return None;
    } else {
        &["Code", "Message", "RequestId", "HostId", "Recommend"]
    };
    let values = read.iter().map(|name| {
        let value = match (*name, member(name)) {
            ("Code", Found::Text(code)) if code.is_empty() => Found::Nothing,
            ("CreateTime", Found::Text(time)) => {
                let is_number = !time.is_empty() && time.bytes().all(|byte| byte.is_ascii_digit());
                let number = time.parse::<i64>().ok().filter(|_| is_number);
                number.map_or(Found::Nothing, |number| Found::Text(number.to_string()))
            }
            // Neither a fraction nor an exponent nor a sign makes a time.
            ("CreateTime", Found::Number) => Found::Nothing,
            (_, value) => value,
        };
        (*name, value)
    });
    Some(values.collect())
}

fn members_of(answer: &Response<'_>) -> Vec<(&'static str, Found)> {
    let found = |text: Option<EscapedStr<'_>>| {
        text.map_or(Found::Nothing, |text| Found::Text(text.to_string()))
    };
    match answer {
        Response::Created(created) => vec![
            ("CustomerGatewayId", found(Some(created.customer_gateway_id()))),
            ("RequestId", found(created.request_id())),
            ("IpAddress", found(created.ip_address())),
            ("Name", found(created.name())),
            ("Description", found(created.description())),
            (
                "CreateTime",
                created.create_time().map_or(Found::Nothing, |time| Found::Text(time.to_string())),
            ),
        ],
        Response::Failed(failed) => vec![
            ("Code", found(failed.code())),
            ("Message", found(failed.message())),
            ("RequestId", found(failed.request_id())),
            ("HostId", found(failed.host_id())),
            ("Recommend", found(failed.recommend())),
        ],
    }
}

/// Asserts that an answer is what somebody else's parser found.
fn compare(
    status: u16,
    body: &[u8],
    answer: &Result<Response<'_>, BodyError>,
    member: &dyn Fn(&str) -> Found,
) {
    let expected = expected(status, member);
    match answer {
        Ok(answer) => {
            let expected = expected.expect("neither an id nor a code");
            let found = members_of(answer);
            assert_eq!(found.len(), expected.len(), "{}", body.escape_ascii());
            for (found, expected) in found.into_iter().zip(expected) {
                if expected.1 == Found::Number {
                    assert!(matches!(&found.1, Found::Text(_)), "{}", body.escape_ascii());
                } else {
                    assert_eq!(found, expected, "{}", body.escape_ascii());
                }
            }
        }
        Err(BodyError::NothingCreated) => assert_eq!(expected, None, "{}", body.escape_ascii()),
        // What others read, and this crate does not: by decision.
        Err(BodyError::TooDeep { .. } | BodyError::Duplicate { .. } | BodyError::Html) => {}
        Err(other) => panic!("{other:?}: {}", body.escape_ascii()),
    }
}

/// The law of `Response::decode`, for any status and any bytes at all.
pub(crate) fn decode(status: u16, body: &[u8]) {
    let answer = Response::decode(status, body);
    match &answer {
        Ok(Response::Created(created)) => {
            assert!((200..300).contains(&status));
            assert!(!created.customer_gateway_id().is_empty());
            assert!(created.to_string().starts_with("created "));
        }
        Ok(Response::Failed(failed)) => {
            assert_eq!(failed.status(), status);
            // Reading on cannot fail, and there is advice for everything.
            let code = failed.code().map(|code| code.to_string());
            let message = failed.message().map(|message| message.to_string());
            let retry = Retry::of(status, code.as_deref(), message.as_deref());
            assert_eq!(failed.retry(), retry);
            let known = code.as_deref().and_then(|code| code.trim().parse::<ErrorCode>().ok());
            assert_eq!(failed.error_code(), known);
            assert!(failed.to_string().starts_with(&format!("failed with status {status}")));
        }
        Err(error) => {
            assert!(error.index().is_none_or(|index| index <= body.len()));
            assert!(!error.to_string().is_empty() && !error.to_string().ends_with('.'));
            if let Some(index) = error.index() {
                assert!(error.to_string().contains(&index.to_string()));
            }
            match *error {
                BodyError::CutOff { index } => assert_eq!(index, body.len()),
                BodyError::Unexpected { byte, index } | BodyError::NotAnAnswer { byte, index } => {
                    assert_eq!(body[index], byte);
                }
                BodyError::Empty => assert!(
                    body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body).trim_ascii().is_empty()
                ),
                BodyError::MismatchedTag { index } => assert!(body[..index].ends_with(b"</")),
                BodyError::Doctype { index } => assert!(body[index..].starts_with(b"<!")),
                _ => {}
            }
        }
    }
    let text = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    as_serde_json(status, text, &answer);
    as_roxmltree(status, text, &answer);
}

fn as_serde_json(status: u16, body: &[u8], answer: &Result<Response<'_>, BodyError>) {
    let Ok(Value::Object(members)) = serde_json::from_slice(body) else { return };
    let found = |name: &str| match members.get(name) {
        Some(Value::String(text)) => Found::Text(text.clone()),
        Some(Value::Number(number)) => match (number.as_i64(), number.as_u64()) {
            (None, None) => Found::Number,
            _ => Found::Text(number.to_string()),
        },
        _ => Found::Nothing,
    };
    compare(status, body, answer, &|member| match found(member) {
        Found::Nothing => found(&lower_camel(member)),
        value => value,
    });
}

/// Whether a quote is open at the end of a declaration.
fn ends_in_quotes(declaration: &str) -> bool {
    let quotes = declaration.matches(['\'', '"']);
    let open = quotes.fold(None, |open, quote| match open {
        None => Some(quote),
        Some(open) if open == quote => None,
        Some(open) => Some(open),
    });
    declaration.starts_with("<?xml") && open.is_some()
}

fn as_roxmltree(status: u16, body: &[u8], answer: &Result<Response<'_>, BodyError>) {
    let Ok(body_text) = core::str::from_utf8(body) else { return };
    // XML 1.0, 2.11: line ends are made one before anything else is read. `roxmltree` does it as it
    // reads, and forgets a carriage return before a reference.
    let body_text = body_text.replace("\r\n", "\n").replace('\r', "\n");
    let Ok(document) = Document::parse(&body_text) else { return };
    // `roxmltree` takes `:Code` for the same name as `Code`, puts one character in the place of a
    // reference to none, and takes `?>` for a part of an encoding's name.
    let is_strict = !body_text.contains("<:")
        && !ends_in_quotes(body_text.split("?>").next().unwrap_or_default())
        && !body_text.contains("</:")
        && !document
            .descendants()
            .any(|node| node.text().is_some_and(|text| text.contains(char::REPLACEMENT_CHARACTER)));
    if !is_strict {
        return;
    }
    let children: Vec<_> = document.root_element().children().filter(Node::is_element).collect();
    let found = |name: &str| {
        // The name as it is written: with a prefix it is another one.
        let element = children.iter().find(|element| {
            element.tag_name().name() == name && body_text[element.range()][1..].starts_with(name)
        });
        let Some(element) = element else { return Found::Nothing };
        if element.children().any(|child| child.is_element()) {
            return Found::Nothing;
        }
        let texts = element.children().filter(Node::is_text);
        Found::Text(texts.filter_map(|child| child.text()).collect())
    };
    compare(status, body, answer, &|member| match found(member) {
        Found::Nothing => found(&lower_camel(member)),
        value => value,
    });
}

/// Every strict prefix of a body that is read, and ends without white space, is cut off.
pub(crate) fn every_prefix_is_refused(body: &[u8]) {
    let body = body.trim_ascii_end();
    // A comment or an instruction may stand behind an answer that is complete without it.
    let goes_on = body.ends_with(b"-->") || body.ends_with(b"?>");
    if Response::decode(400, body).is_err() || body.starts_with(b"\xef") || goes_on {
        return;
    }
    for end in 0..body.len() {
        for status in [200, 400] {
            let error = Response::decode(status, &body[..end]).expect_err("a part of an answer");
            let is_empty = body[..end].trim_ascii().is_empty();
            let expected =
                if is_empty { BodyError::Empty } else { BodyError::CutOff { index: end } };
            assert_eq!(error, expected, "{}", body[..end].escape_ascii());
        }
    }
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

fn escape_xml(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '&' | '<' | '>' | '\r' => format!("&#{};", u32::from(character)),
            other => other.to_string(),
        })
        .collect()
}

/// Whether XML can say a text.
fn is_sayable(text: &str) -> bool {
    text.chars().all(|character| {
        matches!(character, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
    })
}

fn are_distinct(members: &[(&str, &str)]) -> bool {
    (1..members.len()).all(|end| !members[..end].iter().any(|(name, _)| *name == members[end].0))
}

/// One answer in both formats reads the same.
pub(crate) fn formats_agree(status: u16, members: &[(&str, &str)]) {
    let is_sayable = |(name, text): &(&str, &str)| is_known(name) && is_sayable(text);
    if !are_distinct(members) || !members.iter().all(is_sayable) {
        return;
    }
    let (json, xml) = (to_json(members), to_xml(members));
    let from_json = Response::decode(status, json.as_bytes());
    assert_eq!(from_json, Response::decode(status, xml.as_bytes()), "{json}");
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
    let changed = Response::decode(status, with.as_bytes());
    if !matches!(changed, Err(BodyError::TooDeep { .. })) {
        assert_eq!(Response::decode(status, without.as_bytes()), changed, "{with}");
    }
}
