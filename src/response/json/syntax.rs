//! The syntax of JSON (RFC 8259): where a value ends, and where it is broken.
//!
//! Strings are taken as far as their end: what they hold is checked where it is read.

use crate::byte_set::ByteSet;
use crate::escaped::{Escaping, is_space};
use crate::response::fault::{Fault, MAX_DEPTH};
use crate::response::span::{Shape, Span};

/// A place in a body.
pub(super) struct Reader<'a> {
    body: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    pub(super) const fn new(body: &'a [u8], at: usize) -> Self {
        Self { body, at }
    }

    pub(super) const fn index(&self) -> usize {
        self.at
    }

    pub(super) fn rest(&self) -> &'a [u8] {
        self.body.get(self.at..).unwrap_or_default()
    }

    /// What stands between two places.
    pub(super) fn between(&self, start: usize, end: usize) -> &'a [u8] {
        self.body.get(start..end).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.body.get(self.at).copied()
    }

    pub(super) const fn advance(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes);
    }

    pub(super) fn skip_spaces(&mut self) {
        while self.peek().is_some_and(is_space) {
            self.advance(1);
        }
    }

    /// The error of a byte that should not stand here.
    fn unexpected(&self) -> Fault {
        match self.peek() {
            Some(byte) => Fault::Unexpected { byte, index: self.at },
            None => Fault::CutOff { index: self.body.len() },
        }
    }

    /// Moves behind a byte that has to stand here.
    pub(super) fn expect(&mut self, byte: u8) -> Result<(), Fault> {
        if self.peek() != Some(byte) {
            return Err(self.unexpected());
        }
        self.advance(1);
        Ok(())
    }

    /// Moves behind the colon of a name, to the value.
    pub(super) fn colon(&mut self) -> Result<(), Fault> {
        self.skip_spaces();
        self.expect(b':')?;
        self.skip_spaces();
        Ok(())
    }

    /// Moves behind a string, and returns what stands between its quotes.
    pub(super) fn string(&mut self) -> Result<Span, Fault> {
        self.expect(b'"')?;
        let start = self.at;
        self.skip_plain();
        let mut escaping = Escaping::Plain;
        while self.peek() != Some(b'"') {
            escaping = Escaping::Json;
            match self.peek() {
                Some(b'\\') => self.advance(2),
                Some(_) => self.advance(1),
                None => return Err(self.unexpected()),
            }
            self.skip_plain();
        }
        let end = self.at;
        self.advance(1);
        Ok(Span { start, end, shape: Shape::Text(escaping) })
    }

    /// Moves to the next byte that a string does not hold as it is.
    fn skip_plain(&mut self) {
        let plain = self.rest().iter().take_while(|byte| ByteSet::JSON_PLAIN.contains(**byte));
        self.advance(plain.count());
    }

    /// Moves behind a value that stands `depth` levels deep.
    pub(super) fn value(&mut self, depth: usize) -> Result<(), Fault> {
        let mut open = Brackets { objects: 0, depth };
        loop {
            // A value starts here.
            match self.peek() {
                Some(bracket @ (b'{' | b'[')) => {
                    if open.depth >= MAX_DEPTH {
                        return Err(Fault::TooDeep { index: self.at });
                    }
                    open.push(bracket == b'{');
                    self.advance(1);
                    self.skip_spaces();
                    if self.peek() != Some(open.end()) {
                        self.name(&open)?;
                        continue;
                    }
                }
                Some(b'"') => {
                    self.string()?;
                }
                _ => self.scalar()?,
            }
            // A value ended here, or a bracket that holds none stands here.
            loop {
                if open.depth == depth {
                    return Ok(());
                }
                self.skip_spaces();
                if self.peek() == Some(b',') {
                    break;
                }
                self.expect(open.end())?;
                open.pop();
            }
            self.advance(1);
            self.skip_spaces();
            self.name(&open)?;
        }
    }

    /// Moves behind the name of a value, where it has one.
    fn name(&mut self, open: &Brackets) -> Result<(), Fault> {
        if open.is_object() {
            self.string()?;
            self.colon()?;
        }
        Ok(())
    }

    /// Moves behind a number, `true`, `false` or `null`.
    fn scalar(&mut self) -> Result<(), Fault> {
        let word: &[u8] = match self.peek() {
            Some(b't') => b"true",
            Some(b'f') => b"false",
            Some(b'n') => b"null",
            _ => return self.number(),
        };
        word.iter().try_for_each(|byte| self.expect(*byte))
    }

    fn number(&mut self) -> Result<(), Fault> {
        self.skip_if(|byte| byte == b'-');
        if !self.skip_if(|byte| byte == b'0') {
            self.digits()?;
        }
        if self.skip_if(|byte| byte == b'.') {
            self.digits()?;
        }
        if self.skip_if(|byte| matches!(byte, b'e' | b'E')) {
            self.skip_if(|byte| matches!(byte, b'+' | b'-'));
            self.digits()?;
        }
        Ok(())
    }

    /// Moves behind a byte that may stand here.
    fn skip_if(&mut self, is_wanted: impl Fn(u8) -> bool) -> bool {
        let found = self.peek().is_some_and(is_wanted);
        self.advance(found.into());
        found
    }

    /// Moves behind one digit or more.
    fn digits(&mut self) -> Result<(), Fault> {
        let is_digit = |byte: u8| byte.is_ascii_digit();
        if !self.skip_if(is_digit) {
            return Err(self.unexpected());
        }
        while self.skip_if(is_digit) {}
        Ok(())
    }
}

/// The arrays and objects that are open, a bit for each: set for an object.
struct Brackets {
    objects: u128,
    depth: usize,
}

const _: () = assert!(MAX_DEPTH <= u128::BITS as usize, "a bit for each level");

impl Brackets {
    fn push(&mut self, is_object: bool) {
        self.objects = self.objects << 1 | u128::from(is_object);
        self.depth = self.depth.saturating_add(1);
    }

    fn pop(&mut self) {
        self.objects >>= 1;
        self.depth = self.depth.saturating_sub(1);
    }

    const fn is_object(&self) -> bool {
        self.objects & 1 == 1
    }

    /// The bracket that closes the innermost one.
    const fn end(&self) -> u8 {
        if self.is_object() { b'}' } else { b']' }
    }
}
