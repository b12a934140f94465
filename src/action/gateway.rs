//! A customer gateway, as the responses of several actions tell of it.

use core::fmt;
use core::hash::{Hash, Hasher};

use crate::escaped::EscapedStr;
use crate::response::{Damage, Item, ItemList, Items, Member, Members};

pub(super) mod body_len;
pub(crate) mod owned;

pub(super) const CUSTOMER_GATEWAY_ID: &str = "CustomerGatewayId";
pub(super) const IP_ADDRESS: &str = "IpAddress";
pub(super) const NAME: &str = "Name";
pub(super) const DESCRIPTION: &str = "Description";
pub(super) const CREATE_TIME: &str = "CreateTime";
pub(super) const RESOURCE_GROUP_ID: &str = "ResourceGroupId";
const ASN: &str = "Asn";
const AUTH_KEY: &str = "AuthKey";
const TAGS: &str = "Tags";

/// The members of a gateway, in the order in which they are read.
pub(super) const MEMBERS: &[Member] = &[
    Member::id(CUSTOMER_GATEWAY_ID),
    Member::text(IP_ADDRESS),
    Member::text(NAME),
    Member::text(DESCRIPTION),
    Member::number(CREATE_TIME),
    Member::number(ASN),
    Member::text(AUTH_KEY),
    Member::id(RESOURCE_GROUP_ID),
    Member::list(TAGS),
];

/// Gives an output methods for the members that it has.
macro_rules! getters {
    ($type:ident: $($name:ident),+ $(,)?) => {
        impl<'b> $type<'b> {
            $(getters!(@$name);)+
        }
    };
    (@customer_gateway_id) => {
        /// The id of the customer gateway, such as `cgw-bp1aw0a5nfff03xp1****`. It is never empty.
        #[must_use]
        pub const fn customer_gateway_id(&self) -> EscapedStr<'b> {
            self.customer_gateway_id
        }
    };
    (@request_id) => {
        /// The id of the request.
        #[must_use]
        pub const fn request_id(&self) -> Option<EscapedStr<'b>> {
            self.request_id
        }
    };
    (@ip_address) => {
        /// The address of the on-premises gateway, as the service wrote it.
        #[must_use]
        pub const fn ip_address(&self) -> Option<EscapedStr<'b>> {
            self.ip_address
        }
    };
    (@name) => {
        /// The name of the customer gateway.
        #[must_use]
        pub const fn name(&self) -> Option<EscapedStr<'b>> {
            self.name
        }
    };
    (@description) => {
        /// The description of the customer gateway.
        #[must_use]
        pub const fn description(&self) -> Option<EscapedStr<'b>> {
            self.description
        }
    };
    (@create_time) => {
        /// When the customer gateway was created: milliseconds since the Unix epoch, UTC.
        #[must_use]
        pub const fn create_time(&self) -> Option<u64> {
            self.create_time
        }
    };
    (@resource_group_id) => {
        /// The id of the resource group.
        #[must_use]
        pub const fn resource_group_id(&self) -> Option<EscapedStr<'b>> {
            self.resource_group_id
        }
    };
    (@damage) => {
        /// What was lost of the response: the first fault of its body.
        #[must_use]
        pub const fn damage(&self) -> Option<Damage> {
            self.damage
        }
    };
}
pub(super) use getters;

/// A customer gateway on a [`Page`](crate::Page).
///
/// Any member may be absent. One that cannot be read is, and is told as [`damage`](Self::damage), as
/// is a missing id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct PageItem<'b> {
    customer_gateway_id: Option<EscapedStr<'b>>,
    ip_address: Option<EscapedStr<'b>>,
    name: Option<EscapedStr<'b>>,
    description: Option<EscapedStr<'b>>,
    create_time: Option<u64>,
    asn: Option<u32>,
    auth_key: Option<ReceivedAuthKey<'b>>,
    resource_group_id: Option<EscapedStr<'b>>,
    tags: ReceivedTags<'b>,
    damage: Option<Damage>,
}

impl<'b> Item<'b> for PageItem<'b> {
    const MEMBERS: &'static [Member] = MEMBERS;

    fn read(members: &mut Members<'b, '_>) -> Self {
        let customer_gateway_id = members.of_every_item(CUSTOMER_GATEWAY_ID);
        Self::with_id(customer_gateway_id, members)
    }
}

impl<'b> PageItem<'b> {
    /// The rest of a gateway whose id was read.
    pub(super) fn with_id(
        customer_gateway_id: Option<EscapedStr<'b>>,
        members: &mut Members<'b, '_>,
    ) -> Self {
        Self {
            customer_gateway_id,
            ip_address: members.text(IP_ADDRESS),
            name: members.text(NAME),
            description: members.text(DESCRIPTION),
            create_time: members.number(CREATE_TIME, u64::MAX),
            asn: asn(members),
            auth_key: members.text(AUTH_KEY).map(ReceivedAuthKey),
            resource_group_id: members.text(RESOURCE_GROUP_ID),
            tags: ReceivedTags(members.list(TAGS, "Tag")),
            damage: members.damage(),
        }
    }

    /// The id of the customer gateway. It is never empty.
    #[must_use]
    pub const fn customer_gateway_id(&self) -> Option<EscapedStr<'b>> {
        self.customer_gateway_id
    }

    /// The autonomous system number. An ASN of 0, as the service may write for none, is absent.
    #[must_use]
    pub const fn asn(&self) -> Option<u32> {
        self.asn
    }

    /// The key of the BGP session, which prints as `[redacted]`.
    #[must_use]
    pub const fn auth_key(&self) -> Option<ReceivedAuthKey<'b>> {
        self.auth_key
    }

    /// The tags.
    #[must_use]
    pub const fn tags(&self) -> ReceivedTags<'b> {
        self.tags
    }
}

getters!(PageItem: ip_address, name, description, create_time, resource_group_id, damage);

fn asn(members: &mut Members<'_, '_>) -> Option<u32> {
    let number = members.number(ASN, u32::MAX.into())?;
    u32::try_from(number).ok().filter(|asn| *asn != 0)
}

/// The key of a BGP session, as the service wrote it: a secret, which prints as `[redacted]`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ReceivedAuthKey<'b>(EscapedStr<'b>);

impl<'b> ReceivedAuthKey<'b> {
    /// The secret itself.
    #[must_use]
    pub const fn expose(&self) -> EscapedStr<'b> {
        self.0
    }
}

impl fmt::Debug for ReceivedAuthKey<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

#[cfg(feature = "defmt")]
impl defmt::Format for ReceivedAuthKey<'_> {
    fn format(&self, f: defmt::Formatter<'_>) {
        defmt::write!(f, "[redacted]");
    }
}

/// The tags of a customer gateway, read one by one from the body.
///
/// Two lists are equal when they hold the same tags in the same order.
#[derive(Clone, Copy)]
pub struct ReceivedTags<'b>(Option<ItemList<'b>>);

impl<'b> ReceivedTags<'b> {
    /// The tags, in the order of the body.
    #[must_use]
    pub fn iter(&self) -> Items<'b, ReceivedTag<'b>> {
        self.0.unwrap_or_default().items()
    }
}

impl<'b> IntoIterator for ReceivedTags<'b> {
    type Item = ReceivedTag<'b>;
    type IntoIter = Items<'b, ReceivedTag<'b>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'b> IntoIterator for &ReceivedTags<'b> {
    type Item = ReceivedTag<'b>;
    type IntoIter = Items<'b, ReceivedTag<'b>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Debug for ReceivedTags<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self).finish()
    }
}

#[cfg(feature = "defmt")]
impl defmt::Format for ReceivedTags<'_> {
    fn format(&self, f: defmt::Formatter<'_>) {
        defmt::write!(f, "{}", defmt::Debug2Format(self));
    }
}

impl PartialEq for ReceivedTags<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for ReceivedTags<'_> {}

impl Hash for ReceivedTags<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.iter().for_each(|tag| tag.hash(state));
        state.write_u8(0xff);
    }
}

/// A tag of a customer gateway.
///
/// The service also has tags whose key is longer than a request's [`Tag`](crate::Tag) may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct ReceivedTag<'b> {
    key: Option<EscapedStr<'b>>,
    value: Option<EscapedStr<'b>>,
    damage: Option<Damage>,
}

impl<'b> Item<'b> for ReceivedTag<'b> {
    const MEMBERS: &'static [Member] = &[Member::text("Key"), Member::text("Value")];

    fn read(members: &mut Members<'b, '_>) -> Self {
        Self {
            key: members.of_every_item("Key"),
            value: members.text("Value"),
            damage: members.damage(),
        }
    }
}

impl<'b> ReceivedTag<'b> {
    /// The key; absent where it cannot be read.
    #[must_use]
    pub const fn key(&self) -> Option<EscapedStr<'b>> {
        self.key
    }

    /// The value.
    #[must_use]
    pub const fn value(&self) -> Option<EscapedStr<'b>> {
        self.value
    }

    /// What was lost of the tag: its first fault.
    #[must_use]
    pub const fn damage(&self) -> Option<Damage> {
        self.damage
    }
}
