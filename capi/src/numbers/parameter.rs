//! The parameters of requests.

use aliyun_customer_gateway::Parameter;

/// No parameter.
pub const ACG_PARAMETER_NONE: i32 = 0;
/// The access key's id.
pub const ACG_PARAMETER_ACCESS_KEY_ID: i32 = 1;
/// The secret of the access key: never sent, every request is signed with it.
pub const ACG_PARAMETER_ACCESS_KEY_SECRET: i32 = 2;
/// The operation to perform.
pub const ACG_PARAMETER_ACTION: i32 = 3;
/// The autonomous system number of the on-premises data center.
pub const ACG_PARAMETER_ASN: i32 = 4;
/// The authentication key of BGP: a secret.
pub const ACG_PARAMETER_AUTH_KEY: i32 = 5;
/// The token that makes a request idempotent.
pub const ACG_PARAMETER_CLIENT_TOKEN: i32 = 6;
/// The id of a customer gateway that exists.
pub const ACG_PARAMETER_CUSTOMER_GATEWAY_ID: i32 = 7;
/// The customer gateway's description.
pub const ACG_PARAMETER_DESCRIPTION: i32 = 8;
/// The format of the answer, `JSON` or `XML`.
pub const ACG_PARAMETER_FORMAT: i32 = 9;
/// The host that a request goes to: an HTTP header.
pub const ACG_PARAMETER_HOST: i32 = 10;
/// The public IP address of the on-premises VPN gateway.
pub const ACG_PARAMETER_IP_ADDRESS: i32 = 11;
/// The customer gateway's name.
pub const ACG_PARAMETER_NAME: i32 = 12;
/// Which page of a listing.
pub const ACG_PARAMETER_PAGE_NUMBER: i32 = 13;
/// How many customer gateways a page of a listing holds.
pub const ACG_PARAMETER_PAGE_SIZE: i32 = 14;
/// The region that the customer gateway belongs to.
pub const ACG_PARAMETER_REGION_ID: i32 = 15;
/// The resource group that the customer gateway belongs to.
pub const ACG_PARAMETER_RESOURCE_GROUP_ID: i32 = 16;
/// The token that comes with temporary credentials.
pub const ACG_PARAMETER_SECURITY_TOKEN: i32 = 17;
/// The signature of the request.
pub const ACG_PARAMETER_SIGNATURE: i32 = 18;
/// How the request is signed.
pub const ACG_PARAMETER_SIGNATURE_METHOD: i32 = 19;
/// A text that no other request has.
pub const ACG_PARAMETER_SIGNATURE_NONCE: i32 = 20;
/// Which version of the signature is used.
pub const ACG_PARAMETER_SIGNATURE_VERSION: i32 = 21;
/// The tags that a listing is filtered by.
pub const ACG_PARAMETER_TAG: i32 = 22;
/// The customer gateway's tags.
pub const ACG_PARAMETER_TAGS: i32 = 23;
/// When the request was made.
pub const ACG_PARAMETER_TIMESTAMP: i32 = 24;
/// The version of the service's API.
pub const ACG_PARAMETER_VERSION: i32 = 25;

/// The number of a parameter; 0 for one that is newer than this interface.
pub(crate) const fn of(parameter: Parameter) -> i32 {
    match parameter {
        Parameter::AccessKeyId => ACG_PARAMETER_ACCESS_KEY_ID,
        Parameter::AccessKeySecret => ACG_PARAMETER_ACCESS_KEY_SECRET,
        Parameter::Action => ACG_PARAMETER_ACTION,
        Parameter::Asn => ACG_PARAMETER_ASN,
        Parameter::AuthKey => ACG_PARAMETER_AUTH_KEY,
        Parameter::ClientToken => ACG_PARAMETER_CLIENT_TOKEN,
        Parameter::CustomerGatewayId => ACG_PARAMETER_CUSTOMER_GATEWAY_ID,
        Parameter::Description => ACG_PARAMETER_DESCRIPTION,
        Parameter::Format => ACG_PARAMETER_FORMAT,
        Parameter::Host => ACG_PARAMETER_HOST,
        Parameter::IpAddress => ACG_PARAMETER_IP_ADDRESS,
        Parameter::Name => ACG_PARAMETER_NAME,
        Parameter::PageNumber => ACG_PARAMETER_PAGE_NUMBER,
        Parameter::PageSize => ACG_PARAMETER_PAGE_SIZE,
        Parameter::RegionId => ACG_PARAMETER_REGION_ID,
        Parameter::ResourceGroupId => ACG_PARAMETER_RESOURCE_GROUP_ID,
        Parameter::SecurityToken => ACG_PARAMETER_SECURITY_TOKEN,
        Parameter::Signature => ACG_PARAMETER_SIGNATURE,
        Parameter::SignatureMethod => ACG_PARAMETER_SIGNATURE_METHOD,
        Parameter::SignatureNonce => ACG_PARAMETER_SIGNATURE_NONCE,
        Parameter::SignatureVersion => ACG_PARAMETER_SIGNATURE_VERSION,
        Parameter::Tag => ACG_PARAMETER_TAG,
        Parameter::Tags => ACG_PARAMETER_TAGS,
        Parameter::Timestamp => ACG_PARAMETER_TIMESTAMP,
        Parameter::Version => ACG_PARAMETER_VERSION,
        _ => ACG_PARAMETER_NONE,
    }
}

/// The parameter of a number.
pub(crate) fn from(number: i32) -> Option<Parameter> {
    Parameter::ALL.iter().copied().find(|parameter| of(*parameter) == number)
}
