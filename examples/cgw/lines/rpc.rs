//! `{"op":"rpc"}`: the RPC signature of any parameters.

use aliyun_customer_gateway::rpc;
use serde_json::{Value, json};

use super::Refused;
use super::line::{self, Line};

pub(super) fn result(line: &Line) -> Result<Value, Refused> {
    let (method, secret) = (line.method()?, line.text("secret")?);
    let mut parameters = line.texts("parameters")?;
    // What is signed is every parameter except this one.
    parameters.remove("Signature");
    let parameters = line::pairs(&parameters);
    let query = line::query(&parameters)?;
    let string_to_sign = rpc::StringToSign::new(method, &query);
    let signature = string_to_sign.sign(&rpc::SigningKey::new(secret));
    Ok(json!({
        "query": query.to_string(),
        "string_to_sign": string_to_sign.to_string(),
        "signature": signature.as_str(),
    }))
}
