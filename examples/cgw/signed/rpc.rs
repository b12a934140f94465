//! The RPC signature of a request, which is one of its parameters.

use aliyun_customer_gateway::query::Pairs;
use aliyun_customer_gateway::{AccessKeySecret, ErrorCode, Method, rpc};
use serde_json::Value;

use super::{Parts, Texts, explained, refused};
use crate::refusal::Refusal;

/// What a request says of its signature.
#[derive(Debug)]
pub(super) struct Claim {
    pub(super) access_key_id: String,
    signature: rpc::Signature,
    /// What it signs.
    parameters: Texts,
}

/// What the only signature of RPC-style requests is called here.
const CONSTANTS: [(&str, &str, ErrorCode); 2] = [
    ("SignatureMethod", "HMAC-SHA1", ErrorCode::InvalidSignatureMethod),
    ("SignatureVersion", "1.0", ErrorCode::IncompleteSignature),
];

impl Claim {
    pub(super) fn of(parts: &Parts<'_>) -> Result<Self, Refusal> {
        let mut parameters = parts.all.clone();
        let signature = parameters.remove("Signature").ok_or_else(|| {
            let sentence = "the request is not signed: it has neither a Signature among its \
                            parameters nor an Authorization header of ACS3-HMAC-SHA256";
            refused(ErrorCode::IncompleteSignature, sentence)
        })?;
        let of_signature = |error: rpc::InvalidSignature| Refusal {
            parameter: Some("Signature".to_owned()),
            ..refused(ErrorCode::IncompleteSignature, error)
        };
        let signature = rpc::Signature::new(&signature).map_err(of_signature)?;
        for (name, value, code) in CONSTANTS {
            let found = parameters.get(name).map(String::as_str).unwrap_or_default();
            if found != value {
                let sentence = if found.is_empty() {
                    format!("{name} is missing: it is {value}")
                } else {
                    format!("{name} is {found:?}: the only one that is checked is {value}")
                };
                let parameter = Some(name.to_owned());
                return Err(Refusal { parameter, ..refused(code, sentence) });
            }
        }
        let access_key_id = parts.parameter("AccessKeyId");
        let access_key_id = access_key_id.ok_or_else(|| Refusal::missing("AccessKeyId"))?;
        Ok(Self { access_key_id: access_key_id.to_owned(), signature, parameters })
    }

    pub(super) fn is_by(&self, parts: &Parts<'_>, secret: AccessKeySecret<'_>) -> bool {
        let key = rpc::SigningKey::new(secret);
        // The only path of such a request, which is why it is signed as a constant.
        parts.path == "/" && self.signs(&key, parts.method, &self.parameters)
    }

    fn signs(&self, key: &rpc::SigningKey, method: Method, parameters: &Texts) -> bool {
        to_sign(method, parameters, |to_sign| to_sign.sign(key)) == Some(self.signature)
    }

    pub(super) fn echo(&self, parts: &Parts<'_>) -> String {
        let text = to_sign(parts.method, &self.parameters, |to_sign| to_sign.to_string());
        let mut text = text.unwrap_or_default();
        if parts.path != "/" {
            let path = parts.path.replace('/', "%2F");
            text = text.replacen("&%2F&", &format!("&{path}&"), 1);
        }
        format!(
            "Specified signature is not matched with our calculation. server string to sign is:{text}"
        )
    }

    pub(super) fn mismatch(&self, parts: &Parts<'_>, secret: AccessKeySecret<'_>) -> Value {
        let failed = explained::Echo::new(&self.echo(parts));
        let key = rpc::SigningKey::new(secret);
        let candidates = explained::candidates(parts, &self.parameters);
        let signed = candidates.into_iter().find(|(method, ours)| self.signs(&key, *method, ours));
        let mismatch = signed.and_then(|(method, ours)| {
            failed
                .with(|failed| to_sign(method, &ours, |to_sign| to_sign.explain(failed)).flatten())
        });
        explained::members(mismatch.as_ref())
    }
}

/// The string to sign of parameters that came in canonical order.
fn to_sign<T>(
    method: Method,
    parameters: &Texts,
    then: impl FnOnce(rpc::StringToSign<Pairs<'_>>) -> T,
) -> Option<T> {
    let pairs: Vec<_> =
        parameters.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let pairs = Pairs::new(&pairs).ok()?;
    Some(then(rpc::StringToSign::of_pairs(method, pairs)))
}
