//! Canonical queries: exact outputs, buffers of every length, lists that are refused.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "what cannot be checked fails its test"
)]

use core::fmt::{self, Write};

use aliyun_customer_gateway::{
    Asn, ClientToken, CreateCustomerGateway, Description, InvalidList, IpAddress, List, Name,
    Names, Parameters, Query, RegionId, Value, names,
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Everything but `unreserved` of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The canonical query as others make it: sort, encode, join.
fn oracle(parameters: &[(&str, &str)]) -> String {
    let mut parameters = parameters.to_vec();
    parameters.sort_unstable();
    let encode = |text| utf8_percent_encode(text, RESERVED);
    let pairs: Vec<_> = parameters
        .iter()
        .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
        .collect();
    pairs.join("&")
}

/// Asserts that every way to write a query gives the same text, and what buffers have to say.
fn check<P: Parameters>(query: &Query<P>, expected: &str) {
    let len = expected.len();
    assert_eq!(query.to_string(), expected);
    assert_eq!(query.encoded_len(), len);
    let mut text = String::new();
    query.write_to(&mut text).unwrap();
    assert_eq!(text, expected);

    // Nothing behind the part that is written changes.
    let mut buf = vec![0xa5; len + 37];
    assert_eq!(query.encode(&mut buf).unwrap(), expected);
    assert!(buf[len..].iter().all(|byte| *byte == 0xa5));

    for shorter in 0..len {
        let mut buf = vec![0xa5; shorter];
        let refused = query.encode(&mut buf).unwrap_err();
        assert_eq!(refused.needed(), len, "{shorter}");
    }
    assert_eq!(query.encode(&mut vec![0xa5; len]).unwrap(), expected);
}

fn region() -> RegionId<'static> {
    RegionId::new("cn-shanghai").unwrap()
}

fn address() -> IpAddress {
    IpAddress::new("101.12.0.12").unwrap()
}

#[test]
fn requests() {
    let least = CreateCustomerGateway::new(region(), address());
    let token = ClientToken::new("02fb3da4-130e-11e9-8e44-0016e04115b").unwrap();
    let name = Name::new("上海-1").unwrap();
    let description = Description::new("Branch ~*/+ \"A\"\n🏢").unwrap();
    let asn = Asn::new("123.456").unwrap();
    let most =
        least.with_client_token(token).with_name(name).with_description(description).with_asn(asn);
    for (request, expected) in [
        (least, "Action=CreateCustomerGateway&IpAddress=101.12.0.12&RegionId=cn-shanghai"),
        (
            least.with_asn(asn),
            "Action=CreateCustomerGateway&Asn=8061384&IpAddress=101.12.0.12&RegionId=cn-shanghai",
        ),
        (
            least.with_client_token(ClientToken::new("a&b=c d\0\x7f").unwrap()),
            "Action=CreateCustomerGateway&ClientToken=a%26b%3Dc%20d%00%7F&IpAddress=101.12.0.12\
             &RegionId=cn-shanghai",
        ),
        (
            least.with_name(name),
            "Action=CreateCustomerGateway&IpAddress=101.12.0.12&Name=%E4%B8%8A%E6%B5%B7-1\
             &RegionId=cn-shanghai",
        ),
        (
            least.with_description(description),
            "Action=CreateCustomerGateway&Description=Branch%20~%2A%2F%2B%20%22A%22%0A%F0%9F%8F%A2\
             &IpAddress=101.12.0.12&RegionId=cn-shanghai",
        ),
        (
            most,
            "Action=CreateCustomerGateway&Asn=8061384\
             &ClientToken=02fb3da4-130e-11e9-8e44-0016e04115b\
             &Description=Branch%20~%2A%2F%2B%20%22A%22%0A%F0%9F%8F%A2&IpAddress=101.12.0.12\
             &Name=%E4%B8%8A%E6%B5%B7-1&RegionId=cn-shanghai",
        ),
    ] {
        check(&request.query(), expected);
        let without_action = expected.strip_prefix("Action=CreateCustomerGateway&").unwrap();
        check(&request.query_without_action(), without_action);
    }
    // The last value wins, as anybody would expect.
    let other = least.with_asn(asn).with_asn(Asn::from_number(1).unwrap());
    assert!(other.query().to_string().contains("&Asn=1&"));
}

#[test]
fn requests_are_as_others_encode_them() {
    let token = ClientToken::new("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~").unwrap();
    let description = Description::new("Aé上🏢 =&%+*~\u{7f}\u{80}").unwrap();
    let request = CreateCustomerGateway::new(region(), address())
        .with_client_token(token)
        .with_name(Name::new("Zürich_1.a-b").unwrap())
        .with_description(description)
        .with_asn(Asn::from_number(u32::MAX).unwrap());
    let own = [
        ("RegionId", "cn-shanghai"),
        ("IpAddress", "101.12.0.12"),
        ("ClientToken", token.as_str()),
        ("Name", "Zürich_1.a-b"),
        ("Description", description.as_str()),
        ("Asn", "4294967295"),
    ];
    check(&request.query_without_action(), &oracle(&own));
    let mut all = own.to_vec();
    all.push(("Action", CreateCustomerGateway::ACTION));
    check(&request.query(), &oracle(&all));
}

#[test]
fn private_addresses_are_written_as_any_other() {
    let address = IpAddress::new_or_private("192.168.0.1").unwrap();
    let query = CreateCustomerGateway::new(region(), address).query_without_action().to_string();
    assert_eq!(query, "IpAddress=192.168.0.1&RegionId=cn-shanghai");
}

/// The longest request there is: every character takes as many bytes as one can.
#[test]
fn the_longest_request_is_as_long_as_stated() {
    // A letter of four bytes.
    let letter = "𠀀";
    let region = "a".repeat(RegionId::MAX_CHARS);
    let token = "&".repeat(ClientToken::MAX_CHARS);
    let name = letter.repeat(Name::MAX_CHARS);
    let description = letter.repeat(Description::MAX_CHARS);
    let request = CreateCustomerGateway::new(
        RegionId::new(&region).unwrap(),
        IpAddress::new("101.101.101.101").unwrap(),
    )
    .with_client_token(ClientToken::new(&token).unwrap())
    .with_name(Name::new(&name).unwrap())
    .with_description(Description::new(&description).unwrap())
    .with_asn(Asn::from_number(u32::MAX).unwrap());

    let expected = oracle(&[
        ("Action", "CreateCustomerGateway"),
        ("Asn", "4294967295"),
        ("ClientToken", &token),
        ("Description", &description),
        ("IpAddress", "101.101.101.101"),
        ("Name", &name),
        ("RegionId", &region),
    ]);
    assert_eq!(expected.len(), CreateCustomerGateway::MAX_ENCODED_LEN);
    let query = request.query();
    let mut buf = [0xa5; CreateCustomerGateway::MAX_ENCODED_LEN];
    assert_eq!(query.encode(&mut buf).unwrap(), expected);
    let text = query.to_heapless::<{ CreateCustomerGateway::MAX_ENCODED_LEN }>().unwrap();
    assert_eq!(text, expected.as_str());
    let refused = query.encode(&mut buf[1..]).unwrap_err();
    assert_eq!(refused.needed(), CreateCustomerGateway::MAX_ENCODED_LEN);
}

#[test]
fn a_string_of_the_exact_capacity_suffices() {
    let query = CreateCustomerGateway::new(region(), address()).query();
    assert_eq!(query.encoded_len(), 71);
    let text: heapless::String<71> = query.to_heapless().unwrap();
    assert_eq!(text, query.to_string().as_str());
    for refused in [
        query.to_heapless::<70>().unwrap_err(),
        query.to_heapless::<1>().unwrap_err(),
        query.to_heapless::<0>().unwrap_err(),
        query.encode(&mut []).unwrap_err(),
    ] {
        assert_eq!(refused.needed(), 71);
        assert_eq!(refused.to_string(), "the buffer is too small: 71 bytes are needed");
    }
}

/// Takes a number of bytes, and refuses what comes after.
struct Full(usize);

impl Write for Full {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.checked_sub(text.len()).ok_or(fmt::Error)?;
        Ok(())
    }
}

#[test]
fn the_errors_of_a_writer_come_back() {
    let query = CreateCustomerGateway::new(region(), address()).query();
    assert_eq!(query.write_to(&mut Full(71)), Ok(()));
    for room in 0..71 {
        assert_eq!(query.write_to(&mut Full(room)), Err(fmt::Error), "{room}");
        assert_eq!(write!(Full(room), "{query}"), Err(fmt::Error), "{room}");
    }
}

#[test]
fn lists_of_any_parameters() {
    for (list, expected) in [
        (&[][..], ""),
        (&[("A", "")], "A="),
        (&[("", "1")], "=1"),
        (&[("A", "1"), ("B", "2")], "A=1&B=2"),
        // By the bytes: upper case before lower, a prefix before what goes on.
        (&[("A", "1"), ("AA", "2"), ("B", "3"), ("a", "4")], "A=1&AA=2&B=3&a=4"),
        (
            &[("Tag.1.Key", "k"), ("Tag.10.Key", "l"), ("Tag.2.Key", "m")],
            "Tag.1.Key=k&Tag.10.Key=l&Tag.2.Key=m",
        ),
        (&[("SignatureNonce", "1"), ("signature", "2")], "SignatureNonce=1&signature=2"),
        (&[("a b", "c d"), ("上", "海")], "a%20b=c%20d&%E4%B8%8A=%E6%B5%B7"),
        // The bytes of the names count, not those of their encoded form.
        (&[("A", "1"), ("~", "2"), ("\u{7f}", "3"), ("é", "4")], "A=1&~=2&%7F=3&%C3%A9=4"),
        // `-` is less than `/`, but `%` is less than `-`.
        (&[("a-", "1"), ("a/", "2")], "a-=1&a%2F=2"),
    ] {
        let list = List::new(list).unwrap();
        assert_eq!(list.is_empty(), expected.is_empty());
        assert_eq!(list.len(), if list.is_empty() { 0 } else { expected.split('&').count() });
        check(&Query::new(list), expected);
        assert_eq!(Query::new(list).parameters(), &list);
    }
}

#[test]
fn lists_are_encoded_as_others_do() {
    let all: String = ('\0'..'\u{180}').collect();
    let long = "/".repeat(200);
    let list = [("", all.as_str()), ("%", &long), (&all, "1"), ("z~", " ~*")];
    let mut sorted = list;
    sorted.sort_unstable();
    let encoded = oracle(&list);
    check(&Query::new(List::new(&sorted).unwrap()), &encoded);
    let decoded: Vec<_> = encoded
        .split('&')
        .map(|pair| pair.split_once('=').unwrap())
        .map(|(name, value)| [name, value].map(|text| percent_decode_str(text).decode_utf8()))
        .map(|[name, value]| (name.unwrap().into_owned(), value.unwrap().into_owned()))
        .collect();
    let expected = sorted.map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert_eq!(decoded, expected);
}

#[test]
fn lists_that_are_refused() {
    for (list, error, sentence) in [
        (
            &[("B", "1"), ("A", "2")][..],
            InvalidList::OutOfOrder { name: "A", previous: "B" },
            "parameter \"A\" stands behind \"B\": sort the names by their bytes",
        ),
        (
            &[("A", "1"), ("C", "2"), ("D", "3"), ("B", "4"), ("A", "5")],
            InvalidList::OutOfOrder { name: "B", previous: "D" },
            "parameter \"B\" stands behind \"D\": sort the names by their bytes",
        ),
        (
            &[("a", "1"), ("B", "2")],
            InvalidList::OutOfOrder { name: "B", previous: "a" },
            "parameter \"B\" stands behind \"a\": sort the names by their bytes",
        ),
        (
            &[("AA", "1"), ("A", "2")],
            InvalidList::OutOfOrder { name: "A", previous: "AA" },
            "parameter \"A\" stands behind \"AA\": sort the names by their bytes",
        ),
        (
            &[("上", "1"), ("é\n", "2")],
            InvalidList::OutOfOrder { name: "é\n", previous: "上" },
            "parameter \"é\\n\" stands behind \"上\": sort the names by their bytes",
        ),
        (
            &[("A", "1"), ("A", "1")],
            InvalidList::Duplicate { name: "A" },
            "parameter \"A\" stands twice: leave one out",
        ),
        (
            &[("", "1"), ("", "2")],
            InvalidList::Duplicate { name: "" },
            "parameter \"\" stands twice: leave one out",
        ),
        (
            &[("Signature", "1")],
            InvalidList::Signature,
            "parameter \"Signature\" is among those to be signed: leave it out",
        ),
        (
            &[("Format", "JSON"), ("Signature", "1"), ("SignatureNonce", "2")],
            InvalidList::Signature,
            "parameter \"Signature\" is among those to be signed: leave it out",
        ),
        (
            &[("A", "1"), ("Signature", "2")],
            InvalidList::Signature,
            "parameter \"Signature\" is among those to be signed: leave it out",
        ),
    ] {
        let refused = List::new(list).unwrap_err();
        assert_eq!(refused, error, "{list:?}");
        assert_eq!(refused.to_string(), sentence, "{list:?}");
    }
}

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

/// What is logged of a value is what was given, but for a secret.
#[test]
fn values_are_shown_as_they_were_given() {
    for (value, shown) in [
        (Value::ABSENT, "ABSENT"),
        (Value::text("x y"), "\"x y\""),
        (Value::secret("x y"), "[redacted]"),
        (Value::from(address()), "[101, 12, 0, 12]"),
        (Value::from(Asn::from_number(10_001).unwrap()), "10001"),
    ] {
        assert_eq!(format!("{value:?}"), shown);
    }
    let query = CreateCustomerGateway::new(region(), address()).query_without_action();
    let shown = format!("{query:?}");
    assert!(shown.contains(&format!("{:?}", region().as_str())), "{shown}");
}

/// What is logged of a list is what was given, but for the one secret that a query has.
#[test]
fn a_list_is_shown_without_its_token() {
    let pairs = [("Name", "上海"), ("SecurityToken", "CAIS+secret"), ("Version", "1")];
    let list = List::new(&pairs).unwrap();
    let shown = r#"{"Name": "上海", "SecurityToken": "[redacted]", "Version": "1"}"#;
    assert_eq!(format!("{list:?}"), shown);
    assert_eq!(format!("{:?}", Query::new(list)), format!("Query {{ parameters: {shown} }}"));
}

#[test]
fn lists_in_a_constant() {
    const LIST: List = match List::new(&[("Action", "DescribeRegions"), ("Format", "JSON")]) {
        Ok(list) => list,
        Err(_) => panic!("not in canonical order"),
    };
    const CULPRIT: &str = match List::new(&[("Format", "JSON"), ("Action", "DescribeRegions")]) {
        Err(InvalidList::OutOfOrder { name, .. }) => name,
        _ => panic!("in canonical order"),
    };
    check(&Query::new(LIST), "Action=DescribeRegions&Format=JSON");
    assert_eq!(CULPRIT, "Action");
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
    request.query().parameters().for_each(|name, value| {
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
