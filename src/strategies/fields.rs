//! Texts of fields.

use core::net::Ipv4Addr;
use std::format;
use std::string::{String, ToString as _};

use proptest::prelude::{Strategy, any, prop_oneof};

use crate::field::description::Description;
use crate::field::name::Name;
use crate::special_block::SpecialBlock;

/// A valid `RegionId`.
pub fn region_id() -> impl Strategy<Value = String> {
    prop_oneof![1 => "cn-(shanghai|hangzhou|beijing)", 3 => "[A-Za-z0-9_-]{1,63}"]
}

/// A valid, public `IpAddress`.
pub fn ip_address() -> impl Strategy<Value = String> {
    any::<[u8; 4]>()
        .prop_filter("public", |octets| SpecialBlock::of(*octets).is_none())
        .prop_map(|octets| Ipv4Addr::from(octets).to_string())
}

/// A valid `ClientToken`.
pub fn client_token() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
        r"[\x00-\x7f]{1,64}",
    ]
}

/// A valid `Name`.
pub fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        r"[A-Za-z0-9._-]{2,128}",
        r"[\u{4e00}-\u{9fff}]{2,128}",
        r"[\p{Alphabetic}0-9._-]{2,128}",
    ]
    // The two sides may know different versions of Unicode.
    .prop_filter("a name", |text| Name::new(text).is_ok())
}

/// A valid `Description`.
pub fn description() -> impl Strategy<Value = String> {
    prop_oneof![
        r"[A-Za-z][ -~]{1,255}",
        r"[\u{4e00}-\u{9fff}]{2,256}",
        r"(?s)\p{Alphabetic}.{1,255}"
    ]
    .prop_filter("a description", |text| Description::new(text).is_ok())
}

/// A valid `Asn`, in asplain or asdot.
pub fn asn() -> impl Strategy<Value = String> {
    let number = any::<u32>().prop_filter("usable", |number| !matches!(number, 0 | 45_104));
    (number, any::<bool>()).prop_map(|(number, dotted)| match (number >> 16, number & 0xffff) {
        (high @ 1.., low) if dotted => format!("{high}.{low}"),
        _ => number.to_string(),
    })
}

const FLAWS: &[&str] =
    &["", " ", ".", "0", "/", "http://", "https://", "\n", "\0", "é", "上", "🏢", "\u{301}", "٣"];

/// A text with one flaw, or none.
fn flawed(text: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    let flaw = proptest::sample::select(FLAWS);
    (text, flaw, any::<proptest::sample::Index>(), 0..4_u8).prop_map(|(text, flaw, at, kind)| {
        let at = at.index(text.chars().count().saturating_add(1));
        let before: String = text.chars().take(at).collect();
        let after: String = text.chars().skip(at).collect();
        match kind {
            0 => format!("{before}{flaw}{after}"),
            1 => format!("{before}{flaw}{}", after.chars().skip(1).collect::<String>()),
            2 => before,
            _ => text.repeat(3),
        }
    })
}

macro_rules! almost {
    ($($almost:ident $valid:ident $name:literal,)+) => {
        $(
            #[doc = concat!("An almost valid `", $name, "`.")]
            pub fn $almost() -> impl Strategy<Value = String> {
                flawed($valid())
            }
        )+
    };
}

almost! {
    almost_region_id region_id "RegionId",
    almost_ip_address ip_address "IpAddress",
    almost_client_token client_token "ClientToken",
    almost_name name "Name",
    almost_description description "Description",
    almost_asn asn "Asn",
}
