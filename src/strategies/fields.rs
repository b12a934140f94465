//! Texts of fields.

use core::net::Ipv4Addr;
use std::format;
use std::string::{String, ToString as _};
use std::vec::Vec;

use proptest::collection::btree_map;
use proptest::prelude::{BoxedStrategy, Just, Strategy, any, prop_oneof};

use super::flaw::{almost, flawed};
use crate::edition::Edition;
use crate::field::description::Description;
use crate::field::ip_address::IpAddress;
use crate::field::name::Name;
use crate::field::page::{PageNumber, PageSize};
use crate::field::tag::Tag;
use crate::field::tags::Tags;

/// A valid `RegionId`.
pub fn region_id() -> impl Strategy<Value = String> {
    prop_oneof![1 => "cn-(shanghai|hangzhou|beijing)", 3 => "[A-Za-z0-9_-]{1,63}"]
}

/// A valid `IpAddress` of the contract: a public one.
pub fn ip_address() -> impl Strategy<Value = String> {
    ip_address_in(Edition::November2020)
}

/// A valid `IpAddress` of an edition.
pub fn ip_address_in(edition: Edition) -> impl Strategy<Value = String> {
    let private = prop_oneof![
        any::<[u8; 3]>().prop_map(|[b, c, d]| [10, b, c, d]),
        (16..32_u8, any::<[u8; 2]>()).prop_map(|(b, [c, d])| [172, b, c, d]),
        any::<[u8; 2]>().prop_map(|[c, d]| [192, 168, c, d]),
    ];
    prop_oneof![3 => any::<[u8; 4]>(), 1 => private]
        .prop_filter("an address", move |octets| {
            IpAddress::from_octets_in(*octets, edition).is_ok()
        })
        .prop_map(|octets| Ipv4Addr::from(octets).to_string())
}

/// A valid `ClientToken`.
pub fn client_token() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
        r"[\x00-\x7f]{1,64}",
    ]
}

/// A valid `Name` of the contract.
pub fn name() -> impl Strategy<Value = String> {
    name_in(Edition::November2020)
}

/// A valid `Name` of an edition.
pub fn name_in(edition: Edition) -> impl Strategy<Value = String> {
    let texts = match edition {
        Edition::November2020 => prop_oneof![
            r"[A-Za-z0-9._-]{2,128}",
            r"[\u{4e00}-\u{9fff}]{2,128}",
            r"[\p{Alphabetic}0-9._-]{2,128}",
        ]
        .boxed(),
        Edition::Current => any_text(),
    };
    // The two sides may know different versions of Unicode.
    texts.prop_filter("a name", move |text| Name::new_in(text, edition).is_ok())
}

/// A valid `Description` of the contract.
pub fn description() -> impl Strategy<Value = String> {
    description_in(Edition::November2020)
}

/// A valid `Description` of an edition.
pub fn description_in(edition: Edition) -> impl Strategy<Value = String> {
    let texts = match edition {
        Edition::November2020 => prop_oneof![
            r"[A-Za-z][ -~]{1,255}",
            r"[\u{4e00}-\u{9fff}]{2,256}",
            r"(?s)\p{Alphabetic}.{1,255}"
        ]
        .boxed(),
        Edition::Current => any_text(),
    };
    texts.prop_filter("a description", move |text| Description::new_in(text, edition).is_ok())
}

/// What today's edition takes as a name and as a description.
fn any_text() -> BoxedStrategy<String> {
    prop_oneof!["[ -~]{1,100}", r"[\u{4e00}-\u{9fff}]{1,100}", r"(?s).{1,100}"].boxed()
}

/// A valid `Asn`, in asplain or asdot.
pub fn asn() -> impl Strategy<Value = String> {
    let number = any::<u32>().prop_filter("usable", |number| !matches!(number, 0 | 45_104));
    (number, any::<bool>()).prop_map(|(number, dotted)| match (number >> 16, number & 0xffff) {
        (high, low) if dotted => format!("{high}.{low}"),
        _ => number.to_string(),
    })
}

/// A valid `CustomerGatewayId`.
pub fn customer_gateway_id() -> impl Strategy<Value = String> {
    prop_oneof!["cgw-[0-9a-z]{20}", "[!-~]{1,64}"]
}

/// A valid `ResourceGroupId`.
pub fn resource_group_id() -> impl Strategy<Value = String> {
    prop_oneof!["rg-[0-9a-z]{15}", "[!-~]{1,64}"]
}

/// A valid `AuthKey`.
pub fn auth_key() -> impl Strategy<Value = String> {
    prop_oneof!["[A-Za-z0-9]{8,32}", r"[\x00-\x1f!->@-\x7f]{1,64}"]
}

/// The key and the value of a valid `Tag`.
pub fn tag() -> impl Strategy<Value = (String, String)> {
    let key = prop_oneof!["[a-z]{1,8}", r"[\u{4e00}-\u{9fff}]{1,64}", r"(?s).{1,64}"];
    let value = prop_oneof![Just(String::new()), "[ -~]{1,128}", r"(?s).{0,128}"];
    (key, value).prop_filter("a tag", |(key, value)| Tag::new(key, value).is_ok())
}

/// The keys and values of valid `Tags`.
pub fn tags() -> impl Strategy<Value = Vec<(String, String)>> {
    // A key that comes again takes the place of the first.
    btree_map(tag().prop_map(|(key, _)| key), tag().prop_map(|(_, value)| value), 0..=Tags::MAX)
        .prop_map(|tags| tags.into_iter().collect())
}

/// A valid `PageNumber`.
pub fn page_number() -> impl Strategy<Value = String> {
    prop_oneof![1..=20_u32, PageNumber::MIN.get()..=PageNumber::MAX.get()]
        .prop_map(|number| number.to_string())
}

/// A valid `PageSize`.
pub fn page_size() -> impl Strategy<Value = String> {
    (PageSize::MIN.get()..=PageSize::MAX.get()).prop_map(|number| number.to_string())
}

/// An almost valid `IpAddress` of an edition.
pub fn almost_ip_address_in(edition: Edition) -> impl Strategy<Value = String> {
    flawed(ip_address_in(edition))
}

/// An almost valid `Name` of an edition.
pub fn almost_name_in(edition: Edition) -> impl Strategy<Value = String> {
    flawed(name_in(edition))
}

/// An almost valid `Description` of an edition.
pub fn almost_description_in(edition: Edition) -> impl Strategy<Value = String> {
    flawed(description_in(edition))
}

almost! {
    almost_region_id region_id "RegionId",
    almost_ip_address ip_address "IpAddress",
    almost_client_token client_token "ClientToken",
    almost_name name "Name",
    almost_description description "Description",
    almost_asn asn "Asn",
    almost_customer_gateway_id customer_gateway_id "CustomerGatewayId",
    almost_resource_group_id resource_group_id "ResourceGroupId",
    almost_auth_key auth_key "AuthKey",
    almost_page_number page_number "PageNumber",
    almost_page_size page_size "PageSize",
}

#[cfg(test)]
mod tests {
    use proptest::strategy::ValueTree as _;
    use proptest::test_runner::TestRunner;

    use super::*;

    #[test]
    fn numbers_are_written_in_both_ways() {
        let mut runner = TestRunner::deterministic();
        let numbers: Vec<_> =
            (0..64).map(|_| asn().new_tree(&mut runner).unwrap().current()).collect();
        let dotted = numbers.iter().filter(|number| number.contains('.')).count();
        assert!((16..48).contains(&dotted), "{numbers:?}");
    }
}
