//! Why a signature did not match.
//!
//! A response to a signature that does not match echoes what the service signed. Held against what was
//! signed here, it tells which parameter, header or other part of the request the service read
//! otherwise, or that the secret is wrong: see
//! [`rpc::StringToSign::explain`](crate::rpc::StringToSign::explain) and
//! [`acs3::CanonicalRequest::explain`](crate::acs3::CanonicalRequest::explain).

use core::fmt;

mod comparison;
mod component;
mod echoed;
mod encoded_again;
mod excerpt;
mod explain;
mod lockstep;
mod part;
mod raw;
mod utf8;

use crate::quoted::QuotedText;
use crate::response::echo::PLACEHOLDER;
use excerpt::Excerpt;
use part::Part;

/// Why a signature did not match.
///
/// It holds bounded copies: what is longer is cut, with a `…` where something is missing. A secret is
/// `[redacted]`, whatever the service echoed of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Mismatch {
    kind: Kind,
    part: Part,
    name: Excerpt,
    ours: Option<Excerpt>,
    theirs: Option<Excerpt>,
}

/// What a signature that did not match comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum Kind {
    /// The service signed the very same: the secret is not that of the access key.
    WrongSecret,
    /// The service read another request than the one that was signed.
    Differs,
    /// An HTTP client percent-encoded a query that was encoded already.
    DoublyEncoded,
}

impl Kind {
    /// `wrong-secret`, `differs` or `doubly-encoded`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::WrongSecret => "wrong-secret",
            Self::Differs => "differs",
            Self::DoublyEncoded => "doubly-encoded",
        }
    }
}

impl Mismatch {
    /// What it comes from.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// What differs: a parameter, a header in lower case, `method`, `path`, `body` (its hash), or
    /// `canonical request` where the service echoed only its hash. `None` if nothing does.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self.part {
            Part::Nothing => None,
            Part::Method => Some("method"),
            Part::Path => Some("path"),
            Part::Parameter | Part::Header | Part::SignedHeader => Some(self.name.as_str()),
            Part::Body => Some("body"),
            Part::CanonicalRequest => Some("canonical request"),
        }
    }

    /// What was signed here, decoded; `None` if it was not signed here.
    #[must_use]
    pub fn ours(&self) -> Option<&str> {
        self.ours.as_ref().map(Excerpt::as_str)
    }

    /// What the service read, decoded; `None` if it did not read it.
    #[must_use]
    pub fn theirs(&self) -> Option<&str> {
        self.theirs.as_ref().map(Excerpt::as_str)
    }

    const fn wrong_secret() -> Self {
        Self {
            kind: Kind::WrongSecret,
            part: Part::Nothing,
            name: Excerpt::new(),
            ours: None,
            theirs: None,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// What differs, as the subject of a sentence.
struct Subject<'m>(&'m Mismatch);

impl fmt::Display for Subject<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.0.name().unwrap_or_default();
        match self.0.part {
            Part::Parameter => f.write_str(name),
            Part::Header | Part::SignedHeader => write!(f, "the header {name}"),
            Part::Body => f.write_str("the hash of the body"),
            Part::CanonicalRequest => f.write_str("the hash of the canonical request"),
            Part::Nothing | Part::Method | Part::Path => write!(f, "the {name}"),
        }
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let subject = Subject(self);
        if self.kind == Kind::WrongSecret {
            return f.write_str(
                "the service signed the same text: the secret is not that of the access key; look \
                 for a missing character, and for a space or an end of line at its edge",
            );
        }
        match (self.ours(), self.theirs()) {
            (Some(ours), Some(theirs)) if self.kind == Kind::DoublyEncoded => write!(
                f,
                "{subject} was percent-encoded twice on its way: it was signed as {}, but the \
                 service read {}; the query is encoded already, so hand it on as it is",
                QuotedText(ours),
                QuotedText(theirs)
            ),
            (Some(PLACEHOLDER), Some(PLACEHOLDER)) => {
                write!(f, "{subject} was signed, but the service read another value of it")
            }
            (Some(ours), Some(theirs)) if ours == theirs => write!(
                f,
                "{subject} was signed as {}, but the service read it percent-encoded in \
                 another way",
                QuotedText(ours)
            ),
            (Some(ours), Some(theirs)) => write!(
                f,
                "{subject} was signed as {}, but the service read {}",
                QuotedText(ours),
                QuotedText(theirs)
            ),
            (Some(ours), None) => {
                write!(f, "{subject} was signed as {}, but the service read none", QuotedText(ours))
            }
            (None, Some(theirs)) => {
                write!(f, "{subject} was not signed, but the service read {}", QuotedText(theirs))
            }
            (None, None) => f.write_str(
                "the strings to sign differ only in the way in which they are percent-encoded",
            ),
        }
    }
}
