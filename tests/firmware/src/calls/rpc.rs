//! The RPC signature, and what goes into it.

use core::hint::black_box;

use aliyun_customer_gateway::query::Pairs;
use aliyun_customer_gateway::{AccessKeySecret, Encode, Method, rpc};

use super::signing::{credentials, try_once};
use super::{call, call2, call3};
use crate::input::{opaque, texts};

calls! {
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
