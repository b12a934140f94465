//! `cgw lines`: one JSON object a line in, one out, to hold the crate beside another implementation.

use std::collections::BTreeMap;
use std::io::{BufRead as _, Write as _};
use std::process::ExitCode;

use aliyun_customer_gateway::query::{Pairs, Query};
use aliyun_customer_gateway::{
    AccessKeyId, Action as _, Asn, ClientToken, CommonParameters, CreateCustomerGateway,
    Description, ErrorCode, Failed, Format, InvalidParameter, IpAddress, Name, RegionId, Response,
    SecurityToken, SignatureNonce, Timestamp, acs3, escaped::EscapedStr, rpc,
};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Map, Value, json};

pub(crate) fn run() -> ExitCode {
    let mut output = std::io::stdout().lock();
    for line in std::io::stdin().lock().split(b'\n') {
        let line = match line {
            Ok(line) => line,
            Err(error) => {
                eprintln!("error: standard input cannot be read: {error}");
                return ExitCode::FAILURE;
            }
        };
        let answer = answer(&line).unwrap_or_else(|error| json!({ "error": error.0 }));
        // A reader that went away wants no more.
        if writeln!(output, "{answer}").and_then(|()| output.flush()).is_err() {
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// What stands behind `error`.
struct Refused(Value);

impl Refused {
    fn sentence(sentence: impl core::fmt::Display) -> Self {
        Self(json!({ "sentence": sentence.to_string() }))
    }

    /// The same, with `null` for a parameter or a code that is not to be had.
    fn in_full(self) -> Self {
        let Self(error) = self;
        Self(json!({
            "parameter": error.get("parameter"),
            "sentence": error.get("sentence"),
            "code": error.get("code"),
        }))
    }

    fn parameter(name: &str, sentence: &str) -> Self {
        Self(json!({ "parameter": name, "sentence": sentence, "code": null }))
    }
}

impl From<InvalidParameter> for Refused {
    fn from(refused: InvalidParameter) -> Self {
        Self(json!({
            "parameter": refused.parameter().as_str(),
            "sentence": refused.to_string(),
            "code": refused.error_code().map(ErrorCode::as_str),
        }))
    }
}

type Answer = Result<Value, Refused>;

fn answer(line: &[u8]) -> Answer {
    let line: Value = serde_json::from_slice(line)
        .map_err(|error| Refused::sentence(format!("the line is not JSON: {error}")))?;
    let Value::Object(line) = line else {
        return Err(Refused::sentence("the line is not an object"));
    };
    match text(&line, "op")?.as_str() {
        "query" => query(&line).map_err(Refused::in_full),
        "response" => response(&line),
        "rpc" => sign_rpc(&line),
        "sign" => sign(&line),
        "acs3" => sign_acs3(&line),
        op => Err(Refused::sentence(format!(
            "unknown op {op:?}: it is query, response, rpc, sign or acs3"
        ))),
    }
}

/// A member that has to be there.
fn text(line: &Map<String, Value>, name: &str) -> Result<String, Refused> {
    match line.get(name) {
        Some(Value::String(text)) => Ok(text.clone()),
        Some(_) => Err(Refused::sentence(format!("{name:?} is not a string"))),
        None => Err(Refused::sentence(format!("{name:?} is missing"))),
    }
}

/// An object of names and values, in canonical order; `null` leaves a value out.
fn pairs(line: &Map<String, Value>, name: &str) -> Result<BTreeMap<String, String>, Refused> {
    let object = match line.get(name) {
        Some(Value::Object(object)) => object,
        Some(_) => return Err(Refused::sentence(format!("{name:?} is not an object"))),
        None => return Err(Refused::sentence(format!("{name:?} is missing"))),
    };
    let mut pairs = BTreeMap::new();
    for (name, value) in object {
        let value = match value {
            Value::Null => continue,
            Value::String(text) => text.clone(),
            // A fraction or a great number would not come out as it was written.
            Value::Number(number) if number.is_i64() || number.is_u64() => value.to_string(),
            Value::Bool(_) => value.to_string(),
            Value::Number(_) | Value::Array(_) | Value::Object(_) => {
                return Err(Refused::parameter(name, &format!("{name} is not a string")));
            }
        };
        pairs.insert(name.clone(), value);
    }
    Ok(pairs)
}

/// An array of names; `None` if there is none.
fn names(line: &Map<String, Value>, name: &str) -> Result<Option<Vec<String>>, Refused> {
    let refused = || Refused::sentence(format!("{name:?} is not an array of strings"));
    let array = match line.get(name) {
        None | Some(Value::Null) => return Ok(None),
        Some(value) => value.as_array().ok_or_else(refused)?,
    };
    let names = array.iter().map(|value| value.as_str().map(str::to_owned));
    names.collect::<Option<_>>().map(Some).ok_or_else(refused)
}

fn borrowed(pairs: &BTreeMap<String, String>) -> Vec<(&str, &str)> {
    pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

fn list<'a>(pairs: &'a [(&'a str, &'a str)]) -> Result<Query<Pairs<'a>>, Refused> {
    Pairs::new(pairs).map(Query::new).map_err(Refused::sentence)
}

/// The action's own parameters, checked.
fn request(parameters: &BTreeMap<String, String>) -> Result<CreateCustomerGateway<'_>, Refused> {
    let required = |name: &str| {
        parameters.get(name).ok_or_else(|| {
            Refused::parameter(name, &format!("{name} is missing: every request has one"))
        })
    };
    let mut request = CreateCustomerGateway::new(
        RegionId::new(required("RegionId")?)?,
        IpAddress::new(required("IpAddress")?)?,
    );
    for (name, text) in parameters {
        request = match name.as_str() {
            "RegionId" | "IpAddress" => request,
            "Action" if text == CreateCustomerGateway::NAME => request,
            "ClientToken" => request.with_client_token(ClientToken::new(text)?),
            "Name" => request.with_name(Name::new(text)?),
            "Description" => request.with_description(Description::new(text)?),
            "Asn" => request.with_asn(Asn::new(text)?),
            _ => {
                let sentence = match name.as_str() {
                    "Action" => "Action is not CreateCustomerGateway: leave it out".to_owned(),
                    _ => format!("{name} is not a parameter of CreateCustomerGateway"),
                };
                return Err(Refused::parameter(name, &sentence));
            }
        };
    }
    Ok(request)
}

fn query(line: &Map<String, Value>) -> Answer {
    let parameters = pairs(line, "parameters")?;
    Ok(json!({ "query": request(&parameters)?.query().to_string() }))
}

fn response(line: &Map<String, Value>) -> Answer {
    let status = line.get("status").and_then(Value::as_u64);
    let status = status.and_then(|status| u16::try_from(status).ok());
    let status = status.ok_or_else(|| Refused::sentence("\"status\" is not an HTTP status"))?;
    let body = match line.get("body_base64") {
        None => text(line, "body")?.into_bytes(),
        Some(_) => BASE64_STANDARD.decode(text(line, "body_base64")?).map_err(|error| {
            Refused::sentence(format!("\"body_base64\" is not base64: {error}"))
        })?,
    };
    let mut members = Map::new();
    let mut insert = |name: &str, text: Option<EscapedStr<'_>>| {
        if let Some(text) = text {
            members.insert(name.to_owned(), text.to_string().into());
        }
    };
    match Response::decode(status, &body).map_err(Refused::sentence)? {
        Response::Created(created) => {
            insert("CustomerGatewayId", Some(created.customer_gateway_id()));
            insert("RequestId", created.request_id());
            insert("IpAddress", created.ip_address());
            insert("Name", created.name());
            insert("Description", created.description());
            if let Some(milliseconds) = created.create_time() {
                members.insert("CreateTime".to_owned(), milliseconds.into());
            }
            Ok(json!({ "created": members }))
        }
        Response::Failed(failed) => Ok(json!({ "failed": failure(&failed) })),
    }
}

fn failure(failed: &Failed<'_>) -> Map<String, Value> {
    let mut members = Map::new();
    let mut insert = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            members.insert(name.to_owned(), value);
        }
    };
    let value = |text: Option<EscapedStr<'_>>| text.map(|text| text.to_string().into());
    insert("Code", value(failed.code()));
    insert("Known", Some(failed.error_code().is_some().into()));
    insert("Message", value(failed.message()));
    insert("RequestId", value(failed.request_id()));
    insert("HostId", value(failed.host_id()));
    insert("Recommend", value(failed.recommend()));
    insert("Retry", Some(failed.retry().as_str().into()));
    members
}

fn method(line: &Map<String, Value>) -> Result<rpc::Method, Refused> {
    let name = text(line, "method")?;
    rpc::Method::from_name(&name)
        .ok_or_else(|| Refused::sentence(format!("{name:?} is not a method, such as GET or POST")))
}

fn sign_rpc(line: &Map<String, Value>) -> Answer {
    let (method, secret) = (method(line)?, text(line, "secret")?);
    let mut parameters = pairs(line, "parameters")?;
    // What is signed is every parameter but this one.
    parameters.remove("Signature");
    let parameters = borrowed(&parameters);
    let query = list(&parameters)?;
    let string_to_sign = rpc::StringToSign::new(method, &query);
    let signature = string_to_sign.sign(&rpc::SigningKey::new(&secret));
    Ok(json!({
        "query": query.to_string(),
        "string_to_sign": string_to_sign.to_string(),
        "signature": signature.as_str(),
    }))
}

fn sign(line: &Map<String, Value>) -> Answer {
    let (method, secret) = (method(line)?, text(line, "secret")?);
    let parameters = pairs(line, "parameters")?;
    let request = request(&parameters)?;
    let fields = pairs(line, "common")?;
    let required = |name: &str| {
        fields.get(name).ok_or_else(|| {
            Refused::parameter(name, &format!("{name} is missing: every request has one"))
        })
    };
    let mut common = CommonParameters::new(
        AccessKeyId::new(required("AccessKeyId")?)?,
        SignatureNonce::new(required("SignatureNonce")?)?,
        Timestamp::new(required("Timestamp")?)?,
    );
    for (name, text) in &fields {
        common = match name.as_str() {
            "AccessKeyId" | "SignatureNonce" | "Timestamp" => common,
            "Format" => common.with_format(Format::new(text)?),
            "SecurityToken" => common.with_security_token(SecurityToken::new(text)?),
            "Version" if text == CreateCustomerGateway::VERSION => common,
            "SignatureMethod" if text == "HMAC-SHA1" => common,
            "SignatureVersion" if text == "1.0" => common,
            _ => {
                let sentence = format!("{name} is not a common parameter to choose");
                return Err(Refused::parameter(name, &sentence));
            }
        };
    }
    let query = request.with_common(&common);
    let signed = rpc::sign(method, &query, &rpc::SigningKey::new(&secret));
    Ok(json!({
        "query": query.to_string(),
        "string_to_sign": rpc::StringToSign::new(method, &query).to_string(),
        "signature": signed.signature().as_str(),
        "signed_query": signed.to_string(),
    }))
}

fn sign_acs3(line: &Map<String, Value>) -> Answer {
    let (method, secret) = (method(line)?, text(line, "secret")?);
    let access_key_id = text(line, "access_key_id")?;
    let access_key_id = AccessKeyId::new(&access_key_id)?;
    let path = match line.get("path") {
        None | Some(Value::Null) => "/".to_owned(),
        Some(_) => text(line, "path")?,
    };
    let body = match line.get("body") {
        None | Some(Value::Null) => String::new(),
        Some(_) => text(line, "body")?,
    };
    let parameters = pairs(line, "query")?;
    let parameters = borrowed(&parameters);
    let query = list(&parameters)?;
    let headers = pairs(line, "headers")?;
    let mut headers = borrowed(&headers);
    headers.sort_by_key(|(name, _)| name.to_ascii_lowercase());
    let signed = names(line, "signed_headers")?;
    let signed: Option<Vec<&str>> =
        signed.as_ref().map(|names| names.iter().map(String::as_str).collect());
    let headers = match &signed {
        None => acs3::Headers::new(&headers),
        Some(names) => acs3::Headers::signing(&headers, names),
    };
    let headers = headers.map_err(Refused::sentence)?;

    let path = acs3::Path::new(if path.is_empty() { "/" } else { &path });
    let path = path.map_err(Refused::sentence)?;
    let body_hash = acs3::BodyHash::new(body.as_bytes());
    let request = acs3::CanonicalRequest::new(method, path, Some(&query), headers, body_hash);
    let string_to_sign = request.string_to_sign();
    let signature = string_to_sign.sign(&acs3::SigningKey::new(&secret));
    Ok(json!({
        "canonical_query": query.to_string(),
        "canonical_request": request.to_string(),
        "string_to_sign": string_to_sign.to_string(),
        "signature": signature.as_str(),
        "authorization": request.authorization(access_key_id, signature).to_string(),
    }))
}
