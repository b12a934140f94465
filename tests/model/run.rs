//! One registration against the model, and the properties that it has to keep.
#![allow(dead_code, unreachable_pub, reason = "shared, and nobody uses all of it")]
#![allow(clippy::pedantic, clippy::arithmetic_side_effects, clippy::expect_used)]
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

use std::collections::HashMap;

use aliyun_customer_gateway::registration::{Outcome, Policy, Step};
use aliyun_customer_gateway::{Format, Registration};

use super::device::Device;
use super::model::fault::Fault;
use super::model::network::{Exchange, Network, Reply};
use super::model::random::Random;
use super::model::world::World;

/// Everything that a run depends on.
#[derive(Clone, Debug)]
pub struct Plan {
    pub world: World,
    pub policy: Policy,
    pub seed: u64,
    /// What happens to the first calls.
    pub faults: Vec<Fault>,
    /// What happens to every call after those.
    pub after: Fault,
    /// Before and after which calls the power is cut.
    pub cuts: Vec<Cut>,
    pub format: Format,
    pub tags: bool,
    pub buffer: usize,
    pub wrong_time: bool,
    /// Whether to look at `Debug`, and to try events that do not fit: that takes long.
    pub pry: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    Before(usize),
    After(usize),
}

/// What came of a run.
#[derive(Clone, Debug)]
pub struct Report {
    pub ended: Ended,
    pub log: Vec<Exchange>,
    pub pauses: usize,
    pub paused_ms: u64,
    pub cuts: usize,
}

/// An outcome that outlives its machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    Created { id: String },
    Found { id: String, differs: bool, earlier_try: bool },
    Hidden { code: String, earlier_try: bool },
    Refused { code: String, may_exist: bool },
    ClockRefused { may_exist: bool },
    GaveUp,
    IdTooLong,
}

impl Ended {
    pub fn of(outcome: Outcome<'_>) -> Self {
        match outcome {
            Outcome::Created { id } => Self::Created { id: id.to_owned() },
            Outcome::Found { id, differences, earlier_try } => {
                Self::Found { id: id.to_owned(), differs: !differences.is_empty(), earlier_try }
            }
            Outcome::Hidden { refusal, earlier_try } => {
                Self::Hidden { code: refusal.code().to_owned(), earlier_try }
            }
            Outcome::Refused { refusal, may_exist } => {
                Self::Refused { code: refusal.code().to_owned(), may_exist }
            }
            Outcome::ClockRefused { may_exist } => Self::ClockRefused { may_exist },
            Outcome::GaveUp => Self::GaveUp,
            Outcome::IdTooLong => Self::IdTooLong,
            _ => unreachable!("an outcome that the tests do not know"),
        }
    }

    /// A word for tallies.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Created { .. } => "created",
            Self::Found { earlier_try: true, .. } => "found, maybe ours",
            Self::Found { .. } => "found, somebody else's",
            Self::Hidden { .. } => "hidden",
            Self::Refused { may_exist: true, .. } => "refused, may exist",
            Self::Refused { .. } => "refused, cannot exist",
            Self::ClockRefused { .. } => "clock refused",
            Self::GaveUp => "gave up",
            Self::IdTooLong => "id too long",
        }
    }
}

impl Plan {
    /// Nothing happens, in the world of the documents.
    pub fn plain() -> Self {
        Self {
            world: World::PLAIN,
            policy: Policy::new(),
            seed: 0,
            faults: Vec::new(),
            after: Fault::Nothing,
            cuts: Vec::new(),
            format: Format::Json,
            tags: false,
            buffer: 4096,
            wrong_time: false,
            pry: true,
        }
    }

    pub fn random(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let world = World::random(&mut random);
        let calm = random.pick(&[1, 2, 4]);
        let fault = |random: &mut Random| {
            let happens = random.once_in(calm);
            if happens { random.pick(&Fault::ALL) } else { Fault::Nothing }
        };
        let faults = (0..random.below(28)).map(|_| fault(&mut random)).collect();
        let endless = random.once_in(6);
        let after = if endless { random.pick(&Fault::ALL) } else { Fault::Nothing };
        let cut = |random: &mut Random| {
            let index = random.below(8) as usize;
            if random.once_in(2) { Cut::Before(index) } else { Cut::After(index) }
        };
        let cuts = if random.once_in(3) { random.below(3) + 1 } else { 0 };
        let cuts = (0..cuts).map(|_| cut(&mut random)).collect();
        Self {
            world,
            policy: Policy::new().with_page_size(random.pick(&[1, 3, 10, 10, 10, 50])),
            seed,
            faults,
            after,
            cuts,
            format: if random.once_in(4) { Format::Xml } else { Format::Json },
            tags: random.once_in(3),
            buffer: random.pick(&[1_000, 4_096, 16_384]),
            wrong_time: random.once_in(10),
            pry: seed.is_multiple_of(16),
        }
    }

    /// Runs it to its end.
    ///
    /// # Errors
    ///
    /// The property that does not hold.
    pub fn run(&self) -> Result<Report, String> {
        Run::new(self).finish()
    }
}

struct Run<'p> {
    plan: &'p Plan,
    network: Network,
    device: Device,
    registration: Registration,
    /// How often a call was sent since the last pause, by its parameters.
    unpaused: HashMap<String, usize>,
    /// The pause since the last call.
    paused_ms: u64,
    pauses: usize,
    total_ms: u64,
    cuts: usize,
    cuts_left: Vec<Cut>,
    /// How many calls were sent before the power was cut last.
    before_cut: usize,
    most_ours: usize,
}

impl<'p> Run<'p> {
    fn new(plan: &'p Plan) -> Self {
        let mut network = Network::new(plan.world.clone(), plan.seed, plan.faults.iter().copied());
        network.after = plan.after;
        network.wrong_time = plan.wrong_time;
        Self {
            plan,
            network,
            device: Device::new(plan.format, plan.tags),
            registration: Registration::new(plan.policy),
            unpaused: HashMap::new(),
            paused_ms: 0,
            pauses: 0,
            total_ms: 0,
            cuts: 0,
            cuts_left: plan.cuts.clone(),
            before_cut: 0,
            most_ours: 0,
        }
    }

    fn finish(mut self) -> Result<Report, String> {
        for _ in 0..20_000 {
            if self.plan.pry {
                self.pry()?;
            }
            // Property 3: it ends within a bound.
            if self.network.log.len() > 6_000 {
                return Err("3: it does not end".to_owned());
            }
            match self.registration.step() {
                Step::Send(call) => {
                    if self.is_cut(Cut::Before(self.network.log.len())) {
                        self.cut();
                        continue;
                    }
                    let query = self.device.query(&call, &mut self.network);
                    self.network.send(&query, call.on_new_connection(), self.plan.buffer);
                    if self.is_cut(Cut::After(self.network.log.len() - 1)) {
                        self.sent()?;
                        self.cut();
                        continue;
                    }
                    self.sent()?;
                    self.receive();
                    self.count();
                }
                Step::Pause(pause) => {
                    let max = self.plan.policy.backoff().max_ms();
                    let (min_ms, span_ms) = (pause.min_ms(), pause.span_ms());
                    if min_ms == 0 || min_ms.checked_add(span_ms).is_none_or(|end| end > max) {
                        return Err(format!("9: {pause:?} is out of bounds"));
                    }
                    let ms = u64::from(pause.ms(self.network.random()));
                    self.network.pass(ms);
                    self.paused_ms += ms;
                    self.total_ms += ms;
                    self.pauses += 1;
                    self.unpaused.clear();
                    self.registration.on_paused();
                }
                Step::SetClock => {
                    self.network.set_clock();
                    self.unpaused.clear();
                    self.registration.on_clock_set();
                }
                Step::NewToken => {
                    self.device.new_token();
                    self.registration.on_new_token();
                }
                Step::RenewCredentials => {
                    self.network.renew_credentials();
                    self.unpaused.clear();
                    self.registration.on_credentials_renewed();
                }
                Step::Done(outcome) => {
                    let ended = Ended::of(outcome);
                    return self.ended(ended);
                }
                _ => unreachable!("a step that the tests do not know"),
            }
        }
        Err("3: it does not end".to_owned())
    }

    fn receive(&mut self) {
        match self.network.wait() {
            Reply::Nothing => self.registration.on_no_response(),
            Reply::TooLong => self.registration.on_too_long(),
            Reply::Response(response) => {
                self.device.receive(&mut self.registration, &response);
            }
        }
    }

    fn is_cut(&mut self, cut: Cut) -> bool {
        let index = self.cuts_left.iter().position(|one| *one == cut);
        index.map(|index| self.cuts_left.swap_remove(index)).is_some()
    }

    fn cut(&mut self) {
        self.cuts += 1;
        self.before_cut = self.network.log.len();
        self.unpaused.clear();
        self.paused_ms = u64::MAX;
        self.network.pass(5_000);
        self.registration = Registration::resumed(self.plan.policy);
    }

    /// Properties 4 and 9, once a call was sent.
    fn sent(&mut self) -> Result<(), String> {
        let [.., exchange] = self.network.log.as_slice() else { unreachable!() };
        let previous = self.network.log.iter().rev().nth(1);
        let new = ["Signature", "SignatureNonce", "Timestamp"];
        let own = exchange.parameters.iter().filter(|(name, _)| !new.contains(&name.as_str()));
        let call: String = own.flat_map(|(name, value)| [name, "=", value, "&"]).collect();
        let times = self.unpaused.entry(call).or_insert(0);
        *times += 1;
        let nonce = previous.and_then(|one| one.code.as_deref()) == Some("SignatureNonceUsed");
        if *times > 2 || *times == 2 && !nonce {
            return Err("4: the same call is sent again without a pause".to_owned());
        }

        let asked = previous.and_then(|one| one.asked_ms).unwrap_or(0);
        let max = self.plan.policy.backoff().max_ms().into();
        if self.paused_ms < asked.min(max) {
            let ms = self.paused_ms;
            return Err(format!("9: a pause of {ms} ms where {asked} were asked for"));
        }
        self.paused_ms = 0;
        Ok(())
    }

    /// How many gateways of ours there are.
    fn count(&mut self) {
        let gateways = &self.network.service.gateways;
        let ours = gateways.iter().filter(|gateway| self.device.is_ours(&gateway.token)).count();
        self.most_ours = self.most_ours.max(ours);
    }

    /// Properties 7 and 10.
    fn pry(&self) -> Result<(), String> {
        let step = self.registration.step();
        let debug = format!("{:?} {step:?} {step:#?}", self.registration);
        if let Some(secret) = self.device.secrets().iter().find(|secret| debug.contains(*secret)) {
            return Err(format!("7: {secret} in {debug}"));
        }
        type Happen = fn(&mut Registration, &Device);
        let events: [(&str, Happen); 7] = [
            ("response", |one, device| device.receive(one, &super::device::created())),
            ("no response", |one, _| one.on_no_response()),
            ("too long", |one, _| one.on_too_long()),
            ("paused", |one, _| one.on_paused()),
            ("clock set", |one, _| one.on_clock_set()),
            ("new token", |one, _| one.on_new_token()),
            ("credentials renewed", |one, _| one.on_credentials_renewed()),
        ];
        for (event, happen) in events {
            let fits = match step {
                Step::Send(_) => matches!(event, "response" | "no response" | "too long"),
                Step::Pause(_) => event == "paused",
                Step::SetClock => event == "clock set",
                Step::NewToken => event == "new token",
                Step::RenewCredentials => event == "credentials renewed",
                _ => false,
            };
            let mut other = self.registration.clone();
            happen(&mut other, &self.device);
            if (other == self.registration) == fits {
                return Err(format!("10: {event} at {step:?}"));
            }
        }
        Ok(())
    }

    fn ended(mut self, ended: Ended) -> Result<Report, String> {
        self.count();
        let wrong = |property: &str| Err(format!("{property}: {ended:?}"));
        let service = &self.network.service;
        let address = self.device.address();
        let ours = |gateway: &&super::model::service::Gateway| self.device.is_ours(&gateway.token);
        let exists = service.gateways.iter().find(ours).cloned();

        // 2: an id that is reported exists for our address; a created one is of our token.
        if let Ended::Created { id } | Ended::Found { id, .. } = &ended {
            let Some(gateway) = service.past.iter().find(|gateway| gateway.id == *id) else {
                return wrong("2");
            };
            let is_ours = self.device.is_ours(&gateway.token);
            let created = matches!(ended, Ended::Created { .. });
            if gateway.address != address || created && !is_ours {
                return wrong("2");
            }
            // 11: no earlier try means not ours.
            if matches!(ended, Ended::Found { earlier_try: false, .. }) && is_ours {
                return wrong("11");
            }
        }
        // 5: refused and hidden only with a code that the service sent.
        let mut log = self.network.log.iter().skip(self.before_cut);
        if let Ended::Hidden { code, .. } | Ended::Refused { code, .. } = &ended
            && !log.clone().any(|one| one.code.as_ref() == Some(code))
        {
            return wrong("5");
        }
        // .. and gave up only after the failures of the policy.
        let failures = usize::from(self.plan.policy.failures());
        if ended == Ended::GaveUp && log.clone().count() < failures {
            return wrong("5");
        }
        // 11: cannot exist means that it does not, and will not.
        let cannot_exist = matches!(
            ended,
            Ended::Refused { may_exist: false, .. }
                | Ended::ClockRefused { may_exist: false }
                | Ended::Hidden { earlier_try: false, .. }
        );
        // Nothing tells where others shift a list that does not say how long it is.
        let untold = self.plan.world.churn && !self.plan.world.says_total;
        let cannot_exist = cannot_exist && !untold;
        if cannot_exist && exists.is_some() {
            return wrong("11");
        }
        // 8: when the faults stop and ours exists, its id is reported.
        let had = |fault| self.network.log.iter().filter(|one| one.fault == fault).count();
        let busy = log.by_ref().filter(|one| one.fault != Fault::Nothing).count();
        let excused = self.plan.after != Fault::Nothing
            || busy > 10
            || self.plan.world.list_forbidden
            || self.plan.world.churn
            || had(Fault::Deleted) > 0
            || had(Fault::Rival) + had(Fault::HiddenRival) > 0 && !self.plan.world.unique
            || self.plan.wrong_time
            || self.network.log.iter().any(|one| {
                let refuses = [Fault::Forbidden, Fault::QuotaFull, Fault::UnknownCode];
                one.parameters.contains_key("PageNumber") && refuses.contains(&one.fault)
            })
            || had(Fault::ClockJump) > 3
            || had(Fault::SessionExpired) > 2;
        let reported = match &ended {
            Ended::Created { id } | Ended::Found { id, .. } => Some(id),
            _ => None,
        };
        let is_ours = |id: &String| service.past.iter().any(|one| one.id == *id && ours(&one));
        if !excused && exists.is_some() && !reported.is_some_and(is_ours) {
            return wrong("8");
        }

        // What is still on its way arrives.
        self.network.pass(60_000);
        self.count();
        let exists =
            self.network.service.gateways.iter().any(|one| self.device.is_ours(&one.token));
        if cannot_exist && exists {
            return wrong("11, later");
        }
        // 1: never two gateways of ours, where addresses are unique or tokens do not expire.
        let forgotten = self.network.log.iter().any(|one| one.fault == Fault::Forgotten);
        let expires = self.plan.world.token_life_ms.is_some() || forgotten;
        if self.most_ours > 1 && (self.plan.world.unique || !expires) {
            return wrong("1");
        }
        let (pauses, paused_ms, cuts) = (self.pauses, self.total_ms, self.cuts);
        Ok(Report { ended, log: self.network.log, pauses, paused_ms, cuts })
    }
}
