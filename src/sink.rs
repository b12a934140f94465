//! What takes the blocks of a writer.

use core::fmt;

/// Takes ASCII bytes, and remembers for itself what went wrong.
pub(crate) trait Sink {
    fn put(&mut self, ascii: &[u8]);
}

/// Hands on to a `core::fmt::Write`.
pub(crate) struct Text<'w, W: ?Sized> {
    to: &'w mut W,
    result: fmt::Result,
}

impl<'w, W: fmt::Write + ?Sized> Text<'w, W> {
    pub(crate) fn new(to: &'w mut W) -> Self {
        Self { to, result: Ok(()) }
    }

    pub(crate) fn finish(self) -> fmt::Result {
        self.result
    }
}

impl<W: fmt::Write + ?Sized> Sink for Text<'_, W> {
    fn put(&mut self, ascii: &[u8]) {
        if self.result.is_ok() {
            self.result = core::str::from_utf8(ascii)
                .map_err(|_| fmt::Error)
                .and_then(|text| self.to.write_str(text));
        }
    }
}
