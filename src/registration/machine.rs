//! The states of a registration, and the events that the caller reports.

use super::differences::Differences;
use super::flow::{Flow, Phase};
use super::heard::{Heard, KeptRefusal};
use super::kept::Kept;
use super::listing::Listing;
use super::outcome::{Outcome, Refusal};
use super::policy::Policy;
use super::step::Step;
use super::to_send::ToSend;

/// One gateway, registered once, whatever gets lost on the way: a machine that says what to do next and
/// is told what happened.
///
/// See the [module](crate::registration) for the loop around it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Registration {
    pub(super) flow: Flow<End>,
    pub(super) goal: Goal,
    pub(super) listing: Listing,
    /// The refusal that is looked into, or in the end the id.
    pub(super) kept: KeptRefusal,
    /// Whether a call that creates may have been carried out.
    pub(super) tried: bool,
    pub(super) peeked: bool,
    pub(super) new_connection: bool,
}

/// What the next call is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub(super) enum Goal {
    Create,
    List(Why),
}

/// Why to look at the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub(super) enum Why {
    /// The address is taken.
    Exists,
    /// Several tries have failed, and one may have been carried out all the same.
    Peek,
    /// All tries have failed.
    Unknown,
    /// A try was refused, and an earlier one may have been carried out.
    Refusal,
}

/// An outcome without its texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub(super) enum End {
    Created,
    Found(Differences),
    Hidden,
    Refused { may_exist: bool },
    ClockRefused,
    GaveUp,
    IdTooLong,
}

impl Registration {
    /// The longest id that is kept, in bytes. The service's have 24.
    pub const MAX_ID_BYTES: usize = Kept::MAX_BYTES;

    /// A registration whose `ClientToken` was never sent. Store the token and the parameters before the
    /// first step.
    #[must_use]
    pub fn new(policy: Policy) -> Self {
        Self {
            listing: Listing::new(policy.page_size()),
            flow: Flow::new(policy),
            goal: Goal::Create,
            kept: KeptRefusal::default(),
            tried: false,
            peeked: false,
            new_connection: true,
        }
    }

    /// A registration whose token and parameters come out of storage: they may have been sent before the
    /// power was cut, or before the last registration gave up.
    #[must_use]
    pub fn resumed(policy: Policy) -> Self {
        Self { tried: true, ..Self::new(policy) }
    }

    /// What to do now. It changes nothing: only events do.
    #[must_use]
    pub fn step(&self) -> Step<'_> {
        match self.flow.phase() {
            Phase::Send => Step::Send(self.to_send()),
            Phase::Pause => Step::Pause(self.flow.pause()),
            Phase::SetClock => Step::SetClock,
            Phase::NewToken => Step::NewToken,
            Phase::RenewCredentials => Step::RenewCredentials,
            Phase::Done(end) => Step::Done(self.outcome(end)),
        }
    }

    /// No response came: no connection, a timeout, a connection that broke.
    pub fn on_no_response(&mut self) {
        self.hear(Heard::Unreadable, None);
    }

    /// The response is longer than the receive buffer. Of a listing, smaller pages are asked for.
    pub fn on_too_long(&mut self) {
        self.hear(Heard::TooLong, None);
    }

    /// The pause is over.
    pub fn on_paused(&mut self) {
        self.flow.leave(Phase::Pause);
    }

    /// The clock was set, as far as it could be.
    pub fn on_clock_set(&mut self) {
        self.flow.leave(Phase::SetClock);
    }

    /// A new token was made and stored, and is in the request from now on.
    pub fn on_new_token(&mut self) {
        self.flow.leave(Phase::NewToken);
    }

    /// The credentials were renewed, as far as they could be.
    pub fn on_credentials_renewed(&mut self) {
        self.flow.leave(Phase::RenewCredentials);
    }

    pub(super) fn to_send(&self) -> ToSend {
        let page = match self.goal {
            Goal::Create => None,
            Goal::List(_) => Some(self.listing.to_send()),
        };
        ToSend { page, new_connection: self.new_connection }
    }

    fn outcome(&self, end: End) -> Outcome<'_> {
        let KeptRefusal { code, status, error_code } = &self.kept;
        let id = code.as_str();
        let refusal = Refusal { status: *status, code: id, error_code: *error_code };
        let earlier_try = self.tried;
        match end {
            End::Created => Outcome::Created { id },
            End::Found(differences) => Outcome::Found { id, differences, earlier_try },
            End::Hidden => Outcome::Hidden { refusal, earlier_try },
            End::Refused { may_exist } => Outcome::Refused { refusal, may_exist },
            End::ClockRefused => Outcome::ClockRefused { may_exist: earlier_try },
            End::GaveUp => Outcome::GaveUp,
            End::IdTooLong => Outcome::IdTooLong,
        }
    }
}
