//! Each validator against the regular expression of the contract's own words.
#![no_main]

mod laws;

use libfuzzer_sys::fuzz_target;

use crate::laws::{editions, fields};

fuzz_target!(|text: &str| {
    fields::region_id(text);
    fields::ip_address(text);
    fields::client_token(text);
    fields::name(text);
    fields::description(text);
    fields::asn(text);
    editions::editions(text);
    editions::texts_of_today(text);
    editions::signing_fields(text);
    let lines: Vec<_> = text.lines().collect();
    let pairs = lines.chunks(2).map(|pair| (pair[0].into(), (*pair.last().unwrap()).into()));
    editions::tags(&pairs.collect::<Vec<_>>());
});
