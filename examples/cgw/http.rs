//! A request of HTTP/1.1 as it comes from a socket or out of a recording.

use std::io::{BufRead, Read as _};

pub(crate) mod body;
pub(crate) mod head;

use body::Framing;
use head::Head;

/// A request, its body without the chunks that it may have come in.
#[derive(Debug)]
pub(crate) struct Request {
    pub(crate) head: Head,
    pub(crate) body: Vec<u8>,
}

impl Request {
    /// Reads a recording: one request, and nothing behind it.
    pub(crate) fn of_recording(mut bytes: &[u8]) -> Result<Self, Unreadable> {
        let head = Head::read(&mut bytes)?.ok_or_else(|| Unreadable::bad("there is no request"))?;
        let framing = head.framing()?;
        let body = if framing == Framing::None {
            // Nobody says how long it is, so it ends with the recording.
            let mut body = Vec::new();
            bytes.read_to_end(&mut body).map_err(Unreadable::Lost)?;
            body
        } else {
            framing.read(&mut bytes)?
        };
        if bytes.is_empty() {
            return Ok(Self { head, body });
        }
        Err(Unreadable::bad(format!("unexpected data after the request: {} bytes", bytes.len())))
    }
}

/// A request that cannot be read.
#[derive(Debug)]
pub(crate) enum Unreadable {
    /// The connection broke, or nothing came for too long.
    Lost(std::io::Error),
    /// It is not HTTP, or more of it than is read.
    Bad { status: u16, sentence: String },
}

impl Unreadable {
    pub(crate) fn bad(sentence: impl Into<String>) -> Self {
        Self::Bad { status: 400, sentence: sentence.into() }
    }
}

/// Reads a line with its end, and tells where it is too long.
fn line(from: &mut impl BufRead, limit: usize, what: &str) -> Result<Vec<u8>, Unreadable> {
    let mut line = Vec::new();
    let most = u64::try_from(limit).unwrap_or(u64::MAX);
    from.take(most).read_until(b'\n', &mut line).map_err(Unreadable::Lost)?;
    if line.ends_with(b"\n") {
        return Ok(line);
    }
    if line.len() < limit {
        return Err(Unreadable::bad(format!("{what} ends too early")));
    }
    Err(Unreadable::Bad { status: 431, sentence: format!("{what} is too long") })
}
