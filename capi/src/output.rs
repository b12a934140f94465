//! Buffers of the caller's, written as `snprintf` does.

use core::ffi::{c_char, c_void};
use core::fmt;
use core::mem::MaybeUninit;

use aliyun_customer_gateway::Encode;

use crate::numbers::result::{ACG_E_ARGUMENT, ACG_E_BUFFER_TOO_SMALL, ACG_E_NULL, ACG_OK};
use crate::text::Text;

/// A buffer of the caller's, before it is known to be one.
pub(crate) struct Output<'o> {
    pub(crate) buf: *mut c_char,
    pub(crate) cap: usize,
    pub(crate) len: Option<&'o mut MaybeUninit<usize>>,
}

impl Output<'_> {
    /// Whether the buffer shares a byte with one of the texts.
    pub(crate) fn overlaps(&self, texts: &[Text]) -> bool {
        texts.iter().any(|text| self.overlaps_bytes(text.bytes.cast(), text.len))
    }

    pub(crate) fn overlaps_bytes(&self, bytes: *const c_void, len: usize) -> bool {
        let (buf, bytes) = (self.buf.addr(), bytes.addr());
        buf != 0
            && bytes != 0
            && buf < bytes.saturating_add(len)
            && bytes < buf.saturating_add(self.cap)
    }

    /// Writes a text that can be encoded.
    ///
    /// # Safety
    ///
    /// A buffer that is not NULL has `cap` bytes that nobody else reads or writes meanwhile.
    pub(crate) unsafe fn encode(self, text: &dyn Encode) -> i32 {
        // SAFETY: as for this function.
        unsafe {
            self.fill(|space| match text.encode(space) {
                Ok(text) => text.len(),
                Err(error) => error.needed(),
            })
        }
    }

    /// Writes a sentence.
    ///
    /// # Safety
    ///
    /// A buffer that is not NULL has `cap` bytes that nobody else reads or writes meanwhile.
    pub(crate) unsafe fn print(self, sentence: fmt::Arguments<'_>) -> i32 {
        // SAFETY: as for this function.
        unsafe {
            self.fill(|space| {
                let mut counted = Counted { space, needed: 0 };
                // Nothing that is printed here fails, and the writer never does.
                let _ = fmt::write(&mut counted, sentence);
                counted.needed
            })
        }
    }

    /// Has all of the buffer but a byte written, puts the NUL behind it, and says what came of it.
    ///
    /// # Safety
    ///
    /// A buffer that is not NULL has `cap` bytes that nobody else reads or writes meanwhile.
    unsafe fn fill(self, write: impl FnOnce(&mut [u8]) -> usize) -> i32 {
        if self.buf.is_null() && self.cap > 0 {
            return ACG_E_NULL;
        }
        if isize::try_from(self.cap).is_err() {
            return ACG_E_ARGUMENT;
        }
        let buf: &mut [u8] = if self.buf.is_null() {
            &mut []
        } else {
            // SAFETY: it is not NULL, no longer than a slice may be, and the caller vouches for the bytes,
            // which are written before they are read.
            unsafe { core::slice::from_raw_parts_mut(self.buf.cast(), self.cap) }
        };
        let space = buf.len().saturating_sub(1);
        let needed = write(buf.get_mut(..space).unwrap_or_default());
        if let Some(len) = self.len {
            len.write(needed);
        }
        if let Some(nul) = buf.get_mut(needed) {
            *nul = 0;
            return ACG_OK;
        }
        // What was cut off is not to be taken for the whole.
        if let Some(first) = buf.first_mut() {
            *first = 0;
        }
        ACG_E_BUFFER_TOO_SMALL
    }
}

/// Writes what fits, and counts all.
struct Counted<'s> {
    space: &'s mut [u8],
    needed: usize,
}

impl fmt::Write for Counted<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.needed.saturating_add(text.len());
        let space = self.space.get_mut(self.needed..end).unwrap_or_default();
        // `copy_from_slice` would panic at other lengths than these.
        space.iter_mut().zip(text.bytes()).for_each(|(to, byte)| *to = byte);
        self.needed = end;
        Ok(())
    }
}
