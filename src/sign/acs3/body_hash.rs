//! The hash of a request's body.

use core::fmt;

use digest::{FixedOutput as _, Update as _};
use sha2::Sha256;

use crate::query::{Parameters, Query};
use crate::sign::{Absorb, Hex};

/// The SHA-256 of a body, in hexadecimal digits: `x-acs-content-sha256`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct BodyHash(Hex);

impl BodyHash {
    /// The hash of a body.
    #[must_use]
    pub fn new(body: &[u8]) -> Self {
        let mut hash = Sha256::default();
        hash.update(body);
        Self(Hex::new(&hash.finalize_fixed().into()))
    }

    /// The hash of a query as a form body, which never stands in a buffer.
    #[must_use]
    pub fn of_form<P: Parameters>(query: &Query<P>) -> Self {
        let mut hash = Sha256::default();
        query.write(&mut Absorb(&mut hash));
        Self(Hex::new(&hash.finalize_fixed().into()))
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
