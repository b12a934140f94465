//! `DescribeCustomerGateways`: lists the gateways of a region, a page at a time.

pub(crate) mod owned;

use super::{Action, VERSION, optional};
use crate::decimal;
use crate::field::customer_gateway_id::CustomerGatewayId;
use crate::field::page::{PageNumber, PageSize};
use crate::field::region_id::RegionId;
use crate::field::resource_group_id::ResourceGroupId;
use crate::field::tags::Tags;
use crate::query::{List, Parameters, Visitor, visit};

/// A request for a page of the gateways of a region.
///
/// Those that the filters leave out are not on any page. There is no filter by name or address.
///
/// ```
/// use aliyun_customer_gateway::{Action as _, DescribeCustomerGateways, PageNumber, RegionId, Tag, Tags};
///
/// let serial = [Tag::new("serial", "0042")?];
/// let request = DescribeCustomerGateways::new(RegionId::new("cn-shanghai")?)
///     .with_page_number(PageNumber::MIN)
///     .with_tags(Tags::new(&serial)?);
/// assert_eq!(
///     request.query().to_string(),
///     "Action=DescribeCustomerGateways&PageNumber=1&RegionId=cn-shanghai\
///      &Tag.1.Key=serial&Tag.1.Value=0042",
/// );
/// # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct DescribeCustomerGateways<'a> {
    region_id: RegionId<'a>,
    customer_gateway_id: Option<CustomerGatewayId<'a>>,
    page_number: Option<PageNumber>,
    page_size: Option<PageSize>,
    resource_group_id: Option<ResourceGroupId<'a>>,
    tags: Option<List<'a>>,
}

impl<'a> DescribeCustomerGateways<'a> {
    /// No [`query`](Action::query) of a request without tags is longer than this many bytes. Tags add
    /// [`max_tags_len`](Self::max_tags_len) at most.
    pub const MAX_ENCODED_LEN: usize = {
        let names = "Action=&CustomerGatewayId=&PageNumber=&PageSize=&RegionId=&ResourceGroupId=";
        let numbers = decimal::digits(PageNumber::MAX.get()) + decimal::digits(PageSize::MAX.get());
        // A byte takes three characters when it is encoded.
        let encoded = CustomerGatewayId::MAX_CHARS + ResourceGroupId::MAX_CHARS;
        names.len() + Self::NAME.len() + numbers + RegionId::MAX_CHARS + encoded * 3
    };

    /// No signed query of a request without tags and without a `SecurityToken` is longer than this
    /// many bytes. Tags add [`max_tags_len`](Self::max_tags_len) at most, and a token
    /// [`SecurityToken::MAX_ENCODED_LEN`](crate::SecurityToken::MAX_ENCODED_LEN).
    #[cfg(feature = "sign")]
    pub const MAX_SIGNED_LEN: usize = Self::MAX_ENCODED_LEN + crate::sign::call::MAX_ADDED_LEN;

    /// How many bytes so many tags add to a query at most. Here they are called `Tag`, not `Tags`.
    #[must_use]
    pub const fn max_tags_len(tags: usize) -> usize {
        Tags::max_encoded_len(tags).saturating_sub(tags.saturating_mul("ss".len()))
    }

    /// A request for the first page, of 10 gateways.
    #[must_use]
    pub const fn new(region_id: RegionId<'a>) -> Self {
        Self {
            region_id,
            customer_gateway_id: None,
            page_number: None,
            page_size: None,
            resource_group_id: None,
            tags: None,
        }
    }

    /// The same request, for gateways that have all of these tags.
    #[must_use]
    pub const fn with_tags(mut self, tags: Tags<'a>) -> Self {
        self.tags = List::of_tags(tags);
        self
    }

    /// The `RegionId`.
    #[must_use]
    pub const fn region_id(&self) -> RegionId<'a> {
        self.region_id
    }

    /// The tags that are asked for; none unless some were given.
    #[must_use]
    pub const fn tags(&self) -> Tags<'a> {
        match self.tags {
            Some(list) => list.tags(),
            None => Tags::NONE,
        }
    }

    optional! {
        customer_gateway_id CustomerGatewayId<'a>, with_customer_gateway_id "CustomerGatewayId";
        page_number PageNumber, with_page_number "PageNumber";
        page_size PageSize, with_page_size "PageSize";
        resource_group_id ResourceGroupId<'a>, with_resource_group_id "ResourceGroupId";
    }
}

impl Parameters for DescribeCustomerGateways<'_> {
    fn visit(&self, visitor: Visitor<'_>) {
        visit!(visitor, {
            "CustomerGatewayId": self.customer_gateway_id,
            "PageNumber": self.page_number,
            "PageSize": self.page_size,
            "RegionId": self.region_id,
            "ResourceGroupId": self.resource_group_id,
            "Tag.N": self.tags.as_ref(),
        });
    }
}

impl Action for DescribeCustomerGateways<'_> {
    const NAME: &'static str = "DescribeCustomerGateways";
    const VERSION: &'static str = VERSION;
}
