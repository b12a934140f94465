//! Texts of what signs a request.

use std::string::String;

use proptest::option;
use proptest::prelude::{Just, Strategy, prop_oneof};

use super::flaw::{almost, flawed};
use crate::field::access_key_id::AccessKeyId;
use crate::field::access_key_secret::AccessKeySecret;
use crate::field::security_token::SecurityToken;
use crate::field::timestamp::Timestamp;
use crate::invalid_parameter::InvalidParameter;
use crate::sign::credentials::Credentials;
use crate::sign::method::Method;

/// A valid `AccessKeyId`, of a lasting key or of temporary credentials.
pub fn access_key_id() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => "LTAI[A-Za-z0-9]{16,20}",
        2 => r"STS\.[A-Za-z0-9]{24,29}",
        1 => "[!-+.-~-]{1,128}",
    ]
}

/// A valid `AccessKeySecret`; those about as long as a block of a hash more often than chance has it.
pub fn access_key_secret() -> impl Strategy<Value = String> {
    prop_oneof!["[A-Za-z0-9]{30}", "[!-~]{60,70}", "[!-~]{1,128}"]
}

/// A valid `SecurityToken`, of up to 1000 characters.
pub fn security_token() -> impl Strategy<Value = String> {
    prop_oneof![2 => "CAIS[A-Za-z0-9+/]{20,994}={0,2}", 1 => "[!-~]{1,40}"]
}

/// A valid `SignatureNonce`.
pub fn signature_nonce() -> impl Strategy<Value = String> {
    prop_oneof!["[0-9a-f]{32}", "[0-9a-f]{64}", "[!-~]{1,128}"]
}

/// A valid `Host`: that of a region, public or inside a VPC, or of a proxy.
pub fn host() -> impl Strategy<Value = String> {
    prop_oneof![
        r"vpc(-vpc\.[a-z]{2}-[a-z0-9]{1,12}|\.[a-z]{2}-[a-z0-9]{1,12})?\.aliyuncs\.com",
        r"([a-z0-9]([a-z0-9-]{0,5}[a-z0-9])?\.){0,3}[a-z]([a-z0-9-]{0,5}[a-z0-9])?(:[1-9][0-9]{3})?",
    ]
}

/// A `Timestamp` of any time.
pub fn timestamp() -> impl Strategy<Value = Timestamp> {
    (0..=Timestamp::MAX_UNIX_SECONDS)
        .prop_filter_map("a time", |seconds| Timestamp::from_unix_seconds(seconds).ok())
}

/// A method: `GET` and `POST`, which this service takes, more often than the others.
pub fn method() -> impl Strategy<Value = Method> {
    prop_oneof![
        3 => Just(Method::Get),
        3 => Just(Method::Post),
        1 => proptest::sample::select(Method::ALL),
    ]
}

/// An almost valid `AccessKeySecret`.
pub fn almost_access_key_secret() -> impl Strategy<Value = String> {
    prop_oneof![
        flawed(access_key_secret()),
        // What is copied with a secret.
        (access_key_secret(), proptest::sample::select(&["\n", "\r\n", " ", "\t"][..]))
            .prop_map(|(secret, end)| secret + end),
    ]
}

/// What an operator typed for credentials.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the text of the parameter of its name")]
pub struct CredentialTexts {
    pub access_key_id: String,
    pub access_key_secret: String,
    pub security_token: Option<String>,
}

impl CredentialTexts {
    /// Checks the texts, one after the other, and the pair of id and token.
    ///
    /// # Errors
    ///
    /// The first text that is refused, or the token that is missing.
    pub fn check(&self) -> Result<Credentials<'_>, InvalidParameter> {
        let id = AccessKeyId::new(&self.access_key_id)?;
        let secret = AccessKeySecret::new(&self.access_key_secret)?;
        match &self.security_token {
            Some(token) => Ok(Credentials::temporary(id, secret, SecurityToken::new(token)?)),
            None => Credentials::new(id, secret),
        }
    }
}

/// The texts of valid credentials.
pub fn credentials() -> impl Strategy<Value = CredentialTexts> {
    let texts = credential_texts(access_key_id(), access_key_secret(), security_token());
    (texts, security_token()).prop_map(|(mut texts, token)| {
        if texts.access_key_id.starts_with("STS.") {
            texts.security_token.get_or_insert(token);
        }
        texts
    })
}

/// The texts of almost valid credentials: a flaw in one of them, or an id without its token.
pub fn almost_credentials() -> impl Strategy<Value = CredentialTexts> {
    prop_oneof![
        credential_texts(flawed(access_key_id()), access_key_secret(), security_token()),
        credential_texts(access_key_id(), almost_access_key_secret(), security_token()),
        credential_texts(access_key_id(), access_key_secret(), flawed(security_token())),
        credential_texts(access_key_id(), access_key_secret(), security_token()),
    ]
}

fn credential_texts(
    access_key_id: impl Strategy<Value = String>,
    access_key_secret: impl Strategy<Value = String>,
    security_token: impl Strategy<Value = String>,
) -> impl Strategy<Value = CredentialTexts> {
    (access_key_id, access_key_secret, option::of(security_token)).prop_map(
        |(access_key_id, access_key_secret, security_token)| CredentialTexts {
            access_key_id,
            access_key_secret,
            security_token,
        },
    )
}

almost! {
    almost_access_key_id access_key_id "AccessKeyId",
    almost_host host "Host",
    almost_security_token security_token "SecurityToken",
    almost_signature_nonce signature_nonce "SignatureNonce",
}
