//! The actions, once a request is known to be one of an account.

use aliyun_customer_gateway::{Edition, ErrorCode};

use super::failure::Failure;
use super::gateways::{Gateway, Gateways};
use super::random::Random;
use super::tokens::{Held, Tokens};
use super::values::Values;
use super::written::Member;
use crate::actions::Kind;

mod create;
mod delete;
mod describe;
mod list;
mod modify;

/// What the service knows.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) gateways: Gateways,
    pub(super) tokens: Tokens,
    pub(super) random: Random,
    /// Whether it is not what it was.
    pub(super) is_changed: bool,
}

/// A call of an account.
#[derive(Clone, Copy)]
pub(super) struct Call<'c> {
    pub(super) kind: Kind,
    pub(super) account: &'c str,
    pub(super) values: Values<'c>,
    pub(super) quota: usize,
    /// Milliseconds since 1970.
    pub(super) now: u64,
}

impl Call<'_> {
    /// Carries it out, and returns the members of the response.
    pub(super) fn carry_out(&self, known: &mut Known) -> Result<Vec<Member>, Failure> {
        match self.kind {
            Kind::Create => create::carry_out(self, known),
            Kind::Describe => describe::carry_out(self, known),
            Kind::List => list::carry_out(self, known),
            Kind::Modify => modify::carry_out(self, known),
            Kind::Delete => delete::carry_out(self, known),
        }
    }

    /// Forgets the token of a request.
    pub(super) fn forget_token(&self, known: &mut Known) {
        if let Some(token) = self.values.parts.parameter("ClientToken") {
            known.is_changed |= known.tokens.forget(self.account, self.kind.name(), token);
        }
    }

    fn is_of_2020(&self) -> bool {
        self.values.edition == Edition::November2020
    }

    /// The gateway with the id of a request.
    fn gateway<'k>(&self, known: &'k mut Known, region: &str) -> Result<&'k mut Gateway, Failure> {
        let id = self.values.id()?;
        let found = known.gateways.find(self.account, region, id);
        found.ok_or_else(|| Failure::of(ErrorCode::CustomerGatewayNotFound))
    }

    /// Does something once for each token: what it comes with again brings the same outcome. Failures
    /// are not held, since nothing says that they are.
    fn once(
        &self,
        known: &mut Known,
        parameters: &[&str],
        run: impl FnOnce(&mut Known) -> Result<Option<Gateway>, Failure>,
    ) -> Result<Option<Gateway>, Failure> {
        let run = |known: &mut Known| {
            let outcome = run(known)?;
            known.is_changed = true;
            Ok(outcome)
        };
        let Some(token) = self.values.token()? else { return run(known) };
        let fingerprint = self.values.fingerprint(parameters);
        let action = self.kind.name();
        if let Some(held) = known.tokens.recall(self.account, action, token, &fingerprint)? {
            return Ok(held.outcome.clone());
        }
        let outcome = run(known)?;
        known.tokens.hold(Held {
            account: self.account.to_owned(),
            action: action.to_owned(),
            token: token.to_owned(),
            fingerprint,
            // Of all this, a response says nothing.
            outcome: outcome.clone().map(|gateway| Gateway {
                auth_key: None,
                tags: Vec::new(),
                ..gateway
            }),
        });
        Ok(outcome)
    }
}
