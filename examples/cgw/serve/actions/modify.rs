//! `ModifyCustomerGatewayAttribute`

use aliyun_customer_gateway::ErrorCode;

use super::{Call, Known};
use crate::serve::failure::Failure;
use crate::serve::written::Member;

const PARAMETERS: [&str; 5] = ["RegionId", "CustomerGatewayId", "Name", "Description", "AuthKey"];

pub(super) fn carry_out(call: &Call<'_>, known: &mut Known) -> Result<Vec<Member>, Failure> {
    let values = call.values;
    let region = values.region()?;
    values.id()?;
    let name = values.name()?;
    let description = values.description()?;
    let auth_key = values.auth_key()?;
    let modified = call.once(known, &PARAMETERS, |known| {
        let gateway = call.gateway(known, region)?;
        if auth_key.is_some() && gateway.asn.is_none() {
            return Err(Failure::of(ErrorCode::MissingAsn));
        }
        gateway.name = name.or(gateway.name.take());
        gateway.description = description.or(gateway.description.take());
        gateway.auth_key = auth_key.or(gateway.auth_key.take());
        Ok(Some(gateway.clone()))
    })?;
    let Some(gateway) = modified else { return Ok(Vec::new()) };
    let mut members = gateway.brief();
    if !call.is_of_2020() {
        members.push(gateway.group_member());
    }
    Ok(members)
}
