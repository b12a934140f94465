//! The ACS3 signature as text.

use core::fmt;
use core::hash::{Hash, Hasher};

use subtle::ConstantTimeEq as _;

use crate::sign::hex::Hex;
use crate::sign::invalid_signature::{InvalidSignature, Kind};

/// A signature: 64 lower-case hexadecimal digits.
///
/// `==` takes the same time wherever two signatures differ, so that a server can check one with it.
#[derive(Clone, Copy)]
pub struct Signature {
    text: Hex,
}

impl Signature {
    /// The length of a signature, in bytes.
    pub const LEN: usize = Hex::LEN;

    /// A signature that was made elsewhere, such as by a key management service.
    ///
    /// # Errors
    ///
    /// - `""`: 0 bytes
    /// - 64 times `"A"`: unexpected character `'A'` at byte 0, which is not lower case
    pub fn new(text: &str) -> Result<Self, InvalidSignature> {
        if text.len() != Self::LEN {
            return Err(InvalidSignature::length(Kind::Hex, text.len()));
        }
        match Hex::from_digits(text) {
            Some(text) => Ok(Self { text }),
            None => Err(InvalidSignature::character(Kind::Hex, text, Hex::is_digit)),
        }
    }

    /// The signature that an HMAC-SHA256 is.
    #[must_use]
    pub fn from_mac(mac: &[u8; 32]) -> Self {
        Self { text: Hex::new(mac) }
    }

    /// The hexadecimal digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.text.as_str()
    }
}

impl PartialEq for Signature {
    fn eq(&self, other: &Self) -> bool {
        self.as_str().as_bytes().ct_eq(other.as_str().as_bytes()).into()
    }
}

impl Eq for Signature {}

impl Hash for Signature {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl AsRef<str> for Signature {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signature({:?})", self.as_str())
    }
}
