//! `{"op":"rpc"}`: the RPC signature of any parameters.

use aliyun_customer_gateway::{AccessKeySecret, rpc};
use serde_json::{Value, json};

use super::Refused;
use super::line::{self, Line};
use crate::refusal::Refusal;

pub(super) fn result(line: &Line) -> Result<Value, Refused> {
    let method = line.method()?;
    let secret = AccessKeySecret::new(line.text("secret")?).map_err(Refusal::from)?;
    let mut parameters = line.texts("parameters")?;
    // What is signed is every parameter except this one.
    parameters.remove("Signature");
    let parameters = line::pairs(&parameters);
    let query = line::query(&parameters)?;
    let string_to_sign = rpc::StringToSign::of_pairs(method, *query.parameters());
    let signature = string_to_sign.sign(&rpc::SigningKey::new(secret));
    Ok(json!({
        "query": query.to_string(),
        "string_to_sign": string_to_sign.to_string(),
        "signature": signature.as_str(),
    }))
}
