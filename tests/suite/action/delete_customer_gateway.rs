//! `DeleteCustomerGateway`.

use aliyun_customer_gateway::DeleteCustomerGateway;

use super::{Longest, check_longest, check_request, id, region, token};

#[test]
fn queries() {
    let least = DeleteCustomerGateway::new(region(), id());
    let own = [("RegionId", "cn-shanghai"), ("CustomerGatewayId", "cgw-bp1pvpl9r9adju6l5****")];
    check_request(least, &own);
    let most = least.with_client_token(token());
    check_request(most, &[own[0], own[1], ("ClientToken", "a&b=c d\0\x7f")]);
    assert_eq!((most.region_id(), most.customer_gateway_id()), (region(), id()));
    for request in [least, most] {
        assert_eq!(request.to_owned().get(), request);
    }
}

#[test]
fn the_longest_request_is_as_long_as_stated() {
    let longest = Longest::new();
    check_longest(longest.delete(), DeleteCustomerGateway::MAX_ENCODED_LEN);
}
