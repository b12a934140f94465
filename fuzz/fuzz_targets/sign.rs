//! Both signatures, of any parameters and of any request.
#![no_main]

mod laws;

use aliyun_customer_gateway::{CommonParameters, CreateCustomerGateway, Host, rpc};
use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;

use crate::laws::signing;

#[derive(Arbitrary, Debug)]
struct Input<'a> {
    method: rpc::Method,
    secret: &'a str,
    parameters: signing::ParameterMap,
    other: signing::ParameterMap,
    path: &'a str,
    headers: signing::ParameterMap,
    body: &'a [u8],
    request: CreateCustomerGateway<'a>,
    common: CommonParameters<'a>,
    host: Host<'a>,
    in_body: bool,
}

fuzz_target!(|input: Input<'_>| {
    signing::rpc(input.method, &input.parameters, input.secret);
    let query = (!input.body.is_empty()).then_some(&input.parameters);
    let headers = &input.headers;
    signing::acs3(input.method, input.path, query, headers, input.body, input.secret);
    let typed = signing::Typed {
        method: input.method,
        request: input.request,
        host: input.host,
        access_key_id: input.common.access_key_id(),
        signature_nonce: input.common.signature_nonce(),
        timestamp: input.common.timestamp(),
        format: input.common.format(),
        security_token: input.common.security_token(),
        in_body: input.in_body,
        secret: input.secret,
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
