//! The members of an answer in XML: a flat scanner.
//!
//! It reads every well-formed document of XML 1.0 without a document type, which no answer of the
//! service has. Of what nobody reads it checks the tags alone: an attribute may stand twice, a prolog
//! may say anything, and skipped text may hold what XML does not allow.

use super::members::{Member, Members, RawText, Spelling};
use crate::body_error::{BodyError, MAX_DEPTH};
use crate::byte_set::ByteSet;
use crate::escaped::{Escaping, is_space};

/// Notes the members of the answer that starts at `start`.
pub(super) fn read(body: &[u8], start: usize, members: &mut Members) -> Result<(), BodyError> {
    let mut cursor = Cursor { body, at: start };
    if cursor.rest().starts_with(b"<?xml") && cursor.rest().get(5).is_some_and(|b| is_space(*b)) {
        cursor.skip_past(b"?>")?;
    }
    cursor.skip_misc()?;
    let start = cursor.at.saturating_add(1);
    let root = cursor.name_at(start);
    // Where the body is cut off in a name, it might have been a longer one.
    let is_whole = start.saturating_add(root.len()) < body.len();
    let read = read_root(&mut cursor, members);
    // A page is told from its root, but only where there is nothing of an answer in it.
    if is_whole && is_html(root) && (read.is_err() || members.is_empty()) {
        return Err(BodyError::Html);
    }
    read
}

fn read_root(cursor: &mut Cursor<'_>, members: &mut Members) -> Result<(), BodyError> {
    let mut elements = Elements { names: [0; MAX_DEPTH], depth: 0 };
    let (_, is_empty) = cursor.start_tag(&mut elements)?;
    if !is_empty {
        read_content(cursor, &mut elements, members)?;
    }
    cursor.skip_misc()?;
    match cursor.rest() {
        [] => Ok(()),
        _ => Err(BodyError::Trailing { index: cursor.at }),
    }
}

/// A member whose end has not been seen yet.
struct Open {
    member: Member,
    spelling: Spelling,
    /// Where its tag and where its content start.
    tag: usize,
    content: usize,
    /// Whether there is a child element, so that the content is no text.
    has_child: bool,
}

/// Reads from behind the root's start tag to behind its end tag.
fn read_content(
    cursor: &mut Cursor<'_>,
    elements: &mut Elements,
    members: &mut Members,
) -> Result<(), BodyError> {
    let mut open: Option<Open> = None;
    loop {
        cursor.skip_to_tag()?;
        let tag = cursor.at;
        match cursor.rest() {
            [b'<', b'/', ..] => {
                cursor.end_tag(elements)?;
                if elements.depth == 1
                    && let Some(done) = open.take()
                {
                    let raw = RawText { start: done.content, end: tag, form: Escaping::Xml };
                    let value = (!done.has_child).then_some(raw);
                    members.insert(done.member, done.spelling, value, done.tag);
                }
                if elements.depth == 0 {
                    return Ok(());
                }
            }
            [b'<', b'!', b'-', ..] => cursor.skip_comment()?,
            [b'<', b'!', b'[', ..] => {
                cursor.expect(b"<![CDATA[")?;
                cursor.skip_past(b"]]>")?;
            }
            [b'<', b'!', ..] => return Err(cursor.declaration()),
            [b'<', b'?', ..] => cursor.skip_instruction()?,
            _ => {
                let at_top = elements.depth == 1;
                if let Some(parent) = &mut open {
                    parent.has_child = true;
                }
                let (name, is_empty) = cursor.start_tag(elements)?;
                if at_top && let Some((member, spelling)) = Member::of(name) {
                    let content = cursor.at;
                    if is_empty {
                        let raw = RawText { start: content, end: content, form: Escaping::Xml };
                        members.insert(member, spelling, Some(raw), tag);
                    } else {
                        open = Some(Open { member, spelling, tag, content, has_child: false });
                    }
                }
            }
        }
    }
}

/// Where the names stand of the elements that are open, the innermost last.
struct Elements {
    names: [usize; MAX_DEPTH],
    depth: usize,
}

#[derive(Clone, Copy)]
struct Cursor<'a> {
    body: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    fn rest(&self) -> &'a [u8] {
        self.body.get(self.at..).unwrap_or_default()
    }

    fn advance(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes);
    }

    /// The error of a rest that is not what it should be.
    fn unexpected(&self) -> BodyError {
        match self.rest() {
            [] => BodyError::CutOff { index: self.body.len() },
            [byte, ..] => BodyError::Unexpected { byte: *byte, index: self.at },
        }
    }

    /// Moves behind a text that has to stand here.
    fn expect(&mut self, text: &[u8]) -> Result<(), BodyError> {
        for wanted in text {
            if self.rest().first() != Some(wanted) {
                return Err(self.unexpected());
            }
            self.advance(1);
        }
        Ok(())
    }

    fn skip_spaces(&mut self) -> bool {
        let spaces = self.rest().iter().take_while(|byte| is_space(**byte)).count();
        self.advance(spaces);
        spaces > 0
    }

    /// Moves behind the next place where a text stands.
    fn skip_past(&mut self, text: &[u8]) -> Result<(), BodyError> {
        while !self.rest().starts_with(text) {
            if self.rest().is_empty() {
                return Err(self.unexpected());
            }
            self.advance(1);
        }
        self.advance(text.len());
        Ok(())
    }

    fn skip_comment(&mut self) -> Result<(), BodyError> {
        self.expect(b"<!--")?;
        self.skip_past(b"--")?;
        self.expect(b">")
    }

    /// Moves behind a processing instruction, which has a name: not that of the prolog.
    fn skip_instruction(&mut self) -> Result<(), BodyError> {
        self.expect(b"<?")?;
        let index = self.at;
        let name = self.name()?;
        if name == b"xml" && self.rest().first().is_some_and(|byte| is_space(*byte)) {
            return Err(BodyError::Unexpected { byte: b'x', index });
        }
        self.skip_past(b"?>")
    }

    /// Moves to the next tag, which has to come.
    fn skip_to_tag(&mut self) -> Result<(), BodyError> {
        let rest = self.rest();
        self.advance(memchr::memchr(b'<', rest).unwrap_or(rest.len()));
        if self.rest().is_empty() {
            return Err(self.unexpected());
        }
        Ok(())
    }

    /// Moves behind what may stand before and behind the root.
    fn skip_misc(&mut self) -> Result<(), BodyError> {
        loop {
            self.skip_spaces();
            match self.rest() {
                [b'<', b'?', ..] => self.skip_instruction()?,
                [b'<', b'!', b'-', ..] => self.skip_comment()?,
                [b'<', b'!', ..] => return Err(self.declaration()),
                _ => return Ok(()),
            }
        }
    }

    /// The error of a declaration `<!..`.
    fn declaration(&self) -> BodyError {
        let mut cursor = *self;
        cursor.advance(2);
        let keyword = cursor.name_at(cursor.at);
        if keyword.eq_ignore_ascii_case(b"DOCTYPE") {
            cursor.advance(keyword.len());
            cursor.skip_spaces();
            if cursor.name_at(cursor.at).eq_ignore_ascii_case(b"html") {
                return BodyError::Html;
            }
            return BodyError::Doctype { index: self.at };
        }
        if b"DOCTYPE".starts_with(keyword) {
            cursor.advance(keyword.len());
        }
        cursor.unexpected()
    }

    /// The name that stands at a place; empty where none does.
    fn name_at(&self, at: usize) -> &'a [u8] {
        let text = self.body.get(at..).unwrap_or_default();
        if !text.first().is_some_and(|first| is_name_start(*first)) {
            return &[];
        }
        let len = text.iter().take_while(|byte| !ByteSet::ENDS_XML_NAME.contains(**byte)).count();
        text.get(..len).unwrap_or_default()
    }

    fn name(&mut self) -> Result<&'a [u8], BodyError> {
        let name = self.name_at(self.at);
        if name.is_empty() {
            return Err(self.unexpected());
        }
        self.advance(name.len());
        Ok(name)
    }

    /// Moves behind a start tag; returns its name, and whether it is an empty element, which has no
    /// end tag.
    fn start_tag(&mut self, elements: &mut Elements) -> Result<(&'a [u8], bool), BodyError> {
        let tag = self.at;
        self.expect(b"<")?;
        let name = self.name()?;
        let Some(slot) = elements.names.get_mut(elements.depth) else {
            return Err(BodyError::TooDeep { index: tag });
        };
        loop {
            let spaced = self.skip_spaces();
            match self.rest() {
                [b'>', ..] => {
                    self.advance(1);
                    *slot = tag.saturating_add(1);
                    elements.depth = elements.depth.saturating_add(1);
                    return Ok((name, false));
                }
                [b'/', ..] => {
                    self.expect(b"/>")?;
                    return Ok((name, true));
                }
                _ if spaced => self.attribute()?,
                _ => return Err(self.unexpected()),
            }
        }
    }

    fn attribute(&mut self) -> Result<(), BodyError> {
        self.name()?;
        self.skip_spaces();
        self.expect(b"=")?;
        self.skip_spaces();
        let quote = match self.rest() {
            [quote @ (b'"' | b'\''), ..] => *quote,
            _ => return Err(self.unexpected()),
        };
        self.advance(1);
        let value = self.rest().iter().take_while(|byte| **byte != quote && **byte != b'<').count();
        self.advance(value);
        self.expect(&[quote])
    }

    fn end_tag(&mut self, elements: &mut Elements) -> Result<(), BodyError> {
        self.expect(b"</")?;
        let index = self.at;
        let name = self.name()?;
        elements.depth = elements.depth.saturating_sub(1);
        if self.rest().is_empty() {
            return Err(self.unexpected());
        }
        // The name that was opened is as long, where it is the same one.
        let opened = elements.names.get(elements.depth).and_then(|at| self.body.get(*at..));
        let after = opened.and_then(|opened| opened.strip_prefix(name));
        if after.and_then(<[u8]>::first).is_none_or(|byte| !ByteSet::ENDS_XML_NAME.contains(*byte))
        {
            return Err(BodyError::MismatchedTag { index });
        }
        self.skip_spaces();
        self.expect(b">")
    }
}

/// `NameStartChar` of XML 1.0, every character beyond ASCII included.
const fn is_name_start(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || matches!(byte, b'_' | b':' | 0x80..)
}

/// Whether an element of this name is one that a page, or what a proxy takes for one, starts with.
fn is_html(name: &[u8]) -> bool {
    const ROOTS: [&[u8]; 12] = [
        b"html", b"head", b"body", b"title", b"center", b"h1", b"h2", b"h3", b"p", b"pre", b"div",
        b"table",
    ];
    ROOTS.iter().any(|root| name.eq_ignore_ascii_case(root))
}
