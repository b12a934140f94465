//! The two signatures of the service, and what they share.

pub(crate) mod call;
pub(crate) mod credentials;
mod hash;
mod hex;
pub(crate) mod identity;
mod invalid_signature;
mod mac;
pub(crate) mod method;
#[cfg_attr(not(feature = "http1"), allow(dead_code, reason = "nothing else sends"))]
pub(crate) mod signed_call;
mod signer;
mod signing_key;
mod wipe;

pub mod acs3;
pub mod rpc;
