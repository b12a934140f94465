//! A reader of members.

use super::body::Body;
use super::damage::Damage;
use super::envelope::is_success_code;
use super::fault::Fault;
use super::list::ItemList;
use super::member::{CODE, HOST_ID, Kind, MESSAGE, REQUEST_ID};
use super::number;
use super::slots::{Slot, Slots};
use super::span::Shape;
use crate::escaped::EscapedStr;

/// Reads the members of a response, or of an item in it: those that the
/// [`Output`](super::Output) or [`Item`](super::Item) names.
///
/// No member is checked before it is asked for, so that a fault in one that nobody reads loses
/// nothing. A member that cannot be read is absent; [`damage`](Self::damage) tells of the first one.
/// Asking for members in the order in which they are named is fastest. A member that is not named is
/// absent.
pub struct Members<'b, 'm> {
    body: Body<'b>,
    slots: &'m Slots,
    /// Where the object or the element starts.
    start: usize,
    /// The slot to look at first.
    next: usize,
    /// The first fault in the body as read so far. It is kept aside, where `?` would be shorter:
    /// leaving at the first fault was measured to take 152 bytes of flash and up to a fifth of the
    /// time more, and would lose what follows it.
    fault: Option<Fault>,
    /// What is wrong with the body, whatever is read of it.
    of_body: Option<Fault>,
    missing: Missing,
}

/// What kept an output from being read.
#[derive(Clone, Copy)]
pub(super) struct Missing {
    /// The member that tells of success.
    pub(super) member: &'static str,
    /// Why it cannot be read, where it is there.
    pub(super) fault: Option<Fault>,
}

impl<'b, 'm> Members<'b, 'm> {
    pub(super) const fn new(
        body: Body<'b>,
        slots: &'m Slots,
        start: usize,
        fault: Option<Fault>,
    ) -> Self {
        let missing = Missing { member: "", fault: None };
        Self { body, slots, start, next: 0, fault, of_body: fault, missing }
    }

    /// Forgets what was read, and what was wrong with it.
    pub(super) const fn start_again(&mut self) {
        self.fault = self.of_body;
        self.missing.fault = None;
        self.next = 0;
    }

    /// What is wrong with the body.
    pub(super) const fn of_body(&self) -> Option<Fault> {
        self.of_body
    }

    /// What is wrong with the body, if what follows it is lost.
    pub(super) fn lost(&self) -> Option<Fault> {
        self.of_body.filter(Fault::loses_the_rest)
    }

    /// A text, or an id.
    pub fn text(&mut self, name: &'static str) -> Option<EscapedStr<'b>> {
        self.read(name, false)
    }

    /// The text without which there is no success, such as the id of what was created.
    ///
    /// Where it stands in the body and cannot be read, or has two different values, the outcome is
    /// open: that is an error, not damage.
    pub fn required(&mut self, name: &'static str) -> Option<EscapedStr<'b>> {
        self.expect(name);
        self.read(name, true)
    }

    /// The text that every item has: where there is none, that is damage.
    pub fn of_every_item(&mut self, name: &'static str) -> Option<EscapedStr<'b>> {
        if !self.is_present(name) {
            self.note(Fault::Missing { member: name, index: self.start });
        }
        self.text(name)
    }

    /// A whole number from 0 to `max`, in any notation, as a number or as text.
    pub fn number(&mut self, name: &'static str, max: u64) -> Option<u64> {
        let text = self.read(name, false)?;
        let number = number::read(text).filter(|number| *number <= max);
        if number.is_none()
            && let Some((slot, ..)) = self.slots.find(name, self.next)
        {
            self.note(Fault::InvalidNumber { member: name, index: slot.span.start });
        }
        number
    }

    /// A list of objects, which JSON and XML hold in an object or an element of its own: `item` is
    /// the name of what that holds, `CustomerGateway` in `CustomerGateways`.
    ///
    /// In XML the inner elements may be left out: then the list's own element repeats, or holds the
    /// members of one item.
    pub fn list(&mut self, name: &'static str, item: &'static str) -> Option<ItemList<'b>> {
        let (slot, _) = self.slot(name)?;
        let span = slot.span;
        let fault = match (slot.conflict(), span.shape) {
            (Some(index), _) => Fault::Conflict { member: name, index },
            (None, Shape::Nested) => return Some(ItemList::new(self.body, span, name, item)),
            (None, _) => Fault::WrongType { member: name, index: span.start },
        };
        self.note(fault);
        None
    }

    /// The id of the request.
    pub fn request_id(&mut self) -> Option<EscapedStr<'b>> {
        self.text(REQUEST_ID)
    }

    /// Whether a member has a value, readable or not.
    #[must_use]
    pub fn is_present(&self, name: &str) -> bool {
        self.slots.find(name, self.next).is_some_and(|(slot, ..)| slot.is_present())
    }

    /// Whether a body without a code is that of a response: of a failure, that of the service or of
    /// something in between.
    pub(super) fn is_response(&self, is_success: bool) -> bool {
        if is_success {
            return self.slots.is_any_present();
        }
        [REQUEST_ID, HOST_ID, MESSAGE].iter().any(|name| self.is_present(name))
    }

    /// Whether a `Code` says that the service refused, or cannot be read. `200`, `OK` and `Success`,
    /// as some of the service's gateways write them, do not.
    pub fn is_refused(&mut self) -> bool {
        match self.value(CODE) {
            None => false,
            Some(Ok(code)) => !is_success_code(code),
            Some(Err(fault @ Fault::WrongType { .. })) => {
                self.note(fault);
                false
            }
            Some(Err(_)) => true,
        }
    }

    /// Whether the body was read to its end, so that what is absent was not lost.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.lost().is_none()
    }

    /// Whether the response tells of success by its envelope: it has a `RequestId`, readable or not,
    /// and no `Code`, or one that says success.
    ///
    /// Where the body breaks off, a `Code` might have followed, so that it does not.
    pub fn is_done(&mut self) -> bool {
        self.expect(REQUEST_ID);
        self.is_whole() && !self.is_refused() && self.is_present(REQUEST_ID)
    }

    /// Names the member that tells of success, for the error that says that it is missing.
    pub const fn expect(&mut self, name: &'static str) {
        self.missing.member = name;
    }

    /// The first fault of the body, as far as members were asked for: ask at the end.
    #[must_use]
    pub fn damage(&self) -> Option<Damage> {
        self.fault.map(Damage)
    }

    pub(super) const fn missing(&self) -> Missing {
        self.missing
    }

    fn slot(&mut self, name: &str) -> Option<(Slot, Kind)> {
        let (slot, kind, next) = self.slots.find(name, self.next)?;
        self.next = next;
        slot.is_present().then_some((slot, kind))
    }

    fn value(&mut self, name: &'static str) -> Option<Result<EscapedStr<'b>, Fault>> {
        let (slot, kind) = self.slot(name)?;
        Some(match slot.conflict() {
            Some(index) => Err(Fault::Conflict { member: name, index }),
            None => self.body.text(slot.span, kind, name),
        })
    }

    fn read(&mut self, name: &'static str, is_required: bool) -> Option<EscapedStr<'b>> {
        match self.value(name)? {
            Ok(text) => return Some(text),
            // What is no text at all says nothing: neither success nor that it is open.
            Err(fault) if is_required && !matches!(fault, Fault::WrongType { .. }) => {
                self.missing.fault = Some(fault);
            }
            Err(fault) => self.note(fault),
        }
        None
    }

    /// Notes a fault, unless there is one before it.
    pub(super) fn note(&mut self, fault: Fault) {
        if self.fault.is_none_or(|first| fault.index() < first.index()) {
            self.fault = Some(fault);
        }
    }
}
