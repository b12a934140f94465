//! A code as it stands in a body: read once, whatever its length.

use super::ErrorCode;
use super::family::{self, Entry};
use crate::escaped::{Chars, EscapedStr};
use crate::front_coded::coded::joined;
use crate::front_coded::front_coded;
use crate::parameter::Parameter;

/// The code that a text is; white space around it has no meaning.
pub(crate) fn known(code: EscapedStr<'_>) -> Option<ErrorCode> {
    Some(read(code)?.0.code())
}

/// The parameter that a code blames, by its row or by its name.
pub(crate) fn blames(code: EscapedStr<'_>) -> Option<Parameter> {
    match read(code)? {
        (Entry::Code(code), _) => code.blames(),
        (_, names) => family::blamed(names),
    }
}

/// What a code is or starts with, and what follows that.
fn read(code: EscapedStr<'_>) -> Option<(Entry, Chars<'_>)> {
    const ENTRIES: [(&str, Entry); ErrorCode::TEXTS.len() + family::STARTS.len()] =
        joined(ErrorCode::TEXTS, family::STARTS);
    let (list, entries) = front_coded!(Exact, Entry, ENTRIES);
    let mut names = code.trim().chars();
    let entry = *entries.get(list.find(&mut names)?)?;
    let is_code = matches!(entry, Entry::Code(_)) || entry.goes_on(&names);
    is_code.then_some((entry, names))
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
