//! The bytes of a body.

use super::span::Span;

/// The bytes of a body, without the zeros at its end.
#[derive(Clone, Copy)]
pub(super) struct Body<'b> {
    bytes: &'b [u8],
    /// The body, if all of it is UTF-8: to check it once takes less time than to check each text.
    #[cfg(target_pointer_width = "64")]
    utf8: &'b str,
}

impl<'b> Body<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        Self {
            bytes,
            #[cfg(target_pointer_width = "64")]
            utf8: core::str::from_utf8(bytes).unwrap_or_default(),
        }
    }

    pub(super) const fn bytes(&self) -> &'b [u8] {
        self.bytes
    }

    #[cfg_attr(not(target_pointer_width = "64"), inline(never))]
    pub(super) fn raw(&self, span: &Span) -> &'b [u8] {
        self.bytes.get(span.start..span.end).unwrap_or_default()
    }

    /// What stands somewhere, or how much of it is UTF-8.
    pub(super) fn utf8(&self, span: &Span) -> Result<&'b str, usize> {
        #[cfg(target_pointer_width = "64")]
        if let Some(text) = self.utf8.get(span.start..span.end) {
            return Ok(text);
        }
        core::str::from_utf8(self.raw(span)).map_err(|error| error.valid_up_to())
    }
}
