//! `DescribeCustomerGateways`

use aliyun_customer_gateway::{CustomerGatewayId, PageNumber, PageSize, ResourceGroupId};

use super::{Call, Known};
use crate::serve::failure::Failure;
use crate::serve::gateways::{DEFAULT_GROUP, Gateway};
use crate::serve::written::{self, Member};

/// How many gateways a page holds where a request does not say.
const PAGE_SIZE: u32 = 10;

pub(super) fn carry_out(call: &Call<'_>, known: &mut Known) -> Result<Vec<Member>, Failure> {
    let values = call.values;
    let region = values.region()?;
    let id = values.optional("CustomerGatewayId", CustomerGatewayId::new)?;
    let number = values.optional("PageNumber", PageNumber::new)?.map_or(1, |number| number.get());
    let size = values.optional("PageSize", PageSize::new)?.map_or(PAGE_SIZE, |size| size.get());
    let group = values.optional("ResourceGroupId", ResourceGroupId::new)?;
    let filter = values.filter()?;
    let has_tag = |gateway: &Gateway, key: &str, value: Option<&str>| {
        let is_equal = |(own_key, own_value): &(String, String)| {
            own_key == key && value.is_none_or(|value| own_value == value)
        };
        gateway.tags.iter().any(is_equal)
    };
    let is_wanted = |gateway: &&Gateway| {
        let own_group = gateway.group.as_deref().unwrap_or(DEFAULT_GROUP);
        id.is_none_or(|id| gateway.id == id.as_str())
            && group.is_none_or(|group| own_group == group.as_str())
            && filter.iter().all(|(key, value)| has_tag(gateway, key, value.as_deref()))
    };
    let listed: Vec<_> = known.gateways.of(call.account, region).filter(is_wanted).collect();
    let before = u64::from(number.saturating_sub(1)).saturating_mul(size.into());
    let page = listed
        .iter()
        .skip(usize::try_from(before).unwrap_or(usize::MAX))
        .take(usize::try_from(size).unwrap_or(usize::MAX));
    let page: Vec<_> = page.map(|gateway| gateway.whole(call.is_of_2020())).collect();
    Ok(vec![
        written::number("PageNumber", number),
        written::number("PageSize", size),
        written::number("TotalCount", listed.len()),
        written::list("CustomerGateways", "CustomerGateway", &page, true),
    ])
}
