//! Signs on a stack of its own, drops the key, and looks for the secret and for whatever replaces it.

mod scenes;
mod stack;
mod traces;

use scenes::{CONTROLS, SCENES};
use traces::Traces;

/// The lengths of a secret: every one up to the longest.
const LENGTHS: core::ops::RangeInclusive<usize> = 1..=128;

/// A text in which no eight bytes occur more than once.
fn secret(len: usize) -> String {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64 ^ len as u64;
    let mut next = || {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        char::from(b'!' + ((state >> 33) % 94) as u8)
    };
    (0..len).map(|_| next()).collect()
}

fn main() {
    let mut failures = 0;
    for (name, scheme, scene) in SCENES {
        let mut found = Vec::new();
        for len in LENGTHS {
            let secret = secret(len);
            let traces = Traces::new(*scheme, &secret);
            let left = stack::run(|| scene(&secret));
            found.extend(
                traces.find(&left).into_iter().map(|trace| format!("{trace}, length {len}")),
            );
        }
        report(name, &found);
        failures += usize::from(!found.is_empty());
    }
    // What is known to leave traces is seen to: otherwise nothing above was looked at.
    for (name, scheme, scene) in CONTROLS {
        let secret = secret(20);
        let left = stack::run(|| scene(&secret));
        if Traces::new(*scheme, &secret).find(&left).is_empty() {
            println!("{name}: nothing found, so that finding nothing elsewhere means nothing");
            failures += 1;
        }
    }
    if failures > 0 {
        println!("{failures} failed");
        std::process::exit(1);
    }
}

fn report(name: &str, found: &[String]) {
    match found {
        [] => println!("{name}: nothing left"),
        [first, ..] => println!("{name}: {} left, first {first}", found.len()),
    }
}
