//! Numbers in decimal digits, those of IPv4 addresses included.

/// A number, or several with dots between, in decimal digits without leading zeros.
pub(crate) struct Decimal {
    text: [u8; MAX],
    /// Where the text starts: it is written from its end on.
    start: usize,
}

/// The characters of the longest text, an IPv4 address.
const MAX: usize = 15;

impl Decimal {
    pub(crate) fn new(number: u32) -> Self {
        Self::dotted(&[number])
    }

    /// An IPv4 address.
    pub(crate) fn dotted_quad(octets: [u8; 4]) -> Self {
        Self::dotted(&octets.map(u32::from))
    }

    /// Numbers with dots between.
    pub(crate) fn dotted(numbers: &[u32]) -> Self {
        let mut text = [b'.'; MAX];
        let mut start = MAX;
        let mut places = text.iter_mut().rev();
        for mut number in numbers.iter().rev().copied() {
            for place in &mut places {
                let [.., last] = (number % 10).to_be_bytes();
                *place = b'0' | last;
                number /= 10;
                if number == 0 {
                    break;
                }
            }
            start = places.len();
            // The dot is there already.
            places.next();
        }
        Self { text, start }
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.text.get(self.start..).unwrap_or_default()
    }

    pub(crate) fn as_str(&self) -> &str {
        // Digits and dots are ASCII, so this cannot fail.
        core::str::from_utf8(self.as_bytes()).unwrap_or_default()
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
            assert_eq!(Decimal::dotted_quad(octets).as_str(), text);
        }
    }
}
