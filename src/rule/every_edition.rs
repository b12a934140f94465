//! The rules that are the same in every edition.

#[cfg(feature = "sign")]
use super::Prefixes;
use super::{Handling, NumberRule, Rule};
use crate::byte_set::ByteSet;
use crate::error_code::ErrorCode;
use crate::parameter::Parameter;

/// Source: the official SDKs' cores for the characters; a region is one DNS label of an endpoint,
/// so 63 (RFC 1035, 2.3.4).
pub(crate) static REGION_ID: Rule =
    Rule { ascii: ByteSet::REGION_ID, ..Rule::new(Parameter::RegionId, 1, 63) };

/// Source: the contract; an empty token would make no request idempotent.
pub(crate) static CLIENT_TOKEN: Rule = Rule::new(Parameter::ClientToken, 1, 64);

/// Source: the dotted quad of RFC 3986's `IPv4address`.
pub(crate) static IP_ADDRESS: Rule = Rule {
    error_code: Some(ErrorCode::IpAddressWrongFormat),
    ..Rule::new(Parameter::IpAddress, 7, 15)
};

/// Source: RFC 5396, asplain and asdot.
pub(crate) static ASN: Rule = Rule::new(Parameter::Asn, 1, 11);

/// Source: the page on `DescribeCustomerGateways`; the SDKs' type is a signed number of 32 bits.
pub(crate) static PAGE_NUMBER: NumberRule =
    NumberRule { rule: Rule::new(Parameter::PageNumber, 1, 10), min: 1, max: i32::MAX as u32 };

/// Source: the page on `DescribeCustomerGateways`.
pub(crate) static PAGE_SIZE: NumberRule =
    NumberRule { rule: Rule::new(Parameter::PageSize, 1, 2), min: 1, max: 50 };

/// No source states a rule: today's ids start with `cgw-` and have 24 characters, an old page shows
/// one with `vpn-`.
pub(crate) static CUSTOMER_GATEWAY_ID: Rule = Rule {
    ascii: ByteSet::GRAPHIC,
    handling: Handling::Copied,
    ..Rule::new(Parameter::CustomerGatewayId, 1, 64)
};

/// No source states a rule. The edition of 2020 has it as a filter of a list only.
pub(crate) static RESOURCE_GROUP_ID: Rule = Rule {
    ascii: ByteSet::GRAPHIC,
    handling: Handling::Copied,
    ..Rule::new(Parameter::ResourceGroupId, 1, 64)
};

/// No source states a bound: ids of today have up to 30 characters. The comma would end the
/// `Credential` of the ACS3 header.
#[cfg(feature = "sign")]
pub(crate) static ACCESS_KEY_ID: Rule = Rule {
    ascii: ByteSet::ACCESS_KEY_ID,
    handling: Handling::Copied,
    ..Rule::new(Parameter::AccessKeyId, 1, 128)
};

/// No source states a rule: secrets of today have 30 letters and digits.
#[cfg(feature = "sign")]
pub(crate) static ACCESS_KEY_SECRET: Rule = Rule {
    ascii: ByteSet::GRAPHIC,
    handling: Handling::Secret,
    ..Rule::new(Parameter::AccessKeySecret, 1, 128)
};

/// Source: the service's page on common parameters, for the two values.
#[cfg(feature = "sign")]
pub(crate) static FORMAT: Rule = Rule::new(Parameter::Format, 3, 4);

/// Source: RFC 1123, 2.1, for a name and the length of one; RFC 3986, 3.2.3, for a port.
#[cfg(feature = "sign")]
pub(crate) static HOST: Rule =
    Rule { prefixes: Prefixes::Schemes, ..Rule::new(Parameter::Host, 1, 253) };

/// The service asks to assume no bound of a token; this one lets firmware size its buffers.
#[cfg(feature = "sign")]
pub(crate) static SECURITY_TOKEN: Rule = Rule {
    ascii: ByteSet::GRAPHIC,
    handling: Handling::Secret,
    ..Rule::new(Parameter::SecurityToken, 1, 8192)
};

/// No source states a bound.
#[cfg(feature = "sign")]
pub(crate) static SIGNATURE_NONCE: Rule =
    Rule { ascii: ByteSet::GRAPHIC, ..Rule::new(Parameter::SignatureNonce, 1, 128) };

/// Source: the service's page on common parameters: UTC, whole seconds.
#[cfg(feature = "sign")]
pub(crate) static TIMESTAMP: Rule = Rule::new(Parameter::Timestamp, 20, 20);
