//! The percent-encoding writer.

use crate::field::ascii::AsciiSet;
use crate::sink::Sink;

/// How often what is written gets percent-encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layers {
    /// As in a query.
    One,
    /// As in a string to sign, which is a query that was encoded once more.
    #[cfg(feature = "sign")]
    Two,
}

/// Writes the parts of a query to a sink.
///
/// Bytes are gathered in a block before they go to the sink. So the sink may be a `dyn` one, there
/// is one copy of this code whatever the sink, and a MAC gets whole blocks of its own size.
pub(crate) struct Writer<'s> {
    sink: &'s mut dyn Sink,
    layers: Layers,
    /// A block, less than all of it taken, and behind it room to write a little across its end
    /// before looking.
    buffer: [u8; BLOCK + SPILL],
    len: usize,
}

/// A block of SHA-1 and SHA-256.
const BLOCK: usize = 64;

/// Room to write across the end of a block.
const SPILL: usize = 16;

impl<'s> Writer<'s> {
    pub(crate) fn new(sink: &'s mut dyn Sink, layers: Layers) -> Self {
        Self { sink, layers, buffer: [0; BLOCK + SPILL], len: 0 }
    }

    /// Writes bytes that stay as they are.
    pub(crate) fn verbatim(&mut self, ascii: &[u8]) {
        let room = self.buffer.get_mut(self.len..).unwrap_or_default();
        if let Some(room) = room.get_mut(..ascii.len()) {
            room.copy_from_slice(ascii);
            self.advance(ascii.len());
        } else {
            self.verbatim_in_parts(ascii);
        }
    }

    #[inline(never)]
    fn verbatim_in_parts(&mut self, ascii: &[u8]) {
        for part in ascii.chunks(SPILL) {
            self.verbatim(part);
        }
    }

    /// Writes text that stays as it is, and may have other characters than ASCII: those do not get
    /// split between two blocks.
    #[cfg(feature = "sign")]
    pub(crate) fn verbatim_text(&mut self, text: &str) {
        self.flush();
        self.sink.put(text.as_bytes());
    }

    /// Writes text in which every byte but the unreserved ones is percent-encoded.
    pub(crate) fn text(&mut self, text: &str) {
        let text = text.as_bytes();
        let run = text.iter().take_while(|byte| AsciiSet::UNRESERVED.contains(**byte)).count();
        let Some((plain, rest)) = text.split_at_checked(run) else { return };
        self.verbatim(plain);
        self.encode(rest);
    }

    fn encode(&mut self, text: &[u8]) {
        let (mark, mark_len) = match self.layers {
            Layers::One => (u32::from(b'%'), 1),
            #[cfg(feature = "sign")]
            Layers::Two => (u32::from_le_bytes(*b"%25\0"), 3),
        };
        let mut rest = text.iter();
        while !rest.as_slice().is_empty() {
            let mut len = self.len;
            while len < BLOCK
                && let Some(byte) = rest.next()
            {
                if AsciiSet::UNRESERVED.contains(*byte) {
                    self.store(len, u32::from(*byte));
                    len = len.wrapping_add(1);
                } else {
                    self.store(len, mark);
                    len = len.wrapping_add(mark_len);
                    self.store(len, digits(*byte));
                    len = len.wrapping_add(2);
                }
            }
            self.len = len;
            self.advance(0);
        }
    }

    /// Writes `=` or `&`, a separator of the query: encoded once less than its text.
    pub(crate) fn separator(&mut self, separator: u8) {
        match self.layers {
            Layers::One => self.short(separator.into(), 1),
            #[cfg(feature = "sign")]
            Layers::Two => self.short(digits(separator) << 8 | u32::from(b'%'), 3),
        }
    }

    /// Writes a number in decimal digits.
    pub(crate) fn octet(&mut self, number: u8) {
        let [hundreds, tens, ones] = [number / 100, number / 10 % 10, number % 10];
        let digits = u32::from_le_bytes([hundreds, tens, ones, 0]) | 0x0030_3030;
        let (shift, count) = match number {
            0..=9 => (16, 1),
            10..=99 => (8, 2),
            100..=255 => (0, 3),
        };
        self.short(digits >> shift, count);
    }

    /// Writes the lowest bytes of a word, the lowest first.
    pub(crate) fn short(&mut self, word: u32, count: usize) {
        self.store(self.len, word);
        self.advance(count);
    }

    fn store(&mut self, at: usize, word: u32) {
        if let Some(room) = self.buffer.get_mut(at..).and_then(<[u8]>::first_chunk_mut) {
            *room = word.to_le_bytes();
        }
    }

    /// Counts what was written, and hands on a block when it is full.
    fn advance(&mut self, count: usize) {
        self.len = self.len.saturating_add(count);
        if self.len >= BLOCK {
            self.hand_on();
        }
    }

    #[inline(never)]
    fn hand_on(&mut self) {
        if let Some((block, spill)) = self.buffer.split_first_chunk_mut::<BLOCK>() {
            self.sink.put(block);
            block.iter_mut().zip(spill).for_each(|(to, from)| *to = *from);
            self.len = self.len.saturating_sub(BLOCK);
        }
    }

    fn flush(&mut self) {
        self.sink.put(self.buffer.get(..self.len).unwrap_or_default());
        self.len = 0;
    }

    /// Hands the rest to the sink.
    pub(crate) fn finish(mut self) {
        self.flush();
    }
}

/// The two hexadecimal digits of a byte, the first one lowest.
const fn digits(byte: u8) -> u32 {
    // Both at once: what is more than 9 is a letter, and 7 further on.
    let nibbles = (byte >> 4) as u32 | ((byte & 0x0f) as u32) << 8;
    let letters = nibbles.wrapping_add(0x0606) >> 4 & 0x0101;
    nibbles.wrapping_add(0x3030).wrapping_add(letters.wrapping_mul(7))
}
