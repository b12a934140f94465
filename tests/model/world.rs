//! What the documents leave open about the service, and what a region looks like.

use super::random::Random;

/// What the documents leave open about the service, and what a region looks like.
#[derive(Clone, Debug)]
pub struct World {
    /// Whether an address can be registered only once.
    pub unique: bool,
    /// How long a token is known, in milliseconds.
    pub token_life_ms: Option<u64>,
    /// Whether a token keeps a refusal as it keeps a success.
    pub sticky: bool,
    /// How many gateways of others there are.
    pub others: u64,
    /// Whether others create and delete all the time.
    pub churn: bool,
    /// How many gateways a page has at most.
    pub serve: u64,
    /// Whether a page says how many gateways it can have.
    pub says_size: bool,
    /// Whether a page says how many gateways there are.
    pub says_total: bool,
    /// Whether that number is of all gateways even where a filter leaves some out.
    pub total_of_all: bool,
    /// Whether the newest gateway comes first.
    pub newest_first: bool,
    /// Whether the account may not list.
    pub list_forbidden: bool,
    pub quota: usize,
}

impl World {
    /// As the documents describe it, with a handful of gateways.
    pub const PLAIN: Self = Self {
        unique: true,
        token_life_ms: None,
        sticky: false,
        others: 3,
        churn: false,
        serve: 50,
        says_size: true,
        says_total: true,
        total_of_all: false,
        newest_first: false,
        list_forbidden: false,
        quota: 100,
    };

    pub fn random(random: &mut Random) -> Self {
        let serve = random.pick(&[50, 50, 50, 7, 3]);
        // A service that serves less must say so somewhere, or nobody could read its list.
        let says_total = random.below(4) > 0;
        let says_size = !says_total || random.below(4) > 0;
        Self {
            unique: random.below(4) > 0,
            token_life_ms: random.pick(&[None, None, Some(1_000), Some(60_000), Some(600_000)]),
            sticky: random.once_in(3),
            others: random.pick(&[0, 1, 3, 9, 10, 11, 23]),
            churn: random.once_in(4),
            serve,
            says_size,
            says_total,
            total_of_all: random.once_in(4),
            newest_first: random.once_in(2),
            list_forbidden: random.once_in(8),
            quota: 100,
        }
    }
}
