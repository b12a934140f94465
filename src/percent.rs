//! Percent-encoding (RFC 3986, 2.1), once, twice, and back.

#[cfg(all(feature = "sign", any(feature = "json", feature = "xml")))]
pub(crate) mod decode;

use crate::byte_set::ByteSet;
use crate::writer::Writer;

/// How often the names and values of a query are percent-encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Percent {
    /// As in a query.
    Once,
    /// As in a string to sign, which is a query that was encoded once more.
    #[cfg(feature = "sign")]
    Twice,
}

/// The most bytes that a byte is encoded as: `%25` and two digits.
const LONGEST: usize = 5;

/// Scratch space for six bytes, encoded.
const SCRATCH: usize = 30;

const _: () = assert!(LONGEST <= SCRATCH, "a byte fits, encoded");

impl Percent {
    /// Writes text in which every byte except the unreserved ones is encoded.
    pub(crate) fn text(self, text: &str, to: &mut Writer<'_>) {
        let text = text.as_bytes();
        // Most texts that need encoding do so from their first byte on.
        if text.first().is_none_or(|first| ByteSet::UNRESERVED.contains(*first))
            && ByteSet::UNRESERVED.contains_all(text)
        {
            to.put(text);
        } else {
            self.bytes(text, to);
        }
    }

    fn bytes(self, mut text: &[u8], to: &mut Writer<'_>) {
        loop {
            let count = self.encode_what_fits(to.spare(), &mut text);
            to.advance(count);
            if text.is_empty() {
                return;
            }
            // Encode bytes that straddle the buffer's end into scratch space.
            let mut scratch = [0; SCRATCH];
            let count = self.encode_what_fits(&mut scratch, &mut text);
            to.put_slow(scratch.get(..count).unwrap_or_default());
        }
    }

    /// Encodes as much of a text as fits, and returns how many bytes that takes.
    fn encode_what_fits(self, spare: &mut [u8], text: &mut &[u8]) -> usize {
        let len = spare.len();
        let mut spare = Spare(spare);
        while let [byte, rest @ ..] = *text
            && self.encode(*byte, &mut spare)
        {
            *text = rest;
        }
        len.wrapping_sub(spare.0.len())
    }

    /// Tells whether a byte, encoded, fits.
    fn encode(self, byte: u8, spare: &mut Spare<'_>) -> bool {
        if ByteSet::UNRESERVED.contains(byte) {
            return spare.take([byte]);
        }
        match self {
            Self::Once => spare.take(encoded(byte)),
            #[cfg(feature = "sign")]
            Self::Twice => spare.take(encoded_twice(byte)),
        }
    }

    /// Writes a name of which nothing needs encoding, between `&` and `=`; without the `&` if it is the
    /// first.
    pub(crate) fn framed(self, framed: &[u8], is_first: bool, to: &mut Writer<'_>) {
        match self {
            Self::Once => to.put(framed.get(usize::from(is_first)..).unwrap_or_default()),
            #[cfg(feature = "sign")]
            Self::Twice => {
                let [_, name @ .., _] = framed else { return };
                if !is_first {
                    to.put(b"%26");
                }
                to.put(name);
                to.put(b"%3D");
            }
        }
    }

    /// Writes a byte of text that is not unreserved.
    #[cfg(feature = "sign")]
    pub(crate) fn reserved(self, byte: u8, to: &mut Writer<'_>) {
        match self {
            Self::Once => to.put_short(encoded(byte)),
            Self::Twice => to.put_short(encoded_twice(byte)),
        }
    }

    /// Writes `=` or `&`, a separator of the query: encoded once less than its text.
    pub(crate) fn separator(self, separator: u8, to: &mut Writer<'_>) {
        match self {
            Self::Once => to.put_short([separator]),
            #[cfg(feature = "sign")]
            Self::Twice => to.put_short(encoded(separator)),
        }
    }
}

/// Spare capacity.
struct Spare<'s>(&'s mut [u8]);

impl Spare<'_> {
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
