//! `DescribeCustomerGateways` that owns its texts.

use super::DescribeCustomerGateways;
use crate::field::owned::tags::OwnedTags;
use crate::field::owned::{OwnedCustomerGatewayId, OwnedRegionId, OwnedResourceGroupId};
use crate::field::page::PageNumber;
use crate::field::page::PageSize;
use crate::invalid_parameter::InvalidParameter;
use crate::query::List;

/// A [`DescribeCustomerGateways`] that owns its texts: to be kept, or read from a file.
///
/// It has space for so many bytes of tags, keys and values together; [`Tags::MAX_BYTES`](crate::Tags::MAX_BYTES) hold any.
///
/// With the feature `serde`, the members of a file have the service's names; another one is refused.
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// use aliyun_customer_gateway::{Action as _, OwnedDescribeCustomerGateways};
///
/// let file = r#"
///     RegionId = "cn-shanghai"
///     PageSize = 50
///     Tag = [{ Key = "serial", Value = "0042" }]
/// "#;
/// let request: OwnedDescribeCustomerGateways = toml::from_str(file).unwrap();
/// assert_eq!(
///     request.get().query_without_action().to_string(),
///     "PageSize=50&RegionId=cn-shanghai&Tag.1.Key=serial&Tag.1.Value=0042",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OwnedDescribeCustomerGateways<const TAG_BYTES: usize = 512> {
    pub(crate) region_id: OwnedRegionId,
    pub(crate) customer_gateway_id: Option<OwnedCustomerGatewayId>,
    pub(crate) page_number: Option<PageNumber>,
    pub(crate) page_size: Option<PageSize>,
    pub(crate) resource_group_id: Option<OwnedResourceGroupId>,
    pub(crate) tags: OwnedTags<TAG_BYTES>,
}

impl<const TAG_BYTES: usize> OwnedDescribeCustomerGateways<TAG_BYTES> {
    /// The request.
    #[must_use]
    pub fn get(&self) -> DescribeCustomerGateways<'_> {
        let request = DescribeCustomerGateways::new(self.region_id.get());
        DescribeCustomerGateways {
            customer_gateway_id: self.customer_gateway_id.as_ref().map(OwnedCustomerGatewayId::get),
            page_number: self.page_number,
            page_size: self.page_size,
            resource_group_id: self.resource_group_id.as_ref().map(OwnedResourceGroupId::get),
            tags: List::of_tags(self.tags.get()),
            ..request
        }
    }
}

impl<const TAG_BYTES: usize> TryFrom<DescribeCustomerGateways<'_>>
    for OwnedDescribeCustomerGateways<TAG_BYTES>
{
    type Error = InvalidParameter;

    /// Copies a request, if its tags take no more than `TAG_BYTES` bytes.
    fn try_from(request: DescribeCustomerGateways<'_>) -> Result<Self, Self::Error> {
        Ok(Self { tags: request.tags().try_into()?, ..without_tags(request) })
    }
}

impl DescribeCustomerGateways<'_> {
    /// The same request, with texts of its own.
    ///
    /// # Errors
    ///
    /// - tags of more than `TAG_BYTES` bytes: there is no space
    pub fn to_owned<const TAG_BYTES: usize>(
        self,
    ) -> Result<OwnedDescribeCustomerGateways<TAG_BYTES>, InvalidParameter> {
        self.try_into()
    }
}

fn without_tags<const TAG_BYTES: usize>(
    request: DescribeCustomerGateways<'_>,
) -> OwnedDescribeCustomerGateways<TAG_BYTES> {
    OwnedDescribeCustomerGateways {
        region_id: request.region_id.into(),
        customer_gateway_id: request.customer_gateway_id.map(Into::into),
        page_number: request.page_number,
        page_size: request.page_size,
        resource_group_id: request.resource_group_id.map(Into::into),
        tags: OwnedTags::new(),
    }
}
