//! Bodies of responses.

use core::fmt::Write as _;
use std::format;
use std::string::String;
use std::vec::Vec;

use proptest::option;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::Index;

use super::fields;
use crate::error_code::ErrorCode;

/// A response as it comes from the network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub bytes: Vec<u8>,
}

/// The name of a member, and what stands for it in JSON and in XML.
type Member = (&'static str, String, String);

/// The response of `CreateCustomerGateway` that created one, in JSON or XML.
pub fn created_body() -> impl Strategy<Value = Body> {
    success("CreateCustomerGatewayResponse", (request_id(), gateway()), |(request, gateway)| {
        with(gateway.flat(), request)
    })
}

/// The response of `ModifyCustomerGatewayAttribute` that modified one, in JSON or XML.
pub fn modified_body() -> impl Strategy<Value = Body> {
    let root = "ModifyCustomerGatewayAttributeResponse";
    success(root, (request_id(), gateway()), |(request, gateway)| {
        with(with(gateway.flat(), gateway.group.clone()), request)
    })
}

/// The response of `DeleteCustomerGateway` that deleted one, in JSON or XML.
pub fn deleted_body() -> impl Strategy<Value = Body> {
    success("DeleteCustomerGatewayResponse", uuid(), |request| Vec::from([request]))
}

/// The response of `DescribeCustomerGateway` that tells of one, in JSON or XML.
pub fn gateway_body() -> impl Strategy<Value = Body> {
    success("DescribeCustomerGatewayResponse", (request_id(), gateway()), |(request, gateway)| {
        with(gateway.whole(), request)
    })
}

/// A page of `DescribeCustomerGateways` with up to 4 gateways, in JSON or XML, whose lists are with or
/// without the inner element.
pub fn page_body() -> impl Strategy<Value = Body> {
    let numbers = (1..=1000_u32, 1..=50_u32, option::of(0..=1000_u32), any::<bool>());
    let gateways = proptest::collection::vec(gateway(), 0..=4);
    let root = "DescribeCustomerGatewaysResponse";
    success(root, (request_id(), numbers, gateways), |(request, numbers, gateways)| {
        let (page, size, total, is_wrapped) = numbers;
        let items: Vec<_> = gateways.iter().map(Gateway::whole).collect();
        let members = [
            Some(number("PageNumber", page)),
            Some(number("PageSize", size)),
            total.map(|total| number("TotalCount", total)),
            Some(list("CustomerGateways", "CustomerGateway", &items, is_wrapped)),
        ];
        with(members.into_iter().flatten().collect(), request)
    })
}

/// The response to a request that the service refused, or failed at, in JSON or XML.
pub fn failed_body() -> impl Strategy<Value = Body> {
    let code = prop_oneof![
        proptest::sample::select(ErrorCode::ALL).prop_map(|code| String::from(code.as_str())),
        "[A-Z][A-Za-z]{0,20}(\\.[A-Z][A-Za-z]{0,20})?",
    ];
    let member = |name| text().prop_map(move |text| member(name, &text));
    let members = (
        option::of(code.prop_map(|code| self::member("Code", &code))),
        option::of(member("Message")),
        uuid(),
        option::of(member("HostId")),
        option::of(member("Recommend")),
    );
    let members = members.prop_map(|(code, message, request, host, recommend)| {
        [code, message, Some(request), host, recommend].into_iter().flatten().collect()
    });
    (400..=599_u16, written("Error", members)).prop_map(|(status, bytes)| Body { status, bytes })
}

fn success<S: Strategy>(
    root: &'static str,
    parts: S,
    members: impl Fn(S::Value) -> Vec<Member> + Clone,
) -> impl Strategy<Value = Body> {
    written(root, parts.prop_map(members)).prop_map(|bytes| Body { status: 200, bytes })
}

fn with(mut members: Vec<Member>, more: Option<Member>) -> Vec<Member> {
    members.extend(more);
    members
}

fn uuid() -> impl Strategy<Value = Member> {
    "[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}".prop_map(|id| member("RequestId", &id))
}

fn request_id() -> impl Strategy<Value = Option<Member>> {
    option::of(uuid())
}

/// The members of a gateway.
#[derive(Clone, Debug)]
struct Gateway {
    /// Those of each response.
    common: Vec<Member>,
    group: Option<Member>,
    /// Those of a gateway that is described.
    described: Vec<Member>,
}

impl Gateway {
    fn flat(&self) -> Vec<Member> {
        self.common.clone()
    }

    fn whole(&self) -> Vec<Member> {
        let all = self.common.iter().chain(&self.group).chain(&self.described);
        all.cloned().collect()
    }
}

fn gateway() -> impl Strategy<Value = Gateway> {
    let id = "cgw-[a-z0-9]{18}".prop_map(|id| member("CustomerGatewayId", &id));
    let description = fields::description()
        .prop_filter("characters of XML", |text| is_xml(text))
        .prop_map(|text| member("Description", &text));
    let common = (
        id,
        option::of(text().prop_map(|text| member("IpAddress", &text))),
        option::of(fields::name().prop_map(|text| member("Name", &text))),
        option::of(description),
        option::of((0..=i64::MAX).prop_map(|time| number("CreateTime", time))),
    );
    let asn = (any::<u32>(), any::<bool>()).prop_map(|(asn, is_text)| {
        if is_text { member("Asn", &format!("{asn}")) } else { number("Asn", asn) }
    });
    let tag = (text(), option::of(text())).prop_map(|(key, value)| {
        let value = value.map(|value| member("Value", &value));
        with(Vec::from([member("Key", &key)]), value)
    });
    let tags = (proptest::collection::vec(tag, 0..=3), any::<bool>())
        .prop_map(|(tags, is_wrapped)| list("Tags", "Tag", &tags, is_wrapped));
    let described = (
        option::of(asn),
        option::of(fields::auth_key().prop_map(|key| member("AuthKey", &key))),
        option::of(tags),
    );
    let group = option::of("rg-[a-z0-9]{15}".prop_map(|id| member("ResourceGroupId", &id)));
    (common, group, described).prop_map(|(common, group, (asn, key, tags))| {
        let (id, address, name, description, time) = common;
        Gateway {
            common: [Some(id), address, name, description, time].into_iter().flatten().collect(),
            group,
            described: [asn, key, tags].into_iter().flatten().collect(),
        }
    })
}

fn number(name: &'static str, number: impl core::fmt::Display) -> Member {
    (name, format!("{number}"), format!("{number}"))
}

/// A list of objects. In XML, without the inner element, the list's own element repeats.
fn list(name: &'static str, item: &str, items: &[Vec<Member>], is_wrapped: bool) -> Member {
    let json: Vec<_> = items.iter().map(|item| object(item)).collect();
    let json = format!("{{\"{item}\":[{}]}}", json.join(","));
    let (open, close) = if is_wrapped {
        (format!("<{item}>"), format!("</{item}>"))
    } else {
        (String::new(), String::new())
    };
    let between = if is_wrapped { String::new() } else { format!("</{name}><{name}>") };
    let xml: Vec<_> = items.iter().map(|item| format!("{open}{}{close}", elements(item))).collect();
    (name, json, xml.join(&between))
}

fn object(members: &[Member]) -> String {
    let members: Vec<_> =
        members.iter().map(|(name, json, _)| format!("\"{name}\":{json}")).collect();
    format!("{{{}}}", members.join(","))
}

fn elements(members: &[Member]) -> String {
    let members: Vec<_> =
        members.iter().map(|(name, _, xml)| format!("<{name}>{xml}</{name}>")).collect();
    members.concat()
}

/// A body with a flaw: cut off, or with a byte that changed, came twice or got lost.
pub fn almost_body() -> impl Strategy<Value = Body> {
    let body = prop_oneof![
        created_body(),
        modified_body(),
        deleted_body(),
        gateway_body(),
        page_body(),
        failed_body()
    ];
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
        Just(("Detail", r#"{"List":[{"Key":"k","Code":""}]}"#, "<List><Key>k</Key><Code/></List>")),
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
            object(&members).into_bytes()
        } else {
            let members = elements(&members);
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
