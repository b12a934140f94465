//! Requests and responses of the `http` crate.

use aliyun_customer_gateway::acs3::ExtraHeaders;
use aliyun_customer_gateway::http::{self, Head, Target};
use aliyun_customer_gateway::{
    AccessKeyId, AccessKeySecret, Call, CreateCustomerGateway, Credentials, Host, IpAddress, Name,
    RegionId, SecurityToken, SignatureNonce, Tags, Timestamp, acs3, rpc,
};

use crate::action::{Longest, borrowed};

fn call<A: aliyun_customer_gateway::Action>(action: A) -> Call<'static, A> {
    let timestamp = Timestamp::new("2024-01-02T03:04:05Z").unwrap();
    Call::new(action, SignatureNonce::new("15215528852396").unwrap(), timestamp)
}

fn action() -> CreateCustomerGateway<'static> {
    let region = RegionId::new("cn-shanghai").unwrap();
    CreateCustomerGateway::new(region, IpAddress::new("101.12.0.1").unwrap())
        .with_name(Name::new("上海").unwrap())
}

fn credentials() -> Credentials<'static> {
    Credentials::temporary(
        AccessKeyId::new("testid").unwrap(),
        AccessKeySecret::new("testsecret").unwrap(),
        SecurityToken::new("the+token").unwrap(),
    )
}

#[test]
fn requests_of_either_signature() {
    let credentials = credentials();
    let call = call(action());
    let extra = [("user-agent", "device/1.0"), ("x-acs-retry-attempts", "1")];
    let extra = ExtraHeaders::new(&extra).unwrap();
    let rpc = rpc::Signer::new(&credentials);
    let acs3 = acs3::Signer::new(&credentials);

    let signed = rpc.get(Host::VPC, &call).with_headers(extra);
    for (target, start, host) in [
        (Target::Https, "https://vpc.aliyuncs.com", None),
        (Target::Http, "http://vpc.aliyuncs.com", None),
        (Target::Origin, "", Some("vpc.aliyuncs.com")),
    ] {
        let request = http::request(target, &signed).unwrap();
        assert_eq!(request.method(), "GET");
        assert_eq!(request.uri(), &*format!("{start}/?{}", signed.query().unwrap()));
        assert_eq!(request.headers().get("host").map(|value| value.to_str().unwrap()), host);
        assert_eq!(request.headers()["user-agent"], "device/1.0");
        assert_eq!(request.headers().len(), 2 + usize::from(host.is_some()));
        assert_eq!(request.body(), "");
    }

    let signed = rpc.post_form(Host::VPC, &call);
    let request = http::request(Target::Https, &signed).unwrap();
    assert_eq!((request.method().as_str(), request.uri().path()), ("POST", "/"));
    assert_eq!(request.uri().query(), None);
    assert_eq!(request.headers()["content-type"], "application/x-www-form-urlencoded");
    assert_eq!(*request.body(), signed.form().unwrap().to_string());

    let signed =
        acs3.sign(acs3::Request::post(Host::VPC, &call, acs3.identity()).with_headers(extra));
    let request = http::request(Target::Https, &signed).unwrap();
    let authorization = signed.authorization().to_string();
    let ours = signed.headers().without_host().with_authorization(&authorization);
    let expected: Vec<_> = ours.into_iter().chain(extra.iter()).collect();
    assert_eq!(request.headers()["content-length"], "0");
    assert_eq!(request.headers().len(), expected.len() + 1);
    for (name, value) in expected {
        assert_eq!(request.headers()[name], value);
        let is_secret = ["authorization", "x-acs-security-token"].contains(&name);
        assert_eq!(request.headers()[name].is_sensitive(), is_secret, "{name}");
    }
    assert_eq!(request.uri().query(), Some(&*call.query().to_string()));
    let debug = format!("{request:?}");
    assert!(!debug.contains("the+token") && !debug.contains("Signature="), "{debug}");
}

#[test]
fn a_uri_that_is_too_long_is_refused() {
    let longest = Longest::new();
    let texts = longest.tags();
    let tags = borrowed(&texts);
    let token = "/".repeat(SecurityToken::MAX_CHARS);
    let credentials = Credentials::temporary(
        AccessKeyId::new("testid").unwrap(),
        AccessKeySecret::new("testsecret").unwrap(),
        SecurityToken::new(&token).unwrap(),
    );
    let call = call(action().with_tags(Tags::new(&tags).unwrap()));
    let signer = rpc::Signer::new(&credentials);
    let refused = http::request(Target::Https, &signer.get(Host::VPC, &call)).unwrap_err();
    assert_eq!(refused.to_string(), "uri too long");
    let form = signer.post_form(Host::VPC, &call);
    let request = http::request(Target::Https, &form).unwrap();
    assert_eq!(*request.body(), form.form().unwrap().to_string());
}

#[test]
fn what_a_head_tells() {
    let response = ::http::Response::builder()
        .status(503)
        .header("Date", "Mon, 30 Nov 2026 14:38:36 GMT")
        .header("x-acs-retry-after", "2500")
        .header("x-acs-request-id", "0C0F-1")
        .header("Content-Type", "text/xml")
        .header("Content-Encoding", "gzip")
        .body(())
        .unwrap();
    let head = Head::of(&response);
    assert_eq!((head.status(), head.date(0)), (503, Some(1_796_049_516)));
    assert_eq!(head.date(1_796_049_517), None);
    assert_eq!(head.retry_after(1000).unwrap().milliseconds(), 1000);
    assert_eq!((head.request_id(), head.content_type()), (Some("0C0F-1"), Some("text/xml")));
    assert_eq!(head.content_encoding(), Some("gzip"));
    let response =
        ::http::Response::builder().header("Content-Encoding", "identity").body(()).unwrap();
    let head = Head::new(response.status(), response.headers());
    assert_eq!((head.content_encoding(), head.content_type(), head.date(0)), (None, None, None));
}
