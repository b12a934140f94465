//! Numbers in decimal digits, without signs or leading zeros.

use crate::field::ascii;
use crate::invalid_parameter::InvalidParameter;
use crate::invalid_parameter::reason::Reason;
use crate::rule::Rule;

/// Reads the number at the start of `start`, the end of `text`, and returns what follows it.
pub(crate) const fn read<'a>(
    rule: &'static Rule,
    text: &str,
    start: &'a [u8],
    max: u32,
) -> Result<(u32, &'a [u8]), InvalidParameter> {
    let index = text.len().saturating_sub(start.len());
    let mut rest = start;
    let mut value: u32 = 0;
    let mut overflow = false;
    while let [digit @ b'0'..=b'9', after @ ..] = rest {
        let (tens, over) = value.overflowing_mul(10);
        let (sum, carry) = tens.overflowing_add((*digit & 0x0f) as u32);
        value = sum;
        overflow |= over | carry;
        rest = after;
    }
    let reason = match start.len().saturating_sub(rest.len()) {
        0 => return Err(ascii::unexpected(rule, text, rest)),
        2.. if matches!(start, [b'0', ..]) => Reason::LeadingZero { index },
        _ if !overflow && value <= max => return Ok((value, rest)),
        _ => Reason::NumberTooLarge { index, max },
    };
    Err(InvalidParameter::new(rule, reason))
}
