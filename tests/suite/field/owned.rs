//! The fields that own their texts.

use std::collections::HashSet;

use aliyun_customer_gateway::{
    ClientToken, CustomerGatewayId, Description, Edition, Name, OwnedClientToken,
    OwnedCustomerGatewayId, OwnedDescription, OwnedName, OwnedRegionId, OwnedResourceGroupId,
    RegionId, ResourceGroupId,
};

/// Holds an owning type against the one that borrows, for a text.
macro_rules! check {
    ($owned:ident $name:ident $text:expr) => {{
        let text: &str = $text;
        let borrowed = $name::new(text).unwrap();
        let owned = borrowed.to_owned();
        assert_eq!($owned::new(text).as_ref(), Ok(&owned));
        assert_eq!($owned::try_from(text).as_ref(), Ok(&owned));
        assert_eq!(text.parse::<$owned>().as_ref(), Ok(&owned));
        assert_eq!($owned::from(borrowed), owned);
        assert_eq!(owned.get(), borrowed);
        assert_eq!((owned.as_str(), owned.as_ref()), (text, text));
        assert_eq!(owned.to_string(), text);
        assert_eq!(format!("{owned:>2000}"), format!("{text:>2000}"));
        assert!(format!("{owned:?}").contains(&format!("{text:?}")));
        let other = $owned::new("other").unwrap();
        assert_eq!(HashSet::from([owned.clone(), owned.clone(), other]).len(), 2);
        assert_eq!($owned::new("").unwrap_err(), $name::new("").unwrap_err());
    }};
}

/// The longest text of each fits.
#[test]
fn owned_fields() {
    for character in ["a", "上", "𠀀"] {
        check!(OwnedName Name &character.repeat(128));
        check!(OwnedDescription Description &character.repeat(256));
    }
    check!(OwnedRegionId RegionId &"r".repeat(63));
    check!(OwnedClientToken ClientToken &"\0".repeat(64));
    check!(OwnedCustomerGatewayId CustomerGatewayId &"~".repeat(64));
    check!(OwnedResourceGroupId ResourceGroupId &"~".repeat(64));
}

#[cfg(feature = "sign")]
#[test]
fn owned_fields_of_signed_requests() {
    use aliyun_customer_gateway::{
        AccessKeyId, Host, OwnedAccessKeyId, OwnedHost, OwnedSignatureNonce, SignatureNonce,
    };

    check!(OwnedAccessKeyId AccessKeyId &"~".repeat(128));
    check!(OwnedSignatureNonce SignatureNonce &"~".repeat(128));
    let longest = format!("{}{}:65535", "a.".repeat(126), "a");
    assert_eq!(longest.len(), Host::MAX_CHARS);
    check!(OwnedHost Host &longest);
}

#[test]
fn owned_fields_of_an_edition() {
    let name = "branch office";
    let owned = OwnedName::new_in(name, Edition::Current).unwrap();
    assert_eq!(owned.get(), Name::new_in(name, Edition::Current).unwrap());
    assert_eq!(
        OwnedName::new_in(name, Edition::November2020).unwrap_err(),
        Name::new(name).unwrap_err(),
    );
    let text = "🏢".repeat(100);
    assert_eq!(OwnedName::new_in(&text, Edition::Current).unwrap().as_str(), text);
    assert_eq!(OwnedDescription::new_in(&text, Edition::Current).unwrap().as_str(), text);
}
