//! Checks of one value each, for a form that a person fills in.

use core::mem::MaybeUninit;

use aliyun_customer_gateway::{
    AccessKeyId, AccessKeySecret, Asn, AuthKey, ClientToken, CustomerGatewayId, Description,
    Edition, Host, InvalidParameter, IpAddress, Name, Parameter, RegionId, ResourceGroupId,
    SecurityToken, SignatureNonce, Tag, Timestamp,
};

use crate::numbers::choice::{self, ACG_EDITION_2020_11};
use crate::numbers::result::{ACG_E_ARGUMENT, ACG_E_NULL, ACG_OK};
use crate::refusal::{Problem, Refusal};
use crate::text::Text;

type Rule = fn(&str, Edition) -> Result<(), InvalidParameter>;

/// # Safety
///
/// The text is as `Text` says.
unsafe fn check(
    parameter: Parameter,
    edition: i32,
    text: Text,
    refusal: Option<&mut MaybeUninit<Refusal>>,
    rule: Rule,
) -> i32 {
    let Some(edition) = choice::edition(edition) else { return ACG_E_ARGUMENT };
    // SAFETY: as for this function.
    let checked = match unsafe { text.get() } {
        Ok(Some(text)) => rule(text, edition).map_err(Problem::Refused),
        Ok(None) => Err(Problem::Number(ACG_E_NULL)),
        Err(problem) => Err(Problem::of_text(parameter, problem)),
    };
    checked.map_or_else(|problem| problem.report(refusal), |()| ACG_OK)
}

/// Checks a RegionId, such as cn-shanghai.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_check_region_id(
    text: Text,
    refusal: Option<&mut MaybeUninit<Refusal>>,
) -> i32 {
    // SAFETY: the caller vouches for the text.
    unsafe {
        check(Parameter::RegionId, ACG_EDITION_2020_11, text, refusal, |text, _| {
            RegionId::new(text).map(drop)
        })
    }
}

/// Checks an IpAddress: a public IPv4 address in decimal, such as 101.12.0.12,
/// by the rules of an edition (ACG_EDITION_..).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_check_ip_address(
    edition: i32,
    text: Text,
    refusal: Option<&mut MaybeUninit<Refusal>>,
) -> i32 {
    // SAFETY: the caller vouches for the text.
    unsafe {
        check(Parameter::IpAddress, edition, text, refusal, |text, edition| {
            IpAddress::new_in(text, edition).map(drop)
        })
    }
}

/// Checks a ClientToken.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_check_client_token(
    text: Text,
    refusal: Option<&mut MaybeUninit<Refusal>>,
) -> i32 {
    // SAFETY: the caller vouches for the text.
    unsafe {
        check(Parameter::ClientToken, ACG_EDITION_2020_11, text, refusal, |text, _| {
            ClientToken::new(text).map(drop)
        })
    }
}

/// Checks a Name, by the rules of an edition (ACG_EDITION_..).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_check_name(
    edition: i32,
    text: Text,
    refusal: Option<&mut MaybeUninit<Refusal>>,
) -> i32 {
    // SAFETY: the caller vouches for the text.
    unsafe {
        check(Parameter::Name, edition, text, refusal, |text, edition| {
            Name::new_in(text, edition).map(drop)
        })
    }
}

/// Checks a Description, by the rules of an edition (ACG_EDITION_..).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_check_description(
    edition: i32,
    text: Text,
    refusal: Option<&mut MaybeUninit<Refusal>>,
) -> i32 {
    // SAFETY: the caller vouches for the text.
    unsafe {
        check(Parameter::Description, edition, text, refusal, |text, edition| {
            Description::new_in(text, edition).map(drop)
        })
    }
}

/// Checks an Asn, as 65530 or as 123.456.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_check_asn(
    text: Text,
    refusal: Option<&mut MaybeUninit<Refusal>>,
) -> i32 {
    // SAFETY: the caller vouches for the text.
    unsafe {
        check(Parameter::Asn, ACG_EDITION_2020_11, text, refusal, |text, _| {
            Asn::new(text).map(drop)
        })
    }
}

/// Checks an AuthKey, a secret: nothing of it gets into the refusal,
/// by the rules of an edition (ACG_EDITION_..).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_check_auth_key(
    edition: i32,
    text: Text,
    refusal: Option<&mut MaybeUninit<Refusal>>,
) -> i32 {
    // SAFETY: the caller vouches for the text.
    unsafe {
        check(Parameter::AuthKey, edition, text, refusal, |text, edition| {
            edition.require(Parameter::AuthKey).and(AuthKey::new(text).map(drop))
        })
    }
}

/// Checks a ResourceGroupId, by the rules of an edition (ACG_EDITION_..).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_check_resource_group_id(
    edition: i32,
    text: Text,
    refusal: Option<&mut MaybeUninit<Refusal>>,
) -> i32 {
    // SAFETY: the caller vouches for the text.
    unsafe {
        check(Parameter::ResourceGroupId, edition, text, refusal, |text, edition| {
            edition.require(Parameter::ResourceGroupId).and(ResourceGroupId::new(text).map(drop))
        })
    }
}

/// Checks a CustomerGatewayId.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_check_customer_gateway_id(
    text: Text,
    refusal: Option<&mut MaybeUninit<Refusal>>,
) -> i32 {
    // SAFETY: the caller vouches for the text.
    unsafe {
        check(Parameter::CustomerGatewayId, ACG_EDITION_2020_11, text, refusal, |text, _| {
            CustomerGatewayId::new(text).map(drop)
        })
    }
}

/// Checks an AccessKeyId.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_check_access_key_id(
    text: Text,
    refusal: Option<&mut MaybeUninit<Refusal>>,
) -> i32 {
    // SAFETY: the caller vouches for the text.
    unsafe {
        check(Parameter::AccessKeyId, ACG_EDITION_2020_11, text, refusal, |text, _| {
            AccessKeyId::new(text).map(drop)
        })
    }
}

/// Checks an AccessKeySecret: nothing of it gets into the refusal.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_check_access_key_secret(
    text: Text,
    refusal: Option<&mut MaybeUninit<Refusal>>,
) -> i32 {
    // SAFETY: the caller vouches for the text.
    unsafe {
        check(Parameter::AccessKeySecret, ACG_EDITION_2020_11, text, refusal, |text, _| {
            AccessKeySecret::new(text).map(drop)
        })
    }
}

/// Checks a SecurityToken: nothing of it gets into the refusal.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_check_security_token(
    text: Text,
    refusal: Option<&mut MaybeUninit<Refusal>>,
) -> i32 {
    // SAFETY: the caller vouches for the text.
    unsafe {
        check(Parameter::SecurityToken, ACG_EDITION_2020_11, text, refusal, |text, _| {
            SecurityToken::new(text).map(drop)
        })
    }
}

/// Checks a SignatureNonce.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_check_signature_nonce(
    text: Text,
    refusal: Option<&mut MaybeUninit<Refusal>>,
) -> i32 {
    // SAFETY: the caller vouches for the text.
    unsafe {
        check(Parameter::SignatureNonce, ACG_EDITION_2020_11, text, refusal, |text, _| {
            SignatureNonce::new(text).map(drop)
        })
    }
}

/// Checks a Host: a name or an IPv4 address in lower case, with a port that is not the default one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_check_host(
    text: Text,
    refusal: Option<&mut MaybeUninit<Refusal>>,
) -> i32 {
    // SAFETY: the caller vouches for the text.
    unsafe {
        check(Parameter::Host, ACG_EDITION_2020_11, text, refusal, |text, _| {
            Host::new(text).map(drop)
        })
    }
}

/// Checks a Timestamp, as 2024-01-02T03:04:05Z.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_check_timestamp(
    text: Text,
    refusal: Option<&mut MaybeUninit<Refusal>>,
) -> i32 {
    // SAFETY: the caller vouches for the text.
    unsafe {
        check(Parameter::Timestamp, ACG_EDITION_2020_11, text, refusal, |text, _| {
            Timestamp::new(text).map(drop)
        })
    }
}

/// Checks the key and the value of a tag; NULL is the empty value. That no two tags of a request have the same
/// key is checked with the request.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_check_tag(
    key: Text,
    value: Text,
    refusal: Option<&mut MaybeUninit<Refusal>>,
) -> i32 {
    // SAFETY: the caller vouches for the texts.
    let key = unsafe { key.get() };
    // SAFETY: as before.
    let value = unsafe { value.get() };
    let checked = match (key, value) {
        (Ok(Some(key)), Ok(value)) => {
            Tag::new(key, value.unwrap_or_default()).map(drop).map_err(Problem::Refused)
        }
        (Ok(None), _) => Err(Problem::Number(ACG_E_NULL)),
        (Err(problem), _) | (_, Err(problem)) => Err(Problem::of_text(Parameter::Tags, problem)),
    };
    checked.map_or_else(|problem| problem.report(refusal), |()| ACG_OK)
}
