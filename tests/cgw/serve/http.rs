//! HTTP.

use aliyun_customer_gateway::{DescribeCustomerGateways, RegionId};

use super::*;

fn request() -> String {
    let list = DescribeCustomerGateways::new(RegionId::new("cn-shanghai").unwrap());
    Signing { method: Method::Post, ..Signing::new() }.rpc(list)
}

#[test]
fn many_requests_on_a_connection() {
    let server = Server::start(&[]);
    let mut connection = server.connect();
    for _ in 0..3 {
        let reply = connection.send(&request());
        assert_eq!((reply.status, reply.header("connection")), (200, Some("keep-alive")));
        assert!(reply.header("date").unwrap().ends_with(" GMT"), "{reply:?}");
    }
    // Both at once.
    connection.write((request() + &request()).as_bytes());
    assert_eq!(connection.read(true).unwrap().status, 200);
    assert_eq!(connection.read(true).unwrap().status, 200);
    // A failure keeps it open.
    assert_eq!(connection.send("GET / HTTP/1.1\r\n\r\n").status, 400);
    let last = request().replacen("\r\n", "\r\nConnection: Close\r\n", 1);
    let reply = connection.send(&last);
    assert_eq!((reply.status, reply.header("connection")), (200, Some("close")));
    assert!(connection.is_closed());
}

#[test]
fn http_1_0() {
    let server = Server::start(&[]);
    let mut connection = server.connect();
    let old = request().replacen("HTTP/1.1", "HTTP/1.0", 1);
    let kept = old.replacen("\r\n", "\r\nConnection: keep-alive\r\n", 1);
    assert_eq!(connection.send(&kept).header("connection"), Some("keep-alive"));
    assert_eq!(
        connection.send(&old.replace("nonce-", "nonce-other-")).header("connection"),
        Some("close")
    );
    assert!(connection.is_closed());
}

/// A body byte by byte, after the service has said that it wants it.
#[test]
fn a_body_that_is_announced() {
    let server = Server::start(&[]);
    let mut connection = server.connect();
    let request = request().replacen("\r\n", "\r\nExpect: 100-continue\r\n", 1);
    let (head, body) = request.split_once("\r\n\r\n").unwrap();
    connection.write(head.as_bytes());
    connection.write(b"\r\n\r\n");
    assert_eq!(connection.read(false).unwrap().status, 100);
    for byte in body.as_bytes() {
        connection.write(&[*byte]);
    }
    assert_eq!(connection.read(true).unwrap().status, 200);
}

#[test]
fn head_has_no_body() {
    let server = Server::start(&[]);
    let mut connection = server.connect();
    connection.write(b"HEAD / HTTP/1.1\r\n\r\n");
    let reply = connection.read(false).unwrap();
    assert_eq!(reply.status, 405);
    assert_ne!(reply.header("content-length"), Some("0"));
    assert_eq!(connection.send(&request()).status, 200);
}

#[test]
fn the_format_of_a_response() {
    let server = Server::start(&[]);
    for (query, accept, is_xml) in [
        ("", "*/*", false),
        ("", "text/html, Application/XML;q=0.9, application/json", true),
        ("", "text/xml", true),
        ("?Format=json", "text/xml", false),
        ("?Format=Xml", "application/json", true),
    ] {
        let reply = server.send(&format!("GET /{query} HTTP/1.1\r\nAccept: {accept}\r\n\r\n"));
        let content_type =
            if is_xml { "text/xml;charset=utf-8" } else { "application/json;charset=utf-8" };
        assert_eq!(reply.header("content-type"), Some(content_type), "{query} {accept}");
        let start =
            if is_xml { "<?xml version='1.0' encoding='UTF-8'?><Error><RequestId>" } else { "{" };
        assert!(reply.body.starts_with(start), "{reply:?}");
    }
}

/// What is not read to its end is answered, and the connection closed.
#[test]
fn what_is_no_request() {
    let server = Server::start(&[]);
    let long = format!("GET /{} HTTP/1.1\r\n\r\n", "a".repeat(1 << 17));
    let many = format!("GET / HTTP/1.1\r\n{}\r\n", "a: b\r\n".repeat(129));
    for (request, status, message) in [
        ("hello\r\n\r\n", 400, "it is not a request: invalid token"),
        (&long, 431, "the head of the request is too long"),
        (&many, 431, "the request has more than 128 headers"),
        (
            "POST / HTTP/1.1\r\nContent-Length: 9999999\r\n\r\nabc",
            413,
            "the body has more than 1048576 bytes",
        ),
        (
            "POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\nabc",
            501,
            "the only Transfer-Encoding that is read is chunked",
        ),
    ] {
        let mut connection = server.connect();
        let reply = connection.send(request);
        assert_eq!(reply.failure(), (status, "BadRequest".to_owned()), "{request:.60}");
        assert_eq!(reply.message(), message);
        assert_eq!(reply.header("connection"), Some("close"));
        drop(connection);
    }
    assert_eq!(server.send(&request()).status, 200);
}
