//! `cgw request --sign`: a request that is ready to be sent.

use core::fmt::Write as _;

use aliyun_customer_gateway::{
    AccessKeyId, AccessKeySecret, Call, CreateCustomerGateway, Credentials, Format, Host,
    InvalidParameter, Method, SecurityToken, SignatureNonce, Timestamp, acs3, rpc,
};

use crate::actions::{self, Given};
use crate::environment;
use crate::options::{self, ParameterOptions};
use crate::output::Report;
use crate::refusal::Refusal;

#[derive(clap::Args)]
pub(crate) struct SigningOptions {
    /// Sign the request, with the key in ALIBABA_CLOUD_ACCESS_KEY_ID,
    /// ALIBABA_CLOUD_ACCESS_KEY_SECRET and, for temporary credentials,
    /// ALIBABA_CLOUD_SECURITY_TOKEN.
    #[arg(long, value_enum)]
    sign: Option<Signature>,
    /// The HTTP method.
    #[arg(long, value_enum, default_value_t = HttpMethod::Get, requires = "sign")]
    method: HttpMethod,
    /// The format of the response.
    #[arg(long, value_enum, default_value_t = ResponseFormat::Json, requires = "sign")]
    format: ResponseFormat,
    /// The host to send the request to.
    #[arg(long, default_value = Host::VPC.as_str(), requires = "sign")]
    host: String,
    /// A text that no other request has; random when there is none.
    #[arg(long, requires = "sign", allow_hyphen_values = true)]
    nonce: Option<String>,
    /// When the request is made, such as 2024-01-02T03:04:05Z; now when there is none.
    #[arg(long, requires = "sign", allow_hyphen_values = true)]
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
enum ResponseFormat {
    Json,
    Xml,
}

impl SigningOptions {
    pub(crate) fn is_wanted(&self) -> bool {
        self.sign.is_some()
    }

    fn method(&self) -> Method {
        match self.method {
            HttpMethod::Get => Method::Get,
            HttpMethod::Post => Method::Post,
        }
    }

    fn format(&self) -> Format {
        match self.format {
            ResponseFormat::Json => Format::Json,
            ResponseFormat::Xml => Format::Xml,
        }
    }
}

pub(crate) fn run(options: &SigningOptions, parameters: &ParameterOptions) -> Report {
    let mut texts = parameters.texts();
    let mut refusals = Vec::new();
    let mut note = String::new();
    if !texts.contains_key("ClientToken") {
        match environment::random() {
            Ok(random) => {
                let token = random.client_token();
                note = format!("note: made --client-token {token}; give it on every retry\n");
                texts.insert("ClientToken".to_owned(), token.as_str().to_owned());
            }
            Err(refusal) => refusals.push(refusal),
        }
    }
    let request = match actions::create(&texts, parameters.private) {
        Ok(request) => Some(request),
        Err(more) => {
            refusals.extend(more);
            None
        }
    };
    let mut shown = texts.clone();
    let once = Once::read(options, &mut shown, &mut refusals);
    match (request, once) {
        (Some(request), Some(once)) if refusals.is_empty() => {
            match sign(options, &request, &once) {
                Ok(stdout) => Report { stderr: note, ..Report::done(stdout) },
                Err(refusals) => options::report(&refusals, &shown),
            }
        }
        _ => options::report(&refusals, &shown),
    }
}

/// What a request has besides its parameters, as texts.
struct Once {
    access_key_id: String,
    access_key_secret: String,
    security_token: Option<String>,
    nonce: String,
    timestamp: String,
}

impl Once {
    fn read(
        options: &SigningOptions,
        shown: &mut std::collections::BTreeMap<String, String>,
        refusals: &mut Vec<Refusal>,
    ) -> Option<Self> {
        let mut or_refused = |result| match result {
            Ok(text) => Some(text),
            Err(refusal) => {
                refusals.push(refusal);
                None
            }
        };
        let access_key_id = or_refused(environment::required("ALIBABA_CLOUD_ACCESS_KEY_ID"));
        let secret = or_refused(environment::required("ALIBABA_CLOUD_ACCESS_KEY_SECRET"));
        let security_token = environment::optional("ALIBABA_CLOUD_SECURITY_TOKEN");
        let security_token = or_refused(security_token.map(Option::unwrap_or_default));
        let nonce = match &options.nonce {
            Some(text) => Some(text.clone()),
            None => or_refused(environment::random().map(|random| random.as_str().to_owned())),
        };
        let timestamp = match &options.timestamp {
            Some(text) => Some(text.clone()),
            None => or_refused(environment::now().map(|time| time.as_str().to_owned())),
        };
        let texts = [
            ("Host", Some(&options.host)),
            ("SignatureNonce", options.nonce.as_ref()),
            ("Timestamp", options.timestamp.as_ref()),
        ];
        let given = texts.into_iter().filter_map(|(name, text)| Some((name, text?)));
        shown.extend(given.map(|(name, text)| (name.to_owned(), text.clone())));
        {
            let mut checked = Given::new(shown);
            checked.optional("Host", Host::new);
            checked.optional("SignatureNonce", SignatureNonce::new);
            checked.optional("Timestamp", Timestamp::new);
            refusals.append(&mut checked.refusals);
        }
        // A refused value of the environment is not shown: it may be a secret.
        let mut check = |refused: Option<InvalidParameter>| {
            refusals.extend(refused.map(Refusal::from));
        };
        check(access_key_id.as_deref().and_then(|text| AccessKeyId::new(text).err()));
        check(secret.as_deref().and_then(|text| AccessKeySecret::new(text).err()));
        let security_token = security_token?;
        let security_token = Some(security_token).filter(|text| !text.is_empty());
        check(security_token.as_deref().and_then(|text| SecurityToken::new(text).err()));
        Some(Self {
            access_key_id: access_key_id?,
            access_key_secret: secret?,
            security_token,
            nonce: nonce?,
            timestamp: timestamp?,
        })
    }
}

impl Once {
    fn credentials(&self) -> Result<Credentials<'_>, InvalidParameter> {
        let id = AccessKeyId::new(&self.access_key_id)?;
        let secret = AccessKeySecret::new(&self.access_key_secret)?;
        match &self.security_token {
            Some(token) => Ok(Credentials::temporary(id, secret, SecurityToken::new(token)?)),
            None => Credentials::new(id, secret),
        }
    }
}

fn sign(
    options: &SigningOptions,
    request: &CreateCustomerGateway<'_>,
    once: &Once,
) -> Result<String, Vec<Refusal>> {
    let listed = |refused| vec![Refusal::from(refused)];
    let credentials = once.credentials().map_err(listed)?;
    let host = Host::new(&options.host).map_err(listed)?;
    let nonce = SignatureNonce::new(&once.nonce).map_err(listed)?;
    let timestamp = Timestamp::new(&once.timestamp).map_err(listed)?;
    let call = Call::new(request, nonce, timestamp).with_format(options.format());
    let method = options.method();

    if let Some(Signature::Acs3) = options.sign {
        let signer = acs3::Signer::new(&credentials);
        let request = match options.method {
            HttpMethod::Get => signer.get(host, &call),
            HttpMethod::Post => signer.post_form(host, &call),
        };
        let authorization = request.authorization().to_string();
        let headers = request.headers().with_authorization(&authorization);
        return Ok(ready(method, host, &call.query().to_string(), headers.iter()));
    }
    let signed = rpc::Signer::new(&credentials).sign(method, &call).to_string();
    let form = [("content-type", "application/x-www-form-urlencoded")];
    let headers = form.into_iter().filter(|_| method == Method::Post);
    Ok(ready(method, host, &signed, headers))
}

/// The request as HTTP has it, and a `curl` line that sends it.
fn ready<'a>(
    method: Method,
    host: Host<'_>,
    query: &str,
    headers: impl Iterator<Item = (&'a str, &'a str)>,
) -> String {
    let in_body = method == Method::Post;
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
