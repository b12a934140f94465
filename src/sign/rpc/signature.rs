//! The RPC signature as text.

use core::fmt;
use core::hash::{Hash, Hasher};

use base64ct::{Base64, Base64Unpadded, Encoding as _};
use subtle::ConstantTimeEq as _;

use crate::sign::invalid_signature::{InvalidSignature, Kind};

/// A signature: 28 characters of base64.
///
/// `==` takes the same time wherever two signatures differ, so that a server can check one with it.
#[derive(Clone, Copy)]
pub struct Signature {
    text: [u8; Self::LEN],
}

impl Signature {
    /// The length of a signature, in bytes.
    pub const LEN: usize = 28;

    /// A signature that was made elsewhere, such as by a key management service.
    ///
    /// # Errors
    ///
    /// - `"cHNRBjHH+czG/4EXrOj2lRuwhGQ"`: 27 bytes
    /// - `"cHNRBjHH-czG_4EXrOj2lRuwhGQ="`: unexpected character `'-'` at byte 8
    /// - `"cHNRBjHH+czG/4EXrOj2lRuwhGR="`: unexpected character `'R'` at byte 26, whose last bits are
    ///   not those of 20 bytes
    pub fn new(text: &str) -> Result<Self, InvalidSignature> {
        let Ok(bytes) = <[u8; Self::LEN]>::try_from(text.as_bytes()) else {
            return Err(InvalidSignature::length(Kind::Base64, text.len()));
        };
        let mut mac = [0; 20];
        if Base64::decode(bytes, &mut mac).is_ok_and(|mac| mac.len() == 20) {
            return Ok(Self { text: bytes });
        }
        let digits = text.strip_suffix('=').unwrap_or(text);
        let is_digit = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/');
        Err(InvalidSignature::character(Kind::Base64, digits, is_digit))
    }

    /// The signature that an HMAC-SHA1 is.
    #[must_use]
    #[inline(never)]
    pub fn from_mac(mac: &[u8; 20]) -> Self {
        // With one more, bytes are encoded by threes only, and the last character is that of padding.
        let mut bytes = [0; 21];
        bytes.iter_mut().zip(mac).for_each(|(to, from)| *to = *from);
        let mut text = [0; Self::LEN];
        // 21 bytes are 28 characters: this cannot fail.
        let _ = Base64Unpadded::encode(&bytes, &mut text);
        let [.., last] = &mut text;
        *last = b'=';
        Self { text }
    }

    /// The signature as the service expects it, before it is percent-encoded.
    #[must_use]
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.text).unwrap_or_default()
    }
}

impl PartialEq for Signature {
    fn eq(&self, other: &Self) -> bool {
        self.text.ct_eq(&other.text).into()
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
