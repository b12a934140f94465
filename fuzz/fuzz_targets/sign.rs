//! Both signatures, of any parameters and of any request.
#![no_main]

mod laws;

use aliyun_customer_gateway::{Call, CreateCustomerGateway, Credentials, Host, Method};
use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;

use crate::laws::{echoes, signing};

#[derive(Arbitrary, Debug)]
struct Input<'a> {
    method: Method,
    parameters: signing::ParameterMap,
    other: signing::ParameterMap,
    path: &'a str,
    headers: signing::ParameterMap,
    body: &'a [u8],
    names: Vec<String>,
    call: Call<'a, CreateCustomerGateway<'a>>,
    credentials: Credentials<'a>,
    host: Host<'a>,
    typed: (&'a str, &'a str, Option<&'a str>),
}

fuzz_target!(|input: Input<'_>| {
    let secret = input.credentials.access_key_secret();
    signing::rpc(input.method, &input.parameters, secret);
    let query = (!input.body.is_empty()).then_some(&input.parameters);
    let headers = &input.headers;
    signing::acs3(input.method, input.path, query, headers, input.body, secret);
    signing::signed_headers(headers, &input.names);
    let typed = signing::Typed {
        method: input.method,
        call: input.call,
        credentials: input.credentials,
        host: input.host,
    };
    let (id, secret, token) = input.typed;
    signing::credentials(id, secret, token);
    signing::typed_rpc(&typed);
    signing::typed_acs3(&typed);
    echoes::mismatch((input.method, &input.parameters), (input.method, &input.other));
});
