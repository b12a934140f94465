//! The members of a response in XML: a flat scanner.
//!
//! It reads every well-formed document of XML 1.0 without a document type, which no response of the
//! service has. Of what nobody reads it checks only the tags: an attribute may be duplicated, a prolog
//! may say anything, and skipped text may hold what XML does not allow.

use super::flaw::{Flaw, What};
use super::member::Kind;
use super::refusal::Refusal;
use super::slots::{Named, Slots};
use super::span::{Shape, Span};
use crate::escaped::is_space;

mod syntax;
mod walk;

use syntax::{Elements, Reader};
pub(super) use walk::Walk;

/// Notes the members of the response that starts at `start`; returns why it is none, and what is
/// wrong behind them.
pub(super) fn read(start: usize, slots: &mut Slots<'_>) -> (Option<Refusal>, Flaw) {
    let mut reader = Reader::new(slots.body.bytes(), start);
    match document(&mut reader, slots) {
        Ok(()) => (None, Flaw::NONE),
        Err(Stop::Page) => (Some(Refusal::Html), Flaw::NONE),
        // Markup that is broken and has nothing of a response is somebody else's.
        Err(Stop::Flaw(flaw)) if flaw.loses_the_rest() && !slots.is_any_named() => {
            (Some(Refusal::NoMember), flaw)
        }
        Err(Stop::Flaw(flaw)) => (None, flaw),
    }
}

/// Why reading a document ends before the end of the body.
enum Stop {
    /// It is an HTML page.
    Page,
    Flaw(Flaw),
}

impl From<Flaw> for Stop {
    fn from(flaw: Flaw) -> Self {
        Self::Flaw(flaw)
    }
}

fn document(reader: &mut Reader<'_>, slots: &mut Slots<'_>) -> Result<(), Stop> {
    if reader.rest().starts_with(b"<?xml") && reader.rest().get(5).copied().is_some_and(is_space) {
        reader.skip_past(b"?>")?;
    }
    let read = reader.skip_misc();
    if reader.is_page() {
        return Err(Stop::Page);
    }
    read?;
    element(reader, slots)?;
    reader.skip_misc()?;
    match reader.rest() {
        [] => Ok(()),
        _ => Err(Flaw::new(What::Trailing, reader.index()).into()),
    }
}

/// Moves behind an element, and notes the members that are its children.
fn element(reader: &mut Reader<'_>, slots: &mut Slots<'_>) -> Result<(), Flaw> {
    let mut elements = Elements::new();
    if reader.start_tag(&mut elements)? {
        return Ok(());
    }
    let mut open = None;
    let read = content(reader, &mut elements, slots, &mut open);
    // The first items of a list can be read even where the body is broken behind them.
    if let (Err(flaw), Some(list)) = (read, open)
        && list.named.kind == Kind::List
    {
        let span = Span::new(list.tag, flaw.index, Shape::Nested);
        slots.insert(list.named, span, list.tag);
    }
    read
}

/// A member whose end tag has not been read yet.
#[derive(Clone, Copy)]
struct OpenMember {
    named: Named,
    /// Where its tag and where its content start.
    tag: usize,
    content: usize,
    /// Whether there is a child element, so that the content is no text.
    has_child: bool,
}

impl OpenMember {
    /// Its value, once the end tag at `end` was read.
    fn span(&self, end: usize, behind: usize) -> Span {
        if self.named.kind == Kind::List {
            return Span::new(self.tag, behind, Shape::Nested);
        }
        let shape = if self.has_child { Shape::Nested } else { Shape::Xml };
        Span::new(self.content, end, shape)
    }
}

/// Reads from behind an element's start tag to behind its end tag.
fn content(
    reader: &mut Reader<'_>,
    elements: &mut Elements,
    slots: &mut Slots<'_>,
    open: &mut Option<OpenMember>,
) -> Result<(), Flaw> {
    loop {
        reader.skip_to_tag()?;
        let tag = reader.index();
        if reader.is_at_end_tag() {
            reader.end_tag(elements)?;
            if elements.depth() == 1
                && let Some(done) = open.take()
            {
                slots.insert(done.named, done.span(tag, reader.index()), done.tag);
            }
            if elements.depth() == 0 {
                return Ok(());
            }
            continue;
        }
        let at_top = elements.depth() == 1;
        if let Some(parent) = open {
            parent.has_child = true;
        }
        let is_empty = reader.start_tag(elements)?;
        if at_top && let Some(named) = slots.named(local(reader.name())) {
            let content = reader.index();
            let member = OpenMember { named, tag, content, has_child: false };
            if is_empty {
                slots.insert(named, member.span(content, content), tag);
            } else {
                *open = Some(member);
            }
        }
    }
}

/// A name without its namespace prefix.
#[cfg_attr(not(target_pointer_width = "64"), inline(never))]
fn local(name: &[u8]) -> &[u8] {
    // A loop takes less flash.
    let prefix = if cfg!(target_pointer_width = "64") {
        memchr::memchr(b':', name)
    } else {
        name.iter().position(|byte| *byte == b':')
    };
    prefix.and_then(|colon| name.get(colon.wrapping_add(1)..)).unwrap_or(name)
}
