//! Fields in configuration files.
//!
//! The borrowing fields read text that stands in the file as it is; where a file may escape it (a
//! quote in a description), the owned ones read it.

pub(crate) mod request;

use core::fmt;
use core::marker::PhantomData;

use ::serde::de::{Deserialize, Deserializer, Error, Visitor};
use ::serde::ser::{Serialize, Serializer};

use crate::field::asn::Asn;
use crate::field::client_token::ClientToken;
use crate::field::description::Description;
use crate::field::ip_address::IpAddress;
use crate::field::name::Name;
use crate::field::owned::{OwnedClientToken, OwnedDescription, OwnedName, OwnedRegionId};
use crate::field::region_id::RegionId;
use crate::invalid_parameter::InvalidParameter;

/// Something that is made from text by its one constructor.
trait FromText<'de>: Sized {
    const EXPECTED: &'static str;

    fn from_borrowed(text: &'de str) -> Result<Self, InvalidParameter>;

    /// The value of a text that does not outlive the call; `None` where the value borrows it.
    fn from_passing(text: &str) -> Option<Result<Self, InvalidParameter>>;

    /// The value of a number, where one is as good as its text.
    fn from_number(_: u64) -> Option<Result<Self, InvalidParameter>> {
        None
    }
}

struct TextVisitor<T>(PhantomData<T>);

impl<'de, T: FromText<'de>> Visitor<'de> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<T, E> {
        T::from_borrowed(text).map_err(E::custom)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        match T::from_passing(text) {
            Some(value) => value.map_err(E::custom),
            None => Err(E::invalid_type(serde::de::Unexpected::Str(text), &self)),
        }
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        match T::from_number(number) {
            Some(value) => value.map_err(E::custom),
            None => Err(E::invalid_type(serde::de::Unexpected::Unsigned(number), &self)),
        }
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        match u64::try_from(number) {
            Ok(number) => self.visit_u64(number),
            Err(_) => Err(E::invalid_type(serde::de::Unexpected::Signed(number), &self)),
        }
    }
}

macro_rules! text_of {
    ($([$($lifetime:lifetime)?] $type:ty),+) => {
        $(
            impl$(<$lifetime>)? Serialize for $type {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.collect_str(self)
                }
            }

            impl<'de $(: $lifetime, $lifetime)?> Deserialize<'de> for $type {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserializer.deserialize_str(TextVisitor(PhantomData))
                }
            }
        )+
    };
}

text_of!(
    ['a] RegionId<'a>, ['a] ClientToken<'a>, ['a] Name<'a>, ['a] Description<'a>,
    [] IpAddress, [] Asn,
    [] OwnedRegionId, [] OwnedClientToken, [] OwnedName, [] OwnedDescription
);

macro_rules! borrowing {
    ($($name:ident $expected:literal,)+) => {
        $(
            impl<'de: 'a, 'a> FromText<'de> for $name<'a> {
                const EXPECTED: &'static str = $expected;

                fn from_borrowed(text: &'de str) -> Result<Self, InvalidParameter> {
                    Self::new(text)
                }

                fn from_passing(_: &str) -> Option<Result<Self, InvalidParameter>> {
                    None
                }
            }
        )+
    };
}

borrowing! {
    RegionId "a RegionId without escapes, or an OwnedRegionId",
    ClientToken "a ClientToken without escapes, or an OwnedClientToken",
    Name "a Name without escapes, or an OwnedName",
    Description "a Description without escapes, or an OwnedDescription",
}

impl FromText<'_> for IpAddress {
    const EXPECTED: &'static str = "an IpAddress as text";

    fn from_borrowed(text: &str) -> Result<Self, InvalidParameter> {
        Self::new(text)
    }

    fn from_passing(text: &str) -> Option<Result<Self, InvalidParameter>> {
        Some(Self::new(text))
    }
}

impl FromText<'_> for Asn {
    const EXPECTED: &'static str = "an Asn as text";

    fn from_borrowed(text: &str) -> Result<Self, InvalidParameter> {
        Self::new(text)
    }

    fn from_passing(text: &str) -> Option<Result<Self, InvalidParameter>> {
        Some(Self::new(text))
    }

    fn from_number(number: u64) -> Option<Result<Self, InvalidParameter>> {
        let digits = heapless::format!(20; "{number}").ok()?;
        Some(Self::new(&digits))
    }
}

macro_rules! owning {
    ($($(#[$attribute:meta])* $owned:ident $expected:literal,)+) => {
        $(
            $(#[$attribute])*
            impl FromText<'_> for $owned {
                const EXPECTED: &'static str = $expected;

                fn from_borrowed(text: &str) -> Result<Self, InvalidParameter> {
                    Self::new(text)
                }

                fn from_passing(text: &str) -> Option<Result<Self, InvalidParameter>> {
                    Some(Self::new(text))
                }
            }
        )+
    };
}

owning! {
    OwnedRegionId "a RegionId as text",
    OwnedClientToken "a ClientToken as text",
    OwnedName "a Name as text",
    OwnedDescription "a Description as text",
}
