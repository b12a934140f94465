//! Writes text into a slice, or in blocks to a sink.

use crate::buffer_too_small::BufferTooSmall;

/// Takes the blocks of a [`Writer`], and remembers for itself what went wrong.
pub(crate) trait Sink {
    fn put(&mut self, block: &[u8]);
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

/// Two blocks of SHA-1 or SHA-256: a hash takes both at once.
const BLOCK: usize = 128;

/// Hands what is written to a sink, in blocks.
pub(crate) fn buffered(sink: &mut dyn Sink, write: impl Fn(&mut Writer<'_>)) {
    let mut block = [0; BLOCK];
    let mut writer = Writer { buf: &mut block, len: 0, sink: Some(sink) };
    write(&mut writer);
    writer.flush();
}

impl<'w> Writer<'w> {
    /// Writes into a slice, and counts on when it is full.
    pub(crate) fn into_slice(buf: &'w mut [u8]) -> Self {
        Self { buf, len: 0, sink: None }
    }

    /// Writes ASCII, or text that may be split anywhere.
    pub(crate) fn put(&mut self, ascii: &[u8]) {
        if let Some(spare) = self.spare().get_mut(..ascii.len()) {
            spare.copy_from_slice(ascii);
            self.advance(ascii.len());
        } else {
            self.put_slow(ascii);
        }
    }

    /// Writes a few bytes.
    pub(crate) fn put_short<const N: usize>(&mut self, ascii: [u8; N]) {
        if let Some(spare) = self.spare().first_chunk_mut() {
            *spare = ascii;
            self.advance(N);
        } else {
            self.put_slow(&ascii);
        }
    }

    /// Writes what exceeds the spare capacity.
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

    /// Writes text in one piece: none of its characters is split between two blocks.
    pub(crate) fn put_text(&mut self, text: &str) {
        self.flush();
        match &mut self.sink {
            Some(sink) => sink.put(text.as_bytes()),
            None => self.put(text.as_bytes()),
        }
    }

    fn flush(&mut self) {
        if let Some(sink) = &mut self.sink {
            sink.put(self.buf.get(..self.len).unwrap_or_default());
            self.len = 0;
        }
    }

    /// The spare capacity.
    pub(crate) fn spare(&mut self) -> &mut [u8] {
        self.buf.get_mut(self.len..).unwrap_or_default()
    }

    /// Counts what was written into the spare capacity.
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
