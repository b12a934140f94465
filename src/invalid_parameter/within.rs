//! A precision that is kept by whatever is written.

use core::fmt;

/// Passes on as many bytes as are left, and drops the others.
pub(crate) struct Within<'w, 'f> {
    left: usize,
    to: &'w mut fmt::Formatter<'f>,
}

impl fmt::Write for Within<'_, '_> {
    #[inline(never)]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut end = text.len().min(self.left);
        while !text.is_char_boundary(end) {
            end = end.saturating_sub(1);
        }
        // Nothing may follow what was cut.
        self.left = if end < text.len() { 0 } else { self.left.saturating_sub(end) };
        self.to.write_str(text.get(..end).unwrap_or_default())
    }
}

impl<'w, 'f> Within<'w, 'f> {
    /// Keeps within the precision of `to`, counted in bytes: whoever asks for one has that much
    /// space. Most of what implements `Display` ignores it, `format_args!` among them.
    pub(crate) fn precision_of(to: &'w mut fmt::Formatter<'f>) -> Self {
        Self { left: to.precision().unwrap_or(usize::MAX), to }
    }
}
