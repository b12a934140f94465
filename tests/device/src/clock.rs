//! The time of day, as far as a device without a battery knows it.

use crate::ticks;

/// When the firmware was built, in Unix seconds. It cannot be earlier.
pub const BUILT_AT: i64 = {
    let (digits, mut seconds, mut index) = (env!("BUILT_AT").as_bytes(), 0, 0);
    while index < digits.len() {
        seconds = seconds * 10 + (digits[index] - b'0') as i64;
        index += 1;
    }
    seconds
};

/// A clock that a response can set.
pub struct Clock {
    /// The time that it was set to, in Unix seconds.
    set_to: i64,
    /// The milliseconds that were counted then.
    at: u32,
    /// The `Date` of the last response, and when it came.
    hint: Option<(i64, u32)>,
}

impl Clock {
    /// A clock that starts with a time, in Unix seconds.
    pub fn new(now: i64) -> Self {
        Self { set_to: now, at: ticks::now(), hint: None }
    }

    /// The time, in Unix seconds.
    pub fn now(&self) -> i64 {
        self.set_to.saturating_add(since(self.at))
    }

    /// A response had this `Date`, which is not before the firmware was built.
    ///
    /// Nothing vouches for it without TLS, so nothing is done with it until the service refuses the
    /// time of a call: whoever can forge the `Date` can as well drop the call.
    pub fn on_date(&mut self, date: Option<i64>) {
        if let Some(date) = date {
            self.hint = Some((date, ticks::now()));
        }
    }

    /// Sets the clock by the last `Date`, if there was one.
    pub fn set(&mut self) {
        if let Some((date, at)) = self.hint {
            (self.set_to, self.at) = (date, at);
        }
    }
}

/// The whole seconds since a count of milliseconds.
fn since(at: u32) -> i64 {
    i64::from(ticks::now().wrapping_sub(at) / 1000)
}
