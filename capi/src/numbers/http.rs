//! What is wrong with a response of HTTP/1.1.

use aliyun_customer_gateway::http1::{BodyFault, HeadError};

/// The RPC signature, in the query or the form: the default.
pub const ACG_SIGNATURE_RPC: i32 = 0;
/// ACS3-HMAC-SHA256, in headers.
pub const ACG_SIGNATURE_ACS3: i32 = 1;
/// No Connection header: HTTP/1.1 keeps the connection open.
pub const ACG_CONNECTION_OPEN: i32 = 0;
/// "Connection: close".
pub const ACG_CONNECTION_CLOSE: i32 = 1;
/// The response is whole.
pub const ACG_HTTP_WHOLE: i32 = 0;
/// The stream ended before a response came, as that of a connection does that was idle for too long.
pub const ACG_HTTP_HEAD_EMPTY: i32 = 1;
/// The stream ended within the head.
pub const ACG_HTTP_HEAD_CUT_OFF: i32 = 2;
/// The head does not fit in the buffer, which is not a fault of the response.
pub const ACG_HTTP_HEAD_TOO_LONG: i32 = 3;
/// It does not start with `HTTP/1.0` or `HTTP/1.1`, such as a response of TLS, or of HTTP/2.
pub const ACG_HTTP_HEAD_NOT_HTTP1: i32 = 4;
/// No status of three digits follows the version.
pub const ACG_HTTP_HEAD_STATUS: i32 = 5;
/// The name of a header is not a token, such as one with a space before its colon.
pub const ACG_HTTP_HEAD_HEADER_NAME: i32 = 6;
/// The value of a header, or the reason after the status, holds a control character.
pub const ACG_HTTP_HEAD_CONTROL: i32 = 7;
/// `Content-Length` is not a number, or contradicts another one.
pub const ACG_HTTP_HEAD_CONTENT_LENGTH: i32 = 8;
/// More interim responses, with a status of 1xx, than are skipped.
pub const ACG_HTTP_HEAD_TOO_MANY_INTERIMS: i32 = 9;
/// The stream ended too early, or reading was given up.
pub const ACG_HTTP_BODY_CUT_OFF: i32 = 51;
/// It does not fit in the buffer, which is not a fault of the response.
pub const ACG_HTTP_BODY_TOO_LONG: i32 = 52;
/// The size of a chunk is not a hexadecimal number on a line of its own.
pub const ACG_HTTP_BODY_CHUNK_SIZE: i32 = 53;
/// The size of a chunk is greater than any memory.
pub const ACG_HTTP_BODY_CHUNK_TOO_LONG: i32 = 54;
/// A chunk is not followed by CR LF.
pub const ACG_HTTP_BODY_CHUNK_END: i32 = 55;
/// Chunk extensions and trailers are longer than is read.
pub const ACG_HTTP_BODY_TOO_MUCH_FRAMING: i32 = 56;
/// The body is whole, and compressed or otherwise encoded, as `Content-Encoding` says.
pub const ACG_HTTP_BODY_ENCODED: i32 = 57;
/// Something that is newer than this interface.
pub const ACG_HTTP_OTHER: i32 = 99;

/// The number of what is wrong with a head.
pub(crate) const fn of_head(error: HeadError) -> i32 {
    match error {
        HeadError::Empty => ACG_HTTP_HEAD_EMPTY,
        HeadError::CutOff { .. } => ACG_HTTP_HEAD_CUT_OFF,
        HeadError::TooLong { .. } => ACG_HTTP_HEAD_TOO_LONG,
        HeadError::NotHttp1 { .. } => ACG_HTTP_HEAD_NOT_HTTP1,
        HeadError::Status { .. } => ACG_HTTP_HEAD_STATUS,
        HeadError::HeaderName { .. } => ACG_HTTP_HEAD_HEADER_NAME,
        HeadError::Control { .. } => ACG_HTTP_HEAD_CONTROL,
        HeadError::ContentLength => ACG_HTTP_HEAD_CONTENT_LENGTH,
        HeadError::TooManyInterims => ACG_HTTP_HEAD_TOO_MANY_INTERIMS,
        _ => ACG_HTTP_OTHER,
    }
}

/// The number of what is wrong with a body.
pub(crate) const fn of_body(fault: BodyFault) -> i32 {
    match fault {
        BodyFault::CutOff { .. } => ACG_HTTP_BODY_CUT_OFF,
        BodyFault::TooLong { .. } => ACG_HTTP_BODY_TOO_LONG,
        BodyFault::ChunkSize { .. } => ACG_HTTP_BODY_CHUNK_SIZE,
        BodyFault::ChunkTooLong { .. } => ACG_HTTP_BODY_CHUNK_TOO_LONG,
        BodyFault::ChunkEnd { .. } => ACG_HTTP_BODY_CHUNK_END,
        BodyFault::TooMuchFraming { .. } => ACG_HTTP_BODY_TOO_MUCH_FRAMING,
        BodyFault::Encoded => ACG_HTTP_BODY_ENCODED,
        _ => ACG_HTTP_OTHER,
    }
}
