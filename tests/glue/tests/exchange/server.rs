//! Servers on this machine.

use std::io::{Read, Write};
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::sync::mpsc::{Receiver, channel};

use embedded_io_adapters::tokio_1::FromTokio;
use http_body_util::{BodyExt as _, Full};
use hyper::body::{Bytes, Incoming};
use hyper_util::rt::TokioIo;

pub const BODY: &str = r#"{"RequestId":"R1","CustomerGatewayId":"cgw-1"}"#;

/// Responses whose bodies end in each of the three ways.
pub const ENDINGS: [&str; 3] = [
    "HTTP/1.1 200 OK\r\nContent-Length: 46\r\nConnection: close\r\n\r\n\
     {\"RequestId\":\"R1\",\"CustomerGatewayId\":\"cgw-1\"}",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n\
     10\r\n{\"RequestId\":\"R1\r\n1e\r\n\",\"CustomerGatewayId\":\"cgw-1\"}\r\n0\r\n\r\n",
    "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n\
     {\"RequestId\":\"R1\",\"CustomerGatewayId\":\"cgw-1\"}",
];

/// A request that came.
#[derive(Debug, PartialEq, Eq)]
pub struct Request {
    pub line: String,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Request {
    pub fn parse(bytes: &[u8]) -> Self {
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let mut lines = head.split("\r\n");
        let line = lines.next().unwrap().to_owned();
        let headers = lines.map(|line| {
            let (name, value) = line.split_once(':').unwrap();
            (name.to_ascii_lowercase(), value.trim().to_owned())
        });
        Self { line, headers: headers.collect(), body: body.to_owned() }
    }
}

/// The bytes of a request, up to the end that its head states.
fn receive(socket: &mut impl Read) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        if let Some(end) = bytes.windows(4).position(|end| end == b"\r\n\r\n") {
            let request = Request::parse(&bytes);
            let len = request.headers.iter().find(|(name, _)| name == "content-length");
            let len: usize = len.map_or(0, |(_, value)| value.parse().unwrap());
            if bytes.len() >= end + 4 + len {
                return bytes;
            }
        }
        let mut buf = [0; 512];
        let count = socket.read(&mut buf).unwrap();
        assert!(count > 0, "the client is gone");
        bytes.extend_from_slice(&buf[..count]);
    }
}

/// A server that sends a response to each request, in pieces, and hands out the requests.
pub fn serve(response: &'static str) -> (SocketAddr, Receiver<Vec<u8>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let (to, got) = channel();
    std::thread::spawn(move || {
        for socket in listener.incoming() {
            let mut socket = socket.unwrap();
            let request = receive(&mut socket);
            for piece in response.as_bytes().chunks(7) {
                socket.write_all(piece).unwrap();
            }
            drop(socket);
            if to.send(request).is_err() {
                return;
            }
        }
    });
    (address, got)
}

/// A server of `hyper`, which puts together what it has read.
pub fn serve_by_hyper() -> (SocketAddr, Receiver<Vec<u8>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    listener.set_nonblocking(true).unwrap();
    let (to, got) = channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async move {
            let listener = tokio::net::TcpListener::from_std(listener).unwrap();
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                let to = to.clone();
                let service = hyper::service::service_fn(move |request| {
                    let to = to.clone();
                    async move {
                        to.send(written(request).await).unwrap();
                        Ok::<_, hyper::Error>(hyper::Response::new(Full::new(Bytes::from(BODY))))
                    }
                });
                let _ = hyper::server::conn::http1::Builder::new()
                    .serve_connection(TokioIo::new(stream), service)
                    .await;
            }
        });
    });
    (address, got)
}

/// A request as it was written, from what was read of it.
async fn written(request: hyper::Request<Incoming>) -> Vec<u8> {
    let (head, body) = request.into_parts();
    let mut text = format!("{} {} {:?}\r\n", head.method, head.uri, head.version);
    for (name, value) in &head.headers {
        text += &format!("{name}: {}\r\n", value.to_str().unwrap());
    }
    let mut bytes = (text + "\r\n").into_bytes();
    bytes.extend_from_slice(&body.collect().await.unwrap().to_bytes());
    bytes
}

/// The network of this machine, as firmware sees one.
pub struct Nal;

impl embedded_nal_async::TcpConnect for Nal {
    type Error = std::io::Error;
    type Connection<'a> = FromTokio<tokio::net::TcpStream>;

    async fn connect<'a>(
        &'a self,
        remote: SocketAddr,
    ) -> Result<Self::Connection<'a>, Self::Error> {
        Ok(FromTokio::new(tokio::net::TcpStream::connect(remote).await?))
    }
}

impl embedded_nal_async::Dns for Nal {
    type Error = std::io::Error;

    async fn get_host_by_name(
        &self,
        _: &str,
        _: embedded_nal_async::AddrType,
    ) -> Result<IpAddr, Self::Error> {
        Ok(IpAddr::from([127, 0, 0, 1]))
    }

    async fn get_host_by_address(&self, _: IpAddr, _: &mut [u8]) -> Result<usize, Self::Error> {
        Err(std::io::ErrorKind::Unsupported.into())
    }
}
