//! The service's error codes.

use core::fmt;
use core::str::FromStr;

use crate::escaped::EscapedStr;

mod family;
mod reading;
mod table;

pub(crate) use reading::{blames, known};
pub use table::ErrorCode;

/// Reads a code as the service writes it.
///
/// ```
/// use aliyun_customer_gateway::ErrorCode;
///
/// assert_eq!("Resource.QuotaFull".parse(), Ok(ErrorCode::QuotaFull));
/// assert_eq!("MissingRegionId".parse(), Ok(ErrorCode::MissingParameter));
/// assert_eq!("Forbidden.SubUser".parse(), Ok(ErrorCode::ForbiddenSubUser));
/// assert!("Resource.Other".parse::<ErrorCode>().is_err());
/// ```
///
/// # Errors
///
/// - `"Resource.Other"`: not in the table, and of no family
/// - `"throttling"`, `"Throttling "`: the service writes `Throttling`
impl FromStr for ErrorCode {
    type Err = UnknownErrorCode;

    fn from_str(text: &str) -> Result<Self, UnknownErrorCode> {
        // White space has no meaning in a body; here, somebody wrote it.
        let is_trimmed = text.len() == text.trim_ascii().len();
        let known = known(EscapedStr::plain(text)).filter(|_| is_trimmed);
        known.ok_or(UnknownErrorCode)
    }
}

/// A text that is no [`ErrorCode`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct UnknownErrorCode;

impl fmt::Display for UnknownErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an error code that is known: keep its text")
    }
}

impl core::error::Error for UnknownErrorCode {}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
