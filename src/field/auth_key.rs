//! `AuthKey`: the secret that authenticates BGP between the gateways.

use crate::field::check::check;
use crate::field::secret_field;
use crate::invalid_parameter::InvalidParameter;
use crate::rule::current::AUTH_KEY;

/// The secret that authenticates BGP (RFC 2385) between the two gateways. The service wants it
/// together with an [`Asn`](crate::Asn) only.
///
/// It is sent, and nothing prints it; two are compared in constant time.
///
/// # Rules
///
/// - November 2020: there is no such parameter; see [`Edition::require`](crate::Edition::require).
/// - Today: 1 to 64 ASCII characters, neither a space nor `?` among them.
///
/// # Examples
///
/// ```
/// use aliyun_customer_gateway::AuthKey;
///
/// let key = AuthKey::new("correct-horse")?;
/// assert_eq!(format!("{key:?}"), "AuthKey([redacted])");
/// # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
/// ```
#[derive(Clone, Copy)]
pub struct AuthKey<'a> {
    text: &'a str,
}

secret_field!(AuthKey);

impl<'a> AuthKey<'a> {
    /// The most characters.
    pub const MAX_CHARS: usize = AUTH_KEY.max_chars();

    /// Checks a key.
    ///
    /// # Errors
    ///
    /// No character of the key is told, only its place; white space is no part of it:
    ///
    /// - `""`: empty
    /// - `"why?"`: unexpected character at byte 3
    /// - `"my key"`: unexpected character `' '` at byte 2
    /// - `"key\n"`: ends with `'\n'`
    /// - 65 times `"a"`: 65 characters
    pub const fn new(text: &'a str) -> Result<Self, InvalidParameter> {
        match check(&AUTH_KEY, text) {
            Ok(_) => Ok(Self { text }),
            Err(breach) => Err(breach.refuse(&AUTH_KEY, text)),
        }
    }
}
