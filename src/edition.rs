//! The editions of the rules.

use core::fmt;
use core::str::FromStr;

use crate::parameter::Parameter;

/// An edition of the rules: what a value may be changes with the service's documentation.
///
/// A name that one edition accepts may be refused by another, in both directions: `branch office` is
/// a name today, and was none in 2020. Where no edition is named, the contract holds.
///
/// ```
/// use aliyun_customer_gateway::{Edition, Name};
///
/// assert!(Name::new("branch office").is_err());
/// assert!(Name::new_in("branch office", Edition::Current).is_ok());
/// ```
///
/// # Sources
///
/// `November2020` is the page of Alibaba Cloud's VPC API reference on `CreateCustomerGateway`,
/// version `2016-04-28`, as published in November 2020. `Current` is the same page of 2023 to 2026,
/// with which the texts of the official SDKs agree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum Edition {
    /// The contract of this crate, written `2020-11`.
    #[default]
    November2020,
    /// The rules of the service today, written `current`.
    Current,
}

impl Edition {
    /// Every edition, the oldest first.
    pub const ALL: &'static [Self] = &[Self::November2020, Self::Current];

    /// The other editions, the first to try first.
    #[inline]
    pub(crate) const fn others(self) -> &'static [Self] {
        match self {
            Self::November2020 => &[Self::Current],
            Self::Current => &[Self::November2020],
        }
    }

    /// How the edition is written: `2020-11` or `current`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::November2020 => "2020-11",
            Self::Current => "current",
        }
    }

    /// Whether a gateway of this edition has a parameter: what is created or modified, that is. The
    /// filters of a list are the same in every edition.
    ///
    /// ```
    /// use aliyun_customer_gateway::{Edition, Parameter};
    ///
    /// assert!(!Edition::November2020.has(Parameter::Tags));
    /// assert!(Edition::Current.has(Parameter::Tags));
    /// ```
    #[must_use]
    pub const fn has(self, parameter: Parameter) -> bool {
        match parameter {
            Parameter::AuthKey | Parameter::ResourceGroupId | Parameter::Tags => {
                !matches!(self, Self::November2020)
            }
            _ => true,
        }
    }

    /// Whether every edition has a parameter.
    pub(crate) const fn all_have(parameter: Parameter) -> bool {
        let mut editions = Self::ALL;
        while let Some((edition, rest)) = editions.split_first() {
            if !edition.has(parameter) {
                return false;
            }
            editions = rest;
        }
        true
    }
}

impl fmt::Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A text that names no [`Edition`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub struct UnknownEdition;

impl fmt::Display for UnknownEdition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("unknown edition: write 2020-11 or current")
    }
}

impl core::error::Error for UnknownEdition {}

impl FromStr for Edition {
    type Err = UnknownEdition;

    /// Reads what [`as_str`](Self::as_str) writes, in lower case.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let named = Self::ALL.iter().find(|edition| edition.as_str() == text);
        named.copied().ok_or(UnknownEdition)
    }
}
