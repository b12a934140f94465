//! `DescribeCustomerGateway` that owns its texts.

use super::DescribeCustomerGateway;
use crate::field::owned::{OwnedCustomerGatewayId, OwnedRegionId};

/// A [`DescribeCustomerGateway`] that owns its texts: to be kept, or read from a file.
///
/// With the feature `serde`, the members of a file have the service's names; another one is refused.
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// use aliyun_customer_gateway::{Action as _, OwnedDescribeCustomerGateway};
///
/// let file = r#"
///     RegionId = "cn-shanghai"
///     CustomerGatewayId = "cgw-bp1pvpl9r9adju6l5"
/// "#;
/// let request: OwnedDescribeCustomerGateway = toml::from_str(file).unwrap();
/// assert_eq!(
///     request.get().query_without_action().to_string(),
///     "CustomerGatewayId=cgw-bp1pvpl9r9adju6l5&RegionId=cn-shanghai",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OwnedDescribeCustomerGateway {
    pub(crate) region_id: OwnedRegionId,
    pub(crate) customer_gateway_id: OwnedCustomerGatewayId,
}

impl OwnedDescribeCustomerGateway {
    /// The request.
    #[must_use]
    pub fn get(&self) -> DescribeCustomerGateway<'_> {
        DescribeCustomerGateway::new(self.region_id.get(), self.customer_gateway_id.get())
    }
}

impl From<DescribeCustomerGateway<'_>> for OwnedDescribeCustomerGateway {
    fn from(request: DescribeCustomerGateway<'_>) -> Self {
        Self {
            region_id: request.region_id.into(),
            customer_gateway_id: request.customer_gateway_id.into(),
        }
    }
}

impl DescribeCustomerGateway<'_> {
    /// The same request, with texts of its own.
    #[must_use]
    pub fn to_owned(self) -> OwnedDescribeCustomerGateway {
        self.into()
    }
}
