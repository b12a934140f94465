//! Texts of ASCII characters, checked where a constant is made as well as at run time.

use crate::byte_set::ByteSet;
use crate::field::checked::Checked;
use crate::invalid_parameter::InvalidParameter;
use crate::invalid_parameter::reason::Reason;
use crate::rule::{Handling, Rule};

/// Checks a text against a rule that allows nothing beyond ASCII.
#[inline(never)]
pub(crate) const fn check<'a>(
    rule: &'static Rule,
    text: &'a str,
) -> Result<Checked<'a>, InvalidParameter> {
    let bytes = text.as_bytes();
    // What is to blame is looked for only if something is.
    if !rule.ascii.contains_all(bytes) {
        return Err(outside(rule, text));
    }
    // Every character is one byte long here.
    match check_length(rule, text.len()) {
        Ok(()) => Ok(checked(text)),
        Err(refusal) => Err(refusal),
    }
}

/// The refusal of the first character that the rule does not allow.
const fn outside(rule: &'static Rule, text: &str) -> InvalidParameter {
    let mut bytes = text.as_bytes();
    while let Some((byte, rest)) = bytes.split_first() {
        if !rule.ascii.contains(*byte) {
            break;
        }
        bytes = rest;
    }
    unexpected(rule, text, bytes)
}

/// A text that is known to keep its rule.
pub(crate) const fn checked(text: &str) -> Checked<'_> {
    Checked::new(text, ByteSet::UNRESERVED.contains_all(text.as_bytes()))
}

/// Checks a number of characters against the bounds of a rule.
pub(crate) const fn check_length(
    rule: &'static Rule,
    characters: usize,
) -> Result<(), InvalidParameter> {
    match length(rule, characters) {
        None => Ok(()),
        Some(reason) => Err(InvalidParameter::new(rule, reason)),
    }
}

/// What is wrong with a number of characters.
pub(crate) const fn length(rule: &Rule, characters: usize) -> Option<Reason> {
    if characters >= rule.min as usize && characters <= rule.max as usize {
        None
    } else if characters == 0 {
        Some(Reason::Empty)
    } else if characters < rule.min as usize {
        Some(Reason::TooShort { characters })
    } else {
        Some(Reason::TooLong { characters })
    }
}

/// The refusal of the character that `rest`, the end of `text`, starts with; of the text as too short
/// if nothing is left.
pub(crate) const fn unexpected(rule: &'static Rule, text: &str, rest: &[u8]) -> InvalidParameter {
    InvalidParameter::new(rule, unexpected_reason(rule, text, rest))
}

/// The reason of [`unexpected`].
pub(crate) const fn unexpected_reason(rule: &Rule, text: &str, rest: &[u8]) -> Reason {
    match rule.handling {
        Handling::Written => unexpected_written(text, rest),
        Handling::Copied => unexpected_copied(text, rest, false),
        Handling::Secret => unexpected_copied(text, rest, true),
    }
}

/// The reason where people choose the text.
#[inline(never)]
pub(crate) const fn unexpected_written(text: &str, rest: &[u8]) -> Reason {
    let index = text.len().saturating_sub(rest.len());
    match first(rest) {
        None => Reason::Incomplete,
        Some(character) => Reason::UnexpectedCharacter { character, index },
    }
}

/// The reason where people copy the text.
#[inline(never)]
const fn unexpected_copied(text: &str, rest: &[u8], is_secret: bool) -> Reason {
    match unexpected_written(text, rest) {
        Reason::UnexpectedCharacter { character, index } => match is_space(character) {
            true if index == 0 || is_white(rest) => Reason::WhiteSpaceAtEdge { character, index },
            false if is_secret => Reason::UnexpectedSecretCharacter { index },
            _ => Reason::UnexpectedCharacter { character, index },
        },
        reason => reason,
    }
}

/// Whether a text is white space throughout.
const fn is_white(mut utf8: &[u8]) -> bool {
    while let Some(character) = first(utf8) {
        if !is_space(character) {
            return false;
        }
        utf8 = match utf8.split_at_checked(character.len_utf8()) {
            Some((_, rest)) => rest,
            None => &[],
        };
    }
    true
}

/// White space, and the byte order mark that some editors put at the start of a file.
const fn is_space(character: char) -> bool {
    matches!(
        character,
        ' ' | '\t'..='\r' | '\u{85}' | '\u{a0}' | '\u{2028}' | '\u{3000}' | '\u{feff}'
    )
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
