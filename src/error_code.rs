//! The table of the service's error codes.

use core::fmt;

use crate::parameter::Parameter;

/// One row a code: its name here, its text on the wire, the HTTP statuses that it was seen with,
/// the contract's message, and the parameter that it blames.
macro_rules! error_codes {
    ($($(#[$doc:meta])* $variant:ident = $code:literal [$($status:literal),*]
        $(message $message:literal)? $(blames $parameter:ident)?;)+) => {
        /// An error code of the service: the seven of `CreateCustomerGateway`'s own page, and those
        /// that the service's gateway answers to any action.
        ///
        /// A code that is not among these is no variant of this enum: its text is kept where it was
        /// found, in [`Failed::code`](crate::Failed::code).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "defmt", derive(defmt::Format))]
        #[non_exhaustive]
        pub enum ErrorCode {
            $(
                $(#[$doc])*
                #[doc = concat!("`", $code, "`")]
                $variant,
            )+
        }

        impl ErrorCode {
            /// Every code, in the order of the table: the contract's first.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The text on the wire, as the contract spells it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }

            /// The HTTP statuses that the code comes with, the usual one first; empty where no source
            /// states any.
            #[must_use]
            pub const fn statuses(self) -> &'static [u16] {
                match self {
                    $(Self::$variant => &[$($status),*],)+
                }
            }

            /// The message that the contract gives for the code.
            #[must_use]
            pub const fn message(self) -> Option<&'static str> {
                match self {
                    $(Self::$variant => error_codes!(@some $($message)?),)+
                }
            }

            /// The parameter that the code blames.
            #[must_use]
            pub const fn parameter(self) -> Option<Parameter> {
                match self {
                    $(Self::$variant => error_codes!(@some $(Parameter::$parameter)?),)+
                }
            }
        }
    };
    (@some) => { None };
    (@some $value:expr) => { Some($value) };
}

error_codes! {
    /// The account was created by another one and may not do this. Spelled so by the contract;
    /// sibling actions write `Forbidden.SubUser`, which is read as the same code.
    ForbiddenSubUser = "Forbbiden.SubUser" [403]
        message "User not authorized to operate on the specified resource as your account is created by another user.";
    /// The account may not do this.
    Forbidden = "Forbidden" [403]
        message "User not authorized to operate on the specified resource.";
    /// A customer gateway with this address exists in the region.
    IpAddressAlreadyExist = "InvalidIpAddress.AlreadyExist" [400]
        message "Specified IpAddress is already exist." blames IpAddress;
    /// The address is not one.
    IpAddressWrongFormat = "InvalidIpAddress.WrongFormat" [400]
        message "Specified IpAddress is invalid." blames IpAddress;
    /// The name breaks its rule.
    InvalidName = "InvalidName" [400]
        message "The name is not valid" blames Name;
    /// The description breaks its rule.
    InvalidDescription = "InvalidDescription" [400]
        message "The description is not valid" blames Description;
    /// No more customer gateways are allowed.
    QuotaFull = "Resource.QuotaFull" [400]
        message "The quota of resource is full";

    /// Too many requests.
    Throttling = "Throttling" [400, 429];
    /// Too many requests of this account.
    ThrottlingUser = "Throttling.User" [400, 429];
    /// Too many requests to this action.
    ThrottlingApi = "Throttling.Api" [400, 429];
    /// The service is down for a while.
    ServiceUnavailable = "ServiceUnavailable" [503];
    /// The service failed.
    InternalError = "InternalError" [500];
    /// The service failed, and does not know how.
    UnknownError = "UnknownError" [500];
    /// The signature is not that of the request.
    SignatureDoesNotMatch = "SignatureDoesNotMatch" [400, 403] blames Signature;
    /// A part of the signature is missing.
    IncompleteSignature = "IncompleteSignature" [400] blames Signature;
    /// The nonce was seen before.
    SignatureNonceUsed = "SignatureNonceUsed" [400] blames SignatureNonce;
    /// The timestamp is not written as `YYYY-MM-DDThh:mm:ssZ`.
    TimestampFormat = "InvalidTimeStamp.Format" [400] blames Timestamp;
    /// The timestamp is too far from the service's clock.
    TimestampExpired = "InvalidTimeStamp.Expired" [400] blames Timestamp;
    /// The signature method is not one that the service knows.
    InvalidSignatureMethod = "InvalidSignatureMethod" [400] blames SignatureMethod;
    /// A parameter is not written as it should be.
    ParameterFormat = "InvalidParameter.Format" [400];
    /// There is no such access key.
    AccessKeyIdNotFound = "InvalidAccessKeyId.NotFound" [400, 404] blames AccessKeyId;
    /// The access key is switched off.
    AccessKeyIdInactive = "InvalidAccessKeyId.Inactive" [400, 403] blames AccessKeyId;
    /// The RAM policy does not allow this.
    ForbiddenRam = "Forbidden.RAM" [403, 400];
    /// The RAM user or role lacks the permission.
    NoPermission = "NoPermission" [403];
    /// Risk control stopped the request.
    ForbiddenRiskControl = "Forbidden.RiskControl" [403];
    /// There is no such action.
    ActionNotFound = "InvalidAction.NotFound" [404, 400] blames Action;
    /// There is no such API.
    ApiNotFound = "InvalidApi.NotFound" [404, 400] blames Action;
    /// There is no such version of the API.
    InvalidVersion = "InvalidVersion" [404, 400] blames Version;
    /// The temporary credentials have expired.
    SecurityTokenExpired = "InvalidSecurityToken.Expired" [400, 403] blames SecurityToken;
    /// The security token is damaged.
    SecurityTokenMalformed = "InvalidSecurityToken.Malformed" [400, 403] blames SecurityToken;
    /// A temporary access key came without its security token.
    MissingSecurityToken = "MissingSecurityToken" [400, 403] blames SecurityToken;
    /// The HTTP method is neither GET nor POST.
    UnsupportedHttpMethod = "UnsupportedHTTPMethod" [];
    /// The action wants HTTPS.
    NeedSsl = "InvalidProtocol.NeedSsl" [];
    /// Another operation on the resource is under way.
    OperationConflict = "OperationConflict" [];
    /// Another task on the resource is under way.
    TaskConflict = "TaskConflict" [];
    /// The VPN gateway is being configured.
    VpnGatewayConfiguring = "VpnGateway.Configuring" [];
    /// The token came before with other parameters.
    IdempotentParameterMismatch = "IdempotentParameterMismatch" [] blames ClientToken;
    /// The request that first carried the token is under way.
    LastTokenProcessing = "LastTokenProcessing" [] blames ClientToken;
    /// The request that first carried the token is under way.
    OperationFailedLastTokenProcessing = "OperationFailed.LastTokenProcessing" [] blames ClientToken;
    /// The service is busy.
    SystemBusy = "SystemBusy" [];
    /// Any other code `Missing<Parameter>`.
    MissingParameter = "MissingParameter" [];
    /// Any other code `Invalid<Parameter>` or `Invalid<Parameter>.<Reason>`.
    InvalidParameter = "InvalidParameter" [];
}

impl ErrorCode {
    /// The code with this text on the wire, the two families included.
    ///
    /// ```
    /// use aliyun_customer_gateway::ErrorCode;
    ///
    /// assert_eq!(ErrorCode::from_wire("Resource.QuotaFull"), Some(ErrorCode::QuotaFull));
    /// assert_eq!(ErrorCode::from_wire("MissingRegionId"), Some(ErrorCode::MissingParameter));
    /// assert_eq!(ErrorCode::from_wire("Resource.Other"), None);
    /// ```
    #[must_use]
    pub fn from_wire(text: &str) -> Option<Self> {
        Self::from_chars(text.chars())
    }

    /// The code that consists of these characters.
    pub(crate) fn from_chars(code: impl Iterator<Item = char> + Clone) -> Option<Self> {
        let known = Self::ALL.iter().find(|known| known.as_str().chars().eq(code.clone()));
        if let Some(known) = known {
            return Some(*known);
        }
        if code.clone().eq(FORBIDDEN_SUB_USER.chars()) {
            return Some(Self::ForbiddenSubUser);
        }
        Self::family(code)
    }

    /// The family that a code belongs to: `Missing<Parameter>`, `Invalid<Parameter>` or
    /// `Invalid<Parameter>.<Reason>`.
    fn family(mut code: impl Iterator<Item = char>) -> Option<Self> {
        let (family, prefix) = match code.next() {
            Some('M') => (Self::MissingParameter, "issing"),
            Some('I') => (Self::InvalidParameter, "nvalid"),
            _ => return None,
        };
        if !prefix.chars().all(|letter| code.next() == Some(letter)) {
            return None;
        }
        if !code.next()?.is_ascii_uppercase() {
            return None;
        }
        match code.find(|character| !character.is_ascii_alphanumeric()) {
            None => Some(family),
            Some('.') if family == Self::InvalidParameter => {
                (is_of_reason(code.next()?) && code.all(is_of_reason)).then_some(family)
            }
            Some(_) => None,
        }
    }
}

/// How sibling actions spell the contract's `Forbbiden.SubUser`.
const FORBIDDEN_SUB_USER: &str = "Forbidden.SubUser";

/// Whether a character may stand in the reason behind the dot of a code.
const fn is_of_reason(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '.' | '_' | '-')
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
