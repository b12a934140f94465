//! What a string of JSON holds as it is.

use crate::byte_set::ByteSet;

/// How many bytes stand before the first that a string does not hold as it is.
pub(super) fn len(text: &[u8]) -> usize {
    // A small processor goes byte by byte, which takes less flash.
    #[cfg(target_pointer_width = "64")]
    return words::len(text);
    #[cfg(not(target_pointer_width = "64"))]
    return by_bytes(text);
}

#[cfg_attr(target_pointer_width = "64", allow(dead_code, reason = "what the other is held to"))]
fn by_bytes(text: &[u8]) -> usize {
    text.iter().take_while(|byte| ByteSet::JSON_PLAIN.contains(**byte)).count()
}

/// Eight bytes at a time.
#[cfg(target_pointer_width = "64")]
mod words {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const HIGH: u64 = u64::from_le_bytes([0x80; 8]);

    pub(super) fn len(text: &[u8]) -> usize {
        let mut rest = text;
        while let Some((word, after)) = rest.split_first_chunk() {
            let special = special(u64::from_le_bytes(*word));
            if special != 0 {
                // The first of the bytes that are marked is the lowest one.
                let plain = usize::from(special.trailing_zeros().to_le_bytes()[0] >> 3);
                return text.len().wrapping_sub(rest.len()).wrapping_add(plain);
            }
            rest = after;
        }
        text.len().wrapping_sub(rest.len()).wrapping_add(super::by_bytes(rest))
    }

    /// Marks the high bit of bytes that are not plain. Bytes above the first of them may be marked
    /// wrongly, by what is borrowed.
    const fn special(word: u64) -> u64 {
        let quotes = (word ^ ONES.wrapping_mul(b'"' as u64)).wrapping_sub(ONES);
        let backslashes = (word ^ ONES.wrapping_mul(b'\\' as u64)).wrapping_sub(ONES);
        let controls = word.wrapping_sub(ONES.wrapping_mul(b' ' as u64));
        // None of what is looked for has a high bit.
        (quotes | backslashes | controls) & !word & HIGH
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_at_every_place() {
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
