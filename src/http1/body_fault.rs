//! What is wrong with the body of a response.

use core::fmt;

/// What is wrong with the body of a response whose head was read.
///
/// The body holds what came before the fault. Decode it all the same: the outcome may be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum BodyFault {
    /// The stream ended too early, or reading was given up.
    CutOff {
        /// How many bytes of the body came.
        received: usize,
        /// How many there should be, where the head says so.
        expected: Option<usize>,
    },
    /// It does not fit in the buffer, which is not a fault of the response.
    TooLong {
        /// The length of the buffer, which holds the head as well.
        capacity: usize,
    },
    /// The size of a chunk is not a hexadecimal number on a line of its own.
    ChunkSize {
        /// The byte that is not expected.
        byte: u8,
        /// Its position in the body as it was sent, chunk sizes included.
        index: usize,
    },
    /// The size of a chunk is greater than any memory.
    ChunkTooLong {
        /// The position of the digit that is too many.
        index: usize,
    },
    /// A chunk is not followed by CR LF.
    ChunkEnd {
        /// The byte that is not expected.
        byte: u8,
        /// Its position in the body as it was sent, chunk sizes included.
        index: usize,
    },
    /// Chunk extensions and trailers are longer than is read.
    TooMuchFraming {
        /// The position of the first byte that is not read.
        index: usize,
    },
    /// The body is whole, and compressed or otherwise encoded, as `Content-Encoding` says.
    Encoded,
}

impl fmt::Display for BodyFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CutOff { received, expected: Some(expected) } => {
                write!(f, "the body is cut off after {received} of {expected} bytes")
            }
            Self::CutOff { received, expected: None } => {
                write!(f, "the body is cut off after {received} bytes")
            }
            Self::TooLong { capacity } => write!(
                f,
                "the body does not fit: the buffer has {capacity} bytes, \
                 use a longer one or ask for less"
            ),
            Self::ChunkSize { byte, index } => write!(
                f,
                "unexpected byte {byte:#04x} at byte {index} of the body, in the size of a chunk"
            ),
            Self::ChunkTooLong { index } => {
                write!(f, "the size of a chunk is too large at byte {index} of the body")
            }
            Self::ChunkEnd { byte, index } => write!(
                f,
                "unexpected byte {byte:#04x} at byte {index} of the body, where a chunk ends"
            ),
            Self::TooMuchFraming { index } => write!(
                f,
                "the extensions and trailers of chunks are too long at byte {index} of the body"
            ),
            Self::Encoded => f.write_str(
                "the body is compressed, as Content-Encoding says: \
                 do not ask for that, or decompress it first",
            ),
        }
    }
}

impl core::error::Error for BodyFault {}
