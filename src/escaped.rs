//! Text of a body: borrowed, still escaped, and unescaped only when it is read.

use core::fmt::{self, Write as _};
use core::hash::{Hash, Hasher};

use crate::encode::Encode;
use crate::writer::Writer;

mod chars;
mod error;
#[cfg(feature = "json")]
mod json;
#[cfg(feature = "xml")]
mod xml;

pub use chars::Chars;
pub use error::{EscapeFault, InvalidEscape};

/// Text as it stands in the body of a response: borrowed, and unescaped only when it is read.
///
/// It was checked when it was made, so reading it cannot fail. Two texts are equal when they read the
/// same, whatever they were escaped with.
///
/// ```
/// # #[cfg(feature = "json")] {
/// use aliyun_customer_gateway::escaped::EscapedStr;
///
/// let text = EscapedStr::from_json(r"Branch \u4e0a\u6d77 \ud83c\udfe2")?;
/// assert_eq!(text, "Branch 上海 🏢");
/// assert_eq!(text.to_string(), "Branch 上海 🏢");
/// # }
/// # Ok::<(), aliyun_customer_gateway::escaped::InvalidEscape>(())
/// ```
#[derive(Clone, Copy)]
pub struct EscapedStr<'a> {
    raw: &'a str,
    escaping: Escaping,
}

/// How a text is escaped: beside its bytes, all that there is to an [`EscapedStr`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
#[repr(usize)]
pub enum Escaping {
    /// Not at all.
    Plain,
    /// As the inside of a JSON string.
    #[cfg(feature = "json")]
    Json,
    /// As the content of an XML element.
    #[cfg(feature = "xml")]
    Xml,
    /// As the content of an XML element, from within a CDATA section on.
    #[cfg(feature = "xml")]
    Cdata,
}

impl<'a> EscapedStr<'a> {
    /// Text without escapes: every character stands for itself.
    #[must_use]
    pub const fn plain(text: &'a str) -> Self {
        Self { raw: text, escaping: Escaping::Plain }
    }

    /// The text whose parts are [`as_raw`](Self::as_raw) and [`escaping`](Self::escaping): for those
    /// who hand the parts on, as an interface for C does.
    ///
    /// ```
    /// # #[cfg(feature = "json")] {
    /// use aliyun_customer_gateway::escaped::EscapedStr;
    ///
    /// let text = EscapedStr::from_json(r"\u4e0a\u6d77")?;
    /// let (raw, escaping) = (text.as_raw(), text.escaping());
    /// assert_eq!(EscapedStr::new(raw, escaping)?, "上海");
    /// # }
    /// # Ok::<(), aliyun_customer_gateway::escaped::InvalidEscape>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of `from_json` or `from_xml`; none for plain text.
    pub fn new(raw: &'a str, escaping: Escaping) -> Result<Self, InvalidEscape> {
        let text = Self { raw, escaping };
        // Text without the white space at its end may end inside a CDATA section.
        text.check().map(|_| text)
    }

    /// How the text is escaped.
    #[must_use]
    pub const fn escaping(&self) -> Escaping {
        self.escaping
    }

    /// Text as it stands between the quotes of a JSON string (RFC 8259, 7).
    ///
    /// # Errors
    ///
    /// - `\q`, `\u+041`, `\u12`: a broken escape at byte 0
    /// - `\ud83c`, `\udfe2\ud83c`: a lone surrogate at byte 0
    /// - a quote, or a control character: not escaped at byte 0
    #[cfg(feature = "json")]
    pub fn from_json(raw: &'a str) -> Result<Self, InvalidEscape> {
        let escaping = if json::is_plain(raw) { Escaping::Plain } else { Escaping::Json };
        Self::checked(raw, escaping)
    }

    /// Text as it stands between the tags of an XML element: with references, CDATA sections,
    /// comments and processing instructions, and line ends as in XML 1.0, 2.11.
    ///
    /// # Errors
    ///
    /// - `&nbsp;`, `&amp`, `&#;`: a broken escape at byte 0 (only the five entities of XML are
    ///   defined)
    /// - `&#xD83C;`: a lone surrogate at byte 0
    /// - `&#0;`, `<b>`, `]]>`, a control character: may not stand there, at byte 0
    #[cfg(feature = "xml")]
    pub fn from_xml(raw: &'a str) -> Result<Self, InvalidEscape> {
        let text = Self::unchecked(raw, Escaping::Xml);
        text.fault().map_or(Ok(text), Err)
    }

    /// Checks a text, except a plain one: its reader knows that nothing in it is escaped, nor wrong.
    #[cfg(feature = "json")]
    pub(crate) fn checked(raw: &'a str, escaping: Escaping) -> Result<Self, InvalidEscape> {
        let text = Self { raw, escaping };
        text.fault().map_or(Ok(text), Err)
    }

    /// Text that stands in a body, not checked yet.
    pub(crate) fn unchecked(raw: &'a str, escaping: Escaping) -> Self {
        match escaping {
            #[cfg(feature = "xml")]
            Escaping::Xml if xml::is_plain(raw) => Self::plain(raw),
            escaping => Self { raw, escaping },
        }
    }

    /// What is wrong in a text; nothing in a plain one.
    pub(crate) fn fault(&self) -> Option<InvalidEscape> {
        match self.check() {
            #[cfg(feature = "xml")]
            Ok(Escaping::Cdata) => Some(InvalidEscape::new(EscapeFault::Forbidden, self.raw.len())),
            Ok(_) => None,
            Err(error) => Some(error),
        }
    }

    /// Reads to the end, and says how the text is escaped there.
    fn check(&self) -> Result<Escaping, InvalidEscape> {
        let mut chars = self.chars();
        let mut is_plain = true;
        loop {
            if is_plain {
                chars.rest.take_plain();
            }
            let left = chars.rest.raw.len();
            let Some(character) = chars.next() else {
                return match chars.rest {
                    Self { raw: "", escaping } => Ok(escaping),
                    rest => {
                        let index = self.raw.len().wrapping_sub(left);
                        Err(InvalidEscape::new(rest.fault_at_start(), index))
                    }
                };
            };
            // Behind an escape there is often another one. On a small processor, code counts for more.
            if cfg!(target_pointer_width = "64") {
                let read = left.wrapping_sub(chars.rest.raw.len());
                is_plain = read == character.len_utf8();
            }
        }
    }

    /// The text itself, where nothing in it is escaped.
    #[must_use]
    pub fn as_plain(&self) -> Option<&'a str> {
        (self.escaping == Escaping::Plain).then_some(self.raw)
    }

    /// The text as it stands in the body, still escaped.
    #[must_use]
    pub const fn as_raw(&self) -> &'a str {
        self.raw
    }

    /// The characters of the text.
    #[must_use]
    pub const fn chars(&self) -> Chars<'a> {
        Chars { rest: *self }
    }

    /// The text without the white space at its edges, escaped or not: space, tab, CR, LF.
    pub(crate) fn trim(&self) -> Self {
        // Almost every text: on a small processor, too few to be worth it.
        #[cfg(target_pointer_width = "64")]
        if let (Escaping::Plain, [first, .., last]) = (self.escaping, self.raw.as_bytes())
            && first.is_ascii_graphic()
            && last.is_ascii_graphic()
        {
            return *self;
        }
        let mut trimmed = *self;
        let mut len = 0;
        let mut chars = self.chars();
        while let Some(character) = chars.next() {
            if !is_space_char(character) {
                len = trimmed.raw.len().wrapping_sub(chars.rest.raw.len());
            } else if len == 0 {
                trimmed = chars.rest;
            }
        }
        match trimmed.raw.get(..len) {
            Some(raw) if len > 0 => Self { raw, ..trimmed },
            _ => Self::plain(""),
        }
    }

    /// Whether the text has no characters.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.chars().next().is_none()
    }

    /// Whether the text contains another one.
    #[must_use]
    pub fn contains(&self, part: &str) -> bool {
        self.find(part).is_some()
    }

    /// Whether the text is another one, which is ASCII, whatever the case of its letters.
    #[cfg(feature = "json")]
    pub(crate) fn eq_ignore_ascii_case(&self, other: &str) -> bool {
        let mut others = other.bytes();
        let is_next = |character: char| {
            others.next().is_some_and(|byte| character.eq_ignore_ascii_case(&char::from(byte)))
        };
        self.chars().all(is_next) && others.next().is_none()
    }

    /// The characters behind the first place where a part stands.
    pub(crate) fn find(&self, part: &str) -> Option<Chars<'a>> {
        let mut chars = self.chars();
        loop {
            let mut here = chars.clone();
            if part.chars().all(|wanted| here.next() == Some(wanted)) {
                return Some(here);
            }
            chars.next()?;
        }
    }
}

/// Writes the text unescaped.
impl Encode for EscapedStr<'_> {
    fn write(&self, to: &mut Writer<'_>) {
        let mut chars = self.chars();
        loop {
            to.put_text(chars.rest.take_plain());
            let Some(character) = chars.next() else { return };
            to.put_text(character.encode_utf8(&mut [0; 4]));
        }
    }
}

/// White space of JSON and of XML.
pub(crate) const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

pub(crate) const fn is_space_char(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r')
}

impl fmt::Display for EscapedStr<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(plain) = self.as_plain() {
            return f.pad(plain);
        }
        let mut chars = self.chars();
        loop {
            f.write_str(chars.rest.take_plain())?;
            let Some(character) = chars.next() else { return Ok(()) };
            f.write_char(character)?;
        }
    }
}

impl fmt::Debug for EscapedStr<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        for character in self.chars() {
            fmt::Display::fmt(&character.escape_debug(), f)?;
        }
        f.write_char('"')
    }
}

#[cfg(feature = "defmt")]
impl defmt::Format for EscapedStr<'_> {
    fn format(&self, f: defmt::Formatter<'_>) {
        defmt::write!(f, "{}", defmt::Display2Format(self));
    }
}

impl PartialEq for EscapedStr<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.chars().eq(other.chars())
    }
}

impl Eq for EscapedStr<'_> {}

/// Hashes the characters, so that texts that read the same hash the same.
impl Hash for EscapedStr<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.chars().for_each(|character| character.hash(state));
        // As in `str`: what is hashed behind it does not run into it.
        state.write_u8(0xff);
    }
}

impl PartialEq<str> for EscapedStr<'_> {
    fn eq(&self, other: &str) -> bool {
        *self == EscapedStr::plain(other)
    }
}

impl PartialEq<&str> for EscapedStr<'_> {
    fn eq(&self, other: &&str) -> bool {
        *self == EscapedStr::plain(other)
    }
}
