//! `DeleteCustomerGateway`: removes a gateway.

pub(crate) mod owned;

use core::fmt;

use super::gateway::{body_len, getters};
use super::{Action, VERSION, optional};
use crate::escaped::EscapedStr;
use crate::field::client_token::ClientToken;
use crate::field::customer_gateway_id::CustomerGatewayId;
use crate::field::region_id::RegionId;
use crate::query::{Parameters, Visitor, visit};
use crate::response::{Damage, Member, Members, Output};

/// A request to remove a gateway, which no IPsec connection may use.
///
/// ```
/// use aliyun_customer_gateway::{
///     Action as _, CustomerGatewayId, DeleteCustomerGateway, RegionId,
/// };
///
/// let id = CustomerGatewayId::new("cgw-bp1pvpl9r9adju6l5")?;
/// let request = DeleteCustomerGateway::new(RegionId::new("cn-shanghai")?, id);
/// assert_eq!(
///     request.query().to_string(),
///     "Action=DeleteCustomerGateway&CustomerGatewayId=cgw-bp1pvpl9r9adju6l5&RegionId=cn-shanghai",
/// );
/// # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct DeleteCustomerGateway<'a> {
    region_id: RegionId<'a>,
    customer_gateway_id: CustomerGatewayId<'a>,
    client_token: Option<ClientToken<'a>>,
}

impl<'a> DeleteCustomerGateway<'a> {
    /// No [`query`](Action::query) of any request is longer than this many bytes.
    pub const MAX_ENCODED_LEN: usize = {
        let names = "Action=&ClientToken=&CustomerGatewayId=&RegionId=".len();
        // A byte takes three characters when it is encoded.
        let encoded = (ClientToken::MAX_CHARS + CustomerGatewayId::MAX_CHARS) * 3;
        names + Self::NAME.len() + RegionId::MAX_CHARS + encoded
    };

    /// No signed query of a request without a `SecurityToken` is longer than this many bytes. A token
    /// adds [`SecurityToken::MAX_ENCODED_LEN`](crate::SecurityToken::MAX_ENCODED_LEN) at most.
    #[cfg(feature = "sign")]
    pub const MAX_SIGNED_LEN: usize = Self::MAX_ENCODED_LEN + crate::sign::call::MAX_ADDED_LEN;

    /// A request to remove a gateway of a region.
    #[must_use]
    pub const fn new(region_id: RegionId<'a>, customer_gateway_id: CustomerGatewayId<'a>) -> Self {
        Self { region_id, customer_gateway_id, client_token: None }
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
    }
}

impl Parameters for DeleteCustomerGateway<'_> {
    fn visit(&self, visitor: Visitor<'_>) {
        visit!(visitor, {
            "ClientToken": self.client_token,
            "CustomerGatewayId": self.customer_gateway_id,
            "RegionId": self.region_id,
        });
    }
}

impl Action for DeleteCustomerGateway<'_> {
    const NAME: &'static str = "DeleteCustomerGateway";
    const VERSION: &'static str = VERSION;

    type Output<'b> = Deleted<'b>;
}

/// The service deleted the customer gateway.
///
/// A status of success without a `Code`, or with one that says success, and with a `RequestId`: no
/// other member tells of it. Where the body breaks off, a `Code` might have followed, so that the
/// outcome is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Deleted<'b> {
    request_id: Option<EscapedStr<'b>>,
    damage: Option<Damage>,
}

impl Deleted<'_> {
    /// How long a receive buffer must be for the response, in bytes: it holds 64 bytes for the id of
    /// the request. A failure may be longer.
    pub const MAX_BODY_LEN: usize = body_len::response(DeleteCustomerGateway::NAME, 0);
}

impl<'b> Output<'b> for Deleted<'b> {
    const MEMBERS: &'static [Member] = &[];

    fn read(members: &mut Members<'b, '_>) -> Option<Self> {
        members
            .is_done()
            .then(|| Self { request_id: members.request_id(), damage: members.damage() })
    }
}

getters!(Deleted: request_id, damage);

impl fmt::Display for Deleted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("deleted")
    }
}
