//! The RPC signature, `SignatureVersion` 1.0 with `HMAC-SHA1`: it is part of the query.
//!
//! A signed query is the query string of a GET, or the form body of a POST. From nothing to a URL:
//!
//! ```
//! use aliyun_customer_gateway::{
//!     AccessKeyId, AccessKeySecret, Call, CreateCustomerGateway, Credentials, Host, IpAddress,
//!     Method, RegionId, SignatureNonce, Timestamp, rpc,
//! };
//!
//! let credentials =
//!     Credentials::new(AccessKeyId::new("testid")?, AccessKeySecret::new("testsecret")?)?;
//! let signer = rpc::Signer::new(&credentials);
//!
//! let action =
//!     CreateCustomerGateway::new(RegionId::new("cn-shanghai")?, IpAddress::new("101.12.0.1")?);
//! let nonce = SignatureNonce::new("15215528852396")?;
//! let call = Call::new(action, nonce, Timestamp::new("2024-01-02T03:04:05Z")?);
//! let signed = signer.sign(Method::Get, &call);
//! assert_eq!(signed.signature().as_str(), "cHNRBjHH+czG/4EXrOj2lRuwhGQ=");
//!
//! let url = format!("https://{}/?{signed}", Host::VPC);
//! assert!(url.ends_with("&Signature=cHNRBjHH%2BczG%2F4EXrOj2lRuwhGQ%3D"));
//! # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
//! ```
//!
//! A URL that was signed is as good as the request, and must never be printed: see [`SignedQuery`] for
//! where it shows up. [`Signer::post_form`] makes a request whose URL holds nothing, for `http1`, `http`
//! or any client.
//! Requests of other services are signed as lists: see [`StringToSign::of_pairs`].

mod signature;
mod signed_query;
mod signed_request;
mod signer;
mod signing_key;
mod string_to_sign;

pub use super::acs3::{ExtraHeaders, InvalidHeaders, RequestHeaders};
pub use super::call::WithCommon;
pub use super::invalid_signature::InvalidSignature;
pub use signature::Signature;
pub use signed_query::SignedQuery;
pub use signed_request::SignedRequest;
pub use signer::Signer;
pub use signing_key::SigningKey;
pub use string_to_sign::StringToSign;
