//! What the crate does, a module a subject: `cargo test --test suite field::name` runs one.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::similar_names,
    clippy::too_many_lines,
    clippy::unwrap_used,
    reason = "what cannot be checked fails its test, and a table is as long as its rows"
)]

#[cfg(feature = "sign")]
mod acs3;
mod action;
mod advice;
#[cfg(all(feature = "json", feature = "xml"))]
mod body;
#[cfg(feature = "serde")]
mod config;
#[cfg(feature = "sign")]
mod credentials;
mod error_code;
#[cfg(all(feature = "json", feature = "xml"))]
mod escaped;
#[cfg(any(feature = "json", feature = "xml"))]
mod features;
mod field;
#[cfg(all(feature = "json", feature = "xml"))]
mod hostile;
#[cfg(feature = "http")]
mod http;
#[cfg(feature = "http1")]
mod http1;
#[cfg(feature = "sign")]
mod keys;
#[cfg(all(feature = "json", feature = "sign", feature = "xml"))]
mod mismatch;
mod percent;
mod query;
mod readme;
#[cfg(feature = "sign")]
mod recorded;
#[cfg(all(feature = "json", feature = "xml"))]
mod redaction;
#[cfg(all(feature = "json", feature = "sign", feature = "xml"))]
mod registration;
#[cfg(feature = "sign")]
mod rpc;
#[cfg(feature = "sign")]
mod secrets;
mod structure;
#[cfg(feature = "sign")]
mod timestamps;
#[cfg(feature = "sign")]
mod vectors;
