//! Bodies in JSON, whatever they hold: the laws of an answer, and of one that was cut off.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[allow(dead_code, reason = "another target uses the rest")]
#[path = "../../tests/laws/bodies.rs"]
mod bodies;

const STATUSES: [u16; 5] = [200, 299, 400, 403, 500];

fuzz_target!(|input: &[u8]| {
    let Some((status, body)) = input.split_first() else { return };
    let status = STATUSES[usize::from(*status) % STATUSES.len()];
    bodies::decode(status, body);
    // The law reads each prefix of the body.
    if body.len() < 512 {
        bodies::every_prefix_is_refused(body);
    }
});
