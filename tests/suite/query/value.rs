//! Values of parameters.

use aliyun_customer_gateway::query::{List, Value};
use aliyun_customer_gateway::{
    Action as _, Asn, ClientToken, CreateCustomerGateway, IpAddress, Name, RegionId, Tag, Tags,
};

use super::{address, region};

/// A list has no text of its own in a query.
#[test]
fn lists_are_shown_tag_by_tag() {
    let tags = [Tag::new("site", "Zürich").unwrap(), Tag::new("a", "").unwrap()];
    let list = List::from(Tags::new(&tags).unwrap());
    assert_eq!(list.to_string(), "[site=Zürich, a=]");
    assert_eq!(Value::from(&list).to_string(), "[site=Zürich, a=]");
}

/// What is logged of a value is what was given, except a secret.
#[test]
fn values_are_shown_as_they_were_given() {
    for (value, shown) in [
        (Value::ABSENT, "ABSENT"),
        (Value::text("x y"), "\"x y\""),
        (Value::secret("x y"), "[redacted]"),
        (Value::from(address()), "101.12.0.12"),
        (Value::from(Asn::from_number(10_001).unwrap()), "10001"),
    ] {
        assert_eq!(format!("{value:?}"), shown);
    }
    let query = CreateCustomerGateway::new(region(), address()).query_without_action();
    let shown = format!("{query:?}");
    assert!(shown.contains(&format!("{:?}", region().as_str())), "{shown}");
}

#[test]
fn values_are_equal_by_what_they_say() {
    let request = CreateCustomerGateway::new(
        RegionId::new("cn-shanghai").unwrap(),
        IpAddress::new("101.12.0.12").unwrap(),
    )
    .with_asn(Asn::new("65530").unwrap())
    .with_client_token(ClientToken::new("a token").unwrap())
    .with_name(Name::new("Gateway").unwrap());
    let expected = [
        ("Action", Value::text("CreateCustomerGateway")),
        ("Asn", Asn::new("65530").unwrap().into()),
        ("ClientToken", Value::text("a token")),
        ("IpAddress", IpAddress::new("101.12.0.12").unwrap().into()),
        ("Name", Value::text("Gateway")),
        ("RegionId", Value::text("cn-shanghai")),
    ];
    let mut rest = expected.iter();
    request.query().for_each(|pair| {
        let (name, value) = (pair.name(), pair.value());
        let (expected_name, expected) = rest.next().unwrap();
        assert_eq!((name, value), (*expected_name, expected));
        let others = [
            Value::ABSENT,
            Value::text("other"),
            Value::secret("Gateway"),
            Asn::new("1").unwrap().into(),
            IpAddress::new("101.12.0.13").unwrap().into(),
        ];
        for other in others {
            assert_ne!(*value, other, "{name}");
        }
    });
    assert_eq!(rest.next(), None);
    assert_eq!(Value::ABSENT, Value::ABSENT);
    assert_eq!(Value::secret("a"), Value::secret("a"));
    assert_ne!(Value::secret("a"), Value::secret("b"));
}
