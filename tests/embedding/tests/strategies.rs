//! Property tests of the embedding crate, with the strategies of the embedded one.

use aliyun_customer_gateway::{Created, Edition, Response, strategies};
use embedding::{Plan, gateway_id, query};
use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, prop_assert_ne, proptest};

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_valid_plan_has_a_query(
        region in strategies::region_id(),
        address in strategies::ip_address(),
        branch in strategies::name(),
    ) {
        let query = query(&Plan { region, address: address.clone(), branch });
        let query = query.expect("valid texts");
        let address = format!("&IpAddress={address}&Name=");
        prop_assert!(query.contains(&address), "{}", query);
    }

    #[test]
    fn an_almost_valid_plan_is_refused_with_its_field(
        region in strategies::almost_region_id(),
        address in strategies::almost_ip_address(),
        branch in strategies::almost_name(),
    ) {
        if let Err(refused) = query(&Plan { region, address, branch }) {
            let field = refused.parameter().to_string();
            prop_assert!(["RegionId", "IpAddress", "Name"].contains(&field.as_str()));
            prop_assert!(refused.to_string().contains(&field));
        }
    }

    #[test]
    fn a_valid_request_is_accepted(texts in strategies::create_customer_gateway()) {
        let request = texts.check().expect("valid texts");
        let request = request.get();
        prop_assert_eq!(request.region_id().as_str(), &texts.region_id);
        prop_assert_eq!(request.name().is_some(), texts.name.is_some());
    }

    #[test]
    fn an_almost_valid_request_is_no_panic(texts in strategies::almost_create_customer_gateway_in(Edition::default())) {
        let _ = texts.check();
    }

    #[test]
    fn a_created_body_has_an_id(body in strategies::created_body()) {
        let id = gateway_id(body.status, &body.bytes).expect("an id");
        prop_assert!(id.starts_with("cgw-"));
    }

    #[test]
    fn a_failed_body_is_a_failure(body in strategies::failed_body()) {
        let response = Response::<Created>::decode(body.status, &body.bytes).expect("an answer");
        let Response::Failed(failed) = response else { panic!("{response:?}") };
        prop_assert_eq!(failed.status(), body.status);
        prop_assert_ne!(gateway_id(body.status, &body.bytes), Ok(String::new()));
    }

    #[test]
    fn an_almost_valid_body_is_no_panic(body in strategies::almost_body()) {
        if let Err(error) = Response::<Created>::decode(body.status, &body.bytes) {
            let in_body = error.index().is_none_or(|index| index <= body.bytes.len());
            prop_assert!(in_body, "{}", error);
        }
    }
}

/// Each flaw has to show: strategies that only make valid texts would test nothing.
#[test]
fn almost_valid_texts_are_mostly_refused() {
    use proptest::strategy::{Strategy as _, ValueTree as _};
    use proptest::test_runner::TestRunner;

    let mut runner = TestRunner::deterministic();
    let strategy = strategies::almost_create_customer_gateway_in(Edition::default());
    let mut refused = 0;
    for _ in 0..200 {
        let texts = strategy.new_tree(&mut runner).expect("a request").current();
        refused += u32::from(texts.check().is_err());
    }
    assert!(refused > 100, "{refused} of 200 were refused");
}
