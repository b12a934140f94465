//! The envelope of every response: from bytes to members, and what a failure says.

use super::body::Body;
use super::decode_error::DecodeError;
use super::failed::Failed;
use super::flaw::{Flaw, What};
#[cfg(feature = "json")]
use super::json;
use super::members::Members;
use super::refusal::Refusal;
use super::slots::Slots;
#[cfg(feature = "xml")]
use super::xml;
use crate::escaped::{EscapedStr, is_space};

/// Notes the members of a body.
#[inline(never)]
pub(super) fn read<'b, 'm>(bytes: &'b [u8], slots: &'m mut Slots) -> Members<'b, 'm> {
    // A buffer that the response does not fill ends in zeros, which are no part of it.
    let mut body = bytes;
    while let [filled @ .., 0] = body {
        body = filled;
    }
    let end = body.len();
    let body = Body::new(body);
    let start = start_of(body.bytes());
    let (refusal, mut flaw) = match body.bytes().get(start) {
        None if end < bytes.len() => (Some(Refusal::Zeros), Flaw::NONE),
        None => (Some(Refusal::Empty), Flaw::NONE),
        #[cfg(feature = "json")]
        Some(b'{') => (None, json::read(&body, start, slots)),
        #[cfg(not(feature = "json"))]
        Some(b'{') => (Some(Refusal::FeatureOff), Flaw::NONE),
        #[cfg(feature = "xml")]
        Some(b'<') => xml::read(&body, start, slots),
        #[cfg(not(feature = "xml"))]
        Some(b'<') => (Some(Refusal::FeatureOff), Flaw::NONE),
        Some(byte) => (Some(foreign(body.bytes())), Flaw::unexpected(*byte, start)),
    };
    if flaw.is_none() && end < bytes.len() {
        flaw = Flaw::new(What::Zeros, end);
    }
    let mut members = Members::new(body, slots, start, flaw);
    members.refusal = refusal;
    #[cfg(not(all(feature = "json", feature = "xml")))]
    if refusal == Some(Refusal::FeatureOff) {
        members.expected = if body.bytes().get(start) == Some(&b'{') { "json" } else { "xml" };
    }
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
    let texts = members.envelope();
    let [_, code, ..] = &texts;
    if code.is_none() {
        members.miss_the_rest();
    }
    let refusal = match (members.refusal, code) {
        (Some(refusal), _) => refusal,
        _ if members.open.is_some() => Refusal::Broken,
        (_, None) if !members.is_response(success) => Refusal::NoMember,
        (_, None) if success => Refusal::NoOutcome,
        (_, Some(code)) if success && is_success_code(*code) => Refusal::NothingButSuccess,
        _ => return Ok(Failed { status, texts, damage: members.damage() }),
    };
    Err(members.error(status, refusal))
}

pub(super) const fn is_success(status: u16) -> bool {
    matches!(status, 200..=299)
}

/// Whether a code says success, as some of the service's gateways write it.
#[inline(never)]
pub(super) fn is_success_code(code: EscapedStr<'_>) -> bool {
    ["200", "OK", "Success"].iter().any(|success| code.eq_ignore_ascii_case(success))
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
