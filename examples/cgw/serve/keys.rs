//! The access keys that the service knows.

use core::str::FromStr;

use aliyun_customer_gateway::{
    AccessKeyId, AccessKeySecret, ErrorCode, OwnedAccessKeyId, OwnedAccessKeySecret, SecurityToken,
};
use subtle::ConstantTimeEq as _;

use super::failure::Failure;

/// An access key, and the account that it belongs to.
#[derive(Clone, Debug)]
pub(super) struct Key {
    pub(super) account: String,
    id: OwnedAccessKeyId,
    pub(super) secret: OwnedAccessKeySecret,
}

/// A temporary access key.
#[derive(Clone)]
pub(super) struct Sts {
    key: Key,
    token: String,
}

/// The account of keys that name none.
const ACCOUNT: &str = "default";

impl FromStr for Key {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (id, secret) = text.split_once(':').ok_or("write it as ID:SECRET")?;
        let (account, id) = id.split_once('/').unwrap_or((ACCOUNT, id));
        let id = AccessKeyId::new(id).map_err(|error| error.to_string())?;
        let secret = AccessKeySecret::new(secret).map_err(|error| error.to_string())?;
        Ok(Self { account: account.to_owned(), id: id.into(), secret: secret.into() })
    }
}

impl FromStr for Sts {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut parts = text.splitn(3, ':');
        let (Some(id), Some(secret), Some(token)) = (parts.next(), parts.next(), parts.next())
        else {
            return Err("write it as ID:SECRET:TOKEN".to_owned());
        };
        let token = SecurityToken::new(token).map_err(|error| error.to_string())?;
        let key = format!("{id}:{secret}").parse()?;
        Ok(Self { key, token: token.as_str().to_owned() })
    }
}

/// The access keys that the service knows.
#[derive(Debug)]
pub(super) struct Keys {
    permanent: Vec<Key>,
    temporary: Vec<Sts>,
}

impl core::fmt::Debug for Sts {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        self.key.fmt(f)
    }
}

impl Keys {
    pub(super) fn new(permanent: &[Key], temporary: &[Sts]) -> Self {
        let permanent = if permanent.is_empty() {
            "testid:testsecret".parse().into_iter().collect()
        } else {
            permanent.to_vec()
        };
        Self { permanent, temporary: temporary.to_vec() }
    }

    /// The key with an id: a temporary one where a security token comes with it. The token itself is
    /// checked later, by [`check_token`](Self::check_token).
    pub(super) fn find(&self, id: &str, has_token: bool) -> Result<&Key, Failure> {
        let is_named = |key: &&Key| key.id.as_str() == id;
        let permanent = || self.permanent.iter().find(is_named);
        let temporary = || self.temporary.iter().map(|sts| &sts.key).find(is_named);
        let found =
            if has_token { temporary().or_else(permanent) } else { permanent().or_else(temporary) };
        found.ok_or_else(|| Failure::of(ErrorCode::AccessKeyIdNotFound))
    }

    /// Checks the security token of a request that its key has signed.
    pub(super) fn check_token(&self, id: &str, token: Option<&str>) -> Result<(), Failure> {
        let Some(token) = token else {
            let is_permanent = self.permanent.iter().any(|key| key.id.as_str() == id);
            let missing = Failure::of(ErrorCode::MissingSecurityToken);
            return if is_permanent { Ok(()) } else { Err(missing) };
        };
        let tokens = self.temporary.iter().filter(|sts| sts.key.id.as_str() == id);
        let is_equal = |sts: &Sts| bool::from(sts.token.as_bytes().ct_eq(token.as_bytes()));
        let malformed = Failure::of(ErrorCode::SecurityTokenMalformed);
        tokens.map(is_equal).fold(false, |one, other| one | other).then_some(()).ok_or(malformed)
    }
}
