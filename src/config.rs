//! Fields and requests in configuration files.
//!
//! The borrowing fields read text that stands in the file as it is; where a file may escape it (a
//! quote in a description), the owned ones read it. Both write the text that they hold, secrets
//! included: what is written with an [`AuthKey`](crate::AuthKey) in it is a secret itself. An
//! `AccessKeySecret` (feature `sign`) is read only.
//!
//! `Deserialize` checks by the contract. For another edition of the rules, there are [`current`] for
//! a member of a type of your own, and [`InEdition`] where the edition is known at run time only.
//!
//! No error tells a secret, but a reader may quote the file beside it, as `toml` does.
//!
//! An error keeps to the precision that it is printed with, as `serde-json-core` asks for it with its
//! feature `custom-error-messages`.

mod fields;
#[cfg(feature = "serde-json-core")]
mod json;
mod read;
mod request;
mod responses;
#[cfg(feature = "sign")]
mod signing;
mod tags;
mod text;
mod write;

use core::fmt;
use core::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};

#[cfg(feature = "serde-json-core")]
pub use self::json::{FromJson, Json, ReadError, ToJson, from_json, to_json};
use crate::edition::Edition;

/// A value that can be read by an edition of the rules.
///
/// It is implemented for every field, for an `Option` of one, and for every request.
pub trait DeserializeIn<'de>: Sized {
    /// Reads a value, and checks it by an edition.
    ///
    /// # Errors
    ///
    /// Those of the constructor of the type, and those of the deserializer.
    fn deserialize_in<D: Deserializer<'de>>(
        deserializer: D,
        edition: Edition,
    ) -> Result<Self, D::Error>;
}

impl<'de, T: DeserializeIn<'de>> DeserializeIn<'de> for Option<T> {
    fn deserialize_in<D: Deserializer<'de>>(
        deserializer: D,
        edition: Edition,
    ) -> Result<Self, D::Error> {
        deserializer.deserialize_option(InEdition::<T>::new(edition))
    }
}

/// Reads a value by the rules of today, for a member of a type of your own.
///
/// ```
/// use aliyun_customer_gateway::OwnedName;
///
/// #[derive(serde::Deserialize)]
/// struct Site {
///     #[serde(default, deserialize_with = "aliyun_customer_gateway::config::current")]
///     name: Option<OwnedName>,
/// }
///
/// let site: Site = toml::from_str(r#"name = "branch office""#).unwrap();
/// assert_eq!(site.name.unwrap().as_str(), "branch office");
/// ```
///
/// # Errors
///
/// Those of [`DeserializeIn::deserialize_in`].
pub fn current<'de, D: Deserializer<'de>, T: DeserializeIn<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    T::deserialize_in(deserializer, Edition::Current)
}

/// Reads a `T` by an edition of the rules that is known at run time only.
///
/// ```
/// use aliyun_customer_gateway::config::InEdition;
/// use aliyun_customer_gateway::{Edition, OwnedName};
/// use serde::de::DeserializeSeed as _;
///
/// let seed = InEdition::<OwnedName>::new(Edition::Current);
/// let mut json = serde_json::Deserializer::from_str(r#""branch office""#);
/// assert_eq!(seed.deserialize(&mut json).unwrap().as_str(), "branch office");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct InEdition<T> {
    edition: Edition,
    value: PhantomData<fn() -> T>,
}

impl<T> InEdition<T> {
    /// Reads by an edition.
    #[must_use]
    pub const fn new(edition: Edition) -> Self {
        Self { edition, value: PhantomData }
    }
}

impl<'de, T: DeserializeIn<'de>> DeserializeSeed<'de> for InEdition<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::deserialize_in(deserializer, self.edition)
    }
}

/// Reads an `Option`.
impl<'de, T: DeserializeIn<'de>> Visitor<'de> for InEdition<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an option")
    }

    fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        T::deserialize_in(deserializer, self.edition).map(Some)
    }
}
