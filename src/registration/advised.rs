//! What a failure asks of a machine.

use super::heard::{Advice, KeptRefusal};
use super::kept::Kept;
use crate::parameter::Parameter;
use crate::response::Failed;
use crate::retry::Retry;

impl KeptRefusal {
    pub(super) fn of(failed: &Failed<'_>) -> Self {
        let code = failed.code().map(|code| Kept::start(code.chars())).unwrap_or_default();
        Self { code, status: failed.status(), error_code: failed.error_code() }
    }
}

impl Advice {
    pub(super) fn of(failed: &Failed<'_>, asked_ms: Option<u32>) -> Self {
        let blames = failed.blames();
        match failed.retry() {
            Retry::AfterPause => Self::Pause,
            Retry::Immediately => Self::Immediately,
            Retry::AfterClockSync => Self::SetClock,
            Retry::WithNewToken => Self::NewToken,
            Retry::LookUp => Self::LookUp,
            // Whoever that was, it was not the service.
            Retry::Never if failed.code().is_none() => Self::Pause,
            // Temporary credentials expire while a device waits.
            Retry::Never
                if matches!(blames, Some(Parameter::SecurityToken | Parameter::AccessKeyId)) =>
            {
                Self::RenewCredentials
            }
            // A new way to say that it is busy.
            Retry::Never if failed.error_code().is_none() && asked_ms.is_some_and(|ms| ms > 0) => {
                Self::Pause
            }
            Retry::Never => Self::Never { blames_token: blames == Some(Parameter::ClientToken) },
        }
    }
}
