//! `reqwest`.

// The glue starts here.
use aliyun_customer_gateway::{SignedCall, http};

pub async fn exchange(
    client: &reqwest::Client,
    target: http::Target,
    signed: &impl SignedCall,
) -> Result<::http::Response<Vec<u8>>, Box<dyn std::error::Error>> {
    let request = http::request(target, signed)?.try_into()?;
    // An error prints the URL, and with it what a signed one holds.
    let received = client.execute(request).await.map_err(reqwest::Error::without_url)?;
    let (head, body) = ::http::Response::from(received).into_parts();
    let body = http_body_util::BodyExt::collect(body).await.map_err(reqwest::Error::without_url)?;
    Ok(::http::Response::from_parts(head, body.to_bytes().into()))
}
// The glue ends here.
