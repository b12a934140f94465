//! Numbers in decimal digits, without signs or leading zeros.

use crate::field::ascii;
use crate::invalid_parameter::{InvalidParameter, Reason};
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
    let mut value: Option<u32> = Some(0);
    while let [digit @ b'0'..=b'9', after @ ..] = rest {
        value = match value {
            Some(value) => match value.checked_mul(10) {
                Some(value) => value.checked_add((*digit & 0x0f) as u32),
                None => None,
            },
            None => None,
        };
        rest = after;
    }
    let reason = match (start.len().saturating_sub(rest.len()), value) {
        (0, _) => return Err(ascii::unexpected(rule, text, rest)),
        (2.., _) if matches!(start, [b'0', ..]) => Reason::LeadingZero { index },
        (_, Some(value)) if value <= max => return Ok((value, rest)),
        _ => Reason::NumberTooLarge { index, max },
    };
    Err(InvalidParameter::new(rule, reason))
}
