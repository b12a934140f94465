//! The common parameters of a request that is signed in its query.

use crate::action::create_customer_gateway::CreateCustomerGateway;
use crate::field::access_key_id::AccessKeyId;
use crate::field::format::Format;
use crate::field::security_token::SecurityToken;
use crate::field::signature_nonce::SignatureNonce;
use crate::field::timestamp::Timestamp;
use crate::query::Query;
use crate::sign::call::{Call, WithCommon};

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

impl CreateCustomerGateway<'_> {
    /// The canonical query string of the action, its own parameters and the common ones: what the RPC
    /// signature signs.
    #[must_use]
    pub const fn with_common<'a>(
        &'a self,
        common: &'a CommonParameters<'a>,
    ) -> Query<WithCommon<'a, &'a Self>> {
        Call::new(self, common.signature_nonce, common.timestamp)
            .with_format(common.format)
            .into_query_with_common(common.access_key_id, common.security_token)
    }
}
