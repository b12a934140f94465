//! What to do about a whole response: its status, its code and its message.

use crate::error_code::{self, ErrorCode};
use crate::escaped::EscapedStr;
use crate::front_coded::{FrontCoded, front_coded};
use crate::parameter::Parameter;
use crate::retry::Retry;

mod retry_after;

pub use retry_after::RetryAfter;

/// What the service writes in the messages of failures that pass.
///
/// Source: the VPC documentation's page on idempotence, which names the message and not the code.
const SENTENCES: [(&str, ()); 2] = [("try it later*", ()), ("try again later*", ())];

/// What the codes of failures that pass contain, ignoring case, dots and underscores.
///
/// Sources: the codes that the Terraform provider and the official SDKs try again.
const WORDS: [(&str, ()); 16] = [
    ("Throttling*", ()),
    ("Configuring*", ()),
    ("TaskConflict*", ()),
    ("OperationConflict*", ()),
    ("ConcurrentOperation*", ()),
    ("TokenProcessing*", ()),
    ("IdempotentProcessing*", ()),
    ("SystemBusy*", ()),
    ("ServiceBusy*", ()),
    ("DistibuteLock*", ()),
    ("DistributeLock*", ()),
    ("ServiceUnavailable*", ()),
    ("InternalError*", ()),
    ("InternalFailure*", ()),
    ("UnknownError*", ()),
    ("InnerServiceFailed*", ()),
];

impl Retry {
    /// What to do about an HTTP status, and the code and the message of a response that has them.
    ///
    /// In this order:
    ///
    /// 1. a code that says exactly what to do ([`Immediately`](Self::Immediately),
    ///    [`AfterClockSync`](Self::AfterClockSync), [`WithNewToken`](Self::WithNewToken),
    ///    [`LookUp`](Self::LookUp)), whatever the status;
    /// 2. [`Never`](Self::Never) for a code that says that the `ClientToken` came before with another
    ///    request;
    /// 3. [`AfterPause`](Self::AfterPause) for a status of 500 to 599, 408 or 429; for a code that
    ///    contains a word such as `Throttling`, `Configuring` or `SystemBusy`, whatever its case and
    ///    wherever dots and underscores stand in it; for a message that says "try it later" or "try
    ///    again later"; and for a response without a code, which is as good as none;
    /// 4. [`Never`](Self::Never).
    ///
    /// A call that got no response at all, or a body that is not a response
    /// ([`DecodeError`](crate::DecodeError)), is to be tried again after a pause: the gateway may exist.
    ///
    /// Sources: the VPC documentation's page on idempotence, the Terraform provider, the official
    /// SDKs; RFC 9110, 15.5.9; RFC 6585, 4.
    #[must_use]
    pub fn of(status: u16, code: Option<&str>, message: Option<&str>) -> Self {
        of_escaped(status, code.map(EscapedStr::plain), message.map(EscapedStr::plain))
    }
}

/// [`Retry::of`] for texts that are still escaped.
pub(crate) fn of_escaped(
    status: u16,
    code: Option<EscapedStr<'_>>,
    message: Option<EscapedStr<'_>>,
) -> Retry {
    let known = code.and_then(error_code::known);
    if let Some((_, retry)) = FIRM.iter().find(|(code, _)| known == Some(*code)) {
        return *retry;
    }
    if matches!(status, 408 | 429 | 500..=599) {
        return Retry::AfterPause;
    }
    let is_blank = |code: EscapedStr<'_>| code.chars().all(|c| c.is_ascii_whitespace());
    // No code is as good as no response.
    let says_so = code.is_none_or(is_blank)
        || contains(code, &front_coded!(WithoutDots, (), WORDS).0)
        || contains(message, &front_coded!(AnyCase, (), SENTENCES).0);
    if says_so { Retry::AfterPause } else { Retry::Never }
}

/// Whether there is a text that contains one of these.
fn contains(text: Option<EscapedStr<'_>>, list: &FrontCoded) -> bool {
    text.is_some_and(|text| {
        let mut chars = text.chars();
        loop {
            let mut here = chars.clone();
            match chars.next() {
                None => return false,
                // None of the list starts with these, and where they do not count, a search from each
                // would read all that follow.
                Some('.' | '_') => {}
                Some(_) if list.find(&mut here).is_some() => return true,
                Some(_) => {}
            }
        }
    })
}

/// The codes that say what to do whatever the status, and what that is.
static FIRM: [(ErrorCode, Retry); FIRM_COUNT] = {
    let mut firm = [(ErrorCode::Forbidden, Retry::Never); FIRM_COUNT];
    let mut place: &mut [_] = &mut firm;
    let mut codes = ErrorCode::ALL;
    while let [code, rest @ ..] = codes {
        if is_firm(*code)
            && let [first, after @ ..] = place
        {
            *first = (*code, code.retry());
            place = after;
        }
        codes = rest;
    }
    firm
};

const FIRM_COUNT: usize = {
    let mut count: usize = 0;
    let mut codes = ErrorCode::ALL;
    while let [code, rest @ ..] = codes {
        if is_firm(*code) {
            count = count.saturating_add(1);
        }
        codes = rest;
    }
    count
};

const fn is_firm(code: ErrorCode) -> bool {
    match code.retry() {
        // The token came with another request, and always will have.
        Retry::Never => matches!(code.blames(), Some(Parameter::ClientToken)),
        Retry::AfterPause => false,
        _ => true,
    }
}
