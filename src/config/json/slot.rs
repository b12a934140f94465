//! What a value is read into.

use super::cause::Cause;
use super::tag::TagList;
use super::value::Value;
use crate::config::text::FromText;
use crate::edition::Edition;
use crate::field::owned::tags::OwnedTags;
use crate::response::DoesNotFit;

/// A type that a member is read as.
pub(in crate::config) trait Slot: Sized {
    fn read(value: Value<'_>, name: &'static str, edition: Edition) -> Result<Self, Cause>;

    /// The list that the member is, if it is one.
    fn list(_slot: &mut Option<Self>) -> Option<&mut dyn TagList> {
        None
    }
}

impl<T: for<'a> FromText<'a>> Slot for T {
    fn read(value: Value<'_>, _: &'static str, edition: Edition) -> Result<Self, Cause> {
        let made = match value {
            Value::Text(text) => T::from_passing(text, edition),
            _ => value.digits().and_then(T::from_digits),
        };
        match made {
            Some(made) => made.map_err(Cause::Refused),
            None if T::SECRET => Err(Cause::NotSecretText { expected: T::EXPECTED }),
            None => Err(value.invalid_type(T::EXPECTED)),
        }
    }
}

impl<const N: usize> Slot for OwnedTags<N> {
    fn read(value: Value<'_>, _: &'static str, _: Edition) -> Result<Self, Cause> {
        Err(value.invalid_type("a list of tags"))
    }

    fn list(slot: &mut Option<Self>) -> Option<&mut dyn TagList> {
        Some(slot.get_or_insert_with(Self::new))
    }
}

impl<const N: usize> Slot for heapless::String<N> {
    fn read(value: Value<'_>, name: &'static str, _: Edition) -> Result<Self, Cause> {
        let Value::Text(text) = value else { return Err(value.invalid_type("a text")) };
        let error = || Cause::DoesNotFit(DoesNotFit::new(name, text.len(), N));
        Self::try_from(text).map_err(|_| error())
    }
}

impl Slot for u64 {
    fn read(value: Value<'_>, _: &'static str, _: Edition) -> Result<Self, Cause> {
        let number = value.digits().and_then(|digits| digits.parse().ok());
        number.ok_or_else(|| value.invalid_type("a number up to 18446744073709551615"))
    }
}

impl Slot for u32 {
    fn read(value: Value<'_>, _: &'static str, _: Edition) -> Result<Self, Cause> {
        let number = value.digits().and_then(|digits| digits.parse().ok());
        number.ok_or_else(|| value.invalid_type("a number up to 4294967295"))
    }
}
