//! The bytes of a body.

use super::flaw::{Flaw, What};
use super::member::Kind;
use super::span::{Shape, Span};
use crate::escaped::EscapedStr;
#[cfg(feature = "xml")]
use crate::escaped::Escaping;

/// The bytes of a body, without the zeros at its end.
#[derive(Clone, Copy)]
pub(super) struct Body<'b> {
    bytes: &'b [u8],
    /// The body, if all of it is UTF-8: to check it once takes less time than to check each text.
    #[cfg(target_pointer_width = "64")]
    utf8: &'b str,
}

impl<'b> Body<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        Self {
            bytes,
            #[cfg(target_pointer_width = "64")]
            utf8: core::str::from_utf8(bytes).unwrap_or_default(),
        }
    }

    pub(super) const fn bytes(&self) -> &'b [u8] {
        self.bytes
    }

    #[cfg_attr(not(target_pointer_width = "64"), inline(never))]
    pub(super) fn raw(&self, span: Span) -> &'b [u8] {
        self.bytes.get(span.start..span.end).unwrap_or_default()
    }

    /// The text of a member's value, without white space at its edges if it is an id.
    pub(super) fn text(&self, span: Span, kind: Kind) -> Result<EscapedStr<'b>, Flaw> {
        let start = span.start;
        let Some(escaping) = span.shape.escaping() else {
            let is_conflict = span.shape == Shape::Conflict;
            return Err(Flaw::new(
                if is_conflict { What::Conflict } else { What::WrongType },
                start,
            ));
        };
        let text = self.utf8(span).map_err(|at| Flaw::new(What::InvalidUtf8, at))?;
        let text = match escaping {
            #[cfg(feature = "xml")]
            Escaping::Xml => EscapedStr::from_xml(text),
            escaping => EscapedStr::checked(text, escaping),
        };
        match text {
            Ok(text) => Ok(if kind == Kind::Id { text.trim() } else { text }),
            Err(error) => {
                let what = What::InvalidEscape(error.fault());
                Err(Flaw::new(what, start.wrapping_add(error.index())))
            }
        }
    }

    /// What stands somewhere, or where it is not UTF-8.
    fn utf8(&self, span: Span) -> Result<&'b str, usize> {
        #[cfg(target_pointer_width = "64")]
        if let Some(text) = self.utf8.get(span.start..span.end) {
            return Ok(text);
        }
        core::str::from_utf8(self.raw(span))
            .map_err(|error| span.start.wrapping_add(error.valid_up_to()))
    }
}
