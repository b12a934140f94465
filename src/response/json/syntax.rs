//! The syntax of JSON (RFC 8259): where a value ends, and where it is broken.
//!
//! Strings are taken as far as their end: what they hold is checked where it is read.

use super::plain;
use crate::escaped::is_space;
use crate::response::fault::MAX_DEPTH;
use crate::response::flaw::{Flaw, What};
use crate::response::span::{Shape, Span};

/// A reader goes no further than where it is, which says why: see [`Reader::flaw`].
#[derive(Clone, Copy)]
pub(super) struct Stop;

/// A place in a body.
pub(super) struct Reader<'a> {
    body: &'a [u8],
    at: usize,
    /// Whether the level that starts there is one too many.
    is_too_deep: bool,
}

/// Takes the members of an object as they are read.
pub(super) trait Notes {
    /// Takes a name; its value starts where the reader is.
    fn name(&mut self, name: Span, reader: &Reader<'_>);
    /// Takes the shape of a value that ends where the reader is: `Word` if it has neither quotes nor
    /// brackets, and `Null` if it is broken there.
    fn value(&mut self, shape: Shape, reader: &Reader<'_>);
}

impl<'a> Reader<'a> {
    pub(super) const fn new(body: &'a [u8], at: usize) -> Self {
        Self { body, at, is_too_deep: false }
    }

    pub(super) const fn index(&self) -> usize {
        self.at
    }

    /// The next byte; zero at the end, which stands nowhere in JSON either.
    pub(super) fn peek(&self) -> u8 {
        self.body.get(self.at).copied().unwrap_or_default()
    }

    pub(super) const fn advance(&mut self, bytes: usize) {
        self.at = self.at.wrapping_add(bytes);
    }

    pub(super) const fn is_at_end(&self) -> bool {
        self.at >= self.body.len()
    }

    /// Moves to the next byte that is no white space, and returns it.
    #[cfg_attr(not(target_pointer_width = "64"), inline(never))]
    pub(super) fn skip_spaces(&mut self) -> u8 {
        let mut at = self.at;
        while let Some(byte) = self.body.get(at)
            && is_space(*byte)
        {
            at = at.wrapping_add(1);
        }
        self.at = at;
        self.peek()
    }

    /// What is wrong where the reader stopped.
    pub(super) fn flaw(&self) -> Flaw {
        if self.is_too_deep {
            Flaw::new(What::TooDeep, self.at)
        } else if self.is_at_end() {
            Flaw::new(What::CutOff, self.at)
        } else {
            Flaw::unexpected(self.peek(), self.at)
        }
    }

    /// Moves behind a byte that has to stand here.
    fn expect(&mut self, byte: u8) -> Result<(), Stop> {
        if self.skip_if(byte) { Ok(()) } else { Err(Stop) }
    }

    /// Moves behind a name and its colon, to the value.
    pub(super) fn name(&mut self) -> Result<Span, Stop> {
        let start = self.at.wrapping_add(1);
        let shape = self.string()?;
        let end = self.at.wrapping_sub(1);
        self.skip_spaces();
        self.expect(b':')?;
        self.skip_spaces();
        Ok(Span::new(start, end, shape))
    }

    /// Moves behind a string; returns its shape.
    #[inline(never)]
    pub(super) fn string(&mut self) -> Result<Shape, Stop> {
        self.expect(b'"')?;
        let mut shape = Shape::Plain;
        self.advance(plain::len(self.body.get(self.at..).unwrap_or_default()));
        loop {
            match self.peek() {
                b'"' => break,
                _ if self.is_at_end() => {
                    // Behind a backslash, it is one byte further.
                    self.at = self.body.len();
                    return Err(Stop);
                }
                b'\\' => {
                    shape = Shape::Json;
                    self.advance(2);
                }
                ..b' ' => {
                    shape = Shape::Json;
                    self.advance(1);
                }
                // Behind an escape, another is near.
                _ => self.advance(1),
            }
        }
        self.advance(1);
        Ok(shape)
    }

    /// Moves behind a value, and hands the members of an object to `notes`, but none of those below.
    #[inline(never)]
    pub(super) fn value(&mut self, notes: &mut dyn Notes) -> Result<(), Stop> {
        let mut open = Brackets::new();
        loop {
            // A value starts here.
            let mut shape = Shape::Word;
            match self.peek() {
                bracket @ (b'{' | b'[') => {
                    if open.depth >= MAX_DEPTH {
                        self.is_too_deep = true;
                        return Err(Stop);
                    }
                    open.push(bracket);
                    self.advance(1);
                    if self.skip_spaces() != open.end {
                        self.member(&open, notes)?;
                        continue;
                    }
                }
                b'"' => shape = self.string()?,
                _ => self.scalar()?,
            }
            // A value ended here, or a bracket that holds none stands here.
            loop {
                if open.depth == 1 {
                    notes.value(shape, self);
                }
                if open.depth == 0 {
                    return Ok(());
                }
                if self.skip_spaces() == b',' {
                    break;
                }
                self.expect(open.end)?;
                open.pop();
                shape = Shape::Nested;
            }
            self.advance(1);
            self.skip_spaces();
            self.member(&open, notes)?;
        }
    }

    /// Moves behind the name of a value, where it has one.
    fn member(&mut self, open: &Brackets, notes: &mut dyn Notes) -> Result<(), Stop> {
        if open.end == b'}' {
            let name = self.name()?;
            if open.depth == 1 {
                notes.name(name, self);
            }
        }
        Ok(())
    }

    /// Moves behind a number, `true`, `false` or `null`.
    #[inline(never)]
    fn scalar(&mut self) -> Result<(), Stop> {
        let word: &[u8] = match self.peek() {
            b't' => b"true",
            b'f' => b"false",
            b'n' => b"null",
            _ => return self.number(),
        };
        word.iter().try_for_each(|byte| self.expect(*byte))
    }

    fn number(&mut self) -> Result<(), Stop> {
        self.skip_if(b'-');
        if !self.skip_if(b'0') {
            self.digits()?;
        }
        if self.skip_if(b'.') {
            self.digits()?;
        }
        if self.skip_if(b'e') || self.skip_if(b'E') {
            let _ = self.skip_if(b'+') || self.skip_if(b'-');
            self.digits()?;
        }
        Ok(())
    }

    /// Moves behind a byte that may stand here.
    #[cfg_attr(not(target_pointer_width = "64"), inline(never))]
    fn skip_if(&mut self, byte: u8) -> bool {
        let found = self.peek() == byte;
        self.advance(found.into());
        found
    }

    /// Moves behind one digit or more.
    #[inline(never)]
    fn digits(&mut self) -> Result<(), Stop> {
        let start = self.at;
        let mut at = start;
        while let Some(b'0'..=b'9') = self.body.get(at) {
            at = at.wrapping_add(1);
        }
        self.at = at;
        if at == start { Err(Stop) } else { Ok(()) }
    }
}

/// The arrays and objects that are open.
struct Brackets {
    depth: usize,
    /// What closes the innermost one.
    end: u8,
    /// What closes the others, a bit for each: set for an object. The levels take turns, so that the
    /// lowest bit of a byte is always that of its innermost level.
    others: [u8; MAX_DEPTH / 8],
}

impl Brackets {
    const fn new() -> Self {
        Self { depth: 0, end: 0, others: [0; MAX_DEPTH / 8] }
    }

    fn push(&mut self, bracket: u8) {
        if let Some(bits) = self.others.get_mut(self.depth % (MAX_DEPTH / 8)) {
            *bits = *bits << 1 | u8::from(self.end == b'}');
        }
        self.depth = self.depth.wrapping_add(1);
        // `]` and `}` stand two places behind what they close.
        self.end = bracket.wrapping_add(2);
    }

    fn pop(&mut self) {
        self.depth = self.depth.wrapping_sub(1);
        if let Some(bits) = self.others.get_mut(self.depth % (MAX_DEPTH / 8)) {
            self.end = if *bits & 1 == 1 { b'}' } else { b']' };
            *bits >>= 1;
        }
    }
}
