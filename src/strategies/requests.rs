//! The texts of whole requests.

use std::string::String;

use proptest::option;
use proptest::prelude::Strategy;

use super::fields;
use crate::action::create_customer_gateway::CreateCustomerGateway;
use crate::field::asn::Asn;
use crate::field::client_token::ClientToken;
use crate::field::description::Description;
use crate::field::ip_address::IpAddress;
use crate::field::name::Name;
use crate::field::region_id::RegionId;
use crate::invalid_parameter::InvalidParameter;

/// What an operator typed for a request.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the text of the parameter of its name")]
pub struct RequestTexts {
    pub region_id: String,
    pub ip_address: String,
    pub client_token: Option<String>,
    pub name: Option<String>,
    pub description: Option<String>,
    pub asn: Option<String>,
}

impl RequestTexts {
    /// Checks the texts, one after the other.
    ///
    /// # Errors
    ///
    /// The first text that is refused.
    pub fn check(&self) -> Result<CreateCustomerGateway<'_>, InvalidParameter> {
        let mut request = CreateCustomerGateway::new(
            RegionId::new(&self.region_id)?,
            IpAddress::new(&self.ip_address)?,
        );
        if let Some(token) = &self.client_token {
            request = request.with_client_token(ClientToken::new(token)?);
        }
        if let Some(name) = &self.name {
            request = request.with_name(Name::new(name)?);
        }
        if let Some(description) = &self.description {
            request = request.with_description(Description::new(description)?);
        }
        if let Some(asn) = &self.asn {
            request = request.with_asn(Asn::new(asn)?);
        }
        Ok(request)
    }
}

/// The texts of a valid request.
pub fn request() -> impl Strategy<Value = RequestTexts> {
    texts(
        fields::region_id(),
        fields::ip_address(),
        fields::client_token(),
        fields::name(),
        fields::description(),
        fields::asn(),
    )
}

/// The texts of an almost valid request.
pub fn almost_request() -> impl Strategy<Value = RequestTexts> {
    texts(
        fields::almost_region_id(),
        fields::almost_ip_address(),
        fields::almost_client_token(),
        fields::almost_name(),
        fields::almost_description(),
        fields::almost_asn(),
    )
}

fn texts(
    region_id: impl Strategy<Value = String>,
    ip_address: impl Strategy<Value = String>,
    client_token: impl Strategy<Value = String>,
    name: impl Strategy<Value = String>,
    description: impl Strategy<Value = String>,
    asn: impl Strategy<Value = String>,
) -> impl Strategy<Value = RequestTexts> {
    let required = (region_id, ip_address);
    let optional =
        (option::of(client_token), option::of(name), option::of(description), option::of(asn));
    (required, optional).prop_map(
        |((region_id, ip_address), (client_token, name, description, asn))| RequestTexts {
            region_id,
            ip_address,
            client_token,
            name,
            description,
            asn,
        },
    )
}
