//! What is written of each action's request to a configuration file.

use serde::ser::{Serialize, SerializeMap as _, Serializer};

#[cfg(feature = "serde-json-core")]
use super::json::{ObjectWriter, ToJson};
use crate::action::create_customer_gateway::CreateCustomerGateway;
use crate::action::create_customer_gateway::owned::OwnedCreateCustomerGateway;
use crate::action::delete_customer_gateway::DeleteCustomerGateway;
use crate::action::delete_customer_gateway::owned::OwnedDeleteCustomerGateway;
use crate::action::describe_customer_gateway::DescribeCustomerGateway;
use crate::action::describe_customer_gateway::owned::OwnedDescribeCustomerGateway;
use crate::action::describe_customer_gateways::DescribeCustomerGateways;
use crate::action::describe_customer_gateways::owned::OwnedDescribeCustomerGateways;
use crate::action::modify_customer_gateway_attribute::ModifyCustomerGatewayAttribute;
use crate::action::modify_customer_gateway_attribute::owned::OwnedModifyCustomerGatewayAttribute;

/// Writes requests. A member is `required`, `optional`, or `tags`.
macro_rules! write {
    ($(
        $request:ident, [$($generics:tt)*] $owned:ty {
            $($kind:ident $name:literal $field:ident;)+
        }
    )+) => {
        $(
            impl Serialize for $request<'_> {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    let are_there = [$(write!(@is_there $kind self.$field())),+];
                    let count = are_there.into_iter().filter(|is_there| *is_there).count();
                    let mut map = serializer.serialize_map(Some(count))?;
                    $(write!(@$kind map $name self.$field());)+
                    map.end()
                }
            }

            impl<$($generics)*> Serialize for $owned {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    self.get().serialize(serializer)
                }
            }

            #[cfg(feature = "serde-json-core")]
            impl ToJson for $request<'_> {
                fn put_members(&self, to: &mut ObjectWriter<'_, '_>) {
                    $(to.member($name, &self.$field());)+
                }
            }

            #[cfg(feature = "serde-json-core")]
            impl<$($generics)*> ToJson for $owned {
                fn put_members(&self, to: &mut ObjectWriter<'_, '_>) {
                    self.get().put_members(to);
                }
            }
        )+
    };
    (@is_there required $value:expr) => { true };
    (@is_there tags $value:expr) => { !$value.is_empty() };
    (@is_there $optional:ident $value:expr) => { $value.is_some() };
    (@required $map:ident $name:literal $value:expr) => { $map.serialize_entry($name, &$value)? };
    (@optional $map:ident $name:literal $value:expr) => {
        if let Some(value) = $value {
            $map.serialize_entry($name, &value)?;
        }
    };
    (@tags $map:ident $name:literal $value:expr) => {
        if !$value.is_empty() {
            $map.serialize_entry($name, &$value)?;
        }
    };
}

write! {
    CreateCustomerGateway, [const TAG_BYTES: usize] OwnedCreateCustomerGateway<TAG_BYTES> {
        required "RegionId" region_id;
        required "IpAddress" ip_address;
        optional "ClientToken" client_token;
        optional "Name" name;
        optional "Description" description;
        optional "Asn" asn;
        optional "AuthKey" auth_key;
        optional "ResourceGroupId" resource_group_id;
        tags "Tags" tags;
    }

    DescribeCustomerGateways, [const TAG_BYTES: usize] OwnedDescribeCustomerGateways<TAG_BYTES> {
        required "RegionId" region_id;
        optional "CustomerGatewayId" customer_gateway_id;
        optional "PageNumber" page_number;
        optional "PageSize" page_size;
        optional "ResourceGroupId" resource_group_id;
        tags "Tag" tags;
    }

    DescribeCustomerGateway, [] OwnedDescribeCustomerGateway {
        required "RegionId" region_id;
        required "CustomerGatewayId" customer_gateway_id;
    }

    ModifyCustomerGatewayAttribute, [] OwnedModifyCustomerGatewayAttribute {
        required "RegionId" region_id;
        required "CustomerGatewayId" customer_gateway_id;
        optional "ClientToken" client_token;
        optional "Name" name;
        optional "Description" description;
        optional "AuthKey" auth_key;
    }

    DeleteCustomerGateway, [] OwnedDeleteCustomerGateway {
        required "RegionId" region_id;
        required "CustomerGatewayId" customer_gateway_id;
        optional "ClientToken" client_token;
    }
}
