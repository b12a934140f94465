//! Why a text cannot be unescaped.

use core::fmt;

/// A text that is not escaped as it should be.
///
/// The index counts bytes from the start of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct InvalidEscape {
    fault: EscapeFault,
    index: usize,
}

/// What is wrong in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum EscapeFault {
    /// `\q` in JSON, `&nbsp;` in XML: neither defines it.
    BrokenEscape,
    /// Half of a surrogate pair.
    LoneSurrogate,
    /// A character that has to be escaped, or that the format cannot hold.
    Forbidden,
}

impl InvalidEscape {
    pub(super) const fn new(fault: EscapeFault, index: usize) -> Self {
        Self { fault, index }
    }

    /// What is wrong.
    #[must_use]
    pub const fn fault(&self) -> EscapeFault {
        self.fault
    }

    /// Where it is wrong.
    #[must_use]
    pub const fn index(&self) -> usize {
        self.index
    }
}

impl EscapeFault {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::BrokenEscape => "broken escape",
            Self::LoneSurrogate => "lone surrogate",
            Self::Forbidden => "forbidden character",
        }
    }
}

impl fmt::Display for InvalidEscape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at byte {} of a text", self.fault.as_str(), self.index)
    }
}

impl core::error::Error for InvalidEscape {}
