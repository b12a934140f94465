//! The members of a response in JSON.
//!
//! Read here, and not by `serde-json-core`, which would go down nested values without a limit, take
//! garbage for a value that nobody reads, lose the whole body over one string that is not UTF-8, say of
//! no mistake where it is, and bring bounds checks of which the linker cannot see that none fails.

use super::flaw::{Flaw, What};
use super::slots::Slots;
use super::span::Shape;

mod note;
mod plain;
mod syntax;
mod walk;

use note::Note;
use syntax::{Notes as _, Reader, Stop};
pub(super) use walk::Walk;

/// Notes the members of the response that starts at `start`; returns what is wrong behind them.
#[inline(never)]
pub(super) fn read(start: usize, slots: &mut Slots<'_>) -> Flaw {
    let mut reader = Reader::new(slots.body.bytes(), start);
    if object(&mut reader, slots).is_err() {
        return reader.flaw();
    }
    reader.skip_spaces();
    if reader.is_at_end() { Flaw::NONE } else { Flaw::new(What::Trailing, reader.index()) }
}

/// Moves behind an object, and notes its members.
fn object(reader: &mut Reader<'_>, slots: &mut Slots<'_>) -> Result<(), Stop> {
    let mut note = Note::new(slots);
    let read = reader.value(&mut note);
    if read.is_err() {
        // The first items of a list can be read even where it is broken behind them.
        note.value(Shape::Null, reader);
    }
    read
}
