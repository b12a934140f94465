//! The fields of today in files: by which edition they are read, tags, secrets, short errors.

use core::fmt::{self, Display, Write as _};

use aliyun_customer_gateway::config::{DeserializeIn, InEdition, current};
use aliyun_customer_gateway::{
    AccessKeySecret, AuthKey, CustomerGatewayId, Description, Edition, Host, InvalidParameter,
    IpAddress, Name, OwnedAccessKeyId, OwnedAccessKeySecret, OwnedAuthKey, OwnedClientToken,
    OwnedCustomerGatewayId, OwnedDescription, OwnedHost, OwnedName, OwnedRegionId,
    OwnedResourceGroupId, OwnedTag, OwnedTags, PageNumber, PageSize, ResourceGroupId, Tag, Tags,
};
use serde::Deserialize;
use serde::de::value::{BorrowedStrDeserializer, StrDeserializer};
use serde::de::{DeserializeSeed as _, IntoDeserializer as _};

use super::{assert_read, assert_refused, from_core, from_toml};

#[test]
fn ids_hosts_and_pages() {
    let id = "cgw-bp1pvpl9r9adju6l5****";
    assert_read(id, &OwnedCustomerGatewayId::new(id).unwrap(), id);
    assert_refused::<OwnedCustomerGatewayId>("a b", CustomerGatewayId::new("a b").unwrap_err());
    assert_read("rg-1", &OwnedResourceGroupId::new("rg-1").unwrap(), "rg-1");
    assert_refused::<OwnedResourceGroupId>("", ResourceGroupId::new("").unwrap_err());
    assert_read("testid", &OwnedAccessKeyId::new("testid").unwrap(), "testid");
    let host = "vpc.aliyuncs.com:8080";
    assert_read(host, &OwnedHost::new(host).unwrap(), host);
    assert_refused::<OwnedHost>("VPC", Host::new("VPC").unwrap_err());
    assert_read("7", &PageNumber::new("7").unwrap(), "7");
    assert_refused::<PageNumber>("0", PageNumber::new("0").unwrap_err());
    assert_read("50", &PageSize::MAX, "50");
    assert_eq!(from_toml::<PageSize>("50").unwrap(), PageSize::MAX);
    assert_eq!(
        from_toml::<PageSize>("51").unwrap_err().message(),
        PageSize::new("51").unwrap_err().to_string(),
    );
    for edition in Edition::ALL {
        assert_read(edition.as_str(), edition, edition.as_str());
    }
    assert_eq!(
        from_toml::<Edition>("'2021'").unwrap_err().message(),
        "unknown edition: write 2020-11 or current",
    );
}

/// Reads a text by an edition from JSON.
fn read<'de, T: DeserializeIn<'de>>(json: &'de str, edition: Edition) -> Result<T, String> {
    let mut deserializer = serde_json::Deserializer::from_str(json);
    InEdition::<T>::new(edition).deserialize(&mut deserializer).map_err(|error| error.to_string())
}

#[derive(Debug, PartialEq, Deserialize)]
struct Site {
    #[serde(deserialize_with = "current")]
    name: OwnedName,
    #[serde(default, deserialize_with = "current")]
    description: Option<OwnedDescription>,
}

#[test]
fn by_an_edition() {
    use Edition::{Current, November2020};
    let refused =
        |refused: InvalidParameter, column| format!("{refused} at line 1 column {column}");
    let office = OwnedName::new_in("branch office", Current).unwrap();
    assert_eq!(read(r#""branch office""#, Current), Ok(office.clone()));
    assert_eq!(
        read::<OwnedName>(r#""branch office""#, November2020),
        Err(refused(Name::new("branch office").unwrap_err(), 15)),
    );
    assert_eq!(read(r#""branch office""#, Current), Ok(office.get()));
    assert_eq!(read(r#""branch office""#, Current), Ok(Some(office.clone())));
    assert_eq!(read::<Option<OwnedName>>("null", Current), Ok(None));
    assert_eq!(
        read(r#""2nd floor""#, Current),
        Ok(OwnedDescription::new_in("2nd floor", Current).unwrap()),
    );
    assert_eq!(
        read::<Description<'_>>(r#""2nd floor""#, November2020),
        Err(refused(Description::new("2nd floor").unwrap_err(), 11)),
    );
    assert_eq!(read(r#""10.0.0.1""#, Current), Ok(IpAddress::new_in("10.0.0.1", Current).unwrap()),);
    assert_eq!(
        read::<IpAddress>(r#""10.0.0.1""#, November2020),
        Err(refused(IpAddress::new("10.0.0.1").unwrap_err(), 10)),
    );
    let site = toml::from_str::<Site>("name = 'branch office'").unwrap();
    assert_eq!(site, Site { name: office.clone(), description: None });
    let site = toml::from_str::<Site>("name = 'branch office'\ndescription = '2'").unwrap();
    assert_eq!(site.description.unwrap().as_str(), "2");
}

#[test]
fn tags() {
    let json = r#"[{"Key":"site","Value":"Z\u00fcrich"},{"Key":"k","Value":""}]"#;
    let list = [Tag::new("site", "Zürich").unwrap(), Tag::new("k", "").unwrap()];
    let tags = Tags::new(&list).unwrap();
    let owned = tags.to_owned::<64>().unwrap();
    assert_eq!(serde_json::from_str::<OwnedTags<64>>(json).unwrap(), owned);
    assert_eq!(from_core::<OwnedTags<64>>(json).unwrap(), owned);
    assert_eq!(read::<OwnedTags<64>>(json, Edition::Current), Ok(owned.clone()));
    // A value may be left out.
    assert_eq!(serde_json::from_str::<OwnedTag>(r#"{"Key":"k"}"#).unwrap().get(), list[1]);
    let written = r#"[{"Key":"site","Value":"Zürich"},{"Key":"k","Value":""}]"#;
    assert_eq!(serde_json::to_string(&tags).unwrap(), written);
    assert_eq!(serde_json::to_string(&owned).unwrap(), written);
    assert_eq!(serde_json_core::to_string::<_, 128>(&owned).unwrap(), written);
    let toml = "field = [{ Key = 'site', Value = 'Zürich' }, { Key = 'k' }]";
    let file = toml::from_str::<super::File<OwnedTags>>(toml).unwrap();
    assert_eq!(file.field.get(), tags);

    let long = "k".repeat(65);
    let huge = "上".repeat(200);
    for (json, error) in [
        ("[{}]".to_owned(), "missing field `Key`".to_owned()),
        (
            r#"[{"key":"a"}]"#.to_owned(),
            "unknown field `key`, expected `Key` or `Value`".to_owned(),
        ),
        (r#"[{"Key":"a","Key":"b"}]"#.to_owned(), "duplicate field `Key`".to_owned()),
        (r#"[{"Key":"a","Value":"","Value":""}]"#.to_owned(), "duplicate field `Value`".to_owned()),
        (format!(r#"[{{"Key":"{long}"}}]"#), Tag::new(&long, "").unwrap_err().to_string()),
        (format!(r#"[{{"Key":"{huge}"}}]"#), Tag::new(&huge, "").unwrap_err().to_string()),
        (
            format!(r#"[{{"Key":"k","Value":"{huge}"}}]"#),
            Tag::new("k", &huge).unwrap_err().to_string(),
        ),
        (
            r#"[{"Key":"a"},{"Key":"a"}]"#.to_owned(),
            "Tags.1.Key is duplicated in Tags.2.Key: give each tag a key of its own".to_owned(),
        ),
        (
            r#"[{"Key":"a"},{"Key":"b"},{"Key":"c"}]"#.to_owned(),
            "Tags takes 3 bytes, and there is space for 2: use a type of greater capacity"
                .to_owned(),
        ),
    ] {
        let told = serde_json::from_str::<OwnedTags<2>>(&json).unwrap_err().to_string();
        assert!(told.starts_with(&error), "{told}: {error}");
    }
}

/// No error tells a secret, whatever is wrong with it or with the file.
#[test]
fn secrets() {
    let key = OwnedAuthKey::new("kEyThatNobodyMaySee").unwrap();
    let json = serde_json::to_string(&key).unwrap();
    assert_eq!(json, r#""kEyThatNobodyMaySee""#);
    assert_eq!(serde_json::from_str::<OwnedAuthKey>(&json).unwrap(), key);
    assert_eq!(serde_json::from_str::<AuthKey<'_>>(&json).unwrap(), key.get());
    assert_eq!(from_core::<OwnedAuthKey>(&json).unwrap(), key);
    assert_eq!(from_toml::<OwnedAuthKey>(&json).unwrap(), key);
    let secret = serde_json::from_str::<OwnedAccessKeySecret>(&json).unwrap();
    assert_eq!(secret.get(), AccessKeySecret::new("kEyThatNobodyMaySee").unwrap());

    for value in ["31415926535", "-31415926535", "31415926535.5", "[31415926535]", "true"] {
        for error in [
            serde_json::from_str::<OwnedAuthKey>(value).unwrap_err().to_string(),
            serde_json::from_str::<AuthKey<'_>>(value).unwrap_err().to_string(),
            from_toml::<OwnedAuthKey>(value).unwrap_err().message().to_owned(),
        ] {
            assert!(error.contains("cannot be read: expected an AuthKey"), "{value}: {error}");
            assert!(!error.contains("31415926535") && !error.contains("true"), "{error}");
        }
    }
    for value in [r#""kEyThat Nobody""#, r#""kEyThat?Nobody""#, r#""kEyTh\u00e9tNobody""#] {
        let error = serde_json::from_str::<OwnedAuthKey>(value).unwrap_err().to_string();
        assert!(error.starts_with("unexpected character"), "{error}");
        assert!(!error.contains("kEy") && !error.contains('é'), "{error}");
    }
    let error = serde_json::from_str::<AuthKey<'_>>(r#""kEyThat\u004eobody""#).unwrap_err();
    assert!(!error.to_string().contains("kEy"), "{error}");
}

/// An error as `serde-json-core` makes one with its feature `custom-error-messages`: it stops the
/// program where more than 64 bytes are written.
#[derive(Debug)]
struct Short(heapless::String<64>);

impl Display for Short {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl core::error::Error for Short {}

impl serde::de::Error for Short {
    fn custom<T: Display>(message: T) -> Self {
        let mut text = heapless::String::new();
        write!(text, "{message:.64}").unwrap();
        Self(text)
    }
}

/// What is too long for a message is cut, and the start of the sentence stays.
#[test]
fn errors_of_64_bytes() {
    fn check<'de, T: Deserialize<'de>>(text: &'de str, sentence: &str) {
        let cut = |error: Short| {
            assert!(sentence.starts_with(error.0.as_str()), "{error}: {sentence}");
            assert!(error.0.len() > 60 || error.0.as_str() == sentence, "{error}");
        };
        if let Err(error) = T::deserialize(BorrowedStrDeserializer::<Short>::new(text)) {
            cut(error);
        }
        let passing: StrDeserializer<'_, Short> = text.into_deserializer();
        if let Err(error) = T::deserialize(passing) {
            assert!(error.0.len() <= 64, "{error}");
        }
    }
    let long = "上 ".repeat(300);
    for text in ["", "a b", "é", "http://a", &long] {
        check::<OwnedName>(
            text,
            &Name::new(text).map_or_else(|e| e.to_string(), |_| String::new()),
        );
        check::<Name<'_>>(text, &Name::new(text).map_or_else(|e| e.to_string(), |_| String::new()));
        let refused = Host::new(text).unwrap_err().to_string();
        check::<OwnedHost>(text, &refused);
        check::<Host<'_>>(text, &refused);
        check::<IpAddress>(text, &IpAddress::new(text).unwrap_err().to_string());
        let told = AuthKey::new(text).map_or_else(|refused| refused.to_string(), |_| String::new());
        check::<OwnedAuthKey>(text, &told);
    }
    for text in ["a b", "上"] {
        let refused = aliyun_customer_gateway::RegionId::new(text).unwrap_err().to_string();
        check::<OwnedRegionId>(text, &refused);
    }
    let refused = aliyun_customer_gateway::ClientToken::new(&long).unwrap_err().to_string();
    check::<OwnedClientToken>(&long, &refused);
}
