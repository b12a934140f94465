//! The `Date` of a response.

const MONTHS: &[u8; 36] = b"janfebmaraprmayjunjulaugsepoctnovdec";

/// `Sun, 06 Nov 1994 08:49:37 GMT`, behind the name of the day. A letter stands for a digit of the
/// number that starts with it, `N` for a letter of the month.
const IMF: &[u8] = b"DD NNN YYYY hh:mm:ss GMT";
/// `Sunday, 06-Nov-94 08:49:37 GMT`, behind the name of the day.
const RFC_850: &[u8] = b"DD-NNN-YY hh:mm:ss GMT";
/// `Sun Nov  6 08:49:37 1994`, behind the name of the day.
const ASCTIME: &[u8] = b"NNN DD hh:mm:ss YYYY";

/// The last second of the year 9999, as that of a `Timestamp`.
const MAX: i64 = 253_402_300_799;

/// Fifty years with thirteen leap days, in seconds.
const FIFTY_YEARS: i64 = 1_577_923_200;

/// What a date consists of, as it is written.
#[derive(Default)]
struct Parts {
    year: u32,
    month: u32,
    day: u32,
    hour: u32,
    minute: u32,
    second: u32,
}

/// The Unix seconds of a date of HTTP (RFC 9110, 5.6.7), `not_before` or later.
///
/// The name of the day is not compared with the date.
pub(crate) fn unix_seconds(text: &[u8], not_before: i64) -> Option<i64> {
    let day_name = text.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let (_, date) = text.split_at_checked(day_name).filter(|_| day_name >= 3)?;
    let seconds = if let Some(date) = date.strip_prefix(b", ") {
        match read(date, IMF) {
            Some(parts) => parts.unix_seconds(),
            None => read(date, RFC_850)?.near(not_before),
        }
    } else {
        read(date.strip_prefix(b" ")?, ASCTIME)?.unix_seconds()
    };
    seconds.filter(|seconds| (not_before..=MAX).contains(seconds))
}

/// Reads a date by its pattern.
fn read(text: &[u8], pattern: &[u8]) -> Option<Parts> {
    if text.len() != pattern.len() {
        return None;
    }
    let mut parts = Parts::default();
    let mut month = [0; 3];
    let mut letters = month.iter_mut();
    let mut before = 0;
    for (byte, wanted) in text.iter().zip(pattern) {
        let number = match wanted {
            b'Y' => &mut parts.year,
            b'D' => &mut parts.day,
            b'h' => &mut parts.hour,
            b'm' => &mut parts.minute,
            b's' => &mut parts.second,
            b'N' => {
                *letters.next()? = byte.to_ascii_lowercase();
                before = *wanted;
                continue;
            }
            literal if byte == literal => {
                before = *wanted;
                continue;
            }
            _ => return None,
        };
        let digit = match byte {
            b'0'..=b'9' => u32::from(byte & 0x0f),
            // As asctime writes a day of one digit.
            b' ' if *wanted == b'D' && before != b'D' && pattern.len() == ASCTIME.len() => 0,
            _ => return None,
        };
        *number = number.saturating_mul(10).saturating_add(digit);
        before = *wanted;
    }
    let position = MONTHS.as_chunks::<3>().0.iter().position(|name| *name == month)?;
    parts.month = u32::try_from(position).ok()?.saturating_add(1);
    Some(parts)
}

impl Parts {
    /// The seconds of a date whose year has two digits: the first such year that is not before a time,
    /// unless that is more than fifty years later.
    fn near(mut self, not_before: i64) -> Option<i64> {
        let latest = not_before.saturating_add(FIFTY_YEARS);
        self.year = self.year.saturating_add(1900);
        while self.year <= 9999 {
            // The 29 February is not in every such year.
            if let Some(seconds) = self.unix_seconds()
                && seconds >= not_before
            {
                return (seconds <= latest).then_some(seconds);
            }
            self.year = self.year.saturating_add(100);
        }
        None
    }

    /// Seconds since the Unix epoch, in the Gregorian calendar, where there is such a date.
    fn unix_seconds(&self) -> Option<i64> {
        let Self { year, month, day, hour, minute, second } = *self;
        let is_leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            2 if is_leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        // A leap second is that after it.
        if year < 1970 || !(1..=days).contains(&day) || hour > 23 || minute > 59 || second > 60 {
            return None;
        }
        // Years are counted from March, so that the leap day is the last day of one.
        let is_early = month <= 2;
        let year = year.saturating_sub(u32::from(is_early));
        let month = if is_early { month.saturating_add(9) } else { month.saturating_sub(3) };
        let days = year
            .saturating_mul(365)
            .saturating_add(year / 4)
            .saturating_sub(year / 100)
            .saturating_add(year / 400)
            .saturating_add(month.saturating_mul(153).saturating_add(2) / 5)
            .saturating_add(day)
            .checked_sub(719_469)?;
        let second_of_day = hour
            .saturating_mul(3600)
            .saturating_add(minute.saturating_mul(60))
            .saturating_add(second);
        Some(i64::from(days).saturating_mul(86_400).saturating_add(i64::from(second_of_day)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_three_forms() {
        for text in [
            "Sun, 06 Nov 1994 08:49:37 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
            "sun, 06 nov 1994 08:49:37 GMT",
        ] {
            assert_eq!(unix_seconds(text.as_bytes(), 0), Some(784_111_777), "{text}");
        }
        for (text, seconds) in [
            ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
            ("Thu Jan  1 00:00:01 1970", 1),
            ("Tue, 29 Feb 2000 23:59:59 GMT", 951_868_799),
            ("Mon, 30 Nov 2026 14:38:36 GMT", 1_796_049_516),
            ("Sat, 31 Dec 2016 23:59:60 GMT", 1_483_228_800),
            ("Fri, 31 Dec 9999 23:59:59 GMT", MAX),
        ] {
            assert_eq!(unix_seconds(text.as_bytes(), 0), Some(seconds), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_of_http() {
        for text in [
            "",
            "Sun",
            "Sun, 06 Nov 1994 08:49:37",
            "Sun, 06 Nov 1994 08:49:37 +0000",
            "Sun, 06 Nov 1994 08:49:37 gmt",
            "Sun, 06 Nov 1994 08:49:37 GMT ",
            "Sun,06 Nov 1994 08:49:37 GMT",
            "Sun, 6 Nov 1994 08:49:37 GMT",
            "Sun,  6 Nov 1994 08:49:37 GMT",
            "Sun, 06 Now 1994 08:49:37 GMT",
            "Sun, 31 Nov 1994 08:49:37 GMT",
            "Sun, 29 Feb 1900 08:49:37 GMT",
            "Thu, 29 Feb 2001 08:49:37 GMT",
            "Sun, 00 Nov 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 24:00:00 GMT",
            "Sun, 06 Nov 1994 08:60:37 GMT",
            "Sun, 06 Nov 1994 08:49:61 GMT",
            "Wed, 31 Dec 1969 23:59:59 GMT",
            "06 Nov 1994 08:49:37 GMT",
            "1994-11-06T08:49:37Z",
            "784111777",
            "Sun Nov   08:49:37 1994",
        ] {
            assert_eq!(unix_seconds(text.as_bytes(), 0), None, "{text}");
        }
        assert_eq!(unix_seconds(b"Fri, 31 Dec 9999 23:59:60 GMT", 0), None);
    }

    #[test]
    fn a_bound_and_two_digits() {
        const BUILD: i64 = 1_796_049_516;
        let at = |text: &str| unix_seconds(text.as_bytes(), BUILD);
        assert_eq!(at("Mon, 30 Nov 2026 14:38:36 GMT"), Some(BUILD));
        assert_eq!(at("Mon, 30 Nov 2026 14:38:35 GMT"), None);
        assert_eq!(at("Thu, 01 Jan 1970 00:00:00 GMT"), None);
        assert_eq!(at("Monday, 30-Nov-26 14:38:36 GMT"), Some(BUILD));
        // Fifty years on, or fifty years ago.
        assert_eq!(at("Monday, 30-Nov-76 14:38:36 GMT"), Some(BUILD + FIFTY_YEARS));
        assert_eq!(at("Monday, 30-Nov-76 14:38:37 GMT"), None);
        assert_eq!(at("Thursday, 01-Jan-70 00:00:00 GMT"), Some(3_155_760_000));
        assert_eq!(at("Monday, 30-Nov-26 14:38:35 GMT"), None);
    }
}
