//! What the RPC signature signs.

use digest::consts::U20;
use digest::{FixedOutput, Update};

use super::signature::Signature;
use super::signed_query::SignedQuery;
use super::signing_key::SigningKey;
use crate::encode::{Encode, display_encoded};
use crate::percent::Percent;
use crate::query::{self, Pairs, Parameters};
use crate::sign::call::{Call, WithCommon};
use crate::sign::identity::Identity;
use crate::sign::mac;
use crate::sign::method::Method;
use crate::writer::Writer;

/// What the signature signs: the method, the path `/` and the query, percent-encoded once more.
///
/// It goes into the MAC as it is made, and is never buffered; use `Display` or [`Encode`] to inspect
/// it. They write the text as it is signed, the security token of temporary credentials included: do
/// not log it. `Debug` does not print values that are secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StringToSign<P> {
    method: Method,
    parameters: P,
}

impl<'q, A: Parameters> StringToSign<WithCommon<'q, A>> {
    /// The string to sign of a call: the parameters of the action, and the common ones.
    #[must_use]
    pub const fn of_call(method: Method, call: &'q Call<'q, A>, identity: Identity<'q>) -> Self {
        Self { method, parameters: WithCommon::new(call, identity) }
    }
}

impl<'q> StringToSign<Pairs<'q>> {
    /// The string to sign of pairs as they are: nothing is added to them.
    ///
    /// An action is no list of pairs, because it lacks the common parameters:
    ///
    /// ```compile_fail,E0308
    /// use aliyun_customer_gateway::{CreateCustomerGateway, IpAddress, Method, RegionId, rpc};
    ///
    /// let region = RegionId::new("cn-shanghai").unwrap();
    /// let action = CreateCustomerGateway::new(region, IpAddress::new("101.12.0.12").unwrap());
    /// rpc::StringToSign::of_pairs(Method::Get, action);
    /// ```
    #[must_use]
    pub const fn of_pairs(method: Method, pairs: Pairs<'q>) -> Self {
        Self { method, parameters: pairs }
    }
}

impl<P: Parameters> StringToSign<P> {
    /// The signature by a key.
    #[must_use]
    pub fn sign(&self, key: &SigningKey) -> Signature {
        Signature::from_mac(&key.mac(self).into())
    }

    /// The signature by an HMAC-SHA1 of the caller's own, such as one in hardware: it is keyed with
    /// the secret followed by `&`.
    ///
    /// ```
    /// use aliyun_customer_gateway::{Method, query::Pairs, rpc};
    /// use hmac::{Hmac, KeyInit};
    /// use sha1::Sha1;
    ///
    /// let pairs = Pairs::new(&[("body", "test"), ("query", "test")]).unwrap();
    /// let mac = Hmac::<Sha1>::new_from_slice(b"secret&").unwrap();
    /// let signature = rpc::StringToSign::of_pairs(Method::Get, pairs).sign_with(mac);
    /// assert_eq!(signature.as_str(), "XlUyV4sXjOuX5FnjUz9IF9tm5rU=");
    /// ```
    #[must_use]
    pub fn sign_with<M>(&self, mac: M) -> Signature
    where
        M: Update + FixedOutput<OutputSize = U20> + digest::MacMarker,
    {
        Signature::from_mac(&mac::of_mac(mac, self).into())
    }

    /// The query with a signature, wherever that was made.
    ///
    /// ```
    /// use aliyun_customer_gateway::{
    ///     AccessKeyId, Call, CreateCustomerGateway, Identity, IpAddress, Method, RegionId,
    ///     SignatureNonce, Timestamp, rpc,
    /// };
    ///
    /// # fn kms(_: &str) -> &str { "cHNRBjHH+czG/4EXrOj2lRuwhGQ=" }
    /// let action =
    ///     CreateCustomerGateway::new(RegionId::new("cn-shanghai")?, IpAddress::new("101.12.0.1")?);
    /// let nonce = SignatureNonce::new("15215528852396")?;
    /// let call = Call::new(action, nonce, Timestamp::new("2024-01-02T03:04:05Z")?);
    /// let identity = Identity::new(AccessKeyId::new("testid")?)?;
    /// let to_sign = rpc::StringToSign::of_call(Method::Get, &call, identity);
    /// // A key management service has the secret, and a key of the secret followed by `&`.
    /// let text = to_sign.to_string();
    /// let signed = to_sign.signed(rpc::Signature::new(kms(&text)).unwrap());
    /// assert!(signed.to_string().ends_with("&Signature=cHNRBjHH%2BczG%2F4EXrOj2lRuwhGQ%3D"));
    /// # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
    /// ```
    #[must_use]
    pub fn signed(self, signature: Signature) -> SignedQuery<P> {
        SignedQuery::new(self.method, self.parameters, signature)
    }
}

impl<P> StringToSign<P> {
    /// The method that is signed.
    #[must_use]
    pub const fn method(&self) -> Method {
        self.method
    }

    /// The parameters that are signed.
    #[must_use]
    pub const fn parameters(&self) -> &P {
        &self.parameters
    }
}

impl<P: Parameters> Encode for StringToSign<P> {
    fn write(&self, to: &mut Writer<'_>) {
        to.put(self.method.as_str().as_bytes());
        to.put(b"&%2F&");
        query::write(&self.parameters, Percent::Twice, to);
    }
}

display_encoded!([P: Parameters] StringToSign<P>);
