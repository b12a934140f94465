//! `{"op":"sign"}`: a request of the crate with the RPC signature.

use aliyun_customer_gateway::{
    Action, Call, CreateCustomerGateway, Credentials, Format, Method, SignatureNonce, Timestamp,
    query::Query, rpc,
};
use serde_json::{Value, json};

use super::Refused;
use super::line::Line;
use crate::actions::{self, Task};
use crate::given::{Given, Values};
use crate::refusal::Refusal;
use crate::signing;

pub(super) fn result(line: &Line) -> Result<Value, Refused> {
    let (kind, edition) = line.action_and_edition()?;
    let (method, secret) = (line.method()?, line.text("secret")?);
    let parameters = line.parameters("parameters")?;
    let mut common = Values::from(line.texts("common")?);
    if common.texts.insert("AccessKeySecret".to_owned(), secret.to_owned()).is_some() {
        return Err(
            Refusal::of("AccessKeySecret", "AccessKeySecret is not sent: leave it out").into()
        );
    }
    let mut given = Given::new(&common);
    let sign = Sign::read(method, &mut given);
    let signed = actions::with(kind, edition, &parameters, sign)?;
    signed.filter(|_| given.refusals.is_empty()).ok_or_else(|| given.refusals.into())
}

struct Sign<'a> {
    method: Method,
    credentials: Credentials<'a>,
    nonce: SignatureNonce<'a>,
    timestamp: Timestamp,
    format: Format,
}

impl<'a> Sign<'a> {
    fn read(method: Method, given: &mut Given<'a>) -> Option<Self> {
        given.require("AccessKeyId");
        let credentials = signing::credentials(given);
        let nonce = given.required("SignatureNonce", SignatureNonce::new);
        let timestamp = given.required("Timestamp", Timestamp::new);
        let format = given.optional("Format", Format::new);
        given.constant("Version", CreateCustomerGateway::VERSION);
        given.constant("SignatureMethod", "HMAC-SHA1");
        given.constant("SignatureVersion", "1.0");
        given.nothing_else(|name| format!("{name} is not a common parameter to choose"));
        Some(Self {
            method,
            credentials: credentials?,
            nonce: nonce?,
            timestamp: timestamp?,
            format: format.unwrap_or_default(),
        })
    }
}

impl Task for Sign<'_> {
    type Output = Value;

    fn run<A: Action>(self, action: A) -> Value {
        let call = Call::new(action, self.nonce, self.timestamp).with_format(self.format);
        let identity = self.credentials.identity();
        let to_sign = rpc::StringToSign::of_call(self.method, &call, identity);
        let signed = rpc::Signer::new(&self.credentials).sign(self.method, &call);
        json!({
            "query": Query::new(to_sign.parameters()).to_string(),
            "string_to_sign": to_sign.to_string(),
            "signature": signed.signature().as_str(),
            "signed_query": signed.to_string(),
        })
    }
}
