//! Responses that a program keeps.

use core::fmt;

use heapless::String;
use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap as _, Serializer};

#[cfg(feature = "serde-json-core")]
use super::json::{ObjectWriter, ToJson, members};
use super::request::{self, Members, once};
use super::{DeserializeIn, InEdition};
use crate::action::gateway::owned::{
    CUSTOMER_GATEWAY_ID_LEN, IP_ADDRESS_LEN, OwnedCreated, OwnedDeleted, OwnedGateway,
    OwnedModified, RESOURCE_GROUP_ID_LEN,
};
use crate::edition::Edition;
use crate::response::DoesNotFit;
use crate::response::owned::REQUEST_ID_LEN;

/// Reads and writes responses. A member is `required` or `optional`.
macro_rules! responses {
    ($(
        [$($generics:tt)*] [$($arguments:tt)*] $type:ty as $expected:literal {
            $($kind:ident $name:literal $field:ident: $member:ty;)+
        }
    )+) => {
        $(
            impl<$($generics)*> Serialize for $type {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    let are_there = [$(responses!(@is_there $kind self.$field)),+];
                    let count = are_there.into_iter().filter(|is_there| *is_there).count();
                    let mut map = serializer.serialize_map(Some(count))?;
                    $(
                        if responses!(@is_there $kind self.$field) {
                            map.serialize_entry($name, &self.$field)?;
                        }
                    )+
                    map.end()
                }
            }

            impl<'de, $($generics)*> Members<'de> for $type {
                const EXPECTED: &'static str = $expected;
                const MEMBERS: &'static [&'static str] = &[$($name),+];

                fn read<M: MapAccess<'de>>(
                    mut map: M,
                    edition: Edition,
                ) -> Result<Self, M::Error> {
                    $(let mut $field: Option<Option<$member>> = None;)+
                    while let Some(member) = map.next_key_seed(MemberName(Self::MEMBERS))? {
                        match member {
                            $(
                                Some($name) => {
                                    once($field.as_ref(), $name)?;
                                    let value = responses!(@read $kind map, edition, $member);
                                    let kept = value.map(|value| Kept::keep(value, $name));
                                    $field = Some(kept.transpose().map_err(M::Error::custom)?);
                                }
                            )+
                            // What was kept by a later version may have more.
                            _ => {
                                map.next_value::<IgnoredAny>()?;
                            }
                        }
                    }
                    Ok(Self { $($field: responses!(@made $kind $field.flatten(), $name)),+ })
                }
            }

            impl<'de, $($generics)*> Deserialize<'de> for $type {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    request::deserialize(Edition::default(), deserializer)
                }
            }

            #[cfg(feature = "serde-json-core")]
            members! {
                owned [$($generics)*] [$($arguments)*] $type as $expected, {
                    $($kind $name $field: $member;)+
                } => None, Self { $($field),+ }
            }

            #[cfg(feature = "serde-json-core")]
            impl<$($generics)*> ToJson for $type {
                fn put_members(&self, to: &mut ObjectWriter<'_, '_>) {
                    $(to.member($name, &self.$field);)+
                }
            }
        )+
    };
    (@is_there required $value:expr) => { true };
    (@is_there optional $value:expr) => { $value.is_some() };
    (@read required $map:ident, $edition:ident, $member:ty) => {
        Some($map.next_value_seed(InEdition::<<$member as Kept>::Read>::new($edition))?)
    };
    (@read optional $map:ident, $edition:ident, $member:ty) => {
        $map.next_value_seed(InEdition::<Option<<$member as Kept>::Read>>::new($edition))?
    };
    (@made required $value:expr, $name:literal) => {
        $value.ok_or_else(|| M::Error::missing_field($name))?
    };
    (@made optional $value:expr, $name:literal) => { $value };
}

responses! {
    [const NAME: usize, const DESCRIPTION: usize] [NAME, DESCRIPTION]
    OwnedCreated<NAME, DESCRIPTION> as "a response to CreateCustomerGateway" {
        required "CustomerGatewayId" customer_gateway_id: String<CUSTOMER_GATEWAY_ID_LEN>;
        optional "RequestId" request_id: String<REQUEST_ID_LEN>;
        optional "IpAddress" ip_address: String<IP_ADDRESS_LEN>;
        optional "Name" name: String<NAME>;
        optional "Description" description: String<DESCRIPTION>;
        optional "CreateTime" create_time: u64;
    }

    [const NAME: usize, const DESCRIPTION: usize] [NAME, DESCRIPTION]
    OwnedModified<NAME, DESCRIPTION> as "a response to ModifyCustomerGatewayAttribute" {
        required "CustomerGatewayId" customer_gateway_id: String<CUSTOMER_GATEWAY_ID_LEN>;
        optional "RequestId" request_id: String<REQUEST_ID_LEN>;
        optional "IpAddress" ip_address: String<IP_ADDRESS_LEN>;
        optional "Name" name: String<NAME>;
        optional "Description" description: String<DESCRIPTION>;
        optional "CreateTime" create_time: u64;
        optional "ResourceGroupId" resource_group_id: String<RESOURCE_GROUP_ID_LEN>;
    }

    [const NAME: usize, const DESCRIPTION: usize] [NAME, DESCRIPTION]
    OwnedGateway<NAME, DESCRIPTION> as "a gateway" {
        optional "CustomerGatewayId" customer_gateway_id: String<CUSTOMER_GATEWAY_ID_LEN>;
        optional "RequestId" request_id: String<REQUEST_ID_LEN>;
        optional "IpAddress" ip_address: String<IP_ADDRESS_LEN>;
        optional "Name" name: String<NAME>;
        optional "Description" description: String<DESCRIPTION>;
        optional "CreateTime" create_time: u64;
        optional "Asn" asn: u32;
        optional "ResourceGroupId" resource_group_id: String<RESOURCE_GROUP_ID_LEN>;
    }

    [] [] OwnedDeleted as "a response to DeleteCustomerGateway" {
        optional "RequestId" request_id: String<REQUEST_ID_LEN>;
    }
}

/// Reads the name of a member; `None` if it is none of those that there are.
struct MemberName(&'static [&'static str]);

impl<'de> serde::de::DeserializeSeed<'de> for MemberName {
    type Value = Option<&'static str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for MemberName {
    type Value = Option<&'static str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(self.0.iter().find(|member| **member == name).copied())
    }
}

/// The value of a member, which may not fit.
trait Kept: Sized {
    type Read: for<'de> DeserializeIn<'de>;

    fn keep(read: Self::Read, name: &'static str) -> Result<Self, DoesNotFit>;
}

/// A text, or the length of one that does not fit.
struct Text<const N: usize>(Result<String<N>, usize>);

impl<'de, const N: usize> DeserializeIn<'de> for Text<N> {
    fn deserialize_in<D: Deserializer<'de>>(deserializer: D, _: Edition) -> Result<Self, D::Error> {
        struct TextVisitor<const N: usize>;

        impl<const N: usize> Visitor<'_> for TextVisitor<N> {
            type Value = Text<N>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Text<N>, E> {
                Ok(Text(String::try_from(text).map_err(|_| text.len())))
            }
        }

        deserializer.deserialize_str(TextVisitor)
    }
}

impl<const N: usize> Kept for String<N> {
    type Read = Text<N>;

    fn keep(read: Text<N>, name: &'static str) -> Result<Self, DoesNotFit> {
        read.0.map_err(|needed| DoesNotFit::new(name, needed, N))
    }
}

/// A number.
struct Number<T>(T);

impl<'de, T: Deserialize<'de>> DeserializeIn<'de> for Number<T> {
    fn deserialize_in<D: Deserializer<'de>>(deserializer: D, _: Edition) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self)
    }
}

impl Kept for u32 {
    type Read = Number<Self>;

    fn keep(read: Number<Self>, _: &'static str) -> Result<Self, DoesNotFit> {
        Ok(read.0)
    }
}

impl Kept for u64 {
    type Read = Number<Self>;

    fn keep(read: Number<Self>, _: &'static str) -> Result<Self, DoesNotFit> {
        Ok(read.0)
    }
}
