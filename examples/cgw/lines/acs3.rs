//! `{"op":"acs3"}`: the ACS3 signature of any request.

use aliyun_customer_gateway::acs3::{self, BodyHash, CanonicalRequest, Headers, Path};
use aliyun_customer_gateway::query::{Pairs, Query};
use aliyun_customer_gateway::{AccessKeyId, AccessKeySecret};
use serde_json::{Value, json};

use super::Refused;
use super::line::{self, Line};
use crate::refusal::Refusal;

pub(super) fn result(line: &Line) -> Result<Value, Refused> {
    // The first member that is wrong is told, in the order of the documentation.
    line.method()?;
    let secret = AccessKeySecret::new(line.text("secret")?).map_err(Refusal::from)?;
    let access_key_id = AccessKeyId::new(line.text("access_key_id")?).map_err(Refusal::from)?;
    with_request(line, "body", |request, pairs| {
        let string_to_sign = request.string_to_sign();
        let signature = string_to_sign.sign(&acs3::SigningKey::new(secret));
        json!({
            "canonical_query": Query::new(pairs).to_string(),
            "canonical_request": request.to_string(),
            "string_to_sign": string_to_sign.to_string(),
            "signature": signature.as_str(),
            "authorization": request.authorization(access_key_id, signature).to_string(),
        })
    })
}

/// Makes a canonical request of a line, whose body is in this member, and does something with it.
pub(super) fn with_request<T>(
    line: &Line,
    body: &str,
    run: impl FnOnce(CanonicalRequest<'_, Pairs<'_>, Headers<'_>>, Pairs<'_>) -> T,
) -> Result<T, Refused> {
    let method = line.method()?;
    let path = line.optional_text("path")?.filter(|path| !path.is_empty()).unwrap_or("/");
    let body_hash = BodyHash::new(line.optional_text(body)?.unwrap_or_default().as_bytes());
    let parameters = line.texts("query")?;
    let parameters = line::pairs(&parameters);
    let pairs = Pairs::new(&parameters).map_err(Refusal::sentence)?;
    let headers = line.texts("headers")?;
    let mut headers = line::pairs(&headers);
    headers.sort_by_key(|(name, _)| name.to_ascii_lowercase());
    let signed = line.names("signed_headers")?;
    let headers = match &signed {
        None => Headers::new(&headers),
        Some(names) => Headers::signing(&headers, names),
    };
    let headers = headers.map_err(Refusal::sentence)?;
    let path = Path::new(path).map_err(Refusal::sentence)?;
    Ok(run(CanonicalRequest::new(method, path, pairs, headers, body_hash), pairs))
}
