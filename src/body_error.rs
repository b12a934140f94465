//! Why a body is not an answer of the service.

use core::fmt;

use crate::escaped::EscapeFault;

/// A body that is no answer of the service, or cannot be trusted to be one.
///
/// The request may have been carried out all the same: try again as after no answer at all, with the
/// same `ClientToken`. An index counts bytes from the start of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum BodyError {
    /// There is nothing, or white space alone.
    Empty,
    /// The body is an HTML page, as a proxy or a load balancer sends it.
    Html,
    /// The body starts with something that neither JSON nor XML starts with.
    NotAnAnswer {
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
    /// The body ends in the middle.
    CutOff {
        /// The length of the body.
        index: usize,
    },
    /// A byte that breaks the format's syntax.
    Unexpected {
        /// The byte.
        byte: u8,
        /// Where it stands.
        index: usize,
    },
    /// Values or elements are nested too deep.
    TooDeep {
        /// Where the level starts that is one too many.
        index: usize,
    },
    /// There is something behind the answer.
    Trailing {
        /// Where it starts.
        index: usize,
    },
    /// An end tag is not that of the element.
    MismatchedTag {
        /// Where the name in the end tag starts.
        index: usize,
    },
    /// The body declares a document type, which could define entities.
    Doctype {
        /// Where the declaration starts.
        index: usize,
    },
    /// A member that is read stands twice.
    Duplicate {
        /// The member.
        member: &'static str,
        /// Where the second one starts.
        index: usize,
    },
    /// A member that is read is not UTF-8.
    InvalidUtf8 {
        /// The member.
        member: &'static str,
        /// The first byte that does not belong to a character.
        index: usize,
    },
    /// A member that is read is not escaped as it should be.
    InvalidEscape {
        /// The member.
        member: &'static str,
        /// What is wrong.
        fault: EscapeFault,
        /// Where it is wrong.
        index: usize,
    },
    /// A status of success, but neither a `CustomerGatewayId` nor a `Code`.
    NothingCreated,
}

impl BodyError {
    /// The byte of the body that is to blame, where one is.
    #[must_use]
    pub const fn index(&self) -> Option<usize> {
        match *self {
            Self::NotAnAnswer { index, .. }
            | Self::CutOff { index }
            | Self::Unexpected { index, .. }
            | Self::TooDeep { index }
            | Self::Trailing { index }
            | Self::MismatchedTag { index }
            | Self::Doctype { index }
            | Self::Duplicate { index, .. }
            | Self::InvalidUtf8 { index, .. }
            | Self::InvalidEscape { index, .. } => Some(index),
            Self::Empty | Self::Html | Self::FeatureOff { .. } | Self::NothingCreated => None,
        }
    }
}

/// What to do about a broken answer: the gateway may exist, and the same token does not make another.
const AGAIN: &str = ": send the request again, with the same ClientToken";

impl fmt::Display for BodyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Empty => f.write_str(
                "the body is empty: try again after a pause, with the same ClientToken",
            ),
            Self::Html => f.write_str(
                "the body is an HTML page, not an answer of the service: look for a proxy or a load \
                 balancer in between",
            ),
            Self::NotAnAnswer { byte, index } => write!(
                f,
                "the body starts with {} at byte {index}, not with '{{' or '<': it is no answer of \
                 the service, so look for a proxy or a load balancer in between",
                Byte(byte)
            ),
            Self::FeatureOff { feature } => write!(
                f,
                "the body can be read with the feature \"{feature}\" alone: switch it on, or ask for \
                 the other Format"
            ),
            Self::CutOff { index } => write!(
                f,
                "the body ends at byte {index} in the middle: it was cut off, so receive all of it"
            ),
            Self::Unexpected { byte, index } => {
                write!(f, "unexpected {} at byte {index} of the body{AGAIN}", Byte(byte))
            }
            Self::TooDeep { index } => write!(
                f,
                "the body is nested deeper than {MAX_DEPTH} levels at byte {index}{AGAIN}"
            ),
            Self::Trailing { index } => {
                write!(f, "there is more behind the answer, from byte {index} of the body on{AGAIN}")
            }
            Self::MismatchedTag { index } => {
                write!(f, "the end tag at byte {index} of the body is not that of the element{AGAIN}")
            }
            Self::Doctype { index } => write!(
                f,
                "the body declares a document type at byte {index}, as the service never does{AGAIN}"
            ),
            Self::Duplicate { member, index } => {
                write!(f, "{member} stands twice in the body, again at byte {index}{AGAIN}")
            }
            Self::InvalidUtf8 { member, index } => {
                write!(f, "{member} is not UTF-8 at byte {index} of the body{AGAIN}")
            }
            Self::InvalidEscape { member, fault, index } => {
                write!(f, "{} at byte {index} of the body, in {member}{AGAIN}", fault.as_str())
            }
            Self::NothingCreated => write!(
                f,
                "the status is one of success, but the body has neither a CustomerGatewayId nor a \
                 Code{AGAIN}"
            ),
        }
    }
}

impl core::error::Error for BodyError {}

/// How many levels of values or elements are read, the outermost one included: as many as `serde_json`
/// reads. A level takes a bit of the stack in JSON, and an index in XML.
pub(crate) const MAX_DEPTH: usize = 128;

/// A byte, as a reader knows it.
struct Byte(u8);

impl fmt::Display for Byte {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            b' '..=b'~' => write!(f, "{:?}", char::from(self.0)),
            byte => write!(f, "byte 0x{byte:02X}"),
        }
    }
}
