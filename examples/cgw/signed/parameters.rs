//! The parameters of a query and of a form body.

use std::borrow::Cow;
use std::collections::btree_map::Entry;

use percent_encoding::percent_decode_str;

use super::Texts;
use crate::refusal::Refusal;

/// The parameters that every request may have, whatever its action. What Go and the older Python send
/// as `SignatureType` is empty.
const COMMON: [&str; 11] = [
    "AccessKeyId",
    "Action",
    "Format",
    "SecurityToken",
    "Signature",
    "SignatureMethod",
    "SignatureNonce",
    "SignatureType",
    "SignatureVersion",
    "Timestamp",
    "Version",
];

/// Whether a parameter is not the action's own.
pub(crate) fn is_common(name: &str) -> bool {
    COMMON.contains(&name)
}

/// Reads a query or a form body into parameters that may be there already. A name that is there with
/// the same value counts once.
pub(super) fn read(text: &str, what: &str, to: &mut Texts) -> Result<(), Refusal> {
    let mut start = 0_usize;
    for pair in text.split('&') {
        if !pair.is_empty() {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let start_of_value = start.saturating_add(name.len()).saturating_add(1);
            let name = decode(name, start, what)?;
            let value = decode(value, start_of_value, what)?;
            match to.entry(name.into_owned()) {
                Entry::Vacant(free) => drop(free.insert(value.into_owned())),
                Entry::Occupied(taken) if *taken.get() == *value => {}
                Entry::Occupied(taken) => {
                    let name = taken.key();
                    let sentence = format!("{name} is there with two values: send it once");
                    return Err(Refusal::of(name, sentence));
                }
            }
        }
        start = start.saturating_add(pair.len()).saturating_add(1);
    }
    Ok(())
}

/// A name or a value, which starts at this byte of the whole.
fn decode<'t>(text: &'t str, start: usize, what: &str) -> Result<Cow<'t, str>, Refusal> {
    let is_escape = |behind: &str| {
        let digits = behind.as_bytes().get(..2);
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    };
    let mut signs = text.match_indices('%').map(|(index, _)| index);
    let is_broken = |index: &usize| {
        let behind = text.get(index.saturating_add(1)..).unwrap_or_default();
        // Two bytes of a longer character are no digits either.
        !is_escape(behind)
    };
    if let Some(index) = signs.find(is_broken) {
        let index = start.saturating_add(index);
        return Err(Refusal::sentence(format!(
            "'%' at byte {index} of {what} has no two hexadecimal digits behind it: write it as %25"
        )));
    }
    // A `+` is a space, as in forms: clients write both.
    let spaced = text.replace('+', " ");
    let decoded = percent_decode_str(&spaced).decode_utf8();
    let refused =
        || Refusal::sentence(format!("what starts at byte {start} of {what} is not UTF-8"));
    decoded.map(|text| Cow::Owned(text.into_owned())).map_err(|_| refused())
}
