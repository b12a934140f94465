//! The ACS3 signature.

use core::hint::black_box;

use aliyun_customer_gateway::query::Pairs;
use aliyun_customer_gateway::{AccessKeyId, AccessKeySecret, Encode, Host, Method, acs3};

use super::signing::{credentials, try_once};
use super::{call, call2, call3};
use crate::input::{constant, input, opaque, texts};

type Texts = &'static [(&'static str, &'static str)];

calls! {
    #[cfg(feature = "everything")]
    fn host(scratch) {
        for &text in texts!["vpc.aliyuncs.com", "", "https://vpc.aliyuncs.com"] {
            scratch.keep(call(Host::new, text));
        }
    }

    fn key(scratch) {
        if let Ok(secret) = call(AccessKeySecret::new, opaque!("testsecret")) {
            scratch.keep(call(acs3::SigningKey::new, secret));
        }
    }

    #[cfg(feature = "everything")]
    fn body_hash(scratch) {
        scratch.keep(call(acs3::BodyHash::new, crate::input::bytes!(b"body")));
    }

    fn get(scratch) {
        if let (Ok(to_sign), Ok(credentials)) = (try_once(), credentials()) {
            let signer = call(acs3::Signer::new, &credentials);
            let signed = call3(acs3::Signer::get, &signer, Host::VPC, &to_sign);
            let authorization = call(acs3::SignedRequest::authorization, &signed);
            let _ = black_box(call2(Encode::encode, &authorization, scratch.buffer()));
            #[cfg(feature = "everything")]
            scratch.keep(call(Encode::encoded_len, &authorization));
            if let Some(query) = call(acs3::SignedRequest::query, &signed) {
                let _ = black_box(call2(Encode::encode, &query, scratch.buffer()));
            }
            for (name, value) in call(acs3::SignedRequest::headers, &signed).iter() {
                black_box((name, value));
            }
        }
    }

    #[cfg(feature = "everything")]
    fn post_form(scratch) {
        if let (Ok(to_sign), Ok(credentials)) = (try_once(), credentials()) {
            let signer = call(acs3::Signer::new, &credentials);
            let signed = call3(acs3::Signer::post_form, &signer, Host::VPC, &to_sign);
            let authorization = call(acs3::SignedRequest::authorization, &signed);
            let _ = black_box(call2(Encode::encode, &authorization, scratch.buffer()));
            if let Some(form) = call(acs3::SignedRequest::form, &signed) {
                let _ = black_box(call2(Encode::encode, &form, scratch.buffer()));
            }
        }
    }

    #[cfg(feature = "everything")]
    fn canonical_request(scratch) {
        let pairs: Texts =
            black_box(input!([(&str, &str); 1], [(constant!("RegionId"), constant!("上 海"))]));
        let headers: Texts = black_box(input!(
            [(&str, &str); 2],
            [
                (constant!("Host"), constant!(" vpc.aliyuncs.com ")),
                (constant!("x-acs-date"), constant!("2024-01-02T03:04:05Z")),
            ]
        ));
        let (Ok(pairs), Ok(headers), Ok(path), Ok(id), Ok(secret)) = (
            call(Pairs::new, pairs),
            call(acs3::Headers::new, headers),
            call(acs3::Path::new, opaque!("/a")),
            call(AccessKeyId::new, opaque!("LTAI5tExample")),
            call(AccessKeySecret::new, opaque!("testsecret")),
        ) else {
            return;
        };
        let hash = call(acs3::BodyHash::new, crate::input::bytes!(b""));
        let request = acs3::CanonicalRequest::new(Method::Get, path, pairs, headers, hash);
        let _ = black_box(call2(Encode::encode, &request, scratch.buffer()));
        let text = call(acs3::CanonicalRequest::string_to_sign, &request);
        let _ = black_box(call2(Encode::encode, &text, scratch.buffer()));
        let key = call(acs3::SigningKey::new, secret);
        let signature = call2(acs3::StringToSign::sign, &text, &key);
        let authorization = black_box(request.authorization(id, signature));
        let _ = black_box(call2(Encode::encode, &authorization, scratch.buffer()));
    }

    #[cfg(feature = "everything")]
    fn chosen_headers(scratch) {
        let headers: Texts = black_box(input!(
            [(&str, &str); 2],
            [
                (constant!("host"), constant!("vpc.aliyuncs.com")),
                (constant!("x-acs-date"), constant!("2024-01-02T03:04:05Z")),
            ]
        ));
        let names: &[&str] = black_box(input!([&str; 1], [constant!("host")]));
        scratch.keep(call2(acs3::Headers::signing, headers, names));
    }
}
