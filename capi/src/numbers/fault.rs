//! What is wrong in a body.

use aliyun_customer_gateway::response::{Fault, NotAResponse};

/// Nothing.
pub const ACG_FAULT_NONE: i32 = 0;
/// The body ends in the middle.
pub const ACG_FAULT_CUT_OFF: i32 = 1;
/// A byte that breaks the format's syntax.
pub const ACG_FAULT_UNEXPECTED: i32 = 2;
/// Values or elements are nested too deep.
pub const ACG_FAULT_TOO_DEEP: i32 = 3;
/// An end tag is not that of the element.
pub const ACG_FAULT_MISMATCHED_TAG: i32 = 4;
/// The body declares a document type, which could define entities.
pub const ACG_FAULT_DOCTYPE: i32 = 5;
/// There is something behind the response.
pub const ACG_FAULT_TRAILING: i32 = 6;
/// There are zeros behind the response, as in a buffer that it does not fill.
pub const ACG_FAULT_ZEROS: i32 = 7;
/// A member has two values that differ.
pub const ACG_FAULT_CONFLICT: i32 = 8;
/// A member is not UTF-8.
pub const ACG_FAULT_INVALID_UTF8: i32 = 9;
/// A member is not escaped as it should be.
pub const ACG_FAULT_INVALID_ESCAPE: i32 = 10;
/// A member is an object where it should be text, or the other way round.
pub const ACG_FAULT_WRONG_TYPE: i32 = 11;
/// A member is not a whole number, or not within its bounds.
pub const ACG_FAULT_INVALID_NUMBER: i32 = 12;
/// An item lacks a member that every item has.
pub const ACG_FAULT_MISSING: i32 = 13;
/// There is nothing, or only white space.
pub const ACG_FAULT_EMPTY: i32 = 51;
/// There are only zeros: a buffer that nothing was received into.
pub const ACG_FAULT_NOTHING_BUT_ZEROS: i32 = 52;
/// The body is an HTML page, as a proxy or a load balancer sends it.
pub const ACG_FAULT_HTML: i32 = 53;
/// The body is compressed: it starts with `1F 8B`, as gzip does.
pub const ACG_FAULT_COMPRESSED: i32 = 54;
/// The body is in UTF-16: it starts with a byte order mark of that.
pub const ACG_FAULT_UTF16: i32 = 55;
/// The body is still in chunks: it starts with a hexadecimal length and CRLF.
pub const ACG_FAULT_CHUNKED: i32 = 56;
/// The body starts with `HTTP/1.`, the status line in front of it.
pub const ACG_FAULT_HEAD: i32 = 57;
/// The body starts with something that neither JSON nor XML starts with.
pub const ACG_FAULT_FOREIGN: i32 = 58;
/// The body is in a format that this crate was built without.
pub const ACG_FAULT_FEATURE_OFF: i32 = 59;
/// There is no member of a response in the body.
pub const ACG_FAULT_NO_MEMBER: i32 = 60;
/// A status of success, but neither what tells of success nor a `Code`.
pub const ACG_FAULT_NO_OUTCOME: i32 = 62;
/// A status and a `Code` of success (`200`, `OK`, `Success`), but not what tells of success.
pub const ACG_FAULT_NOTHING_BUT_SUCCESS: i32 = 63;
/// Something that is newer than this interface.
pub const ACG_FAULT_OTHER: i32 = 99;

/// The number of a fault.
pub(crate) const fn of(fault: Fault) -> i32 {
    match fault {
        Fault::CutOff { .. } => ACG_FAULT_CUT_OFF,
        Fault::Unexpected { .. } => ACG_FAULT_UNEXPECTED,
        Fault::TooDeep { .. } => ACG_FAULT_TOO_DEEP,
        Fault::MismatchedTag { .. } => ACG_FAULT_MISMATCHED_TAG,
        Fault::Doctype { .. } => ACG_FAULT_DOCTYPE,
        Fault::Trailing { .. } => ACG_FAULT_TRAILING,
        Fault::Zeros { .. } => ACG_FAULT_ZEROS,
        Fault::Conflict { .. } => ACG_FAULT_CONFLICT,
        Fault::InvalidUtf8 { .. } => ACG_FAULT_INVALID_UTF8,
        Fault::InvalidEscape { .. } => ACG_FAULT_INVALID_ESCAPE,
        Fault::WrongType { .. } => ACG_FAULT_WRONG_TYPE,
        Fault::InvalidNumber { .. } => ACG_FAULT_INVALID_NUMBER,
        Fault::Missing { .. } => ACG_FAULT_MISSING,
        _ => ACG_FAULT_OTHER,
    }
}

/// The number of what is not a response; that of its fault where that is what is wrong.
pub(crate) const fn of_not_a_response(kind: NotAResponse) -> i32 {
    match kind {
        NotAResponse::Broken(fault) => of(fault),
        NotAResponse::Empty => ACG_FAULT_EMPTY,
        NotAResponse::Zeros => ACG_FAULT_NOTHING_BUT_ZEROS,
        NotAResponse::Html => ACG_FAULT_HTML,
        NotAResponse::Compressed => ACG_FAULT_COMPRESSED,
        NotAResponse::Utf16 => ACG_FAULT_UTF16,
        NotAResponse::Chunked => ACG_FAULT_CHUNKED,
        NotAResponse::Head => ACG_FAULT_HEAD,
        NotAResponse::Foreign { .. } => ACG_FAULT_FOREIGN,
        NotAResponse::FeatureOff { .. } => ACG_FAULT_FEATURE_OFF,
        NotAResponse::NoMember { .. } => ACG_FAULT_NO_MEMBER,
        NotAResponse::NoOutcome { .. } => ACG_FAULT_NO_OUTCOME,
        NotAResponse::NothingButSuccess { .. } => ACG_FAULT_NOTHING_BUT_SUCCESS,
        _ => ACG_FAULT_OTHER,
    }
}
