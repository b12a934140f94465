//! Every function of the crate, called with texts that the compiler cannot see.
//!
//! One list for all images, so that what is measured is what is proved free of panics.

#![no_std]

#[cfg(target_os = "none")]
pub mod board;
#[allow(unused, reason = "an image has only some of the parts")]
pub mod calls;
#[allow(unused, reason = "an image has only some of the parts")]
mod input;
pub mod scratch;
