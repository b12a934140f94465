//! Percent-encoding (RFC 3986, 2.1).

use crate::byte_set::ByteSet;
use crate::writer::Writer;

/// How often the parts of a query get percent-encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layers {
    /// As in a query.
    One,
    /// As in a string to sign, which is a query that was encoded once more.
    #[cfg(feature = "sign")]
    Two,
}

/// The most that a byte is encoded as: `%25` and two digits.
const LONGEST: usize = 5;

/// Room for six bytes, encoded.
const APART: usize = 30;

const _: () = assert!(LONGEST <= APART, "there is room for one");

impl Layers {
    /// Writes text in which every byte but the unreserved ones is encoded.
    pub(crate) fn text(self, text: &str, to: &mut Writer<'_>) {
        let text = text.as_bytes();
        if ByteSet::UNRESERVED.contains_all(text) {
            to.put(text);
        } else {
            self.bytes(text, to);
        }
    }

    fn bytes(self, mut text: &[u8], to: &mut Writer<'_>) {
        loop {
            let count = self.fill(to.left(), &mut text);
            to.advance(count);
            if text.is_empty() {
                return;
            }
            // What stands across the end of the room is written apart, and some of what follows it.
            let mut apart = [0; APART];
            let count = self.fill(&mut apart, &mut text);
            to.put_across_the_end(apart.get(..count).unwrap_or_default());
        }
    }

    /// Encodes as much of a text as fits, and returns how many bytes that takes.
    fn fill(self, room: &mut [u8], text: &mut &[u8]) -> usize {
        let len = room.len();
        let mut room = Room(room);
        while let [byte, rest @ ..] = *text
            && self.encode(*byte, &mut room)
        {
            *text = rest;
        }
        len.wrapping_sub(room.0.len())
    }

    /// Tells whether a byte, encoded, fits.
    fn encode(self, byte: u8, room: &mut Room<'_>) -> bool {
        if ByteSet::UNRESERVED.contains(byte) {
            return room.take([byte]);
        }
        match self {
            Self::One => room.take(encoded(byte)),
            #[cfg(feature = "sign")]
            Self::Two => room.take(encoded_twice(byte)),
        }
    }

    /// Writes a byte of text that is not unreserved.
    #[cfg(feature = "sign")]
    pub(crate) fn reserved(self, byte: u8, to: &mut Writer<'_>) {
        match self {
            Self::One => to.put_short(encoded(byte)),
            Self::Two => to.put_short(encoded_twice(byte)),
        }
    }

    /// Writes `=` or `&`, a separator of the query: encoded once less than its text.
    pub(crate) fn separator(self, separator: u8, to: &mut Writer<'_>) {
        match self {
            Self::One => to.put_short([separator]),
            #[cfg(feature = "sign")]
            Self::Two => to.put_short(encoded(separator)),
        }
    }
}

/// The room that is left.
struct Room<'r>(&'r mut [u8]);

impl Room<'_> {
    /// Takes what fits, and tells whether it did.
    fn take<const N: usize>(&mut self, ascii: [u8; N]) -> bool {
        let fits = self.0.len() >= N;
        if fits && let Some((to, rest)) = core::mem::take(&mut self.0).split_first_chunk_mut::<N>()
        {
            // An array in one piece would be put together in a register first.
            for (to, from) in to.iter_mut().zip(ascii) {
                *to = from;
            }
            self.0 = rest;
        }
        fits
    }
}

#[cfg(feature = "sign")]
const fn encoded_twice(byte: u8) -> [u8; LONGEST] {
    let [percent, first, second] = encoded(byte);
    [percent, b'2', b'5', first, second]
}

/// A byte as `%` and two hexadecimal digits.
#[expect(clippy::indexing_slicing, reason = "there is a digit for every half of a byte")]
const fn encoded(byte: u8) -> [u8; 3] {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    [b'%', DIGITS[(byte >> 4) as usize], DIGITS[(byte & 0x0f) as usize]]
}
