//! The items of a list in XML.

use super::syntax::{Elements, Reader};
use super::{element, local};
use crate::response::list::Found;
use crate::response::slots::Slots;

/// How far a list was read: an element that holds the items, or one that is an item itself, and
/// others of its name behind it.
#[derive(Clone, Copy)]
pub(in crate::response) struct Walk<'b> {
    bytes: &'b [u8],
    at: usize,
    list: &'static str,
    item: &'static str,
    /// Whether the list's element is open, so that its children are the items.
    is_inside: bool,
}

impl<'b> Walk<'b> {
    /// The list whose first tag is at `start`; the bytes end with it.
    pub(in crate::response) const fn new(
        bytes: &'b [u8],
        start: usize,
        list: &'static str,
        item: &'static str,
    ) -> Self {
        Self { bytes, at: start, list, item, is_inside: false }
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
        loop {
            reader.skip_to_tag().ok()?;
            if reader.is_at_end_tag() {
                // It closes the list: items and others are read as a whole.
                reader.skip_past(b">").ok()?;
                self.is_inside = false;
                continue;
            }
            let start = reader.index();
            let name = reader.name_of_tag();
            if !self.is_inside && is_named(name, self.list) {
                let mut inner = *reader;
                if inner.start_tag(&mut Elements::new()).ok()? {
                    *reader = inner;
                    continue;
                }
                let content = inner;
                inner.skip_to_tag().ok()?;
                if inner.is_at_end_tag() || is_named(inner.name_of_tag(), self.item) {
                    *reader = content;
                    self.is_inside = true;
                    continue;
                }
                element(reader, slots).ok()?;
                return Some(Found { start, is_object: true });
            }
            element(reader, slots).ok()?;
            if self.is_inside && is_named(name, self.item) {
                return Some(Found { start, is_object: true });
            }
            slots.clear();
        }
    }
}

fn is_named(tag: &[u8], name: &str) -> bool {
    local(tag).eq_ignore_ascii_case(name.as_bytes())
}
