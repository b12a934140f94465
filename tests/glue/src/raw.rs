//! A socket.

// The glue starts here.
use std::io::{self, Read, Write};

use aliyun_customer_gateway::{Encode as _, SignedCall, http1};

pub fn exchange<'b>(
    socket: &mut (impl Read + Write),
    signed: &impl SignedCall,
    buf: &'b mut [u8],
) -> io::Result<http1::Response<'b>> {
    http1::Request::new(signed).write_to(|block| socket.write_all(block))?;
    let mut reader = http1::Reader::new(buf);
    while reader.wants_more() {
        match socket.read(reader.spare()) {
            Ok(0) => reader.end(),
            Ok(count) => reader.filled(count),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            // What has come is read all the same.
            Err(_) => break,
        }
    }
    reader.finish().map_err(io::Error::other)
}
// The glue ends here.
