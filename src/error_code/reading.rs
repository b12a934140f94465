//! A code as it stands in a body: read once, whatever its length.

use super::{ErrorCode, family};
use crate::escaped::EscapedStr;
use crate::parameter::Parameter;

/// The code that a text is; white space around it has no meaning.
pub(crate) fn known(code: EscapedStr<'_>) -> Option<ErrorCode> {
    let mut buf = [0; LONGEST];
    let code = Code::read(code, &mut buf)?;
    code.row().or_else(|| family::of(code.text, code.is_cut).map(|member| member.family))
}

/// The parameter that a code blames, by its row or by its name.
pub(crate) fn blames(code: EscapedStr<'_>) -> Option<Parameter> {
    let mut buf = [0; LONGEST];
    let code = Code::read(code, &mut buf)?;
    match code.row() {
        Some(code) => code.blames(),
        None => family::of(code.text, code.is_cut)?.blames(),
    }
}

/// The text of what may be a code: all of it, unless it is escaped and longer than any of the table.
struct Code<'c> {
    text: &'c [u8],
    is_cut: bool,
}

const LONGEST: usize = 64;

const _: () = {
    let mut rest = ErrorCode::ALL;
    while let [code, after @ ..] = rest {
        assert!(code.as_str().len() <= LONGEST, "each code of the table fits");
        rest = after;
    }
};

impl<'c> Code<'c> {
    /// Reads a text of letters and digits, and behind a dot also `.`, `_` and `-`.
    fn read(code: EscapedStr<'c>, buf: &'c mut [u8; LONGEST]) -> Option<Self> {
        let code = code.trim();
        let mut has_dot = false;
        let mut len: usize = 0;
        for character in code.chars() {
            has_dot |= character == '.';
            let is_of_code = character.is_ascii_alphanumeric()
                || has_dot && matches!(character, '.' | '_' | '-');
            if !is_of_code {
                return None;
            }
            if let (Some(to), Ok(byte)) = (buf.get_mut(len), u8::try_from(character)) {
                *to = byte;
            }
            len = len.saturating_add(1);
        }
        if let Some(text) = code.as_plain() {
            return Some(Self { text: text.as_bytes(), is_cut: false });
        }
        let text = buf.get(..len.min(LONGEST)).unwrap_or_default();
        Some(Self { text, is_cut: len > LONGEST })
    }

    /// The row of the table with this text.
    fn row(&self) -> Option<ErrorCode> {
        ErrorCode::of_text(self.text).filter(|_| !self.is_cut)
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
        blames(EscapedStr::plain(code))
    }
}
