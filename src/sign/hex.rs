//! A SHA-256 in hexadecimal digits.

/// A SHA-256, or an HMAC with it, in lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Hex([u8; Self::LEN]);

impl Hex {
    pub(crate) const LEN: usize = 64;

    /// The SHA-256 of nothing.
    pub(crate) const OF_NOTHING: Self =
        Self(*b"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    pub(crate) fn new(hash: &[u8; 32]) -> Self {
        let mut text = [b'0'; Self::LEN];
        // Twice as many digits as bytes: this cannot fail.
        let _ = base16ct::lower::encode(hash, &mut text);
        Self(text)
    }

    /// A text, if it is as many digits.
    pub(crate) fn from_digits(text: &str) -> Option<Self> {
        let text = <[u8; Self::LEN]>::try_from(text.as_bytes()).ok()?;
        text.iter().all(|byte| Self::is_digit(char::from(*byte))).then_some(Self(text))
    }

    pub(crate) const fn is_digit(character: char) -> bool {
        matches!(character, '0'..='9' | 'a'..='f')
    }

    pub(crate) fn as_str(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or_default()
    }
}
