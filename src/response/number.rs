//! Whole numbers in any notation.

use crate::escaped::{Chars, EscapedStr, is_space_char};

/// The whole number from 0 to the greatest `Long` that a text is: in the notation of JSON
/// (`1492747187000.0`, `1.492747187e12`), without a sign, and with leading zeros.
pub(super) fn read(text: &EscapedStr<'_>) -> Option<u64> {
    // Most numbers are digits, and few enough of them: on a small processor, too few to be worth it.
    #[cfg(target_pointer_width = "64")]
    if let Some(number) = digits(text) {
        return Some(number);
    }
    notation(text)
}

/// A number of up to 18 digits, and nothing else.
#[cfg(target_pointer_width = "64")]
fn digits(text: &EscapedStr<'_>) -> Option<u64> {
    let digits = text.as_plain()?.as_bytes();
    if !matches!(digits.len(), 1..=18) {
        return None;
    }
    let mut number: u64 = 0;
    for digit in digits {
        let digit = digit.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        number = number.wrapping_mul(10).wrapping_add(digit.into());
    }
    Some(number)
}

/// A number in any notation, character by character.
fn notation(text: &EscapedStr<'_>) -> Option<u64> {
    // As if there was a space in front of it.
    let mut parts = Parts { next: Some(' '), rest: text.chars() };
    parts.skip_spaces();
    // How many digits there are, and how many of them stand in front of the point, once the exponent
    // has moved it.
    let (mut count, _) = parts.digits()?;
    let mut point = count;
    if parts.next == Some('.') {
        parts.advance();
        count = count.wrapping_add(parts.digits()?.0);
    }
    if matches!(parts.next, Some('e' | 'E')) {
        parts.advance();
        let is_negative = parts.next == Some('-');
        if is_negative || parts.next == Some('+') {
            parts.advance();
        }
        let (_, exponent) = parts.digits()?;
        point = point.wrapping_add(if is_negative { exponent.wrapping_neg() } else { exponent });
    }
    parts.skip_spaces();
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
    next: Option<char>,
    /// What is behind it.
    rest: Chars<'t>,
}

impl Parts<'_> {
    fn advance(&mut self) {
        self.next = self.rest.next();
    }

    #[inline(never)]
    fn skip_spaces(&mut self) {
        while self.next.is_some_and(is_space_char) {
            self.advance();
        }
    }

    /// Moves behind one digit or more: returns how many, and the number that they are, or one that is
    /// greater than any text is long.
    #[inline(never)]
    fn digits(&mut self) -> Option<(isize, isize)> {
        let mut count: isize = 0;
        let mut number: isize = 0;
        while let Some(digit) = self.next.and_then(|character| character.to_digit(10)) {
            count = count.wrapping_add(1);
            if number < isize::MAX / 20 {
                number = number.wrapping_mul(10).wrapping_add_unsigned(digit as usize);
            }
            self.advance();
        }
        (count > 0).then_some((count, number))
    }
}

#[cfg(all(test, feature = "json", target_pointer_width = "64"))]
mod tests {
    use super::*;
    use crate::escaped::Escaping;

    #[test]
    fn digits_read_the_same_in_both_ways() {
        for text in ["0", "7", "007", "1492747187000", "999999999999999999", "000000000000000000"] {
            let text = EscapedStr::plain(text);
            assert_eq!(digits(&text), notation(&text), "{text}");
            assert!(digits(&text).is_some(), "{text}");
        }
    }

    #[test]
    fn other_notations_are_left_to_the_general_way() {
        for text in ["", " 1", "1 ", "1.0", "1e3", "+1", "-1", "1234567890123456789"] {
            assert_eq!(digits(&EscapedStr::plain(text)), None, "{text}");
        }
        let escaped = EscapedStr::checked(r"\u0031", Escaping::Json).expect("an escaped digit");
        assert_eq!(digits(&escaped), None);
        assert_eq!(read(&escaped), Some(1));
    }

    #[test]
    fn spaces_around_a_number_have_no_meaning() {
        for (text, number) in [
            (" \t1\r\n", Some(1)),
            ("\n12.50e1 ", Some(125)),
            ("1 2", None),
            ("1 .0", None),
            ("1e 3", None),
            ("   ", None),
            ("", None),
        ] {
            assert_eq!(read(&EscapedStr::plain(text)), number, "{text:?}");
        }
    }

    #[test]
    fn numbers_end_at_the_greatest_long() {
        for (text, number) in [
            ("9223372036854775807", Some(i64::MAX.unsigned_abs())),
            ("9223372036854775808", None),
            ("92233720368547758070e-1", Some(i64::MAX.unsigned_abs())),
            ("0.0009223372036854775807e22", Some(i64::MAX.unsigned_abs())),
            ("18446744073709551617", None),
            ("1e18", Some(1_000_000_000_000_000_000)),
            ("1e19", None),
            ("0e99999999999999999999", Some(0)),
            ("0e-99999999999999999999", Some(0)),
            ("1e-99999999999999999999", None),
            ("1e99999999999999999999", None),
            ("00000000000000000000000000000000001", Some(1)),
            ("100000000000000000000000000000e-29", Some(1)),
            ("100000000000000000000000000000e-30", None),
        ] {
            assert_eq!(read(&EscapedStr::plain(text)), number, "{text}");
        }
    }
}
