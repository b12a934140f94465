//! The rest of a gateway's life: one call, tried until it is done.

use super::flow::{Flow, Phase};
use super::heard::{Advice, KeptRefusal};
use super::outcome::Refusal;
use super::policy::Policy;
use super::retry_step::{Ending, RetryStep};
use crate::advice::RetryAfter;
use crate::error_code::ErrorCode;
use crate::response::{DecodeError, Output, Response};

/// One call, tried until it is done: to rename a gateway or to remove it, with the pauses and the advice
/// of a [`Registration`](crate::Registration).
///
/// Build the call once and send the same at each [`Send`](RetryStep::Send), with a new nonce and
/// timestamp. A gateway that is gone ([`Ending::Gone`]) is removed, if that was wanted, even where the
/// response to an earlier try was lost. One that is still in use
/// ([`ErrorCode::VpnConnectionExists`]) is [`Refused`](Ending::Refused), for a person.
///
/// ```
/// # #[cfg(feature = "json")] {
/// use aliyun_customer_gateway::Deleted;
/// use aliyun_customer_gateway::registration::{Ending, Policy, RetryStep, Retrying};
///
/// let mut removal = Retrying::new(Policy::new());
/// assert_eq!(removal.step(), RetryStep::Send);
/// removal.on_no_response();
/// let RetryStep::Pause(pause) = removal.step() else { panic!() };
/// assert_eq!((pause.min_ms(), pause.span_ms()), (500, 500));
/// removal.on_paused();
///
/// // The try whose response was lost had removed it.
/// let body = br#"{"Code":"InvalidCustomerGatewayInstanceId.NotFound"}"#;
/// let _ = removal.on_response::<Deleted>(404, None, body);
/// assert_eq!(removal.step(), RetryStep::Done(Ending::Gone));
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Retrying {
    flow: Flow<End>,
    refusal: KeptRefusal,
}

/// An [`Ending`] without its texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
enum End {
    Succeeded,
    Gone,
    Refused,
    ClockRefused,
    GaveUp,
}

impl Retrying {
    /// A call that is tried as often as the policy's
    /// [`failures`](Policy::failures) say.
    #[must_use]
    pub fn new(policy: Policy) -> Self {
        Self { flow: Flow::new(policy), refusal: KeptRefusal::default() }
    }

    /// What to do now. It changes nothing: only events do.
    #[must_use]
    pub fn step(&self) -> RetryStep<'_> {
        match self.flow.phase() {
            Phase::Send => RetryStep::Send,
            Phase::Pause => RetryStep::Pause(self.flow.pause()),
            Phase::SetClock => RetryStep::SetClock,
            Phase::NewToken => RetryStep::NewToken,
            Phase::RenewCredentials => RetryStep::RenewCredentials,
            Phase::Done(end) => RetryStep::Done(self.ending(end)),
        }
    }

    /// A response came: the HTTP status, the pause that the headers ask for, and all of the body. `T` is
    /// the output of the action. What was read comes back.
    ///
    /// # Errors
    ///
    /// A body that is not a response; it counts as a failure.
    pub fn on_response<'b, T: Output<'b>>(
        &mut self,
        status: u16,
        asked: Option<RetryAfter>,
        body: &'b [u8],
    ) -> Result<Response<'b, T>, DecodeError> {
        let response = Response::<T>::decode(status, body);
        if self.flow.is_sending() {
            let asked_ms = asked.map(RetryAfter::milliseconds);
            match &response {
                Ok(Response::Success(_)) => self.flow.end(End::Succeeded),
                Ok(Response::Failed(failed)) => {
                    let refusal = KeptRefusal::of(failed);
                    self.advised(refusal, Advice::of(failed, asked_ms), asked_ms);
                }
                Err(_) => self.fail(asked_ms),
            }
        }
        response
    }

    /// A response of HTTP/1.1 came, whole or not: what came of its body is read, as by
    /// [`on_response`](Self::on_response).
    ///
    /// # Errors
    ///
    /// A body that is not a response; it counts as a failure.
    #[cfg(feature = "http1")]
    pub fn on_http1<'b, T: Output<'b>>(
        &mut self,
        response: &crate::http1::Response<'b>,
    ) -> Result<Response<'b, T>, DecodeError> {
        self.on_response(response.status(), response.retry_after(u32::MAX), response.body())
    }

    /// No response came, or one that is longer than the receive buffer.
    pub fn on_no_response(&mut self) {
        if self.flow.is_sending() {
            self.fail(None);
        }
    }

    /// The pause is over.
    pub fn on_paused(&mut self) {
        self.flow.leave(Phase::Pause);
    }

    /// The clock was set, as far as it could be.
    pub fn on_clock_set(&mut self) {
        self.flow.leave(Phase::SetClock);
    }

    /// A new token was made, and is in the request from now on.
    pub fn on_new_token(&mut self) {
        self.flow.leave(Phase::NewToken);
    }

    /// The credentials were renewed, as far as they could be.
    pub fn on_credentials_renewed(&mut self) {
        self.flow.leave(Phase::RenewCredentials);
    }

    fn ending(&self, end: End) -> Ending<'_> {
        let KeptRefusal { code, status, error_code } = &self.refusal;
        let refusal = Refusal { status: *status, code: code.as_str(), error_code: *error_code };
        match end {
            End::Succeeded => Ending::Succeeded,
            End::Gone => Ending::Gone,
            End::Refused => Ending::Refused(refusal),
            End::ClockRefused => Ending::ClockRefused,
            End::GaveUp => Ending::GaveUp,
        }
    }

    fn advised(&mut self, refusal: KeptRefusal, advice: Advice, asked_ms: Option<u32>) {
        let is_gone = refusal.error_code == Some(ErrorCode::CustomerGatewayNotFound);
        self.refusal = refusal;
        match advice {
            Advice::Pause => self.fail(asked_ms),
            Advice::Immediately => {
                let hurry = self.flow.tries.hurry();
                self.failed(hurry, asked_ms);
            }
            Advice::SetClock if self.flow.set_clock(asked_ms) => {}
            Advice::SetClock => self.flow.end(End::ClockRefused),
            Advice::NewToken if self.flow.make_token(asked_ms) => {}
            Advice::RenewCredentials if self.flow.renew_credentials(asked_ms) => {}
            _ if is_gone => self.flow.end(End::Gone),
            _ => self.flow.end(End::Refused),
        }
    }

    fn fail(&mut self, asked_ms: Option<u32>) {
        self.flow.tries.fail();
        self.failed(false, asked_ms);
    }

    fn failed(&mut self, hurry: bool, asked_ms: Option<u32>) {
        if self.flow.tries.failures() >= self.flow.policy.failures() {
            self.flow.end(End::GaveUp);
        } else if hurry {
            self.flow.go_on_at_once(asked_ms);
        } else {
            self.flow.go_on_later(asked_ms);
        }
    }
}
