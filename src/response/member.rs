//! The members that an output reads.

/// A member that an [`Output`](super::Output) or an [`Item`](super::Item) reads: its name in the
/// documentation's spelling, and what it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Member {
    name: &'static str,
    kind: Kind,
}

/// What a member holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Text,
    Id,
    Number,
    List,
}

impl Member {
    /// A text, of which every character counts: a name, a message.
    #[must_use]
    pub const fn text(name: &'static str) -> Self {
        Self { name, kind: Kind::Text }
    }

    /// An id or a code: white space at its edges has no meaning, and an empty one is absent.
    #[must_use]
    pub const fn id(name: &'static str) -> Self {
        Self { name, kind: Kind::Id }
    }

    /// A whole number, in any notation, as a number or as text.
    #[must_use]
    pub const fn number(name: &'static str) -> Self {
        Self { name, kind: Kind::Number }
    }

    /// A list of objects.
    #[must_use]
    pub const fn list(name: &'static str) -> Self {
        Self { name, kind: Kind::List }
    }

    /// The name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    pub(super) const fn kind(&self) -> Kind {
        self.kind
    }
}

pub(super) const REQUEST_ID_NAME: &str = "RequestId";

/// The members of every response, each in its place.
pub(super) const ENVELOPE: &[Member; 5] = &[
    Member::id(REQUEST_ID_NAME),
    Member::id("Code"),
    Member::text("Message"),
    Member::id("HostId"),
    Member::text("Recommend"),
];
pub(super) const REQUEST_ID: u8 = 0;
pub(super) const CODE: u8 = 1;
pub(super) const MESSAGE: u8 = 2;
pub(super) const HOST_ID: u8 = 3;
