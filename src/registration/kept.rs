//! The one text that outlives a response.

use heapless::String;

/// An id or a code, kept while the receive buffer is used again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub(crate) struct Kept(String<{ Kept::MAX_BYTES }, u8>);

impl Kept {
    /// The service's ids have 24 bytes, its codes up to 50.
    pub(crate) const MAX_BYTES: usize = 64;

    /// The whole text, or nothing where it does not fit.
    pub(crate) fn whole(characters: impl Iterator<Item = char>) -> Option<Self> {
        let mut kept = Self::default();
        for character in characters {
            kept.0.push(character).ok()?;
        }
        Some(kept)
    }

    /// As much of the text as fits.
    pub(crate) fn start(characters: impl Iterator<Item = char>) -> Self {
        let mut kept = Self::default();
        for character in characters {
            if kept.0.push(character).is_err() {
                break;
            }
        }
        kept
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}
