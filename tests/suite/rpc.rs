//! The RPC signature: vectors stage by stage, typed requests.

use aliyun_customer_gateway::query::{OrderError, Pairs, Query};
use aliyun_customer_gateway::{
    AccessKeyId, Asn, ClientToken, CommonParameters, CreateCustomerGateway, Description,
    Encode as _, Format, IpAddress, Name, RegionId, SecurityToken, SignatureNonce, Timestamp, acs3,
    rpc,
};

use crate::vectors::{Vector, folders, name, typed_request};

#[test]
fn every_rpc_vector() {
    let folders = folders("rpc");
    for folder in &folders {
        let vector = Vector::read(folder);
        let pairs = vector.sorted("parameters");
        let query = Query::new(Pairs::new(&pairs).unwrap());
        vector.assert_stage("canonical-query", query);
        let string_to_sign = rpc::StringToSign::new(vector.method(), &query);
        vector.assert_stage("string-to-sign", string_to_sign);
        let key = rpc::SigningKey::new(vector.text("secret"));
        vector.assert_stage("signature", string_to_sign.sign(&key));
        vector.assert_stage("signature", rpc::sign(vector.method(), &query, &key).signature());
    }
    let names: Vec<_> = folders.iter().map(|folder| name(folder)).collect();
    assert_eq!(
        names,
        [
            "computed-chinese-and-emoji",
            "computed-every-parameter-at-its-longest",
            "computed-post",
            "computed-reserved-characters",
            "computed-secret-longer-than-a-block",
            "computed-security-token-of-4-kib",
            "cpp-sdk-describe-regions",
            "cpp-sdk-post-with-security-token",
            "derived-create-customer-gateway-minimal",
            "documentation-describe-regions",
            "documentation-older-timestamp-name",
            "openapi-util",
            "php-sdk-digits",
            "python-core-empty-value",
            "sms-documentation",
        ],
    );
}

/// The typed path on every vector of this action: it must come to the same bytes as the list.
#[test]
fn typed_rpc_requests_on_the_vectors() {
    let mut checked = Vec::new();
    for folder in folders("rpc") {
        let vector = Vector::read(&folder);
        let pairs = vector.sorted("parameters");
        let find = |name| pairs.iter().find(|pair| pair.0 == name).map(|pair| pair.1);
        if find("Action") != Some("CreateCustomerGateway") {
            continue;
        }
        let request = typed_request(&pairs);
        let mut common = CommonParameters::new(
            AccessKeyId::new(find("AccessKeyId").unwrap()).unwrap(),
            SignatureNonce::new(find("SignatureNonce").unwrap()).unwrap(),
            Timestamp::new(find("Timestamp").unwrap()).unwrap(),
        )
        .with_format(Format::new(find("Format").unwrap()).unwrap());
        if let Some(token) = find("SecurityToken") {
            common = common.with_security_token(SecurityToken::new(token).unwrap());
            assert_eq!(common.security_token().unwrap().as_str(), token);
        }
        let query = request.with_common(&common);
        vector.assert_stage("canonical-query", query);
        let key = rpc::SigningKey::new(vector.text("secret"));
        vector.assert_stage("string-to-sign", rpc::StringToSign::new(vector.method(), &query));
        let signed = rpc::sign(vector.method(), &query, &key);
        vector.assert_stage("signature", signed.signature());

        for method in [rpc::Method::Get, rpc::Method::Post] {
            let generic = Query::new(Pairs::new(&pairs).unwrap());
            let generic = rpc::sign(method, &generic, &key);
            let typed = rpc::sign(method, &query, &key);
            assert_eq!(typed.to_string(), generic.to_string(), "{}", folder.display());
            let signature = rpc::StringToSign::new(method, &query).sign(&key);
            let elsewhere = rpc::SignedQuery::new(&query, signature);
            assert_eq!(elsewhere.to_string(), generic.to_string(), "{}", folder.display());
        }
        checked.push(name(&folder).to_owned());
    }
    assert_eq!(
        checked,
        [
            "computed-chinese-and-emoji",
            "computed-every-parameter-at-its-longest",
            "computed-post",
            "computed-reserved-characters",
            "computed-secret-longer-than-a-block",
            "computed-security-token-of-4-kib",
            "derived-create-customer-gateway-minimal",
        ],
    );
}

#[test]
fn queries_are_equal_by_their_timestamps() {
    let request = CreateCustomerGateway::new(
        RegionId::new("cn").unwrap(),
        IpAddress::new("8.8.8.8").unwrap(),
    );
    let at = |time: &str| {
        CommonParameters::new(
            AccessKeyId::new("id").unwrap(),
            SignatureNonce::new("nonce").unwrap(),
            Timestamp::new(time).unwrap(),
        )
    };
    let (one, same, other) =
        (at("2024-01-02T03:04:05Z"), at("2024-01-02T03:04:05Z"), at("2024-01-02T03:04:06Z"));
    assert_eq!(request.with_common(&one), request.with_common(&same));
    assert_ne!(request.with_common(&one), request.with_common(&other));
}

#[test]
fn the_method_is_signed() {
    assert_eq!(
        rpc::Method::ALL.iter().map(|method| method.as_str()).collect::<Vec<_>>(),
        ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"],
    );
    let query = Query::new(Pairs::new(&[("A", "1")]).unwrap());
    for method in rpc::Method::ALL {
        assert_eq!(rpc::Method::from_name(method.as_str()), Some(*method));
        assert_eq!(rpc::Method::from_name(&method.as_str().to_lowercase()), None);
        assert_eq!(format!("{method:>9}"), format!("{:>9}", method.as_str()));
        assert_eq!(
            rpc::StringToSign::new(*method, &query).to_string(),
            format!("{method}&%2F&A%3D1"),
        );
    }
    assert_eq!(rpc::Method::from_name(""), None);
    assert_eq!(rpc::Method::from_name("GET "), None);
    assert_eq!(rpc::Method::default(), rpc::Method::Get);
}

const RESERVED_TOKEN: &str = match core::str::from_utf8(&[b'/'; SecurityToken::MAX_CHARS]) {
    Ok(text) => text,
    Err(_) => panic!("slashes are ASCII"),
};

/// A request in which everything is as long as it may be, and takes three bytes a byte.
fn longest<'a>(name: &'a str, description: &'a str) -> CreateCustomerGateway<'a> {
    let token = &RESERVED_TOKEN[..ClientToken::MAX_CHARS];
    let region = "cn-the-longest-label-that-the-name-of-an-endpoint-has-room-for-";
    assert_eq!(region.len(), RegionId::MAX_CHARS);
    CreateCustomerGateway::new(
        RegionId::new(region).unwrap(),
        IpAddress::new("101.112.113.114").unwrap(),
    )
    .with_client_token(ClientToken::new(token).unwrap())
    .with_name(Name::new(name).unwrap())
    .with_description(Description::new(description).unwrap())
    .with_asn(Asn::from_number(u32::MAX).unwrap())
}

#[test]
fn no_signed_query_is_longer_than_the_bound() {
    let name = "\u{20000}".repeat(Name::MAX_CHARS);
    let description = "\u{20000}".repeat(Description::MAX_CHARS);
    let request = longest(&name, &description);
    let common = CommonParameters::new(
        AccessKeyId::new(&RESERVED_TOKEN[..AccessKeyId::MAX_CHARS]).unwrap(),
        SignatureNonce::new(&RESERVED_TOKEN[..SignatureNonce::MAX_CHARS]).unwrap(),
        Timestamp::from_unix_seconds(Timestamp::MAX_UNIX_SECONDS).unwrap(),
    );
    let with_token = common.with_security_token(SecurityToken::new(RESERVED_TOKEN).unwrap());
    let key = rpc::SigningKey::new("testsecret");
    for (common, token) in [(common, 0), (with_token, SecurityToken::MAX_ENCODED_LEN)] {
        let query = request.with_common(&common);
        for method in [rpc::Method::Get, rpc::Method::Post] {
            let signed = rpc::sign(method, &query, &key);
            // Nothing but the signature could be longer: were each character of it a reserved one.
            let signature = signed.signature();
            let plain = signature.as_str().bytes().filter(u8::is_ascii_alphanumeric).count();
            let bound = CreateCustomerGateway::MAX_SIGNED_LEN + token;
            assert_eq!(signed.encoded_len() + plain * 2, bound);
            assert_eq!(signed.to_heapless::<64_000>().unwrap(), signed.to_string().as_str());
        }
    }
    assert_eq!(SecurityToken::MAX_ENCODED_LEN, "&SecurityToken=".len() + 3 * 8192);
}

#[test]
fn an_empty_list_is_signed() {
    let query = Query::new(Pairs::new(&[]).unwrap());
    assert_eq!(query.to_string(), "");
    let key = rpc::SigningKey::new("testsecret");
    for (method, string_to_sign, signed_query) in [
        (rpc::Method::Get, "GET&%2F&", "Signature=466jQ0wZ71nv%2BBdkJBzlRBwFlXU%3D"),
        (rpc::Method::Post, "POST&%2F&", "Signature=0TS6mljAaR1otoyy5oJ3S3FnDhw%3D"),
    ] {
        assert_eq!(rpc::StringToSign::new(method, &query).to_string(), string_to_sign);
        assert_eq!(rpc::sign(method, &query, &key).to_string(), signed_query);
    }
    let no_headers = acs3::Headers::new(&[]).unwrap();
    let body = acs3::BodyHash::new(b"");
    let request = acs3::CanonicalRequest::new(
        acs3::Method::Get,
        acs3::Path::ROOT,
        Some(&query),
        no_headers,
        body,
    );
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(request.to_string(), format!("GET\n/\n\n\n\n{empty}"));
    let without: Option<&Query<Pairs<'_>>> = None;
    let request =
        acs3::CanonicalRequest::new(acs3::Method::Get, acs3::Path::ROOT, without, no_headers, body);
    assert_eq!(request.to_string(), format!("GET\n/\n\n\n\n{empty}"));
}

#[test]
fn a_signature_is_not_signed() {
    for pairs in [
        [("Signature", "x")].as_slice(),
        &[("A", "1"), ("Signature", "")],
        &[("Signature", "x"), ("Version", "1")],
    ] {
        let refused = Pairs::new(pairs).unwrap_err();
        assert_eq!(refused, OrderError::Signature);
        assert_eq!(
            refused.to_string(),
            "parameter \"Signature\" is among those to be signed: leave it out",
        );
    }
    for allowed in ["SignatureNonce", "signature", "Signatur"] {
        assert!(Pairs::new(&[(allowed, "x")]).is_ok());
    }
}
