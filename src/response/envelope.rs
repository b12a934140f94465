//! The envelope of every response: from bytes to members, and what a failure says.

use super::body::Body;
use super::decode_error::DecodeError;
use super::failed::Failed;
use super::flaw::{Flaw, What};
#[cfg(feature = "json")]
use super::json;
use super::members::Members;
use super::name;
use super::refusal::Refusal;
use super::slots::Slots;
#[cfg(feature = "xml")]
use super::xml;
use crate::escaped::{EscapedStr, is_space};

/// The body in some bytes: a buffer that the response does not fill ends in zeros, which are no part
/// of it.
#[inline(never)]
pub(super) fn body(bytes: &[u8]) -> Body<'_> {
    let mut body = bytes;
    while let [filled @ .., 0] = body {
        body = filled;
    }
    Body::new(body)
}

/// Notes the members of a body, which is that of a buffer of so many bytes.
#[inline(never)]
pub(super) fn read<'b, 'm>(len: usize, slots: &'m mut Slots<'b>) -> Members<'b, 'm> {
    let body = slots.body.bytes();
    let start = start_of(body);
    let first = body.get(start);
    let is_padded = body.len() < len;
    let mut members = Members::new(slots, start);
    match first {
        None if is_padded => members.refusal = Some(Refusal::Zeros),
        None => members.refusal = Some(Refusal::Empty),
        #[cfg(feature = "json")]
        Some(b'{') => members.of_body = json::read(start, members.slots),
        #[cfg(feature = "xml")]
        Some(b'<') => {
            (members.refusal, members.of_body) = xml::read(start, members.slots);
        }
        #[cfg(not(feature = "json"))]
        Some(b'{') => {
            members.refusal = Some(Refusal::FeatureOff);
            members.expected = "json";
        }
        #[cfg(not(feature = "xml"))]
        Some(b'<') => {
            members.refusal = Some(Refusal::FeatureOff);
            members.expected = "xml";
        }
        Some(byte) => {
            members.refusal = Some(foreign(body));
            members.of_body = Flaw::unexpected(*byte, start);
        }
    }
    if is_padded && members.of_body.is_none() {
        members.of_body = Flaw::new(What::Zeros, body.len());
    }
    members.start();
    members
}

/// What a response says that does not tell of success.
#[inline(never)]
pub(super) fn failed<'b>(
    status: u16,
    members: &mut Members<'b, '_>,
) -> Result<Failed<'b>, DecodeError> {
    let success = is_success(status);
    if success {
        members.miss_the_rest();
    }
    let mut failed = Failed { status, texts: members.envelope(), damage: None };
    let [_, code, ..] = &failed.texts;
    if code.is_none() {
        members.miss_the_rest();
    }
    let refusal = match (members.refusal, code) {
        (Some(refusal), _) => refusal,
        _ if members.open.is_some() => Refusal::Broken,
        (_, None) if !members.is_response(success) => Refusal::NoMember,
        (_, None) if success => Refusal::NoOutcome,
        (_, Some(code)) if success && is_success_code(code) => Refusal::NothingButSuccess,
        _ => {
            failed.damage = members.damage();
            return Ok(failed);
        }
    };
    Err(members.error(status, refusal))
}

pub(super) const fn is_success(status: u16) -> bool {
    matches!(status, 200..=299)
}

/// Whether a code says success, as some of the service's gateways write it.
#[inline(never)]
pub(super) fn is_success_code(code: &EscapedStr<'_>) -> bool {
    let mut buf = [0; "Success".len()];
    let code = name::read(code, &mut buf);
    ["200", "OK", "Success"].iter().any(|success| name::is(code, success))
}

/// Where the first byte stands that is neither a byte order mark nor white space.
fn start_of(bytes: &[u8]) -> usize {
    let mut rest = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => rest,
        _ => bytes,
    };
    while let [byte, after @ ..] = rest
        && is_space(*byte)
    {
        rest = after;
    }
    bytes.len().wrapping_sub(rest.len())
}

/// What a body is that starts neither as JSON nor as XML.
#[inline(never)]
fn foreign(bytes: &[u8]) -> Refusal {
    match bytes {
        [0x1f, 0x8b, ..] => Refusal::Compressed,
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Refusal::Utf16,
        _ if bytes.starts_with(b"HTTP/1.") => Refusal::Head,
        _ if is_chunk(bytes) => Refusal::Chunked,
        _ => Refusal::Foreign,
    }
}

/// Whether a body starts with the length of a chunk, with or without an extension (RFC 9112, 7.1).
fn is_chunk(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let [b'0'..=b'9' | b'A'..=b'F' | b'a'..=b'f', after @ ..] = rest {
        rest = after;
    }
    let digits = bytes.len().wrapping_sub(rest.len());
    if let [b';', ..] = rest {
        while let [byte, after @ ..] = rest
            && *byte != b'\r'
        {
            rest = after;
        }
    }
    matches!(digits, 1..=16) && matches!(rest, [b'\r', b'\n', ..])
}
