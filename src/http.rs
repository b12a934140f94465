//! Requests and responses of the `http` crate, which most HTTP clients take and give.
//!
//! [`request`] makes a signed call of either signature one, and [`decode`] reads a response; [`Head`] tells
//! the rest. For clients that take no such request, see [`acs3`](crate::acs3) and [`http1`](crate::http1).
//!
//! # `reqwest`
//!
//! ```ignore
//! use aliyun_customer_gateway::{SignedCall, http};
//!
//! pub async fn exchange(
//!     client: &reqwest::Client,
//!     target: http::Target,
//!     signed: &impl SignedCall,
//! ) -> Result<::http::Response<Vec<u8>>, Box<dyn std::error::Error>> {
//!     let request = http::request(target, signed)?.try_into()?;
//!     // An error prints the URL, and with it what a signed one holds.
//!     let received = client.execute(request).await.map_err(reqwest::Error::without_url)?;
//!     let (head, body) = ::http::Response::from(received).into_parts();
//!     let body = http_body_util::BodyExt::collect(body).await.map_err(reqwest::Error::without_url)?;
//!     Ok(::http::Response::from_parts(head, body.to_bytes().into()))
//! }
//! ```
//!
//! # `ureq`
//!
//! ```ignore
//! use aliyun_customer_gateway::{SignedCall, http};
//!
//! pub fn agent() -> ureq::Agent {
//!     // A status of failure comes with a body that says why.
//!     ureq::Agent::config_builder().http_status_as_error(false).build().into()
//! }
//!
//! pub fn exchange(
//!     agent: &ureq::Agent,
//!     target: http::Target,
//!     signed: &impl SignedCall,
//! ) -> Result<::http::Response<Vec<u8>>, ureq::Error> {
//!     let (head, mut body) = agent.run(http::request(target, signed)?)?.into_parts();
//!     Ok(::http::Response::from_parts(head, body.read_to_vec()?))
//! }
//! ```
//!
//! # A connection of `hyper`
//!
//! ```ignore
//! use aliyun_customer_gateway::{SignedCall, http};
//! use http_body_util::BodyExt as _;
//! use hyper::body::Bytes;
//! use hyper::client::conn::http1;
//! use hyper_util::rt::TokioIo;
//! use tokio::net::TcpStream;
//!
//! pub async fn exchange(
//!     stream: TcpStream,
//!     signed: &impl SignedCall,
//! ) -> Result<::http::Response<Bytes>, Box<dyn std::error::Error>> {
//!     let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
//!     tokio::spawn(connection);
//!     let request = http::request(http::Target::Origin, signed)?;
//!     let (head, body) = sender.send_request(request).await?.into_parts();
//!     Ok(::http::Response::from_parts(head, body.collect().await?.to_bytes()))
//! }
//! ```

mod head;
mod request;

pub use head::{Head, decode};
pub use request::{Target, request};
