//! A query with its signature.

use super::signature::Signature;
use crate::encode::{Encode, display_encoded};
use crate::percent::Percent;
use crate::query::{self, Parameters};
use crate::writer::Writer;

/// The canonical query with its signature: the query string of a GET, or the form body of a POST
/// (`application/x-www-form-urlencoded`).
///
/// `Display` and [`Encode`] write it as it is sent: whoever reads it can send the request as well, and
/// knows the token of temporary credentials. Do not log it, and mind who else does: an HTTP client
/// prints the URL of a GET in its errors, signature and token included. Send a POST, or leave the URL
/// out of the error, as `reqwest` does by `without_url`. `Debug` does not print values that are secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SignedQuery<P> {
    parameters: P,
    signature: Signature,
}

impl<P> SignedQuery<P> {
    pub(super) const fn new(parameters: P, signature: Signature) -> Self {
        Self { parameters, signature }
    }

    /// The signature.
    #[must_use]
    pub const fn signature(&self) -> Signature {
        self.signature
    }
}

impl<P: Parameters> Encode for SignedQuery<P> {
    fn write(&self, to: &mut Writer<'_>) {
        if query::write(&self.parameters, Percent::Once, to) {
            to.put(b"&");
        }
        to.put(b"Signature=");
        Percent::Once.text(self.signature.as_str(), to);
    }
}

display_encoded!([P: Parameters] SignedQuery<P>);
