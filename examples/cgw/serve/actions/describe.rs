//! `DescribeCustomerGateway`

use super::{Call, Known};
use crate::serve::failure::Failure;
use crate::serve::written::Member;

pub(super) fn carry_out(call: &Call<'_>, known: &mut Known) -> Result<Vec<Member>, Failure> {
    let region = call.values.region()?;
    Ok(call.gateway(known, region)?.whole(call.is_of_2020()))
}
