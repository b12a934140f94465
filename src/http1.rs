//! HTTP/1.1 for a socket of the caller's: the bytes of a request, and a response as its bytes come.
//!
//! `Request` is a signed call of either signature as an [`Encode`](crate::Encode); [`Reader`] finds the
//! head of the response in a buffer of the caller's, joins the chunks of its body there, and says when it
//! wants more. TLS, timeouts and the connection are the caller's. With a socket of `std`:
//!
#![cfg_attr(feature = "sign", doc = "```")]
#![cfg_attr(not(feature = "sign"), doc = "```ignore")]
//! use std::io::{self, Read, Write};
//!
//! use aliyun_customer_gateway::{Encode as _, SignedCall, http1};
//!
//! pub fn exchange<'b>(
//!     socket: &mut (impl Read + Write),
//!     signed: &impl SignedCall,
//!     buf: &'b mut [u8],
//! ) -> io::Result<http1::Response<'b>> {
//!     http1::Request::new(signed).write_to(|block| socket.write_all(block))?;
//!     let mut reader = http1::Reader::new(buf);
//!     while reader.wants_more() {
//!         match socket.read(reader.spare()) {
//!             Ok(0) => reader.end(),
//!             Ok(count) => reader.filled(count),
//!             Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
//!             // What has come is read all the same.
//!             Err(_) => break,
//!         }
//!     }
//!     reader.finish().map_err(io::Error::other)
//! }
//! ```
//!
//! What a driver does with the response, apart from its status and its body:
//!
//! ```
//! use aliyun_customer_gateway::http1::Reader;
//!
//! // When the firmware was built, in Unix seconds.
//! const BUILT: i64 = 1_796_000_000;
//!
//! let mut received = *b"HTTP/1.1 503 Busy\r\n\
//!     Date: Mon, 30 Nov 2026 14:38:36 GMT\r\n\
//!     x-acs-retry-after: 2500\r\n\
//!     Content-Length: 2\r\n\
//!     \r\n\
//!     {}";
//! let len = received.len();
//! let mut reader = Reader::new(&mut received);
//! reader.filled(len);
//! let response = reader.finish()?;
//! assert_eq!(response.date(BUILT), Some(1_796_049_516));
//! assert_eq!(response.retry_after(60_000).map(|pause| pause.milliseconds()), Some(2500));
//! assert!(response.is_whole() && response.keeps_alive());
//! # Ok::<(), aliyun_customer_gateway::http1::HeadError>(())
//! ```
//!
//! [`Registration::on_http1`](crate::Registration::on_http1) takes all of that. A body that is cut off, or
//! does not fit, is decoded all the same: a gateway that was created has its id near the start.
//!
//! # What is read
//!
//! A response to a `GET` or a `POST`, by RFC 9112. Interim responses (1xx) are skipped, and empty lines
//! before it. The body ends as 6.3 says: after `Content-Length`, with the last chunk, or with the stream.
//! Lines may end with a line feed by itself, and headers may go on in the next line; a space before a
//! colon, a control character or two lengths that differ are refused. Reading takes one pass over the
//! bytes, however small the pieces are in which they come, and one more over the head once it is whole.

mod body_fault;
mod chunks;
#[cfg(feature = "sign")]
mod connection;
pub(crate) mod date;
mod fields;
mod head;
mod head_error;
#[cfg(feature = "sign")]
mod max_len;
mod reader;
#[cfg(feature = "sign")]
mod request;
mod response;
mod syntax;

#[cfg(feature = "sign")]
pub use crate::sign::acs3::ExtraHeaders;
pub use body_fault::BodyFault;
#[cfg(feature = "sign")]
pub use connection::Connection;
pub use head_error::HeadError;
#[cfg(feature = "sign")]
pub use max_len::{max_acs3_len, max_rpc_len};
pub use reader::{Reader, State};
#[cfg(feature = "sign")]
pub use request::Request;
pub use response::Response;
