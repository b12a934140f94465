//! The members of a response in JSON.
//!
//! Read here, and not by `serde-json-core`, which would go down nested values without a limit, take
//! garbage for a value that nobody reads, lose the whole body over one string that is not UTF-8, say of
//! no mistake where it is, and bring bounds checks of which the linker cannot see that none fails.

use super::body::Body;
use super::fault::Fault;
use super::member::Kind;
use super::slots::{Named, Slots};
use super::span::{Shape, Span};
use crate::escaped::{EscapedStr, Escaping, is_space};

mod syntax;
mod walk;

use syntax::Reader;
pub(super) use walk::Walk;

/// Notes the members of the response that starts at `start`.
pub(super) fn read(body: Body<'_>, start: usize, slots: &mut Slots) -> Result<(), Fault> {
    let mut reader = Reader::new(body.bytes(), start);
    object(&mut reader, body, slots)?;
    reader.skip_spaces();
    match reader.peek() {
        None => Ok(()),
        Some(_) => Err(Fault::Trailing { index: reader.index() }),
    }
}

/// Moves behind an object, and notes its members.
fn object(reader: &mut Reader<'_>, body: Body<'_>, slots: &mut Slots) -> Result<(), Fault> {
    reader.expect(b'{')?;
    reader.skip_spaces();
    if reader.peek() != Some(b'}') {
        loop {
            member(reader, body, slots)?;
            reader.skip_spaces();
            if reader.peek() != Some(b',') {
                break;
            }
            reader.advance(1);
            reader.skip_spaces();
        }
    }
    reader.expect(b'}')
}

/// Reads a name and its value.
fn member(reader: &mut Reader<'_>, body: Body<'_>, slots: &mut Slots) -> Result<(), Fault> {
    let index = reader.index();
    let named = name(reader, slots)?;
    reader.colon()?;
    let Some(named) = named else { return reader.value(1) };
    let start = reader.index();
    let (shape, read) = match reader.peek() {
        Some(b'"') => {
            let span = reader.string()?;
            slots.insert(body, named, span, index);
            return Ok(());
        }
        Some(b'-' | b'0'..=b'9') => {
            reader.value(1)?;
            // Where it is cut off or goes on, it is not the whole number.
            let is_whole = reader.peek().is_some_and(|b| is_space(b) || matches!(b, b',' | b'}'));
            (if is_whole { Shape::Text(Escaping::Plain) } else { Shape::Null }, Ok(()))
        }
        Some(b'n') => (Shape::Null, reader.value(1)),
        Some(b'{' | b'[') => (Shape::Nested, reader.value(1)),
        _ => (Shape::Word, reader.value(1)),
    };
    // The first items of a list can be read even where the body is broken behind them.
    let end = match read {
        Ok(()) => reader.index(),
        Err(fault) if named.kind == Kind::List && shape == Shape::Nested => fault.index(),
        Err(fault) => return Err(fault),
    };
    slots.insert(body, named, Span { start, end, shape }, index);
    read
}

/// Moves behind a name, and returns the member with that name.
fn name(reader: &mut Reader<'_>, slots: &mut Slots) -> Result<Option<Named>, Fault> {
    // Most names are known, and spelled as in the documentation: to look for the end of the name first
    // takes a fifth more of the time of a response.
    let known = reader.rest().strip_prefix(b"\"").and_then(|text| slots.at_start(text));
    if let Some((named, len)) = known {
        reader.advance(len.saturating_add(2));
        return Ok(Some(named));
    }
    let name = reader.string()?;
    let bytes = reader.between(name.start, name.end);
    Ok(match name.shape {
        Shape::Text(Escaping::Plain) => slots.named(bytes),
        _ => unescaped(bytes).and_then(|name| slots.named_by(name)),
    })
}

fn unescaped(name: &[u8]) -> Option<EscapedStr<'_>> {
    EscapedStr::from_json(core::str::from_utf8(name).ok()?).ok()
}
