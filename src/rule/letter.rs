//! What a letter is.

#[cfg(target_pointer_width = "64")]
mod common;
mod table;

#[cfg(not(target_pointer_width = "64"))]
pub(crate) use is_in_table as is_letter;
use table::{BLOCKS, RUNS};

/// The version of Unicode whose letters these are.
pub(crate) const UNICODE_VERSION: (u8, u8, u8) = table::UNICODE_VERSION;

/// Whether a character is a letter: one that Unicode 17.0.0 calls `Alphabetic`, by its file
/// `DerivedCoreProperties.txt`.
///
/// The table is the crate's own: what is a letter does not depend on the compiler, and takes two thirds
/// of what it takes in `core`. This answers for the letters that most texts have without the table, which
/// firmware has no room for.
#[cfg(target_pointer_width = "64")]
pub(crate) fn is_letter(character: char) -> bool {
    common::is_letter(character).unwrap_or_else(|| is_in_table(character))
}

/// The same by the table, out of line: it needs registers that a caller would have to save.
#[inline(never)]
pub(crate) const fn is_in_table(character: char) -> bool {
    let scalar = character as u32;
    // The last block that starts at or before the character; none does before `A`.
    let (mut start, mut bit) = (scalar, 0);
    let mut blocks: &[u32] = &BLOCKS;
    let end = loop {
        let [block, rest @ ..] = blocks else { return false };
        let (next, its_bit) = split(*block);
        if next > scalar {
            break its_bit;
        }
        (start, bit) = (next, its_bit);
        blocks = rest;
    };
    let mut from_start = scalar.wrapping_sub(start);
    let mut kind = LETTERS;
    while bit < end {
        let (run, bits) = read(bit, kind);
        if from_start < run {
            return kind == LETTERS;
        }
        from_start = from_start.wrapping_sub(run);
        bit = bit.wrapping_add(bits);
        kind ^= LETTERS ^ OTHERS;
    }
    false
}

/// The parameters of the Exp-Golomb codes that runs are written in, chosen for the fewest bits: of those
/// of letters, and of those of other characters between them.
const LETTERS: u32 = 3;
const OTHERS: u32 = 1;

/// The last bits of a block say where its runs start, the others which character it starts with.
const BIT: u32 = 14;

/// The first character of a block, and the bit where its runs start.
const fn split(block: u32) -> (u32, u32) {
    (block >> BIT, block & ((1 << BIT) - 1))
}

/// The run whose code starts at a bit, and how long the code is.
const fn read(bit: u32, kind: u32) -> (u32, u32) {
    let Some((_, from)) = RUNS.split_at_checked((bit >> 3) as usize) else { return (0, 1) };
    let Some(bytes) = from.first_chunk() else { return (0, 1) };
    let window = u32::from_be_bytes(*bytes) << (bit & 7);
    // So many zeros, then a number of as many bits and `kind` more behind its first.
    let bits = (window.leading_zeros() << 1).wrapping_add(kind).wrapping_add(1);
    let number = window.wrapping_shr(u32::BITS.wrapping_sub(bits));
    // The shortest run has one character, and the number `1 << kind`.
    (number.wrapping_sub(1 << kind).wrapping_add(1), bits)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::arithmetic_side_effects, reason = "a character has 21 bits")]

    extern crate std;

    use core::ops::Range;
    use std::format;
    use std::string::String;
    use std::vec::Vec;

    use super::*;

    /// The runs of letters that the compiler's `char::is_alphabetic` knows.
    fn runs() -> Vec<Range<u32>> {
        let mut runs: Vec<Range<u32>> = Vec::new();
        for letter in ('\0'..=char::MAX).filter(|c| c.is_alphabetic()).map(u32::from) {
            match runs.last_mut() {
                Some(run) if run.end == letter => run.end += 1,
                _ => runs.push(letter..letter + 1),
            }
        }
        runs
    }

    /// The bits of a number above 0.
    fn code(number: u32, kind: u32) -> impl Iterator<Item = bool> {
        let number = number - 1 + (1 << kind);
        let len = u32::BITS - number.leading_zeros();
        let zeros = len - kind - 1;
        (0..zeros + len).map(move |bit| number >> (zeros + len - 1 - bit) & 1 != 0)
    }

    /// A code is read out of four bytes, and may start at the last bit of the first.
    const LONGEST: usize = 25;
    /// The most runs of letters in a block: what bounds the time.
    const MOST: usize = 64;

    /// The table of runs of letters.
    fn table(runs: &[Range<u32>]) -> (Vec<u32>, Vec<u8>) {
        let mut blocks = Vec::new();
        let mut bits: Vec<bool> = Vec::new();
        let mut in_block = MOST;
        let mut last = 0;
        for run in runs {
            let mut run = run.clone();
            while !run.is_empty() {
                // What no code is short enough for starts a block.
                let gap = (run.start - last).max(1);
                if in_block == MOST || last == run.start || code(gap, OTHERS).count() > LONGEST {
                    blocks.push(run.start << BIT | u32::try_from(bits.len()).unwrap());
                    in_block = 0;
                } else {
                    bits.extend(code(gap, OTHERS));
                }
                let mut len = run.end - run.start;
                while code(len, LETTERS).count() > LONGEST {
                    len -= 1;
                }
                bits.extend(code(len, LETTERS));
                run.start += len;
                last = run.start;
                in_block += 1;
            }
        }
        blocks.push(((1 << (u32::BITS - BIT)) - 1) << BIT | u32::try_from(bits.len()).unwrap());
        let byte = |bits: &[bool]| {
            (0..8).fold(0, |byte, at| byte << 1 | u8::from(bits.get(at) == Some(&true)))
        };
        let mut bytes: Vec<u8> = bits.chunks(8).map(byte).collect();
        // Four bytes are read at once.
        bytes.extend([0; 3]);
        (blocks, bytes)
    }

    fn source(blocks: &[u32], bytes: &[u8]) -> String {
        let list = |texts: Vec<String>, in_line: usize| {
            let lines = texts.chunks(in_line).map(|line| format!("    {},\n", line.join(", ")));
            lines.collect::<String>()
        };
        let (major, minor, update) = char::UNICODE_VERSION;
        format!(
            "//! The letters, made by the test of `letter.rs`.\n\n\
             /// The version of Unicode whose letters these are.\n\
             pub(super) const UNICODE_VERSION: (u8, u8, u8) = ({major}, {minor}, {update});\n\n\
             /// Where the blocks start: their first character, and where their runs start.\n\
             pub(super) static BLOCKS: [u32; {}] = [\n{}];\n\n\
             /// How many characters are letters, then how many are none, in turns.\n\
             pub(super) static RUNS: [u8; {}] = [\n{}];\n",
            blocks.len(),
            list(
                blocks
                    .iter()
                    .map(|block| format!("0x{:04x}_{:04x}", block >> 16, block & 0xffff))
                    .collect(),
                1
            ),
            bytes.len(),
            list(bytes.iter().map(|byte| format!("0x{byte:02x}")).collect(), 16),
        )
    }

    /// Another version of Unicode has other letters: what it would change is told, and is no failure.
    #[test]
    fn letters_are_those_of_unicode() {
        let differ: Vec<char> =
            ('\0'..=char::MAX).filter(|c| is_in_table(*c) != c.is_alphabetic()).collect();
        if char::UNICODE_VERSION == UNICODE_VERSION {
            let (blocks, bytes) = table(&runs());
            let made = source(&blocks, &bytes);
            assert!(
                made == include_str!("letter/table.rs"),
                "write into src/rule/letter/table.rs:\n{made}"
            );
            assert_eq!(differ, []);
        } else {
            std::println!(
                "letters are those of Unicode {UNICODE_VERSION:?}; this compiler knows {:?}, whose letters differ in \
                 {} characters: {differ:?}",
                char::UNICODE_VERSION,
                differ.len(),
            );
        }
    }

    #[test]
    fn common_letters_are_those_of_the_table() {
        for character in '\0'..=char::MAX {
            assert_eq!(is_letter(character), is_in_table(character), "{character:?}");
        }
    }
}
