//! What may stand in each parameter, as data.

pub(crate) mod special_block;

use crate::parameter::Parameter;

/// The rule of one parameter.
pub(crate) struct Rule {
    pub(crate) parameter: Parameter,
    /// The fewest characters.
    pub(crate) min: usize,
    /// The most characters.
    pub(crate) max: usize,
    /// What to write, for a reader who wrote something else.
    pub(crate) expected: &'static str,
}

/// Source: the official SDKs' cores for the characters; a region is one DNS label of an endpoint,
/// so 63 (RFC 1035, 2.3.4).
pub(crate) const REGION_ID: Rule = Rule {
    parameter: Parameter::RegionId,
    min: 1,
    max: 63,
    expected: "use ASCII letters, digits, '_' and '-', as in cn-shanghai",
};

/// Source: the contract; an empty token would make no request idempotent.
pub(crate) const CLIENT_TOKEN: Rule =
    Rule { parameter: Parameter::ClientToken, min: 1, max: 64, expected: "use ASCII characters" };

/// Source: the contract.
pub(crate) const NAME: Rule = Rule {
    parameter: Parameter::Name,
    min: 2,
    max: 128,
    expected: "use letters, digits, '.', '_' and '-'",
};

/// Source: the contract.
pub(crate) const DESCRIPTION: Rule =
    Rule { parameter: Parameter::Description, min: 2, max: 256, expected: "start with a letter" };

/// Source: the contract's "public IP address"; the dotted quad of RFC 3986's `IPv4address`.
pub(crate) const IP_ADDRESS: Rule = Rule {
    parameter: Parameter::IpAddress,
    min: 7,
    max: 15,
    expected: "write four numbers with dots between, as in 101.12.0.12",
};

/// Source: RFC 5396, asplain and asdot.
pub(crate) const ASN: Rule = Rule {
    parameter: Parameter::Asn,
    min: 1,
    max: 11,
    expected: "write digits, with one dot for asdot, as in 10001 or 123.456",
};

/// No source states a bound: ids of today have up to 30 characters. The comma would end the
/// `Credential` of the ACS3 header.
#[cfg(feature = "sign")]
pub(crate) const ACCESS_KEY_ID: Rule = Rule {
    parameter: Parameter::AccessKeyId,
    min: 1,
    max: 128,
    expected: "use visible ASCII characters other than ','",
};

/// Source: the service's page on common parameters, for the two values.
#[cfg(feature = "sign")]
pub(crate) const FORMAT: Rule =
    Rule { parameter: Parameter::Format, min: 3, max: 4, expected: "write JSON or XML" };

/// Source: RFC 1035, 2.3.4, for a name, with room for a port.
#[cfg(feature = "sign")]
pub(crate) const HOST: Rule = Rule {
    parameter: Parameter::Host,
    min: 1,
    max: 259,
    expected: "use ASCII letters, digits, '.', '-' and ':', as in vpc.aliyuncs.com",
};

/// The service asks to assume no bound of a token; this one lets firmware size its buffers.
#[cfg(feature = "sign")]
pub(crate) const SECURITY_TOKEN: Rule = Rule {
    parameter: Parameter::SecurityToken,
    min: 1,
    max: 8192,
    expected: "use visible ASCII characters",
};

/// No source states a bound.
#[cfg(feature = "sign")]
pub(crate) const SIGNATURE_NONCE: Rule = Rule {
    parameter: Parameter::SignatureNonce,
    min: 1,
    max: 128,
    expected: "use visible ASCII characters",
};

/// Source: the service's page on common parameters: UTC, whole seconds.
#[cfg(feature = "sign")]
pub(crate) const TIMESTAMP: Rule = Rule {
    parameter: Parameter::Timestamp,
    min: 20,
    max: 20,
    expected: "write UTC as in 2024-01-02T03:04:05Z",
};
