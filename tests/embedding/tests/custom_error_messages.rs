//! With its feature `custom-error-messages`, `serde-json-core` stops the program where an error of serde
//! has more than 64 bytes: no error of this crate does, when it is asked for so many.

use aliyun_customer_gateway::config::from_json;
use aliyun_customer_gateway::{
    AuthKey, ClientToken, CreateCustomerGateway, Edition, IpAddress, Name, OwnedAccessKeyId,
    OwnedAccessKeySecret, OwnedAuthKey, OwnedClientToken, OwnedCreateCustomerGateway, OwnedCreated,
    OwnedCustomerGatewayId, OwnedDeleteCustomerGateway, OwnedDeleted, OwnedDescribeCustomerGateway,
    OwnedDescribeCustomerGateways, OwnedDescription, OwnedGateway, OwnedHost, OwnedModified,
    OwnedModifyCustomerGatewayAttribute, OwnedName, OwnedRegionId, OwnedResourceGroupId, OwnedTag,
    OwnedTags, PageNumber, PageSize, RegionId,
};
use serde::de::DeserializeOwned;
use serde_json_core::de::Error;

/// The message that is kept of reading a type, if it is refused with one.
fn message<T: DeserializeOwned>(file: &str) -> Option<String> {
    let mut unescaped = [0; 16_384];
    let refused = match serde_json_core::from_str_escaped::<T>(file, &mut unescaped) {
        Err(Error::CustomErrorWithMessage(message)) => Some(message.to_string()),
        _ => None,
    };
    // Without a buffer for them, escapes come through as they are.
    let _ = serde_json_core::from_str::<T>(file);
    refused
}

/// Values of every type, of texts that are wrong in every way, and long.
fn values() -> Vec<String> {
    let long = "上 ".repeat(1000);
    let mut values: Vec<String> =
        ["1", "-1", "1.5", "true", "null", "[]", "{}", "[1]", "{\"a\":1}"].map(String::from).into();
    for text in [
        "",
        "a",
        " ",
        "a b",
        "é",
        "http://a",
        "see http://a",
        "aliyun",
        "\\n",
        "a\\n",
        "\\ud83c\\udfe2",
        "\\u0000",
        "10.0.0.1",
        "101.12.0.012",
        "::1",
        "45104",
        "0",
        "4294967296",
        "VPC",
        "a..b",
        "a:99999",
        "1.2.3",
        "2021",
        &long,
        &long[..400],
        &"a".repeat(5000),
        &"a".repeat(65),
        &"a".repeat(129),
        &"a".repeat(257),
        &"\\\\".repeat(2000),
    ] {
        values.push(format!("\"{text}\""));
    }
    values
}

#[test]
fn fields_are_refused_within_64_bytes() {
    for value in values() {
        let messages = [
            message::<OwnedRegionId>(&value),
            message::<OwnedClientToken>(&value),
            message::<OwnedName>(&value),
            message::<OwnedDescription>(&value),
            message::<OwnedCustomerGatewayId>(&value),
            message::<OwnedResourceGroupId>(&value),
            message::<OwnedAccessKeyId>(&value),
            message::<OwnedHost>(&value),
            message::<OwnedAuthKey>(&value),
            message::<OwnedAccessKeySecret>(&value),
            message::<OwnedTag>(&value),
            message::<OwnedTags<2>>(&value),
            message::<IpAddress>(&value),
            message::<aliyun_customer_gateway::Asn>(&value),
            message::<PageNumber>(&value),
            message::<PageSize>(&value),
            message::<Edition>(&value),
        ];
        assert!(messages.iter().flatten().all(|message| message.len() <= 64));
        let _ = serde_json_core::from_str::<RegionId<'_>>(&value);
        let _ = serde_json_core::from_str::<ClientToken<'_>>(&value);
        let _ = serde_json_core::from_str::<Name<'_>>(&value);
        let _ = serde_json_core::from_str::<AuthKey<'_>>(&value);
        let _ = serde_json_core::from_str_escaped::<AuthKey<'_>>(&value, &mut [0; 16_384]);
    }
    let refused = Name::new("branch office").unwrap_err().to_string();
    assert_eq!(message::<OwnedName>("\"branch office\"").unwrap(), refused[..64]);
}

#[test]
fn objects_are_refused_within_64_bytes() {
    let names = [
        "RegionId",
        "IpAddress",
        "ClientToken",
        "Name",
        "Description",
        "Asn",
        "AuthKey",
        "ResourceGroupId",
        "Tags",
        "Tag",
        "CustomerGatewayId",
        "PageNumber",
        "PageSize",
        "RequestId",
        "CreateTime",
        "Key",
        "Value",
        "name",
        "",
        "\\u0000",
        &"上".repeat(100),
    ];
    for name in names {
        for value in values() {
            for file in [
                format!("{{\"{name}\":{value}}}"),
                format!("{{\"{name}\":{value},\"{name}\":{value}}}"),
                format!("{{\"RegionId\":\"r\",\"IpAddress\":\"1.1.1.1\",\"{name}\":{value}}}"),
                format!("{{\"RegionId\":\"r\",\"CustomerGatewayId\":\"c\",\"{name}\":{value}}}"),
                format!("[{{\"{name}\":{value}}}]"),
            ] {
                message::<OwnedCreateCustomerGateway<1>>(&file);
                message::<OwnedDescribeCustomerGateways<1>>(&file);
                message::<OwnedDescribeCustomerGateway>(&file);
                message::<OwnedModifyCustomerGatewayAttribute>(&file);
                message::<OwnedDeleteCustomerGateway>(&file);
                message::<OwnedTags<2>>(&file);
                message::<OwnedCreated<8, 1024>>(&file);
                message::<OwnedModified<8, 8>>(&file);
                message::<OwnedGateway<8, 8>>(&file);
                message::<OwnedDeleted>(&file);
                let _ = serde_json_core::from_str::<CreateCustomerGateway<'_>>(&file);
            }
        }
    }
    let file = r#"{"RegionId":"r","IpAddress":"1.1.1.1","Authkey":"x"}"#;
    assert_eq!(
        message::<OwnedCreateCustomerGateway<0>>(file).unwrap(),
        "unknown field `Authkey`, expected one of `RegionId`, `IpAddress`",
    );
}

/// The whole sentence, where there is space for it.
#[test]
fn from_json_tells_the_whole_sentence() {
    let file = r#"{"RegionId":"r","IpAddress":"1.1.1.1","Name":"branch office"}"#;
    let edition = Edition::November2020;
    let error = from_json::<OwnedCreateCustomerGateway<0>>(file.as_bytes(), edition).unwrap_err();
    assert_eq!(
        error.to_string(),
        "line 1, column 53: unexpected character ' ' at byte 6 of Name: use letters, digits, '.', '_' \
         and '-' (edition 2020-11; current accepts the value)",
    );
    for value in values() {
        for file in
            [value.clone(), format!("{{\"Name\":{value}}}"), format!("{{\"Tags\":[{value}]}}")]
        {
            let error =
                from_json::<OwnedCreateCustomerGateway<0>>(file.as_bytes(), Edition::Current);
            assert!(error.is_err());
        }
    }
}
