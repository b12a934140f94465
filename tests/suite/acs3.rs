//! The ACS3 signature: vectors stage by stage, typed requests.

mod headers;

use std::path::PathBuf;

use aliyun_customer_gateway::query::{Pairs, Query};
use aliyun_customer_gateway::{
    AccessKeyId, Action as _, CreateCustomerGateway, Format, Host, IpAddress, RegionId,
    SecurityToken, SignatureNonce, Timestamp, acs3,
};
use digest::KeyInit;
use hmac::Hmac;
use sha2::Sha256;

use crate::vectors::{VECTORS, Vector, folders, name, typed_request};

#[test]
fn every_acs3_vector() {
    let folders = folders("acs3");
    for folder in &folders {
        let vector = Vector::read(folder);
        let pairs = vector.sorted("query");
        let query = Query::new(Pairs::new(&pairs).unwrap());
        vector.assert_stage("canonical-query", query);
        let mut headers = vector.pairs("headers");
        headers.sort_by_key(|(name, _)| name.to_ascii_lowercase());
        let headers = acs3::Headers::new(&headers).unwrap();
        let body_hash = acs3::BodyHash::new(vector.text("body").as_bytes());
        let path = acs3::Path::new(vector.text("path")).unwrap();
        let request =
            acs3::CanonicalRequest::new(vector.method(), path, Some(&query), headers, body_hash);
        vector.assert_stage("canonical-request", request);
        let string_to_sign = request.string_to_sign();
        vector.assert_stage("string-to-sign", string_to_sign);
        let signature = string_to_sign.sign(&acs3::SigningKey::new(vector.text("secret")));
        vector.assert_stage("signature", signature);
        let id = AccessKeyId::new(vector.text("access_key_id")).unwrap();
        let authorization = request.authorization(id, signature);
        assert_eq!(authorization.signature(), signature);
        vector.assert_stage("authorization", authorization);
    }
    let names: Vec<_> = folders.iter().map(|folder| name(folder)).collect();
    assert_eq!(
        names,
        [
            "computed-delete-with-a-path",
            "computed-get",
            "computed-get-with-security-token",
            "computed-post-form",
            "computed-post-form-with-security-token",
            "computed-post-query",
            "computed-spaces-around-values",
            "computed-unsigned-headers",
            "computed-upper-case-names",
            "documentation-run-instances",
        ],
    );
}

/// The pairs of a form body.
fn form(body: &str) -> Vec<(String, String)> {
    let decode = |text| {
        let text = percent_encoding::percent_decode_str(text);
        text.decode_utf8().unwrap().into_owned()
    };
    let pairs = body.split('&').map(|pair| pair.split_once('=').unwrap());
    pairs.map(|(name, value)| (decode(name), decode(value))).collect()
}

/// The typed path on the vectors whose headers are those of a request of this crate.
#[test]
fn typed_acs3_requests_on_the_vectors() {
    for (name, format) in [
        ("computed-get", Format::Json),
        ("computed-get-with-security-token", Format::Json),
        ("computed-post-query", Format::Xml),
        ("computed-post-form", Format::Xml),
        ("computed-post-form-with-security-token", Format::Xml),
    ] {
        let folder = PathBuf::from(format!("{VECTORS}/acs3/{name}"));
        let vector = Vector::read(&folder);
        let headers = vector.sorted("headers");
        let header = |name| headers.iter().find(|pair| pair.0 == name).map(|pair| pair.1);
        let body = vector.text("body");
        let in_body = form(if body.is_empty() { "none=" } else { body });
        let in_body: Vec<_> =
            in_body.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let in_query = vector.sorted("query");
        let request = typed_request(if body.is_empty() { &in_query } else { &in_body });
        let query = request.query_without_action();
        let mut typed = acs3::Request::new(
            vector.method(),
            Host::new(header("host").unwrap()).unwrap(),
            CreateCustomerGateway::NAME,
            CreateCustomerGateway::VERSION,
            &query,
            SignatureNonce::new(header("x-acs-signature-nonce").unwrap()).unwrap(),
            Timestamp::new(header("x-acs-date").unwrap()).unwrap(),
        );
        assert!(typed.headers().iter().any(|header| header == ("accept", "application/json")));
        if !body.is_empty() {
            typed = typed.with_form_body();
        }
        if let Some(token) = header("x-acs-security-token") {
            typed = typed.with_security_token(SecurityToken::new(token).unwrap());
        }
        assert_eq!(typed.headers().iter().collect::<Vec<_>>(), headers, "{name}");
        // What is asked for is not signed, so the format changes one header and no signature.
        typed = typed.with_format(format);
        assert!(typed.headers().iter().any(|header| header == ("accept", format.media_type())));

        vector.assert_stage("canonical-request", typed.canonical_request());
        vector.assert_stage("string-to-sign", typed.canonical_request().string_to_sign());
        let id = AccessKeyId::new(vector.text("access_key_id")).unwrap();
        let key = acs3::SigningKey::new(vector.text("secret"));
        vector.assert_stage("signature", typed.authorize(id, &key).signature());
        vector.assert_stage("authorization", typed.authorize(id, &key));
        let mac = Hmac::<Sha256>::new_from_slice(vector.text("secret").as_bytes()).unwrap();
        vector.assert_stage("authorization", typed.authorize_with(id, mac));

        let by_hand = acs3::CanonicalRequest::new(
            vector.method(),
            acs3::Path::ROOT,
            body.is_empty().then_some(&query),
            acs3::Headers::new(&headers).unwrap(),
            acs3::BodyHash::new(body.as_bytes()),
        );
        assert_eq!(typed.canonical_request().to_string(), by_hand.to_string(), "{name}");
        assert_eq!(
            acs3::BodyHash::of_form(&query),
            acs3::BodyHash::new(query.to_string().as_bytes())
        );
    }
}

#[test]
fn headers_of_a_typed_request_to_the_letter() {
    let request = CreateCustomerGateway::new(
        RegionId::new("cn-shanghai").unwrap(),
        IpAddress::new("101.12.0.12").unwrap(),
    );
    let query = request.query_without_action();
    let of = |method| {
        acs3::Request::new(
            method,
            Host::VPC,
            "A",
            "V",
            &query,
            SignatureNonce::new("n").unwrap(),
            Timestamp::new("2024-01-02T03:04:05Z").unwrap(),
        )
        .with_security_token(SecurityToken::new("t").unwrap())
    };
    let get = [
        ("accept", "application/json"),
        ("host", "vpc.aliyuncs.com"),
        ("x-acs-action", "A"),
        (
            "x-acs-content-sha256",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        ),
        ("x-acs-date", "2024-01-02T03:04:05Z"),
        ("x-acs-security-token", "t"),
        ("x-acs-signature-nonce", "n"),
        ("x-acs-version", "V"),
    ];
    assert_eq!(of(acs3::Method::Get).headers().iter().collect::<Vec<_>>(), get);
    assert_eq!(of(acs3::Method::Post).headers().iter().collect::<Vec<_>>(), get);
    let post = of(acs3::Method::Post).with_form_body();
    let mut expected = get.to_vec();
    expected.insert(1, ("content-type", "application/x-www-form-urlencoded"));
    // SHA-256 of `IpAddress=101.12.0.12&RegionId=cn-shanghai`.
    expected[4].1 = "aecb07572291c0a903ad53de403e3184f5c11eee8deb02100671824851949c76";
    assert_eq!(post.headers().iter().collect::<Vec<_>>(), expected);
    let authorization = post
        .authorize(AccessKeyId::new("id").unwrap(), &acs3::SigningKey::new("secret"))
        .to_string();
    let names = "content-type;host;x-acs-action;x-acs-content-sha256;x-acs-date;\
                 x-acs-security-token;x-acs-signature-nonce;x-acs-version";
    let start = format!("ACS3-HMAC-SHA256 Credential=id,SignedHeaders={names},Signature=");
    assert!(authorization.starts_with(&start), "{authorization}");
}
