//! The service: from a request to the response.

use core::time::Duration;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use aliyun_customer_gateway::{Edition, ErrorCode, UuidText};
use jiff::fmt::rfc2822;

use super::actions::{Call, Known};
use super::answer::Format;
use super::failure::Failure;
use super::fault::{Fault, Kind, Plan};
use super::gate::Gate;
use super::keys::Keys;
use super::nonces::Nonces;
use super::options::ServeOptions;
use super::random::Random;
use super::reply::{Delivery, Reply};
use super::state::StateFile;
use super::values::Values;
use super::written::Member;
use crate::environment;
use crate::http::Request;
use crate::output;
use crate::signed::Parts;

/// The header that has something go wrong with one request, and that tells what did.
const FAULT: &str = "x-cgw-fault";

/// The service.
#[derive(Debug)]
pub(super) struct Service {
    keys: Keys,
    edition: Edition,
    has_clock: bool,
    quota: usize,
    plan: Plan,
    state: Option<StateFile>,
    logs: bool,
    /// What is drawn for one request after the other.
    faults: Mutex<Random>,
    held: Mutex<Held>,
}

/// What is held between requests.
#[derive(Debug)]
struct Held {
    known: Known,
    nonces: Nonces,
}

/// What there is to say of a request.
struct Outcome {
    format: Format,
    action: Option<&'static str>,
    members: Result<Vec<Member>, Failure>,
}

impl Service {
    pub(super) fn new(options: &ServeOptions) -> Result<Self, String> {
        let seed = options.seed.map_or_else(any_seed, Ok)?;
        let state = options.state.as_deref().map(StateFile::open).transpose()?;
        let (state, gateways, tokens) = state
            .map_or_else(Default::default, |(file, gateways, tokens)| {
                (Some(file), gateways, tokens)
            });
        // A seed that begins anew gives the id of no gateway that was deleted since.
        let random = Random::new(!seed ^ Random::new(gateways.made()).next());
        let known = Known { gateways, tokens, random, is_changed: false };
        Ok(Self {
            keys: Keys::new(&options.keys, &options.sts),
            edition: options.edition,
            has_clock: !options.no_clock,
            quota: options.quota,
            plan: options.fault.clone().unwrap_or_default(),
            state,
            logs: options.log,
            faults: Mutex::new(Random::new(seed)),
            held: Mutex::new(Held { known, nonces: Nonces::new() }),
        })
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What goes wrong with a request, and whatever of that is left to chance.
    fn fault(&self, request: &Request) -> Result<(Option<Fault>, Random), Failure> {
        let mut faults = self.faults.lock().unwrap_or_else(PoisonError::into_inner);
        let planned = self.plan.draw(&mut faults);
        let chance = Random::new(faults.next());
        let Some(wanted) = request.head.text(FAULT) else { return Ok((planned, chance)) };
        let wanted = wanted.parse().map_err(|sentence: String| {
            Failure::new(400, "InvalidParameter", format!("{FAULT}: {sentence}"))
        })?;
        Ok((Some(wanted), chance))
    }

    /// The response to a request.
    pub(super) fn reply(&self, request: &Request) -> Reply {
        let (fault, mut chance) = match self.fault(request) {
            Ok(fault) => fault,
            Err(failure) => {
                let format = Format::of_head(&request.head);
                let outcome = Outcome { format, action: None, members: Err(failure) };
                return self.written(request, outcome, None);
            }
        };
        let kind = fault.map(|fault| fault.kind);
        let is_carried_out = match kind {
            Some(Kind::Throttle | Kind::LoseRequest) => false,
            Some(Kind::Error500) => chance.below(2) == 0,
            _ => true,
        };
        let mut outcome = if is_carried_out {
            self.outcome(request, fault)
        } else {
            Outcome { format: format(request), action: None, members: Ok(Vec::new()) }
        };
        match fault {
            Some(Fault { kind: Kind::Throttle, amount }) => {
                let throttled = Failure::of(ErrorCode::ThrottlingUser);
                outcome.members = Err(Failure { retry_after: Some(amount), ..throttled });
            }
            Some(Fault { kind: Kind::Error500, .. }) => {
                outcome.members = Err(Failure::of(ErrorCode::InternalError));
            }
            _ => {}
        }
        let mut reply = self.written(request, outcome, kind);
        match fault {
            Some(Fault { kind: Kind::LoseRequest | Kind::LoseAnswer, .. }) => {
                reply.delivery = Delivery::Nothing;
            }
            Some(Fault { kind: Kind::Cut, .. }) => {
                reply.delivery = Delivery::Cut(chance.below(reply.body.len()));
            }
            Some(Fault { kind: Kind::Delay, amount }) => {
                reply.delay = Duration::from_millis(amount);
            }
            _ => {}
        }
        reply
    }

    /// The response to what is no request.
    pub(super) fn unreadable(&self, status: u16, sentence: &str) -> Reply {
        let failure = Failure::new(status, "BadRequest", sentence).because(sentence);
        if self.logs {
            log("-", None, status, Some(&failure), None);
        }
        let request_id = self.request_id();
        Reply::new(Format::Json, status, Format::Json.failure(&failure, &request_id), request_id)
    }

    fn request_id(&self) -> String {
        let id = UuidText::from_random_bytes(self.held().known.random.bytes());
        id.as_str().to_ascii_uppercase()
    }

    /// Carries a request out.
    fn outcome(&self, request: &Request, fault: Option<Fault>) -> Outcome {
        let parts = match Parts::of(request) {
            Ok(parts) => parts,
            Err(refusal) => {
                let format = Format::of_head(&request.head);
                return Outcome { format, action: None, members: Err(refusal.into()) };
            }
        };
        let format = Format::of(&parts);
        let kind = fault.map(|fault| fault.kind);
        let skew = fault.filter(|fault| fault.kind == Kind::Skew).map_or(0, |fault| fault.amount);
        let now = now();
        let clock = i64::try_from(now / 1000).unwrap_or(i64::MAX).saturating_add_unsigned(skew);
        let gate = Gate {
            keys: &self.keys,
            clock: (self.has_clock || skew > 0).then_some(clock),
            expires: kind == Some(Kind::ExpireToken),
        };
        let is_new = |key: &str, nonce: &str| self.held().nonces.is_new(key, nonce, now / 1000);
        let passed = gate.pass(&parts, is_new);
        let (kind_of_action, account) = match passed {
            Ok(passed) => passed,
            Err(failure) => return Outcome { format, action: None, members: Err(failure) },
        };
        let values = Values { parts: &parts, edition: self.edition };
        let call = Call { kind: kind_of_action, account, values, quota: self.quota, now };
        let known = &mut self.held().known;
        if kind == Some(Kind::ForgetToken) {
            call.forget_token(known);
        }
        let members = call.carry_out(known);
        let members =
            if self.is_kept(known) { members } else { Err(Failure::of(ErrorCode::InternalError)) };
        Outcome { format, action: Some(kind_of_action.name()), members }
    }

    /// Writes what has changed to the file, if there is one, and tells whether that was done.
    fn is_kept(&self, known: &mut Known) -> bool {
        let is_changed = core::mem::take(&mut known.is_changed);
        let Some(state) = self.state.as_ref().filter(|_| is_changed) else { return true };
        let written = state.write(&known.gateways, &known.tokens);
        if let Err(error) = &written {
            output::tell(&format!("error: the state cannot be written: {error}\n"));
            known.is_changed = true;
        }
        written.is_ok()
    }

    /// Writes a response.
    fn written(&self, request: &Request, outcome: Outcome, fault: Option<Kind>) -> Reply {
        let Outcome { format, action, members } = outcome;
        let request_id = self.request_id();
        let (status, body) = match &members {
            Ok(members) => (200, format.success(action.unwrap_or_default(), members, &request_id)),
            Err(failure) => (failure.status, format.failure(failure, &request_id)),
        };
        let mut reply = Reply::new(format, status, body, request_id);
        reply.is_head = request.head.method == "HEAD";
        let failure = members.err();
        let retry_after = failure.as_ref().and_then(|failure| failure.retry_after);
        reply.headers.extend(retry_after.map(|ms| ("x-acs-retry-after", ms.to_string())));
        reply.headers.extend(fault.map(|kind| (FAULT, kind.name().to_owned())));
        if self.logs {
            log(&request.head.method, action, status, failure.as_ref(), fault);
        }
        reply
    }
}

/// What a request asks for that is not carried out.
fn format(request: &Request) -> Format {
    Parts::of(request).map_or_else(|_| Format::of_head(&request.head), |parts| Format::of(&parts))
}

impl Reply {
    fn new(format: Format, status: u16, body: Vec<u8>, request_id: String) -> Self {
        Self {
            status,
            headers: vec![("Date", date()), ("x-acs-request-id", request_id)],
            content_type: format.content_type(),
            body,
            is_head: false,
            delivery: Delivery::Whole,
            delay: Duration::ZERO,
        }
    }
}

/// A line on standard error.
fn log(
    method: &str,
    action: Option<&str>,
    status: u16,
    failure: Option<&Failure>,
    fault: Option<Kind>,
) {
    let code = failure.map_or("ok", |failure| &failure.code);
    let reason = failure.and_then(|failure| failure.reason.as_deref());
    let reason = reason.map(|reason| format!(": {reason}")).unwrap_or_default();
    let fault = fault.map(|kind| format!(" [{}]", kind.name())).unwrap_or_default();
    let action = action.unwrap_or("-");
    let line = format!("{method} {action} {status} {code}{fault}{reason}");
    output::tell(&format!("{}\n", crate::escape::in_place(&line)));
}

fn any_seed() -> Result<u64, String> {
    let random = environment::random().map_err(|refusal| refusal.sentence)?;
    let digits = random.as_str().bytes().filter(u8::is_ascii_hexdigit);
    Ok(digits.fold(0, |seed: u64, digit| seed.rotate_left(7) ^ u64::from(digit)))
}

/// Milliseconds since 1970.
fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

/// The time as HTTP writes it.
fn date() -> String {
    let printer = rfc2822::DateTimePrinter::new();
    printer.timestamp_to_rfc9110_string(&jiff::Timestamp::now()).unwrap_or_default()
}
