//! Keys of any kind sign as the documented ones do.

use aliyun_customer_gateway::query::Pairs;
use aliyun_customer_gateway::{AccessKeySecret, Method, acs3, rpc};
use digest::FixedOutputReset as _;
use digest::array::Array;
use digest::{FixedOutput, KeyInit, OutputSizeUser, Reset, Update};
use hmac::{Hmac, HmacReset, SimpleHmac};
use sha1::Sha1;
use sha2::Sha256;

/// A MAC in hardware, as its driver would implement the traits of `digest`: the key stays inside.
struct Accelerator<M> {
    engine: M,
}

impl<M: OutputSizeUser> OutputSizeUser for Accelerator<M> {
    type OutputSize = M::OutputSize;
}

impl<M: Update> Update for Accelerator<M> {
    fn update(&mut self, data: &[u8]) {
        self.engine.update(data);
    }
}

impl<M: FixedOutput> FixedOutput for Accelerator<M> {
    fn finalize_into(self, out: &mut Array<u8, Self::OutputSize>) {
        self.engine.finalize_into(out);
    }
}

impl<M> digest::MacMarker for Accelerator<M> {}

/// Secrets of every length, which is to both sides of the block of the hashes.
fn secrets() -> impl Iterator<Item = String> {
    let lengths = 1..=AccessKeySecret::MAX_CHARS;
    lengths.map(|len| "k3y/+=~&".chars().cycle().take(len).collect())
}

#[test]
fn any_hmac_sha1_signs_as_the_key_does() {
    let pairs = [("Action", "CreateCustomerGateway"), ("Name", "上海")];
    let string_to_sign = rpc::StringToSign::of_pairs(Method::Get, Pairs::new(&pairs).unwrap());
    for secret in secrets() {
        let key = rpc::SigningKey::new(AccessKeySecret::new(&secret).unwrap());
        let signature = string_to_sign.sign(&key);
        assert_eq!(string_to_sign.sign(&key), signature, "a key signs more than once");
        let key = format!("{secret}&");
        let hmac = || Hmac::<Sha1>::new_from_slice(key.as_bytes()).unwrap();
        assert_eq!(string_to_sign.sign_with(hmac()), signature, "{}", key.len());
        let simple = SimpleHmac::<Sha1>::new_from_slice(key.as_bytes()).unwrap();
        assert_eq!(string_to_sign.sign_with(simple), signature, "{}", key.len());
        let accelerator = Accelerator { engine: hmac() };
        assert_eq!(string_to_sign.sign_with(accelerator), signature, "{}", key.len());
        // What the crate streams is what it writes.
        let written = hmac().chain(string_to_sign.to_string()).finalize_fixed();
        let base64 = base64::Engine::encode(&base64::prelude::BASE64_STANDARD, written);
        assert_eq!(signature.as_str(), base64);
    }
}

#[test]
fn any_hmac_sha256_signs_as_the_key_does() {
    let pairs = [("Name", "上海")];
    let headers = [("host", "vpc.aliyuncs.com")];
    let request = acs3::CanonicalRequest::new(
        Method::Get,
        acs3::Path::ROOT,
        Pairs::new(&pairs).unwrap(),
        acs3::Headers::new(&headers).unwrap(),
        acs3::BodyHash::new(b""),
    );
    let string_to_sign = request.string_to_sign();
    for secret in secrets() {
        let key = acs3::SigningKey::new(AccessKeySecret::new(&secret).unwrap());
        let signature = string_to_sign.sign(&key);
        assert_eq!(string_to_sign.sign(&key), signature, "a key signs more than once");
        let hmac = || Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
        assert_eq!(string_to_sign.sign_with(hmac()), signature, "{}", secret.len());
        let simple = SimpleHmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
        assert_eq!(string_to_sign.sign_with(simple), signature, "{}", secret.len());
        let accelerator = Accelerator { engine: hmac() };
        assert_eq!(string_to_sign.sign_with(accelerator), signature, "{}", secret.len());
        let written = hmac().chain(string_to_sign.to_string()).finalize_fixed();
        for (digits, byte) in signature.as_str().as_bytes().chunks(2).zip(written) {
            assert_eq!(digits, format!("{byte:02x}").as_bytes());
        }
    }
}

/// A MAC that can start again is taken as well: `sign_with` asks for no more than it uses.
#[test]
fn a_mac_that_was_used_before_signs_the_same() {
    let pairs = Pairs::new(&[("A", "1")]).unwrap();
    let string_to_sign = rpc::StringToSign::of_pairs(Method::Post, pairs);
    let mut mac = HmacReset::<Sha1>::new_from_slice(b"secret&").unwrap();
    Update::update(&mut mac, b"another request");
    let _ = mac.finalize_fixed_reset();
    let signature =
        string_to_sign.sign(&rpc::SigningKey::new(AccessKeySecret::new("secret").unwrap()));
    assert_eq!(string_to_sign.sign_with(mac.clone()), signature);
    Update::update(&mut mac, b"left over");
    Reset::reset(&mut mac);
    assert_eq!(string_to_sign.sign_with(mac), signature);
}
