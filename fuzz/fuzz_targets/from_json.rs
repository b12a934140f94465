//! Any file of configuration, and what is stored: as `serde_json` reads it, or an error that points at
//! the offence.
#![no_main]

mod laws;

use libfuzzer_sys::fuzz_target;

use crate::laws::configuration;

fuzz_target!(|file: &[u8]| configuration::file(file));
