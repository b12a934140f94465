//! Characters of a text that may be percent-encoded, any number of times.

/// A character, and how often it was percent-encoded.
#[derive(Clone, Copy)]
pub(super) struct Decoded {
    pub(super) character: char,
    pub(super) layers: usize,
}

/// Reads a text character by character, and counts what was read of it.
#[derive(Clone)]
pub(super) struct Reader<I> {
    text: I,
    read: usize,
}

impl<I: Iterator<Item = char> + Clone> Reader<I> {
    pub(super) const fn new(text: I) -> Self {
        Self { text, read: 0 }
    }

    /// How many characters of the text were read.
    pub(super) const fn read(&self) -> usize {
        self.read
    }

    /// Reads the next character if it fits.
    pub(super) fn next_if(&mut self, fits: impl Fn(Decoded) -> bool) -> Option<Decoded> {
        let mut ahead = self.clone();
        let decoded = ahead.next()?;
        fits(decoded).then(|| {
            *self = ahead;
            decoded
        })
    }

    /// A byte that is encoded and beyond ASCII reads as some other character beyond ASCII.
    pub(super) fn next(&mut self) -> Option<Decoded> {
        let mut character = self.next_received()?;
        let mut layers: usize = 0;
        while character == '%'
            && let Some((encoded, after)) = self.escape()
        {
            *self = after;
            character = encoded;
            layers = layers.saturating_add(1);
        }
        Some(Decoded { character, layers })
    }

    fn next_received(&mut self) -> Option<char> {
        let character = self.text.next()?;
        self.read = self.read.saturating_add(1);
        Some(character)
    }

    /// What the two digits behind a `%` stand for.
    fn escape(&self) -> Option<(char, Self)> {
        let mut after = self.clone();
        let high = after.next_received()?.to_digit(16)?;
        let low = after.next_received()?.to_digit(16)?;
        Some((char::from_u32(high << 4 | low)?, after))
    }
}
