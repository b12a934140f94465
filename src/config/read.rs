//! What is read of each action's request in a configuration file.

use serde::de::{Deserialize, Deserializer, Error, MapAccess};

#[cfg(feature = "serde-json-core")]
use super::json::members;
use super::request::{self, MemberName, Members, once};
use super::{DeserializeIn, InEdition};
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
use crate::edition::Edition;
use crate::field::asn::Asn;
use crate::field::auth_key::AuthKey;
use crate::field::client_token::ClientToken;
use crate::field::customer_gateway_id::CustomerGatewayId;
use crate::field::description::Description;
use crate::field::ip_address::IpAddress;
use crate::field::name::Name;
use crate::field::owned::secret::OwnedAuthKey;
use crate::field::owned::tags::OwnedTags;
use crate::field::owned::{
    OwnedClientToken, OwnedCustomerGatewayId, OwnedDescription, OwnedName, OwnedRegionId,
    OwnedResourceGroupId,
};
use crate::field::page::{PageNumber, PageSize};
use crate::field::region_id::RegionId;
use crate::field::resource_group_id::ResourceGroupId;
use crate::invalid_parameter::InvalidParameter;
use crate::parameter::Parameter;

/// Reads requests. A member is `required`,
/// `optional`, or `later`: optional, and not in every edition. The request is made of what was read,
/// under the names that the members have here.
macro_rules! read {
    ($(
        $ownership:ident [$($generics:tt)*] [$($arguments:tt)*] $request:ty as $action:literal {
            $($kind:ident $name:literal $field:ident: $type:ty;)+
        } => $refusal:expr, $made:expr;
    )+) => {
        $(
            impl<'de, $($generics)*> Members<'de> for $request {
                const EXPECTED: &'static str = concat!("the parameters of ", $action);
                const MEMBERS: &'static [&'static str] = &[$($name),+];

                fn read<M: MapAccess<'de>>(
                    mut map: M,
                    edition: Edition,
                ) -> Result<Self, M::Error> {
                    $(let mut $field: Option<Option<$type>> = None;)+
                    while let Some(member) = map.next_key_seed(MemberName(Self::MEMBERS))? {
                        match member {
                            $(
                                $name => {
                                    once($field.as_ref(), $name)?;
                                    $field = Some(read!(@$kind map $type, edition, $field));
                                }
                            )+
                            _ => {}
                        }
                    }
                    $(let $field = read!(@made $kind $field.flatten(), $name);)+
                    let refusal: Option<InvalidParameter> = $refusal;
                    match refusal {
                        Some(refusal) => Err(Error::custom(refusal)),
                        None => Ok($made),
                    }
                }
            }

            impl<'de, $($generics)*> Deserialize<'de> for $request {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    Self::deserialize_in(deserializer, Edition::default())
                }
            }

            impl<'de, $($generics)*> DeserializeIn<'de> for $request {
                fn deserialize_in<D: Deserializer<'de>>(
                    deserializer: D,
                    edition: Edition,
                ) -> Result<Self, D::Error> {
                    request::deserialize(edition, deserializer)
                }
            }

            #[cfg(feature = "serde-json-core")]
            members! {
                $ownership [$($generics)*] [$($arguments)*] $request
                as concat!("the parameters of ", $action), {
                    $($kind $name $field: $type;)+
                } => $refusal, $made
            }
        )+
    };
    (@parameter auth_key) => { Parameter::AuthKey };
    (@parameter resource_group_id) => { Parameter::ResourceGroupId };
    (@parameter tags) => { Parameter::Tags };
    (@required $map:ident $type:ty, $edition:ident, $field:ident) => {
        Some($map.next_value_seed(InEdition::<$type>::new($edition))?)
    };
    (@optional $map:ident $type:ty, $edition:ident, $field:ident) => {
        $map.next_value_seed(InEdition::<Option<$type>>::new($edition))?
    };
    (@later $map:ident $type:ty, $edition:ident, $field:ident) => {{
        $edition.require(read!(@parameter $field)).map_err(M::Error::custom)?;
        $map.next_value_seed(InEdition::<Option<$type>>::new($edition))?
    }};
    (@made required $value:expr, $name:literal) => {
        $value.ok_or_else(|| M::Error::missing_field($name))?
    };
    (@made $optional:ident $value:expr, $name:literal) => { $value };
}

/// A request with what was given of its optional parameters.
macro_rules! given {
    ($request:expr, $($field:ident $with:ident),+) => {{
        let mut request = $request;
        $(
            if let Some($field) = $field {
                request = request.$with($field);
            }
        )+
        request
    }};
}

read! {
    owned [const TAG_BYTES: usize] [TAG_BYTES] OwnedCreateCustomerGateway<TAG_BYTES> as "CreateCustomerGateway" {
        required "RegionId" region_id: OwnedRegionId;
        required "IpAddress" ip_address: IpAddress;
        optional "ClientToken" client_token: OwnedClientToken;
        optional "Name" name: OwnedName;
        optional "Description" description: OwnedDescription;
        optional "Asn" asn: Asn;
        later "AuthKey" auth_key: OwnedAuthKey;
        later "ResourceGroupId" resource_group_id: OwnedResourceGroupId;
        later "Tags" tags: OwnedTags<TAG_BYTES>;
    } => Self::refusal(asn, auth_key.is_some()), Self {
        region_id,
        ip_address,
        client_token,
        name,
        description,
        asn,
        auth_key,
        resource_group_id,
        tags: tags.unwrap_or_default(),
    };

    owned [const TAG_BYTES: usize] [TAG_BYTES] OwnedDescribeCustomerGateways<TAG_BYTES> as "DescribeCustomerGateways" {
        required "RegionId" region_id: OwnedRegionId;
        optional "CustomerGatewayId" customer_gateway_id: OwnedCustomerGatewayId;
        optional "PageNumber" page_number: PageNumber;
        optional "PageSize" page_size: PageSize;
        optional "ResourceGroupId" resource_group_id: OwnedResourceGroupId;
        optional "Tag" tags: OwnedTags<TAG_BYTES>;
    } => None, Self {
        region_id,
        customer_gateway_id,
        page_number,
        page_size,
        resource_group_id,
        tags: tags.unwrap_or_default(),
    };

    owned [] [] OwnedDescribeCustomerGateway as "DescribeCustomerGateway" {
        required "RegionId" region_id: OwnedRegionId;
        required "CustomerGatewayId" customer_gateway_id: OwnedCustomerGatewayId;
    } => None, Self { region_id, customer_gateway_id };

    owned [] [] OwnedModifyCustomerGatewayAttribute as "ModifyCustomerGatewayAttribute" {
        required "RegionId" region_id: OwnedRegionId;
        required "CustomerGatewayId" customer_gateway_id: OwnedCustomerGatewayId;
        optional "ClientToken" client_token: OwnedClientToken;
        optional "Name" name: OwnedName;
        optional "Description" description: OwnedDescription;
        later "AuthKey" auth_key: OwnedAuthKey;
    } => None, Self { region_id, customer_gateway_id, client_token, name, description, auth_key };

    owned [] [] OwnedDeleteCustomerGateway as "DeleteCustomerGateway" {
        required "RegionId" region_id: OwnedRegionId;
        required "CustomerGatewayId" customer_gateway_id: OwnedCustomerGatewayId;
        optional "ClientToken" client_token: OwnedClientToken;
    } => None, Self { region_id, customer_gateway_id, client_token };

    // Without an escape in a text there is nothing to copy; tags take a list to be borrowed from.
    borrowed [] [] CreateCustomerGateway<'de> as "CreateCustomerGateway" {
        required "RegionId" region_id: RegionId<'de>;
        required "IpAddress" ip_address: IpAddress;
        optional "ClientToken" client_token: ClientToken<'de>;
        optional "Name" name: Name<'de>;
        optional "Description" description: Description<'de>;
        optional "Asn" asn: Asn;
        later "AuthKey" auth_key: AuthKey<'de>;
        later "ResourceGroupId" resource_group_id: ResourceGroupId<'de>;
    } => OwnedCreateCustomerGateway::<0>::refusal(asn, auth_key.is_some()), {
        let request = Self::new(region_id, ip_address);
        let request = given!(request, client_token with_client_token, name with_name,
            description with_description, resource_group_id with_resource_group_id);
        // A key without a number was refused before.
        request.with_optional_bgp(asn, auth_key).unwrap_or(request)
    };

    borrowed [] [] DescribeCustomerGateways<'de> as "DescribeCustomerGateways" {
        required "RegionId" region_id: RegionId<'de>;
        optional "CustomerGatewayId" customer_gateway_id: CustomerGatewayId<'de>;
        optional "PageNumber" page_number: PageNumber;
        optional "PageSize" page_size: PageSize;
        optional "ResourceGroupId" resource_group_id: ResourceGroupId<'de>;
    } => None, given!(Self::new(region_id), customer_gateway_id with_customer_gateway_id,
            page_number with_page_number, page_size with_page_size,
            resource_group_id with_resource_group_id);

    borrowed [] [] DescribeCustomerGateway<'de> as "DescribeCustomerGateway" {
        required "RegionId" region_id: RegionId<'de>;
        required "CustomerGatewayId" customer_gateway_id: CustomerGatewayId<'de>;
    } => None, Self::new(region_id, customer_gateway_id);

    borrowed [] [] ModifyCustomerGatewayAttribute<'de> as "ModifyCustomerGatewayAttribute" {
        required "RegionId" region_id: RegionId<'de>;
        required "CustomerGatewayId" customer_gateway_id: CustomerGatewayId<'de>;
        optional "ClientToken" client_token: ClientToken<'de>;
        optional "Name" name: Name<'de>;
        optional "Description" description: Description<'de>;
        later "AuthKey" auth_key: AuthKey<'de>;
    } => None, given!(Self::new(region_id, customer_gateway_id), client_token with_client_token, name with_name,
            description with_description, auth_key with_auth_key);

    borrowed [] [] DeleteCustomerGateway<'de> as "DeleteCustomerGateway" {
        required "RegionId" region_id: RegionId<'de>;
        required "CustomerGatewayId" customer_gateway_id: CustomerGatewayId<'de>;
        optional "ClientToken" client_token: ClientToken<'de>;
    } => None, given!(Self::new(region_id, customer_gateway_id), client_token with_client_token);
}
