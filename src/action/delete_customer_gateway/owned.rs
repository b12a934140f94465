//! `DeleteCustomerGateway` that owns its texts.

use super::DeleteCustomerGateway;
use crate::field::owned::{OwnedClientToken, OwnedCustomerGatewayId, OwnedRegionId};

/// A [`DeleteCustomerGateway`] that owns its texts: to be kept, or read from a file.
///
/// With the feature `serde`, the members of a file have the service's names; another one is refused.
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// use aliyun_customer_gateway::{Action as _, OwnedDeleteCustomerGateway};
///
/// let file = r#"
///     RegionId = "cn-shanghai"
///     CustomerGatewayId = "cgw-bp1pvpl9r9adju6l5"
/// "#;
/// let request: OwnedDeleteCustomerGateway = toml::from_str(file).unwrap();
/// assert_eq!(
///     request.get().query_without_action().to_string(),
///     "CustomerGatewayId=cgw-bp1pvpl9r9adju6l5&RegionId=cn-shanghai",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OwnedDeleteCustomerGateway {
    pub(crate) region_id: OwnedRegionId,
    pub(crate) customer_gateway_id: OwnedCustomerGatewayId,
    pub(crate) client_token: Option<OwnedClientToken>,
}

impl OwnedDeleteCustomerGateway {
    /// The request.
    #[must_use]
    pub fn get(&self) -> DeleteCustomerGateway<'_> {
        let request =
            DeleteCustomerGateway::new(self.region_id.get(), self.customer_gateway_id.get());
        DeleteCustomerGateway {
            client_token: self.client_token.as_ref().map(OwnedClientToken::get),
            ..request
        }
    }
}

impl From<DeleteCustomerGateway<'_>> for OwnedDeleteCustomerGateway {
    fn from(request: DeleteCustomerGateway<'_>) -> Self {
        Self {
            region_id: request.region_id.into(),
            customer_gateway_id: request.customer_gateway_id.into(),
            client_token: request.client_token.map(Into::into),
        }
    }
}

impl DeleteCustomerGateway<'_> {
    /// The same request, with texts of its own.
    #[must_use]
    pub fn to_owned(self) -> OwnedDeleteCustomerGateway {
        self.into()
    }
}
