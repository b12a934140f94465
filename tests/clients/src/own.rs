//! This crate as a client, with `http1` over a socket. It sends values that its fields refuse as well.

use std::io::{Read as _, Write as _};
use std::marker::PhantomData;
use std::net::TcpStream;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::UNIX_EPOCH;

use aliyun_customer_gateway::query::{Pairs, Parameters, Visitor};
use aliyun_customer_gateway::{
    Action, Call, CreateCustomerGateway, Credentials, DeleteCustomerGateway,
    DescribeCustomerGateway, DescribeCustomerGateways, Encode as _, Host,
    ModifyCustomerGatewayAttribute, Response, SignatureNonce, SignedCall, Timestamp, acs3, http1,
    rpc,
};
use serde_json::Value;

use crate::call::{self, Report, Signature};

/// The parameters of an action, whatever they are.
#[derive(Clone, Copy)]
struct Any<'a, A>(Pairs<'a>, PhantomData<A>);

impl<A> Parameters for Any<'_, A> {
    fn visit(&self, visitor: Visitor<'_>) {
        self.0.visit(visitor);
    }
}

impl<A: Action> Action for Any<'_, A> {
    const NAME: &'static str = A::NAME;
    const VERSION: &'static str = A::VERSION;

    type Output<'b> = A::Output<'b>;
}

pub fn call(call: &call::Call<'_>) -> Report {
    match call.action {
        CreateCustomerGateway::NAME => exchange::<CreateCustomerGateway<'_>>(call),
        DescribeCustomerGateway::NAME => exchange::<DescribeCustomerGateway<'_>>(call),
        DescribeCustomerGateways::NAME => exchange::<DescribeCustomerGateways<'_>>(call),
        ModifyCustomerGatewayAttribute::NAME => {
            exchange::<ModifyCustomerGatewayAttribute<'_>>(call)
        }
        DeleteCustomerGateway::NAME => exchange::<DeleteCustomerGateway<'_>>(call),
        action => panic!("{action}"),
    }
}

fn exchange<A: Action>(call: &call::Call<'_>) -> Report {
    static NONCES: AtomicU64 = AtomicU64::new(0);
    let nonce = format!("{}-{}", std::process::id(), NONCES.fetch_add(1, Ordering::Relaxed));
    let now = UNIX_EPOCH.elapsed().unwrap().as_secs().cast_signed();
    let (nonce, now) =
        (SignatureNonce::new(&nonce).unwrap(), Timestamp::from_unix_seconds(now).unwrap());
    let flat = flat(&call.parameters);
    let pairs: Vec<_> = flat.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let action = Any::<A>(Pairs::new(&pairs).unwrap(), PhantomData);
    let to_sign = Call::new(action, nonce, now);
    let keys = call.keys;
    let credentials = Credentials::of_texts(keys.id, keys.secret, keys.token).unwrap();
    let host = Host::new(call.host).unwrap();
    let mut stream = TcpStream::connect(call.host).unwrap();
    let (rpc, acs3) = (rpc::Signer::new(&credentials), acs3::Signer::new(&credentials));
    match (call.way.signature, call.way.method) {
        (Signature::Rpc, "GET") => send(&mut stream, rpc.get(host, &to_sign)),
        (Signature::Rpc, _) => send(&mut stream, rpc.post_form(host, &to_sign)),
        (Signature::Acs3, "GET") => send(&mut stream, acs3.get(host, &to_sign)),
        (Signature::Acs3, _) => send(&mut stream, acs3.post(host, &to_sign)),
    }
    let mut buffer = vec![0; 1 << 16];
    let mut reader = http1::Reader::new(&mut buffer);
    while reader.wants_more() {
        match stream.read(reader.spare()).unwrap() {
            0 => reader.end(),
            count => reader.filled(count),
        }
    }
    let response = reader.finish().unwrap();
    assert_eq!(response.fault(), None);
    match response.decode::<A::Output<'_>>() {
        Ok(Response::Success(_)) => Report::Body(serde_json::from_slice(response.body()).unwrap()),
        Ok(Response::Failed(failed)) => Report::Failure {
            status: Some(failed.status().into()),
            code: failed.code().unwrap().to_string(),
            message: failed.message().unwrap().to_string(),
            request_id: failed.request_id().unwrap().to_string(),
            retry_after: response.retry_after(u32::MAX).map(|it| it.milliseconds().into()),
        },
        Err(error) => panic!("{error}"),
    }
}

fn send(stream: &mut TcpStream, signed: impl SignedCall) {
    let request = http1::Request::new(signed).with_connection(http1::Connection::Close);
    request.write_to(|block| stream.write_all(block)).unwrap();
}

/// Parameters with lists as `Tags.1.Key`, in canonical order.
fn flat(parameters: &Value) -> Vec<(String, String)> {
    let mut flat = Vec::new();
    for (name, value) in parameters.as_object().unwrap() {
        match value {
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    for (member, text) in item.as_object().unwrap() {
                        flat.push((format!("{name}.{}.{member}", index + 1), plain(text)));
                    }
                }
            }
            value => flat.push((name.clone(), plain(value))),
        }
    }
    flat.sort();
    flat
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
