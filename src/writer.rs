//! Writes text, straight into a buffer or in blocks to a sink.

use crate::buffer_too_small::BufferTooSmall;
use crate::sink::Sink;

/// Writes text, straight into a buffer or in blocks to a sink.
///
/// Because of the blocks, the sink may be a `dyn` one, there is one copy of what writes whatever the
/// sink, and a MAC gets whole blocks of its own.
pub(crate) struct Writer<'w> {
    /// The buffer, or the block.
    room: &'w mut [u8],
    /// How much of it is taken. It counts on when a buffer is full.
    len: usize,
    sink: Option<&'w mut dyn Sink>,
}

/// Two blocks of SHA-1 or SHA-256: a hash takes both at once.
const BLOCK: usize = 128;

/// Lets a sink take what is written.
pub(crate) fn gather(sink: &mut dyn Sink, write: impl Fn(&mut Writer<'_>)) {
    let mut block = [0; BLOCK];
    let mut writer = Writer { room: &mut block, len: 0, sink: Some(sink) };
    write(&mut writer);
    writer.empty_block();
}

impl<'w> Writer<'w> {
    /// Writes into a buffer, and counts on when it is full.
    pub(crate) fn fill(buf: &'w mut [u8]) -> Self {
        Self { room: buf, len: 0, sink: None }
    }

    /// Writes ASCII, or text that may be split anywhere.
    pub(crate) fn put(&mut self, ascii: &[u8]) {
        let left = self.room.get_mut(self.len..);
        if let Some(room) = left.and_then(|left| left.get_mut(..ascii.len())) {
            room.copy_from_slice(ascii);
            self.advance(ascii.len());
        } else {
            self.put_across_the_end(ascii);
        }
    }

    /// Writes a few bytes.
    pub(crate) fn put_short<const N: usize>(&mut self, ascii: [u8; N]) {
        let left = self.room.get_mut(self.len..);
        if let Some(room) = left.and_then(|left| left.first_chunk_mut()) {
            *room = ascii;
            self.advance(N);
        } else {
            self.put_across_the_end(&ascii);
        }
    }

    /// Writes what does not fit into the room that is left.
    #[inline(never)]
    pub(crate) fn put_across_the_end(&mut self, mut ascii: &[u8]) {
        let Some(sink) = &mut self.sink else {
            self.len = self.len.saturating_add(ascii.len());
            return;
        };
        loop {
            let left = self.room.get_mut(self.len..).unwrap_or_default();
            let (fits, rest) = ascii.split_at_checked(left.len()).unwrap_or((ascii, &[]));
            if let Some(room) = left.get_mut(..fits.len()) {
                room.copy_from_slice(fits);
            }
            if rest.is_empty() {
                self.len = self.len.wrapping_add(fits.len());
                return;
            }
            sink.put(self.room);
            self.len = 0;
            ascii = rest;
        }
    }

    /// Writes text whose characters do not get split between two blocks.
    #[cfg(feature = "sign")]
    pub(crate) fn put_text(&mut self, text: &str) {
        self.empty_block();
        match &mut self.sink {
            Some(sink) => sink.put(text.as_bytes()),
            None => self.put(text.as_bytes()),
        }
    }

    fn empty_block(&mut self) {
        if let Some(sink) = &mut self.sink {
            sink.put(self.room.get(..self.len).unwrap_or_default());
            self.len = 0;
        }
    }

    /// The room that is left.
    pub(crate) fn left(&mut self) -> &mut [u8] {
        self.room.get_mut(self.len..).unwrap_or_default()
    }

    /// Counts what was written into the room that was left.
    pub(crate) fn advance(&mut self, count: usize) {
        self.len = self.len.wrapping_add(count);
    }

    /// How many bytes were written into a buffer, or would have been if it were long enough.
    pub(crate) const fn len(&self) -> usize {
        self.len
    }

    /// The part of the buffer that was written.
    pub(crate) fn finish(self) -> Result<&'w str, BufferTooSmall> {
        let too_small = BufferTooSmall::new(self.len);
        let written = self.room.get(..self.len).ok_or(too_small)?;
        core::str::from_utf8(written).map_err(|_| too_small)
    }
}
