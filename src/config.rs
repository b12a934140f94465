//! Fields and requests in configuration files.
//!
//! The borrowing fields read text that stands in the file as it is; where a file may escape it (a
//! quote in a description), the owned ones read it.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::field::asn::Asn;
use crate::field::client_token::ClientToken;
use crate::field::description::Description;
use crate::field::ip_address::IpAddress;
use crate::field::name::Name;
use crate::field::region_id::RegionId;
use crate::invalid_parameter::InvalidParameter;
use crate::request::CreateCustomerGateway;

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
    ($($(#[$doc:meta])* $owned:ident $name:ident $bytes:expr, $expected:literal;)+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, Eq)]
            pub struct $owned {
                text: heapless::String<{ $bytes }>,
            }

            impl $owned {
                /// Checks a text, and keeps a copy.
                ///
                /// # Errors
                ///
                #[doc = concat!("Those of [`", stringify!($name), "::new`].")]
                pub fn new(text: &str) -> Result<Self, InvalidParameter> {
                    $name::new(text).map(Self::from)
                }

                /// The field.
                #[must_use]
                pub fn get(&self) -> $name<'_> {
                    $name::of_checked(&self.text)
                }

                /// The text.
                #[must_use]
                pub fn as_str(&self) -> &str {
                    &self.text
                }
            }

            impl From<$name<'_>> for $owned {
                fn from(field: $name<'_>) -> Self {
                    // The capacity is what the field's rule allows at most.
                    let text = heapless::String::try_from(field.as_str()).unwrap_or_default();
                    Self { text }
                }
            }

            impl fmt::Display for $owned {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.pad(&self.text)
                }
            }

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
    /// A [`RegionId`] that owns its text.
    OwnedRegionId RegionId RegionId::MAX_CHARS, "a RegionId as text";
    /// A [`ClientToken`] that owns its text.
    OwnedClientToken ClientToken ClientToken::MAX_CHARS, "a ClientToken as text";
    /// A [`Name`] that owns its text.
    OwnedName Name Name::MAX_BYTES, "a Name as text";
    /// A [`Description`] that owns its text.
    OwnedDescription Description Description::MAX_BYTES, "a Description as text";
}

/// A [`CreateCustomerGateway`] that owns its texts: one that was read from a configuration file.
///
/// The members have the service's names; one that is none of them is refused. Use it with
/// `serde_json_core::from_slice_escaped` on firmware: its `from_slice` hands escapes on as they are.
///
/// ```
/// use aliyun_customer_gateway::OwnedRequest;
///
/// let file = r#"
///     RegionId = "cn-shanghai"
///     IpAddress = "101.12.0.12"
///     Description = "Branch \"A\""
///     Asn = 65001
/// "#;
/// let request: OwnedRequest = toml::from_str(file).unwrap();
/// assert_eq!(
///     request.get().query().to_string(),
///     "Action=CreateCustomerGateway&Asn=65001&Description=Branch%20%22A%22\
///      &IpAddress=101.12.0.12&RegionId=cn-shanghai",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct OwnedRequest {
    /// The region.
    pub region_id: OwnedRegionId,
    /// The address of the on-premises VPN gateway.
    pub ip_address: IpAddress,
    /// The token that makes the request idempotent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_token: Option<OwnedClientToken>,
    /// The name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<OwnedName>,
    /// The description.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<OwnedDescription>,
    /// The autonomous system number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asn: Option<Asn>,
}

impl OwnedRequest {
    /// The request.
    #[must_use]
    pub fn get(&self) -> CreateCustomerGateway<'_> {
        CreateCustomerGateway {
            region_id: self.region_id.get(),
            ip_address: self.ip_address,
            client_token: self.client_token.as_ref().map(OwnedClientToken::get),
            name: self.name.as_ref().map(OwnedName::get),
            description: self.description.as_ref().map(OwnedDescription::get),
            asn: self.asn,
        }
    }
}

impl From<CreateCustomerGateway<'_>> for OwnedRequest {
    fn from(request: CreateCustomerGateway<'_>) -> Self {
        Self {
            region_id: request.region_id.into(),
            ip_address: request.ip_address,
            client_token: request.client_token.map(Into::into),
            name: request.name.map(Into::into),
            description: request.description.map(Into::into),
            asn: request.asn,
        }
    }
}
