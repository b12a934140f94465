//! A failure, kept beyond the receive buffer.

use core::fmt;

use heapless::String;

use super::Failed;
use crate::error_code::ErrorCode;
use crate::response::owned::{self, DoesNotFit, REQUEST_ID_LEN};
use crate::retry::Retry;

/// What [`Failed`] says, in strings of its own: for when the receive buffer is used again, or across
/// an `await`. Of the message it keeps the first 128 bytes.
///
/// ```
/// # #[cfg(feature = "json")] {
/// use aliyun_customer_gateway::{Created, ErrorCode, Response, Retry};
///
/// let mut body =
///     *br#"{"Code":"Resource.QuotaFull","Message":"The quota is full.","RequestId":"R1"}"#;
/// let Response::Failed(failed) = Response::<Created>::decode(400, &body)? else { panic!() };
/// let failed = failed.to_owned()?;
/// body.fill(0);
/// assert_eq!(failed.code(), Some("Resource.QuotaFull"));
/// assert_eq!(failed.error_code(), Some(ErrorCode::QuotaFull));
/// assert_eq!(failed.message(), Some("The quota is full."));
/// assert_eq!(failed.request_id(), Some("R1"));
/// # }
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct OwnedFailed {
    status: u16,
    code: Option<String<CODE_LEN>>,
    message: Option<String<MESSAGE_LEN>>,
    request_id: Option<String<REQUEST_ID_LEN>>,
    error_code: Option<ErrorCode>,
    retry: Retry,
}

/// The longest code of the table has 51 bytes.
const CODE_LEN: usize = 64;

/// The service's messages have 30 to 90 bytes; what is longer echoes the request.
const MESSAGE_LEN: usize = 128;

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

    /// What went wrong, in words, without the secrets that the service may echo there: as many whole
    /// characters as 128 bytes hold.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
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
    /// Copies the code, the start of the message and the id of the request into strings.
    ///
    /// # Errors
    ///
    /// - a `Code` of 65 bytes: `Code` does not fit
    /// - a `RequestId` of 65 bytes: `RequestId` does not fit
    pub fn to_owned(&self) -> Result<OwnedFailed, DoesNotFit> {
        Ok(OwnedFailed {
            status: self.status,
            code: owned::keep_some("Code", self.code())?,
            message: self.message().map(|message| start(message.chars())),
            request_id: owned::keep_some("RequestId", self.request_id())?,
            error_code: self.error_code(),
            retry: self.retry(),
        })
    }
}

/// As many characters as fit.
fn start(characters: impl Iterator<Item = char>) -> String<MESSAGE_LEN> {
    let mut start = String::new();
    for character in characters {
        if start.push(character).is_err() {
            break;
        }
    }
    start
}

impl fmt::Display for OwnedFailed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "failed with status {}", self.status)?;
        if let Some(code) = self.code() {
            write!(f, ", {code}")?;
        }
        match self.message() {
            Some(message) => write!(f, ": {message}"),
            None => Ok(()),
        }
    }
}

impl core::error::Error for OwnedFailed {}
