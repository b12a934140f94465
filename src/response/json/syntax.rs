//! The syntax of JSON (RFC 8259): where a value ends, and where it is broken.
//!
//! Strings are taken as far as their end: what they hold is checked where they are read.

use crate::body_error::{BodyError, MAX_DEPTH};
use crate::response::is_space;

/// What is wrong with a body in which something is.
pub(super) fn fault(body: &[u8], start: usize) -> BodyError {
    match value(body, start, 0) {
        Err(fault) => fault,
        Ok(end) => match body.get(skip_spaces(body, end)..) {
            None | Some([]) => BodyError::CutOff { index: body.len() },
            Some(_) => BodyError::Trailing { index: skip_spaces(body, end) },
        },
    }
}

pub(super) fn skip_spaces(body: &[u8], at: usize) -> usize {
    let rest = body.get(at..).unwrap_or_default();
    at.saturating_add(rest.iter().take_while(|byte| is_space(**byte)).count())
}

fn unexpected(body: &[u8], at: usize) -> BodyError {
    match body.get(at) {
        Some(&byte) => BodyError::Unexpected { byte, index: at },
        None => BodyError::CutOff { index: body.len() },
    }
}

/// Behind a byte that has to stand at `at`.
pub(super) fn expect(body: &[u8], at: usize, byte: u8) -> Result<usize, BodyError> {
    match body.get(at) {
        Some(found) if *found == byte => Ok(at.saturating_add(1)),
        _ => Err(unexpected(body, at)),
    }
}

/// Behind the string that starts at `at`.
pub(super) fn string(body: &[u8], at: usize) -> Result<usize, BodyError> {
    let mut at = expect(body, at, b'"')?;
    loop {
        match body.get(at) {
            Some(b'"') => return Ok(at.saturating_add(1)),
            Some(b'\\') => at = at.saturating_add(2),
            Some(_) => at = at.saturating_add(1),
            None => return Err(unexpected(body, at)),
        }
    }
}

/// The arrays and objects that are open, a bit for each: set for an object.
struct Open {
    objects: u32,
    depth: usize,
}

const _: () = assert!(MAX_DEPTH <= u32::BITS as usize, "a bit for each level");

/// Behind the value that starts at `at`, `depth` levels deep.
pub(super) fn value(body: &[u8], at: usize, depth: usize) -> Result<usize, BodyError> {
    let mut open = Open { objects: 0, depth };
    let mut at = at;
    loop {
        // A value starts here.
        at = match body.get(at) {
            Some(bracket @ (b'{' | b'[')) => {
                if open.depth >= MAX_DEPTH {
                    return Err(BodyError::TooDeep { index: at });
                }
                let is_object = *bracket == b'{';
                let inside = skip_spaces(body, at.saturating_add(1));
                let end = if is_object { b'}' } else { b']' };
                if body.get(inside) == Some(&end) {
                    inside.saturating_add(1)
                } else {
                    open.depth = open.depth.saturating_add(1);
                    open.objects = open.objects << 1 | u32::from(is_object);
                    at = if is_object { name(body, inside)? } else { inside };
                    continue;
                }
            }
            Some(b'"') => string(body, at)?,
            _ => scalar(body, at)?,
        };
        // A value ended here.
        loop {
            if open.depth == depth {
                return Ok(at);
            }
            let is_object = open.objects & 1 == 1;
            at = skip_spaces(body, at);
            match body.get(at) {
                Some(b',') => {
                    at = skip_spaces(body, at.saturating_add(1));
                    if is_object {
                        at = name(body, at)?;
                    }
                    break;
                }
                Some(b'}') if is_object => {}
                Some(b']') if !is_object => {}
                _ => return Err(unexpected(body, at)),
            }
            at = at.saturating_add(1);
            open.depth = open.depth.saturating_sub(1);
            open.objects >>= 1;
        }
    }
}

/// Where the value starts that belongs to the name at `at`.
fn name(body: &[u8], at: usize) -> Result<usize, BodyError> {
    let colon = skip_spaces(body, string(body, at)?);
    Ok(skip_spaces(body, expect(body, colon, b':')?))
}

/// Behind a number, `true`, `false` or `null`, and before what may follow one.
fn scalar(body: &[u8], at: usize) -> Result<usize, BodyError> {
    let end = match body.get(at) {
        Some(b't') => word(body, at, b"true")?,
        Some(b'f') => word(body, at, b"false")?,
        Some(b'n') => word(body, at, b"null")?,
        _ => number(body, at)?,
    };
    let next = skip_spaces(body, end);
    match body.get(next) {
        Some(b',' | b'}' | b']') => Ok(end),
        _ => Err(unexpected(body, next)),
    }
}

fn word(body: &[u8], at: usize, word: &[u8]) -> Result<usize, BodyError> {
    word.iter().try_fold(at, |at, byte| expect(body, at, *byte))
}

fn number(body: &[u8], at: usize) -> Result<usize, BodyError> {
    let minus = usize::from(body.get(at) == Some(&b'-'));
    let mut at = at.saturating_add(minus);
    at = match body.get(at) {
        Some(b'0') => at.saturating_add(1),
        _ => digits(body, at)?,
    };
    if body.get(at) == Some(&b'.') {
        at = digits(body, at.saturating_add(1))?;
    }
    if let Some(b'e' | b'E') = body.get(at) {
        at = at.saturating_add(1);
        let sign = usize::from(matches!(body.get(at), Some(b'+' | b'-')));
        at = digits(body, at.saturating_add(sign))?;
    }
    Ok(at)
}

/// Behind one digit or more.
fn digits(body: &[u8], at: usize) -> Result<usize, BodyError> {
    let rest = body.get(at..).unwrap_or_default();
    match rest.iter().take_while(|byte| byte.is_ascii_digit()).count() {
        0 => Err(unexpected(body, at)),
        count => Ok(at.saturating_add(count)),
    }
}
