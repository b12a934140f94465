//! The texts of an answer's members.

use super::members::{Member, Members, RawText};
use crate::body_error::BodyError;
use crate::escaped::EscapedStr;
#[cfg(feature = "xml")]
use crate::escaped::Escaping;

/// The texts of an answer's members. None is checked before it is asked for, so that a mistake in a
/// member that nobody reads loses nothing.
pub(super) struct Texts<'a, 'm> {
    body: &'a [u8],
    /// The body, if all of it is UTF-8: to check it once takes less than to check each text.
    utf8: &'a str,
    members: &'m Members,
    /// The first mistake in what was asked for.
    error: Option<BodyError>,
}

impl<'a, 'm> Texts<'a, 'm> {
    pub(super) fn new(body: &'a [u8], members: &'m Members) -> Self {
        let utf8 = core::str::from_utf8(body).unwrap_or_default();
        Self { body, utf8, members, error: None }
    }

    /// The text of a member; `finish` tells whether there is a mistake in it.
    pub(super) fn text(&mut self, member: Member) -> Option<EscapedStr<'a>> {
        let text = self.check(member);
        text.unwrap_or_else(|error| {
            self.fail(error);
            None
        })
    }

    fn check(&self, member: Member) -> Result<Option<EscapedStr<'a>>, BodyError> {
        let value = self.members.value(member)?;
        value.map(|raw| self.check_text(raw, member.name())).transpose()
    }

    fn check_text(&self, raw: RawText, member: &'static str) -> Result<EscapedStr<'a>, BodyError> {
        let RawText { start, end, form } = raw;
        let text = self.utf8.get(start..end).map_or_else(
            || core::str::from_utf8(self.body.get(start..end).unwrap_or_default()),
            Ok,
        );
        let text = text.map_err(|error| BodyError::InvalidUtf8 {
            member,
            index: start.saturating_add(error.valid_up_to()),
        })?;
        let text = match form {
            #[cfg(feature = "xml")]
            Escaping::Xml => EscapedStr::from_xml(text),
            form => EscapedStr::checked(text, form),
        };
        text.map_err(|error| BodyError::InvalidEscape {
            member,
            fault: error.fault(),
            index: start.saturating_add(error.index()),
        })
    }

    /// The text of a member that names something: an empty one names nothing.
    pub(super) fn named(&mut self, member: Member) -> Option<EscapedStr<'a>> {
        self.text(member).map(|text| text.trim()).filter(|text| !text.is_empty())
    }

    /// Notes a mistake, unless there is one already.
    pub(super) fn fail(&mut self, error: BodyError) {
        self.error.get_or_insert(error);
    }

    /// The first mistake in what was asked for.
    pub(super) fn finish(self) -> Result<(), BodyError> {
        self.error.map_or(Ok(()), Err)
    }
}
