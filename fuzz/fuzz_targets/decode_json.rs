//! Bodies in JSON, from seeds and a dictionary of that format.
#![no_main]

use laws::any_body;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| any_body(input));
