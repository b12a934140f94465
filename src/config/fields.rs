//! The fields of an action.

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::text::FromText;
use crate::edition::Edition;
use crate::field::asn::Asn;
use crate::field::auth_key::AuthKey;
use crate::field::client_token::ClientToken;
use crate::field::customer_gateway_id::CustomerGatewayId;
use crate::field::description::Description;
use crate::field::ip_address::IpAddress;
use crate::field::name::Name;
use crate::field::owned::secret::OwnedAuthKey;
use crate::field::owned::{
    OwnedClientToken, OwnedCustomerGatewayId, OwnedDescription, OwnedName, OwnedRegionId,
    OwnedResourceGroupId,
};
use crate::field::page::{PageNumber, PageSize};
use crate::field::region_id::RegionId;
use crate::field::resource_group_id::ResourceGroupId;
use crate::invalid_parameter::InvalidParameter;

/// Reads a type from text: by the contract, and by any edition.
macro_rules! read_text {
    ($([$($lifetime:lifetime)?] $type:ty),+ $(,)?) => {
        read_text!(read: $([$($lifetime)?] $type),+);
    };
    ($read:ident: $([$($lifetime:lifetime)?] $type:ty),+ $(,)?) => {
        $(
            impl<'de $(: $lifetime, $lifetime)?> serde::de::Deserialize<'de> for $type {
                fn deserialize<D: serde::de::Deserializer<'de>>(
                    deserializer: D,
                ) -> Result<Self, D::Error> {
                    $crate::config::text::$read(
                        deserializer,
                        $crate::edition::Edition::November2020,
                    )
                }
            }

            impl<'de $(: $lifetime, $lifetime)?> $crate::config::DeserializeIn<'de> for $type {
                fn deserialize_in<D: serde::de::Deserializer<'de>>(
                    deserializer: D,
                    edition: $crate::edition::Edition,
                ) -> Result<Self, D::Error> {
                    $crate::config::text::$read(deserializer, edition)
                }
            }
        )+
    };
}
#[cfg(feature = "sign")]
pub(super) use read_text;

macro_rules! write_text {
    ($([$($lifetime:lifetime)?] $type:ty),+ $(,)?) => {
        $(
            impl$(<$lifetime>)? serde::ser::Serialize for $type {
                fn serialize<S: serde::ser::Serializer>(
                    &self,
                    serializer: S,
                ) -> Result<S::Ok, S::Error> {
                    serializer.collect_str(self)
                }
            }
        )+
    };
}
#[cfg(feature = "sign")]
pub(super) use write_text;

/// A type that borrows its text, and the one that owns it: how each is made from text.
macro_rules! texts {
    ($($article:literal $name:ident $owned:ident $($secret:literal)?: $text:ident, $edition:ident =>
        $new:expr, $keep:expr;)+) => {
        $(
            impl<'de: 'a, 'a> $crate::config::text::FromText<'de> for $name<'a> {
                const EXPECTED: &'static str = concat!(
                    $article, " ", stringify!($name), " without escapes, or an ", stringify!($owned)
                );
                $(const SECRET: bool = $secret;)?

                fn from_borrowed(
                    $text: &'de str,
                    $edition: $crate::edition::Edition,
                ) -> Result<Self, $crate::invalid_parameter::InvalidParameter> {
                    $new
                }

                fn from_passing(
                    _: &str,
                    _: $crate::edition::Edition,
                ) -> Option<Result<Self, $crate::invalid_parameter::InvalidParameter>> {
                    None
                }
            }

            impl $crate::config::text::FromText<'_> for $owned {
                const EXPECTED: &'static str = concat!($article, " ", stringify!($name), " as text");
                $(const SECRET: bool = $secret;)?

                fn from_borrowed(
                    $text: &str,
                    $edition: $crate::edition::Edition,
                ) -> Result<Self, $crate::invalid_parameter::InvalidParameter> {
                    $keep
                }

                fn from_passing(
                    text: &str,
                    edition: $crate::edition::Edition,
                ) -> Option<Result<Self, $crate::invalid_parameter::InvalidParameter>> {
                    Some(Self::from_borrowed(text, edition))
                }
            }
        )+
    };
}
#[cfg(feature = "sign")]
pub(super) use texts;

texts! {
    "a" RegionId OwnedRegionId: text, _edition => Self::new(text), Self::new(text);
    "a" ClientToken OwnedClientToken: text, _edition => Self::new(text), Self::new(text);
    "a" CustomerGatewayId OwnedCustomerGatewayId: text, _edition => Self::new(text), Self::new(text);
    "a" Name OwnedName: text, edition => Self::new_in(text, edition), Self::new_in(text, edition);
    "a" Description OwnedDescription: text, edition =>
        Self::new_in(text, edition), Self::new_in(text, edition);
    // Whether a request may have it is the request's to say: a list is filtered by it in any edition.
    "a" ResourceGroupId OwnedResourceGroupId: text, _edition => Self::new(text), Self::new(text);
    "an" AuthKey OwnedAuthKey true: text, _edition => Self::new(text), Self::new(text);
}

read_text! {
    ['a] RegionId<'a>, ['a] ClientToken<'a>, ['a] CustomerGatewayId<'a>, ['a] Name<'a>,
    ['a] Description<'a>, ['a] ResourceGroupId<'a>, ['a] AuthKey<'a>,
    [] OwnedRegionId, [] OwnedClientToken, [] OwnedCustomerGatewayId, [] OwnedName,
    [] OwnedDescription, [] OwnedResourceGroupId, [] OwnedAuthKey,
    [] IpAddress,
}

read_text! { read_number: [] Asn, [] PageNumber, [] PageSize }

write_text! {
    ['a] RegionId<'a>, ['a] ClientToken<'a>, ['a] CustomerGatewayId<'a>, ['a] Name<'a>,
    ['a] Description<'a>, ['a] ResourceGroupId<'a>,
    [] OwnedRegionId, [] OwnedClientToken, [] OwnedCustomerGatewayId, [] OwnedName,
    [] OwnedDescription, [] OwnedResourceGroupId,
    [] IpAddress, [] Asn, [] PageNumber, [] PageSize, [] Edition,
}

impl Serialize for AuthKey<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Serialize for OwnedAuthKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.get().serialize(serializer)
    }
}

impl FromText<'_> for IpAddress {
    const EXPECTED: &'static str = "an IpAddress as text";

    fn from_borrowed(text: &str, edition: Edition) -> Result<Self, InvalidParameter> {
        Self::new_in(text, edition)
    }

    fn from_passing(text: &str, edition: Edition) -> Option<Result<Self, InvalidParameter>> {
        Some(Self::new_in(text, edition))
    }
}

macro_rules! numbers {
    ($($name:ident $expected:literal;)+) => {
        $(
            impl FromText<'_> for $name {
                const EXPECTED: &'static str = $expected;

                fn from_borrowed(text: &str, _: Edition) -> Result<Self, InvalidParameter> {
                    Self::new(text)
                }

                fn from_passing(text: &str, _: Edition) -> Option<Result<Self, InvalidParameter>> {
                    Some(Self::new(text))
                }

                fn from_digits(digits: &str) -> Option<Result<Self, InvalidParameter>> {
                    Some(Self::new(digits))
                }
            }
        )+
    };
}

numbers! {
    Asn "an Asn as text";
    PageNumber "a PageNumber as text";
    PageSize "a PageSize as text";
}

impl<'de> Deserialize<'de> for Edition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;

        impl serde::de::Visitor<'_> for Text {
            type Value = Edition;

            fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str("2020-11 or current")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Edition, E> {
                text.parse().map_err(E::custom)
            }
        }

        deserializer.deserialize_str(Text)
    }
}
