//! The numbers never change: `numbers.tsv` has every one that was ever given.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "what cannot be checked fails its test"
)]

use std::collections::BTreeMap;

use aliyun_customer_gateway::{ErrorCode, Parameter};
use aliyun_customer_gateway_c::numbers::{code, parameter};

const TABLE: &str = include_str!("../numbers.tsv");
const HEADER: &str = include_str!("../include/aliyun_customer_gateway.h");

fn table() -> BTreeMap<&'static str, i64> {
    let rows = TABLE.lines().filter(|line| !line.starts_with('#'));
    let rows = rows.map(|row| {
        let (name, number) = row.split_once('\t').expect("a name and a number");
        (name, number.parse().expect("a number"))
    });
    let table: Vec<_> = rows.collect();
    let count = table.len();
    let table = BTreeMap::from_iter(table);
    assert_eq!(table.len(), count, "a name has one row");
    table
}

/// The constants of the header, sizes left out.
fn header() -> BTreeMap<&'static str, i64> {
    let defines = HEADER.lines().filter_map(|line| line.strip_prefix("#define ACG_"));
    let defines = defines.filter_map(|define| {
        let (name, number) = define.split_once(' ')?;
        Some((name, number.parse().ok()?))
    });
    defines.filter(|(name, _)| !name.starts_with("MAX_")).collect()
}

#[test]
fn every_number_is_that_of_the_table() {
    let header: BTreeMap<_, _> =
        header().into_iter().map(|(name, number)| (format!("ACG_{name}"), number)).collect();
    let table: BTreeMap<_, _> =
        table().into_iter().map(|(name, number)| (name.to_owned(), number)).collect();
    for (name, number) in &table {
        assert_eq!(header.get(name), Some(number), "{name} changed, or is gone");
    }
    for name in header.keys() {
        assert!(table.contains_key(name), "add a row for {name} to numbers.tsv");
    }
}

/// `InvalidName` as `INVALID_NAME`.
fn upper_snake(name: &str) -> String {
    let mut text = String::new();
    for character in name.chars() {
        if character.is_ascii_uppercase() && !text.is_empty() {
            text.push('_');
        }
        text.push(character.to_ascii_uppercase());
    }
    text
}

/// A code or a parameter that the library learns needs a number here.
#[test]
fn every_code_and_parameter_has_its_number() {
    let table = table();
    for known in ErrorCode::ALL {
        let name = format!("ACG_CODE_{}", upper_snake(&format!("{known:?}")));
        assert!(table.contains_key(name.as_str()), "{name} is missing: give it a number");
        let mut text = [0_u8; 80];
        let mut len = core::mem::MaybeUninit::uninit();
        let number = i32::try_from(table[name.as_str()]).unwrap();
        // SAFETY: the buffer is as long as it says.
        let result = unsafe {
            aliyun_customer_gateway_c::advice::acg_code_text(
                number,
                text.as_mut_ptr().cast(),
                text.len(),
                Some(&mut len),
            )
        };
        assert_eq!(result, 0);
        assert_eq!(&text[..known.as_str().len()], known.as_str().as_bytes());
        assert_ne!(number, code::ACG_CODE_UNKNOWN);
    }
    for known in Parameter::ALL {
        let name = format!("ACG_PARAMETER_{}", upper_snake(known.as_str()));
        assert!(table.contains_key(name.as_str()), "{name} is missing: give it a number");
        assert_ne!(table[name.as_str()], i64::from(parameter::ACG_PARAMETER_NONE));
    }
}
