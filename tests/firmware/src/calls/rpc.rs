//! The RPC signature, and what goes into it.

use core::hint::black_box;

use aliyun_customer_gateway::{
    AccessKeyId, CommonParameters, CreateCustomerGateway, Format, InvalidParameter, List, Named,
    Query, SecurityToken, SignatureNonce, Timestamp, UuidText, rpc,
};

use super::validators::build;
use super::{call, call2, call3};
use crate::input::{opaque, texts};

type Common<'a> = Named<'a, 15>;

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

    fn key(scratch) {
        for &secret in texts!["testsecret", LONG_SECRET] {
            scratch.keep(call(rpc::SigningKey::new, secret));
        }
    }

    fn sign(scratch) {
        if let (Ok(request), Ok(common)) = (build(), common()) {
            let key = call(rpc::SigningKey::new, opaque!("testsecret"));
            let query = call2(CreateCustomerGateway::with_common, &request, &common);
            let signed = call3(rpc::sign::<Common>, rpc::Method::Get, &query, &key);
            let _ = black_box(call2(rpc::SignedQuery::encode, &signed, scratch.buffer()));
            #[cfg(feature = "everything")]
            {
                scratch.keep(call(rpc::SignedQuery::encoded_len, &signed));
                scratch.keep(call(rpc::SignedQuery::signature, &signed));
                scratch.keep(call(rpc::Signature::as_str, black_box(&signed.signature())).len());
            }
        }
    }

    #[cfg(feature = "everything")]
    fn string_to_sign(scratch) {
        if let (Ok(request), Ok(common)) = (build(), common()) {
            let query = call2(CreateCustomerGateway::with_common, &request, &common);
            let text = rpc::StringToSign::new(black_box(rpc::Method::Post), &query);
            let _ = black_box(call2(rpc::StringToSign::encode, &text, scratch.buffer()));
        }
    }

    #[cfg(feature = "everything")]
    fn sign_list(scratch) {
        let pairs: &[(&str, &str)] = black_box(crate::input::input!(
            [(&str, &str); 2],
            [
                (crate::input::constant!("body"), crate::input::constant!("test")),
                (crate::input::constant!("query"), crate::input::constant!("test")),
            ]
        ));
        if let Ok(list) = call(List::new, pairs) {
            let key = call(rpc::SigningKey::new, opaque!("secret"));
            let query = Query::new(list);
            let signed = call3(rpc::sign::<List>, rpc::Method::Get, &query, &key);
            let _ = black_box(call2(rpc::SignedQuery::encode, &signed, scratch.buffer()));
        }
    }
}

/// A key that is longer than a block of the hash.
const LONG_SECRET: &str =
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

#[inline(always)]
pub(crate) fn common() -> Result<CommonParameters<'static>, InvalidParameter> {
    let access_key_id = call(AccessKeyId::new, opaque!("LTAI5tExample"))?;
    let nonce = call(SignatureNonce::new, opaque!("3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf"))?;
    let timestamp = call(Timestamp::from_unix_seconds, 1_704_164_645)?;
    let common = CommonParameters::new(access_key_id, nonce, timestamp);
    #[cfg(feature = "everything")]
    let common = {
        let token = call(SecurityToken::new, opaque!("CAIS+Example/=="))?;
        common.with_security_token(token)
    };
    Ok(black_box(common))
}
