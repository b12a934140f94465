//! `Timestamp`: when a request was made.

use core::fmt;
use core::slice;
use core::str::FromStr;

use crate::invalid_parameter::InvalidParameter;
use crate::invalid_parameter::reason::Reason;
use crate::rule::{Rule, every_edition};

/// When a request was made: UTC, to the second, as `YYYY-MM-DDThh:mm:ssZ`.
///
/// The service refuses a request whose timestamp is too far from its own clock
/// (`InvalidTimeStamp.Expired`), so a device without a battery-backed clock has to set it first.
///
/// # Rules
///
/// - Every second of the years 1970 to 9999, and no leap second: Unix time has none.
///
/// # Examples
///
/// ```
/// use aliyun_customer_gateway::Timestamp;
///
/// let timestamp = Timestamp::from_unix_seconds(1_704_164_645)?;
/// assert_eq!(timestamp.as_str(), "2024-01-02T03:04:05Z");
/// assert_eq!(Timestamp::new("2024-01-02T03:04:05Z")?, timestamp);
/// assert_eq!(
///     Timestamp::new("2023-02-29T00:00:00Z").unwrap_err().to_string(),
///     "no such date or time at byte 8 of Timestamp: write UTC as in 2024-01-02T03:04:05Z",
/// );
/// # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp {
    text: [u8; LEN],
}

const RULE: &Rule = &every_edition::TIMESTAMP;

const LEN: usize = RULE.max_chars();

/// The text without its numbers; a `0` stands for a digit.
const PATTERN: [u8; LEN] = *b"0000-00-00T00:00:00Z";

impl Timestamp {
    /// The last second of the year 9999, in Unix seconds.
    pub const MAX_UNIX_SECONDS: i64 = 253_402_300_799;

    /// How long a timestamp is, in bytes.
    pub const LEN: usize = LEN;

    /// The timestamp of a number of seconds since the Unix epoch.
    ///
    /// # Errors
    ///
    /// - `-1`: out of range
    /// - `253_402_300_800`: out of range, the year 10000
    pub fn from_unix_seconds(seconds: i64) -> Result<Self, InvalidParameter> {
        let out_of_range = InvalidParameter::new(RULE, Reason::TimeOutOfRange);
        if !(0..=Self::MAX_UNIX_SECONDS).contains(&seconds) {
            return Err(out_of_range);
        }
        // A day has 675 times 128 seconds: this way no number takes more than 32 bits to divide, for
        // which a microcontroller would need a routine of its own.
        let blocks = u32::try_from(seconds >> 7).map_err(|_| out_of_range)?;
        let [.., last] = seconds.to_be_bytes();
        let second = (blocks % BLOCKS_OF_DAY) << 7 | u32::from(last & 0x7f);
        let (year, month, day) = date(blocks / BLOCKS_OF_DAY);
        let minute = second / 60;
        let mut text = PATTERN;
        let mut places = text.iter_mut();
        for number in [year / 100, year % 100, month, day, minute / 60, minute % 60, second % 60] {
            write_two_digits(number, &mut places);
        }
        Ok(Self { text })
    }

    /// Checks a timestamp as it stands on the wire.
    ///
    /// # Errors
    ///
    /// - `""`: empty
    /// - `"2024-01-02"`: ends too early
    /// - `"2024-01-02 03:04:05Z"`: unexpected character `' '` at byte 10
    /// - `"2024-01-02T03:04:05Z."`: unexpected character `'.'` at byte 20
    /// - `"2024-13-02T03:04:05Z"`: no such date or time at byte 5
    /// - `"1969-12-31T23:59:59Z"`: out of range
    pub fn new(text: &str) -> Result<Self, InvalidParameter> {
        if text.is_empty() {
            return Err(InvalidParameter::new(RULE, Reason::Empty));
        }
        let mut characters = text.char_indices();
        let mut copy = PATTERN;
        for place in &mut copy {
            let Some((index, character)) = characters.next() else {
                return Err(InvalidParameter::new(RULE, Reason::Incomplete));
            };
            let fits = match *place {
                b'0' => character.is_ascii_digit(),
                wanted => character == char::from(wanted),
            };
            match u8::try_from(character) {
                Ok(byte) if fits => *place = byte,
                _ => return Err(unexpected(character, index)),
            }
        }
        if let Some((index, character)) = characters.next() {
            return Err(unexpected(character, index));
        }
        check_numbers(copy)?;
        Ok(Self { text: copy })
    }

    /// What stands before, between and behind the two colons.
    #[cfg(all(feature = "sign", target_pointer_width = "64"))]
    pub(crate) const fn around_colons(&self) -> (&[u8; 13], [u8; 2], [u8; 3]) {
        let [hour @ .., _, m1, m2, _, s1, s2, z] = &self.text;
        (hour, [*m1, *m2], [*s1, *s2, *z])
    }

    #[cfg(all(feature = "sign", not(target_pointer_width = "64")))]
    pub(crate) const fn as_bytes(&self) -> &[u8; LEN] {
        &self.text
    }

    /// The timestamp on the wire.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        match core::str::from_utf8(&self.text) {
            Ok(text) => text,
            // Digits and separators are ASCII.
            Err(_) => "",
        }
    }
}

fn unexpected(character: char, index: usize) -> InvalidParameter {
    InvalidParameter::new(RULE, Reason::UnexpectedCharacter { character, index })
}

/// How often a day has 128 seconds.
const BLOCKS_OF_DAY: u32 = 24 * 60 * 60 / 128;

/// The date of a number of days since the Unix epoch, in the Gregorian calendar.
///
/// Years are counted from March, so that the leap day is the last day of one. Counted in quarters of
/// days, centuries and years are all of the same length, and what is left of one is its days.
fn date(days: u32) -> (u32, u32, u32) {
    /// From 1 March of the year 0 to the Unix epoch.
    const EPOCH: u32 = 719_468;
    const QUARTERS_OF_100_YEARS: u32 = 146_097;
    const QUARTERS_OF_YEAR: u32 = 1461;

    let quarters = days.wrapping_add(EPOCH).wrapping_mul(4).wrapping_add(3);
    let (century, left) = (quarters / QUARTERS_OF_100_YEARS, quarters % QUARTERS_OF_100_YEARS);
    let quarters = left | 3;
    let (year, left) = (quarters / QUARTERS_OF_YEAR, quarters % QUARTERS_OF_YEAR);
    // Five months from March on have 153 days, and so have the next five. March is the third.
    let fifths = (left / 4).wrapping_mul(5).wrapping_add(461);
    let (month, day) = (fifths / 153, fifths % 153 / 5);
    let in_next_year = month > 12;
    let month = if in_next_year { month.wrapping_sub(12) } else { month };
    let year = century.wrapping_mul(100).wrapping_add(year).wrapping_add(in_next_year.into());
    (year, month, day.wrapping_add(1))
}

/// Writes a number of two digits over the next two zeros of a pattern.
#[inline(never)]
fn write_two_digits(number: u32, places: &mut slice::IterMut<'_, u8>) {
    for digit in [number / 10, number % 10] {
        if let Some(place) = places.find(|place| **place == b'0') {
            let [.., digit] = digit.to_be_bytes();
            *place |= digit;
        }
    }
}

/// Checks the numbers of a text that has digits where they belong.
fn check_numbers(text: [u8; LEN]) -> Result<(), InvalidParameter> {
    let number = |index: usize| {
        let digits = text.get(index..).unwrap_or_default();
        digits.iter().take(2).fold(0_u32, |value, digit| {
            value.saturating_mul(10).saturating_add(u32::from(digit & 0x0f))
        })
    };
    let year = number(0).saturating_mul(100).saturating_add(number(2));
    if year < 1970 {
        return Err(InvalidParameter::new(RULE, Reason::TimeOutOfRange));
    }
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let month = number(5);
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    for (index, range) in [(5, 1..=12), (8, 1..=days), (11, 0..=23), (14, 0..=59), (17, 0..=59)] {
        if !range.contains(&number(index)) {
            return Err(InvalidParameter::new(RULE, Reason::NoSuchTime { index }));
        }
    }
    Ok(())
}

impl AsRef<str> for Timestamp {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Timestamp({:?})", self.as_str())
    }
}

#[cfg(feature = "defmt")]
impl defmt::Format for Timestamp {
    fn format(&self, f: defmt::Formatter<'_>) {
        defmt::write!(f, "Timestamp({})", self.as_str());
    }
}

impl FromStr for Timestamp {
    type Err = InvalidParameter;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::new(text)
    }
}

impl TryFrom<&str> for Timestamp {
    type Error = InvalidParameter;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        Self::new(text)
    }
}
