//! Headers in canonical order.

use core::cmp::Ordering;
use core::fmt;

use super::invalid_headers::InvalidHeaders;
use super::signed_headers::{self, SignedHeaders};
use crate::byte_set::field::is_token;

/// Headers in canonical order, that of the bytes of their names in lower case, and which of them are
/// signed.
///
/// # Rules
///
/// - A name is a token of HTTP (RFC 9110, 5.6.2), and no two differ only in case.
/// - A value holds visible ASCII characters, spaces and tabs; those at its edges are not signed.
/// - `host` and every `x-acs-*` that is sent are signed. Which others are is the client's choice, and
///   the service goes by the list in the `Authorization` header.
///
/// `Debug` does not print the values of `authorization` and `x-acs-security-token`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Headers<'a> {
    list: &'a [(&'a str, &'a str)],
    /// The names to sign, in any order and case; without them, the documented rule.
    signed: Option<&'a [&'a str]>,
}

impl<'a> Headers<'a> {
    /// Headers of which those are signed that the service's documentation names: `host`,
    /// `content-type` and every `x-acs-*`.
    ///
    /// # Errors
    ///
    /// - `[("x-acs-date", ".."), ("host", "..")]`: `host` must come before `x-acs-date`
    /// - `[("host", "a"), ("Host", "b")]`: `Host` is duplicated
    /// - `[("x acs", "..")]`: an invalid name
    /// - `[("host", "a\r\nx-acs-date: b")]`: unexpected character `'\r'` at byte 1
    /// - `[("host", "上海")]`: unexpected character `'上'` at byte 0
    pub fn new(list: &'a [(&'a str, &'a str)]) -> Result<Self, InvalidHeaders<'a>> {
        check(list)?;
        Ok(Self { list, signed: None })
    }

    /// Headers of which those with these names are signed, in any order and case: what a client
    /// chooses that signs more than it has to, or what the `SignedHeaders` of a request name that is
    /// checked.
    ///
    /// # Errors
    ///
    /// Those of [`new`](Self::new), and with the headers `[("host", ".."), ("x-acs-date", "..")]`:
    ///
    /// - `["accept", "host", "x-acs-date"]`: `accept` is not among the headers
    /// - `["x-acs-date"]`: `host` is not signed
    /// - `["host"]`: `x-acs-date` is not signed
    ///
    /// ```
    /// use aliyun_customer_gateway::acs3;
    ///
    /// let list = [("accept", "application/json"), ("host", "vpc.aliyuncs.com")];
    /// assert!(acs3::Headers::signing(&list, &["host", "Accept"]).is_ok());
    /// assert_eq!(
    ///     acs3::Headers::signing(&list, &["accept"]).unwrap_err().to_string(),
    ///     "header \"host\" is not signed: sign host and every x-acs-* that is sent",
    /// );
    /// ```
    pub fn signing(
        list: &'a [(&'a str, &'a str)],
        names: &'a [&'a str],
    ) -> Result<Self, InvalidHeaders<'a>> {
        let headers = Self { signed: Some(names), ..Self::new(list)? };
        let is_sent = |name: &str| list.iter().any(|(sent, _)| sent.eq_ignore_ascii_case(name));
        if let Some(name) = names.iter().find(|name| !is_sent(name)) {
            return Err(InvalidHeaders::Missing { name });
        }
        let required = list.iter().map(|(name, _)| *name).filter(|n| signed_headers::is_acs(n));
        match core::iter::once("host").chain(required).find(|name| !headers.is_signed(name)) {
            Some(name) => Err(InvalidHeaders::Unsigned { name }),
            None => Ok(headers),
        }
    }

    /// The headers as they were given, signed or not.
    #[must_use]
    pub const fn as_slice(&self) -> &'a [(&'a str, &'a str)] {
        self.list
    }

    fn is_signed(&self, name: &str) -> bool {
        match self.signed {
            None => signed_headers::is_documented(name),
            Some(names) => names.iter().any(|signed| signed.eq_ignore_ascii_case(name)),
        }
    }
}

impl signed_headers::Sealed for Headers<'_> {
    fn for_each_signed(&self, each: &mut dyn FnMut(&str, &str)) {
        for (name, value) in self.list {
            if self.is_signed(name) {
                each(name, value);
            }
        }
    }
}

impl SignedHeaders for Headers<'_> {}

impl fmt::Debug for Headers<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        signed_headers::debug(self.list, f)
    }
}

/// Checks names, values and their order.
pub(super) fn check<'a>(list: &'a [(&'a str, &'a str)]) -> Result<(), InvalidHeaders<'a>> {
    let mut previous: Option<&'a str> = None;
    for &(name, value) in list {
        if name.is_empty() || !name.bytes().all(is_token) {
            return Err(InvalidHeaders::Name { name });
        }
        if let Some((index, character)) = value.char_indices().find(|(_, c)| !is_in_value(*c)) {
            return Err(InvalidHeaders::Value { name, character, index });
        }
        if let Some(previous) = previous {
            match signed_headers::lower_case(previous).cmp(signed_headers::lower_case(name)) {
                Ordering::Less => {}
                Ordering::Equal => return Err(InvalidHeaders::Duplicate { name }),
                Ordering::Greater => {
                    return Err(InvalidHeaders::OutOfOrder { name, previous });
                }
            }
        }
        previous = Some(name);
    }
    Ok(())
}

/// `VCHAR`, space and tab of RFC 9110, 5.5, whose `obs-text` the service does not take.
const fn is_in_value(character: char) -> bool {
    matches!(character, ' '..='~' | '\t')
}
