//! The URL schemes that a name or a description may not start with.

use crate::invalid_parameter::{InvalidParameter, Reason};
use crate::rule::Rule;

/// The refusal of a text that starts with one of the literal lower-case texts of the contract.
pub(crate) const fn refusal(rule: &'static Rule, text: &str) -> Option<InvalidParameter> {
    let [b'h', b't', b't', b'p', rest @ ..] = text.as_bytes() else { return None };
    let (prefix, rest) = match rest {
        [b's', rest @ ..] => ("https://", rest),
        _ => ("http://", rest),
    };
    match rest {
        [b':', b'/', b'/', ..] => Some(InvalidParameter::new(rule, Reason::SchemePrefix(prefix))),
        _ => None,
    }
}
