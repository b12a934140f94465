//! The parameters that every RPC-style request has, whatever its action.

use core::cell::Cell;
use core::ops::Range;

use super::label::Label;
use super::parameters::{self, Each};
use super::value::Value;

macro_rules! names {
    ($($name:literal)+) => {
        /// Their names, in canonical order.
        pub(crate) const NAMES: [&str; COUNT as usize] = [$($name),+];

        /// Their names in their frames.
        static FRAMED: [&str; COUNT as usize] = [$(concat!("&", $name, "=")),+];
    };
}

names! {
    "AccessKeyId" "Action" "Format" "SecurityToken" "SignatureMethod" "SignatureNonce"
    "SignatureVersion" "Timestamp" "Version"
}

pub(crate) const COUNT: u8 = 9;

/// The values of common parameters. They are asked for one by one, because a list of them is large.
pub(crate) trait Values {
    /// The value of the name at a place among [`NAMES`].
    fn value(&self, place: u8) -> Value<'_>;
}

/// The action's name, where nothing else is common.
pub(super) struct ActionName(pub(super) &'static str);

impl ActionName {
    pub(super) const PLACE: u8 = 1;
}

impl Values for ActionName {
    fn value(&self, _: u8) -> Value<'_> {
        // The compiler checked it where it made the query.
        Value::unreserved(self.0)
    }
}

/// Common parameters that a visitor has not come to yet.
pub(super) struct Rest<'c> {
    values: &'c dyn Values,
    next: Cell<u8>,
    end: u8,
}

impl<'c> Rest<'c> {
    /// Those at some places.
    pub(super) const fn new(values: &'c dyn Values, places: Range<u8>) -> Self {
        Self { values, next: Cell::new(places.start), end: places.end }
    }

    /// Visits the ones before a place that were not visited yet.
    pub(super) fn visit_before(&self, place: u8, each: &mut Each<'_>) {
        let end = place.min(self.end);
        let next = self.next.get();
        if next < end {
            self.next.set(end);
            for place in next..end {
                parameters::visit(each, &Label::framed(framed(place)), &self.values.value(place));
            }
        }
    }

    /// Visits the ones up to a name, and tells whether the last one has that name and a value.
    pub(super) fn visit_up_to(&self, text: &str, each: &mut Each<'_>) -> bool {
        let mut is_taken = false;
        for place in self.next.get()..self.end {
            let name = name(place);
            if name > text {
                break;
            }
            is_taken = name == text && !self.values.value(place).is_absent();
            self.visit_before(place.wrapping_add(1), each);
        }
        is_taken
    }
}

/// The name at a place.
fn name(place: u8) -> &'static str {
    NAMES.get(usize::from(place)).copied().unwrap_or_default()
}

/// The name at a place in its frame.
fn framed(place: u8) -> &'static str {
    FRAMED.get(usize::from(place)).copied().unwrap_or_default()
}
