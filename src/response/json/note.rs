//! The members of an object, noted as they are read.

use super::syntax::{Notes, Reader};
use crate::escaped::is_space;
use crate::response::member::Kind;
use crate::response::name;
use crate::response::slots::{Named, Slots};
use crate::response::span::{Shape, Span};

/// Notes the members of an object.
pub(super) struct Note<'n, 'b> {
    slots: &'n mut Slots<'b>,
    open: Option<OpenMember>,
}

/// A member whose value has not been read yet.
struct OpenMember {
    named: Named,
    /// Where its name and its value start.
    name: usize,
    value: usize,
}

impl<'n, 'b> Note<'n, 'b> {
    pub(super) const fn new(slots: &'n mut Slots<'b>) -> Self {
        Self { slots, open: None }
    }

    /// The member with this name, which may be escaped.
    fn named(&mut self, name: Span) -> Option<Named> {
        let mut buf;
        let name = if name.shape == Shape::Plain {
            self.slots.body.raw(&name)
        } else {
            // Longer names are escaped by nobody.
            buf = [0; 64];
            name::read(&self.slots.readable(&name)?, &mut buf)
        };
        self.slots.named(name)
    }
}

impl Notes for Note<'_, '_> {
    fn name(&mut self, name: Span, reader: &Reader<'_>) {
        let named = self.named(name);
        let (name, value) = (name.start.wrapping_sub(1), reader.index());
        self.open = named.map(|named| OpenMember { named, name, value });
    }

    fn value(&mut self, mut shape: Shape, reader: &Reader<'_>) {
        let Some(OpenMember { named, name, value: mut start }) = self.open.take() else { return };
        let mut end = reader.index();
        match self.slots.body.bytes().get(start) {
            Some(b'"') => {
                start = start.wrapping_add(1);
                end = end.wrapping_sub(1);
            }
            // What is broken is the start of a list, or nothing.
            Some(b'{' | b'[') if named.kind == Kind::List => shape = Shape::Nested,
            _ if shape != Shape::Word => {}
            Some(b'n') => shape = Shape::Null,
            // Where it is cut off or goes on, it is not the whole number.
            Some(b'-' | b'0'..=b'9') => {
                let next = reader.peek();
                let is_whole = is_space(next) || matches!(next, b',' | b'}');
                shape = if is_whole { Shape::Plain } else { Shape::Null };
            }
            _ => {}
        }
        self.slots.insert(named, Span::new(start, end, shape), name);
    }
}

/// Notes nothing.
pub(super) struct Skip;

impl Notes for Skip {
    fn name(&mut self, _: Span, _: &Reader<'_>) {}

    fn value(&mut self, _: Shape, _: &Reader<'_>) {}
}
