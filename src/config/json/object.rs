//! An object of a file, read member by member.

use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use super::File;
use super::cause::{Cause, Start, Syntax};
use super::cursor::Cursor;
use super::member::MemberSeed;
use super::read_error::ReadError;
use super::tag::TagList;
use super::value::Value;
use crate::edition::Edition;
use crate::invalid_parameter::InvalidParameter;
use crate::parameter::Parameter;

/// A member that an object may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub(in crate::config) struct Row {
    pub(in crate::config) name: &'static str,
    pub(in crate::config) is_required: bool,
    /// The parameter, where not every edition has it.
    pub(in crate::config) of_edition: Option<Parameter>,
}

/// The most members of an object.
const MAX_MEMBERS: usize = 16;

/// What an object is read into. It is one type for the reader, whatever the object is, so that there
/// is one copy of the reader.
pub(in crate::config) trait Target {
    /// The members that the object may have, up to 16.
    fn rows(&self) -> &'static [Row];

    /// Takes the value of a member.
    fn set(&mut self, index: usize, value: Value<'_>) -> Result<(), Cause>;

    /// The list that a member is, if it is one.
    fn tags(&mut self, _index: usize) -> Option<&mut dyn TagList> {
        None
    }
}

/// An object that was read, and where its members stand.
pub(in crate::config) struct Object<'de> {
    cursor: Cursor<'de>,
    places: [usize; MAX_MEMBERS],
    rows: &'static [Row],
    end: usize,
}

impl<'de> Object<'de> {
    /// Reads a file that holds an object and nothing else.
    pub(in crate::config) fn read(
        file: File<'de>,
        edition: Edition,
        expected: &'static str,
        target: &mut dyn Target,
    ) -> Result<Self, ReadError> {
        let cursor = Cursor::new(file.bytes)?;
        cursor.skip_space();
        match cursor.byte() {
            Some(b'{') => {}
            None => return Err(cursor.fault(Cause::Syntax(Syntax::Empty), cursor.at())),
            Some(_) => return Err(cursor.fault(cursor.other_type(expected), cursor.at())),
        }
        let rows = target.rows();
        let mut deserializer = serde_json_core::de::Deserializer::new(file.bytes, None);
        let mut places = [0; MAX_MEMBERS];
        let members = Members::new(&cursor, edition, target, &mut places);
        let read = deserializer.deserialize_map(members);
        let end = read.map_err(|error| cursor.error(error))?;
        deserializer.end().map_err(|error| cursor.error(error))?;
        Ok(Self { cursor, places, rows, end })
    }

    /// The error for a value that was refused when all had been read.
    pub(in crate::config) fn refused(&self, refusal: InvalidParameter) -> ReadError {
        let parameter = refusal.parameter();
        let index = self.rows.iter().position(|row| row.name == parameter.as_str());
        let place = index.and_then(|index| self.places.get(index)).copied();
        self.cursor.enter(Some(parameter));
        self.cursor.fault(Cause::Refused(refusal), place.unwrap_or(self.end))
    }

    /// The error for a member that is not there.
    pub(in crate::config) fn missing(&self, name: &'static str) -> ReadError {
        self.cursor.enter(parameter(name));
        self.cursor.fault(Cause::MissingMember(name), self.end)
    }
}

/// Where each member of an object stands; 0 for one that is not there, since a brace comes first.
pub(super) type Places = [usize; MAX_MEMBERS];

fn parameter(name: &str) -> Option<Parameter> {
    Parameter::ALL.iter().copied().find(|parameter| parameter.as_str() == name)
}

/// Reads the members of an object; the value is where it ends.
pub(super) struct Members<'r, 'de> {
    cursor: &'r Cursor<'de>,
    edition: Edition,
    target: &'r mut dyn Target,
    places: &'r mut Places,
    /// The parameter that the object belongs to.
    outer: Option<Parameter>,
}

impl<'r, 'de> Members<'r, 'de> {
    pub(super) fn new(
        cursor: &'r Cursor<'de>,
        edition: Edition,
        target: &'r mut dyn Target,
        places: &'r mut Places,
    ) -> Self {
        Self { cursor, edition, target, places, outer: cursor.parameter() }
    }

    /// Keeps the place of a member; an error is what is wrong with its name.
    fn keep(&mut self, name: &Name) -> Result<(), Cause> {
        if let Some(parameter) = name.row.of_edition {
            self.edition.require(parameter).map_err(Cause::Refused)?;
        }
        match self.places.get_mut(name.index) {
            Some(place @ 0) => {
                *place = name.place;
                Ok(())
            }
            _ => Err(Cause::DuplicateMember(name.row.name)),
        }
    }
}

impl<'de> Visitor<'de> for Members<'_, 'de> {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'de>>(mut self, mut map: M) -> Result<usize, M::Error> {
        let (cursor, rows) = (self.cursor, self.target.rows());
        cursor.advance(1);
        while let Some(name) = map.next_key_seed(NameSeed { cursor, rows })? {
            cursor.enter(parameter(name.row.name).or(self.outer));
            if let Err(cause) = self.keep(&name) {
                return Err(cursor.fail(cause, name.place));
            }
            map.next_value_seed(MemberSeed {
                cursor,
                edition: self.edition,
                target: self.target,
                index: name.index,
                row: name.row,
            })?;
            cursor.enter(self.outer);
        }
        let end = cursor.close();
        for (row, place) in rows.iter().zip(self.places.iter()) {
            if row.is_required && *place == 0 {
                cursor.enter(parameter(row.name).or(self.outer));
                return Err(cursor.fail(Cause::MissingMember(row.name), end));
            }
        }
        Ok(end)
    }
}

/// The name of a member, and where it stands.
struct Name {
    index: usize,
    row: &'static Row,
    place: usize,
}

/// Reads the name of a member.
struct NameSeed<'r, 'de> {
    cursor: &'r Cursor<'de>,
    rows: &'static [Row],
}

impl<'de> DeserializeSeed<'de> for NameSeed<'_, 'de> {
    type Value = Name;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Name, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de> Visitor<'de> for NameSeed<'_, 'de> {
    type Value = Name;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_borrowed_str<E: Error>(self, raw: &'de str) -> Result<Name, E> {
        let Self { cursor, rows } = self;
        let text = cursor.text(raw)?;
        let place = cursor.start_of(raw).saturating_sub(1);
        if let Some((index, row)) = rows.iter().enumerate().find(|(_, row)| text == row.name) {
            return Ok(Name { index, row, place });
        }
        let name = Start::of(text.chars());
        Err(cursor.fail(Cause::UnknownMember { name, known: rows }, place))
    }
}
