//! How a text breaks its rule.

use crate::field::{forbidden, utf8};
use crate::invalid_parameter::InvalidParameter;
use crate::invalid_parameter::reason::Reason;
use crate::rule::{Handling, Rule};

/// How a text breaks its rule, of which both are at hand.
///
/// This travels in two registers, and a refusal through memory. A check returns it, and one function makes
/// the refusal.
#[derive(Clone, Copy)]
pub(crate) struct Breach {
    kind: Kind,
    /// The byte that is to blame, or a number of characters.
    at: usize,
}

/// The kinds of breaches.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Too few characters, or too many.
    Length,
    /// A character may not stand there, or the text ends there.
    Unexpected,
    /// The same of a check that takes ASCII only.
    UnexpectedInAscii,
    /// The same in a constant, which knows few letters.
    UnexpectedInConstant,
    /// A prefix that the rule forbids.
    Prefix,
    /// A URL, which the rule forbids.
    Url,
    /// A number starts with a zero that it does not need.
    LeadingZero,
    /// A number has more than 8 bits.
    MoreThan8Bits,
    MoreThan16Bits,
    MoreThan32Bits,
    /// An IPv6 address.
    Ipv6,
}

/// A breach, or what a check found out, in two registers, where a `Result` of both would take memory.
#[derive(Clone, Copy)]
pub(crate) struct Verdict {
    kind: Option<Kind>,
    /// What was found out, or where the breach is.
    value: usize,
}

impl Verdict {
    pub(crate) const fn ok(value: usize) -> Self {
        Self { kind: None, value }
    }

    /// The place of an unexpected character.
    pub(crate) const fn unexpected(self) -> Option<usize> {
        match self.kind {
            Some(Kind::Unexpected) => Some(self.value),
            _ => None,
        }
    }

    #[inline]
    pub(crate) const fn get(self) -> Result<usize, Breach> {
        match self.kind {
            None => Ok(self.value),
            Some(kind) => Err(Breach { kind, at: self.value }),
        }
    }
}

impl Breach {
    pub(crate) const fn new(kind: Kind, at: usize) -> Self {
        Self { kind, at }
    }

    pub(crate) const EMPTY: Self = Self::new(Kind::Length, 0);
    pub(crate) const PREFIX: Self = Self::new(Kind::Prefix, 0);

    /// A character that may not stand where `rest`, the end of the text, starts.
    pub(crate) const fn unexpected(text: &str, rest: &[u8]) -> Self {
        Self::new(Kind::Unexpected, text.len().wrapping_sub(rest.len()))
    }

    pub(crate) const fn is(self, kind: Kind) -> bool {
        self.kind as u8 == kind as u8
    }

    /// The verdict.
    pub(crate) const fn found(self) -> Verdict {
        Verdict { kind: Some(self.kind), value: self.at }
    }

    /// The refusal of the text.
    #[inline(never)]
    pub(crate) const fn refuse(self, rule: &'static Rule, text: &str) -> InvalidParameter {
        let Self { kind, at: index } = self;
        let reason = match kind {
            Kind::Length => match index {
                0 => Reason::Empty,
                characters if characters < rule.min as usize => Reason::TooShort { characters },
                characters => Reason::TooLong { characters },
            },
            Kind::Unexpected | Kind::UnexpectedInAscii | Kind::UnexpectedInConstant => {
                unexpected(rule.handling, kind, text, index)
            }
            Kind::Prefix => match forbidden::prefix(rule.prefixes, text.as_bytes()) {
                Some(prefix) => Reason::ForbiddenPrefix(prefix),
                None => Reason::Incomplete,
            },
            Kind::Url => Reason::ContainsUrl { index },
            Kind::LeadingZero => Reason::LeadingZero { index },
            Kind::MoreThan8Bits => Reason::NumberTooLarge { index, max: 0xff },
            Kind::MoreThan16Bits => Reason::NumberTooLarge { index, max: 0xffff },
            Kind::MoreThan32Bits => Reason::NumberTooLarge { index, max: u32::MAX },
            Kind::Ipv6 => Reason::Ipv6,
        };
        InvalidParameter::new(rule, reason)
    }
}

/// Why a character may not stand at a byte of a text.
const fn unexpected(handling: Handling, kind: Kind, text: &str, index: usize) -> Reason {
    let Some((_, rest)) = text.as_bytes().split_at_checked(index) else {
        return Reason::Incomplete;
    };
    let Some((character, _)) = utf8::first(rest) else { return Reason::Incomplete };
    match (kind, handling) {
        (Kind::UnexpectedInAscii, _) if !character.is_ascii() => {
            Reason::NotAscii { character, index }
        }
        (Kind::UnexpectedInConstant, _) if !character.is_ascii() => {
            Reason::NotConstant { character, index }
        }
        (_, Handling::Written) => Reason::UnexpectedCharacter { character, index },
        _ if is_space(character) && (index == 0 || is_white(rest)) => {
            Reason::WhiteSpaceAtEdge { character, index }
        }
        // White space is no part of a secret.
        (_, Handling::Secret) if !is_space(character) => {
            Reason::UnexpectedSecretCharacter { index }
        }
        _ => Reason::UnexpectedCharacter { character, index },
    }
}

/// Whether a text is white space throughout.
const fn is_white(mut utf8: &[u8]) -> bool {
    while let Some((character, len)) = utf8::first(utf8)
        && let Some((_, rest)) = utf8.split_at_checked(len)
        && is_space(character)
    {
        utf8 = rest;
    }
    utf8.is_empty()
}

/// White space, and the byte order mark that some editors put at the start of a file.
const fn is_space(character: char) -> bool {
    matches!(
        character,
        ' ' | '\t'..='\r' | '\u{85}' | '\u{a0}' | '\u{2028}' | '\u{3000}' | '\u{feff}'
    )
}
