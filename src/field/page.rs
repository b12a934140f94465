//! `PageNumber` and `PageSize`: which part of a list a response holds.

use core::fmt;
use core::str::FromStr;

use crate::decimal::Decimal;
use crate::field::breach::{Breach, Kind};
use crate::field::number;
use crate::invalid_parameter::InvalidParameter;
use crate::invalid_parameter::reason::Reason;
use crate::rule::NumberRule;
use crate::rule::every_edition::{PAGE_NUMBER, PAGE_SIZE};

/// Reads a number between the bounds of a rule.
const fn read(rule: &'static NumberRule, text: &str) -> Result<u32, InvalidParameter> {
    if text.is_empty() {
        return Err(Breach::EMPTY.refuse(&rule.rule, text));
    }
    let mut rest = text.as_bytes();
    match number::read(text, &mut rest, Kind::MoreThan32Bits) {
        Ok(number) if rest.is_empty() || number > rule.max => check(rule, number),
        Ok(_) => Err(Breach::unexpected(text, rest).refuse(&rule.rule, text)),
        Err(breach) if breach.is(Kind::MoreThan32Bits) => check(rule, u32::MAX),
        Err(breach) => Err(breach.refuse(&rule.rule, text)),
    }
}

const fn check(rule: &'static NumberRule, number: u32) -> Result<u32, InvalidParameter> {
    let NumberRule { rule, min, max } = rule;
    let (min, max) = (*min, *max);
    let reason = if number < min {
        Reason::NumberTooSmall { index: 0, min }
    } else if number > max {
        Reason::NumberTooLarge { index: 0, max }
    } else {
        return Ok(number);
    };
    Err(InvalidParameter::new(rule, reason))
}

macro_rules! page {
    ($(#[$attribute:meta])* $name:ident $rule:ident) => {
        $(#[$attribute])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "defmt", derive(defmt::Format))]
        pub struct $name {
            number: u32,
        }

        impl $name {
            /// The smallest.
            pub const MIN: Self = Self { number: $rule.min };
            /// The greatest.
            pub const MAX: Self = Self { number: $rule.max };

            /// Checks a number in decimal digits.
            ///
            /// # Errors
            ///
            /// - `""`: empty
            /// - `"-1"`: unexpected character `'-'` at byte 0
            /// - `"01"`: leading zero at byte 0
            /// - `"0"`: number at byte 0 is too small
            /// - a number greater than [`MAX`](Self::MAX): number at byte 0 is too large
            pub const fn new(text: &str) -> Result<Self, InvalidParameter> {
                match read(&$rule, text) {
                    Ok(number) => Ok(Self { number }),
                    Err(refusal) => Err(refusal),
                }
            }

            /// Checks a number.
            ///
            /// # Errors
            ///
            /// - `0`: too small
            /// - a number greater than [`MAX`](Self::MAX): too large
            pub const fn from_number(number: u32) -> Result<Self, InvalidParameter> {
                match check(&$rule, number) {
                    Ok(number) => Ok(Self { number }),
                    Err(refusal) => Err(refusal),
                }
            }

            /// The number.
            #[must_use]
            pub const fn get(&self) -> u32 {
                self.number
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(Decimal::new(self.number).as_str())
            }
        }

        impl FromStr for $name {
            type Err = InvalidParameter;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::new(text)
            }
        }

        impl TryFrom<&str> for $name {
            type Error = InvalidParameter;

            fn try_from(text: &str) -> Result<Self, Self::Error> {
                Self::new(text)
            }
        }

        impl TryFrom<u32> for $name {
            type Error = InvalidParameter;

            fn try_from(number: u32) -> Result<Self, Self::Error> {
                Self::from_number(number)
            }
        }

        impl From<$name> for u32 {
            fn from(number: $name) -> Self {
                number.get()
            }
        }
    };
}

page! {
    /// Which page of a list, from 1.
    ///
    /// # Rules
    ///
    /// The same in both editions:
    ///
    /// - 1 to 2147483647: the official SDKs' type is a signed number of 32 bits. Without the
    ///   parameter, the service sends page 1.
    ///
    /// # Examples
    ///
    /// ```
    /// use aliyun_customer_gateway::PageNumber;
    ///
    /// let next = PageNumber::MIN.next().unwrap();
    /// assert_eq!(next.get(), 2);
    /// ```
    PageNumber PAGE_NUMBER
}

impl PageNumber {
    /// The page after this one; `None` after the last that can be named.
    #[must_use]
    pub const fn next(self) -> Option<Self> {
        match Self::from_number(self.number.saturating_add(1)) {
            Ok(next) => Some(next),
            Err(_) => None,
        }
    }
}

page! {
    /// How many gateways a page of a list holds at most.
    ///
    /// # Rules
    ///
    /// The same in both editions:
    ///
    /// - 1 to 50. Without the parameter, the service sends pages of 10, which is the default here
    ///   too.
    ///
    /// # Examples
    ///
    /// ```
    /// use aliyun_customer_gateway::PageSize;
    ///
    /// assert_eq!(PageSize::default().get(), 10);
    /// assert_eq!(PageSize::MAX.get(), 50);
    /// ```
    PageSize PAGE_SIZE
}

impl Default for PageSize {
    fn default() -> Self {
        Self { number: 10 }
    }
}

impl Default for PageNumber {
    fn default() -> Self {
        Self::MIN
    }
}
