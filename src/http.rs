//! Requests and responses of the [`http`](::http) crate, which most HTTP clients take and give.

mod head;
mod request;

pub use head::{Head, decode};
pub use request::{Target, request};
