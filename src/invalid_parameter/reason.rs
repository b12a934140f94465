//! The kinds of refusals.

use crate::edition::Edition;
use crate::rule::special_block::SpecialBlock;

/// Why a value was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum Reason {
    /// There is no text.
    Empty,
    /// There are too few characters.
    TooShort {
        /// How many there are.
        characters: usize,
    },
    /// There are too many characters.
    TooLong {
        /// How many there are.
        characters: usize,
    },
    /// A character may not stand where it stands.
    UnexpectedCharacter {
        /// The character.
        character: char,
        /// Its first byte.
        index: usize,
    },
    /// A character may not stand where it stands, and is not shown because it may be part of a secret
    /// (white space is none).
    UnexpectedSecretCharacter {
        /// Its first byte.
        index: usize,
    },
    /// The text starts or ends with white space that was copied with it: an end of a line, mostly.
    WhiteSpaceAtEdge {
        /// The first character of it, or the last.
        character: char,
        /// Its first byte.
        index: usize,
    },
    /// A character that only run time can check: a constant knows the letters of ASCII and the
    /// Chinese characters from U+4E00 to U+9FFF.
    NotConstant {
        /// The character.
        character: char,
        /// Its first byte.
        index: usize,
    },
    /// A character that is not ASCII, in a text that was checked as ASCII.
    NotAscii {
        /// The character.
        character: char,
        /// Its first byte.
        index: usize,
    },
    /// The text starts with something that is kept for others, such as `http://` or `acs:`.
    ForbiddenPrefix(
        /// The prefix.
        &'static str,
    ),
    /// The text holds `http://` or `https://`.
    ContainsUrl {
        /// Its first byte.
        index: usize,
    },
    /// The text ends where more is needed.
    Incomplete,
    /// A number starts with a zero that it does not need.
    LeadingZero {
        /// The zero.
        index: usize,
    },
    /// A number is smaller than may stand there.
    NumberTooSmall {
        /// The first digit of the number.
        index: usize,
        /// The smallest number that may stand there.
        min: u32,
    },
    /// A number is greater than may stand there.
    NumberTooLarge {
        /// The first digit of the number.
        index: usize,
        /// The greatest number that may stand there.
        max: u32,
    },
    /// The text is an IPv6 address.
    Ipv6,
    /// The address lies in a block that no gateway has its address in.
    NotPublic(
        /// The block.
        SpecialBlock,
    ),
    /// The autonomous system number is one that nobody may use here.
    ReservedAsn(
        /// The number: 0 or 45104.
        u32,
    ),
    /// There is no such date or time.
    NoSuchTime {
        /// The first digit of the number that is out of its range.
        index: usize,
    },
    /// The time lies outside of the years 1970 to 9999.
    TimeOutOfRange,
    /// A host is written in upper case.
    UpperCase {
        /// The first letter in upper case.
        character: char,
        /// Its first byte.
        index: usize,
    },
    /// A label of a host has no characters.
    EmptyLabel {
        /// Where a character is missing.
        index: usize,
    },
    /// A label of a host has too many characters.
    LabelTooLong {
        /// The first byte of the label.
        index: usize,
        /// How many characters it has.
        characters: usize,
    },
    /// A host's last label is a number, as in an IPv4 address, and the host is none.
    NoIpv4 {
        /// The first byte of the number.
        index: usize,
    },
    /// A host's port is none.
    NoPort {
        /// The byte after the colon.
        index: usize,
    },
    /// A host's port is the one that an HTTP client leaves out.
    DefaultPort(
        /// The port: 80 or 443.
        u16,
    ),
    /// A region's id cannot be part of a host.
    NoHost {
        /// The character that no host has there.
        character: char,
        /// Its first byte.
        index: usize,
    },
    /// There are too many tags.
    TooManyTags {
        /// How many there are.
        tags: usize,
        /// How many there may be.
        max: usize,
    },
    /// The tags have more bytes than a type that owns them has space for: no rule, so that the service
    /// may take them.
    NoSpace {
        /// How many bytes their keys and values have.
        bytes: usize,
        /// How many there is space for.
        capacity: usize,
    },
    /// Two tags have the same key.
    DuplicateKey {
        /// The number of the first of them, from 1.
        first: u8,
        /// The number of the second.
        second: u8,
    },
    /// There is none beside an `AccessKeyId` that starts with `STS.`, which comes with one.
    MissingToken,
    /// A key of BGP is given without an `Asn`.
    MissingAsn,
    /// The edition has no such parameter.
    NotInEdition(
        /// The edition.
        Edition,
    ),
}

impl Reason {
    pub(crate) const fn index(self) -> Option<usize> {
        match self {
            Self::UnexpectedCharacter { index, .. }
            | Self::UnexpectedSecretCharacter { index }
            | Self::WhiteSpaceAtEdge { index, .. }
            | Self::NotConstant { index, .. }
            | Self::NotAscii { index, .. }
            | Self::ContainsUrl { index }
            | Self::LeadingZero { index }
            | Self::NumberTooSmall { index, .. }
            | Self::NumberTooLarge { index, .. }
            | Self::NoSuchTime { index }
            | Self::UpperCase { index, .. }
            | Self::EmptyLabel { index }
            | Self::LabelTooLong { index, .. }
            | Self::NoIpv4 { index }
            | Self::NoPort { index }
            | Self::NoHost { index, .. } => Some(index),
            Self::ForbiddenPrefix(_) => Some(0),
            _ => None,
        }
    }

    pub(crate) const fn character(self) -> Option<char> {
        match self {
            Self::UnexpectedCharacter { character, .. }
            | Self::WhiteSpaceAtEdge { character, .. }
            | Self::NotConstant { character, .. }
            | Self::NotAscii { character, .. }
            | Self::UpperCase { character, .. }
            | Self::NoHost { character, .. } => Some(character),
            Self::LeadingZero { .. } => Some('0'),
            _ => None,
        }
    }
}
