//! The RPC signature, and what goes into it.

use core::hint::black_box;

use aliyun_customer_gateway::query::Pairs;
use aliyun_customer_gateway::{
    AccessKeyId, AccessKeySecret, Call, CreateCustomerGateway, Credentials, Encode, Format,
    InvalidParameter, Method, SecurityToken, SignatureNonce, Timestamp, UuidText, rpc,
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

    fn key(scratch) {
        for &secret in texts!["testsecret", LONG_SECRET] {
            if let Ok(secret) = call(AccessKeySecret::new, secret) {
                scratch.keep(call(rpc::SigningKey::new, secret));
            }
        }
    }

    fn sign(scratch) {
        if let (Ok(to_sign), Ok(credentials)) = (try_once(), credentials()) {
            let signer = call(rpc::Signer::new, &credentials);
            let signed = call3(rpc::Signer::sign, &signer, Method::Get, &to_sign);
            let _ = black_box(call2(Encode::encode, &signed, scratch.buffer()));
            #[cfg(feature = "everything")]
            {
                scratch.keep(call(Encode::encoded_len, &signed));
                scratch.keep(call(rpc::SignedQuery::signature, &signed));
                scratch.keep(call(rpc::Signature::as_str, black_box(&signed.signature())).len());
            }
        }
    }

    #[cfg(feature = "everything")]
    fn string_to_sign(scratch) {
        if let (Ok(to_sign), Ok(credentials)) = (try_once(), credentials()) {
            let identity = credentials.identity();
            let text = call3(rpc::StringToSign::of_call, black_box(Method::Post), &to_sign, identity);
            let _ = black_box(call2(Encode::encode, &text, scratch.buffer()));
        }
    }

    #[cfg(feature = "everything")]
    fn signature_from_elsewhere(scratch) {
        for &text in texts!["bIXp88FkQI+QNWXpE5l6KScsutE=", "", "bIXp88FkQI+QNWXpE5l6KScsutE "] {
            let signature = call(rpc::Signature::new, text);
            scratch.keep(call2(PartialEq::eq, &signature, &signature));
        }
    }

    #[cfg(feature = "everything")]
    fn sign_pairs(scratch) {
        let pairs: &[(&str, &str)] = black_box(crate::input::input!(
            [(&str, &str); 2],
            [
                (crate::input::constant!("body"), crate::input::constant!("test")),
                (crate::input::constant!("query"), crate::input::constant!("test")),
            ]
        ));
        if let (Ok(pairs), Ok(secret)) =
            (call(Pairs::new, pairs), call(AccessKeySecret::new, opaque!("secret")))
        {
            let key = call(rpc::SigningKey::new, secret);
            let text = call2(rpc::StringToSign::of_pairs, Method::Get, pairs);
            let signed = text.signed(call2(rpc::StringToSign::sign, &text, &key));
            let _ = black_box(call2(Encode::encode, &signed, scratch.buffer()));
        }
    }
}

/// A key that is longer than a block of the hash.
const LONG_SECRET: &str =
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

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
