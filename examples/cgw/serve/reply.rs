//! A response, and what becomes of it.

use core::time::Duration;
use std::io::{self, Write as _};
use std::net::TcpStream;
use std::thread;

/// How much of a response a client gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Delivery {
    Whole,
    /// The head, and this many bytes of the body.
    Cut(usize),
    Nothing,
}

/// A response, and what becomes of it.
#[derive(Debug)]
pub(super) struct Reply {
    pub(super) status: u16,
    /// The headers except those that are about the body and the connection.
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) content_type: &'static str,
    pub(super) body: Vec<u8>,
    /// Whether the body is left out, as for HEAD.
    pub(super) is_head: bool,
    pub(super) delivery: Delivery,
    pub(super) delay: Duration,
}

impl Reply {
    /// Sends it, and tells whether the client got all of it.
    pub(super) fn is_delivered(&self, to: &mut TcpStream, is_last: bool) -> io::Result<bool> {
        if !self.delay.is_zero() {
            thread::sleep(self.delay);
        }
        let len = match self.delivery {
            Delivery::Nothing => return Ok(false),
            Delivery::Cut(len) => len,
            Delivery::Whole if self.is_head => 0,
            Delivery::Whole => self.body.len(),
        };
        let connection = if is_last { "close" } else { "keep-alive" };
        let mut bytes = format!(
            "HTTP/1.1 {} {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nConnection: {connection}\r\n",
            self.status,
            reason(self.status),
            self.content_type,
            self.body.len(),
        );
        for (name, value) in &self.headers {
            bytes.push_str(name);
            bytes.push_str(": ");
            bytes.push_str(value);
            bytes.push_str("\r\n");
        }
        bytes.push_str("\r\n");
        let mut bytes = bytes.into_bytes();
        bytes.extend(self.body.iter().take(len));
        to.write_all(&bytes)?;
        Ok(self.delivery == Delivery::Whole)
    }
}

const fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        409 => "Conflict",
        413 => "Content Too Large",
        429 => "Too Many Requests",
        431 => "Request Header Fields Too Large",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        503 => "Service Unavailable",
        _ => "Failed",
    }
}
