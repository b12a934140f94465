//! What explains a mismatch, and what takes secrets out of messages.
#![no_main]

mod laws;

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;

use crate::laws::{echoes, signing};

#[derive(Arbitrary, Debug)]
struct Input<'a> {
    message: &'a str,
    pairs: signing::ParameterMap,
    place: usize,
    change: Option<char>,
    removed: bool,
    before: &'a str,
    name: usize,
    layers: u8,
    secret: &'a str,
    after: &'a str,
}

fuzz_target!(|input: Input<'_>| {
    echoes::redaction(input.message);
    echoes::damaged_echo(&input.pairs, input.place, input.change, input.removed);
    // A secret is of visible ASCII characters.
    if input.secret.bytes().all(|byte| byte.is_ascii_graphic()) {
        let layers = usize::from(input.layers % 4);
        echoes::secret(input.before, input.name, layers, input.secret, input.after);
    }
});
