//! Responses that a program keeps.

use heapless::String;

use super::{ObjectWriter, ToJson, members};
use crate::action::gateway::owned::{
    CUSTOMER_GATEWAY_ID_LEN, IP_ADDRESS_LEN, OwnedCreated, OwnedDeleted, OwnedGateway,
    OwnedModified, RESOURCE_GROUP_ID_LEN,
};
use crate::response::owned::REQUEST_ID_LEN;

/// Reads and writes responses. A member is `required` or `optional`.
macro_rules! responses {
    ($(
        [$($generics:tt)*] [$($arguments:tt)*] $type:ty as $expected:literal {
            $($kind:ident $name:literal $field:ident: $member:ty;)+
        }
    )+) => {
        $(
            members! {
                owned [$($generics)*] [$($arguments)*] $type as $expected, {
                    $($kind $name $field: $member;)+
                } => Ok(Self { $($field),+ })
            }

            impl<$($generics)*> ToJson for $type {
                fn put_members(&self, to: &mut ObjectWriter<'_, '_>) {
                    $(to.member($name, &self.$field);)+
                }
            }
        )+
    };
}

responses! {
    [const NAME: usize, const DESCRIPTION: usize] [NAME, DESCRIPTION]
    OwnedCreated<NAME, DESCRIPTION> as "a response to CreateCustomerGateway" {
        required "CustomerGatewayId" customer_gateway_id: String<CUSTOMER_GATEWAY_ID_LEN>;
        optional "RequestId" request_id: String<REQUEST_ID_LEN>;
        optional "IpAddress" ip_address: String<IP_ADDRESS_LEN>;
        optional "Name" name: String<NAME>;
        optional "Description" description: String<DESCRIPTION>;
        optional "CreateTime" create_time: u64;
    }

    [const NAME: usize, const DESCRIPTION: usize] [NAME, DESCRIPTION]
    OwnedModified<NAME, DESCRIPTION> as "a response to ModifyCustomerGatewayAttribute" {
        required "CustomerGatewayId" customer_gateway_id: String<CUSTOMER_GATEWAY_ID_LEN>;
        optional "RequestId" request_id: String<REQUEST_ID_LEN>;
        optional "IpAddress" ip_address: String<IP_ADDRESS_LEN>;
        optional "Name" name: String<NAME>;
        optional "Description" description: String<DESCRIPTION>;
        optional "CreateTime" create_time: u64;
        optional "ResourceGroupId" resource_group_id: String<RESOURCE_GROUP_ID_LEN>;
    }

    [const NAME: usize, const DESCRIPTION: usize] [NAME, DESCRIPTION]
    OwnedGateway<NAME, DESCRIPTION> as "a gateway" {
        optional "CustomerGatewayId" customer_gateway_id: String<CUSTOMER_GATEWAY_ID_LEN>;
        optional "RequestId" request_id: String<REQUEST_ID_LEN>;
        optional "IpAddress" ip_address: String<IP_ADDRESS_LEN>;
        optional "Name" name: String<NAME>;
        optional "Description" description: String<DESCRIPTION>;
        optional "CreateTime" create_time: u64;
        optional "Asn" asn: u32;
        optional "ResourceGroupId" resource_group_id: String<RESOURCE_GROUP_ID_LEN>;
    }

    [] [] OwnedDeleted as "a response to DeleteCustomerGateway" {
        optional "RequestId" request_id: String<REQUEST_ID_LEN>;
    }
}
