//! Numbers in decimal digits, without signs or leading zeros.

use crate::field::breach::{Breach, Kind, Verdict};

/// Reads the number at the start of `rest`, the end of `text`, and moves behind it. What is wrong with a
/// number that is too large says how large it may be.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "no number has more bits")]
pub(crate) const fn read(text: &str, rest: &mut &[u8], too_large: Kind) -> Result<u32, Breach> {
    match verdict(text, rest, too_large).get() {
        Ok(number) => Ok(number as u32),
        Err(breach) => Err(breach),
    }
}

const fn verdict(text: &str, rest: &mut &[u8], too_large: Kind) -> Verdict {
    let index = text.len().wrapping_sub(rest.len());
    let max = match too_large {
        Kind::MoreThan8Bits => 0xff,
        Kind::MoreThan16Bits => 0xffff,
        _ => u32::MAX,
    };
    let mut after = match *rest {
        [b'0', b'0'..=b'9', ..] => return Breach::new(Kind::LeadingZero, index).found(),
        [b'0'..=b'9', ..] => *rest,
        _ => return Breach::new(Kind::Unexpected, index).found(),
    };
    let mut number: u32 = 0;
    while let [digit @ b'0'..=b'9', others @ ..] = after {
        let longer = (number as u64).wrapping_mul(10).wrapping_add((*digit & 0x0f) as u64);
        if longer > max as u64 {
            return Breach::new(too_large, index).found();
        }
        number = (longer & 0xffff_ffff) as u32;
        after = others;
    }
    *rest = after;
    Verdict::ok(number as usize)
}
