//! The value of the `Authorization` header.

use super::signature::Signature;
use super::signed_headers::{self, SignedHeaders};
use super::string_to_sign::ALGORITHM;
use crate::encode::{Encode, display_encoded};
use crate::field::access_key_id::AccessKeyId;
use crate::writer::Writer;

/// The value of the `Authorization` header.
///
/// `Display` and [`Encode`] write it as it is sent. It tells no secret, but with the other headers it
/// lets whoever reads it send the request as well: do not log it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Authorization<'a, H> {
    access_key_id: AccessKeyId<'a>,
    headers: H,
    signature: Signature,
}

impl<'a, H: SignedHeaders> Authorization<'a, H> {
    pub(super) const fn new(
        access_key_id: AccessKeyId<'a>,
        headers: H,
        signature: Signature,
    ) -> Self {
        Self { access_key_id, headers, signature }
    }

    /// The signature.
    #[must_use]
    pub const fn signature(&self) -> Signature {
        self.signature
    }
}

impl<H: SignedHeaders> Encode for Authorization<'_, H> {
    fn write(&self, to: &mut Writer<'_>) {
        to.put(ALGORITHM.as_bytes());
        to.put(b" Credential=");
        to.put(self.access_key_id.as_str().as_bytes());
        to.put(b",SignedHeaders=");
        signed_headers::write_names(&self.headers, to);
        to.put(b",Signature=");
        to.put(self.signature.as_str().as_bytes());
    }
}

display_encoded!(['a, H: SignedHeaders] Authorization<'a, H>);
