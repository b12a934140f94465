//! Everything of a request that the signature covers, in one text.

use super::authorization::Authorization;
use super::body_hash::BodyHash;
use super::path::Path;
use super::signature::Signature;
use super::signed_headers::{self, SignedHeaders};
use super::string_to_sign::StringToSign;
use crate::encode::{Encode, display_encoded};
use crate::field::access_key_id::AccessKeyId;
use crate::percent::Percent;
use crate::query::{self, Parameters};
use crate::sign::mac::sha256;
use crate::sign::method::Method;
use crate::writer::Writer;

/// Everything of a request that the signature covers: any method, any path and any body.
///
/// [`Request::canonical_request`](super::Request::canonical_request) is that of a request of this
/// service. `Display` and [`Encode`] write it as it is signed, the security token of temporary
/// credentials included: do not log it. `Debug` does not print values that are secret.
///
/// ```
/// use aliyun_customer_gateway::query::Pairs;
/// use aliyun_customer_gateway::{AccessKeyId, AccessKeySecret, Method, acs3};
///
/// let headers = [("host", "cs.cn-shanghai.aliyuncs.com"), ("x-acs-version", "2015-12-15")];
/// let request = acs3::CanonicalRequest::new(
///     Method::Delete,
///     acs3::Path::new("/clusters/c1").unwrap(),
///     Pairs::new(&[("force", "true")]).unwrap(),
///     acs3::Headers::new(&headers).unwrap(),
///     acs3::BodyHash::EMPTY,
/// );
/// let key = acs3::SigningKey::new(AccessKeySecret::new("testsecret")?);
/// let signature = request.string_to_sign().sign(&key);
/// let authorization = request.authorization(AccessKeyId::new("testid")?, signature);
/// assert!(authorization.to_string().contains("SignedHeaders=host;x-acs-version,"));
/// # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CanonicalRequest<'a, P, H> {
    method: Method,
    path: Path<'a>,
    query: Option<P>,
    headers: H,
    body_hash: BodyHash,
}

impl<'a, P: Parameters, H: SignedHeaders> CanonicalRequest<'a, P, H> {
    /// A request to a path, with a query of parameters: none of them is no query.
    #[must_use]
    pub const fn new(
        method: Method,
        path: Path<'a>,
        query: P,
        headers: H,
        body_hash: BodyHash,
    ) -> Self {
        Self::of_parts(method, path, Some(query), headers, body_hash)
    }

    pub(super) const fn of_parts(
        method: Method,
        path: Path<'a>,
        query: Option<P>,
        headers: H,
        body_hash: BodyHash,
    ) -> Self {
        Self { method, path, query, headers, body_hash }
    }

    /// What the signature signs.
    #[must_use]
    pub fn string_to_sign(&self) -> StringToSign {
        StringToSign::new(sha256(self))
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
        if let Some(query) = &self.query {
            query::write(query, Percent::Once, to);
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
