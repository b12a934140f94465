//! A response of the `http` crate.

use ::http::{HeaderMap, StatusCode};

use crate::advice::RetryAfter;
use crate::http1::date;
use crate::response::{DecodeError, Output, Response};

/// What the head of a response tells: its status and its headers.
///
/// `reqwest` and `ureq` hand out both as the `http` crate has them.
#[derive(Clone, Copy, Debug)]
pub struct Head<'h> {
    status: u16,
    headers: &'h HeaderMap,
}

impl<'h> Head<'h> {
    /// The head of a status and headers.
    #[must_use]
    pub fn new(status: StatusCode, headers: &'h HeaderMap) -> Self {
        Self { status: status.as_u16(), headers }
    }

    /// The head of a response.
    #[must_use]
    pub fn of<B>(response: &'h ::http::Response<B>) -> Self {
        Self::new(response.status(), response.headers())
    }

    /// The HTTP status.
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// The `Date`, in Unix seconds; `None` if there is none that can be read, or if it is before a time,
    /// such as that when the program was built.
    #[must_use]
    pub fn date(&self, not_before: i64) -> Option<i64> {
        date::unix_seconds(self.headers.get(::http::header::DATE)?.as_bytes(), not_before)
    }

    /// The pause that the headers ask for, `max` milliseconds at most: [`RetryAfter::from_headers`].
    #[must_use]
    pub fn retry_after(&self, max: u32) -> Option<RetryAfter> {
        RetryAfter::from_headers(self.headers, max)
    }

    /// What support asks for: the `x-acs-request-id`, which is there even where the body cannot be read.
    #[must_use]
    pub fn request_id(&self) -> Option<&'h str> {
        self.text("x-acs-request-id")
    }

    /// The `Content-Type`. The body's format is told by its first byte, whatever this says.
    #[must_use]
    pub fn content_type(&self) -> Option<&'h str> {
        self.text("content-type")
    }

    /// The `Content-Encoding`, such as `gzip`; `None` where the body is as it is read. A client that
    /// decompresses takes it out.
    #[must_use]
    pub fn content_encoding(&self) -> Option<&'h str> {
        self.text("content-encoding").filter(|coding| !coding.eq_ignore_ascii_case("identity"))
    }

    /// Reads a body as the output of an action: see [`Response::decode`].
    ///
    /// # Errors
    ///
    /// Those of [`Response::decode`].
    pub fn decode<'b, T: Output<'b>>(
        &self,
        body: &'b [u8],
    ) -> Result<Response<'b, T>, DecodeError> {
        Response::decode(self.status, body)
    }

    fn text(&self, name: &str) -> Option<&'h str> {
        self.headers.get(name)?.to_str().ok().filter(|value| !value.is_empty())
    }
}

/// Reads a response as the output of an action: see [`Response::decode`].
///
/// ```
/// # #[cfg(feature = "json")] {
/// use aliyun_customer_gateway::{Created, Response, http};
///
/// let received = ::http::Response::new(r#"{"CustomerGatewayId":"cgw-1"}"#);
/// let Response::Success(created) = http::decode::<Created<'_>, _>(&received)? else { panic!() };
/// assert_eq!(created.customer_gateway_id(), "cgw-1");
/// # }
/// # Ok::<(), aliyun_customer_gateway::DecodeError>(())
/// ```
///
/// # Errors
///
/// Those of [`Response::decode`].
pub fn decode<'b, T: Output<'b>, B: AsRef<[u8]>>(
    response: &'b ::http::Response<B>,
) -> Result<Response<'b, T>, DecodeError> {
    Response::decode(response.status().as_u16(), response.body().as_ref())
}
