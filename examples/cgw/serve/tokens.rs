//! The tokens that requests were carried out with, and what came of them.

use std::collections::VecDeque;

use aliyun_customer_gateway::ErrorCode;
use serde::{Deserialize, Serialize};

use super::failure::Failure;
use super::gateways::Gateway;

/// The most tokens that are held; the oldest is forgotten first.
const MAX: usize = 1024;

/// A token, and what came of its request.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Held {
    pub(super) account: String,
    pub(super) action: String,
    pub(super) token: String,
    /// A hash of the parameters.
    pub(super) fingerprint: String,
    /// The gateway as it was in the response; none where it was deleted.
    pub(super) outcome: Option<Gateway>,
}

/// The tokens, the oldest first.
#[derive(Debug, Default, Deserialize, Serialize)]
pub(super) struct Tokens(VecDeque<Held>);

impl Tokens {
    fn position(&self, account: &str, action: &str, token: &str) -> Option<usize> {
        self.0.iter().rposition(|held| {
            held.token == token && held.action == action && held.account == account
        })
    }

    /// What came of the request that a token first came with, if it did.
    pub(super) fn recall(
        &self,
        account: &str,
        action: &str,
        token: &str,
        fingerprint: &str,
    ) -> Result<Option<&Held>, Failure> {
        let held = self.position(account, action, token).and_then(|index| self.0.get(index));
        match held {
            Some(held) if held.fingerprint != fingerprint => {
                Err(Failure::of(ErrorCode::IdempotentParameterMismatch))
            }
            held => Ok(held),
        }
    }

    pub(super) fn hold(&mut self, held: Held) {
        if self.0.len() >= MAX {
            self.0.pop_front();
        }
        self.0.push_back(held);
    }

    /// Forgets a token, and tells whether it was held.
    pub(super) fn forget(&mut self, account: &str, action: &str, token: &str) -> bool {
        let index = self.position(account, action, token);
        index.and_then(|index| self.0.remove(index)).is_some()
    }
}
