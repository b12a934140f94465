//! Everything of a request that the signature covers, in one text.

use super::authorization::Authorization;
use super::body_hash::BodyHash;
use super::headers::{Headers, lower_case};
use super::signature::{Signature, StringToSign};
use crate::encode::encodable;
use crate::field::access_key_id::AccessKeyId;
use crate::query::{Parameters, Query};
use crate::sign::{Method, sha256};
use crate::writer::Writer;

/// Everything of a request that the signature covers.
#[derive(Clone, Copy, Debug)]
pub struct CanonicalRequest<'a, P, H> {
    method: Method,
    path: &'a str,
    query: Option<&'a Query<P>>,
    headers: Headers<H>,
    body_hash: BodyHash,
}

impl<'a, P: Parameters, H: AsRef<[(&'a str, &'a str)]>> CanonicalRequest<'a, P, H> {
    /// A request to a path, which is `/` for this service, and percent-encoded for others. Without a
    /// query string there is no query.
    #[must_use]
    pub const fn new(
        method: Method,
        path: &'a str,
        query: Option<&'a Query<P>>,
        headers: Headers<H>,
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

    fn write(&self, to: &mut Writer<'_>) {
        to.put(self.method.as_str().as_bytes());
        to.put(b"\n");
        to.put_text(self.path);
        to.put(b"\n");
        if let Some(query) = self.query {
            query.write(to);
        }
        to.put(b"\n");
        for (name, value) in self.headers.signed() {
            lower_case(name).for_each(|byte| to.put(&[byte]));
            to.put(b":");
            to.put_text(value.trim_ascii());
            to.put(b"\n");
        }
        to.put(b"\n");
        self.headers.write_names(to);
        to.put(b"\n");
        to.put(self.body_hash.as_str().as_bytes());
    }
}

encodable!(['a, P: Parameters, H: AsRef<[(&'a str, &'a str)]>] CanonicalRequest<'a, P, H>);
