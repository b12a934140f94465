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

    /// The credentials of texts as environment variables hold them: temporary ones if there is a
    /// `SecurityToken`.
    ///
    /// # Errors
    ///
    /// Those of [`AccessKeyId::new`], [`AccessKeySecret::new`], [`SecurityToken::new`] and
    /// [`Credentials::new`]:
    ///
    /// - `"testid"`, `"testsecret\n"`, `None`: the secret ends with `'\n'`
    /// - `"testid"`, `"testsecret"`, `Some("")`: an empty token; pass `None`
    /// - `"STS.NUgYrLnoC37mZZCNnAbez"`, `"testsecret"`, `None`: no token
    ///
    /// ```
    /// use aliyun_customer_gateway::Credentials;
    ///
    /// # let variable = |name: &str| (!name.ends_with("TOKEN")).then(|| "test".to_owned());
    /// let id = variable("ALIBABA_CLOUD_ACCESS_KEY_ID").unwrap();
    /// let secret = variable("ALIBABA_CLOUD_ACCESS_KEY_SECRET").unwrap();
    /// let token = variable("ALIBABA_CLOUD_SECURITY_TOKEN");
    /// let credentials = Credentials::of_texts(&id, &secret, token.as_deref())?;
    /// # assert_eq!(credentials, Credentials::of_texts("test", "test", None)?);
    /// # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
    /// ```
    pub const fn of_texts(
        access_key_id: &'a str,
        access_key_secret: &'a str,
        security_token: Option<&'a str>,
    ) -> Result<Self, InvalidParameter> {
        let id = match AccessKeyId::new(access_key_id) {
            Ok(id) => id,
            Err(refused) => return Err(refused),
        };
        let secret = match AccessKeySecret::new(access_key_secret) {
            Ok(secret) => secret,
            Err(refused) => return Err(refused),
        };
        match security_token {
            None => Self::new(id, secret),
            Some(token) => match SecurityToken::new(token) {
                Ok(token) => Ok(Self::temporary(id, secret, token)),
                Err(refused) => Err(refused),
            },
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
