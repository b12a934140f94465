//! Why a value, or a line, was refused.

use core::fmt;

use aliyun_customer_gateway::{ErrorCode, InvalidParameter};

/// A refusal: what is to blame, where one parameter is, and a sentence.
#[derive(Debug)]
pub(crate) struct Refusal {
    pub(crate) parameter: Option<String>,
    pub(crate) sentence: String,
    /// What the service would have said.
    pub(crate) code: Option<&'static str>,
    pub(crate) kind: Kind,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// There is no value.
    Missing,
    /// The value is in a file that cannot be read.
    Unreadable,
    /// The value is wrong, as a whole or from this byte on.
    Wrong { index: Option<usize> },
}

impl Refusal {
    pub(crate) fn sentence(sentence: impl fmt::Display) -> Self {
        Self {
            parameter: None,
            sentence: sentence.to_string(),
            code: None,
            kind: Kind::Wrong { index: None },
        }
    }

    pub(crate) fn of(parameter: &str, sentence: impl fmt::Display) -> Self {
        Self { parameter: Some(parameter.to_owned()), ..Self::sentence(sentence) }
    }

    pub(crate) fn unreadable(sentence: impl fmt::Display) -> Self {
        Self { kind: Kind::Unreadable, ..Self::sentence(sentence) }
    }

    pub(crate) fn missing(parameter: &str) -> Self {
        let sentence = format!("{parameter} is missing: every request has one");
        Self { kind: Kind::Missing, ..Self::of(parameter, sentence) }
    }

    pub(crate) fn needs_asn() -> Self {
        let sentence = "AuthKey needs an Asn: give the number of your own network as well";
        let code = Some(ErrorCode::MissingAsn.as_str());
        Self { code, ..Self::of("AuthKey", sentence) }
    }
}

impl From<InvalidParameter> for Refusal {
    fn from(refused: InvalidParameter) -> Self {
        Self {
            parameter: Some(refused.parameter().as_str().to_owned()),
            sentence: refused.to_string(),
            code: refused.error_code().map(ErrorCode::as_str),
            kind: Kind::Wrong { index: refused.index() },
        }
    }
}
