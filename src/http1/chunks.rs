//! Chunks: the transfer coding of a body whose length was not known (RFC 9112, 7.1).

use super::body_fault::BodyFault;

/// How many bytes of extensions, trailers, spaces and digits are read of a body.
const MAX_FRAMING: u16 = 16 * 1024;

/// Where in a chunk the next byte is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum At {
    SizeStart,
    Size,
    /// Spaces and tabs after the size.
    Space,
    Extension,
    SizeLf,
    Data,
    DataCr,
    DataLf,
    LineStart,
    Trailer,
    LastLf,
}

/// Reads chunks, byte by byte where need be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Chunks {
    at: At,
    /// How much of the chunk is to come.
    left: usize,
    /// How many bytes were read.
    index: usize,
    framing: u16,
}

/// What some bytes are.
pub(super) enum Part {
    /// So many bytes are of the body.
    Data(usize),
    /// So many bytes are not.
    Framing(usize),
    /// So many bytes are not, and there is no more.
    Last(usize),
    Fault(BodyFault),
}

impl Chunks {
    pub(super) const fn new() -> Self {
        Self { at: At::SizeStart, left: 0, index: 0, framing: 0 }
    }

    /// What the first of some bytes are.
    pub(super) fn next(&mut self, input: &[u8]) -> Part {
        if matches!(self.at, At::Data) {
            let count = self.left.min(input.len());
            self.left = self.left.saturating_sub(count);
            self.index = self.index.saturating_add(count);
            if self.left == 0 {
                self.at = At::DataCr;
            }
            return Part::Data(count);
        }
        let mut count = 0_usize;
        for byte in input {
            self.at = match self.step(*byte) {
                Ok(at) => at,
                Err(fault) => return Part::Fault(fault),
            };
            count = count.wrapping_add(1);
            self.index = self.index.saturating_add(1);
            match self.at {
                At::Data => break,
                At::LastLf if *byte == b'\n' => return Part::Last(count),
                _ => {}
            }
        }
        Part::Framing(count)
    }

    fn step(&mut self, byte: u8) -> Result<At, BodyFault> {
        let index = self.index;
        Ok(match (self.at, byte) {
            (At::SizeStart | At::Size, b'0'..=b'9' | b'A'..=b'F' | b'a'..=b'f') => {
                if byte == b'0' && self.left == 0 {
                    self.count_framing()?;
                }
                let digit = char::from(byte).to_digit(16).unwrap_or_default();
                let left = self.left.checked_mul(16).ok_or(BodyFault::ChunkTooLong { index })?;
                self.left = left | usize::try_from(digit).unwrap_or_default();
                At::Size
            }
            (At::Size | At::Space, b' ' | b'\t') => {
                self.count_framing()?;
                At::Space
            }
            (At::Size | At::Space, b';') => At::Extension,
            (At::Size | At::Space | At::Extension, b'\r') => At::SizeLf,
            (At::SizeLf, b'\n') if self.left == 0 => At::LineStart,
            (At::SizeLf, b'\n') => At::Data,
            (At::Extension, _) if byte != b'\n' => {
                self.count_framing()?;
                At::Extension
            }
            (At::DataCr, b'\r') => At::DataLf,
            (At::DataLf, b'\n') => At::SizeStart,
            (At::DataCr | At::DataLf, _) => return Err(BodyFault::ChunkEnd { byte, index }),
            (At::LineStart, b'\r' | b'\n') | (At::LastLf, b'\n') => At::LastLf,
            (At::Trailer, b'\n') => At::LineStart,
            // A CR that no LF follows is one more character of a trailer.
            (At::LineStart | At::Trailer | At::LastLf, _) => {
                self.count_framing()?;
                At::Trailer
            }
            _ => return Err(BodyFault::ChunkSize { byte, index }),
        })
    }

    fn count_framing(&mut self) -> Result<(), BodyFault> {
        if self.framing >= MAX_FRAMING {
            return Err(BodyFault::TooMuchFraming { index: self.index });
        }
        self.framing = self.framing.wrapping_add(1);
        Ok(())
    }
}
