//! Texts of any characters: what they start with, what they hold, how many there are.

use crate::edition::Edition;
use crate::field::checked::Checked;
use crate::field::{ascii, forbidden};
use crate::invalid_parameter::InvalidParameter;
use crate::invalid_parameter::reason::Reason;
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
    // What is not ASCII needs encoding, which `is_ascii` tells many bytes at once.
    if text.is_ascii() { ascii::checked(text) } else { Checked::new(text, false) }
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

/// What is wrong with a text that no table of letters is needed for.
#[inline(never)]
fn aside_from_letters(rule: &Rule, text: &str) -> Option<Reason> {
    forbidden::reason(rule, text).or_else(|| ascii::length(rule, count(text)))
}

/// What is wrong with the first character.
fn first_letter(rule: &Rule, text: &str) -> Option<Reason> {
    let first = text.chars().next()?;
    let refused = !first.is_alphabetic();
    refused.then(|| ascii::unexpected_reason(rule, text, text.as_bytes()))
}

/// The first character that is neither one that the rule allows of ASCII, nor a letter beyond it.
fn letters(rule: &Rule, text: &str) -> Option<Reason> {
    // Two simple passes are faster than a clever one, and the second is left out beyond ASCII.
    if text.is_ascii() && rule.ascii.contains_all(text.as_bytes()) {
        return None;
    }
    let mut rest = text.as_bytes();
    loop {
        rest = match rest {
            // Most of what is not ASCII in a name, and slow to look up.
            [0xe5..=0xe9, _, _, after @ ..] | [0xe4, 0xb8..=0xbf, _, after @ ..] => after,
            _ => match ascii::first(rest) {
                Some(character) if allows_letter(rule, character) => {
                    rest.get(character.len_utf8()..).unwrap_or_default()
                }
                Some(_) => return Some(ascii::unexpected_reason(rule, text, rest)),
                None => return None,
            },
        };
    }
}

fn allows_letter(rule: &Rule, character: char) -> bool {
    match u8::try_from(character) {
        Ok(byte) if byte.is_ascii() => rule.ascii.contains(byte),
        _ => character.is_alphabetic(),
    }
}

/// The same as [`check`] in a constant, where `char::is_alphabetic` cannot be called: beyond ASCII,
/// letters are then the Chinese characters from U+4E00 to U+9FFF.
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
