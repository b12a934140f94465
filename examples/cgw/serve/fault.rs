//! What goes wrong on request.

use core::str::FromStr;

use super::random::Random;

/// What goes wrong with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) kind: Kind,
    /// Milliseconds, or seconds of a skew.
    pub(super) amount: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Too many requests.
    Throttle,
    /// The request never arrives.
    LoseRequest,
    /// It is carried out, and the response never arrives.
    LoseAnswer,
    /// It is carried out, and the body of the response is cut off.
    Cut,
    /// The service fails, before or after it has carried out the request.
    Error500,
    /// The service's clock is ahead.
    Skew,
    /// The security token of the request expires.
    ExpireToken,
    /// The service forgets the `ClientToken` of the request.
    ForgetToken,
    /// The response comes late.
    Delay,
}

impl Kind {
    const ALL: [Self; 9] = [
        Self::Throttle,
        Self::LoseRequest,
        Self::LoseAnswer,
        Self::Cut,
        Self::Error500,
        Self::Skew,
        Self::ExpireToken,
        Self::ForgetToken,
        Self::Delay,
    ];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Throttle => "throttle",
            Self::LoseRequest => "lose-request",
            Self::LoseAnswer => "lose-answer",
            Self::Cut => "cut",
            Self::Error500 => "error-500",
            Self::Skew => "skew",
            Self::ExpireToken => "expire-token",
            Self::ForgetToken => "forget-token",
            Self::Delay => "delay",
        }
    }

    /// The amount where none is given; `None` for what takes none.
    const fn amount(self) -> Option<u64> {
        match self {
            Self::Throttle => Some(100),
            Self::Skew => Some(3600),
            Self::Delay => Some(1000),
            _ => None,
        }
    }

    fn with(self, amount: Option<&str>) -> Result<Fault, String> {
        let name = self.name();
        let amount = match (self.amount(), amount) {
            (default, None) => default.unwrap_or_default(),
            (Some(_), Some(text)) => text
                .parse::<u64>()
                .ok()
                .filter(|amount| *amount <= MAX_AMOUNT)
                .ok_or_else(|| format!("{name} takes a whole number up to {MAX_AMOUNT}"))?,
            (None, Some(_)) => return Err(format!("{name} takes no amount: leave it out")),
        };
        Ok(Fault { kind: self, amount })
    }
}

/// A day in milliseconds, or almost three years in seconds.
const MAX_AMOUNT: u64 = 86_400_000;

fn kind(name: &str) -> Result<Kind, String> {
    Kind::ALL.into_iter().find(|kind| kind.name() == name).ok_or_else(|| {
        let names = Kind::ALL.map(Kind::name).join(", ");
        format!("unknown fault {name:?}: it is one of {names}")
    })
}

/// `NAME[:AMOUNT]`, for one request.
impl FromStr for Fault {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (name, amount) = match text.split_once(':') {
            Some((name, amount)) => (name, Some(amount)),
            None => (text, None),
        };
        kind(name)?.with(amount)
    }
}

/// `NAME:PROBABILITY[:AMOUNT],..`, for every request.
#[derive(Clone, Debug, Default)]
pub(super) struct Plan(Vec<(f64, Fault)>);

impl FromStr for Plan {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut plan = Self::default();
        for item in text.split(',') {
            let mut parts = item.trim_ascii().splitn(3, ':');
            let kind = kind(parts.next().unwrap_or_default())?;
            let name = kind.name();
            let probability = parts.next().and_then(|text| text.parse::<f64>().ok());
            let probability = probability.filter(|probability| (0.0..=1.0).contains(probability));
            let probability = probability
                .ok_or_else(|| format!("{name} takes a probability, 0 to 1, as in {name}:0.1"))?;
            plan.0.push((probability, kind.with(parts.next())?));
        }
        let sum: f64 = plan.0.iter().map(|(probability, _)| probability).sum();
        // Tenths add up to a little more than they should.
        if sum > 1.000_001 {
            return Err(
                "the probabilities add up to more than 1: a request has one fault".to_owned()
            );
        }
        Ok(plan)
    }
}

impl Plan {
    /// What goes wrong with the next request.
    pub(super) fn draw(&self, random: &mut Random) -> Option<Fault> {
        let mut rest = random.fraction();
        let fault = self.0.iter().find(|(probability, _)| {
            rest -= probability;
            rest < 0.0
        });
        fault.map(|(_, fault)| *fault)
    }
}
