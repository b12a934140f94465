//! The sentence of a refusal, at run time and in a constant.

use core::fmt::{self, Write as _};

use super::quoted::Quoted;
use super::within::Within;
use super::{InvalidParameter, Reason};
use crate::edition::Edition;
use crate::parameter::Parameter;
use crate::rule::special_block::SpecialBlock;

/// What stands in a place `{..}` of a template.
enum Part {
    Text(&'static str),
    Number(usize),
    Character(char),
    Block(SpecialBlock),
}

impl Part {
    /// A number of any width that a message holds.
    const fn number(number: u32) -> Self {
        Self::Number(number as usize)
    }
}

impl InvalidParameter {
    /// The sentence, with places.
    const fn template(&self) -> &'static str {
        match self.reason {
            Reason::Empty => "{name} is empty: {expected}",
            Reason::TooShort { .. } | Reason::TooLong { .. } => {
                "{name} has {count} character{s}: it takes {min} to {max}"
            }
            Reason::UnexpectedCharacter { .. } => {
                "unexpected character {character} at byte {index} of {name}: {expected}"
            }
            Reason::UnexpectedSecretCharacter { .. } => {
                "unexpected character at byte {index} of {name}: {expected}"
            }
            Reason::WhiteSpaceAtEdge { index: 0, .. } => {
                "{name} starts with {character}: remove it, it was copied with the value"
            }
            Reason::WhiteSpaceAtEdge { .. } => {
                "{name} ends with {character}: remove it, it was copied with the value"
            }
            Reason::NotConstant { .. } => {
                "character {character} at byte {index} of {name} cannot be checked in a constant: \
                 use {name}::new at run time"
            }
            Reason::ForbiddenPrefix(_) => "{name} starts with \"{prefix}\": leave the prefix out",
            Reason::ContainsUrl { .. } => {
                "{name} contains a URL at byte {index}: leave \"http://\" and \"https://\" out"
            }
            Reason::Incomplete => "{name} ends too early: {expected}",
            Reason::LeadingZero { .. } => "leading zero at byte {index} of {name}: leave it out",
            Reason::NumberTooSmall { .. } => {
                "number at byte {index} of {name} is too small: it starts from {bound}"
            }
            Reason::NumberTooLarge { .. } => {
                "number at byte {index} of {name} is too large: it goes up to {bound}"
            }
            Reason::Ipv6 if matches!(self.rule.parameter, Parameter::Host) => {
                "{name} is an IPv6 address: write a name or an IPv4 address"
            }
            Reason::Ipv6 => {
                "{name} is an IPv6 address: the service accepts only IPv4, as in 101.12.0.12"
            }
            Reason::NotPublic(_) => "{name} lies in {block}: {expected}",
            Reason::ReservedAsn(0) => {
                "{name} 0 is reserved by RFC 7607: give the number of your own network"
            }
            Reason::ReservedAsn(_) => {
                "{name} {bound} is Alibaba Cloud's own: give the number of your own network"
            }
            Reason::NoSuchTime { .. } => {
                "no such date or time at byte {index} of {name}: {expected}"
            }
            Reason::TimeOutOfRange => {
                "{name} is out of range: it goes from 1970-01-01T00:00:00Z to 9999-12-31T23:59:59Z"
            }
            Reason::UpperCase { .. } => {
                "upper-case {character} at byte {index} of {name}: write it in lower case, as HTTP \
                 clients do, because the host is signed"
            }
            Reason::EmptyLabel { .. } => "empty label at byte {index} of {name}: {expected}",
            Reason::LabelTooLong { .. } => {
                "label at byte {index} of {name} has {count} characters: a label takes 1 to 63"
            }
            Reason::NoIpv4 { .. } => {
                "number at byte {index} of {name} ends no IPv4 address: write four numbers from 0 to \
                 255 with dots between, or a name"
            }
            Reason::NoPort { .. } => {
                "no port at byte {index} of {name}: write a number from 1 to 65535 after the colon, \
                 or neither"
            }
            Reason::DefaultPort(_) => {
                "{name} ends with \":{bound}\": leave the port out, as HTTP clients do, because the \
                 host is signed"
            }
            Reason::NoHost { .. } => {
                "no host has {character} at byte {index} of {name}: use lower-case letters and \
                 digits with '-' between, as in cn-shanghai"
            }
            Reason::TooManyTags { .. } => "{name} has {count} tags: it takes up to {bound}",
            Reason::DuplicateKey { .. } => {
                "Tags.{bound}.Key is duplicated in Tags.{count}.Key: {expected}"
            }
            Reason::MissingToken => {
                "{name} is missing: an AccessKeyId that starts with \"STS.\" comes with one"
            }
            Reason::MissingAsn => {
                "{name} needs an Asn: give the number of your own network as well"
            }
            Reason::NotInEdition(_) => {
                "{name} is not a parameter of edition {edition}: leave it out, or use edition \
                 {other}"
            }
        }
    }

    /// What follows the sentence where the editions differ.
    const fn note(&self) -> &'static str {
        match self.reason {
            Reason::NotInEdition(_) => "",
            _ if self.accepted_by.is_some() => " (edition {edition}; {other} accepts the value)",
            Reason::TooShort { .. }
            | Reason::TooLong { .. }
            | Reason::UnexpectedCharacter { .. }
            | Reason::NotPublic(_)
                if self.rule.edition.is_some() && Edition::all_have(self.rule.parameter) =>
            {
                " (edition {edition})"
            }
            _ => "",
        }
    }

    /// What stands in a place of a template.
    const fn part(&self, place: &[u8]) -> Part {
        match (place, self.reason) {
            (b"name", _) => Part::Text(self.rule.name),
            (b"expected", _) => Part::Text(self.rule.expected),
            (b"min", _) => Part::number(self.rule.min),
            (b"max", _) => Part::number(self.rule.max),
            (
                b"count",
                Reason::TooShort { characters }
                | Reason::TooLong { characters }
                | Reason::LabelTooLong { characters, .. },
            ) => Part::Number(characters),
            (b"count", Reason::TooManyTags { tags, .. }) => Part::Number(tags),
            (b"count", Reason::DuplicateKey { second, .. }) => Part::number(second as u32),
            (b"s", Reason::TooShort { characters: 1 } | Reason::TooLong { characters: 1 }) => {
                Part::Text("")
            }
            (b"s", _) => Part::Text("s"),
            (b"prefix", Reason::ForbiddenPrefix(prefix)) => Part::Text(prefix),
            (b"block", Reason::NotPublic(block)) => Part::Block(block),
            (
                b"bound",
                Reason::NumberTooSmall { min: bound, .. }
                | Reason::NumberTooLarge { max: bound, .. }
                | Reason::ReservedAsn(bound),
            ) => Part::number(bound),
            (b"bound", Reason::DefaultPort(port)) => Part::number(port as u32),
            (b"bound", Reason::TooManyTags { max, .. }) => Part::Number(max),
            (b"bound", Reason::DuplicateKey { first, .. }) => Part::number(first as u32),
            (b"edition", _) => Part::edition(self.edition()),
            (b"other", _) => Part::edition(self.accepted_by),
            (b"index", reason) => match reason.index() {
                Some(index) => Part::Number(index),
                None => Part::Text(""),
            },
            (_, reason) => match reason.character() {
                Some(character) => Part::Character(character),
                None => Part::Text(""),
            },
        }
    }
}

impl Part {
    const fn edition(edition: Option<Edition>) -> Self {
        Self::Text(match edition {
            Some(edition) => edition.as_str(),
            None => "",
        })
    }
}

/// A piece of a template: text, and the name of the place that follows it.
const fn next_piece(template: &[u8]) -> (&[u8], &[u8], &[u8]) {
    let (text, rest) = before(template, b'{');
    let (place, rest) = before(rest, b'}');
    (text, place, rest)
}

/// What stands before a byte and after it.
const fn before(text: &[u8], wanted: u8) -> (&[u8], &[u8]) {
    let mut len: usize = 0;
    let mut rest = text;
    while let Some((byte, after)) = rest.split_first() {
        if *byte == wanted {
            return match text.split_at_checked(len) {
                Some((before, _)) => (before, after),
                None => (text, b""),
            };
        }
        len = len.saturating_add(1);
        rest = after;
    }
    (text, b"")
}

const fn text_of(bytes: &[u8]) -> &str {
    match core::str::from_utf8(bytes) {
        Ok(text) => text,
        // A template is cut at ASCII characters.
        Err(_) => "",
    }
}

impl fmt::Display for InvalidParameter {
    /// Writes the sentence; with a precision (`{:.64}`), no more than so many bytes of it: whoever
    /// asks for one has that much space.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut to = Within::precision_of(f);
        for template in [self.template(), self.note()] {
            let mut rest = template.as_bytes();
            while !rest.is_empty() {
                let (text, place, after) = next_piece(rest);
                to.write_str(text_of(text))?;
                rest = after;
                if place.is_empty() {
                    continue;
                }
                match self.part(place) {
                    Part::Text(text) => to.write_str(text)?,
                    Part::Number(number) => write!(to, "{number}")?,
                    Part::Character(character) => to.write_str(Quoted::new(character).as_str())?,
                    Part::Block(block) => write!(to, "{block}")?,
                }
            }
        }
        Ok(())
    }
}

/// The sentence of a refusal that a constant can hold.
#[derive(Clone, Copy)]
pub struct Sentence {
    bytes: [u8; Sentence::CAPACITY],
    len: usize,
}

impl Sentence {
    /// No sentence is longer.
    const CAPACITY: usize = 320;

    /// The sentence of a refusal.
    #[must_use]
    pub const fn new(refused: &InvalidParameter) -> Self {
        let empty = Self { bytes: [0; Self::CAPACITY], len: 0 };
        empty.with_template(refused, refused.template()).with_template(refused, refused.note())
    }

    const fn with_template(mut self, refused: &InvalidParameter, template: &str) -> Self {
        let mut rest = template.as_bytes();
        while !rest.is_empty() {
            let (text, place, after) = next_piece(rest);
            self = self.with(text);
            rest = after;
            if place.is_empty() {
                continue;
            }
            self = match refused.part(place) {
                Part::Text(text) => self.with(text.as_bytes()),
                Part::Number(number) => self.with_number(number),
                Part::Character(character) => self.with(Quoted::new(character).as_str().as_bytes()),
                Part::Block(block) => self.with_block(block),
            };
        }
        self
    }

    const fn with(mut self, mut text: &[u8]) -> Self {
        while let Some((byte, rest)) = text.split_first() {
            if let Some((_, free)) = self.bytes.split_at_mut_checked(self.len)
                && let Some(place) = free.first_mut()
            {
                *place = *byte;
                self.len = self.len.saturating_add(1);
            }
            text = rest;
        }
        self
    }

    #[expect(
        clippy::arithmetic_side_effects,
        clippy::cast_possible_truncation,
        reason = "the divisor is no zero, and a digit is less than 10"
    )]
    const fn with_number(self, number: usize) -> Self {
        let mut divisor = 1;
        while number / divisor >= 10 {
            divisor *= 10;
        }
        let mut sentence = self;
        while divisor > 0 {
            sentence = sentence.with(&[b'0' | (number / divisor % 10) as u8]);
            divisor /= 10;
        }
        sentence
    }

    const fn with_block(self, block: SpecialBlock) -> Self {
        let [a, b, c, d] = block.network();
        self.with_number(a as usize)
            .with(b".")
            .with_number(b as usize)
            .with(b".")
            .with_number(c as usize)
            .with(b".")
            .with_number(d as usize)
            .with(b"/")
            .with_number(block.prefix_len() as usize)
            .with(b" (")
            .with(block.name().as_bytes())
            .with(b")")
    }

    /// The sentence, to the letter as `Display` writes it.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        match self.bytes.split_at_checked(self.len) {
            Some((bytes, _)) => text_of(bytes),
            None => "",
        }
    }
}
