//! `DeleteCustomerGateway`

use aliyun_customer_gateway::ErrorCode;

use super::{Call, Known};
use crate::serve::failure::Failure;
use crate::serve::written::Member;

const PARAMETERS: [&str; 2] = ["RegionId", "CustomerGatewayId"];

pub(super) fn carry_out(call: &Call<'_>, known: &mut Known) -> Result<Vec<Member>, Failure> {
    let region = call.values.region()?;
    let id = call.values.id()?;
    call.once(known, &PARAMETERS, |known| {
        if known.gateways.remove(call.account, region, id) {
            Ok(None)
        } else {
            Err(Failure::of(ErrorCode::CustomerGatewayNotFound))
        }
    })?;
    // The request's own id is all that it says.
    Ok(Vec::new())
}
