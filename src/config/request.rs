//! An object in a configuration file, its members under the service's names.

use core::fmt::{self, Write as _};
use core::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use crate::edition::Edition;
use crate::invalid_parameter::within::Within;

/// A type that is read from an object.
pub(super) trait Members<'de>: Sized {
    /// What the object is.
    const EXPECTED: &'static str;

    /// The names of the members.
    const MEMBERS: &'static [&'static str];

    fn read<M: MapAccess<'de>>(map: M, edition: Edition) -> Result<Self, M::Error>;
}

/// Reads a type by an edition of the rules.
pub(super) fn deserialize<'de, T: Members<'de>, D: Deserializer<'de>>(
    edition: Edition,
    deserializer: D,
) -> Result<T, D::Error> {
    let request = Request { edition, of: PhantomData };
    deserializer.deserialize_struct("", T::MEMBERS, request)
}

struct Request<T> {
    edition: Edition,
    of: PhantomData<T>,
}

impl<'de, T: Members<'de>> Visitor<'de> for Request<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<T, M::Error> {
        T::read(map, self.edition)
    }
}

/// Reads the name of a member, one of those that there are.
pub(super) struct MemberName(pub(super) &'static [&'static str]);

impl<'de> DeserializeSeed<'de> for MemberName {
    type Value = &'static str;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<&'static str, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for MemberName {
    type Value = &'static str;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a parameter")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<&'static str, E> {
        let known = self.0.iter().find(|member| **member == name);
        known.copied().ok_or_else(|| E::custom(UnknownMember { name, known: self.0 }))
    }
}

/// The error of serde for an unknown member, which keeps to a precision.
struct UnknownMember<'a> {
    name: &'a str,
    known: &'static [&'static str],
}

impl fmt::Display for UnknownMember<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut to = Within::precision_of(f);
        write!(to, "unknown field `{}`, expected one of ", self.name)?;
        for (position, known) in self.known.iter().enumerate() {
            let comma = if position == 0 { "" } else { ", " };
            write!(to, "{comma}`{known}`")?;
        }
        Ok(())
    }
}

/// Holds a member to be there once.
pub(super) fn once<T, E: Error>(place: Option<&T>, name: &'static str) -> Result<(), E> {
    match place {
        Some(_) => Err(E::duplicate_field(name)),
        None => Ok(()),
    }
}
