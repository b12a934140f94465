//! Names whose order the compiler checks.

use aliyun_customer_gateway::query::{Label, Pairs, Parameters, Query, Value, Visitor, visit};
use aliyun_customer_gateway::{Action as _, Asn, CreateCustomerGateway};

use super::{address, check, region};

#[test]
fn names_that_are_refused() {
    macro_rules! refused {
        ($($name:literal)*, $sentence:literal) => {
            let labels = Label::list([$(($name, concat!("&", $name, "="))),*]);
            assert_eq!(labels.unwrap_err(), $sentence);
        };
    }
    refused!("B" "A", "a parameter is out of order; sort names in byte order");
    refused!("A" "B" "B", "a parameter is duplicated: remove one");
    refused!("A" "Signature", "Signature is made from the other parameters: leave it out");
    refused!("Signature", "Signature is made from the other parameters: leave it out");
    refused!("AccessKeyId", "a parameter is one that every call has: leave it out");
    refused!("A" "Timestamp" "Z", "a parameter is one that every call has: leave it out");
    refused!("Version", "a parameter is one that every call has: leave it out");
    assert!(Label::list([]).is_ok());
}

/// Parameters of an action that is not this crate's.
struct Three<'a>([Value<'a>; 3]);

impl Parameters for Three<'_> {
    fn visit(&self, visitor: Visitor<'_>) {
        let [a, b, c] = self.0;
        visit!(visitor, { "A": a, "B": b, "C": c });
    }
}

struct None;

impl Parameters for None {
    fn visit(&self, visitor: Visitor<'_>) {
        visit!(visitor, {});
    }
}

#[test]
fn names_with_values() {
    let text = Value::text("x y");
    let address = Value::from(address());
    let asn = Value::from(Asn::from_number(10_001).unwrap());
    let absent = Value::from(Option::<&str>::None);
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
        ([true.into(), false.into(), 0_u32.into()], "A=true&B=false&C=0"),
    ] {
        check(&Query::new(Three(values)), expected);
    }
    check(&Query::new(None), "");
    assert!(Value::ABSENT.is_absent() && absent.is_absent());
    assert!(!Value::text("").is_absent() && !address.is_absent() && !asn.is_absent());
}

struct Encoded;

impl Parameters for Encoded {
    fn visit(&self, visitor: Visitor<'_>) {
        visit!(visitor, { "A b": "1", "Tag.1.Key": "2", "é": "3" });
    }
}

/// A name is encoded as a value is, among pairs and constants alike.
#[test]
fn names_that_need_encoding() {
    let expected = "A%20b=1&Tag.1.Key=2&%C3%A9=3";
    check(&Query::new(Encoded), expected);
    let pairs = [("A b", "1"), ("Tag.1.Key", "2"), ("é", "3")];
    check(&Query::new(Pairs::new(&pairs).unwrap()), expected);
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
    CreateCustomerGateway::new(region(), address()).query().for_each(|pair| {
        assert!(!pair.value().is_absent());
        seen.push(pair.name().to_owned());
    });
    assert_eq!(seen, ["Action", "IpAddress", "RegionId"]);
}
