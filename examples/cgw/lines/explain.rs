//! `{"op":"explain"}`: why a signature did not match.

use aliyun_customer_gateway::mismatch::Mismatch;
use aliyun_customer_gateway::response::NotAResponse;
use aliyun_customer_gateway::{Created, Response};
use serde_json::{Value, json};

use super::line::Line;
use super::{Refused, acs3, response, rpc};
use crate::refusal::Refusal;

pub(super) fn result(line: &Line) -> Result<Value, Refused> {
    let body = line.body()?;
    let signature = line.text("signature")?;
    let response = Response::<Created>::decode(line.status()?, &body);
    let failed = match response {
        Ok(Response::Failed(failed)) => Some(failed),
        Ok(Response::Success(_)) => None,
        // The success of another action, maybe.
        Err(error) if matches!(error.kind(), NotAResponse::NoOutcome { .. }) => None,
        Err(error) => return Err(response::not_a_response(&error)),
    };
    let mismatch = match signature {
        "rpc" => rpc::with_pairs(line, |to_sign, _| to_sign.explain(&failed?))?,
        "acs3" => acs3::with_request(line, "request_body", |request, _| request.explain(&failed?))?,
        _ => {
            let sentence = format!("unknown signature {signature:?}: it is rpc or acs3");
            return Err(Refusal::sentence(sentence).into());
        }
    };
    Ok(json!({ "mismatch": mismatch.as_ref().map(members) }))
}

fn members(mismatch: &Mismatch) -> Value {
    json!({
        "kind": mismatch.kind().as_str(),
        "name": mismatch.name(),
        "ours": mismatch.ours(),
        "theirs": mismatch.theirs(),
        "sentence": mismatch.to_string(),
    })
}
