//! `reqwless`, on a network stack of firmware.

// The glue starts here.
use aliyun_customer_gateway::{Call, CreateCustomerGateway, Encode as _, Host, acs3};
use embedded_nal_async::{Dns, TcpConnect};
use reqwless::client::HttpClient;
use reqwless::request::{Method, RequestBuilder as _};

pub async fn exchange<'b>(
    client: &mut HttpClient<'_, impl TcpConnect, impl Dns>,
    signer: &acs3::Signer<'_>,
    (scheme, host): (&str, Host<'_>),
    call: &Call<'_, CreateCustomerGateway<'_>>,
    buf: &'b mut [u8],
) -> Result<(u16, &'b [u8]), reqwless::Error> {
    let signed = signer.post(host, call);
    let mut url = heapless::String::<4096>::new();
    core::fmt::write(&mut url, format_args!("{scheme}://{host}/?{}", call.query()))
        .map_err(|_| reqwless::Error::BufferTooSmall)?;
    let authorization = signed.authorization().to_heapless::<512>();
    let authorization = authorization.map_err(|_| reqwless::Error::BufferTooSmall)?;
    // It writes a `Host` of its own, without the port unless it is told.
    let headers = signed.headers().without_host().with_authorization(&authorization);
    let request = client.request(Method::POST, &url).await?;
    let request = request.host(host.as_str()).headers(headers.as_slice());
    let mut request = request.body(&b""[..]);
    let response = request.send(buf).await?;
    let status = response.status.0;
    Ok((status, response.body().read_to_end().await?))
}
// The glue ends here.
