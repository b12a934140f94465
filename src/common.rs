//! The common parameters of a request that is signed in its query.

use crate::field::access_key_id::AccessKeyId;
use crate::field::format::Format;
use crate::field::security_token::SecurityToken;
use crate::field::signature_nonce::SignatureNonce;
use crate::field::timestamp::Timestamp;
use crate::names;
use crate::query::{Named, Names, Query};
use crate::request::CreateCustomerGateway;
use crate::value::Value;

/// The parameters that every RPC-style request has, whatever its action.
///
/// `Version`, `SignatureMethod` (`HMAC-SHA1`) and `SignatureVersion` (`1.0`) are not for the caller
/// to choose, and stand in the query all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct CommonParameters<'a> {
    access_key_id: AccessKeyId<'a>,
    signature_nonce: SignatureNonce<'a>,
    timestamp: Timestamp,
    format: Format,
    security_token: Option<SecurityToken<'a>>,
}

impl<'a> CommonParameters<'a> {
    /// The parameters that every request has, for an answer in JSON.
    #[must_use]
    pub const fn new(
        access_key_id: AccessKeyId<'a>,
        signature_nonce: SignatureNonce<'a>,
        timestamp: Timestamp,
    ) -> Self {
        let (format, security_token) = (Format::Json, None);
        Self { access_key_id, signature_nonce, timestamp, format, security_token }
    }

    /// The same parameters, for an answer in another format.
    #[must_use]
    pub const fn with_format(mut self, format: Format) -> Self {
        self.format = format;
        self
    }

    /// The same parameters with the token of temporary credentials.
    #[must_use]
    pub const fn with_security_token(mut self, security_token: SecurityToken<'a>) -> Self {
        self.security_token = Some(security_token);
        self
    }

    /// The `AccessKeyId`.
    #[must_use]
    pub const fn access_key_id(&self) -> AccessKeyId<'a> {
        self.access_key_id
    }

    /// The `SignatureNonce`.
    #[must_use]
    pub const fn signature_nonce(&self) -> SignatureNonce<'a> {
        self.signature_nonce
    }

    /// The `Timestamp`.
    #[must_use]
    pub const fn timestamp(&self) -> Timestamp {
        self.timestamp
    }

    /// The `Format`.
    #[must_use]
    pub const fn format(&self) -> Format {
        self.format
    }

    /// The `SecurityToken`, if there is one.
    #[must_use]
    pub const fn security_token(&self) -> Option<SecurityToken<'a>> {
        self.security_token
    }
}

static NAMES: Names<15> = names![
    "AccessKeyId",
    "Action",
    "Asn",
    "ClientToken",
    "Description",
    "Format",
    "IpAddress",
    "Name",
    "RegionId",
    "SecurityToken",
    "SignatureMethod",
    "SignatureNonce",
    "SignatureVersion",
    "Timestamp",
    "Version",
];

const METHOD: &str = "HMAC-SHA1";
const METHOD_VERSION: &str = "1.0";

/// The characters of an HMAC-SHA1 in base64.
const SIGNATURE: usize = 28;

impl CreateCustomerGateway<'_> {
    /// No signed query of any request without a `SecurityToken` is longer than this many bytes. A
    /// token adds [`SecurityToken::MAX_ENCODED_LEN`] at most.
    pub const MAX_SIGNED_LEN: usize = {
        let plain = Format::Json.as_str().len() + METHOD.len() + METHOD_VERSION.len();
        // A byte takes three characters when it is encoded.
        let encoded = (AccessKeyId::MAX_CHARS + SignatureNonce::MAX_CHARS + SIGNATURE) * 3;
        let timestamp = "1970-01-01T00%3A00%3A00Z".len();
        let names = NAMES.frame_len() - "&SecurityToken=".len() + "&Signature=".len();
        let own = Self::MAX_ENCODED_LEN - Self::FRAME_LEN;
        own + names + plain + encoded + timestamp + Self::VERSION.len()
    };

    /// The canonical query string of the action, its own parameters and the common ones: what the RPC
    /// signature signs.
    #[must_use]
    pub fn with_common<'a>(&'a self, common: &'a CommonParameters<'a>) -> Query<Named<'a, 15>> {
        let [asn, client_token, description, ip_address, name, region_id] = self.values();
        Query::new(NAMES.with([
            common.access_key_id.checked().into(),
            Value::unreserved(Self::ACTION),
            asn,
            client_token,
            description,
            Value::unreserved(common.format.as_str()),
            ip_address,
            name,
            region_id,
            common.security_token.map_or(Value::ABSENT, |token| Value::secret(token.as_str())),
            Value::unreserved(METHOD),
            common.signature_nonce.checked().into(),
            Value::unreserved(METHOD_VERSION),
            Value::timestamp(&common.timestamp),
            Value::unreserved(Self::VERSION),
        ]))
    }
}

impl SecurityToken<'_> {
    /// No token adds more than this many bytes to a query, its name included.
    pub const MAX_ENCODED_LEN: usize = "&SecurityToken=".len() + Self::MAX_CHARS * 3;
}
