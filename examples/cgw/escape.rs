//! Text from elsewhere, made harmless for a terminal.

use core::fmt::{self, Write as _};

/// Whether a character steers a terminal, or changes the order of what is around it.
pub(crate) fn is_unsafe(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        )
}

/// Shows a text as it is or, if it has an unsafe character, quoted and escaped like a Rust string.
pub(crate) struct Shown<'a>(pub(crate) &'a str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.contains(is_unsafe) { write!(f, "{:?}", self.0) } else { f.write_str(self.0) }
    }
}

/// A text with each unsafe character escaped where it is, for a caret below.
pub(crate) fn in_place(text: &str) -> String {
    escape_all(text, is_unsafe)
}

/// Several lines with each unsafe character escaped, except the ends of the lines.
pub(crate) fn lines(text: &str) -> String {
    escape_all(text, |character| character != '\n' && is_unsafe(character))
}

fn escape_all(text: &str, is_escaped: impl Fn(char) -> bool) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if is_escaped(character) {
            shown.extend(character.escape_debug());
        } else {
            shown.push(character);
        }
    }
    shown
}

/// JSON with the unsafe characters escaped that `serde_json` leaves as they are.
pub(crate) fn json(line: &str) -> String {
    let mut shown = String::with_capacity(line.len());
    for character in line.chars() {
        if is_unsafe(character) {
            // Writing to a string does not fail.
            let _ = write!(shown, "\\u{:04x}", u32::from(character));
        } else {
            shown.push(character);
        }
    }
    shown
}
