//! Characters of UTF-8, in constants as well.

/// The first character of UTF-8 that is known to be well formed, and how many bytes it has: `str::chars`
/// is not `const`.
#[inline(never)]
pub(crate) const fn first(utf8: &[u8]) -> Option<(char, usize)> {
    let [lead, rest @ ..] = utf8 else { return None };
    // The lead byte has a bit for each byte of the character, then the first bits of its number.
    let mut scalar = *lead as u32 & 0x7f >> lead.leading_ones();
    let mut after = rest;
    while let [byte @ 0x80..=0xbf, rest @ ..] = after {
        scalar = scalar << 6 | (*byte & 0x3f) as u32;
        after = rest;
    }
    match char::from_u32(scalar) {
        Some(character) => Some((character, utf8.len().wrapping_sub(after.len()))),
        None => None,
    }
}

/// Counts the characters of a text: the bytes that continue none.
pub(crate) const fn count(text: &str) -> usize {
    if cfg!(target_pointer_width = "64") {
        count_in_parts(text.as_bytes())
    } else {
        count_each(text.as_bytes())
    }
}

/// Counts so that the compiler does many bytes at once: their sum is a byte, and cannot overflow.
const fn count_in_parts(mut bytes: &[u8]) -> usize {
    let mut characters: usize = 0;
    while !bytes.is_empty() {
        let (mut part, rest) = match bytes.split_at_checked(PART) {
            Some(parts) => parts,
            None => (bytes, &[] as &[u8]),
        };
        let mut sum: u8 = 0;
        while let [byte, after @ ..] = part {
            sum = sum.wrapping_add(starts(*byte));
            part = after;
        }
        characters = characters.wrapping_add(sum as usize);
        bytes = rest;
    }
    characters
}

/// As many whole vectors as a byte counts.
const PART: usize = 224;

const fn count_each(mut bytes: &[u8]) -> usize {
    let mut characters: usize = 0;
    while let [byte, rest @ ..] = bytes {
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
    fn first_reads_every_character() {
        let mut utf8 = [0; 5];
        for character in '\0'..=char::MAX {
            let len = character.encode_utf8(&mut utf8).len();
            utf8[len] = b'a';
            assert_eq!(first(&utf8[..len]), Some((character, len)));
            assert_eq!(first(&utf8[..=len]), Some((character, len)));
        }
        assert_eq!(first(b""), None);
    }

    #[test]
    fn texts_of_every_length() {
        for character in ["a", "é", "上", "🏢"] {
            for length in 0..=600 {
                let text = character.repeat(length);
                assert_eq!(count_in_parts(text.as_bytes()), length, "{character}");
                assert_eq!(count_each(text.as_bytes()), length, "{character}");
            }
        }
    }
}
