//! What stands in a body for each member.

use core::num::NonZeroUsize;

use super::body::Body;
use super::member::{ENVELOPE, Kind, Member};
use super::number;
use super::span::{Shape, Span};

/// How many members an output has at most, beside those of every response.
pub(super) const MAX_MEMBERS: usize = 12;

/// What stands in a body for each member.
pub(super) struct Slots {
    members: &'static [Member],
    all: [Slot; ENVELOPE.len() + MAX_MEMBERS],
    /// Where to look first for the next name: most bodies have the order of the documentation, and a
    /// member may come again.
    next: usize,
    /// Whether a known name stands in the body, whatever its value.
    is_any_named: bool,
}

#[derive(Clone, Copy)]
pub(super) struct Slot {
    pub(super) span: Span,
    /// Whether the name is spelled as in the documentation.
    is_exact: bool,
    /// Where a value starts that differs from the one that is kept.
    conflict: Option<NonZeroUsize>,
}

/// A member whose name was read in a body.
#[derive(Clone, Copy)]
pub(super) struct Named {
    place: usize,
    pub(super) kind: Kind,
    is_exact: bool,
}

const EMPTY: Slot = Slot { span: Span::NULL, is_exact: false, conflict: None };

impl Slots {
    /// The slots of the members of every response, and of these.
    pub(super) const fn new(members: &'static [Member]) -> Self {
        Self { members, all: [EMPTY; ENVELOPE.len() + MAX_MEMBERS], next: 0, is_any_named: false }
    }

    /// Empties all slots.
    #[cfg(feature = "xml")]
    pub(super) fn clear(&mut self) {
        self.all.fill(EMPTY);
        self.is_any_named = false;
    }

    /// The member with this name, in any spelling; looks at a place first.
    fn look_up(&self, name: &[u8], first: usize) -> Option<Named> {
        let count = self.members.len().wrapping_add(ENVELOPE.len());
        let mut place = first;
        for _ in 0..count {
            if place >= count {
                place = 0;
            }
            let envelope = place.checked_sub(self.members.len());
            let member = match envelope {
                Some(place) => ENVELOPE.get(place),
                None => self.members.get(place),
            }?;
            let is_exact = name == member.name().as_bytes();
            if is_exact || name.eq_ignore_ascii_case(member.name().as_bytes()) {
                return Some(Named { place, kind: member.kind(), is_exact });
            }
            place = place.wrapping_add(1);
        }
        None
    }

    /// The member with this name in a body, in any spelling.
    pub(super) fn named(&mut self, name: &[u8]) -> Option<Named> {
        let named = self.look_up(name, self.next);
        if let Some(named) = named {
            self.next = named.place;
            self.is_any_named = true;
        }
        named
    }

    /// Notes the value of a member that starts at `index`.
    ///
    /// The documentation's spelling outweighs any other; what has no meaning (`null`, an empty id)
    /// leaves the floor to another one.
    pub(super) fn insert(&mut self, body: &Body<'_>, named: Named, span: Span, index: usize) {
        let Named { place, kind, is_exact } = named;
        if span.shape == Shape::Null || is_blank(body, kind, span) {
            return;
        }
        let Some(slot) = self.all.get_mut(place) else { return };
        if slot.span.shape == Shape::Null || (is_exact && !slot.is_exact) {
            *slot = Slot { span, is_exact, conflict: None };
            return;
        }
        if slot.is_exact != is_exact || slot.conflict.is_some() {
            return;
        }
        if kind == Kind::List && !is_in_json(body, slot.span) {
            // Such a list goes on: its reader skips what stands between its parts.
            slot.span.end = span.end;
        } else if !is_same(body, kind, slot.span, span) {
            slot.conflict = NonZeroUsize::new(index);
        } else if body.raw(span).len() < body.raw(slot.span).len() {
            // The shorter one is kept, so that many values take time in proportion to their length.
            slot.span = span;
        }
    }

    /// What stands for a member, what it is, and the place behind it; looks at a place first.
    pub(super) fn find(&self, name: &str, first: usize) -> Option<(Slot, Kind, usize)> {
        let named = self.look_up(name.as_bytes(), first).filter(|named| named.is_exact)?;
        Some((*self.all.get(named.place)?, named.kind, named.place.wrapping_add(1)))
    }

    /// Whether a known name stands in the body, whatever its value.
    #[cfg(feature = "xml")]
    pub(super) const fn is_any_named(&self) -> bool {
        self.is_any_named
    }

    /// Whether any member has a value.
    pub(super) fn is_any_present(&self) -> bool {
        self.all.iter().any(Slot::is_present)
    }
}

impl Slot {
    pub(super) fn is_present(&self) -> bool {
        self.span.shape != Shape::Null
    }

    pub(super) fn conflict(&self) -> Option<usize> {
        self.conflict.map(NonZeroUsize::get)
    }
}

/// Whether a list is an object or an array.
fn is_in_json(body: &Body<'_>, span: Span) -> bool {
    !body.raw(span).starts_with(b"<")
}

/// Whether an id or a number has nothing but white space in it.
fn is_blank(body: &Body<'_>, kind: Kind, span: Span) -> bool {
    // A look at the first byte spares most values a second reading.
    let is_escape = |byte: u8| matches!(byte, b'\\' | b'&' | b'<');
    match (kind, body.raw(span)) {
        (Kind::Text, _) => false,
        (_, [first, ..]) if first.is_ascii_graphic() && !is_escape(*first) => false,
        _ => body.text(span, Kind::Id, "").is_ok_and(|text| text.is_empty()),
    }
}

/// Whether two values of a member mean the same.
fn is_same(body: &Body<'_>, kind: Kind, one: Span, two: Span) -> bool {
    if one.shape == two.shape && body.raw(one) == body.raw(two) {
        return true;
    }
    let (Ok(one), Ok(two)) = (body.text(one, kind, ""), body.text(two, kind, "")) else {
        return false;
    };
    if kind == Kind::Number
        && let (Some(one), Some(two)) = (number::read(one), number::read(two))
    {
        return one == two;
    }
    one == two
}
