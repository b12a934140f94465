//! Whether and how to try a call again.

use core::fmt;

use crate::error_code::ErrorCode;

/// What to do after a call that did not succeed.
///
/// Whatever it says, keep the [`ClientToken`](crate::ClientToken): a call that seems to have failed
/// may have been carried out, and only the same token lets the service answer with the gateway that
/// it already created instead of creating another. Everything else that makes a request unique
/// (nonce, timestamp, and so the signature) must be new on every try.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub enum Retry {
    /// Try again after a pause, with the same `ClientToken`, a new nonce, timestamp and signature.
    AfterPause,
    /// Try again at once with a new nonce, and the same `ClientToken`.
    AtOnce,
    /// Set the clock, then try again with the same `ClientToken`.
    AfterClock,
    /// Trying the same again will not help: mend what the code blames first.
    Not,
}

impl Retry {
    /// What to do about an HTTP status and the answer's code, if it has one.
    ///
    /// A call that got no answer at all, or a body that is none
    /// ([`BodyError`](crate::BodyError)), is to be tried again after a pause: the gateway may exist.
    ///
    /// ```
    /// use aliyun_customer_gateway::Retry;
    ///
    /// assert_eq!(Retry::of(503, None), Retry::AfterPause);
    /// assert_eq!(Retry::of(400, Some("Throttling.User")), Retry::AfterPause);
    /// assert_eq!(Retry::of(400, Some("SignatureNonceUsed")), Retry::AtOnce);
    /// assert_eq!(Retry::of(400, Some("InvalidTimeStamp.Expired")), Retry::AfterClock);
    /// assert_eq!(Retry::of(400, Some("InvalidName")), Retry::Not);
    /// ```
    ///
    /// Sources: the VPC documentation's page on idempotence, the Terraform provider and the official
    /// SDKs. A code that says exactly what to do outweighs a 5xx status.
    #[must_use]
    pub fn of(status: u16, code: Option<&str>) -> Self {
        let known = code.and_then(ErrorCode::from_wire);
        Self::of_known(status, known, code.is_some_and(is_throttling))
    }

    pub(crate) const fn of_known(status: u16, known: Option<ErrorCode>, throttled: bool) -> Self {
        match known {
            Some(ErrorCode::SignatureNonceUsed) => Self::AtOnce,
            Some(ErrorCode::TimestampExpired) => Self::AfterClock,
            Some(ErrorCode::IdempotentParameterMismatch) => Self::Not,
            Some(
                ErrorCode::ServiceUnavailable
                | ErrorCode::InternalError
                | ErrorCode::UnknownError
                | ErrorCode::OperationConflict
                | ErrorCode::TaskConflict
                | ErrorCode::SystemBusy
                | ErrorCode::LastTokenProcessing
                | ErrorCode::OperationFailedLastTokenProcessing,
            ) => Self::AfterPause,
            _ if throttled || matches!(status, 500..=599) => Self::AfterPause,
            _ => Self::Not,
        }
    }

    /// The advice in words.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AfterPause => "after a pause, with the same ClientToken",
            Self::AtOnce => "at once, with a new nonce and the same ClientToken",
            Self::AfterClock => "after setting the clock, with the same ClientToken",
            Self::Not => "not",
        }
    }
}

/// Any code that contains this word asks for a pause, whether it is known or not.
pub(crate) const THROTTLING: &str = "Throttling";

/// `str::contains` of a text has panic paths of its own.
fn is_throttling(code: &str) -> bool {
    (0..code.len()).any(|at| code.get(at..).is_some_and(|rest| rest.starts_with(THROTTLING)))
}

impl fmt::Display for Retry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
