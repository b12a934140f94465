//! The escapes of JSON strings (RFC 8259, 7).

use super::EscapeFault;
use crate::byte_set::ByteSet;

/// Whether nothing in a text is escaped, or would have to be.
pub(super) const fn is_plain(raw: &str) -> bool {
    ByteSet::JSON_PLAIN.contains_all(raw.as_bytes())
}

/// How many bytes at the start of a text stand for themselves.
pub(super) fn plain_len(raw: &str) -> usize {
    raw.bytes().take_while(|byte| ByteSet::JSON_PLAIN.contains(*byte)).count()
}

/// What may follow a backslash, the most frequent first, and what it stands for then.
static SHORT: [u8; 8] = *b"n\"\\/trbf";
static MEANINGS: [u8; 8] = *b"\n\"\\/\t\r\x08\x0c";

/// Takes an escape off the start.
pub(super) fn escape(raw: &mut &str) -> Option<char> {
    let bytes = raw.as_bytes();
    let (scalar, len) = match unit(bytes) {
        // Half of a surrogate pair: the second half has to follow the first.
        Some(high @ 0xd800..=0xdbff) => {
            let low = unit(bytes.get(6..)?).filter(|low| matches!(low, 0xdc00..=0xdfff))?;
            let scalar = (high & 0x3ff) << 10 | low & 0x3ff;
            (scalar.wrapping_add(0x1_0000), 12)
        }
        Some(scalar) => (scalar, 6),
        None => {
            let [b'\\', name, ..] = bytes else { return None };
            let place = SHORT.iter().position(|short| short == name)?;
            (u32::from(*MEANINGS.get(place)?), 2)
        }
    };
    // The second half of a pair is no character.
    let character = char::from_u32(scalar)?;
    *raw = raw.get(len..)?;
    Some(character)
}

/// What is wrong at the start of a text.
pub(super) fn fault(raw: &str) -> EscapeFault {
    match raw.as_bytes() {
        raw if unit(raw).is_some() => EscapeFault::LoneSurrogate,
        [b'\\', ..] => EscapeFault::BrokenEscape,
        _ => EscapeFault::Forbidden,
    }
}

/// The 16 bits of an escape `\u12ab` at the start of a text.
fn unit(raw: &[u8]) -> Option<u32> {
    let [b'\\', b'u', digits @ ..] = raw else { return None };
    let digits: &[u8; 4] = digits.first_chunk()?;
    digits.iter().try_fold(0, |unit, digit| Some(unit << 4 | char::from(*digit).to_digit(16)?))
}
