//! Characters as the bytes of their UTF-8.

/// The bytes of characters. Smaller than a `flat_map`, and cheaper to clone.
#[derive(Clone)]
pub(super) struct Utf8<I> {
    characters: I,
    /// The character that is being written.
    bytes: [u8; 4],
    at: usize,
    len: usize,
}

impl<I: Iterator<Item = char>> Utf8<I> {
    pub(super) const fn new(characters: I) -> Self {
        Self { characters, bytes: [0; 4], at: 0, len: 0 }
    }
}

impl<I: Iterator<Item = char>> Iterator for Utf8<I> {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        if self.at >= self.len {
            self.len = self.characters.next()?.encode_utf8(&mut self.bytes).len();
            self.at = 0;
        }
        let byte = self.bytes.get(self.at).copied();
        self.at = self.at.saturating_add(1);
        byte
    }
}
