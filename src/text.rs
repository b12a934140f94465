//! Text of a body, borrowed and still escaped.

use core::fmt::{self, Write as _};

use crate::buffer_too_small::BufferTooSmall;
use crate::writer::Writer;

#[cfg(feature = "json")]
mod json;
#[cfg(feature = "xml")]
mod xml;

/// Text as it stands in the body of an answer: borrowed, and unescaped only when it is read.
///
/// It was checked when it was made, so reading it cannot fail. Two texts are equal when they read the
/// same, whatever they were escaped with.
///
/// ```
/// # #[cfg(feature = "json")] {
/// use aliyun_customer_gateway::Text;
///
/// let text = Text::from_json(r"Branch \u4e0a\u6d77 \ud83c\udfe2")?;
/// assert_eq!(text, "Branch 上海 🏢");
/// assert_eq!(text.to_string(), "Branch 上海 🏢");
/// # }
/// # Ok::<(), aliyun_customer_gateway::InvalidText>(())
/// ```
#[derive(Clone, Copy)]
pub struct Text<'a> {
    raw: &'a str,
    form: Form,
}

/// How a text is escaped.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Not at all.
    Plain,
    /// As the inside of a JSON string.
    #[cfg(feature = "json")]
    Json,
    /// As the content of an XML element.
    #[cfg(feature = "xml")]
    Xml,
}

/// A part of a text that needs no more unescaping.
pub(crate) enum Fragment<'a> {
    Run(&'a str),
    Character(char),
}

/// What is left of a text to unescape.
#[derive(Clone, Copy)]
struct Rest<'a> {
    raw: &'a str,
    form: Form,
    /// Inside of a CDATA section of XML.
    #[cfg(feature = "xml")]
    in_cdata: bool,
}

impl<'a> Rest<'a> {
    /// The next part; an error is what is wrong at the start of the rest.
    fn next(&mut self) -> Result<Option<Fragment<'a>>, TextFault> {
        match self.form {
            Form::Plain => {
                let run = core::mem::take(&mut self.raw);
                Ok((!run.is_empty()).then_some(Fragment::Run(run)))
            }
            #[cfg(feature = "json")]
            Form::Json => json::next(&mut self.raw),
            #[cfg(feature = "xml")]
            Form::Xml => xml::next(&mut self.raw, &mut self.in_cdata),
        }
    }
}

impl<'a> Text<'a> {
    /// Text without escapes: every character stands for itself.
    #[must_use]
    pub const fn plain(text: &'a str) -> Self {
        Self { raw: text, form: Form::Plain }
    }

    /// Text as it stands between the quotes of a JSON string (RFC 8259, 7).
    ///
    /// # Errors
    ///
    /// - `\q`, `\u+041`, `\u12`: a broken escape at byte 0
    /// - `\ud83c`, `\udfe2\ud83c`: a lone surrogate at byte 0
    /// - a quote, or a control character: not escaped at byte 0
    #[cfg(feature = "json")]
    pub fn from_json(raw: &'a str) -> Result<Self, InvalidText> {
        let form = if json::is_plain(raw) { Form::Plain } else { Form::Json };
        Self::checked(raw, form)
    }

    /// Text as it stands between the tags of an XML element: with references, CDATA sections,
    /// comments and processing instructions, line ends as XML 1.0, 2.11 has them.
    ///
    /// # Errors
    ///
    /// - `&nbsp;`, `&amp`, `&#;`: a broken escape at byte 0 (only the five entities of XML are
    ///   defined)
    /// - `&#xD83C;`: a lone surrogate at byte 0
    /// - `&#0;`, `<b>`, `]]>`, a control character: may not stand there, at byte 0
    #[cfg(feature = "xml")]
    pub fn from_xml(raw: &'a str) -> Result<Self, InvalidText> {
        let form = if xml::is_plain(raw) { Form::Plain } else { Form::Xml };
        Self::checked(raw, form)
    }

    /// Text of a form, of which [`Form::Plain`] is one that its reader knows to be right.
    pub(crate) fn checked(raw: &'a str, form: Form) -> Result<Self, InvalidText> {
        let text = Self { raw, form };
        if form != Form::Plain {
            let mut rest = text.rest();
            loop {
                let index = raw.len().saturating_sub(rest.raw.len());
                match rest.next() {
                    Ok(Some(_)) => {}
                    Ok(None) => break,
                    Err(fault) => return Err(InvalidText { fault, index }),
                }
            }
        }
        Ok(text)
    }

    fn rest(&self) -> Rest<'a> {
        Rest {
            raw: self.raw,
            form: self.form,
            #[cfg(feature = "xml")]
            in_cdata: false,
        }
    }

    /// The text itself, where nothing in it is escaped.
    #[must_use]
    pub fn as_plain(&self) -> Option<&'a str> {
        (self.form == Form::Plain).then_some(self.raw)
    }

    /// The text as it stands in the body, still escaped.
    #[must_use]
    pub const fn as_raw(&self) -> &'a str {
        self.raw
    }

    /// The characters of the text.
    #[must_use]
    pub fn chars(&self) -> Chars<'a> {
        Chars { run: "".chars(), rest: self.rest() }
    }

    /// The parts of the text, unescaped.
    pub(crate) fn fragments(&self) -> impl Iterator<Item = Fragment<'a>> {
        let mut rest = self.rest();
        // Whatever could be wrong was refused when the text was made.
        core::iter::from_fn(move || rest.next().unwrap_or_default())
    }

    fn write(&self, to: &mut Writer<'_>) {
        for fragment in self.fragments() {
            match fragment {
                Fragment::Run(run) => to.put(run.as_bytes()),
                Fragment::Character(character) => {
                    to.put(character.encode_utf8(&mut [0; 4]).as_bytes());
                }
            }
        }
    }

    /// How many bytes of UTF-8 the text reads as.
    #[must_use]
    pub fn len(&self) -> usize {
        let mut writer = Writer::fill(&mut []);
        self.write(&mut writer);
        writer.len()
    }

    /// Whether the text has no characters.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.as_plain().map_or_else(|| self.chars().next().is_none(), str::is_empty)
    }

    /// Writes the text, unescaped, into a buffer, and returns the part that was written.
    ///
    /// # Errors
    ///
    /// The buffer is shorter than [`len`](Self::len): the error says how many bytes are needed.
    pub fn copy_to<'b>(&self, buf: &'b mut [u8]) -> Result<&'b str, BufferTooSmall> {
        let mut writer = Writer::fill(buf);
        self.write(&mut writer);
        writer.finish()
    }

    /// The text, unescaped, in a string of capacity `N`.
    ///
    /// # Errors
    ///
    /// `N` is less than [`len`](Self::len): the error says how many bytes are needed.
    pub fn to_heapless<const N: usize>(&self) -> Result<heapless::String<N>, BufferTooSmall> {
        let mut text = heapless::String::new();
        match write!(text, "{self}") {
            Ok(()) => Ok(text),
            Err(fmt::Error) => Err(BufferTooSmall::new(self.len())),
        }
    }

    /// Whether the text contains another one.
    #[must_use]
    pub fn contains(&self, part: &str) -> bool {
        self.find(part).is_some()
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

/// The characters of a [`Text`].
#[derive(Clone)]
pub struct Chars<'a> {
    run: core::str::Chars<'a>,
    rest: Rest<'a>,
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

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(plain) = self.as_plain() {
            return f.pad(plain);
        }
        self.fragments().try_for_each(|fragment| match fragment {
            Fragment::Run(run) => f.write_str(run),
            Fragment::Character(character) => f.write_char(character),
        })
    }
}

impl fmt::Debug for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        for character in self.chars() {
            fmt::Display::fmt(&character.escape_debug(), f)?;
        }
        f.write_char('"')
    }
}

#[cfg(feature = "defmt")]
impl defmt::Format for Text<'_> {
    fn format(&self, f: defmt::Formatter<'_>) {
        defmt::write!(f, "{}", defmt::Display2Format(self));
    }
}

impl PartialEq for Text<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.chars().eq(other.chars())
    }
}

impl Eq for Text<'_> {}

impl PartialEq<str> for Text<'_> {
    fn eq(&self, other: &str) -> bool {
        *self == Text::plain(other)
    }
}

impl PartialEq<&str> for Text<'_> {
    fn eq(&self, other: &&str) -> bool {
        *self == Text::plain(other)
    }
}

/// A text that is not escaped as it should be.
///
/// The index counts bytes from the start of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct InvalidText {
    fault: TextFault,
    index: usize,
}

/// What is wrong in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum TextFault {
    /// An escape of JSON or a reference of XML that is none.
    BrokenEscape,
    /// Half of a surrogate pair.
    LoneSurrogate,
    /// A character that may not stand there.
    Forbidden,
}

impl InvalidText {
    /// What is wrong.
    #[must_use]
    pub const fn fault(&self) -> TextFault {
        self.fault
    }

    /// Where it is wrong.
    #[must_use]
    pub const fn index(&self) -> usize {
        self.index
    }
}

impl TextFault {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::BrokenEscape => "broken escape",
            Self::LoneSurrogate => "lone surrogate",
            Self::Forbidden => "forbidden character",
        }
    }
}

impl fmt::Display for InvalidText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at byte {} of a text", self.fault.as_str(), self.index)
    }
}

impl core::error::Error for InvalidText {}
