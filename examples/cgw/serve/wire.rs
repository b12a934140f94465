//! A connection that is not waited for for ever.

use core::time::Duration;
use std::io::{self, Read};
use std::net::TcpStream;
use std::time::Instant;

/// Reads from a connection until a deadline.
#[derive(Debug)]
pub(super) struct Wire {
    stream: TcpStream,
    deadline: Instant,
}

impl Wire {
    pub(super) fn new(stream: TcpStream) -> Self {
        Self { stream, deadline: Instant::now() }
    }

    /// Lets the next reads take this long in all.
    pub(super) fn allow(&mut self, time: Duration) {
        let now = Instant::now();
        self.deadline = now.checked_add(time).unwrap_or(now);
    }
}

impl Read for Wire {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let left = self.deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        self.stream.set_read_timeout(Some(left))?;
        self.stream.read(buf)
    }
}
