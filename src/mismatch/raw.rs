//! The start of a text, still encoded.

/// The first bytes of a text, up to `N`.
pub(super) struct Raw<const N: usize> {
    bytes: [u8; N],
    len: usize,
    pub(super) is_cut: bool,
}

impl<const N: usize> Raw<N> {
    pub(super) const fn new() -> Self {
        Self { bytes: [0; N], len: 0, is_cut: false }
    }

    pub(super) fn push(&mut self, byte: u8) {
        if let Some(to) = self.bytes.get_mut(self.len) {
            *to = byte;
            self.len = self.len.saturating_add(1);
        } else {
            self.is_cut = true;
        }
    }

    /// The bytes, without an escape that is cut.
    pub(super) fn as_bytes(&self) -> &[u8] {
        let bytes = self.bytes.get(..self.len).unwrap_or_default();
        match bytes {
            [bytes @ .., b'%'] | [bytes @ .., b'%', _] if self.is_cut => bytes,
            bytes => bytes,
        }
    }
}
