//! The bytes of a body.

use super::fault::Fault;
use super::member::Kind;
use super::span::Span;
use crate::escaped::EscapedStr;
#[cfg(feature = "xml")]
use crate::escaped::Escaping;

/// The bytes of a body, without the zeros at its end.
#[derive(Clone, Copy)]
pub(super) struct Body<'b> {
    bytes: &'b [u8],
    /// The body, if all of it is UTF-8: to check it once takes less than to check each text.
    utf8: &'b str,
}

impl<'b> Body<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, utf8: core::str::from_utf8(bytes).unwrap_or_default() }
    }

    pub(super) const fn bytes(&self) -> &'b [u8] {
        self.bytes
    }

    pub(super) fn raw(&self, span: Span) -> &'b [u8] {
        self.bytes.get(span.start..span.end).unwrap_or_default()
    }

    /// The text of a member's value, without white space at its edges if it is an id.
    pub(super) fn text(
        &self,
        span: Span,
        kind: Kind,
        member: &'static str,
    ) -> Result<EscapedStr<'b>, Fault> {
        let start = span.start;
        let Some(escaping) = span.shape.escaping() else {
            return Err(Fault::WrongType { member, index: start });
        };
        let text = self.utf8.get(start..span.end);
        let text = text.map_or_else(|| core::str::from_utf8(self.raw(span)), Ok);
        let text = text.map_err(|error| Fault::InvalidUtf8 {
            member,
            index: start.wrapping_add(error.valid_up_to()),
        })?;
        let text = match escaping {
            #[cfg(feature = "xml")]
            Escaping::Xml => EscapedStr::from_xml(text),
            escaping => EscapedStr::checked(text, escaping),
        };
        match text {
            Ok(text) => Ok(if kind == Kind::Id { text.trim() } else { text }),
            Err(error) => Err(Fault::InvalidEscape {
                member,
                fault: error.fault(),
                index: start.wrapping_add(error.index()),
            }),
        }
    }
}
