//! The envelope of every response: from bytes to members, and what a failure says.

use super::body::Body;
use super::decode_error::NotAResponse;
use super::failed::Failed;
use super::fault::Fault;
#[cfg(feature = "json")]
use super::json;
use super::member::{CODE, HOST_ID, MESSAGE, RECOMMEND, REQUEST_ID};
use super::members::{Members, Missing};
use super::slots::Slots;
#[cfg(feature = "xml")]
use super::xml;
use crate::escaped::{EscapedStr, is_space};

/// A body whose members were noted.
pub(super) struct Envelope<'b> {
    body: Body<'b>,
    /// Where the response starts.
    start: usize,
    /// What is wrong behind its members, or between them.
    fault: Option<Fault>,
}

impl<'b> Envelope<'b> {
    /// Notes the members of a body.
    pub(super) fn read(bytes: &'b [u8], slots: &mut Slots) -> Result<Self, NotAResponse> {
        // A buffer that the response does not fill ends in zeros, which are no part of it.
        let zeros = bytes.iter().rev().take_while(|byte| **byte == 0).count();
        let end = bytes.len().saturating_sub(zeros);
        let start = start_of(bytes);
        let body = Body::new(bytes.get(..end).unwrap_or_default());
        let fault: Option<Fault> = match body.bytes().get(start) {
            None if zeros > 0 => return Err(NotAResponse::Zeros),
            None => return Err(NotAResponse::Empty),
            #[cfg(feature = "json")]
            Some(b'{') => json::read(body, start, slots).err(),
            #[cfg(not(feature = "json"))]
            Some(b'{') => return Err(NotAResponse::FeatureOff { feature: "json" }),
            #[cfg(feature = "xml")]
            Some(b'<') => xml::read(body, start, slots)?,
            #[cfg(not(feature = "xml"))]
            Some(b'<') => return Err(NotAResponse::FeatureOff { feature: "xml" }),
            Some(byte) => return Err(foreign(*byte, start, body.bytes())),
        };
        let is_padded = fault.is_none() && zeros > 0;
        let fault = fault.or(is_padded.then_some(Fault::Zeros { index: end }));
        Ok(Self { body, start, fault })
    }

    /// A reader of the members.
    pub(super) const fn members<'m>(&self, slots: &'m Slots) -> Members<'b, 'm> {
        Members::new(self.body, slots, self.start, self.fault)
    }

    /// What a response says that does not tell of success.
    pub(super) fn failed(
        &self,
        status: u16,
        slots: &Slots,
        missing: Missing,
    ) -> Result<Failed<'b>, NotAResponse> {
        if let Some(fault) = missing.fault {
            return Err(NotAResponse::Broken(fault));
        }
        let success = is_success(status);
        let lost = self.fault.filter(Fault::loses_the_rest);
        // What tells of success might have followed.
        if success && let Some(fault) = lost {
            return Err(NotAResponse::Broken(fault));
        }
        let mut members = self.members(slots);
        let code = members.required(CODE);
        if let Some(fault) = members.missing().fault {
            return Err(NotAResponse::Broken(fault));
        }
        if code.is_none() {
            if let Some(fault) = lost {
                return Err(NotAResponse::Broken(fault));
            }
            let is_response = if success { slots.is_any_present() } else { is_failure(&members) };
            if !is_response {
                return Err(NotAResponse::NoMember { fault: self.fault });
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
}

pub(super) const fn is_success(status: u16) -> bool {
    matches!(status, 200..=299)
}

/// Whether a body without a code is that of a failure, of the service or of something in between.
fn is_failure(members: &Members<'_, '_>) -> bool {
    [REQUEST_ID, HOST_ID, MESSAGE].iter().any(|name| members.is_present(name))
}

/// Whether a code says success, as some of the service's gateways write it.
pub(super) fn is_success_code(code: EscapedStr<'_>) -> bool {
    ["200", "OK", "Success"].iter().any(|success| code.eq_ignore_ascii_case(success))
}

/// Where the first byte stands that is neither a byte order mark nor white space.
fn start_of(bytes: &[u8]) -> usize {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let spaces = text.iter().take_while(|byte| is_space(**byte)).count();
    bytes.len().saturating_sub(text.len()).saturating_add(spaces)
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
    let line =
        bytes.iter().position(|byte| *byte == b'\r').and_then(|end| bytes.split_at_checked(end));
    let Some((line, after)) = line else { return false };
    let extension = line.get(digits..).unwrap_or_default();
    (1..=16).contains(&digits)
        && after.starts_with(b"\r\n")
        && (extension.is_empty() || extension.starts_with(b";"))
}
