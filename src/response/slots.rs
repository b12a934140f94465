//! What stands in a body for each member.

use super::body::Body;
use super::flaw::{Flaw, What};
use super::member::{ENVELOPE, Kind, Member};
use super::span::{Shape, Span};
use super::{name, number};
use crate::escaped::EscapedStr;

/// How many members an output has at most, beside those of every response.
pub(super) const MAX_MEMBERS: usize = 12;

/// What stands in a body for each member.
pub(super) struct Slots<'b> {
    pub(super) body: Body<'b>,
    members: &'static [Member],
    all: [Span; ENVELOPE.len() + MAX_MEMBERS],
    /// Whether a known name stands in the body, whatever its value.
    #[cfg(feature = "xml")]
    is_any_named: bool,
}

/// A member whose name was read in a body, or is asked for.
#[derive(Clone, Copy)]
pub(super) struct Named {
    pub(super) place: u8,
    pub(super) kind: Kind,
    pub(super) is_exact: bool,
}

impl<'b> Slots<'b> {
    /// The slots of the members of every response, and of these.
    pub(super) const fn new(body: Body<'b>, members: &'static [Member]) -> Self {
        Self {
            body,
            members,
            all: [Span::NULL; ENVELOPE.len() + MAX_MEMBERS],
            #[cfg(feature = "xml")]
            is_any_named: false,
        }
    }

    /// Empties all slots.
    #[cfg(feature = "xml")]
    pub(super) fn clear(&mut self) {
        self.all.fill(Span::NULL);
        self.is_any_named = false;
    }

    /// The member in a place: first those of every response.
    #[cfg_attr(not(target_pointer_width = "64"), inline(never))]
    pub(super) fn member(&self, place: u8) -> Option<&'static Member> {
        let place = usize::from(place);
        match place.checked_sub(ENVELOPE.len()) {
            Some(place) => self.members.get(place),
            None => ENVELOPE.get(place),
        }
    }

    /// The member with this name, in any spelling: one of every response comes first.
    pub(super) fn look_up(&self, name: &[u8]) -> Option<Named> {
        let mut place = 0;
        for members in [ENVELOPE, self.members] {
            for member in members {
                let is_exact = name == member.name().as_bytes();
                if is_exact || name::is(name, member.name()) {
                    return Some(Named { place, kind: member.kind(), is_exact });
                }
                place = place.wrapping_add(1);
            }
        }
        None
    }

    /// The member with this name in a body, in any spelling.
    pub(super) fn named(&mut self, name: &[u8]) -> Option<Named> {
        let named = self.look_up(name);
        #[cfg(feature = "xml")]
        {
            self.is_any_named |= named.is_some();
        }
        named
    }

    /// Notes the value of a member that starts at `index`.
    ///
    /// The documentation's spelling outweighs any other; what has no meaning (`null`, an empty id)
    /// leaves the floor to another one.
    #[inline(never)]
    pub(super) fn insert(&mut self, named: Named, mut span: Span, index: usize) {
        let Named { place, kind, is_exact } = named;
        (span.kind, span.is_exact) = (kind, is_exact);
        if span.shape == Shape::Null || self.is_blank(&span) {
            return;
        }
        let kept = self.span(place);
        if kept.shape != Shape::Null && is_exact <= kept.is_exact {
            if is_exact != kept.is_exact || kept.shape == Shape::Conflict {
                return;
            }
            if cfg!(feature = "xml") && kind == Kind::List && self.is_in_xml(kept) {
                // Such a list goes on: its reader skips what stands between its parts.
                span.start = kept.start;
            } else if !self.is_same(kept, &span) {
                span = Span { start: index, shape: Shape::Conflict, ..span };
            } else if span.len() >= kept.len() {
                // The shorter one is kept, so that many values take time in proportion to their length.
                return;
            }
        }
        if let Some(slot) = self.all.get_mut(usize::from(place)) {
            *slot = span;
        }
    }

    /// The text of a member's value, without white space at its edges if it is an id; tells what is
    /// wrong with it. (A `Result` is moved from place to place, byte by byte.)
    pub(super) fn text(&self, span: &Span, flaw: &mut Flaw) -> Option<EscapedStr<'b>> {
        let start = span.start;
        let Some(escaping) = span.shape.escaping() else {
            *flaw = if span.shape == Shape::Null {
                Flaw::NONE
            } else {
                Flaw::new(span.shape.refusal(), start)
            };
            return None;
        };
        let text = match self.body.utf8(span) {
            Ok(text) => text,
            Err(at) => {
                *flaw = Flaw::new(What::InvalidUtf8, start.wrapping_add(at));
                return None;
            }
        };
        let text = EscapedStr::unchecked(text, escaping);
        if let Some(error) = text.fault() {
            let at = start.wrapping_add(error.index());
            *flaw = Flaw::new(What::of_escape(error.fault()), at);
            return None;
        }
        Some(if span.kind == Kind::Id { text.trim() } else { text })
    }

    /// The text of a member's value, where nothing is wrong with it.
    pub(super) fn readable(&self, span: &Span) -> Option<EscapedStr<'b>> {
        let mut flaw = Flaw::NONE;
        self.text(span, &mut flaw)
    }

    /// What stands for the member in a place.
    pub(super) fn span(&self, place: u8) -> &Span {
        self.all.get(usize::from(place)).unwrap_or(&Span::NULL)
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
        self.all.iter().any(|span| {
            let is_wanted = places & 1 == 1;
            places >>= 1;
            is_wanted && span.shape != Shape::Null
        })
    }

    /// Whether a list is an element, and not an object or an array.
    fn is_in_xml(&self, span: &Span) -> bool {
        self.body.raw(span).starts_with(b"<")
    }

    /// Whether an id or a number has nothing but white space in it.
    fn is_blank(&self, span: &Span) -> bool {
        // A look at the first byte spares most values a second reading; on a small processor, flash
        // counts more.
        #[cfg(target_pointer_width = "64")]
        if let [first, ..] = self.body.raw(span)
            && first.is_ascii_graphic()
            && !matches!(first, b'\\' | b'&' | b'<')
        {
            return false;
        }
        // Trimmed, what is left is not escaped.
        span.kind != Kind::Text
            && self.readable(span).is_some_and(|text| text.trim().as_raw().is_empty())
    }

    /// Whether two values of a member mean the same.
    #[inline(never)]
    fn is_same(&self, one: &Span, two: &Span) -> bool {
        if one.shape == two.shape && self.body.raw(one) == self.body.raw(two) {
            return true;
        }
        let kind = one.kind;
        let (Some(one), Some(two)) = (&self.readable(one), &self.readable(two)) else {
            return false;
        };
        match number::read(one) {
            number @ Some(_) if kind == Kind::Number => number == number::read(two),
            _ => one == two,
        }
    }
}
