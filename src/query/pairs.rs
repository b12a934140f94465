//! Any parameters, their order checked at run time or in a constant.

use core::fmt;

use super::order::{self, OrderError};
use super::pair::is_secret;
use super::parameters::{Parameters, Visitor};

/// Any parameters, their order checked at run time or in a constant.
///
/// ```
/// use aliyun_customer_gateway::query::{Pairs, Query};
///
/// const PARAMETERS: Pairs = match Pairs::new(&[("Action", "DescribeRegions"), ("Format", "JSON")]) {
///     Ok(pairs) => pairs,
///     Err(_) => panic!("not in canonical order"),
/// };
/// assert_eq!(Query::new(PARAMETERS).to_string(), "Action=DescribeRegions&Format=JSON");
/// ```
///
/// In a constant, the wrong order does not compile:
///
/// ```compile_fail,E0080
/// use aliyun_customer_gateway::query::Pairs;
///
/// const PARAMETERS: Pairs = match Pairs::new(&[("Format", "JSON"), ("Action", "DescribeRegions")]) {
///     Ok(pairs) => pairs,
///     Err(_) => panic!("not in canonical order"),
/// };
/// assert_eq!(PARAMETERS.len(), 2);
/// ```
///
/// `Debug` does not print the value of a `SecurityToken` or an `AuthKey`, whatever the case of the
/// name.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Pairs<'a> {
    pairs: &'a [(&'a str, &'a str)],
}

impl<'a> Pairs<'a> {
    /// Checks that names ascend, and that none is duplicated.
    ///
    /// # Errors
    ///
    /// - `[("B", "1"), ("A", "2")]`: `A` must come before `B`
    /// - `[("A", "1"), ("A", "2")]`: `A` is duplicated
    /// - `[("Signature", "..")]`: a signature is made from the other parameters
    pub const fn new(pairs: &'a [(&'a str, &'a str)]) -> Result<Self, OrderError<'a>> {
        let mut rest = pairs;
        while let [(name, _), after @ ..] = rest {
            let next = if let [(next, _), ..] = after { Some(*next) } else { None };
            if let Err(error) = order::check(name, next) {
                return Err(error);
            }
            rest = after;
        }
        Ok(Self { pairs })
    }

    /// How many parameters there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.pairs.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// The names with their values.
    #[must_use]
    pub const fn as_slice(&self) -> &'a [(&'a str, &'a str)] {
        self.pairs
    }
}

impl fmt::Debug for Pairs<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pairs = self
            .pairs
            .iter()
            .map(|(name, value)| (name, if is_secret(name) { "[redacted]" } else { value }));
        f.debug_map().entries(pairs).finish()
    }
}

impl Parameters for Pairs<'_> {
    fn visit(&self, visitor: Visitor<'_>) {
        visitor.pairs(*self);
    }
}
