//! The bytes of a header of HTTP.

/// `tchar` of RFC 9110, 5.6.2: what a name consists of.
pub(crate) const fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(byte, b'!' | b'#'..=b'\'' | b'*' | b'+' | b'-' | b'.' | b'^'..=b'`' | b'|' | b'~')
}

/// `VCHAR`, space, tab and `obs-text` of RFC 9110, 5.5: what a value consists of.
#[cfg(feature = "http1")]
pub(crate) const fn is_in_value(byte: u8) -> bool {
    matches!(byte, b'\t' | b' '..=b'~' | 0x80..)
}
