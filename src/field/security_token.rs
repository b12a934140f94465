//! `SecurityToken`: what comes with temporary credentials.

use crate::byte_set::ByteSet;
use crate::field::ascii;
use crate::field::text_field;
use crate::invalid_parameter::InvalidParameter;
use crate::rule;

/// The token that comes with temporary credentials. It is signed, and sent.
///
/// Whoever has it and the key may act for you, so `Debug` does not print it.
///
/// # Rules
///
/// - 1 to 8192 visible ASCII characters. The service asks to assume no bound; this one lets firmware
///   size its buffers.
///
/// # Examples
///
/// ```
/// use aliyun_customer_gateway::SecurityToken;
///
/// let token = SecurityToken::new("CAIS+Example/==")?;
/// assert_eq!(format!("{token:?}"), "SecurityToken([redacted])");
/// # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SecurityToken<'a> {
    text: &'a str,
}

text_field!(SecurityToken);

impl<'a> SecurityToken<'a> {
    /// The most characters.
    pub const MAX_CHARS: usize = rule::SECURITY_TOKEN.max;

    /// Checks a token.
    ///
    /// # Errors
    ///
    /// - `""`: empty
    /// - `"CAIS\n"`: unexpected character `'\\n'` at byte 4
    /// - 8193 times `"a"`: 8193 characters
    pub const fn new(text: &'a str) -> Result<Self, InvalidParameter> {
        match ascii::check(&rule::SECURITY_TOKEN, ByteSet::GRAPHIC, text) {
            Ok(_) => Ok(Self { text }),
            Err(refusal) => Err(refusal),
        }
    }
}

impl core::fmt::Debug for SecurityToken<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("SecurityToken([redacted])")
    }
}

#[cfg(feature = "defmt")]
impl defmt::Format for SecurityToken<'_> {
    fn format(&self, f: defmt::Formatter<'_>) {
        defmt::write!(f, "SecurityToken([redacted])");
    }
}
