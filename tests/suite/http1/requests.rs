//! The bytes of requests.

use aliyun_customer_gateway::acs3::{ExtraHeaders, Headers, InvalidHeaders};
use aliyun_customer_gateway::http1::{self, Connection, Request};
use aliyun_customer_gateway::query::Pairs;
use aliyun_customer_gateway::{
    AccessKeyId, AccessKeySecret, Action, Call, CreateCustomerGateway, Credentials, Encode, Format,
    Host, IpAddress, Method, Name, RegionId, SecurityToken, SignatureNonce, SignedCall, Tags,
    Timestamp, acs3, rpc,
};

use crate::action::{Longest, borrowed};

const NONCE: &str = "15215528852396";

fn timestamp() -> Timestamp {
    Timestamp::new("2024-01-02T03:04:05Z").unwrap()
}

fn action() -> CreateCustomerGateway<'static> {
    let region = RegionId::new("cn-shanghai").unwrap();
    CreateCustomerGateway::new(region, IpAddress::new("101.12.0.1").unwrap())
        .with_name(Name::new("上海").unwrap())
}

fn call() -> Call<'static, CreateCustomerGateway<'static>> {
    Call::new(action(), SignatureNonce::new(NONCE).unwrap(), timestamp())
}

fn credentials(token: Option<&'static str>) -> Credentials<'static> {
    let id = AccessKeyId::new("testid").unwrap();
    let secret = AccessKeySecret::new("testsecret").unwrap();
    match token {
        Some(token) => Credentials::temporary(id, secret, SecurityToken::new(token).unwrap()),
        None => Credentials::new(id, secret).unwrap(),
    }
}

/// A request as `httparse` reads it.
struct Parsed {
    method: String,
    target: String,
    headers: Vec<(String, String)>,
    body: String,
}

impl Parsed {
    fn new(text: &str) -> Self {
        let mut headers = [httparse::EMPTY_HEADER; 32];
        let mut request = httparse::Request::new(&mut headers);
        let httparse::Status::Complete(head) = request.parse(text.as_bytes()).unwrap() else {
            panic!("a head without an end")
        };
        assert_eq!(request.version, Some(1));
        let headers = request.headers.iter().map(|header| {
            (header.name.to_owned(), String::from_utf8(header.value.to_vec()).unwrap())
        });
        Self {
            method: request.method.unwrap().to_owned(),
            target: request.path.unwrap().to_owned(),
            headers: headers.collect(),
            body: text[head..].to_owned(),
        }
    }

    fn header(&self, name: &str) -> Option<&str> {
        let mut found = self.headers.iter().filter(|(there, _)| there == name);
        let value = found.next().map(|(_, value)| value.as_str());
        assert!(found.next().is_none(), "{name} is there twice");
        value
    }
}

/// Encodes in every way, which all give the same.
fn bytes<S: SignedCall>(request: &Request<S>) -> String {
    let len = request.encoded_len();
    let mut buf = vec![0xa5; len + 1];
    let text = request.encode(&mut buf).unwrap().to_owned();
    assert_eq!((text.len(), buf[len]), (len, 0xa5));
    assert_eq!(text, request.to_string());
    let mut blocks = Vec::new();
    request
        .write_to(|block| {
            blocks.extend_from_slice(block);
            Ok::<(), ()>(())
        })
        .unwrap();
    assert_eq!(blocks, text.as_bytes());
    for short in [0, 1, len / 2, len - 1] {
        assert_eq!(request.encode(&mut vec![0xa5; short]).unwrap_err().needed(), len);
    }
    text
}

#[test]
fn rpc_requests_to_the_letter() {
    let credentials = credentials(None);
    let signer = rpc::Signer::new(&credentials);
    let call = call();
    let query = |method| signer.sign(method, &call).to_string();
    let (get, post) = (query(Method::Get), query(Method::Post));
    assert_ne!(get, post);

    let request = Request::new(signer.get(Host::VPC, &call));
    assert_eq!(bytes(&request), format!("GET /?{get} HTTP/1.1\r\nhost: vpc.aliyuncs.com\r\n\r\n"));
    let request =
        Request::new(signer.post(Host::VPC, &call)).with_connection(Connection::KeepAlive);
    assert_eq!(
        bytes(&request),
        format!(
            "POST /?{post} HTTP/1.1\r\nhost: vpc.aliyuncs.com\r\nconnection: keep-alive\r\n\
             content-length: 0\r\n\r\n"
        ),
    );
    let form = signer.post_form(Host::VPC, &call);
    let request = Request::new(&form).with_connection(Connection::Close);
    let frame = "content-type: application/x-www-form-urlencoded\r\nconnection: close\r\n";
    let len = post.len();
    assert_eq!(
        bytes(&request),
        format!(
            "POST / HTTP/1.1\r\nhost: vpc.aliyuncs.com\r\n{frame}content-length: {len}\r\n\r\n{post}"
        ),
    );
    assert_eq!(
        bytes(&request.through_proxy()),
        format!(
            "POST http://vpc.aliyuncs.com/ HTTP/1.1\r\nhost: vpc.aliyuncs.com\r\n{frame}\
             content-length: {len}\r\n\r\n{post}"
        ),
    );
    let request =
        Request::new(signer.get(Host::new("10.0.0.1:8080").unwrap(), &call)).through_proxy();
    assert_eq!(
        bytes(&request),
        format!("GET http://10.0.0.1:8080/?{get} HTTP/1.1\r\nhost: 10.0.0.1:8080\r\n\r\n"),
    );
    // Where the signature was made elsewhere, the method decides.
    assert_eq!(signer.sign(Method::Post, &call).to(Host::VPC), form);
    assert_eq!(signer.sign(Method::Get, &call).to(Host::VPC), signer.get(Host::VPC, &call));
    let headers = form.headers();
    assert_eq!(
        headers.as_slice(),
        [("content-type", "application/x-www-form-urlencoded"), ("host", "vpc.aliyuncs.com")],
    );
    assert_eq!(headers.without_host().as_slice().len(), 1);
    assert_eq!((form.query(), form.form().unwrap().to_string()), (None, post));
}

#[test]
fn acs3_requests_to_the_letter() {
    let credentials = credentials(Some("the+token"));
    let signer = acs3::Signer::new(&credentials);
    let call = call().with_format(Format::Xml);
    let query = "IpAddress=101.12.0.1&Name=%E4%B8%8A%E6%B5%B7&RegionId=cn-shanghai";
    let hash_of_form = acs3::BodyHash::new(query.as_bytes());
    let common = |hash: acs3::BodyHash| {
        format!(
            "x-acs-action: CreateCustomerGateway\r\nx-acs-content-sha256: {}\r\n\
             x-acs-date: 2024-01-02T03:04:05Z\r\nx-acs-security-token: the+token\r\n\
             x-acs-signature-nonce: {NONCE}\r\nx-acs-version: 2016-04-28\r\n",
            hash.as_str()
        )
    };
    let empty = common(acs3::BodyHash::EMPTY);

    let signed = signer.get(Host::VPC, &call);
    assert_eq!(
        bytes(&Request::new(&signed)),
        format!(
            "GET /?{query} HTTP/1.1\r\nhost: vpc.aliyuncs.com\r\naccept: application/xml\r\n{empty}\
             authorization: {}\r\n\r\n",
            signed.authorization()
        ),
    );
    let signed = signer.post(Host::VPC, &call);
    assert_eq!(
        bytes(&Request::new(&signed).with_connection(Connection::Close)),
        format!(
            "POST /?{query} HTTP/1.1\r\nhost: vpc.aliyuncs.com\r\naccept: application/xml\r\n{empty}\
             authorization: {}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n",
            signed.authorization()
        ),
    );
    let signed = signer.post_form(Host::VPC, &call);
    let of_form = common(hash_of_form);
    assert_eq!(
        bytes(&Request::new(&signed).through_proxy()),
        format!(
            "POST http://vpc.aliyuncs.com/ HTTP/1.1\r\nhost: vpc.aliyuncs.com\r\n\
             accept: application/xml\r\ncontent-type: application/x-www-form-urlencoded\r\n{of_form}\
             authorization: {}\r\ncontent-length: {}\r\n\r\n{query}",
            signed.authorization(),
            query.len()
        ),
    );
}

#[test]
fn another_parser_reads_what_was_meant() {
    let credentials = credentials(Some("the+token"));
    let call = call();
    let extra = [("User-Agent", "\tdevice/1.0 "), ("x-acs-retry-attempts", "2")];
    let extra = ExtraHeaders::new(&extra).unwrap();
    let (rpc, acs3) = (rpc::Signer::new(&credentials), acs3::Signer::new(&credentials));

    let signed = rpc.post_form(Host::VPC, &call).with_headers(extra);
    let parsed = Parsed::new(&bytes(&Request::new(&signed)));
    assert_eq!((parsed.method.as_str(), parsed.target.as_str()), ("POST", "/"));
    assert_eq!(parsed.header("host"), Some("vpc.aliyuncs.com"));
    assert_eq!(parsed.header("User-Agent"), Some("device/1.0"));
    assert_eq!(parsed.header("x-acs-retry-attempts"), Some("2"));
    assert_eq!(parsed.header("content-length"), Some(&*parsed.body.len().to_string()));
    assert_eq!(parsed.body, signed.form().unwrap().to_string());
    assert_eq!(parsed.headers.len(), 5);

    let request = acs3::Request::get(Host::VPC, &call, acs3.identity()).with_headers(extra);
    let signed = acs3.sign(request);
    let parsed = Parsed::new(&bytes(&Request::new(&signed)));
    assert_eq!(parsed.method, "GET");
    assert_eq!(parsed.target, format!("/?{}", call.query()));
    for (name, value) in signed.headers().into_iter().chain(extra.iter()) {
        assert_eq!(parsed.header(name), Some(value));
    }
    assert_eq!(parsed.header("authorization"), Some(&*signed.authorization().to_string()));
    assert_eq!(parsed.headers.len(), signed.headers().as_slice().len() + 3);
    assert_eq!((parsed.header("content-length"), parsed.body.as_str()), (None, ""));
}

/// Signs the headers that were sent, as a server would check them.
fn expected(parsed: &Parsed, names: &[&str], call: &Call<'_, CreateCustomerGateway<'_>>) -> String {
    let mut sent: Vec<(&str, &str)> = parsed
        .headers
        .iter()
        .filter(|(name, _)| name != "authorization" && name != "content-length")
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    sent.sort_by_key(|(name, _)| name.to_ascii_lowercase());
    let headers = Headers::signing(&sent, names).unwrap();
    let query = call.query().to_string();
    let pairs: Vec<(&str, String)> = query
        .split('&')
        .map(|pair| pair.split_once('=').unwrap())
        .map(|(name, value)| {
            (name, percent_encoding::percent_decode_str(value).decode_utf8().unwrap().into_owned())
        })
        .collect();
    let pairs: Vec<(&str, &str)> =
        pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let request = acs3::CanonicalRequest::new(
        Method::Post,
        acs3::Path::ROOT,
        Pairs::new(&pairs).unwrap(),
        headers,
        acs3::BodyHash::EMPTY,
    );
    let key = acs3::SigningKey::new(AccessKeySecret::new("testsecret").unwrap());
    let id = AccessKeyId::new("testid").unwrap();
    request.authorization(id, request.string_to_sign().sign(&key)).to_string()
}

#[test]
fn headers_that_were_added_are_signed_in_their_place() {
    let credentials = credentials(None);
    let signer = acs3::Signer::new(&credentials);
    let call = call();
    let ours = [
        "host",
        "x-acs-action",
        "x-acs-content-sha256",
        "x-acs-date",
        "x-acs-signature-nonce",
        "x-acs-version",
    ];
    let sign = |extra| {
        let request = acs3::Request::post(Host::VPC, &call, signer.identity());
        signer.sign(request.with_headers(extra))
    };

    let list = [
        ("Aaa", "1"),
        ("user-agent", " two  words\t"),
        ("X-Acs-B", "2"),
        ("x-acs-retry-attempts", "3"),
        ("x-acs-zzz", ""),
        ("y", "4"),
        ("zz", "5"),
    ];
    let by_rule = ["X-Acs-B", "x-acs-retry-attempts", "x-acs-zzz"];
    let signed = sign(ExtraHeaders::new(&list).unwrap());
    let parsed = Parsed::new(&bytes(&Request::new(&signed)));
    let names: Vec<&str> = ours.into_iter().chain(by_rule).collect();
    assert_eq!(parsed.header("authorization"), Some(&*expected(&parsed, &names, &call)));
    assert!(signed.authorization().to_string().contains(
        "SignedHeaders=host;x-acs-action;x-acs-b;x-acs-content-sha256;x-acs-date;\
         x-acs-retry-attempts;x-acs-signature-nonce;x-acs-version;x-acs-zzz,"
    ));

    let chosen = ["ZZ", "aaa"];
    let signed = sign(ExtraHeaders::signing(&list, &chosen).unwrap());
    let parsed = Parsed::new(&bytes(&Request::new(&signed)));
    let names: Vec<&str> = ours.into_iter().chain(by_rule).chain(chosen).collect();
    assert_eq!(parsed.header("authorization"), Some(&*expected(&parsed, &names, &call)));
    assert!(signed.authorization().to_string().contains("SignedHeaders=aaa;host;x-acs-action;"));
    assert!(signed.authorization().to_string().contains(";x-acs-zzz;zz,"));

    let extra = ExtraHeaders::new(&list).unwrap();
    let without = bytes(&Request::new(rpc::Signer::new(&credentials).get(Host::VPC, &call)));
    let with = rpc::Signer::new(&credentials).get(Host::VPC, &call).with_headers(extra);
    assert_eq!(bytes(&Request::new(with)).len(), without.len() + extra.encoded_len());
}

#[test]
fn headers_that_cannot_be_added() {
    let sentence = "cannot be added: leave it out, because it is written here where it is needed";
    for name in [
        "Host",
        "content-length",
        "Content-Type",
        "transfer-encoding",
        "TE",
        "Trailer",
        "upgrade",
        "Connection",
        "keep-alive",
        "Proxy-Connection",
        "expect",
        "accept",
        "Authorization",
        "x-acs-action",
        "X-Acs-Version",
        "x-acs-date",
        "x-acs-signature-nonce",
        "x-acs-content-sha256",
        "x-acs-security-token",
    ] {
        let list = [(name, "1")];
        let refusal = ExtraHeaders::new(&list).unwrap_err();
        assert_eq!(refusal, InvalidHeaders::Reserved { name });
        assert_eq!(refusal.to_string(), format!("header {name:?} {sentence}"));
    }
    for (list, refusal) in [
        (
            [("b", "1"), ("a", "2")],
            "header \"a\" must come before \"b\": sort names by their lower case",
        ),
        ([("a", "1"), ("A", "2")], "header \"A\" is duplicated: remove one"),
        (
            [("a", "1"), ("b c", "2")],
            "header name \"b c\" is invalid: use ASCII letters, digits and '-', as in x-acs-date",
        ),
        (
            [("a", "1"), ("b", "2\r\nhost: evil")],
            "unexpected character '\\r' at byte 1 of header \"b\": \
             use visible ASCII characters, spaces and tabs",
        ),
        (
            [("a", "\n"), ("b", "")],
            "unexpected character '\\n' at byte 0 of header \"a\": \
             use visible ASCII characters, spaces and tabs",
        ),
        (
            [("a", "é"), ("b", "")],
            "unexpected character 'é' at byte 0 of header \"a\": \
             use visible ASCII characters, spaces and tabs",
        ),
    ] {
        assert_eq!(ExtraHeaders::new(&list).unwrap_err().to_string(), refusal);
    }
    let list = [("a", "1")];
    assert_eq!(
        ExtraHeaders::signing(&list, &["b"]).unwrap_err().to_string(),
        "header \"b\" is to be signed, but is not among the headers: add it, or do not sign it",
    );
    assert_eq!(ExtraHeaders::default(), ExtraHeaders::NONE);
    assert_eq!(ExtraHeaders::NONE.encoded_len(), 0);
}

#[test]
fn a_call_without_parameters_has_no_query() {
    #[derive(Clone, Copy)]
    struct DescribeRegions;
    impl aliyun_customer_gateway::query::Parameters for DescribeRegions {
        fn visit(&self, _: aliyun_customer_gateway::query::Visitor<'_>) {}
    }
    impl Action for DescribeRegions {
        const NAME: &'static str = "DescribeRegions";
        const VERSION: &'static str = "2016-04-28";
        type Output<'b> = ();
    }
    let credentials = credentials(None);
    let call = Call::new(DescribeRegions, SignatureNonce::new(NONCE).unwrap(), timestamp());
    let signer = acs3::Signer::new(&credentials);
    for signed in [signer.get(Host::VPC, &call), signer.post(Host::VPC, &call)] {
        assert_eq!(Parsed::new(&bytes(&Request::new(&signed))).target, "/");
    }
    let parsed = Parsed::new(&bytes(&Request::new(signer.post_form(Host::VPC, &call))));
    assert_eq!((parsed.header("content-length"), parsed.body.as_str()), (Some("0"), ""));
}

#[test]
fn other_methods_say_how_long_their_body_is() {
    let key = rpc::SigningKey::new(AccessKeySecret::new("testsecret").unwrap());
    for method in Method::ALL {
        let to_sign = rpc::StringToSign::of_pairs(*method, Pairs::new(&[("A", "1")]).unwrap());
        let signed = to_sign.signed(to_sign.sign(&key)).to(Host::VPC);
        let parsed = Parsed::new(&bytes(&Request::new(&signed)));
        assert_eq!(parsed.method, method.as_str());
        let len = match method {
            Method::Post => Some(signed.form().unwrap().encoded_len().to_string()),
            Method::Put | Method::Patch => Some("0".to_owned()),
            _ => None,
        };
        assert_eq!(parsed.header("content-length"), len.as_deref());
    }
}

#[test]
fn nothing_secret_is_printed() {
    let credentials = credentials(Some("the+token"));
    let call = call();
    let extra = [("cookie", "the-cookie"), ("proxy-authorization", "the-proxy")];
    let extra = ExtraHeaders::new(&extra).unwrap();
    let signed = rpc::Signer::new(&credentials).get(Host::VPC, &call).with_headers(extra);
    let rpc = format!("{:?}", Request::new(signed));
    let signer = acs3::Signer::new(&credentials);
    let request = acs3::Request::get(Host::VPC, &call, signer.identity()).with_headers(extra);
    let acs3 = format!("{:?}", Request::new(signer.sign(request)));
    for text in [rpc, acs3] {
        for secret in ["the+token", "the%2Btoken", "the-cookie", "the-proxy", "testsecret"] {
            assert!(!text.contains(secret), "{text}");
        }
    }
}

/// Holds the longest requests of an action against the bounds.
fn check_longest<A: Action + Copy>(action: A, rpc_bound: usize, acs3_bound: usize) {
    const TOKEN: &str = "//";
    let label = "a".repeat(63);
    let host = format!("{label}.{label}.{label}.{}:65535", &label[..61]);
    let host = Host::new(&host).unwrap();
    assert_eq!(host.as_str().len(), Host::MAX_CHARS);
    let id = "/".repeat(AccessKeyId::MAX_CHARS);
    let nonce = "/".repeat(SignatureNonce::MAX_CHARS);
    let last = Timestamp::from_unix_seconds(Timestamp::MAX_UNIX_SECONDS).unwrap();
    let call = Call::new(action, SignatureNonce::new(&nonce).unwrap(), last);
    for token in [None, Some(SecurityToken::new(TOKEN).unwrap())] {
        let id = AccessKeyId::new(&id).unwrap();
        let secret = AccessKeySecret::new("testsecret").unwrap();
        let credentials = match token {
            Some(token) => Credentials::temporary(id, secret, token),
            None => Credentials::new(id, secret).unwrap(),
        };
        let rpc = rpc::Signer::new(&credentials);
        let acs3 = acs3::Signer::new(&credentials);
        let signed_len = rpc.sign(Method::Post, &call).encoded_len();
        let bound = http1::max_rpc_len(Host::MAX_CHARS, signed_len);
        let own = call.query().encoded_len();
        let token_chars = token.map_or(0, |token| token.as_str().len());
        let acs3_len = http1::max_acs3_len::<A>(Host::MAX_CHARS, own, token_chars);
        if token.is_none() {
            // All but a signature whose characters are reserved ones.
            assert_eq!(acs3_len, acs3_bound);
            let signature = rpc.sign(Method::Post, &call).signature();
            let plain = signature.as_str().bytes().filter(u8::is_ascii_alphanumeric).count();
            assert_eq!(http1::max_rpc_len(Host::MAX_CHARS, signed_len + plain * 2), rpc_bound);
        }
        let (mut rpc_reached, mut acs3_reached) = (0, 0);
        for proxy in [false, true] {
            for connection in [None, Some(Connection::Close), Some(Connection::KeepAlive)] {
                for signed in
                    [rpc.get(host, &call), rpc.post(host, &call), rpc.post_form(host, &call)]
                {
                    rpc_reached = rpc_reached.max(len(&signed, proxy, connection));
                }
                for format in [Format::Json, Format::Xml] {
                    let call = call.with_format(format);
                    for signed in
                        [acs3.get(host, &call), acs3.post(host, &call), acs3.post_form(host, &call)]
                    {
                        acs3_reached = acs3_reached.max(len(&signed, proxy, connection));
                    }
                }
            }
        }
        assert_eq!((rpc_reached, acs3_reached), (bound, acs3_len));
    }
}

fn len(signed: &impl SignedCall, proxy: bool, connection: Option<Connection>) -> usize {
    let mut request = Request::new(signed);
    if proxy {
        request = request.through_proxy();
    }
    if let Some(connection) = connection {
        request = request.with_connection(connection);
    }
    request.encoded_len()
}

#[test]
fn the_longest_requests_reach_their_bounds() {
    use aliyun_customer_gateway as acg;
    let longest = Longest::new();
    macro_rules! check {
        ($($action:ident $longest:ident)+) => {
            $(check_longest(
                longest.$longest(),
                acg::$action::MAX_RPC_REQUEST_LEN,
                acg::$action::MAX_ACS3_REQUEST_LEN,
            );)+
        };
    }
    check! {
        CreateCustomerGateway create
        DeleteCustomerGateway delete
        DescribeCustomerGateway describe
        DescribeCustomerGateways list
        ModifyCustomerGatewayAttribute modify
    }
}

#[test]
fn tags_and_a_token_are_added_to_the_bound() {
    let longest = Longest::new();
    let texts = longest.tags();
    let tags = borrowed(&texts);
    let action = longest.create().with_tags(Tags::new(&tags).unwrap());
    let call = Call::new(action, SignatureNonce::new(NONCE).unwrap(), timestamp());
    let token = "/".repeat(SecurityToken::MAX_CHARS);
    let credentials = Credentials::temporary(
        AccessKeyId::new("testid").unwrap(),
        AccessKeySecret::new("testsecret").unwrap(),
        SecurityToken::new(&token).unwrap(),
    );
    let bound = http1::max_rpc_len(
        Host::MAX_CHARS,
        CreateCustomerGateway::MAX_SIGNED_LEN
            + Tags::max_encoded_len(20)
            + SecurityToken::MAX_ENCODED_LEN,
    );
    let signed = rpc::Signer::new(&credentials).post_form(Host::VPC, &call);
    let request = Request::new(signed).through_proxy().with_connection(Connection::KeepAlive);
    let short = (Host::MAX_CHARS - Host::VPC.as_str().len()) * 2
        + (AccessKeyId::MAX_CHARS * 3 - "testid".len())
        + (SignatureNonce::MAX_CHARS * 3 - NONCE.len());
    let signature = signed.signature();
    let plain = signature.as_str().bytes().filter(u8::is_ascii_alphanumeric).count();
    assert_eq!(request.encoded_len() + short + plain * 2, bound);
}
