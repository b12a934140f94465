//! How many characters a text has.

/// Counts the Unicode scalar values of a text: the bytes that continue none.
pub(crate) fn count(text: &str) -> usize {
    // A sum of bytes lets the compiler count many bytes at once, as long as it cannot overflow.
    let in_part = |part: &[u8]| part.iter().fold(0_u8, |sum, byte| sum.wrapping_add(starts(*byte)));
    text.as_bytes().chunks(255).fold(0, |sum: usize, part| sum.saturating_add(in_part(part).into()))
}

/// The same in a constant.
pub(crate) const fn const_count(text: &str) -> usize {
    let mut bytes = text.as_bytes();
    let mut characters: usize = 0;
    while let Some((byte, rest)) = bytes.split_first() {
        characters = characters.wrapping_add(starts(*byte) as usize);
        bytes = rest;
    }
    characters
}

/// 1 for a byte that a character starts with, 0 for one that continues it.
const fn starts(byte: u8) -> u8 {
    (byte & 0xc0 != 0x80) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_every_length() {
        for character in ["a", "é", "上", "🏢"] {
            for length in 0..=600 {
                let text = character.repeat(length);
                assert_eq!((count(&text), const_count(&text)), (length, length), "{character}");
            }
        }
    }
}
