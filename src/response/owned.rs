//! Texts of a response, kept beyond the receive buffer.

use core::fmt::{self, Write as _};

use heapless::String;

use crate::encode::Encode as _;
use crate::escaped::EscapedStr;
use crate::invalid_parameter::within::Within;

/// An id of a request is a UUID of 36 characters.
pub(crate) const REQUEST_ID_LEN: usize = 64;

/// A member of a response that is longer than the string that was to keep it.
///
/// Nothing is lost over it: the member is still in the borrowed response.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct DoesNotFit {
    member: &'static str,
    needed: usize,
    capacity: usize,
}

impl DoesNotFit {
    pub(crate) const fn new(member: &'static str, needed: usize, capacity: usize) -> Self {
        Self { member, needed, capacity }
    }

    /// The member.
    #[must_use]
    pub const fn member(&self) -> &'static str {
        self.member
    }

    /// How many bytes it takes; how many items, if it is a list.
    #[must_use]
    pub const fn needed(&self) -> usize {
        self.needed
    }

    /// How many there is room for.
    #[must_use]
    pub const fn capacity(&self) -> usize {
        self.capacity
    }
}

impl fmt::Display for DoesNotFit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { member, needed, capacity } = self;
        // A message of a fixed size asks for a precision.
        let mut to = Within::precision_of(f);
        write!(to, "{member} takes {needed} bytes, and the string for it holds {capacity}")
    }
}

impl core::error::Error for DoesNotFit {}

pub(crate) fn keep<const N: usize>(
    member: &'static str,
    text: EscapedStr<'_>,
) -> Result<String<N>, DoesNotFit> {
    text.to_heapless().map_err(|error| DoesNotFit::new(member, error.needed(), N))
}

pub(crate) fn keep_some<const N: usize>(
    member: &'static str,
    text: Option<EscapedStr<'_>>,
) -> Result<Option<String<N>>, DoesNotFit> {
    text.map(|text| keep(member, text)).transpose()
}
