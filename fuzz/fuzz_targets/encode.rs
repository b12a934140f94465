//! Any list of parameters, and any request of each action: encoded, and read back.
#![no_main]

mod laws;

use aliyun_customer_gateway::{
    CreateCustomerGateway, DeleteCustomerGateway, DescribeCustomerGateway,
    DescribeCustomerGateways, ModifyCustomerGatewayAttribute,
};
use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;

use crate::laws::queries;

#[derive(Arbitrary, Debug)]
struct Input<'a> {
    request: CreateCustomerGateway<'a>,
    list: DescribeCustomerGateways<'a>,
    describe: DescribeCustomerGateway<'a>,
    modify: ModifyCustomerGatewayAttribute<'a>,
    delete: DeleteCustomerGateway<'a>,
    pairs: Vec<(&'a str, &'a str)>,
}

fuzz_target!(|input: Input<'_>| {
    queries::list(&input.pairs);
    queries::sorted_list(&input.pairs);
    queries::create(input.request);
    queries::describe_all(input.list);
    queries::describe(input.describe);
    queries::modify(input.modify);
    queries::delete(input.delete);
    let request = input.request;
    let (client_token, name) = (request.client_token(), request.name());
    let (description, asn) = (request.description(), request.asn());
    queries::request(
        request.region_id().as_str(),
        &request.ip_address().to_string(),
        client_token.as_ref().map(|token| token.as_str()),
        name.as_ref().map(|name| name.as_str()),
        description.as_ref().map(|description| description.as_str()),
        asn.map(|asn| asn.to_string()).as_deref(),
    );
});
