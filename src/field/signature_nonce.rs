//! `SignatureNonce`: a text that no other request has.

use crate::field::check::check;
use crate::field::checked::Checked;
use crate::field::text_field;
use crate::invalid_parameter::InvalidParameter;
use crate::rule::every_edition::SIGNATURE_NONCE;

/// A text that no other request has: the service carries out no second request with the same one.
///
/// Make a new one for every try: [`UuidText`](crate::UuidText) makes one from random bytes.
///
/// # Rules
///
/// - 1 to 128 visible ASCII characters. No source states a bound; a UUID has 36.
///
/// # Examples
///
/// ```
/// use aliyun_customer_gateway::SignatureNonce;
///
/// assert!(SignatureNonce::new("3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf").is_ok());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SignatureNonce<'a> {
    text: Checked<'a>,
}

text_field!(SignatureNonce, Checked);

impl<'a> SignatureNonce<'a> {
    /// The most characters.
    pub const MAX_CHARS: usize = SIGNATURE_NONCE.max_chars();

    /// Checks a nonce.
    ///
    /// # Errors
    ///
    /// - `""`: empty
    /// - `"a b"`: unexpected character `' '` at byte 1
    /// - 129 times `"a"`: 129 characters
    pub const fn new(text: &'a str) -> Result<Self, InvalidParameter> {
        match check(&SIGNATURE_NONCE, text) {
            Ok(text) => Ok(Self { text }),
            Err(breach) => Err(breach.refuse(&SIGNATURE_NONCE, text)),
        }
    }
}
