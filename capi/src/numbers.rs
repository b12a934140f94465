//! The numbers that stand for enums: none ever changes, as `numbers.tsv` has them.

pub mod choice;
pub mod code;
pub mod fault;
pub mod http;
pub mod parameter;
pub mod reason;
pub mod result;
pub mod retry;
pub mod step;
