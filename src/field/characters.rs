//! How many characters a text has.

/// Counts the Unicode scalar values of a text: the bytes that continue none.
pub(crate) const fn count(text: &str) -> usize {
    let mut bytes = text.as_bytes();
    let mut characters: usize = 0;
    while let Some((byte, rest)) = bytes.split_first() {
        characters = characters.wrapping_add((*byte & 0xc0 != 0x80) as usize);
        bytes = rest;
    }
    characters
}
