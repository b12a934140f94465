//! The items of a list in JSON.

use super::note::Skip;
use super::object;
use super::syntax::Reader;
use crate::response::list::Found;
use crate::response::name;
use crate::response::slots::Slots;
use crate::response::span::{Shape, Span};

/// How far a list was read: an array of objects, or an object that holds such an array.
#[derive(Clone, Copy)]
pub(in crate::response) struct Walk<'b> {
    bytes: &'b [u8],
    at: usize,
    item: &'static str,
    is_in_array: bool,
}

impl<'b> Walk<'b> {
    /// The list at `start`; the bytes end with it.
    pub(in crate::response) fn new(bytes: &'b [u8], start: usize, item: &'static str) -> Self {
        let is_in_array = bytes.get(start) == Some(&b'[');
        Self { bytes, at: start.wrapping_add(1), item, is_in_array }
    }

    pub(in crate::response) const fn item(&self) -> &'static str {
        self.item
    }

    /// Finds the next item, and notes its members.
    pub(in crate::response) fn next(&mut self, slots: &mut Slots<'_>) -> Option<Found> {
        let mut reader = Reader::new(self.bytes, self.at);
        let found = self.find(&mut reader, slots);
        // What is broken is not tried again.
        self.at = if found.is_some() { reader.index() } else { self.bytes.len() };
        found
    }

    fn find(&mut self, reader: &mut Reader<'b>, slots: &mut Slots<'_>) -> Option<Found> {
        // What was read before was checked, so that nothing is lost by skipping commas like spaces.
        loop {
            match reader.skip_spaces() {
                b',' | b'}' => reader.advance(1),
                b']' => {
                    reader.advance(1);
                    self.is_in_array = false;
                }
                _ if self.is_in_array => return element(reader, slots),
                _ => {
                    let name = reader.name().ok()?;
                    let is_item = self.is_item(slots, name);
                    match reader.peek() {
                        b'[' if is_item => {
                            reader.advance(1);
                            self.is_in_array = true;
                        }
                        b'{' if is_item => return element(reader, slots),
                        _ => reader.value(&mut Skip).ok()?,
                    }
                }
            }
        }
    }

    fn is_item(&self, slots: &Slots<'_>, name: Span) -> bool {
        name::is(slots.body.raw(&name), self.item)
            || name.shape != Shape::Plain
                && slots.readable(&name).is_some_and(|name| name.eq_ignore_ascii_case(self.item))
    }
}

/// The element of an array, or the value of a member, that starts here.
fn element(reader: &mut Reader<'_>, slots: &mut Slots<'_>) -> Option<Found> {
    let start = reader.index();
    if reader.peek() == b'{' {
        object(reader, slots).ok()?;
        return Some(Found { start, is_object: true });
    }
    reader.value(&mut Skip).ok()?;
    // A number that is cut off is not the whole one.
    if reader.is_at_end() {
        return None;
    }
    Some(Found { start, is_object: false })
}
