//! Texts of a body, still escaped.

use core::ffi::c_char;
use core::mem::MaybeUninit;

use aliyun_customer_gateway::escaped::{EscapedStr, Escaping};

use crate::numbers::choice;
use crate::numbers::result::{ACG_E_ESCAPE, ACG_E_OVERLAP};
use crate::output::Output;
use crate::text::{NotText, Text};

/// A text of a body: a part of the body, still escaped. It lives as long as the body is kept unchanged.
///
/// Texts are borrowed and not copied, so that what is not wanted takes no memory, and a text that is longer than
/// expected does not lose the others. `raw` can be used as it is where `escaping` is ACG_ESCAPING_PLAIN, as that
/// of an id mostly is; `acg_unescape` copies any.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct Escaped {
    /// The first byte in the body; NULL where there is no text.
    pub raw: *const c_char,
    /// How many bytes of the body it takes. Unescaped, it takes no more.
    pub len: usize,
    /// ACG_ESCAPING_..
    pub escaping: i32,
}

impl Escaped {
    pub(crate) const ABSENT: Self =
        Self { raw: core::ptr::null(), len: 0, escaping: choice::ACG_ESCAPING_ABSENT };

    pub(crate) fn of(text: Option<EscapedStr<'_>>) -> Self {
        let Some(text) = text else { return Self::ABSENT };
        let escaping = match text.escaping() {
            Escaping::Plain => choice::ACG_ESCAPING_PLAIN,
            #[cfg(feature = "json")]
            Escaping::Json => choice::ACG_ESCAPING_JSON,
            #[cfg(feature = "xml")]
            Escaping::Xml => choice::ACG_ESCAPING_XML,
            #[cfg(feature = "xml")]
            Escaping::Cdata => choice::ACG_ESCAPING_CDATA,
            // A way that is newer than this interface: the text reads as absent.
            _ => return Self::ABSENT,
        };
        let Text { bytes, len } = Text::of(text.as_raw());
        Self { raw: bytes, len, escaping }
    }

    /// # Safety
    ///
    /// The body that the text is part of is unchanged.
    unsafe fn get<'a>(self) -> Result<EscapedStr<'a>, i32> {
        let escaping = match self.escaping {
            choice::ACG_ESCAPING_ABSENT => return Ok(EscapedStr::plain("")),
            choice::ACG_ESCAPING_PLAIN => Escaping::Plain,
            #[cfg(feature = "json")]
            choice::ACG_ESCAPING_JSON => Escaping::Json,
            #[cfg(feature = "xml")]
            choice::ACG_ESCAPING_XML => Escaping::Xml,
            #[cfg(feature = "xml")]
            choice::ACG_ESCAPING_CDATA => Escaping::Cdata,
            _ => return Err(ACG_E_ESCAPE),
        };
        // SAFETY: as for this function.
        let raw = match unsafe { Text { bytes: self.raw, len: self.len }.get() } {
            Ok(raw) => raw.unwrap_or_default(),
            Err(NotText::Pointer(number)) => return Err(number),
            Err(NotText::Utf8(_)) => return Err(ACG_E_ESCAPE),
        };
        EscapedStr::new(raw, escaping).map_err(|_| ACG_E_ESCAPE)
    }
}

/// Copies a text of a body, unescaped. One that is absent is copied as an empty one.
///
/// A buffer of `text.len + 1` bytes is always large enough. ACG_E_ESCAPE: the body was changed in between.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_unescape(
    text: Escaped,
    buf: *mut c_char,
    cap: usize,
    len: Option<&mut MaybeUninit<usize>>,
) -> i32 {
    let output = Output { buf, cap, len };
    if output.overlaps_bytes(text.raw.cast(), text.len) {
        return ACG_E_OVERLAP;
    }
    // SAFETY: the caller vouches for the body.
    match unsafe { text.get() } {
        // SAFETY: the caller vouches for the buffer.
        Ok(text) => unsafe { output.encode(&text) },
        Err(number) => number,
    }
}

/// Whether a text of a body, unescaped, is the other text: 1 or 0; below 0 as for `acg_unescape`. A text that is
/// absent equals the empty text and none at all.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_escaped_equals(text: Escaped, other: Text) -> i32 {
    // SAFETY: the caller vouches for the body.
    let text = unsafe { text.get() };
    // SAFETY: the caller vouches for the other text.
    let other = unsafe { other.get() };
    match (text, other) {
        (Err(number), _) | (_, Err(NotText::Pointer(number))) => number,
        (Ok(_), Err(NotText::Utf8(_))) => 0,
        (Ok(text), Ok(other)) => i32::from(text == *other.unwrap_or_default()),
    }
}
