//! A request whose signature can be checked: what a client sent, as a service reads it.

use std::collections::BTreeMap;

use aliyun_customer_gateway::{AccessKeySecret, ErrorCode};
use serde_json::Value;

use crate::refusal::Refusal;

mod acs3;
mod explained;
pub(crate) mod parameters;
mod parts;
mod rpc;

pub(crate) use parts::Parts;

/// Parameters by their names, in canonical order.
pub(crate) type Texts = BTreeMap<String, String>;

/// A signed request.
#[derive(Debug)]
pub(crate) struct Signed<'r> {
    parts: &'r Parts<'r>,
    by: By,
}

#[derive(Debug)]
enum By {
    Rpc(rpc::Claim),
    Acs3(acs3::Claim),
}

impl<'r> Signed<'r> {
    /// Finds the signature of a request.
    pub(crate) fn of(parts: &'r Parts<'r>) -> Result<Self, Refusal> {
        let by = match acs3::Claim::of(parts)? {
            Some(claim) => By::Acs3(claim),
            None => By::Rpc(rpc::Claim::of(parts)?),
        };
        Ok(Self { parts, by })
    }

    /// Whose secret is to have signed it.
    pub(crate) fn access_key_id(&self) -> &str {
        match &self.by {
            By::Rpc(claim) => &claim.access_key_id,
            By::Acs3(claim) => &claim.access_key_id,
        }
    }

    /// Whether it is signed with a secret. It takes the same time wherever two signatures differ.
    pub(crate) fn is_by(&self, secret: AccessKeySecret<'_>) -> bool {
        match &self.by {
            By::Rpc(claim) => claim.is_by(self.parts, secret),
            By::Acs3(claim) => claim.is_by(self.parts, secret),
        }
    }

    /// What differs in a request that is not signed with a secret: the members of a mismatch.
    ///
    /// Only the request as it was received is known, so this tries what clients get wrong. Where
    /// nothing of that is it, the secret is to blame.
    pub(crate) fn mismatch(&self, secret: AccessKeySecret<'_>) -> Value {
        match &self.by {
            By::Rpc(claim) => claim.mismatch(self.parts, secret),
            By::Acs3(claim) => claim.mismatch(self.parts, secret),
        }
    }

    /// The message of a service that does not find the signature right.
    pub(crate) fn echo(&self) -> String {
        match &self.by {
            By::Rpc(claim) => claim.echo(self.parts),
            By::Acs3(claim) => claim.echo(self.parts),
        }
    }
}

/// A refusal with the code that the service has for it.
fn refused(code: ErrorCode, sentence: impl core::fmt::Display) -> Refusal {
    Refusal { code: Some(code.as_str()), ..Refusal::sentence(sentence) }
}
