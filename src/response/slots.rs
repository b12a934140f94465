//! What stands in a body for each member.

use core::num::NonZeroUsize;

use super::body::Body;
use super::member::{ENVELOPE, Kind, Member};
use super::number;
use super::span::{Shape, Span};
#[cfg(feature = "json")]
use crate::encode::Encode as _;
#[cfg(feature = "json")]
use crate::escaped::EscapedStr;

/// How many members an output has at most, beside those of every response.
pub(super) const MAX_MEMBERS: usize = 12;

/// What stands in a body for each member.
pub(super) struct Slots {
    members: &'static [Member],
    all: [Slot; ENVELOPE.len() + MAX_MEMBERS],
    /// Whether a known name stands in the body, whatever its value.
    is_any_named: bool,
}

#[derive(Clone, Copy)]
pub(super) struct Slot {
    pub(super) span: Span,
    pub(super) kind: Kind,
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

const EMPTY: Slot = Slot { span: Span::NULL, kind: Kind::Text, is_exact: false, conflict: None };

impl Slots {
    /// The slots of the members of every response, and of these.
    pub(super) const fn new(members: &'static [Member]) -> Self {
        Self { members, all: [EMPTY; ENVELOPE.len() + MAX_MEMBERS], is_any_named: false }
    }

    /// Empties all slots.
    #[cfg(feature = "xml")]
    pub(super) fn clear(&mut self) {
        self.all.fill(EMPTY);
        self.is_any_named = false;
    }

    fn names(&self) -> impl Iterator<Item = (usize, &'static Member)> {
        self.members.iter().chain(ENVELOPE).enumerate()
    }

    /// The member whose name, in the documentation's spelling, a text starts with, in front of a quote.
    #[cfg(feature = "json")]
    pub(super) fn at_start(&mut self, text: &[u8]) -> Option<(Named, usize)> {
        let is_named = |(_, member): &(usize, &Member)| {
            let name = member.name();
            text.get(name.len()) == Some(&b'"') && text.starts_with(name.as_bytes())
        };
        let (place, member) = self.names().find(is_named)?;
        self.is_any_named = true;
        Some((Named { place, kind: member.kind(), is_exact: true }, member.name().len()))
    }

    /// The member with this name, in any spelling.
    pub(super) fn named(&mut self, name: &[u8]) -> Option<Named> {
        let is_named =
            |(_, member): &(usize, &Member)| name.eq_ignore_ascii_case(member.name().as_bytes());
        let (place, member) = self.names().find(is_named)?;
        self.is_any_named = true;
        let is_exact = name == member.name().as_bytes();
        Some(Named { place, kind: member.kind(), is_exact })
    }

    /// The member with this name, which is escaped.
    #[cfg(feature = "json")]
    pub(super) fn named_by(&mut self, name: EscapedStr<'_>) -> Option<Named> {
        /// Longer names are escaped by nobody.
        const MAX: usize = 64;
        self.named(name.encode(&mut [0; MAX]).ok()?.as_bytes())
    }

    /// Notes the value of a member that starts at `index`.
    ///
    /// The documentation's spelling outweighs any other; what has no meaning (`null`, an empty id)
    /// leaves the floor to another one.
    pub(super) fn insert(&mut self, body: Body<'_>, named: Named, span: Span, index: usize) {
        let Named { place, kind, is_exact } = named;
        if span.shape == Shape::Null || is_blank(body, kind, span) {
            return;
        }
        let Some(slot) = self.all.get_mut(place) else { return };
        if slot.span.shape == Shape::Null || (is_exact && !slot.is_exact) {
            *slot = Slot { span, kind, is_exact, conflict: None };
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

    /// What stands for a member; looks at a place first, and returns the place behind the member.
    pub(super) fn find(&self, name: &str, first: usize) -> Option<(Slot, usize)> {
        let is_named = |(_, member): &(usize, &'static Member)| member.name() == name;
        let (place, _) =
            self.names().skip(first).find(is_named).or_else(|| self.names().find(is_named))?;
        Some((*self.all.get(place)?, place.saturating_add(1)))
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
fn is_in_json(body: Body<'_>, span: Span) -> bool {
    !body.raw(span).starts_with(b"<")
}

/// Whether what is no text has nothing but white space in it.
fn is_blank(body: Body<'_>, kind: Kind, span: Span) -> bool {
    // A look at the first byte spares most values a second reading.
    let is_escape = |byte: u8| matches!(byte, b'\\' | b'&' | b'<');
    match (kind, body.raw(span)) {
        (Kind::Text, _) => false,
        (_, [first, ..]) if first.is_ascii_graphic() && !is_escape(*first) => false,
        _ => body.text(span, "").is_ok_and(|text| text.trim().is_empty()),
    }
}

/// Whether two values of a member mean the same.
fn is_same(body: Body<'_>, kind: Kind, one: Span, two: Span) -> bool {
    if one.shape == two.shape && body.raw(one) == body.raw(two) {
        return true;
    }
    let (Ok(one), Ok(two)) = (body.text(one, ""), body.text(two, "")) else { return false };
    match kind {
        Kind::Id => one.trim() == two.trim(),
        Kind::Number => match (number::read(one), number::read(two)) {
            (Some(one), Some(two)) => one == two,
            _ => one == two,
        },
        Kind::Text | Kind::List => one == two,
    }
}
