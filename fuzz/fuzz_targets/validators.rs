//! Each validator against the regular expression of the contract's own words.
#![no_main]

mod laws;

use libfuzzer_sys::fuzz_target;

use crate::laws::fields;

fuzz_target!(|text: &str| {
    fields::region_id(text);
    fields::ip_address(text);
    fields::client_token(text);
    fields::name(text);
    fields::description(text);
    fields::asn(text);
});
