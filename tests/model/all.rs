//! The service and the network to it, as a model that registrations run against: the tests in
//! `tests/suite` and `tests/registration`, and the examples that register.
//!
//! It speaks the bytes of queries and bodies. What it knows of the crate is nothing.
#![allow(dead_code, unreachable_pub, reason = "shared, and nobody uses all of it")]
#![allow(clippy::pedantic, clippy::arithmetic_side_effects, clippy::expect_used)]
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

pub mod body;
pub mod fault;
pub mod network;
pub mod query;
pub mod random;
pub mod service;
pub mod world;

/// How many lines of an example are its driver: code between the marks, without lines of brackets.
pub fn lines_of_driver(source: &str) -> usize {
    let (_, rest) = source.split_once("// The driver starts here.").expect("a mark");
    let (driver, _) = rest.split_once("// The driver ends here.").expect("a mark");
    let is_code =
        |line: &&str| line.contains(char::is_alphanumeric) && !line.trim().starts_with("//");
    driver.lines().filter(is_code).count()
}
