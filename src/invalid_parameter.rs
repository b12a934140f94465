//! Why a value was refused.

pub(crate) mod reason;
pub(crate) mod sentence;
mod template;
pub(crate) mod within;

use core::fmt;

use crate::edition::Edition;
use crate::error_code::ErrorCode;
use crate::parameter::Parameter;
use crate::rule::Rule;
use reason::Reason;

/// A value that was refused: which parameter, why, where, and by which edition of the rules.
///
/// Its `Display` is one sentence that says what to do. An index counts bytes from the start of the
/// text that was given. Nothing of a secret is shown.
///
/// ```
/// use aliyun_customer_gateway::{Edition, ErrorCode, Name, Parameter, Reason};
///
/// let refused = Name::new("branch office").unwrap_err();
/// assert_eq!(refused.parameter(), Parameter::Name);
/// assert_eq!(refused.reason(), Reason::UnexpectedCharacter { character: ' ', index: 6 });
/// assert_eq!(refused.error_code(), Some(ErrorCode::InvalidName));
/// assert_eq!(refused.edition(), Some(Edition::November2020));
/// assert_eq!(refused.accepted_by(), Some(Edition::Current));
/// assert_eq!(
///     refused.to_string(),
///     "unexpected character ' ' at byte 6 of Name: use letters, digits, '.', '_' and '-' \
///      (edition 2020-11; current accepts the value)",
/// );
/// ```
#[derive(Clone, Copy)]
pub struct InvalidParameter {
    rule: &'static Rule,
    reason: Reason,
    /// An edition that accepts the value. Set it in place: a changed copy takes more flash, and more of the
    /// stack.
    pub(crate) accepted_by: Option<Edition>,
}

impl InvalidParameter {
    pub(crate) const fn new(rule: &'static Rule, reason: Reason) -> Self {
        Self { rule, reason, accepted_by: None }
    }

    /// The same refusal of a text that has so many characters, where it has too many.
    #[cfg(feature = "serde-json-core")]
    pub(crate) const fn of_characters(mut self, characters: usize) -> Self {
        if let Reason::TooLong { characters: counted } = &mut self.reason {
            *counted = characters;
        }
        self
    }

    /// The parameter whose value was refused.
    #[must_use]
    pub const fn parameter(&self) -> Parameter {
        self.rule.parameter
    }

    /// Why it was refused.
    #[must_use]
    pub const fn reason(&self) -> Reason {
        self.reason
    }

    /// The edition whose rule refused it; `None` if every edition has the same rule.
    #[must_use]
    pub const fn edition(&self) -> Option<Edition> {
        match self.reason {
            Reason::NotInEdition(edition) => Some(edition),
            _ => self.rule.edition,
        }
    }

    /// An edition that accepts the value, if there is one.
    #[must_use]
    pub const fn accepted_by(&self) -> Option<Edition> {
        self.accepted_by
    }

    /// The byte of the text that is to blame, if one is.
    #[must_use]
    pub const fn index(&self) -> Option<usize> {
        self.reason.index()
    }

    /// The character that is to blame, if one is that is no part of a secret.
    #[must_use]
    pub const fn character(&self) -> Option<char> {
        self.reason.character()
    }

    /// What the service would have answered to the value, if its documents name a code for it.
    #[must_use]
    pub const fn error_code(&self) -> Option<ErrorCode> {
        match self.reason {
            Reason::DuplicateKey { .. } => Some(ErrorCode::DuplicateTagKey),
            Reason::MissingAsn => Some(ErrorCode::MissingAsn),
            // The service ignores a parameter that it does not know, and knows nothing of our types.
            Reason::NotInEdition(_) | Reason::NoSpace { .. } => None,
            _ => self.rule.error_code,
        }
    }

    /// What tells one refusal from another.
    const fn key(&self) -> (Parameter, &'static str, Reason, Option<Edition>, Option<Edition>) {
        (self.rule.parameter, self.rule.name(), self.reason, self.edition(), self.accepted_by)
    }
}

impl fmt::Debug for InvalidParameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "InvalidParameter({}, {:?}", self.rule.name(), self.reason)?;
        if let Some(edition) = self.edition() {
            write!(f, ", {edition:?}")?;
        }
        f.write_str(")")
    }
}

impl PartialEq for InvalidParameter {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for InvalidParameter {}

impl core::hash::Hash for InvalidParameter {
    fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}

#[cfg(feature = "defmt")]
impl defmt::Format for InvalidParameter {
    fn format(&self, f: defmt::Formatter<'_>) {
        defmt::write!(f, "InvalidParameter({}, {})", self.rule.name(), self.reason);
        if let Some(edition) = self.edition() {
            defmt::write!(f, " in edition {}", edition.as_str());
        }
    }
}

impl core::error::Error for InvalidParameter {}
