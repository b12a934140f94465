//! Texts of fields.

use core::net::Ipv4Addr;
use std::format;
use std::string::{String, ToString as _};

use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::Index;

use crate::field::description::Description;
use crate::field::name::Name;
use crate::rule::special_block::SpecialBlock;

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

/// What rules speak of, and what is next to it.
const PARTS: &[&str] =
    &["", " ", ".", "0", "/", "http://", "https://", "\n", "\0", "é", "上", "🏢", "\u{301}", "٣"];

/// A text with one flaw, or none.
fn flawed(text: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    let part = || proptest::sample::select(PARTS);
    let flaw = prop_oneof![
        part().prop_map(Flaw::Inserted),
        part().prop_map(Flaw::Replaced),
        Just(Flaw::CutOff),
        Just(Flaw::Repeated),
    ];
    (text, any::<Index>(), flaw).prop_map(|(text, at, flaw)| {
        let at = at.index(text.chars().count().saturating_add(1));
        flaw.spoil(&text, at)
    })
}

#[derive(Clone, Copy, Debug)]
enum Flaw {
    Inserted(&'static str),
    Replaced(&'static str),
    CutOff,
    Repeated,
}

impl Flaw {
    fn spoil(self, text: &str, at: usize) -> String {
        let before: String = text.chars().take(at).collect();
        let from = |at| text.chars().skip(at).collect::<String>();
        match self {
            Self::Inserted(part) => before + part + &from(at),
            Self::Replaced(part) => before + part + &from(at.saturating_add(1)),
            Self::CutOff => before,
            Self::Repeated => text.repeat(3),
        }
    }
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

#[cfg(test)]
mod tests {
    use proptest::strategy::ValueTree as _;
    use proptest::test_runner::TestRunner;
    use std::vec::Vec;

    use super::*;

    #[test]
    fn flaws() {
        for (flaw, at, spoiled) in [
            (Flaw::Inserted("/"), 0, "/a上c"),
            (Flaw::Inserted("/"), 2, "a上/c"),
            (Flaw::Inserted("/"), 3, "a上c/"),
            (Flaw::Replaced("/"), 1, "a/c"),
            (Flaw::Replaced("/"), 3, "a上c/"),
            (Flaw::CutOff, 2, "a上"),
            (Flaw::Repeated, 1, "a上ca上ca上c"),
        ] {
            assert_eq!(flaw.spoil("a上c", at), spoiled, "{flaw:?}");
        }
    }

    #[test]
    fn numbers_are_written_in_both_ways() {
        let mut runner = TestRunner::deterministic();
        let numbers: Vec<_> =
            (0..64).map(|_| asn().new_tree(&mut runner).unwrap().current()).collect();
        let dotted = numbers.iter().filter(|number| number.contains('.')).count();
        assert!((16..48).contains(&dotted), "{numbers:?}");
    }
}
