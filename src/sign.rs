//! The two signatures of the service, and what they share.

pub(crate) mod call;
mod hex;
mod invalid_signature;
mod mac;
pub(crate) mod method;
mod signing_key;
mod wipe;

pub mod acs3;
pub mod rpc;
