//! The signature `ACS3-HMAC-SHA256`: it is a header, and covers headers and body.
//!
//! [`Signer`] and [`Request`] are for this service's actions; [`CanonicalRequest`] is for any request
//! to Alibaba Cloud.
//!
//! ```
//! use aliyun_customer_gateway::{
//!     AccessKeyId, AccessKeySecret, Call, CreateCustomerGateway, Credentials, Host, IpAddress,
//!     RegionId, SignatureNonce, Timestamp, acs3,
//! };
//!
//! let credentials =
//!     Credentials::new(AccessKeyId::new("testid")?, AccessKeySecret::new("testsecret")?)?;
//! let signer = acs3::Signer::new(&credentials);
//!
//! let action =
//!     CreateCustomerGateway::new(RegionId::new("cn-shanghai")?, IpAddress::new("101.12.0.1")?);
//! let nonce = SignatureNonce::new("15215528852396")?;
//! let call = Call::new(action, nonce, Timestamp::new("2024-01-02T03:04:05Z")?);
//! let signed = signer.get(Host::VPC, &call);
//!
//! let mut curl = format!("curl 'https://{}/?{}'", Host::VPC, call.query());
//! let authorization = signed.authorization().to_string();
//! for (name, value) in signed.headers().with_authorization(&authorization) {
//!     curl += &format!(" -H '{name}: {value}'");
//! }
//! assert!(curl.contains("-H 'x-acs-action: CreateCustomerGateway'"));
//! # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
//! ```
//!
//! # Clients that build the request themselves
//!
//! They take the URL, the headers and the body each by itself, and most write a `Host` of their own:
//! [`RequestHeaders::without_host`]. There are [`RequestHeaders::MAX`] headers at most. This is
//! `reqwless`, on a network stack of firmware:
//!
//! ```ignore
//! use aliyun_customer_gateway::{Call, CreateCustomerGateway, Encode as _, Host, acs3};
//! use embedded_nal_async::{Dns, TcpConnect};
//! use reqwless::client::HttpClient;
//! use reqwless::request::{Method, RequestBuilder as _};
//!
//! pub async fn exchange<'b>(
//!     client: &mut HttpClient<'_, impl TcpConnect, impl Dns>,
//!     signer: &acs3::Signer<'_>,
//!     (scheme, host): (&str, Host<'_>),
//!     call: &Call<'_, CreateCustomerGateway<'_>>,
//!     buf: &'b mut [u8],
//! ) -> Result<(u16, &'b [u8]), reqwless::Error> {
//!     let signed = signer.post(host, call);
//!     let mut url = heapless::String::<4096>::new();
//!     core::fmt::write(&mut url, format_args!("{scheme}://{host}/?{}", call.query()))
//!         .map_err(|_| reqwless::Error::BufferTooSmall)?;
//!     let authorization = signed.authorization().to_heapless::<512>();
//!     let authorization = authorization.map_err(|_| reqwless::Error::BufferTooSmall)?;
//!     // It writes a `Host` of its own, without the port unless it is told.
//!     let headers = signed.headers().without_host().with_authorization(&authorization);
//!     let request = client.request(Method::POST, &url).await?;
//!     let request = request.host(host.as_str()).headers(headers.as_slice());
//!     let mut request = request.body(&b""[..]);
//!     let response = request.send(buf).await?;
//!     let status = response.status.0;
//!     Ok((status, response.body().read_to_end().await?))
//! }
//! ```

mod authorization;
mod body_hash;
mod canonical_request;
pub(super) mod extra_headers;
mod headers;
mod invalid_headers;
mod path;
mod request;
pub(super) mod request_headers;
mod signature;
mod signed_headers;
mod signed_request;
mod signer;
mod signing_key;
mod string_to_sign;

pub use super::invalid_signature::InvalidSignature;
pub use authorization::Authorization;
pub use body_hash::BodyHash;
pub use canonical_request::CanonicalRequest;
pub use extra_headers::ExtraHeaders;
pub use headers::Headers;
pub use invalid_headers::InvalidHeaders;
pub use path::{InvalidPath, Path};
pub use request::Request;
pub use request_headers::RequestHeaders;
pub use signature::Signature;
pub use signed_headers::SignedHeaders;
#[cfg(feature = "http")]
pub(crate) use signed_headers::is_secret;
#[cfg(feature = "http1")]
pub(crate) use signed_request::MAX_AUTHORIZATION_LEN;
pub use signed_request::SignedRequest;
pub use signer::Signer;
pub use signing_key::SigningKey;
pub use string_to_sign::StringToSign;
