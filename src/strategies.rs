//! Strategies for property tests: valid and almost valid fields, requests and bodies, for those who
//! test what embeds this crate.
//!
//! A valid text is accepted by the constructor of its type. An almost valid one is a valid one with a
//! flaw that somebody once typed: a character too many, a space, a wrong letter. It may happen to be
//! valid all the same.
//!
//! ```
//! use aliyun_customer_gateway::{Name, strategies};
//! use proptest::proptest;
//!
//! proptest! {
//!     # |(name in strategies::name())| { assert!(Name::new(&name).is_ok()); }
//! }
//! ```

mod bodies;
mod fields;
mod requests;

pub use bodies::{Body, almost_body, created_body, failed_body};
pub use fields::{
    almost_asn, almost_client_token, almost_description, almost_ip_address, almost_name,
    almost_region_id, asn, client_token, description, ip_address, name, region_id,
};
pub use requests::{RequestTexts, almost_request, request};
