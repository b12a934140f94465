//! What to do now.

use core::mem::MaybeUninit;

use aliyun_customer_gateway::registration::{Differences, Outcome, Refusal, Step};

use super::Machine;
use crate::numbers::code;
use crate::numbers::result::{ACG_E_NULL, ACG_OK};
use crate::numbers::step::{
    ACG_DIFFERS_ASN, ACG_DIFFERS_DESCRIPTION, ACG_DIFFERS_NAME, ACG_DIFFERS_TAGS,
    ACG_OUTCOME_CLOCK_REFUSED, ACG_OUTCOME_CREATED, ACG_OUTCOME_FOUND, ACG_OUTCOME_GAVE_UP,
    ACG_OUTCOME_HIDDEN, ACG_OUTCOME_ID_TOO_LONG, ACG_OUTCOME_NONE, ACG_OUTCOME_REFUSED,
    ACG_STEP_DONE, ACG_STEP_NEW_TOKEN, ACG_STEP_OTHER, ACG_STEP_PAUSE, ACG_STEP_RENEW_CREDENTIALS,
    ACG_STEP_SEND, ACG_STEP_SET_CLOCK,
};
use crate::text::Text;

/// What to do now, and which event to report then.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct CStep {
    /// ACG_STEP_..
    pub kind: i32,
    /// At ACG_STEP_SEND: 1 where the call must go over a new connection, because on the old one a response to an
    /// earlier call may still come.
    pub new_connection: i32,
    /// At ACG_STEP_SEND: the page of the list that is asked for, from 1; 0 for the creation.
    pub page: u32,
    /// At ACG_STEP_PAUSE: the shortest pause, in milliseconds.
    pub min_ms: u32,
    /// At ACG_STEP_PAUSE: how much jitter there is, in milliseconds. `acg_registration_pause_ms` adds it.
    pub span_ms: u32,
    /// At ACG_STEP_DONE: ACG_OUTCOME_.., which says what of the following there is.
    pub outcome: i32,
    /// Which values of the gateway that was found are not those of the request: bits of ACG_DIFFERS_..
    pub differences: i32,
    /// 1 where an earlier try may have made the gateway, or a gateway all the same.
    pub earlier_try: i32,
    /// The HTTP status of a refusal.
    pub status: i32,
    /// The code of a refusal, where it is known: ACG_CODE_..
    pub error_code: i32,
    /// The id of the gateway: in the machine, until that is started again, moved or gone.
    pub id: Text,
    /// The code of a refusal as it was received, 64 bytes of it at most: in the machine as well.
    pub code: Text,
}

impl CStep {
    const fn new(kind: i32) -> Self {
        Self {
            kind,
            new_connection: 0,
            page: 0,
            min_ms: 0,
            span_ms: 0,
            outcome: ACG_OUTCOME_NONE,
            differences: 0,
            earlier_try: 0,
            status: 0,
            error_code: 0,
            id: Text::ABSENT,
            code: Text::ABSENT,
        }
    }

    fn of(step: Step<'_>) -> Self {
        match step {
            Step::Send(to_send) => Self {
                new_connection: to_send.on_new_connection().into(),
                page: to_send.page().unwrap_or(0),
                ..Self::new(ACG_STEP_SEND)
            },
            Step::Pause(pause) => Self {
                min_ms: pause.min_ms(),
                span_ms: pause.span_ms(),
                ..Self::new(ACG_STEP_PAUSE)
            },
            Step::SetClock => Self::new(ACG_STEP_SET_CLOCK),
            Step::NewToken => Self::new(ACG_STEP_NEW_TOKEN),
            Step::RenewCredentials => Self::new(ACG_STEP_RENEW_CREDENTIALS),
            Step::Done(outcome) => Self::new(ACG_STEP_DONE).with_outcome(outcome),
            _ => Self::new(ACG_STEP_OTHER),
        }
    }

    fn with_outcome(self, outcome: Outcome<'_>) -> Self {
        let id = outcome.id().map_or(Text::ABSENT, Text::of);
        match outcome {
            Outcome::Created { .. } => Self { outcome: ACG_OUTCOME_CREATED, id, ..self },
            Outcome::Found { differences, earlier_try, .. } => Self {
                outcome: ACG_OUTCOME_FOUND,
                id,
                differences: bits(differences),
                earlier_try: earlier_try.into(),
                ..self
            },
            Outcome::Hidden { refusal, earlier_try } => {
                self.refused(ACG_OUTCOME_HIDDEN, &refusal, earlier_try)
            }
            Outcome::Refused { refusal, may_exist } => {
                self.refused(ACG_OUTCOME_REFUSED, &refusal, may_exist)
            }
            Outcome::ClockRefused { may_exist } => {
                Self { outcome: ACG_OUTCOME_CLOCK_REFUSED, earlier_try: may_exist.into(), ..self }
            }
            Outcome::IdTooLong => Self { outcome: ACG_OUTCOME_ID_TOO_LONG, ..self },
            // One that is newer than this interface is as good as unknown.
            _ => Self { outcome: ACG_OUTCOME_GAVE_UP, earlier_try: 1, ..self },
        }
    }

    fn refused(self, outcome: i32, refusal: &Refusal<'_>, earlier_try: bool) -> Self {
        Self {
            outcome,
            status: refusal.status().into(),
            error_code: refusal.error_code().map_or(0, code::of),
            code: Text::of(refusal.code()),
            earlier_try: earlier_try.into(),
            ..self
        }
    }
}

fn bits(differences: Differences) -> i32 {
    let bit = |differs: bool, bit: i32| if differs { bit } else { 0 };
    bit(differences.name(), ACG_DIFFERS_NAME)
        | bit(differences.description(), ACG_DIFFERS_DESCRIPTION)
        | bit(differences.asn(), ACG_DIFFERS_ASN)
        | bit(differences.tags(), ACG_DIFFERS_TAGS)
}

/// Writes what to do now. It changes nothing: only events do.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_registration_step(
    machine: Option<&Machine>,
    step: Option<&mut MaybeUninit<CStep>>,
) -> i32 {
    let (Some(machine), Some(step)) = (machine, step) else { return ACG_E_NULL };
    // SAFETY: the caller vouches for the machine.
    match unsafe { machine.get() } {
        Ok(machine) => {
            step.write(CStep::of(machine.step()));
            ACG_OK
        }
        Err(number) => number,
    }
}
