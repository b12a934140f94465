//! The body of a request.

use std::io::BufRead;

use super::head::Head;
use super::{Unreadable, line};

/// How a body comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Framing {
    None,
    Len(usize),
    Chunked,
}

/// The longest body, in bytes. A request with 20 tags has less than 10,000.
const MAX_LEN: usize = 1024 * 1024;

/// The longest line of a chunk's length, and of a trailer.
const MAX_LINE: usize = 1024;

/// The most trailers.
const MAX_TRAILERS: usize = 32;

impl Framing {
    pub(super) fn of(head: &Head) -> Result<Self, Unreadable> {
        let mut lengths = head.values("content-length");
        let length = lengths.next();
        let mut encodings = head.values("transfer-encoding");
        if let Some(encoding) = encodings.next() {
            if length.is_some() {
                // What is between the two may be another request to whoever stands in between.
                return Err(Unreadable::bad("Content-Length and Transfer-Encoding are both there"));
            }
            if encodings.next().is_some() || !encoding.eq_ignore_ascii_case(b"chunked") {
                let sentence = "the only Transfer-Encoding that is read is chunked".to_owned();
                return Err(Unreadable::Bad { status: 501, sentence });
            }
            return Ok(Self::Chunked);
        }
        let Some(length) = length else { return Ok(Self::None) };
        if lengths.any(|other| other != length) {
            return Err(Unreadable::bad("there are two differing Content-Length"));
        }
        let digits = core::str::from_utf8(length).ok();
        let digits = digits.filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
        match digits.map(str::parse) {
            None => Err(Unreadable::bad("Content-Length is not a number")),
            Some(Ok(len)) if len <= MAX_LEN => Ok(Self::Len(len)),
            Some(_) => Err(too_long()),
        }
    }

    /// Reads a body.
    pub(crate) fn read(self, from: &mut impl BufRead) -> Result<Vec<u8>, Unreadable> {
        match self {
            Self::None => Ok(Vec::new()),
            Self::Len(len) => exactly(from, len),
            Self::Chunked => chunks(from),
        }
    }
}

fn too_long() -> Unreadable {
    let sentence = format!("the body has more than {MAX_LEN} bytes");
    Unreadable::Bad { status: 413, sentence }
}

fn exactly(from: &mut impl BufRead, len: usize) -> Result<Vec<u8>, Unreadable> {
    let mut bytes = vec![0; len];
    from.read_exact(&mut bytes).map_err(|error| match error.kind() {
        std::io::ErrorKind::UnexpectedEof => Unreadable::bad("the body ends too early"),
        _ => Unreadable::Lost(error),
    })?;
    Ok(bytes)
}

/// Reads the chunks of a body, and the trailers behind them, which nothing is done with.
fn chunks(from: &mut impl BufRead) -> Result<Vec<u8>, Unreadable> {
    let mut body = Vec::new();
    loop {
        let head = line(from, MAX_LINE, "the length of a chunk")?;
        let len = match httparse::parse_chunk_size(&head) {
            Ok(httparse::Status::Complete((_, len))) => usize::try_from(len).unwrap_or(usize::MAX),
            _ => return Err(Unreadable::bad("the length of a chunk is not a number")),
        };
        if len == 0 {
            break;
        }
        if body.len().saturating_add(len) > MAX_LEN {
            return Err(too_long());
        }
        body.extend(exactly(from, len)?);
        if exactly(from, 2)? != b"\r\n" {
            return Err(Unreadable::bad("a chunk is longer than it says"));
        }
    }
    for _ in 0..MAX_TRAILERS {
        if matches!(line(from, MAX_LINE, "a trailer")?.as_slice(), b"\n" | b"\r\n") {
            return Ok(body);
        }
    }
    Err(Unreadable::Bad { status: 431, sentence: "there are too many trailers".to_owned() })
}
