//! A connection: requests one after the other.

use core::time::Duration;
use std::io::{self, BufReader, Read as _, Write as _};
use std::net::{Shutdown, TcpStream};

use super::reply::{Delivery, Reply};
use super::service::Service;
use super::wire::Wire;
use crate::http::head::Head;
use crate::http::{Request, Unreadable};

/// How long a client may take for a request, what it waits before it included.
const REQUEST: Duration = Duration::from_secs(60);

/// How long a client may take to read a part of a response.
const RESPONSE: Duration = Duration::from_secs(30);

/// Serves a connection until one side closes it.
pub(super) fn run(stream: TcpStream, service: &Service) {
    // Where it fails, the client is gone.
    let _ = serve(stream, service);
}

fn serve(mut stream: TcpStream, service: &Service) -> io::Result<()> {
    stream.set_nodelay(true)?;
    stream.set_write_timeout(Some(RESPONSE))?;
    let mut from = BufReader::new(Wire::new(stream.try_clone()?));
    loop {
        from.get_mut().allow(REQUEST);
        let (reply, is_last) = match read(&mut from, &mut stream) {
            Ok(Some(request)) => (service.reply(&request), is_last(&request.head)),
            Ok(None) | Err(Unreadable::Lost(_)) => return Ok(()),
            Err(Unreadable::Bad { status, sentence }) => {
                (service.unreadable(status, &sentence), true)
            }
        };
        if reply.is_delivered(&mut stream, is_last)? && !is_last {
            continue;
        }
        return close(&stream, from, &reply);
    }
}

fn read(from: &mut BufReader<Wire>, to: &mut TcpStream) -> Result<Option<Request>, Unreadable> {
    let Some(head) = Head::read(from)? else { return Ok(None) };
    let framing = head.framing()?;
    if head.lists("expect", "100-continue") {
        to.write_all(b"HTTP/1.1 100 Continue\r\n\r\n").map_err(Unreadable::Lost)?;
    }
    let body = framing.read(from)?;
    Ok(Some(Request { head, body }))
}

/// Whether no request follows.
fn is_last(head: &Head) -> bool {
    if head.is_current {
        head.lists("connection", "close")
    } else {
        !head.lists("connection", "keep-alive")
    }
}

/// Closes a connection. What was not read of a request could take away the response to it, so it is
/// read for a while.
fn close(stream: &TcpStream, mut from: BufReader<Wire>, reply: &Reply) -> io::Result<()> {
    if reply.delivery != Delivery::Whole {
        return stream.shutdown(Shutdown::Both);
    }
    stream.shutdown(Shutdown::Write)?;
    from.get_mut().allow(Duration::from_millis(500));
    io::copy(&mut from.take(4 * 1024 * 1024), &mut io::sink())?;
    Ok(())
}
