//! Why a body is not a response, as the reader carries it.

use super::decode_error::NotAResponse;
use super::flaw::Flaw;

/// Why a body is not a response: the variants of [`NotAResponse`], which is made of it when somebody
/// asks for one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    Empty,
    Zeros,
    #[cfg(feature = "xml")]
    Html,
    Compressed,
    Utf16,
    Chunked,
    Head,
    Foreign,
    #[cfg(not(all(feature = "json", feature = "xml")))]
    FeatureOff,
    NoMember,
    Broken,
    NoOutcome,
    NothingButSuccess,
}

impl Refusal {
    /// The public form, with the flaw, and the name of what has it or is missing.
    pub(super) const fn kind(self, flaw: Flaw, name: &'static str) -> NotAResponse {
        let Flaw { byte, index, .. } = flaw;
        match self {
            Self::Empty => NotAResponse::Empty,
            Self::Zeros => NotAResponse::Zeros,
            #[cfg(feature = "xml")]
            Self::Html => NotAResponse::Html,
            Self::Compressed => NotAResponse::Compressed,
            Self::Utf16 => NotAResponse::Utf16,
            Self::Chunked => NotAResponse::Chunked,
            Self::Head => NotAResponse::Head,
            Self::Foreign => NotAResponse::Foreign { byte, index },
            #[cfg(not(all(feature = "json", feature = "xml")))]
            Self::FeatureOff => NotAResponse::FeatureOff { feature: name },
            Self::NoMember if flaw.is_none() => NotAResponse::NoMember { fault: None },
            Self::NoMember => NotAResponse::NoMember { fault: Some(flaw.fault(name)) },
            Self::Broken => NotAResponse::Broken(flaw.fault(name)),
            Self::NoOutcome => NotAResponse::NoOutcome { member: name },
            Self::NothingButSuccess => NotAResponse::NothingButSuccess { member: name },
        }
    }
}
