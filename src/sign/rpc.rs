//! The RPC signature, `SignatureVersion` 1.0 with `HMAC-SHA1`: it stands in the query.
//!
//! A signed query is the query string of a GET, or the form body of a POST. From nothing to a URL:
//!
//! ```
//! use aliyun_customer_gateway::{
//!     AccessKeyId, CommonParameters, CreateCustomerGateway, Host, IpAddress, RegionId,
//!     SignatureNonce, Timestamp, rpc,
//! };
//!
//! let request =
//!     CreateCustomerGateway::new(RegionId::new("cn-shanghai")?, IpAddress::new("101.12.0.1")?);
//! let common = CommonParameters::new(
//!     AccessKeyId::new("testid")?,
//!     SignatureNonce::new("15215528852396")?,
//!     Timestamp::new("2024-01-02T03:04:05Z")?,
//! );
//! let key = rpc::SigningKey::new("testsecret");
//! let query = request.with_common(&common);
//! let signed = rpc::sign(rpc::Method::Get, &query, &key);
//! assert_eq!(signed.signature().as_str(), "cHNRBjHH+czG/4EXrOj2lRuwhGQ=");
//!
//! let url = format!("https://{}/?{signed}", Host::VPC);
//! assert!(url.ends_with("&Signature=cHNRBjHH%2BczG%2F4EXrOj2lRuwhGQ%3D"));
//! # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
//! ```

#[cfg(any(feature = "json", feature = "xml"))]
mod mismatch;
mod signature;
mod signed_query;
mod signing_key;
mod string_to_sign;

use crate::query::{Parameters, Query};

pub use super::invalid_signature::InvalidSignature;
pub use super::method::Method;
#[cfg(any(feature = "json", feature = "xml"))]
pub use mismatch::{Mismatch, Side};
pub use signature::Signature;
pub use signed_query::SignedQuery;
pub use signing_key::SigningKey;
pub use string_to_sign::StringToSign;

/// Signs a query.
#[must_use]
pub fn sign<'q, P: Parameters>(
    method: Method,
    query: &'q Query<P>,
    key: &SigningKey,
) -> SignedQuery<'q, P> {
    SignedQuery::new(query, StringToSign::new(method, query).sign(key))
}
