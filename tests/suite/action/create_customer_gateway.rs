//! `CreateCustomerGateway`.

use aliyun_customer_gateway::{
    Action as _, Asn, AuthKey, CreateCustomerGateway, Encode as _, ErrorCode,
    OwnedCreateCustomerGateway, Parameter, Reason, Tags,
};

use super::{
    Longest, borrowed, check_longest, check_request, check_request_with, check_secret, description,
    flattened, group, key, name, region, tags, token,
};
use crate::query::address;

const LEAST: [(&str, &str); 2] = [("RegionId", "cn-shanghai"), ("IpAddress", "101.12.0.12")];

fn least() -> CreateCustomerGateway<'static> {
    CreateCustomerGateway::new(region(), address())
}

fn asn() -> Asn {
    Asn::new("123.456").unwrap()
}

fn most(tags: Tags<'_>) -> CreateCustomerGateway<'_> {
    least()
        .with_client_token(token())
        .with_name(name())
        .with_description(description())
        .with_bgp(asn(), key())
        .with_resource_group_id(group())
        .with_tags(tags)
}

#[test]
fn queries() {
    let with = |name, value| [LEAST[0], LEAST[1], (name, value)];
    check_request(least(), &LEAST);
    check_request(least().with_client_token(token()), &with("ClientToken", "a&b=c d\0\x7f"));
    check_request(least().with_name(name()), &with("Name", "上海-1"));
    let text = description();
    check_request(least().with_description(text), &with("Description", text.as_str()));
    check_request(least().with_asn(asn()), &with("Asn", "8061384"));
    check_request(
        least().with_resource_group_id(group()),
        &with("ResourceGroupId", "rg-aek2qo2h4jy****"),
    );
    check_request(
        least().with_bgp(asn(), key()),
        &[LEAST[0], LEAST[1], ("AuthKey", "kEy+&%"), ("Asn", "8061384")],
    );
}

#[test]
fn queries_of_everything() {
    let texts = tags();
    for count in [0, 1, 2, 9, 10, 11, 19, 20] {
        let tags = borrowed(&texts[..count]);
        let text = description();
        check_request_with(
            most(Tags::new(&tags).unwrap()),
            &[
                LEAST[0],
                LEAST[1],
                ("ClientToken", "a&b=c d\0\x7f"),
                ("Name", "上海-1"),
                ("Description", text.as_str()),
                ("Asn", "8061384"),
                ("AuthKey", "kEy+&%"),
                ("ResourceGroupId", "rg-aek2qo2h4jy****"),
            ],
            &flattened("Tags", &texts[..count]),
        );
    }
}

/// The order of the bytes: a tenth tag comes before the second.
#[test]
fn tags_are_in_canonical_order() {
    let texts: Vec<_> = (1..=11).map(|n| (format!("k{n}"), format!("v{n}"))).collect();
    let tags = borrowed(&texts);
    let query = least().with_tags(Tags::new(&tags).unwrap()).query_without_action();
    assert_eq!(
        query.to_string(),
        "IpAddress=101.12.0.12&RegionId=cn-shanghai&Tags.1.Key=k1&Tags.1.Value=v1\
         &Tags.10.Key=k10&Tags.10.Value=v10&Tags.11.Key=k11&Tags.11.Value=v11\
         &Tags.2.Key=k2&Tags.2.Value=v2&Tags.3.Key=k3&Tags.3.Value=v3&Tags.4.Key=k4\
         &Tags.4.Value=v4&Tags.5.Key=k5&Tags.5.Value=v5&Tags.6.Key=k6&Tags.6.Value=v6\
         &Tags.7.Key=k7&Tags.7.Value=v7&Tags.8.Key=k8&Tags.8.Value=v8&Tags.9.Key=k9\
         &Tags.9.Value=v9",
    );
}

#[test]
fn a_key_needs_a_number() {
    let refused = least().with_optional_bgp(None, Some(key())).unwrap_err();
    assert_eq!(refused.parameter(), Parameter::AuthKey);
    assert_eq!(refused.reason(), Reason::MissingAsn);
    assert_eq!(refused.error_code(), Some(ErrorCode::MissingAsn));
    assert_eq!(
        refused.to_string(),
        "AuthKey needs an Asn: give the number of your own network as well",
    );
    let both = least().with_optional_bgp(Some(asn()), Some(key()));
    assert_eq!(both, Ok(least().with_bgp(asn(), key())));
    assert_eq!(least().with_optional_bgp(Some(asn()), None), Ok(least().with_asn(asn())));
    assert_eq!(least().with_asn(asn()).with_optional_bgp(None, None), Ok(least()));
}

#[test]
fn what_was_given_last_counts() {
    let other = Asn::from_number(1).unwrap();
    let request = least().with_bgp(asn(), key()).with_asn(other);
    assert_eq!((request.asn(), request.auth_key()), (Some(other), Some(key())));
    let new = AuthKey::new("new").unwrap();
    let request = least().with_asn(other).with_bgp(asn(), key()).with_bgp(asn(), new);
    assert_eq!((request.asn(), request.auth_key()), (Some(asn()), Some(new)));
    let tags = tags();
    let tags = borrowed(&tags);
    let some = least().with_tags(Tags::new(&tags).unwrap());
    assert_eq!(some.tags().len(), 20);
    assert_eq!(some.with_tags(Tags::NONE), least());
    assert!(least().tags().is_empty() && least().auth_key().is_none() && least().asn().is_none());
}

#[test]
fn the_longest_request_is_as_long_as_stated() {
    let longest = Longest::new();
    let request = longest.create();
    check_longest(request, CreateCustomerGateway::MAX_ENCODED_LEN);
    assert!(request.query().to_heapless::<{ CreateCustomerGateway::MAX_ENCODED_LEN }>().is_ok());
    let texts = longest.tags();
    let tags = borrowed(&texts);
    for count in 0..=20 {
        let tags = Tags::new(&tags[..count]).unwrap();
        check_longest(
            request.with_tags(tags),
            CreateCustomerGateway::MAX_ENCODED_LEN + Tags::max_encoded_len(count),
        );
    }
}

#[test]
fn the_key_is_not_printed() {
    check_secret(least().with_bgp(asn(), key()));
    let owned = least().with_bgp(asn(), key()).to_owned::<0>().unwrap();
    assert!(!format!("{owned:?}").contains("kEy"), "{owned:?}");
}

#[test]
fn owned() {
    let texts = tags();
    let tags = borrowed(&texts);
    for count in [0, 1, 2, 20] {
        let request = most(Tags::new(&tags[..count]).unwrap());
        let owned: OwnedCreateCustomerGateway<{ Tags::MAX_BYTES }> = request.to_owned().unwrap();
        assert_eq!(owned.get(), request);
        assert_eq!(owned.get().query().to_string(), request.query().to_string());
        assert_eq!(owned.clone(), owned);
        let bytes: usize =
            tags[..count].iter().map(|tag| tag.key().len() + tag.value().len()).sum();
        match request.to_owned::<100>() {
            Ok(two) => assert!(bytes <= 100 && two.get() == request),
            Err(refused) => {
                assert!(bytes > 100);
                assert_eq!(
                    refused.to_string(),
                    format!(
                        "Tags takes {bytes} bytes, and there is space for 100: use a type of greater \
                         capacity"
                    ),
                );
            }
        }
    }
    assert_eq!(least().to_owned::<0>().unwrap().get(), least());
    let owned = OwnedCreateCustomerGateway::<512>::try_from(least()).unwrap();
    assert_eq!(owned.get(), least());
    // What a firmware has space for.
    assert!(core::mem::size_of_val(&owned) < 3000, "{}", core::mem::size_of_val(&owned));
}

/// A request that an official client sent, with a name for each member of a list.
#[cfg(feature = "sign")]
#[test]
fn tags_are_signed_as_an_official_client_signs_them() {
    use aliyun_customer_gateway::{
        AccessKeyId, AccessKeySecret, Call, Credentials, Method, SignatureNonce, Tag, Timestamp,
        rpc,
    };

    // `pop-tags-POST.http` of the recorded requests.
    let tags = [Tag::new("k1", "v 1").unwrap(), Tag::new("k2", "值").unwrap()];
    let request = least().with_tags(Tags::new(&tags).unwrap());
    let nonce = SignatureNonce::new("d17bccd882c5c55bd81dc80db5dcc3ff").unwrap();
    let call = Call::new(request, nonce, Timestamp::new("2026-11-25T01:25:51Z").unwrap());
    let credentials = Credentials::new(
        AccessKeyId::new("testid").unwrap(),
        AccessKeySecret::new("testsecret").unwrap(),
    )
    .unwrap();
    let string_to_sign =
        rpc::StringToSign::of_call(Method::Post, &call, credentials.identity()).to_string();
    assert_eq!(
        string_to_sign,
        "POST&%2F&AccessKeyId%3Dtestid%26Action%3DCreateCustomerGateway%26Format%3DJSON\
         %26IpAddress%3D101.12.0.12%26RegionId%3Dcn-shanghai%26SignatureMethod%3DHMAC-SHA1\
         %26SignatureNonce%3Dd17bccd882c5c55bd81dc80db5dcc3ff%26SignatureVersion%3D1.0\
         %26Tags.1.Key%3Dk1%26Tags.1.Value%3Dv%25201%26Tags.2.Key%3Dk2\
         %26Tags.2.Value%3D%25E5%2580%25BC%26Timestamp%3D2026-11-25T01%253A25%253A51Z\
         %26Version%3D2016-04-28",
    );
    let signed = rpc::Signer::new(&credentials).sign(Method::Post, &call);
    assert_eq!(signed.signature().as_str(), "qhSDtKyDIJJ2Ud5YPt186SInmLU=");
}
