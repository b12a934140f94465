//! A code as it stands in a body: read once, whatever its length.

use super::{ErrorCode, family};
use crate::parameter::Parameter;

/// What the text of a code says.
#[derive(Clone, Copy)]
pub(crate) struct Reading {
    pub(crate) known: Option<ErrorCode>,
    /// The parameter that the code blames, by its row or by its name.
    pub(crate) blames: Option<Parameter>,
}

impl Reading {
    /// Reads a code; white space around it has no meaning.
    pub(crate) fn of(code: impl Iterator<Item = char>) -> Self {
        let mut start = Start::default();
        if code.into_iter().all(|character| start.read(character))
            && let Some(text) = start.text()
        {
            if let Some(code) = row(text).filter(|_| !start.is_cut) {
                return Self { known: Some(code), blames: code.blames() };
            }
            if let Some(member) = family::of(text, start.is_cut) {
                return Self { known: Some(member.family), blames: member.blames };
            }
        }
        Self { known: None, blames: None }
    }
}

/// The row of the table with this text, in any of its spellings.
fn row(text: &str) -> Option<ErrorCode> {
    let row = ErrorCode::ALL.iter().find(|code| code.as_str() == text);
    row.copied().or_else(|| {
        let other = ErrorCode::OTHER_SPELLINGS.iter().find(|(other, _)| *other == text);
        other.map(|(_, code)| *code)
    })
}

/// The start of a code: all of it, unless it is longer than any of the table.
struct Start {
    text: [u8; LONGEST],
    len: usize,
    /// Whether more was read than fits.
    is_cut: bool,
    /// Whether white space was read behind the code.
    has_ended: bool,
    has_dot: bool,
}

const LONGEST: usize = 64;

const _: () = {
    let mut rest = ErrorCode::ALL;
    while let [code, after @ ..] = rest {
        assert!(code.as_str().len() <= LONGEST, "each code of the table fits");
        rest = after;
    }
};

impl Default for Start {
    fn default() -> Self {
        Self { text: [0; LONGEST], len: 0, is_cut: false, has_ended: false, has_dot: false }
    }
}

impl Start {
    /// Reads on, and tells whether the text may still be a code that is known.
    fn read(&mut self, character: char) -> bool {
        if matches!(character, ' ' | '\t' | '\n' | '\r') {
            self.has_ended = self.len > 0;
            return true;
        }
        self.has_dot |= character == '.';
        let is_of_code = character.is_ascii_alphanumeric()
            || self.has_dot && matches!(character, '.' | '_' | '-');
        let (true, false, Ok(byte)) = (is_of_code, self.has_ended, u8::try_from(character)) else {
            return false;
        };
        if let Some(to) = self.text.get_mut(self.len) {
            *to = byte;
            self.len = self.len.saturating_add(1);
        } else {
            self.is_cut = true;
        }
        true
    }

    fn text(&self) -> Option<&str> {
        core::str::from_utf8(self.text.get(..self.len)?).ok()
    }
}

impl Parameter {
    /// The parameter that the text of an error code blames: that of the code's row, or the one that a
    /// member of a family names, without regard to case.
    ///
    /// ```
    /// use aliyun_customer_gateway::Parameter;
    ///
    /// assert_eq!(Parameter::blamed_by("InvalidRegionId.NotFound"), Some(Parameter::RegionId));
    /// assert_eq!(Parameter::blamed_by("MissingParam.TagKey"), Some(Parameter::Tags));
    /// assert_eq!(Parameter::blamed_by("InvalidVpcId.NotFound"), None);
    /// ```
    #[must_use]
    pub fn blamed_by(code: &str) -> Option<Self> {
        Reading::of(code.chars()).blames
    }
}
