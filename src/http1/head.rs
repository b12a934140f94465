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
    while let Some(end) = memchr::memchr(b'\n', rest) {
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
        let said = Said::by(Fields::new(head));
        let (coding, ends_well) = said.coding(version, status)?;
        let may_keep = (version > 0 || said.keep_alive) && !said.close;
        Ok(Self { status, coding, keeps_alive: may_keep && ends_well })
    }
}

/// What the headers say of the connection and of the body.
struct Said<'h> {
    keep_alive: bool,
    close: bool,
    /// The last one counts.
    transfer_encoding: Option<&'h [u8]>,
    has_length: bool,
    /// The digits of the length, without leading zeros.
    len: Result<Option<&'h [u8]>, HeadError>,
}

impl<'h> Said<'h> {
    fn by(fields: Fields<'h>) -> Self {
        let mut said = Self {
            keep_alive: false,
            close: false,
            transfer_encoding: None,
            has_length: false,
            len: Ok(None),
        };
        for (name, value) in fields {
            if name.eq_ignore_ascii_case(b"connection") {
                for option in elements(value) {
                    said.keep_alive |= option.eq_ignore_ascii_case(b"keep-alive");
                    said.close |= option.eq_ignore_ascii_case(b"close");
                }
            } else if name.eq_ignore_ascii_case(b"transfer-encoding") {
                said.transfer_encoding = Some(value);
            } else if name.eq_ignore_ascii_case(b"content-length") {
                said.has_length = true;
                for element in elements(value) {
                    said.len = match (said.len, significant(element)) {
                        (Ok(None), Some(digits)) => Ok(Some(digits)),
                        (Ok(Some(len)), Some(digits)) if len == digits => Ok(Some(len)),
                        _ => Err(HeadError::ContentLength),
                    };
                }
            }
        }
        said
    }

    /// Where the body ends, and whether another response may follow: RFC 9112, 6.3, for a response to
    /// `GET` or `POST`.
    fn coding(&self, version: u8, status: u16) -> Result<(Coding, bool), HeadError> {
        // 1.
        if matches!(status, 100..=199 | 204 | 304) {
            return Ok((Coding::Sized { left: 0, len: 0 }, status != 101));
        }
        // 3 and 4. A length beside it is outweighed, and a version without chunks may have it all the
        // same; but then nothing else is read from the connection.
        if let Some(value) = self.transfer_encoding {
            let last = elements(value).last();
            return Ok(if last.is_some_and(|coding| coding.eq_ignore_ascii_case(b"chunked")) {
                (Coding::Chunked(Chunks::new()), version > 0 && !self.has_length)
            } else {
                (Coding::UntilClose, false)
            });
        }
        // 8.
        if !self.has_length {
            return Ok((Coding::UntilClose, false));
        }
        // 5 and 6.
        let digits = self.len?.ok_or(HeadError::ContentLength)?;
        let len = digits.iter().fold(0_usize, |len, digit| {
            len.saturating_mul(10).saturating_add(usize::from(digit & 0x0f))
        });
        Ok((Coding::Sized { left: len, len }, true))
    }
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
