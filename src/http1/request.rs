//! The bytes of a request.

use super::connection::Connection;
use crate::decimal::Decimal;
use crate::encode::Encode;
use crate::sign::signed_call::{Sealed, SignedCall, Target};
use crate::writer::Writer;

/// A signed call as the bytes of a whole request of HTTP/1.1: the request line, the headers, the body.
///
/// Its methods are those of [`Encode`]: into a slice, in blocks to a sink, its exact length. `Host` is
/// written once, and `Content-Length` where a body is expected, so that no chunks are sent. Writing it
/// goes over a form body twice: once to count it.
///
/// `Display` and [`Encode`] write it as it is sent: whoever reads it can send the request as well, and
/// knows the token of temporary credentials. Do not log it. `Debug` does not print values that are
/// secret.
///
/// ```
/// use aliyun_customer_gateway::{
///     AccessKeyId, AccessKeySecret, Call, CreateCustomerGateway, Credentials, Encode as _, Host,
///     IpAddress, RegionId, SignatureNonce, Timestamp, http1, rpc,
/// };
///
/// let credentials =
///     Credentials::new(AccessKeyId::new("testid")?, AccessKeySecret::new("testsecret")?)?;
/// let action =
///     CreateCustomerGateway::new(RegionId::new("cn-shanghai")?, IpAddress::new("101.12.0.1")?);
/// let nonce = SignatureNonce::new("15215528852396")?;
/// let call = Call::new(action, nonce, Timestamp::new("2024-01-02T03:04:05Z")?);
/// let signed = rpc::Signer::new(&credentials).post_form(Host::VPC, &call);
///
/// let request = http1::Request::new(signed).with_connection(http1::Connection::Close);
/// let mut buf = [0; 1024];
/// assert!(request.encode(&mut buf).unwrap().starts_with(
///     "POST / HTTP/1.1\r\n\
///      host: vpc.aliyuncs.com\r\n\
///      content-type: application/x-www-form-urlencoded\r\n\
///      connection: close\r\n\
///      content-length: 273\r\n\
///      \r\n\
///      AccessKeyId=testid&Action=CreateCustomerGateway&"
/// ));
/// # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Request<S> {
    signed: S,
    frame: Frame,
}

/// What of a request is not signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Frame {
    through_proxy: bool,
    connection: Option<Connection>,
}

impl<S: SignedCall> Request<S> {
    /// The request in origin form, `POST / HTTP/1.1`, without a `Connection` header.
    #[must_use]
    pub const fn new(signed: S) -> Self {
        Self { signed, frame: Frame { through_proxy: false, connection: None } }
    }

    /// The same request in absolute form, `POST http://vpc.aliyuncs.com/ HTTP/1.1`, for a proxy that
    /// forwards requests (RFC 9112, 3.2.2). A proxy that tunnels TLS takes the origin form, once there
    /// is a tunnel.
    #[must_use]
    pub const fn through_proxy(mut self) -> Self {
        self.frame.through_proxy = true;
        self
    }

    /// The same request with a `Connection` header.
    #[must_use]
    pub const fn with_connection(mut self, connection: Connection) -> Self {
        self.frame.connection = Some(connection);
        self
    }

    /// The call that is sent.
    #[must_use]
    pub const fn signed(&self) -> &S {
        &self.signed
    }
}

impl<S: SignedCall> Encode for Request<S> {
    fn write(&self, to: &mut Writer<'_>) {
        write(&self.signed, self.frame, to);
    }
}

crate::encode::display_encoded!([S: SignedCall] Request<S>);

/// Writes a request, whatever its signature: once for all types of parameters.
fn write(signed: &dyn Sealed, frame: Frame, to: &mut Writer<'_>) {
    let target = signed.target();
    let says_len = target.says_len();
    let Target { method, host, in_body, has_parameters, has_authorization, extra } = target;
    to.put(method.as_str().as_bytes());
    to.put(b" ");
    if frame.through_proxy {
        to.put(b"http://");
        to.put(host.as_str().as_bytes());
    }
    to.put(b"/");
    if !in_body && has_parameters {
        to.put(b"?");
        signed.write_parameters(to);
    }
    to.put(b" HTTP/1.1\r\n");
    // RFC 9110, 7.2, wants it first.
    put_header("host", host.as_str(), to);
    signed.for_each_header(&mut |name, value| {
        if name != "host" {
            put_header(name, value, to);
        }
    });
    extra.iter().for_each(|(name, value)| put_header(name, value, to));
    if has_authorization {
        to.put(b"authorization: ");
        signed.write_authorization(to);
        to.put(b"\r\n");
    }
    if let Some(connection) = frame.connection {
        put_header("connection", connection.as_str(), to);
    }
    if says_len {
        let len = if in_body { len_of_parameters(signed) } else { 0 };
        let len = u32::try_from(len).unwrap_or(u32::MAX);
        put_header("content-length", Decimal::new(len).as_str(), to);
    }
    to.put(b"\r\n");
    if in_body {
        signed.write_parameters(to);
    }
}

fn put_header(name: &str, value: &str, to: &mut Writer<'_>) {
    to.put(name.as_bytes());
    to.put(b": ");
    to.put(value.as_bytes());
    to.put(b"\r\n");
}

fn len_of_parameters(signed: &dyn Sealed) -> usize {
    let mut count = Writer::into_slice(&mut []);
    signed.write_parameters(&mut count);
    count.len()
}
