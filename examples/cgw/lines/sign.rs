//! `{"op":"sign"}`: a request of the crate with the RPC signature.

use aliyun_customer_gateway::{
    AccessKeyId, Action as _, CommonParameters, CreateCustomerGateway, Format, SecurityToken,
    SignatureNonce, Timestamp, rpc,
};
use serde_json::{Value, json};

use super::Refused;
use super::line::Line;
use crate::actions::{self, Given};

pub(super) fn result(line: &Line) -> Result<Value, Refused> {
    let (method, secret) = (line.method()?, line.text("secret")?);
    let parameters = line.texts("parameters")?;
    let request = actions::create(&parameters, false)?;
    let common = line.texts("common")?;

    let mut given = Given::new(&common);
    let access_key_id = given.required("AccessKeyId", AccessKeyId::new);
    let nonce = given.required("SignatureNonce", SignatureNonce::new);
    let timestamp = given.required("Timestamp", Timestamp::new);
    let format = given.optional("Format", Format::new);
    let security_token = given.optional("SecurityToken", SecurityToken::new);
    given.constant("Version", CreateCustomerGateway::VERSION);
    given.constant("SignatureMethod", "HMAC-SHA1");
    given.constant("SignatureVersion", "1.0");
    given.nothing_else(|name| format!("{name} is not a common parameter to choose"));
    let (Some(access_key_id), Some(nonce), Some(timestamp), []) =
        (access_key_id, nonce, timestamp, &*given.refusals)
    else {
        return Err(given.refusals.into());
    };
    let mut common = CommonParameters::new(access_key_id, nonce, timestamp);
    if let Some(format) = format {
        common = common.with_format(format);
    }
    if let Some(security_token) = security_token {
        common = common.with_security_token(security_token);
    }
    let query = request.with_common(&common);
    let signed = rpc::sign(method, &query, &rpc::SigningKey::new(secret));
    Ok(json!({
        "query": query.to_string(),
        "string_to_sign": rpc::StringToSign::new(method, &query).to_string(),
        "signature": signed.signature().as_str(),
        "signed_query": signed.to_string(),
    }))
}
