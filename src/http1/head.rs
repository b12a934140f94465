//! The head of a response: its status, and where its body ends.

use super::chunks::Chunks;
use super::fields::{Fields, elements};
use super::head_error::HeadError;
use super::syntax;

/// What a head says of the body.
pub(super) struct Head {
    pub(super) status: u16,
    pub(super) coding: Coding,
    /// Whether the connection serves for another request, once the response was read.
    pub(super) keeps_alive: bool,
}

/// Where a body ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Coding {
    /// After so many bytes more.
    Sized { left: usize, len: usize },
    /// After the last chunk.
    Chunked(Chunks),
    /// With the stream.
    UntilClose,
}

/// Writes spaces over the line ends of headers that go on in the next line: `obs-fold` of RFC 9112, 5.2.
///
/// White space after the status line stays, and is refused (2.2).
pub(super) fn unfold(head: &mut [u8]) {
    let mut rest = head;
    let mut is_first = true;
    while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
        let Some((line, after)) = rest.split_at_mut_checked(end.wrapping_add(1)) else { return };
        if matches!(after, [b' ' | b'\t', ..]) && !is_first {
            if let [.., end @ (b'\r' | b'\n'), _] = line {
                *end = b' ';
            }
            if let [.., end] = line {
                *end = b' ';
            }
        }
        is_first = false;
        rest = after;
    }
}

impl Head {
    /// Reads a head that ends with an empty line.
    pub(super) fn read(head: &[u8]) -> Result<Self, HeadError> {
        let (version, status) = syntax::check(head)?;
        of_fields(version, status, &Fields::new(head))
    }
}

/// What the headers say of the connection and of the body.
fn of_fields(version: u8, status: u16, fields: &Fields<'_>) -> Result<Head, HeadError> {
    let options = || fields.named("connection").flat_map(elements);
    let is_there = |option: &[u8]| options().any(|there| there.eq_ignore_ascii_case(option));
    let may_keep = (version > 0 || is_there(b"keep-alive")) && !is_there(b"close");
    let (coding, ends_well) = coding(version, status, fields)?;
    Ok(Head { status, coding, keeps_alive: may_keep && ends_well })
}

/// Where the body ends, and whether another response may follow: RFC 9112, 6.3, for a response to `GET`
/// or `POST`.
fn coding(version: u8, status: u16, fields: &Fields<'_>) -> Result<(Coding, bool), HeadError> {
    // 1.
    if matches!(status, 100..=199 | 204 | 304) {
        return Ok((Coding::Sized { left: 0, len: 0 }, status != 101));
    }
    // 3 and 4. A length beside it is outweighed, and a version without chunks may have it all the
    // same; but then nothing else is read from the connection.
    if let Some(last) = fields.named("transfer-encoding").last() {
        let is_chunked =
            elements(last).last().is_some_and(|coding| coding.eq_ignore_ascii_case(b"chunked"));
        return Ok(if is_chunked {
            let has_length = fields.named("content-length").next().is_some();
            (Coding::Chunked(Chunks::new()), version > 0 && !has_length)
        } else {
            (Coding::UntilClose, false)
        });
    }
    // 8.
    if fields.named("content-length").next().is_none() {
        return Ok((Coding::UntilClose, false));
    }
    // 5 and 6.
    let mut len: Option<&[u8]> = None;
    for element in fields.named("content-length").flat_map(elements) {
        let digits = significant(element).ok_or(HeadError::ContentLength)?;
        if len.is_some_and(|len| len != digits) {
            return Err(HeadError::ContentLength);
        }
        len = Some(digits);
    }
    let len = len.ok_or(HeadError::ContentLength)?.iter().fold(0_usize, |len, digit| {
        len.saturating_mul(10).saturating_add(usize::from(digit & 0x0f))
    });
    Ok((Coding::Sized { left: len, len }, true))
}

/// The digits of a number without leading zeros.
fn significant(number: &[u8]) -> Option<&[u8]> {
    if number.is_empty() || !number.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let mut digits = number;
    while let [b'0', rest @ ..] = digits {
        digits = rest;
    }
    Some(digits)
}
