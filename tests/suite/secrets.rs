//! No secret is printed.

use core::fmt::Debug;

use aliyun_customer_gateway::query::{Pairs, Query};
use aliyun_customer_gateway::{
    AccessKeyId, Action as _, CommonParameters, CreateCustomerGateway, Host, IpAddress, RegionId,
    SecurityToken, SignatureNonce, Timestamp, acs3, rpc,
};

const SECRET: &str = "kEyThatNobodyMaySee";

const TOKEN: &str = "tOkEnThatNobodyMaySee";

/// Every text that the types of this feature have, but for those that are sent.
fn printed() -> Vec<(&'static str, String)> {
    fn debug(printed: &mut Vec<(&'static str, String)>, of: &'static str, value: &dyn Debug) {
        printed.push((of, format!("{value:?}")));
        printed.push((of, format!("{value:#?}")));
    }

    let token = SecurityToken::new(TOKEN).unwrap();
    let common = CommonParameters::new(
        AccessKeyId::new("testid").unwrap(),
        SignatureNonce::new("nonce").unwrap(),
        Timestamp::new("2024-01-02T03:04:05Z").unwrap(),
    )
    .with_security_token(token);
    let request = CreateCustomerGateway::new(
        RegionId::new("cn-shanghai").unwrap(),
        IpAddress::new("101.12.0.12").unwrap(),
    );
    let mut printed = Vec::new();
    debug(&mut printed, "SecurityToken", &token);
    debug(&mut printed, "CommonParameters", &common);

    let query = request.with_common(&common);
    let key = rpc::SigningKey::new(SECRET);
    let signed = rpc::sign(rpc::Method::Get, &query, &key);
    debug(&mut printed, "rpc::SigningKey", &key);
    debug(&mut printed, "Query<Named>", &query);
    debug(&mut printed, "rpc::StringToSign", &rpc::StringToSign::new(rpc::Method::Get, &query));
    debug(&mut printed, "rpc::SignedQuery", &signed);
    debug(&mut printed, "rpc::Signature", &signed.signature());
    printed.push(("rpc::Signature", signed.signature().to_string()));

    let own = request.query_without_action();
    let key = acs3::SigningKey::new(SECRET);
    let request = acs3::Request::new(
        acs3::Method::Post,
        Host::VPC,
        CreateCustomerGateway::NAME,
        CreateCustomerGateway::VERSION,
        &own,
        common.signature_nonce(),
        common.timestamp(),
    )
    .with_security_token(token)
    .with_form_body();
    let authorization = request.authorize(common.access_key_id(), &key);
    debug(&mut printed, "acs3::SigningKey", &key);
    debug(&mut printed, "acs3::Request", &request);
    debug(&mut printed, "acs3::StringToSign", &request.canonical_request().string_to_sign());
    let string_to_sign = request.canonical_request().string_to_sign().to_string();
    printed.push(("acs3::StringToSign", string_to_sign));
    printed.push(("acs3::Authorization", authorization.to_string()));
    debug(&mut printed, "acs3::Signature", &authorization.signature());
    printed.push(("acs3::Signature", authorization.signature().to_string()));
    printed
}

#[test]
fn no_secret_is_printed() {
    for (of, text) in printed() {
        assert!(!text.contains(SECRET), "{of}: {text}");
    }
    // The texts that are sent have no secret in them either.
    let pairs = [("SecurityToken", TOKEN)];
    let query = Query::new(Pairs::new(&pairs).unwrap());
    let signed = rpc::sign(rpc::Method::Get, &query, &rpc::SigningKey::new(SECRET));
    assert!(!signed.to_string().contains(SECRET));
    assert_eq!(format!("{:?}", rpc::SigningKey::new(SECRET)), "SigningKey([redacted])");
    assert_eq!(format!("{:#?}", rpc::SigningKey::new("")), "SigningKey([redacted])");
    assert_eq!(format!("{:?}", acs3::SigningKey::new(SECRET)), "SigningKey([redacted])");
    assert_eq!(format!("{:#?}", acs3::SigningKey::new("")), "SigningKey([redacted])");
}

/// `SecurityToken` says that it is not printed: so it must not be when it stands in something else.
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
    let common = CommonParameters::new(
        AccessKeyId::new("testid").unwrap(),
        SignatureNonce::new("nonce").unwrap(),
        Timestamp::new("2024-01-02T03:04:05Z").unwrap(),
    );
    assert_eq!(
        format!("{:?}", common.with_security_token(token)),
        "CommonParameters { access_key_id: AccessKeyId { text: \"testid\" }, \
         signature_nonce: SignatureNonce { text: \"nonce\" }, \
         timestamp: Timestamp(\"2024-01-02T03:04:05Z\"), format: Json, \
         security_token: Some(SecurityToken([redacted])) }",
    );
}

/// What is logged of the parts of a signature: none of them is a secret, but for the headers.
#[test]
fn parts_of_a_signature_as_text() {
    let query = Query::new(Pairs::new(&[("body", "test"), ("query", "test")]).unwrap());
    let string_to_sign = rpc::StringToSign::new(rpc::Method::Get, &query);
    let signature = string_to_sign.sign(&rpc::SigningKey::new("secret"));
    assert_eq!(signature.as_ref(), "XlUyV4sXjOuX5FnjUz9IF9tm5rU=");
    assert_eq!(format!("{signature:?}"), "Signature(\"XlUyV4sXjOuX5FnjUz9IF9tm5rU=\")");

    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    let body_hash = acs3::BodyHash::new(b"");
    assert_eq!(body_hash.as_str(), empty);
    assert_eq!(format!("{body_hash:?}"), format!("BodyHash({empty:?})"));

    let headers = acs3::Headers::new(&[("host", "vpc.aliyuncs.com")]).unwrap();
    assert_eq!(format!("{headers:?}"), r#"{"host": "vpc.aliyuncs.com"}"#);
    let secret = [("Authorization", "ACS3-HMAC-SHA256 .."), ("X-Acs-Security-Token", TOKEN)];
    assert_eq!(
        format!("{:?}", acs3::Headers::new(&secret).unwrap()),
        r#"{"Authorization": "[redacted]", "X-Acs-Security-Token": "[redacted]"}"#,
    );
    let request = acs3::CanonicalRequest::new(
        acs3::Method::Get,
        acs3::Path::ROOT,
        Some(&query),
        headers,
        body_hash,
    );
    let string_to_sign = request.string_to_sign();
    let hash = string_to_sign.hashed_canonical_request();
    assert_eq!(string_to_sign.to_string(), format!("ACS3-HMAC-SHA256\n{hash}"));
    assert_eq!(format!("{string_to_sign:?}"), format!("StringToSign({hash:?})"));
    let signature = string_to_sign.sign(&acs3::SigningKey::new("secret"));
    assert_eq!(signature.as_str().len(), 64);
    assert_eq!(signature.as_ref(), signature.as_str());
    assert_eq!(signature.to_string(), signature.as_str());
    assert_eq!(format!("{signature:>66}"), format!("  {}", signature.as_str()));
    assert_eq!(format!("{signature:?}"), format!("Signature({:?})", signature.as_str()));
}
