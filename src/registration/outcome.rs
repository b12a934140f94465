//! What came of a registration.

use core::fmt;

use super::differences::Differences;
use crate::error_code::ErrorCode;

/// What came of a [`Registration`](crate::Registration).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum Outcome<'a> {
    /// The service responded to our token with this id. It speaks of the past: the gateway may have been
    /// deleted since.
    Created {
        /// The id of the gateway.
        id: &'a str,
    },
    /// A gateway with the address was found on the list.
    Found {
        /// The id of the gateway.
        id: &'a str,
        /// Which of the values that were asked for it does not have.
        differences: Differences,
        /// Whether an earlier try may have made it. `false` says that it is somebody else's; `true` says
        /// only that it may be ours.
        earlier_try: bool,
    },
    /// The address is taken, and the gateway that has it cannot be seen.
    Hidden {
        /// What the service refused: the look at the list, or else the creation.
        refusal: Refusal<'a>,
        /// Whether an earlier try may have made the gateway.
        earlier_try: bool,
    },
    /// The service refused, and trying again will not help.
    Refused {
        /// What it said.
        refusal: Refusal<'a>,
        /// Whether an earlier try may have made a gateway all the same.
        may_exist: bool,
    },
    /// The service refuses the timestamps however often the clock is set.
    ClockRefused {
        /// Whether an earlier try may have made a gateway all the same.
        may_exist: bool,
    },
    /// Nothing more is tried, and whether a gateway was made is **unknown**. Later, go on with
    /// [`Registration::resumed`](crate::Registration::resumed) and the same token.
    GaveUp,
    /// The gateway exists, and its id is longer than 64 bytes; it is never cut.
    IdTooLong,
}

impl<'a> Outcome<'a> {
    /// The id of the gateway, where it is known.
    #[must_use]
    pub const fn id(&self) -> Option<&'a str> {
        match *self {
            Self::Created { id } | Self::Found { id, .. } => Some(id),
            _ => None,
        }
    }
}

impl fmt::Display for Outcome<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ours = |may: bool| if may { "; an earlier try may have created it" } else { "" };
        match self {
            Self::Created { id } => write!(f, "created {id}"),
            Self::Found { id, differences, earlier_try } => {
                let whose = if *earlier_try { "an earlier try may have" } else { "no try of ours" };
                write!(f, "found {id} ({whose} created it): {differences}")
            }
            Self::Hidden { refusal, earlier_try } => {
                write!(f, "the address is taken by a gateway that is not listed ({refusal})")?;
                f.write_str(ours(*earlier_try))
            }
            Self::Refused { refusal, may_exist } => {
                write!(f, "refused ({refusal})")?;
                f.write_str(ours(*may_exist))
            }
            Self::ClockRefused { may_exist } => {
                f.write_str("the service refuses the timestamp: set the clock")?;
                f.write_str(ours(*may_exist))
            }
            Self::GaveUp => {
                f.write_str("unknown: the gateway may exist; go on later with the same token")
            }
            Self::IdTooLong => {
                f.write_str("the gateway exists, but its id is longer than 64 bytes")
            }
        }
    }
}

/// What the service said when it refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Refusal<'a> {
    pub(crate) status: u16,
    pub(crate) code: &'a str,
    pub(crate) error_code: Option<ErrorCode>,
}

impl<'a> Refusal<'a> {
    /// The HTTP status.
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// The code as it was received, up to 64 bytes of it.
    #[must_use]
    pub const fn code(&self) -> &'a str {
        self.code
    }

    /// The code, where it is one of [`ErrorCode`].
    #[must_use]
    pub const fn error_code(&self) -> Option<ErrorCode> {
        self.error_code
    }
}

impl fmt::Display for Refusal<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "status {}, {}", self.status, self.code)
    }
}
