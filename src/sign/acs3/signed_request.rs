//! A request of an action of this service, ready to be sent.

use super::authorization::Authorization;
use super::request::Request;
use super::request_headers::RequestHeaders;
use super::signature::Signature;
use super::string_to_sign::ALGORITHM;
use crate::encode::Encode as _;
use crate::field::access_key_id::AccessKeyId;
use crate::field::host::Host;
use crate::percent::Percent;
use crate::query::{self, Parameters, Query};
use crate::sign::method::Method;
use crate::sign::signed_call::{self, SignedCall};
use crate::writer::Writer;

pub(crate) const MAX_AUTHORIZATION_LEN: usize = {
    let names = "content-type;host;x-acs-action;x-acs-content-sha256;x-acs-date;\
                     x-acs-security-token;x-acs-signature-nonce;x-acs-version";
    let frame = " Credential=,SignedHeaders=,Signature=";
    ALGORITHM.len() + frame.len() + AccessKeyId::MAX_CHARS + names.len() + Signature::LEN
};

/// A request of an action of this service, ready to be sent.
///
/// Whoever reads its URL and headers can send it as well, and knows the token of temporary
/// credentials: mind what an HTTP client logs. `Debug` does not print values that are secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SignedRequest<'q, A> {
    request: Request<'q, A>,
    signature: Signature,
}

impl<'q, A: Parameters> SignedRequest<'q, A> {
    /// No [`authorization`](Self::authorization) of a request without headers of the caller's own is
    /// longer than this many bytes.
    pub const MAX_AUTHORIZATION_LEN: usize = MAX_AUTHORIZATION_LEN;

    pub(super) const fn new(request: Request<'q, A>, signature: Signature) -> Self {
        Self { request, signature }
    }

    /// The request that was signed.
    #[must_use]
    pub const fn request(&self) -> &Request<'q, A> {
        &self.request
    }

    /// The signature.
    #[must_use]
    pub const fn signature(&self) -> Signature {
        self.signature
    }

    /// The method to send it with.
    #[must_use]
    pub const fn method(&self) -> Method {
        self.request.method()
    }

    /// The query of the URL, whose path is `/`; `None` if the parameters are in the body.
    #[must_use]
    pub fn query(&self) -> Option<Query<&'q A>> {
        self.request.query()
    }

    /// The form body, if there is one: it is empty otherwise.
    #[must_use]
    pub fn form(&self) -> Option<Query<&'q A>> {
        self.request.form()
    }

    /// The host to send it to.
    #[must_use]
    pub const fn host(&self) -> Host<'q> {
        self.request.host()
    }

    /// The headers to send beside `Authorization` and those of the caller's own, in canonical order.
    #[must_use]
    pub fn headers(&self) -> RequestHeaders<'_> {
        self.request.headers()
    }

    /// The value of the `Authorization` header.
    #[must_use]
    pub fn authorization(&self) -> Authorization<'_, &Request<'q, A>> {
        let access_key_id = self.request.identity().access_key_id();
        Authorization::new(access_key_id, &self.request, self.signature)
    }
}

impl<A: Parameters> signed_call::Sealed for SignedRequest<'_, A> {
    fn target(&self) -> signed_call::Target<'_> {
        signed_call::Target {
            method: self.method(),
            host: self.host(),
            in_body: self.request.is_in_body(),
            has_parameters: query::is_any(self.request.parameters()),
            has_authorization: true,
            extra: self.request.extra_headers(),
        }
    }

    fn write_parameters(&self, to: &mut Writer<'_>) {
        query::write(self.request.parameters(), Percent::Once, to);
    }

    fn for_each_header<'s>(&'s self, each: &mut dyn FnMut(&'static str, &'s str)) {
        self.request.for_each_header(each);
    }

    fn write_authorization(&self, to: &mut Writer<'_>) {
        self.authorization().write(to);
    }
}

impl<A: Parameters> SignedCall for SignedRequest<'_, A> {}
