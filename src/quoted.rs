//! A character or a text as a sentence quotes it.
//!
//! `Debug` of `core` can panic, as far as the linker sees: it looks characters up in tables.

use core::fmt::{self, Write as _};

/// A character between quotation marks, escaped as in Rust where it would not be seen.
pub(crate) struct Quoted {
    bytes: [u8; 12],
    len: usize,
}

impl Quoted {
    #[inline(never)]
    pub(crate) const fn new(character: char) -> Self {
        let mut quoted = Self { bytes: [0; 12], len: 0 };
        quoted.push(b'\'');
        let escaped = match character {
            '\0' => b'0',
            '\t' => b't',
            '\n' => b'n',
            '\r' => b'r',
            '\'' => b'\'',
            '\\' => b'\\',
            _ => 0,
        };
        if escaped != 0 {
            quoted.push(b'\\');
            quoted.push(escaped);
        } else if is_invisible(character) {
            quoted.push_number(character as u32);
        } else {
            let mut utf8 = [0; 4];
            let mut rest: &[u8] = character.encode_utf8(&mut utf8).as_bytes();
            while let Some((byte, after)) = rest.split_first() {
                quoted.push(*byte);
                rest = after;
            }
        }
        quoted.push(b'\'');
        quoted
    }

    /// `\u{301}`
    const fn push_number(&mut self, number: u32) {
        self.push(b'\\');
        self.push(b'u');
        self.push(b'{');
        // A scalar value has up to six digits.
        let mut shift: u32 = 24;
        while shift > 0 {
            shift = shift.saturating_sub(4);
            if number >> shift != 0 || shift == 0 {
                let digit = (number >> shift & 0xf) as u8;
                let letter = digit.saturating_sub(10).saturating_add(b'a');
                self.push(if digit < 10 { b'0' | digit } else { letter });
            }
        }
        self.push(b'}');
    }

    #[inline(never)]
    const fn push(&mut self, byte: u8) {
        if let Some((_, rest)) = self.bytes.split_at_mut_checked(self.len)
            && let Some(place) = rest.first_mut()
        {
            *place = byte;
            self.len = self.len.saturating_add(1);
        }
    }

    pub(crate) const fn as_str(&self) -> &str {
        match self.bytes.split_at_checked(self.len) {
            Some((bytes, _)) => match core::str::from_utf8(bytes) {
                Ok(text) => text,
                // Whole characters were put in.
                Err(_) => "",
            },
            None => "",
        }
    }

    /// What stands between the quotation marks.
    pub(crate) fn inside(&self) -> &str {
        let quoted = self.as_str();
        quoted.get(1..quoted.len().saturating_sub(1)).unwrap_or_default()
    }
}

/// A text between quotation marks, escaped as in Rust where it would not be seen.
pub(crate) struct QuotedText<'a>(pub(crate) &'a str);

impl fmt::Display for QuotedText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        for character in self.0.chars() {
            match character {
                '"' => f.write_str("\\\"")?,
                '\'' => f.write_char('\'')?,
                _ => f.write_str(Quoted::new(character).inside())?,
            }
        }
        f.write_char('"')
    }
}

/// Whether a character is a control character, white space other than the space, or changes or joins
/// what stands next to it: what a reader would not see, or a terminal would obey.
const fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\0'..='\x1f' | '\x7f'..='\u{a0}' | '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{600}'..='\u{605}'
        | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{1680}' | '\u{180b}'..='\u{180f}'
        | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{205f}'..='\u{206f}'
        | '\u{20d0}'..='\u{20ff}' | '\u{3000}' | '\u{3164}' | '\u{e000}'..='\u{f8ff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{e0000}'..='\u{10ffff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    extern crate std;
    use std::format;

    #[test]
    fn ascii_is_quoted_as_in_rust() {
        for byte in 0..=0x7f_u8 {
            let character = char::from(byte);
            assert_eq!(Quoted::new(character).as_str(), format!("{character:?}"));
        }
    }

    #[test]
    fn texts_of_ascii_are_quoted_as_in_rust() {
        let all: std::string::String = (0..=0x7f_u8).map(char::from).collect();
        for text in ["", "a", "x-acs-date", "上海\n", &all] {
            assert_eq!(format!("{}", QuotedText(text)), format!("{text:?}"));
        }
    }

    /// What Rust escapes, as far as it can change how a line is shown.
    #[test]
    fn what_is_not_seen_is_escaped() {
        for character in '\u{80}'..=char::MAX {
            let quoted = Quoted::new(character);
            let escaped = format!("'\\u{{{:x}}}'", u32::from(character));
            assert!(
                quoted.as_str() == escaped || quoted.as_str() == format!("'{character}'"),
                "{quoted}",
                quoted = quoted.as_str(),
            );
            if character.is_control() || character.is_whitespace() {
                assert_eq!(quoted.as_str(), escaped);
            }
        }
    }
}
