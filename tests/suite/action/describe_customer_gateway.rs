//! `DescribeCustomerGateway`.

use aliyun_customer_gateway::DescribeCustomerGateway;

use super::{Longest, check_longest, check_request, id, region};

#[test]
fn queries() {
    let request = DescribeCustomerGateway::new(region(), id());
    check_request(
        request,
        &[("RegionId", "cn-shanghai"), ("CustomerGatewayId", "cgw-bp1pvpl9r9adju6l5****")],
    );
    assert_eq!((request.region_id(), request.customer_gateway_id()), (region(), id()));
    assert_eq!(request.to_owned().get(), request);
}

#[test]
fn the_longest_request_is_as_long_as_stated() {
    let longest = Longest::new();
    check_longest(longest.describe(), DescribeCustomerGateway::MAX_ENCODED_LEN);
}
