//! Checks of a text against its rule, without a table of letters.

use crate::byte_set::{ByteSet, Sets};
use crate::field::breach::{Breach, Kind, Verdict};
use crate::field::checked::Checked;
use crate::field::{forbidden, utf8};
use crate::rule::{BeyondAscii, Rule};

/// Checks a text against a rule that speaks of no letters.
#[inline]
pub(crate) const fn check<'a>(rule: &Rule, text: &'a str) -> Result<Checked<'a>, Breach> {
    // The compiler knows the rule where this is inlined: only one that forbids something has it looked for.
    if forbidden::starts(rule, text) {
        return Err(Breach::PREFIX);
    }
    if !rule.urls
        && let Some(breach) = forbidden::url(text.as_bytes())
    {
        return Err(breach);
    }
    match verdict(rule, text, 0).get() {
        Ok(unreserved) => Ok(Checked::new(text, unreserved & 1 != 0)),
        Err(breach) => Err(breach),
    }
}

/// Whether nothing in a text needs encoding, if the rule wants that known; or how it breaks the rule
/// first: by a character, or by how many there are. What it may not start with or hold has been looked for.
///
/// Beyond ASCII, this takes the Chinese characters from U+4E00 to U+9FFF for letters. A check that knows
/// more goes on from the byte behind one of them.
#[inline(never)]
pub(crate) const fn verdict(rule: &Rule, text: &str, from: usize) -> Verdict {
    let bytes = text.as_bytes();
    let is_ascii_first = !matches!(bytes, [0x80..=0xff, ..]);
    let takes_all = matches!(rule.beyond_ascii, BeyondAscii::All);
    let mut shared = Sets::NONE;
    if from == 0 {
        // Most texts are decided by what all their bytes have in common.
        if is_ascii_first && !takes_all {
            shared = Sets::of_all(bytes);
        }
    }
    if !shared.are_in(rule.ascii)
        && let Some((before, rest)) = bytes.split_at_checked(from)
    {
        let rest = if takes_all {
            unexpected_first(rule, rest, before.is_empty())
        } else {
            unexpected(rule, rest)
        };
        if !rest.is_empty() {
            return Breach::unexpected(text, rest).found();
        }
    }
    let characters = if shared.are_in(ByteSet::ASCII) { bytes.len() } else { utf8::count(text) };
    if characters < rule.min as usize || characters > rule.max as usize {
        return Breach::new(Kind::Length, characters).found();
    }
    if takes_all && is_ascii_first && rule.unreserved {
        shared = Sets::of_all(bytes);
    }
    Verdict::ok(shared.are_in(ByteSet::UNRESERVED) as usize)
}

/// The rest of a text from the first character on that the rule does not allow.
const fn unexpected<'a>(rule: &Rule, mut rest: &'a [u8]) -> &'a [u8] {
    let letters = matches!(rule.beyond_ascii, BeyondAscii::Letters);
    loop {
        // Two at a time, where there is room for it.
        while cfg!(target_pointer_width = "64")
            && letters
            && let [0xe5..=0xe9, _, _, 0xe5..=0xe9, _, _, after @ ..] = rest
        {
            rest = after;
        }
        while letters
            && let [0xe5..=0xe9, _, _, after @ ..] | [0xe4, 0xb8..=0xbf, _, after @ ..] = rest
        {
            rest = after;
        }
        rest = match rest {
            [byte, after @ ..] if rule.ascii.contains(*byte) => after,
            _ => return rest,
        };
    }
}

/// The same where only the first character can be one.
const fn unexpected_first<'a>(rule: &Rule, text: &'a [u8], is_first: bool) -> &'a [u8] {
    match text {
        _ if !rule.starts_with_letter || !is_first => &[],
        [b'A'..=b'Z' | b'a'..=b'z' | 0xe5..=0xe9, ..] | [0xe4, 0xb8..=0xbf, ..] => &[],
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use crate::rule::letter::is_letter;

    #[test]
    fn chinese_characters_are_letters() {
        assert!(('\u{4e00}'..='\u{9fff}').all(is_letter));
    }
}
