//! What comes before the next call: a pause, the clock, a token, credentials.

use super::backoff::Pause;
use super::policy::Policy;
use super::tries::Tries;

/// What is to be done now, and what was tried so far. `E` is how it ends.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub(crate) struct Flow<E> {
    pub(crate) policy: Policy,
    pub(crate) tries: Tries,
    phase: Phase<E>,
    /// The pause before the next call.
    pause: Pause,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub(crate) enum Phase<E> {
    Send,
    Pause,
    SetClock,
    NewToken,
    RenewCredentials,
    Done(E),
}

impl<E: Copy + PartialEq> Flow<E> {
    pub(crate) fn new(policy: Policy) -> Self {
        Self { policy, tries: Tries::default(), phase: Phase::Send, pause: Pause::NONE }
    }

    pub(crate) fn phase(&self) -> Phase<E> {
        self.phase
    }

    pub(crate) fn pause(&self) -> Pause {
        self.pause
    }

    pub(crate) fn is_sending(&self) -> bool {
        self.phase == Phase::Send
    }

    /// Sends next, after a pause if there is one.
    pub(crate) fn go_on(&mut self, pause: Pause) {
        self.pause = pause;
        self.phase = if pause.is_none() { Phase::Send } else { Phase::Pause };
    }

    /// Sends next, after a pause only if one was asked for.
    pub(crate) fn go_on_at_once(&mut self, asked_ms: Option<u32>) {
        self.go_on(self.policy.backoff().asked(asked_ms));
    }

    /// Sends next, after a pause that has grown with the failures.
    pub(crate) fn go_on_later(&mut self, asked_ms: Option<u32>) {
        self.go_on(self.tries.pause(&self.policy, asked_ms));
    }

    /// Has the clock set, unless that was done often enough.
    pub(crate) fn set_clock(&mut self, asked_ms: Option<u32>) -> bool {
        let pause = self.tries.set_clock(&self.policy, asked_ms);
        if let Some(pause) = pause {
            self.phase = Phase::SetClock;
            self.pause = pause;
        }
        pause.is_some()
    }

    /// Has a new token made, unless that was done often enough.
    pub(crate) fn make_token(&mut self, asked_ms: Option<u32>) -> bool {
        let more = self.tries.make_token(&self.policy);
        if more {
            self.phase = Phase::NewToken;
            self.pause = self.policy.backoff().asked(asked_ms);
        }
        more
    }

    /// Has the credentials renewed, unless that was done often enough.
    pub(crate) fn renew_credentials(&mut self, asked_ms: Option<u32>) -> bool {
        let more = self.tries.renew_credentials(&self.policy);
        if more {
            self.phase = Phase::RenewCredentials;
            self.pause = self.policy.backoff().asked(asked_ms);
        }
        more
    }

    /// What a phase asked for was done; in any other phase, nothing happens.
    pub(crate) fn leave(&mut self, phase: Phase<E>) {
        if self.phase != phase {
            return;
        }
        if phase == Phase::Pause {
            self.pause = Pause::NONE;
        }
        self.go_on(self.pause);
    }

    pub(crate) fn end(&mut self, end: E) {
        self.phase = Phase::Done(end);
    }
}
