//! The envelope of every response: from bytes to members, and what a failure says.

use super::body::Body;
use super::decode_error::NotAResponse;
use super::failed::Failed;
use super::fault::Fault;
#[cfg(feature = "json")]
use super::json;
use super::member::{CODE, HOST_ID, MESSAGE, RECOMMEND};
use super::members::Members;
use super::slots::Slots;
#[cfg(feature = "xml")]
use super::xml;
use crate::escaped::{EscapedStr, is_space};

/// Notes the members of a body.
pub(super) fn read<'b, 'm>(
    bytes: &'b [u8],
    slots: &'m mut Slots,
) -> Result<Members<'b, 'm>, NotAResponse> {
    // A buffer that the response does not fill ends in zeros, which are no part of it.
    let zeros = bytes.iter().rev().take_while(|byte| **byte == 0).count();
    let end = bytes.len().wrapping_sub(zeros);
    let start = start_of(bytes);
    let body = Body::new(bytes.get(..end).unwrap_or_default());
    let fault: Option<Fault> = match body.bytes().get(start) {
        None if zeros > 0 => return Err(NotAResponse::Zeros),
        None => return Err(NotAResponse::Empty),
        #[cfg(feature = "json")]
        Some(b'{') => json::read(&body, start, slots),
        #[cfg(not(feature = "json"))]
        Some(b'{') => return Err(NotAResponse::FeatureOff { feature: "json" }),
        #[cfg(feature = "xml")]
        Some(b'<') => xml::read(&body, start, slots)?,
        #[cfg(not(feature = "xml"))]
        Some(b'<') => return Err(NotAResponse::FeatureOff { feature: "xml" }),
        Some(byte) => return Err(foreign(*byte, start, body.bytes())),
    };
    let is_padded = fault.is_none() && zeros > 0;
    let fault = fault.or(is_padded.then_some(Fault::Zeros { index: end }));
    Ok(Members::new(body, slots, start, fault))
}

/// What a response says that does not tell of success.
pub(super) fn failed<'b>(
    status: u16,
    members: &mut Members<'b, '_>,
) -> Result<Failed<'b>, NotAResponse> {
    let missing = members.missing();
    if let Some(fault) = missing.fault {
        return Err(NotAResponse::Broken(fault));
    }
    let success = is_success(status);
    let lost = members.lost();
    // What tells of success might have followed.
    if success && let Some(fault) = lost {
        return Err(NotAResponse::Broken(fault));
    }
    members.start_again();
    let code = members.required(CODE);
    if let Some(fault) = members.missing().fault {
        return Err(NotAResponse::Broken(fault));
    }
    if code.is_none() {
        if let Some(fault) = lost {
            return Err(NotAResponse::Broken(fault));
        }
        if !members.is_response(success) {
            return Err(NotAResponse::NoMember { fault: members.of_body() });
        }
    }
    if success {
        let member = missing.member;
        match code {
            None => return Err(NotAResponse::NoOutcome { member }),
            Some(code) if is_success_code(code) => {
                return Err(NotAResponse::NothingButSuccess { member });
            }
            Some(_) => {}
        }
    }
    Ok(Failed {
        status,
        code,
        request_id: members.request_id(),
        message: members.text(MESSAGE),
        host_id: members.text(HOST_ID),
        recommend: members.text(RECOMMEND),
        damage: members.damage(),
    })
}

pub(super) const fn is_success(status: u16) -> bool {
    matches!(status, 200..=299)
}

/// Whether a code says success, as some of the service's gateways write it.
pub(super) fn is_success_code(code: EscapedStr<'_>) -> bool {
    ["200", "OK", "Success"].iter().any(|success| code.eq_ignore_ascii_case(success))
}

/// Where the first byte stands that is neither a byte order mark nor white space.
fn start_of(bytes: &[u8]) -> usize {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let spaces = text.iter().take_while(|byte| is_space(**byte)).count();
    bytes.len().wrapping_sub(text.len()).wrapping_add(spaces)
}

/// What a body is that starts neither as JSON nor as XML.
fn foreign(byte: u8, index: usize, bytes: &[u8]) -> NotAResponse {
    match bytes {
        [0x1f, 0x8b, ..] => NotAResponse::Compressed,
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => NotAResponse::Utf16,
        _ if bytes.starts_with(b"HTTP/1.") => NotAResponse::Head,
        _ if is_chunk(bytes) => NotAResponse::Chunked,
        _ => NotAResponse::Foreign { byte, index },
    }
}

/// Whether a body starts with the length of a chunk, with or without an extension (RFC 9112, 7.1).
fn is_chunk(bytes: &[u8]) -> bool {
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_hexdigit()).count();
    let mut rest = bytes.get(digits..).unwrap_or_default();
    if rest.starts_with(b";") {
        let extension = rest.iter().take_while(|byte| **byte != b'\r').count();
        rest = rest.get(extension..).unwrap_or_default();
    }
    (1..=16).contains(&digits) && rest.starts_with(b"\r\n")
}
