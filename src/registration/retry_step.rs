//! What to do now about a call that is tried until it is done.

use core::fmt;

use super::backoff::Pause;
use super::outcome::Refusal;

/// What to do now about a [`Retrying`](super::Retrying), as for a [`Step`](super::Step) of a
/// registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum RetryStep<'a> {
    /// Send the call over a new connection, with a new nonce and timestamp.
    Send,
    /// Wait, with jitter from random bits of your own ([`Pause::ms`]).
    Pause(Pause),
    /// Set the clock.
    SetClock,
    /// Put a new `ClientToken` into the request.
    NewToken,
    /// Get new credentials.
    RenewCredentials,
    /// Nothing more.
    Done(Ending<'a>),
}

/// What came of a [`Retrying`](super::Retrying).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum Ending<'a> {
    /// The service did what was asked for.
    Succeeded,
    /// There is no such gateway: removed, if that was wanted; else register anew.
    Gone,
    /// The service refused, and trying again will not help.
    Refused(Refusal<'a>),
    /// The service refuses the timestamps however often the clock is set.
    ClockRefused,
    /// Nothing more is tried. Whether it was done is **unknown**: the same call may be tried later.
    GaveUp,
}

impl fmt::Display for Ending<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Succeeded => f.write_str("done"),
            Self::Gone => f.write_str("there is no such gateway"),
            Self::Refused(refusal) => write!(f, "refused ({refusal})"),
            Self::ClockRefused => f.write_str("the service refuses the timestamp: set the clock"),
            Self::GaveUp => f.write_str("unknown: it may have been done; try again later"),
        }
    }
}
