//! What to do about a failure.

use aliyun_customer_gateway::Retry;

/// Do not try again.
pub const ACG_RETRY_NEVER: i32 = 0;
/// After a pause, with the same ClientToken.
pub const ACG_RETRY_AFTER_PAUSE: i32 = 1;
/// At once, with a new nonce and the same ClientToken.
pub const ACG_RETRY_IMMEDIATELY: i32 = 2;
/// After setting the clock, with the same ClientToken.
pub const ACG_RETRY_AFTER_CLOCK_SYNC: i32 = 3;
/// With a new ClientToken.
pub const ACG_RETRY_WITH_NEW_TOKEN: i32 = 4;
/// Only after looking for the gateway: an earlier try may have created it.
pub const ACG_RETRY_LOOK_UP: i32 = 5;

/// All of them, each with its number.
const ALL: [(i32, Retry); 6] = [
    (ACG_RETRY_NEVER, Retry::Never),
    (ACG_RETRY_AFTER_PAUSE, Retry::AfterPause),
    (ACG_RETRY_IMMEDIATELY, Retry::Immediately),
    (ACG_RETRY_AFTER_CLOCK_SYNC, Retry::AfterClockSync),
    (ACG_RETRY_WITH_NEW_TOKEN, Retry::WithNewToken),
    (ACG_RETRY_LOOK_UP, Retry::LookUp),
];

/// The number of an advice; that of never for one that is newer than this interface.
pub(crate) fn of(retry: Retry) -> i32 {
    ALL.iter().find(|(_, known)| *known == retry).map_or(ACG_RETRY_NEVER, |(number, _)| *number)
}

/// The advice of a number.
pub(crate) fn from(number: i32) -> Option<Retry> {
    ALL.iter().find(|(known, _)| *known == number).map(|(_, retry)| *retry)
}
