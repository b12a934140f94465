//! Every field from text, and what a refusal tells.

use core::hint::black_box;

use aliyun_customer_gateway::{
    Asn, ClientToken, CreateCustomerGateway, Description, Edition, InvalidParameter, IpAddress,
    Name, Parameter, RegionId, SpecialBlock,
};

use super::call;
use crate::input::{opaque, texts};

/// Which check of names and descriptions the firmware uses: of letters of all scripts, or of ASCII.
#[cfg(not(feature = "ascii_names"))]
const NEW_NAME: fn(&'static str) -> Result<Name<'static>, InvalidParameter> = Name::new;
#[cfg(not(feature = "ascii_names"))]
const NEW_DESCRIPTION: fn(&'static str) -> Result<Description<'static>, InvalidParameter> =
    Description::new;
#[cfg(feature = "ascii_names")]
const NEW_NAME: fn(&'static str) -> Result<Name<'static>, InvalidParameter> = Name::new_ascii;
#[cfg(feature = "ascii_names")]
const NEW_DESCRIPTION: fn(&'static str) -> Result<Description<'static>, InvalidParameter> =
    Description::new_ascii;

#[cfg(not(feature = "ascii_names"))]
const TEXTS: [&str; 2] = ["上海-1", "Branch 上海, 2nd floor"];
#[cfg(feature = "ascii_names")]
const TEXTS: [&str; 2] = ["Shanghai-1", "Branch Shanghai, 2nd floor"];

const LONG: &str = "上海上海上海上海上海上海上海上海上海上海上海上海上海上海上海上海上海上海上海上海\
    上海上海上海上海上海上海上海上海上海上海上海上海上海上海上海上海上海上海上海上海上海上海上海上海\
    上海上海上海上海上海上海上海上海上海上海上海上海上海上海上海上海上海上海上海上海上海上海上海上海";

calls! {
    fn region_id(scratch) {
        for &text in texts!["cn-shanghai", "", "cn shanghai", "cn-上海", LONG] {
            scratch.keep(call(RegionId::new, text));
        }
    }

    fn ip_address(scratch) {
        for &text in texts!["101.12.0.12", "", "101.12.0.012", "10.0.0.1", "2001:db8::1", "1.12.0.1/2"] {
            scratch.keep(call(IpAddress::new, text));
        }
    }

    #[cfg(feature = "everything")]
    fn ip_address_or_private(scratch) {
        for &text in texts!["101.12.0.12", "10.0.0.1", "127.0.0.1", "101.12.0.256"] {
            scratch.keep(call(|text| IpAddress::new_in(text, Edition::Current), text));
        }
    }

    #[cfg(feature = "everything")]
    fn ip_address_octets(scratch) {
        scratch.keep(call(IpAddress::from_octets, [101, 12, 0, 12]));
    }

    fn client_token(scratch) {
        for &text in texts!["02fb3da4-130e-11e9-8e44-0016e04115b", "", "branch-é", LONG] {
            scratch.keep(call(ClientToken::new, text));
        }
    }

    fn name(scratch) {
        for &text in texts!["上海-1", "", "G", "branch office", "https://a", "\u{10ffff}a", LONG] {
            scratch.keep(call(NEW_NAME, text));
        }
    }

    #[cfg(feature = "everything")]
    fn name_ascii(scratch) {
        for &text in texts!["Gateway", "", "G", "branch office", "上海"] {
            scratch.keep(call(|text| Name::new_in(text, black_box(Edition::Current)), text));
        }
    }

    fn description(scratch) {
        for &text in texts!["上海, 2", "", "G", "2nd floor", "http://a", "\u{10ffff}a", LONG] {
            scratch.keep(call(NEW_DESCRIPTION, text));
        }
    }

    #[cfg(feature = "everything")]
    fn description_ascii(scratch) {
        for &text in texts!["Filiale Zürich", "", "G", "2nd floor", "上海"] {
            scratch.keep(call(|text| Description::new_in(text, black_box(Edition::Current)), text));
        }
    }

    fn asn(scratch) {
        for &text in texts!["10001", "123.456", "", "0", "45104", "0.1", "4294967296", "AS1", "1.65536"] {
            scratch.keep(call(Asn::new, text));
        }
    }

    #[cfg(feature = "everything")]
    fn name_and_description_of_ascii(scratch) {
        for &text in texts!["Gateway", "", "branch office", "Z\u{fc}rich"] {
            scratch.keep(call(|text| Name::new_ascii_in(text, black_box(Edition::Current)), text));
            scratch.keep(call(Name::new_ascii, text));
            scratch.keep(call(|text| Description::new_ascii_in(text, black_box(Edition::Current)), text));
            scratch.keep(call(Description::new_ascii, text));
        }
    }

    #[cfg(feature = "everything")]
    fn asn_number(scratch) {
        scratch.keep(call(Asn::from_number, 45_104));
    }

    #[cfg(feature = "everything")]
    fn refusal(scratch) {
        if let Err(refusal) = call(IpAddress::from_octets, [10, 0, 0, 1]) {
            let refusal: &InvalidParameter = black_box(&refusal);
            scratch.keep(call(InvalidParameter::parameter, refusal));
            scratch.keep(call(InvalidParameter::reason, refusal));
            scratch.keep(call(InvalidParameter::index, refusal));
            scratch.keep(call(InvalidParameter::character, refusal));
            scratch.keep(call(InvalidParameter::error_code, refusal));
        }
        scratch.keep(call(Parameter::as_str, Parameter::Asn));
        scratch.keep(call(SpecialBlock::of, [192, 0, 0, 9]));
    }

    fn request(scratch) {
        scratch.keep(build());
    }
}

/// The request that later rows encode and sign, from raw text.
#[inline(always)]
pub(crate) fn build() -> Result<CreateCustomerGateway<'static>, InvalidParameter> {
    let region = call(RegionId::new, opaque!("cn-shanghai"))?;
    let address = call(IpAddress::new, opaque!("101.12.0.12"))?;
    let token = call(ClientToken::new, opaque!("02fb3da4-130e-11e9-8e44-0016e04115b"))?;
    let name = call(NEW_NAME, opaque!(TEXTS[0]))?;
    let description = call(NEW_DESCRIPTION, opaque!(TEXTS[1]))?;
    let asn = call(Asn::new, opaque!("123.456"))?;
    Ok(CreateCustomerGateway::new(region, address)
        .with_client_token(token)
        .with_name(name)
        .with_description(description)
        .with_asn(asn))
}
