//! A failure, kept beyond the receive buffer.

use core::fmt;

use heapless::String;

use super::Failed;
use crate::error_code::ErrorCode;
use crate::response::owned::{self, DoesNotFit, REQUEST_ID_LEN};
use crate::retry::Retry;

/// What [`Failed`] says, in strings of its own: for when the receive buffer is used again, or across
/// an `await`. It holds no message.
///
/// ```
/// # #[cfg(feature = "json")] {
/// use aliyun_customer_gateway::{Created, ErrorCode, Response, Retry};
///
/// let mut body = *br#"{"Code":"Resource.QuotaFull","RequestId":"R1"}"#;
/// let Response::Failed(failed) = Response::<Created>::decode(400, &body)? else { panic!() };
/// let failed = failed.to_owned()?;
/// body.fill(0);
/// assert_eq!(failed.code(), Some("Resource.QuotaFull"));
/// assert_eq!(failed.error_code(), Some(ErrorCode::QuotaFull));
/// assert_eq!(failed.request_id(), Some("R1"));
/// # }
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct OwnedFailed {
    status: u16,
    code: Option<String<CODE_LEN>>,
    request_id: Option<String<REQUEST_ID_LEN>>,
    error_code: Option<ErrorCode>,
    retry: Retry,
}

/// The longest code of the table has 51 bytes.
const CODE_LEN: usize = 64;

impl OwnedFailed {
    /// The HTTP status.
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// The error code.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// The error code, where it is one of [`ErrorCode`].
    #[must_use]
    pub const fn error_code(&self) -> Option<ErrorCode> {
        self.error_code
    }

    /// The id of the request, which Alibaba Cloud's support asks for.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// Whether and how to try again.
    #[must_use]
    pub const fn retry(&self) -> Retry {
        self.retry
    }
}

impl Failed<'_> {
    /// Copies the code and the id of the request into strings.
    ///
    /// # Errors
    ///
    /// - a `Code` of 65 bytes: `Code` does not fit
    /// - a `RequestId` of 65 bytes: `RequestId` does not fit
    pub fn to_owned(&self) -> Result<OwnedFailed, DoesNotFit> {
        Ok(OwnedFailed {
            status: self.status,
            code: owned::keep_some("Code", self.code)?,
            request_id: owned::keep_some("RequestId", self.request_id)?,
            error_code: self.error_code(),
            retry: self.retry(),
        })
    }
}

impl fmt::Display for OwnedFailed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "failed with status {}", self.status)?;
        match self.code() {
            Some(code) => write!(f, ", {code}"),
            None => Ok(()),
        }
    }
}

impl core::error::Error for OwnedFailed {}
