//! The signature `ACS3-HMAC-SHA256`: it stands in a header, and covers headers and body.
//!
//! [`Request`] is for this service's requests; [`CanonicalRequest`] for any other of Alibaba Cloud's.
//!
//! ```
//! use aliyun_customer_gateway::{
//!     AccessKeyId, Action as _, CreateCustomerGateway, Host, IpAddress, RegionId, SignatureNonce, Timestamp, acs3,
//! };
//!
//! let request =
//!     CreateCustomerGateway::new(RegionId::new("cn-shanghai")?, IpAddress::new("101.12.0.1")?);
//! let query = request.query_without_action();
//! let to_send = acs3::Request::new(
//!     acs3::Method::Get,
//!     Host::VPC,
//!     CreateCustomerGateway::NAME,
//!     CreateCustomerGateway::VERSION,
//!     &query,
//!     SignatureNonce::new("15215528852396")?,
//!     Timestamp::new("2024-01-02T03:04:05Z")?,
//! );
//! let key = acs3::SigningKey::new("testsecret");
//! let authorization = to_send.authorize(AccessKeyId::new("testid")?, &key);
//!
//! let mut curl = format!("curl 'https://{}/?{query}'", Host::VPC);
//! for (name, value) in to_send.headers().iter() {
//!     curl += &format!(" -H '{name}: {value}'");
//! }
//! curl += &format!(" -H 'authorization: {authorization}'");
//! assert!(curl.contains("-H 'x-acs-action: CreateCustomerGateway'"));
//! # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
//! ```

mod authorization;
mod body_hash;
mod canonical_request;
mod headers;
mod invalid_headers;
mod path;
mod request;
mod request_headers;
mod signature;
mod signed_headers;
mod signing_key;
mod string_to_sign;

pub use super::invalid_signature::InvalidSignature;
pub use super::method::Method;
pub use authorization::Authorization;
pub use body_hash::BodyHash;
pub use canonical_request::CanonicalRequest;
pub use headers::Headers;
pub use invalid_headers::InvalidHeaders;
pub use path::{InvalidPath, Path};
pub use request::Request;
pub use request_headers::RequestHeaders;
pub use signature::Signature;
pub use signed_headers::SignedHeaders;
pub use signing_key::SigningKey;
pub use string_to_sign::StringToSign;
