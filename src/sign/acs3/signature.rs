//! The string to sign, the key, and the signature.

use core::fmt;

use digest::consts::U32;
use digest::{FixedOutput, Update};
use hmac::Hmac;
use sha2::Sha256;

use crate::encode::encodable;
use crate::sign::{Hex, absorb, keyed};
use crate::writer::Writer;

/// What the string to sign and the header start with.
pub(super) const ALGORITHM: &str = "ACS3-HMAC-SHA256";

/// The secret of an access key, made ready for the ACS3 signature.
///
/// What has to be done with the secret is done once, when the key is made. A key takes the same room
/// whatever the length of the secret, prints as `[redacted]`, and is wiped when it is dropped. The text
/// that it was made from is the caller's to wipe.
pub struct SigningKey(Hmac<Sha256>);

impl SigningKey {
    /// The key of an access key's secret.
    #[must_use]
    pub fn new(secret: &str) -> Self {
        Self(keyed([secret.as_bytes(), b""]))
    }

    pub(super) fn mac(&self) -> Hmac<Sha256> {
        self.0.clone()
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey([redacted])")
    }
}

/// What the signature signs: the algorithm, and the hash of the canonical request.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct StringToSign {
    hash: Hex,
}

impl StringToSign {
    pub(super) const fn new(hash: Hex) -> Self {
        Self { hash }
    }

    /// The SHA-256 of the canonical request, in hexadecimal digits.
    #[must_use]
    pub fn hashed_canonical_request(&self) -> &str {
        self.hash.as_str()
    }

    /// The signature by a key.
    #[must_use]
    pub fn sign(&self, key: &SigningKey) -> Signature {
        self.sign_with(key.mac())
    }

    /// The signature by an HMAC-SHA256 of the caller's own, such as one in hardware: it is keyed with
    /// the secret alone.
    #[must_use]
    pub fn sign_with<M>(&self, mut mac: M) -> Signature
    where
        M: Update + FixedOutput<OutputSize = U32> + digest::MacMarker,
    {
        absorb(&mut mac, |to| self.write(to));
        Signature { text: Hex::new(&mac.finalize_fixed().into()) }
    }

    fn write(&self, to: &mut Writer<'_>) {
        to.put(ALGORITHM.as_bytes());
        to.put(b"\n");
        to.put(self.hash.as_str().as_bytes());
    }
}

encodable!([] StringToSign);

impl fmt::Debug for StringToSign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "StringToSign({:?})", self.hash.as_str())
    }
}

/// A signature: 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Signature {
    text: Hex,
}

impl Signature {
    /// The hexadecimal digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.text.as_str()
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
