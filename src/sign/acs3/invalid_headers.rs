//! Why headers cannot be signed.

use core::fmt;

use crate::quoted::{Quoted, QuotedText};

/// A list of headers that cannot be signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum InvalidHeaders<'a> {
    /// A name comes after one that is greater.
    OutOfOrder {
        /// The name that must come earlier.
        name: &'a str,
        /// The name right before it, which must come later.
        previous: &'a str,
    },
    /// A name is there more than once, in whatever case.
    Duplicate {
        /// The name, where it is repeated.
        name: &'a str,
    },
    /// A name is not a token of HTTP.
    Name {
        /// The name.
        name: &'a str,
    },
    /// A value holds a character that would end its header, or is not ASCII.
    Value {
        /// The name of the header.
        name: &'a str,
        /// The character.
        character: char,
        /// Its first byte in the value as it was given.
        index: usize,
    },
    /// A header that is to be signed is not among the headers.
    Missing {
        /// The name.
        name: &'a str,
    },
    /// A header that the service wants signed is not among those to be signed.
    Unsigned {
        /// The name.
        name: &'a str,
    },
    /// A header that this crate writes, or that would change how the request is read, is among those
    /// to be added.
    Reserved {
        /// The name.
        name: &'a str,
    },
}

impl fmt::Display for InvalidHeaders<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutOfOrder { name, previous } => write!(
                f,
                "header {} must come before {}: sort names by their lower case",
                QuotedText(name),
                QuotedText(previous)
            ),
            Self::Duplicate { name } => {
                write!(f, "header {} is duplicated: remove one", QuotedText(name))
            }
            Self::Name { name } => write!(
                f,
                "header name {} is invalid: \
                 use ASCII letters, digits and '-', as in x-acs-date",
                QuotedText(name)
            ),
            Self::Value { name, character, index } => write!(
                f,
                "unexpected character {} at byte {index} of header {}: \
                 use visible ASCII characters, spaces and tabs",
                Quoted::new(*character).as_str(),
                QuotedText(name)
            ),
            Self::Missing { name } => write!(
                f,
                "header {} is to be signed, but is not among the headers: \
                 add it, or do not sign it",
                QuotedText(name)
            ),
            Self::Unsigned { name } => write!(
                f,
                "header {} is not signed: sign host and every x-acs-* that is sent",
                QuotedText(name)
            ),
            Self::Reserved { name } => write!(
                f,
                "header {} cannot be added: \
                 leave it out, because it is written here where it is needed",
                QuotedText(name)
            ),
        }
    }
}

impl core::error::Error for InvalidHeaders<'_> {}
