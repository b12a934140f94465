//! What is done with a key: each function makes one of a secret, and drops it.

use core::hint::black_box;

use aliyun_customer_gateway::query::{Pairs, Parameters, Visitor};
use aliyun_customer_gateway::{
    AccessKeyId, AccessKeySecret, Action, Call, CreateCustomerGateway, Credentials, Host,
    IpAddress, Method, RegionId, SecurityToken, SignatureNonce, Timestamp, acs3, rpc,
};
use hmac::{Hmac, KeyInit, Mac};

use crate::traces::Scheme::{self, Acs3, Rpc};

type Scene = (&'static str, Scheme, fn(&str));

/// What must leave nothing.
pub(crate) const SCENES: &[Scene] = &[
    ("rpc: a key", Rpc, |secret| {
        black_box(&rpc::SigningKey::new(checked(secret)));
    }),
    ("rpc: a signature", Rpc, |secret| rpc_list(secret, 1)),
    ("rpc: several signatures", Rpc, |secret| rpc_list(secret, 3)),
    ("rpc: calls", Rpc, |secret| {
        let signer = rpc::Signer::new(&credentials(secret));
        for method in [Method::Get, Method::Post] {
            black_box(signer.sign(method, &call()).signature());
        }
    }),
    ("rpc: a call that is written from deep down", Rpc, |secret| {
        let id = AccessKeyId::new("testid").unwrap();
        let signer = rpc::Signer::new(&Credentials::new(id, checked(secret)).unwrap());
        let nonce = SignatureNonce::new("n").unwrap();
        let call = Call::new(Deep, nonce, Timestamp::new("2024-01-02T03:04:05Z").unwrap());
        black_box(signer.sign(Method::Get, &call).signature());
    }),
    ("acs3: a key", Acs3, |secret| {
        black_box(&acs3::SigningKey::new(checked(secret)));
    }),
    ("acs3: a signature", Acs3, |secret| acs3_list(secret, 1)),
    ("acs3: several signatures", Acs3, |secret| acs3_list(secret, 3)),
    ("acs3: calls", Acs3, |secret| {
        let signer = acs3::Signer::new(&credentials(secret));
        black_box(signer.get(Host::VPC, &call()).signature());
        black_box(signer.post(Host::VPC, &call()).signature());
        black_box(signer.post_form(Host::VPC, &call()).signature());
    }),
];

/// What leaves something: what others make, and a key that is moved, be it into `drop`.
pub(crate) const CONTROLS: &[Scene] = &[
    ("control: a copy of the secret", Rpc, |secret| {
        let mut copy = [0; 20];
        copy.copy_from_slice(secret.as_bytes());
        black_box(&copy);
    }),
    ("control: a key of rpc that is moved", Rpc, |secret| {
        let key = rpc::SigningKey::new(checked(secret));
        black_box(&key);
        drop(key);
    }),
    ("control: a key of acs3 that is moved", Acs3, |secret| {
        let key = acs3::SigningKey::new(checked(secret));
        black_box(&key);
        drop(key);
    }),
    ("control: hmac's own key, SHA-1", Rpc, |secret| {
        let key = format!("{secret}&");
        let mac = Hmac::<sha1::Sha1>::new_from_slice(key.as_bytes()).unwrap();
        black_box(mac.chain_update(b"text").finalize());
    }),
    ("control: hmac's own key, SHA-256", Acs3, |secret| {
        let mac = Hmac::<sha2::Sha256>::new_from_slice(secret.as_bytes()).unwrap();
        black_box(mac.chain_update(b"text").finalize());
    }),
];

const PAIRS: &[(&str, &str)] =
    &[("Action", "DescribeRegions"), ("Format", "JSON"), ("Name", "上海 office")];

fn rpc_list(secret: &str, times: usize) {
    let key = rpc::SigningKey::new(checked(secret));
    for _ in 0..times {
        let to_sign = rpc::StringToSign::of_pairs(Method::Get, Pairs::new(PAIRS).unwrap());
        black_box(to_sign.sign(&key));
    }
}

fn acs3_list(secret: &str, times: usize) {
    let key = acs3::SigningKey::new(checked(secret));
    for _ in 0..times {
        let pairs = Pairs::new(PAIRS).unwrap();
        let headers = acs3::Headers::new(&[("host", "vpc.aliyuncs.com")]).unwrap();
        let (path, body) = (acs3::Path::ROOT, acs3::BodyHash::EMPTY);
        let request = acs3::CanonicalRequest::new(Method::Post, path, pairs, headers, body);
        black_box(request.string_to_sign().sign(&key));
    }
}

fn checked(secret: &str) -> AccessKeySecret<'_> {
    AccessKeySecret::new(secret).unwrap()
}

fn credentials(secret: &str) -> Credentials<'_> {
    let (id, token) = (AccessKeyId::new("STS.testid"), SecurityToken::new("CAIS+Example/=="));
    Credentials::temporary(id.unwrap(), checked(secret), token.unwrap())
}

fn call() -> Call<'static, CreateCustomerGateway<'static>> {
    let action = CreateCustomerGateway::new(
        RegionId::new("cn-shanghai").unwrap(),
        IpAddress::new("101.12.0.12").unwrap(),
    );
    let nonce = SignatureNonce::new("3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf").unwrap();
    Call::new(action, nonce, Timestamp::new("2024-01-02T03:04:05Z").unwrap())
}

/// An action that takes a lot of the stack to say its parameters. It has none of its own, so that a
/// string to sign is two blocks and some: what they leave is not overwritten by further ones.
struct Deep;

impl Parameters for Deep {
    #[inline(never)]
    fn visit(&self, visitor: Visitor<'_>) {
        let deep = [0_u8; 4096];
        black_box(&deep);
        visitor.pairs(Pairs::new(&[]).unwrap());
        black_box(&deep);
    }
}

impl Action for Deep {
    const NAME: &'static str = "Deep";
    const VERSION: &'static str = "2016-04-28";

    type Output<'b> = ();
}
