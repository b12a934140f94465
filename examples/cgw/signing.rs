//! `cgw request --sign`: a request that is ready to be sent.

use core::fmt::Write as _;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use aliyun_customer_gateway::{
    AccessKeyId, Action as _, CommonParameters, CreateCustomerGateway, Format, Host,
    InvalidParameter, SecurityToken, SignatureNonce, Timestamp, UuidText, acs3, rpc,
};

use crate::request::{Refused, check};

#[derive(clap::Args)]
pub(crate) struct SigningArguments {
    /// Sign the request, with the key in ALIBABA_CLOUD_ACCESS_KEY_ID,
    /// ALIBABA_CLOUD_ACCESS_KEY_SECRET and, for temporary credentials,
    /// ALIBABA_CLOUD_SECURITY_TOKEN.
    #[arg(long, value_enum)]
    sign: Option<Signature>,
    /// The HTTP method.
    #[arg(long, value_enum, default_value_t = HttpMethod::Get, requires = "sign")]
    method: HttpMethod,
    /// The format of the answer.
    #[arg(long, value_enum, default_value_t = AnswerFormat::Json, requires = "sign")]
    format: AnswerFormat,
    /// The host to send the request to.
    #[arg(long, default_value = Host::VPC.as_str(), requires = "sign")]
    host: String,
    /// A text that no other request has; random when there is none.
    #[arg(long, requires = "sign")]
    nonce: Option<String>,
    /// When the request is made, such as 2024-01-02T03:04:05Z; now when there is none.
    #[arg(long, requires = "sign")]
    timestamp: Option<String>,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Signature {
    /// In the query, with HMAC-SHA1.
    Rpc,
    /// In a header, with ACS3-HMAC-SHA256.
    Acs3,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum HttpMethod {
    Get,
    Post,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum AnswerFormat {
    Json,
    Xml,
}

impl SigningArguments {
    pub(crate) fn is_wanted(&self) -> bool {
        self.sign.is_some()
    }
}

pub(crate) fn run(arguments: &SigningArguments, request: &CreateCustomerGateway<'_>) -> ExitCode {
    match sign(arguments, request) {
        Ok(ready) => {
            crate::say_all!(ready);
            ExitCode::SUCCESS
        }
        Err(report) => {
            eprintln!("{}", report.0);
            ExitCode::FAILURE
        }
    }
}

/// What to tell on standard error.
struct Report(String);

impl From<Refused<'_>> for Report {
    fn from(refused: Refused<'_>) -> Self {
        Self(refused.to_string())
    }
}

/// A value of the environment was refused: it may be a secret, so it is not shown.
impl From<InvalidParameter> for Report {
    fn from(refused: InvalidParameter) -> Self {
        Self(format!("error: {refused}"))
    }
}

impl From<String> for Report {
    fn from(sentence: String) -> Self {
        Self(format!("error: {sentence}"))
    }
}

fn sign(
    arguments: &SigningArguments,
    request: &CreateCustomerGateway<'_>,
) -> Result<String, Report> {
    let id = variable("ALIBABA_CLOUD_ACCESS_KEY_ID")?;
    let secret = variable("ALIBABA_CLOUD_ACCESS_KEY_SECRET")?;
    let token = std::env::var("ALIBABA_CLOUD_SECURITY_TOKEN").ok().filter(|text| !text.is_empty());

    let access_key_id = AccessKeyId::new(&id)?;
    let security_token = token.as_deref().map(SecurityToken::new).transpose()?;
    let host = check("host", &arguments.host, Host::new)?;
    let random = random()?;
    let nonce = match &arguments.nonce {
        Some(text) => check("nonce", text, SignatureNonce::new)?,
        None => random.signature_nonce(),
    };
    let timestamp = match &arguments.timestamp {
        Some(text) => check("timestamp", text, Timestamp::new)?,
        None => now()?,
    };
    let method = match arguments.method {
        HttpMethod::Get => rpc::Method::Get,
        HttpMethod::Post => rpc::Method::Post,
    };
    let format = match arguments.format {
        AnswerFormat::Json => Format::Json,
        AnswerFormat::Xml => Format::Xml,
    };

    if let Some(Signature::Acs3) = arguments.sign {
        let query = request.query_without_action();
        let mut to_send = acs3::Request::new(
            method,
            host,
            CreateCustomerGateway::NAME,
            CreateCustomerGateway::VERSION,
            &query,
            nonce,
            timestamp,
        )
        .with_format(format);
        if let Some(token) = security_token {
            to_send = to_send.with_security_token(token);
        }
        if method == rpc::Method::Post {
            to_send = to_send.with_form_body();
        }
        let key = acs3::SigningKey::new(&secret);
        let authorization = to_send.authorize(access_key_id, &key).to_string();
        let headers =
            to_send.headers().into_iter().chain([("authorization", authorization.as_str())]);
        return Ok(ready(method, host, &query.to_string(), headers));
    }
    let mut common = CommonParameters::new(access_key_id, nonce, timestamp).with_format(format);
    if let Some(token) = security_token {
        common = common.with_security_token(token);
    }
    let query = request.with_common(&common);
    let signed = rpc::sign(method, &query, &rpc::SigningKey::new(&secret)).to_string();
    let form = [("content-type", "application/x-www-form-urlencoded")];
    let headers = form.into_iter().filter(|_| method == rpc::Method::Post);
    Ok(ready(method, host, &signed, headers))
}

/// The request as HTTP has it, and a `curl` line that sends it.
fn ready<'a>(
    method: rpc::Method,
    host: Host<'_>,
    query: &str,
    headers: impl Iterator<Item = (&'a str, &'a str)>,
) -> String {
    let in_body = method == rpc::Method::Post;
    let url = if in_body { format!("https://{host}/") } else { format!("https://{host}/?{query}") };
    let mut http = format!("{method} {url}\n");
    let mut curl = format!("curl {}", quoted(&url));
    for (name, value) in headers {
        let header = format!("{name}: {value}");
        http.push_str(&header);
        http.push('\n');
        // Writing to a string does not fail.
        let _ = write!(curl, " -H {}", quoted(&header));
    }
    if in_body {
        http.push('\n');
        http.push_str(query);
        http.push('\n');
        let _ = write!(curl, " --data-raw {}", quoted(query));
    }
    format!("{http}\n{curl}\n")
}

/// A word of a shell's command line.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

fn variable(name: &str) -> Result<String, String> {
    match std::env::var(name) {
        Ok(text) if !text.is_empty() => Ok(text),
        Ok(_) | Err(std::env::VarError::NotPresent) => {
            Err(format!("the environment variable {name} is not set: signing needs it"))
        }
        Err(std::env::VarError::NotUnicode(_)) => {
            Err(format!("the environment variable {name} is not UTF-8"))
        }
    }
}

fn random() -> Result<UuidText, String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| format!("no random bytes for a nonce: {error}"))?;
    Ok(UuidText::from_random_bytes(bytes))
}

fn now() -> Result<Timestamp, String> {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_err(|_| "the clock stands before 1970: set it, or give a --timestamp".to_owned())?;
    let seconds = i64::try_from(since.as_secs()).unwrap_or(i64::MAX);
    Timestamp::from_unix_seconds(seconds).map_err(|refused| refused.to_string())
}
