//! Names in canonical order.

use aliyun_customer_gateway::{
    Asn, CreateCustomerGateway, InvalidList, List, Names, Parameters as _, Query, Value, names,
};

use super::{address, check, region};

#[test]
fn names_that_are_refused() {
    assert_eq!(Names::new(["B", "A"]), Err(InvalidList::OutOfOrder { name: "A", previous: "B" }));
    assert_eq!(Names::new(["A", "B", "B"]), Err(InvalidList::Duplicate { name: "B" }));
    assert_eq!(Names::new(["A", "Signature"]), Err(InvalidList::Signature));
    assert_eq!(Names::new(["Signature"]), Err(InvalidList::Signature));
    assert!(Names::new([]).is_ok());
}

#[test]
fn names_with_values() {
    static THREE: Names<3> = names!["A", "B", "C"];
    static NONE: Names<0> = names![];

    let text = Value::text("x y");
    let address = Value::from(address());
    let asn = Value::from(Asn::from_number(10_001).unwrap());
    let absent = Value::from(None::<&str>);
    for (values, expected) in [
        ([text, address, asn], "A=x%20y&B=101.12.0.12&C=10001"),
        ([Value::ABSENT, address, asn], "B=101.12.0.12&C=10001"),
        ([text, absent, asn], "A=x%20y&C=10001"),
        ([text, address, Value::ABSENT], "A=x%20y&B=101.12.0.12"),
        ([Value::ABSENT, absent, asn], "C=10001"),
        ([absent, Value::ABSENT, absent], ""),
        // An empty value is a value.
        ([Value::text(""), Value::ABSENT, "".into()], "A=&C="),
        ([Some("1").into(), "2".into(), Value::ABSENT], "A=1&B=2"),
    ] {
        check(&Query::new(THREE.with(values)), expected);
    }
    check(&Query::new(NONE.with([])), "");
    assert!(Value::ABSENT.is_absent() && absent.is_absent());
    assert!(!Value::text("").is_absent() && !address.is_absent() && !asn.is_absent());
}

/// A name is encoded as a value is, in a list and among constants alike.
#[test]
fn names_that_need_encoding() {
    static NAMES: Names<3> = names!["A b", "Tag.1.Key", "é"];

    let expected = "A%20b=1&Tag.1.Key=2&%C3%A9=3";
    check(&Query::new(NAMES.with(["1".into(), "2".into(), "3".into()])), expected);
    let pairs = [("A b", "1"), ("Tag.1.Key", "2"), ("é", "3")];
    check(&Query::new(List::new(&pairs).unwrap()), expected);
}

#[test]
fn parameters_in_canonical_order() {
    use aliyun_customer_gateway::Parameter;

    let names: Vec<_> = Parameter::ALL.iter().map(|parameter| parameter.as_str()).collect();
    assert!(names.is_sorted_by(|one, next| one < next), "{names:?}");
    assert!(Parameter::ALL.is_sorted_by(|one, next| one < next));
    for parameter in Parameter::ALL {
        assert_eq!(parameter.to_string(), parameter.as_str());
        assert_eq!(format!("{parameter:?}"), parameter.as_str());
    }
    let mut seen = Vec::new();
    let query = CreateCustomerGateway::new(region(), address()).query();
    query.parameters().for_each(|name, value| {
        assert!(!value.is_absent());
        seen.push(name.to_owned());
    });
    assert_eq!(seen, ["Action", "IpAddress", "RegionId"]);
}
