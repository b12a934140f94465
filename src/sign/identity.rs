//! Who signs.

use crate::field::access_key_id::AccessKeyId;
use crate::field::security_token::SecurityToken;
use crate::invalid_parameter::InvalidParameter;
use crate::invalid_parameter::reason::Reason;
use crate::rule::every_edition::SECURITY_TOKEN;

/// Who signs: an access key's id, and the token that comes with temporary credentials.
///
/// It is what a request tells of [`Credentials`](crate::Credentials), and all that is needed of them
/// where the secret is elsewhere, such as in a key management service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Identity<'a> {
    access_key_id: AccessKeyId<'a>,
    security_token: Option<SecurityToken<'a>>,
}

impl<'a> Identity<'a> {
    /// The owner of a lasting access key.
    ///
    /// # Errors
    ///
    /// - `"STS.NUgYrLnoC37mZZCNnAbez"`: the id of temporary credentials, which come with a
    ///   `SecurityToken`
    ///
    /// ```
    /// use aliyun_customer_gateway::{AccessKeyId, Identity};
    ///
    /// let id = AccessKeyId::new("STS.NUgYrLnoC37mZZCNnAbez")?;
    /// assert_eq!(
    ///     Identity::new(id).unwrap_err().to_string(),
    ///     "SecurityToken is missing: an AccessKeyId that starts with \"STS.\" comes with one",
    /// );
    /// # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
    /// ```
    pub const fn new(access_key_id: AccessKeyId<'a>) -> Result<Self, InvalidParameter> {
        match access_key_id.as_str().as_bytes() {
            [b'S', b'T', b'S', b'.', ..] => {
                Err(InvalidParameter::new(&SECURITY_TOKEN, Reason::MissingToken))
            }
            _ => Ok(Self { access_key_id, security_token: None }),
        }
    }

    /// The holder of temporary credentials.
    #[must_use]
    pub const fn temporary(
        access_key_id: AccessKeyId<'a>,
        security_token: SecurityToken<'a>,
    ) -> Self {
        Self { access_key_id, security_token: Some(security_token) }
    }

    /// The `AccessKeyId`.
    #[must_use]
    pub const fn access_key_id(&self) -> AccessKeyId<'a> {
        self.access_key_id
    }

    /// The `SecurityToken`, if there is one.
    #[must_use]
    pub const fn security_token(&self) -> Option<SecurityToken<'a>> {
        self.security_token
    }
}
