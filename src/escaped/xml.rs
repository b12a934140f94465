//! The content of XML elements without child elements (XML 1.0).

use super::{EscapeFault, Escaping};

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
pub(super) const fn is_special(text: &[u8], escaping: Escaping) -> bool {
    match text {
        [b'&' | b'<', ..] => !matches!(escaping, Escaping::Cdata),
        [b']', b']', b'>', ..] | [0xef, 0xbf, 0xbe | 0xbf, ..] => true,
        [b'\t' | b']' | 0xef, ..] | [] => false,
        [first, ..] => may_be_special(*first),
    }
}

/// How many bytes at the start of a text stand for themselves.
pub(super) fn plain_len(text: &str, escaping: Escaping) -> usize {
    let mut rest = text.as_bytes();
    loop {
        let plain = rest.iter().position(|byte| may_be_special(*byte)).unwrap_or(rest.len());
        rest = rest.get(plain..).unwrap_or_default();
        match rest {
            [_, after @ ..] if !is_special(rest, escaping) => rest = after,
            _ => return text.len().wrapping_sub(rest.len()),
        }
    }
}

/// Takes off what a text starts with if that does not stand for itself: the character that it stands
/// for, if it does for one.
pub(super) fn special(
    raw: &mut &str,
    escaping: &mut Escaping,
) -> Result<Option<char>, EscapeFault> {
    let (read, after) = match raw.as_bytes() {
        [b']', ..] if *escaping == Escaping::Cdata => {
            *escaping = Escaping::Xml;
            (None, raw.get(3..))
        }
        [b'\r', b'\n', ..] => (Some('\n'), raw.get(2..)),
        [b'\r', ..] => (Some('\n'), raw.get(1..)),
        [b'&', ..] => {
            let (character, after) = reference(raw)?;
            (Some(character), Some(after))
        }
        [b'<', ..] => {
            if let Some(after) = raw.strip_prefix("<![CDATA[") {
                *escaping = Escaping::Cdata;
                (None, Some(after))
            } else {
                let after = skip(raw, "<!--", "-->").or_else(|| skip(raw, "<?", "?>"));
                (None, Some(after.ok_or(EscapeFault::Forbidden)?))
            }
        }
        _ => return Err(EscapeFault::Forbidden),
    };
    *raw = after.unwrap_or_default();
    Ok(read)
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
