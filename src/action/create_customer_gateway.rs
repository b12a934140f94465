//! `CreateCustomerGateway`: its own parameters, and the gateway that it created.

pub(crate) mod owned;

use core::fmt;

use super::gateway::{self, getters};
use super::{Action, VERSION, optional};
use crate::decimal;
use crate::escaped::EscapedStr;
use crate::field::asn::Asn;
use crate::field::auth_key::AuthKey;
use crate::field::client_token::ClientToken;
use crate::field::description::Description;
use crate::field::ip_address::IpAddress;
use crate::field::name::Name;
use crate::field::region_id::RegionId;
use crate::field::resource_group_id::ResourceGroupId;
use crate::field::tags::Tags;
use crate::invalid_parameter::InvalidParameter;
use crate::invalid_parameter::reason::Reason;
use crate::query::{List, Parameters, Visitor, visit};
use crate::response::{Damage, Member, Members, Output};
use crate::rule::current::AUTH_KEY;

/// A request to register the VPN gateway of an on-premises data center.
///
/// Which parameters there are is the same for every [`Edition`](crate::Edition), but a service of
/// November 2020 has no `AuthKey`, `Tags` and `ResourceGroupId`:
/// [`Edition::require`](crate::Edition::require) says so.
///
/// ```
/// use aliyun_customer_gateway::{Action as _, Asn, CreateCustomerGateway, IpAddress, Name, RegionId};
///
/// let request =
///     CreateCustomerGateway::new(RegionId::new("cn-shanghai")?, IpAddress::new("101.12.0.12")?)
///         .with_name(Name::new("上海")?)
///         .with_asn(Asn::new("123.456")?);
/// assert_eq!(
///     request.query().to_string(),
///     "Action=CreateCustomerGateway&Asn=8061384&IpAddress=101.12.0.12\
///      &Name=%E4%B8%8A%E6%B5%B7&RegionId=cn-shanghai",
/// );
/// # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct CreateCustomerGateway<'a> {
    region_id: RegionId<'a>,
    ip_address: IpAddress,
    client_token: Option<ClientToken<'a>>,
    name: Option<Name<'a>>,
    description: Option<Description<'a>>,
    bgp: Option<Bgp<'a>>,
    resource_group_id: Option<ResourceGroupId<'a>>,
    tags: Option<List<'a>>,
}

/// What BGP needs: the service takes a key only together with a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
struct Bgp<'a> {
    asn: Asn,
    auth_key: Option<AuthKey<'a>>,
}

impl<'a> CreateCustomerGateway<'a> {
    /// No [`query`](Action::query) of a request without tags is longer than this many bytes. Tags add
    /// [`Tags::max_encoded_len`] at most.
    pub const MAX_ENCODED_LEN: usize = {
        let names = "Action=&Asn=&AuthKey=&ClientToken=&Description=&IpAddress=&Name=&RegionId=\
                     &ResourceGroupId="
            .len();
        let plain = decimal::digits(u32::MAX) + IpAddress::MAX_CHARS + RegionId::MAX_CHARS;
        // A byte takes three characters when it is encoded.
        let encoded = AuthKey::MAX_CHARS
            + ClientToken::MAX_CHARS
            + Description::MAX_BYTES
            + Name::MAX_BYTES
            + ResourceGroupId::MAX_CHARS;
        names + Self::NAME.len() + plain + encoded * 3
    };

    /// No signed query of a request without tags and without a `SecurityToken` is longer than this
    /// many bytes. Tags add [`Tags::max_encoded_len`] at most, and a token
    /// [`SecurityToken::MAX_ENCODED_LEN`](crate::SecurityToken::MAX_ENCODED_LEN).
    #[cfg(feature = "sign")]
    pub const MAX_SIGNED_LEN: usize = Self::MAX_ENCODED_LEN + crate::sign::call::MAX_ADDED_LEN;

    /// A request with the parameters that every one has.
    #[must_use]
    pub const fn new(region_id: RegionId<'a>, ip_address: IpAddress) -> Self {
        Self {
            region_id,
            ip_address,
            client_token: None,
            name: None,
            description: None,
            bgp: None,
            resource_group_id: None,
            tags: None,
        }
    }

    /// The same request with an `Asn`. A key that was given with another one stays.
    #[must_use]
    pub const fn with_asn(mut self, asn: Asn) -> Self {
        let auth_key = self.auth_key();
        self.bgp = Some(Bgp { asn, auth_key });
        self
    }

    /// The same request with an `Asn` and an `AuthKey`: the service refuses a key without a number.
    #[must_use]
    pub const fn with_bgp(mut self, asn: Asn, auth_key: AuthKey<'a>) -> Self {
        self.bgp = Some(Bgp { asn, auth_key: Some(auth_key) });
        self
    }

    /// The same request with whichever of an `Asn` and an `AuthKey` a configuration has.
    ///
    /// # Errors
    ///
    /// - a key without a number
    pub const fn with_optional_bgp(
        mut self,
        asn: Option<Asn>,
        auth_key: Option<AuthKey<'a>>,
    ) -> Result<Self, InvalidParameter> {
        self.bgp = match (asn, auth_key) {
            (Some(asn), auth_key) => Some(Bgp { asn, auth_key }),
            (None, None) => None,
            (None, Some(_)) => return Err(InvalidParameter::new(&AUTH_KEY, Reason::MissingAsn)),
        };
        Ok(self)
    }

    /// The same request with `Tags`.
    #[must_use]
    pub const fn with_tags(mut self, tags: Tags<'a>) -> Self {
        self.tags = List::of_tags(tags);
        self
    }

    /// The `RegionId`.
    #[must_use]
    pub const fn region_id(&self) -> RegionId<'a> {
        self.region_id
    }

    /// The `IpAddress`.
    #[must_use]
    pub const fn ip_address(&self) -> IpAddress {
        self.ip_address
    }

    /// The `Asn`, if there is one.
    #[must_use]
    pub const fn asn(&self) -> Option<Asn> {
        match self.bgp {
            Some(bgp) => Some(bgp.asn),
            None => None,
        }
    }

    /// The `AuthKey`, if there is one.
    #[must_use]
    pub const fn auth_key(&self) -> Option<AuthKey<'a>> {
        match self.bgp {
            Some(bgp) => bgp.auth_key,
            None => None,
        }
    }

    /// The `Tags`; none unless some were given.
    #[must_use]
    pub const fn tags(&self) -> Tags<'a> {
        match self.tags {
            Some(list) => list.tags(),
            None => Tags::NONE,
        }
    }

    optional! {
        client_token ClientToken<'a>, with_client_token "ClientToken";
        name Name<'a>, with_name "Name";
        description Description<'a>, with_description "Description";
        resource_group_id ResourceGroupId<'a>, with_resource_group_id "ResourceGroupId";
    }
}

impl Parameters for CreateCustomerGateway<'_> {
    fn visit(&self, visitor: Visitor<'_>) {
        visit!(visitor, {
            "Asn": self.asn(),
            "AuthKey": self.auth_key(),
            "ClientToken": self.client_token,
            "Description": self.description,
            "IpAddress": self.ip_address,
            "Name": self.name,
            "RegionId": self.region_id,
            "ResourceGroupId": self.resource_group_id,
            "Tags.N": self.tags.as_ref(),
        });
    }
}

impl Action for CreateCustomerGateway<'_> {
    const NAME: &'static str = "CreateCustomerGateway";
    const VERSION: &'static str = VERSION;

    type Output<'b> = Created<'b>;
}

/// The customer gateway that the service created.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Created<'b> {
    customer_gateway_id: EscapedStr<'b>,
    request_id: Option<EscapedStr<'b>>,
    ip_address: Option<EscapedStr<'b>>,
    name: Option<EscapedStr<'b>>,
    description: Option<EscapedStr<'b>>,
    create_time: Option<u64>,
    damage: Option<Damage>,
}

impl Created<'_> {
    /// How long a receive buffer must be for the response, in bytes, if names and descriptions have up
    /// to so many characters: those of one's own, or [`Name::MAX_CHARS`](crate::Name::MAX_CHARS) and
    /// [`Description::MAX_CHARS`](crate::Description::MAX_CHARS).
    ///
    /// It holds the documented members at their longest: 64 bytes for an id, 12 for a character, as
    /// `\ud83c\udfe2` takes in JSON of ASCII only. A failure may be longer where its message echoes
    /// the request; where it is cut off behind its code, the code is read all the same.
    ///
    /// ```
    /// use aliyun_customer_gateway::{Created, Description, Name};
    ///
    /// const FOR_ANY: usize = Created::max_body_len(Name::MAX_CHARS, Description::MAX_CHARS);
    /// assert_eq!(FOR_ANY, 5053);
    /// assert_eq!(Created::max_body_len(20, 20), 925);
    /// ```
    #[must_use]
    pub const fn max_body_len(name_chars: usize, description_chars: usize) -> usize {
        let members = gateway::body_len::gateway(name_chars, description_chars);
        gateway::body_len::response(CreateCustomerGateway::NAME, members)
    }
}

impl<'b> Output<'b> for Created<'b> {
    const MEMBERS: &'static [Member] = &[
        Member::id(gateway::CUSTOMER_GATEWAY_ID),
        Member::text(gateway::IP_ADDRESS),
        Member::text(gateway::NAME),
        Member::text(gateway::DESCRIPTION),
        Member::number(gateway::CREATE_TIME),
    ];

    fn read(members: &mut Members<'b, '_>) -> Option<Self> {
        Some(Self {
            customer_gateway_id: members.required(gateway::CUSTOMER_GATEWAY_ID)?,
            ip_address: members.text(gateway::IP_ADDRESS),
            name: members.text(gateway::NAME),
            description: members.text(gateway::DESCRIPTION),
            create_time: members.number(gateway::CREATE_TIME, u64::MAX),
            request_id: members.request_id(),
            damage: members.damage(),
        })
    }
}

getters!(
    Created: customer_gateway_id, request_id, ip_address, name, description, create_time, damage
);

impl fmt::Display for Created<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "created {}", self.customer_gateway_id)
    }
}
