//! `Asn`: the autonomous system number of the on-premises data center.

use core::fmt;
use core::str::FromStr;

use crate::decimal::Decimal;
use crate::field::breach::{Breach, Kind};
use crate::field::number;
use crate::invalid_parameter::InvalidParameter;
use crate::invalid_parameter::reason::Reason;
use crate::rule::{Rule, every_edition};

/// The autonomous system number of the on-premises data center.
///
/// # Rules
///
/// The same in both editions:
///
/// - 1 to 4294967295, in asplain (`10001`) or asdot (`123.456`, which is 123 × 65536 + 456), as in
///   RFC 5396; written as asplain. A high half of 0 is accepted (`0.10001` is 10001).
/// - Not 0 (RFC 7607), nor 45104, Alibaba Cloud's own, which the service refuses.
/// - No sign, no leading zeros in either half, no spaces.
///
/// # Examples
///
/// ```
/// use aliyun_customer_gateway::Asn;
///
/// assert_eq!(Asn::new("123.456")?.get(), 8_061_384);
/// assert_eq!(Asn::new("123.456")?.to_string(), "8061384");
/// assert_eq!(
///     Asn::new("45104").unwrap_err().to_string(),
///     "Asn 45104 is Alibaba Cloud's own: give the number of your own network",
/// );
/// # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Asn {
    number: u32,
}

const RULE: &Rule = &every_edition::ASN;

impl Asn {
    /// The most characters of a number, in asdot.
    pub const MAX_CHARS: usize = RULE.max_chars();

    /// Checks a number in asplain or asdot.
    ///
    /// # Errors
    ///
    /// - `""`: empty
    /// - `"AS10001"`: unexpected character `'A'` at byte 0
    /// - `"123."`: ends too early
    /// - `"010001"`: leading zero at byte 0
    /// - `"4294967296"`: number at byte 0 is too large
    /// - `"123.65536"`: number at byte 4 is too large
    /// - `"1.01"`: leading zero at byte 2
    /// - `"0"`, `"0.0"`: reserved
    /// - `"45104"`, `"0.45104"`: Alibaba Cloud's own
    pub const fn new(text: &str) -> Result<Self, InvalidParameter> {
        match parse(text) {
            Ok(number) => Self::from_number(number),
            Err(breach) => Err(breach.refuse(RULE, text)),
        }
    }

    /// Checks a number.
    ///
    /// # Errors
    ///
    /// - `0`: reserved
    /// - `45104`: Alibaba Cloud's own
    pub const fn from_number(number: u32) -> Result<Self, InvalidParameter> {
        match number {
            0 | 45_104 => Err(InvalidParameter::new(RULE, Reason::ReservedAsn(number))),
            _ => Ok(Self { number }),
        }
    }

    /// The number.
    #[must_use]
    pub const fn get(&self) -> u32 {
        self.number
    }
}

/// How many bits a number on either side of the dot has.
const HALF: u32 = 16;

const fn parse(text: &str) -> Result<u32, Breach> {
    if text.is_empty() {
        return Err(Breach::EMPTY);
    }
    let mut rest = text.as_bytes();
    let mut number = match number::read(text, &mut rest, Kind::MoreThan32Bits) {
        Ok(number) => number,
        Err(breach) => return Err(breach),
    };
    if let [b'.', half @ ..] = rest {
        if number >> HALF != 0 {
            return Err(Breach::new(Kind::MoreThan16Bits, 0));
        }
        rest = half;
        number = match number::read(text, &mut rest, Kind::MoreThan16Bits) {
            Ok(low) => number << HALF | low,
            Err(breach) => return Err(breach),
        };
    }
    if rest.is_empty() { Ok(number) } else { Err(Breach::unexpected(text, rest)) }
}

impl fmt::Display for Asn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(Decimal::new(self.number).as_str())
    }
}

impl FromStr for Asn {
    type Err = InvalidParameter;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::new(text)
    }
}

impl TryFrom<&str> for Asn {
    type Error = InvalidParameter;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        Self::new(text)
    }
}

impl TryFrom<u32> for Asn {
    type Error = InvalidParameter;

    fn try_from(number: u32) -> Result<Self, Self::Error> {
        Self::from_number(number)
    }
}

impl From<Asn> for u32 {
    fn from(asn: Asn) -> Self {
        asn.number
    }
}
