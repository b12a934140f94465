//! The RPC signature: vectors stage by stage, typed requests.

use aliyun_customer_gateway::query::{OrderError, Pairs, Query};
use aliyun_customer_gateway::{
    AccessKeyId, Asn, AuthKey, Call, ClientToken, CreateCustomerGateway, Description, Encode as _,
    Format, IpAddress, Method, Name, RegionId, ResourceGroupId, SecurityToken, SignatureNonce,
    Timestamp, acs3, rpc,
};

use crate::vectors::{Vector, call, credentials, folders, name, secret, typed_request};

#[test]
fn every_rpc_vector() {
    let folders = folders("rpc");
    for folder in &folders {
        let vector = Vector::read(folder);
        let pairs = vector.sorted("parameters");
        let pairs = Pairs::new(&pairs).unwrap();
        vector.assert_stage("canonical-query", Query::new(pairs));
        let to_sign = rpc::StringToSign::of_pairs(vector.method(), pairs);
        assert_eq!((to_sign.method(), *to_sign.parameters()), (vector.method(), pairs));
        vector.assert_stage("string-to-sign", to_sign);
        let signature = to_sign.sign(&rpc::SigningKey::new(secret(vector.text("secret"))));
        vector.assert_stage("signature", signature);
        vector.assert_stage("signature", rpc::Signature::new(signature.as_str()).unwrap());
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
        let call = call(
            typed_request(&pairs),
            find("SignatureNonce").unwrap(),
            find("Timestamp").unwrap(),
        )
        .with_format(Format::new(find("Format").unwrap()).unwrap());
        let (id, secret) = (find("AccessKeyId").unwrap(), vector.text("secret"));
        let credentials = credentials(id, secret, find("SecurityToken"));
        let signer = rpc::Signer::new(&credentials);
        let to_sign = rpc::StringToSign::of_call(vector.method(), &call, credentials.identity());
        vector.assert_stage("canonical-query", Query::new(to_sign.parameters()));
        vector.assert_stage("string-to-sign", to_sign);
        vector.assert_stage("signature", signer.sign(vector.method(), &call).signature());

        let pairs = Pairs::new(&pairs).unwrap();
        for method in [Method::Get, Method::Post] {
            let typed = signer.sign(method, &call);
            let of_pairs = rpc::StringToSign::of_pairs(method, pairs);
            let of_pairs = of_pairs.signed(of_pairs.sign(signer.key()));
            assert_eq!(typed.to_string(), of_pairs.to_string(), "{}", folder.display());
            assert_eq!(typed.signature(), of_pairs.signature());
            // A signature that was made elsewhere comes as text.
            let signature = rpc::Signature::new(typed.signature().as_str()).unwrap();
            let of_call = rpc::StringToSign::of_call(method, &call, credentials.identity());
            assert_eq!(of_call.signed(signature), typed);
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
fn calls_are_equal_by_what_is_signed() {
    let action = CreateCustomerGateway::new(
        RegionId::new("cn").unwrap(),
        IpAddress::new("8.8.8.8").unwrap(),
    );
    let (one, same, other) = (
        call(action, "nonce", "2024-01-02T03:04:05Z"),
        call(action, "nonce", "2024-01-02T03:04:05Z"),
        call(action, "nonce", "2024-01-02T03:04:06Z"),
    );
    let identity = credentials("id", "secret", None).identity();
    let of = |call| rpc::StringToSign::of_call(Method::Get, call, identity);
    assert_eq!(of(&one), of(&same));
    assert_ne!(of(&one), of(&other));
    let signer = rpc::Signer::new(&credentials("id", "secret", None));
    assert_eq!(signer.identity(), identity);
    assert_eq!(signer.sign(Method::Get, &one), signer.sign(Method::Get, &same));
    assert_ne!(signer.sign(Method::Get, &one), signer.sign(Method::Get, &other));
}

#[test]
fn the_method_is_signed() {
    assert_eq!(
        Method::ALL.iter().map(|method| method.as_str()).collect::<Vec<_>>(),
        ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"],
    );
    let pairs = Pairs::new(&[("A", "1")]).unwrap();
    for method in Method::ALL {
        assert_eq!(Method::from_name(method.as_str()), Some(*method));
        assert_eq!(Method::from_name(&method.as_str().to_lowercase()), None);
        assert_eq!(format!("{method:>9}"), format!("{:>9}", method.as_str()));
        assert_eq!(
            rpc::StringToSign::of_pairs(*method, pairs).to_string(),
            format!("{method}&%2F&A%3D1"),
        );
    }
    assert_eq!(Method::from_name(""), None);
    assert_eq!(Method::from_name("GET "), None);
    assert_eq!(Method::default(), Method::Get);
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
    .with_bgp(Asn::from_number(u32::MAX).unwrap(), AuthKey::new(token).unwrap())
    .with_resource_group_id(ResourceGroupId::new(token).unwrap())
}

#[test]
fn no_signed_query_is_longer_than_the_bound() {
    let name = "\u{20000}".repeat(Name::MAX_CHARS);
    let description = "\u{20000}".repeat(Description::MAX_CHARS);
    let nonce = SignatureNonce::new(&RESERVED_TOKEN[..SignatureNonce::MAX_CHARS]).unwrap();
    let last = Timestamp::from_unix_seconds(Timestamp::MAX_UNIX_SECONDS).unwrap();
    let call = Call::new(longest(&name, &description), nonce, last);
    let id = &RESERVED_TOKEN[..AccessKeyId::MAX_CHARS];
    for (token, added) in [(None, 0), (Some(RESERVED_TOKEN), SecurityToken::MAX_ENCODED_LEN)] {
        let signer = rpc::Signer::new(&credentials(id, "testsecret", token));
        for method in [Method::Get, Method::Post] {
            let signed = signer.sign(method, &call);
            // Nothing but the signature could be longer: were each character of it a reserved one.
            let signature = signed.signature();
            let plain = signature.as_str().bytes().filter(u8::is_ascii_alphanumeric).count();
            let bound = CreateCustomerGateway::MAX_SIGNED_LEN + added;
            assert_eq!(signed.encoded_len() + plain * 2, bound);
            assert_eq!(signed.to_heapless::<64_000>().unwrap(), signed.to_string().as_str());
        }
    }
    assert_eq!(SecurityToken::MAX_ENCODED_LEN, "&SecurityToken=".len() + 3 * 8192);
}

#[test]
fn an_empty_list_is_signed() {
    let pairs = Pairs::new(&[]).unwrap();
    assert_eq!(Query::new(pairs).to_string(), "");
    let key = rpc::SigningKey::new(secret("testsecret"));
    for (method, string_to_sign, signed_query) in [
        (Method::Get, "GET&%2F&", "Signature=466jQ0wZ71nv%2BBdkJBzlRBwFlXU%3D"),
        (Method::Post, "POST&%2F&", "Signature=0TS6mljAaR1otoyy5oJ3S3FnDhw%3D"),
    ] {
        let to_sign = rpc::StringToSign::of_pairs(method, pairs);
        assert_eq!(to_sign.to_string(), string_to_sign);
        assert_eq!(to_sign.signed(to_sign.sign(&key)).to_string(), signed_query);
    }
    let no_headers = acs3::Headers::new(&[]).unwrap();
    let body = acs3::BodyHash::new(b"");
    assert_eq!(body, acs3::BodyHash::EMPTY);
    let path = acs3::Path::ROOT;
    let request = acs3::CanonicalRequest::new(Method::Get, path, pairs, no_headers, body);
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
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

/// A signature that was made elsewhere is checked to be one.
#[test]
fn texts_that_are_no_signature() {
    let expected = "write the base64 of an HMAC-SHA1, which is 28 characters";
    for (text, index, sentence) in [
        ("", None, "Signature has 0 bytes"),
        ("cHNRBjHH+czG/4EXrOj2lRuwhGQ", None, "Signature has 27 bytes"),
        ("cHNRBjHH+czG/4EXrOj2lRuwhGQ=\n", None, "Signature has 29 bytes"),
        ("cHNRBjHH%2BczG%2F4EXrOj2lRuwhGQ%3D", None, "Signature has 34 bytes"),
        (
            "cHNRBjHH-czG/4EXrOj2lRuwhGQ=",
            Some(8),
            "unexpected character '-' at byte 8 of Signature",
        ),
        ("cHNRBjHH+czG/4EXrOj2lRuwhGQé", None, "Signature has 29 bytes"),
        ("cHNRBjHH+czG/4EXrOj2lRuwhé==", None, "Signature has 29 bytes"),
        ("éHNRBjHH+czG/4EXrOj2lRuwhGQ", Some(0), "unexpected character 'é' at byte 0 of Signature"),
        // 19 bytes, 21 bytes, and 20 bytes with a bit too many.
        (
            "cHNRBjHH+czG/4EXrOj2lRuwhG==",
            Some(26),
            "unexpected character '=' at byte 26 of Signature",
        ),
        (
            "cHNRBjHH+czG/4EXrOj2lRuwhGQA",
            Some(27),
            "unexpected character 'A' at byte 27 of Signature",
        ),
        (
            "cHNRBjHH+czG/4EXrOj2lRuwhGR=",
            Some(26),
            "unexpected character 'R' at byte 26 of Signature",
        ),
    ] {
        let refused = rpc::Signature::new(text).unwrap_err();
        assert_eq!(refused.to_string(), format!("{sentence}: {expected}"), "{text:?}");
        assert_eq!(refused.index(), index, "{text:?}");
    }
    let text = "cHNRBjHH+czG/4EXrOj2lRuwhGQ=";
    let signature = rpc::Signature::new(text).unwrap();
    assert_eq!(signature.as_str(), text);
    let mac: [u8; 20] = base64::Engine::decode(&base64::prelude::BASE64_STANDARD, text)
        .unwrap()
        .try_into()
        .unwrap();
    assert_eq!(rpc::Signature::from_mac(&mac), signature);
    // Signatures differ wherever a character does.
    for index in 0..26 {
        let mut other = text.to_owned();
        let character = if other[index..].starts_with('A') { "B" } else { "A" };
        other.replace_range(index..=index, character);
        assert_ne!(rpc::Signature::new(&other).unwrap(), signature, "{other}");
    }
}
