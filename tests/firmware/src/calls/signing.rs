//! What a call is signed with, whatever signs it.

use core::hint::black_box;

use aliyun_customer_gateway::{
    AccessKeyId, AccessKeySecret, Call, CreateCustomerGateway, Credentials, Format,
    InvalidParameter, SecurityToken, SignatureNonce, Timestamp, UuidText,
};

use super::validators::build;
use super::{call, call2, call3};
use crate::input::{opaque, texts};

calls! {
    fn access_key_id(scratch) {
        for &text in texts!["LTAI5tExample", "", "LTAI,"] {
            scratch.keep(call(AccessKeyId::new, text));
        }
    }

    fn signature_nonce(scratch) {
        for &text in texts!["3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf", "", "a b"] {
            scratch.keep(call(SignatureNonce::new, text));
        }
    }

    #[cfg(feature = "everything")]
    fn security_token(scratch) {
        for &text in texts!["CAIS+Example/==", "", "CAIS\n"] {
            scratch.keep(call(SecurityToken::new, text));
        }
    }

    #[cfg(feature = "everything")]
    fn format(scratch) {
        for &text in texts!["JSON", "XML", "", "JS", "JSONP"] {
            scratch.keep(call(Format::new, text));
        }
    }

    #[cfg(feature = "everything")]
    fn timestamp(scratch) {
        for &text in texts!["2024-01-02T03:04:05Z", "", "2024-01-02", "2023-02-29T00:00:00Z", "上"] {
            scratch.keep(call(Timestamp::new, text));
        }
    }

    fn timestamp_from_unix_seconds(scratch) {
        scratch.keep(call(Timestamp::from_unix_seconds, 1_704_164_645));
        scratch.keep(call(Timestamp::from_unix_seconds, -1));
    }

    #[cfg(feature = "everything")]
    fn uuid(scratch) {
        scratch.keep(call(UuidText::from_random_bytes, [0x5a; 16]));
    }

    #[cfg(feature = "everything")]
    fn access_key_secret(scratch) {
        for &text in texts!["testsecret", "", "testsecret\n", "test secret"] {
            scratch.keep(call(AccessKeySecret::new, text));
        }
    }
}

/// One try to create the gateway.
#[inline(always)]
pub(crate) fn try_once()
-> Result<Call<'static, CreateCustomerGateway<'static>>, InvalidParameter> {
    let nonce = call(SignatureNonce::new, opaque!("3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf"))?;
    let timestamp = call(Timestamp::from_unix_seconds, 1_704_164_645)?;
    Ok(black_box(Call::new(build()?, nonce, timestamp)))
}

#[inline(always)]
pub(crate) fn credentials() -> Result<Credentials<'static>, InvalidParameter> {
    let access_key_id = call(AccessKeyId::new, opaque!("LTAI5tExample"))?;
    let secret = call(AccessKeySecret::new, opaque!("testsecret"))?;
    #[cfg(not(feature = "everything"))]
    let credentials = call2(Credentials::new, access_key_id, secret)?;
    #[cfg(feature = "everything")]
    let credentials = {
        let token = call(SecurityToken::new, opaque!("CAIS+Example/=="))?;
        call3(Credentials::temporary, access_key_id, secret, token)
    };
    Ok(black_box(credentials))
}
