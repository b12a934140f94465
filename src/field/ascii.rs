//! Texts of ASCII characters, checked where a constant is made as well as at run time.

use crate::byte_set::ByteSet;
use crate::field::checked::Checked;
use crate::invalid_parameter::{InvalidParameter, Reason};
use crate::rule::Rule;

/// Checks a text against the bounds of a rule and a set of characters.
pub(crate) const fn check<'a>(
    rule: &'static Rule,
    set: ByteSet,
    text: &'a str,
) -> Result<Checked<'a>, InvalidParameter> {
    let bytes = text.as_bytes();
    // Whatever is refused is looked for only where something is.
    if !set.contains_all(bytes) {
        return Err(outside(rule, set, text));
    }
    // Every character is one byte long here.
    match check_length(rule, text.len()) {
        Ok(()) => Ok(Checked::new(text, ByteSet::UNRESERVED.contains_all(bytes))),
        Err(refusal) => Err(refusal),
    }
}

/// The refusal of the first character that is not in a set.
const fn outside(rule: &'static Rule, set: ByteSet, text: &str) -> InvalidParameter {
    let mut bytes = text.as_bytes();
    while let Some((byte, rest)) = bytes.split_first() {
        if !set.contains(*byte) {
            break;
        }
        bytes = rest;
    }
    unexpected(rule, text, bytes)
}

/// A text that was checked before.
pub(crate) const fn checked(text: &str) -> Checked<'_> {
    Checked::new(text, ByteSet::UNRESERVED.contains_all(text.as_bytes()))
}

/// Checks a number of characters against the bounds of a rule.
pub(crate) const fn check_length(
    rule: &'static Rule,
    characters: usize,
) -> Result<(), InvalidParameter> {
    let reason = if characters == 0 {
        Reason::Empty
    } else if characters < rule.min {
        Reason::TooShort { characters }
    } else if characters > rule.max {
        Reason::TooLong { characters }
    } else {
        return Ok(());
    };
    Err(InvalidParameter::new(rule, reason))
}

/// The refusal of the character that `rest`, the end of `text`, starts with; of the text as too short
/// where nothing is left.
pub(crate) const fn unexpected(rule: &'static Rule, text: &str, rest: &[u8]) -> InvalidParameter {
    let index = text.len().saturating_sub(rest.len());
    let reason = match first(rest) {
        Some(character) => Reason::UnexpectedCharacter { character, index },
        None => Reason::Incomplete,
    };
    InvalidParameter::new(rule, reason)
}

/// The first character of UTF-8 that is known to be well formed: `str::chars` is not `const`.
pub(crate) const fn first(utf8: &[u8]) -> Option<char> {
    let Some((lead, mut rest)) = utf8.split_first() else { return None };
    // The lead byte has a bit for each byte of the character, and the first bits of its number.
    let mut left = lead.leading_ones().saturating_sub(1);
    let mut scalar = if lead.is_ascii() { *lead as u32 } else { (*lead & 0x3f >> left) as u32 };
    while left > 0
        && let Some((byte, after)) = rest.split_first()
    {
        scalar = scalar << 6 | (*byte & 0x3f) as u32;
        rest = after;
        left = left.saturating_sub(1);
    }
    char::from_u32(scalar)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_reads_every_character() {
        let mut utf8 = [0; 4];
        for character in '\0'..=char::MAX {
            assert_eq!(first(character.encode_utf8(&mut utf8).as_bytes()), Some(character));
        }
        assert_eq!(first(b""), None);
    }
}
