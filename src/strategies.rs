//! Strategies for property tests: valid and almost valid fields, requests and bodies, for those who
//! test what embeds this crate.
//!
//! A valid text is accepted by the constructor of its type; `.._in` says by which edition of the
//! rules. An almost valid one is a valid one with a flaw that somebody once typed: a character too
//! many, a space, a wrong letter. It may happen to be valid all the same.
//!
//! ```
//! use aliyun_customer_gateway::{Name, strategies};
//! use proptest::proptest;
//!
//! proptest! {
//!     # |(name in strategies::name())| { assert!(Name::new(&name).is_ok()); }
//! }
//! ```

mod bodies;
mod fields;
mod flaw;
mod requests;
#[cfg(feature = "sign")]
mod signing;
mod written;

pub use bodies::{
    Body, almost_body, created_body, deleted_body, failed_body, gateway_body, modified_body,
    page_body,
};
pub use fields::{
    almost_asn, almost_auth_key, almost_client_token, almost_customer_gateway_id,
    almost_description, almost_description_in, almost_ip_address, almost_ip_address_in,
    almost_name, almost_name_in, almost_page_number, almost_page_size, almost_region_id,
    almost_resource_group_id, asn, auth_key, client_token, customer_gateway_id, description,
    description_in, ip_address, ip_address_in, name, name_in, page_number, page_size, region_id,
    resource_group_id, tag, tags,
};
pub use requests::{
    CreateCustomerGatewayTexts, DeleteCustomerGatewayTexts, DescribeCustomerGatewayTexts,
    DescribeCustomerGatewaysTexts, ModifyCustomerGatewayAttributeTexts,
    almost_create_customer_gateway_in, almost_delete_customer_gateway_in,
    almost_describe_customer_gateway_in, almost_describe_customer_gateways_in,
    almost_modify_customer_gateway_attribute_in, create_customer_gateway,
    create_customer_gateway_in, delete_customer_gateway, delete_customer_gateway_in,
    describe_customer_gateway, describe_customer_gateway_in, describe_customer_gateways,
    describe_customer_gateways_in, modify_customer_gateway_attribute,
    modify_customer_gateway_attribute_in,
};
#[cfg(feature = "sign")]
pub use signing::{
    CredentialTexts, access_key_id, access_key_secret, almost_access_key_id,
    almost_access_key_secret, almost_credentials, almost_host, almost_security_token,
    almost_signature_nonce, credentials, host, method, security_token, signature_nonce, timestamp,
};
