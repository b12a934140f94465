//! A query with its signature.

use super::signature::Signature;
use crate::encode::{Encode, display_encoded};
use crate::percent::Percent;
use crate::query::{Parameters, Query};
use crate::writer::Writer;

/// The canonical query with its signature: the query string of a GET, or the form body of a POST
/// (`application/x-www-form-urlencoded`).
///
/// `Display` and [`encode`](Self::encode) write it as it is sent, which lets whoever reads it send the
/// request as well: do not log it. `Debug` does not print values that are secret.
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
}

impl<P: Parameters> Encode for SignedQuery<'_, P> {
    fn write(&self, to: &mut Writer<'_>) {
        if self.query.write_percent(Percent::Once, to) {
            Percent::Once.separator(b'&', to);
        }
        to.put(b"Signature=");
        Percent::Once.text(self.signature.as_str(), to);
    }
}

display_encoded!([P: Parameters] SignedQuery<'_, P>);
