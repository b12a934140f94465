//! Names and codes, in any case and still escaped.

use crate::encode::Encode as _;
use crate::escaped::EscapedStr;

/// What a name reads as; nothing if it is longer than the buffer.
#[inline(never)]
pub(super) fn read<'n>(name: &EscapedStr<'_>, buf: &'n mut [u8]) -> &'n [u8] {
    name.encode(buf).unwrap_or_default().as_bytes()
}

/// Whether a name is another one, in any case.
#[cfg_attr(not(target_pointer_width = "64"), inline(never))]
pub(super) fn is(name: &[u8], known: &str) -> bool {
    name.eq_ignore_ascii_case(known.as_bytes())
}
