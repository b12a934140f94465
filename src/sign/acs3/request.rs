//! A request of an action of this service.

use digest::consts::U32;
use digest::{FixedOutput, Update};

use super::authorization::Authorization;
use super::body_hash::BodyHash;
use super::canonical_request::CanonicalRequest;
use super::path::Path;
use super::request_headers::RequestHeaders;
use super::signing_key::SigningKey;
use crate::field::access_key_id::AccessKeyId;
use crate::field::format::Format;
use crate::field::host::Host;
use crate::field::security_token::SecurityToken;
use crate::field::signature_nonce::SignatureNonce;
use crate::field::timestamp::Timestamp;
use crate::query::{Parameters, Query};
use crate::sign::method::Method;

/// A request of an action of this service, ready to be signed and sent.
///
/// The parameters stand in the query of the URL, or, in a POST, in a form body.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a, P> {
    method: Method,
    host: Host<'a>,
    action: &'static str,
    version: &'static str,
    query: &'a Query<P>,
    signature_nonce: SignatureNonce<'a>,
    timestamp: Timestamp,
    format: Format,
    security_token: Option<SecurityToken<'a>>,
    in_body: bool,
    body_hash: BodyHash,
}

const FORM: &str = "application/x-www-form-urlencoded";

impl<'a, P: Parameters> Request<'a, P> {
    /// A request with the parameters in the query of its URL, for an answer in JSON. Action and version
    /// are constants of the program, so they need no check.
    #[must_use]
    pub fn new(
        method: Method,
        host: Host<'a>,
        action: &'static str,
        version: &'static str,
        query: &'a Query<P>,
        signature_nonce: SignatureNonce<'a>,
        timestamp: Timestamp,
    ) -> Self {
        let (format, security_token) = (Format::Json, None);
        let (in_body, body_hash) = (false, BodyHash::EMPTY);
        Self {
            method,
            host,
            action,
            version,
            query,
            signature_nonce,
            timestamp,
            format,
            security_token,
            in_body,
            body_hash,
        }
    }

    /// The same request with the parameters in a form body, to be sent with `POST`: the body is the
    /// query.
    #[must_use]
    pub fn with_form_body(mut self) -> Self {
        self.in_body = true;
        self.body_hash = BodyHash::of_form(self.query);
        self
    }

    /// The same request, for an answer in another format.
    #[must_use]
    pub const fn with_format(mut self, format: Format) -> Self {
        self.format = format;
        self
    }

    /// The same request with the token of temporary credentials.
    #[must_use]
    pub const fn with_security_token(mut self, security_token: SecurityToken<'a>) -> Self {
        self.security_token = Some(security_token);
        self
    }

    /// The headers to send beside `Authorization`, in canonical order.
    #[must_use]
    pub fn headers(&self) -> RequestHeaders<'_> {
        let form = self.in_body.then_some(FORM);
        let token = self.security_token.as_ref().map(SecurityToken::as_str);
        RequestHeaders::new(&[
            ("accept", Some(self.format.media_type())),
            ("authorization", None),
            ("content-type", form),
            ("host", Some(self.host.as_str())),
            ("x-acs-action", Some(self.action)),
            ("x-acs-content-sha256", Some(self.body_hash.as_str())),
            ("x-acs-date", Some(self.timestamp.as_str())),
            ("x-acs-security-token", token),
            ("x-acs-signature-nonce", Some(self.signature_nonce.as_str())),
            ("x-acs-version", Some(self.version)),
        ])
    }

    /// The canonical request, for a look at it.
    #[must_use]
    pub fn canonical_request(&self) -> CanonicalRequest<'_, P, RequestHeaders<'_>> {
        let query = (!self.in_body).then_some(self.query);
        CanonicalRequest::new(self.method, Path::ROOT, query, self.headers(), self.body_hash)
    }

    /// The value of the `Authorization` header to send, signed by a key.
    #[must_use]
    pub fn authorize<'s>(
        &'s self,
        access_key_id: AccessKeyId<'s>,
        key: &SigningKey,
    ) -> Authorization<'s, RequestHeaders<'s>> {
        let signature = self.canonical_request().string_to_sign().sign(key);
        Authorization::new(access_key_id, self.headers(), signature)
    }

    /// The value of the `Authorization` header to send, signed by an HMAC-SHA256 of the caller's own,
    /// such as one in hardware: it is keyed with the secret alone.
    #[must_use]
    pub fn authorize_with<'s, M>(
        &'s self,
        access_key_id: AccessKeyId<'s>,
        mac: M,
    ) -> Authorization<'s, RequestHeaders<'s>>
    where
        M: Update + FixedOutput<OutputSize = U32> + digest::MacMarker,
    {
        let signature = self.canonical_request().string_to_sign().sign_with(mac);
        Authorization::new(access_key_id, self.headers(), signature)
    }
}
