//! The value of a member.

use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::cause::{Cause, Syntax};
use super::cursor::Cursor;
use super::object::{Row, Target};
use super::tag::TagSeed;
use super::unescaped::{Unescaped, escaped_index};
use super::value::Value;
use crate::edition::Edition;

/// Reads the value of a member.
pub(super) struct MemberSeed<'r, 'de> {
    pub(super) cursor: &'r Cursor<'de>,
    pub(super) edition: Edition,
    pub(super) target: &'r mut dyn Target,
    pub(super) index: usize,
    pub(super) row: &'static Row,
}

impl<'de> DeserializeSeed<'de> for MemberSeed<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.cursor.skip(b':');
        // What is ignored is handed out by its type, a number excepted.
        deserializer.deserialize_ignored_any(self)
    }
}

impl MemberSeed<'_, '_> {
    /// Takes a value. It stands at a place, and in a text or a number, one that is refused may be
    /// refused for one of its characters.
    fn set<E: Error>(&mut self, value: Value<'_>, place: usize, raw: &str) -> Result<(), E> {
        self.target.set(self.index, value).map_err(|cause| self.fail(cause, place, raw))
    }

    fn fail<E: Error>(&self, cause: Cause, place: usize, raw: &str) -> E {
        let index = match &cause {
            Cause::Refused(refusal) => refusal.index(),
            _ => None,
        };
        let place = index.map_or(place, |index| {
            self.cursor.start_of(raw).saturating_add(escaped_index(raw, index))
        });
        self.cursor.fail(cause, place)
    }
}

impl<'de> Visitor<'de> for MemberSeed<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_borrowed_str<E: Error>(mut self, raw: &'de str) -> Result<(), E> {
        let place = self.cursor.at();
        let text = self.cursor.text(raw)?;
        if let Some(plain) = text.as_plain() {
            return self.set(Value::Text(plain), place, raw);
        }
        let unescaped = Unescaped::new(text);
        match self.target.set(self.index, Value::Text(unescaped.as_str())) {
            Ok(()) => Ok(()),
            Err(cause) if unescaped.is_cut() => {
                Err(self.fail(cause.of_longer(text.chars()), place, raw))
            }
            Err(cause) => Err(self.fail(cause, place, raw)),
        }
    }

    /// A number, or a name such as `true`.
    fn visit_unit<E: Error>(mut self) -> Result<(), E> {
        let (place, token) = (self.cursor.at(), self.cursor.scalar());
        let Some(value) = Value::of_scalar(token) else {
            return Err(self.cursor.fail(Cause::Syntax(Syntax::Value), place));
        };
        self.cursor.advance(token.len());
        match value {
            // It is as if it were not there.
            Value::Null if !self.row.is_required => Ok(()),
            _ => self.set(value, place, token),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        let (cursor, edition, place) = (self.cursor, self.edition, self.cursor.at());
        let Some(tags) = self.target.tags(self.index) else {
            return self.set(Value::List, place, "");
        };
        cursor.advance(1);
        let mut is_first = true;
        while list
            .next_element_seed(TagSeed { cursor, edition, tags: &mut *tags, is_first })?
            .is_some()
        {
            is_first = false;
        }
        cursor.close();
        Ok(())
    }

    /// None of the members is an object.
    fn visit_map<M: MapAccess<'de>>(mut self, _: M) -> Result<(), M::Error> {
        let place = self.cursor.at();
        self.set(Value::Object, place, "")
    }
}
