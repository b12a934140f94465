//! What the actions respond, kept beyond the receive buffer.

use heapless::String;

use super::PageItem;
use crate::action::create_customer_gateway::Created;
use crate::action::delete_customer_gateway::Deleted;
use crate::action::describe_customer_gateway::Gateway;
use crate::action::modify_customer_gateway_attribute::Modified;
use crate::field::description::Description;
use crate::field::name::Name;
use crate::response::DoesNotFit;
use crate::response::owned::{REQUEST_ID_LEN, keep, keep_some};

/// An id has 24 characters or so.
pub(crate) const CUSTOMER_GATEWAY_ID_LEN: usize = 64;
/// As much as an IPv6 address takes.
pub(crate) const IP_ADDRESS_LEN: usize = 45;
/// As much as a request takes.
pub(crate) const RESOURCE_GROUP_ID_LEN: usize = 64;

/// A type of its own for each output, with the members that it has: `required` ones, and those that
/// may be absent.
macro_rules! owned {
    ($(
        $(#[$doc:meta])*
        $owned:ident {
            required { $($(#[$required_doc:meta])* $required:ident: $required_type:ty,)* }
            $($(#[$member_doc:meta])* $member:ident: $type:ty,)*
        }
    )+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, Eq, Hash)]
            pub struct $owned<
                const NAME: usize = { Name::MAX_BYTES },
                const DESCRIPTION: usize = { Description::MAX_BYTES },
            > {
                $($(#[$required_doc])* pub $required: $required_type,)*
                $(
                    $(#[$member_doc])*
                    pub $member: Option<$type>,
                )*
            }
        )+
    };
}

owned! {
    /// What [`Created`] holds, in strings of its own: for when the receive buffer is used again.
    ///
    /// The capacities for name and description, in bytes, hold what any edition allows at most (a
    /// character takes up to 4 bytes); a firmware that sends shorter ones states its own. The ids have
    /// 64 bytes each, where the service's have 24 and 36, and the address has 45.
    ///
    /// ```
    /// # #[cfg(feature = "json")] {
    /// use aliyun_customer_gateway::{Created, OwnedCreated, Response};
    ///
    /// let mut buf = *br#"{"CustomerGatewayId":"cgw-bp1aw0a5nfff03xp1****","Name":"Gateway"}"#;
    /// let Response::Success(created) = Response::<Created>::decode(200, &buf)? else { panic!() };
    /// let owned: OwnedCreated<32, 32> = created.to_owned()?;
    /// buf.fill(0);
    /// assert_eq!(owned.customer_gateway_id, "cgw-bp1aw0a5nfff03xp1****");
    /// assert_eq!(owned.name.as_deref(), Some("Gateway"));
    /// # }
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    OwnedCreated {
        required {
            /// The id of the customer gateway.
            customer_gateway_id: String<CUSTOMER_GATEWAY_ID_LEN>,
        }
        /// The id of the request.
        request_id: String<REQUEST_ID_LEN>,
        /// The address of the on-premises gateway, as the service wrote it.
        ip_address: String<IP_ADDRESS_LEN>,
        /// The name of the customer gateway.
        name: String<NAME>,
        /// The description of the customer gateway.
        description: String<DESCRIPTION>,
        /// When the customer gateway was created: milliseconds since the Unix epoch, UTC.
        create_time: u64,
    }

    /// What [`Modified`] holds, in strings of its own: see [`OwnedCreated`].
    OwnedModified {
        required {
            /// The id of the customer gateway.
            customer_gateway_id: String<CUSTOMER_GATEWAY_ID_LEN>,
        }
        /// The id of the request.
        request_id: String<REQUEST_ID_LEN>,
        /// The address of the on-premises gateway, as the service wrote it.
        ip_address: String<IP_ADDRESS_LEN>,
        /// The name of the customer gateway.
        name: String<NAME>,
        /// The description of the customer gateway.
        description: String<DESCRIPTION>,
        /// When the customer gateway was created: milliseconds since the Unix epoch, UTC.
        create_time: u64,
        /// The id of the resource group.
        resource_group_id: String<RESOURCE_GROUP_ID_LEN>,
    }

    /// What [`Gateway`] and [`PageItem`] hold, in strings of its own: see [`OwnedCreated`].
    ///
    /// Tags are not kept, of which there are up to 20 with 768 bytes each, nor is the key of the BGP
    /// session, a secret: copy those of interest with [`Encode::to_heapless`](crate::Encode).
    OwnedGateway {
        required {}
        /// The id of the customer gateway. Only an item that is damaged has none.
        customer_gateway_id: String<CUSTOMER_GATEWAY_ID_LEN>,
        /// The id of the request; an item of a page has none.
        request_id: String<REQUEST_ID_LEN>,
        /// The address of the on-premises gateway, as the service wrote it.
        ip_address: String<IP_ADDRESS_LEN>,
        /// The name of the customer gateway.
        name: String<NAME>,
        /// The description of the customer gateway.
        description: String<DESCRIPTION>,
        /// When the customer gateway was created: milliseconds since the Unix epoch, UTC.
        create_time: u64,
        /// The autonomous system number.
        asn: u32,
        /// The id of the resource group.
        resource_group_id: String<RESOURCE_GROUP_ID_LEN>,
    }
}

/// What [`Deleted`] holds, in a string of its own.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OwnedDeleted {
    /// The id of the request.
    pub request_id: Option<String<REQUEST_ID_LEN>>,
}

impl Created<'_> {
    /// Copies everything into strings.
    ///
    /// # Errors
    ///
    /// - a `Name` of 33 bytes, and `OwnedCreated<32, 32>`: `Name` does not fit
    /// - a `RequestId` of 65 bytes: `RequestId` does not fit
    ///
    /// [`customer_gateway_id`](Self::customer_gateway_id) can be kept by itself all the same, with
    /// [`Encode::to_heapless`](crate::Encode::to_heapless).
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

impl Modified<'_> {
    /// Copies everything into strings.
    ///
    /// # Errors
    ///
    /// - a `Name` of 33 bytes, and `OwnedModified<32, 32>`: `Name` does not fit
    /// - a `RequestId` of 65 bytes: `RequestId` does not fit
    pub fn to_owned<const NAME: usize, const DESCRIPTION: usize>(
        &self,
    ) -> Result<OwnedModified<NAME, DESCRIPTION>, DoesNotFit> {
        Ok(OwnedModified {
            customer_gateway_id: keep("CustomerGatewayId", self.customer_gateway_id())?,
            request_id: keep_some("RequestId", self.request_id())?,
            ip_address: keep_some("IpAddress", self.ip_address())?,
            name: keep_some("Name", self.name())?,
            description: keep_some("Description", self.description())?,
            create_time: self.create_time(),
            resource_group_id: keep_some("ResourceGroupId", self.resource_group_id())?,
        })
    }
}

impl PageItem<'_> {
    /// Copies everything except the tags and the key of the BGP session into strings.
    ///
    /// # Errors
    ///
    /// - a `Name` of 33 bytes, and `OwnedGateway<32, 32>`: `Name` does not fit
    /// - an `IpAddress` of 46 bytes: `IpAddress` does not fit
    pub fn to_owned<const NAME: usize, const DESCRIPTION: usize>(
        &self,
    ) -> Result<OwnedGateway<NAME, DESCRIPTION>, DoesNotFit> {
        Ok(OwnedGateway {
            customer_gateway_id: keep_some("CustomerGatewayId", self.customer_gateway_id())?,
            request_id: None,
            ip_address: keep_some("IpAddress", self.ip_address())?,
            name: keep_some("Name", self.name())?,
            description: keep_some("Description", self.description())?,
            create_time: self.create_time(),
            asn: self.asn(),
            resource_group_id: keep_some("ResourceGroupId", self.resource_group_id())?,
        })
    }
}

impl Gateway<'_> {
    /// Copies everything except the tags and the key of the BGP session into strings.
    ///
    /// # Errors
    ///
    /// - a `Name` of 33 bytes, and `OwnedGateway<32, 32>`: `Name` does not fit
    /// - a `RequestId` of 65 bytes: `RequestId` does not fit
    pub fn to_owned<const NAME: usize, const DESCRIPTION: usize>(
        &self,
    ) -> Result<OwnedGateway<NAME, DESCRIPTION>, DoesNotFit> {
        let request_id = keep_some("RequestId", self.request_id())?;
        Ok(OwnedGateway { request_id, ..self.as_item().to_owned()? })
    }
}

impl Deleted<'_> {
    /// Copies the id of the request into a string.
    ///
    /// # Errors
    ///
    /// - a `RequestId` of 65 bytes: `RequestId` does not fit
    pub fn to_owned(&self) -> Result<OwnedDeleted, DoesNotFit> {
        Ok(OwnedDeleted { request_id: keep_some("RequestId", self.request_id())? })
    }
}
