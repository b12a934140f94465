//! Requests of every action.

use arbitrary::{Arbitrary, Result, Unstructured};

use crate::action::create_customer_gateway::CreateCustomerGateway;
use crate::action::delete_customer_gateway::DeleteCustomerGateway;
use crate::action::describe_customer_gateway::DescribeCustomerGateway;
use crate::action::describe_customer_gateways::DescribeCustomerGateways;
use crate::action::modify_customer_gateway_attribute::ModifyCustomerGatewayAttribute;

macro_rules! requests {
    ($($name:ident($($required:ident),+) { $($with:ident)* })+) => {
        $(
            impl<'a> Arbitrary<'a> for $name<'a> {
                #[allow(unused_mut, reason = "an action may have no optional parameter")]
                fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
                    $(let $required = u.arbitrary()?;)+
                    let mut request = Self::new($($required),+);
                    $(
                        if u.arbitrary()? {
                            request = request.$with(u.arbitrary()?);
                        }
                    )*
                    Ok(request)
                }
            }
        )+
    };
}

requests! {
    DeleteCustomerGateway(region_id, customer_gateway_id) { with_client_token }
    DescribeCustomerGateway(region_id, customer_gateway_id) {}
    DescribeCustomerGateways(region_id) {
        with_customer_gateway_id
        with_page_number
        with_page_size
        with_resource_group_id
        with_tags
    }
    ModifyCustomerGatewayAttribute(region_id, customer_gateway_id) {
        with_client_token
        with_name
        with_description
        with_auth_key
    }
}

impl<'a> Arbitrary<'a> for CreateCustomerGateway<'a> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let mut request = Self::new(u.arbitrary()?, u.arbitrary()?);
        if u.arbitrary()? {
            request = request.with_client_token(u.arbitrary()?);
        }
        if u.arbitrary()? {
            request = request.with_name(u.arbitrary()?);
        }
        if u.arbitrary()? {
            request = request.with_description(u.arbitrary()?);
        }
        request = match u.int_in_range(0..=2)? {
            0 => request,
            1 => request.with_asn(u.arbitrary()?),
            _ => request.with_bgp(u.arbitrary()?, u.arbitrary()?),
        };
        if u.arbitrary()? {
            request = request.with_resource_group_id(u.arbitrary()?);
        }
        if u.arbitrary()? {
            request = request.with_tags(u.arbitrary()?);
        }
        Ok(request)
    }
}
