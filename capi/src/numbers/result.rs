//! What a function returns.

/// Done.
pub const ACG_OK: i32 = 0;
/// The service refused, or failed: the `acg_failure` says why, and what to do next.
pub const ACG_FAILED: i32 = 1;
/// The body is not a response, or its outcome cannot be read: the `acg_failure` says where. Try again
/// after a pause, with the same ClientToken.
pub const ACG_UNREADABLE: i32 = 2;
/// A list has no more items.
pub const ACG_END: i32 = 3;
/// No response can be read: the `acg_http_response` says why, and none of the rest of it is there.
pub const ACG_NO_RESPONSE: i32 = 4;
/// A pointer that has to point to something is NULL.
pub const ACG_E_NULL: i32 = -1;
/// An argument is none of the numbers it can be, or a length is more than half of the address space.
pub const ACG_E_ARGUMENT: i32 = -2;
/// A value was refused: the `acg_refusal` says which and why.
pub const ACG_E_INVALID: i32 = -3;
/// The buffer is too small: the length says how many bytes are needed, the NUL not counted.
pub const ACG_E_BUFFER_TOO_SMALL: i32 = -4;
/// The buffer overlaps a text or a body that is read.
pub const ACG_E_OVERLAP: i32 = -5;
/// The structure was never started, or is not one.
pub const ACG_E_NOT_STARTED: i32 = -6;
/// The text is not what was decoded: it is not UTF-8, or an escape in it is broken.
pub const ACG_E_ESCAPE: i32 = -7;
/// The caller's function asked to stop.
pub const ACG_E_SINK: i32 = -8;
/// There is no outcome yet.
pub const ACG_E_NOT_DONE: i32 = -9;
