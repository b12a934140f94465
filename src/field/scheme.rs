//! The URL schemes that a name or a description may not start with.

/// The prefix that a text starts with, if any: the literal lower-case texts of the contract.
pub(crate) const fn prefix(text: &str) -> Option<&'static str> {
    match text.as_bytes() {
        [b'h', b't', b't', b'p', b':', b'/', b'/', ..] => Some("http://"),
        [b'h', b't', b't', b'p', b's', b':', b'/', b'/', ..] => Some("https://"),
        _ => None,
    }
}
