//! Escaped text against the unescaping of other people's parsers.
#![no_main]

use laws::texts;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|raw: &str| {
    texts::json(raw);
    texts::xml(raw);
});
