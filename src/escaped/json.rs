//! The escapes of JSON strings (RFC 8259, 7).

use super::{EscapeFault, Fragment};
use crate::byte_set::ByteSet;

/// Whether nothing in a text is escaped, or would have to be.
pub(super) const fn is_plain(raw: &str) -> bool {
    ByteSet::JSON_PLAIN.contains_all(raw.as_bytes())
}

pub(super) fn next<'a>(raw: &mut &'a str) -> Result<Option<Fragment<'a>>, EscapeFault> {
    let run = raw.bytes().take_while(|byte| ByteSet::JSON_PLAIN.contains(*byte)).count();
    let Some((plain, rest)) = raw.split_at_checked(run) else {
        return Ok(None);
    };
    if !plain.is_empty() {
        *raw = rest;
        return Ok(Some(Fragment::Run(plain)));
    }
    match rest.as_bytes() {
        [] => Ok(None),
        [b'\\', ..] => {
            let (character, len) = escape(rest.as_bytes())?;
            *raw = rest.get(len..).unwrap_or_default();
            Ok(Some(Fragment::Character(character)))
        }
        _ => Err(EscapeFault::Forbidden),
    }
}

/// The character that an escape stands for, and the length of the escape.
fn escape(raw: &[u8]) -> Result<(char, usize), EscapeFault> {
    let character = match *raw {
        [_, character @ (b'"' | b'\\' | b'/'), ..] => char::from(character),
        [_, b'b', ..] => '\u{8}',
        [_, b'f', ..] => '\u{c}',
        [_, b'n', ..] => '\n',
        [_, b'r', ..] => '\r',
        [_, b't', ..] => '\t',
        [_, b'u', a, b, c, d, ref rest @ ..] => return unicode(hex([a, b, c, d])?, rest),
        _ => return Err(EscapeFault::BrokenEscape),
    };
    Ok((character, 2))
}

fn unicode(unit: u32, rest: &[u8]) -> Result<(char, usize), EscapeFault> {
    if let Some(character) = char::from_u32(unit) {
        return Ok((character, 6));
    }
    // What is left is half of a surrogate pair: the second half has to follow the first.
    let [b'\\', b'u', a, b, c, d, ..] = *rest else {
        return Err(EscapeFault::LoneSurrogate);
    };
    let low = hex([a, b, c, d]).map_err(|_| EscapeFault::LoneSurrogate)?;
    match (unit, low) {
        (0xd800..=0xdbff, 0xdc00..=0xdfff) => {
            let scalar = (unit & 0x3ff) << 10 | low & 0x3ff;
            let scalar = scalar.wrapping_add(0x1_0000);
            char::from_u32(scalar)
                .map(|character| (character, 12))
                .ok_or(EscapeFault::LoneSurrogate)
        }
        _ => Err(EscapeFault::LoneSurrogate),
    }
}

fn hex(digits: [u8; 4]) -> Result<u32, EscapeFault> {
    digits.into_iter().try_fold(0, |value, digit| {
        let digit = char::from(digit).to_digit(16).ok_or(EscapeFault::BrokenEscape)?;
        Ok(value << 4 | digit)
    })
}
