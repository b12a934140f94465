//! Headers that the caller adds to a request.

use core::fmt;

use super::headers;
use super::invalid_headers::InvalidHeaders;
use super::signed_headers;

/// Headers that the caller adds to a request, such as a user agent: checked, and in the order of the
/// bytes of their names in lower case.
///
/// # Rules
///
/// - Those of [`Headers`](super::Headers): names are tokens of HTTP, values visible ASCII characters,
///   spaces and tabs.
/// - None is one that this crate writes, such as `Host`, `Content-Length` or `x-acs-date`, nor one that
///   would change how the request is read, such as `Transfer-Encoding` or `Expect`.
/// - With the ACS3 signature every `x-acs-*` is signed, and which others are is said by
///   [`signing`](Self::signing). The RPC signature covers no header.
///
/// `Debug` does not print the values of `proxy-authorization` and `cookie`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ExtraHeaders<'a> {
    list: &'a [(&'a str, &'a str)],
    /// The names to sign beside `x-acs-*`, in any order and case.
    signed: &'a [&'a str],
}

/// What is written by this crate, or by nobody.
const RESERVED: [&str; 19] = [
    "accept",
    "authorization",
    "connection",
    "content-length",
    "content-type",
    "expect",
    "host",
    "keep-alive",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "x-acs-action",
    "x-acs-content-sha256",
    "x-acs-date",
    "x-acs-security-token",
    "x-acs-signature-nonce",
    "x-acs-version",
];

impl<'a> ExtraHeaders<'a> {
    /// No header.
    pub const NONE: ExtraHeaders<'static> = ExtraHeaders { list: &[], signed: &[] };

    /// Headers of which every `x-acs-*` is signed, and no other.
    ///
    /// # Errors
    ///
    /// Those of [`Headers::new`](super::Headers::new), and:
    ///
    /// - `[("Host", "..")]`: `Host` cannot be added
    pub fn new(list: &'a [(&'a str, &'a str)]) -> Result<Self, InvalidHeaders<'a>> {
        headers::check(list)?;
        let is_reserved =
            |name: &str| RESERVED.iter().any(|reserved| name.eq_ignore_ascii_case(reserved));
        match list.iter().find(|(name, _)| is_reserved(name)) {
            Some((name, _)) => Err(InvalidHeaders::Reserved { name }),
            None => Ok(Self { list, signed: &[] }),
        }
    }

    /// Headers of which those with these names are signed as well, in any order and case.
    ///
    /// # Errors
    ///
    /// Those of [`new`](Self::new), and with the headers `[("user-agent", "..")]`:
    ///
    /// - `["via"]`: `via` is not among the headers
    ///
    /// ```
    /// use aliyun_customer_gateway::acs3::ExtraHeaders;
    ///
    /// let list = [("user-agent", "device/1.0")];
    /// assert!(ExtraHeaders::signing(&list, &["User-Agent"]).is_ok());
    /// assert_eq!(
    ///     ExtraHeaders::new(&[("Host", "vpc.aliyuncs.com")]).unwrap_err().to_string(),
    ///     "header \"Host\" cannot be added: \
    ///      leave it out, because it is written here where it is needed",
    /// );
    /// ```
    pub fn signing(
        list: &'a [(&'a str, &'a str)],
        names: &'a [&'a str],
    ) -> Result<Self, InvalidHeaders<'a>> {
        let headers = Self { signed: names, ..Self::new(list)? };
        let is_there = |name: &str| list.iter().any(|(there, _)| there.eq_ignore_ascii_case(name));
        match names.iter().find(|name| !is_there(name)) {
            Some(name) => Err(InvalidHeaders::Missing { name }),
            None => Ok(headers),
        }
    }

    /// The headers as they were given, signed or not.
    #[must_use]
    pub const fn as_slice(&self) -> &'a [(&'a str, &'a str)] {
        self.list
    }

    /// The headers one by one, their values without spaces and tabs at the edges.
    pub fn iter(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        self.list.iter().map(|(name, value)| (*name, signed_headers::trim(value)))
    }

    /// Those that are signed, to be visited in canonical order.
    pub(super) const fn signed(&self) -> Signed<'a> {
        Signed { rest: self.list, names: self.signed }
    }

    /// How many bytes they add to a request of HTTP/1.1.
    #[must_use]
    pub fn encoded_len(&self) -> usize {
        self.iter().fold(0, |len, (name, value)| {
            let line = name.len().saturating_add(value.len()).saturating_add(": \r\n".len());
            len.saturating_add(line)
        })
    }
}

/// Headers of which some are signed, and that were not visited yet.
pub(super) struct Signed<'a> {
    rest: &'a [(&'a str, &'a str)],
    names: &'a [&'a str],
}

impl Signed<'_> {
    /// Visits those that are signed and come before a name, or all.
    pub(super) fn visit_before(&mut self, other: Option<&str>, each: &mut dyn FnMut(&str, &str)) {
        while let [(name, value), after @ ..] = self.rest {
            if other.is_some_and(|other| signed_headers::lower_case(name).ge(other.bytes())) {
                return;
            }
            self.rest = after;
            let is_named = || self.names.iter().any(|signed| signed.eq_ignore_ascii_case(name));
            if signed_headers::is_acs(name) || is_named() {
                each(name, signed_headers::trim(value));
            }
        }
    }
}

impl Default for ExtraHeaders<'_> {
    fn default() -> Self {
        Self::NONE
    }
}

impl fmt::Debug for ExtraHeaders<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        signed_headers::debug(self.list, f)
    }
}
