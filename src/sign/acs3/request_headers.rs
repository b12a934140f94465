//! The headers of a request of this service.

use core::fmt;

use super::signed_headers;

const MAX: usize = 10;

/// The headers of a request of this service, those to be signed in canonical order.
///
/// Those that are signed are `host`, `content-type` and every `x-acs-*`. `Debug` does not print the
/// values of `authorization` and `x-acs-security-token`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct RequestHeaders<'a> {
    list: [(&'a str, &'a str); MAX],
    len: usize,
}

impl<'a> RequestHeaders<'a> {
    /// The most headers of a request, `host` and `authorization` included.
    pub const MAX: usize = MAX;

    pub(in crate::sign) const fn new() -> Self {
        Self { list: [("", ""); MAX], len: 0 }
    }

    /// There is room for every header that a request has.
    pub(in crate::sign) fn push(&mut self, header: (&'a str, &'a str)) {
        if let Some(free) = self.list.get_mut(self.len) {
            *free = header;
            self.len = self.len.wrapping_add(1);
        }
    }

    /// The same headers with the value of [`SignedRequest::authorization`], which comes last.
    ///
    /// [`SignedRequest::authorization`]: super::SignedRequest::authorization
    #[must_use]
    pub fn with_authorization(mut self, value: &'a str) -> Self {
        self.push(("authorization", value));
        self
    }

    /// The headers.
    #[must_use]
    pub fn as_slice(&self) -> &[(&'a str, &'a str)] {
        self.list.get(..self.len).unwrap_or_default()
    }

    /// The headers one by one.
    pub fn iter(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.as_slice().iter().copied()
    }

    /// The same headers without `host`, for an HTTP client that sends one of its own.
    #[must_use]
    pub fn without_host(mut self) -> Self {
        let before = self.list;
        let kept = before.iter().take(self.len).filter(|(name, _)| *name != "host");
        self.len = self.list.iter_mut().zip(kept).map(|(to, header)| *to = *header).count();
        self
    }
}

impl<'a> IntoIterator for RequestHeaders<'a> {
    type Item = (&'a str, &'a str);
    type IntoIter = core::iter::Take<core::array::IntoIter<Self::Item, MAX>>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter().take(self.len)
    }
}

impl<'a> AsRef<[(&'a str, &'a str)]> for RequestHeaders<'a> {
    fn as_ref(&self) -> &[(&'a str, &'a str)] {
        self.as_slice()
    }
}

impl fmt::Debug for RequestHeaders<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        signed_headers::debug(self.as_slice(), f)
    }
}
