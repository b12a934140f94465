//! A value of a file.

use super::cause::{Cause, Given, Start};

/// A value of a file.
#[derive(Clone, Copy)]
pub(in crate::config) enum Value<'v> {
    /// A text, unescaped.
    Text(&'v str),
    /// A number as it stands in the file.
    Number(&'v str),
    Bool(bool),
    Null,
    List,
    Object,
}

impl<'v> Value<'v> {
    /// The value of a name or a number; `None` if it is none of JSON.
    pub(super) fn of_scalar(token: &'v str) -> Option<Self> {
        Some(match token {
            "null" => Self::Null,
            "true" => Self::Bool(true),
            "false" => Self::Bool(false),
            _ if is_number(token.as_bytes()) => Self::Number(token),
            _ => return None,
        })
    }

    /// The digits of a whole number that is not negative.
    pub(super) fn digits(&self) -> Option<&'v str> {
        match self {
            Self::Number(token) if token.bytes().all(|byte| byte.is_ascii_digit()) => Some(token),
            _ => None,
        }
    }

    /// The error for a value of another type.
    pub(in crate::config) fn invalid_type(&self, expected: &'static str) -> Cause {
        let given = match self {
            Self::Text(_) => Given::Text,
            Self::Number(token) if token.contains(['.', 'e', 'E']) => {
                Given::Fraction(Start::of(token.chars()))
            }
            Self::Number(token) => Given::Integer(Start::of(token.chars())),
            Self::Bool(value) => Given::Bool(*value),
            Self::Null => Given::Null,
            Self::List => Given::List,
            Self::Object => Given::Object,
        };
        Cause::InvalidType { given, expected }
    }
}

/// RFC 8259, 6.
fn is_number(token: &[u8]) -> bool {
    let unsigned = token.strip_prefix(b"-").unwrap_or(token);
    let (whole, rest) = digits(unsigned);
    let is_whole = matches!(whole, b"0" | [b'1'..=b'9', ..]);
    let (has_fraction, rest) = match rest {
        [b'.', rest @ ..] => {
            let (fraction, rest) = digits(rest);
            (!fraction.is_empty(), rest)
        }
        _ => (true, rest),
    };
    let (has_exponent, rest) = match rest {
        [b'e' | b'E', b'+' | b'-', rest @ ..] | [b'e' | b'E', rest @ ..] => {
            let (exponent, rest) = digits(rest);
            (!exponent.is_empty(), rest)
        }
        _ => (true, rest),
    };
    is_whole && has_fraction && has_exponent && rest.is_empty()
}

fn digits(bytes: &[u8]) -> (&[u8], &[u8]) {
    let count = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    bytes.split_at_checked(count).unwrap_or_default()
}
