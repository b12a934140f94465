//! Numbers in decimal digits, IPv4 addresses included.

/// A number in decimal digits, without leading zeros.
pub(crate) struct Decimal {
    digits: [u8; 10],
    start: usize,
}

impl Decimal {
    pub(crate) fn new(mut number: u32) -> Self {
        let mut digits = [b'0'; 10];
        let mut start = digits.len();
        for digit in digits.iter_mut().rev() {
            let [.., last] = (number % 10).to_be_bytes();
            *digit = b'0' | last;
            start = start.saturating_sub(1);
            number /= 10;
            if number == 0 {
                break;
            }
        }
        Self { digits, start }
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.digits.get(self.start..).unwrap_or_default()
    }

    pub(crate) fn as_str(&self) -> &str {
        // Digits are ASCII, so this cannot fail.
        core::str::from_utf8(self.as_bytes()).unwrap_or_default()
    }
}

/// An IPv4 address as four numbers with dots between.
pub(crate) struct DottedQuad {
    text: [u8; 15],
    len: usize,
}

impl DottedQuad {
    pub(crate) fn new(octets: [u8; 4]) -> Self {
        let mut quad = Self { text: [b'.'; 15], len: 0 };
        let [a, b, c, d] = octets;
        quad.push(a);
        for octet in [b, c, d] {
            // The dot is there already.
            quad.len = quad.len.saturating_add(1);
            quad.push(octet);
        }
        quad
    }

    fn push(&mut self, octet: u8) {
        if octet >= 100 {
            self.push_digit(octet / 100);
        }
        if octet >= 10 {
            self.push_digit(octet / 10 % 10);
        }
        self.push_digit(octet % 10);
    }

    fn push_digit(&mut self, digit: u8) {
        if let Some(place) = self.text.get_mut(self.len) {
            *place = b'0' | digit;
        }
        self.len = self.len.saturating_add(1);
    }

    pub(crate) fn as_str(&self) -> &str {
        // Digits and dots are ASCII, so this cannot fail.
        let text = self.text.get(..self.len).unwrap_or_default();
        core::str::from_utf8(text).unwrap_or_default()
    }
}

/// How many digits a number has.
pub(crate) const fn digits(number: u32) -> usize {
    match number.checked_ilog10() {
        Some(log) => (log as usize).saturating_add(1),
        None => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_every_length() {
        for (number, text) in [
            (0, "0"),
            (9, "9"),
            (10, "10"),
            (255, "255"),
            (8_061_384, "8061384"),
            (u32::MAX, "4294967295"),
        ] {
            assert_eq!(Decimal::new(number).as_str(), text);
        }
    }

    #[test]
    fn addresses_of_every_length() {
        for (octets, text) in [
            ([0, 0, 0, 0], "0.0.0.0"),
            ([1, 10, 100, 255], "1.10.100.255"),
            ([101, 12, 0, 99], "101.12.0.99"),
            ([200, 109, 255, 101], "200.109.255.101"),
        ] {
            assert_eq!(DottedQuad::new(octets).as_str(), text);
        }
    }
}
