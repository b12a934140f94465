//! Requests in configuration files.

use crate::action::create_customer_gateway::CreateCustomerGateway;
use crate::field::asn::Asn;
use crate::field::ip_address::IpAddress;
use crate::field::owned::{OwnedClientToken, OwnedDescription, OwnedName, OwnedRegionId};

/// A [`CreateCustomerGateway`] that owns its texts: one that was read from a configuration file.
///
/// The members have the service's names; one that is none of them is refused. Use it with
/// `serde_json_core::from_slice_escaped` on firmware: its `from_slice` hands escapes on as they are.
///
/// ```
/// use aliyun_customer_gateway::{Action as _, OwnedRequest};
///
/// let file = r#"
///     RegionId = "cn-shanghai"
///     IpAddress = "101.12.0.12"
///     Description = "Branch \"A\""
///     Asn = 65001
/// "#;
/// let request: OwnedRequest = toml::from_str(file).unwrap();
/// assert_eq!(
///     request.get().query().to_string(),
///     "Action=CreateCustomerGateway&Asn=65001&Description=Branch%20%22A%22\
///      &IpAddress=101.12.0.12&RegionId=cn-shanghai",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct OwnedRequest {
    /// The region.
    pub region_id: OwnedRegionId,
    /// The address of the on-premises VPN gateway.
    pub ip_address: IpAddress,
    /// The token that makes the request idempotent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_token: Option<OwnedClientToken>,
    /// The name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<OwnedName>,
    /// The description.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<OwnedDescription>,
    /// The autonomous system number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asn: Option<Asn>,
}

impl OwnedRequest {
    /// The request.
    #[must_use]
    pub fn get(&self) -> CreateCustomerGateway<'_> {
        CreateCustomerGateway {
            region_id: self.region_id.get(),
            ip_address: self.ip_address,
            client_token: self.client_token.as_ref().map(OwnedClientToken::get),
            name: self.name.as_ref().map(OwnedName::get),
            description: self.description.as_ref().map(OwnedDescription::get),
            asn: self.asn,
        }
    }
}

impl From<CreateCustomerGateway<'_>> for OwnedRequest {
    fn from(request: CreateCustomerGateway<'_>) -> Self {
        Self {
            region_id: request.region_id.into(),
            ip_address: request.ip_address,
            client_token: request.client_token.map(Into::into),
            name: request.name.map(Into::into),
            description: request.description.map(Into::into),
            asn: request.asn,
        }
    }
}
