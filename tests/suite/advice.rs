//! Whether and how to try again, for every code with every status.

use aliyun_customer_gateway::{ErrorCode, Parameter, Retry, RetryAfter};

/// The codes whose advice no status changes.
fn is_firm(code: ErrorCode) -> bool {
    match code.retry() {
        Retry::Immediately | Retry::AfterClockSync | Retry::WithNewToken | Retry::LookUp => true,
        Retry::Never => code.blames() == Some(Parameter::ClientToken),
        _ => false,
    }
}

#[test]
fn what_to_do_about_every_code_with_every_status() {
    for status in 0..=999_u16 {
        let asks_for_a_pause = matches!(status, 500..=599 | 408 | 429);
        for none in [None, Some(""), Some(" \t\r\n")] {
            assert_eq!(Retry::of(status, none, None), Retry::AfterPause, "{status}");
        }
        for code in ErrorCode::ALL {
            let retry = match code.retry() {
                Retry::Never if asks_for_a_pause && !is_firm(*code) => Retry::AfterPause,
                retry => retry,
            };
            let text = code.as_str();
            assert_eq!(Retry::of(status, Some(text), None), retry, "{status} {text}");
            let padded = format!(" {text}\n");
            assert_eq!(Retry::of(status, Some(&padded), None), retry, "{status} {text}");
        }
        for code in ["MissingRegionId", "InvalidRegionId.NotFound", "Resource.Other", "x"] {
            let retry = if asks_for_a_pause { Retry::AfterPause } else { Retry::Never };
            assert_eq!(Retry::of(status, Some(code), None), retry, "{status} {code}");
        }
    }
}

#[test]
fn codes_whose_advice_no_status_changes() {
    let firm: Vec<_> = ErrorCode::ALL.iter().filter(|code| is_firm(**code)).collect();
    assert_eq!(
        firm,
        [
            &ErrorCode::IpAddressAlreadyExist,
            &ErrorCode::SignatureNonceUsed,
            &ErrorCode::TimestampExpired,
            &ErrorCode::IllegalTimestamp,
            &ErrorCode::RequestTimeTooSkewed,
            &ErrorCode::IdempotentParameterMismatch,
            &ErrorCode::DuplicateClientToken,
            &ErrorCode::IdempotentFailed,
        ]
    );
    let (status, again) = (503, Some("Please try again later."));
    assert_eq!(Retry::of(status, Some("IdempotentParameterMismatch"), again), Retry::Never);
    assert_eq!(
        Retry::of(status, Some("InvalidIdempotenceParameter.Mismatch"), again),
        Retry::Never
    );
    assert_eq!(Retry::of(status, Some("IdempotentFailed"), again), Retry::WithNewToken);
    assert_eq!(Retry::of(status, Some("InvalidIpAddress.AlreadyExist"), again), Retry::LookUp);
}

/// Clients try these again; the rule is in the words that they contain.
#[test]
fn codes_that_ask_for_a_pause_by_a_word() {
    for code in [
        "Throttling",
        "Throttling.User",
        "Rejected.Throttling",
        "VpnGateway.Configuring",
        "Appliance.Configuring",
        "VpnConnection.Configuring",
        "OperationDenied.VpnConfiguring",
        "TaskConflict",
        "TaskConflict.AssociateGlobalAccelerationInstance",
        "VPC_TASK_CONFLICT",
        "VpnTask.CONFLICT",
        "VpnGateway.task.conflict",
        "OperationConflict",
        "Operation.Conflict",
        "OperationFailed.ConcurrentOperation",
        "LastTokenProcessing",
        "OperationFailed.LastTokenProcessing",
        "OperationFailed.IdempotentTokenProcessing",
        "TokenProcessing",
        "TOKEN_PROCESSING",
        "IdempotentProcessing",
        "SystemBusy",
        "System.Busy",
        "OperationFailed.SystemBusy",
        "System.ServiceBusy",
        "OperationFailed.DistibuteLock",
        "OperationFailed.DistributeLock",
        "ServiceUnavailable",
        "ServiceUnavailableTemporary",
        "InternalError",
        "InternalFailure",
        "UnknownError",
        "Abs.Vpc.InnerServiceFailed",
        "throttling",
        "ThrottlinThrottling",
        "InvalidRegionId.Throttling",
        "T.h_r.o_t.t_l.i_n.g",
        "上海.SystemBusy!",
        "InternalInternalError",
    ] {
        assert_eq!(Retry::of(400, Some(code), None), Retry::AfterPause, "{code}");
    }
    for code in [
        "Throttlin",
        "Throttlinğ",
        "System-Busy",
        "Task Conflict",
        "Conflict",
        "Busy",
        "ServiceUnavailabl",
        "Internal",
        "OperationDenied.VpnFinancialLocked",
    ] {
        assert_eq!(Retry::of(400, Some(code), None), Retry::Never, "{code}");
    }
    let code = format!("{}SystemBusy{0}", "a".repeat(600_000));
    assert_eq!(Retry::of(400, Some(&code), None), Retry::AfterPause);
}

#[test]
fn the_table_agrees_with_the_words() {
    for code in ErrorCode::ALL {
        let by_words = Retry::of(400, Some(&format!("x{code}")), None) == Retry::AfterPause;
        assert_eq!(code.retry() == Retry::AfterPause, by_words, "{code}");
    }
}

#[test]
fn messages_that_ask_for_a_pause() {
    for message in [
        "The operation is in progress, please try it later.",
        "Please TRY AGAIN LATER",
        "try it later",
        "try ittry it later",
        "稍后 try again later",
    ] {
        let retry = Retry::of(400, Some("OperationFailed.Other"), Some(message));
        assert_eq!(retry, Retry::AfterPause, "{message}");
    }
    for message in ["", "try later", "try it late", "try again, later", "tryitlater", "SystemBusy"]
    {
        let retry = Retry::of(400, Some("OperationFailed.Other"), Some(message));
        assert_eq!(retry, Retry::Never, "{message}");
    }
    // The message outweighs what is known of the code.
    assert_eq!(Retry::of(403, Some("Forbidden"), Some("Try again later")), Retry::AfterPause);
}

#[test]
fn advice_in_words() {
    for (retry, words, keyword) in [
        (Retry::Never, "never", "never"),
        (Retry::AfterPause, "after a pause, with the same ClientToken", "pause"),
        (Retry::Immediately, "at once, with a new nonce and the same ClientToken", "now"),
        (Retry::AfterClockSync, "after setting the clock, with the same ClientToken", "clock"),
        (Retry::WithNewToken, "with a new ClientToken", "new-token"),
        (
            Retry::LookUp,
            "only after looking for the gateway: an earlier try may have created it",
            "look-up",
        ),
    ] {
        assert_eq!(retry.as_str(), words);
        assert_eq!(retry.to_string(), words);
        assert_eq!(retry.keyword(), keyword);
    }
}

fn pause(headers: &[(&str, &str)], max: u32) -> Option<u32> {
    RetryAfter::from_headers(headers.iter().copied(), max).map(RetryAfter::milliseconds)
}

#[test]
fn a_pause_that_somebody_else_has_read() {
    assert_eq!(RetryAfter::from_milliseconds(0), None);
    let pause = RetryAfter::from_milliseconds(2500);
    assert_eq!(pause, RetryAfter::from_headers([("x-acs-retry-after", "2500")], 60_000));
}

#[test]
fn how_long_to_pause() {
    const LIMIT: &str = "Limit:1,Remain:0,TimeLeft:2000,Reset:1234";
    const OTHER: &str = "Limit:1,Remain:0,TimeLeft:3000,Reset:1234";
    const MAX: u32 = 60_000;

    for (headers, milliseconds) in [
        (&[("x-acs-retry-after", "2500")][..], 2500),
        (&[("X-Acs-Retry-After", "1")], 1),
        (&[("X-ACS-RETRY-AFTER", " 2500\t")], 2500),
        (&[("x-acs-retry-after", "60001")], MAX),
        (&[("x-acs-retry-after", "99999999999999999999")], MAX),
        (&[("x-ratelimit-user-api", LIMIT)], 2000),
        (&[("X-RateLimit-User", LIMIT)], 2000),
        (&[("x-ratelimit-user", LIMIT), ("x-ratelimit-user-api", OTHER)], 3000),
        (&[("x-ratelimit-user", OTHER), ("x-ratelimit-user-api", LIMIT)], 3000),
        (&[("x-ratelimit-user", OTHER), ("x-acs-retry-after", "1")], 1),
        (&[("x-acs-retry-after", "0"), ("x-ratelimit-user", LIMIT)], 2000),
        (&[("x-ratelimit-user", " TimeLeft : 5 , Limit:1")], 5),
        (&[("x-ratelimit-user", "TimeLeft:99999999999")], MAX),
    ] {
        assert_eq!(pause(headers, MAX), Some(milliseconds), "{headers:?}");
        assert_eq!(pause(headers, 0), Some(0), "{headers:?}");
    }
    for headers in [
        &[][..],
        &[("x-acs-retry-after", "0")],
        &[("x-acs-retry-after", "-1")],
        &[("x-acs-retry-after", "+1")],
        &[("x-acs-retry-after", "")],
        &[("x-acs-retry-after", "1.5")],
        &[("x-acs-retry-after", "1e3")],
        &[("x-acs-retry-after", "soon")],
        &[("x-acs-retry-after", "１")],
        &[("Retry-After", "5")],
        &[("x-ratelimit-user", "2000")],
        &[("x-ratelimit-user", "TimeLeft:0")],
        &[("x-ratelimit-user", "TimeLeft:-5")],
        &[("x-ratelimit-user", "TimeLeft")],
        &[("x-ratelimit-user", "Limit:1,Remain:0,Reset:1234")],
    ] {
        assert_eq!(pause(headers, MAX), None, "{headers:?}");
    }
    assert_eq!(pause(&[("x-acs-retry-after", "99999999999")], u32::MAX), Some(u32::MAX));
}
