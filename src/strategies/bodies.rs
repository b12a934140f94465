//! Bodies of responses.

use std::format;
use std::string::String;
use std::vec::Vec;

use proptest::option;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::Index;

use super::fields;
use super::written::{self, Member, list, number};
use crate::error_code::ErrorCode;

/// A response as it comes from the network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub bytes: Vec<u8>,
}

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
    let member = |name| text().prop_map(move |text| written::text(name, &text));
    let members = (
        option::of(code.prop_map(|code| written::text("Code", &code))),
        option::of(member("Message")),
        uuid(),
        option::of(member("HostId")),
        option::of(member("Recommend")),
    );
    let members = members.prop_map(|(code, message, request, host, recommend)| {
        [code, message, Some(request), host, recommend].into_iter().flatten().collect()
    });
    (400..=599_u16, shuffled("Error", members)).prop_map(|(status, bytes)| Body { status, bytes })
}

fn success<S: Strategy>(
    root: &'static str,
    parts: S,
    members: impl Fn(S::Value) -> Vec<Member> + Clone,
) -> impl Strategy<Value = Body> {
    shuffled(root, parts.prop_map(members)).prop_map(|bytes| Body { status: 200, bytes })
}

fn with(mut members: Vec<Member>, more: Option<Member>) -> Vec<Member> {
    members.extend(more);
    members
}

fn uuid() -> impl Strategy<Value = Member> {
    "[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}".prop_map(|id| written::text("RequestId", &id))
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
    let id = "cgw-[a-z0-9]{18}".prop_map(|id| written::text("CustomerGatewayId", &id));
    let description = fields::description()
        .prop_filter("characters of XML", |text| is_xml(text))
        .prop_map(|text| written::text("Description", &text));
    let common = (
        id,
        option::of(text().prop_map(|text| written::text("IpAddress", &text))),
        option::of(fields::name().prop_map(|text| written::text("Name", &text))),
        option::of(description),
        option::of((0..=i64::MAX).prop_map(|time| number("CreateTime", time))),
    );
    let asn = (any::<u32>(), any::<bool>()).prop_map(|(asn, is_text)| {
        if is_text { written::text("Asn", &format!("{asn}")) } else { number("Asn", asn) }
    });
    let tag = (text(), option::of(text())).prop_map(|(key, value)| {
        let value = value.map(|value| written::text("Value", &value));
        with(Vec::from([written::text("Key", &key)]), value)
    });
    let tags = (proptest::collection::vec(tag, 0..=3), any::<bool>())
        .prop_map(|(tags, is_wrapped)| list("Tags", "Tag", &tags, is_wrapped));
    let described = (
        option::of(asn),
        option::of(fields::auth_key().prop_map(|key| written::text("AuthKey", &key))),
        option::of(tags),
    );
    let group = option::of("rg-[a-z0-9]{15}".prop_map(|id| written::text("ResourceGroupId", &id)));
    (common, group, described).prop_map(|(common, group, (asn, key, tags))| {
        let (id, address, name, description, time) = common;
        Gateway {
            common: [Some(id), address, name, description, time].into_iter().flatten().collect(),
            group,
            described: [asn, key, tags].into_iter().flatten().collect(),
        }
    })
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
    text.chars().all(|character| character != '\r' && written::is_xml(character))
}

/// Members in any order, among some that nobody knows, in JSON or XML.
fn shuffled(
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
        if in_json { written::json(&members) } else { written::xml(root, &members) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

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
