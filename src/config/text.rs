//! A value that is written as a text.

use core::fmt::{self, Write as _};
use core::marker::PhantomData;

use serde::de::{Deserializer, Error, Unexpected, Visitor};

use crate::edition::Edition;
use crate::invalid_parameter::InvalidParameter;
use crate::invalid_parameter::within::Within;

/// Something that is made from text by its one constructor.
pub(super) trait FromText<'de>: Sized {
    const EXPECTED: &'static str;

    /// Whether no error may tell what was read.
    const SECRET: bool = false;

    fn from_borrowed(text: &'de str, edition: Edition) -> Result<Self, InvalidParameter>;

    /// The value of a text that does not outlive the call; `None` if the value borrows it.
    fn from_passing(text: &str, edition: Edition) -> Option<Result<Self, InvalidParameter>>;

    /// The value of a whole number's digits, if a number is as good as its text.
    fn from_digits(_: &str) -> Option<Result<Self, InvalidParameter>> {
        None
    }
}

/// Reads a value from a text.
pub(super) fn read<'de, D: Deserializer<'de>, T: FromText<'de>>(
    deserializer: D,
    edition: Edition,
) -> Result<T, D::Error> {
    let read = deserializer.deserialize_str(TextVisitor { edition, value: PhantomData });
    match read {
        Ok(read) => read.map_err(D::Error::custom),
        // A deserializer's own error tells a value that is no text.
        Err(_) if T::SECRET => Err(D::Error::custom(NotSecretText { expected: T::EXPECTED })),
        Err(error) => Err(error),
    }
}

/// Reads a value from a text, or from a number if the format tells which one stands there.
///
/// `serde-json-core` does not: it reads any value only as a text that is still escaped, which needs the
/// feature `json`.
pub(super) fn read_number<'de, D: Deserializer<'de>, T: FromText<'de>>(
    deserializer: D,
    edition: Edition,
) -> Result<T, D::Error> {
    if !deserializer.is_human_readable() {
        return read(deserializer, edition);
    }
    let any = AnyVisitor(TextVisitor { edition, value: PhantomData });
    let read =
        deserializer.deserialize_newtype_struct("__serde_json_core_escaped_string__", any)?;
    read.map_err(D::Error::custom)
}

/// Reads whatever stands there.
struct AnyVisitor<T>(TextVisitor<T>);

/// A format that has no newtypes hands out what is in one.
impl<'de, T: FromText<'de>> Visitor<'de> for AnyVisitor<T> {
    type Value = Result<T, InvalidParameter>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Self::Value, D::Error> {
        // Another one hands out texts that are unescaped.
        if core::any::type_name::<D>().contains("::EscapedStringDeserializer") {
            deserializer.deserialize_any(EscapedVisitor(self.0))
        } else {
            deserializer.deserialize_any(self.0)
        }
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        self.0.visit_borrowed_str(text)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        self.0.visit_str(text)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        self.0.visit_u64(number)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        self.0.visit_i64(number)
    }
}

/// Reads a text of digits that is still escaped.
struct EscapedVisitor<T>(TextVisitor<T>);

impl<'de, T: FromText<'de>> Visitor<'de> for EscapedVisitor<T> {
    type Value = Result<T, InvalidParameter>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        #[cfg(feature = "json")]
        if text.contains('\\')
            && let Ok(escaped) = crate::escaped::EscapedStr::from_json(text)
            && let Ok(unescaped) = crate::encode::Encode::to_heapless::<64>(&escaped)
        {
            return self.0.visit_str(&unescaped);
        }
        self.0.visit_borrowed_str(text)
    }
}

/// What a constructor says: an error here, where a deserializer adds its place; later for a secret.
fn told<'de, T: FromText<'de>, E: Error>(
    made: Result<T, InvalidParameter>,
) -> Result<Result<T, InvalidParameter>, E> {
    match made {
        Err(refusal) if !T::SECRET => Err(E::custom(refusal)),
        made => Ok(made),
    }
}

struct TextVisitor<T> {
    edition: Edition,
    value: PhantomData<T>,
}

impl<'de, T: FromText<'de>> Visitor<'de> for TextVisitor<T> {
    /// The refusal of a secret is kept aside from the errors of a deserializer, which are not told.
    type Value = Result<T, InvalidParameter>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        told(T::from_borrowed(text, self.edition))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        match T::from_passing(text, self.edition) {
            Some(value) => told(value),
            None => Err(invalid_type::<E>(Unexpected::Str(text), T::EXPECTED)),
        }
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        let digits = heapless::format!(20; "{number}").unwrap_or_default();
        match T::from_digits(&digits) {
            Some(value) => told(value),
            None => Err(invalid_type::<E>(Unexpected::Unsigned(number), T::EXPECTED)),
        }
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        match u64::try_from(number) {
            Ok(number) => self.visit_u64(number),
            Err(_) => Err(invalid_type::<E>(Unexpected::Signed(number), T::EXPECTED)),
        }
    }
}

/// The error of serde for a value of another type, which keeps to a precision.
fn invalid_type<E: Error>(given: Unexpected<'_>, expected: &'static str) -> E {
    E::custom(InvalidType { given, expected })
}

struct InvalidType<'a> {
    given: Unexpected<'a>,
    expected: &'static str,
}

impl fmt::Display for InvalidType<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { given, expected } = self;
        write!(Within::precision_of(f), "invalid type: {given}, expected {expected}")
    }
}

/// The error for what is no text where a secret is expected.
struct NotSecretText {
    expected: &'static str,
}

impl fmt::Display for NotSecretText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(Within::precision_of(f), "cannot be read: expected {}", self.expected)
    }
}
