//! Whether and how to try a call again.

use core::fmt;

/// What to do after a call that did not succeed.
///
/// Except for [`WithNewToken`](Self::WithNewToken), keep the [`ClientToken`](crate::ClientToken): a
/// call that seems to have failed may have been carried out, and only the same token makes the
/// service respond with the gateway that it already created instead of creating another. Everything
/// else that makes a request unique (nonce, timestamp, and so the signature) must be new on every
/// try.
///
/// ```
/// use aliyun_customer_gateway::Retry;
///
/// assert_eq!(Retry::of(503, None, None), Retry::AfterPause);
/// assert_eq!(Retry::of(400, Some("Throttling.User"), None), Retry::AfterPause);
/// assert_eq!(Retry::of(400, Some("SignatureNonceUsed"), None), Retry::Immediately);
/// assert_eq!(Retry::of(400, Some("InvalidTimeStamp.Expired"), None), Retry::AfterClockSync);
/// assert_eq!(Retry::of(400, Some("InvalidName"), None), Retry::Never);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum Retry {
    /// Trying the same again will not help: fix what the code points to first.
    Never,
    /// Try again after a pause, with the same `ClientToken`.
    AfterPause,
    /// Try again at once, with a new nonce and the same `ClientToken`: the request that used the
    /// nonce may have been carried out.
    Immediately,
    /// Set the clock, then try again with the same `ClientToken`.
    AfterClockSync,
    /// Try again with a new `ClientToken`: the call that first carried the old one failed for good,
    /// and the old one will bring the same failure for ever.
    WithNewToken,
    /// Look for the customer gateway in the listing of the region before anything else: an earlier
    /// try may have created it.
    LookUp,
}

impl Retry {
    /// The advice in words.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::AfterPause => "after a pause, with the same ClientToken",
            Self::Immediately => "at once, with a new nonce and the same ClientToken",
            Self::AfterClockSync => "after setting the clock, with the same ClientToken",
            Self::WithNewToken => "with a new ClientToken",
            Self::LookUp => {
                "only after looking for the gateway: an earlier try may have created it"
            }
        }
    }

    /// The advice as a word for logs and other programs: `never`, `pause`, `now`, `clock`,
    /// `new-token` or `look-up`.
    #[must_use]
    pub const fn keyword(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::AfterPause => "pause",
            Self::Immediately => "now",
            Self::AfterClockSync => "clock",
            Self::WithNewToken => "new-token",
            Self::LookUp => "look-up",
        }
    }
}

impl fmt::Display for Retry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
