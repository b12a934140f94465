//! Tags: a list of objects with a `Key` and a `Value`.

use core::fmt::{self, Write as _};
use core::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeStruct as _, Serializer};

use super::DeserializeIn;
use crate::edition::Edition;
use crate::field::owned::tags::{OwnedTag, OwnedTags};
use crate::field::tag::Tag;
use crate::field::tags::Tags;
use crate::invalid_parameter::within::Within;

impl Serialize for Tag<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut tag = serializer.serialize_struct("Tag", 2)?;
        tag.serialize_field("Key", self.key())?;
        tag.serialize_field("Value", self.value())?;
        tag.end()
    }
}

impl Serialize for OwnedTag {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.get().serialize(serializer)
    }
}

impl Serialize for Tags<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<const N: usize> Serialize for OwnedTags<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.get().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for OwnedTag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct("Tag", &["Key", "Value"], TagVisitor)
    }
}

impl<'de> DeserializeIn<'de> for OwnedTag {
    fn deserialize_in<D: Deserializer<'de>>(deserializer: D, _: Edition) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }
}

struct TagVisitor;

impl<'de> Visitor<'de> for TagVisitor {
    type Value = OwnedTag;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a tag: a Key and a Value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<OwnedTag, A::Error> {
        let (mut key, mut value) = (None, None);
        while let Some(member) = map.next_key::<Member>()? {
            match member {
                Member::Key if key.is_some() => return Err(A::Error::duplicate_field("Key")),
                Member::Value if value.is_some() => return Err(A::Error::duplicate_field("Value")),
                Member::Key => key = Some(map.next_value::<Text<{ Tag::MAX_KEY_BYTES }>>()?.0),
                Member::Value => {
                    value = Some(map.next_value::<Option<Text<{ Tag::MAX_VALUE_BYTES }>>>()?);
                }
            }
        }
        let key = key.ok_or_else(|| A::Error::missing_field("Key"))?;
        // The service takes a tag without a value, and sends it as an empty one.
        let value: heapless::String<{ Tag::MAX_VALUE_BYTES }> =
            value.flatten().map(|text| text.0).unwrap_or_default();
        OwnedTag::new(&key, &value).map_err(A::Error::custom)
    }
}

/// The name of a member of a tag.
enum Member {
    Key,
    Value,
}

impl<'de> Deserialize<'de> for Member {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Name;

        impl Visitor<'_> for Name {
            type Value = Member;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("Key or Value")
            }

            fn visit_str<E: Error>(self, name: &str) -> Result<Member, E> {
                match name {
                    "Key" => Ok(Member::Key),
                    "Value" => Ok(Member::Value),
                    _ => Err(E::custom(UnknownMember(name))),
                }
            }
        }

        deserializer.deserialize_identifier(Name)
    }
}

/// The error of serde for an unknown member, which keeps to a precision.
struct UnknownMember<'a>(&'a str);

impl fmt::Display for UnknownMember<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(Within::precision_of(f), "unknown field `{}`, expected `Key` or `Value`", self.0)
    }
}

/// A text of up to `N` bytes, checked later.
struct Text<const N: usize>(heapless::String<N>);

impl<'de, const N: usize> Deserialize<'de> for Text<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Copy<const N: usize>;

        impl<const N: usize> Visitor<'_> for Copy<N> {
            type Value = Text<N>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Text<N>, E> {
                match heapless::String::try_from(text) {
                    Ok(text) => Ok(Text(text)),
                    // What does not fit is too long for a key, or for a value.
                    Err(_) if N == Tag::MAX_KEY_BYTES => {
                        Tag::new(text, "").map(|_| Text(heapless::String::new())).map_err(E::custom)
                    }
                    Err(_) => Tag::new("-", text)
                        .map(|_| Text(heapless::String::new()))
                        .map_err(E::custom),
                }
            }
        }

        deserializer.deserialize_str(Copy)
    }
}

impl<'de, const N: usize> Deserialize<'de> for OwnedTags<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(TagsVisitor(PhantomData))
    }
}

impl<'de, const N: usize> DeserializeIn<'de> for OwnedTags<N> {
    fn deserialize_in<D: Deserializer<'de>>(deserializer: D, _: Edition) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }
}

struct TagsVisitor<const N: usize>(PhantomData<[(); N]>);

impl<'de, const N: usize> Visitor<'de> for TagsVisitor<N> {
    type Value = OwnedTags<N>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of tags")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<OwnedTags<N>, A::Error> {
        let mut tags = OwnedTags::new();
        while let Some(tag) = list.next_element::<OwnedTag>()? {
            tags.push(tag.get()).map_err(A::Error::custom)?;
        }
        Ok(tags)
    }
}
