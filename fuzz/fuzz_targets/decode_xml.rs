//! Bodies in XML, from seeds and a dictionary of that format.
#![no_main]

mod laws;

use libfuzzer_sys::fuzz_target;

use crate::laws::any_body;

fuzz_target!(|input: &[u8]| any_body(input));
