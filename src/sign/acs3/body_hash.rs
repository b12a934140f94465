//! The hash of a request's body.

use core::fmt;

use crate::query::{Parameters, Query};
use crate::sign::hex::Hex;
use crate::sign::mac::{sha256, sha256_of_bytes};

/// The SHA-256 of a body, in hexadecimal digits: `x-acs-content-sha256`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct BodyHash(Hex);

impl BodyHash {
    /// The hash of an empty body.
    pub const EMPTY: Self = Self(Hex::OF_NOTHING);

    /// The hash of a body.
    #[must_use]
    pub fn new(body: &[u8]) -> Self {
        Self(sha256_of_bytes(body))
    }

    /// The hash of a query as a form body, which is never buffered.
    #[must_use]
    pub fn of_form<P: Parameters>(query: &Query<P>) -> Self {
        Self(sha256(query))
    }

    /// The hexadecimal digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl fmt::Debug for BodyHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BodyHash({:?})", self.as_str())
    }
}
