//! Texts and bodies that come from C.

use core::ffi::{c_char, c_void};

use crate::numbers::result::{ACG_E_ARGUMENT, ACG_E_NULL};

/// A text of the caller's, borrowed for the call that it is passed to, in UTF-8 and without a NUL at its end.
///
/// `bytes` points to `len` bytes that can be read. NULL with a length of 0 is no text at all, which is what
/// leaves a parameter out; an empty text has a pointer. NULL with another length is ACG_E_NULL.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct Text {
    /// The first byte.
    pub bytes: *const c_char,
    /// How many bytes there are.
    pub len: usize,
}

impl Text {
    /// No text.
    pub const ABSENT: Self = Self { bytes: core::ptr::null(), len: 0 };

    /// A text of Rust's, for as long as that lives.
    #[must_use]
    pub const fn of(text: &str) -> Self {
        Self { bytes: text.as_ptr().cast(), len: text.len() }
    }

    pub(crate) fn is_present(self) -> bool {
        !self.bytes.is_null()
    }

    /// The text, or the number of what is wrong with the pointer; `Err` of an index in the second place for
    /// what is not UTF-8.
    ///
    /// # Safety
    ///
    /// A pointer that is not NULL points to `len` bytes, which nobody writes to while `'a` lasts.
    pub(crate) unsafe fn get<'a>(self) -> Result<Option<&'a str>, NotText> {
        if !self.is_present() && self.len == 0 {
            return Ok(None);
        }
        // SAFETY: as for this function.
        let bytes = unsafe { bytes(self.bytes.cast(), self.len) }.map_err(NotText::Pointer)?;
        core::str::from_utf8(bytes).map(Some).map_err(|error| NotText::Utf8(error.valid_up_to()))
    }
}

/// What keeps bytes from being a text.
#[derive(Clone, Copy)]
pub(crate) enum NotText {
    /// The number of what is wrong with the pointer or the length.
    Pointer(i32),
    /// The first byte that is not UTF-8.
    Utf8(usize),
}

/// A body, or any bytes: NULL with a length of 0 is empty.
///
/// # Safety
///
/// A pointer that is not NULL points to `len` bytes, which nobody writes to while `'a` lasts.
pub(crate) unsafe fn bytes<'a>(start: *const c_void, len: usize) -> Result<&'a [u8], i32> {
    if start.is_null() {
        return if len == 0 { Ok(&[]) } else { Err(ACG_E_NULL) };
    }
    if isize::try_from(len).is_err() {
        return Err(ACG_E_ARGUMENT);
    }
    // SAFETY: it is not NULL, no longer than a slice may be, and the caller vouches for the bytes.
    Ok(unsafe { core::slice::from_raw_parts(start.cast(), len) })
}

/// Several values of the caller's in a row: NULL with a count of 0 is empty.
///
/// # Safety
///
/// A pointer that is not NULL is aligned and points to `count` values, which nobody writes to while `'a`
/// lasts.
pub(crate) unsafe fn list<'a, T>(start: *const T, count: usize) -> Result<&'a [T], i32> {
    if start.is_null() {
        return if count == 0 { Ok(&[]) } else { Err(ACG_E_NULL) };
    }
    match count.checked_mul(size_of::<T>()).map(isize::try_from) {
        // SAFETY: it is not NULL, no longer than a slice may be, and the caller vouches for the values.
        Some(Ok(_)) => Ok(unsafe { core::slice::from_raw_parts(start, count) }),
        _ => Err(ACG_E_ARGUMENT),
    }
}
