//! Each client sends calls to a server, which looks at the bytes, and reads responses that end in
//! different ways.

mod server;

use std::net::TcpStream;

use aliyun_customer_gateway::http::Target;
use aliyun_customer_gateway::{
    AccessKeyId, AccessKeySecret, Call, CreateCustomerGateway, Created, Credentials, Host,
    IpAddress, Name, RegionId, Response, SignatureNonce, SignedCall, Timestamp, acs3, http, http1,
    rpc,
};
use glue::{hyper, raw, reqwest, reqwless, ureq};

use crate::server::{ENDINGS, Nal, Request, serve, serve_by_hyper};

fn call() -> Call<'static, CreateCustomerGateway<'static>> {
    let action = CreateCustomerGateway::new(
        RegionId::new("cn-shanghai").unwrap(),
        IpAddress::new("101.12.0.1").unwrap(),
    )
    .with_name(Name::new("上海").unwrap());
    let nonce = SignatureNonce::new("15215528852396").unwrap();
    Call::new(action, nonce, Timestamp::new("2024-01-02T03:04:05Z").unwrap())
}

fn credentials() -> Credentials<'static> {
    let id = AccessKeyId::new("testid").unwrap();
    Credentials::new(id, AccessKeySecret::new("testsecret").unwrap()).unwrap()
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

fn is_created(status: u16, body: &[u8]) {
    let Ok(Response::Success(created)) = Response::<Created>::decode(status, body) else {
        panic!("{:?}", String::from_utf8_lossy(body))
    };
    assert_eq!(created.customer_gateway_id(), "cgw-1");
}

/// Every kind of request, for a client that takes any.
macro_rules! each_request {
    ($address:expr, |$signed:ident| $body:expr) => {{
        let (credentials, call) = (credentials(), call());
        let text = $address.to_string();
        let host = Host::new(&text).unwrap();
        let (rpc, acs3) = (rpc::Signer::new(&credentials), acs3::Signer::new(&credentials));
        for $signed in [rpc.get(host, &call), rpc.post(host, &call), rpc.post_form(host, &call)] {
            $body
        }
        for $signed in [acs3.get(host, &call), acs3.post(host, &call), acs3.post_form(host, &call)]
        {
            $body
        }
    }};
}

/// Holds what a server got against the call.
fn check(got: &Request, signed: &impl SignedCall) {
    let request = http1::Request::new(signed).to_string();
    let wanted = Request::parse(request.as_bytes());
    assert_eq!(got.line, wanted.line);
    assert_eq!(got.body, wanted.body);
    for (name, value) in &wanted.headers {
        let there: Vec<_> = got.headers.iter().filter(|(there, _)| there == name).collect();
        assert_eq!(there, [&(name.clone(), value.clone())], "{name}");
    }
}

#[test]
fn a_socket_sends_the_bytes_and_reads_the_body() {
    for ending in ENDINGS {
        let (address, got) = serve(ending);
        each_request!(address, |signed| {
            let mut socket = TcpStream::connect(address).unwrap();
            let mut buf = [0xa5; 1024];
            let response = raw::exchange(&mut socket, &signed, &mut buf).unwrap();
            assert_eq!(response.fault(), None);
            is_created(response.status(), response.body());
            let sent = http1::Request::new(&signed).to_string();
            assert_eq!(String::from_utf8(got.recv().unwrap()).unwrap(), sent);
        });
    }
}

#[test]
fn a_server_of_others_reads_what_was_written() {
    let (address, got) = serve_by_hyper();
    each_request!(address, |signed| {
        let mut socket = TcpStream::connect(address).unwrap();
        let mut buf = [0xa5; 1024];
        let response = raw::exchange(&mut socket, &signed, &mut buf).unwrap();
        assert!(response.keeps_alive() && response.date(0).is_some());
        is_created(response.status(), response.body());
        let sent = http1::Request::new(&signed).to_string();
        assert_eq!(String::from_utf8(got.recv().unwrap()).unwrap(), sent);
    });
}

#[test]
fn by_ureq() {
    for ending in ENDINGS {
        let (address, got) = serve(ending);
        let agent = ureq::agent();
        each_request!(address, |signed| {
            let received = ureq::exchange(&agent, Target::Http, &signed).unwrap();
            assert!(http::decode::<Created<'_>, _>(&received).is_ok());
            is_created(received.status().as_u16(), received.body());
            check(&Request::parse(&got.recv().unwrap()), &signed);
        });
    }
}

#[test]
fn by_reqwest() {
    for ending in ENDINGS {
        let (address, got) = serve(ending);
        let client = ::reqwest::Client::new();
        each_request!(address, |signed| {
            let exchange = reqwest::exchange(&client, Target::Http, &signed);
            let received = block_on(exchange).unwrap();
            is_created(received.status().as_u16(), received.body());
            check(&Request::parse(&got.recv().unwrap()), &signed);
        });
    }
}

#[test]
fn an_error_of_reqwest_does_not_tell_the_signature() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let client = ::reqwest::Client::new();
    each_request!(address, |signed| {
        let error = block_on(reqwest::exchange(&client, Target::Http, &signed)).unwrap_err();
        let shown = format!("{error} {error:?}");
        assert!(!shown.contains("Signature"), "{shown}");
    });
}

#[test]
fn by_a_connection_of_hyper() {
    for ending in ENDINGS {
        let (address, got) = serve(ending);
        each_request!(address, |signed| {
            let received = block_on(async {
                let stream = tokio::net::TcpStream::connect(address).await.unwrap();
                hyper::exchange(stream, &signed).await.unwrap()
            });
            is_created(received.status().as_u16(), received.body());
            check(&Request::parse(&got.recv().unwrap()), &signed);
        });
    }
}

#[test]
fn by_reqwless() {
    // A body that ends with the stream is not read to its end by `read_to_end`.
    for ending in &ENDINGS[..2] {
        let (address, got) = serve(*ending);
        let (credentials, call) = (credentials(), call());
        let signer = acs3::Signer::new(&credentials);
        let text = address.to_string();
        let host = Host::new(&text).unwrap();
        let (nal, mut buf) = (Nal, [0xa5; 4096]);
        let mut client = ::reqwless::client::HttpClient::new(&nal, &nal);
        let (status, body) =
            block_on(reqwless::exchange(&mut client, &signer, ("http", host), &call, &mut buf))
                .unwrap();
        is_created(status, body);
        check(&Request::parse(&got.recv().unwrap()), &signer.post(host, &call));
    }
}
