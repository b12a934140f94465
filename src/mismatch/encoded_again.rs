//! Whether a parameter that differs was percent-encoded once too often.

use super::lockstep::Start;
use super::part::{Position, Role};
use crate::encode::Encode;
use crate::writer::{self, Sink};

/// Whether the parameter of their side at a place is ours, encoded once more.
pub(super) fn is_encoded_again<I: Iterator<Item = u8> + Clone>(
    ours: &dyn Encode,
    start: &Start<I>,
) -> bool {
    let mut encoded = Encoded {
        offset: start.offset,
        position: start.position,
        value: Some(start.theirs.clone()),
        parts: Some(start.theirs.clone()),
        whole: Some(start.theirs.clone()),
        has_escapes: false,
        is_done: false,
    };
    writer::buffered(&mut encoded, |to| ours.write(to));
    let is_end = |mut rest: I| matches!(rest.next(), None | Some(b'&' | b'\n'));
    encoded.has_escapes && (encoded.value.is_some_and(is_end) || encoded.parts.is_some_and(is_end))
        || encoded.whole.is_some_and(|mut rest| matches!(rest.next(), None | Some(b'%')))
}

/// Holds a parameter of ours, encoded once more, against theirs.
struct Encoded<I> {
    offset: usize,
    position: Position,
    /// Their side, as long as its value is ours encoded once more.
    value: Option<I>,
    /// Their side, as long as its name and value are ours encoded once more.
    parts: Option<I>,
    /// Their side, as long as it is all of ours encoded once more, separators as well.
    whole: Option<I>,
    has_escapes: bool,
    is_done: bool,
}

impl<I: Iterator<Item = u8> + Clone> Sink for Encoded<I> {
    fn put(&mut self, block: &[u8]) {
        let skipped = self.offset.min(block.len());
        self.offset = self.offset.saturating_sub(skipped);
        for byte in block.iter().skip(skipped) {
            let is_end = self.is_done || self.position.read(*byte) == Role::End;
            self.is_done = is_end;
            if is_end {
                return;
            }
            self.has_escapes |= *byte == b'%';
            let escape: &[u8] = match byte {
                b'%' => b"%25",
                b'=' => b"%3D",
                byte => core::slice::from_ref(byte),
            };
            let once = if *byte == b'=' { &b"="[..] } else { escape };
            let name = if self.position.in_value { once } else { core::slice::from_ref(byte) };
            self.value = self.value.take().and_then(|rest| strip(rest, name));
            self.parts = self.parts.take().and_then(|rest| strip(rest, once));
            self.whole = self.whole.take().and_then(|rest| strip(rest, escape));
        }
    }
}

/// What comes behind these bytes.
fn strip<I: Iterator<Item = u8>>(mut text: I, start: &[u8]) -> Option<I> {
    start.iter().all(|byte| text.next() == Some(*byte)).then_some(text)
}
