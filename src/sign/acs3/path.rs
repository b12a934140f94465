//! The path of a request.

use core::fmt;

use crate::quoted::Quoted;

/// The path of a request as it is sent: percent-encoded, without the query.
///
/// This service's is [`ROOT`](Self::ROOT); others of Alibaba Cloud's have more.
///
/// # Rules
///
/// - It starts with `/`, and holds no control character, space, `?` or `#`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Path<'a> {
    text: &'a str,
}

impl<'a> Path<'a> {
    /// `/`
    pub const ROOT: Path<'static> = Path { text: "/" };

    /// Checks a path.
    ///
    /// # Errors
    ///
    /// - `""`, `"clusters"`: does not start with `/`
    /// - `"/?A=1"`: unexpected character `'?'` at byte 1
    /// - `"/\nhost:evil"`: unexpected character `'\n'` at byte 1
    pub fn new(text: &'a str) -> Result<Self, InvalidPath> {
        if !text.starts_with('/') {
            return Err(InvalidPath::NoSlash);
        }
        let is_refused = |c: char| c.is_control() || matches!(c, ' ' | '?' | '#');
        match text.char_indices().find(|(_, character)| is_refused(*character)) {
            Some((index, character)) => Err(InvalidPath::UnexpectedCharacter { character, index }),
            None => Ok(Self { text }),
        }
    }

    /// The text, as it was given.
    #[must_use]
    pub const fn as_str(&self) -> &'a str {
        self.text
    }
}

/// A text that is not the path of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum InvalidPath {
    /// It does not start with `/`.
    NoSlash,
    /// A character would end the path.
    UnexpectedCharacter {
        /// The character.
        character: char,
        /// Its first byte.
        index: usize,
    },
}

impl fmt::Display for InvalidPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSlash => f.write_str("path does not start with '/'"),
            Self::UnexpectedCharacter { character, index } => write!(
                f,
                "unexpected character {} at byte {index} of path: \
                 percent-encode it, and give a query separately",
                Quoted::new(*character).as_str()
            ),
        }
    }
}

impl core::error::Error for InvalidPath {}
