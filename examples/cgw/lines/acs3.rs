//! `{"op":"acs3"}`: the ACS3 signature of any request.

use aliyun_customer_gateway::{AccessKeyId, AccessKeySecret, acs3};
use serde_json::{Value, json};

use super::Refused;
use super::line::{self, Line};
use crate::refusal::Refusal;

pub(super) fn result(line: &Line) -> Result<Value, Refused> {
    let method = line.method()?;
    let secret = AccessKeySecret::new(line.text("secret")?).map_err(Refusal::from)?;
    let access_key_id = AccessKeyId::new(line.text("access_key_id")?).map_err(Refusal::from)?;
    let path = line.optional_text("path")?.filter(|path| !path.is_empty()).unwrap_or("/");
    let body = line.optional_text("body")?.unwrap_or_default();
    let parameters = line.texts("query")?;
    let parameters = line::pairs(&parameters);
    let query = line::query(&parameters)?;
    let headers = line.texts("headers")?;
    let mut headers = line::pairs(&headers);
    headers.sort_by_key(|(name, _)| name.to_ascii_lowercase());
    let signed = line.names("signed_headers")?;
    let headers = match &signed {
        None => acs3::Headers::new(&headers),
        Some(names) => acs3::Headers::signing(&headers, names),
    };
    let headers = headers.map_err(Refusal::sentence)?;
    let path = acs3::Path::new(path).map_err(Refusal::sentence)?;

    let body_hash = acs3::BodyHash::new(body.as_bytes());
    let request =
        acs3::CanonicalRequest::new(method, path, *query.parameters(), headers, body_hash);
    let string_to_sign = request.string_to_sign();
    let signature = string_to_sign.sign(&acs3::SigningKey::new(secret));
    Ok(json!({
        "canonical_query": query.to_string(),
        "canonical_request": request.to_string(),
        "string_to_sign": string_to_sign.to_string(),
        "signature": signature.as_str(),
        "authorization": request.authorization(access_key_id, signature).to_string(),
    }))
}
