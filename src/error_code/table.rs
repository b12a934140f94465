//! The one table of codes: each with everything that is known of it.

use super::family::Entry;
use crate::parameter::Parameter;
use crate::retry::Retry;

/// One row a code: its name here, its text on the wire, the HTTP statuses that it was seen with, what
/// it asks for, other spellings of it, the message of the contract or of the official metadata, the
/// parameter that it blames, and the action for which it says that the work is done.
macro_rules! error_codes {
    ($($(#[$doc:meta])* $variant:ident = $code:literal [$($status:literal),*] $retry:ident
        $(or $other:literal)* $(message $message:literal)? $(blames $parameter:ident)?
        $(done $action:literal)?;)+) => {
        /// An error code of the service: those of the five actions' own pages, and those that the
        /// service's gateway gives to any action.
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

            /// Each code by its text on the wire, in any of its spellings.
            pub(super) const TEXTS: &[(&'static str, Entry)] = &[
                $(($code, Entry::Code(Self::$variant)), $(($other, Entry::Code(Self::$variant)),)*)+
            ];

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

            /// The message that the contract, or the service's official metadata, gives for the code.
            #[must_use]
            pub const fn message(self) -> Option<&'static str> {
                match self {
                    $(Self::$variant => error_codes!(@some $($message)?),)+
                }
            }

            /// The parameter that the code blames.
            ///
            /// A family blames whatever its member names: see [`Parameter::blamed_by`].
            #[must_use]
            pub const fn blames(self) -> Option<Parameter> {
                match self {
                    $(Self::$variant => error_codes!(@some $(Parameter::$parameter)?),)+
                }
            }

            /// What the code by itself asks for. [`Retry::of`] also weighs the HTTP status and the
            /// message.
            #[must_use]
            pub const fn retry(self) -> Retry {
                match self {
                    $(Self::$variant => Retry::$retry,)+
                }
            }

            /// Whether the code says that there is nothing left to do for this action: the gateway
            /// that `DeleteCustomerGateway` was to delete does not exist.
            #[must_use]
            pub fn is_done(self, action: &str) -> bool {
                match self {
                    $($(Self::$variant => action == $action,)?)+
                    _ => false,
                }
            }
        }
    };
    (@some) => { None };
    (@some $value:expr) => { Some($value) };
}

// Sources: the contract for the first seven; the official metadata of June 2024 for the actions; the
// official SDKs, the VPC documentation's page on idempotence and the Terraform provider for the rest.
error_codes! {
    /// The account was created by another one and may not do this. Spelled so by the contract; some
    /// actions write `Forbidden.SubUser`.
    ForbiddenSubUser = "Forbbiden.SubUser" [403] Never or "Forbidden.SubUser"
        message "User not authorized to operate on the specified resource as your account is created by another user.";
    /// The account may not do this.
    Forbidden = "Forbidden" [403] Never
        message "User not authorized to operate on the specified resource.";
    /// A customer gateway with this address exists in the region.
    IpAddressAlreadyExist = "InvalidIpAddress.AlreadyExist" [400] LookUp
        message "Specified IpAddress is already exist." blames IpAddress;
    /// The address is not valid.
    IpAddressWrongFormat = "InvalidIpAddress.WrongFormat" [400] Never
        message "Specified IpAddress is invalid." blames IpAddress;
    /// The name breaks its rule.
    InvalidName = "InvalidName" [400] Never message "The name is not valid" blames Name;
    /// The description breaks its rule.
    InvalidDescription = "InvalidDescription" [400] Never
        message "The description is not valid" blames Description;
    /// No more customer gateways are allowed.
    QuotaFull = "Resource.QuotaFull" [400] Never message "The quota of resource is full";

    /// The BGP key breaks its rule. The message of a response quotes the key.
    AuthKeyMalformed = "InvalidAuthkey.Malformed" [400] Never
        message "The specified BGP authentication key (%s) is malformed." blames AuthKey;
    /// A BGP key needs an ASN.
    MissingAsn = "OperationDenied.MissingAsn" [400] Never
        message "The autonomous system number of the customer gateway is mandatory when BGP authentication key is specified."
        blames Asn;
    /// The ASN is not valid.
    IllegalAsn = "IllegalParam.Asn" [400] Never
        message "The specified Asn is invalid." blames Asn;
    /// No more customer gateways are allowed.
    VpnUserGatewayQuotaFull = "CreateVpnUserGatewayQuotaFull.QuotaFull" [400] Never
        message "The number of created VPN customer gateways exceeds the quota.";
    /// The VPN service may not use the account's `IDaaS` instances.
    NoRamPermission = "OperationFailed.NoRamPermission" [400] Never
        message "Vpn Service has no permission to operate your IDaaS instances.";
    /// A tag's key breaks its rule.
    InvalidTagKey = "InvalidParameter.TagKey" [400] Never
        message "The specified parameter TagKey is invalid." blames Tags;
    /// A tag's value breaks its rule.
    InvalidTagValue = "InvalidParameter.TagValue" [400] Never
        message "The specified parameter TagValue is invalid." blames Tags;
    /// More than 20 tags.
    TooManyTags = "SizeLimitExceeded.TagNum" [400] Never
        message "The maximum number of tags is exceeded." blames Tags;
    /// A tag with this key exists.
    TagKeyAlreadyExist = "Forbidden.TagKey.Duplicated" [400] Never
        message "The specified tag key already exists." blames Tags;
    /// A tag's key is duplicated.
    DuplicateTagKey = "Duplicated.TagKey" [400] Never
        message "The specified parameter TagKey is duplicated." blames Tags;
    /// Another operation on the resource is under way.
    OperationConflict = "OperationConflict" [409] AfterPause
        message "The operation against this instance is too frequent, please try again later.";
    /// There is no such customer gateway: for `DeleteCustomerGateway`, the work is done.
    CustomerGatewayNotFound = "InvalidCustomerGatewayInstanceId.NotFound" [404] Never
        message "The specified customer gateway instance id does not exist."
        blames CustomerGatewayId done "DeleteCustomerGateway";
    /// The VPN gateway is locked until the bill is paid.
    VpnFinancialLocked = "OperationDenied.VpnFinancialLocked" [400] Never
        message "The associated VPN gateway is financially locked. You cannot update the attributes of the customer gateway.";
    /// The VPN gateway is being configured.
    VpnConfiguring = "OperationDenied.VpnConfiguring" [400] AfterPause
        message "The associated VPN gateway is being configured. You cannot update the attributes of the customer gateway.";
    /// An IPsec connection uses the customer gateway.
    VpnConnectionExists = "DependencyViolation.VpnConnection" [400] Never
        message "There are vpn connections on specified customer gateway not deleted."
        blames CustomerGatewayId;
    /// The VPN gateway is being configured.
    VpnGatewayTaskConflict = "VpnGateway.task.conflict" [400] AfterPause
        message "The VPN is in the configuration state, please wait a while before operating.";

    /// Too many requests.
    Throttling = "Throttling" [400, 429] AfterPause;
    /// Too many requests of this account.
    ThrottlingUser = "Throttling.User" [400, 429] AfterPause;
    /// Too many requests to this action.
    ThrottlingApi = "Throttling.Api" [400, 429] AfterPause;
    /// The service is down for a while.
    ServiceUnavailable = "ServiceUnavailable" [503] AfterPause;
    /// The service failed.
    InternalError = "InternalError" [500] AfterPause;
    /// The service failed for an unknown reason.
    UnknownError = "UnknownError" [500] AfterPause;
    /// The signature is not that of the request.
    SignatureDoesNotMatch = "SignatureDoesNotMatch" [400, 403] Never blames Signature;
    /// A part of the signature is missing.
    IncompleteSignature = "IncompleteSignature" [400] Never blames Signature;
    /// The nonce was seen before.
    SignatureNonceUsed = "SignatureNonceUsed" [400] Immediately blames SignatureNonce;
    /// The timestamp is not written as `YYYY-MM-DDThh:mm:ssZ`.
    TimestampFormat = "InvalidTimeStamp.Format" [400] Never blames Timestamp;
    /// The timestamp is too far from the service's clock.
    TimestampExpired = "InvalidTimeStamp.Expired" [400] AfterClockSync
        or "InvalidTimestamp.Expired" blames Timestamp;
    /// The timestamp is too far from the service's clock, whatever the message says.
    IllegalTimestamp = "IllegalTimestamp" [400] AfterClockSync blames Timestamp;
    /// The timestamp is too far from the service's clock.
    RequestTimeTooSkewed = "RequestTimeTooSkewed" [403] AfterClockSync blames Timestamp;
    /// The signature method is not one that the service knows.
    InvalidSignatureMethod = "InvalidSignatureMethod" [400] Never blames SignatureMethod;
    /// A parameter is not written as it should be.
    ParameterFormat = "InvalidParameter.Format" [400] Never;
    /// There is no such access key.
    AccessKeyIdNotFound = "InvalidAccessKeyId.NotFound" [400, 404] Never
        or "InvalidAccessKeyId" blames AccessKeyId;
    /// The access key is switched off.
    AccessKeyIdInactive = "InvalidAccessKeyId.Inactive" [400, 403] Never blames AccessKeyId;
    /// The RAM policy does not allow this.
    ForbiddenRam = "Forbidden.RAM" [403, 400] Never;
    /// The RAM user or role lacks the permission.
    NoPermission = "NoPermission" [403] Never;
    /// Risk control stopped the request.
    ForbiddenRiskControl = "Forbidden.RiskControl" [403] Never;
    /// There is no such action.
    ActionNotFound = "InvalidAction.NotFound" [404, 400] Never blames Action;
    /// There is no such API.
    ApiNotFound = "InvalidApi.NotFound" [404, 400] Never blames Action;
    /// There is no such version of the API.
    InvalidVersion = "InvalidVersion" [404, 400] Never blames Version;
    /// The host is not that of the region.
    NotSupportedEndpoint = "InvalidOperation.NotSupportedEndpoint" [] Never blames Host;
    /// The temporary credentials have expired.
    SecurityTokenExpired = "InvalidSecurityToken.Expired" [400, 403] Never blames SecurityToken;
    /// The security token is damaged.
    SecurityTokenMalformed = "InvalidSecurityToken.Malformed" [400, 403] Never
        blames SecurityToken;
    /// A temporary access key came without its security token.
    MissingSecurityToken = "MissingSecurityToken" [400, 403] Never blames SecurityToken;
    /// The HTTP method is neither GET nor POST.
    UnsupportedHttpMethod = "UnsupportedHTTPMethod" [] Never;
    /// The action requires HTTPS.
    NeedSsl = "InvalidProtocol.NeedSsl" [404] Never;
    /// Another task on the resource is under way.
    TaskConflict = "TaskConflict" [] AfterPause;
    /// The VPN gateway is being configured.
    VpnGatewayConfiguring = "VpnGateway.Configuring" [] AfterPause;
    /// The token came before with other parameters: send those, or a new token.
    IdempotentParameterMismatch = "IdempotentParameterMismatch" [] Never
        or "InvalidIdempotenceParameter.Mismatch" blames ClientToken;
    /// The token came before with another request: send that one, or a new token.
    DuplicateClientToken = "Duplicated.ClientToken" [] Never blames ClientToken;
    /// The request that first carried the token failed for good.
    IdempotentFailed = "IdempotentFailed" [] WithNewToken blames ClientToken;
    /// The request that first carried the token is under way.
    LastTokenProcessing = "LastTokenProcessing" [] AfterPause blames ClientToken;
    /// The request that first carried the token is under way.
    OperationFailedLastTokenProcessing = "OperationFailed.LastTokenProcessing" [] AfterPause
        blames ClientToken;
    /// The service is busy.
    SystemBusy = "SystemBusy" [] AfterPause;
    /// Any other code `Missing<Parameter>`, `MissingParameter.<Parameter>` or
    /// `MissingParam.<Parameter>`.
    MissingParameter = "MissingParameter" [] Never;
    /// Any other code `Invalid<Parameter>` or `Invalid<Parameter>.<Reason>`.
    InvalidParameter = "InvalidParameter" [] Never;
    /// Any other code `IllegalParam.<Parameter>`.
    IllegalParameter = "IllegalParam" [] Never;
}
