//! The members of an answer, as they stand in its body.

use crate::body_error::BodyError;
use crate::text::{Form, Text};

macro_rules! members {
    ($($member:ident $name:literal $lower:literal,)+) => {
        /// A member of an answer that this crate reads.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Member {
            $($member,)+
        }

        const NAMES: &[&str] = &[$($name,)+];

        impl Member {
            /// The member with this name, and whether it is in the contract's own spelling.
            pub(super) fn of(name: &[u8]) -> Option<(Self, Spelling)> {
                // The length and two bytes tell most names from all others.
                $(
                    if name == $name.as_bytes() {
                        return Some((Self::$member, Spelling::Contract));
                    }
                    if name == $lower.as_bytes() {
                        return Some((Self::$member, Spelling::LowerCamel));
                    }
                )+
                None
            }

            fn name(self) -> &'static str {
                match self {
                    $(Self::$member => $name,)+
                }
            }
        }
    };
}

members! {
    CustomerGatewayId "CustomerGatewayId" "customerGatewayId",
    RequestId "RequestId" "requestId",
    CreateTime "CreateTime" "createTime",
    IpAddress "IpAddress" "ipAddress",
    Name "Name" "name",
    Description "Description" "description",
    Code "Code" "code",
    Message "Message" "message",
    HostId "HostId" "hostId",
    Recommend "Recommend" "recommend",
}

const COUNT: usize = NAMES.len();

/// How a member's name is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spelling {
    /// As in `RequestId`.
    Contract,
    /// As in `requestId`. It counts where the contract's spelling does not stand, as in the official
    /// SDKs.
    LowerCamel,
}

/// The value of a member, unchecked.
#[derive(Clone, Copy)]
pub(super) struct RawText<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) form: Form,
    /// Where the value starts in the body.
    pub(super) index: usize,
}

#[derive(Clone, Copy, Default)]
struct Slot<'a> {
    value: Option<RawText<'a>>,
    contract: bool,
    lower_camel: bool,
    /// Where the member stands a second time.
    again: Option<usize>,
}

/// What stands in a body for each member. Nothing is checked before it is asked for, so that a
/// mistake in a member that nobody reads loses nothing.
#[derive(Default)]
pub(super) struct Members<'a> {
    slots: [Slot<'a>; COUNT],
}

impl<'a> Members<'a> {
    /// Notes a member that starts at `index`; a value that is no text is none.
    pub(super) fn insert(
        &mut self,
        member: Member,
        spelling: Spelling,
        value: Option<RawText<'a>>,
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

    /// The text of a member.
    pub(super) fn text(&self, member: Member) -> Result<Option<Text<'a>>, BodyError> {
        let slot = self.slots.get(member as usize).copied().unwrap_or_default();
        if let Some(index) = slot.again {
            return Err(BodyError::Duplicate { member: member.name(), index });
        }
        slot.value.map(|raw| raw.check(member.name())).transpose()
    }

    /// The text of a member that names something: an empty one names nothing.
    pub(super) fn named(&self, member: Member) -> Result<Option<Text<'a>>, BodyError> {
        Ok(self.text(member)?.filter(|text| !text.is_empty()))
    }
}

impl<'a> RawText<'a> {
    fn check(self, member: &'static str) -> Result<Text<'a>, BodyError> {
        let raw = core::str::from_utf8(self.bytes).map_err(|error| BodyError::InvalidUtf8 {
            member,
            index: self.index.saturating_add(error.valid_up_to()),
        })?;
        let text = match self.form {
            Form::Plain => Ok(Text::plain(raw)),
            #[cfg(feature = "json")]
            Form::Json => Text::from_json(raw),
            #[cfg(feature = "xml")]
            Form::Xml => Text::from_xml(raw),
        };
        text.map_err(|error| BodyError::InvalidText {
            member,
            fault: error.fault(),
            index: self.index.saturating_add(error.index()),
        })
    }
}
