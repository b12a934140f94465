//! The table of codes: text, statuses, advice, blame; and the families beside it.

use aliyun_customer_gateway::{ErrorCode, Parameter, Retry, UnknownErrorCode};

/// The contract's own table, except its last column.
const CONTRACT: &str = include_str!("../vectors/error-codes.md");
/// The codes of the five actions' own pages beyond the contract, by the official metadata of June
/// 2024.
const OF_THE_ACTIONS: &str = include_str!("../vectors/error-codes-of-the-actions.md");

pub(crate) const IN_THE_CONTRACT: [(ErrorCode, Retry, Option<Parameter>); 7] = [
    (ErrorCode::ForbiddenSubUser, Retry::Never, None),
    (ErrorCode::Forbidden, Retry::Never, None),
    (ErrorCode::IpAddressAlreadyExist, Retry::LookUp, Some(Parameter::IpAddress)),
    (ErrorCode::IpAddressWrongFormat, Retry::Never, Some(Parameter::IpAddress)),
    (ErrorCode::InvalidName, Retry::Never, Some(Parameter::Name)),
    (ErrorCode::InvalidDescription, Retry::Never, Some(Parameter::Description)),
    (ErrorCode::QuotaFull, Retry::Never, None),
];

pub(crate) const IN_THE_ACTIONS: [(ErrorCode, Retry); 17] = [
    (ErrorCode::AuthKeyMalformed, Retry::Never),
    (ErrorCode::MissingAsn, Retry::Never),
    (ErrorCode::IllegalAsn, Retry::Never),
    (ErrorCode::VpnUserGatewayQuotaFull, Retry::Never),
    (ErrorCode::NoRamPermission, Retry::Never),
    (ErrorCode::InvalidTagKey, Retry::Never),
    (ErrorCode::InvalidTagValue, Retry::Never),
    (ErrorCode::TooManyTags, Retry::Never),
    (ErrorCode::TagKeyAlreadyExist, Retry::Never),
    (ErrorCode::DuplicateTagKey, Retry::Never),
    (ErrorCode::OperationConflict, Retry::AfterPause),
    (ErrorCode::CustomerGatewayNotFound, Retry::Never),
    (ErrorCode::VpnFinancialLocked, Retry::Never),
    (ErrorCode::VpnConfiguring, Retry::AfterPause),
    (ErrorCode::VpnConnectionExists, Retry::Never),
    (ErrorCode::VpnGatewayTaskConflict, Retry::AfterPause),
    (ErrorCode::ForbiddenSubUser, Retry::Never),
];

/// A code, its text on the wire, the statuses that it comes with, what to do, and whom it blames.
type Row = (ErrorCode, &'static str, &'static [u16], Retry, Option<Parameter>);

/// The codes of the service's gateway.
#[rustfmt::skip]
pub(crate) const OF_THE_GATEWAY: &[Row] = {
    use Parameter::{
        AccessKeyId, Action, ClientToken, Host, SecurityToken, Signature, SignatureMethod,
        SignatureNonce, Timestamp, Version,
    };
    use Retry::{AfterClockSync, AfterPause, Immediately, Never, WithNewToken};

    &[
        (ErrorCode::Throttling, "Throttling", &[400, 429], AfterPause, None),
        (ErrorCode::ThrottlingUser, "Throttling.User", &[400, 429], AfterPause, None),
        (ErrorCode::ThrottlingApi, "Throttling.Api", &[400, 429], AfterPause, None),
        (ErrorCode::ServiceUnavailable, "ServiceUnavailable", &[503], AfterPause, None),
        (ErrorCode::InternalError, "InternalError", &[500], AfterPause, None),
        (ErrorCode::UnknownError, "UnknownError", &[500], AfterPause, None),
        (ErrorCode::SignatureDoesNotMatch, "SignatureDoesNotMatch", &[400, 403], Never, Some(Signature)),
        (ErrorCode::IncompleteSignature, "IncompleteSignature", &[400], Never, Some(Signature)),
        (ErrorCode::SignatureNonceUsed, "SignatureNonceUsed", &[400], Immediately, Some(SignatureNonce)),
        (ErrorCode::TimestampFormat, "InvalidTimeStamp.Format", &[400], Never, Some(Timestamp)),
        (ErrorCode::TimestampExpired, "InvalidTimeStamp.Expired", &[400], AfterClockSync, Some(Timestamp)),
        (ErrorCode::IllegalTimestamp, "IllegalTimestamp", &[400], AfterClockSync, Some(Timestamp)),
        (ErrorCode::RequestTimeTooSkewed, "RequestTimeTooSkewed", &[403], AfterClockSync, Some(Timestamp)),
        (ErrorCode::InvalidSignatureMethod, "InvalidSignatureMethod", &[400], Never, Some(SignatureMethod)),
        (ErrorCode::ParameterFormat, "InvalidParameter.Format", &[400], Never, None),
        (ErrorCode::AccessKeyIdNotFound, "InvalidAccessKeyId.NotFound", &[400, 404], Never, Some(AccessKeyId)),
        (ErrorCode::AccessKeyIdInactive, "InvalidAccessKeyId.Inactive", &[400, 403], Never, Some(AccessKeyId)),
        (ErrorCode::ForbiddenRam, "Forbidden.RAM", &[403, 400], Never, None),
        (ErrorCode::NoPermission, "NoPermission", &[403], Never, None),
        (ErrorCode::ForbiddenRiskControl, "Forbidden.RiskControl", &[403], Never, None),
        (ErrorCode::ActionNotFound, "InvalidAction.NotFound", &[404, 400], Never, Some(Action)),
        (ErrorCode::ApiNotFound, "InvalidApi.NotFound", &[404, 400], Never, Some(Action)),
        (ErrorCode::InvalidVersion, "InvalidVersion", &[404, 400], Never, Some(Version)),
        (ErrorCode::NotSupportedEndpoint, "InvalidOperation.NotSupportedEndpoint", &[], Never, Some(Host)),
        (ErrorCode::SecurityTokenExpired, "InvalidSecurityToken.Expired", &[400, 403], Never, Some(SecurityToken)),
        (ErrorCode::SecurityTokenMalformed, "InvalidSecurityToken.Malformed", &[400, 403], Never, Some(SecurityToken)),
        (ErrorCode::MissingSecurityToken, "MissingSecurityToken", &[400, 403], Never, Some(SecurityToken)),
        (ErrorCode::UnsupportedHttpMethod, "UnsupportedHTTPMethod", &[], Never, None),
        (ErrorCode::NeedSsl, "InvalidProtocol.NeedSsl", &[404], Never, None),
        (ErrorCode::TaskConflict, "TaskConflict", &[], AfterPause, None),
        (ErrorCode::VpnGatewayConfiguring, "VpnGateway.Configuring", &[], AfterPause, None),
        (ErrorCode::IdempotentParameterMismatch, "IdempotentParameterMismatch", &[], Never, Some(ClientToken)),
        (ErrorCode::DuplicateClientToken, "Duplicated.ClientToken", &[], Never, Some(ClientToken)),
        (ErrorCode::IdempotentFailed, "IdempotentFailed", &[], WithNewToken, Some(ClientToken)),
        (ErrorCode::LastTokenProcessing, "LastTokenProcessing", &[], AfterPause, Some(ClientToken)),
        (ErrorCode::OperationFailedLastTokenProcessing, "OperationFailed.LastTokenProcessing", &[], AfterPause, Some(ClientToken)),
        (ErrorCode::SystemBusy, "SystemBusy", &[], AfterPause, None),
        (ErrorCode::MissingParameter, "MissingParameter", &[], Never, None),
        (ErrorCode::InvalidParameter, "InvalidParameter", &[], Never, None),
        (ErrorCode::IllegalParameter, "IllegalParam", &[], Never, None),
    ]
};

/// The cells of a table in Markdown.
fn rows(table: &'static str) -> Vec<Vec<&'static str>> {
    table.lines().skip(2).map(|line| line[1..line.len() - 1].split('|').collect()).collect()
}

fn blamed(code: &str) -> Option<&'static str> {
    Parameter::blamed_by(code).map(Parameter::as_str)
}

#[test]
fn every_error_code_of_the_contract() {
    let rows = rows(CONTRACT);
    assert_eq!(rows.len(), IN_THE_CONTRACT.len());
    for (row, (code, retry, parameter)) in rows.iter().zip(IN_THE_CONTRACT) {
        let [status, text, message] = row[..] else { panic!("{row:?}") };
        assert_eq!(code.as_str(), text);
        assert_eq!(code.to_string(), text);
        assert_eq!(text.parse(), Ok(code));
        assert_eq!(code.statuses(), [status.parse::<u16>().unwrap()], "{text}");
        assert_eq!(code.message(), Some(message), "{text}");
        assert_eq!(code.retry(), retry, "{text}");
        assert_eq!(code.blames(), parameter, "{text}");
        assert_eq!(Parameter::blamed_by(text), parameter, "{text}");
        assert_eq!(Retry::of(code.statuses()[0], Some(text), Some(message)), retry, "{text}");
    }
    assert_eq!(CONTRACT.matches("SubUser").count(), 1);
}

#[test]
fn every_error_code_of_the_actions() {
    let rows = rows(OF_THE_ACTIONS);
    assert_eq!(rows.len(), IN_THE_ACTIONS.len());
    for (row, (code, retry)) in rows.iter().zip(IN_THE_ACTIONS) {
        let [status, text, message, blames] = row[..] else { panic!("{row:?}") };
        let blames = Some(blames).filter(|blames| !blames.is_empty());
        assert_eq!(text.parse(), Ok(code));
        assert_eq!(code.statuses(), [status.parse::<u16>().unwrap()], "{text}");
        assert_eq!(code.message(), Some(message), "{text}");
        assert_eq!(code.retry(), retry, "{text}");
        assert_eq!(code.blames().map(Parameter::as_str), blames, "{text}");
        assert_eq!(blamed(text), blames, "{text}");
        assert_eq!(Retry::of(code.statuses()[0], Some(text), Some(message)), retry, "{text}");
    }
}

#[test]
fn every_error_code_of_the_gateway() {
    for &(code, text, statuses, retry, parameter) in OF_THE_GATEWAY {
        assert_eq!(code.as_str(), text);
        assert_eq!(code.to_string(), text);
        assert_eq!(text.parse(), Ok(code));
        assert_eq!(code.statuses(), statuses, "{text}");
        assert_eq!(code.message(), None, "{text}");
        assert_eq!(code.retry(), retry, "{text}");
        assert_eq!(code.blames(), parameter, "{text}");
        assert_eq!(Parameter::blamed_by(text), parameter, "{text}");
    }
}

#[test]
fn there_is_no_other_error_code() {
    let contract = IN_THE_CONTRACT.iter().map(|(code, ..)| *code);
    let actions = IN_THE_ACTIONS.iter().map(|(code, _)| *code);
    // The last one is another spelling of one of the contract's.
    let known = contract.chain(actions.take(IN_THE_ACTIONS.len() - 1));
    let known: Vec<_> = known.chain(OF_THE_GATEWAY.iter().map(|row| row.0)).collect();
    assert_eq!(ErrorCode::ALL, known);
}

#[test]
fn other_spellings_of_a_code() {
    for (text, code) in [
        ("Forbbiden.SubUser", ErrorCode::ForbiddenSubUser),
        ("Forbidden.SubUser", ErrorCode::ForbiddenSubUser),
        ("InvalidAccessKeyId", ErrorCode::AccessKeyIdNotFound),
        ("InvalidTimestamp.Expired", ErrorCode::TimestampExpired),
        ("InvalidIdempotenceParameter.Mismatch", ErrorCode::IdempotentParameterMismatch),
    ] {
        assert_eq!(text.parse(), Ok(code));
        assert_eq!(Parameter::blamed_by(text), code.blames(), "{text}");
    }
    // On output the contract's spelling.
    assert_eq!(ErrorCode::ForbiddenSubUser.to_string(), "Forbbiden.SubUser");
}

#[test]
fn families_of_codes_and_whom_they_blame() {
    use ErrorCode::{IllegalParameter, InvalidParameter, MissingParameter};

    let long = format!("Invalid{}", "A".repeat(1_200_000));
    let long_reason = format!("InvalidRegionId.{}", "a".repeat(100));
    for (text, family, parameter) in [
        ("MissingRegionId", MissingParameter, Some("RegionId")),
        ("MissingIpAddress", MissingParameter, Some("IpAddress")),
        ("MissingIPADDRESS", MissingParameter, Some("IpAddress")),
        ("MissingregionId", MissingParameter, Some("RegionId")),
        ("MissingParameter.regionId", MissingParameter, Some("RegionId")),
        ("InvalidregionId", InvalidParameter, Some("RegionId")),
        ("InvalidregionId.NotFound", InvalidParameter, Some("RegionId")),
        ("IllegalParam.asn", IllegalParameter, Some("Asn")),
        ("MissingA", MissingParameter, None),
        ("MissingTags", MissingParameter, Some("Tags")),
        ("MissingParameter.RegionId", MissingParameter, Some("RegionId")),
        ("MissingParameter.Zone", MissingParameter, None),
        ("MissingParameter.Tags.1.Key", MissingParameter, Some("Tags")),
        ("MissingParam.TagKey", MissingParameter, Some("Tags")),
        ("MissingParam", MissingParameter, None),
        ("InvalidRegionId", InvalidParameter, Some("RegionId")),
        ("InvalidRegionId.NotFound", InvalidParameter, Some("RegionId")),
        ("InvalidAsn.Malformed", InvalidParameter, Some("Asn")),
        ("InvalidIpAddress", InvalidParameter, Some("IpAddress")),
        ("InvalidIPAddress.Malformed", InvalidParameter, Some("IpAddress")),
        ("InvalidName.Malformed", InvalidParameter, Some("Name")),
        ("InvalidAuthKey", InvalidParameter, Some("AuthKey")),
        ("InvalidTimestamp", InvalidParameter, Some("Timestamp")),
        ("InvalidTags.1.Key", InvalidParameter, Some("Tags")),
        ("InvalidTag.1.Value", InvalidParameter, Some("Tags")),
        ("InvalidTagNum", InvalidParameter, Some("Tags")),
        ("InvalidPageSize", InvalidParameter, Some("PageSize")),
        ("InvalidCustomerGatewayId", InvalidParameter, Some("CustomerGatewayId")),
        ("InvalidCustomerGatewayInstanceId", InvalidParameter, Some("CustomerGatewayId")),
        ("InvalidResourceGroupId.NotFound", InvalidParameter, Some("ResourceGroupId")),
        ("InvalidVpnGatewayInstanceId.NotFound", InvalidParameter, None),
        ("InvalidSecurityToken.MismatchWithAccessKey", InvalidParameter, Some("SecurityToken")),
        ("InvalidParameter.PageSize", InvalidParameter, Some("PageSize")),
        ("InvalidParameter.RegionId.Empty", InvalidParameter, Some("RegionId")),
        ("InvalidParameter.Unknown", InvalidParameter, None),
        ("InvalidParam.tagkey", InvalidParameter, Some("Tags")),
        ("IllegalParam.AliUid", IllegalParameter, None),
        ("IllegalParam.TagValue", IllegalParameter, Some("Tags")),
        ("IllegalParam.ClientToken", IllegalParameter, Some("ClientToken")),
        (&long, InvalidParameter, None),
        (&long_reason, InvalidParameter, Some("RegionId")),
    ] {
        assert_eq!(text.parse(), Ok(family), "{text}");
        assert_eq!(blamed(text), parameter, "{text}");
    }
    for text in [
        "",
        "Missing",
        "Invalid",
        "Missing.RegionId",
        "MissingRegionId.NotFound",
        "MissingRegionId.",
        "MissingParameter.",
        "MissingParameter.zone",
        "Missingzone",
        "Invalidated",
        "IllegalParam.zone",
        "Invalid.RegionId",
        "InvalidRegionId.",
        "Invalid RegionId",
        "Invalid_RegionId",
        "InvalidRegionÍd",
        "missingRegionId",
        "invalidName",
        "INVALIDNAME",
        "InvalidName ",
        " InvalidName",
        "IllegalParam.",
        "IllegalParamAsn",
        "IllegalParameter.Asn",
        "ForbiddenSubUser",
        "Forbidden.",
        "Forbidden.Other",
        "Resource.Other",
        "throttling",
        "Throttling.Other",
        "Rejected.Throttling",
        "Appliance.Configuring",
        "VPC_TASK_CONFLICT",
        &format!("{long}!"),
        &format!("{long_reason}!"),
        &format!("Missing{}", &long_reason[7..]),
    ] {
        assert_eq!(text.parse::<ErrorCode>(), Err(UnknownErrorCode), "{text}");
    }
    assert_eq!(UnknownErrorCode.to_string(), "not an error code that is known: keep its text");
}

/// White space around a code has no meaning in a body.
#[test]
fn blame_through_white_space() {
    for text in [" InvalidName", "InvalidName\r\n", "\t InvalidName \n "] {
        assert_eq!(Parameter::blamed_by(text), Some(Parameter::Name), "{text:?}");
        assert_eq!(text.parse::<ErrorCode>(), Err(UnknownErrorCode), "{text:?}");
    }
    let padded = format!("{0}InvalidName{0}", " ".repeat(100));
    assert_eq!(Parameter::blamed_by(&padded), Some(Parameter::Name));
    assert_eq!(Parameter::blamed_by("InvalidName x"), None);
    assert_eq!(Parameter::blamed_by("InvalidRegionId.Not Found"), None);
}

#[test]
fn no_code_reads_as_another_when_it_is_cut_off_or_goes_on() {
    for code in ErrorCode::ALL {
        let text = code.as_str();
        for end in 0..text.len() {
            let read = text[..end].parse::<ErrorCode>();
            let exact = ErrorCode::ALL.iter().find(|other| other.as_str() == &text[..end]);
            let family = read.is_ok_and(|read| {
                let families = [
                    ErrorCode::MissingParameter,
                    ErrorCode::InvalidParameter,
                    ErrorCode::IllegalParameter,
                    // Another spelling.
                    ErrorCode::AccessKeyIdNotFound,
                ];
                families.contains(&read)
            });
            assert!(family || read.ok() == exact.copied(), "{}", &text[..end]);
        }
        assert_eq!(format!("{text} ").parse::<ErrorCode>(), Err(UnknownErrorCode), "{text}");
    }
}

/// The one code that asks for different things by action.
#[test]
fn what_is_done_for_which_action() {
    for code in ErrorCode::ALL {
        let is_not_found = *code == ErrorCode::CustomerGatewayNotFound;
        assert_eq!(code.is_done("DeleteCustomerGateway"), is_not_found, "{code}");
        for action in ["DescribeCustomerGateway", "ModifyCustomerGatewayAttribute", ""] {
            assert!(!code.is_done(action), "{code} {action}");
        }
    }
}
