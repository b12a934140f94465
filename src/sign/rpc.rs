//! The RPC signature, `SignatureVersion` 1.0 with `HMAC-SHA1`: it stands in the query.
//!
//! A signed query is the query string of a GET, or the form body of a POST. From nothing to a URL:
//!
//! ```
//! use aliyun_customer_gateway::{
//!     AccessKeyId, CommonParameters, CreateCustomerGateway, Host, IpAddress, RegionId,
//!     SignatureNonce, Timestamp, rpc,
//! };
//!
//! let request =
//!     CreateCustomerGateway::new(RegionId::new("cn-shanghai")?, IpAddress::new("101.12.0.1")?);
//! let common = CommonParameters::new(
//!     AccessKeyId::new("testid")?,
//!     SignatureNonce::new("15215528852396")?,
//!     Timestamp::new("2024-01-02T03:04:05Z")?,
//! );
//! let key = rpc::SigningKey::new("testsecret");
//! let query = request.with_common(&common);
//! let signed = rpc::sign(rpc::Method::Get, &query, &key);
//! assert_eq!(signed.signature().as_str(), "cHNRBjHH+czG/4EXrOj2lRuwhGQ=");
//!
//! let url = format!("https://{}/?{signed}", Host::VPC);
//! assert!(url.ends_with("&Signature=cHNRBjHH%2BczG%2F4EXrOj2lRuwhGQ%3D"));
//! # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
//! ```

use core::fmt;

use base64ct::{Base64, Encoding as _};
use digest::consts::U20;
use digest::{FixedOutput, Update};
use hmac::Hmac;
use sha1::Sha1;

use super::{absorb, keyed};
use crate::encode::encodable;
use crate::percent::Layers;
use crate::query::{Parameters, Query};
use crate::writer::Writer;

#[cfg(any(feature = "json", feature = "xml"))]
mod mismatch;

pub use super::Method;
#[cfg(any(feature = "json", feature = "xml"))]
pub use mismatch::{Mismatch, Side};

/// The secret of an access key, made ready for the RPC signature.
///
/// What has to be done with the secret is done once, when the key is made. A key takes the same room
/// whatever the length of the secret, prints as `[redacted]`, and is wiped when it is dropped. The text
/// that it was made from is the caller's to wipe.
pub struct SigningKey(Hmac<Sha1>);

impl SigningKey {
    /// The key of an access key's secret.
    #[must_use]
    pub fn new(secret: &str) -> Self {
        Self(keyed([secret.as_bytes(), b"&"]))
    }

    fn mac(&self) -> Hmac<Sha1> {
        self.0.clone()
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey([redacted])")
    }
}

/// Signs a query.
#[must_use]
pub fn sign<'q, P: Parameters>(
    method: Method,
    query: &'q Query<P>,
    key: &SigningKey,
) -> SignedQuery<'q, P> {
    let signature = StringToSign::new(method, query).sign(key);
    SignedQuery { query, signature }
}

/// What the signature signs: the method, the path `/` and the query, percent-encoded once more.
///
/// It goes into the MAC as it is made, and never stands in a buffer. For a look at it there are
/// `Display` and [`encode`](Self::encode).
#[derive(Clone, Copy, Debug)]
pub struct StringToSign<'q, P> {
    method: Method,
    query: &'q Query<P>,
}

impl<'q, P: Parameters> StringToSign<'q, P> {
    /// The string to sign of a request.
    #[must_use]
    pub const fn new(method: Method, query: &'q Query<P>) -> Self {
        Self { method, query }
    }

    /// The signature by a key.
    #[must_use]
    pub fn sign(&self, key: &SigningKey) -> Signature {
        self.sign_with(key.mac())
    }

    /// The signature by an HMAC-SHA1 of the caller's own, such as one in hardware: it is keyed with
    /// the secret and a `&` behind it.
    ///
    /// ```
    /// use aliyun_customer_gateway::{List, Query, rpc};
    /// use hmac::{Hmac, KeyInit};
    /// use sha1::Sha1;
    ///
    /// let query = Query::new(List::new(&[("body", "test"), ("query", "test")]).unwrap());
    /// let mac = Hmac::<Sha1>::new_from_slice(b"secret&").unwrap();
    /// let signature = rpc::StringToSign::new(rpc::Method::Get, &query).sign_with(mac);
    /// assert_eq!(signature.as_str(), "XlUyV4sXjOuX5FnjUz9IF9tm5rU=");
    /// ```
    #[must_use]
    pub fn sign_with<M>(&self, mut mac: M) -> Signature
    where
        M: Update + FixedOutput<OutputSize = U20> + digest::MacMarker,
    {
        absorb(&mut mac, |to| self.write(to));
        Signature::new(&mac.finalize_fixed().into())
    }

    fn write(&self, to: &mut Writer<'_>) {
        to.put(self.method.as_str().as_bytes());
        to.put(b"&%2F&");
        self.query.write_layers(Layers::Two, to);
    }
}

encodable!([P: Parameters] StringToSign<'_, P>);

/// A signature: 28 characters of base64.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Signature {
    text: [u8; LEN],
}

const LEN: usize = 28;

impl Signature {
    fn new(mac: &[u8; 20]) -> Self {
        let mut text = [0; LEN];
        // 20 bytes are 28 characters: this cannot fail.
        let _ = Base64::encode(mac, &mut text);
        Self { text }
    }

    /// The signature as the service expects it, before it is percent-encoded.
    #[must_use]
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.text).unwrap_or_default()
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

/// The canonical query with its signature: the query string of a GET, or the form body of a POST
/// (`application/x-www-form-urlencoded`).
#[derive(Clone, Copy, Debug)]
pub struct SignedQuery<'q, P> {
    query: &'q Query<P>,
    signature: Signature,
}

impl<'q, P: Parameters> SignedQuery<'q, P> {
    /// A query with a signature that was made elsewhere.
    #[must_use]
    pub const fn new(query: &'q Query<P>, signature: Signature) -> Self {
        Self { query, signature }
    }

    /// The signature.
    #[must_use]
    pub const fn signature(&self) -> Signature {
        self.signature
    }

    fn write(&self, to: &mut Writer<'_>) {
        if self.query.write_layers(Layers::One, to) {
            Layers::One.separator(b'&', to);
        }
        to.put(b"Signature=");
        Layers::One.text(self.signature.as_str(), to);
    }
}

encodable!([P: Parameters] SignedQuery<'_, P>);
