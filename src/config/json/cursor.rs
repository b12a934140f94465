//! How far a file has been read.

use core::cell::Cell;

use serde::de::Error;
use serde_json_core::de::Error as CoreError;

use super::cause::{Cause, Syntax};
use super::place::Place;
use super::read_error::ReadError;
use super::value::Value;
use crate::escaped::{EscapedStr, is_space};
use crate::parameter::Parameter;

/// How far a file has been read, and what was wrong.
///
/// `serde-json-core` tells neither; but the texts that it hands out are parts of the file, and what
/// stands between two values is known.
pub(super) struct Cursor<'de> {
    pub(super) file: &'de str,
    /// The byte after the last one of a name, a value or a bracket.
    at: Cell<usize>,
    fault: Cell<Option<(Cause, usize)>>,
    /// The member that is read.
    parameter: Cell<Option<Parameter>>,
}

impl<'de> Cursor<'de> {
    /// At the start of a file.
    pub(super) fn new(bytes: &'de [u8]) -> Result<Self, ReadError> {
        let (syntax, index) = match (bytes, core::str::from_utf8(bytes)) {
            ([0xef, 0xbb, 0xbf, ..], _) => (Syntax::ByteOrderMark, 0),
            ([0xfe, 0xff, ..] | [0xff, 0xfe, ..], _) => (Syntax::Utf16, 0),
            (_, Err(error)) => (Syntax::NotUtf8, error.valid_up_to()),
            (_, Ok(file)) => {
                return Ok(Self {
                    file,
                    at: Cell::new(0),
                    fault: Cell::new(None),
                    parameter: Cell::new(None),
                });
            }
        };
        Err(ReadError::new(Cause::Syntax(syntax), Place::of(bytes, index), None))
    }

    pub(super) fn at(&self) -> usize {
        self.at.get()
    }

    pub(super) fn set(&self, at: usize) {
        self.at.set(at);
    }

    pub(super) fn advance(&self, bytes: usize) {
        self.set(self.at().saturating_add(bytes));
    }

    /// The parameter that is read.
    pub(super) fn parameter(&self) -> Option<Parameter> {
        self.parameter.get()
    }

    pub(super) fn enter(&self, parameter: Option<Parameter>) {
        self.parameter.set(parameter);
    }

    pub(super) fn byte(&self) -> Option<u8> {
        self.file.as_bytes().get(self.at()).copied()
    }

    pub(super) fn skip_space(&self) {
        while self.byte().is_some_and(is_space) {
            self.advance(1);
        }
    }

    /// Skips white space and, if it is there, a byte with white space after it.
    pub(super) fn skip(&self, separator: u8) {
        self.skip_space();
        if self.byte() == Some(separator) {
            self.advance(1);
            self.skip_space();
        }
    }

    /// Skips white space and a closing bracket.
    pub(super) fn close(&self) -> usize {
        self.skip_space();
        let place = self.at();
        self.advance(1);
        place
    }

    /// Where a part of the file starts.
    pub(super) fn start_of(&self, part: &str) -> usize {
        part.as_ptr().addr().saturating_sub(self.file.as_ptr().addr())
    }

    /// The text between two quotation marks, which is read now.
    pub(super) fn text<E: Error>(&self, raw: &'de str) -> Result<EscapedStr<'de>, E> {
        let start = self.start_of(raw);
        self.set(start.saturating_add(raw.len()).saturating_add(1));
        EscapedStr::from_json(raw).map_err(|error| {
            let index = start.saturating_add(error.index());
            self.fail(Cause::Escape(error.fault()), index)
        })
    }

    /// The number or the name that stands here.
    pub(super) fn scalar(&self) -> &'de str {
        let rest = self.file.get(self.at()..).unwrap_or_default();
        let ends = |byte: &u8| matches!(byte, b',' | b']' | b'}');
        let (mut end, mut at) = (0, 0_usize);
        for byte in rest.as_bytes().iter().take_while(|byte| !ends(byte)) {
            at = at.saturating_add(1);
            if !is_space(*byte) {
                end = at;
            }
        }
        rest.get(..end).unwrap_or_default()
    }

    /// What is wrong with a value of another type that stands here.
    pub(super) fn other_type(&self, expected: &'static str) -> Cause {
        let value = match self.byte() {
            Some(b'"') => Some(Value::Text("")),
            Some(b'[') => Some(Value::List),
            Some(b'{') => Some(Value::Object),
            _ => Value::of_scalar(self.scalar()),
        };
        value.map_or(Cause::Syntax(Syntax::Value), |value| value.invalid_type(expected))
    }

    /// Keeps what is wrong at a place, beside the error of a deserializer.
    pub(super) fn fail<E: Error>(&self, cause: Cause, index: usize) -> E {
        self.fault.set(Some((cause, index)));
        E::custom("")
    }

    /// What was wrong.
    pub(super) fn error(&self, error: CoreError) -> ReadError {
        let (cause, index) = self.fault.take().unwrap_or_else(|| self.syntax(error));
        ReadError::new(cause, Place::of(self.file.as_bytes(), index), self.parameter.get())
    }

    pub(super) fn fault(&self, cause: Cause, index: usize) -> ReadError {
        ReadError::new(cause, Place::of(self.file.as_bytes(), index), self.parameter.get())
    }

    /// What `serde-json-core` did not take, which is the next thing that is not yet read.
    fn syntax(&self, error: CoreError) -> (Cause, usize) {
        let syntax = match error {
            CoreError::ExpectedColon => Syntax::Colon,
            CoreError::ExpectedObjectCommaOrEnd => Syntax::CommaOrBrace,
            CoreError::ExpectedListCommaOrEnd => Syntax::CommaOrBracket,
            CoreError::KeyMustBeAString => Syntax::MemberName,
            CoreError::TrailingComma => Syntax::TrailingComma,
            CoreError::TrailingCharacters => Syntax::TrailingData,
            CoreError::EofWhileParsingList
            | CoreError::EofWhileParsingNumber
            | CoreError::EofWhileParsingObject
            | CoreError::EofWhileParsingString
            | CoreError::EofWhileParsingValue => {
                return (Cause::Syntax(Syntax::EndsTooEarly), self.file.len());
            }
            _ => Syntax::Value,
        };
        self.skip_space();
        let is_first = || {
            let before = self.file.get(..self.at()).unwrap_or_default();
            before.trim_end().ends_with('{')
        };
        if syntax == Syntax::MemberName && !is_first() {
            self.skip(b',');
        }
        (Cause::Syntax(syntax), self.at())
    }
}
