//! What a value is read into.

use core::str::FromStr;

use super::cause::Cause;
use super::tag::TagList;
use super::value::Value;
use crate::config::text::FromText;
use crate::edition::Edition;
use crate::field::owned::tags::OwnedTags;
use crate::response::DoesNotFit;

/// A type that a member is read as.
pub(in crate::config) trait Slot: Sized {
    /// Reads a value into its place. It has a frame of its own, so that the values of different
    /// members are not on the stack at once.
    fn read(
        slot: &mut Option<Self>,
        value: Value<'_>,
        name: &'static str,
        edition: Edition,
    ) -> Result<(), Cause>;

    /// The list that the member is, if it is one.
    fn list(_slot: &mut Option<Self>) -> Option<&mut dyn TagList> {
        None
    }
}

impl<T: for<'a> FromText<'a>> Slot for T {
    #[inline(never)]
    fn read(
        slot: &mut Option<Self>,
        value: Value<'_>,
        _: &'static str,
        edition: Edition,
    ) -> Result<(), Cause> {
        let made = match value {
            Value::Text(text) => T::from_passing(text, edition),
            _ => value.digits().and_then(T::from_digits),
        };
        match made {
            Some(Ok(made)) => {
                *slot = Some(made);
                Ok(())
            }
            Some(Err(refusal)) => Err(Cause::Refused(refusal)),
            None if T::SECRET => Err(Cause::NotSecretText { expected: T::EXPECTED }),
            None => Err(value.invalid_type(T::EXPECTED)),
        }
    }
}

impl<const N: usize> Slot for OwnedTags<N> {
    fn read(
        _: &mut Option<Self>,
        value: Value<'_>,
        _: &'static str,
        _: Edition,
    ) -> Result<(), Cause> {
        Err(value.invalid_type("a list of tags"))
    }

    fn list(slot: &mut Option<Self>) -> Option<&mut dyn TagList> {
        Some(slot.get_or_insert_with(Self::new))
    }
}

impl<const N: usize> Slot for heapless::String<N> {
    fn read(
        slot: &mut Option<Self>,
        value: Value<'_>,
        name: &'static str,
        _: Edition,
    ) -> Result<(), Cause> {
        let Value::Text(text) = value else { return Err(value.invalid_type("a text")) };
        let kept = slot.insert(Self::new());
        let error = || Cause::DoesNotFit(DoesNotFit::new(name, text.len(), N));
        kept.push_str(text).map_err(|_| error())
    }
}

impl Slot for u64 {
    fn read(
        slot: &mut Option<Self>,
        value: Value<'_>,
        _: &'static str,
        _: Edition,
    ) -> Result<(), Cause> {
        number(slot, value, "a number up to 18446744073709551615")
    }
}

impl Slot for u32 {
    fn read(
        slot: &mut Option<Self>,
        value: Value<'_>,
        _: &'static str,
        _: Edition,
    ) -> Result<(), Cause> {
        number(slot, value, "a number up to 4294967295")
    }
}

fn number<T: FromStr>(
    slot: &mut Option<T>,
    value: Value<'_>,
    expected: &'static str,
) -> Result<(), Cause> {
    *slot = value.digits().and_then(|digits| digits.parse().ok());
    match slot {
        Some(_) => Ok(()),
        None => Err(value.invalid_type(expected)),
    }
}
