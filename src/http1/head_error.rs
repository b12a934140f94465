//! Why the head of a response cannot be read.

use core::fmt;

/// Why there is no response: its head did not come, or cannot be read.
///
/// Each is like no response at all: the call may have been carried out, and is sent again with the same
/// `ClientToken`. Positions are those of bytes of the head, counted from its status line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum HeadError {
    /// The stream ended before a response came, as that of a connection does that was idle for too long.
    Empty,
    /// The stream ended within the head.
    CutOff {
        /// How many bytes of it came.
        received: usize,
    },
    /// The head does not fit in the buffer, which is not a fault of the response.
    TooLong {
        /// The length of the buffer.
        capacity: usize,
    },
    /// It does not start with `HTTP/1.0` or `HTTP/1.1`, such as a response of TLS, or of HTTP/2.
    NotHttp1 {
        /// The first byte that differs.
        index: usize,
    },
    /// No status of three digits follows the version.
    Status {
        /// The first byte that is not expected.
        index: usize,
    },
    /// The name of a header is not a token, such as one with a space before its colon.
    HeaderName {
        /// The first byte that is not expected.
        index: usize,
    },
    /// The value of a header, or the reason after the status, holds a control character.
    Control {
        /// The control character.
        index: usize,
    },
    /// `Content-Length` is not a number, or contradicts another one.
    ContentLength,
    /// More interim responses, with a status of 1xx, than are skipped.
    TooManyInterims,
}

impl fmt::Display for HeadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str(
                "the connection was closed without a response: send the call on a new one",
            ),
            Self::CutOff { received } => {
                write!(f, "the head of the response is cut off after {received} bytes")
            }
            Self::TooLong { capacity } => write!(
                f,
                "the head of the response does not fit: the buffer has {capacity} bytes, use a longer one"
            ),
            Self::NotHttp1 { index } => write!(
                f,
                "not a response of HTTP/1.1 at byte {index}: look at the port, and at what is there"
            ),
            Self::Status { index } => {
                write!(f, "no status of three digits at byte {index} of the response")
            }
            Self::HeaderName { index } => {
                write!(f, "invalid header name at byte {index} of the response")
            }
            Self::Control { index } => {
                write!(f, "unexpected control character at byte {index} of the response")
            }
            Self::ContentLength => f.write_str(
                "Content-Length is not a number, or contradicts another: \
                 nobody can tell where the response ends",
            ),
            Self::TooManyInterims => f.write_str("too many interim responses: no final one came"),
        }
    }
}

impl core::error::Error for HeadError {}
