//! Everything of a request that the signature covers, in one text.

use super::authorization::Authorization;
use super::body_hash::BodyHash;
use super::path::Path;
use super::signature::Signature;
use super::signed_headers::{self, SignedHeaders};
use super::string_to_sign::StringToSign;
use crate::encode::{Encode, display_encoded};
use crate::field::access_key_id::AccessKeyId;
use crate::query::{Parameters, Query};
use crate::sign::mac::sha256;
use crate::sign::method::Method;
use crate::writer::Writer;

/// Everything of a request that the signature covers: any method, with any body.
///
/// `Display` and [`encode`](Self::encode) write it as it is signed, the security token of temporary
/// credentials included: do not log it. `Debug` does not print values that are secret.
#[derive(Clone, Copy, Debug)]
pub struct CanonicalRequest<'a, P, H> {
    method: Method,
    path: Path<'a>,
    query: Option<&'a Query<P>>,
    headers: H,
    body_hash: BodyHash,
}

impl<'a, P: Parameters, H: SignedHeaders> CanonicalRequest<'a, P, H> {
    /// A request to a path. A request without a query string has no query.
    #[must_use]
    pub const fn new(
        method: Method,
        path: Path<'a>,
        query: Option<&'a Query<P>>,
        headers: H,
        body_hash: BodyHash,
    ) -> Self {
        Self { method, path, query, headers, body_hash }
    }

    /// What the signature signs.
    #[must_use]
    pub fn string_to_sign(&self) -> StringToSign {
        StringToSign::new(sha256(|to| self.write(to)))
    }

    /// The value of the `Authorization` header with a signature.
    #[must_use]
    pub const fn authorization(
        &self,
        access_key_id: AccessKeyId<'a>,
        signature: Signature,
    ) -> Authorization<'a, H>
    where
        H: Copy,
    {
        Authorization::new(access_key_id, self.headers, signature)
    }
}

impl<P: Parameters, H: SignedHeaders> Encode for CanonicalRequest<'_, P, H> {
    fn write(&self, to: &mut Writer<'_>) {
        to.put(self.method.as_str().as_bytes());
        to.put(b"\n");
        to.put_text(self.path.as_str());
        to.put(b"\n");
        if let Some(query) = self.query {
            query.write(to);
        }
        to.put(b"\n");
        signed_headers::write_lines(&self.headers, to);
        to.put(b"\n");
        signed_headers::write_names(&self.headers, to);
        to.put(b"\n");
        to.put(self.body_hash.as_str().as_bytes());
    }
}

display_encoded!(['a, P: Parameters, H: SignedHeaders] CanonicalRequest<'a, P, H>);
