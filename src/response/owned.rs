//! What `Created` holds, kept beyond the receive buffer.

use core::fmt;

use heapless::String;

use super::Created;
use crate::escaped::EscapedStr;
use crate::field::description::Description;
use crate::field::name::Name;

/// What [`Created`] holds, in strings of its own: for when the receive buffer is used again.
///
/// The capacities for name and description hold what the contract allows at most (a character takes up
/// to 4 bytes); a firmware that sends shorter ones states its own. The two ids have 64 bytes each,
/// where the service's have 24 and 36, and the address has 45.
///
/// ```
/// # #[cfg(feature = "json")] {
/// use aliyun_customer_gateway::{OwnedCreated, Response};
///
/// let mut buf = *br#"{"CustomerGatewayId":"cgw-bp1aw0a5nfff03xp1****","Name":"Gateway"}"#;
/// let Response::Created(created) = Response::decode(200, &buf)? else { panic!() };
/// let owned: OwnedCreated<32, 32> = created.to_owned()?;
/// buf.fill(0);
/// assert_eq!(owned.customer_gateway_id, "cgw-bp1aw0a5nfff03xp1****");
/// assert_eq!(owned.name.as_deref(), Some("Gateway"));
/// # }
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "PascalCase"))]
pub struct OwnedCreated<
    const NAME: usize = { Name::MAX_BYTES },
    const DESCRIPTION: usize = { Description::MAX_BYTES },
> {
    /// The id of the customer gateway.
    pub customer_gateway_id: String<{ CUSTOMER_GATEWAY_ID }>,
    /// The id of the request.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub request_id: Option<String<{ REQUEST_ID }>>,
    /// The address of the on-premises gateway, as the service wrote it.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub ip_address: Option<String<{ IP_ADDRESS }>>,
    /// The name of the customer gateway.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub name: Option<String<NAME>>,
    /// The description of the customer gateway.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub description: Option<String<DESCRIPTION>>,
    /// When the customer gateway was created: milliseconds since the Unix epoch, UTC.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub create_time: Option<u64>,
}

/// An id has 24 characters or so.
const CUSTOMER_GATEWAY_ID: usize = 64;
/// An id is a UUID of 36 characters.
const REQUEST_ID: usize = 64;
/// As much as an IPv6 address takes.
const IP_ADDRESS: usize = 45;

/// A member of an answer that is longer than the string that was to keep it.
///
/// The id of the gateway is never lost over it: it stands in [`Created`] as before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct DoesNotFit {
    member: &'static str,
    needed: usize,
    capacity: usize,
}

impl DoesNotFit {
    /// The member.
    #[must_use]
    pub const fn member(&self) -> &'static str {
        self.member
    }

    /// How many bytes it takes.
    #[must_use]
    pub const fn needed(&self) -> usize {
        self.needed
    }

    /// How many bytes there are for it.
    #[must_use]
    pub const fn capacity(&self) -> usize {
        self.capacity
    }
}

impl fmt::Display for DoesNotFit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { member, needed, capacity } = self;
        write!(f, "{member} takes {needed} bytes, and the string for it holds {capacity}")
    }
}

impl core::error::Error for DoesNotFit {}

impl Created<'_> {
    /// Copies everything into strings.
    ///
    /// # Errors
    ///
    /// - a `Name` of 33 bytes, and `OwnedCreated<32, 32>`: `Name` does not fit
    /// - a `RequestId` of 65 bytes: `RequestId` does not fit
    ///
    /// [`customer_gateway_id`](Self::customer_gateway_id) can be kept by itself all the same, with
    /// [`EscapedStr::to_heapless`].
    pub fn to_owned<const NAME: usize, const DESCRIPTION: usize>(
        &self,
    ) -> Result<OwnedCreated<NAME, DESCRIPTION>, DoesNotFit> {
        Ok(OwnedCreated {
            customer_gateway_id: keep("CustomerGatewayId", self.customer_gateway_id())?,
            request_id: keep_some("RequestId", self.request_id())?,
            ip_address: keep_some("IpAddress", self.ip_address())?,
            name: keep_some("Name", self.name())?,
            description: keep_some("Description", self.description())?,
            create_time: self.create_time(),
        })
    }
}

fn keep<const N: usize>(
    member: &'static str,
    text: EscapedStr<'_>,
) -> Result<String<N>, DoesNotFit> {
    text.to_heapless().map_err(|error| DoesNotFit { member, needed: error.needed(), capacity: N })
}

fn keep_some<const N: usize>(
    member: &'static str,
    text: Option<EscapedStr<'_>>,
) -> Result<Option<String<N>>, DoesNotFit> {
    text.map(|text| keep(member, text)).transpose()
}
