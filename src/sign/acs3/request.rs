//! A request of an action of this service, before it is signed.

use super::body_hash::BodyHash;
use super::canonical_request::CanonicalRequest;
use super::extra_headers::ExtraHeaders;
use super::path::Path;
use super::request_headers::RequestHeaders;
use super::signature::Signature;
use super::signed_headers::{self, SignedHeaders};
use super::signed_request::SignedRequest;
use super::string_to_sign::StringToSign;
use crate::field::host::Host;
use crate::query::{Parameters, Query};
use crate::sign::call::Call;
use crate::sign::identity::Identity;
use crate::sign::method::Method;
use crate::sign::signed_call;

/// A request of an action of this service, before it is signed. Where the secret is at hand,
/// [`Signer`](super::Signer) makes signed ones.
///
/// The parameters are in the query of the URL or, by [`post_form`](Self::post_form), in the body.
///
/// ```
/// use aliyun_customer_gateway::{
///     AccessKeyId, Call, CreateCustomerGateway, Host, Identity, IpAddress, RegionId, SignatureNonce,
///     Timestamp, acs3,
/// };
///
/// # fn kms(_: &str) -> &str { "94d1f4a9b1dba3bb8b4c0e0bc45e3bf1a2ff0f9ef2b25a85a9b8b4b1b3a0ecf2" }
/// let action =
///     CreateCustomerGateway::new(RegionId::new("cn-shanghai")?, IpAddress::new("101.12.0.1")?);
/// let nonce = SignatureNonce::new("15215528852396")?;
/// let call = Call::new(action, nonce, Timestamp::new("2024-01-02T03:04:05Z")?);
/// let identity = Identity::new(AccessKeyId::new("testid")?)?;
/// let request = acs3::Request::post(Host::VPC, &call, identity);
/// // A key management service has the secret.
/// let text = request.string_to_sign().to_string();
/// let signed = request.signed(acs3::Signature::new(kms(&text)).unwrap());
/// assert!(signed.authorization().to_string().starts_with("ACS3-HMAC-SHA256 Credential=testid,"));
/// # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Request<'q, A> {
    method: Method,
    host: Host<'q>,
    call: &'q Call<'q, A>,
    identity: Identity<'q>,
    in_body: bool,
    body_hash: BodyHash,
    extra: ExtraHeaders<'q>,
}

impl<'q, A: Parameters> Request<'q, A> {
    /// A `GET` with the parameters in its URL.
    #[must_use]
    pub const fn get(host: Host<'q>, call: &'q Call<'q, A>, identity: Identity<'q>) -> Self {
        Self::in_query(Method::Get, host, call, identity)
    }

    /// A `POST` with the parameters in its URL and an empty body, as official clients send it.
    #[must_use]
    pub const fn post(host: Host<'q>, call: &'q Call<'q, A>, identity: Identity<'q>) -> Self {
        Self::in_query(Method::Post, host, call, identity)
    }

    /// A `POST` with the parameters in a form body.
    #[must_use]
    pub fn post_form(host: Host<'q>, call: &'q Call<'q, A>, identity: Identity<'q>) -> Self {
        let body_hash = BodyHash::of_form(&call.query());
        Self { in_body: true, body_hash, ..Self::in_query(Method::Post, host, call, identity) }
    }

    const fn in_query(
        method: Method,
        host: Host<'q>,
        call: &'q Call<'q, A>,
        identity: Identity<'q>,
    ) -> Self {
        let (body_hash, extra) = (BodyHash::EMPTY, ExtraHeaders::NONE);
        Self { method, host, call, identity, in_body: false, body_hash, extra }
    }

    /// The same request with headers of the caller's own, some of which are signed.
    ///
    /// ```
    /// use aliyun_customer_gateway::{
    ///     AccessKeyId, AccessKeySecret, Call, Credentials, CustomerGatewayId, DeleteCustomerGateway,
    ///     Host, RegionId, SignatureNonce, Timestamp, acs3,
    /// };
    ///
    /// let credentials =
    ///     Credentials::new(AccessKeyId::new("testid")?, AccessKeySecret::new("testsecret")?)?;
    /// let signer = acs3::Signer::new(&credentials);
    /// let action = DeleteCustomerGateway::new(
    ///     RegionId::new("cn-shanghai")?,
    ///     CustomerGatewayId::new("cgw-bp1jrawp82av6bws9")?,
    /// );
    /// let nonce = SignatureNonce::new("15215528852396")?;
    /// let call = Call::new(action, nonce, Timestamp::new("2024-01-02T03:04:05Z")?);
    ///
    /// let extra = [("user-agent", "device/1.0"), ("x-acs-retry-attempts", "2")];
    /// let extra = acs3::ExtraHeaders::new(&extra).unwrap();
    /// let request = acs3::Request::post(Host::VPC, &call, signer.identity()).with_headers(extra);
    /// let authorization = signer.sign(request).authorization().to_string();
    /// assert!(authorization.contains(";x-acs-date;x-acs-retry-attempts;x-acs-signature-nonce;"));
    /// # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
    /// ```
    #[must_use]
    pub const fn with_headers(mut self, extra: ExtraHeaders<'q>) -> Self {
        self.extra = extra;
        self
    }

    /// The headers of the caller's own; none unless some were given.
    #[must_use]
    pub const fn extra_headers(&self) -> ExtraHeaders<'q> {
        self.extra
    }

    /// The method to send it with.
    #[must_use]
    pub const fn method(&self) -> Method {
        self.method
    }

    /// The host to send it to.
    #[must_use]
    pub const fn host(&self) -> Host<'q> {
        self.host
    }

    /// Whose request it is.
    #[must_use]
    pub const fn identity(&self) -> Identity<'q> {
        self.identity
    }

    /// The query of the URL, whose path is `/`; `None` if the parameters are in the body.
    #[must_use]
    pub fn query(&self) -> Option<Query<&'q A>> {
        (!self.in_body).then(|| self.call.query())
    }

    /// The form body, if there is one: it is empty otherwise.
    #[must_use]
    pub fn form(&self) -> Option<Query<&'q A>> {
        self.in_body.then(|| self.call.query())
    }

    /// The headers to send beside `Authorization` and those of the caller's own, in canonical order.
    #[must_use]
    pub fn headers(&self) -> RequestHeaders<'_> {
        let mut headers = RequestHeaders::new();
        self.for_each_header(&mut |name, value| headers.push((name, value)));
        headers
    }

    /// Calls a function for each header in turn: a list of them is large.
    #[inline(never)]
    pub(super) fn for_each_header<'s>(&'s self, each: &mut dyn FnMut(&'static str, &'s str)) {
        each("accept", self.call.format().media_type());
        if self.in_body {
            each("content-type", signed_call::FORM);
        }
        each("host", self.host.as_str());
        each("x-acs-action", self.call.action_name());
        each("x-acs-content-sha256", self.body_hash.as_str());
        each("x-acs-date", self.call.timestamp_text());
        if let Some(token) = self.identity.security_token() {
            each("x-acs-security-token", token.as_str());
        }
        each("x-acs-signature-nonce", self.call.signature_nonce().as_str());
        each("x-acs-version", self.call.version());
    }

    pub(super) const fn is_in_body(&self) -> bool {
        self.in_body
    }

    pub(super) const fn parameters(&self) -> &A {
        self.call.action()
    }

    /// Everything that the signature covers.
    #[must_use]
    pub fn canonical_request(&self) -> CanonicalRequest<'_, &'q A, &Self> {
        let query = (!self.in_body).then_some(self.call.action());
        CanonicalRequest::of_parts(self.method, Path::ROOT, query, self, self.body_hash)
    }

    /// What the signature signs.
    #[must_use]
    pub fn string_to_sign(&self) -> StringToSign {
        self.canonical_request().string_to_sign()
    }

    /// The request with a signature, wherever that was made.
    #[must_use]
    pub const fn signed(self, signature: Signature) -> SignedRequest<'q, A> {
        SignedRequest::new(self, signature)
    }
}

impl<A: Parameters> signed_headers::Sealed for Request<'_, A> {
    fn for_each_signed(&self, each: &mut dyn FnMut(&str, &str)) {
        let mut extra = self.extra.signed();
        self.for_each_header(&mut |name, value| {
            // The documentation wants every other one signed.
            if name != "accept" {
                extra.visit_before(Some(name), each);
                each(name, value);
            }
        });
        extra.visit_before(None, each);
    }
}

impl<A: Parameters> SignedHeaders for Request<'_, A> {}
