//! `Format`: the format of the answer.

use core::fmt;
use core::str::FromStr;

use crate::invalid_parameter::InvalidParameter;
use crate::invalid_parameter::reason::Reason;
use crate::rule::every_edition::FORMAT;

/// The format of the answer.
///
/// The service's documents disagree about what comes without it, so it is always sent.
///
/// ```
/// use aliyun_customer_gateway::Format;
///
/// assert_eq!(Format::new("JSON"), Ok(Format::Json));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub enum Format {
    /// `JSON`
    #[default]
    Json,
    /// `XML`
    Xml,
}

impl Format {
    /// Reads a format as it stands on the wire.
    ///
    /// # Errors
    ///
    /// - `""`: empty
    /// - `"JS"`: ends too early
    /// - `"json"`: unexpected character `'j'` at byte 0
    /// - `"JSONP"`: unexpected character `'P'` at byte 4
    pub fn new(text: &str) -> Result<Self, InvalidParameter> {
        let format = if text.starts_with('X') { Self::Xml } else { Self::Json };
        let mut wanted = format.as_str().chars();
        for (index, character) in text.char_indices() {
            if wanted.next() != Some(character) {
                let reason = Reason::UnexpectedCharacter { character, index };
                return Err(InvalidParameter::new(&FORMAT, reason));
            }
        }
        match wanted.next() {
            None => Ok(format),
            Some(_) if text.is_empty() => Err(InvalidParameter::new(&FORMAT, Reason::Empty)),
            Some(_) => Err(InvalidParameter::new(&FORMAT, Reason::Incomplete)),
        }
    }

    /// The format on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Json => "JSON",
            Self::Xml => "XML",
        }
    }

    /// The media type to ask for, where the format is asked for in an `accept` header.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Xml => "application/xml",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Format {
    type Err = InvalidParameter;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::new(text)
    }
}
