//! `DescribeCustomerGateway`: tells of one gateway.

pub(crate) mod owned;

use core::fmt;

use super::gateway::{self, CUSTOMER_GATEWAY_ID, PageItem, ReceivedAuthKey, ReceivedTags, getters};
use super::{Action, VERSION};
use crate::escaped::EscapedStr;
use crate::field::customer_gateway_id::CustomerGatewayId;
use crate::field::region_id::RegionId;
use crate::query::{Parameters, Visitor, visit};
use crate::response::{Damage, Member, Members, Output};

/// A request for what is known of one gateway.
///
/// ```
/// use aliyun_customer_gateway::{
///     Action as _, CustomerGatewayId, DescribeCustomerGateway, RegionId,
/// };
///
/// let id = CustomerGatewayId::new("cgw-bp1pvpl9r9adju6l5")?;
/// let request = DescribeCustomerGateway::new(RegionId::new("cn-shanghai")?, id);
/// assert_eq!(
///     request.query().to_string(),
///     "Action=DescribeCustomerGateway&CustomerGatewayId=cgw-bp1pvpl9r9adju6l5\
///      &RegionId=cn-shanghai",
/// );
/// # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct DescribeCustomerGateway<'a> {
    region_id: RegionId<'a>,
    customer_gateway_id: CustomerGatewayId<'a>,
}

impl<'a> DescribeCustomerGateway<'a> {
    /// No [`query`](Action::query) of any request is longer than this many bytes.
    pub const MAX_ENCODED_LEN: usize = {
        let names = "Action=&CustomerGatewayId=&RegionId=".len();
        // A byte takes three characters when it is encoded.
        let encoded = CustomerGatewayId::MAX_CHARS * 3;
        names + Self::NAME.len() + RegionId::MAX_CHARS + encoded
    };

    /// No signed query of a request without a `SecurityToken` is longer than this many bytes. A token
    /// adds [`SecurityToken::MAX_ENCODED_LEN`](crate::SecurityToken::MAX_ENCODED_LEN) at most.
    #[cfg(feature = "sign")]
    pub const MAX_SIGNED_LEN: usize = Self::MAX_ENCODED_LEN + crate::sign::call::MAX_ADDED_LEN;

    /// A request for a gateway of a region.
    #[must_use]
    pub const fn new(region_id: RegionId<'a>, customer_gateway_id: CustomerGatewayId<'a>) -> Self {
        Self { region_id, customer_gateway_id }
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
}

impl Parameters for DescribeCustomerGateway<'_> {
    fn visit(&self, visitor: Visitor<'_>) {
        visit!(visitor, {
            "CustomerGatewayId": self.customer_gateway_id,
            "RegionId": self.region_id,
        });
    }
}

impl Action for DescribeCustomerGateway<'_> {
    const NAME: &'static str = "DescribeCustomerGateway";
    const VERSION: &'static str = VERSION;

    type Output<'b> = Gateway<'b>;
}

/// The customer gateway that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Gateway<'b> {
    customer_gateway_id: EscapedStr<'b>,
    request_id: Option<EscapedStr<'b>>,
    item: PageItem<'b>,
}

impl Gateway<'_> {
    /// How long a receive buffer must be for the response, in bytes, if names and descriptions have up
    /// to so many characters: those of one's own, or [`Name::MAX_CHARS`](crate::Name::MAX_CHARS) and
    /// [`Description::MAX_CHARS`](crate::Description::MAX_CHARS).
    ///
    /// It holds the documented members, but no tags, at their longest: 64 bytes for an id, 12 for a character, as
    /// `\ud83c\udfe2` takes in JSON of ASCII only. A failure may be longer where its message echoes
    /// the request; where it is cut off behind its code, the code is read all the same.
    ///
    /// ```
    /// use aliyun_customer_gateway::Gateway;
    ///
    /// assert_eq!(Gateway::max_body_len(20, 20), 1476);
    /// ```
    #[must_use]
    pub const fn max_body_len(name_chars: usize, description_chars: usize) -> usize {
        let members = gateway::body_len::described(name_chars, description_chars);
        gateway::body_len::response(DescribeCustomerGateway::NAME, members)
    }
}

impl<'b> Output<'b> for Gateway<'b> {
    const MEMBERS: &'static [Member] = gateway::MEMBERS;

    fn read(members: &mut Members<'b, '_>) -> Option<Self> {
        let customer_gateway_id = members.required(CUSTOMER_GATEWAY_ID)?;
        let request_id = members.request_id();
        let item = PageItem::with_id(Some(customer_gateway_id), members);
        Some(Self { customer_gateway_id, request_id, item })
    }
}

getters!(Gateway: customer_gateway_id, request_id);

impl<'b> Gateway<'b> {
    /// What every listing tells of a gateway as well: the same gateway, as on a
    /// [`Page`](crate::Page).
    #[must_use]
    pub const fn as_item(&self) -> PageItem<'b> {
        self.item
    }

    /// The address of the on-premises gateway, as the service wrote it.
    #[must_use]
    pub const fn ip_address(&self) -> Option<EscapedStr<'b>> {
        self.item.ip_address()
    }

    /// The name of the customer gateway.
    #[must_use]
    pub const fn name(&self) -> Option<EscapedStr<'b>> {
        self.item.name()
    }

    /// The description of the customer gateway.
    #[must_use]
    pub const fn description(&self) -> Option<EscapedStr<'b>> {
        self.item.description()
    }

    /// When the customer gateway was created: milliseconds since the Unix epoch, UTC.
    #[must_use]
    pub const fn create_time(&self) -> Option<u64> {
        self.item.create_time()
    }

    /// The autonomous system number. An ASN of 0, as the service may write for none, is absent.
    #[must_use]
    pub const fn asn(&self) -> Option<u32> {
        self.item.asn()
    }

    /// The key of the BGP session, which prints as `[redacted]`.
    #[must_use]
    pub const fn auth_key(&self) -> Option<ReceivedAuthKey<'b>> {
        self.item.auth_key()
    }

    /// The id of the resource group.
    #[must_use]
    pub const fn resource_group_id(&self) -> Option<EscapedStr<'b>> {
        self.item.resource_group_id()
    }

    /// The tags.
    #[must_use]
    pub const fn tags(&self) -> ReceivedTags<'b> {
        self.item.tags()
    }

    /// What was lost of the response: the first fault of its body. A tag has damage of its own.
    #[must_use]
    pub const fn damage(&self) -> Option<Damage> {
        self.item.damage()
    }
}

impl fmt::Display for Gateway<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "found {}", self.customer_gateway_id)
    }
}
