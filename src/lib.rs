#![cfg_attr(all(feature = "json", feature = "sign", feature = "xml"), doc = include_str!("../README.md"))]
#![cfg_attr(
    not(all(feature = "json", feature = "sign", feature = "xml")),
    doc = "Build, sign and decode Alibaba Cloud's customer gateway calls."
)]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![no_std]

#[cfg(any(feature = "http", feature = "proptest", all(test, feature = "arbitrary")))]
extern crate std;

mod action;
mod advice;
#[cfg(feature = "arbitrary")]
mod arbitrary;
mod buffer_too_small;
mod byte_set;
#[cfg(feature = "serde")]
pub mod config;
mod decimal;
mod edition;
mod encode;
mod error_code;
#[cfg_attr(
    not(any(feature = "json", feature = "xml")),
    allow(unused, clippy::unnecessary_wraps, reason = "nothing reads a body without a format")
)]
pub mod escaped;
mod field;
mod front_coded;
#[cfg(feature = "http")]
pub mod http;
#[cfg(feature = "http1")]
pub mod http1;
mod invalid_parameter;
#[cfg(all(feature = "sign", any(feature = "json", feature = "xml")))]
pub mod mismatch;
mod parameter;
mod percent;
pub mod query;
mod quoted;
#[cfg_attr(
    not(any(feature = "json", feature = "xml")),
    allow(unused, reason = "nothing reads a body without a format")
)]
pub mod registration;
#[cfg_attr(
    not(any(feature = "json", feature = "xml")),
    allow(unused, reason = "nothing reads a body without a format")
)]
pub mod response;
mod retry;
mod rule;
#[cfg(feature = "sign")]
mod sign;
#[cfg(feature = "proptest")]
pub mod strategies;
mod writer;

pub use action::Action;
pub use action::create_customer_gateway::{
    CreateCustomerGateway, Created, owned::OwnedCreateCustomerGateway,
};
pub use action::delete_customer_gateway::{
    DeleteCustomerGateway, Deleted, owned::OwnedDeleteCustomerGateway,
};
pub use action::describe_customer_gateway::{
    DescribeCustomerGateway, Gateway, owned::OwnedDescribeCustomerGateway,
};
pub use action::describe_customer_gateways::{
    DescribeCustomerGateways, Page, owned::OwnedDescribeCustomerGateways,
};
pub use action::gateway::owned::{OwnedCreated, OwnedDeleted, OwnedGateway, OwnedModified};
pub use action::gateway::{PageItem, ReceivedAuthKey, ReceivedTag, ReceivedTags};
pub use action::modify_customer_gateway_attribute::{
    Modified, ModifyCustomerGatewayAttribute, owned::OwnedModifyCustomerGatewayAttribute,
};
pub use advice::RetryAfter;
pub use buffer_too_small::BufferTooSmall;
pub use edition::{Edition, UnknownEdition};
pub use encode::Encode;
pub use error_code::{ErrorCode, UnknownErrorCode};
pub use field::asn::Asn;
pub use field::auth_key::AuthKey;
pub use field::client_token::ClientToken;
pub use field::customer_gateway_id::CustomerGatewayId;
pub use field::description::Description;
pub use field::ip_address::IpAddress;
pub use field::name::Name;
pub use field::owned::secret::OwnedAuthKey;
pub use field::owned::tags::{OwnedTag, OwnedTags};
#[cfg(feature = "sign")]
pub use field::owned::{
    OwnedAccessKeyId, OwnedHost, OwnedSignatureNonce, secret::OwnedAccessKeySecret,
};
pub use field::owned::{
    OwnedClientToken, OwnedCustomerGatewayId, OwnedDescription, OwnedName, OwnedRegionId,
    OwnedResourceGroupId,
};
pub use field::page::{PageNumber, PageSize};
pub use field::region_id::RegionId;
pub use field::resource_group_id::ResourceGroupId;
pub use field::tag::Tag;
pub use field::tags::Tags;
pub use invalid_parameter::InvalidParameter;
pub use invalid_parameter::reason::Reason;
pub use invalid_parameter::sentence::Sentence;
pub use parameter::Parameter;
pub use registration::machine::Registration;
pub use response::echo::Redacted;
pub use response::{DecodeError, Failed, OwnedFailed, Response};
pub use retry::Retry;
pub use rule::special_block::SpecialBlock;

#[cfg(feature = "sign")]
pub use field::{
    access_key_id::AccessKeyId, access_key_secret::AccessKeySecret, format::Format, host::Host,
    host::of_region::Network, security_token::SecurityToken, signature_nonce::SignatureNonce,
    timestamp::Timestamp, uuid_text::UuidText,
};
#[cfg(feature = "sign")]
pub use sign::{
    acs3, call::Call, credentials::Credentials, identity::Identity, method::Method, rpc,
    signed_call::SignedCall,
};
