//! What can happen to one call.

/// What can happen to one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    Nothing,
    /// The request never arrives.
    RequestLost,
    /// It is carried out, and the response comes too late to be waited for.
    ResponseLost,
    /// The request arrives seconds later, when nobody waits for it any longer.
    Delayed,
    /// It is carried out, and the body is cut off somewhere.
    Cut,
    /// It is carried out, and the body is longer than any buffer.
    TooLong,
    /// A login page of somebody in between.
    Portal,
    /// A redirect of somebody in between.
    Redirect,
    /// An empty body with status 200.
    Empty,
    /// It is carried out, and a success code without an id comes back.
    SuccessCode,
    /// Another request's response: a gateway that was created at another address.
    Foreign,
    /// The response before this one once more, where the connection is the same.
    Stale,
    /// The device's clock jumps.
    ClockJump,
    /// A nonce that was used; not carried out.
    NonceUsed,
    /// Sent twice by somebody in between: carried out, and the nonce was used then.
    NonceUsedSince,
    /// Too many calls; the service asks for a pause.
    Throttled,
    /// Too many calls; the service asks for a pause of a day.
    ThrottledForLong,
    /// The service is down.
    Unavailable,
    /// It is carried out, and the service then fails.
    FailedSince,
    /// A failure without a code.
    NoCode,
    /// Another operation is going on.
    Conflict,
    /// A code that no table has.
    UnknownCode,
    /// A code that no table has, and a pause that is asked for.
    UnknownCodeWithPause,
    /// The quota is full for a moment.
    QuotaFull,
    /// The account may not do this for a moment.
    Forbidden,
    /// The temporary credentials expire.
    SessionExpired,
    /// The token fails for good.
    FailsForGood,
    /// Every token is forgotten.
    Forgotten,
    /// Somebody else registers the address first.
    Rival,
    /// Somebody else registers the address first, and no list shows it.
    HiddenRival,
    /// Somebody deletes what is at our address.
    Deleted,
    /// Others create and delete just before.
    Churn,
    /// The first gateway of a page has an address that cannot be read.
    DamagedItem,
    /// The first gateway of a page has a name that cannot be read.
    DamagedName,
}

impl Fault {
    pub const ALL: [Self; 34] = [
        Self::Nothing,
        Self::RequestLost,
        Self::ResponseLost,
        Self::Delayed,
        Self::Cut,
        Self::TooLong,
        Self::Portal,
        Self::Redirect,
        Self::Empty,
        Self::SuccessCode,
        Self::Foreign,
        Self::Stale,
        Self::ClockJump,
        Self::NonceUsed,
        Self::NonceUsedSince,
        Self::Throttled,
        Self::ThrottledForLong,
        Self::Unavailable,
        Self::FailedSince,
        Self::NoCode,
        Self::Conflict,
        Self::UnknownCode,
        Self::UnknownCodeWithPause,
        Self::QuotaFull,
        Self::Forbidden,
        Self::SessionExpired,
        Self::FailsForGood,
        Self::Forgotten,
        Self::Rival,
        Self::HiddenRival,
        Self::Deleted,
        Self::Churn,
        Self::DamagedItem,
        Self::DamagedName,
    ];
}
