//! Writes text into a slice, or in blocks to a sink.

use crate::buffer_too_small::BufferTooSmall;

/// Takes the blocks of a [`Writer`], and remembers for itself what went wrong.
pub(crate) trait Sink {
    fn put(&mut self, block: &[u8]);

    /// Whether a text is put as a whole, which would not be one in pieces. Blocks may then be shorter
    /// than others.
    fn is_for_text(&self) -> bool {
        true
    }
}

/// Writes text into a slice, or in blocks to a sink.
///
/// Blocks make a `dyn` sink affordable. So there is one copy of the code that writes, whatever the
/// sink, and a MAC gets whole blocks of its own.
pub struct Writer<'w> {
    /// The slice, or the block.
    buf: &'w mut [u8],
    /// How much of it is used. It counts on when a slice is full.
    len: usize,
    sink: Option<&'w mut dyn Sink>,
}

/// Two blocks of SHA-1 or SHA-256, which a hash takes at once, or one where memory is short.
const BLOCK: usize = if cfg!(target_pointer_width = "64") { 128 } else { 64 };

/// Room for a block.
pub(crate) struct Block([u8; BLOCK]);

impl Default for Block {
    fn default() -> Self {
        Self([0; BLOCK])
    }
}

impl Block {
    /// Hands what is written to a sink, in whole blocks, and returns the rest.
    pub(crate) fn write(&mut self, sink: &mut dyn Sink, write: impl Fn(&mut Writer<'_>)) -> &[u8] {
        let mut writer = Writer { buf: &mut self.0, len: 0, sink: Some(sink) };
        write(&mut writer);
        let len = writer.len;
        self.0.get(..len).unwrap_or_default()
    }
}

/// Hands what is written to a sink, in blocks.
pub(crate) fn buffered(sink: &mut dyn Sink, write: impl Fn(&mut Writer<'_>)) {
    let mut block = Block::default();
    let rest = block.write(sink, write);
    sink.put(rest);
}

impl<'w> Writer<'w> {
    /// Writes into a slice, and counts on when it is full.
    pub(crate) fn into_slice(buf: &'w mut [u8]) -> Self {
        Self { buf, len: 0, sink: None }
    }

    /// Writes ASCII, or text that may be split anywhere.
    pub(crate) fn put(&mut self, ascii: &[u8]) {
        // A small processor goes byte by byte, which takes less flash and stack.
        #[cfg(not(target_pointer_width = "64"))]
        self.put_bytes(ascii);
        #[cfg(target_pointer_width = "64")]
        {
            let end = self.len.wrapping_add(ascii.len());
            if let Some(place) = self.buf.get_mut(self.len..end) {
                place.copy_from_slice(ascii);
                self.len = end;
            } else {
                self.put_slow(ascii);
            }
        }
    }

    #[cfg(any(test, not(target_pointer_width = "64")))]
    #[inline(never)]
    fn put_bytes(&mut self, ascii: &[u8]) {
        for byte in ascii {
            if let Some(sink) = &mut self.sink
                && self.len == self.buf.len()
            {
                sink.put(self.buf);
                self.len = 0;
            }
            if let Some(place) = self.buf.get_mut(self.len) {
                *place = *byte;
            }
            self.len = self.len.saturating_add(1);
        }
    }

    /// Writes a few bytes.
    #[cfg(all(feature = "sign", target_pointer_width = "64"))]
    pub(crate) fn put_short<const N: usize>(&mut self, ascii: [u8; N]) {
        if let Some(spare) = self.spare().first_chunk_mut() {
            *spare = ascii;
            self.advance(N);
        } else {
            self.put_slow(&ascii);
        }
    }

    /// Writes what exceeds the spare capacity.
    #[cfg(target_pointer_width = "64")]
    #[inline(never)]
    pub(crate) fn put_slow(&mut self, mut ascii: &[u8]) {
        let Some(sink) = &mut self.sink else {
            self.len = self.len.saturating_add(ascii.len());
            return;
        };
        loop {
            let spare = self.buf.get_mut(self.len..).unwrap_or_default();
            let (fits, rest) = ascii.split_at_checked(spare.len()).unwrap_or((ascii, &[]));
            if let Some(spare) = spare.get_mut(..fits.len()) {
                spare.copy_from_slice(fits);
            }
            if rest.is_empty() {
                self.len = self.len.wrapping_add(fits.len());
                return;
            }
            sink.put(self.buf);
            self.len = 0;
            ascii = rest;
        }
    }

    /// Writes text in one piece where the sink is for text: none of its characters is split between two
    /// blocks.
    pub(crate) fn put_text(&mut self, text: &str) {
        match &mut self.sink {
            Some(sink) if sink.is_for_text() => {
                sink.put(self.buf.get(..self.len).unwrap_or_default());
                self.len = 0;
                sink.put(text.as_bytes());
            }
            _ => self.put(text.as_bytes()),
        }
    }

    /// The spare capacity.
    #[cfg(target_pointer_width = "64")]
    pub(crate) fn spare(&mut self) -> &mut [u8] {
        self.buf.get_mut(self.len..).unwrap_or_default()
    }

    /// Counts what was written into the spare capacity.
    #[cfg(target_pointer_width = "64")]
    pub(crate) fn advance(&mut self, count: usize) {
        self.len = self.len.wrapping_add(count);
    }

    /// How many bytes were written into a slice, or would have been if it were long enough.
    pub(crate) const fn len(&self) -> usize {
        self.len
    }

    /// The part of the slice that was written.
    pub(crate) fn finish(self) -> Result<&'w str, BufferTooSmall> {
        let too_small = BufferTooSmall::new(self.len);
        let written = self.buf.get(..self.len).ok_or(too_small)?;
        core::str::from_utf8(written).map_err(|_| too_small)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The bytes of whole blocks.
    #[derive(Default)]
    struct Blocks(heapless::Vec<u8, 1024>);

    impl Sink for Blocks {
        fn put(&mut self, block: &[u8]) {
            assert_eq!(block.len(), BLOCK);
            self.0.extend_from_slice(block).expect("few blocks");
        }
    }

    /// What the smallest processors do, beside what this one does.
    const WAYS: [fn(&mut Writer<'_>, &[u8]); 2] =
        [|to, ascii| to.put(ascii), |to, ascii| to.put_bytes(ascii)];

    fn text<const N: usize>() -> [u8; N] {
        core::array::from_fn(|index| b'0'.wrapping_add(index.to_le_bytes()[0] % 75))
    }

    #[test]
    fn blocks_byte_by_byte_are_the_same() {
        let text = text::<300>();
        for piece in 1..text.len() {
            let [one, other] = WAYS.map(|put| {
                let (mut blocks, mut block) = (Blocks::default(), Block::default());
                let write =
                    |to: &mut Writer<'_>| text.chunks(piece).for_each(|piece| put(to, piece));
                let rest = block.write(&mut blocks, write);
                blocks.0.extend_from_slice(rest).expect("no more than was written");
                (blocks.0, rest.len())
            });
            assert_eq!(one, other, "pieces of {piece}");
            assert_eq!(one.0, text, "pieces of {piece}");
        }
    }

    #[test]
    fn a_slice_byte_by_byte_is_the_same() {
        let text = text::<32>();
        for (piece, len) in (1..40).flat_map(|piece| (0..40).map(move |len| (piece, len))) {
            for put in WAYS {
                let mut buf = [0xa5; 40];
                let (place, behind) = buf.split_at_mut(len);
                let mut writer = Writer::into_slice(place);
                text.chunks(piece).for_each(|piece| put(&mut writer, piece));
                match writer.finish() {
                    Ok(written) => assert_eq!(written.as_bytes(), text, "pieces of {piece}"),
                    Err(too_small) => {
                        assert_eq!((too_small.needed(), len < 32), (32, true), "pieces of {piece}");
                    }
                }
                assert!(behind.iter().all(|byte| *byte == 0xa5));
            }
        }
    }
}
