//! The value of a parameter.

use core::fmt;

use crate::decimal::Decimal;
use crate::field::asn::Asn;
use crate::field::checked::Checked;
use crate::field::ip_address::IpAddress;
#[cfg(feature = "sign")]
use crate::field::timestamp::Timestamp;
use crate::percent::Layers;
use crate::writer::Writer;

/// The value of a parameter.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Value<'a>(Kind<'a>);

#[derive(Clone, Copy)]
enum Kind<'a> {
    Absent,
    Text(&'a str),
    /// Text that `Debug` does not print.
    Secret(&'a str),
    /// Text in which nothing needs encoding, as the check of its type has shown.
    Unreserved(&'a str),
    Number(u32),
    Octets([u8; 4]),
    #[cfg(feature = "sign")]
    Timestamp(&'a Timestamp),
}

impl PartialEq for Kind<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (*self, *other) {
            (Self::Absent, Self::Absent) => true,
            // What is known of a text makes it no other text.
            (Self::Text(one) | Self::Unreserved(one), Self::Text(two) | Self::Unreserved(two))
            | (Self::Secret(one), Self::Secret(two)) => one == two,
            (Self::Number(one), Self::Number(two)) => one == two,
            (Self::Octets(one), Self::Octets(two)) => one == two,
            #[cfg(feature = "sign")]
            (Self::Timestamp(one), Self::Timestamp(two)) => one == two,
            _ => false,
        }
    }
}

impl Eq for Kind<'_> {}

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

    /// Text in which nothing needs encoding, as the caller knows from its type or its check.
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
            Kind::Octets(octets) => write_octets(octets, to),
            #[cfg(feature = "sign")]
            Kind::Timestamp(timestamp) => write_timestamp(timestamp, layers, to),
        }
    }
}

// These stand apart so that texts, which most values are, do not pay for the registers that they take.

#[inline(never)]
fn write_octets([a, b, c, d]: [u8; 4], to: &mut Writer<'_>) {
    write_octet(a, to);
    for octet in [b, c, d] {
        to.put_short([b'.']);
        write_octet(octet, to);
    }
}

fn write_octet(octet: u8, to: &mut Writer<'_>) {
    if octet >= 100 {
        to.put_short([b'0' | (octet / 100)]);
    }
    if octet >= 10 {
        to.put_short([b'0' | (octet / 10 % 10)]);
    }
    to.put_short([b'0' | (octet % 10)]);
}

#[cfg(feature = "sign")]
#[inline(never)]
fn write_timestamp(timestamp: &Timestamp, layers: Layers, to: &mut Writer<'_>) {
    let (hour, minute, second) = timestamp.around_colons();
    to.put(hour);
    layers.reserved(b':', to);
    to.put_short(minute);
    layers.reserved(b':', to);
    to.put_short(second);
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

impl<'a> From<Checked<'a>> for Value<'a> {
    fn from(checked: Checked<'a>) -> Self {
        let text = checked.as_str();
        if checked.is_unreserved() { Self::unreserved(text) } else { Self::text(text) }
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
