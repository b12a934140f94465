//! The value of the `Authorization` header.

use super::headers::Headers;
use super::signature::{ALGORITHM, Signature};
use crate::encode::encodable;
use crate::field::access_key_id::AccessKeyId;
use crate::percent::{Layers, Writer};
use crate::sink::Sink;

/// The value of the `Authorization` header.
#[derive(Clone, Copy, Debug)]
pub struct Authorization<'a, H> {
    access_key_id: AccessKeyId<'a>,
    headers: Headers<H>,
    signature: Signature,
}

impl<'a, H: AsRef<[(&'a str, &'a str)]>> Authorization<'a, H> {
    pub(super) const fn new(
        access_key_id: AccessKeyId<'a>,
        headers: Headers<H>,
        signature: Signature,
    ) -> Self {
        Self { access_key_id, headers, signature }
    }

    /// The signature.
    #[must_use]
    pub const fn signature(&self) -> Signature {
        self.signature
    }

    fn write(&self, sink: &mut dyn Sink) {
        let mut writer = Writer::new(sink, Layers::One);
        writer.verbatim(ALGORITHM.as_bytes());
        writer.verbatim(b" Credential=");
        writer.verbatim(self.access_key_id.as_str().as_bytes());
        writer.verbatim(b",SignedHeaders=");
        self.headers.write_names(&mut writer);
        writer.verbatim(b",Signature=");
        writer.verbatim(self.signature.as_str().as_bytes());
        writer.finish();
    }
}

encodable!(['a, H: AsRef<[(&'a str, &'a str)]>] Authorization<'a, H>);
