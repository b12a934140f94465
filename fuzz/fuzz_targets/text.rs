//! Escaped text against the unescaping of other people's parsers.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/laws/texts.rs"]
mod texts;

fuzz_target!(|raw: &str| {
    texts::json(raw);
    texts::xml(raw);
});
