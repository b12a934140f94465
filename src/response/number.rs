//! Whole numbers in any notation.

use crate::escaped::{Chars, EscapedStr};

/// The whole number from 0 to the greatest `Long` that a text is: in the notation of JSON
/// (`1492747187000.0`, `1.492747187e12`), without a sign, and with leading zeros.
pub(super) fn read(text: EscapedStr<'_>) -> Option<u64> {
    let text = text.trim();
    let number = match text.as_plain() {
        Some(plain) if plain.bytes().all(|byte| byte.is_ascii_digit()) => {
            let number = plain.bytes().try_fold(0, |number, digit| push(number, digit & 0x0f));
            number.filter(|_| !plain.is_empty())?
        }
        _ => in_any_notation(text)?,
    };
    (number <= i64::MAX.unsigned_abs()).then_some(number)
}

fn push(number: u64, digit: u8) -> Option<u64> {
    number.checked_mul(10)?.checked_add(digit.into())
}

#[inline(never)]
fn in_any_notation(text: EscapedStr<'_>) -> Option<u64> {
    let mut notation = Notation { chars: text.chars() };
    // How many digits stand in front of the point, once the exponent has moved it.
    let (whole, mut next) = notation.digits()?;
    if next == Some('.') {
        (_, next) = notation.digits()?;
    }
    let mut places = whole.len;
    if matches!(next, Some('e' | 'E')) {
        let (exponent, behind) = notation.exponent()?;
        places = places.saturating_add(exponent);
        next = behind;
    }
    if next.is_some() {
        return None;
    }
    let mut number = 0;
    for character in text.chars().take_while(|character| !matches!(character, 'e' | 'E')) {
        let Some(digit) = digit(character) else { continue };
        if places > 0 {
            number = push(number, digit)?;
            places = places.saturating_sub(1);
        } else if digit != 0 {
            return None;
        }
    }
    while places > 0 && number != 0 {
        number = push(number, 0)?;
        places = places.saturating_sub(1);
    }
    Some(number)
}

fn digit(character: char) -> Option<u8> {
    let byte = u8::try_from(character).ok()?;
    byte.is_ascii_digit().then_some(byte & 0x0f)
}

/// The parts of a number that are left.
struct Notation<'a> {
    chars: Chars<'a>,
}

/// Digits: how many, and the number that they make, each up to the greatest `i32`.
struct Digits {
    len: i32,
    number: i32,
}

impl Notation<'_> {
    /// One digit or more, and the character behind them.
    fn digits(&mut self) -> Option<(Digits, Option<char>)> {
        let first = self.chars.next();
        self.digits_from(first)
    }

    fn digits_from(&mut self, mut next: Option<char>) -> Option<(Digits, Option<char>)> {
        let mut digits = Digits { len: 0, number: 0 };
        while let Some(digit) = next.and_then(digit) {
            digits.len = digits.len.saturating_add(1);
            digits.number = digits.number.saturating_mul(10).saturating_add(digit.into());
            next = self.chars.next();
        }
        (digits.len > 0).then_some((digits, next))
    }

    /// The exponent, and the character behind it.
    fn exponent(&mut self) -> Option<(i32, Option<char>)> {
        let mut next = self.chars.next();
        let sign = next.filter(|character| matches!(character, '+' | '-'));
        if sign.is_some() {
            next = self.chars.next();
        }
        let (digits, next) = self.digits_from(next)?;
        let exponent =
            if sign == Some('-') { digits.number.saturating_neg() } else { digits.number };
        Some((exponent, next))
    }
}
