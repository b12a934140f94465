//! Encodes straight into the spare capacity of a writer.

use super::{Percent, encoded};
use crate::byte_set::ByteSet;
use crate::writer::Writer;

/// The most bytes that a byte is encoded as: `%25` and two digits.
const LONGEST: usize = 5;

/// Scratch space for six bytes, encoded.
const SCRATCH: usize = 6 * LONGEST;

/// Writes text in which every byte except the unreserved ones is encoded.
pub(super) fn text(percent: Percent, mut text: &[u8], to: &mut Writer<'_>) {
    // Most texts that need encoding do so from their first byte on.
    if text.first().is_none_or(|first| ByteSet::UNRESERVED.contains(*first))
        && ByteSet::UNRESERVED.contains_all(text)
    {
        to.put(text);
        return;
    }
    loop {
        let count = encode_what_fits(percent, to.spare(), &mut text);
        to.advance(count);
        if text.is_empty() {
            return;
        }
        // Encode bytes that straddle the buffer's end into scratch space.
        let mut scratch = [0; SCRATCH];
        let count = encode_what_fits(percent, &mut scratch, &mut text);
        to.put_slow(scratch.get(..count).unwrap_or_default());
    }
}

/// Writes a name in its frame, which is encoded, in one piece; tells whether that fits.
#[cfg(feature = "sign")]
pub(super) fn framed_twice(framed: &[u8], to: &mut Writer<'_>) -> bool {
    let [_, name @ .., _] = framed else { return false };
    if let Some((before, rest)) = to.spare().split_first_chunk_mut()
        && let Some((place, rest)) = rest.split_at_mut_checked(name.len())
        && let Some(after) = rest.first_chunk_mut()
    {
        *before = *b"%26";
        place.copy_from_slice(name);
        *after = *b"%3D";
        to.advance(name.len().wrapping_add(6));
        return true;
    }
    false
}

/// Encodes as much of a text as fits, and returns how many bytes that takes.
fn encode_what_fits(percent: Percent, spare: &mut [u8], text: &mut &[u8]) -> usize {
    let len = spare.len();
    let mut spare = Spare(spare);
    while let [byte, rest @ ..] = *text
        && spare.take_encoded(percent, *byte)
    {
        *text = rest;
    }
    len.wrapping_sub(spare.0.len())
}

/// Spare capacity.
struct Spare<'s>(&'s mut [u8]);

impl Spare<'_> {
    /// Tells whether a byte, encoded, fits.
    fn take_encoded(&mut self, percent: Percent, byte: u8) -> bool {
        if ByteSet::UNRESERVED.contains(byte) {
            return self.take([byte]);
        }
        let [first, second] = digits(byte);
        match percent {
            Percent::Once => self.take([b'%', first, second]),
            #[cfg(feature = "sign")]
            Percent::Twice => self.take([b'%', b'2', b'5', first, second]),
        }
    }

    /// Takes what fits, and tells whether it did.
    fn take<const N: usize>(&mut self, ascii: [u8; N]) -> bool {
        let fits = self.0.len() >= N;
        if fits && let Some((to, rest)) = core::mem::take(&mut self.0).split_first_chunk_mut::<N>()
        {
            // Assigned as a whole, the array would be put together in a register first.
            for (to, from) in to.iter_mut().zip(ascii) {
                *to = from;
            }
            self.0 = rest;
        }
        fits
    }
}

/// The two hexadecimal digits of a byte.
#[expect(clippy::indexing_slicing, reason = "there is an entry for every byte")]
fn digits(byte: u8) -> [u8; 2] {
    static DIGITS: [[u8; 2]; 256] = {
        let mut digits = [[0; 2]; 256];
        let mut byte = 0_u8;
        loop {
            let [_, both @ ..] = encoded(byte);
            digits[byte as usize] = both;
            if byte == u8::MAX {
                break digits;
            }
            byte += 1;
        }
    };
    DIGITS[usize::from(byte)]
}
