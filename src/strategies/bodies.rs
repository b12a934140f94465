//! Bodies of answers.

use core::fmt::Write as _;
use std::format;
use std::string::String;
use std::vec::Vec;

use proptest::option;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::Index;

use super::fields;
use crate::error_code::ErrorCode;

/// An answer as it comes from the network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub bytes: Vec<u8>,
}

/// The name of a member, and what stands for it in JSON and in XML.
type Member = (&'static str, String, String);

/// The answer to a request that was carried out, in JSON or XML.
pub fn created_body() -> impl Strategy<Value = Body> {
    let member = |name| text().prop_map(move |text| member(name, &text));
    let id = "cgw-[a-z0-9]{18}".prop_map(|id| self::member("CustomerGatewayId", &id));
    let time = (0..=i64::MAX).prop_map(|time| ("CreateTime", format!("{time}"), format!("{time}")));
    let description = fields::description()
        .prop_filter("characters of XML", |text| is_xml(text))
        .prop_map(|text| self::member("Description", &text));
    let name = fields::name().prop_map(|text| self::member("Name", &text));
    let members = (
        id,
        option::of(member("RequestId")),
        option::of(member("IpAddress")),
        option::of(name),
        option::of(description),
        option::of(time),
    );
    let members = members.prop_map(|(id, request, address, name, description, time)| {
        [Some(id), request, address, name, description, time].into_iter().flatten().collect()
    });
    written("CreateCustomerGatewayResponse", members).prop_map(|bytes| Body { status: 200, bytes })
}

/// The answer to a request that the service refused, or failed at, in JSON or XML.
pub fn failed_body() -> impl Strategy<Value = Body> {
    let code = prop_oneof![
        proptest::sample::select(ErrorCode::ALL).prop_map(|code| String::from(code.as_str())),
        "[A-Z][A-Za-z]{0,20}(\\.[A-Z][A-Za-z]{0,20})?",
    ];
    let member = |name| text().prop_map(move |text| member(name, &text));
    let members = (
        option::of(code.prop_map(|code| self::member("Code", &code))),
        option::of(member("Message")),
        option::of(member("RequestId")),
        option::of(member("HostId")),
        option::of(member("Recommend")),
    );
    let members = members.prop_map(|(code, message, request, host, recommend)| {
        [code, message, request, host, recommend].into_iter().flatten().collect()
    });
    (400..=599_u16, written("Error", members)).prop_map(|(status, bytes)| Body { status, bytes })
}

/// A body with a flaw: cut off, or with a byte that changed, came twice or got lost.
pub fn almost_body() -> impl Strategy<Value = Body> {
    let body = prop_oneof![created_body(), failed_body()];
    let flaw = prop_oneof![
        Just(Flaw::CutOff),
        Just(Flaw::Twice),
        Just(Flaw::Lost),
        any::<u8>().prop_map(Flaw::Changed),
    ];
    (body, any::<Index>(), flaw).prop_map(|(mut body, at, flaw)| {
        let at = at.index(body.bytes.len().max(1));
        flaw.spoil(&mut body.bytes, at);
        body
    })
}

#[derive(Clone, Copy, Debug)]
enum Flaw {
    CutOff,
    Twice,
    Lost,
    Changed(u8),
}

impl Flaw {
    fn spoil(self, bytes: &mut Vec<u8>, at: usize) {
        let Some(byte) = bytes.get(at).copied() else { return };
        match self {
            Self::CutOff => bytes.truncate(at),
            Self::Twice => bytes.insert(at, byte),
            Self::Lost => drop(bytes.remove(at)),
            Self::Changed(byte) => bytes.iter_mut().skip(at).take(1).for_each(|old| *old = byte),
        }
    }
}

/// A text that JSON and XML can both hold.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        r"[ -~]{0,40}",
        r"[\t\n -~\u{a0}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]{0,40}"
    ]
}

/// Whether XML 1.0 can hold every character of a text, and reads a line end as it was written.
fn is_xml(text: &str) -> bool {
    text.chars().all(|c| !matches!(c, '\0'..='\x08' | '\x0b'..='\x1f' | '\u{fffe}' | '\u{ffff}'))
}

fn member(name: &'static str, text: &str) -> Member {
    let json = text.chars().fold(String::from("\""), |mut json, character| {
        match character {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\0'..='\x1f' => {
                // Writing to a string does not fail.
                let _ = write!(json, "\\u{:04x}", u32::from(character));
            }
            _ => json.push(character),
        }
        json
    });
    let xml = text.chars().fold(String::new(), |mut xml, character| {
        match character {
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '&' => xml.push_str("&amp;"),
            _ => xml.push(character),
        }
        xml
    });
    (name, json + "\"", xml)
}

/// Members in any order, among some that nobody knows, in JSON or XML.
fn written(
    root: &'static str,
    members: impl Strategy<Value = Vec<Member>>,
) -> impl Strategy<Value = Vec<u8>> {
    let unknown = prop_oneof![
        Just(("Success", "true", "true")),
        Just(("Tags", r#"{"Tag":[{"Key":"k","Code":""}]}"#, "<Tag><Key>k</Key><Code/></Tag>")),
        Just(("Size", "-1.5e3", "-1.5e3")),
    ];
    let unknown = option::of(
        unknown.prop_map(|(name, json, xml)| (name, String::from(json), String::from(xml))),
    );
    let members = (members, unknown).prop_map(|(mut members, unknown)| {
        members.extend(unknown);
        members
    });
    (members.prop_shuffle(), any::<bool>()).prop_map(move |(members, in_json)| {
        if in_json {
            let members: Vec<_> =
                members.iter().map(|(name, json, _)| format!("\"{name}\":{json}")).collect();
            format!("{{{}}}", members.join(",")).into_bytes()
        } else {
            let members: Vec<_> =
                members.iter().map(|(name, _, xml)| format!("<{name}>{xml}</{name}>")).collect();
            let members = members.concat();
            format!("<?xml version='1.0' encoding='UTF-8'?><{root}>{members}</{root}>").into_bytes()
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_escaped() {
        let (name, json, xml) = member("Name", "a\"\\\n]]><&>");
        assert_eq!(name, "Name");
        assert_eq!(json, r#""a\"\\\u000a]]><&>""#);
        assert_eq!(xml, "a\"\\\n]]&gt;&lt;&amp;&gt;");
    }

    #[test]
    fn flaws() {
        for (flaw, at, spoiled) in [
            (Flaw::CutOff, 0, ""),
            (Flaw::CutOff, 2, "ab"),
            (Flaw::Twice, 1, "abbc"),
            (Flaw::Lost, 1, "ac"),
            (Flaw::Changed(b'x'), 0, "xbc"),
            (Flaw::Changed(b'x'), 2, "abx"),
            (Flaw::Lost, 3, "abc"),
        ] {
            let mut bytes = b"abc".to_vec();
            flaw.spoil(&mut bytes, at);
            assert_eq!(bytes, spoiled.as_bytes(), "{flaw:?}");
        }
    }
}
