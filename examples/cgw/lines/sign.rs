//! `{"op":"sign"}`: a request of the crate with the RPC signature.

use aliyun_customer_gateway::{
    AccessKeyId, AccessKeySecret, Action as _, Call, CreateCustomerGateway, Credentials, Format,
    SecurityToken, SignatureNonce, Timestamp, query::Query, rpc,
};
use serde_json::{Value, json};

use super::Refused;
use super::line::Line;
use crate::actions::{self, Given};
use crate::refusal::Refusal;

pub(super) fn result(line: &Line) -> Result<Value, Refused> {
    let method = line.method()?;
    let secret = AccessKeySecret::new(line.text("secret")?).map_err(Refusal::from)?;
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
    let credentials = match security_token {
        Some(token) => Credentials::temporary(access_key_id, secret, token),
        None => Credentials::new(access_key_id, secret).map_err(Refusal::from)?,
    };
    let call = Call::new(request, nonce, timestamp).with_format(format.unwrap_or_default());
    let to_sign = rpc::StringToSign::of_call(method, &call, credentials.identity());
    let signed = rpc::Signer::new(&credentials).sign(method, &call);
    Ok(json!({
        "query": Query::new(to_sign.parameters()).to_string(),
        "string_to_sign": to_sign.to_string(),
        "signature": signed.signature().as_str(),
        "signed_query": signed.to_string(),
    }))
}
