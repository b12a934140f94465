//! A reader of members.

use super::damage::Damage;
use super::decode_error::DecodeError;
use super::envelope::is_success_code;
use super::flaw::{Flaw, What};
use super::list::ItemList;
use super::member::{CODE, ENVELOPE, HOST_ID, MESSAGE, Member, REQUEST_ID, REQUEST_ID_NAME};
use super::number;
use super::refusal::Refusal;
use super::slots::Slots;
use super::span::Shape;
use crate::escaped::EscapedStr;

/// Reads the members of a response, or of an item in it: those that the
/// [`Output`](super::Output) or [`Item`](super::Item) names.
///
/// No member is checked before it is asked for, so that a fault in one that nobody reads loses
/// nothing. A member that cannot be read is absent; [`damage`](Self::damage) tells of the first one.
/// A member that is not named is absent.
pub struct Members<'b, 'm> {
    pub(super) slots: &'m mut Slots<'b>,
    /// Where the object or the element starts.
    start: usize,
    /// The first flaw in the body as read so far. It is kept aside, where `?` would be shorter:
    /// leaving at the first one was measured to take 152 bytes of flash and up to a fifth of the time
    /// more, and would lose what follows it.
    flaw: Flaw,
    /// Why the body is not a response.
    pub(super) refusal: Option<Refusal>,
    /// What is wrong with the body, whatever is read of it.
    pub(super) of_body: Flaw,
    /// The member that tells of success.
    pub(super) expected: &'static str,
    /// Why the outcome is open: where what tells of it is there, but cannot be read.
    pub(super) open: Flaw,
    /// What stands in the place [`OTHER`].
    pub(super) other: &'static str,
}

/// The place of what is none of the members that are read.
pub(super) const OTHER: u8 = u8::MAX;

impl<'b, 'm> Members<'b, 'm> {
    pub(super) const fn new(slots: &'m mut Slots<'b>, start: usize) -> Self {
        Self {
            slots,
            start,
            flaw: Flaw::NONE,
            refusal: None,
            of_body: Flaw::NONE,
            expected: "",
            open: Flaw::NONE,
            other: "",
        }
    }

    /// Starts to read members, of a body with a flaw or without.
    pub(super) const fn start(&mut self) {
        self.flaw = self.of_body;
    }

    /// The members of every response, as if nothing was read before.
    pub(super) fn envelope(&mut self) -> [Option<EscapedStr<'b>>; ENVELOPE.len()] {
        self.flaw = self.of_body;
        let mut place = 0_u8;
        [(); ENVELOPE.len()].map(|()| {
            let text = self.read(place, place == CODE);
            place = place.wrapping_add(1);
            text
        })
    }

    /// Notes that the outcome might stand in what is lost.
    #[inline(never)]
    pub(super) const fn miss_the_rest(&mut self) {
        if self.open.is_none() && self.of_body.loses_the_rest() {
            self.open = self.of_body;
        }
    }

    /// A text, or an id.
    #[inline(never)]
    pub fn text(&mut self, name: &'static str) -> Option<EscapedStr<'b>> {
        let place = self.place(name)?;
        self.read(place, false)
    }

    /// The text without which there is no success, such as the id of what was created.
    ///
    /// Where it stands in the body and cannot be read, or has two different values, the outcome is
    /// open: that is an error, not damage.
    pub fn required(&mut self, name: &'static str) -> Option<EscapedStr<'b>> {
        self.expect(name);
        let place = self.place(name)?;
        self.read(place, true)
    }

    /// The text that every item has: where there is none, that is damage.
    pub fn of_every_item(&mut self, name: &'static str) -> Option<EscapedStr<'b>> {
        if !self.is_present(name) {
            let place = self.place(name);
            if self.note(What::Missing, place.unwrap_or(OTHER), self.start) && place.is_none() {
                self.other = name;
            }
        }
        self.text(name)
    }

    /// A whole number from 0 to `max`, in any notation, as a number or as text.
    #[inline(never)]
    pub fn number(&mut self, name: &'static str, max: u64) -> Option<u64> {
        let place = self.place(name)?;
        let text = self.read(place, false)?;
        let number = number::read(&text).filter(|number| *number <= max);
        if number.is_none() {
            self.note(What::InvalidNumber, place, self.slots.span(place).start);
        }
        number
    }

    /// A list of objects, which JSON and XML hold in an object or an element of its own: `item` is
    /// the name of what that holds, `CustomerGateway` in `CustomerGateways`.
    ///
    /// In XML the inner elements may be left out: then the list's own element repeats, or holds the
    /// members of one item.
    pub fn list(&mut self, name: &'static str, item: &'static str) -> Option<ItemList<'b>> {
        let place = self.place(name)?;
        let span = *self.slots.span(place);
        if span.shape == Shape::Nested {
            return Some(ItemList::new(self.slots.body, span, name, item));
        }
        if span.shape != Shape::Null {
            self.note(span.shape.refusal(), place, span.start);
        }
        None
    }

    /// The id of the request.
    pub fn request_id(&mut self) -> Option<EscapedStr<'b>> {
        self.read(REQUEST_ID, false)
    }

    /// Whether a member has a value, readable or not.
    #[must_use]
    pub fn is_present(&self, name: &str) -> bool {
        let named = self.slots.look_up(name.as_bytes()).filter(|named| named.is_exact);
        named.is_some_and(|named| self.slots.is_present(named.place))
    }

    /// Whether a body without a code is that of a response: of a failure, that of the service or of
    /// something in between.
    pub(super) fn is_response(&self, is_success: bool) -> bool {
        const OF_FAILURE: u32 = 1 << REQUEST_ID | 1 << HOST_ID | 1 << MESSAGE;
        self.slots.is_any_present(if is_success { u32::MAX } else { OF_FAILURE })
    }

    /// Whether a `Code` says that the service refused, or cannot be read. `200`, `OK` and `Success`,
    /// as some of the service's gateways write them, do not.
    pub fn is_refused(&mut self) -> bool {
        let mut flaw = Flaw::NONE;
        match self.value(CODE, &mut flaw) {
            Some(code) => !is_success_code(&code),
            None if flaw.is_some() && flaw.what == What::WrongType => {
                self.note(What::WrongType, CODE, flaw.index);
                false
            }
            None => flaw.is_some(),
        }
    }

    /// Whether the body was read to its end, so that what is absent was not lost.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        !self.of_body.loses_the_rest()
    }

    /// Whether the response tells of success by its envelope: it has a `RequestId`, readable or not,
    /// and no `Code`, or one that says success.
    ///
    /// Where the body breaks off, a `Code` might have followed, so that it does not.
    pub fn is_done(&mut self) -> bool {
        self.expect(REQUEST_ID_NAME);
        self.is_whole() && !self.is_refused() && self.slots.is_present(REQUEST_ID)
    }

    /// Names the member that tells of success, for the error that says that it is missing.
    pub const fn expect(&mut self, name: &'static str) {
        self.expected = name;
    }

    /// The first fault of the body, as far as members were asked for: ask at the end.
    #[must_use]
    #[inline(never)]
    pub fn damage(&self) -> Option<Damage> {
        self.flaw.is_some().then(|| Damage::new(self.flaw, self.name_of(self.flaw)))
    }

    /// Why a body is not a response.
    pub(super) fn error(&self, status: u16, refusal: Refusal) -> DecodeError {
        let (flaw, name) = if self.open.is_some() {
            (self.open, self.name_of(self.open))
        } else {
            (self.of_body, self.expected)
        };
        DecodeError::new(status, refusal, flaw, name)
    }

    /// The member that a flaw is in.
    #[inline(never)]
    pub(super) fn name_of(&self, flaw: Flaw) -> &'static str {
        self.slots.member(flaw.place).map_or(self.other, Member::name)
    }

    /// The place of a member that is asked for.
    fn place(&mut self, name: &str) -> Option<u8> {
        let named = self.slots.look_up(name.as_bytes()).filter(|named| named.is_exact)?;
        Some(named.place)
    }

    fn value(&self, place: u8, flaw: &mut Flaw) -> Option<EscapedStr<'b>> {
        self.slots.text(self.slots.span(place), flaw)
    }

    /// The text in a place.
    fn read(&mut self, place: u8, is_required: bool) -> Option<EscapedStr<'b>> {
        let mut flaw = Flaw::NONE;
        let text = self.value(place, &mut flaw);
        if flaw.is_none() {
            return text;
        }
        // What is no text at all says nothing: neither success nor that it is open.
        if !is_required || flaw.what == What::WrongType {
            self.note(flaw.what, place, flaw.index);
        } else if self.open.is_none() {
            self.open = flaw.in_place(place);
        }
        None
    }

    /// Notes a flaw in a member, unless there is one before it; tells whether it did.
    fn note(&mut self, what: What, place: u8, index: usize) -> bool {
        let is_first = index < self.flaw.index;
        if is_first {
            self.flaw = Flaw::new(what, index).in_place(place);
        }
        is_first
    }
}
