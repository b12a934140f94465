//! The ACS3 signature: vectors stage by stage, typed requests.

mod headers;

use std::path::PathBuf;

use aliyun_customer_gateway::query::{Pairs, Query};
use aliyun_customer_gateway::{
    AccessKeyId, CreateCustomerGateway, Encode as _, Format, Host, IpAddress, Method, RegionId,
    acs3,
};
use digest::KeyInit;
use hmac::Hmac;
use sha2::Sha256;

use crate::vectors::{VECTORS, Vector, call, credentials, folders, name, secret, typed_request};

#[test]
fn every_acs3_vector() {
    let folders = folders("acs3");
    for folder in &folders {
        let vector = Vector::read(folder);
        let pairs = vector.sorted("query");
        let pairs = Pairs::new(&pairs).unwrap();
        vector.assert_stage("canonical-query", Query::new(pairs));
        let mut headers = vector.pairs("headers");
        headers.sort_by_key(|(name, _)| name.to_ascii_lowercase());
        let headers = acs3::Headers::new(&headers).unwrap();
        let body_hash = acs3::BodyHash::new(vector.text("body").as_bytes());
        let path = acs3::Path::new(vector.text("path")).unwrap();
        let request = acs3::CanonicalRequest::new(vector.method(), path, pairs, headers, body_hash);
        vector.assert_stage("canonical-request", request);
        let string_to_sign = request.string_to_sign();
        vector.assert_stage("string-to-sign", string_to_sign);
        let signature = string_to_sign.sign(&acs3::SigningKey::new(secret(vector.text("secret"))));
        vector.assert_stage("signature", signature);
        assert_eq!(acs3::Signature::new(signature.as_str()), Ok(signature));
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
        let action = typed_request(if body.is_empty() { &in_query } else { &in_body });
        let nonce = header("x-acs-signature-nonce").unwrap();
        let call = call(action, nonce, header("x-acs-date").unwrap());
        let (id, secret) = (vector.text("access_key_id"), vector.text("secret"));
        let credentials = credentials(id, secret, header("x-acs-security-token"));
        let signer = acs3::Signer::new(&credentials);
        let host = Host::new(header("host").unwrap()).unwrap();
        let sign = |call| match vector.method() {
            Method::Get => signer.get(host, call),
            _ if body.is_empty() => signer.post(host, call),
            _ => signer.post_form(host, call),
        };
        let signed = sign(&call);
        assert_eq!(signed.method(), vector.method());
        assert_eq!(signed.request().host(), host);
        assert_eq!(signed.request().identity(), signer.identity());
        assert_eq!(signed.headers().as_slice(), headers, "{name}");
        let authorization = signed.authorization().to_string();
        let with_authorization = signed.headers().with_authorization(&authorization);
        let last = ("authorization", authorization.as_str());
        assert!(with_authorization.iter().eq(headers.iter().copied().chain([last])), "{name}");
        assert!(with_authorization.as_slice().len() <= acs3::RequestHeaders::MAX);
        let without_host = headers.iter().copied().filter(|(name, _)| *name != "host");
        assert!(signed.headers().without_host().into_iter().eq(without_host), "{name}");
        let text = |query: Option<Query<_>>| query.map(|query| query.to_string());
        let own = Some(call.query().to_string());
        let places = (text(signed.query()), text(signed.form()));
        assert_eq!(places, if body.is_empty() { (own, None) } else { (None, own) }, "{name}");

        // What is asked for is not signed, so the format changes one header and no signature.
        let in_format = call.with_format(format);
        let in_format = sign(&in_format);
        assert_eq!(in_format.signature(), signed.signature());
        assert_eq!(in_format.headers().as_slice()[0], ("accept", format.media_type()));

        let request = signed.request();
        vector.assert_stage("canonical-request", request.canonical_request());
        vector.assert_stage("string-to-sign", request.string_to_sign());
        vector.assert_stage("signature", signed.signature());
        vector.assert_stage("authorization", signed.authorization());
        // The same with the secret elsewhere.
        let mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
        let signature = request.string_to_sign().sign_with(mac);
        assert_eq!(request.signed(signature), signed);
        let signature = acs3::Signature::new(signature.as_str()).unwrap();
        assert_eq!(request.signed(signature), signed);

        let by_hand = acs3::CanonicalRequest::new(
            vector.method(),
            acs3::Path::ROOT,
            Pairs::new(&in_query).unwrap(),
            acs3::Headers::new(&headers).unwrap(),
            acs3::BodyHash::new(body.as_bytes()),
        );
        assert_eq!(request.canonical_request().to_string(), by_hand.to_string(), "{name}");
        let query = call.query();
        assert_eq!(
            acs3::BodyHash::of_form(&query),
            acs3::BodyHash::new(query.to_string().as_bytes())
        );
    }
}

#[test]
fn headers_of_a_typed_request_to_the_letter() {
    let action = CreateCustomerGateway::new(
        RegionId::new("cn-shanghai").unwrap(),
        IpAddress::new("101.12.0.12").unwrap(),
    );
    let call = call(action, "n", "2024-01-02T03:04:05Z");
    let signer = acs3::Signer::new(&credentials("id", "secret", Some("t")));
    let get = [
        ("accept", "application/json"),
        ("host", "vpc.aliyuncs.com"),
        ("x-acs-action", "CreateCustomerGateway"),
        (
            "x-acs-content-sha256",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        ),
        ("x-acs-date", "2024-01-02T03:04:05Z"),
        ("x-acs-security-token", "t"),
        ("x-acs-signature-nonce", "n"),
        ("x-acs-version", "2016-04-28"),
    ];
    assert_eq!(signer.get(Host::VPC, &call).headers().as_slice(), get);
    assert_eq!(signer.post(Host::VPC, &call).headers().as_slice(), get);
    let post = signer.post_form(Host::VPC, &call);
    let mut expected = get.to_vec();
    expected.insert(1, ("content-type", "application/x-www-form-urlencoded"));
    // SHA-256 of `IpAddress=101.12.0.12&RegionId=cn-shanghai`.
    expected[4].1 = "aecb07572291c0a903ad53de403e3184f5c11eee8deb02100671824851949c76";
    assert_eq!(post.headers().as_slice(), expected);
    let authorization = post.authorization().to_string();
    let names = "content-type;host;x-acs-action;x-acs-content-sha256;x-acs-date;\
                 x-acs-security-token;x-acs-signature-nonce;x-acs-version";
    let start = format!("ACS3-HMAC-SHA256 Credential=id,SignedHeaders={names},Signature=");
    assert!(authorization.starts_with(&start), "{authorization}");
    // A header more could not be lost: there is room for `authorization` and no other.
    let all = post.headers().with_authorization(&authorization);
    assert_eq!(all.as_slice().len(), acs3::RequestHeaders::MAX);
    assert_eq!(all.without_host().as_slice().len(), acs3::RequestHeaders::MAX - 1);
    assert!(all.without_host().iter().all(|(name, _)| name != "host"));
}

#[test]
fn no_authorization_is_longer_than_the_bound() {
    let action = CreateCustomerGateway::new(
        RegionId::new("cn-shanghai").unwrap(),
        IpAddress::new("101.12.0.12").unwrap(),
    );
    let call = call(action, "n", "2024-01-02T03:04:05Z");
    let id = "a".repeat(AccessKeyId::MAX_CHARS);
    let signer = acs3::Signer::new(&credentials(&id, "secret", Some("t")));
    let signed = signer.post_form(Host::VPC, &call);
    let bound = acs3::SignedRequest::<CreateCustomerGateway>::MAX_AUTHORIZATION_LEN;
    assert_eq!(signed.authorization().encoded_len(), bound);
    assert!(signer.get(Host::VPC, &call).authorization().encoded_len() < bound);
}

/// A signature that was made elsewhere is checked to be one.
#[test]
fn texts_that_are_no_signature() {
    let expected = "write an HMAC-SHA256 in 64 lower-case hexadecimal digits";
    let digits = "06fd526449f045140e35cd50ec1493013a38c8d8641f87ef115b4171e3b21ded";
    for (text, index, sentence) in [
        (String::new(), None, "Signature has 0 bytes"),
        (digits[1..].to_owned(), None, "Signature has 63 bytes"),
        (format!("{digits}\n"), None, "Signature has 65 bytes"),
        (digits.to_uppercase(), Some(2), "unexpected character 'F' at byte 2 of Signature"),
        (
            format!("{}g", &digits[1..]),
            Some(63),
            "unexpected character 'g' at byte 63 of Signature",
        ),
        (format!("é{}", &digits[2..]), Some(0), "unexpected character 'é' at byte 0 of Signature"),
    ] {
        let refused = acs3::Signature::new(&text).unwrap_err();
        assert_eq!(refused.to_string(), format!("{sentence}: {expected}"), "{text:?}");
        assert_eq!(refused.index(), index, "{text:?}");
    }
    let signature = acs3::Signature::new(digits).unwrap();
    assert_eq!(signature.as_str(), digits);
    assert_eq!(acs3::Signature::from_mac(&[0; 32]).as_str(), "0".repeat(64));
    // Signatures differ wherever a digit does.
    for index in 0..64 {
        let mut other = digits.to_owned();
        let digit = if other[index..].starts_with('0') { "1" } else { "0" };
        other.replace_range(index..=index, digit);
        assert_ne!(acs3::Signature::new(&other).unwrap(), signature, "{other}");
    }
}
