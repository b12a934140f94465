//! A fault as the reader carries it.

use super::fault::Fault;
use crate::escaped::EscapeFault;

/// What is wrong in a body, and where, in two registers of a small processor: a [`Fault`] is made of it
/// when somebody asks for one.
#[derive(Clone, Copy)]
pub(super) struct Flaw {
    pub(super) index: usize,
    pub(super) what: What,
    /// The byte that is unexpected.
    pub(super) byte: u8,
    /// Where the member stands among those that are read.
    pub(super) place: u8,
}

/// What is wrong: the variants of [`Fault`], first those behind which nothing can be read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    CutOff,
    Unexpected,
    TooDeep,
    #[cfg(feature = "xml")]
    MismatchedTag,
    #[cfg(feature = "xml")]
    Doctype,
    Trailing,
    Zeros,
    Conflict,
    InvalidUtf8,
    BrokenEscape,
    LoneSurrogate,
    Forbidden,
    WrongType,
    InvalidNumber,
    Missing,
}

impl Flaw {
    /// No flaw: it lies behind every other.
    pub(super) const NONE: Self = Self::new(What::CutOff, usize::MAX);

    pub(super) const fn is_some(&self) -> bool {
        self.index != usize::MAX
    }

    pub(super) const fn is_none(&self) -> bool {
        !self.is_some()
    }

    pub(super) const fn new(what: What, index: usize) -> Self {
        Self { index, what, byte: 0, place: 0 }
    }

    pub(super) const fn unexpected(byte: u8, index: usize) -> Self {
        Self { byte, ..Self::new(What::Unexpected, index) }
    }

    /// The same, in the member that is read in a place.
    pub(super) const fn in_place(self, place: u8) -> Self {
        Self { place, ..self }
    }

    /// Whether nothing behind it can be read.
    pub(super) const fn loses_the_rest(&self) -> bool {
        self.is_some() && self.what.loses_the_rest()
    }

    /// The fault, in this member if it is in one.
    pub(super) const fn fault(&self, member: &'static str) -> Fault {
        let Self { index, byte, .. } = *self;
        match self.what {
            What::CutOff => Fault::CutOff { index },
            What::Unexpected => Fault::Unexpected { byte, index },
            What::TooDeep => Fault::TooDeep { index },
            #[cfg(feature = "xml")]
            What::MismatchedTag => Fault::MismatchedTag { index },
            #[cfg(feature = "xml")]
            What::Doctype => Fault::Doctype { index },
            What::Trailing => Fault::Trailing { index },
            What::Zeros => Fault::Zeros { index },
            What::Conflict => Fault::Conflict { member, index },
            What::InvalidUtf8 => Fault::InvalidUtf8 { member, index },
            What::BrokenEscape => escape(member, EscapeFault::BrokenEscape, index),
            What::LoneSurrogate => escape(member, EscapeFault::LoneSurrogate, index),
            What::Forbidden => escape(member, EscapeFault::Forbidden, index),
            What::WrongType => Fault::WrongType { member, index },
            What::InvalidNumber => Fault::InvalidNumber { member, index },
            What::Missing => Fault::Missing { member, index },
        }
    }
}

const fn escape(member: &'static str, fault: EscapeFault, index: usize) -> Fault {
    Fault::InvalidEscape { member, fault, index }
}

impl What {
    pub(super) const fn of_escape(fault: EscapeFault) -> Self {
        match fault {
            EscapeFault::BrokenEscape => Self::BrokenEscape,
            EscapeFault::LoneSurrogate => Self::LoneSurrogate,
            EscapeFault::Forbidden => Self::Forbidden,
        }
    }

    const fn loses_the_rest(self) -> bool {
        match self {
            Self::CutOff | Self::Unexpected | Self::TooDeep => true,
            #[cfg(feature = "xml")]
            Self::MismatchedTag | Self::Doctype => true,
            _ => false,
        }
    }
}
