//! Texts of any characters: what they start with, what they hold, how many there are.

use crate::byte_set::ByteSet;
use crate::edition::Edition;
use crate::field::checked::Checked;
use crate::field::{ascii, forbidden};
use crate::invalid_parameter::InvalidParameter;
use crate::invalid_parameter::reason::Reason;
use crate::rule::letter::is_letter;
use crate::rule::{BeyondAscii, Rule};

/// Checks a text against a rule.
///
/// It is inlined so that firmware in which only one rule is checked links no table of letters unless
/// that rule speaks of letters.
#[inline]
pub(crate) fn check(rule: &'static Rule, text: &str) -> Result<(), InvalidParameter> {
    match reason(rule, text) {
        None => Ok(()),
        Some(reason) => Err(InvalidParameter::new(rule, reason)),
    }
}

/// A text that is known to keep its rule.
pub(crate) fn checked(text: &str) -> Checked<'_> {
    // What is not ASCII needs encoding, which the first byte often tells.
    let is_ascii_first = text.as_bytes().first().is_none_or(u8::is_ascii);
    Checked::new(text, is_ascii_first && ByteSet::UNRESERVED.contains_all(text.as_bytes()))
}

/// What is wrong with a text: what it starts with, then a character, then how many there are.
#[inline]
fn reason(rule: &'static Rule, text: &str) -> Option<Reason> {
    let aside_from_letters = aside_from_letters(rule, text);
    if let Some(Reason::ForbiddenPrefix(_) | Reason::ContainsUrl { .. }) = aside_from_letters {
        return aside_from_letters;
    }
    let letters = match rule.beyond_ascii {
        BeyondAscii::Letters => letters(rule, text),
        _ if rule.starts_with_letter => first_letter(rule, text),
        _ => None,
    };
    letters.or(aside_from_letters)
}

/// Checks a text of ASCII against a rule, which takes no table of letters.
pub(crate) fn check_ascii(
    edition: Edition,
    rule: impl Fn(Edition) -> &'static Rule,
    text: &str,
) -> Result<(), InvalidParameter> {
    let own = rule(edition);
    let Some(reason) = ascii_reason(own, text) else { return Ok(()) };
    let refusal = InvalidParameter::new(own, reason);
    match edition.others().iter().find(|other| ascii_reason(rule(**other), text).is_none()) {
        Some(other) => Err(refusal.accepted_by_edition(*other)),
        None => Err(refusal),
    }
}

/// What is wrong with a text of ASCII; that it is none, if it is not.
#[inline(never)]
fn ascii_reason(rule: &Rule, text: &str) -> Option<Reason> {
    let aside_from_letters = aside_from_letters(rule, text);
    if let Some(Reason::ForbiddenPrefix(_) | Reason::ContainsUrl { .. }) = aside_from_letters {
        return aside_from_letters;
    }
    let allowed = match rule.beyond_ascii {
        BeyondAscii::Letters => rule.ascii,
        BeyondAscii::None | BeyondAscii::All => ByteSet::ASCII,
    };
    let mut rest = text.as_bytes();
    if !rule.starts_with_letter || rest.first().is_none_or(u8::is_ascii_alphabetic) {
        while let [byte, after @ ..] = rest
            && allowed.contains(*byte)
        {
            rest = after;
        }
    }
    match ascii::unexpected_written(text, rest) {
        Reason::UnexpectedCharacter { character, index } if !character.is_ascii() => {
            Some(Reason::NotAscii { character, index })
        }
        Reason::Incomplete => aside_from_letters,
        reason => Some(reason),
    }
}

/// What is wrong with a text that no table of letters is needed for.
#[inline(never)]
fn aside_from_letters(rule: &Rule, text: &str) -> Option<Reason> {
    forbidden::reason(rule, text).or_else(|| ascii::length(rule, count(text)))
}

/// What is wrong with the first character.
fn first_letter(rule: &Rule, text: &str) -> Option<Reason> {
    let first = ascii::first(text.as_bytes())?;
    let refused = !is_letter(first);
    refused.then(|| ascii::unexpected_reason(rule, text, text.as_bytes()))
}

/// The first character that is neither one that the rule allows of ASCII, nor a letter beyond it.
#[inline(never)]
fn letters(rule: &Rule, text: &str) -> Option<Reason> {
    let mut rest = text.as_bytes();
    if rest.first().is_some_and(u8::is_ascii) && rule.ascii.contains_all(rest) {
        return None;
    }
    loop {
        rest = match rest {
            // Most of what is not ASCII in a name, and slow to look up.
            [0xe5..=0xe9, _, _, after @ ..] | [0xe4, 0xb8..=0xbf, _, after @ ..] => after,
            [byte, after @ ..] if rule.ascii.contains(*byte) => after,
            [] => return None,
            _ => match ascii::first(rest) {
                Some(letter) if !letter.is_ascii() && is_letter(letter) => {
                    rest.get(letter.len_utf8()..).unwrap_or_default()
                }
                _ => break,
            },
        };
    }
    Some(ascii::unexpected_reason(rule, text, rest))
}

/// The same as [`check`] in a constant, for which no table is read: beyond ASCII, letters are then the Chinese characters from U+4E00 to U+9FFF.
pub(crate) const fn const_check<'a>(
    rule: &'static Rule,
    text: &'a str,
) -> Result<Checked<'a>, InvalidParameter> {
    if let Some(refusal) = forbidden::refusal(rule, text) {
        return Err(refusal);
    }
    let mut rest = text.as_bytes();
    if let BeyondAscii::Letters = rule.beyond_ascii {
        loop {
            rest = match rest {
                [0xe5..=0xe9, _, _, after @ ..] | [0xe4, 0xb8..=0xbf, _, after @ ..] => after,
                [byte, after @ ..] if rule.ascii.contains(*byte) && byte.is_ascii() => after,
                [] => break,
                _ => return Err(in_constant(rule, text, rest)),
            };
        }
    }
    if rule.starts_with_letter {
        match text.as_bytes() {
            [] | [b'A'..=b'Z' | b'a'..=b'z' | 0xe5..=0xe9, ..] | [0xe4, 0xb8..=0xbf, ..] => {}
            bytes => return Err(in_constant(rule, text, bytes)),
        }
    }
    match ascii::check_length(rule, const_count(text)) {
        Ok(()) => Ok(ascii::checked(text)),
        Err(refusal) => Err(refusal),
    }
}

/// The refusal of a character in a constant, which may be a letter if it is not one of ASCII.
const fn in_constant(rule: &'static Rule, text: &str, rest: &[u8]) -> InvalidParameter {
    let refusal = ascii::unexpected(rule, text, rest);
    match refusal.reason() {
        Reason::UnexpectedCharacter { character, index } if !character.is_ascii() => {
            InvalidParameter::new(rule, Reason::NotConstant { character, index })
        }
        _ => refusal,
    }
}

/// A refusal that says whether another edition accepts the text.
#[inline]
pub(crate) fn with_note(
    refusal: InvalidParameter,
    edition: Edition,
    text: &str,
    rule: impl Fn(Edition) -> &'static Rule,
) -> InvalidParameter {
    match edition.others().iter().find(|other| reason(rule(**other), text).is_none()) {
        Some(other) => refusal.accepted_by_edition(*other),
        None => refusal,
    }
}

/// Counts the Unicode scalar values of a text: the bytes that continue none.
pub(crate) fn count(text: &str) -> usize {
    // A sum of bytes lets the compiler count many bytes at once, as long as it cannot overflow.
    let in_part = |part: &[u8]| part.iter().fold(0_u8, |sum, byte| sum.wrapping_add(starts(*byte)));
    text.as_bytes().chunks(255).fold(0, |sum: usize, part| sum.saturating_add(in_part(part).into()))
}

/// The same in a constant.
pub(crate) const fn const_count(text: &str) -> usize {
    let mut bytes = text.as_bytes();
    let mut characters: usize = 0;
    while let Some((byte, rest)) = bytes.split_first() {
        characters = characters.wrapping_add(starts(*byte) as usize);
        bytes = rest;
    }
    characters
}

/// 1 for a byte that a character starts with, 0 for one that continues it.
const fn starts(byte: u8) -> u8 {
    (byte & 0xc0 != 0x80) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_every_length() {
        for character in ["a", "é", "上", "🏢"] {
            for length in 0..=600 {
                let text = character.repeat(length);
                assert_eq!((count(&text), const_count(&text)), (length, length), "{character}");
            }
        }
    }

    #[test]
    fn chinese_characters_of_constants_are_letters() {
        assert!(('\u{4e00}'..='\u{9fff}').all(char::is_alphabetic));
    }
}
