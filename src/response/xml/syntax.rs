//! The syntax of XML 1.0: where a tag ends, and where it is broken.

use crate::byte_set::ends_xml_name;
use crate::escaped::is_space;
use crate::response::fault::MAX_DEPTH;
use crate::response::flaw::{Flaw, What};

/// Where the names stand of the elements that are open, the innermost last.
pub(super) struct Elements {
    names: [usize; MAX_DEPTH],
    depth: usize,
}

impl Elements {
    pub(super) const fn new() -> Self {
        Self { names: [0; MAX_DEPTH], depth: 0 }
    }

    pub(super) const fn depth(&self) -> usize {
        self.depth
    }
}

/// A place in a body.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    body: &'a [u8],
    at: usize,
    /// The name that was read last.
    name: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(super) const fn new(body: &'a [u8], at: usize) -> Self {
        Self { body, at, name: &[] }
    }

    pub(super) const fn index(&self) -> usize {
        self.at
    }

    pub(super) fn rest(&self) -> &'a [u8] {
        self.body.get(self.at..).unwrap_or_default()
    }

    /// The name in the tag that was read last.
    pub(super) const fn name(&self) -> &'a [u8] {
        self.name
    }

    fn peek(&self) -> Option<u8> {
        self.body.get(self.at).copied()
    }

    fn advance(&mut self, bytes: usize) {
        self.at = self.at.wrapping_add(bytes);
    }

    /// The error of a rest that is not what it should be.
    fn unexpected(&self) -> Flaw {
        match self.peek() {
            None => Flaw::new(What::CutOff, self.body.len()),
            Some(byte) => Flaw::unexpected(byte, self.at),
        }
    }

    /// Moves behind a text that has to stand here.
    fn expect(&mut self, text: &[u8]) -> Result<(), Flaw> {
        for wanted in text {
            if self.peek() != Some(*wanted) {
                return Err(self.unexpected());
            }
            self.advance(1);
        }
        Ok(())
    }

    fn skip_spaces(&mut self) -> bool {
        let start = self.at;
        while self.peek().is_some_and(is_space) {
            self.advance(1);
        }
        self.at != start
    }

    /// Moves behind the next place where a text stands.
    pub(super) fn skip_past(&mut self, text: &[u8]) -> Result<(), Flaw> {
        let first = text.first().copied().unwrap_or_default();
        loop {
            let rest = self.rest();
            let Some(at) = memchr::memchr(first, rest) else {
                return Err(Flaw::new(What::CutOff, self.body.len()));
            };
            self.advance(at);
            if self.rest().starts_with(text) {
                self.advance(text.len());
                return Ok(());
            }
            self.advance(1);
        }
    }

    fn skip_comment(&mut self) -> Result<(), Flaw> {
        self.expect(b"<!--")?;
        self.skip_past(b"--")?;
        self.expect(b">")
    }

    /// Moves behind a processing instruction, which has a name: not that of the prolog.
    fn skip_instruction(&mut self) -> Result<(), Flaw> {
        self.expect(b"<?")?;
        let index = self.at;
        self.read_name()?;
        if !self.peek().is_some_and(is_space) {
            return self.expect(b"?>");
        }
        if self.name == b"xml" {
            return Err(Flaw::unexpected(b'x', index));
        }
        self.skip_past(b"?>")
    }

    /// Moves to the next tag of an element, which has to come.
    pub(super) fn skip_to_tag(&mut self) -> Result<(), Flaw> {
        loop {
            if self.peek() != Some(b'<') {
                let rest = self.rest();
                self.advance(memchr::memchr(b'<', rest).unwrap_or(rest.len()));
            }
            match self.rest() {
                [] => return Err(self.unexpected()),
                [_, b'!', b'-', ..] => self.skip_comment()?,
                [_, b'!', b'[', ..] => {
                    self.expect(b"<![CDATA[")?;
                    self.skip_past(b"]]>")?;
                }
                [_, b'!', ..] => return Err(self.declaration()),
                [_, b'?', ..] => self.skip_instruction()?,
                _ => return Ok(()),
            }
        }
    }

    pub(super) fn is_at_end_tag(&self) -> bool {
        self.rest().starts_with(b"</")
    }

    /// The name in the start tag that stands here.
    pub(super) fn name_of_tag(&self) -> &'a [u8] {
        self.name_at(self.at.wrapping_add(1))
    }

    /// Whether an HTML page starts here: with a document type or a root that says so.
    pub(super) fn is_page(&self) -> bool {
        let mut root = *self;
        root.advance(1);
        if root.rest().starts_with(b"!") {
            root.advance(1);
            let keyword = root.name_at(root.at);
            if !keyword.eq_ignore_ascii_case(b"DOCTYPE") {
                return false;
            }
            root.advance(keyword.len());
            root.skip_spaces();
            return root.name_at(root.at).eq_ignore_ascii_case(b"html");
        }
        let name = root.name_at(root.at);
        root.advance(name.len());
        // Where the body is cut off in a name, it might have been a longer one.
        super::local(name).eq_ignore_ascii_case(b"html") && !root.rest().is_empty()
    }

    /// Moves behind what may stand before and behind the root.
    pub(super) fn skip_misc(&mut self) -> Result<(), Flaw> {
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
    fn declaration(&self) -> Flaw {
        let mut inside = *self;
        inside.advance(2);
        let keyword = inside.name_at(inside.at);
        if keyword.eq_ignore_ascii_case(b"DOCTYPE") {
            return Flaw::new(What::Doctype, self.at);
        }
        if b"DOCTYPE".starts_with(keyword) {
            inside.advance(keyword.len());
        }
        inside.unexpected()
    }

    /// The name that stands at a place; empty where none does.
    fn name_at(&self, at: usize) -> &'a [u8] {
        let text = self.body.get(at..).unwrap_or_default();
        if !text.first().is_some_and(|first| is_name_start(*first)) {
            return &[];
        }
        let len = text.iter().take_while(|byte| !ends_xml_name(**byte)).count();
        text.get(..len).unwrap_or_default()
    }

    fn read_name(&mut self) -> Result<(), Flaw> {
        self.name = self.name_at(self.at);
        if self.name.is_empty() {
            return Err(self.unexpected());
        }
        self.advance(self.name.len());
        Ok(())
    }

    /// Moves behind a start tag; returns whether it is an empty element, which has no end tag.
    pub(super) fn start_tag(&mut self, elements: &mut Elements) -> Result<bool, Flaw> {
        let tag = self.at;
        self.expect(b"<")?;
        self.read_name()?;
        let name = self.name;
        let Some(slot) = elements.names.get_mut(elements.depth) else {
            return Err(Flaw::new(What::TooDeep, tag));
        };
        loop {
            let spaced = self.skip_spaces();
            match self.peek() {
                Some(b'>') => {
                    self.advance(1);
                    *slot = tag.wrapping_add(1);
                    elements.depth = elements.depth.wrapping_add(1);
                    break;
                }
                Some(b'/') => {
                    self.expect(b"/>")?;
                    self.name = name;
                    return Ok(true);
                }
                _ if spaced => self.attribute()?,
                _ => return Err(self.unexpected()),
            }
        }
        self.name = name;
        Ok(false)
    }

    fn attribute(&mut self) -> Result<(), Flaw> {
        self.read_name()?;
        self.skip_spaces();
        self.expect(b"=")?;
        self.skip_spaces();
        let Some(quote @ (b'"' | b'\'')) = self.peek() else {
            return Err(self.unexpected());
        };
        self.advance(1);
        let value = self.rest().iter().take_while(|byte| **byte != quote && **byte != b'<').count();
        self.advance(value);
        self.expect(&[quote])
    }

    pub(super) fn end_tag(&mut self, elements: &mut Elements) -> Result<(), Flaw> {
        self.expect(b"</")?;
        let index = self.at;
        self.read_name()?;
        elements.depth = elements.depth.wrapping_sub(1);
        if self.peek().is_none() {
            return Err(self.unexpected());
        }
        // The name that was opened is as long, where it is the same one.
        let opened = elements.names.get(elements.depth).map_or(self.body.len(), |at| *at);
        let opened = self.body.get(opened..).unwrap_or_default();
        match opened.split_at_checked(self.name.len()) {
            Some((name, [end, ..])) if name == self.name && ends_xml_name(*end) => {}
            _ => return Err(Flaw::new(What::MismatchedTag, index)),
        }
        self.skip_spaces();
        self.expect(b">")
    }
}

/// `NameStartChar` of XML 1.0, every character beyond ASCII included.
const fn is_name_start(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || matches!(byte, b'_' | b':' | 0x80..)
}
