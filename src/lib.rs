#![cfg_attr(all(feature = "json", feature = "sign", feature = "xml"), doc = include_str!("../README.md"))]
#![cfg_attr(
    not(all(feature = "json", feature = "sign", feature = "xml")),
    doc = "Validate, encode, sign and decode Alibaba Cloud's `CreateCustomerGateway` call."
)]
#![no_std]

#[cfg(feature = "proptest")]
extern crate std;

#[cfg(feature = "arbitrary")]
mod arbitrary;
#[cfg(any(feature = "json", feature = "xml"))]
mod body_error;
mod buffer_too_small;
#[cfg(feature = "sign")]
mod common;
#[cfg(feature = "serde")]
mod config;
mod decimal;
mod encode;
mod error_code;
mod field;
mod invalid_parameter;
mod parameter;
mod percent;
mod query;
mod request;
#[cfg(any(feature = "json", feature = "xml"))]
mod response;
mod retry;
mod rule;
#[cfg(feature = "sign")]
mod sign;
mod sink;
mod special_block;
#[cfg(feature = "proptest")]
pub mod strategies;
#[cfg(any(feature = "json", feature = "xml"))]
mod text;
#[cfg(feature = "sign")]
mod timestamp;
#[cfg(feature = "sign")]
mod uuid_text;
mod value;
mod writer;

#[cfg(any(feature = "json", feature = "xml"))]
pub use body_error::BodyError;
pub use buffer_too_small::BufferTooSmall;
pub use error_code::ErrorCode;
pub use field::asn::Asn;
pub use field::client_token::ClientToken;
pub use field::description::Description;
pub use field::ip_address::IpAddress;
pub use field::name::Name;
pub use field::region_id::RegionId;
pub use invalid_parameter::{InvalidParameter, Reason};
pub use parameter::Parameter;
pub use query::{InvalidList, List, Named, Names, Parameters, Query};
pub use request::CreateCustomerGateway;
#[cfg(any(feature = "json", feature = "xml"))]
pub use response::owned::{DoesNotFit, OwnedCreated};
#[cfg(any(feature = "json", feature = "xml"))]
pub use response::{Created, Failed, Response};
pub use retry::Retry;
pub use special_block::SpecialBlock;
#[cfg(any(feature = "json", feature = "xml"))]
pub use text::{Chars, InvalidText, Text, TextFault};
pub use value::Value;

#[cfg(feature = "serde")]
pub use config::{OwnedClientToken, OwnedDescription, OwnedName, OwnedRegionId, OwnedRequest};

#[cfg(feature = "sign")]
pub use common::CommonParameters;
#[cfg(feature = "sign")]
pub use field::{
    access_key_id::AccessKeyId, format::Format, host::Host, security_token::SecurityToken,
    signature_nonce::SignatureNonce,
};
#[cfg(feature = "sign")]
pub use sign::{acs3, rpc};
#[cfg(feature = "sign")]
pub use timestamp::Timestamp;
#[cfg(feature = "sign")]
pub use uuid_text::UuidText;
