//! What is signed of a request, whatever the signature.

use super::identity::Identity;
use crate::field::access_key_id::AccessKeyId;
use crate::field::format::Format;
use crate::field::security_token::SecurityToken;
use crate::field::signature_nonce::SignatureNonce;
use crate::field::timestamp::Timestamp;
use crate::query::common::Values;
use crate::query::{Parameters, Query, Value, Visitor};

/// A call of an action: its parameters, and what makes each try another request.
///
/// The same call serves both signatures. [`rpc`](crate::rpc) puts its parts into the query,
/// [`acs3`](crate::acs3) into headers, except the action's own parameters.
///
/// A call owns its parts, so that a function can build and return it:
///
/// ```
/// use aliyun_customer_gateway::{
///     Call, CreateCustomerGateway, InvalidParameter, IpAddress, RegionId, SignatureNonce, Timestamp,
/// };
///
/// fn call<'a>(
///     address: &str,
///     nonce: &'a str,
/// ) -> Result<Call<'a, CreateCustomerGateway<'a>>, InvalidParameter> {
///     let request =
///         CreateCustomerGateway::new(RegionId::new("cn-shanghai")?, IpAddress::new(address)?);
///     let timestamp = Timestamp::from_unix_seconds(1_704_164_645)?;
///     Ok(Call::new(request, SignatureNonce::new(nonce)?, timestamp))
/// }
///
/// let call = call("101.12.0.12", "15215528852396")?;
/// assert_eq!(call.query().to_string(), "IpAddress=101.12.0.12&RegionId=cn-shanghai");
/// # Ok::<(), InvalidParameter>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Call<'a, A> {
    action_name: &'static str,
    version: &'static str,
    action: A,
    signature_nonce: SignatureNonce<'a>,
    timestamp: Timestamp,
    format: Format,
}

impl<'a, A> Call<'a, A> {
    pub(crate) const fn of_parts(
        action_name: &'static str,
        version: &'static str,
        action: A,
        signature_nonce: SignatureNonce<'a>,
        timestamp: Timestamp,
    ) -> Self {
        Self { action_name, version, action, signature_nonce, timestamp, format: Format::Json }
    }

    /// The same call, for a response in another format.
    #[must_use]
    pub const fn with_format(mut self, format: Format) -> Self {
        self.format = format;
        self
    }

    /// The action, with its own parameters.
    #[must_use]
    pub const fn action(&self) -> &A {
        &self.action
    }

    /// The value of `Action`, or of the header `x-acs-action`.
    #[must_use]
    pub const fn action_name(&self) -> &'static str {
        self.action_name
    }

    /// The value of `Version`, or of the header `x-acs-version`.
    #[must_use]
    pub const fn version(&self) -> &'static str {
        self.version
    }

    /// The `SignatureNonce`, or the header `x-acs-signature-nonce`.
    #[must_use]
    pub const fn signature_nonce(&self) -> SignatureNonce<'a> {
        self.signature_nonce
    }

    /// The `Timestamp`, or the header `x-acs-date`.
    #[must_use]
    pub const fn timestamp(&self) -> Timestamp {
        self.timestamp
    }

    /// The text of the `Timestamp`, for as long as the call is borrowed.
    pub(super) fn timestamp_text(&self) -> &str {
        self.timestamp.as_str()
    }

    /// The `Format`, or what the header `accept` asks for.
    #[must_use]
    pub const fn format(&self) -> Format {
        self.format
    }
}

impl<A: Parameters> Call<'_, A> {
    /// The canonical query string of the action's own parameters.
    #[must_use]
    pub const fn query(&self) -> Query<&A> {
        Query::new(&self.action)
    }
}

/// The parameters of a call and the common ones of the RPC signature, in canonical order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct WithCommon<'q, A> {
    call: &'q Call<'q, A>,
    identity: Identity<'q>,
}

impl<'q, A> WithCommon<'q, A> {
    pub(super) const fn new(call: &'q Call<'q, A>, identity: Identity<'q>) -> Self {
        Self { call, identity }
    }
}

/// No signed query is longer than that of the action's name and its own parameters by more than this
/// many bytes, where there is no `SecurityToken`.
pub(crate) const MAX_ADDED_LEN: usize = {
    let names =
        "&AccessKeyId=&Format=&SignatureMethod=&SignatureNonce=&SignatureVersion=&Timestamp=\
                 &Version=&Signature="
            .len();
    let plain = Format::Json.as_str().len() + METHOD.len() + METHOD_VERSION.len();
    let version_and_timestamp = "2016-04-28".len() + "1970-01-01T00%3A00%3A00Z".len();
    // A byte takes three characters when it is encoded.
    let encoded = (AccessKeyId::MAX_CHARS + SignatureNonce::MAX_CHARS + SIGNATURE) * 3;
    names + plain + version_and_timestamp + encoded
};

/// The characters of an HMAC-SHA1 in base64.
const SIGNATURE: usize = 28;

impl SecurityToken<'_> {
    /// No token adds more than this many bytes to a query, its name included.
    pub const MAX_ENCODED_LEN: usize = "&SecurityToken=".len() + Self::MAX_CHARS * 3;
}

/// The value of `SignatureMethod`.
pub(crate) const METHOD: &str = "HMAC-SHA1";
/// The value of `SignatureVersion`.
pub(crate) const METHOD_VERSION: &str = "1.0";

impl<A: Parameters> Parameters for WithCommon<'_, A> {
    fn visit(&self, visitor: Visitor<'_>) {
        visitor.with_common(self, &self.call.action);
    }
}

impl<A> Values for WithCommon<'_, A> {
    fn value(&self, place: u8) -> Value<'_> {
        let (call, identity) = (self.call, &self.identity);
        // In canonical order: the order of `query::common::NAMES`.
        match place {
            0 => identity.access_key_id().into(),
            1 => Value::unreserved(call.action_name),
            2 => call.format.into(),
            3 => identity.security_token().into(),
            4 => Value::unreserved(METHOD),
            5 => call.signature_nonce.into(),
            6 => Value::unreserved(METHOD_VERSION),
            7 => Value::from(&call.timestamp),
            _ => Value::unreserved(call.version),
        }
    }
}
