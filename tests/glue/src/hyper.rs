//! A connection of `hyper`, on `tokio`.

// The glue starts here.
use aliyun_customer_gateway::{SignedCall, http};
use http_body_util::BodyExt as _;
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

pub async fn exchange(
    stream: TcpStream,
    signed: &impl SignedCall,
) -> Result<::http::Response<Bytes>, Box<dyn std::error::Error>> {
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    let request = http::request(http::Target::Origin, signed)?;
    let (head, body) = sender.send_request(request).await?.into_parts();
    Ok(::http::Response::from_parts(head, body.collect().await?.to_bytes()))
}
// The glue ends here.
