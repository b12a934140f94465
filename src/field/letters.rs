//! Names and descriptions: which letters a check knows, and what another edition says to a text.

use crate::edition::Edition;
use crate::field::breach::{Breach, Kind, Verdict};
use crate::field::check::verdict;
use crate::field::{forbidden, utf8};
use crate::invalid_parameter::InvalidParameter;
use crate::parameter::Parameter;
use crate::rule::Rule;
use crate::rule::letter::is_letter;

/// What [`verdict`] says where letters are those of Unicode.
pub(crate) fn of_any(rule: &Rule, text: &str) -> Verdict {
    if forbidden::starts(rule, text) {
        return Breach::PREFIX.found();
    }
    let mut from = 0;
    loop {
        let verdict = verdict(rule, text, from);
        let Some(index) = verdict.unexpected() else { return verdict };
        match text.as_bytes().get(index..).and_then(utf8::first) {
            Some((letter, len)) if !letter.is_ascii() && is_letter(letter) => {
                from = index.wrapping_add(len);
            }
            _ => return verdict,
        }
    }
}

/// What it says where all that is not ASCII is refused: no table of letters is linked.
pub(crate) fn of_ascii(rule: &Rule, text: &str) -> Verdict {
    if forbidden::starts(rule, text) {
        return Breach::PREFIX.found();
    }
    let verdict = verdict(rule, text, 0);
    let ascii = text.bytes().take_while(u8::is_ascii).count();
    let index = verdict.unexpected().unwrap_or(text.len()).min(ascii);
    if index == text.len() { verdict } else { Breach::new(Kind::UnexpectedInAscii, index).found() }
}

/// What it says in a constant.
pub(crate) const fn of_constant(rule: &Rule, text: &str) -> Verdict {
    if forbidden::starts(rule, text) {
        return Breach::PREFIX.found();
    }
    let verdict = verdict(rule, text, 0);
    match verdict.unexpected() {
        Some(index) => Breach::new(Kind::UnexpectedInConstant, index).found(),
        None => verdict,
    }
}

/// The refusal of a text by an edition, which names another one that takes it.
pub(crate) fn refuse(
    parameter: Parameter,
    edition: Edition,
    text: &str,
    breach: Breach,
    check: fn(&Rule, &str) -> Verdict,
) -> InvalidParameter {
    let mut refusal = breach.refuse(edition.rule(parameter), text);
    let accepts = |other: &&Edition| check(other.rule(parameter), text).get().is_ok();
    if let Some(other) = edition.others().iter().find(accepts) {
        refusal.accepted_by = Some(*other);
    }
    refusal
}

/// The same in a constant.
pub(crate) const fn refuse_constant(
    parameter: Parameter,
    edition: Edition,
    text: &str,
    breach: Breach,
) -> InvalidParameter {
    let mut refusal = breach.refuse(edition.rule(parameter), text);
    let mut others = edition.others();
    while let [other, rest @ ..] = others {
        if of_constant(other.rule(parameter), text).get().is_ok() {
            refusal.accepted_by = Some(*other);
            break;
        }
        others = rest;
    }
    refusal
}
