//! A method, a parameter, a header or another component of what is signed, with its value.

use super::excerpt::{CAPACITY, Excerpt};
use super::lockstep::Start;
use super::part::{Part, Position, Role};
use super::raw::Raw;
use super::utf8::Utf8;
use crate::encode::Encode;
use crate::escaped::EscapedStr;
use crate::percent::decode::{Characters, Decode};
use crate::response::echo::{self, Redacted};
use crate::writer::{self, Sink};

/// A component, decoded and without secrets.
pub(super) struct Component {
    pub(super) part: Part,
    pub(super) name: Excerpt,
    pub(super) value: Option<Excerpt>,
    pub(super) is_secret: bool,
    /// Where it ends, counted from where it was looked for.
    pub(super) end: usize,
    /// What comes behind it.
    pub(super) after: Position,
}

impl Component {
    /// Whether a value follows its name, if it has one.
    pub(super) const fn is_whole(&self) -> bool {
        self.value.is_some()
    }
}

/// How much of a name is shown. The longest of the service's own have about 20 characters.
const NAME: usize = 48;

/// The longest escape of a byte.
const ESCAPE: usize = 3;

/// Reads a component.
struct Reader {
    position: Position,
    part: Part,
    name: Raw<{ NAME * ESCAPE }>,
    value: Raw<{ (CAPACITY + 4) * ESCAPE }>,
    has_value: bool,
    /// How many bytes of the component were read.
    len: usize,
    /// How many bytes of it are not copied.
    skip: usize,
    has_skipped: bool,
    /// How many bytes were read in all.
    read: usize,
    is_done: bool,
}

impl Reader {
    const fn new(position: Position, skip: usize) -> Self {
        Self {
            position,
            part: position.part,
            name: Raw::new(),
            value: Raw::new(),
            has_value: false,
            len: 0,
            skip,
            has_skipped: false,
            read: 0,
            is_done: false,
        }
    }

    fn read(&mut self, byte: u8) {
        if self.is_done {
            return;
        }
        match self.position.read(byte) {
            Role::End if self.len == 0 => self.part = self.position.part,
            Role::End => {
                self.is_done = true;
                return;
            }
            Role::EndOfName => {
                self.has_value = true;
                self.len = self.len.saturating_add(1);
            }
            Role::Inside => {
                if !self.position.in_value && self.has_names() {
                    self.name.push(byte);
                } else if self.len >= self.skip {
                    self.value.push(byte);
                } else {
                    self.has_skipped = true;
                }
                self.len = self.len.saturating_add(1);
            }
        }
        self.read = self.read.saturating_add(1);
    }

    const fn has_names(&self) -> bool {
        matches!(self.part, Part::Parameter | Part::Header | Part::SignedHeader)
    }

    /// `None` if there is no component.
    fn finish(self) -> Option<Component> {
        if self.len == 0 {
            return None;
        }
        let is_encoded = self.part == Part::Parameter;
        let mut name = excerpt(self.name.as_bytes(), is_encoded, [false, self.name.is_cut]);
        let is_secret = echo::secret_name(name.as_str()).is_some_and(|end| {
            // What follows may be the secret itself, of a text that is damaged.
            name.truncate(end);
            true
        });
        let value = if self.part == Part::SignedHeader {
            Some(name.clone())
        } else if !self.has_value && self.has_names() {
            None
        } else if is_secret {
            Some(Excerpt::redacted())
        } else {
            let is_cut = [self.has_skipped, self.value.is_cut];
            Some(excerpt(self.value.as_bytes(), is_encoded, is_cut))
        };
        Some(Component {
            part: self.part,
            name,
            value,
            is_secret,
            end: self.read,
            after: self.position,
        })
    }
}

/// A copy of what is still encoded, decoded and without secrets.
fn excerpt(raw: &[u8], is_encoded: bool, [at_start, at_end]: [bool; 2]) -> Excerpt {
    // What is no text ends it.
    let (text, is_whole) = match core::str::from_utf8(raw) {
        Ok(text) => (text, true),
        Err(error) => (valid(raw, error.valid_up_to()), false),
    };
    // Secrets are found by their names, whatever they are encoded with.
    let redacted = Redacted::new(EscapedStr::plain(text), None).chars();
    let is_cut = [at_start, at_end || !is_whole];
    if is_encoded {
        Excerpt::of(Characters::new(Decode::once(Utf8::new(redacted))), is_cut)
    } else {
        Excerpt::of(redacted, is_cut)
    }
}

fn valid(raw: &[u8], len: usize) -> &str {
    raw.get(..len).and_then(|text| core::str::from_utf8(text).ok()).unwrap_or_default()
}

/// The component of their side at a place.
pub(super) fn of_theirs<I: Iterator<Item = u8> + Clone>(
    start: &Start<I>,
    skip: usize,
) -> Option<Component> {
    let mut reader = Reader::new(start.position, skip);
    for byte in start.theirs.clone() {
        reader.read(byte);
        if reader.is_done {
            break;
        }
    }
    reader.finish()
}

/// The component of our side at a place.
pub(super) fn of_ours<I>(ours: &dyn Encode, start: &Start<I>, skip: usize) -> Option<Component> {
    struct From {
        offset: usize,
        reader: Reader,
    }

    impl Sink for From {
        fn put(&mut self, block: &[u8]) {
            let skipped = self.offset.min(block.len());
            self.offset = self.offset.saturating_sub(skipped);
            block.iter().skip(skipped).for_each(|byte| self.reader.read(*byte));
        }
    }

    let mut from = From { offset: start.offset, reader: Reader::new(start.position, skip) };
    writer::buffered(&mut from, |to| ours.write(to));
    from.reader.finish()
}
