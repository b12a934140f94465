//! The value of a parameter.

use core::fmt;
use core::hash::{Hash, Hasher};

use super::list::List;
use crate::decimal::Decimal;
use crate::field::asn::Asn;
use crate::field::auth_key::AuthKey;
use crate::field::checked::Checked;
use crate::field::client_token::ClientToken;
use crate::field::customer_gateway_id::CustomerGatewayId;
use crate::field::description::Description;
use crate::field::ip_address::IpAddress;
use crate::field::name::Name;
use crate::field::page::{PageNumber, PageSize};
use crate::field::region_id::RegionId;
use crate::field::resource_group_id::ResourceGroupId;
#[cfg(feature = "sign")]
use crate::field::timestamp::Timestamp;
#[cfg(feature = "sign")]
use crate::field::{
    access_key_id::AccessKeyId, format::Format, security_token::SecurityToken,
    signature_nonce::SignatureNonce,
};
use crate::percent::Percent;
use crate::writer::Writer;

/// The value of a parameter.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Value<'a>(Kind<'a>);

#[derive(Clone, Copy)]
enum Kind<'a> {
    Absent,
    Text(&'a str, Known),
    Number(u32),
    Octets([u8; 4]),
    List(&'a List<'a>),
    #[cfg(feature = "sign")]
    Timestamp(&'a Timestamp),
}

/// How many parameters a value makes: none, one, or those of a list.
pub(super) enum Presence<'a> {
    Absent,
    Single,
    List(&'a List<'a>),
}

/// What is known of a text. It does not make the text another one, unless it is a secret.
#[derive(Clone, Copy)]
enum Known {
    Nothing,
    /// Nothing in it needs encoding.
    Unreserved,
    /// `Debug` does not print it.
    Secret,
}

impl PartialEq for Kind<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Absent, Self::Absent) => true,
            (Self::Text(one, of_one), Self::Text(two, of_two)) => {
                one == two && of_one.is_secret() == of_two.is_secret()
            }
            (Self::Number(one), Self::Number(two)) => one == two,
            (Self::Octets(one), Self::Octets(two)) => one == two,
            (Self::List(one), Self::List(two)) => one == two,
            #[cfg(feature = "sign")]
            (Self::Timestamp(one), Self::Timestamp(two)) => one == two,
            _ => false,
        }
    }
}

impl Eq for Kind<'_> {}

impl Hash for Kind<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        core::mem::discriminant(self).hash(state);
        match self {
            Self::Absent => {}
            Self::Text(text, _) => text.hash(state),
            Self::Number(number) => number.hash(state),
            Self::Octets(octets) => octets.hash(state),
            Self::List(list) => list.hash(state),
            #[cfg(feature = "sign")]
            Self::Timestamp(timestamp) => timestamp.hash(state),
        }
    }
}

impl Known {
    const fn is_secret(self) -> bool {
        matches!(self, Self::Secret)
    }
}

impl<'a> Value<'a> {
    /// No value: the parameter is left out.
    pub const ABSENT: Self = Self(Kind::Absent);

    /// Any text.
    #[must_use]
    pub const fn text(text: &'a str) -> Self {
        Self(Kind::Text(text, Known::Nothing))
    }

    /// Any text, which `Debug` does not print.
    #[must_use]
    pub const fn secret(text: &'a str) -> Self {
        Self(Kind::Text(text, Known::Secret))
    }

    /// A number, in decimal digits.
    #[must_use]
    pub const fn number(number: u32) -> Self {
        Self(Kind::Number(number))
    }

    /// Text in which nothing needs encoding, as the caller knows from its type or its check.
    pub(crate) const fn unreserved(text: &'a str) -> Self {
        Self(Kind::Text(text, Known::Unreserved))
    }

    /// Whether the parameter is left out.
    #[must_use]
    pub const fn is_absent(&self) -> bool {
        matches!(self.0, Kind::Absent)
    }

    /// How many parameters the value makes.
    pub(super) const fn presence(&self) -> Presence<'a> {
        match self.0 {
            Kind::Absent => Presence::Absent,
            Kind::List(list) => Presence::List(list),
            _ => Presence::Single,
        }
    }

    pub(super) const fn is_secret(&self) -> bool {
        matches!(self.0, Kind::Text(_, Known::Secret))
    }

    /// Writes the value as a query has it.
    pub(super) fn write(&self, percent: Percent, to: &mut Writer<'_>) {
        match self.0 {
            // A list is flattened before it is written.
            Kind::Absent | Kind::List(_) => {}
            Kind::Text(text, Known::Unreserved) => to.put(text.as_bytes()),
            Kind::Text(text, _) => percent.text(text.as_bytes(), to),
            Kind::Number(number) => write_decimal(&[number], to),
            Kind::Octets(octets) => write_decimal(&octets.map(u32::from), to),
            #[cfg(feature = "sign")]
            Kind::Timestamp(timestamp) => write_timestamp(timestamp, percent, to),
        }
    }
}

// Out of line, so that texts, which most values are, spill no registers.

#[inline(never)]
fn write_decimal(numbers: &[u32], to: &mut Writer<'_>) {
    to.put(Decimal::dotted(numbers).as_bytes());
}

#[cfg(all(feature = "sign", target_pointer_width = "64"))]
#[inline(never)]
fn write_timestamp(timestamp: &Timestamp, percent: Percent, to: &mut Writer<'_>) {
    let (hour, minute, second) = timestamp.around_colons();
    to.put(hour);
    percent.reserved(b':', to);
    to.put_short(minute);
    percent.reserved(b':', to);
    to.put_short(second);
}

/// As any text, which takes less flash.
#[cfg(all(feature = "sign", not(target_pointer_width = "64")))]
fn write_timestamp(timestamp: &Timestamp, percent: Percent, to: &mut Writer<'_>) {
    percent.text(timestamp.as_bytes(), to);
}

/// The value as it was given; that of a secret is not printed.
impl fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Kind::Absent => f.write_str("ABSENT"),
            Kind::Text(_, Known::Secret) => f.write_str("[redacted]"),
            Kind::Text(text, _) => fmt::Debug::fmt(text, f),
            Kind::Number(number) => write!(f, "{number}"),
            Kind::Octets(octets) => f.write_str(Decimal::dotted_quad(octets).as_str()),
            Kind::List(list) => fmt::Debug::fmt(list, f),
            #[cfg(feature = "sign")]
            Kind::Timestamp(timestamp) => write!(f, "{:?}", timestamp.as_str()),
        }
    }
}

/// The value before it is encoded, a secret one included.
impl fmt::Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Kind::Absent => Ok(()),
            Kind::Text(text, _) => f.pad(text),
            Kind::Number(number) => f.pad(Decimal::new(number).as_str()),
            Kind::Octets(octets) => f.pad(Decimal::dotted_quad(octets).as_str()),
            Kind::List(list) => fmt::Display::fmt(list, f),
            #[cfg(feature = "sign")]
            Kind::Timestamp(timestamp) => f.pad(timestamp.as_str()),
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::text(text)
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Self::number(number)
    }
}

/// `true` or `false`.
impl From<bool> for Value<'_> {
    fn from(value: bool) -> Self {
        Self::unreserved(if value { "true" } else { "false" })
    }
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        match value {
            Some(value) => value.into(),
            // Not `ABSENT`, which is copied as a whole.
            None => Self(Kind::Absent),
        }
    }
}

impl<'a> From<Checked<'a>> for Value<'a> {
    fn from(checked: Checked<'a>) -> Self {
        let text = checked.as_str();
        if checked.is_unreserved() { Self::unreserved(text) } else { Self::text(text) }
    }
}

/// What a query has of each field.
macro_rules! fields {
    ($($(#[$cfg:meta])? $type:ty: |$field:ident| $value:expr;)+) => {
        $(
            $(#[$cfg])?
            impl<'a> From<$type> for Value<'a> {
                fn from($field: $type) -> Self {
                    $value
                }
            }
        )+
    };
}

fields! {
    RegionId<'a>: |region_id| Self::unreserved(region_id.as_str());
    ClientToken<'a>: |token| token.checked().into();
    Name<'a>: |name| name.checked().into();
    Description<'a>: |description| Self::text(description.as_str());
    IpAddress: |address| Self(Kind::Octets(address.octets()));
    Asn: |asn| Self::number(asn.get());
    AuthKey<'a>: |key| Self::secret(key.as_str());
    ResourceGroupId<'a>: |id| id.checked().into();
    CustomerGatewayId<'a>: |id| id.checked().into();
    PageNumber: |number| Self::number(number.get());
    PageSize: |size| Self::number(size.get());
    &'a List<'a>: |list| Self(Kind::List(list));
    #[cfg(feature = "sign")] AccessKeyId<'a>: |id| id.checked().into();
    #[cfg(feature = "sign")] SignatureNonce<'a>: |nonce| nonce.checked().into();
    #[cfg(feature = "sign")] SecurityToken<'a>: |token| Self::secret(token.as_str());
    #[cfg(feature = "sign")] Format: |format| Self::unreserved(format.as_str());
    #[cfg(feature = "sign")] &'a Timestamp: |timestamp| Self(Kind::Timestamp(timestamp));
}
