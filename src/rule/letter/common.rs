//! The letters that most texts have, where there is room for a bit of each character.

use super::table::BLOCKS;
use super::{LETTERS, OTHERS, read, split};

/// The characters before this one have a bit each: most alphabets and kana.
const END: u32 = 0x3200;

#[expect(clippy::indexing_slicing, reason = "there is a bit for every character before the last")]
static IS_LETTER: [u64; END as usize / 64] = {
    let mut words = [0; END as usize / 64];
    let mut blocks: &[u32] = &BLOCKS;
    while let [block, rest @ ..] = blocks
        && let [next, ..] = rest
    {
        let (mut scalar, mut bit) = split(*block);
        let (_, end) = split(*next);
        let mut kind = LETTERS;
        while bit < end && scalar < END {
            let (mut run, bits) = read(bit, kind);
            while run > 0 && scalar < END {
                if kind == LETTERS {
                    words[scalar as usize / 64] |= 1 << (scalar % 64);
                }
                run -= 1;
                scalar += 1;
            }
            bit += bits;
            kind ^= LETTERS ^ OTHERS;
        }
        blocks = rest;
    }
    words
};

/// Whether a common character is a letter; `None` if it is none of the common ones.
pub(super) fn is_letter(character: char) -> Option<bool> {
    let scalar = u32::from(character);
    if let Some(word) = IS_LETTER.get(scalar as usize / 64) {
        return Some(word >> (scalar % 64) & 1 != 0);
    }
    // Chinese characters and their extensions A and B, and Korean ones.
    matches!(scalar, 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xac00..=0xd7a3 | 0x20000..=0x2a6df)
        .then_some(true)
}
