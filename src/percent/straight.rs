//! Encodes straight into the spare capacity of a writer.

#[cfg(feature = "sign")]
use super::encoded_twice;
use super::{Percent, encoded};
use crate::byte_set::ByteSet;
use crate::writer::Writer;

/// The most bytes that a byte is encoded as: `%25` and two digits.
const LONGEST: usize = 5;

/// Scratch space for six bytes, encoded.
const SCRATCH: usize = 30;

const _: () = assert!(LONGEST <= SCRATCH, "a byte fits, encoded");

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
        match percent {
            Percent::Once => self.take(encoded(byte)),
            #[cfg(feature = "sign")]
            Percent::Twice => self.take(encoded_twice(byte)),
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
