//! What a request that is signed has besides its parameters, as options and variables.

use aliyun_customer_gateway::{
    AccessKeyId, AccessKeySecret, Credentials, Format, Host, Identity, Method, SecurityToken,
    SignatureNonce, Timestamp,
};

use crate::environment;
use crate::given::{Given, Values};
use crate::refusal::Refusal;

#[derive(clap::Args)]
pub(crate) struct SigningOptions {
    /// Sign the request, with the key in ALIBABA_CLOUD_ACCESS_KEY_ID,
    /// ALIBABA_CLOUD_ACCESS_KEY_SECRET and, for temporary credentials,
    /// ALIBABA_CLOUD_SECURITY_TOKEN.
    #[arg(long, value_enum)]
    pub(crate) sign: Option<Signature>,
    /// The HTTP method; POST has the parameters in a form body.
    #[arg(long, value_enum, default_value_t = HttpMethod::Get, requires = "sign")]
    method: HttpMethod,
    /// The format of the response.
    #[arg(long, value_enum, default_value_t = ResponseFormat::Json, requires = "sign")]
    format: ResponseFormat,
    /// The host to send the request to.
    #[arg(long, default_value = Host::VPC.as_str(), requires = "sign", allow_hyphen_values = true)]
    host: String,
    /// A text that no other request has; random when there is none.
    #[arg(long, requires = "sign", allow_hyphen_values = true)]
    nonce: Option<String>,
    /// When the request is made, such as 2024-01-02T03:04:05Z; now when there is none.
    #[arg(long, requires = "sign", allow_hyphen_values = true)]
    timestamp: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Signature {
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

const ID: &str = "ALIBABA_CLOUD_ACCESS_KEY_ID";
const SECRET: &str = "ALIBABA_CLOUD_ACCESS_KEY_SECRET";
const TOKEN: &str = "ALIBABA_CLOUD_SECURITY_TOKEN";

impl SigningOptions {
    pub(crate) fn method(&self) -> Method {
        match self.method {
            HttpMethod::Get => Method::Get,
            HttpMethod::Post => Method::Post,
        }
    }

    pub(crate) fn format(&self) -> Format {
        match self.format {
            ResponseFormat::Json => Format::Json,
            ResponseFormat::Xml => Format::Xml,
        }
    }

    /// The values of a request to be sent: those that were not given are made.
    pub(crate) fn to_send(&self, refusals: &mut Vec<Refusal>) -> Values {
        let mut values = self.as_sent(refusals);
        let made = [
            ("AccessKeySecret", environment::required(SECRET, "signing")),
            ("SignatureNonce", environment::random().map(|random| random.as_str().to_owned())),
            ("Timestamp", environment::now().map(|time| time.as_str().to_owned())),
        ];
        for (name, text) in made {
            if values.texts.contains_key(name) {
                continue;
            }
            match text {
                Ok(text) => drop(values.texts.insert(name.to_owned(), text)),
                Err(refusal) => refusals.push(refusal),
            }
        }
        values
    }

    /// The values of a request that was sent.
    pub(crate) fn as_sent(&self, refusals: &mut Vec<Refusal>) -> Values {
        let mut values = Values::default();
        let variables = [
            ("AccessKeyId", environment::required(ID, "signing").map(Some)),
            ("SecurityToken", environment::optional(TOKEN)),
        ];
        for (name, text) in variables {
            match text {
                Ok(text) => values.texts.extend(text.map(|text| (name.to_owned(), text))),
                Err(refusal) => refusals.push(refusal),
            }
        }
        let options = [
            ("Host", Some(&self.host)),
            ("SignatureNonce", self.nonce.as_ref()),
            ("Timestamp", self.timestamp.as_ref()),
        ];
        let given = options.into_iter().filter_map(|(name, text)| Some((name, text?)));
        values.texts.extend(given.map(|(name, text)| (name.to_owned(), text.clone())));
        values
    }
}

/// Who signs. The id of temporary credentials is refused without their token.
pub(crate) fn identity<'a>(given: &mut Given<'a>) -> Option<Identity<'a>> {
    let id = given.optional("AccessKeyId", AccessKeyId::new);
    let token = given.optional("SecurityToken", SecurityToken::new);
    match (id?, token) {
        (id, Some(token)) => Some(Identity::temporary(id, token)),
        // A token that was refused is not one that is missing.
        (_, None) if given.has("SecurityToken") => None,
        (id, None) => given.take(Identity::new(id)),
    }
}

/// The credentials of an identity and a secret.
pub(crate) fn credentials<'a>(given: &mut Given<'a>) -> Option<Credentials<'a>> {
    let identity = identity(given);
    let secret = given.optional("AccessKeySecret", AccessKeySecret::new);
    let (identity, secret) = identity.zip(secret)?;
    let id = identity.access_key_id();
    match identity.security_token() {
        Some(token) => Some(Credentials::temporary(id, secret, token)),
        None => given.take(Credentials::new(id, secret)),
    }
}

/// Where a request goes, and what is new on every try.
#[derive(Clone, Copy)]
pub(crate) struct Try<'a> {
    pub(crate) host: Host<'a>,
    pub(crate) nonce: SignatureNonce<'a>,
    pub(crate) timestamp: Timestamp,
}

impl<'a> Try<'a> {
    pub(crate) fn read(given: &mut Given<'a>) -> Option<Self> {
        let host = given.required("Host", Host::new);
        let nonce = given.required("SignatureNonce", SignatureNonce::new);
        let timestamp = given.required("Timestamp", Timestamp::new);
        Some(Self { host: host?, nonce: nonce?, timestamp: timestamp? })
    }
}
