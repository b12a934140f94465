//! `AccessKeySecret`: what requests are signed with.

use crate::field::check::check;
use crate::field::secret_field;
use crate::invalid_parameter::InvalidParameter;
use crate::rule::every_edition::ACCESS_KEY_SECRET;

/// The secret of an access key: every request is signed with it, and it is never sent.
///
/// Nothing prints it; two are compared in constant time.
///
/// # Rules
///
/// - 1 to 128 visible ASCII characters. No source states a rule; secrets of today have 30 letters and
///   digits. White space that was copied with a secret is the most frequent cause of
///   `SignatureDoesNotMatch`, and gets a sentence of its own.
///
/// # Examples
///
/// ```
/// use aliyun_customer_gateway::AccessKeySecret;
///
/// assert_eq!(
///     AccessKeySecret::new("testsecret\n").unwrap_err().to_string(),
///     r"AccessKeySecret ends with '\n': remove it, it was copied with the value",
/// );
/// ```
#[derive(Clone, Copy)]
pub struct AccessKeySecret<'a> {
    text: &'a str,
}

secret_field!(AccessKeySecret);

impl<'a> AccessKeySecret<'a> {
    /// The most characters.
    pub const MAX_CHARS: usize = ACCESS_KEY_SECRET.max_chars();

    /// Checks a secret.
    ///
    /// # Errors
    ///
    /// No character of the secret is told, only its place; white space is no part of it:
    ///
    /// - `""`: empty
    /// - `"secret\r\n"`: ends with `'\r'`
    /// - `" secret"`: starts with `' '`
    /// - `"sec ret"`: unexpected character `' '` at byte 3
    /// - `"sécret"`: unexpected character at byte 1
    /// - 129 times `"a"`: 129 characters
    pub const fn new(text: &'a str) -> Result<Self, InvalidParameter> {
        match check(&ACCESS_KEY_SECRET, text) {
            Ok(_) => Ok(Self { text }),
            Err(breach) => Err(breach.refuse(&ACCESS_KEY_SECRET, text)),
        }
    }
}
