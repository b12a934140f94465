//! What is wrong with a file.

use core::fmt::{self, Write as _};

use super::object::Row;
use crate::escaped::EscapeFault;
use crate::invalid_parameter::InvalidParameter;
use crate::quoted::Quoted;
use crate::response::DoesNotFit;

/// What is wrong with a file.
#[derive(Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub(in crate::config) enum Cause {
    /// A constructor refused the value.
    Refused(InvalidParameter),
    /// The string for the value is too short.
    DoesNotFit(DoesNotFit),
    /// The object has no such member.
    UnknownMember {
        name: Start,
        known: &'static [Row],
    },
    DuplicateMember(&'static str),
    MissingMember(&'static str),
    InvalidType {
        given: Given,
        expected: &'static str,
    },
    /// No text where a secret is expected.
    NotSecretText {
        expected: &'static str,
    },
    Escape(EscapeFault),
    Syntax(Syntax),
}

impl Cause {
    /// The same refusal, made of the start of a text, where the text goes on: it counts them all.
    pub(super) fn of_longer(self, characters: impl Iterator<Item = char> + Clone) -> Self {
        match self {
            Self::Refused(refusal) => Self::Refused(refusal.of_characters(characters.count())),
            Self::DoesNotFit(error) => {
                let bytes = characters.map(char::len_utf8).sum();
                Self::DoesNotFit(DoesNotFit::new(error.member(), bytes, error.capacity()))
            }
            cause => cause,
        }
    }
}

/// What a value is.
#[derive(Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub(in crate::config) enum Given {
    Integer(Start),
    Fraction(Start),
    Bool(bool),
    Null,
    Text,
    List,
    Object,
}

/// What is no JSON, or not to be read as it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub(in crate::config) enum Syntax {
    ByteOrderMark,
    Utf16,
    NotUtf8,
    Empty,
    EndsTooEarly,
    Colon,
    CommaOrBrace,
    CommaOrBracket,
    MemberName,
    TrailingComma,
    Value,
    TrailingData,
}

impl Syntax {
    const fn as_str(self) -> &'static str {
        match self {
            Self::ByteOrderMark => "byte order mark: save the file without one",
            Self::Utf16 => "the file is in UTF-16: save it in UTF-8",
            Self::NotUtf8 => "the file is not in UTF-8 from here on",
            Self::Empty => "the file is empty",
            Self::EndsTooEarly => "the file ends too early",
            Self::Colon => "expected `:` after the name of a member",
            Self::CommaOrBrace => "expected `,` or `}`",
            Self::CommaOrBracket => "expected `,` or `]`",
            Self::MemberName => "expected the name of a member in quotation marks",
            Self::TrailingComma => "no member follows the comma: leave it out",
            Self::Value => {
                "expected a value: a text in quotation marks, a number, true, false, null, a list or an \
                 object"
            }
            Self::TrailingData => "unexpected data after the object",
        }
    }
}

/// The start of a text: what an error quotes of it.
#[derive(Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub(in crate::config) struct Start {
    text: heapless::String<{ Start::MAX_BYTES }, u8>,
    is_cut: bool,
}

impl Start {
    /// The longest name of a member has 17 bytes, and the longest number that is one 10.
    const MAX_BYTES: usize = 32;

    pub(in crate::config) fn of(characters: impl Iterator<Item = char>) -> Self {
        let mut start = Self { text: heapless::String::new(), is_cut: false };
        for character in characters {
            if start.text.push(character).is_err() {
                start.is_cut = true;
                break;
            }
        }
        start
    }
}

/// Writes the text, what cannot be seen in it escaped, and `..` where it was cut.
impl fmt::Display for Start {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.text.chars() {
            match character {
                '\'' | '\\' => f.write_char(character)?,
                _ => f.write_str(Quoted::new(character).inside())?,
            }
        }
        f.write_str(if self.is_cut { ".." } else { "" })
    }
}

/// Writes as serde does what was given.
impl fmt::Display for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer(number) => write!(f, "integer `{number}`"),
            Self::Fraction(number) => write!(f, "floating point `{number}`"),
            Self::Bool(value) => write!(f, "boolean `{value}`"),
            Self::Null => f.write_str("null"),
            Self::Text => f.write_str("string"),
            Self::List => f.write_str("sequence"),
            Self::Object => f.write_str("map"),
        }
    }
}

/// Writes the sentence: where there is one of serde's for it, that one.
impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(refusal) => write!(f, "{refusal}"),
            Self::DoesNotFit(error) => write!(f, "{error}"),
            Self::UnknownMember { name, known } => {
                write!(f, "unknown field `{name}`, expected ")?;
                let one_of = match known {
                    [] | [_] => "",
                    [first, second] => {
                        return write!(f, "`{}` or `{}`", first.name, second.name);
                    }
                    _ => "one of ",
                };
                f.write_str(one_of)?;
                for (position, row) in known.iter().enumerate() {
                    let comma = if position == 0 { "" } else { ", " };
                    write!(f, "{comma}`{}`", row.name)?;
                }
                Ok(())
            }
            Self::DuplicateMember(name) => write!(f, "duplicate field `{name}`"),
            Self::MissingMember(name) => write!(f, "missing field `{name}`"),
            Self::InvalidType { given, expected } => {
                write!(f, "invalid type: {given}, expected {expected}")
            }
            Self::NotSecretText { expected } => write!(f, "cannot be read: expected {expected}"),
            Self::Escape(fault) => f.write_str(match fault {
                EscapeFault::BrokenEscape => {
                    "broken escape in a text: write `\\\\` for a backslash"
                }
                EscapeFault::LoneSurrogate => {
                    "half of a surrogate pair in a text: write the character itself, or both halves"
                }
                EscapeFault::Forbidden => {
                    "control character in a text: write it as an escape, such as `\\n`"
                }
            }),
            Self::Syntax(syntax) => f.write_str(syntax.as_str()),
        }
    }
}
