//! A response, as far as it came.

use core::fmt;

use super::body_fault::BodyFault;
use super::date;
use super::fields::{Fields, elements};
use crate::advice::RetryAfter;
use crate::response::{self, DecodeError, Output};

/// A response, as far as it came: its head is whole, and its body if nothing is wrong with it.
///
/// `Debug` prints neither headers nor body.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Response<'b> {
    status: u16,
    head: &'b [u8],
    body: &'b [u8],
    fault: Option<BodyFault>,
    keeps_alive: bool,
}

impl<'b> Response<'b> {
    pub(super) const fn new(
        status: u16,
        head: &'b [u8],
        body: &'b [u8],
        fault: Option<BodyFault>,
        keeps_alive: bool,
    ) -> Self {
        Self { status, head, body, fault, keeps_alive }
    }

    /// The HTTP status.
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// The body, its chunks joined: all of it, or what came before its [`fault`](Self::fault).
    #[must_use]
    pub const fn body(&self) -> &'b [u8] {
        self.body
    }

    /// Whether all of the body is there.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.fault.is_none()
    }

    /// What is wrong with the body: that it is not whole, or else that it is compressed, which
    /// `Content-Encoding` says.
    #[must_use]
    pub fn fault(&self) -> Option<BodyFault> {
        self.fault.or_else(|| self.content_encoding().map(|_| BodyFault::Encoded))
    }

    /// Whether the connection serves for another request: the response ended where its head said, and
    /// the server does not close.
    #[must_use]
    pub const fn keeps_alive(&self) -> bool {
        self.keeps_alive && self.is_whole()
    }

    /// Reads the body as the output of an action: see [`Response::decode`](crate::Response::decode).
    ///
    /// # Errors
    ///
    /// Those of [`Response::decode`](crate::Response::decode).
    pub fn decode<T: Output<'b>>(&self) -> Result<response::Response<'b, T>, DecodeError> {
        response::Response::decode(self.status, self.body)
    }

    /// The `Date`, in Unix seconds; `None` if there is none that can be read, or if it is before a time,
    /// such as that when the firmware was built: a server whose own clock is not set tells 1970.
    ///
    /// It is a hint for a clock that is off. Nothing vouches for it without TLS.
    #[must_use]
    pub fn date(&self, not_before: i64) -> Option<i64> {
        date::unix_seconds(self.header("date")?, not_before)
    }

    /// The pause that the headers ask for, `max` milliseconds at most: [`RetryAfter::from_headers`].
    #[must_use]
    pub fn retry_after(&self, max: u32) -> Option<RetryAfter> {
        RetryAfter::from_headers(self.headers(), max)
    }

    /// What support asks for: the `x-acs-request-id`, which is there even where the body cannot be read.
    #[must_use]
    pub fn request_id(&self) -> Option<&'b str> {
        self.text("x-acs-request-id")
    }

    /// The `Content-Type`. The body's format is told by its first byte, whatever this says.
    #[must_use]
    pub fn content_type(&self) -> Option<&'b str> {
        self.text("content-type")
    }

    /// The `Content-Encoding`, such as `gzip`; `None` where the body is as it is read.
    #[must_use]
    pub fn content_encoding(&self) -> Option<&'b str> {
        let value = self.text("content-encoding")?;
        let is_identity = |coding: &[u8]| coding.eq_ignore_ascii_case(b"identity");
        (!elements(value.as_bytes()).all(is_identity)).then_some(value)
    }

    /// The value of the first header with a name, in whatever case, without spaces at its edges.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&'b [u8]> {
        let mut fields = Fields::new(self.head);
        fields.find(|field| field.0.eq_ignore_ascii_case(name.as_bytes())).map(|field| field.1)
    }

    /// The headers one by one: names, and values without spaces at their edges.
    pub fn headers(&self) -> impl Iterator<Item = (&'b str, &'b [u8])> + use<'b> {
        // A name is a token, which is ASCII.
        let text = |(name, value)| Some((core::str::from_utf8(name).ok()?, value));
        Fields::new(self.head).map_while(text)
    }

    /// A header of visible ASCII characters that is not empty.
    fn text(&self, name: &str) -> Option<&'b str> {
        let value = self.header(name).filter(|value| !value.is_empty() && value.is_ascii())?;
        core::str::from_utf8(value).ok()
    }
}

impl fmt::Debug for Response<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("body_len", &self.body.len())
            .field("fault", &self.fault)
            .finish_non_exhaustive()
    }
}
