//! The content of XML elements without child elements (XML 1.0).

use super::{EscapeFault, Escaping, Fragment};

/// Whether every character of a text stands for itself.
pub(super) fn is_plain(raw: &str) -> bool {
    // Without an early exit, the compiler looks at many bytes at once.
    !raw.bytes().fold(false, |special, byte| special | may_be_special(byte))
}

/// Whether a byte may start a character that needs a second look.
const fn may_be_special(byte: u8) -> bool {
    // `]` may start the forbidden `]]>`, and 0xef U+FFFE and U+FFFF.
    if byte > b']' {
        return byte == 0xef;
    }
    matches!(byte, b'&' | b'<' | b']' | ..=0x09 | 0x0b..=0x1f)
}

/// Whether a text starts with what does not stand for itself.
const fn is_special(text: &[u8], in_cdata: bool) -> bool {
    match text {
        [b'&' | b'<', ..] => !in_cdata,
        [b']', b']', b'>', ..] | [0xef, 0xbf, 0xbe | 0xbf, ..] => true,
        [b'\t' | b']' | 0xef, ..] | [] => false,
        [first, ..] => may_be_special(*first),
    }
}

/// How many bytes stand for themselves.
fn run(text: &[u8], in_cdata: bool) -> usize {
    let mut rest = text;
    loop {
        let plain = rest.iter().position(|byte| may_be_special(*byte)).unwrap_or(rest.len());
        rest = rest.get(plain..).unwrap_or_default();
        match rest {
            [_, after @ ..] if !is_special(rest, in_cdata) => rest = after,
            _ => return text.len().wrapping_sub(rest.len()),
        }
    }
}

pub(super) fn next<'a>(
    raw: &mut &'a str,
    escaping: &mut Escaping,
) -> Result<Option<Fragment<'a>>, EscapeFault> {
    loop {
        let in_cdata = *escaping == Escaping::Cdata;
        let Some((plain, rest)) = raw.split_at_checked(run(raw.as_bytes(), in_cdata)) else {
            return Ok(None);
        };
        if !plain.is_empty() {
            *raw = rest;
            return Ok(Some(Fragment::Run(plain)));
        }
        let Some(special) = rest.bytes().next() else {
            return Ok(None);
        };
        let (read, after) = match special {
            b']' if in_cdata => {
                *escaping = Escaping::Xml;
                (None, rest.get(3..))
            }
            b'\r' => (Some('\n'), rest.strip_prefix("\r\n").or(rest.get(1..))),
            b'&' => {
                let (character, after) = reference(rest)?;
                (Some(character), Some(after))
            }
            b'<' => {
                if let Some(after) = rest.strip_prefix("<![CDATA[") {
                    *escaping = Escaping::Cdata;
                    (None, Some(after))
                } else {
                    let after = skip(rest, "<!--", "-->").or_else(|| skip(rest, "<?", "?>"));
                    (None, Some(after.ok_or(EscapeFault::Forbidden)?))
                }
            }
            _ => return Err(EscapeFault::Forbidden),
        };
        *raw = after.unwrap_or_default();
        if let Some(character) = read {
            return Ok(Some(Fragment::Character(character)));
        }
    }
}

/// `Char` of XML 1.0, 2.2.
const fn is_char(character: char) -> bool {
    !matches!(character, '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}')
}

fn skip<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    // `str::split_once` of a text has panic paths of its own.
    let inside = text.strip_prefix(start)?;
    (0..inside.len()).find_map(|at| inside.get(at..)?.strip_prefix(end))
}

/// The character that a reference stands for, and what follows the reference.
fn reference(text: &str) -> Result<(char, &str), EscapeFault> {
    // No reference is longer than `&#x0010FFFF;` and a few zeros more.
    let (name, after) = text
        .strip_prefix('&')
        .and_then(|rest| rest.split_once(';'))
        .ok_or(EscapeFault::BrokenEscape)?;
    let character = match name.as_bytes() {
        b"amp" => '&',
        b"lt" => '<',
        b"gt" => '>',
        b"quot" => '"',
        b"apos" => '\'',
        [b'#', b'x', digits @ ..] => number(digits, 16)?,
        [b'#', digits @ ..] => number(digits, 10)?,
        _ => return Err(EscapeFault::BrokenEscape),
    };
    Ok((character, after))
}

fn number(digits: &[u8], radix: u32) -> Result<char, EscapeFault> {
    if digits.is_empty() {
        return Err(EscapeFault::BrokenEscape);
    }
    let mut scalar: u32 = 0;
    for digit in digits {
        let digit = char::from(*digit).to_digit(radix).ok_or(EscapeFault::BrokenEscape)?;
        scalar = scalar.saturating_mul(radix).saturating_add(digit);
    }
    match char::from_u32(scalar) {
        Some(character) if is_char(character) => Ok(character),
        None if matches!(scalar, 0xd800..=0xdfff) => Err(EscapeFault::LoneSurrogate),
        _ => Err(EscapeFault::Forbidden),
    }
}
