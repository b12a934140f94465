//! Timestamps: every day of the range beside `jiff`, and every way to write one wrong.

use core::str::FromStr;

use aliyun_customer_gateway::{InvalidParameter, Parameter, Reason, Timestamp};
use proptest::prelude::*;

const SECONDS_OF_DAY: i64 = 24 * 60 * 60;

/// Both ends of a range of days, held beside the days as `jiff` counts them.
fn check_days(days: core::ops::Range<i64>) {
    let epoch = jiff::civil::date(1970, 1, 1);
    let mut date = epoch.checked_add(jiff::SignedDuration::from_secs(days.start * SECONDS_OF_DAY));
    for day in days {
        let today = date.unwrap_or_else(|error| unreachable!("day {day}: {error}"));
        let first = day * SECONDS_OF_DAY;
        let written = digits_of(today);
        for (seconds, time) in [(first, b"T00:00:00Z"), (first + SECONDS_OF_DAY - 1, b"T23:59:59Z")]
        {
            let made = Timestamp::from_unix_seconds(seconds);
            let made = made.unwrap_or_else(|error| unreachable!("{seconds}: {error}"));
            let text = made.as_str();
            let (day, rest) = text.as_bytes().split_at(10);
            assert!(day == written && rest == time, "{seconds}: {today} as {text}");
            // Once a day: that every time of a day reads back stands below.
            if seconds == first {
                assert!(Timestamp::new(text) == Ok(made), "{seconds}: {text}");
            }
        }
        date = today.tomorrow();
    }
}

/// `YYYY-MM-DD`, without the machinery of a formatter: there are millions of days.
fn digits_of(date: jiff::civil::Date) -> [u8; 10] {
    let digit =
        |number: i16, unit: i16| b"0123456789"[usize::from((number / unit % 10).unsigned_abs())];
    let (year, month, day) = (date.year(), i16::from(date.month()), i16::from(date.day()));
    [
        digit(year, 1000),
        digit(year, 100),
        digit(year, 10),
        digit(year, 1),
        b'-',
        digit(month, 10),
        digit(month, 1),
        b'-',
        digit(day, 10),
        digit(day, 1),
    ]
}

#[test]
fn every_day_at_its_first_and_last_second() {
    let days = (Timestamp::MAX_UNIX_SECONDS + 1) / SECONDS_OF_DAY;
    assert_eq!(days, 2_932_897);
    assert_eq!((Timestamp::MAX_UNIX_SECONDS + 1) % SECONDS_OF_DAY, 0);
    // Both halves at once.
    std::thread::scope(|scope| {
        let second = scope.spawn(|| check_days(days / 2..days));
        check_days(0..days / 2);
        second.join().unwrap();
    });
}

#[test]
fn every_second_of_a_day() {
    for day in [0, 11_016, 19_723, 2_932_896] {
        let mut previous = None;
        for second in 0..SECONDS_OF_DAY {
            let made = Timestamp::from_unix_seconds(day * SECONDS_OF_DAY + second).unwrap();
            let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
            assert_eq!(made.as_str()[10..], format!("T{hour:02}:{minute:02}:{second:02}Z"));
            assert_eq!(Timestamp::new(made.as_str()), Ok(made));
            assert!(previous < Some(made));
            previous = Some(made);
        }
    }
}

#[test]
fn known_seconds() {
    for (seconds, text) in [
        (0, "1970-01-01T00:00:00Z"),
        (1, "1970-01-01T00:00:01Z"),
        (68_169_599, "1972-02-28T23:59:59Z"),
        (68_169_600, "1972-02-29T00:00:00Z"),
        (951_782_399, "2000-02-28T23:59:59Z"),
        (951_782_400, "2000-02-29T00:00:00Z"),
        (951_868_800, "2000-03-01T00:00:00Z"),
        (1_000_000_000, "2001-09-09T01:46:40Z"),
        // No leap second, here at the end of 2016.
        (1_483_228_799, "2016-12-31T23:59:59Z"),
        (1_483_228_800, "2017-01-01T00:00:00Z"),
        (1_704_164_645, "2024-01-02T03:04:05Z"),
        (2_147_483_647, "2038-01-19T03:14:07Z"),
        (2_147_483_648, "2038-01-19T03:14:08Z"),
        (4_107_542_399, "2100-02-28T23:59:59Z"),
        (4_107_542_400, "2100-03-01T00:00:00Z"),
        (4_294_967_296, "2106-02-07T06:28:16Z"),
        (253_402_300_799, "9999-12-31T23:59:59Z"),
    ] {
        let made = Timestamp::from_unix_seconds(seconds).unwrap();
        assert_eq!(made.as_str(), text);
        assert_eq!(made.to_string(), text);
        assert_eq!(made.as_ref(), text);
        assert_eq!(format!("{made:>22}"), format!("{text:>22}"));
        assert_eq!(format!("{made:?}"), format!("Timestamp({text:?})"));
        assert_eq!(Timestamp::new(text), Ok(made));
        assert_eq!(Timestamp::from_str(text), Ok(made));
        assert_eq!(Timestamp::try_from(text), Ok(made));
        assert_eq!(made.as_str().len(), Timestamp::LEN);
    }
    assert_eq!(Timestamp::LEN, 20);
    assert_eq!(size_of::<Timestamp>(), 20);
}

const OUT_OF_RANGE: &str =
    "Timestamp is out of range: it goes from 1970-01-01T00:00:00Z to 9999-12-31T23:59:59Z";

fn assert_refused(refused: InvalidParameter, reason: Reason, sentence: &str) {
    assert_eq!(refused.parameter(), Parameter::Timestamp);
    assert_eq!(refused.reason(), reason, "{sentence}");
    assert_eq!(refused.to_string(), sentence);
    assert_eq!(refused.error_code(), None);
}

#[test]
fn seconds_out_of_range() {
    let last = Timestamp::MAX_UNIX_SECONDS;
    for seconds in [
        i64::MIN,
        i64::MIN + 1,
        i64::from(i32::MIN),
        -SECONDS_OF_DAY,
        -1,
        last + 1,
        last + SECONDS_OF_DAY,
        // Days and seconds that come back into the range when they are cut to 32 bits.
        (1 << 32) * SECONDS_OF_DAY,
        1 << 40,
        1 << 48,
        i64::MAX - 1,
        i64::MAX,
    ] {
        let refused = Timestamp::from_unix_seconds(seconds).unwrap_err();
        assert_refused(refused, Reason::TimeOutOfRange, OUT_OF_RANGE);
    }
}

#[test]
fn texts_that_are_refused() {
    use Reason::{Empty, Incomplete, NoSuchTime, TimeOutOfRange, UnexpectedCharacter};

    const WRITE: &str = "write UTC as in 2024-01-02T03:04:05Z";
    let unexpected = |character, index| UnexpectedCharacter { character, index };
    let character = |character: char, index: usize| {
        format!("unexpected character {character:?} at byte {index} of Timestamp: {WRITE}")
    };
    let no_such =
        |index: usize| format!("no such date or time at byte {index} of Timestamp: {WRITE}");
    let early = || format!("Timestamp ends too early: {WRITE}");
    for (text, reason, sentence) in [
        ("", Empty, format!("Timestamp is empty: {WRITE}")),
        ("2", Incomplete, early()),
        ("2024-01-02", Incomplete, early()),
        ("2024-01-02T03:04:05", Incomplete, early()),
        // Other notations of ISO 8601.
        ("2024-01-02 03:04:05Z", unexpected(' ', 10), character(' ', 10)),
        ("2024-01-02t03:04:05Z", unexpected('t', 10), character('t', 10)),
        ("2024-01-02T03:04:05z", unexpected('z', 19), character('z', 19)),
        ("2024-01-02T03:04:05.000Z", unexpected('.', 19), character('.', 19)),
        ("2024-01-02T03:04:05+00:00", unexpected('+', 19), character('+', 19)),
        ("20240102T030405Z", unexpected('0', 4), character('0', 4)),
        ("2024-1-02T03:04:05Z", unexpected('-', 6), character('-', 6)),
        ("2024-W01-2T03:04:05Z", unexpected('W', 5), character('W', 5)),
        ("+2024-01-02T03:04:05Z", unexpected('+', 0), character('+', 0)),
        ("-2024-01-02T03:04:05Z", unexpected('-', 0), character('-', 0)),
        ("12024-01-02T03:04:05Z", unexpected('4', 4), character('4', 4)),
        (" 2024-01-02T03:04:05Z", unexpected(' ', 0), character(' ', 0)),
        ("2024-01-02T03:04:05Z ", unexpected(' ', 20), character(' ', 20)),
        ("2024-01-02T03:04:05Z.", unexpected('.', 20), character('.', 20)),
        ("2024-01-02T03:04:05Z\0", unexpected('\0', 20), character('\0', 20)),
        ("1704164645", unexpected('1', 4), character('1', 4)),
        // Digits of other scripts, and a character whose last byte is one of ASCII.
        ("２024-01-02T03:04:05Z", unexpected('２', 0), character('２', 0)),
        ("202٤-01-02T03:04:05Z", unexpected('٤', 3), character('٤', 3)),
        ("2024-01-02T03:04:05\u{5a00}", unexpected('\u{5a00}', 19), character('\u{5a00}', 19)),
        ("202\u{b2}-01-02T03:04:05Z", unexpected('²', 3), character('²', 3)),
        // The shape is checked before the numbers.
        ("0000-99-99T99:99:99", Incomplete, early()),
        ("0000-99-99T99:99:99x", unexpected('x', 19), character('x', 19)),
        // The first number that is out of its range.
        ("2024-00-02T03:04:05Z", NoSuchTime { index: 5 }, no_such(5)),
        ("2024-13-02T03:04:05Z", NoSuchTime { index: 5 }, no_such(5)),
        ("2024-99-99T99:99:99Z", NoSuchTime { index: 5 }, no_such(5)),
        ("2024-01-00T03:04:05Z", NoSuchTime { index: 8 }, no_such(8)),
        ("2024-01-32T03:04:05Z", NoSuchTime { index: 8 }, no_such(8)),
        ("2024-04-31T03:04:05Z", NoSuchTime { index: 8 }, no_such(8)),
        ("2024-06-31T03:04:05Z", NoSuchTime { index: 8 }, no_such(8)),
        ("2024-09-31T03:04:05Z", NoSuchTime { index: 8 }, no_such(8)),
        ("2024-11-31T03:04:05Z", NoSuchTime { index: 8 }, no_such(8)),
        ("2024-02-30T03:04:05Z", NoSuchTime { index: 8 }, no_such(8)),
        ("2023-02-29T03:04:05Z", NoSuchTime { index: 8 }, no_such(8)),
        ("2100-02-29T03:04:05Z", NoSuchTime { index: 8 }, no_such(8)),
        ("2024-01-32T99:04:05Z", NoSuchTime { index: 8 }, no_such(8)),
        ("2024-01-02T24:00:00Z", NoSuchTime { index: 11 }, no_such(11)),
        ("2024-01-02T24:60:60Z", NoSuchTime { index: 11 }, no_such(11)),
        ("2024-01-02T03:60:05Z", NoSuchTime { index: 14 }, no_such(14)),
        ("2024-01-02T03:60:60Z", NoSuchTime { index: 14 }, no_such(14)),
        // A leap second that there was: Unix time has none.
        ("2016-12-31T23:59:60Z", NoSuchTime { index: 17 }, no_such(17)),
        ("2024-01-02T03:04:61Z", NoSuchTime { index: 17 }, no_such(17)),
        ("1969-12-31T23:59:59Z", TimeOutOfRange, OUT_OF_RANGE.to_owned()),
        ("1900-02-29T03:04:05Z", TimeOutOfRange, OUT_OF_RANGE.to_owned()),
        ("0000-00-00T00:00:00Z", TimeOutOfRange, OUT_OF_RANGE.to_owned()),
    ] {
        let refused = Timestamp::new(text).unwrap_err();
        assert_refused(refused, reason, &sentence);
        let index = match reason {
            UnexpectedCharacter { index, .. } | NoSuchTime { index } => Some(index),
            _ => None,
        };
        assert_eq!(refused.index(), index, "{text:?}");
    }
}

#[test]
fn days_of_every_month() {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for (year, is_leap) in [
        (1970, false),
        (1972, true),
        (2000, true),
        (2023, false),
        (2100, false),
        (2400, true),
        (9996, true),
    ] {
        for (month, length) in (1..).zip(lengths) {
            let length = if is_leap && month == 2 { 29 } else { length };
            for day in 0..=99 {
                let text = format!("{year}-{month:02}-{day:02}T00:00:00Z");
                assert_eq!(Timestamp::new(&text).is_ok(), (1..=length).contains(&day), "{text}");
            }
        }
    }
}

const VALID: [&str; 4] = [
    "2024-02-29T23:59:59Z",
    "1970-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z",
    "2019-10-09T08:07:06Z",
];

#[test]
fn every_prefix_is_too_short() {
    for text in VALID {
        for len in 0..text.len() {
            let reason = if len == 0 { Reason::Empty } else { Reason::Incomplete };
            assert_eq!(Timestamp::new(&text[..len]).unwrap_err().reason(), reason, "{text} {len}");
        }
    }
}

/// Whether `jiff` reads a text as a time, and to the second that it says.
fn is_time(text: &str) -> bool {
    // A `jiff::Timestamp` ends a day before the year 10000, for the sake of time zones.
    let Some(local) = text.strip_suffix('Z') else { return false };
    local.parse::<jiff::civil::DateTime>().is_ok_and(|time| time.to_string() == local)
}

/// The crate and `jiff` agree: it takes no more than `jiff` reads back to the letter, and no less but
/// for the years that it leaves out.
fn assert_agreement(text: &str) {
    match Timestamp::new(text) {
        Ok(made) => {
            assert_eq!(made.as_str(), text);
            assert!(is_time(text), "{text:?}");
        }
        Err(refused) if refused.reason() == Reason::TimeOutOfRange => {
            assert!(text < "1970", "{text:?}");
        }
        Err(_) => assert!(!is_time(text), "{text:?}"),
    }
}

#[test]
fn every_change_of_one_character() {
    let other = ['\u{80}', 'é', '²', '２', '٤', '上', '\u{5a00}', '🏢', '\u{10ffff}'];
    let mut taken = 0;
    for text in VALID {
        for place in 0..=text.len() {
            for character in ('\0'..='\u{7f}').chain(other) {
                let (before, after) = text.split_at(place);
                assert_agreement(&format!("{before}{character}{after}"));
                assert!(Timestamp::new(&format!("{before}{character}{after}")).is_err());
                if let Some(after) = after.get(1..) {
                    let changed = format!("{before}{character}{after}");
                    assert_agreement(&changed);
                    taken += u32::from(Timestamp::new(&changed).is_ok());
                }
            }
            if let Some(after) = text[place..].get(1..) {
                let shorter = [&text[..place], after].concat();
                assert!(Timestamp::new(&shorter).is_err(), "{shorter}");
            }
        }
    }
    // Not all of them are refused: a good many digits may be another one.
    assert!(taken > 4 * 40, "{taken}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_second(seconds in 0..=Timestamp::MAX_UNIX_SECONDS) {
        let made = Timestamp::from_unix_seconds(seconds).unwrap();
        let time = jiff::Timestamp::from_second(seconds);
        // Its range ends a day before the year 10000, for the sake of time zones.
        if let Ok(time) = time {
            prop_assert_eq!(made.to_string(), time.to_string());
        } else {
            prop_assert!(seconds > 253_402_207_200);
        }
        prop_assert_eq!(Timestamp::new(made.as_str()), Ok(made));
    }

    #[test]
    fn any_other_second(seconds in any::<i64>()) {
        let made = Timestamp::from_unix_seconds(seconds);
        prop_assert_eq!(made.is_ok(), (0..=Timestamp::MAX_UNIX_SECONDS).contains(&seconds));
    }

    /// Timestamps are in the order of their seconds.
    #[test]
    fn any_two_seconds(
        one in 0..=Timestamp::MAX_UNIX_SECONDS,
        other in 0..=Timestamp::MAX_UNIX_SECONDS,
    ) {
        let made = |seconds| Timestamp::from_unix_seconds(seconds).unwrap();
        prop_assert_eq!(made(one).cmp(&made(other)), one.cmp(&other));
    }

    #[test]
    fn any_text(text in "[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-6][0-9]:[0-6][0-9]Z|\\PC{0,22}") {
        assert_agreement(&text);
    }
}
