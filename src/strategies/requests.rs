//! The texts of whole requests.

use std::string::String;
use std::vec::Vec;

use proptest::option;
use proptest::prelude::Strategy;

use super::fields;
use crate::action::create_customer_gateway::owned::OwnedCreateCustomerGateway;
use crate::action::delete_customer_gateway::owned::OwnedDeleteCustomerGateway;
use crate::action::describe_customer_gateway::owned::OwnedDescribeCustomerGateway;
use crate::action::describe_customer_gateways::owned::OwnedDescribeCustomerGateways;
use crate::action::modify_customer_gateway_attribute::owned::OwnedModifyCustomerGatewayAttribute;
use crate::edition::Edition;
use crate::field::asn::Asn;
use crate::field::ip_address::IpAddress;
use crate::field::owned::secret::OwnedAuthKey;
use crate::field::owned::tags::OwnedTags;
use crate::field::owned::{
    OwnedClientToken, OwnedCustomerGatewayId, OwnedDescription, OwnedName, OwnedRegionId,
    OwnedResourceGroupId,
};
use crate::field::page::{PageNumber, PageSize};
use crate::field::tag::Tag;
use crate::field::tags::Tags;
use crate::invalid_parameter::InvalidParameter;
use crate::parameter::Parameter;

/// A strategy for what an edition has; `None` where it has none.
fn if_in<S: Strategy>(
    edition: Edition,
    parameter: Parameter,
    strategy: S,
) -> impl Strategy<Value = Option<S::Value>> {
    let has = edition.has(parameter);
    option::of(strategy).prop_map(move |value| value.filter(|_| has))
}

/// Checks that an edition has a parameter that is there.
fn require(edition: Edition, parameter: Parameter, is_there: bool) -> Result<(), InvalidParameter> {
    if is_there { edition.require(parameter) } else { Ok(()) }
}

fn check_tags(
    tags: &[(String, String)],
) -> Result<OwnedTags<{ Tags::MAX_BYTES }>, InvalidParameter> {
    let mut checked = OwnedTags::new();
    for (key, value) in tags {
        checked.push(Tag::new(key, value)?)?;
    }
    Ok(checked)
}

fn check<T>(
    text: Option<&String>,
    check: impl Fn(&str) -> Result<T, InvalidParameter>,
) -> Result<Option<T>, InvalidParameter> {
    text.map(|text| check(text)).transpose()
}

macro_rules! requests {
    ($(
        $texts:ident of $action:literal, $owned:ty, $valid:ident $valid_in:ident $almost_in:ident {
            $($field:ident: $type:ty, |$edition:ident| $strategy:expr, $almost:expr;)+
        } checked by $check:expr;
    )+) => {
        $(
            #[doc = concat!("What an operator typed for a `", $action, "`.")]
            #[derive(Clone, Debug, PartialEq, Eq)]
            #[expect(missing_docs, reason = "each is the text of the parameter of its name")]
            pub struct $texts {
                $(pub $field: $type,)+
            }

            impl $texts {
                /// Checks the texts by the contract, one after the other.
                ///
                /// # Errors
                ///
                /// The first text that is refused.
                pub fn check(&self) -> Result<$owned, InvalidParameter> {
                    self.check_in(Edition::default())
                }

                /// Checks the texts by an edition, one after the other.
                ///
                /// # Errors
                ///
                /// The first text that is refused, or that the edition has no parameter for.
                pub fn check_in(&self, edition: Edition) -> Result<$owned, InvalidParameter> {
                    let check: fn(&Self, Edition) -> Result<$owned, InvalidParameter> = $check;
                    check(self, edition)
                }
            }

            #[doc = concat!("The texts of a valid `", $action, "` of the contract.")]
            pub fn $valid() -> impl Strategy<Value = $texts> {
                $valid_in(Edition::default())
            }

            #[doc = concat!("The texts of a valid `", $action, "` of an edition.")]
            #[allow(unused_variables, reason = "not every action differs by edition")]
            pub fn $valid_in(edition: Edition) -> impl Strategy<Value = $texts> {
                $(let $edition = edition;)+
                ($($strategy,)+).prop_map(|($($field,)+)| $texts { $($field,)+ })
            }

            #[doc = concat!("The texts of an almost valid `", $action, "` of an edition.")]
            #[allow(unused_variables, reason = "not every action differs by edition")]
            pub fn $almost_in(edition: Edition) -> impl Strategy<Value = $texts> {
                $(let $edition = edition;)+
                ($($almost,)+).prop_map(|($($field,)+)| $texts { $($field,)+ })
            }
        )+
    };
}

requests! {
    CreateCustomerGatewayTexts of "CreateCustomerGateway",
    OwnedCreateCustomerGateway<{ Tags::MAX_BYTES }>,
    create_customer_gateway create_customer_gateway_in almost_create_customer_gateway_in {
        region_id: String, |e| fields::region_id(), fields::almost_region_id();
        ip_address: String, |e| fields::ip_address_in(e), fields::almost_ip_address_in(e);
        client_token: Option<String>, |e|
            option::of(fields::client_token()), option::of(fields::almost_client_token());
        name: Option<String>, |e|
            option::of(fields::name_in(e)), option::of(fields::almost_name_in(e));
        description: Option<String>, |e|
            option::of(fields::description_in(e)), option::of(fields::almost_description_in(e));
        bgp: Option<(String, Option<String>)>, |e|
            option::of((fields::asn(), if_in(e, Parameter::AuthKey, fields::auth_key()))),
            option::of((
                fields::almost_asn(),
                if_in(e, Parameter::AuthKey, fields::almost_auth_key()),
            ));
        resource_group_id: Option<String>, |e|
            if_in(e, Parameter::ResourceGroupId, fields::resource_group_id()),
            if_in(e, Parameter::ResourceGroupId, fields::almost_resource_group_id());
        tags: Option<Vec<(String, String)>>, |e|
            if_in(e, Parameter::Tags, fields::tags()), if_in(e, Parameter::Tags, fields::tags());
    } checked by |texts, edition| {
        let (asn, key) = match &texts.bgp {
            Some((asn, key)) => (Some(asn), key.as_ref()),
            None => (None, None),
        };
        let group = texts.resource_group_id.as_ref();
        require(edition, Parameter::AuthKey, key.is_some())?;
        require(edition, Parameter::ResourceGroupId, group.is_some())?;
        require(edition, Parameter::Tags, texts.tags.is_some())?;
        Ok(OwnedCreateCustomerGateway {
            region_id: OwnedRegionId::new(&texts.region_id)?,
            ip_address: IpAddress::new_in(&texts.ip_address, edition)?,
            client_token: check(texts.client_token.as_ref(), OwnedClientToken::new)?,
            name: check(texts.name.as_ref(), |text| OwnedName::new_in(text, edition))?,
            description: check(texts.description.as_ref(), |text| {
                OwnedDescription::new_in(text, edition)
            })?,
            asn: check(asn, Asn::new)?,
            auth_key: check(key, OwnedAuthKey::new)?,
            resource_group_id: check(group, OwnedResourceGroupId::new)?,
            tags: check_tags(texts.tags.as_deref().unwrap_or_default())?,
        })
    };

    DescribeCustomerGatewaysTexts of "DescribeCustomerGateways",
    OwnedDescribeCustomerGateways<{ Tags::MAX_BYTES }>,
    describe_customer_gateways describe_customer_gateways_in almost_describe_customer_gateways_in {
        region_id: String, |e| fields::region_id(), fields::almost_region_id();
        customer_gateway_id: Option<String>, |e|
            option::of(fields::customer_gateway_id()),
            option::of(fields::almost_customer_gateway_id());
        page_number: Option<String>, |e|
            option::of(fields::page_number()), option::of(fields::almost_page_number());
        page_size: Option<String>, |e|
            option::of(fields::page_size()), option::of(fields::almost_page_size());
        resource_group_id: Option<String>, |e|
            option::of(fields::resource_group_id()), option::of(fields::almost_resource_group_id());
        tags: Vec<(String, String)>, |e| fields::tags(), fields::tags();
    } checked by |texts, _| {
        Ok(OwnedDescribeCustomerGateways {
            region_id: OwnedRegionId::new(&texts.region_id)?,
            customer_gateway_id: check(
                texts.customer_gateway_id.as_ref(),
                OwnedCustomerGatewayId::new,
            )?,
            page_number: check(texts.page_number.as_ref(), PageNumber::new)?,
            page_size: check(texts.page_size.as_ref(), PageSize::new)?,
            resource_group_id: check(texts.resource_group_id.as_ref(), OwnedResourceGroupId::new)?,
            tags: check_tags(&texts.tags)?,
        })
    };

    DescribeCustomerGatewayTexts of "DescribeCustomerGateway", OwnedDescribeCustomerGateway,
    describe_customer_gateway describe_customer_gateway_in almost_describe_customer_gateway_in {
        region_id: String, |e| fields::region_id(), fields::almost_region_id();
        customer_gateway_id: String, |e|
            fields::customer_gateway_id(), fields::almost_customer_gateway_id();
    } checked by |texts, _| {
        Ok(OwnedDescribeCustomerGateway {
            region_id: OwnedRegionId::new(&texts.region_id)?,
            customer_gateway_id: OwnedCustomerGatewayId::new(&texts.customer_gateway_id)?,
        })
    };

    ModifyCustomerGatewayAttributeTexts of "ModifyCustomerGatewayAttribute",
    OwnedModifyCustomerGatewayAttribute,
    modify_customer_gateway_attribute modify_customer_gateway_attribute_in
    almost_modify_customer_gateway_attribute_in {
        region_id: String, |e| fields::region_id(), fields::almost_region_id();
        customer_gateway_id: String, |e|
            fields::customer_gateway_id(), fields::almost_customer_gateway_id();
        client_token: Option<String>, |e|
            option::of(fields::client_token()), option::of(fields::almost_client_token());
        name: Option<String>, |e|
            option::of(fields::name_in(e)), option::of(fields::almost_name_in(e));
        description: Option<String>, |e|
            option::of(fields::description_in(e)), option::of(fields::almost_description_in(e));
        auth_key: Option<String>, |e|
            if_in(e, Parameter::AuthKey, fields::auth_key()),
            if_in(e, Parameter::AuthKey, fields::almost_auth_key());
    } checked by |texts, edition| {
        require(edition, Parameter::AuthKey, texts.auth_key.is_some())?;
        Ok(OwnedModifyCustomerGatewayAttribute {
            region_id: OwnedRegionId::new(&texts.region_id)?,
            customer_gateway_id: OwnedCustomerGatewayId::new(&texts.customer_gateway_id)?,
            client_token: check(texts.client_token.as_ref(), OwnedClientToken::new)?,
            name: check(texts.name.as_ref(), |text| OwnedName::new_in(text, edition))?,
            description: check(texts.description.as_ref(), |text| {
                OwnedDescription::new_in(text, edition)
            })?,
            auth_key: check(texts.auth_key.as_ref(), OwnedAuthKey::new)?,
        })
    };

    DeleteCustomerGatewayTexts of "DeleteCustomerGateway", OwnedDeleteCustomerGateway,
    delete_customer_gateway delete_customer_gateway_in almost_delete_customer_gateway_in {
        region_id: String, |e| fields::region_id(), fields::almost_region_id();
        customer_gateway_id: String, |e|
            fields::customer_gateway_id(), fields::almost_customer_gateway_id();
        client_token: Option<String>, |e|
            option::of(fields::client_token()), option::of(fields::almost_client_token());
    } checked by |texts, _| {
        Ok(OwnedDeleteCustomerGateway {
            region_id: OwnedRegionId::new(&texts.region_id)?,
            customer_gateway_id: OwnedCustomerGatewayId::new(&texts.customer_gateway_id)?,
            client_token: check(texts.client_token.as_ref(), OwnedClientToken::new)?,
        })
    };
}
