//! Takes out of a text of the service the secrets that it echoes.

use core::fmt::{self, Write as _};

use crate::error_code;
use crate::escaped::{Chars, EscapedStr};
use crate::parameter::Parameter;

mod decoded;
mod secret;

use secret::Secret;

/// A text of the service without the secrets that it echoes: safe to log.
///
/// A message about a signature echoes what the service signed, with the security token of temporary
/// credentials; a message about a BGP key quotes the key. Each value of `SecurityToken`,
/// `x-acs-security-token` and `AuthKey`, in a query, a string to sign, a canonical request or a line
/// of headers, percent-encoded or not, reads `[redacted]`, as does the key that a message quotes.
/// Everything else reads as it was received.
///
/// ```
/// # #[cfg(feature = "json")] {
/// use aliyun_customer_gateway::{Created, Response};
///
/// let body = br#"{"Code":"SignatureDoesNotMatch","Message":"server string to sign is:GET&%2F&Format%3DJSON%26SecurityToken%3DCAIS%252B%26Version%3D2016-04-28"}"#;
/// let Response::Failed(failed) = Response::<Created>::decode(400, body)? else { panic!() };
/// assert_eq!(
///     failed.message().unwrap().to_string(),
///     "server string to sign is:GET&%2F&Format%3DJSON%26SecurityToken%3D[redacted]%26Version%3D2016-04-28",
/// );
/// # }
/// # Ok::<(), aliyun_customer_gateway::DecodeError>(())
/// ```
#[derive(Clone, Copy)]
pub struct Redacted<'b> {
    text: EscapedStr<'b>,
    /// Whether the text comes with a code that blames the BGP key.
    quotes_key: bool,
}

impl<'b> Redacted<'b> {
    /// A text of a failure with this code.
    pub(crate) fn new(text: EscapedStr<'b>, code: Option<EscapedStr<'_>>) -> Self {
        let blamed = code.and_then(error_code::blames);
        Self { text, quotes_key: blamed == Some(Parameter::AuthKey) }
    }

    /// The characters, with `[redacted]` for each secret.
    pub fn chars(&self) -> impl Iterator<Item = char> + Clone + use<'b> {
        Redacting::new(self.text.chars(), self.quotes_key)
    }
}

#[cfg(feature = "sign")]
pub(crate) use secret::name as secret_name;

/// What a secret reads as.
pub(crate) const PLACEHOLDER: &str = "[redacted]";

/// The characters of a text, with a placeholder for each secret.
#[derive(Clone)]
struct Redacting<'b> {
    rest: Chars<'b>,
    quotes_key: bool,
    next: Next,
}

impl<'b> Redacting<'b> {
    fn new(text: Chars<'b>, quotes_key: bool) -> Self {
        let next = Next { as_received: 0, placeholder: "".chars(), secret: 0, closes: false };
        Self { rest: text, quotes_key, next }
    }
}

/// What comes before the next look at the text.
#[derive(Clone)]
struct Next {
    /// Characters of the text: the name of a secret.
    as_received: usize,
    /// Then what is left of a placeholder.
    placeholder: core::str::Chars<'static>,
    /// Then this many characters of the text are left out.
    secret: usize,
    /// Whether the character behind it is not looked at.
    closes: bool,
}

impl Iterator for Redacting<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        if self.next.as_received == 0 {
            if let Some(character) = self.next.placeholder.next() {
                return Some(character);
            }
            for _ in 0..core::mem::take(&mut self.next.secret) {
                self.rest.next();
            }
            // What closes a quote opens none.
            if core::mem::take(&mut self.next.closes) {
                return self.rest.next();
            }
            let found = Secret::at(&self.rest, self.quotes_key);
            let Some(Secret { before, len, closes }) = found else { return self.rest.next() };
            let placeholder = PLACEHOLDER.chars();
            self.next = Next { as_received: before, placeholder, secret: len, closes };
        }
        self.next.as_received = self.next.as_received.saturating_sub(1);
        self.rest.next()
    }
}

impl fmt::Display for Redacted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.chars().try_for_each(|character| f.write_char(character))
    }
}

impl fmt::Debug for Redacted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        for character in self.chars() {
            fmt::Display::fmt(&character.escape_debug(), f)?;
        }
        f.write_char('"')
    }
}

#[cfg(feature = "defmt")]
impl defmt::Format for Redacted<'_> {
    fn format(&self, f: defmt::Formatter<'_>) {
        defmt::write!(f, "{}", defmt::Display2Format(self));
    }
}
