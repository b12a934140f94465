//! The members of an answer in JSON, through `serde` and `serde-json-core`.
//!
//! `serde-json-core` reads strings, borrowed and still escaped, and the frame of the object. What it
//! lacks stands here: it takes any garbage for a value that nobody reads, and goes down nested ones
//! without a limit; it loses the whole body over one string that is not UTF-8; and its errors have no
//! position. So the [`syntax`] of a skipped value is checked before it is skipped, and that of a body
//! that was refused is checked to find the place.

use core::fmt;

use serde::de::{DeserializeSeed, Deserializer as _, MapAccess, SeqAccess, Visitor};
use serde_json_core::de::Deserializer;

use super::members::{Member, Members, RawText};
use crate::body_error::BodyError;
use crate::text::{Form, Text};

mod syntax;

/// Notes the members of the answer that starts at `start`.
pub(super) fn read<'a>(
    body: &'a [u8],
    start: usize,
    members: &mut Members<'a>,
) -> Result<(), BodyError> {
    let mut fault = None;
    let mut deserializer = Deserializer::new(body.get(start..).unwrap_or_default(), None);
    let object = Object { body, at: start.saturating_add(1), members, fault: &mut fault };
    let read = deserializer.deserialize_map(object).and_then(|()| deserializer.end());
    match (read, fault) {
        (Ok(_), None) => Ok(()),
        (_, Some(fault)) => Err(fault),
        (Err(_), None) => Err(syntax::fault(body, start)),
    }
}

/// Reads the object that an answer is.
struct Object<'m, 'a> {
    body: &'a [u8],
    /// Behind the brace or the value that was read last.
    at: usize,
    members: &'m mut Members<'a>,
    /// What is wrong, where the error of `serde-json-core` cannot say it.
    fault: &'m mut Option<BodyError>,
}

impl<'a> Visitor<'a> for Object<'_, 'a> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'a>>(mut self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key_seed(Raw)? {
            let result = match self.value_index(name) {
                Ok((name_index, index)) => self.member(name, name_index, index, &mut map)?,
                Err(fault) => Err(fault),
            };
            if let Err(fault) = result {
                *self.fault = Some(fault);
                return Ok(());
            }
        }
        Ok(())
    }
}

impl<'a> Object<'_, 'a> {
    /// Where the name that was just read starts, and where its value does.
    fn value_index(&self, name: Option<&str>) -> Result<(usize, usize), BodyError> {
        let mut at = syntax::skip_spaces(self.body, self.at);
        if self.body.get(at) == Some(&b',') {
            at = syntax::skip_spaces(self.body, at.saturating_add(1));
        }
        let end = match name {
            Some(name) => at.saturating_add(name.len()).saturating_add(2),
            None => syntax::string(self.body, at)?,
        };
        let colon = syntax::skip_spaces(self.body, end);
        let value = syntax::expect(self.body, colon, b':')?;
        Ok((at, syntax::skip_spaces(self.body, value)))
    }

    /// Reads the value at `index`.
    fn member<A: MapAccess<'a>>(
        &mut self,
        name: Option<&str>,
        name_index: usize,
        index: usize,
        map: &mut A,
    ) -> Result<Result<(), BodyError>, A::Error> {
        let value = if self.body.get(index) == Some(&b'"') {
            let content = index.saturating_add(1);
            let end = match map.next_value_seed(Raw)? {
                Some(raw) => content.saturating_add(raw.len()),
                None => match syntax::string(self.body, index) {
                    Ok(end) => end.saturating_sub(1),
                    Err(fault) => return Ok(Err(fault)),
                },
            };
            self.at = end.saturating_add(1);
            let bytes = self.body.get(content..end).unwrap_or_default();
            Some(RawText { bytes, form: Form::Json, index: content })
        } else {
            let end = match syntax::value(self.body, index, 1) {
                Ok(end) => end,
                Err(fault) => return Ok(Err(fault)),
            };
            map.next_value_seed(Skip)?;
            self.at = end;
            let bytes = self.body.get(index..end).unwrap_or_default();
            let is_number = matches!(bytes, [b'-' | b'0'..=b'9', ..]);
            is_number.then_some(RawText { bytes, form: Form::Plain, index })
        };
        if let Some((member, spelling)) = name.and_then(member_of) {
            self.members.insert(member, spelling, value, name_index);
        }
        Ok(Ok(()))
    }
}

/// The member with a name that may be escaped.
fn member_of(name: &str) -> Option<(Member, super::members::Spelling)> {
    if !name.as_bytes().contains(&b'\\') {
        return Member::of(name.as_bytes());
    }
    let name = Text::from_json(name).ok()?.to_heapless::<LONGEST_NAME>().ok()?;
    Member::of(name.as_bytes())
}

/// The length of `CustomerGatewayId`.
const LONGEST_NAME: usize = 17;

/// Reads a string without unescaping it; `None` where it is not UTF-8, which matters only if the
/// string does.
struct Raw;

impl<'a> DeserializeSeed<'a> for Raw {
    type Value = Option<&'a str>;

    fn deserialize<D: serde::Deserializer<'a>>(self, value: D) -> Result<Self::Value, D::Error> {
        // An unterminated string is an error too; the end of the body that follows it tells.
        Ok(value.deserialize_str(Self).unwrap_or(None))
    }
}

impl<'a> Visitor<'a> for Raw {
    type Value = Option<&'a str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E>(self, raw: &'a str) -> Result<Self::Value, E> {
        Ok(Some(raw))
    }
}

/// Skips a value of which the syntax was checked, down to its depth. What is wrong in a string in it
/// does not matter.
struct Skip;

impl<'a> DeserializeSeed<'a> for Skip {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'a>>(self, value: D) -> Result<(), D::Error> {
        let _ = value.deserialize_ignored_any(self);
        Ok(())
    }
}

impl<'a> Visitor<'a> for Skip {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_borrowed_str<E>(self, _: &'a str) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'a>>(self, mut seq: A) -> Result<(), A::Error> {
        while seq.next_element_seed(Self)?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<(), A::Error> {
        while map.next_key_seed(Raw)?.is_some() {
            map.next_value_seed(Self)?;
        }
        Ok(())
    }
}
