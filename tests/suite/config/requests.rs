//! Requests of every action in configuration files, by both editions.

use core::fmt::Debug;

use aliyun_customer_gateway::config::{DeserializeIn, InEdition};
use aliyun_customer_gateway::{
    Action as _, Edition, OwnedCreateCustomerGateway, OwnedDeleteCustomerGateway,
    OwnedDescribeCustomerGateway, OwnedDescribeCustomerGateways,
    OwnedModifyCustomerGatewayAttribute,
};
use serde::Serialize;
use serde::de::{DeserializeOwned, DeserializeSeed as _};

/// Reads TOML by an edition; the error is the sentence.
fn read<T: for<'de> DeserializeIn<'de>>(toml: &str, edition: Edition) -> Result<T, String> {
    let deserializer = toml::Deserializer::parse(toml).unwrap();
    let read = InEdition::<T>::new(edition).deserialize(deserializer);
    read.map_err(|error| error.message().to_owned())
}

/// Reads a file by both editions, or by today's only, in every format, and writes it again.
fn check<T>(json: &str, in_both: bool, query: impl Fn(&T) -> String, expected: &str)
where
    T: for<'de> DeserializeIn<'de> + DeserializeOwned + Serialize + Clone + PartialEq + Debug,
{
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let current = InEdition::<T>::new(Edition::Current).deserialize(&mut deserializer).unwrap();
    assert_eq!(query(&current), expected);
    let contract = serde_json::from_str::<T>(json);
    if in_both {
        assert_eq!(contract.unwrap(), current);
        let mut unescaped = [0; 64];
        let read = serde_json_core::from_str_escaped::<T>(json, &mut unescaped).unwrap();
        assert_eq!(read, (current.clone(), json.len()));
    } else {
        assert!(contract.is_err(), "{json}");
    }
    // What is written is what was read.
    assert_eq!(serde_json::to_string(&current).unwrap(), json);
    assert_eq!(serde_json_core::to_string::<_, 1024>(&current).unwrap(), json);
    let toml = toml::to_string(&current).unwrap();
    assert_eq!(read::<T>(&toml, Edition::Current).unwrap(), current, "{toml}");
}

#[test]
fn create_customer_gateway() {
    let query =
        |request: &OwnedCreateCustomerGateway<64>| request.get().query_without_action().to_string();
    check(
        r#"{"RegionId":"cn-shanghai","IpAddress":"10.0.0.1","Name":"2nd floor","Asn":"65001","AuthKey":"kEy&","ResourceGroupId":"rg-1","Tags":[{"Key":"site","Value":"Zürich"},{"Key":"b","Value":""}]}"#,
        false,
        query,
        "Asn=65001&AuthKey=kEy%26&IpAddress=10.0.0.1&Name=2nd%20floor&RegionId=cn-shanghai\
         &ResourceGroupId=rg-1&Tags.1.Key=site&Tags.1.Value=Z%C3%BCrich&Tags.2.Key=b&Tags.2.Value=",
    );
    check(
        r#"{"RegionId":"cn-shanghai","IpAddress":"101.12.0.12"}"#,
        true,
        query,
        "IpAddress=101.12.0.12&RegionId=cn-shanghai",
    );
}

#[test]
fn describe_customer_gateways() {
    check(
        r#"{"RegionId":"cn-shanghai","CustomerGatewayId":"cgw-1","PageNumber":"2","PageSize":"50","ResourceGroupId":"rg-1","Tag":[{"Key":"site","Value":"1"}]}"#,
        // The filters are in both editions.
        true,
        |request: &OwnedDescribeCustomerGateways<64>| {
            request.get().query_without_action().to_string()
        },
        "CustomerGatewayId=cgw-1&PageNumber=2&PageSize=50&RegionId=cn-shanghai\
         &ResourceGroupId=rg-1&Tag.1.Key=site&Tag.1.Value=1",
    );
    // In TOML, a number is as good as its text.
    let text = "RegionId = 'r'\nPageNumber = 3\nPageSize = 7\n";
    let read: OwnedDescribeCustomerGateways<0> = toml::from_str(text).unwrap();
    let query = read.get().query_without_action().to_string();
    assert_eq!(query, "PageNumber=3&PageSize=7&RegionId=r");
}

#[test]
fn the_other_actions() {
    check(
        r#"{"RegionId":"cn-shanghai","CustomerGatewayId":"cgw-1"}"#,
        true,
        |request: &OwnedDescribeCustomerGateway| request.get().query_without_action().to_string(),
        "CustomerGatewayId=cgw-1&RegionId=cn-shanghai",
    );
    let modify = |request: &OwnedModifyCustomerGatewayAttribute| {
        request.get().query_without_action().to_string()
    };
    check(
        r#"{"RegionId":"cn-shanghai","CustomerGatewayId":"cgw-1","ClientToken":"t","Name":"Gateway","Description":"Branch"}"#,
        true,
        modify,
        "ClientToken=t&CustomerGatewayId=cgw-1&Description=Branch&Name=Gateway&RegionId=cn-shanghai",
    );
    check(
        r#"{"RegionId":"cn-shanghai","CustomerGatewayId":"cgw-1","AuthKey":"kEy"}"#,
        false,
        modify,
        "AuthKey=kEy&CustomerGatewayId=cgw-1&RegionId=cn-shanghai",
    );
    check(
        r#"{"RegionId":"cn-shanghai","CustomerGatewayId":"cgw-1","ClientToken":"t"}"#,
        true,
        |request: &OwnedDeleteCustomerGateway| request.get().query_without_action().to_string(),
        "ClientToken=t&CustomerGatewayId=cgw-1&RegionId=cn-shanghai",
    );
}

#[test]
fn what_an_edition_does_not_have() {
    const LEAST: &str = "RegionId = 'r'\nIpAddress = '101.12.0.12'\nAsn = 1\n";
    for (member, name) in [
        ("AuthKey = 'kEy'", "AuthKey"),
        ("ResourceGroupId = 'rg-1'", "ResourceGroupId"),
        ("Tags = [{ Key = 'a' }]", "Tags"),
        ("Tags = []", "Tags"),
    ] {
        let toml = format!("{LEAST}{member}\n");
        assert_eq!(
            read::<OwnedCreateCustomerGateway<1>>(&toml, Edition::November2020).unwrap_err(),
            format!(
                "{name} is not a parameter of edition 2020-11: leave it out, or use edition current"
            ),
        );
        let read = read::<OwnedCreateCustomerGateway<1>>(&toml, Edition::Current);
        assert!(read.is_ok(), "{read:?}");
    }
    let toml = "RegionId = 'r'\nCustomerGatewayId = 'c'\nAuthKey = 'kEy'";
    assert_eq!(
        toml::from_str::<OwnedModifyCustomerGatewayAttribute>(toml).unwrap_err().message(),
        "AuthKey is not a parameter of edition 2020-11: leave it out, or use edition current",
    );
}

#[test]
fn what_belongs_together() {
    let toml = "RegionId = 'r'\nIpAddress = '101.12.0.12'\nAuthKey = 'kEy'\n";
    assert_eq!(
        read::<OwnedCreateCustomerGateway<0>>(toml, Edition::Current).unwrap_err(),
        "AuthKey needs an Asn: give the number of your own network as well",
    );
    // Whatever the order.
    let toml = format!("{toml}Asn = 1\n");
    let read = read::<OwnedCreateCustomerGateway<0>>(&toml, Edition::Current).unwrap();
    assert_eq!(read.get().auth_key().map(|key| key.as_str() == "kEy"), Some(true));
}

#[test]
fn tags_that_are_refused() {
    const LEAST: &str = "RegionId = 'r'\nIpAddress = '101.12.0.12'\n";
    for (tags, sentence) in [
        (
            "[{ Key = 'a' }, { Key = 'b' }, { Key = 'c' }]",
            "Tags takes 3 bytes, and there is space for 2: use a type of greater capacity",
        ),
        (
            "[{ Key = 'a', Value = '1' }, { Key = 'a', Value = '2' }]",
            "Tags.1.Key is duplicated in Tags.2.Key: give each tag a key of its own",
        ),
        ("[{ Value = 'a' }]", "missing field `Key`"),
    ] {
        let toml = format!("{LEAST}Tags = {tags}\n");
        let refused = read::<OwnedCreateCustomerGateway<2>>(&toml, Edition::Current).unwrap_err();
        assert_eq!(refused, sentence, "{tags}");
    }
    // The parameters of a query are not the members of a file.
    let toml = format!("{LEAST}'Tags.1.Key' = 'a'\n");
    let refused = read::<OwnedCreateCustomerGateway<2>>(&toml, Edition::Current).unwrap_err();
    assert_eq!(
        refused,
        "unknown field `Tags.1.Key`, expected one of `RegionId`, `IpAddress`, `ClientToken`, \
         `Name`, `Description`, `Asn`, `AuthKey`, `ResourceGroupId`, `Tags`",
    );
}

#[test]
fn members_of_other_actions() {
    let expected = "unknown field `IpAddress`, expected one of `RegionId`, `CustomerGatewayId`";
    let toml = "IpAddress = '101.12.0.12'";
    for (refused, more) in [
        (read::<OwnedDescribeCustomerGateway>(toml, Edition::Current).unwrap_err(), ""),
        (
            read::<OwnedDeleteCustomerGateway>(toml, Edition::Current).unwrap_err(),
            ", `ClientToken`",
        ),
        (
            read::<OwnedModifyCustomerGatewayAttribute>(toml, Edition::Current).unwrap_err(),
            ", `ClientToken`, `Name`, `Description`, `AuthKey`",
        ),
        (
            read::<OwnedDescribeCustomerGateways<0>>(toml, Edition::Current).unwrap_err(),
            ", `PageNumber`, `PageSize`, `ResourceGroupId`, `Tag`",
        ),
    ] {
        assert_eq!(refused, format!("{expected}{more}"));
    }
}

/// A text that is not escaped is not copied.
#[test]
fn requests_that_borrow() {
    use aliyun_customer_gateway::{
        CreateCustomerGateway, DeleteCustomerGateway, DescribeCustomerGateway,
        DescribeCustomerGateways, ModifyCustomerGatewayAttribute,
    };

    fn read<'de, T: DeserializeIn<'de>>(json: &'de str, edition: Edition) -> Result<T, String> {
        let mut json = serde_json::Deserializer::from_str(json);
        InEdition::new(edition).deserialize(&mut json).map_err(|error| error.to_string())
    }

    let json =
        r#"{"RegionId":"r","IpAddress":"1.1.1.1","Asn":1,"AuthKey":"kEy","ResourceGroupId":"g"}"#;
    let create: CreateCustomerGateway<'_> = read(json, Edition::Current).unwrap();
    let query = create.query_without_action().to_string();
    assert_eq!(query, "Asn=1&AuthKey=kEy&IpAddress=1.1.1.1&RegionId=r&ResourceGroupId=g");
    assert!(read::<CreateCustomerGateway<'_>>(json, Edition::November2020).is_err());
    let error = read::<CreateCustomerGateway<'_>>(
        r#"{"RegionId":"r","IpAddress":"1.1.1.1","AuthKey":"kEy"}"#,
        Edition::Current,
    );
    let sentence = "AuthKey needs an Asn: give the number of your own network as well";
    assert!(error.unwrap_err().starts_with(sentence));

    let json = r#"{"RegionId":"r","CustomerGatewayId":"c"}"#;
    let query = "CustomerGatewayId=c&RegionId=r";
    let describe: DescribeCustomerGateway<'_> = serde_json::from_str(json).unwrap();
    assert_eq!(describe.query_without_action().to_string(), query);
    let delete: DeleteCustomerGateway<'_> = serde_json::from_str(json).unwrap();
    assert_eq!(delete.query_without_action().to_string(), query);
    let list: DescribeCustomerGateways<'_> = serde_json::from_str(json).unwrap();
    assert_eq!(list.query_without_action().to_string(), query);
    let modify: ModifyCustomerGatewayAttribute<'_> = serde_json::from_str(json).unwrap();
    assert_eq!(modify.query_without_action().to_string(), query);

    let json = r#"{"RegionId":"r","CustomerGatewayId":"c","ClientToken":"t","Name":"n","Description":"d","AuthKey":"k"}"#;
    let modify: ModifyCustomerGatewayAttribute<'_> = read(json, Edition::Current).unwrap();
    assert_eq!(
        modify.query_without_action().to_string(),
        "AuthKey=k&ClientToken=t&CustomerGatewayId=c&Description=d&Name=n&RegionId=r",
    );
    let json = r#"{"RegionId":"r","CustomerGatewayId":"c","ClientToken":"t"}"#;
    let delete: DeleteCustomerGateway<'_> = serde_json::from_str(json).unwrap();
    assert_eq!(
        delete.query_without_action().to_string(),
        "ClientToken=t&CustomerGatewayId=c&RegionId=r",
    );
    let json = r#"{"RegionId":"r","PageNumber":2,"PageSize":"50","ResourceGroupId":"g"}"#;
    let list: DescribeCustomerGateways<'_> = serde_json::from_str(json).unwrap();
    assert_eq!(
        list.query_without_action().to_string(),
        "PageNumber=2&PageSize=50&RegionId=r&ResourceGroupId=g",
    );
}

/// In a type of the caller's own, the edition is said where a member is.
#[test]
fn a_request_in_a_file_of_ones_own() {
    #[derive(serde::Deserialize)]
    struct Site {
        #[serde(deserialize_with = "aliyun_customer_gateway::config::current")]
        gateway: OwnedCreateCustomerGateway<0>,
    }

    let toml = "[gateway]\nRegionId = 'r'\nIpAddress = '101.12.0.12'\nName = 'branch office'\n";
    let site: Site = toml::from_str(toml).unwrap();
    assert_eq!(site.gateway.get().name().unwrap().as_str(), "branch office");
}
