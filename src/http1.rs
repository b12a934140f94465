//! HTTP/1.1 for a socket of the caller's: the bytes of a request, and a response as its bytes come.

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
