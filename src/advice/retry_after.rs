//! The pause that the headers of a response ask for.

/// The pause that the headers of a response ask for, in milliseconds.
///
/// ```
/// use aliyun_customer_gateway::RetryAfter;
///
/// let headers = [("Content-Type", "application/json"), ("X-Acs-Retry-After", "2500")];
/// let pause = RetryAfter::from_headers(headers, 60_000);
/// assert_eq!(pause.map(RetryAfter::milliseconds), Some(2500));
/// ```
///
/// Sources: the official SDKs' cores.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct RetryAfter {
    milliseconds: u32,
}

/// An integer of milliseconds.
const RETRY_AFTER: &[u8] = b"x-acs-retry-after";
/// As older gateways write it: `Limit:1,Remain:0,TimeLeft:2000,Reset:1234`.
const RATE_LIMITS: [&[u8]; 2] = [b"x-ratelimit-user-api", b"x-ratelimit-user"];
/// What is left of the pause, in milliseconds.
const TIME_LEFT: &[u8] = b"TimeLeft";

impl RetryAfter {
    /// The pause that headers ask for, `max` milliseconds at most; names are matched without regard
    /// to case.
    ///
    /// `x-acs-retry-after` is a number of milliseconds, and outweighs the older
    /// `x-ratelimit-user-api` and `x-ratelimit-user`, whose `TimeLeft` counts: the larger of the two.
    /// A number that is 0, negative, empty, or no number at all is as good as absent.
    ///
    /// `None` if no header asks for a pause: choose one that grows with each try.
    #[must_use]
    pub fn from_headers<N, V>(headers: impl IntoIterator<Item = (N, V)>, max: u32) -> Option<Self>
    where
        N: AsRef<[u8]>,
        V: AsRef<[u8]>,
    {
        let [mut asked, mut left] = [None, None];
        for (name, value) in headers {
            let (name, value) = (name.as_ref(), value.as_ref());
            if name.eq_ignore_ascii_case(RETRY_AFTER) {
                asked = asked.max(milliseconds(value));
            } else if RATE_LIMITS.iter().any(|known| name.eq_ignore_ascii_case(known)) {
                left = left.max(time_left(value));
            }
        }
        let milliseconds = asked.or(left)?.min(max);
        Some(Self { milliseconds })
    }

    /// A pause of so many milliseconds, as somebody else has read it; `None` for 0, which asks for none.
    #[must_use]
    pub const fn from_milliseconds(milliseconds: u32) -> Option<Self> {
        match milliseconds {
            0 => None,
            _ => Some(Self { milliseconds }),
        }
    }

    /// The pause in milliseconds.
    #[must_use]
    pub const fn milliseconds(self) -> u32 {
        self.milliseconds
    }
}

/// A positive whole number; more than a `u32` holds, 49 days, is as good as that.
fn milliseconds(text: &[u8]) -> Option<u32> {
    let mut number: u32 = 0;
    for byte in text.trim_ascii() {
        let digit = char::from(*byte).to_digit(10)?;
        number = number.saturating_mul(10).saturating_add(digit);
    }
    (number > 0).then_some(number)
}

fn time_left(text: &[u8]) -> Option<u32> {
    text.split(|byte| *byte == b',').find_map(|part| {
        let mut halves = part.splitn(2, |byte| *byte == b':');
        let name = halves.next()?.trim_ascii();
        name.eq_ignore_ascii_case(TIME_LEFT).then(|| milliseconds(halves.next()?)).flatten()
    })
}
