//! Texts of ASCII characters, checked where a constant is made as well as at run time.

use crate::field::checked::Checked;
use crate::invalid_parameter::{InvalidParameter, Reason};
use crate::rule::Rule;

/// A set of bytes: a bit of [`CLASSES`], or several.
#[derive(Clone, Copy)]
pub(crate) struct ByteSet(u8);

/// The sets that each byte belongs to.
#[expect(clippy::indexing_slicing, reason = "there is an entry for every byte")]
static CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0_u8;
    loop {
        classes[byte as usize] = classes_of(byte);
        if byte == u8::MAX {
            break classes;
        }
        byte += 1;
    }
};

const fn classes_of(byte: u8) -> u8 {
    let mut classes = 0;
    if !matches!(byte, ..b' ' | b'"' | b'\\') {
        classes |= ByteSet::JSON_PLAIN.0;
    }
    if !byte.is_ascii() {
        return classes;
    }
    if !byte.is_ascii_alphanumeric() && !matches!(byte, b'-' | b'.' | b'_' | b':') {
        classes |= ByteSet::ENDS_XML_NAME.0;
    }
    if byte.is_ascii_alphanumeric() {
        classes |= ByteSet::REGION_ID.0 | ByteSet::NAME.0 | ByteSet::HOST.0 | ByteSet::UNRESERVED.0;
    }
    match byte {
        b'-' => classes |= ByteSet::REGION_ID.0 | ByteSet::NAME.0 | ByteSet::HOST.0,
        b'_' => classes |= ByteSet::REGION_ID.0 | ByteSet::NAME.0,
        b'.' => classes |= ByteSet::NAME.0 | ByteSet::HOST.0,
        b':' => classes |= ByteSet::HOST.0,
        _ => {}
    }
    if matches!(byte, b'-' | b'.' | b'_' | b'~') {
        classes |= ByteSet::UNRESERVED.0;
    }
    if byte.is_ascii_graphic() {
        classes |= ByteSet::GRAPHIC.0;
        if byte != b',' {
            classes |= ByteSet::ACCESS_KEY_ID.0;
        }
    }
    classes
}

impl ByteSet {
    /// What a string of JSON holds as it is, every byte beyond ASCII included: all but `"`, `\` and
    /// control characters.
    pub(crate) const JSON_PLAIN: Self = Self(1);
    /// `A-Z a-z 0-9 _ -`
    pub(crate) const REGION_ID: Self = Self(1 << 1);
    /// `A-Z a-z 0-9 . _ -`
    pub(crate) const NAME: Self = Self(1 << 2);
    /// `A-Z a-z 0-9 . - :`
    pub(crate) const HOST: Self = Self(1 << 3);
    /// `!` to `~`
    pub(crate) const GRAPHIC: Self = Self(1 << 4);
    /// `!` to `~`, but for the comma.
    pub(crate) const ACCESS_KEY_ID: Self = Self(1 << 5);
    /// `A-Z a-z 0-9 - . _ ~`: `unreserved` of RFC 3986, 2.3.
    pub(crate) const UNRESERVED: Self = Self(1 << 6);
    /// What ends a name of XML 1.0: all but its `NameChar`.
    pub(crate) const ENDS_XML_NAME: Self = Self(1 << 7);
    /// All 128: whatever a name of XML does not hold, and what it does.
    pub(crate) const ALL: Self = Self(Self::ENDS_XML_NAME.0 | Self::NAME.0 | Self::HOST.0);

    #[expect(clippy::indexing_slicing, reason = "there is an entry for every byte")]
    pub(crate) const fn contains(self, byte: u8) -> bool {
        CLASSES[byte as usize] & self.0 != 0
    }

    /// Whether all bytes belong to the set, which is a single bit.
    #[expect(clippy::indexing_slicing, reason = "there is an entry for every byte")]
    pub(crate) const fn contains_all(self, mut bytes: &[u8]) -> bool {
        // Without an early exit, there is less to do for each byte.
        let mut shared = u8::MAX;
        while let Some((byte, rest)) = bytes.split_first() {
            shared &= CLASSES[*byte as usize];
            bytes = rest;
        }
        shared & self.0 != 0
    }
}

/// Checks a text against the bounds of a rule and a set of characters.
#[expect(clippy::indexing_slicing, reason = "there is an entry for every byte")]
pub(crate) const fn check<'a>(
    rule: &'static Rule,
    set: ByteSet,
    text: &'a str,
) -> Result<Checked<'a>, InvalidParameter> {
    let mut bytes = text.as_bytes();
    let mut shared = u8::MAX;
    while let Some((byte, rest)) = bytes.split_first() {
        let classes = CLASSES[*byte as usize];
        if classes & set.0 == 0 {
            return Err(unexpected(rule, text, bytes));
        }
        shared &= classes;
        bytes = rest;
    }
    // Every character is one byte long here.
    match check_length(rule, text.len()) {
        Ok(()) => Ok(Checked::new(text, shared & ByteSet::UNRESERVED.0 != 0)),
        Err(refusal) => Err(refusal),
    }
}

/// A text that was checked before.
#[cfg(any(feature = "serde", feature = "sign"))]
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
    fn sets_hold_what_their_docs_say() {
        for byte in 0..=255_u8 {
            let alphanumeric = byte.is_ascii_alphanumeric();
            for (set, holds) in [
                (ByteSet::ALL, byte.is_ascii()),
                (ByteSet::REGION_ID, alphanumeric || b"_-".contains(&byte)),
                (ByteSet::NAME, alphanumeric || b"._-".contains(&byte)),
                (ByteSet::HOST, alphanumeric || b".-:".contains(&byte)),
                (ByteSet::GRAPHIC, (b'!'..=b'~').contains(&byte)),
                (ByteSet::ACCESS_KEY_ID, (b'!'..=b'~').contains(&byte) && byte != b','),
                (ByteSet::JSON_PLAIN, byte >= b' ' && !b"\"\\".contains(&byte)),
                (
                    ByteSet::ENDS_XML_NAME,
                    byte.is_ascii() && !alphanumeric && !b"-._:".contains(&byte),
                ),
                (ByteSet::UNRESERVED, alphanumeric || b"-._~".contains(&byte)),
            ] {
                assert_eq!(set.contains(byte), holds, "set {}, byte {byte}", set.0);
            }
        }
    }

    #[test]
    fn first_reads_every_character() {
        let mut utf8 = [0; 4];
        for character in '\0'..=char::MAX {
            assert_eq!(first(character.encode_utf8(&mut utf8).as_bytes()), Some(character));
        }
        assert_eq!(first(b""), None);
    }
}
