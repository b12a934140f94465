//! What the ACS3 signature signs.

use core::fmt;

use digest::consts::U32;
use digest::{FixedOutput, Update};

use super::signature::Signature;
use super::signing_key::SigningKey;
use crate::encode::{Encode, display_encoded};
use crate::sign::hex::Hex;
use crate::sign::mac;
use crate::writer::Writer;

/// What the string to sign and the `Authorization` header start with.
pub(super) const ALGORITHM: &str = "ACS3-HMAC-SHA256";

/// What the signature signs: the algorithm, and the hash of the canonical request.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
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
        Signature::from_mac(&key.mac(self).into())
    }

    /// The signature by an HMAC-SHA256 of the caller's own, such as one in hardware: it is keyed with
    /// the secret, and nothing after it.
    #[must_use]
    pub fn sign_with<M>(&self, mac: M) -> Signature
    where
        M: Update + FixedOutput<OutputSize = U32> + digest::MacMarker,
    {
        Signature::from_mac(&mac::of_mac(mac, self).into())
    }
}

impl Encode for StringToSign {
    fn write(&self, to: &mut Writer<'_>) {
        to.put(ALGORITHM.as_bytes());
        to.put(b"\n");
        to.put(self.hash.as_str().as_bytes());
    }
}

display_encoded!([] StringToSign);

impl fmt::Debug for StringToSign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "StringToSign({:?})", self.hash.as_str())
    }
}
