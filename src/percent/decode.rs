//! Percent-decoding, a byte at a time.

/// Bytes as they were before they were percent-encoded.
///
/// What is not an escape stays as it is: a `%` without two hexadecimal digits after it, a `+`, a byte
/// that should have been encoded.
#[derive(Clone, Debug)]
pub(crate) struct Decode<I> {
    bytes: I,
    /// Bytes that were looked at, and turned out not to belong to an escape.
    read: [Option<u8>; 2],
}

impl<I: Iterator<Item = u8>> Decode<I> {
    /// Decodes once.
    pub(crate) const fn once(bytes: I) -> Self {
        Self { bytes, read: [None; 2] }
    }

    fn next_raw(&mut self) -> Option<u8> {
        let [first, second] = self.read;
        if first.is_some() {
            self.read = [second, None];
            return first;
        }
        self.bytes.next()
    }
}

impl<I: Iterator<Item = u8>> Iterator for Decode<I> {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        let byte = self.next_raw()?;
        if byte != b'%' {
            return Some(byte);
        }
        let first = self.next_raw();
        let high = first.and_then(digit);
        // What is not a digit ends the escape.
        let second = if high.is_some() { self.next_raw() } else { None };
        let low = second.and_then(digit);
        if let (Some(high), Some(low)) = (high, low) {
            return Some(high << 4 | low);
        }
        // The first of the two was the last byte that waited, so both places are free.
        self.read = [first, second];
        Some(byte)
    }
}

fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte.wrapping_sub(b'0')),
        b'a'..=b'f' => Some(byte.wrapping_sub(b'a').wrapping_add(10)),
        b'A'..=b'F' => Some(byte.wrapping_sub(b'A').wrapping_add(10)),
        _ => None,
    }
}

/// Characters of UTF-8; what is not UTF-8 becomes U+FFFD.
#[derive(Clone, Debug)]
pub(crate) struct Characters<I> {
    bytes: I,
    /// A byte that ended a broken character.
    read: Option<u8>,
}

impl<I: Iterator<Item = u8>> Characters<I> {
    pub(crate) const fn new(bytes: I) -> Self {
        Self { bytes, read: None }
    }
}

impl<I: Iterator<Item = u8>> Iterator for Characters<I> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        let lead = self.read.take().or_else(|| self.bytes.next())?;
        let len = match lead {
            ..0x80 => return Some(char::from(lead)),
            0xc2..=0xdf => 2,
            0xe0..=0xef => 3,
            0xf0..=0xf4 => 4,
            _ => return Some(char::REPLACEMENT_CHARACTER),
        };
        let mut character = [lead, 0, 0, 0];
        for place in character.iter_mut().take(len).skip(1) {
            match self.bytes.next() {
                Some(byte @ 0x80..=0xbf) => *place = byte,
                other => {
                    self.read = other;
                    return Some(char::REPLACEMENT_CHARACTER);
                }
            }
        }
        let text = character.get(..len).and_then(|utf8| core::str::from_utf8(utf8).ok());
        Some(text.and_then(|text| text.chars().next()).unwrap_or(char::REPLACEMENT_CHARACTER))
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use std::string::String;
    use std::vec::Vec;

    use super::*;

    #[test]
    fn escapes_and_what_is_none() {
        for (encoded, decoded) in [
            (&b""[..], &b""[..]),
            (b"abc", b"abc"),
            (b"%41", b"A"),
            (b"%e4%B8%8a", "上".as_bytes()),
            (b"a%2", b"a%2"),
            (b"a%", b"a%"),
            (b"%%", b"%%"),
            (b"%%41", b"%A"),
            (b"%%%41", b"%%A"),
            (b"%4%41", b"%4A"),
            (b"%4%4%41", b"%4%4A"),
            (b"%G1%1G%20", b"%G1%1G "),
            (b"%2541", b"%41"),
            (b"a+b", b"a+b"),
            (b"%00%ff", b"\0\xff"),
            (b"\xff%20", b"\xff "),
        ] {
            let read: Vec<_> = Decode::once(encoded.iter().copied()).collect();
            assert_eq!(read, decoded, "{}", encoded.escape_ascii());
        }
    }

    #[test]
    fn twice() {
        for (encoded, decoded) in [
            ("Name%3D%25E4%25B8%258A%26A", "Name=上&A"),
            ("%252541", "%41"),
            ("%25%32%35", "%"),
            ("%25", "%"),
            ("%25%34%31", "A"),
            ("%%2541", "%A"),
        ] {
            let read: Vec<_> = Decode::once(Decode::once(encoded.bytes())).collect();
            assert_eq!(read, decoded.as_bytes(), "{encoded}");
        }
    }

    #[test]
    fn characters_of_well_formed_text() {
        let all: String = ('\0'..=char::MAX).step_by(7).collect();
        assert!(Characters::new(all.bytes()).eq(all.chars()));
    }

    #[test]
    fn characters_of_broken_text() {
        for (bytes, text) in [
            (&b"\xffa"[..], "\u{fffd}a"),
            (b"\x80", "\u{fffd}"),
            (b"\xe4\xb8a", "\u{fffd}a"),
            (b"\xe4\xe4\xb8\x8a", "\u{fffd}上"),
            (b"\xe4\xb8", "\u{fffd}"),
            // A surrogate, and an encoding that is longer than needed.
            (b"\xed\xa0\x80b", "\u{fffd}b"),
            (b"\xc0\x80", "\u{fffd}\u{fffd}"),
            (b"\xf4\x90\x80\x80", "\u{fffd}"),
        ] {
            let read: String = Characters::new(bytes.iter().copied()).collect();
            assert_eq!(read, text, "{}", bytes.escape_ascii());
        }
    }
}
