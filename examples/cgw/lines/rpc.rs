//! `{"op":"rpc"}`: the RPC signature of any parameters.

use aliyun_customer_gateway::query::{Pairs, Query};
use aliyun_customer_gateway::{AccessKeySecret, rpc};
use serde_json::{Value, json};

use super::Refused;
use super::line::{self, Line};
use crate::refusal::Refusal;

pub(super) fn result(line: &Line) -> Result<Value, Refused> {
    // The first member that is wrong is told, in the order of the documentation.
    line.method()?;
    let secret = AccessKeySecret::new(line.text("secret")?).map_err(Refusal::from)?;
    with_pairs(line, |string_to_sign, pairs| {
        let signature = string_to_sign.sign(&rpc::SigningKey::new(secret));
        json!({
            "query": Query::new(pairs).to_string(),
            "string_to_sign": string_to_sign.to_string(),
            "signature": signature.as_str(),
        })
    })
}

/// Makes a string to sign of a line, and does something with it.
pub(super) fn with_pairs<T>(
    line: &Line,
    run: impl FnOnce(rpc::StringToSign<Pairs<'_>>, Pairs<'_>) -> T,
) -> Result<T, Refused> {
    let method = line.method()?;
    let mut parameters = line.texts("parameters")?;
    // What is signed is every parameter except this one.
    parameters.remove("Signature");
    let parameters = line::pairs(&parameters);
    let pairs = Pairs::new(&parameters).map_err(Refusal::sentence)?;
    Ok(run(rpc::StringToSign::of_pairs(method, pairs), pairs))
}
