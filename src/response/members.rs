//! The members of an answer, as they stand in its body.

use crate::body_error::BodyError;
use crate::text::{Form, Text};

macro_rules! members {
    ($($member:ident,)+) => {
        /// A member of an answer that this crate reads.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Member {
            $($member,)+
        }

        impl Member {
            const ALL: &[Self] = &[$(Self::$member,)+];

            pub(super) const fn name(self) -> &'static str {
                match self {
                    $(Self::$member => stringify!($member),)+
                }
            }
        }
    };
}

members! {
    CustomerGatewayId,
    RequestId,
    CreateTime,
    IpAddress,
    Name,
    Description,
    Code,
    Message,
    HostId,
    Recommend,
}

const COUNT: usize = Member::ALL.len();

impl Member {
    /// The length of the longest name.
    #[cfg(feature = "json")]
    pub(super) const MAX_LEN: usize = Self::CustomerGatewayId.name().len();

    /// The member whose name, in the contract's spelling, a text starts with, in front of a byte that
    /// ends it.
    #[cfg(feature = "json")]
    pub(super) fn at_start(text: &[u8], end: u8) -> Option<Self> {
        let is_named = |member: &Self| {
            let after = text.strip_prefix(member.name().as_bytes());
            after.and_then(<[u8]>::first) == Some(&end)
        };
        Self::ALL.iter().copied().find(is_named)
    }

    /// The member with this name, and how the name is written.
    pub(super) fn of(name: &[u8]) -> Option<(Self, Spelling)> {
        let (first, rest) = name.split_first()?;
        let is_named = |member: &&Self| {
            let (initial, others) = member.name().as_bytes().split_first().unwrap_or((&0, &[]));
            first.eq_ignore_ascii_case(initial) && rest == others
        };
        let member = Self::ALL.iter().find(is_named)?;
        let is_contract = first.is_ascii_uppercase();
        let spelling = if is_contract { Spelling::Contract } else { Spelling::LowerCamel };
        Some((*member, spelling))
    }
}

/// How a member's name is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spelling {
    /// As in `RequestId`.
    Contract,
    /// As in `requestId`. It counts where the contract's spelling does not stand, as in the official
    /// SDKs.
    LowerCamel,
}

/// Where the value of a member stands in the body, unchecked.
#[derive(Clone, Copy)]
pub(super) struct RawText {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) form: Form,
}

#[derive(Clone, Copy, Default)]
struct Slot {
    value: Option<RawText>,
    contract: bool,
    lower_camel: bool,
    /// Where the member stands a second time.
    again: Option<usize>,
}

/// What stands in a body for each member. Nothing is checked before it is asked for, so that a
/// mistake in a member that nobody reads loses nothing.
pub(super) struct Members<'a> {
    body: &'a [u8],
    /// The body, if all of it is UTF-8: to check it once takes less than to check each text.
    text: &'a str,
    slots: [Slot; COUNT],
    /// The first mistake in what was asked for.
    error: Option<BodyError>,
}

impl<'a> Members<'a> {
    pub(super) fn new(body: &'a [u8]) -> Self {
        let text = core::str::from_utf8(body).unwrap_or_default();
        Self { body, text, slots: [Slot::default(); COUNT], error: None }
    }

    /// Notes a member that starts at `index`; a value that is no text is none.
    pub(super) fn insert(
        &mut self,
        member: Member,
        spelling: Spelling,
        value: Option<RawText>,
        index: usize,
    ) {
        let Some(slot) = self.slots.get_mut(member as usize) else {
            return;
        };
        let seen = match spelling {
            Spelling::Contract => core::mem::replace(&mut slot.contract, true),
            Spelling::LowerCamel => core::mem::replace(&mut slot.lower_camel, true),
        };
        if seen {
            slot.again = slot.again.or(Some(index));
        }
        if value.is_some() && (spelling == Spelling::Contract || slot.value.is_none()) {
            slot.value = value;
        }
    }

    /// Whether no member stands in the body that is known.
    #[cfg(feature = "xml")]
    pub(super) fn is_empty(&self) -> bool {
        self.slots.iter().all(|slot| !slot.contract && !slot.lower_camel)
    }

    /// The text of a member; `finish` tells whether there is a mistake in it.
    pub(super) fn text(&mut self, member: Member) -> Option<Text<'a>> {
        let text = self.check(member);
        text.unwrap_or_else(|error| {
            self.fail(error);
            None
        })
    }

    fn check(&self, member: Member) -> Result<Option<Text<'a>>, BodyError> {
        let Some(slot) = self.slots.get(member as usize) else { return Ok(None) };
        if let Some(index) = slot.again {
            return Err(BodyError::Duplicate { member: member.name(), index });
        }
        slot.value.map(|raw| self.check_text(raw, member.name())).transpose()
    }

    fn check_text(&self, raw: RawText, member: &'static str) -> Result<Text<'a>, BodyError> {
        let RawText { start, end, form } = raw;
        let text = self.text.get(start..end).map_or_else(
            || core::str::from_utf8(self.body.get(start..end).unwrap_or_default()),
            Ok,
        );
        let text = text.map_err(|error| BodyError::InvalidUtf8 {
            member,
            index: start.saturating_add(error.valid_up_to()),
        })?;
        let text = match form {
            #[cfg(feature = "xml")]
            Form::Xml => Text::from_xml(text),
            form => Text::checked(text, form),
        };
        text.map_err(|error| BodyError::InvalidText {
            member,
            fault: error.fault(),
            index: start.saturating_add(error.index()),
        })
    }

    /// The text of a member that names something: an empty one names nothing.
    pub(super) fn named(&mut self, member: Member) -> Option<Text<'a>> {
        self.text(member).filter(|text| !text.is_empty())
    }

    /// Notes a mistake, unless there is one already.
    pub(super) fn fail(&mut self, error: BodyError) {
        self.error.get_or_insert(error);
    }

    /// The first mistake in what was asked for.
    pub(super) fn finish(self) -> Result<(), BodyError> {
        self.error.map_or(Ok(()), Err)
    }
}
