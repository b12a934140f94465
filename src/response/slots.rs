//! What stands in a body for each member.

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
    next: u8,
    /// Whether a known name stands in the body, whatever its value.
    #[cfg(feature = "xml")]
    is_any_named: bool,
}

#[derive(Clone, Copy)]
struct Slot {
    span: Span,
    /// Whether the name is spelled as in the documentation.
    is_exact: bool,
}

/// A member whose name was read in a body, or is asked for.
#[derive(Clone, Copy)]
pub(super) struct Named {
    pub(super) place: u8,
    pub(super) kind: Kind,
    pub(super) is_exact: bool,
}

const EMPTY: Slot = Slot { span: Span::NULL, is_exact: false };

impl Slots {
    /// The slots of the members of every response, and of these.
    pub(super) const fn new(members: &'static [Member]) -> Self {
        Self {
            members,
            all: [EMPTY; ENVELOPE.len() + MAX_MEMBERS],
            next: 0,
            #[cfg(feature = "xml")]
            is_any_named: false,
        }
    }

    /// Empties all slots.
    #[cfg(feature = "xml")]
    pub(super) fn clear(&mut self) {
        self.all.fill(EMPTY);
        self.is_any_named = false;
    }

    /// The member in a place: first those of every response.
    pub(super) fn member(&self, place: u8) -> Option<&'static Member> {
        let place = usize::from(place);
        match place.checked_sub(ENVELOPE.len()) {
            Some(place) => self.members.get(place),
            None => ENVELOPE.get(place),
        }
    }

    /// The member with this name, in any spelling; looks at a place first.
    pub(super) fn look_up(&self, name: &[u8], first: u8) -> Option<Named> {
        let mut place = first;
        // Behind the last member there is nothing, and then comes the first.
        for _ in 0..=self.members.len().wrapping_add(ENVELOPE.len()) {
            let Some(member) = self.member(place) else {
                place = 0;
                continue;
            };
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
            #[cfg(feature = "xml")]
            {
                self.is_any_named = true;
            }
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
        let Some(slot) = self.all.get_mut(usize::from(place)) else { return };
        if slot.span.shape == Shape::Null || (is_exact && !slot.is_exact) {
            *slot = Slot { span, is_exact };
            return;
        }
        if slot.is_exact != is_exact || slot.span.shape == Shape::Conflict {
            return;
        }
        #[cfg(feature = "xml")]
        if kind == Kind::List && !is_in_json(body, slot.span) {
            // Such a list goes on: its reader skips what stands between its parts.
            slot.span.end = span.end;
            return;
        }
        if !is_same(body, kind, slot.span, span) {
            slot.span = Span { start: index, end: index, shape: Shape::Conflict };
        } else if span.len() < slot.span.len() {
            // The shorter one is kept, so that many values take time in proportion to their length.
            slot.span = span;
        }
    }

    /// What stands for the member in a place.
    pub(super) fn span(&self, place: u8) -> Span {
        self.all.get(usize::from(place)).map_or(Span::NULL, |slot| slot.span)
    }

    /// Whether a known name stands in the body, whatever its value.
    #[cfg(feature = "xml")]
    pub(super) const fn is_any_named(&self) -> bool {
        self.is_any_named
    }

    /// Whether the member in a place has a value.
    pub(super) fn is_present(&self, place: u8) -> bool {
        self.span(place).shape != Shape::Null
    }

    /// Whether any of these members has a value, a bit for each place.
    pub(super) fn is_any_present(&self, mut places: u32) -> bool {
        self.all.iter().any(|slot| {
            let is_wanted = places & 1 == 1;
            places >>= 1;
            is_wanted && slot.span.shape != Shape::Null
        })
    }
}

/// Whether a list is an object or an array.
#[cfg(feature = "xml")]
fn is_in_json(body: &Body<'_>, span: Span) -> bool {
    !body.raw(span).starts_with(b"<")
}

/// Whether an id or a number has nothing but white space in it.
fn is_blank(body: &Body<'_>, kind: Kind, span: Span) -> bool {
    // A look at the first byte spares most values a second reading; on a small processor, flash counts
    // more.
    #[cfg(target_pointer_width = "64")]
    if let [first, ..] = body.raw(span)
        && first.is_ascii_graphic()
        && !matches!(first, b'\\' | b'&' | b'<')
    {
        return false;
    }
    kind != Kind::Text && body.text(span, Kind::Id).is_ok_and(|text| text.is_empty())
}

/// Whether two values of a member mean the same.
fn is_same(body: &Body<'_>, kind: Kind, one: Span, two: Span) -> bool {
    if one.shape == two.shape && body.raw(one) == body.raw(two) {
        return true;
    }
    let (Ok(one), Ok(two)) = (&body.text(one, kind), &body.text(two, kind)) else {
        return false;
    };
    if kind == Kind::Number
        && let (Some(one), Some(two)) = (number::read(one), number::read(two))
    {
        return one == two;
    }
    one == two
}
