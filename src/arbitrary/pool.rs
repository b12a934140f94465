//! Texts that a fuzzer's bytes choose a part of: a type that borrows has no place for letters that
//! bytes were turned into.

use arbitrary::{Result, Unstructured};

use crate::byte_set::ByteSet;

/// How long a pool is: longer than the longest field.
const LEN: usize = 16_384;

/// A text of all characters of a set in an order without a pattern.
pub(super) struct Pool([u8; LEN]);

impl Pool {
    #[expect(
        clippy::arithmetic_side_effects,
        clippy::indexing_slicing,
        reason = "it is made by the compiler"
    )]
    pub(super) const fn new(set: ByteSet) -> Self {
        let mut bytes = [0; LEN];
        let mut state: u32 = 1;
        let mut len = 0;
        while len < LEN {
            // A linear congruential generator, whose upper bits are the better ones.
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let byte = (state >> 25) as u8;
            if set.contains(byte) {
                bytes[len] = byte;
                len += 1;
            }
        }
        Self(bytes)
    }

    /// A text again and again.
    #[expect(
        clippy::arithmetic_side_effects,
        clippy::indexing_slicing,
        reason = "it is made by the compiler"
    )]
    pub(super) const fn repeating(text: &str) -> Self {
        let text = text.as_bytes();
        let mut bytes = [b'-'; LEN];
        let mut len = 0;
        // A text that is cut would be no UTF-8.
        while len < LEN - LEN % text.len() {
            bytes[len] = text[len % text.len()];
            len += 1;
        }
        Self(bytes)
    }

    pub(super) const fn as_str(&self) -> &str {
        match core::str::from_utf8(&self.0) {
            Ok(text) => text,
            // Seven bits are ASCII, and a text stays whole.
            Err(_) => "",
        }
    }
}

/// `min` to `max` characters of a pool, from where the fuzzer's bytes say.
pub(super) fn part(
    u: &mut Unstructured<'_>,
    pool: &'static str,
    min: usize,
    max: usize,
) -> Result<&'static str> {
    let characters = u.int_in_range(min..=max)?;
    let mut start = u.int_in_range(0..=pool.len().saturating_sub(max.saturating_mul(4)))?;
    while !pool.is_char_boundary(start) {
        start = start.saturating_sub(1);
    }
    Ok(cut(pool.get(start..).unwrap_or_default(), characters))
}

/// The longest part of the fuzzer's own bytes in which every character is allowed.
pub(super) fn own<'a>(
    u: &mut Unstructured<'a>,
    max: usize,
    allows: impl Fn(char) -> bool,
) -> Result<&'a str> {
    let len = u.arbitrary_len::<u8>()?.min(max.saturating_mul(4));
    let chunks = u.bytes(len)?.utf8_chunks();
    let parts = chunks.flat_map(|chunk| chunk.valid().split(|character| !allows(character)));
    Ok(cut(parts.max_by_key(|part| part.len()).unwrap_or_default(), max))
}

fn cut(text: &str, characters: usize) -> &str {
    text.char_indices().nth(characters).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}
