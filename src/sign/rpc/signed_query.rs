//! A query with its signature.

use super::signature::Signature;
use super::signed_request::SignedRequest;
use crate::encode::{Encode, display_encoded};
use crate::field::host::Host;
use crate::percent::Percent;
use crate::query::{self, Parameters};
use crate::sign::method::Method;
use crate::writer::Writer;

/// The canonical query with its signature: the query string of a GET, or the form body of a POST
/// (`application/x-www-form-urlencoded`).
///
/// `Display` and [`Encode`] write it as it is sent: whoever reads it can send the request as well, and
/// knows the token of temporary credentials. Do not log it, and mind who else does: HTTP clients print
/// URLs in their errors and logs, signature and token included, and so do proxies and servers. Send it
/// in a form, by [`Signer::post_form`](super::Signer::post_form). Where it must be a URL, never print that,
/// and leave it out of errors, as `reqwest` does by `without_url`. `Debug` does not print values that are
/// secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SignedQuery<P> {
    method: Method,
    parameters: P,
    signature: Signature,
}

impl<P> SignedQuery<P> {
    pub(super) const fn new(method: Method, parameters: P, signature: Signature) -> Self {
        Self { method, parameters, signature }
    }

    /// The method that was signed, and that it is to be sent with.
    #[must_use]
    pub const fn method(&self) -> Method {
        self.method
    }

    /// The signature.
    #[must_use]
    pub const fn signature(&self) -> Signature {
        self.signature
    }
}

impl<P: Parameters> SignedQuery<P> {
    /// The request to a host: a `POST` has the parameters in a form body, every other method in its
    /// URL.
    #[must_use]
    pub const fn to(self, host: Host<'_>) -> SignedRequest<'_, P>
    where
        P: Copy,
    {
        let in_body = matches!(self.method, Method::Post);
        SignedRequest::new(host, self, in_body)
    }
}

impl<P: Parameters> Encode for SignedQuery<P> {
    fn write(&self, to: &mut Writer<'_>) {
        if query::write(&self.parameters, Percent::Once, to) {
            to.put(b"&");
        }
        to.put(b"Signature=");
        Percent::Once.text(self.signature.as_str().as_bytes(), to);
    }
}

display_encoded!([P: Parameters] SignedQuery<P>);
