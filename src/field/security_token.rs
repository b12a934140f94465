//! `SecurityToken`: what comes with temporary credentials.

use crate::field::check::check;
use crate::field::secret_field;
use crate::invalid_parameter::InvalidParameter;
use crate::rule::every_edition::SECURITY_TOKEN;

/// The token that comes with temporary credentials. It is signed, and sent.
///
/// Whoever has it and the key may act for you, so nothing prints it; two are compared in constant
/// time.
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
#[derive(Clone, Copy)]
pub struct SecurityToken<'a> {
    text: &'a str,
}

secret_field!(SecurityToken);

impl<'a> SecurityToken<'a> {
    /// The most characters.
    pub const MAX_CHARS: usize = SECURITY_TOKEN.max_chars();

    /// Checks a token.
    ///
    /// # Errors
    ///
    /// - `""`: empty
    /// - `"CAIS\n"`: ends with `'\n'`
    /// - `"CA IS"`: unexpected character `' '` at byte 2
    /// - `"CAïS"`: unexpected character at byte 2
    /// - 8193 times `"a"`: 8193 characters
    pub const fn new(text: &'a str) -> Result<Self, InvalidParameter> {
        match check(&SECURITY_TOKEN, text) {
            Ok(_) => Ok(Self { text }),
            Err(breach) => Err(breach.refuse(&SECURITY_TOKEN, text)),
        }
    }
}
