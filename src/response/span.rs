//! Where a value stands in a body.

use crate::escaped::Escaping;

/// Where a value stands in a body, unchecked.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) shape: Shape,
}

/// What a value is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// `null`, or no value at all.
    Null,
    /// A string, a number, or an element without elements in it.
    Text(Escaping),
    /// `true` or `false`.
    #[cfg(feature = "json")]
    Word,
    /// An object, an array, or an element with elements in it.
    Nested,
}

impl Span {
    pub(super) const NULL: Self = Self { start: 0, end: 0, shape: Shape::Null };
}
