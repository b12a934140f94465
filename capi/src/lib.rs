//! `aliyun-customer-gateway` for C: what `include/aliyun_customer_gateway.h` declares.
//!
//! A thin layer: rules, texts and machines are the library's. All that is `unsafe` here is the meeting with
//! C: reading texts and buffers that somebody else vouches for, and the opaque structures.

#![no_std]
#![allow(
    clippy::missing_safety_doc,
    reason = "the contract is that of the header: its preamble, and each function's own sentences"
)]

pub mod advice;
pub mod check;
mod cursor;
pub mod decode;
pub mod escaped;
pub mod http;
pub mod make;
pub mod numbers;
mod output;
pub mod refusal;
pub mod registration;
pub mod request;
pub mod response;
pub mod sentence;
pub mod sign;
pub mod text;

#[cfg(feature = "archive")]
mod panic;
