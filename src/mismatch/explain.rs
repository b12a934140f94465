//! What explains a failure: the string to sign, and the canonical request.

use super::comparison;
use super::echoed;
use super::excerpt::Excerpt;
use super::part::{Grammar, Part};
use super::utf8::Utf8;
use super::{Kind, Mismatch};
use crate::encode::Encode;
use crate::percent::Percent;
use crate::percent::decode::Decode;
use crate::query::{self, Parameters};
use crate::response::Failed;
use crate::sign::method::Method;
use crate::sign::{acs3, rpc};
use crate::writer::Writer;

impl<P: Parameters> rpc::StringToSign<P> {
    /// Explains a `SignatureDoesNotMatch` or an `IncompleteSignature`, in which the service echoes the
    /// string that it signed.
    ///
    /// `None` for any other failure, and for one without such an echo.
    ///
    /// ```
    /// # #[cfg(feature = "json")] {
    /// use aliyun_customer_gateway::query::Pairs;
    /// use aliyun_customer_gateway::{Created, Method, Response, rpc};
    ///
    /// let body = br#"{"Code":"SignatureDoesNotMatch","Message":"Specified signature is not matched with our calculation. server string to sign is:GET&%2F&Action%3DA%26Name%3Da%252Bb"}"#;
    /// let Response::Failed(failed) = Response::<Created>::decode(400, body)? else { panic!() };
    ///
    /// let pairs = Pairs::new(&[("Action", "A"), ("Name", "a b")]).unwrap();
    /// let signed = rpc::StringToSign::of_pairs(Method::Get, pairs);
    /// let mismatch = signed.explain(&failed).unwrap();
    /// assert_eq!(mismatch.name(), Some("Name"));
    /// assert_eq!(
    ///     mismatch.to_string(),
    ///     "Name was signed as \"a b\", but the service read \"a+b\"",
    /// );
    /// # }
    /// # Ok::<(), aliyun_customer_gateway::DecodeError>(())
    /// ```
    #[must_use]
    pub fn explain(&self, failed: &Failed<'_>) -> Option<Mismatch> {
        let theirs = Utf8::new(echoed::string_to_sign(failed)?);
        if comparison::is_equal(self, theirs.clone()) {
            return Some(Mismatch::wrong_secret());
        }
        // Once less encoded, so that the separators show.
        let ours = Readable { method: self.method(), parameters: self.parameters() };
        let mismatch = comparison::compare(&ours, Decode::once(theirs), Grammar::Rpc);
        Some(mismatch.unwrap_or(Mismatch {
            kind: Kind::Differs,
            part: Part::Nothing,
            name: Excerpt::new(),
            ours: None,
            theirs: None,
        }))
    }
}

impl<P: Parameters, H: acs3::SignedHeaders> acs3::CanonicalRequest<'_, P, H> {
    /// Explains a `SignatureDoesNotMatch` or an `IncompleteSignature`, in which the service echoes the
    /// canonical request that it signed, or only its hash.
    ///
    /// `None` for any other failure, and for one without such an echo.
    #[must_use]
    pub fn explain(&self, failed: &Failed<'_>) -> Option<Mismatch> {
        if let Some(theirs) = echoed::canonical_request(failed) {
            let mismatch = comparison::compare(self, Utf8::new(theirs), Grammar::Acs3);
            return Some(mismatch.unwrap_or(Mismatch::wrong_secret()));
        }
        let theirs = echoed::hash(failed)?;
        let ours = self.string_to_sign();
        let ours = ours.hashed_canonical_request().chars();
        if ours.clone().eq(theirs.clone()) {
            return Some(Mismatch::wrong_secret());
        }
        Some(Mismatch {
            kind: Kind::Differs,
            part: Part::CanonicalRequest,
            name: Excerpt::new(),
            ours: Some(Excerpt::of(ours, [false; 2])),
            theirs: Some(Excerpt::of(theirs, [false; 2])),
        })
    }
}

/// A string to sign of RPC before it is percent-encoded.
struct Readable<'p, P> {
    method: Method,
    parameters: &'p P,
}

impl<P: Parameters> Encode for Readable<'_, P> {
    fn write(&self, to: &mut Writer<'_>) {
        to.put(self.method.as_str().as_bytes());
        to.put(b"&/&");
        query::write(self.parameters, Percent::Once, to);
    }
}
