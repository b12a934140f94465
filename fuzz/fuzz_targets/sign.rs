//! Both signatures, of any parameters and of any request.
#![no_main]

mod laws;

use aliyun_customer_gateway::{Call, CreateCustomerGateway, Credentials, Host, Method};
use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;

use crate::laws::signing;

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
    signing::typed_rpc(&typed);
    signing::typed_acs3(&typed);
    // The law is that of names as the service has them.
    let [ours, theirs] = [input.parameters, input.other].map(|mut pairs| {
        pairs.retain(|name, _| !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric()));
        pairs
    });
    signing::mismatch((input.method, &ours), (input.method, &theirs));
});
