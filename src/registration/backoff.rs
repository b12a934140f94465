//! How long to pause before a call is sent again.

/// Pauses that double with each failure, up to a maximum, with jitter.
///
/// The pause after failure `n` is `min(first << (n - 1), max)` with jitter in its upper half, so that
/// devices that failed together do not come back together. A pause that the service asked for
/// ([`RetryAfter`](crate::RetryAfter)) is honored up to the maximum, with up to a quarter on top; the
/// longer of the two counts, at either end.
///
/// ```
/// use aliyun_customer_gateway::registration::Backoff;
///
/// let backoff = Backoff::DEFAULT;
/// let pause = backoff.pause(3, None);
/// assert_eq!((pause.min_ms(), pause.span_ms()), (2_000, 2_000));
///
/// // The service asked for ten seconds.
/// let pause = backoff.pause(1, Some(10_000));
/// assert_eq!((pause.min_ms(), pause.span_ms()), (10_000, 2_500));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Backoff {
    first_ms: u32,
    max_ms: u32,
}

impl Backoff {
    /// One second, doubled up to five minutes.
    pub const DEFAULT: Self = Self::new(1_000, 300_000);

    /// No pause is longer than this many milliseconds: a day. A counter of milliseconds in 32 bits, read
    /// by wrapping subtraction, tells pauses of up to 49 days.
    pub const LONGEST_MS: u32 = 24 * 60 * 60 * 1_000;

    /// Pauses from `first_ms` to `max_ms` milliseconds.
    ///
    /// The first is at least 1 and at most [`LONGEST_MS`](Self::LONGEST_MS), the maximum at least the
    /// first and at most `LONGEST_MS`: a value outside of its bounds counts as the nearest within.
    #[must_use]
    pub const fn new(first_ms: u32, max_ms: u32) -> Self {
        let first_ms = clamp(first_ms, 1, Self::LONGEST_MS);
        Self { first_ms, max_ms: clamp(max_ms, first_ms, Self::LONGEST_MS) }
    }

    /// The pause after the first failure, without jitter, in milliseconds.
    #[must_use]
    pub const fn first_ms(self) -> u32 {
        self.first_ms
    }

    /// The longest pause, in milliseconds.
    #[must_use]
    pub const fn max_ms(self) -> u32 {
        self.max_ms
    }

    /// The pause after so many failures (0 counts as 1), where the service asked for `asked_ms`.
    #[must_use]
    pub const fn pause(self, failures: u32, asked_ms: Option<u32>) -> Pause {
        let doublings = failures.saturating_sub(1);
        let fits = doublings < u32::BITS && self.first_ms <= self.max_ms >> doublings;
        let own = if fits { self.first_ms << doublings } else { self.max_ms };
        // Bounded before the jitter is added, which could overflow otherwise.
        let asked = match asked_ms {
            Some(asked) => clamp(asked, 0, self.max_ms),
            None => 0,
        };
        let min = max(own.saturating_sub(own / 2), asked);
        let end = max(own, clamp(asked.saturating_add(asked / 4), 0, self.max_ms));
        Pause { min_ms: min, span_ms: end.saturating_sub(min) }
    }

    /// The pause that the service asked for after something that was no failure; none where it did not.
    pub(crate) const fn asked(self, asked_ms: Option<u32>) -> Pause {
        match asked_ms {
            Some(asked) if asked > 0 => {
                let min_ms = clamp(asked, 0, self.max_ms);
                let end = clamp(min_ms.saturating_add(min_ms / 4), 0, self.max_ms);
                Pause { min_ms, span_ms: end.saturating_sub(min_ms) }
            }
            _ => Pause::NONE,
        }
    }
}

impl Default for Backoff {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// A pause before the next call: at least [`min_ms`](Self::min_ms), with up to
/// [`span_ms`](Self::span_ms) milliseconds of jitter on top.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Pause {
    min_ms: u32,
    span_ms: u32,
}

impl Pause {
    pub(crate) const NONE: Self = Self { min_ms: 0, span_ms: 0 };

    pub(crate) const fn is_none(self) -> bool {
        self.min_ms == 0 && self.span_ms == 0
    }

    /// The shortest pause, in milliseconds.
    #[must_use]
    pub const fn min_ms(self) -> u32 {
        self.min_ms
    }

    /// How much jitter there is, in milliseconds.
    #[must_use]
    pub const fn span_ms(self) -> u32 {
        self.span_ms
    }

    /// The pause for these random bits, in milliseconds: `min_ms` where they are 0,
    /// `min_ms + span_ms` where all are 1. Any generator does, such as a counter's lowest bits hashed.
    ///
    /// ```
    /// use aliyun_customer_gateway::registration::Backoff;
    ///
    /// let pause = Backoff::DEFAULT.pause(1, None);
    /// assert_eq!(pause.ms(0), 500);
    /// assert_eq!(pause.ms(u32::MAX / 2), 750);
    /// assert_eq!(pause.ms(u32::MAX), 1_000);
    /// ```
    #[must_use]
    pub const fn ms(self, random: u32) -> u32 {
        // The upper half of the product: evenly spread, and without a division.
        let spread = (random as u64).saturating_mul((self.span_ms as u64).saturating_add(1)) >> 32;
        self.min_ms.saturating_add(spread as u32)
    }
}

const fn clamp(value: u32, least: u32, most: u32) -> u32 {
    if value < least {
        least
    } else if value > most {
        most
    } else {
        value
    }
}

const fn max(a: u32, b: u32) -> u32 {
    if a > b { a } else { b }
}
