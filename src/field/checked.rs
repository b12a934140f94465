//! A text that keeps the rules of its field.

use core::fmt;

use crate::byte_set::ByteSet;

/// A text that keeps the rules of its field.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Checked<'a> {
    text: &'a str,
    /// Whether it is known that nothing in it needs encoding, so that a query can copy it. Texts of a
    /// field that are equal are known alike.
    unreserved: bool,
}

impl<'a> Checked<'a> {
    pub(crate) const fn new(text: &'a str, unreserved: bool) -> Self {
        Self { text, unreserved }
    }

    /// A text that is known to keep the rules.
    pub(crate) const fn of(text: &'a str) -> Self {
        Self::new(text, ByteSet::UNRESERVED.contains_all(text.as_bytes()))
    }

    pub(crate) const fn as_str(&self) -> &'a str {
        self.text
    }

    pub(crate) const fn is_unreserved(&self) -> bool {
        self.unreserved
    }
}

impl fmt::Debug for Checked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.text, f)
    }
}

#[cfg(feature = "defmt")]
impl defmt::Format for Checked<'_> {
    fn format(&self, f: defmt::Formatter<'_>) {
        self.text.format(f);
    }
}
