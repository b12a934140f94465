//! What a machine asks for, and what came of it.

/// Send the call that `acg_registration_request` gives, then report what came.
pub const ACG_STEP_SEND: i32 = 1;
/// Wait for `min_ms` to `min_ms + span_ms` milliseconds, then report `acg_registration_on_paused`.
pub const ACG_STEP_PAUSE: i32 = 2;
/// Set the clock, as far as it can be, then report `acg_registration_on_clock_set`.
pub const ACG_STEP_SET_CLOCK: i32 = 3;
/// Make a new ClientToken, store it in place of the old one, and put it into the request; then report
/// `acg_registration_on_new_token`.
pub const ACG_STEP_NEW_TOKEN: i32 = 4;
/// Get new credentials, as far as there are any, then report `acg_registration_on_credentials_renewed`.
pub const ACG_STEP_RENEW_CREDENTIALS: i32 = 5;
/// Nothing more: `outcome` says what came of it.
pub const ACG_STEP_DONE: i32 = 6;
/// Something that is newer than this interface: treat it as `ACG_OUTCOME_GAVE_UP`.
pub const ACG_STEP_OTHER: i32 = 7;
/// Not done.
pub const ACG_OUTCOME_NONE: i32 = 0;
/// The service responded to our token with `id`. The gateway may have been deleted since.
pub const ACG_OUTCOME_CREATED: i32 = 1;
/// A gateway with the address is on the list: `id`, `differences`, `earlier_try`.
pub const ACG_OUTCOME_FOUND: i32 = 2;
/// The address is taken, and the gateway that has it cannot be seen: `status`, `code`, `earlier_try`.
pub const ACG_OUTCOME_HIDDEN: i32 = 3;
/// The service refused, and trying again will not help: `status`, `code`, `earlier_try`.
pub const ACG_OUTCOME_REFUSED: i32 = 4;
/// The service refuses the timestamps however often the clock is set: `earlier_try`.
pub const ACG_OUTCOME_CLOCK_REFUSED: i32 = 5;
/// Whether a gateway was made is unknown: go on later, resumed, with the same token.
pub const ACG_OUTCOME_GAVE_UP: i32 = 6;
/// The gateway exists, and its id is longer than 64 bytes.
pub const ACG_OUTCOME_ID_TOO_LONG: i32 = 7;
/// A bit of `differences`: another name.
pub const ACG_DIFFERS_NAME: i32 = 1;
/// A bit of `differences`: another description.
pub const ACG_DIFFERS_DESCRIPTION: i32 = 2;
/// A bit of `differences`: another ASN.
pub const ACG_DIFFERS_ASN: i32 = 4;
/// A bit of `differences`: other tags.
pub const ACG_DIFFERS_TAGS: i32 = 8;
