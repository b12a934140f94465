//! What requests are signed with.

use super::identity::Identity;
use crate::field::access_key_id::AccessKeyId;
use crate::field::access_key_secret::AccessKeySecret;
use crate::field::security_token::SecurityToken;
use crate::invalid_parameter::InvalidParameter;

/// An access key, or temporary credentials: what requests are signed with, by either signature.
///
/// Nothing prints the secret or the token. The texts are borrowed, and the caller's to wipe.
///
/// ```
/// use aliyun_customer_gateway::{AccessKeyId, AccessKeySecret, Credentials, SecurityToken};
///
/// # let (id, secret, token) = ("testid", "testsecret", None);
/// let (id, secret) = (AccessKeyId::new(id)?, AccessKeySecret::new(secret)?);
/// let credentials = match token {
///     Some(token) => Credentials::temporary(id, secret, SecurityToken::new(token)?),
///     None => Credentials::new(id, secret)?,
/// };
/// # assert_eq!(credentials.identity().access_key_id().as_str(), "testid");
/// # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Credentials<'a> {
    identity: Identity<'a>,
    access_key_secret: AccessKeySecret<'a>,
}

impl<'a> Credentials<'a> {
    /// A lasting access key.
    ///
    /// # Errors
    ///
    /// Those of [`Identity::new`]: an id that starts with `STS.` comes with a `SecurityToken`.
    pub const fn new(
        access_key_id: AccessKeyId<'a>,
        access_key_secret: AccessKeySecret<'a>,
    ) -> Result<Self, InvalidParameter> {
        match Identity::new(access_key_id) {
            Ok(identity) => Ok(Self::of_identity(identity, access_key_secret)),
            Err(refused) => Err(refused),
        }
    }

    /// Temporary credentials.
    #[must_use]
    pub const fn temporary(
        access_key_id: AccessKeyId<'a>,
        access_key_secret: AccessKeySecret<'a>,
        security_token: SecurityToken<'a>,
    ) -> Self {
        Self::of_identity(Identity::temporary(access_key_id, security_token), access_key_secret)
    }

    /// The credentials of an identity.
    #[must_use]
    pub const fn of_identity(
        identity: Identity<'a>,
        access_key_secret: AccessKeySecret<'a>,
    ) -> Self {
        Self { identity, access_key_secret }
    }

    /// Who signs, without the secret.
    #[must_use]
    pub const fn identity(&self) -> Identity<'a> {
        self.identity
    }

    /// The secret.
    #[must_use]
    pub const fn access_key_secret(&self) -> AccessKeySecret<'a> {
        self.access_key_secret
    }
}
