//! What a text reads as, part by part and character by character.

use core::fmt;

#[cfg(feature = "json")]
use super::json;
#[cfg(feature = "xml")]
use super::xml;
use super::{EscapeFault, Escaping};

/// A part of a text that needs no more unescaping.
pub(crate) enum Fragment<'a> {
    Run(&'a str),
    Character(char),
}

/// What is left of a text to unescape.
#[derive(Clone, Copy)]
pub(super) struct Rest<'a> {
    raw: &'a str,
    escaping: Escaping,
}

impl<'a> Rest<'a> {
    pub(super) const fn new(raw: &'a str, escaping: Escaping) -> Self {
        Self { raw, escaping }
    }

    pub(super) const fn raw(&self) -> &'a str {
        self.raw
    }

    pub(super) const fn escaping(&self) -> Escaping {
        self.escaping
    }

    /// The next part; an error is what is wrong at the start of the rest.
    pub(super) fn next(&mut self) -> Result<Option<Fragment<'a>>, EscapeFault> {
        match self.escaping {
            Escaping::Plain => {
                let run = core::mem::take(&mut self.raw);
                Ok((!run.is_empty()).then_some(Fragment::Run(run)))
            }
            #[cfg(feature = "json")]
            Escaping::Json => json::next(&mut self.raw),
            #[cfg(feature = "xml")]
            Escaping::Xml | Escaping::Cdata => xml::next(&mut self.raw, &mut self.escaping),
        }
    }
}

/// The characters of an [`EscapedStr`](super::EscapedStr).
#[derive(Clone)]
pub struct Chars<'a> {
    run: core::str::Chars<'a>,
    rest: Rest<'a>,
}

impl<'a> Chars<'a> {
    pub(super) fn new(rest: Rest<'a>) -> Self {
        Self { run: "".chars(), rest }
    }

    /// How many bytes of the text are left, and how they are escaped.
    pub(super) fn left(&self) -> usize {
        self.run.as_str().len().wrapping_add(self.rest.raw().len())
    }

    pub(super) const fn escaping(&self) -> Escaping {
        self.rest.escaping()
    }
}

impl Iterator for Chars<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        loop {
            if let Some(character) = self.run.next() {
                return Some(character);
            }
            match self.rest.next().ok().flatten()? {
                Fragment::Run(run) => self.run = run.chars(),
                Fragment::Character(character) => return Some(character),
            }
        }
    }
}

impl fmt::Debug for Chars<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
