//! What to do now.

use super::backoff::Pause;
use super::outcome::Outcome;
use super::to_send::ToSend;

/// What to do now, and which event to report then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum Step<'a> {
    /// Send this call, with a new nonce and timestamp. Then report
    /// [`on_response`](crate::Registration::on_response),
    /// [`on_no_response`](crate::Registration::on_no_response) or
    /// [`on_too_long`](crate::Registration::on_too_long).
    Send(ToSend),
    /// Wait, with jitter from random bits of your own ([`Pause::ms`]). Then report
    /// [`on_paused`](crate::Registration::on_paused).
    Pause(Pause),
    /// Set the clock: the service refuses its timestamps. Then report
    /// [`on_clock_set`](crate::Registration::on_clock_set), even if it could not be set: the machine
    /// knows when to stop.
    SetClock,
    /// Make a new `ClientToken`, store it in place of the old one, and put it into the request. Then
    /// report [`on_new_token`](crate::Registration::on_new_token).
    NewToken,
    /// Get new credentials: they have expired, or are not known. Then report
    /// [`on_credentials_renewed`](crate::Registration::on_credentials_renewed), even if there are no
    /// others.
    RenewCredentials,
    /// Nothing more: store the id.
    Done(Outcome<'a>),
}
