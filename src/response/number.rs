//! Whole numbers in any notation.

use crate::escaped::{Chars, EscapedStr};

/// The whole number from 0 to the greatest `Long` that a text is: in the notation of JSON
/// (`1492747187000.0`, `1.492747187e12`), without a sign, and with leading zeros.
pub(super) fn read(text: EscapedStr<'_>) -> Option<u64> {
    let text = text.trim();
    // Most numbers are digits, and few enough of them.
    if let Some(digits @ [_, ..]) = text.as_plain().map(str::as_bytes)
        && digits.len() <= 18
        && digits.iter().all(u8::is_ascii_digit)
    {
        let push =
            |number: u64, digit: &u8| number.wrapping_mul(10).wrapping_add(u64::from(digit & 0x0f));
        return Some(digits.iter().fold(0, push));
    }
    let mut chars = text.chars();
    let mut number = Number { digits: 0, places: 0 };
    let first = chars.next();
    let (_, mut next) = number.read(first, &mut chars)?;
    if next == Some('.') {
        let first = chars.next();
        let (count, behind) = number.read(first, &mut chars)?;
        number.places = number.places.saturating_sub(count);
        next = behind;
    }
    if matches!(next, Some('e' | 'E')) {
        let mut first = chars.next();
        let is_negative = first == Some('-');
        if is_negative || first == Some('+') {
            first = chars.next();
        }
        let mut exponent = Number { digits: 0, places: 0 };
        (_, next) = exponent.read(first, &mut chars)?;
        let exponent = exponent.value().and_then(|value| i32::try_from(value).ok());
        let exponent = exponent.unwrap_or(i32::MAX);
        let exponent = if is_negative { exponent.saturating_neg() } else { exponent };
        number.places = number.places.saturating_add(exponent);
    }
    if next.is_some() { None } else { number.value() }
}

/// Digits up to the last that is not zero, as a number, and how many places they have to move to the
/// left: where they would have to move to the right, it is not whole.
struct Number {
    digits: u64,
    places: i32,
}

impl Number {
    /// Reads one digit or more; returns how many, and the character behind them.
    fn read(
        &mut self,
        mut next: Option<char>,
        chars: &mut Chars<'_>,
    ) -> Option<(i32, Option<char>)> {
        let mut count: i32 = 0;
        while let Some(digit) = next.and_then(|character| character.to_digit(10)) {
            count = count.saturating_add(1);
            self.places = self.places.saturating_add(1);
            if digit > 0 {
                self.make_room();
                self.places = 0;
                self.digits = self.digits.saturating_add(digit.into());
            }
            next = chars.next();
        }
        (count > 0).then_some((count, next))
    }

    /// Moves the digits to the left, unless they are none or too many already.
    #[inline(never)]
    fn make_room(&mut self) {
        while self.places > 0 && !matches!(self.digits, 0 | u64::MAX) {
            self.digits = self.digits.saturating_mul(10);
            self.places = self.places.saturating_sub(1);
        }
    }

    #[inline(never)]
    fn value(&mut self) -> Option<u64> {
        self.make_room();
        let is_whole = self.places >= 0 || self.digits == 0;
        (is_whole && self.digits <= i64::MAX.unsigned_abs()).then_some(self.digits)
    }
}
