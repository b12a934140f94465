//! Both signatures: vectors stage by stage, typed requests, keys of any kind, and what is refused.
#![cfg(feature = "sign")]
#![allow(clippy::unwrap_used, reason = "a vector that cannot be read fails its test")]

use core::fmt::{Debug, Display};
use std::path::{Path, PathBuf};

use aliyun_customer_gateway::{
    AccessKeyId, Asn, ClientToken, CommonParameters, CreateCustomerGateway, Description, Format,
    Host, InvalidList, IpAddress, List, Name, Names, Query, RegionId, SecurityToken,
    SignatureNonce, Timestamp, Value, acs3, names, rpc,
};
use digest::array::Array;
use digest::{FixedOutput, FixedOutputReset as _, KeyInit, OutputSizeUser, Reset, Update};
use hmac::{Hmac, HmacReset, SimpleHmac};
use serde_json::Value as Json;
use sha1::Sha1;
use sha2::Sha256;

const VECTORS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors");

/// The folders of one kind of vector, sorted.
fn folders(kind: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(format!("{VECTORS}/{kind}")).unwrap();
    let mut folders: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    folders.sort_unstable();
    folders
}

fn name(folder: &Path) -> &str {
    folder.file_name().unwrap().to_str().unwrap()
}

/// A folder of vectors: a file a stage.
struct Vector<'f> {
    folder: &'f Path,
    request: Json,
}

impl<'f> Vector<'f> {
    fn read(folder: &'f Path) -> Self {
        let text = std::fs::read_to_string(folder.join("request.json")).unwrap();
        let request = serde_json::from_str(&text).unwrap();
        Self { folder, request }
    }

    fn text(&self, member: &str) -> &str {
        self.request.get(member).unwrap().as_str().unwrap()
    }

    fn method(&self) -> rpc::Method {
        rpc::Method::from_name(self.text("method")).unwrap()
    }

    fn pairs(&self, member: &str) -> Vec<(&str, &str)> {
        let pairs = self.request.get(member).unwrap().as_object().unwrap().iter();
        pairs.map(|(name, value)| (name.as_str(), value.as_str().unwrap())).collect()
    }

    /// The pairs in the order of the bytes of their names.
    fn sorted(&self, member: &str) -> Vec<(&str, &str)> {
        let mut pairs = self.pairs(member);
        pairs.sort_unstable();
        pairs
    }

    #[track_caller]
    fn assert_stage(&self, stage: &str, found: impl Display) {
        let expected = std::fs::read_to_string(self.folder.join(stage)).unwrap();
        assert_eq!(found.to_string(), expected, "{}: the {stage} differs", self.folder.display());
    }
}

#[test]
fn every_rpc_vector() {
    let folders = folders("rpc");
    for folder in &folders {
        let vector = Vector::read(folder);
        let pairs = vector.sorted("parameters");
        let query = Query::new(List::new(&pairs).unwrap());
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

#[test]
fn every_acs3_vector() {
    let folders = folders("acs3");
    for folder in &folders {
        let vector = Vector::read(folder);
        let pairs = vector.sorted("query");
        let query = Query::new(List::new(&pairs).unwrap());
        vector.assert_stage("canonical-query", query);
        let mut headers = vector.pairs("headers");
        headers.sort_by_key(|(name, _)| name.to_ascii_lowercase());
        let headers = acs3::Headers::new(headers.as_slice()).unwrap();
        let body_hash = acs3::BodyHash::new(vector.text("body").as_bytes());
        let path = vector.text("path");
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

#[test]
fn a_folder_holds_a_file_a_stage_and_no_other() {
    let rpc = ["canonical-query", "request.json", "signature", "string-to-sign"];
    let acs3 = [
        "authorization",
        "canonical-query",
        "canonical-request",
        "request.json",
        "signature",
        "string-to-sign",
    ];
    for (kind, stages) in [("rpc", rpc.as_slice()), ("acs3", acs3.as_slice())] {
        for folder in folders(kind) {
            let files = std::fs::read_dir(&folder).unwrap();
            let mut files: Vec<_> =
                files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
            files.sort_unstable();
            assert_eq!(files, stages, "{}", folder.display());
        }
    }
}

/// The action's own parameters, found among others.
fn typed_request<'a>(pairs: &[(&'a str, &'a str)]) -> CreateCustomerGateway<'a> {
    let find = |name| pairs.iter().find(|pair| pair.0 == name).map(|pair| pair.1);
    let mut request = CreateCustomerGateway::new(
        RegionId::new(find("RegionId").unwrap()).unwrap(),
        IpAddress::new(find("IpAddress").unwrap()).unwrap(),
    );
    if let Some(text) = find("ClientToken") {
        request = request.with_client_token(ClientToken::new(text).unwrap());
    }
    if let Some(text) = find("Name") {
        request = request.with_name(Name::new(text).unwrap());
    }
    if let Some(text) = find("Description") {
        request = request.with_description(Description::new(text).unwrap());
    }
    if let Some(text) = find("Asn") {
        request = request.with_asn(Asn::new(text).unwrap());
    }
    request
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
            let generic = Query::new(List::new(&pairs).unwrap());
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
            CreateCustomerGateway::ACTION,
            CreateCustomerGateway::VERSION,
            &query,
            SignatureNonce::new(header("x-acs-signature-nonce").unwrap()).unwrap(),
            Timestamp::new(header("x-acs-date").unwrap()).unwrap(),
        );
        assert!(typed.headers().any(|header| header == ("accept", "application/json")));
        if !body.is_empty() {
            typed = typed.with_form_body();
        }
        if let Some(token) = header("x-acs-security-token") {
            typed = typed.with_security_token(SecurityToken::new(token).unwrap());
        }
        assert_eq!(typed.headers().collect::<Vec<_>>(), headers, "{name}");
        // What is asked for is not signed, so the format changes one header and no signature.
        typed = typed.with_format(format);
        assert!(typed.headers().any(|header| header == ("accept", format.media_type())));

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
            "/",
            body.is_empty().then_some(&query),
            acs3::Headers::new(headers.as_slice()).unwrap(),
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
    assert_eq!(of(acs3::Method::Get).headers().collect::<Vec<_>>(), get);
    assert_eq!(of(acs3::Method::Post).headers().collect::<Vec<_>>(), get);
    let post = of(acs3::Method::Post).with_form_body();
    let mut expected = get.to_vec();
    expected.insert(1, ("content-type", "application/x-www-form-urlencoded"));
    // SHA-256 of `IpAddress=101.12.0.12&RegionId=cn-shanghai`.
    expected[4].1 = "aecb07572291c0a903ad53de403e3184f5c11eee8deb02100671824851949c76";
    assert_eq!(post.headers().collect::<Vec<_>>(), expected);
    let authorization = post
        .authorize(AccessKeyId::new("id").unwrap(), &acs3::SigningKey::new("secret"))
        .to_string();
    let names = "content-type;host;x-acs-action;x-acs-content-sha256;x-acs-date;\
                 x-acs-security-token;x-acs-signature-nonce;x-acs-version";
    let start = format!("ACS3-HMAC-SHA256 Credential=id,SignedHeaders={names},Signature=");
    assert!(authorization.starts_with(&start), "{authorization}");
}

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

/// Secrets of every length around the block of the hashes, and far beyond.
fn secrets() -> impl Iterator<Item = String> {
    (0..=200).chain([1000, 4096]).map(|len| "k3y/+=é".chars().cycle().take(len).collect())
}

#[test]
fn any_hmac_sha1_signs_as_the_key_does() {
    let pairs = [("Action", "CreateCustomerGateway"), ("Name", "上海")];
    let query = Query::new(List::new(&pairs).unwrap());
    let string_to_sign = rpc::StringToSign::new(rpc::Method::Get, &query);
    for secret in secrets() {
        let key = rpc::SigningKey::new(&secret);
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
    let query = Query::new(List::new(&[("Name", "上海")]).unwrap());
    let headers = [("host", "vpc.aliyuncs.com")];
    let request = acs3::CanonicalRequest::new(
        acs3::Method::Get,
        "/",
        Some(&query),
        acs3::Headers::new(headers).unwrap(),
        acs3::BodyHash::new(b""),
    );
    let string_to_sign = request.string_to_sign();
    for secret in secrets() {
        let key = acs3::SigningKey::new(&secret);
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
    let query = Query::new(List::new(&[("A", "1")]).unwrap());
    let string_to_sign = rpc::StringToSign::new(rpc::Method::Post, &query);
    let mut mac = HmacReset::<Sha1>::new_from_slice(b"secret&").unwrap();
    Update::update(&mut mac, b"another request");
    let _ = mac.finalize_fixed_reset();
    let signature = string_to_sign.sign(&rpc::SigningKey::new("secret"));
    assert_eq!(string_to_sign.sign_with(mac.clone()), signature);
    Update::update(&mut mac, b"left over");
    Reset::reset(&mut mac);
    assert_eq!(string_to_sign.sign_with(mac), signature);
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
    let query = Query::new(List::new(&[("A", "1")]).unwrap());
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
    let query = Query::new(List::new(&[]).unwrap());
    assert_eq!(query.to_string(), "");
    let key = rpc::SigningKey::new("testsecret");
    for (method, string_to_sign, signed_query) in [
        (rpc::Method::Get, "GET&%2F&", "Signature=466jQ0wZ71nv%2BBdkJBzlRBwFlXU%3D"),
        (rpc::Method::Post, "POST&%2F&", "Signature=0TS6mljAaR1otoyy5oJ3S3FnDhw%3D"),
    ] {
        assert_eq!(rpc::StringToSign::new(method, &query).to_string(), string_to_sign);
        assert_eq!(rpc::sign(method, &query, &key).to_string(), signed_query);
    }
    let no_headers = acs3::Headers::new([]).unwrap();
    let body = acs3::BodyHash::new(b"");
    let request =
        acs3::CanonicalRequest::new(acs3::Method::Get, "/", Some(&query), no_headers, body);
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(request.to_string(), format!("GET\n/\n\n\n\n{empty}"));
    let without: Option<&Query<List<'_>>> = None;
    let request = acs3::CanonicalRequest::new(acs3::Method::Get, "/", without, no_headers, body);
    assert_eq!(request.to_string(), format!("GET\n/\n\n\n\n{empty}"));
}

#[test]
fn a_signature_is_not_signed() {
    for pairs in [
        [("Signature", "x")].as_slice(),
        &[("A", "1"), ("Signature", "")],
        &[("Signature", "x"), ("Version", "1")],
    ] {
        let refused = List::new(pairs).unwrap_err();
        assert_eq!(refused, InvalidList::Signature);
        assert_eq!(
            refused.to_string(),
            "parameter \"Signature\" is among those to be signed: leave it out",
        );
    }
    assert_eq!(Names::new(["A", "Signature"]), Err(InvalidList::Signature));
    for allowed in ["SignatureNonce", "signature", "Signatur"] {
        assert!(List::new(&[(allowed, "x")]).is_ok());
    }
}

#[test]
fn headers_that_are_refused() {
    use acs3::InvalidHeaders::{Duplicate, Name, OutOfOrder, Value};

    let name = "has a name that HTTP does not allow";
    let value = "has a control character in its value: leave it out";
    let sort = "sort the names by their lower case";
    for (headers, error, sentence) in [
        (
            [("x-acs-date", ".."), ("host", "..")].as_slice(),
            OutOfOrder { name: "host", previous: "x-acs-date" },
            format!("header \"host\" stands behind \"x-acs-date\": {sort}"),
        ),
        (
            // In the order of their bytes, but not in that of their lower case.
            &[("Zone", "1"), ("host", "2")],
            OutOfOrder { name: "host", previous: "Zone" },
            format!("header \"host\" stands behind \"Zone\": {sort}"),
        ),
        (
            // `_` stands before `a`, but behind `A`.
            &[("xA", "1"), ("x_", "2")],
            OutOfOrder { name: "x_", previous: "xA" },
            format!("header \"x_\" stands behind \"xA\": {sort}"),
        ),
        (
            &[("host-", ".."), ("host", "..")],
            OutOfOrder { name: "host", previous: "host-" },
            format!("header \"host\" stands behind \"host-\": {sort}"),
        ),
        (
            &[("accept", "1"), ("host", "a"), ("Host", "b")],
            Duplicate { name: "Host" },
            "header \"Host\" stands twice: leave one out".to_owned(),
        ),
        (&[("", "..")], Name { name: "" }, format!("header \"\" {name}")),
        (&[("x acs", "..")], Name { name: "x acs" }, format!("header \"x acs\" {name}")),
        (&[("host:", "..")], Name { name: "host:" }, format!("header \"host:\" {name}")),
        (&[("höst", "..")], Name { name: "höst" }, format!("header \"höst\" {name}")),
        (&[("host\n", "..")], Name { name: "host\n" }, format!("header \"host\\n\" {name}")),
        (
            &[("host", "a\r\nx-acs-date: b")],
            Value { name: "host" },
            format!("header \"host\" {value}"),
        ),
        (&[("host", "a\0")], Value { name: "host" }, format!("header \"host\" {value}")),
        (&[("host", "a\nb")], Value { name: "host" }, format!("header \"host\" {value}")),
        (&[("accept", "\u{7f}")], Value { name: "accept" }, format!("header \"accept\" {value}")),
        (&[("accept", "\u{85}")], Value { name: "accept" }, format!("header \"accept\" {value}")),
        (
            // The first header that is wrong, and its name before its value.
            &[("a", "1"), ("b c", "\n"), ("a", "2")],
            Name { name: "b c" },
            format!("header \"b c\" {name}"),
        ),
    ] {
        let refused = acs3::Headers::new(headers).unwrap_err();
        assert_eq!(refused, error, "{headers:?}");
        assert_eq!(refused.to_string(), sentence, "{headers:?}");
    }
    // White space around a value is trimmed, and a tab may stand in one (RFC 9110, 5.5).
    for value in ["\ta", "a\r\n", "a\tb"] {
        assert!(acs3::Headers::new([("host", value)].as_slice()).is_ok(), "{value:?}");
    }
}

#[test]
fn every_byte_in_the_name_of_a_header() {
    // `tchar` of RFC 9110, 5.6.2, to the letter.
    let tchar = "!#$%&'*+-.^_`|~";
    for character in '\0'..='\u{17f}' {
        let name = format!("x{character}");
        let allowed = character.is_ascii_alphanumeric() || tchar.contains(character);
        let headers = [(name.as_str(), "")];
        let headers = acs3::Headers::new(headers.as_slice());
        let error = acs3::InvalidHeaders::Name { name: &name };
        assert_eq!(headers.map(|_| ()), if allowed { Ok(()) } else { Err(error) }, "{name:?}");
    }
}

#[test]
fn headers_that_are_taken() {
    for headers in [
        [].as_slice(),
        &[("host", "")],
        // In the order of their lower case, but not in that of their bytes.
        &[("host", "1"), ("Zone", "2")],
        &[("x_", "1"), ("xA", "2")],
        &[("HOST", "上海"), ("x-acs-date", " a b ")],
    ] {
        assert!(acs3::Headers::new(headers).is_ok(), "{headers:?}");
    }
}

const SECRET: &str = "kEyThatNobodyMaySee";
const TOKEN: &str = "tOkEnThatNobodyMaySee";

static OF_TOKEN: Names<1> = names!["SecurityToken"];

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
        CreateCustomerGateway::ACTION,
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
    let query = Query::new(OF_TOKEN.with([Value::text(TOKEN)]));
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
    let query = Query::new(List::new(&[("body", "test"), ("query", "test")]).unwrap());
    let string_to_sign = rpc::StringToSign::new(rpc::Method::Get, &query);
    let signature = string_to_sign.sign(&rpc::SigningKey::new("secret"));
    assert_eq!(signature.as_ref(), "XlUyV4sXjOuX5FnjUz9IF9tm5rU=");
    assert_eq!(format!("{signature:?}"), "Signature(\"XlUyV4sXjOuX5FnjUz9IF9tm5rU=\")");

    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    let body_hash = acs3::BodyHash::new(b"");
    assert_eq!(body_hash.as_str(), empty);
    assert_eq!(format!("{body_hash:?}"), format!("BodyHash({empty:?})"));

    let headers = acs3::Headers::new([("host", "vpc.aliyuncs.com")]).unwrap();
    assert_eq!(format!("{headers:?}"), "Headers([redacted])");
    let request =
        acs3::CanonicalRequest::new(acs3::Method::Get, "/", Some(&query), headers, body_hash);
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

/// Where the service's string to sign and ours part.
#[cfg(all(feature = "json", feature = "xml"))]
mod mismatch {
    use aliyun_customer_gateway::rpc::{Method, Mismatch, StringToSign};
    use aliyun_customer_gateway::{Failed, List, Query, Response};

    fn failed(body: &str) -> Failed<'_> {
        match Response::decode(403, body.as_bytes()) {
            Ok(Response::Failed(failed)) => failed,
            other => unreachable!("a status of 403 is a failure: {other:?}"),
        }
    }

    const MESSAGE: &str =
        "Specified signature is not matched with our calculation. server string to sign is:";

    fn body(echo: &str) -> String {
        format!(r#"{{"Message":"{MESSAGE}{echo}","Code":"SignatureDoesNotMatch"}}"#)
    }

    const PAIRS: &[(&str, &str)] =
        &[("Action", "A"), ("Format", "JSON"), ("Name", "上海"), ("Version", "2016-04-28")];

    const OURS: &str = "GET&%2F&Action%3DA%26Format%3DJSON%26Name%3D%25E4%25B8%258A%25E6%25B5%25B7\
                        %26Version%3D2016-04-28";

    fn explain(pairs: &[(&str, &str)], body: &str) -> Option<Mismatch> {
        let query = Query::new(List::new(pairs).unwrap());
        StringToSign::new(Method::Get, &query).explain(&failed(body))
    }

    #[test]
    fn the_string_to_sign_is_as_expected() {
        let query = Query::new(List::new(PAIRS).unwrap());
        assert_eq!(StringToSign::new(Method::Get, &query).to_string(), OURS);
    }

    const WRONG_SECRET: &str =
        "the strings to sign are equal: the secret is not that of the access key";

    #[test]
    fn equal_strings_blame_the_secret() {
        let escaped = OURS.replace('&', "\\u0026");
        let plain = body(OURS);
        let json = body(&escaped);
        let all = body(&OURS.chars().fold(String::new(), |text, character| {
            text + &format!("\\u{:04x}", u32::from(character))
        }));
        let error = |echo: &str| {
            format!(
                "<Error><Code>SignatureDoesNotMatch</Code><Message>{MESSAGE}{echo}</Message></Error>"
            )
        };
        let xml = error(&OURS.replace('&', "&amp;"));
        let number = error(&OURS.replace('&', "&#38;"));
        let cdata = error(&format!("<![CDATA[{OURS}]]>"));
        for body in [plain, json, all, xml, number, cdata] {
            let mismatch = explain(PAIRS, &body).unwrap();
            assert_eq!(mismatch, Mismatch::WrongSecret, "{body}");
            assert_eq!(mismatch.to_string(), WRONG_SECRET);
        }
        let empty = explain(&[], &body("GET&%2F&")).unwrap();
        assert_eq!(empty, Mismatch::WrongSecret);
    }

    /// What the service echoes where `OURS` was signed, the first byte that differs, and a parameter
    /// and a text for each side.
    type Case<'a> = (&'a str, usize, [&'a str; 2], [&'a str; 2]);

    fn assert_case(case: &Case<'_>) {
        let (echo, index, ours, theirs) = *case;
        let plain = body(echo);
        let json = body(&echo.replace('&', "\\u0026").replace('%', "\\u0025"));
        let xml = format!(
            "<Error><Message>{MESSAGE}{}</Message><Code>SignatureDoesNotMatch</Code></Error>",
            echo.replace('&', "&amp;").replace('%', "&#x25;"),
        );
        for body in [plain, json, xml] {
            let mismatch = explain(PAIRS, &body).unwrap();
            let Mismatch::Differs { index: at, ours: one, theirs: other } = &mismatch else {
                unreachable!("the strings differ: {body}")
            };
            let found = (*at, [one.parameter(), one.text()], [other.parameter(), other.text()]);
            assert_eq!(found, (index, ours, theirs), "{body}");
            let shown = |parameter| if str::is_empty(parameter) { "the method" } else { parameter };
            assert_eq!(
                mismatch.to_string(),
                format!(
                    "the strings to sign differ from byte {index} on: {} was signed as {:?}, but the \
                     service read {} with {:?}",
                    shown(ours[0]),
                    ours[1],
                    shown(theirs[0]),
                    theirs[1],
                ),
            );
        }
    }

    #[test]
    fn in_the_method() {
        assert_case(&(
            &OURS.replacen("GET", "POST", 1),
            0,
            ["", "GET&%2F&Action%3DA%26For"],
            ["", "POST&%2F&Action%3DA%26Fo"],
        ));
    }

    #[test]
    fn in_the_path() {
        assert_case(&(
            &OURS.replacen("%2F", "%2Fv1", 1),
            7,
            ["", "&Action%3DA%26Format%3DJ"],
            ["", "v1&Action%3DA%26Format%3"],
        ));
    }

    #[test]
    fn nothing_echoed() {
        assert_case(&("", 0, ["", "GET&%2F&Action%3DA%26For"], ["", ""]));
        assert_case(&("GET", 3, ["", "&%2F&Action%3DA%26Format"], ["", ""]));
    }

    #[test]
    fn in_the_first_parameter() {
        assert_case(&(
            &OURS.replacen("Action", "Auction", 1),
            9,
            ["Action", "ction%3DA%26Format%3DJSO"],
            ["Auction", "uction%3DA%26Format%3DJS"],
        ));
        assert_case(&(
            &OURS.replacen("Action", "Bction", 1),
            8,
            ["Action", "Action%3DA%26Format%3DJS"],
            ["Bction", "Bction%3DA%26Format%3DJS"],
        ));
        assert_case(&(
            &OURS.replacen("%3DA", "%3DB", 1),
            17,
            ["Action", "A%26Format%3DJSON%26Name"],
            ["Action", "B%26Format%3DJSON%26Name"],
        ));
    }

    #[test]
    fn in_a_name() {
        assert_case(&(
            &OURS.replacen("Format", "Formal", 1),
            26,
            ["Format", "t%3DJSON%26Name%3D%25E4%"],
            ["Formal", "l%3DJSON%26Name%3D%25E4%"],
        ));
        // The one name is the start of the other.
        assert_case(&(
            &OURS.replacen("Format", "Formats", 1),
            27,
            ["Format", "%3DJSON%26Name%3D%25E4%2"],
            ["Formats", "s%3DJSON%26Name%3D%25E4%"],
        ));
        assert_case(&(
            &OURS.replacen("Format", "For", 1),
            24,
            ["Format", "mat%3DJSON%26Name%3D%25E"],
            ["For", "%3DJSON%26Name%3D%25E4%2"],
        ));
        // A parameter that the service read besides.
        assert_case(&(
            &OURS.replacen("%26Name", "%26Host%3Dh%26Name", 1),
            37,
            ["Name", "Name%3D%25E4%25B8%258A%2"],
            ["Host", "Host%3Dh%26Name%3D%25E4%"],
        ));
        // A parameter that the service did not read.
        assert_case(&(
            &OURS.replacen("Format%3DJSON%26", "", 1),
            21,
            ["Format", "Format%3DJSON%26Name%3D%"],
            ["Name", "Name%3D%25E4%25B8%258A%2"],
        ));
    }

    #[test]
    fn in_a_value() {
        assert_case(&(
            &OURS.replacen("JSON", "XML", 1),
            30,
            ["Format", "JSON%26Name%3D%25E4%25B8"],
            ["Format", "XML%26Name%3D%25E4%25B8%"],
        ));
        // The one value is the start of the other.
        assert_case(&(
            &OURS.replacen("JSON", "JSONP", 1),
            34,
            ["Format", "%26Name%3D%25E4%25B8%258"],
            ["Format", "P%26Name%3D%25E4%25B8%25"],
        ));
        // Encoded once less, and once more.
        assert_case(&(
            &OURS.replace("%25", "%"),
            45,
            ["Name", "25E4%25B8%258A%25E6%25B5"],
            ["Name", "E4%B8%8A%E6%B5%B7%26Vers"],
        ));
        assert_case(&(
            &OURS.replace("%25", "%2525"),
            47,
            ["Name", "E4%25B8%258A%25E6%25B5%2"],
            ["Name", "25E4%2525B8%25258A%2525E"],
        ));
        // Left out.
        assert_case(&(
            &OURS.replacen("%25E4%25B8%258A%25E6%25B5%25B7", "", 1),
            46,
            ["Name", "5E4%25B8%258A%25E6%25B5%"],
            ["Name", "6Version%3D2016-04-28"],
        ));
    }

    #[test]
    fn at_the_end() {
        let len = OURS.len();
        assert_case(&(&OURS[..len - 1], len - 1, ["Version", "8"], ["Version", ""]));
        assert_case(&(&format!("{OURS}9"), len, ["Version", ""], ["Version", "9"]));
        assert_case(&(
            &format!("{OURS}%26Zone%3D1"),
            len,
            ["Version", ""],
            ["Version", "%26Zone%3D1"],
        ));
        assert_case(&(&format!("{OURS} ."), len, ["Version", ""], ["Version", " ."]));
    }

    /// The service's side is foreign text: a cut in front of a character that does not fit leaves
    /// nothing behind it either.
    #[test]
    fn a_cut_text_is_the_start_of_the_text() {
        let foreign = "12345678901234567890123上5";
        assert_case(&(
            &OURS.replacen("JSON", foreign, 1),
            30,
            ["Format", "JSON%26Name%3D%25E4%25B8"],
            ["Format", "12345678901234567890123"],
        ));
        let name = "1234567890123456789012345678901上5";
        let echo = OURS.replacen("Format", name, 1);
        assert_case(&(
            &echo,
            21,
            ["Format", "Format%3DJSON%26Name%3D%"],
            ["1234567890123456789012345678901", "123456789012345678901234"],
        ));
    }

    #[test]
    fn a_long_name_is_cut() {
        let name = "N".repeat(40);
        let pairs = [(name.as_str(), "1")];
        let mismatch = explain(&pairs, &body(&format!("GET&%2F&{name}%3D2"))).unwrap();
        let Mismatch::Differs { index, ours, theirs } = &mismatch else {
            unreachable!("the strings differ")
        };
        assert_eq!((*index, ours.text(), theirs.text()), (51, "1", "2"));
        assert_eq!((ours.parameter(), theirs.parameter()), (&name[..32], &name[..32]));
    }

    #[test]
    fn sentences_to_the_letter() {
        for (echo, sentence) in [
            (OURS, WRONG_SECRET),
            (
                &OURS.replacen("GET", "POST", 1),
                "the strings to sign differ from byte 0 on: the method was signed as \
                 \"GET&%2F&Action%3DA%26For\", but the service read the method with \
                 \"POST&%2F&Action%3DA%26Fo\"",
            ),
            (
                &OURS.replacen("JSON", "XML", 1),
                "the strings to sign differ from byte 30 on: Format was signed as \
                 \"JSON%26Name%3D%25E4%25B8\", but the service read Format with \
                 \"XML%26Name%3D%25E4%25B8%\"",
            ),
            (
                &OURS[..OURS.len() - 1],
                "the strings to sign differ from byte 96 on: Version was signed as \"8\", but the \
                 service read Version with \"\"",
            ),
        ] {
            assert_eq!(explain(PAIRS, &body(echo)).unwrap().to_string(), sentence);
        }
    }

    #[test]
    fn nothing_to_explain() {
        for body in [
            // No echo, no message, another code, none.
            r#"{"Code":"SignatureDoesNotMatch","Message":"The signature does not match."}"#
                .to_owned(),
            r#"{"Code":"SignatureDoesNotMatch","Message":"server string to sign i"}"#.to_owned(),
            r#"{"Code":"SignatureDoesNotMatch"}"#.to_owned(),
            format!(r#"{{"Code":"InvalidName","Message":"{MESSAGE}{OURS}"}}"#),
            format!(r#"{{"Code":"signaturedoesnotmatch","Message":"{MESSAGE}{OURS}"}}"#),
            format!(r#"{{"Message":"{MESSAGE}{OURS}"}}"#),
            format!("<Error><Code>Forbidden</Code><Message>{MESSAGE}{OURS}</Message></Error>")
                .replace('&', "&amp;"),
        ] {
            assert_eq!(explain(PAIRS, &body), None, "{body}");
        }
    }

    /// An escaped code is the same code.
    #[test]
    fn an_escaped_code_is_explained() {
        let body = body(OURS).replace("SignatureDoes", "\\u0053ignatureDoes");
        assert_eq!(explain(PAIRS, &body), Some(Mismatch::WrongSecret));
    }
}
