//! What to do about every code with every status.

use aliyun_customer_gateway::Retry;

use crate::error_code::{IN_THE_CONTRACT, OF_THE_GATEWAY};

#[test]
fn what_to_do_about_every_code_with_every_status() {
    let contract = IN_THE_CONTRACT.iter().map(|(code, _)| (code.as_str(), Retry::Not));
    let gateway = OF_THE_GATEWAY.iter().map(|row| (row.1, row.3));
    let others = [
        ("Forbidden.SubUser", Retry::Not),
        ("MissingRegionId", Retry::Not),
        ("InvalidRegionId.NotFound", Retry::Not),
        ("Resource.Other", Retry::Not),
        ("", Retry::Not),
        ("serviceunavailable", Retry::Not),
        // Any code that contains the word.
        ("Throttling.Other", Retry::AfterPause),
        ("Request.Throttling", Retry::AfterPause),
        ("InvalidRegionId.Throttling", Retry::AfterPause),
    ];
    let codes: Vec<_> = contract.chain(gateway).chain(others).collect();
    for status in 0..=999_u16 {
        let server_failed = (500..600).contains(&status);
        let without_code = if server_failed { Retry::AfterPause } else { Retry::Not };
        assert_eq!(Retry::of(status, None), without_code, "{status}");
        for (code, retry) in &codes {
            // A server that failed may get over it, but a token that came with other parameters
            // stays one.
            let retry = match *retry {
                Retry::Not if server_failed && *code != "IdempotentParameterMismatch" => {
                    Retry::AfterPause
                }
                retry => retry,
            };
            assert_eq!(Retry::of(status, Some(code)), retry, "{status} {code}");
        }
    }
}

#[test]
fn advice_in_words() {
    for (retry, words) in [
        (Retry::AfterPause, "after a pause, with the same ClientToken"),
        (Retry::AtOnce, "at once, with a new nonce and the same ClientToken"),
        (Retry::AfterClock, "after setting the clock, with the same ClientToken"),
        (Retry::Not, "not"),
    ] {
        assert_eq!(retry.as_str(), words);
        assert_eq!(retry.to_string(), words);
    }
}
