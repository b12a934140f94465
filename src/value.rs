//! The value of a parameter.

use core::fmt;

use crate::decimal::Decimal;
use crate::field::asn::Asn;
use crate::field::ip_address::IpAddress;
use crate::percent::Layers;
#[cfg(feature = "sign")]
use crate::timestamp::Timestamp;
use crate::writer::Writer;

/// The value of a parameter.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Value<'a>(Kind<'a>);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind<'a> {
    Absent,
    Text(&'a str),
    /// Text that `Debug` does not print.
    Secret(&'a str),
    /// Text of a type in which nothing needs encoding.
    Unreserved(&'a str),
    Number(u32),
    Octets([u8; 4]),
    #[cfg(feature = "sign")]
    Timestamp(&'a Timestamp),
}

impl<'a> Value<'a> {
    /// No value: the parameter is left out.
    pub const ABSENT: Self = Self(Kind::Absent);

    /// Any text.
    #[must_use]
    pub const fn text(text: &'a str) -> Self {
        Self(Kind::Text(text))
    }

    /// Any text, which `Debug` does not print.
    #[must_use]
    pub const fn secret(text: &'a str) -> Self {
        Self(Kind::Secret(text))
    }

    /// Text of which the caller's type says that nothing in it needs encoding.
    pub(crate) const fn unreserved(text: &'a str) -> Self {
        Self(Kind::Unreserved(text))
    }

    /// Whether the parameter is left out.
    #[must_use]
    pub const fn is_absent(&self) -> bool {
        matches!(self.0, Kind::Absent)
    }

    #[cfg(feature = "sign")]
    pub(crate) const fn timestamp(timestamp: &'a Timestamp) -> Self {
        Self(Kind::Timestamp(timestamp))
    }

    /// Writes the value as it stands in a query.
    pub(crate) fn write(&self, layers: Layers, to: &mut Writer<'_>) {
        match self.0 {
            Kind::Absent => {}
            Kind::Text(text) | Kind::Secret(text) => layers.text(text, to),
            Kind::Unreserved(text) => to.put(text.as_bytes()),
            Kind::Number(number) => to.put(Decimal::new(number).as_bytes()),
            Kind::Octets([a, b, c, d]) => {
                to.put(Decimal::new(a.into()).as_bytes());
                for octet in [b, c, d] {
                    to.put_short([b'.']);
                    to.put(Decimal::new(octet.into()).as_bytes());
                }
            }
            #[cfg(feature = "sign")]
            Kind::Timestamp(timestamp) => {
                let (hour, minute, second) = timestamp.around_colons();
                to.put(hour);
                layers.reserved(b':', to);
                to.put_short(minute);
                layers.reserved(b':', to);
                to.put_short(second);
            }
        }
    }
}

impl fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Kind::Absent => f.write_str("ABSENT"),
            Kind::Text(text) | Kind::Unreserved(text) => write!(f, "{text:?}"),
            Kind::Secret(_) => f.write_str("[redacted]"),
            Kind::Number(number) => write!(f, "{number}"),
            Kind::Octets(octets) => write!(f, "{octets:?}"),
            #[cfg(feature = "sign")]
            Kind::Timestamp(timestamp) => write!(f, "{:?}", timestamp.as_str()),
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::text(text)
    }
}

impl From<IpAddress> for Value<'_> {
    fn from(address: IpAddress) -> Self {
        Self(Kind::Octets(address.octets()))
    }
}

impl From<Asn> for Value<'_> {
    fn from(asn: Asn) -> Self {
        Self(Kind::Number(asn.get()))
    }
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::ABSENT, Into::into)
    }
}
