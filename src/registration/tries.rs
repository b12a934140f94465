//! What was tried so far, in sum.

use super::backoff::Pause;
use super::policy::Policy;

/// What was tried so far, in sum: a row that starts anew with each success would go on for ever.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub(crate) struct Tries {
    failures: u8,
    clock_settings: u8,
    new_tokens: u8,
    credential_renewals: u8,
    /// Whether the last failure was followed by the next try without a pause.
    hurried: bool,
}

impl Tries {
    pub(crate) const fn failures(self) -> u8 {
        self.failures
    }

    /// Counts a failure.
    pub(crate) fn fail(&mut self) {
        self.failures = self.failures.saturating_add(1);
        self.hurried = false;
    }

    /// Counts a failure after which the same may be sent at once; says whether it is, which it is not
    /// twice in a row.
    pub(crate) fn hurry(&mut self) -> bool {
        let hurry = !self.hurried;
        self.fail();
        self.hurried = hurry;
        hurry
    }

    /// The pause after what failed so far.
    pub(crate) fn pause(self, policy: &Policy, asked_ms: Option<u32>) -> Pause {
        policy.backoff().pause(self.failures.into(), asked_ms)
    }

    /// The pause before the list is looked at once more. A creation that was held up on its way has
    /// arrived by then.
    pub(crate) fn settle(self, policy: &Policy, asked_ms: Option<u32>) -> Pause {
        policy.backoff().pause(self.failures.max(SETTLED).into(), asked_ms)
    }

    /// Counts a setting of the clock; says how long to pause after it, or that it was set often enough.
    pub(crate) fn set_clock(&mut self, policy: &Policy, asked_ms: Option<u32>) -> Option<Pause> {
        if self.clock_settings >= policy.clock_settings() {
            return None;
        }
        self.clock_settings = self.clock_settings.saturating_add(1);
        let again = u32::from(self.clock_settings).saturating_sub(1);
        let failures = u32::from(self.failures).saturating_add(again);
        Some(match again {
            0 => policy.backoff().asked(asked_ms),
            _ => policy.backoff().pause(failures, asked_ms),
        })
    }

    /// Counts a new token, unless there were enough.
    pub(crate) fn make_token(&mut self, policy: &Policy) -> bool {
        let more = self.new_tokens < policy.new_tokens();
        self.new_tokens = self.new_tokens.saturating_add(more.into());
        more
    }

    /// Counts a renewal of the credentials, unless there were enough.
    pub(crate) fn renew_credentials(&mut self, policy: &Policy) -> bool {
        let more = self.credential_renewals < policy.credential_renewals();
        self.credential_renewals = self.credential_renewals.saturating_add(more.into());
        more
    }
}

/// After so many failures the pause is 16 to 32 seconds, unless set otherwise: longer than what is sent is
/// held up on its way, even where the device has restarted at once.
const SETTLED: u8 = 6;
