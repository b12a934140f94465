//! Whole numbers in any notation.

use crate::escaped::{Chars, EscapedStr};

/// The whole number from 0 to the greatest `Long` that a text is: in the notation of JSON
/// (`1492747187000.0`, `1.492747187e12`), without a sign, and with leading zeros.
pub(super) fn read(text: &EscapedStr<'_>) -> Option<u64> {
    let text = text.trim();
    // Most numbers are digits, and few enough of them: on a small processor, too few to be worth it.
    #[cfg(target_pointer_width = "64")]
    if let Some(number) = digits(text) {
        return Some(number);
    }
    notation(text)
}

/// A number of up to 18 digits, and nothing else.
#[cfg(target_pointer_width = "64")]
fn digits(text: EscapedStr<'_>) -> Option<u64> {
    let digits = text.as_plain()?.as_bytes();
    let are_all = matches!(digits.len(), 1..=18) && digits.iter().all(u8::is_ascii_digit);
    let push =
        |number: u64, digit: &u8| number.wrapping_mul(10).wrapping_add(u64::from(digit & 0x0f));
    are_all.then(|| digits.iter().fold(0, push))
}

/// A number in any notation, character by character.
fn notation(text: EscapedStr<'_>) -> Option<u64> {
    let mut parts = Parts { rest: text.chars(), next: None };
    // How many digits there are, and how many of them stand in front of the point, once the exponent
    // has moved it.
    let (mut count, _) = parts.digits()?;
    let mut point = count;
    if parts.next == Some('.') {
        count = count.wrapping_add(parts.digits()?.0);
    }
    if matches!(parts.next, Some('e' | 'E')) {
        let mut behind = parts.rest.clone();
        let sign = behind.next().filter(|sign| matches!(sign, '+' | '-'));
        if sign.is_some() {
            parts.rest = behind;
        }
        let (_, exponent) = parts.digits()?;
        point =
            point.wrapping_add(if sign == Some('-') { exponent.wrapping_neg() } else { exponent });
    }
    if parts.next.is_some() {
        return None;
    }
    let mut digits = text.chars().filter_map(|character| character.to_digit(10));
    let mut number: u64 = 0;
    loop {
        let digit = if count > 0 { digits.next().unwrap_or_default() } else { 0 };
        if count <= 0 && (point <= 0 || number == 0) {
            break;
        }
        count = count.wrapping_sub(1);
        if point > 0 {
            point = point.wrapping_sub(1);
            if number >> 60 != 0 {
                return None;
            }
            number = number.wrapping_mul(10).wrapping_add(digit.into());
        } else if digit > 0 {
            return None;
        }
    }
    (number <= i64::MAX.unsigned_abs()).then_some(number)
}

/// What is left of a number.
struct Parts<'t> {
    rest: Chars<'t>,
    /// The character behind the digits.
    next: Option<char>,
}

impl Parts<'_> {
    /// Reads one digit or more: how many, and the number that they are, or one that is greater than any
    /// text is long.
    #[inline(never)]
    fn digits(&mut self) -> Option<(isize, isize)> {
        let mut count: isize = 0;
        let mut number: isize = 0;
        loop {
            self.next = self.rest.next();
            let Some(digit) = self.next.and_then(|character| character.to_digit(10)) else { break };
            count = count.wrapping_add(1);
            if number < isize::MAX / 20 {
                number = number.wrapping_mul(10).wrapping_add_unsigned(digit as usize);
            }
        }
        (count > 0).then_some((count, number))
    }
}
