//! Words in a text of any length.

use crate::escaped::{Chars, EscapedStr};
use crate::packed::Packed;

/// Whether a text contains one of these words, which are in lower case, ignoring case; in a code,
/// ignoring dots and underscores as well.
pub(super) fn contains(text: EscapedStr<'_>, is_code: bool, words: &Packed) -> bool {
    let mut chars = text.chars();
    while let Some(character) = chars.next() {
        if words.clone().any(|word| is_at(character, chars.clone(), is_code, word)) {
            return true;
        }
    }
    false
}

/// Whether a character and those behind it start with a word.
fn is_at(mut character: char, mut chars: Chars<'_>, is_code: bool, mut word: &[u8]) -> bool {
    while let [wanted, rest @ ..] = word {
        if !character.eq_ignore_ascii_case(&char::from(*wanted)) {
            return false;
        }
        word = rest;
        loop {
            character = chars.next().unwrap_or_default();
            if !is_code || !matches!(character, '.' | '_') {
                break;
            }
        }
    }
    true
}
