//! Requests and responses of HTTP/1.1.

#[cfg(feature = "sign")]
mod requests;
mod responses;
