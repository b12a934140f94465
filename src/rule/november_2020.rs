//! The contract: the page of November 2020.

use super::{BeyondAscii, Prefixes, Rule, Rules};
use crate::byte_set::ByteSet;
use crate::edition::Edition;
use crate::error_code::ErrorCode;
use crate::parameter::Parameter;

pub(crate) static RULES: Rules = Rules {
    // The Chinese original of the page allows Chinese characters, so that its letters are Unicode's.
    name: Rule {
        edition: Some(Edition::November2020),
        ascii: ByteSet::NAME,
        beyond_ascii: BeyondAscii::Letters,
        prefixes: Prefixes::Schemes,
        error_code: Some(ErrorCode::InvalidName),
        ..Rule::new(Parameter::Name, 2, 128)
    },
    description: Rule {
        edition: Some(Edition::November2020),
        beyond_ascii: BeyondAscii::All,
        starts_with_letter: true,
        prefixes: Prefixes::Schemes,
        unreserved: false,
        error_code: Some(ErrorCode::InvalidDescription),
        ..Rule::new(Parameter::Description, 2, 256)
    },
    // "The public IP address".
    ip_address: Rule {
        edition: Some(Edition::November2020),
        error_code: Some(ErrorCode::IpAddressWrongFormat),
        ..Rule::new(Parameter::IpAddress, 7, 15)
    },
    private_addresses: false,
};
