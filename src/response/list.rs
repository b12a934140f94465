//! Lists of objects in a response.

use core::fmt;
use core::marker::PhantomData;

use super::body::Body;
use super::flaw::{Flaw, What};
#[cfg(feature = "json")]
use super::json;
use super::members::{Members, OTHER};
use super::output::Item;
use super::slots::{MAX_MEMBERS, Slots};
use super::span::Span;
#[cfg(feature = "xml")]
use super::xml;

/// A list of objects in a response, not read yet.
#[derive(Clone, Copy)]
pub struct ItemList<'b> {
    body: Body<'b>,
    walk: Walk<'b>,
}

/// How far a list was read.
#[derive(Clone, Copy)]
enum Walk<'b> {
    #[cfg(feature = "json")]
    Json(json::Walk<'b>),
    #[cfg(feature = "xml")]
    Xml(xml::Walk<'b>),
    /// Nothing reads a body without a format.
    #[cfg(not(any(feature = "json", feature = "xml")))]
    None(PhantomData<&'b ()>),
}

/// An item that was found: where it starts, and whether it is one.
pub(super) struct Found {
    pub(super) start: usize,
    pub(super) is_object: bool,
}

impl<'b> ItemList<'b> {
    #[cfg_attr(not(feature = "xml"), allow(unused_variables, reason = "JSON has no tags"))]
    pub(super) fn new(body: Body<'b>, span: Span, name: &'static str, item: &'static str) -> Self {
        let bytes = body.bytes().get(..span.end).unwrap_or_default();
        let walk = match bytes.get(span.start) {
            #[cfg(feature = "xml")]
            Some(b'<') => Walk::Xml(xml::Walk::new(bytes, span.start, name, item)),
            #[cfg(feature = "json")]
            _ => Walk::Json(json::Walk::new(bytes, span.start, item)),
            #[cfg(all(feature = "xml", not(feature = "json")))]
            _ => Walk::Xml(xml::Walk::new(&[], 0, name, item)),
            #[cfg(not(any(feature = "json", feature = "xml")))]
            _ => Walk::None(PhantomData),
        };
        Self { body, walk }
    }

    /// The items, read one by one from the body.
    ///
    /// Each step takes time in proportion to the item. The last items are missing where the body was
    /// cut off or is broken.
    #[must_use]
    pub const fn items<T: Item<'b>>(&self) -> Items<'b, T> {
        const { assert!(T::MEMBERS.len() <= MAX_MEMBERS, "an item has up to 12 members") };
        Items { list: *self, item: PhantomData }
    }

    fn next<T: Item<'b>>(&mut self) -> Option<T> {
        let mut slots = Slots::new(self.body, T::MEMBERS);
        let (found, item): (Option<Found>, _) = match &mut self.walk {
            #[cfg(feature = "json")]
            Walk::Json(walk) => (walk.next(&mut slots), walk.item()),
            #[cfg(feature = "xml")]
            Walk::Xml(walk) => (walk.next(&mut slots), walk.item()),
            #[cfg(not(any(feature = "json", feature = "xml")))]
            Walk::None(_) => (None, ""),
        };
        let Found { start, is_object } = found?;
        let mut members = Members::new(&mut slots, start);
        if !is_object {
            members.of_body = Flaw::new(What::WrongType, start).in_place(OTHER);
        }
        members.start();
        members.other = item;
        Some(T::read(&mut members))
    }
}

/// An empty list.
impl Default for ItemList<'_> {
    fn default() -> Self {
        Self::new(Body::new(&[]), Span::NULL, "", "")
    }
}

impl fmt::Debug for ItemList<'_> {
    /// Prints nothing of what is in the list, which may be a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ItemList").finish_non_exhaustive()
    }
}

#[cfg(feature = "defmt")]
impl defmt::Format for ItemList<'_> {
    fn format(&self, f: defmt::Formatter<'_>) {
        defmt::write!(f, "ItemList");
    }
}

/// The items of a [`ItemList`].
pub struct Items<'b, T> {
    list: ItemList<'b>,
    item: PhantomData<fn() -> T>,
}

impl<'b, T: Item<'b>> Iterator for Items<'b, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.list.next()
    }
}

impl<T> Clone for Items<'_, T> {
    fn clone(&self) -> Self {
        Self { list: self.list, item: PhantomData }
    }
}

impl<'b, T: Item<'b> + fmt::Debug> fmt::Debug for Items<'b, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
