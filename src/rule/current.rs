//! The service today: its page of 2023 to 2026, and the official SDKs' texts of August 2026.

use super::{BeyondAscii, Handling, Part, Prefixes, Rule, Rules};
use crate::byte_set::ByteSet;
use crate::edition::Edition;
use crate::error_code::ErrorCode;
use crate::parameter::Parameter;

pub(crate) static RULES: Rules = Rules {
    name: Rule {
        edition: Some(Edition::Current),
        beyond_ascii: BeyondAscii::All,
        prefixes: Prefixes::Schemes,
        error_code: Some(ErrorCode::InvalidName),
        ..Rule::new(Parameter::Name, 1, 100)
    },
    description: Rule {
        edition: Some(Edition::Current),
        beyond_ascii: BeyondAscii::All,
        prefixes: Prefixes::Schemes,
        unreserved: false,
        error_code: Some(ErrorCode::InvalidDescription),
        ..Rule::new(Parameter::Description, 1, 100)
    },
    // The page bans five blocks by name; the other special ones reach no gateway either.
    ip_address: Rule {
        edition: Some(Edition::Current),
        error_code: Some(ErrorCode::IpAddressWrongFormat),
        ..Rule::new(Parameter::IpAddress, 7, 15)
    },
    private_addresses: true,
};

pub(crate) static AUTH_KEY: Rule = Rule {
    edition: Some(Edition::Current),
    ascii: ByteSet::AUTH_KEY,
    handling: Handling::Secret,
    error_code: Some(ErrorCode::AuthKeyMalformed),
    ..Rule::new(Parameter::AuthKey, 1, 64)
};

pub(crate) static TAG_KEY: Rule = Rule {
    part: Part::TagKey,
    edition: Some(Edition::Current),
    beyond_ascii: BeyondAscii::All,
    prefixes: Prefixes::Reserved,
    urls: false,
    error_code: Some(ErrorCode::InvalidTagKey),
    ..Rule::new(Parameter::Tags, 1, 64)
};

pub(crate) static TAG_VALUE: Rule = Rule {
    part: Part::TagValue,
    edition: Some(Edition::Current),
    beyond_ascii: BeyondAscii::All,
    prefixes: Prefixes::Reserved,
    urls: false,
    error_code: Some(ErrorCode::InvalidTagValue),
    ..Rule::new(Parameter::Tags, 0, 128)
};

/// How many tags. The service's metadata says 21 in one place, its page 20.
pub(crate) static TAGS: Rule = Rule {
    edition: Some(Edition::Current),
    error_code: Some(ErrorCode::TooManyTags),
    ..Rule::new(Parameter::Tags, 0, 20)
};
