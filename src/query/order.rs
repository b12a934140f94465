//! Canonical order: that of the bytes of the names.

use core::cmp::Ordering;
use core::fmt;

use crate::parameter::Parameter;
use crate::quoted::QuotedText;

/// Why a list of parameters has no canonical query string.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum OrderError<'a> {
    /// A name comes after one that is greater.
    OutOfOrder {
        /// The name that must move to the front.
        name: &'a str,
        /// The name right before it, which it must come before.
        previous: &'a str,
    },
    /// A name occurs twice.
    Duplicate {
        /// The name.
        name: &'a str,
    },
    /// `Signature` is among the parameters to be signed.
    Signature,
}

impl fmt::Display for OrderError<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutOfOrder { name, previous } => write!(
                f,
                "parameter {} must come before {}; sort names in byte order",
                QuotedText(name),
                QuotedText(previous)
            ),
            Self::Duplicate { name } => {
                write!(f, "parameter {} is duplicated: remove one", QuotedText(name))
            }
            Self::Signature => {
                f.write_str("parameter \"Signature\" is among those to be signed: leave it out")
            }
        }
    }
}

impl core::error::Error for OrderError<'_> {}

/// Checks a name against the one after it.
pub(super) const fn check<'a>(name: &'a str, next: Option<&'a str>) -> Result<(), OrderError<'a>> {
    if compare(name, Parameter::Signature.as_str()).is_eq() {
        return Err(OrderError::Signature);
    }
    let Some(next) = next else { return Ok(()) };
    match compare(name, next) {
        Ordering::Less => Ok(()),
        Ordering::Equal => Err(OrderError::Duplicate { name }),
        Ordering::Greater => Err(OrderError::OutOfOrder { name: next, previous: name }),
    }
}

/// Compares bytes in a constant, where `Ord` cannot be used.
pub(super) const fn compare(one: &str, other: &str) -> Ordering {
    let (mut one, mut other) = (one.as_bytes(), other.as_bytes());
    loop {
        match (one, other) {
            ([], []) => return Ordering::Equal,
            ([], _) => return Ordering::Less,
            (_, []) => return Ordering::Greater,
            ([a, after_a @ ..], [b, after_b @ ..]) => {
                if *a < *b {
                    return Ordering::Less;
                }
                if *a > *b {
                    return Ordering::Greater;
                }
                one = after_a;
                other = after_b;
            }
        }
    }
}
