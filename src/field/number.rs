//! Numbers in decimal digits, without signs or leading zeros.

use crate::field::ascii;
use crate::invalid_parameter::reason::Reason;

/// Reads the number at the start of `rest`, the end of `text`, and moves behind it.
pub(crate) const fn read(text: &str, rest: &mut &[u8], max: u32) -> Result<u32, Reason> {
    let start = *rest;
    let index = text.len().saturating_sub(start.len());
    let mut value: u32 = 0;
    let mut overflow = false;
    while let [digit @ b'0'..=b'9', after @ ..] = *rest {
        let (tens, over) = value.overflowing_mul(10);
        let (sum, carry) = tens.overflowing_add((*digit & 0x0f) as u32);
        value = sum;
        overflow |= over | carry;
        *rest = after;
    }
    match start.len().saturating_sub(rest.len()) {
        0 => Err(ascii::unexpected_written(text, start)),
        2.. if matches!(start, [b'0', ..]) => Err(Reason::LeadingZero { index }),
        _ if !overflow && value <= max => Ok(value),
        _ => Err(Reason::NumberTooLarge { index, max }),
    }
}
