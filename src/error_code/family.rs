//! Families of codes: what they look like, and whom a member blames.

use super::ErrorCode;
use crate::escaped::Chars;
use crate::front_coded::coded::joined;
use crate::front_coded::front_coded;
use crate::parameter::Parameter;

/// What the text of a code is, or starts with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Entry {
    /// A code of the table.
    Code(ErrorCode),
    /// A member of a family: `Invalid<Parameter>` or `Invalid<Parameter>.<Reason>`.
    Invalid,
    /// `InvalidParameter.<Parameter>`: what it names stands in place of the reason.
    InvalidParameter,
    /// `Missing<Parameter>`.
    Missing,
    /// `MissingParameter.<Parameter>`.
    MissingParameter,
    /// `IllegalParam.<Parameter>`.
    IllegalParameter,
}

/// How the members of the families start.
pub(super) const STARTS: &[(&str, Entry)] = &[
    ("Invalid*", Entry::Invalid),
    ("InvalidParam.*", Entry::InvalidParameter),
    ("InvalidParameter.*", Entry::InvalidParameter),
    ("Missing*", Entry::Missing),
    ("MissingParam.*", Entry::MissingParameter),
    ("MissingParameter.*", Entry::MissingParameter),
    ("IllegalParam.*", Entry::IllegalParameter),
];

impl Entry {
    /// The code of the table, or the family's.
    pub(super) const fn code(self) -> ErrorCode {
        match self {
            Self::Code(code) => code,
            Self::Invalid | Self::InvalidParameter => ErrorCode::InvalidParameter,
            Self::Missing | Self::MissingParameter => ErrorCode::MissingParameter,
            Self::IllegalParameter => ErrorCode::IllegalParameter,
        }
    }

    /// Whether a code goes on as its family does: with letters and digits, and behind a dot also `.`,
    /// `_` and `-`.
    pub(super) fn goes_on(self, names: &Chars<'_>) -> bool {
        // `Invalidated` is a word, `Invalidname` names a parameter.
        let names_something = self == Self::InvalidParameter
            || names.clone().next().is_some_and(|first| first.is_ascii_uppercase())
            || blamed(names.clone()).is_some();
        let mut is_behind_dot = !matches!(self, Self::Invalid | Self::Missing);
        // Something has to follow the start, and the first dot.
        let mut is_open = true;
        for character in names.clone() {
            is_open = character == '.' && !is_behind_dot;
            if is_open && self == Self::Missing {
                return false;
            }
            is_behind_dot |= is_open;
            let is_of_reason = is_behind_dot && matches!(character, '.' | '_' | '-');
            if !is_of_reason && !character.is_ascii_alphanumeric() {
                return false;
            }
        }
        names_something && !is_open
    }
}

/// How the service names parts of our parameters in its codes.
const OTHER_NAMES: &[(&str, Parameter)] = &[
    ("Tag", Parameter::Tags),
    ("TagKey", Parameter::Tags),
    ("TagValue", Parameter::Tags),
    ("TagNum", Parameter::Tags),
    ("CustomerGatewayInstanceId", Parameter::CustomerGatewayId),
];

/// The parameter that a member names, up to a dot, where that is one of ours. Codes differ in case from
/// the parameter (`InvalidTimeStamp`, `InvalidAuthkey`).
pub(super) fn blamed(mut names: Chars<'_>) -> Option<Parameter> {
    const NAMES: [(&str, Parameter); OTHER_NAMES.len() + Parameter::NAMES.len()] =
        joined(OTHER_NAMES, &Parameter::NAMES);
    let (list, parameters) = front_coded!(BeforeDot, Parameter, NAMES);
    parameters.get(list.find(&mut names)?).copied()
}
