//! A body that says nothing about the outcome.

use core::fmt;
use core::hash::{Hash, Hasher};

use super::fault::{Byte, Fault};
use super::flaw::Flaw;
use super::refusal::Refusal;
use crate::retry::Retry;

/// A body that is not a response of the service, or that cannot be read as far as its outcome.
///
/// The request may have been carried out all the same: try again as after no response at all, with
/// the same `ClientToken`. The HTTP status is kept, since it tells a person what stood in between.
///
/// ```
/// # #[cfg(feature = "xml")] {
/// use aliyun_customer_gateway::response::NotAResponse;
/// use aliyun_customer_gateway::{Created, Response, Retry};
///
/// let error = Response::<Created>::decode(502, b"<html><h1>Bad Gateway</h1>").unwrap_err();
/// assert_eq!(error.status(), 502);
/// assert_eq!(error.kind(), NotAResponse::Html);
/// assert_eq!(error.retry(), Retry::AfterPause);
/// # }
/// ```
#[derive(Clone, Copy)]
pub struct DecodeError {
    status: u16,
    refusal: Refusal,
    flaw: Flaw,
    /// The member that the flaw is in, or that is missing; or a feature.
    name: &'static str,
}

/// Why a body is not a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum NotAResponse {
    /// There is nothing, or only white space.
    Empty,
    /// There are only zeros: a buffer that nothing was received into.
    Zeros,
    /// The body is an HTML page, as a proxy or a load balancer sends it.
    Html,
    /// The body is compressed: it starts with `1F 8B`, as gzip does.
    Compressed,
    /// The body is in UTF-16: it starts with a byte order mark of that.
    Utf16,
    /// The body is still in chunks: it starts with a hexadecimal length and CRLF.
    Chunked,
    /// The body starts with `HTTP/1.`, the status line in front of it.
    Head,
    /// The body starts with something that neither JSON nor XML starts with.
    Foreign {
        /// The first byte that is not white space.
        byte: u8,
        /// Where it stands.
        index: usize,
    },
    /// The body is in a format that this crate was built without.
    FeatureOff {
        /// The feature that reads the format, `json` or `xml`.
        feature: &'static str,
    },
    /// There is no member of a response in the body.
    NoMember {
        /// What is wrong in the body besides.
        fault: Option<Fault>,
    },
    /// The body is broken before its outcome, or in it.
    Broken(Fault),
    /// A status of success, but neither what tells of success nor a `Code`.
    NoOutcome {
        /// The member that tells of success, `CustomerGatewayId` in most actions.
        member: &'static str,
    },
    /// A status and a `Code` of success (`200`, `OK`, `Success`), but not what tells of success.
    NothingButSuccess {
        /// The member that tells of success, `CustomerGatewayId` in most actions.
        member: &'static str,
    },
}

impl DecodeError {
    pub(super) const fn new(status: u16, refusal: Refusal, flaw: Flaw, name: &'static str) -> Self {
        Self { status, refusal, flaw, name }
    }

    /// The HTTP status.
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// Why the body is not a response.
    #[must_use]
    pub const fn kind(&self) -> NotAResponse {
        self.refusal.kind(self.flaw, self.name)
    }

    /// The byte of the body that is to blame, where one is.
    #[must_use]
    pub const fn index(&self) -> Option<usize> {
        match self.kind() {
            NotAResponse::Foreign { index, .. } => Some(index),
            NotAResponse::Broken(fault) | NotAResponse::NoMember { fault: Some(fault) } => {
                Some(fault.index())
            }
            _ => None,
        }
    }

    /// What to do: try again after a pause with the same `ClientToken`, whatever the status. What
    /// stands in between may go away, and the outcome is unknown.
    #[must_use]
    pub const fn retry(&self) -> Retry {
        Retry::AfterPause
    }
}

/// What to do about a response that is broken: the gateway may exist, and the same token does not
/// make another.
const AGAIN: &str = "send the request again, with the same ClientToken";
const IN_BETWEEN: &str = "look for a proxy or a load balancer in between";

impl fmt::Display for NotAResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Empty => {
                f.write_str("the body is empty: try again after a pause, with the same ClientToken")
            }
            Self::Zeros => f.write_str(
                "the body is zeros: pass the bytes that were received, not the whole buffer",
            ),
            Self::Html => {
                write!(f, "the body is an HTML page, not a response of the service: {IN_BETWEEN}")
            }
            Self::Compressed => f.write_str(
                "the body is compressed (gzip): send no Accept-Encoding, or decompress it",
            ),
            Self::Utf16 => f.write_str("the body is in UTF-16: pass it on as it came, in UTF-8"),
            Self::Chunked => f.write_str(
                "the body is still in HTTP chunks: undo the Transfer-Encoding before decoding",
            ),
            Self::Head => f.write_str(
                "the body starts with an HTTP status line: pass only what follows the empty line",
            ),
            Self::Foreign { byte, index } => write!(
                f,
                "the body starts with {} at byte {index}, not with '{{' or '<': it is not a \
                 response of the service, so {IN_BETWEEN}",
                Byte(byte)
            ),
            Self::FeatureOff { feature } => write!(
                f,
                "reading the body requires the `{feature}` feature: switch it on, or ask for the \
                 other Format"
            ),
            Self::NoMember { fault: None } => {
                write!(f, "the body has no member of a response: {IN_BETWEEN}")
            }
            Self::NoMember { fault: Some(fault) } => {
                write!(f, "the body has no member of a response, and {fault}: {IN_BETWEEN}")
            }
            Self::Broken(fault @ Fault::CutOff { .. }) => {
                write!(f, "{fault}: it was cut off, so receive all of it")
            }
            Self::Broken(fault) => write!(f, "{fault}: {AGAIN}"),
            Self::NoOutcome { member } => write!(
                f,
                "the status is one of success, but the body has neither {member} nor Code: {AGAIN}"
            ),
            Self::NothingButSuccess { member } => write!(
                f,
                "the status and the Code are of success, but the body has no {member}: {AGAIN}"
            ),
        }
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HTTP status {}: {}", self.status, self.kind())
    }
}

impl core::error::Error for DecodeError {}

#[expect(clippy::missing_fields_in_debug, reason = "the kind is made of them")]
impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecodeError")
            .field("status", &self.status)
            .field("kind", &self.kind())
            .finish()
    }
}

#[cfg(feature = "defmt")]
impl defmt::Format for DecodeError {
    fn format(&self, f: defmt::Formatter<'_>) {
        defmt::write!(f, "DecodeError {{ status: {}, kind: {} }}", self.status, self.kind());
    }
}

impl PartialEq for DecodeError {
    fn eq(&self, other: &Self) -> bool {
        (self.status, self.kind()) == (other.status, other.kind())
    }
}

impl Eq for DecodeError {}

impl Hash for DecodeError {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.status, self.kind()).hash(state);
    }
}
