//! What a string of JSON holds as it is.

use crate::byte_set::ByteSet;

/// How many bytes stand before the first that a string does not hold as it is.
pub(super) fn len(text: &[u8]) -> usize {
    // A small processor goes byte by byte, which takes less flash.
    #[cfg(target_pointer_width = "64")]
    let (whole, text) = words::skip(text);
    #[cfg(not(target_pointer_width = "64"))]
    let whole = 0_usize;
    let plain = text.iter().take_while(|byte| ByteSet::JSON_PLAIN.contains(**byte)).count();
    whole.wrapping_add(plain)
}

/// Eight bytes at a time.
#[cfg(target_pointer_width = "64")]
mod words {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const HIGH: u64 = u64::from_le_bytes([0x80; 8]);

    /// How many bytes are plain at least, and what follows them: up to seven bytes more, or one that is
    /// not plain.
    pub(super) fn skip(text: &[u8]) -> (usize, &[u8]) {
        let mut rest = text;
        while let Some((word, after)) = rest.split_first_chunk() {
            let special = special(u64::from_le_bytes(*word));
            if special != 0 {
                // The first of the bytes that are marked is the lowest one.
                let plain = usize::from(special.trailing_zeros().to_le_bytes()[0] >> 3);
                rest = rest.get(plain..).unwrap_or_default();
                break;
            }
            rest = after;
        }
        (text.len().wrapping_sub(rest.len()), rest)
    }

    /// Marks the high bit of bytes that are not plain. Bytes above the first of them may be marked
    /// wrongly, by what is borrowed.
    const fn special(word: u64) -> u64 {
        let quotes = word ^ ONES.wrapping_mul(b'"' as u64);
        let backslashes = word ^ ONES.wrapping_mul(b'\\' as u64);
        let no_controls = word.wrapping_sub(ONES.wrapping_mul(b' ' as u64)) & !word;
        (zeros(quotes) | zeros(backslashes) | no_controls) & HIGH
    }

    /// Marks the bytes that are zero.
    const fn zeros(word: u64) -> u64 {
        word.wrapping_sub(ONES) & !word
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_at_every_place() {
        let by_bytes = |text: &[u8]| {
            text.iter().take_while(|byte| ByteSet::JSON_PLAIN.contains(**byte)).count()
        };
        for byte in 0..=u8::MAX {
            for place in 0..20 {
                for behind in [b'a', 0, b'"', 0xff, b'!', b'#', b'\\'] {
                    let mut text = [b'a'; 20];
                    text[place..].fill(behind);
                    text[place] = byte;
                    for end in place..=text.len() {
                        assert_eq!(len(&text[..end]), by_bytes(&text[..end]), "{text:?}");
                    }
                }
            }
        }
    }
}
