//! Tags: a list of objects with a `Key` and a `Value`.

use serde::de::{DeserializeSeed, Deserializer};

use super::cause::{Cause, Syntax};
use super::cursor::Cursor;
use super::object::{Members, Row, Target};
use super::value::Value;
use crate::edition::Edition;
use crate::field::owned::tags::OwnedTags;
use crate::field::tag::Tag;
use crate::invalid_parameter::InvalidParameter;

/// Tags that more are added to.
pub(in crate::config) trait TagList {
    fn push(&mut self, tag: Tag<'_>) -> Result<(), InvalidParameter>;
}

impl<const N: usize> TagList for OwnedTags<N> {
    fn push(&mut self, tag: Tag<'_>) -> Result<(), InvalidParameter> {
        Self::push(self, tag)
    }
}

/// Reads a tag, and adds it.
pub(super) struct TagSeed<'r, 'de> {
    pub(super) cursor: &'r Cursor<'de>,
    pub(super) edition: Edition,
    pub(super) tags: &'r mut dyn TagList,
    pub(super) is_first: bool,
}

impl<'de> DeserializeSeed<'de> for TagSeed<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let Self { cursor, edition, tags, is_first } = self;
        cursor.skip_space();
        // `serde-json-core` takes a comma before the first tag, and then none before the second.
        if is_first == (cursor.byte() == Some(b',')) {
            let syntax = if is_first { Syntax::Value } else { Syntax::CommaOrBracket };
            return Err(cursor.fail(Cause::Syntax(syntax), cursor.at()));
        }
        cursor.skip(b',');
        let place = cursor.at();
        if cursor.byte() != Some(b'{') {
            return Err(cursor.fail(cursor.other_type("a tag: a Key and a Value"), place));
        }
        let mut tag = TagTexts { key: heapless::String::new(), value: heapless::String::new() };
        let mut places = Default::default();
        deserializer.deserialize_map(Members::new(cursor, edition, &mut tag, &mut places))?;
        let read = Tag::new(&tag.key, &tag.value).and_then(|tag| tags.push(tag));
        read.map_err(|refusal| cursor.fail(Cause::Refused(refusal), place))
    }
}

/// The texts of a tag.
struct TagTexts {
    key: heapless::String<{ Tag::MAX_KEY_BYTES }>,
    value: heapless::String<{ Tag::MAX_VALUE_BYTES }>,
}

const ROWS: &[Row] = &[
    Row { name: "Key", is_required: true, of_edition: None },
    Row { name: "Value", is_required: false, of_edition: None },
];

impl Target for TagTexts {
    fn rows(&self) -> &'static [Row] {
        ROWS
    }

    fn set(&mut self, index: usize, value: Value<'_>) -> Result<(), Cause> {
        let Value::Text(text) = value else { return Err(value.invalid_type("a text")) };
        // What keeps the rule fits.
        if index == 0 {
            Tag::new(text, "").map_err(Cause::Refused)?;
            self.key = heapless::String::try_from(text).unwrap_or_default();
        } else {
            Tag::new("-", text).map_err(Cause::Refused)?;
            self.value = heapless::String::try_from(text).unwrap_or_default();
        }
        Ok(())
    }
}
