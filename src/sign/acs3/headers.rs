//! Headers in canonical order, and which of them are signed.

use core::fmt;

use crate::writer::Writer;

/// Headers in canonical order: that of the bytes of their names in lower case.
///
/// Those that are signed are `host`, `content-type` and every `x-acs-*`; others may stand among them.
///
/// `Debug` does not print them: among the values may be a security token.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Headers<H>(H);

impl<H> fmt::Debug for Headers<H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Headers([redacted])")
    }
}

impl<'a, H: AsRef<[(&'a str, &'a str)]>> Headers<H> {
    /// Checks that names ascend, that none stands twice, and that nothing in a name or a value breaks
    /// out of its header.
    ///
    /// # Errors
    ///
    /// - `[("x-acs-date", ".."), ("host", "..")]`: `host` must stand before `x-acs-date`
    /// - `[("host", "a"), ("Host", "b")]`: `Host` stands twice
    /// - `[("x acs", "..")]`: no name of a header
    /// - `[("host", "a\r\nx-acs-date: b")]`: a value with a control character
    pub fn new(headers: H) -> Result<Self, InvalidHeaders<'a>> {
        let mut previous: Option<&'a str> = None;
        for &(name, value) in headers.as_ref() {
            if name.is_empty() || !name.bytes().all(is_token) {
                return Err(InvalidHeaders::Name { name });
            }
            if value.trim_ascii().chars().any(|c| c.is_control() && c != '\t') {
                return Err(InvalidHeaders::Value { name });
            }
            if let Some(previous) = previous {
                match lower_case(previous).cmp(lower_case(name)) {
                    core::cmp::Ordering::Less => {}
                    core::cmp::Ordering::Equal => return Err(InvalidHeaders::Duplicate { name }),
                    core::cmp::Ordering::Greater => {
                        return Err(InvalidHeaders::OutOfOrder { name, previous });
                    }
                }
            }
            previous = Some(name);
        }
        Ok(Self(headers))
    }

    /// The headers of a request, whose order and characters are known to be right.
    pub(super) const fn of_request(headers: H) -> Self {
        Self(headers)
    }

    /// The headers that are signed.
    pub(super) fn signed<'s>(&'s self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'s, 'a, H>
    where
        'a: 's,
    {
        self.0.as_ref().iter().copied().filter(|(name, _)| is_signed(name))
    }

    /// Writes the names of the headers that are signed, with `;` between.
    pub(super) fn write_names(&self, to: &mut Writer<'_>) {
        for (position, (name, _)) in self.signed().enumerate() {
            if position > 0 {
                to.put(b";");
            }
            lower_case(name).for_each(|byte| to.put(&[byte]));
        }
    }
}

/// `tchar` of RFC 9110, 5.6.2.
const fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(
            byte,
            b'!' | b'#'
                | b'$'
                | b'%'
                | b'&'
                | b'\''
                | b'*'
                | b'+'
                | b'-'
                | b'.'
                | b'^'
                | b'_'
                | b'`'
                | b'|'
                | b'~'
        )
}

pub(super) fn lower_case(name: &str) -> impl Iterator<Item = u8> {
    name.bytes().map(|byte| byte.to_ascii_lowercase())
}

fn is_signed(name: &str) -> bool {
    name.eq_ignore_ascii_case("host")
        || name.eq_ignore_ascii_case("content-type")
        || name.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("x-acs-"))
}

/// A list of headers that cannot be signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum InvalidHeaders<'a> {
    /// A name stands behind one that is greater.
    OutOfOrder {
        /// The name that must move to the front.
        name: &'a str,
        /// The name right before it, which must stand behind it.
        previous: &'a str,
    },
    /// A name stands twice.
    Duplicate {
        /// The name.
        name: &'a str,
    },
    /// A name is none of HTTP.
    Name {
        /// The name.
        name: &'a str,
    },
    /// A value has a control character.
    Value {
        /// The name of the header.
        name: &'a str,
    },
}

impl fmt::Display for InvalidHeaders<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutOfOrder { name, previous } => write!(
                f,
                "header {name:?} stands behind {previous:?}: sort the names by their lower case"
            ),
            Self::Duplicate { name } => write!(f, "header {name:?} stands twice: leave one out"),
            Self::Name { name } => write!(f, "header {name:?} has a name that HTTP does not allow"),
            Self::Value { name } => {
                write!(f, "header {name:?} has a control character in its value: leave it out")
            }
        }
    }
}

impl core::error::Error for InvalidHeaders<'_> {}
