//! The sentence of a refusal, at run time and in a constant.

use core::fmt::{self, Write as _};

use super::template::{Place, next_piece, template};
use super::within::Within;
use super::{InvalidParameter, Reason};
use crate::edition::Edition;
use crate::parameter::Parameter;
use crate::quoted::Quoted;
use crate::rule::special_block::SpecialBlock;

/// What stands in a place of a template.
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
    /// The sentence, with places for what differs.
    #[expect(clippy::too_many_lines, reason = "each reason has its row")]
    const fn template(&self) -> &'static str {
        match self.reason {
            Reason::Empty => template!("{name} is empty: {expected}"),
            Reason::TooShort { .. } | Reason::TooLong { .. } => {
                template!("{name} has {count} character{s}: it takes {min} to {max}")
            }
            Reason::UnexpectedCharacter { .. } => {
                template!("unexpected character {character} at byte {index} of {name}: {expected}")
            }
            Reason::UnexpectedSecretCharacter { .. } => {
                template!("unexpected character at byte {index} of {name}: {expected}")
            }
            Reason::WhiteSpaceAtEdge { index: 0, .. } => {
                template!("{name} starts with {character}: remove it, it was copied with the value")
            }
            Reason::WhiteSpaceAtEdge { .. } => {
                template!("{name} ends with {character}: remove it, it was copied with the value")
            }
            Reason::NotConstant { .. } => {
                template!(
                    "character {character} at byte {index} of {name} cannot be checked in a constant: \
                 use {name}::new at run time"
                )
            }
            Reason::NotAscii { .. } => {
                template!(
                    "character {character} at byte {index} of {name} is not ASCII: use {name}::new, \
                 which knows all letters"
                )
            }
            Reason::ForbiddenPrefix(_) => {
                template!("{name} starts with \"{prefix}\": leave the prefix out")
            }
            Reason::ContainsUrl { .. } => {
                template!(
                    "{name} contains a URL at byte {index}: leave \"http://\" and \"https://\" out"
                )
            }
            Reason::Incomplete => template!("{name} ends too early: {expected}"),
            Reason::LeadingZero { .. } => {
                template!("leading zero at byte {index} of {name}: leave it out")
            }
            Reason::NumberTooSmall { .. } => {
                template!("number at byte {index} of {name} is too small: it starts from {bound}")
            }
            Reason::NumberTooLarge { .. } => {
                template!("number at byte {index} of {name} is too large: it goes up to {bound}")
            }
            Reason::Ipv6 if matches!(self.rule.parameter, Parameter::Host) => {
                template!("{name} is an IPv6 address: write a name or an IPv4 address")
            }
            Reason::Ipv6 => {
                template!(
                    "{name} is an IPv6 address: the service accepts only IPv4, as in 101.12.0.12"
                )
            }
            Reason::NotPublic(_) => template!("{name} lies in {block}: {expected}"),
            Reason::ReservedAsn(0) => {
                template!("{name} 0 is reserved by RFC 7607: give the number of your own network")
            }
            Reason::ReservedAsn(_) => {
                template!(
                    "{name} {bound} is Alibaba Cloud's own: give the number of your own network"
                )
            }
            Reason::NoSuchTime { .. } => {
                template!("no such date or time at byte {index} of {name}: {expected}")
            }
            Reason::TimeOutOfRange => {
                template!(
                    "{name} is out of range: it goes from 1970-01-01T00:00:00Z to 9999-12-31T23:59:59Z"
                )
            }
            Reason::UpperCase { .. } => {
                template!(
                    "upper-case {character} at byte {index} of {name}: write it in lower case, as HTTP \
                 clients do, because the host is signed"
                )
            }
            Reason::EmptyLabel { .. } => {
                template!("empty label at byte {index} of {name}: {expected}")
            }
            Reason::LabelTooLong { .. } => {
                template!(
                    "label at byte {index} of {name} has {count} characters: a label takes 1 to 63"
                )
            }
            Reason::NoIpv4 { .. } => {
                template!(
                    "number at byte {index} of {name} ends no IPv4 address: write four numbers from 0 to \
                 255 with dots between, or a name"
                )
            }
            Reason::NoPort { .. } => {
                template!(
                    "no port at byte {index} of {name}: write a number from 1 to 65535 after the colon, \
                 or neither"
                )
            }
            Reason::DefaultPort(_) => {
                template!(
                    "{name} ends with \":{bound}\": leave the port out, as HTTP clients do, because the \
                 host is signed"
                )
            }
            Reason::NoHost { .. } => {
                template!(
                    "no host has {character} at byte {index} of {name}: use lower-case letters and \
                 digits with '-' between, as in cn-shanghai"
                )
            }
            Reason::TooManyTags { .. } => {
                template!("{name} has {count} tags: it takes up to {bound}")
            }
            Reason::NoSpace { .. } => {
                template!(
                    "{name} takes {count} byte{s}, and there is space for {bound}: use a type of greater \
                 capacity"
                )
            }
            Reason::DuplicateKey { .. } => {
                template!("Tags.{bound}.Key is duplicated in Tags.{count}.Key: {expected}")
            }
            Reason::MissingToken => {
                template!(
                    "{name} is missing: an AccessKeyId that starts with \"STS.\" comes with one"
                )
            }
            Reason::MissingAsn => {
                template!("{name} needs an Asn: give the number of your own network as well")
            }
            Reason::NotInEdition(_) => {
                template!(
                    "{name} is not a parameter of edition {edition}: leave it out, or use edition \
                 {other}"
                )
            }
        }
    }

    /// What follows the sentence where the editions differ.
    const fn note(&self) -> &'static str {
        match self.reason {
            Reason::NotInEdition(_) => "",
            _ if self.accepted_by.is_some() => {
                template!(" (edition {edition}; {other} accepts the value)")
            }
            Reason::TooShort { .. }
            | Reason::TooLong { .. }
            | Reason::UnexpectedCharacter { .. }
            | Reason::NotPublic(_)
                if self.rule.edition.is_some() && Edition::all_have(self.rule.parameter) =>
            {
                template!(" (edition {edition})")
            }
            _ => "",
        }
    }

    /// What stands in a place of a template.
    #[inline(never)]
    const fn part(&self, place: Place) -> Part {
        match (place, self.reason) {
            (Place::Name, _) => Part::Text(self.rule.name()),
            (Place::Expected, _) => Part::Text(self.rule.expected()),
            (Place::Min, _) => Part::Number(self.rule.min as usize),
            (Place::Max, _) => Part::Number(self.rule.max as usize),
            (
                Place::Count,
                Reason::TooShort { characters }
                | Reason::TooLong { characters }
                | Reason::LabelTooLong { characters, .. },
            ) => Part::Number(characters),
            (Place::Count, Reason::TooManyTags { tags, .. }) => Part::Number(tags),
            (Place::Count, Reason::NoSpace { bytes, .. }) => Part::Number(bytes),
            (Place::Count, Reason::DuplicateKey { second, .. }) => Part::number(second as u32),
            (
                Place::PluralS,
                Reason::TooShort { characters: 1 }
                | Reason::TooLong { characters: 1 }
                | Reason::NoSpace { bytes: 1, .. },
            ) => Part::Text(""),
            (Place::PluralS, _) => Part::Text("s"),
            (Place::Prefix, Reason::ForbiddenPrefix(prefix)) => Part::Text(prefix),
            (Place::Block, Reason::NotPublic(block)) => Part::Block(block),
            (
                Place::Bound,
                Reason::NumberTooSmall { min: bound, .. }
                | Reason::NumberTooLarge { max: bound, .. }
                | Reason::ReservedAsn(bound),
            ) => Part::number(bound),
            (Place::Bound, Reason::DefaultPort(port)) => Part::number(port as u32),
            (Place::Bound, Reason::TooManyTags { max, .. }) => Part::Number(max),
            (Place::Bound, Reason::NoSpace { capacity, .. }) => Part::Number(capacity),
            (Place::Bound, Reason::DuplicateKey { first, .. }) => Part::number(first as u32),
            (Place::Edition, _) => Part::edition(self.edition()),
            (Place::Other, _) => Part::edition(self.accepted_by),
            (Place::Index, reason) => match reason.index() {
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

impl fmt::Display for InvalidParameter {
    /// Writes the sentence; with a precision (`{:.64}`), no more than so many bytes of it: whoever
    /// asks for one has that much space.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut to = Within::precision_of(f);
        for mut template in [self.template(), self.note()] {
            while let Some((text, place, rest)) = next_piece(template) {
                to.write_str(text)?;
                match self.part(place) {
                    Part::Text(text) => to.write_str(text)?,
                    Part::Number(number) => write!(to, "{number}")?,
                    Part::Character(character) => to.write_str(Quoted::new(character).as_str())?,
                    Part::Block(block) => write!(to, "{block}")?,
                }
                template = rest;
            }
            to.write_str(template)?;
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
        let mut template = template;
        while let Some((text, place, rest)) = next_piece(template) {
            self = self.with(text.as_bytes());
            self = match refused.part(place) {
                Part::Text(text) => self.with(text.as_bytes()),
                Part::Number(number) => self.with_number(number),
                Part::Character(character) => self.with(Quoted::new(character).as_str().as_bytes()),
                Part::Block(block) => self.with_block(block),
            };
            template = rest;
        }
        self.with(template.as_bytes())
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
            Some((bytes, _)) => match core::str::from_utf8(bytes) {
                Ok(text) => text,
                // Whole texts were put in.
                Err(_) => "",
            },
            None => "",
        }
    }
}
