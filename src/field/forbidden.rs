//! What a text may not start with or hold, whatever its characters.

use crate::invalid_parameter::InvalidParameter;
use crate::invalid_parameter::reason::Reason;
use crate::rule::Rule;

/// The refusal of a text that starts with a prefix that the rule forbids, or holds a URL that it
/// forbids.
pub(crate) const fn refusal(rule: &'static Rule, text: &str) -> Option<InvalidParameter> {
    match reason(rule, text) {
        Some(reason) => Some(InvalidParameter::new(rule, reason)),
        None => None,
    }
}

/// The reason of [`refusal`].
pub(crate) const fn reason(rule: &Rule, text: &str) -> Option<Reason> {
    let mut prefixes = rule.prefixes.as_slice();
    while let Some((prefix, rest)) = prefixes.split_first() {
        if starts_with(text.as_bytes(), prefix.as_bytes()) {
            return Some(Reason::ForbiddenPrefix(prefix));
        }
        prefixes = rest;
    }
    if rule.urls {
        return None;
    }
    let mut rest = text.as_bytes();
    while let Some((_, after)) = rest.split_first() {
        if starts_with(rest, b"http://") || starts_with(rest, b"https://") {
            let index = text.len().saturating_sub(rest.len());
            return Some(Reason::ContainsUrl { index });
        }
        rest = after;
    }
    None
}

const fn starts_with(mut text: &[u8], mut prefix: &[u8]) -> bool {
    while let Some((wanted, prefix_rest)) = prefix.split_first() {
        match text.split_first() {
            Some((byte, rest)) if *byte == *wanted => text = rest,
            _ => return false,
        }
        prefix = prefix_rest;
    }
    true
}
