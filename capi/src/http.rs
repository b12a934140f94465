//! HTTP/1.1 for a socket of the caller's.

pub mod reader;
pub mod request;
