//! What a response says, as far as it moves the machine.

use super::differences::Differences;
use super::kept::Kept;
use crate::error_code::ErrorCode;

/// What a response says, as far as it moves the machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Heard {
    /// A gateway was created. The id is `None` where it is too long; `ours` is whether the address is
    /// ours, or not stated.
    Created { id: Option<Kept>, ours: bool },
    /// A page has our address. The id is `None` where it is too long.
    Found { id: Option<Kept>, differences: Differences },
    /// A page does not have our address, as far as it can be read.
    Page(PageSeen),
    /// The service refused, or failed.
    Failed { refusal: KeptRefusal, advice: Advice },
    /// More than the receive buffer holds.
    TooLong,
    /// Nothing that can be understood, or nothing at all.
    Unreadable,
}

/// What matters of a page without our address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PageSeen {
    pub(crate) number: Option<u32>,
    pub(crate) size: Option<u32>,
    pub(crate) total: Option<u32>,
    pub(crate) gateways: u32,
    /// Whether tags filtered the list.
    pub(crate) filtered: bool,
    /// Whether it was read to its end.
    pub(crate) whole: bool,
    /// Whether the id and the address of every gateway could be read.
    pub(crate) clean: bool,
}

/// What to do about a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Advice {
    Pause,
    Immediately,
    SetClock,
    NewToken,
    LookUp,
    RenewCredentials,
    Never { blames_token: bool },
}

/// A refusal that outlives its response.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub(crate) struct KeptRefusal {
    pub(crate) code: Kept,
    pub(crate) status: u16,
    pub(crate) error_code: Option<ErrorCode>,
}
