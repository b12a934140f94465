//! A copy of a text, cut visibly.

use core::fmt;

use crate::response::echo::PLACEHOLDER;

/// A copy of a text. What is longer than there is room for is cut, and ends with `…`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct Excerpt(heapless::String<CAPACITY>);

/// A hash in hexadecimal digits fits, as does what a request of this service usually sends.
pub(super) const CAPACITY: usize = 96;

const CUT: char = '…';

impl Excerpt {
    pub(super) const fn new() -> Self {
        Self(heapless::String::new())
    }

    /// Copies a text, of which a start or an end may be missing already.
    pub(super) fn of(text: impl Iterator<Item = char>, is_cut: [bool; 2]) -> Self {
        let [at_start, at_end] = is_cut;
        let mut excerpt = Self::new();
        if at_start {
            excerpt.push(CUT);
        }
        let is_whole = text.into_iter().all(|character| excerpt.push(character));
        if at_end {
            // The start of a character.
            while excerpt.0.ends_with(char::REPLACEMENT_CHARACTER) {
                excerpt.0.pop();
            }
        }
        if at_end || !is_whole {
            // There is room for it.
            let _ = excerpt.0.push(CUT);
        }
        excerpt
    }

    /// Stands for a secret.
    pub(super) fn redacted() -> Self {
        Self::of(PLACEHOLDER.chars(), [false; 2])
    }

    /// Stands for what is not shown at all.
    pub(super) fn nothing() -> Self {
        Self::of("".chars(), [true, false])
    }

    /// Tells whether a character fits, with a cut behind it.
    fn push(&mut self, character: char) -> bool {
        let len = self.0.len().saturating_add(character.len_utf8()).saturating_add(CUT.len_utf8());
        len <= CAPACITY && self.0.push(character).is_ok()
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// Leaves out everything behind a length.
    pub(super) fn truncate(&mut self, len: usize) {
        while self.0.len() > len {
            self.0.pop();
        }
    }
}

impl fmt::Debug for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

#[cfg(feature = "defmt")]
impl defmt::Format for Excerpt {
    fn format(&self, f: defmt::Formatter<'_>) {
        defmt::write!(f, "{=str}", self.as_str());
    }
}
