//! Sentences with places for what differs, which the compiler makes short.

/// A place in a sentence, which stands there as this byte.
#[derive(Clone, Copy)]
#[repr(u8)]
pub(super) enum Place {
    Name = 1,
    Expected,
    Min,
    Max,
    Count,
    PluralS,
    Prefix,
    Block,
    Bound,
    Edition,
    Other,
    Index,
    Character,
}

impl Place {
    const ALL: [(Self, &'static str); 13] = [
        (Self::Name, "name"),
        (Self::Expected, "expected"),
        (Self::Min, "min"),
        (Self::Max, "max"),
        (Self::Count, "count"),
        (Self::PluralS, "s"),
        (Self::Prefix, "prefix"),
        (Self::Block, "block"),
        (Self::Bound, "bound"),
        (Self::Edition, "edition"),
        (Self::Other, "other"),
        (Self::Index, "index"),
        (Self::Character, "character"),
    ];

    /// The place of a byte of a template; every other byte is text.
    const fn of(byte: u8) -> Option<Self> {
        match byte {
            1 => Some(Self::Name),
            2 => Some(Self::Expected),
            3 => Some(Self::Min),
            4 => Some(Self::Max),
            5 => Some(Self::Count),
            6 => Some(Self::PluralS),
            7 => Some(Self::Prefix),
            8 => Some(Self::Block),
            9 => Some(Self::Bound),
            10 => Some(Self::Edition),
            11 => Some(Self::Other),
            12 => Some(Self::Index),
            13 => Some(Self::Character),
            _ => None,
        }
    }
}

const _: () = {
    let mut places: &[_] = &Place::ALL;
    while let Some(((place, _), rest)) = places.split_first() {
        assert!(matches!(Place::of(*place as u8), Some(read) if read as u8 == *place as u8));
        places = rest;
    }
};

/// A template whose places are a byte each, from one in which they have names: `{name} is empty`.
macro_rules! template {
    ($text:literal) => {{
        const SHORT: [u8; $crate::invalid_parameter::template::short_len($text)] =
            $crate::invalid_parameter::template::short($text);
        const TEXT: &str = match core::str::from_utf8(&SHORT) {
            Ok(text) => text,
            Err(_) => "",
        };
        TEXT
    }};
}
pub(super) use template;

/// How long a template is when each place is a byte.
pub(super) const fn short_len(text: &str) -> usize {
    let (_, len) = shorten::<0>(text);
    len
}

/// A template in which each place is a byte.
pub(super) const fn short<const N: usize>(text: &str) -> [u8; N] {
    let (short, _) = shorten(text);
    short
}

/// The start of a short template, and its length.
#[expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "the compiler runs it"
)]
const fn shorten<const N: usize>(text: &str) -> ([u8; N], usize) {
    let text = text.as_bytes();
    let mut short = [0; N];
    let (mut from, mut to) = (0, 0);
    while from < text.len() {
        let mut byte = text[from];
        from += 1;
        if byte == b'{' {
            let (_, after) = text.split_at(from);
            let mut places: &[_] = &Place::ALL;
            byte = loop {
                let Some(((place, name), rest)) = places.split_first() else {
                    panic!("a place without a name");
                };
                if is_named(after, name.as_bytes()) {
                    from += name.len() + 1;
                    break *place as u8;
                }
                places = rest;
            };
        }
        if to < N {
            short[to] = byte;
        }
        to += 1;
    }
    (short, to)
}

/// Whether a text starts with a name and `}`.
#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "the compiler runs it"
)]
const fn is_named(text: &[u8], name: &[u8]) -> bool {
    let mut index = 0;
    while index < name.len() {
        if text[index] != name[index] {
            return false;
        }
        index += 1;
    }
    text[index] == b'}'
}

/// The text before the first place, the place, and what follows it; `None` if there is no place.
pub(super) const fn next_piece(template: &str) -> Option<(&str, Place, &str)> {
    let mut rest = template.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        if let Some(place) = Place::of(*byte) {
            let len = template.len().saturating_sub(rest.len());
            return match (
                template.split_at_checked(len),
                template.split_at_checked(len.saturating_add(1)),
            ) {
                (Some((before, _)), Some((_, after))) => Some((before, place, after)),
                _ => None,
            };
        }
        rest = after;
    }
    None
}
