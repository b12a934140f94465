//! The parameters of a request, read back from its query.

use std::collections::BTreeMap;

pub type Parameters = BTreeMap<String, String>;

pub fn parse(query: &str) -> Parameters {
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(name, value)| (decode(name), decode(value))).collect()
}

fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => 16 * hex(rest.next()) + hex(rest.next()),
            other => other,
        });
    }
    String::from_utf8(bytes).expect("a query is UTF-8")
}

fn hex(digit: Option<u8>) -> u8 {
    let digit = char::from(digit.expect("two digits follow a percent sign"));
    digit.to_digit(16).expect("a hexadecimal digit") as u8
}

/// Seconds since the epoch of `YYYY-MM-DDThh:mm:ssZ`.
pub fn seconds(timestamp: &str) -> i64 {
    let number = |from: usize, to: usize| timestamp[from..to].parse::<i64>().expect("digits");
    let (year, month, day) = (number(0, 4), number(5, 7), number(8, 10));
    // Howard Hinnant's days_from_civil.
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year - era * 400;
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    let days = era * 146_097 + day_of_era - 719_468;
    days * 86_400 + number(11, 13) * 3_600 + number(14, 16) * 60 + number(17, 19)
}
