//! What a user writes between this crate and an HTTP client, a file a client.
//!
//! What stands between the two marks of each is what the documentation shows, and what is counted.

pub mod hyper;
pub mod raw;
pub mod reqwest;
pub mod reqwless;
pub mod ureq;
