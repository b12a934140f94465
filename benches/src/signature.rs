//! The string to sign, and the RPC signature.

use std::hint::black_box;

use aliyun_customer_gateway::AccessKeySecret;
use aliyun_customer_gateway::Encode as _;
use aliyun_customer_gateway::rpc::SigningKey;
use base64ct::{Base64, Encoding as _};
use hmac::{Hmac, KeyInit as _, Mac as _};
use percent_encoding::utf8_percent_encode;
use sha1::Sha1;

use crate::job::{Case, Job, written};
use crate::query::{self, PARAMETERS, RESERVED, fill};

const SECRET: &str = "Thirty-Characters-Of-A-Secret-";
const KEY: &str = "Thirty-Characters-Of-A-Secret-&";

/// Two passes over this crate's query: into a buffer, and percent-encoded from there.
fn two_passes(query: &[u8], buf: &mut [u8]) -> usize {
    let query = std::str::from_utf8(query).unwrap();
    let len = fill(buf, ["GET&%2F&"]);
    len + fill(&mut buf[len..], utf8_percent_encode(query, RESERVED))
}

fn alibabacloud_string_to_sign() -> String {
    use alibabacloud::utils::aliyun_percent_encode as encode;
    let query = query::alibabacloud(black_box(&PARAMETERS));
    format!("GET&{}&{}", encode("/"), encode(&query))
}

fn hmac(key: &[u8], text: &[u8]) -> [u8; 20] {
    Hmac::<Sha1>::new_from_slice(key).unwrap().chain_update(text).finalize().into_bytes().into()
}

fn base64(mac: [u8; 20], buf: &mut [u8]) -> usize {
    Base64::encode(&mac, buf).unwrap().len()
}

pub fn string_to_sign() -> Job {
    let (call, identity) = (query::call(), query::identity());
    Job::new(
        "string to sign",
        [
            Case::this(
                "this crate",
                move |buf| {
                    let to_sign = query::to_sign(black_box(&call), black_box(&identity));
                    to_sign.encode(buf).unwrap().len()
                },
                written,
            ),
            Case::beside(
                "two passes, the second with `percent-encoding`",
                move |buf| {
                    let mut first = [0; 1024];
                    let len = query::this_crate(black_box(&call), black_box(&identity), &mut first);
                    two_passes(&first[..len], buf)
                },
                written,
            ),
            Case::beside(
                "`alibabacloud`, with its map",
                |_| alibabacloud_string_to_sign(),
                |text, _| text,
            )
            .at_least(15.0),
            Case::floor("this crate's canonical query", move |buf| {
                query::this_crate(black_box(&call), black_box(&identity), buf)
            }),
        ],
    )
}

pub fn signature() -> Job {
    let (call, identity) = (query::call(), query::identity());
    let finished: &'static str = query::to_sign(&call, &identity).to_string().leak();
    let key = SigningKey::new(AccessKeySecret::new(SECRET).unwrap());
    let keyed = Hmac::<Sha1>::new_from_slice(KEY.as_bytes()).unwrap();
    Job::new(
        "signature",
        [
            Case::this(
                "this crate",
                move |_| {
                    let to_sign = query::to_sign(black_box(&call), black_box(&identity));
                    to_sign.sign(black_box(&key))
                },
                |signature, _| signature.to_string(),
            ),
            Case::beside(
                "two passes, the second with `percent-encoding`",
                move |buf| {
                    let (mut first, mut second) = ([0; 1024], [0; 1024]);
                    let len = query::this_crate(black_box(&call), black_box(&identity), &mut first);
                    let len = two_passes(&first[..len], &mut second);
                    base64(hmac(black_box(KEY).as_bytes(), &second[..len]), buf)
                },
                written,
            ),
            Case::beside(
                "`alibabacloud`, with its map",
                |_| {
                    let map = query::map(black_box(&PARAMETERS));
                    alibabacloud::signing::calculate_signature(&map, black_box(SECRET))
                },
                |text, _| text,
            ),
            Case::floor("the HMAC of the finished string", move |_| {
                hmac(black_box(KEY).as_bytes(), black_box(finished).as_bytes())
            }),
            Case::floor("the same, its key made ready before, as this crate's is", move |_| {
                black_box(&keyed).clone().chain_update(black_box(finished)).finalize().into_bytes()
            })
            .at_least(1.0 / 1.32),
        ],
    )
}
