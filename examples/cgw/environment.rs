//! What comes from the machine: variables, the time, random bytes.

use std::env::VarError;
use std::time::{SystemTime, UNIX_EPOCH};

use aliyun_customer_gateway::{Timestamp, UuidText};

use crate::refusal::Refusal;

/// A required variable, and what needs it.
pub(crate) fn required(name: &str, what: &str) -> Result<String, Refusal> {
    let missing = || format!("the environment variable {name} is not set: {what} needs it");
    optional(name)?.ok_or_else(|| Refusal::sentence(missing()))
}

/// An optional variable. An empty one is as good as absent, as shells have no easy way to
/// unset one for a single command.
pub(crate) fn optional(name: &str) -> Result<Option<String>, Refusal> {
    match std::env::var(name) {
        Ok(text) => Ok(Some(text).filter(|text| !text.is_empty())),
        Err(VarError::NotPresent) => Ok(None),
        Err(VarError::NotUnicode(_)) => {
            Err(Refusal::sentence(format!("the environment variable {name} is not UTF-8")))
        }
    }
}

pub(crate) fn random() -> Result<UuidText, Refusal> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)
        .map_err(|error| Refusal::sentence(format!("no random bytes can be had: {error}")))?;
    Ok(UuidText::from_random_bytes(bytes))
}

pub(crate) fn now() -> Result<Timestamp, Refusal> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).map_err(|_| {
        Refusal::sentence("the clock says it is before 1970: set it, or give a --timestamp")
    })?;
    let seconds = i64::try_from(since.as_secs()).unwrap_or(i64::MAX);
    Ok(Timestamp::from_unix_seconds(seconds)?)
}
