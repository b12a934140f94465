//! `ModifyCustomerGatewayAttribute`.

use aliyun_customer_gateway::ModifyCustomerGatewayAttribute;

use super::{
    Longest, check_longest, check_request, check_secret, description, id, key, name, region, token,
};

fn least() -> ModifyCustomerGatewayAttribute<'static> {
    ModifyCustomerGatewayAttribute::new(region(), id())
}

fn most() -> ModifyCustomerGatewayAttribute<'static> {
    least()
        .with_client_token(token())
        .with_name(name())
        .with_description(description())
        .with_auth_key(key())
}

#[test]
fn queries() {
    let own = [("RegionId", "cn-shanghai"), ("CustomerGatewayId", "cgw-bp1pvpl9r9adju6l5****")];
    check_request(least(), &own);
    check_request(least().with_auth_key(key()), &[own[0], own[1], ("AuthKey", "kEy+&%")]);
    let text = description();
    check_request(
        most(),
        &[
            own[0],
            own[1],
            ("Name", "上海-1"),
            ("Description", text.as_str()),
            ("ClientToken", "a&b=c d\0\x7f"),
            ("AuthKey", "kEy+&%"),
        ],
    );
    assert_eq!((most().region_id(), most().customer_gateway_id()), (region(), id()));
    for request in [least(), most()] {
        assert_eq!(request.to_owned().get(), request);
    }
}

#[test]
fn the_longest_request_is_as_long_as_stated() {
    let longest = Longest::new();
    check_longest(longest.modify(), ModifyCustomerGatewayAttribute::MAX_ENCODED_LEN);
}

#[test]
fn the_key_is_not_printed() {
    check_secret(most());
    assert!(!format!("{:?}", most().to_owned()).contains("kEy"));
}
