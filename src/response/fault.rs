//! What is wrong in a body, and where.

use core::fmt;

use crate::escaped::EscapeFault;
use crate::quoted::Quoted;

/// How many levels of values or elements are read, the outermost one included: as many as `serde_json`
/// reads. A level takes a bit of the stack in JSON, and an index in XML.
pub(super) const MAX_DEPTH: usize = 128;

/// What is wrong in a body, and where: every index counts bytes from the start of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum Fault {
    /// The body ends in the middle.
    CutOff {
        /// Where it ends; zeros of a buffer behind it do not count.
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
    /// There is something behind the response.
    Trailing {
        /// Where it starts.
        index: usize,
    },
    /// There are zeros behind the response, as in a buffer that it does not fill.
    Zeros {
        /// Where they start.
        index: usize,
    },
    /// A member has two values that differ.
    Conflict {
        /// The member.
        member: &'static str,
        /// Where the second one starts.
        index: usize,
    },
    /// A member is not UTF-8.
    InvalidUtf8 {
        /// The member.
        member: &'static str,
        /// The first byte that does not belong to a character.
        index: usize,
    },
    /// A member is not escaped as it should be.
    InvalidEscape {
        /// The member.
        member: &'static str,
        /// What is wrong.
        fault: EscapeFault,
        /// Where it is wrong.
        index: usize,
    },
    /// A member is an object where it should be text, or the other way round.
    WrongType {
        /// The member.
        member: &'static str,
        /// Where its value starts.
        index: usize,
    },
    /// A member is not a whole number, or not within its bounds.
    InvalidNumber {
        /// The member.
        member: &'static str,
        /// Where its value starts.
        index: usize,
    },
    /// An item lacks a member that every item has.
    Missing {
        /// The member.
        member: &'static str,
        /// Where the item starts.
        index: usize,
    },
}

impl Fault {
    /// Where it is.
    #[must_use]
    pub const fn index(&self) -> usize {
        match *self {
            Self::CutOff { index }
            | Self::Unexpected { index, .. }
            | Self::TooDeep { index }
            | Self::MismatchedTag { index }
            | Self::Doctype { index }
            | Self::Trailing { index }
            | Self::Zeros { index }
            | Self::Conflict { index, .. }
            | Self::InvalidUtf8 { index, .. }
            | Self::InvalidEscape { index, .. }
            | Self::WrongType { index, .. }
            | Self::InvalidNumber { index, .. }
            | Self::Missing { index, .. } => index,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::CutOff { index } => write!(f, "the body ends at byte {index} in the middle"),
            Self::Unexpected { byte, index } => {
                write!(f, "unexpected {} at byte {index} of the body", Byte(byte))
            }
            Self::TooDeep { index } => {
                write!(f, "the body is nested deeper than {MAX_DEPTH} levels at byte {index}")
            }
            Self::MismatchedTag { index } => {
                write!(f, "the end tag at byte {index} of the body is not that of the element")
            }
            Self::Doctype { index } => write!(
                f,
                "the body declares a document type at byte {index}, as the service never does"
            ),
            Self::Trailing { index } => {
                write!(f, "unexpected data after the response at byte {index}")
            }
            Self::Zeros { index } => {
                write!(f, "the body is followed by zeros from byte {index} on")
            }
            Self::Conflict { member, index } => {
                write!(
                    f,
                    "{member} has two different values, the second at byte {index} of the body"
                )
            }
            Self::InvalidUtf8 { member, index } => {
                write!(f, "{member} is not UTF-8 at byte {index} of the body")
            }
            Self::InvalidEscape { member, fault, index } => {
                write!(f, "{} at byte {index} of the body, in {member}", fault.as_str())
            }
            Self::WrongType { member, index } => {
                write!(f, "{member} at byte {index} of the body has the wrong type")
            }
            Self::InvalidNumber { member, index } => {
                write!(f, "{member} at byte {index} of the body is not a whole number in range")
            }
            Self::Missing { member, index } => {
                write!(f, "the item at byte {index} of the body has no {member}")
            }
        }
    }
}

/// A byte, as a reader knows it.
pub(super) struct Byte(pub(super) u8);

impl fmt::Display for Byte {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            b' '..=b'~' => f.write_str(Quoted::new(char::from(self.0)).as_str()),
            byte => write!(f, "byte 0x{byte:02X}"),
        }
    }
}
