//! Families of codes: what they look like, and whom a member blames.

use super::ErrorCode;
use crate::parameter::Parameter;

/// A member of a family.
pub(super) struct Member {
    pub(super) family: ErrorCode,
    /// The parameter that it names, where that is one of ours.
    pub(super) blames: Option<Parameter>,
}

/// The family that a code belongs to: letters and digits, and behind a dot also `.`, `_` and `-`. A
/// code that is cut goes on in the same way.
pub(super) fn of(code: &str, is_cut: bool) -> Option<Member> {
    let (head, reason) = match split_once_dot(code) {
        // Nothing may be missing behind a dot.
        Some((_, "")) if !is_cut => return None,
        Some((head, reason)) => (head, Some(reason)),
        None => (code, None),
    };
    let (family, names) = match (head, reason) {
        ("MissingParameter" | "MissingParam", Some(reason)) => {
            (ErrorCode::MissingParameter, reason)
        }
        ("IllegalParam", Some(reason)) => (ErrorCode::IllegalParameter, reason),
        (head, None) if head.starts_with("Missing") => {
            (ErrorCode::MissingParameter, head.strip_prefix("Missing")?)
        }
        _ => match (head.strip_prefix("Invalid")?, reason) {
            // These name the parameter where others state the reason.
            ("Parameter" | "Param", Some(reason)) => {
                return Some(Member {
                    family: ErrorCode::InvalidParameter,
                    blames: parameter(reason),
                });
            }
            (name, _) => (ErrorCode::InvalidParameter, name),
        },
    };
    let blames = parameter(names);
    // `Invalidated` is a word, `Invalidname` names a parameter.
    (blames.is_some() || names.starts_with(|first: char| first.is_ascii_uppercase()))
        .then_some(Member { family, blames })
}

/// `str::split_once` has panic paths of its own.
fn split_once_dot(text: &str) -> Option<(&str, &str)> {
    let dot = text.bytes().position(|byte| byte == b'.')?;
    Some((text.get(..dot)?, text.get(dot.saturating_add(1)..)?))
}

/// The parts of a tag, and how the service names the id of a gateway in its codes.
const OTHER_NAMES: [(&str, Parameter); 5] = [
    ("Tag", Parameter::Tags),
    ("TagKey", Parameter::Tags),
    ("TagValue", Parameter::Tags),
    ("TagNum", Parameter::Tags),
    ("CustomerGatewayInstanceId", Parameter::CustomerGatewayId),
];

/// The parameter that a code names, up to a dot. Codes differ in case from the parameter
/// (`InvalidTimeStamp`, `InvalidAuthkey`).
fn parameter(names: &str) -> Option<Parameter> {
    let name = split_once_dot(names).map_or(names, |(name, _)| name);
    let other = OTHER_NAMES.iter().find(|(other, _)| other.eq_ignore_ascii_case(name));
    other.map(|(_, parameter)| *parameter).or_else(|| {
        Parameter::ALL.iter().copied().find(|known| known.as_str().eq_ignore_ascii_case(name))
    })
}
