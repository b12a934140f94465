//! Families of codes: what they look like, and whom a member blames.

use super::ErrorCode;
use crate::parameter::Parameter;

/// A member of a family.
pub(super) struct Member<'c> {
    pub(super) family: ErrorCode,
    /// What it names: one of our parameters, or another one.
    names: &'c [u8],
}

/// The family that a code belongs to: letters and digits, and behind a dot also `.`, `_` and `-`. A
/// code that is cut goes on in the same way.
pub(super) fn of(code: &[u8], is_cut: bool) -> Option<Member<'_>> {
    let (head, reason) = at_dot(code);
    // Nothing may be missing behind a dot.
    if reason.is_some_and(<[u8]>::is_empty) && !is_cut {
        return None;
    }
    // These name the parameter where others state the reason.
    let names_reason =
        |name: &[u8]| after(b"Param", name).is_some_and(|rest| rest.is_empty() || rest == b"eter");
    let (family, names) = if let Some(name) = after(b"Invalid", head) {
        match reason {
            Some(names) if names_reason(name) => {
                return Some(Member { family: ErrorCode::InvalidParameter, names });
            }
            _ => (ErrorCode::InvalidParameter, name),
        }
    } else if let Some(name) = after(b"Missing", head) {
        match reason {
            Some(names) if names_reason(name) => (ErrorCode::MissingParameter, names),
            Some(_) => return None,
            None => (ErrorCode::MissingParameter, name),
        }
    } else if after(b"IllegalParam", head).is_some_and(<[u8]>::is_empty) {
        (ErrorCode::IllegalParameter, reason?)
    } else {
        return None;
    };
    let member = Member { family, names };
    // `Invalidated` is a word, `Invalidname` names a parameter.
    let is_member = names.first().is_some_and(u8::is_ascii_uppercase) || member.blames().is_some();
    is_member.then_some(member)
}

/// What stands behind the start of a text.
#[inline(never)]
fn after<'t>(start: &[u8], text: &'t [u8]) -> Option<&'t [u8]> {
    text.strip_prefix(start)
}

/// What stands in front of the first dot, and what behind it.
fn at_dot(text: &[u8]) -> (&[u8], Option<&[u8]>) {
    let dot = text.iter().take_while(|byte| **byte != b'.').count();
    match text.split_at_checked(dot) {
        Some((head, [_, reason @ ..])) => (head, Some(reason)),
        _ => (text, None),
    }
}

/// How the service names parts of our parameters in its codes, and the parameters.
const OTHER_NAMES: [(&str, Parameter); 5] = [
    ("Tag", Parameter::Tags),
    ("TagKey", Parameter::Tags),
    ("TagValue", Parameter::Tags),
    ("TagNum", Parameter::Tags),
    ("CustomerGatewayInstanceId", Parameter::CustomerGatewayId),
];

impl Member<'_> {
    /// The parameter that it names, up to a dot, where that is one of ours. Codes differ in case from
    /// the parameter (`InvalidTimeStamp`, `InvalidAuthkey`).
    #[inline(never)]
    pub(super) fn blames(&self) -> Option<Parameter> {
        let (name, _) = at_dot(self.names);
        let is_named = |known: &str| known.as_bytes().eq_ignore_ascii_case(name);
        let other = OTHER_NAMES.iter().find(|(other, _)| is_named(other));
        other
            .map(|(_, parameter)| *parameter)
            .or_else(|| Parameter::ALL.iter().copied().find(|known| is_named(known.as_str())))
    }
}
