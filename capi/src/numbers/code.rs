//! The error codes of the service that are known.

use aliyun_customer_gateway::ErrorCode;

/// A code that is not known, or none.
pub const ACG_CODE_UNKNOWN: i32 = 0;
/// `Forbbiden.SubUser`
pub const ACG_CODE_FORBIDDEN_SUB_USER: i32 = 1;
/// `Forbidden`
pub const ACG_CODE_FORBIDDEN: i32 = 2;
/// `InvalidIpAddress.AlreadyExist`
pub const ACG_CODE_IP_ADDRESS_ALREADY_EXIST: i32 = 3;
/// `InvalidIpAddress.WrongFormat`
pub const ACG_CODE_IP_ADDRESS_WRONG_FORMAT: i32 = 4;
/// `InvalidName`
pub const ACG_CODE_INVALID_NAME: i32 = 5;
/// `InvalidDescription`
pub const ACG_CODE_INVALID_DESCRIPTION: i32 = 6;
/// `Resource.QuotaFull`
pub const ACG_CODE_QUOTA_FULL: i32 = 7;
/// `InvalidAuthkey.Malformed`
pub const ACG_CODE_AUTH_KEY_MALFORMED: i32 = 8;
/// `OperationDenied.MissingAsn`
pub const ACG_CODE_MISSING_ASN: i32 = 9;
/// `IllegalParam.Asn`
pub const ACG_CODE_ILLEGAL_ASN: i32 = 10;
/// `CreateVpnUserGatewayQuotaFull.QuotaFull`
pub const ACG_CODE_VPN_USER_GATEWAY_QUOTA_FULL: i32 = 11;
/// `OperationFailed.NoRamPermission`
pub const ACG_CODE_NO_RAM_PERMISSION: i32 = 12;
/// `InvalidParameter.TagKey`
pub const ACG_CODE_INVALID_TAG_KEY: i32 = 13;
/// `InvalidParameter.TagValue`
pub const ACG_CODE_INVALID_TAG_VALUE: i32 = 14;
/// `SizeLimitExceeded.TagNum`
pub const ACG_CODE_TOO_MANY_TAGS: i32 = 15;
/// `Forbidden.TagKey.Duplicated`
pub const ACG_CODE_TAG_KEY_ALREADY_EXIST: i32 = 16;
/// `Duplicated.TagKey`
pub const ACG_CODE_DUPLICATE_TAG_KEY: i32 = 17;
/// `OperationConflict`
pub const ACG_CODE_OPERATION_CONFLICT: i32 = 18;
/// `InvalidCustomerGatewayInstanceId.NotFound`
pub const ACG_CODE_CUSTOMER_GATEWAY_NOT_FOUND: i32 = 19;
/// `OperationDenied.VpnFinancialLocked`
pub const ACG_CODE_VPN_FINANCIAL_LOCKED: i32 = 20;
/// `OperationDenied.VpnConfiguring`
pub const ACG_CODE_VPN_CONFIGURING: i32 = 21;
/// `DependencyViolation.VpnConnection`
pub const ACG_CODE_VPN_CONNECTION_EXISTS: i32 = 22;
/// `VpnGateway.task.conflict`
pub const ACG_CODE_VPN_GATEWAY_TASK_CONFLICT: i32 = 23;
/// `Throttling`
pub const ACG_CODE_THROTTLING: i32 = 24;
/// `Throttling.User`
pub const ACG_CODE_THROTTLING_USER: i32 = 25;
/// `Throttling.Api`
pub const ACG_CODE_THROTTLING_API: i32 = 26;
/// `ServiceUnavailable`
pub const ACG_CODE_SERVICE_UNAVAILABLE: i32 = 27;
/// `InternalError`
pub const ACG_CODE_INTERNAL_ERROR: i32 = 28;
/// `UnknownError`
pub const ACG_CODE_UNKNOWN_ERROR: i32 = 29;
/// `SignatureDoesNotMatch`
pub const ACG_CODE_SIGNATURE_DOES_NOT_MATCH: i32 = 30;
/// `IncompleteSignature`
pub const ACG_CODE_INCOMPLETE_SIGNATURE: i32 = 31;
/// `SignatureNonceUsed`
pub const ACG_CODE_SIGNATURE_NONCE_USED: i32 = 32;
/// `InvalidTimeStamp.Format`
pub const ACG_CODE_TIMESTAMP_FORMAT: i32 = 33;
/// `InvalidTimeStamp.Expired`
pub const ACG_CODE_TIMESTAMP_EXPIRED: i32 = 34;
/// `IllegalTimestamp`
pub const ACG_CODE_ILLEGAL_TIMESTAMP: i32 = 35;
/// `RequestTimeTooSkewed`
pub const ACG_CODE_REQUEST_TIME_TOO_SKEWED: i32 = 36;
/// `InvalidSignatureMethod`
pub const ACG_CODE_INVALID_SIGNATURE_METHOD: i32 = 37;
/// `InvalidParameter.Format`
pub const ACG_CODE_PARAMETER_FORMAT: i32 = 38;
/// `InvalidAccessKeyId.NotFound`
pub const ACG_CODE_ACCESS_KEY_ID_NOT_FOUND: i32 = 39;
/// `InvalidAccessKeyId.Inactive`
pub const ACG_CODE_ACCESS_KEY_ID_INACTIVE: i32 = 40;
/// `Forbidden.RAM`
pub const ACG_CODE_FORBIDDEN_RAM: i32 = 41;
/// `NoPermission`
pub const ACG_CODE_NO_PERMISSION: i32 = 42;
/// `Forbidden.RiskControl`
pub const ACG_CODE_FORBIDDEN_RISK_CONTROL: i32 = 43;
/// `InvalidAction.NotFound`
pub const ACG_CODE_ACTION_NOT_FOUND: i32 = 44;
/// `InvalidApi.NotFound`
pub const ACG_CODE_API_NOT_FOUND: i32 = 45;
/// `InvalidVersion`
pub const ACG_CODE_INVALID_VERSION: i32 = 46;
/// `InvalidOperation.NotSupportedEndpoint`
pub const ACG_CODE_NOT_SUPPORTED_ENDPOINT: i32 = 47;
/// `InvalidSecurityToken.Expired`
pub const ACG_CODE_SECURITY_TOKEN_EXPIRED: i32 = 48;
/// `InvalidSecurityToken.Malformed`
pub const ACG_CODE_SECURITY_TOKEN_MALFORMED: i32 = 49;
/// `MissingSecurityToken`
pub const ACG_CODE_MISSING_SECURITY_TOKEN: i32 = 50;
/// `UnsupportedHTTPMethod`
pub const ACG_CODE_UNSUPPORTED_HTTP_METHOD: i32 = 51;
/// `InvalidProtocol.NeedSsl`
pub const ACG_CODE_NEED_SSL: i32 = 52;
/// `TaskConflict`
pub const ACG_CODE_TASK_CONFLICT: i32 = 53;
/// `VpnGateway.Configuring`
pub const ACG_CODE_VPN_GATEWAY_CONFIGURING: i32 = 54;
/// `IdempotentParameterMismatch`
pub const ACG_CODE_IDEMPOTENT_PARAMETER_MISMATCH: i32 = 55;
/// `Duplicated.ClientToken`
pub const ACG_CODE_DUPLICATE_CLIENT_TOKEN: i32 = 56;
/// `IdempotentFailed`
pub const ACG_CODE_IDEMPOTENT_FAILED: i32 = 57;
/// `LastTokenProcessing`
pub const ACG_CODE_LAST_TOKEN_PROCESSING: i32 = 58;
/// `OperationFailed.LastTokenProcessing`
pub const ACG_CODE_OPERATION_FAILED_LAST_TOKEN_PROCESSING: i32 = 59;
/// `SystemBusy`
pub const ACG_CODE_SYSTEM_BUSY: i32 = 60;
/// `MissingParameter`
pub const ACG_CODE_MISSING_PARAMETER: i32 = 61;
/// `InvalidParameter`
pub const ACG_CODE_INVALID_PARAMETER: i32 = 62;
/// `IllegalParam`
pub const ACG_CODE_ILLEGAL_PARAMETER: i32 = 63;

/// The number of a code; 0 for one that is newer than this interface.
pub(crate) const fn of(code: ErrorCode) -> i32 {
    match code {
        ErrorCode::ForbiddenSubUser => ACG_CODE_FORBIDDEN_SUB_USER,
        ErrorCode::Forbidden => ACG_CODE_FORBIDDEN,
        ErrorCode::IpAddressAlreadyExist => ACG_CODE_IP_ADDRESS_ALREADY_EXIST,
        ErrorCode::IpAddressWrongFormat => ACG_CODE_IP_ADDRESS_WRONG_FORMAT,
        ErrorCode::InvalidName => ACG_CODE_INVALID_NAME,
        ErrorCode::InvalidDescription => ACG_CODE_INVALID_DESCRIPTION,
        ErrorCode::QuotaFull => ACG_CODE_QUOTA_FULL,
        ErrorCode::AuthKeyMalformed => ACG_CODE_AUTH_KEY_MALFORMED,
        ErrorCode::MissingAsn => ACG_CODE_MISSING_ASN,
        ErrorCode::IllegalAsn => ACG_CODE_ILLEGAL_ASN,
        ErrorCode::VpnUserGatewayQuotaFull => ACG_CODE_VPN_USER_GATEWAY_QUOTA_FULL,
        ErrorCode::NoRamPermission => ACG_CODE_NO_RAM_PERMISSION,
        ErrorCode::InvalidTagKey => ACG_CODE_INVALID_TAG_KEY,
        ErrorCode::InvalidTagValue => ACG_CODE_INVALID_TAG_VALUE,
        ErrorCode::TooManyTags => ACG_CODE_TOO_MANY_TAGS,
        ErrorCode::TagKeyAlreadyExist => ACG_CODE_TAG_KEY_ALREADY_EXIST,
        ErrorCode::DuplicateTagKey => ACG_CODE_DUPLICATE_TAG_KEY,
        ErrorCode::OperationConflict => ACG_CODE_OPERATION_CONFLICT,
        ErrorCode::CustomerGatewayNotFound => ACG_CODE_CUSTOMER_GATEWAY_NOT_FOUND,
        ErrorCode::VpnFinancialLocked => ACG_CODE_VPN_FINANCIAL_LOCKED,
        ErrorCode::VpnConfiguring => ACG_CODE_VPN_CONFIGURING,
        ErrorCode::VpnConnectionExists => ACG_CODE_VPN_CONNECTION_EXISTS,
        ErrorCode::VpnGatewayTaskConflict => ACG_CODE_VPN_GATEWAY_TASK_CONFLICT,
        ErrorCode::Throttling => ACG_CODE_THROTTLING,
        ErrorCode::ThrottlingUser => ACG_CODE_THROTTLING_USER,
        ErrorCode::ThrottlingApi => ACG_CODE_THROTTLING_API,
        ErrorCode::ServiceUnavailable => ACG_CODE_SERVICE_UNAVAILABLE,
        ErrorCode::InternalError => ACG_CODE_INTERNAL_ERROR,
        ErrorCode::UnknownError => ACG_CODE_UNKNOWN_ERROR,
        ErrorCode::SignatureDoesNotMatch => ACG_CODE_SIGNATURE_DOES_NOT_MATCH,
        ErrorCode::IncompleteSignature => ACG_CODE_INCOMPLETE_SIGNATURE,
        ErrorCode::SignatureNonceUsed => ACG_CODE_SIGNATURE_NONCE_USED,
        ErrorCode::TimestampFormat => ACG_CODE_TIMESTAMP_FORMAT,
        ErrorCode::TimestampExpired => ACG_CODE_TIMESTAMP_EXPIRED,
        ErrorCode::IllegalTimestamp => ACG_CODE_ILLEGAL_TIMESTAMP,
        ErrorCode::RequestTimeTooSkewed => ACG_CODE_REQUEST_TIME_TOO_SKEWED,
        ErrorCode::InvalidSignatureMethod => ACG_CODE_INVALID_SIGNATURE_METHOD,
        ErrorCode::ParameterFormat => ACG_CODE_PARAMETER_FORMAT,
        ErrorCode::AccessKeyIdNotFound => ACG_CODE_ACCESS_KEY_ID_NOT_FOUND,
        ErrorCode::AccessKeyIdInactive => ACG_CODE_ACCESS_KEY_ID_INACTIVE,
        ErrorCode::ForbiddenRam => ACG_CODE_FORBIDDEN_RAM,
        ErrorCode::NoPermission => ACG_CODE_NO_PERMISSION,
        ErrorCode::ForbiddenRiskControl => ACG_CODE_FORBIDDEN_RISK_CONTROL,
        ErrorCode::ActionNotFound => ACG_CODE_ACTION_NOT_FOUND,
        ErrorCode::ApiNotFound => ACG_CODE_API_NOT_FOUND,
        ErrorCode::InvalidVersion => ACG_CODE_INVALID_VERSION,
        ErrorCode::NotSupportedEndpoint => ACG_CODE_NOT_SUPPORTED_ENDPOINT,
        ErrorCode::SecurityTokenExpired => ACG_CODE_SECURITY_TOKEN_EXPIRED,
        ErrorCode::SecurityTokenMalformed => ACG_CODE_SECURITY_TOKEN_MALFORMED,
        ErrorCode::MissingSecurityToken => ACG_CODE_MISSING_SECURITY_TOKEN,
        ErrorCode::UnsupportedHttpMethod => ACG_CODE_UNSUPPORTED_HTTP_METHOD,
        ErrorCode::NeedSsl => ACG_CODE_NEED_SSL,
        ErrorCode::TaskConflict => ACG_CODE_TASK_CONFLICT,
        ErrorCode::VpnGatewayConfiguring => ACG_CODE_VPN_GATEWAY_CONFIGURING,
        ErrorCode::IdempotentParameterMismatch => ACG_CODE_IDEMPOTENT_PARAMETER_MISMATCH,
        ErrorCode::DuplicateClientToken => ACG_CODE_DUPLICATE_CLIENT_TOKEN,
        ErrorCode::IdempotentFailed => ACG_CODE_IDEMPOTENT_FAILED,
        ErrorCode::LastTokenProcessing => ACG_CODE_LAST_TOKEN_PROCESSING,
        ErrorCode::OperationFailedLastTokenProcessing => {
            ACG_CODE_OPERATION_FAILED_LAST_TOKEN_PROCESSING
        }
        ErrorCode::SystemBusy => ACG_CODE_SYSTEM_BUSY,
        ErrorCode::MissingParameter => ACG_CODE_MISSING_PARAMETER,
        ErrorCode::InvalidParameter => ACG_CODE_INVALID_PARAMETER,
        ErrorCode::IllegalParameter => ACG_CODE_ILLEGAL_PARAMETER,
        _ => ACG_CODE_UNKNOWN,
    }
}

/// The code of a number.
pub(crate) fn from(number: i32) -> Option<ErrorCode> {
    ErrorCode::ALL.iter().copied().find(|code| of(*code) == number)
}
