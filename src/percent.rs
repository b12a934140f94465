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
/// is one copy of this code whatever the sink, and a MAC gets blocks of its own size.
pub(crate) struct Writer<'s> {
    sink: &'s mut dyn Sink,
    layers: Layers,
    block: [u8; BLOCK],
    len: usize,
}

/// The block size of SHA-1 and SHA-256.
const BLOCK: usize = 64;

impl<'s> Writer<'s> {
    pub(crate) fn new(sink: &'s mut dyn Sink, layers: Layers) -> Self {
        Self { sink, layers, block: [0; BLOCK], len: 0 }
    }

    /// Writes bytes that stay as they are.
    pub(crate) fn verbatim(&mut self, mut ascii: &[u8]) {
        while !ascii.is_empty() {
            let room = self.block.get_mut(self.len..).unwrap_or_default();
            let fits = room.len().min(ascii.len());
            let Some((head, tail)) = ascii.split_at_checked(fits) else {
                return;
            };
            let Some(room) = room.get_mut(..fits) else {
                return;
            };
            room.copy_from_slice(head);
            self.len = self.len.saturating_add(fits);
            ascii = tail;
            if self.len >= BLOCK {
                self.flush();
            }
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
        let mut rest = text.as_bytes();
        loop {
            let run = rest.iter().take_while(|byte| AsciiSet::UNRESERVED.contains(**byte)).count();
            let Some((plain, reserved)) = rest.split_at_checked(run) else {
                return;
            };
            self.verbatim(plain);
            let Some((byte, after)) = reserved.split_first() else {
                return;
            };
            self.escape(*byte);
            rest = after;
        }
    }

    fn escape(&mut self, byte: u8) {
        let [high, low] = [byte >> 4, byte & 0x0f].map(hex_digit);
        match self.layers {
            Layers::One => self.verbatim(&[b'%', high, low]),
            #[cfg(feature = "sign")]
            Layers::Two => self.verbatim(&[b'%', b'2', b'5', high, low]),
        }
    }

    /// Writes `=` or `&`, a separator of the query: encoded once less than its text.
    pub(crate) fn separator(&mut self, separator: u8) {
        match self.layers {
            Layers::One => self.verbatim(&[separator]),
            #[cfg(feature = "sign")]
            Layers::Two => {
                let [high, low] = [separator >> 4, separator & 0x0f].map(hex_digit);
                self.verbatim(&[b'%', high, low]);
            }
        }
    }

    fn flush(&mut self) {
        self.sink.put(self.block.get(..self.len).unwrap_or_default());
        self.len = 0;
    }

    /// Hands the rest to the sink.
    pub(crate) fn finish(mut self) {
        self.flush();
    }
}

const fn hex_digit(nibble: u8) -> u8 {
    match nibble {
        0..=9 => b'0' | nibble,
        _ => (b'A' - 10).wrapping_add(nibble),
    }
}
