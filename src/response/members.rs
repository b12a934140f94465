//! The members of an answer, as they stand in its body.

use crate::body_error::BodyError;
use crate::escaped::Escaping;

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
    pub(super) form: Escaping,
}

#[derive(Clone, Copy, Default)]
struct Slot {
    value: Option<RawText>,
    contract: bool,
    lower_camel: bool,
    /// Where the member stands a second time.
    again: Option<usize>,
}

/// What stands in a body for each member.
#[derive(Default)]
pub(super) struct Members {
    slots: [Slot; COUNT],
}

impl Members {
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

    /// The value of a member, unless the member stands twice.
    pub(super) fn value(&self, member: Member) -> Result<Option<RawText>, BodyError> {
        let Some(slot) = self.slots.get(member as usize) else { return Ok(None) };
        match slot.again {
            Some(index) => Err(BodyError::Duplicate { member: member.name(), index }),
            None => Ok(slot.value),
        }
    }
}
