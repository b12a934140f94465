//! Why a value was refused.

use core::fmt;

use crate::error_code::ErrorCode;
use crate::parameter::Parameter;
use crate::rule::Rule;
use crate::rule::special_block::SpecialBlock;

/// A value that was refused: which parameter, why, and where.
///
/// Its `Display` is one sentence that says what to do. An index counts bytes from the start of the
/// text that was given.
///
/// ```
/// use aliyun_customer_gateway::{ErrorCode, Name, Parameter, Reason};
///
/// let refused = Name::new("branch office").unwrap_err();
/// assert_eq!(refused.parameter(), Parameter::Name);
/// assert_eq!(refused.reason(), Reason::UnexpectedCharacter { character: ' ', index: 6 });
/// assert_eq!(refused.error_code(), Some(ErrorCode::InvalidName));
/// assert_eq!(
///     refused.to_string(),
///     "unexpected character ' ' at byte 6 of Name: use letters, digits, '.', '_' and '-'",
/// );
/// ```
#[derive(Clone, Copy)]
pub struct InvalidParameter {
    rule: &'static Rule,
    reason: Reason,
}

/// Why a value was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum Reason {
    /// There is no text.
    Empty,
    /// There are too few characters.
    TooShort {
        /// How many there are.
        characters: usize,
    },
    /// There are too many characters.
    TooLong {
        /// How many there are.
        characters: usize,
    },
    /// A character may not stand where it stands.
    UnexpectedCharacter {
        /// The character.
        character: char,
        /// Its first byte.
        index: usize,
    },
    /// A character that can be checked at run time only: the constructors for constants know the
    /// ASCII letters alone.
    NotConstant {
        /// The character.
        character: char,
        /// Its first byte.
        index: usize,
    },
    /// The text starts with `http://` or `https://`.
    SchemePrefix(
        /// The prefix.
        &'static str,
    ),
    /// The text ends where more is needed.
    Incomplete,
    /// A number starts with a zero that it does not need.
    LeadingZero {
        /// The zero.
        index: usize,
    },
    /// A number is greater than may stand there.
    NumberTooLarge {
        /// The first digit of the number.
        index: usize,
        /// The greatest number that may stand there.
        max: u32,
    },
    /// The text is an IPv6 address.
    Ipv6,
    /// The address is not a public one.
    NotPublic(
        /// The block that it lies in.
        SpecialBlock,
    ),
    /// The autonomous system number is one that nobody may use here.
    ReservedAsn(
        /// The number: 0 or 45104.
        u32,
    ),
    /// The number stands in dot notation without need: asdot writes a number below 65536 plainly.
    NeedlessDot {
        /// The dot.
        index: usize,
    },
    /// There is no such date or time.
    NoSuchTime {
        /// The first digit of the number that is out of its range.
        index: usize,
    },
    /// The time lies outside of the years 1970 to 9999.
    TimeOutOfRange,
}

impl InvalidParameter {
    pub(crate) const fn new(rule: &'static Rule, reason: Reason) -> Self {
        Self { rule, reason }
    }

    /// The same refusal by a constructor for constants, which knows the ASCII letters alone.
    pub(crate) const fn in_constant(self) -> Self {
        match self.reason {
            Reason::UnexpectedCharacter { character, index } if !character.is_ascii() => {
                Self::new(self.rule, Reason::NotConstant { character, index })
            }
            _ => self,
        }
    }

    /// The parameter whose value was refused.
    #[must_use]
    pub const fn parameter(&self) -> Parameter {
        self.rule.parameter
    }

    /// Why it was refused.
    #[must_use]
    pub const fn reason(&self) -> Reason {
        self.reason
    }

    /// The byte of the text that is to blame, where one is.
    #[must_use]
    pub const fn index(&self) -> Option<usize> {
        match self.reason {
            Reason::UnexpectedCharacter { index, .. }
            | Reason::NotConstant { index, .. }
            | Reason::LeadingZero { index }
            | Reason::NumberTooLarge { index, .. }
            | Reason::NeedlessDot { index }
            | Reason::NoSuchTime { index } => Some(index),
            Reason::SchemePrefix(_) => Some(0),
            _ => None,
        }
    }

    /// The character that is to blame, where one is.
    #[must_use]
    pub const fn character(&self) -> Option<char> {
        match self.reason {
            Reason::UnexpectedCharacter { character, .. }
            | Reason::NotConstant { character, .. } => Some(character),
            Reason::LeadingZero { .. } => Some('0'),
            Reason::NeedlessDot { .. } => Some('.'),
            _ => None,
        }
    }

    /// What the service would have answered to the value, where the contract names a code for it.
    #[must_use]
    pub const fn error_code(&self) -> Option<ErrorCode> {
        match self.rule.parameter {
            Parameter::IpAddress => Some(ErrorCode::IpAddressWrongFormat),
            Parameter::Name => Some(ErrorCode::InvalidName),
            Parameter::Description => Some(ErrorCode::InvalidDescription),
            _ => None,
        }
    }
}

impl fmt::Display for InvalidParameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Rule { parameter, min, max, expected } = self.rule;
        match self.reason {
            Reason::Empty => write!(f, "{parameter} is empty: {expected}"),
            Reason::TooShort { characters } | Reason::TooLong { characters } => {
                let s = if characters == 1 { "" } else { "s" };
                write!(f, "{parameter} has {characters} character{s}: it takes {min} to {max}")
            }
            Reason::UnexpectedCharacter { character, index } => write!(
                f,
                "unexpected character {character:?} at byte {index} of {parameter}: {expected}"
            ),
            Reason::NotConstant { character, index } => write!(
                f,
                "character {character:?} at byte {index} of {parameter} cannot be checked in a constant: \
                 use {parameter}::new at run time"
            ),
            Reason::SchemePrefix(prefix) => {
                write!(f, "{parameter} starts with \"{prefix}\": leave the prefix out")
            }
            Reason::Incomplete => write!(f, "{parameter} ends too early: {expected}"),
            Reason::LeadingZero { index } => {
                write!(f, "leading zero at byte {index} of {parameter}: leave it out")
            }
            Reason::NumberTooLarge { index, max } => {
                write!(f, "number at byte {index} of {parameter} is too large: it goes up to {max}")
            }
            Reason::Ipv6 => write!(
                f,
                "{parameter} is an IPv6 address: the service takes IPv4 alone, as in 101.12.0.12"
            ),
            Reason::NotPublic(block) => {
                write!(f, "{parameter} lies in {block}: give the public address of the VPN gateway")
            }
            Reason::ReservedAsn(0) => {
                write!(
                    f,
                    "{parameter} 0 is reserved by RFC 7607: give the number of your own network"
                )
            }
            Reason::ReservedAsn(number) => write!(
                f,
                "{parameter} {number} is Alibaba Cloud's own: give the number of your own network"
            ),
            Reason::NeedlessDot { index } => write!(
                f,
                "needless dot at byte {index} of {parameter}: write a number below 65536 without one"
            ),
            Reason::NoSuchTime { index } => {
                write!(f, "no such date or time at byte {index} of {parameter}: {expected}")
            }
            Reason::TimeOutOfRange => write!(
                f,
                "{parameter} is out of range: it goes from 1970-01-01T00:00:00Z to 9999-12-31T23:59:59Z"
            ),
        }
    }
}

impl fmt::Debug for InvalidParameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "InvalidParameter({:?}, {:?})", self.parameter(), self.reason)
    }
}

impl PartialEq for InvalidParameter {
    fn eq(&self, other: &Self) -> bool {
        (self.parameter(), self.reason) == (other.parameter(), other.reason)
    }
}

impl Eq for InvalidParameter {}

impl core::hash::Hash for InvalidParameter {
    fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
        (self.parameter(), self.reason).hash(state);
    }
}

#[cfg(feature = "defmt")]
impl defmt::Format for InvalidParameter {
    fn format(&self, f: defmt::Formatter<'_>) {
        defmt::write!(f, "InvalidParameter({}, {})", self.parameter(), self.reason);
    }
}

impl core::error::Error for InvalidParameter {}
