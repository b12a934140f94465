//! Joins the standard input and output with a server's port: what QEMU starts for every connection.
//!
//! Usage: relay ADDRESS
use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::process::exit;
use std::thread;

fn main() -> io::Result<()> {
    let Some(address) = std::env::args().nth(1) else {
        eprintln!("usage: relay ADDRESS:PORT");
        exit(2)
    };
    // Nobody listens: the device sees a connection that is closed at once.
    let server = TcpStream::connect(address)?;
    server.set_nodelay(true)?;
    let mut to_server = server.try_clone()?;
    thread::spawn(move || {
        // The device has closed, or was reset: the server learns of it, and its end is awaited.
        let _ = copy(&mut io::stdin().lock(), &mut to_server);
        let _ = to_server.shutdown(Shutdown::Write);
    });
    let mut from_server = server;
    let _ = copy(&mut from_server, &mut io::stdout().lock());
    // The server has closed: the end of this process tells the device.
    exit(0)
}

/// Passes on what comes, as soon as it comes.
fn copy(from: &mut impl Read, to: &mut impl Write) -> io::Result<()> {
    let mut buf = [0; 4096];
    loop {
        match from.read(&mut buf) {
            Ok(0) => return Ok(()),
            Ok(count) => {
                to.write_all(&buf[..count])?;
                to.flush()?;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}
