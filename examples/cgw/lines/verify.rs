//! `{"op":"verify"}`: whether the signature of a request is right.

use aliyun_customer_gateway::{AccessKeySecret, ErrorCode};
use serde_json::{Map, Value, json};

use super::Refused;
use super::line::Line;
use crate::http::Request;
use crate::refusal::Refusal;
use crate::signed::{Parts, Signed};

pub(super) fn result(line: &Line) -> Result<Value, Refused> {
    let request = line.base64("request_base64")?;
    let keys = line.texts("keys")?;
    let request = Request::of_recording(&request).map_err(Refusal::from)?;
    let parts = Parts::of(&request)?;
    let signed = Signed::of(&parts)?;
    let id = signed.access_key_id();
    let secret = keys.get(id).ok_or_else(|| Refusal {
        code: Some(ErrorCode::AccessKeyIdNotFound.as_str()),
        ..Refusal::of("AccessKeyId", format!("{id:?} is not among the keys"))
    })?;
    let secret = AccessKeySecret::new(secret).map_err(Refusal::from)?;
    if !signed.is_by(secret) {
        return Ok(json!({ "verified": false, "mismatch": signed.mismatch(secret) }));
    }
    let own = parts.own().map(|(name, value)| (name.to_owned(), value.into()));
    let own: Map<_, _> = own.collect();
    Ok(json!({ "verified": true, "action": parts.action(), "parameters": own }))
}
