//! Why a file could not be read.

use core::fmt::{self, Write as _};

use super::cause::Cause;
use super::place::Place;
use crate::invalid_parameter::InvalidParameter;
use crate::invalid_parameter::within::Within;
use crate::parameter::Parameter;

/// Why a file could not be read: what is wrong, and where.
///
/// ```
/// use aliyun_customer_gateway::config::from_json;
/// use aliyun_customer_gateway::{Edition, OwnedDeleteCustomerGateway, Parameter};
///
/// let file = b"{\n  \"RegionId\": \"cn shanghai\"\n}";
/// let error = from_json::<OwnedDeleteCustomerGateway>(file, Edition::Current).unwrap_err();
/// assert_eq!(error.parameter(), Some(Parameter::RegionId));
/// assert_eq!((error.index(), error.line(), error.column()), (19, 2, 18));
/// assert_eq!(error.invalid_parameter().unwrap().character(), Some(' '));
/// assert_eq!(
///     error.to_string(),
///     "line 2, column 18: unexpected character ' ' at byte 2 of RegionId: \
///      use ASCII letters, digits, '_' and '-', as in cn-shanghai",
/// );
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct ReadError {
    cause: Cause,
    place: Place,
    parameter: Option<Parameter>,
}

impl ReadError {
    pub(super) const fn new(cause: Cause, place: Place, parameter: Option<Parameter>) -> Self {
        Self { cause, place, parameter }
    }

    /// The parameter that is to blame, if one is.
    #[must_use]
    pub const fn parameter(&self) -> Option<Parameter> {
        self.parameter
    }

    /// What a constructor said, if one refused a value.
    ///
    /// Its [`index`](InvalidParameter::index) counts the bytes of the value, unescaped.
    #[must_use]
    pub const fn invalid_parameter(&self) -> Option<InvalidParameter> {
        match self.cause {
            Cause::Refused(refusal) => Some(refusal),
            _ => None,
        }
    }

    /// Where it is wrong, in bytes from the start of the file: at the character that was refused, or
    /// else at the start of the value or the name. For a member that is missing, it is the end of the
    /// object.
    #[must_use]
    pub const fn index(&self) -> usize {
        self.place.index
    }

    /// The line of the [`index`](Self::index), from 1. Each line ends with a line feed.
    #[must_use]
    pub const fn line(&self) -> usize {
        self.place.line
    }

    /// The column of the [`index`](Self::index), from 1, in characters (Unicode scalar values).
    #[must_use]
    pub const fn column(&self) -> usize {
        self.place.column
    }

    /// What is wrong, without the place.
    #[must_use]
    pub fn sentence(&self) -> impl fmt::Display + '_ {
        &self.cause
    }
}

/// Writes the place and the sentence; with a precision (`{:.64}`), no more than so many bytes of both.
impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { line, column, .. } = self.place;
        write!(Within::precision_of(f), "line {line}, column {column}: {}", self.cause)
    }
}

impl fmt::Debug for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ReadError({} at byte {})", self.cause, self.place.index)
    }
}

impl core::error::Error for ReadError {}
