//! What the RPC signature signs.

use digest::consts::U20;
use digest::{FixedOutput, Update};

use super::signature::Signature;
use super::signing_key::SigningKey;
use crate::encode::{Encode, display_encoded};
use crate::percent::Percent;
use crate::query::{Parameters, Query};
use crate::sign::mac;
use crate::sign::method::Method;
use crate::writer::Writer;

/// What the signature signs: the method, the path `/` and the query, percent-encoded once more.
///
/// It goes into the MAC as it is made, and is never buffered; use `Display` or
/// [`encode`](Self::encode) to inspect it. That is the text as it is signed, the security token of
/// temporary credentials included: do not log it.
#[derive(Clone, Copy, Debug)]
pub struct StringToSign<'q, P> {
    pub(super) method: Method,
    pub(super) query: &'q Query<P>,
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
        Signature::from_mac(&key.mac(|to| self.write(to)).into())
    }

    /// The signature by an HMAC-SHA1 of the caller's own, such as one in hardware: it is keyed with
    /// the secret followed by `&`.
    ///
    /// ```
    /// use aliyun_customer_gateway::query::{Pairs, Query};
    /// use aliyun_customer_gateway::rpc;
    /// use hmac::{Hmac, KeyInit};
    /// use sha1::Sha1;
    ///
    /// let query = Query::new(Pairs::new(&[("body", "test"), ("query", "test")]).unwrap());
    /// let mac = Hmac::<Sha1>::new_from_slice(b"secret&").unwrap();
    /// let signature = rpc::StringToSign::new(rpc::Method::Get, &query).sign_with(mac);
    /// assert_eq!(signature.as_str(), "XlUyV4sXjOuX5FnjUz9IF9tm5rU=");
    /// ```
    #[must_use]
    pub fn sign_with<M>(&self, mac: M) -> Signature
    where
        M: Update + FixedOutput<OutputSize = U20> + digest::MacMarker,
    {
        Signature::from_mac(&mac::mac(mac, |to| self.write(to)).into())
    }
}

impl<P: Parameters> Encode for StringToSign<'_, P> {
    fn write(&self, to: &mut Writer<'_>) {
        to.put(self.method.as_str().as_bytes());
        to.put(b"&%2F&");
        self.query.write_percent(Percent::Twice, to);
    }
}

display_encoded!([P: Parameters] StringToSign<'_, P>);
