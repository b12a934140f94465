//! What a provisioning tool builds around the crate: the plan of a branch office, turned into a query.

use aliyun_customer_gateway::{
    Action as _, CreateCustomerGateway, Created, InvalidParameter, IpAddress, Name, RegionId,
    Response, Retry,
};

/// What an operator wrote down.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The region to connect to.
    pub region: String,
    /// The public address of the branch's gateway.
    pub address: String,
    /// The name of the branch.
    pub branch: String,
}

/// The query that carries out a plan.
///
/// # Errors
///
/// The first text of the plan that is refused.
pub fn query(plan: &Plan) -> Result<String, InvalidParameter> {
    let region = RegionId::new(&plan.region)?;
    let address = IpAddress::new(&plan.address)?;
    let request = CreateCustomerGateway::new(region, address).with_name(Name::new(&plan.branch)?);
    Ok(request.query().to_string())
}

/// The id of the gateway, or whether to try again.
///
/// # Errors
///
/// What to do about an answer without an id.
pub fn gateway_id(status: u16, body: &[u8]) -> Result<String, Retry> {
    match Response::<Created>::decode(status, body) {
        Ok(Response::Success(created)) => Ok(created.customer_gateway_id().to_string()),
        Ok(Response::Failed(failed)) => Err(failed.retry()),
        Err(_) => Err(Retry::AfterPause),
    }
}
