//! Numbers in decimal digits.

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
}
