//! The ACS3 signature.

use core::hint::black_box;

use aliyun_customer_gateway::{
    AccessKeyId, CreateCustomerGateway, Host, List, Named, Query, SecurityToken, SignatureNonce,
    Timestamp, acs3,
};

use super::validators::build;
use super::{call, call2, call3};
use crate::input::{constant, input, opaque, texts};

#[cfg(not(feature = "everything"))]
const METHODS: [acs3::Method; 1] = [acs3::Method::Get];
#[cfg(feature = "everything")]
const METHODS: [acs3::Method; 2] = [acs3::Method::Get, acs3::Method::Post];

type Own<'a> = Named<'a, 6>;
type Pairs = &'static [(&'static str, &'static str)];

calls! {
    #[cfg(feature = "everything")]
    fn host(scratch) {
        for &text in texts!["vpc.aliyuncs.com", "", "https://vpc.aliyuncs.com"] {
            scratch.keep(call(Host::new, text));
        }
    }

    fn key(scratch) {
        scratch.keep(call(acs3::SigningKey::new, opaque!("testsecret")));
    }

    #[cfg(feature = "everything")]
    fn body_hash(scratch) {
        scratch.keep(call(acs3::BodyHash::new, crate::input::bytes!(b"body")));
    }

    fn authorize(scratch) {
        let (Ok(request), Ok(id), Ok(nonce), Ok(timestamp)) = (
            build(),
            call(AccessKeyId::new, opaque!("LTAI5tExample")),
            call(SignatureNonce::new, opaque!("3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf")),
            call(Timestamp::from_unix_seconds, 1_704_164_645),
        ) else {
            return;
        };
        let query = call(CreateCustomerGateway::query_without_action, &request);
        let new: fn(_, _, _, _, _, _, _) -> _ = acs3::Request::<Own>::new;
        for &method in black_box(&METHODS) {
            let to_send = black_box(new)(
                method,
                Host::VPC,
                CreateCustomerGateway::ACTION,
                CreateCustomerGateway::VERSION,
                &query,
                nonce,
                timestamp,
            );
            #[cfg(feature = "everything")]
            let to_send = {
                let Ok(token) = call(SecurityToken::new, opaque!("CAIS+Example/==")) else {
                    return;
                };
                match method {
                    acs3::Method::Post => call(acs3::Request::with_form_body, to_send),
                    _ => to_send,
                }
                .with_security_token(token)
            };
            let key = call(acs3::SigningKey::new, opaque!("testsecret"));
            let authorization = call3(acs3::Request::authorize, &to_send, id, &key);
            let _ = black_box(call2(acs3::Authorization::encode, &authorization, scratch.buffer()));
            #[cfg(feature = "everything")]
            scratch.keep(call(acs3::Authorization::encoded_len, &authorization));
            for (name, value) in call(acs3::Request::headers, &to_send) {
                black_box((name, value));
            }
        }
    }

    #[cfg(feature = "everything")]
    fn canonical_request(scratch) {
        let pairs: Pairs =
            black_box(input!([(&str, &str); 1], [(constant!("RegionId"), constant!("上 海"))]));
        let headers: Pairs = black_box(input!(
            [(&str, &str); 2],
            [
                (constant!("Host"), constant!(" vpc.aliyuncs.com ")),
                (constant!("x-acs-date"), constant!("2024-01-02T03:04:05Z")),
            ]
        ));
        let (Ok(list), Ok(headers), Ok(id)) = (
            call(List::new, pairs),
            call(acs3::Headers::new, headers),
            call(AccessKeyId::new, opaque!("LTAI5tExample")),
        ) else {
            return;
        };
        let query = Query::new(list);
        let hash = call(acs3::BodyHash::new, crate::input::bytes!(b""));
        let request =
            acs3::CanonicalRequest::new(acs3::Method::Get, acs3::Path::ROOT, Some(&query), headers, hash);
        let _ = black_box(call2(acs3::CanonicalRequest::encode, &request, scratch.buffer()));
        let text = call(acs3::CanonicalRequest::string_to_sign, &request);
        let _ = black_box(call2(acs3::StringToSign::encode, &text, scratch.buffer()));
        let key = call(acs3::SigningKey::new, opaque!("testsecret"));
        let signature = call2(acs3::StringToSign::sign, &text, &key);
        let authorization = black_box(request.authorization(id, signature));
        let _ = black_box(call2(acs3::Authorization::encode, &authorization, scratch.buffer()));
    }
}
