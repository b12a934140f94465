//! What survives a power cut: the token and the parameters, with serde and without.

use aliyun_customer_gateway::registration::{Policy, Step};
use aliyun_customer_gateway::{
    Action as _, CreateCustomerGateway, Format, OwnedCreateCustomerGateway, Registration,
};

use super::device::Device;

/// What the first call of a registration that goes on says.
fn resumed(wanted: &CreateCustomerGateway<'_>) -> String {
    let registration = Registration::resumed(Policy::new());
    let Step::Send(call) = registration.step() else { panic!() };
    assert_eq!(call.parameters(wanted).name(), "CreateCustomerGateway");
    aliyun_customer_gateway::query::Query::new(call.parameters(wanted)).to_string()
}

#[test]
fn the_same_call_is_sent_after_a_power_cut() {
    for tags in [false, true] {
        Device::new(Format::Json, tags).with_wanted(|wanted| {
            let before = wanted.query_without_action().to_string();
            assert!(before.contains("ClientToken=token-of-the-device-1&"));
            let stored = OwnedCreateCustomerGateway::<512>::try_from(*wanted).unwrap();
            assert_eq!(resumed(&stored.get()), before);
        });
    }
}

#[cfg(feature = "serde")]
#[test]
fn the_same_call_is_sent_after_a_power_cut_from_a_file() {
    use aliyun_customer_gateway::Edition;
    use aliyun_customer_gateway::config::InEdition;
    use serde::de::DeserializeSeed as _;

    for tags in [false, true] {
        Device::new(Format::Json, tags).with_wanted(|wanted| {
            let before = wanted.query_without_action().to_string();
            let stored = OwnedCreateCustomerGateway::<512>::try_from(*wanted).unwrap();
            let file = serde_json::to_string(&stored).unwrap();
            drop(stored);
            // Keys of BGP and tags are parameters of today's edition.
            let today = InEdition::<OwnedCreateCustomerGateway>::new(Edition::Current);
            let mut file = serde_json::Deserializer::from_str(&file);
            let stored = today.deserialize(&mut file).unwrap();
            assert_eq!(resumed(&stored.get()), before);
        });
    }
}
