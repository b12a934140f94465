//! What a text reads as, part by part and character by character.

use core::fmt;

#[cfg(feature = "json")]
use super::json;
#[cfg(feature = "xml")]
use super::xml;
use super::{EscapeFault, EscapedStr, Escaping};

impl<'a> EscapedStr<'a> {
    /// Takes off the start what reads as it stands.
    pub(super) fn take_plain(&mut self) -> &'a str {
        let len = match self.escaping {
            Escaping::Plain => self.raw.len(),
            #[cfg(feature = "json")]
            Escaping::Json => json::plain_len(self.raw),
            #[cfg(feature = "xml")]
            Escaping::Xml | Escaping::Cdata => xml::plain_len(self.raw, self.escaping),
        };
        let (plain, rest) = self.raw.split_at_checked(len).unwrap_or_default();
        self.raw = rest;
        plain
    }

    /// What is wrong at the start of a text of which something is left, and no character.
    pub(super) fn fault_at_start(&self) -> EscapeFault {
        match self.escaping {
            #[cfg(feature = "json")]
            Escaping::Json => json::fault(self.raw),
            #[cfg(feature = "xml")]
            Escaping::Xml | Escaping::Cdata => {
                let Self { mut raw, mut escaping } = *self;
                xml::special(&mut raw, &mut escaping).err().unwrap_or(EscapeFault::Forbidden)
            }
            Escaping::Plain => EscapeFault::Forbidden,
        }
    }
}

/// The characters of an [`EscapedStr`].
#[derive(Clone)]
pub struct Chars<'a> {
    pub(super) rest: EscapedStr<'a>,
}

#[cfg(test)]
impl<'a> Chars<'a> {
    pub(crate) const fn as_raw(&self) -> &'a str {
        self.rest.raw
    }
}

impl Iterator for Chars<'_> {
    type Item = char;

    #[cfg_attr(
        not(feature = "xml"),
        allow(clippy::never_loop, reason = "in XML there is what reads as nothing")
    )]
    fn next(&mut self) -> Option<char> {
        let Self { rest: EscapedStr { raw, escaping } } = self;
        loop {
            let mut chars = raw.chars();
            let first = chars.next()?;
            match escaping {
                #[cfg(feature = "json")]
                Escaping::Json if matches!(first, '\\' | '"' | ..' ') => return json::escape(raw),
                #[cfg(feature = "xml")]
                Escaping::Xml | Escaping::Cdata if xml::is_special(raw.as_bytes(), *escaping) => {
                    match xml::special(raw, escaping) {
                        // A comment, or the edge of a CDATA section.
                        Ok(None) => continue,
                        read => return read.unwrap_or_default(),
                    }
                }
                _ => {}
            }
            *raw = chars.as_str();
            return Some(first);
        }
    }
}

impl fmt::Debug for Chars<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
