//! No secret is printed.

use core::fmt::Debug;

use aliyun_customer_gateway::query::{Pairs, Query};
use aliyun_customer_gateway::{
    CreateCustomerGateway, Host, IpAddress, Method, RegionId, SecurityToken, acs3, rpc,
};

use crate::vectors::{call, credentials, secret};

const SECRET: &str = "kEyThatNobodyMaySee";

const TOKEN: &str = "tOkEnThatNobodyMaySee";

/// Every text that the types of this feature have, except those that are sent.
fn printed() -> Vec<(&'static str, String)> {
    fn debug(printed: &mut Vec<(&'static str, String)>, of: &'static str, value: &dyn Debug) {
        printed.push((of, format!("{value:?}")));
        printed.push((of, format!("{value:#?}")));
    }

    let token = SecurityToken::new(TOKEN).unwrap();
    let credentials = credentials("testid", SECRET, Some(TOKEN));
    let action = CreateCustomerGateway::new(
        RegionId::new("cn-shanghai").unwrap(),
        IpAddress::new("101.12.0.12").unwrap(),
    );
    let call = call(action, "nonce", "2024-01-02T03:04:05Z");
    let mut printed = Vec::new();
    debug(&mut printed, "SecurityToken", &token);
    debug(&mut printed, "AccessKeySecret", &credentials.access_key_secret());
    debug(&mut printed, "Credentials", &credentials);
    debug(&mut printed, "Identity", &credentials.identity());
    debug(&mut printed, "Call", &call);

    let signer = rpc::Signer::new(&credentials);
    let to_sign = rpc::StringToSign::of_call(Method::Get, &call, credentials.identity());
    let signed = signer.sign(Method::Get, &call);
    debug(&mut printed, "rpc::SigningKey", signer.key());
    debug(&mut printed, "rpc::Signer", &signer);
    debug(&mut printed, "rpc::WithCommon", to_sign.parameters());
    debug(&mut printed, "Query", &Query::new(to_sign.parameters()));
    debug(&mut printed, "rpc::StringToSign", &to_sign);
    debug(&mut printed, "rpc::SignedQuery", &signed);
    debug(&mut printed, "rpc::Signature", &signed.signature());
    printed.push(("rpc::Signature", signed.signature().to_string()));

    let signer = acs3::Signer::new(&credentials);
    let signed = signer.post_form(Host::VPC, &call);
    debug(&mut printed, "acs3::SigningKey", signer.key());
    debug(&mut printed, "acs3::Signer", &signer);
    debug(&mut printed, "acs3::Request", signed.request());
    debug(&mut printed, "acs3::SignedRequest", &signed);
    debug(&mut printed, "acs3::RequestHeaders", &signed.headers());
    debug(&mut printed, "acs3::CanonicalRequest", &signed.request().canonical_request());
    debug(&mut printed, "acs3::StringToSign", &signed.request().string_to_sign());
    printed.push(("acs3::StringToSign", signed.request().string_to_sign().to_string()));
    debug(&mut printed, "acs3::Authorization", &signed.authorization());
    printed.push(("acs3::Authorization", signed.authorization().to_string()));
    debug(&mut printed, "acs3::Signature", &signed.signature());
    printed.push(("acs3::Signature", signed.signature().to_string()));
    printed
}

#[test]
fn no_secret_is_printed() {
    for (of, text) in printed() {
        assert!(!text.contains(SECRET), "{of}: {text}");
    }
    // The texts that are sent have no secret in them either.
    let pairs = [("SecurityToken", TOKEN)];
    let to_sign = rpc::StringToSign::of_pairs(Method::Get, Pairs::new(&pairs).unwrap());
    let key = rpc::SigningKey::new(secret(SECRET));
    assert!(!to_sign.signed(to_sign.sign(&key)).to_string().contains(SECRET));
    assert_eq!(format!("{key:?}"), "SigningKey([redacted])");
    assert_eq!(format!("{key:#?}"), "SigningKey([redacted])");
    let key = acs3::SigningKey::new(secret(SECRET));
    assert_eq!(format!("{key:?}"), "SigningKey([redacted])");
    assert_eq!(format!("{key:#?}"), "SigningKey([redacted])");
}

/// `SecurityToken` says that it is not printed: so it must not be as a part of something else.
#[test]
fn no_security_token_is_printed() {
    let mut leaks: Vec<_> = printed();
    leaks.retain(|(_, text)| text.contains(TOKEN));
    let mut leaks: Vec<_> = leaks.into_iter().map(|(of, _)| of).collect();
    leaks.dedup();
    assert_eq!(leaks, [""; 0], "the Debug of these prints the security token");
}

#[test]
fn what_is_redacted_says_so() {
    let token = SecurityToken::new(TOKEN).unwrap();
    assert_eq!(format!("{token:?}"), "SecurityToken([redacted])");
    let credentials = credentials("testid", SECRET, Some(TOKEN));
    let identity = "Identity { access_key_id: AccessKeyId { text: \"testid\" }, \
                    security_token: Some(SecurityToken([redacted])) }";
    assert_eq!(format!("{:?}", credentials.identity()), identity);
    assert_eq!(
        format!("{credentials:?}"),
        format!(
            "Credentials {{ identity: {identity}, \
             access_key_secret: AccessKeySecret([redacted]) }}"
        ),
    );
    assert_eq!(
        format!("{:?}", rpc::Signer::new(&credentials)),
        format!("Signer {{ identity: {identity}, key: SigningKey([redacted]) }}"),
    );
    assert_eq!(
        format!("{:?}", acs3::Signer::new(&credentials)),
        format!("Signer {{ identity: {identity}, key: SigningKey([redacted]) }}"),
    );
}

/// What is logged of the parts of a signature: none of them is a secret, except the headers.
#[test]
fn parts_of_a_signature_as_text() {
    let pairs = Pairs::new(&[("body", "test"), ("query", "test")]).unwrap();
    let string_to_sign = rpc::StringToSign::of_pairs(Method::Get, pairs);
    let signature = string_to_sign.sign(&rpc::SigningKey::new(secret("secret")));
    assert_eq!(signature.as_ref(), "XlUyV4sXjOuX5FnjUz9IF9tm5rU=");
    assert_eq!(format!("{signature:?}"), "Signature(\"XlUyV4sXjOuX5FnjUz9IF9tm5rU=\")");

    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    let body_hash = acs3::BodyHash::new(b"");
    assert_eq!(body_hash.as_str(), empty);
    assert_eq!(format!("{body_hash:?}"), format!("BodyHash({empty:?})"));

    let headers = acs3::Headers::new(&[("host", "vpc.aliyuncs.com")]).unwrap();
    assert_eq!(format!("{headers:?}"), r#"{"host": "vpc.aliyuncs.com"}"#);
    let list = [("Authorization", "ACS3-HMAC-SHA256 .."), ("X-Acs-Security-Token", TOKEN)];
    assert_eq!(
        format!("{:?}", acs3::Headers::new(&list).unwrap()),
        r#"{"Authorization": "[redacted]", "X-Acs-Security-Token": "[redacted]"}"#,
    );
    let request =
        acs3::CanonicalRequest::new(Method::Get, acs3::Path::ROOT, pairs, headers, body_hash);
    let string_to_sign = request.string_to_sign();
    let hash = string_to_sign.hashed_canonical_request();
    assert_eq!(string_to_sign.to_string(), format!("ACS3-HMAC-SHA256\n{hash}"));
    assert_eq!(format!("{string_to_sign:?}"), format!("StringToSign({hash:?})"));
    let signature = string_to_sign.sign(&acs3::SigningKey::new(secret("secret")));
    assert_eq!(signature.as_str().len(), 64);
    assert_eq!(signature.as_ref(), signature.as_str());
    assert_eq!(signature.to_string(), signature.as_str());
    assert_eq!(format!("{signature:>66}"), format!("  {}", signature.as_str()));
    assert_eq!(format!("{signature:?}"), format!("Signature({:?})", signature.as_str()));
}
