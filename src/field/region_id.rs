//! `RegionId`: the region that the customer gateway belongs to.

use crate::field::check::check;
use crate::field::text_field;
use crate::invalid_parameter::InvalidParameter;
use crate::rule::every_edition::REGION_ID;

/// The id of a region, such as `cn-shanghai`.
///
/// # Rules
///
/// - 1 to 63 characters: a region becomes one DNS label of an endpoint (RFC 1035, 2.3.4).
/// - `A-Z a-z 0-9 _ -`: the set that the official SDKs check. The contract states none.
///
/// A region in a constant is checked by the compiler:
///
/// ```
/// use aliyun_customer_gateway::RegionId;
///
/// const REGION: RegionId = match RegionId::new("cn-shanghai") {
///     Ok(region) => region,
///     Err(_) => panic!("not a region id"),
/// };
/// assert_eq!(REGION.as_str(), "cn-shanghai");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct RegionId<'a> {
    text: &'a str,
}

text_field!(RegionId);

impl<'a> RegionId<'a> {
    /// The most characters of a region id.
    pub const MAX_CHARS: usize = REGION_ID.max_chars();

    /// Checks a region id.
    ///
    /// # Errors
    ///
    /// - `""`: empty
    /// - `"cn shanghai"`: unexpected character `' '` at byte 2
    /// - `"cn-shanghai."`: unexpected character `'.'` at byte 11
    /// - 64 times `"a"`: 64 characters
    pub const fn new(text: &'a str) -> Result<Self, InvalidParameter> {
        match check(&REGION_ID, text) {
            Ok(_) => Ok(Self { text }),
            Err(breach) => Err(breach.refuse(&REGION_ID, text)),
        }
    }
}
