//! `ureq`, which blocks.

// The glue starts here.
use aliyun_customer_gateway::{SignedCall, http};

pub fn agent() -> ureq::Agent {
    // A status of failure comes with a body that says why.
    ureq::Agent::config_builder().http_status_as_error(false).build().into()
}

pub fn exchange(
    agent: &ureq::Agent,
    target: http::Target,
    signed: &impl SignedCall,
) -> Result<::http::Response<Vec<u8>>, ureq::Error> {
    let (head, mut body) = agent.run(http::request(target, signed)?)?.into_parts();
    Ok(::http::Response::from_parts(head, body.read_to_vec()?))
}
// The glue ends here.
