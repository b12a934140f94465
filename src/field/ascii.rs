//! Texts of ASCII characters, checked where a constant is made as well as at run time.

use crate::invalid_parameter::{InvalidParameter, Reason};
use crate::rule::Rule;

/// A set of ASCII characters, one bit for each.
#[derive(Clone, Copy)]
pub(crate) struct AsciiSet(u128);

impl AsciiSet {
    /// All 128.
    pub(crate) const ALL: Self = Self(u128::MAX);

    /// The characters of a text, and those of a range.
    const fn range(first: u8, last: u8) -> Self {
        let upto = u128::MAX >> 127_u32.saturating_sub(last as u32);
        Self((upto >> first) << first)
    }

    /// `A-Z a-z 0-9`
    pub(crate) const ALPHANUMERIC: Self =
        Self::range(b'0', b'9').or(Self::range(b'A', b'Z')).or(Self::range(b'a', b'z'));

    /// `!` to `~`
    #[cfg(feature = "sign")]
    pub(crate) const GRAPHIC: Self = Self::range(b'!', b'~');

    const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn with(self, character: u8) -> Self {
        self.or(Self::range(character, character))
    }

    #[cfg(feature = "sign")]
    pub(crate) const fn without(self, character: u8) -> Self {
        Self(self.0 & !Self::range(character, character).0)
    }

    pub(crate) const fn contains(self, byte: u8) -> bool {
        byte.is_ascii() && (self.0 >> (byte & 0x7f)) & 1 == 1
    }
}

/// Checks a text against the bounds of a rule and a set of characters.
pub(crate) const fn check(
    rule: &'static Rule,
    set: AsciiSet,
    text: &str,
) -> Result<(), InvalidParameter> {
    if text.is_empty() {
        return Err(InvalidParameter::new(rule, Reason::Empty));
    }
    let mut bytes = text.as_bytes();
    while let Some((byte, rest)) = bytes.split_first() {
        if !set.contains(*byte) {
            return Err(unexpected(rule, text, bytes));
        }
        bytes = rest;
    }
    // Every character is one byte long here.
    let characters = text.len();
    if characters < rule.min {
        return Err(InvalidParameter::new(rule, Reason::TooShort { characters }));
    }
    if characters > rule.max {
        return Err(InvalidParameter::new(rule, Reason::TooLong { characters }));
    }
    Ok(())
}

/// The refusal of the character that `rest`, the end of `text`, starts with.
pub(crate) const fn unexpected(rule: &'static Rule, text: &str, rest: &[u8]) -> InvalidParameter {
    let index = text.len().saturating_sub(rest.len());
    InvalidParameter::new(rule, Reason::UnexpectedCharacter { character: first(rest), index })
}

/// The first character of UTF-8 that is known to be well formed: `str::chars` is not `const`.
pub(crate) const fn first(utf8: &[u8]) -> char {
    let scalar = match *utf8 {
        [a, ..] if a < 0x80 => a as u32,
        [a, b, ..] if a < 0xe0 => bits(a, 0x1f) << 6 | bits(b, 0x3f),
        [a, b, c, ..] if a < 0xf0 => bits(a, 0x0f) << 12 | bits(b, 0x3f) << 6 | bits(c, 0x3f),
        [a, b, c, d, ..] => {
            bits(a, 0x07) << 18 | bits(b, 0x3f) << 12 | bits(c, 0x3f) << 6 | bits(d, 0x3f)
        }
        _ => 0xfffd,
    };
    match char::from_u32(scalar) {
        Some(character) => character,
        None => char::REPLACEMENT_CHARACTER,
    }
}

const fn bits(byte: u8, mask: u8) -> u32 {
    (byte & mask) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_hold_what_their_names_say() {
        for byte in 0..=255_u8 {
            assert_eq!(AsciiSet::ALL.contains(byte), byte.is_ascii(), "{byte}");
            assert_eq!(
                AsciiSet::ALPHANUMERIC.contains(byte),
                byte.is_ascii_alphanumeric(),
                "{byte}"
            );
            assert_eq!(
                AsciiSet::ALPHANUMERIC.with(b'_').contains(byte),
                byte.is_ascii_alphanumeric() || byte == b'_',
                "{byte}"
            );
            #[cfg(feature = "sign")]
            assert_eq!(
                AsciiSet::GRAPHIC.without(b',').contains(byte),
                byte.is_ascii_graphic() && byte != b',',
                "{byte}"
            );
        }
    }

    #[test]
    fn first_reads_every_character() {
        let mut utf8 = [0; 4];
        for character in '\0'..=char::MAX {
            assert_eq!(first(character.encode_utf8(&mut utf8).as_bytes()), character);
        }
    }
}
