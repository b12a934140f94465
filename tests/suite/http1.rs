//! Requests and responses of HTTP/1.1.

#[cfg(feature = "json")]
mod registration;
#[cfg(feature = "sign")]
mod requests;
mod responses;
