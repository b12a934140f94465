//! What is written as JSON, and read again.

use core::fmt::Debug;

use aliyun_customer_gateway::config::{FromJson, ToJson, from_json, to_json};
use aliyun_customer_gateway::registration::{Outcome, Policy, Step, Stored};
use aliyun_customer_gateway::{
    Asn, AuthKey, ClientToken, CreateCustomerGateway, CustomerGatewayId, DeleteCustomerGateway,
    DescribeCustomerGateway, DescribeCustomerGateways, Description, Edition, Encode as _,
    IpAddress, ModifyCustomerGatewayAttribute, Name, OwnedClientToken, OwnedCreateCustomerGateway,
    OwnedCreated, OwnedDeleted, OwnedDescribeCustomerGateways, OwnedGateway, OwnedModified,
    PageNumber, PageSize, RegionId, ResourceGroupId, Tag, Tags,
};
use serde::Serialize;

use Edition::Current;

/// Writes a value in every way, and compares it with what `serde_json` writes.
fn written<T: ToJson + Serialize>(value: &T) -> String {
    let expected = serde_json::to_string(value).unwrap();
    let json = to_json(value);
    assert_eq!(json.encoded_len(), expected.len());
    let mut buf = vec![0xa5; expected.len()];
    assert_eq!(json.encode(&mut buf).unwrap(), expected);
    for len in 0..expected.len() {
        assert_eq!(json.encode(&mut buf[..len]).unwrap_err().needed(), expected.len());
    }
    assert_eq!(json.to_heapless::<4096>().unwrap(), expected.as_str());
    assert_eq!(json.to_heapless::<1>().unwrap_err().needed(), expected.len());
    let mut blocks = Vec::new();
    json.write_to(|block| {
        blocks.extend_from_slice(block);
        Ok::<(), ()>(())
    })
    .unwrap();
    assert_eq!(blocks, expected.as_bytes());
    assert_eq!(format!("{json:?}"), "Json(..)");
    expected
}

/// Writes a value, and reads it again.
fn again<T: ToJson + FromJson + Serialize + PartialEq + Debug>(value: &T) -> String {
    let written = written(value);
    assert_eq!(from_json::<T>(written.as_bytes(), Current).unwrap(), *value);
    written
}

#[test]
fn requests() {
    let region = RegionId::new("cn-shanghai").unwrap();
    let id = CustomerGatewayId::new("cgw-\"\\1").unwrap();
    let token = ClientToken::new("\"\\/\u{0}\u{1f}\u{7f}").unwrap();
    let name = Name::new_in("上海 🏢\u{8}\u{9}\u{a}\u{b}\u{c}\u{d}", Current).unwrap();
    let description = Description::new_in("a\u{1b}\"b", Current).unwrap();
    let asn = Asn::new("123.456").unwrap();
    let key = AuthKey::new("k\"\\y").unwrap();
    let group = ResourceGroupId::new("rg-\"").unwrap();
    let tags = [Tag::new("site", "Zürich").unwrap(), Tag::new("\"", "").unwrap()];
    let tags = Tags::new(&tags).unwrap();

    let least = CreateCustomerGateway::new(region, IpAddress::new("101.12.0.12").unwrap());
    assert_eq!(written(&least), r#"{"RegionId":"cn-shanghai","IpAddress":"101.12.0.12"}"#);
    let most = least
        .with_client_token(token)
        .with_name(name)
        .with_description(description)
        .with_bgp(asn, key)
        .with_resource_group_id(group)
        .with_tags(tags);
    assert_eq!(
        written(&most),
        r#"{"RegionId":"cn-shanghai","IpAddress":"101.12.0.12","ClientToken":"\"\\/\u0000\u001f","Name":"上海 🏢\b\t\n\u000b\f\r","Description":"a\u001b\"b","Asn":"8061384","AuthKey":"k\"\\y","ResourceGroupId":"rg-\"","Tags":[{"Key":"site","Value":"Zürich"},{"Key":"\"","Value":""}]}"#.replace(r#"\u001f""#, "\\u001f\u{7f}\""),
    );
    again(&OwnedCreateCustomerGateway::<64>::try_from(most).unwrap());
    again(&OwnedCreateCustomerGateway::<0>::try_from(least).unwrap());

    let list = DescribeCustomerGateways::new(region);
    written(&list);
    again(&OwnedDescribeCustomerGateways::<0>::try_from(list).unwrap());
    let list = list
        .with_customer_gateway_id(id)
        .with_page_number(PageNumber::new("7").unwrap())
        .with_page_size(PageSize::MAX)
        .with_resource_group_id(group)
        .with_tags(tags);
    written(&list);
    again(&OwnedDescribeCustomerGateways::<64>::try_from(list).unwrap());

    let describe = DescribeCustomerGateway::new(region, id);
    written(&describe);
    again(&describe.to_owned());
    let delete = DeleteCustomerGateway::new(region, id).with_client_token(token);
    written(&delete);
    again(&delete.to_owned());
    let modify = ModifyCustomerGatewayAttribute::new(region, id);
    again(&modify.to_owned());
    let modify = modify
        .with_client_token(token)
        .with_name(name)
        .with_description(description)
        .with_auth_key(key);
    written(&modify);
    again(&modify.to_owned());
}

fn text<const N: usize>(text: &str) -> heapless::String<N> {
    heapless::String::try_from(text).unwrap()
}

#[test]
fn responses() {
    let created = OwnedCreated::<16, 8> {
        customer_gateway_id: text("cgw-1"),
        request_id: Some(text("R\n")),
        ip_address: Some(text("101.12.0.12")),
        name: Some(text("上海 🏢")),
        description: Some(text("")),
        create_time: Some(u64::MAX),
    };
    assert_eq!(
        again(&created),
        r#"{"CustomerGatewayId":"cgw-1","RequestId":"R\n","IpAddress":"101.12.0.12","Name":"上海 🏢","Description":"","CreateTime":18446744073709551615}"#,
    );
    for create_time in [0, 9, 10, 1_493_363_486_000, 10_000_000_000_000_000_000] {
        again(&OwnedCreated::<16, 8> { create_time: Some(create_time), ..created.clone() });
    }
    again(&OwnedCreated::<0, 0> {
        customer_gateway_id: text(""),
        request_id: None,
        ip_address: None,
        name: None,
        description: None,
        create_time: None,
    });
    again(&OwnedModified::<8, 8> {
        customer_gateway_id: text("cgw-1"),
        request_id: Some(text("R")),
        ip_address: Some(text("101.12.0.12")),
        name: Some(text("a")),
        description: Some(text("b")),
        create_time: Some(1),
        resource_group_id: Some(text("rg")),
    });
    let gateway = OwnedGateway::<8, 8> {
        customer_gateway_id: None,
        request_id: None,
        ip_address: Some(text("101.12.0.12")),
        name: Some(text("a")),
        description: Some(text("b")),
        create_time: Some(1),
        asn: Some(u32::MAX),
        resource_group_id: None,
    };
    again(&gateway);
    again(&OwnedDeleted { request_id: None });
    assert_eq!(again(&OwnedDeleted { request_id: Some(text("R")) }), r#"{"RequestId":"R"}"#);
}

#[test]
fn responses_that_are_refused() {
    fn refused<T: FromJson + Debug>(file: &str) -> String {
        from_json::<T>(file.as_bytes(), Current).unwrap_err().to_string()
    }
    assert_eq!(
        refused::<OwnedCreated<3, 3>>(r#"{"Name":"a"}"#),
        "line 1, column 12: missing field `CustomerGatewayId`",
    );
    assert_eq!(
        refused::<OwnedCreated<3, 3>>(r#"{"Name":"abcd"}"#),
        "line 1, column 9: Name takes 4 bytes, and the string for it holds 3",
    );
    // However long it is, and however it is escaped.
    assert_eq!(
        refused::<OwnedCreated<3, 3>>(&format!(r#"{{"Name":"{}"}}"#, r"\u4e0a".repeat(1000))),
        "line 1, column 9: Name takes 3000 bytes, and the string for it holds 3",
    );
    assert_eq!(
        refused::<OwnedDeleted>(r#"{"Request":"R"}"#),
        "line 1, column 2: unknown field `Request`, expected `RequestId`",
    );
    for (value, given) in [
        ("-1", "integer `-1`"),
        ("1.0", "floating point `1.0`"),
        ("\"1\"", "string"),
        ("18446744073709551616", "integer `18446744073709551616`"),
    ] {
        assert_eq!(
            refused::<OwnedCreated<3, 3>>(&format!(r#"{{"CreateTime":{value}}}"#)),
            format!(
                "line 1, column 15: invalid type: {given}, expected a number up to \
                 18446744073709551615"
            ),
        );
    }
    assert_eq!(
        refused::<OwnedGateway<3, 3>>(r#"{"Asn":4294967296}"#),
        "line 1, column 8: invalid type: integer `4294967296`, expected a number up to 4294967295",
    );
    assert_eq!(
        refused::<OwnedGateway<3, 3>>("[]"),
        "line 1, column 1: invalid type: sequence, expected a gateway",
    );
}

/// Token, parameters and id outlive a power cut.
#[test]
fn what_a_registration_stores() {
    let tags = [Tag::new("serial", "0042").unwrap()];
    let wanted = CreateCustomerGateway::new(
        RegionId::new("cn-shanghai").unwrap(),
        IpAddress::new_in("10.0.0.1", Current).unwrap(),
    )
    .with_bgp(Asn::new("65001").unwrap(), AuthKey::new("kEyThatNobodyMaySee").unwrap())
    .with_tags(Tags::new(&tags).unwrap());
    let request = OwnedCreateCustomerGateway::<64>::try_from(wanted).unwrap();
    let mut stored = Stored::new(request, OwnedClientToken::new("token-1").unwrap());
    let written = |stored: &Stored<64>| {
        let written = to_json(stored).to_heapless::<512>().unwrap();
        assert_eq!(from_json::<Stored<64>>(written.as_bytes(), Current).unwrap(), *stored);
        written
    };
    assert_eq!(
        written(&stored),
        r#"{"RegionId":"cn-shanghai","IpAddress":"10.0.0.1","ClientToken":"token-1","Asn":"65001","AuthKey":"kEyThatNobodyMaySee","Tags":[{"Key":"serial","Value":"0042"}]}"#,
    );
    stored.set_client_token(OwnedClientToken::new("token-2").unwrap());
    stored.set_outcome(&Outcome::GaveUp);
    assert_eq!(stored.customer_gateway_id(), None);
    stored.set_outcome(&Outcome::Created { id: "cgw-\"1" });
    assert_eq!(stored.customer_gateway_id(), Some("cgw-\"1"));
    let file = written(&stored);
    assert!(file.contains(r#""ClientToken":"token-2""#), "{file}");
    assert!(file.ends_with(r#","CustomerGatewayId":"cgw-\"1"}"#), "{file}");
    // A later one that says nothing leaves the id.
    stored.set_outcome(&Outcome::IdTooLong);
    assert_eq!(stored.customer_gateway_id(), Some("cgw-\"1"));

    assert_eq!(stored.wanted(), wanted.with_client_token(ClientToken::new("token-2").unwrap()));
    assert!(matches!(stored.resumed(Policy::new()).step(), Step::Send(_)));
    assert!(!format!("{stored:?}").contains("kEy"));

    let refused = |file: &str, edition| {
        from_json::<Stored<64>>(file.as_bytes(), edition).unwrap_err().to_string()
    };
    assert_eq!(
        refused(r#"{"RegionId":"r","IpAddress":"1.1.1.1"}"#, Current),
        "line 1, column 38: missing field `ClientToken`",
    );
    assert_eq!(
        refused(&file, Edition::November2020),
        "line 1, column 39: IpAddress lies in 10.0.0.0/8 (private use, RFC 1918): give the public \
         address of the VPN gateway (edition 2020-11; current accepts the value)",
    );
    let long = format!(r#"{{"CustomerGatewayId":"{}"}}"#, "c".repeat(65));
    assert_eq!(
        refused(&long, Current),
        "line 1, column 22: CustomerGatewayId takes 65 bytes, and the string for it holds 64",
    );
}
