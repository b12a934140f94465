//! What the ACS3 signature signs.

use core::fmt;

use digest::consts::U32;
use digest::{Digest as _, FixedOutput, Update};
use sha2::Sha256;

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

    /// The string to sign of a canonical request that was written elsewhere.
    ///
    /// Who checks signatures needs it for clients that do not write one as documented: those of Python,
    /// Node, Go and C# do not percent-encode the names of parameters.
    ///
    /// ```
    /// use aliyun_customer_gateway::query::Pairs;
    /// use aliyun_customer_gateway::{Method, acs3};
    ///
    /// let request = acs3::CanonicalRequest::new(
    ///     Method::Get,
    ///     acs3::Path::ROOT,
    ///     Pairs::new(&[("ToAddress[]", "a b")]).unwrap(),
    ///     acs3::Headers::new(&[("host", "dm.aliyuncs.com")]).unwrap(),
    ///     acs3::BodyHash::EMPTY,
    /// );
    /// let text = request.to_string();
    /// assert_eq!(acs3::StringToSign::of_text(&text), request.string_to_sign());
    ///
    /// let of_python = text.replace("ToAddress%5B%5D=", "ToAddress[]=");
    /// assert_ne!(acs3::StringToSign::of_text(&of_python), request.string_to_sign());
    /// ```
    #[must_use]
    pub fn of_text(canonical_request: &str) -> Self {
        Self { hash: Hex::new(&Sha256::digest(canonical_request.as_bytes()).into()) }
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
