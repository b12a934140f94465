//! The syntax of a head (RFC 9112, 2.1, 4 and 5).
//!
//! `httparse` reads the same: a law of the tests. In an image, two checks remain in it of which the linker
//! cannot prove that they do not panic, and its list of headers takes a kilobyte of stack.

use super::head_error::HeadError;
use crate::byte_set::field::{is_in_value, is_token};

/// What a head starts with, before the last digit of its version.
const VERSION: &[u8] = b"HTTP/1.";

/// Where the space after the version is.
const SPACE: usize = VERSION.len() + 1;

/// Where the status ends.
const STATUS_END: usize = SPACE + " 200".len();

/// A fault of a line, and where in it.
type LineFault = (fn(usize) -> HeadError, usize);

/// Checks a head up to the empty line at its end, and returns its version, 0 or 1, and its status.
///
/// A head without that line is cut off, if nothing else is wrong with it.
pub(super) fn check(head: &[u8]) -> Result<(u8, u16), HeadError> {
    let mut read = None;
    let mut rest = head;
    loop {
        let end = memchr::memchr(b'\n', rest);
        let (line, after) = rest.split_at_checked(end.unwrap_or(rest.len())).unwrap_or_default();
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let fault = match read {
            None => match status_line(line) {
                Ok(version_and_status) => {
                    read = Some(version_and_status);
                    None
                }
                Err(fault) => Some(fault),
            },
            Some(read) if line.is_empty() && end.is_some() => return Ok(read),
            Some(_) => header(line),
        };
        match fault {
            // What is missing may yet have come.
            Some((_, index)) if end.is_none() && index >= line.len() => {}
            Some((error, index)) => {
                return Err(error(head.len().saturating_sub(rest.len()).saturating_add(index)));
            }
            None => {}
        }
        if end.is_none() {
            return Err(HeadError::CutOff { received: head.len() });
        }
        rest = after.get(1..).unwrap_or_default();
    }
}

fn status_line(line: &[u8]) -> Result<(u8, u16), LineFault> {
    let is_version = |(byte, wanted): (&u8, &u8)| byte == wanted;
    let common = line.iter().zip(VERSION).take_while(|pair| is_version(*pair)).count();
    let version = match line.get(common..) {
        Some([digit @ (b'0' | b'1'), ..]) if common == VERSION.len() => digit & 0x0f,
        _ => return Err((|index| HeadError::NotHttp1 { index }, common)),
    };
    let mut status = 0_u16;
    for (index, wanted) in (SPACE..).zip(b" 000") {
        status = match (line.get(index), wanted) {
            (Some(b' '), b' ') => 0,
            (Some(digit @ b'0'..=b'9'), b'0') => {
                status.saturating_mul(10).saturating_add(u16::from(digit & 0x0f))
            }
            _ => return Err((|index| HeadError::Status { index }, index)),
        };
    }
    let reason = line.get(STATUS_END..).unwrap_or_default();
    if !matches!(reason, [] | [b' ', ..]) {
        return Err((|index| HeadError::Status { index }, STATUS_END));
    }
    match control(reason) {
        Some(index) => {
            Err((|index| HeadError::Control { index }, index.saturating_add(STATUS_END)))
        }
        None => Ok((version, status)),
    }
}

fn header(line: &[u8]) -> Option<LineFault> {
    let name = line.iter().take_while(|byte| is_token(**byte)).count();
    match line.get(name..) {
        Some([b':', value @ ..]) if name > 0 => {
            let index = control(value)?.saturating_add(name).saturating_add(1);
            Some((|index| HeadError::Control { index }, index))
        }
        _ => Some((|index| HeadError::HeaderName { index }, name)),
    }
}

/// The first byte that no value may hold.
fn control(value: &[u8]) -> Option<usize> {
    // Without an early exit, the compiler looks at many bytes at once.
    if value.iter().fold(true, |all, byte| all & is_in_value(*byte)) {
        return None;
    }
    value.iter().position(|byte| !is_in_value(*byte))
}
