//! What a text may not start with or hold, whatever its characters.

use crate::field::breach::{Breach, Kind};
use crate::rule::{Prefixes, Rule};

/// The first URL in a text.
pub(crate) const fn url(text: &[u8]) -> Option<Breach> {
    let mut rest = text;
    while let [_, after @ ..] = rest {
        if prefix(Prefixes::Schemes, rest).is_some() {
            return Some(Breach::new(Kind::Url, text.len().wrapping_sub(rest.len())));
        }
        rest = after;
    }
    None
}

/// Whether a text starts with what its rule forbids.
#[inline]
pub(crate) const fn starts(rule: &Rule, text: &str) -> bool {
    !matches!(rule.prefixes, Prefixes::None) && prefix(rule.prefixes, text.as_bytes()).is_some()
}

/// The prefix of a list that a text starts with.
#[inline(never)]
pub(crate) const fn prefix(prefixes: Prefixes, text: &[u8]) -> Option<&'static str> {
    let mut prefixes = prefixes.as_slice();
    while let [prefix, rest @ ..] = prefixes {
        if starts_with(text, prefix.as_bytes()) {
            return Some(prefix);
        }
        prefixes = rest;
    }
    None
}

const fn starts_with(mut text: &[u8], mut prefix: &[u8]) -> bool {
    while let [wanted, prefix_rest @ ..] = prefix {
        match text {
            [byte, rest @ ..] if *byte == *wanted => text = rest,
            _ => return false,
        }
        prefix = prefix_rest;
    }
    true
}
