//! The codes of the contract and of the gateway: text, statuses, advice, blame.

use aliyun_customer_gateway::{ErrorCode, Parameter, Retry};

/// The contract's own table, but for its last column.
const CONTRACT: &str = include_str!("../vectors/error-codes.md");

pub(crate) const IN_THE_CONTRACT: [(ErrorCode, Option<Parameter>); 7] = [
    (ErrorCode::ForbiddenSubUser, None),
    (ErrorCode::Forbidden, None),
    (ErrorCode::IpAddressAlreadyExist, Some(Parameter::IpAddress)),
    (ErrorCode::IpAddressWrongFormat, Some(Parameter::IpAddress)),
    (ErrorCode::InvalidName, Some(Parameter::Name)),
    (ErrorCode::InvalidDescription, Some(Parameter::Description)),
    (ErrorCode::QuotaFull, None),
];

/// A code, its text on the wire, the statuses that it comes with, what to do, and whom it blames.
type Row = (ErrorCode, &'static str, &'static [u16], Retry, Option<Parameter>);

/// The codes of the service's gateway.
pub(crate) const OF_THE_GATEWAY: &[Row] = {
    use Parameter::{
        AccessKeyId, Action, ClientToken, SecurityToken, Signature, SignatureMethod,
        SignatureNonce, Timestamp, Version,
    };
    use Retry::{AfterClock, AfterPause, AtOnce, Not};

    &[
        (ErrorCode::Throttling, "Throttling", &[400, 429], AfterPause, None),
        (ErrorCode::ThrottlingUser, "Throttling.User", &[400, 429], AfterPause, None),
        (ErrorCode::ThrottlingApi, "Throttling.Api", &[400, 429], AfterPause, None),
        (ErrorCode::ServiceUnavailable, "ServiceUnavailable", &[503], AfterPause, None),
        (ErrorCode::InternalError, "InternalError", &[500], AfterPause, None),
        (ErrorCode::UnknownError, "UnknownError", &[500], AfterPause, None),
        (
            ErrorCode::SignatureDoesNotMatch,
            "SignatureDoesNotMatch",
            &[400, 403],
            Not,
            Some(Signature),
        ),
        (ErrorCode::IncompleteSignature, "IncompleteSignature", &[400], Not, Some(Signature)),
        (ErrorCode::SignatureNonceUsed, "SignatureNonceUsed", &[400], AtOnce, Some(SignatureNonce)),
        (ErrorCode::TimestampFormat, "InvalidTimeStamp.Format", &[400], Not, Some(Timestamp)),
        (
            ErrorCode::TimestampExpired,
            "InvalidTimeStamp.Expired",
            &[400],
            AfterClock,
            Some(Timestamp),
        ),
        (
            ErrorCode::InvalidSignatureMethod,
            "InvalidSignatureMethod",
            &[400],
            Not,
            Some(SignatureMethod),
        ),
        (ErrorCode::ParameterFormat, "InvalidParameter.Format", &[400], Not, None),
        (
            ErrorCode::AccessKeyIdNotFound,
            "InvalidAccessKeyId.NotFound",
            &[400, 404],
            Not,
            Some(AccessKeyId),
        ),
        (
            ErrorCode::AccessKeyIdInactive,
            "InvalidAccessKeyId.Inactive",
            &[400, 403],
            Not,
            Some(AccessKeyId),
        ),
        (ErrorCode::ForbiddenRam, "Forbidden.RAM", &[403, 400], Not, None),
        (ErrorCode::NoPermission, "NoPermission", &[403], Not, None),
        (ErrorCode::ForbiddenRiskControl, "Forbidden.RiskControl", &[403], Not, None),
        (ErrorCode::ActionNotFound, "InvalidAction.NotFound", &[404, 400], Not, Some(Action)),
        (ErrorCode::ApiNotFound, "InvalidApi.NotFound", &[404, 400], Not, Some(Action)),
        (ErrorCode::InvalidVersion, "InvalidVersion", &[404, 400], Not, Some(Version)),
        (
            ErrorCode::SecurityTokenExpired,
            "InvalidSecurityToken.Expired",
            &[400, 403],
            Not,
            Some(SecurityToken),
        ),
        (
            ErrorCode::SecurityTokenMalformed,
            "InvalidSecurityToken.Malformed",
            &[400, 403],
            Not,
            Some(SecurityToken),
        ),
        (
            ErrorCode::MissingSecurityToken,
            "MissingSecurityToken",
            &[400, 403],
            Not,
            Some(SecurityToken),
        ),
        (ErrorCode::UnsupportedHttpMethod, "UnsupportedHTTPMethod", &[], Not, None),
        (ErrorCode::NeedSsl, "InvalidProtocol.NeedSsl", &[], Not, None),
        (ErrorCode::OperationConflict, "OperationConflict", &[], AfterPause, None),
        (ErrorCode::TaskConflict, "TaskConflict", &[], AfterPause, None),
        (ErrorCode::VpnGatewayConfiguring, "VpnGateway.Configuring", &[], Not, None),
        (
            ErrorCode::IdempotentParameterMismatch,
            "IdempotentParameterMismatch",
            &[],
            Not,
            Some(ClientToken),
        ),
        (ErrorCode::LastTokenProcessing, "LastTokenProcessing", &[], AfterPause, Some(ClientToken)),
        (
            ErrorCode::OperationFailedLastTokenProcessing,
            "OperationFailed.LastTokenProcessing",
            &[],
            AfterPause,
            Some(ClientToken),
        ),
        (ErrorCode::SystemBusy, "SystemBusy", &[], AfterPause, None),
        (ErrorCode::MissingParameter, "MissingParameter", &[], Not, None),
        (ErrorCode::InvalidParameter, "InvalidParameter", &[], Not, None),
    ]
};

#[test]
fn every_error_code_of_the_contract() {
    let rows: Vec<Vec<&str>> =
        CONTRACT.lines().skip(2).map(|line| line.trim_matches('|').split('|').collect()).collect();
    assert_eq!(rows.len(), IN_THE_CONTRACT.len());
    for (row, (code, parameter)) in rows.iter().zip(IN_THE_CONTRACT) {
        let [status, text, message] = row[..] else { panic!("{row:?}") };
        assert_eq!(code.as_str(), text);
        assert_eq!(code.to_string(), text);
        assert_eq!(ErrorCode::from_wire(text), Some(code));
        assert_eq!(code.statuses(), [status.parse::<u16>().unwrap()], "{text}");
        assert_eq!(code.message(), Some(message), "{text}");
        assert_eq!(code.parameter(), parameter, "{text}");
        assert_eq!(Retry::of(code.statuses()[0], Some(text)), Retry::Not, "{text}");
    }
    assert_eq!(CONTRACT.matches("SubUser").count(), 1);
}

#[test]
fn every_error_code_of_the_gateway() {
    for &(code, text, statuses, _, parameter) in OF_THE_GATEWAY {
        assert_eq!(code.as_str(), text);
        assert_eq!(code.to_string(), text);
        assert_eq!(ErrorCode::from_wire(text), Some(code));
        assert_eq!(code.statuses(), statuses, "{text}");
        assert_eq!(code.message(), None, "{text}");
        assert_eq!(code.parameter(), parameter, "{text}");
    }
}

#[test]
fn there_is_no_other_error_code() {
    let contract = IN_THE_CONTRACT.iter().map(|(code, _)| *code);
    let known: Vec<_> = contract.chain(OF_THE_GATEWAY.iter().map(|row| row.0)).collect();
    assert_eq!(ErrorCode::ALL, known);
}

#[test]
fn both_spellings_of_one_code() {
    for text in ["Forbbiden.SubUser", "Forbidden.SubUser"] {
        assert_eq!(ErrorCode::from_wire(text), Some(ErrorCode::ForbiddenSubUser));
    }
    // On output the contract's spelling.
    assert_eq!(ErrorCode::ForbiddenSubUser.to_string(), "Forbbiden.SubUser");
}

#[test]
fn families_of_codes() {
    for text in ["MissingRegionId", "MissingIpAddress", "MissingAsn", "MissingA"] {
        assert_eq!(ErrorCode::from_wire(text), Some(ErrorCode::MissingParameter), "{text}");
    }
    for text in [
        "InvalidRegionId",
        "InvalidRegionId.NotFound",
        "InvalidAsn.Malformed",
        "InvalidIpAddress",
        "InvalidName.Malformed",
        "InvalidTags.1.Key",
    ] {
        assert_eq!(ErrorCode::from_wire(text), Some(ErrorCode::InvalidParameter), "{text}");
    }
    for text in [
        "",
        "Missing",
        "Invalid",
        "Missing.RegionId",
        "MissingregionId",
        "MissingRegionId.NotFound",
        "MissingRegionId.",
        "InvalidregionId",
        "Invalid.RegionId",
        "InvalidRegionId.",
        "Invalid RegionId",
        "missingRegionId",
        "invalidName",
        "INVALIDNAME",
        "InvalidName ",
        " InvalidName",
        "ForbiddenSubUser",
        "Forbidden.",
        "Forbidden.Other",
        "Resource.Other",
        "throttling",
        "Throttling.Other",
    ] {
        assert_eq!(ErrorCode::from_wire(text), None, "{text}");
    }
}

#[test]
fn no_code_reads_as_another_when_it_is_cut_off_or_goes_on() {
    for code in ErrorCode::ALL {
        let text = code.as_str();
        for end in 0..text.len() {
            let read = ErrorCode::from_wire(&text[..end]);
            let exact = ErrorCode::ALL.iter().find(|other| other.as_str() == &text[..end]);
            let family = read.is_some_and(|read| {
                matches!(read, ErrorCode::MissingParameter | ErrorCode::InvalidParameter)
            });
            assert!(family || read == exact.copied(), "{}", &text[..end]);
        }
        let goes_on = ErrorCode::from_wire(&format!("{text} "));
        assert_eq!(goes_on, None, "{text}");
    }
}
