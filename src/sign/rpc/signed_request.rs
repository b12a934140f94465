//! A signed query on its way to a host.

use super::signed_query::SignedQuery;
use crate::encode::Encode as _;
use crate::field::host::Host;
use crate::query::Parameters;
use crate::sign::acs3::{ExtraHeaders, RequestHeaders};
use crate::sign::method::Method;
use crate::sign::signed_call::{FORM, Sealed, SignedCall, Target};
use crate::writer::Writer;

/// A signed query on its way to a host: in the URL or, if it was signed for a `POST`, in a form body.
///
/// Whoever reads its URL or its body can send it as well, and knows the token of temporary credentials.
/// A URL ends up in more logs than a body does: prefer a form. `Debug` does not print values that are
/// secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SignedRequest<'q, P> {
    host: Host<'q>,
    signed: SignedQuery<P>,
    in_body: bool,
    extra: ExtraHeaders<'q>,
}

impl<'q, P: Parameters> SignedRequest<'q, P> {
    pub(super) const fn new(host: Host<'q>, signed: SignedQuery<P>, in_body: bool) -> Self {
        Self { host, signed, in_body, extra: ExtraHeaders::NONE }
    }

    /// The same request with headers of the caller's own, which this signature does not cover.
    #[must_use]
    pub const fn with_headers(mut self, extra: ExtraHeaders<'q>) -> Self {
        self.extra = extra;
        self
    }

    /// The method to send it with.
    #[must_use]
    pub const fn method(&self) -> Method {
        self.signed.method()
    }

    /// The host to send it to.
    #[must_use]
    pub const fn host(&self) -> Host<'q> {
        self.host
    }

    /// The signature.
    #[must_use]
    pub const fn signature(&self) -> super::Signature {
        self.signed.signature()
    }

    /// The query of the URL, whose path is `/`; `None` if the parameters are in the body.
    #[must_use]
    pub fn query(&self) -> Option<&SignedQuery<P>> {
        (!self.in_body).then_some(&self.signed)
    }

    /// The form body, if there is one: it is empty otherwise.
    #[must_use]
    pub fn form(&self) -> Option<&SignedQuery<P>> {
        self.in_body.then_some(&self.signed)
    }

    /// The headers to send beside those of the caller's own, in the order of their names.
    #[must_use]
    pub fn headers(&self) -> RequestHeaders<'_> {
        let mut headers = RequestHeaders::new();
        self.for_each_header(&mut |name, value| headers.push((name, value)));
        headers
    }

    /// The headers of the caller's own; none unless some were given.
    #[must_use]
    pub const fn extra_headers(&self) -> ExtraHeaders<'q> {
        self.extra
    }
}

impl<P: Parameters> Sealed for SignedRequest<'_, P> {
    fn target(&self) -> Target<'_> {
        Target {
            method: self.method(),
            host: self.host,
            in_body: self.in_body,
            // The signature is one.
            has_parameters: true,
            has_authorization: false,
            extra: self.extra,
        }
    }

    fn write_parameters(&self, to: &mut Writer<'_>) {
        self.signed.write(to);
    }

    fn for_each_header<'s>(&'s self, each: &mut dyn FnMut(&'static str, &'s str)) {
        if self.in_body {
            each("content-type", FORM);
        }
        each("host", self.host.as_str());
    }

    fn write_authorization(&self, _: &mut Writer<'_>) {}
}

impl<P: Parameters> SignedCall for SignedRequest<'_, P> {}
