//! A signed call as a request of the `http` crate.

use std::string::String;

use ::http::header::{AUTHORIZATION, CONTENT_LENGTH, HeaderName};
use ::http::{Error, HeaderMap, HeaderValue, Request};

use crate::encode::{self, Encode};
use crate::sign::signed_call::{Sealed, SignedCall};
use crate::writer::Writer;

/// How the URI of a request is written: that depends on who sends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Target {
    /// `https://vpc.aliyuncs.com/?..`, and no `Host` header: the client sends one, and a second one
    /// would be refused. So do `reqwest`, `ureq` and the clients of `hyper-util`.
    Https,
    /// `http://vpc.aliyuncs.com/?..`, and no `Host` header: as [`Https`](Self::Https), in clear.
    Http,
    /// `/?..` and a `Host` header: what a connection of `hyper` sends as it is.
    Origin,
}

/// A signed call as a request, with its form as the body. The `Content-Length` of a form is the client's to
/// write; that of a `POST` without one is here, because not every client writes a 0.
///
/// The values of `authorization` and `x-acs-security-token` are marked as sensitive: `Debug` of the
/// request does not print them. It prints the URI, which holds the signature of an RPC `GET` and the
/// token of temporary credentials: send forms ([`rpc::Signer::post_form`]), or leave out the URL where
/// an error is printed, as `reqwest` does by `without_url`.
///
/// [`rpc::Signer::post_form`]: crate::rpc::Signer::post_form
///
/// ```
/// use aliyun_customer_gateway::{
///     AccessKeyId, AccessKeySecret, Call, CreateCustomerGateway, Credentials, Host, IpAddress,
///     RegionId, SignatureNonce, Timestamp, acs3, http,
/// };
///
/// let credentials =
///     Credentials::new(AccessKeyId::new("testid")?, AccessKeySecret::new("testsecret")?)?;
/// let action =
///     CreateCustomerGateway::new(RegionId::new("cn-shanghai")?, IpAddress::new("101.12.0.1")?);
/// let nonce = SignatureNonce::new("15215528852396")?;
/// let call = Call::new(action, nonce, Timestamp::new("2024-01-02T03:04:05Z")?);
/// let signed = acs3::Signer::new(&credentials).post(Host::VPC, &call);
///
/// let request = http::request(http::Target::Https, &signed)?;
/// assert_eq!(
///     request.uri(),
///     "https://vpc.aliyuncs.com/?IpAddress=101.12.0.1&RegionId=cn-shanghai",
/// );
/// assert_eq!(request.headers()["x-acs-action"], "CreateCustomerGateway");
/// assert!(!request.headers().contains_key("host"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// - 20 tags at their longest in the query: a URI has at most 65,534 bytes. A form holds them.
pub fn request(target: Target, signed: &impl SignedCall) -> Result<Request<String>, Error> {
    of_call(target, signed)
}

fn of_call(target: Target, signed: &dyn Sealed) -> Result<Request<String>, Error> {
    let to = signed.target();
    let mut parameters = String::new();
    let _ = encode::write_fmt(&Parameters(signed), &mut parameters);
    let mut uri = String::new();
    if let Some(scheme) = target.scheme() {
        uri.push_str(scheme);
        uri.push_str(to.host.as_str());
    }
    uri.push('/');
    if !to.in_body && to.has_parameters {
        uri.push('?');
        uri.push_str(&parameters);
    }
    let says_empty = to.says_len() && !to.in_body;
    let body = if to.in_body { parameters } else { String::new() };
    let mut request = Request::builder().method(to.method.as_str()).uri(uri).body(body)?;
    let mut added = Ok(());
    let mut add = |name: &str, value: &str| {
        if added.is_ok() {
            added = append(request.headers_mut(), name, value);
        }
    };
    signed.for_each_header(&mut |name, value| {
        if name != "host" || matches!(target, Target::Origin) {
            add(name, value);
        }
    });
    to.extra.iter().for_each(|(name, value)| add(name, value));
    if says_empty {
        add(CONTENT_LENGTH.as_str(), "0");
    }
    if to.has_authorization {
        let mut value = String::new();
        let _ = encode::write_fmt(&Authorization(signed), &mut value);
        add(AUTHORIZATION.as_str(), &value);
    }
    added.map(|()| request)
}

impl Target {
    const fn scheme(self) -> Option<&'static str> {
        match self {
            Self::Https => Some("https://"),
            Self::Http => Some("http://"),
            Self::Origin => None,
        }
    }
}

fn append(headers: &mut HeaderMap, name: &str, value: &str) -> Result<(), Error> {
    let mut value = HeaderValue::from_str(value)?;
    value.set_sensitive(crate::sign::acs3::is_secret(name));
    headers.try_append(HeaderName::from_bytes(name.as_bytes())?, value)?;
    Ok(())
}

/// The query, or the form body.
struct Parameters<'s>(&'s dyn Sealed);

impl Encode for Parameters<'_> {
    fn write(&self, to: &mut Writer<'_>) {
        self.0.write_parameters(to);
    }
}

/// The value of `authorization`.
struct Authorization<'s>(&'s dyn Sealed);

impl Encode for Authorization<'_> {
    fn write(&self, to: &mut Writer<'_>) {
        self.0.write_authorization(to);
    }
}
