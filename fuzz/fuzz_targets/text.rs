//! Escaped text against the unescaping of other people's parsers.
#![no_main]

mod laws;

use libfuzzer_sys::fuzz_target;

use crate::laws::texts;

fuzz_target!(|raw: &str| {
    texts::json(raw);
    texts::xml(raw);
});
