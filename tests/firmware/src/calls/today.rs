//! The fields of today's service, and those that own their texts.

use core::hint::black_box;

use aliyun_customer_gateway::{
    AuthKey, CustomerGatewayId, Description, Edition, InvalidParameter, Name, OwnedAuthKey,
    OwnedDescription, OwnedName, OwnedTags, PageNumber, PageSize, Parameter, ResourceGroupId, Tag,
    Tags, literal,
};

use super::{call, call2};
use crate::input::texts;

calls! {
    fn ids(scratch) {
        for &text in texts!["cgw-bp1pvpl9r9adju6l5", "", "a b", " a", "a\r\n", "上"] {
            scratch.keep(call(CustomerGatewayId::new, text));
            scratch.keep(call(ResourceGroupId::new, text));
            scratch.keep(call(AuthKey::new, text));
        }
    }

    fn pages(scratch) {
        for &text in texts!["1", "", "0", "51", "4294967296", "a"] {
            scratch.keep(call(PageNumber::new, text));
            scratch.keep(call(PageSize::new, text));
        }
        scratch.keep(call(PageNumber::next, PageNumber::MIN));
    }

    fn tags(scratch) {
        for &text in texts!["site", "", "aliyun", "see http://a", "上"] {
            scratch.keep(call2(Tag::new, text, text));
        }
        let tags = black_box([literal_tag(); 2]);
        scratch.keep(call(Tags::new, &tags[..]).is_ok());
        if let Ok(tags) = call(Tags::new, &tags[..1]) {
            scratch.keep(tags.canonical().map(|(number, _)| u32::from(number)).sum::<u32>());
            scratch.keep(tags == tags);
            let mut owned = OwnedTags::<64>::new();
            for tag in tags.iter() {
                scratch.keep(owned.push(tag));
            }
            scratch.keep(owned.get().len());
        }
    }

    fn editions(scratch) {
        for edition in black_box([Edition::November2020, Edition::Current]) {
            for &text in texts!["上海-1", "", "A", "branch office", "http://a"] {
                scratch.keep(call2(Name::new_in, text, edition));
                scratch.keep(call2(Description::new_in, text, edition));
                scratch.keep(call2(Name::new_const, text, edition));
            }
            scratch.keep(call2(Edition::require, edition, Parameter::Tags));
        }
        for &text in texts!["current", "2020-11", "x"] {
            scratch.keep(text.parse::<Edition>());
        }
    }

    fn owned(scratch) {
        for &text in texts!["上海-1", "", "branch office"] {
            scratch.keep(call(OwnedName::new, text).is_ok());
            scratch.keep(call(OwnedDescription::new, text).is_ok());
            let key: Result<OwnedAuthKey, InvalidParameter> = call(OwnedAuthKey::new, text);
            scratch.keep(key.as_ref() == key.as_ref());
        }
    }

    #[cfg(feature = "rpc")]
    fn hosts(scratch) {
        use aliyun_customer_gateway::{AccessKeySecret, Host, Network, OwnedHost, RegionId};

        for &text in texts!["vpc.aliyuncs.com", "VPC", "1.2.3.4:8080", ":", "[::1]", "a:443", "a..b"] {
            if let Ok(host) = call(Host::new, text) {
                scratch.keep((host.name().len(), host.port()));
            }
            scratch.keep(call(AccessKeySecret::new, text));
        }
        for &text in texts!["cn-shanghai", "cn_shanghai"] {
            if let Ok(region) = RegionId::new(text) {
                scratch.keep(call2(OwnedHost::of_region, region, Network::Vpc).is_ok());
            }
        }
    }
}

/// A tag that the compiler has checked.
fn literal_tag() -> Tag<'static> {
    let _ = literal!(PageSize, "10");
    const TAG: Tag = match Tag::new("site", "") {
        Ok(tag) => tag,
        Err(_) => panic!("not a tag"),
    };
    TAG
}
