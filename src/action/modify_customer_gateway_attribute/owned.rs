//! `ModifyCustomerGatewayAttribute` that owns its texts.

use super::ModifyCustomerGatewayAttribute;
use crate::field::owned::secret::OwnedAuthKey;
use crate::field::owned::{
    OwnedClientToken, OwnedCustomerGatewayId, OwnedDescription, OwnedName, OwnedRegionId,
};

/// A [`ModifyCustomerGatewayAttribute`] that owns its texts: to be kept, or read from a file.
///
/// With the feature `serde`, the members of a file have the service's names; another one is refused.
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// use aliyun_customer_gateway::{Action as _, OwnedModifyCustomerGatewayAttribute};
///
/// let file = r#"
///     RegionId = "cn-shanghai"
///     CustomerGatewayId = "cgw-bp1pvpl9r9adju6l5"
///     Name = "Gateway"
/// "#;
/// let request: OwnedModifyCustomerGatewayAttribute = toml::from_str(file).unwrap();
/// assert_eq!(
///     request.get().query_without_action().to_string(),
///     "CustomerGatewayId=cgw-bp1pvpl9r9adju6l5&Name=Gateway&RegionId=cn-shanghai",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OwnedModifyCustomerGatewayAttribute {
    pub(crate) region_id: OwnedRegionId,
    pub(crate) customer_gateway_id: OwnedCustomerGatewayId,
    pub(crate) client_token: Option<OwnedClientToken>,
    pub(crate) name: Option<OwnedName>,
    pub(crate) description: Option<OwnedDescription>,
    pub(crate) auth_key: Option<OwnedAuthKey>,
}

impl OwnedModifyCustomerGatewayAttribute {
    /// The request.
    #[must_use]
    pub fn get(&self) -> ModifyCustomerGatewayAttribute<'_> {
        let request = ModifyCustomerGatewayAttribute::new(
            self.region_id.get(),
            self.customer_gateway_id.get(),
        );
        ModifyCustomerGatewayAttribute {
            client_token: self.client_token.as_ref().map(OwnedClientToken::get),
            name: self.name.as_ref().map(OwnedName::get),
            description: self.description.as_ref().map(OwnedDescription::get),
            auth_key: self.auth_key.as_ref().map(OwnedAuthKey::get),
            ..request
        }
    }
}

impl From<ModifyCustomerGatewayAttribute<'_>> for OwnedModifyCustomerGatewayAttribute {
    fn from(request: ModifyCustomerGatewayAttribute<'_>) -> Self {
        Self {
            region_id: request.region_id.into(),
            customer_gateway_id: request.customer_gateway_id.into(),
            client_token: request.client_token.map(Into::into),
            name: request.name.map(Into::into),
            description: request.description.map(Into::into),
            auth_key: request.auth_key.map(Into::into),
        }
    }
}

impl ModifyCustomerGatewayAttribute<'_> {
    /// The same request, with texts of its own.
    #[must_use]
    pub fn to_owned(self) -> OwnedModifyCustomerGatewayAttribute {
        self.into()
    }
}
