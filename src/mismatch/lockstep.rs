//! Reads what was signed on both sides at once, up to the first difference.

use super::part::{Grammar, Position, Role};
use crate::encode::Encode;
use crate::writer::{self, Sink};

/// Where both sides are equal so far, and the component that is being read there.
#[derive(Clone)]
pub(super) struct Start<I> {
    /// What of our side comes before.
    pub(super) offset: usize,
    pub(super) position: Position,
    /// Their side from there on.
    pub(super) theirs: I,
}

/// The first difference.
pub(super) struct Difference<I> {
    /// The start of the component in which it lies.
    pub(super) start: Start<I>,
    /// How many bytes of our side come before it.
    pub(super) offset: usize,
    /// How many bytes of the component can be left out of a look at the difference.
    pub(super) skip: usize,
}

/// A component is looked at from its start, unless the difference lies further away than this.
const NEAR: usize = 64;
/// Otherwise from so many bytes before the difference, or a little more.
const CONTEXT: usize = 16;

/// The first difference between what was signed here and there, if there is one.
pub(super) fn first_difference<I: Iterator<Item = u8> + Clone>(
    ours: &dyn Encode,
    theirs: I,
    grammar: Grammar,
) -> Option<Difference<I>> {
    let position = Position::new(grammar);
    let start = Start { offset: 0, position, theirs: theirs.clone() };
    let mut lockstep = Lockstep {
        start,
        position,
        theirs,
        offset: 0,
        characters: Characters::default(),
        has_parted: false,
    };
    writer::buffered(&mut lockstep, |to| ours.write(to));
    let Lockstep { start, mut theirs, offset, characters, has_parted, .. } = lockstep;
    if !has_parted {
        theirs.next()?;
    }
    let in_component = offset.saturating_sub(start.offset);
    let skip = if in_component > NEAR { characters.anchor } else { start.offset };
    Some(Difference { skip: skip.saturating_sub(start.offset), start, offset })
}

struct Lockstep<I> {
    start: Start<I>,
    position: Position,
    theirs: I,
    offset: usize,
    characters: Characters,
    has_parted: bool,
}

impl<I: Iterator<Item = u8> + Clone> Sink for Lockstep<I> {
    fn put(&mut self, block: &[u8]) {
        for byte in block {
            if self.has_parted || self.theirs.next() != Some(*byte) {
                self.has_parted = true;
                return;
            }
            let role = self.position.read(*byte);
            self.characters.read(*byte, self.offset);
            self.offset = self.offset.saturating_add(1);
            match role {
                Role::Inside => {}
                Role::EndOfName => self.characters.start_at(self.offset),
                Role::End => {
                    self.characters.start_at(self.offset);
                    self.start = Start {
                        offset: self.offset,
                        position: self.position,
                        theirs: self.theirs.clone(),
                    };
                }
            }
        }
    }
}

/// Finds a place a little before the present one at which no character or escape is split.
#[derive(Default)]
struct Characters {
    /// Such a place, at least [`CONTEXT`] bytes before the present one, unless the text is shorter.
    anchor: usize,
    /// A later one.
    next: usize,
    /// How many digits of an escape are to come.
    digits: u8,
}

impl Characters {
    fn start_at(&mut self, offset: usize) {
        *self = Self { anchor: offset, next: offset, digits: 0 };
    }

    fn read(&mut self, byte: u8, offset: usize) {
        match (self.digits, byte) {
            (_, b'%') => self.digits = 2,
            // The first digit tells a byte inside of a character.
            (2, digit) => {
                self.digits = 1;
                if !matches!(digit, b'8' | b'9' | b'A' | b'B' | b'a' | b'b') {
                    self.starts_at(offset.saturating_sub(1));
                }
            }
            (1, _) => self.digits = 0,
            (_, 0x80..=0xbf) => {}
            _ => self.starts_at(offset),
        }
    }

    fn starts_at(&mut self, offset: usize) {
        if offset.saturating_sub(self.next) >= CONTEXT {
            self.anchor = self.next;
            self.next = offset;
        }
    }
}
