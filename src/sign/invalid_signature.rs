//! A text that is not a signature.

use core::fmt;

use crate::quoted::Quoted;

/// A text that is not a signature: why, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct InvalidSignature {
    kind: Kind,
    fault: Fault,
}

/// How a signature is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub(super) enum Kind {
    /// An HMAC-SHA1 in base64.
    Base64,
    /// An HMAC-SHA256 in lower-case hexadecimal digits.
    Hex,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
enum Fault {
    Length(usize),
    Character(char, usize),
}

impl InvalidSignature {
    /// The text has another length, in bytes.
    pub(super) const fn length(kind: Kind, len: usize) -> Self {
        Self { kind, fault: Fault::Length(len) }
    }

    /// The first character that a check refuses, or the last one where it is the whole that is wrong.
    pub(super) fn character(kind: Kind, text: &str, is_allowed: impl Fn(char) -> bool) -> Self {
        let found = text.char_indices().find(|(_, character)| !is_allowed(*character));
        let (index, character) =
            found.or_else(|| text.char_indices().next_back()).unwrap_or_default();
        Self { kind, fault: Fault::Character(character, index) }
    }

    /// The byte of the text that is at fault; `None` if the length is.
    #[must_use]
    pub const fn index(&self) -> Option<usize> {
        match self.fault {
            Fault::Length(_) => None,
            Fault::Character(_, index) => Some(index),
        }
    }
}

impl fmt::Display for InvalidSignature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let expected = match self.kind {
            Kind::Base64 => "write the base64 of an HMAC-SHA1, which is 28 characters",
            Kind::Hex => "write an HMAC-SHA256 in 64 lower-case hexadecimal digits",
        };
        match self.fault {
            Fault::Length(len) => write!(f, "Signature has {len} bytes: {expected}"),
            Fault::Character(character, index) => write!(
                f,
                "unexpected character {} at byte {index} of Signature: {expected}",
                Quoted::new(character).as_str()
            ),
        }
    }
}

impl core::error::Error for InvalidSignature {}
