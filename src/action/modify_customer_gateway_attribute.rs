//! `ModifyCustomerGatewayAttribute`: gives a gateway another name, description or key.

pub(crate) mod owned;

use core::fmt;

use super::gateway::{self, getters};
use super::{Action, VERSION, optional};
use crate::escaped::EscapedStr;
use crate::field::auth_key::AuthKey;
use crate::field::client_token::ClientToken;
use crate::field::customer_gateway_id::CustomerGatewayId;
use crate::field::description::Description;
use crate::field::name::Name;
use crate::field::region_id::RegionId;
use crate::query::{Parameters, Visitor, visit};
use crate::response::{Damage, Member, Members, Output};

/// A request to change a gateway's name, description or key of BGP.
///
/// What is not given stays as it is. The address and the autonomous system number cannot be changed:
/// create another gateway, and delete the old one.
///
/// ```
/// use aliyun_customer_gateway::{
///     Action as _, CustomerGatewayId, ModifyCustomerGatewayAttribute, Name, RegionId,
/// };
///
/// let id = CustomerGatewayId::new("cgw-bp1pvpl9r9adju6l5")?;
/// let request = ModifyCustomerGatewayAttribute::new(RegionId::new("cn-shanghai")?, id)
///     .with_name(Name::new("Gateway")?);
/// assert_eq!(
///     request.query().to_string(),
///     "Action=ModifyCustomerGatewayAttribute&CustomerGatewayId=cgw-bp1pvpl9r9adju6l5\
///      &Name=Gateway&RegionId=cn-shanghai",
/// );
/// # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct ModifyCustomerGatewayAttribute<'a> {
    region_id: RegionId<'a>,
    customer_gateway_id: CustomerGatewayId<'a>,
    client_token: Option<ClientToken<'a>>,
    name: Option<Name<'a>>,
    description: Option<Description<'a>>,
    auth_key: Option<AuthKey<'a>>,
}

impl<'a> ModifyCustomerGatewayAttribute<'a> {
    /// No [`query`](Action::query) of any request is longer than this many bytes.
    pub const MAX_ENCODED_LEN: usize = {
        let names =
            "Action=&AuthKey=&ClientToken=&CustomerGatewayId=&Description=&Name=&RegionId=".len();
        // A byte takes three characters when it is encoded.
        let encoded = AuthKey::MAX_CHARS
            + ClientToken::MAX_CHARS
            + CustomerGatewayId::MAX_CHARS
            + Description::MAX_BYTES
            + Name::MAX_BYTES;
        names + Self::NAME.len() + RegionId::MAX_CHARS + encoded * 3
    };

    /// No signed query of a request without a `SecurityToken` is longer than this many bytes. A token
    /// adds [`SecurityToken::MAX_ENCODED_LEN`](crate::SecurityToken::MAX_ENCODED_LEN) at most.
    #[cfg(feature = "sign")]
    pub const MAX_SIGNED_LEN: usize = Self::MAX_ENCODED_LEN + crate::sign::call::MAX_ADDED_LEN;

    /// A request that changes nothing yet.
    #[must_use]
    pub const fn new(region_id: RegionId<'a>, customer_gateway_id: CustomerGatewayId<'a>) -> Self {
        Self {
            region_id,
            customer_gateway_id,
            client_token: None,
            name: None,
            description: None,
            auth_key: None,
        }
    }

    /// The `RegionId`.
    #[must_use]
    pub const fn region_id(&self) -> RegionId<'a> {
        self.region_id
    }

    /// The `CustomerGatewayId`.
    #[must_use]
    pub const fn customer_gateway_id(&self) -> CustomerGatewayId<'a> {
        self.customer_gateway_id
    }

    optional! {
        client_token ClientToken<'a>, with_client_token "ClientToken";
        name Name<'a>, with_name "Name";
        description Description<'a>, with_description "Description";
        auth_key AuthKey<'a>, with_auth_key "AuthKey";
    }
}

impl Parameters for ModifyCustomerGatewayAttribute<'_> {
    fn visit(&self, visitor: Visitor<'_>) {
        visit!(visitor, {
            "AuthKey": self.auth_key,
            "ClientToken": self.client_token,
            "CustomerGatewayId": self.customer_gateway_id,
            "Description": self.description,
            "Name": self.name,
            "RegionId": self.region_id,
        });
    }
}

impl Action for ModifyCustomerGatewayAttribute<'_> {
    const NAME: &'static str = "ModifyCustomerGatewayAttribute";
    const VERSION: &'static str = VERSION;

    type Output<'b> = Modified<'b>;
}

/// The customer gateway that the service modified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Modified<'b> {
    customer_gateway_id: EscapedStr<'b>,
    request_id: Option<EscapedStr<'b>>,
    ip_address: Option<EscapedStr<'b>>,
    name: Option<EscapedStr<'b>>,
    description: Option<EscapedStr<'b>>,
    create_time: Option<u64>,
    resource_group_id: Option<EscapedStr<'b>>,
    damage: Option<Damage>,
}

impl Modified<'_> {
    /// How long a receive buffer must be for the response, in bytes, if names and descriptions have up
    /// to so many characters: those of one's own, or [`Name::MAX_CHARS`](crate::Name::MAX_CHARS) and
    /// [`Description::MAX_CHARS`](crate::Description::MAX_CHARS).
    ///
    /// It holds the documented members at their longest: 64 bytes for an id, 12 for a character, as
    /// `\ud83c\udfe2` takes in JSON of ASCII only. A failure may be longer where its message echoes
    /// the request; where it is cut off behind its code, the code is read all the same.
    ///
    /// ```
    /// use aliyun_customer_gateway::Modified;
    ///
    /// assert_eq!(Modified::max_body_len(20, 20), 1042);
    /// ```
    #[must_use]
    pub const fn max_body_len(name_chars: usize, description_chars: usize) -> usize {
        let members = gateway::body_len::gateway(name_chars, description_chars);
        let members = members.saturating_add(gateway::body_len::resource_group());
        gateway::body_len::response(ModifyCustomerGatewayAttribute::NAME, members)
    }
}

impl<'b> Output<'b> for Modified<'b> {
    const MEMBERS: &'static [Member] = &[
        Member::id(gateway::CUSTOMER_GATEWAY_ID),
        Member::text(gateway::IP_ADDRESS),
        Member::text(gateway::NAME),
        Member::text(gateway::DESCRIPTION),
        Member::number(gateway::CREATE_TIME),
        Member::id(gateway::RESOURCE_GROUP_ID),
    ];

    fn read(members: &mut Members<'b, '_>) -> Option<Self> {
        Some(Self {
            customer_gateway_id: members.required(gateway::CUSTOMER_GATEWAY_ID)?,
            ip_address: members.text(gateway::IP_ADDRESS),
            name: members.text(gateway::NAME),
            description: members.text(gateway::DESCRIPTION),
            create_time: members.number(gateway::CREATE_TIME, u64::MAX),
            resource_group_id: members.text(gateway::RESOURCE_GROUP_ID),
            request_id: members.request_id(),
            damage: members.damage(),
        })
    }
}

getters!(
    Modified: customer_gateway_id, request_id, ip_address, name, description, create_time,
    resource_group_id, damage
);

impl fmt::Display for Modified<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "modified {}", self.customer_gateway_id)
    }
}
