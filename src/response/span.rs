//! Where a value stands in a body.

use super::flaw::What;
use super::member::Kind;
use crate::escaped::Escaping;

/// Where a value stands in a body, unchecked.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) shape: Shape,
    /// What the member holds whose value it is.
    pub(super) kind: Kind,
    /// Whether the member's name is spelled as in the documentation.
    pub(super) is_exact: bool,
}

/// What a value is. `Null` comes first, so that what is empty is zeros.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// `null`, or no value at all.
    Null,
    /// `true` or `false`.
    #[cfg(feature = "json")]
    Word,
    /// An object, an array, or an element with elements in it.
    Nested,
    /// A number, or a string without escapes.
    #[cfg(feature = "json")]
    Plain,
    /// A string with escapes.
    #[cfg(feature = "json")]
    Json,
    /// An element without elements in it.
    #[cfg(feature = "xml")]
    Xml,
    /// Two values that differ; the second one starts here.
    Conflict,
}

impl Shape {
    /// What is wrong with a value that is not of the shape that is wanted.
    pub(super) fn refusal(self) -> What {
        if self == Self::Conflict { What::Conflict } else { What::WrongType }
    }

    /// How a text is escaped; `None` for what is no text.
    pub(super) const fn escaping(self) -> Option<Escaping> {
        match self {
            #[cfg(feature = "json")]
            Self::Plain => Some(Escaping::Plain),
            #[cfg(feature = "json")]
            Self::Json => Some(Escaping::Json),
            #[cfg(feature = "xml")]
            Self::Xml => Some(Escaping::Xml),
            _ => None,
        }
    }
}

impl Span {
    pub(super) const NULL: Self = Self::new(0, 0, Shape::Null);

    pub(super) const fn new(start: usize, end: usize, shape: Shape) -> Self {
        Self { start, end, shape, kind: Kind::Text, is_exact: false }
    }

    pub(super) const fn len(self) -> usize {
        self.end.wrapping_sub(self.start)
    }
}
