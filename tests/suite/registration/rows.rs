//! The table of states, row by row.

use aliyun_customer_gateway::Registration;
use aliyun_customer_gateway::registration::{Policy, Step};

use super::script::{
    Asks, ClockSet, NewToken, Nothing, OURS, Paused, Renewed, Says, TooLong, after_failures,
    created, page, page_body, play, refusal, refused,
};

fn new() -> Registration {
    Registration::new(Policy::new())
}

fn resumed() -> Registration {
    Registration::resumed(Policy::new())
}

#[test]
fn a_token_that_was_never_sent_begins_with_the_creation() {
    play(new(), &[(Paused, "create"), (created("cgw-1"), "done: created cgw-1")]);
    play(resumed(), &[(Paused, "create"), (created("cgw-1"), "done: created cgw-1")]);
}

#[test]
fn a_creation_without_an_address_is_ours() {
    let body = "{\"CustomerGatewayId\":\"cgw-1\"}".to_owned();
    play(new(), &[(Says(200, body), "done: created cgw-1")]);
}

#[test]
fn a_creation_at_another_address_is_another_request_s() {
    let body = "{\"CustomerGatewayId\":\"cgw-1\",\"IpAddress\":\"101.12.0.13\"}".to_owned();
    play(new(), &[(Says(200, body), "pause 500 to 1000"), (Paused, "create")]);
}

#[test]
fn what_cannot_be_read_is_a_failure() {
    let portal = "<html><body>Log in</body></html>".to_owned();
    let no_code = "{\"RequestId\":\"AA\",\"Message\":\"Broken.\"}".to_owned();
    let success = "{\"Code\":\"OK\",\"RequestId\":\"AA\"}".to_owned();
    play(
        new(),
        &[
            (Nothing, "pause 500 to 1000"),
            (Paused, "create"),
            (TooLong, "pause 1000 to 2000"),
            (Paused, "create"),
            (Says(200, portal), "pause 2000 to 4000"),
            (Paused, "create"),
            (Says(403, no_code), "pause 4000 to 8000"),
            (Paused, "create"),
            (Says(200, success), "pause 8000 to 16000"),
        ],
    );
}

#[test]
fn advice_to_pause_is_a_failure() {
    play(new(), &[(refused("Throttling.User"), "pause 500 to 1000"), (Paused, "create")]);
    let conflict = Says(409, refusal("OperationConflict"));
    play(new(), &[(conflict, "pause 500 to 1000"), (Paused, "create")]);
}

#[test]
fn a_nonce_that_was_used_is_replaced_at_once_and_once() {
    let used = || refused("SignatureNonceUsed");
    play(
        new(),
        &[
            (used(), "create"),
            (used(), "pause 1000 to 2000"),
            (Paused, "create"),
            (used(), "create"),
            (used(), "pause 4000 to 8000"),
            (Paused, "create"),
            (Nothing, "pause 8000 to 16000"),
        ],
    );
    // Not across goals: the sixth failure ends the peek.
    play(after_failures(5), &[(used(), "pause 16000 to 32000"), (Paused, "create")]);
    // Nor where the fifth one begins it.
    play(after_failures(4), &[(used(), "pause 8000 to 16000"), (Paused, "list 1/10")]);
}

#[test]
fn a_refusal_of_the_first_try_is_final() {
    for code in ["InvalidName", "Resource.QuotaFull", "Forbidden", "Some.NewCode"] {
        let done = format!("done: refused (status 400, {code})");
        play(new(), &[(refused(code), done.as_str())]);
    }
}

#[test]
fn a_refusal_after_a_try_looks_at_the_list_first() {
    let done = "done: refused (status 400, InvalidName)";
    let rows = || {
        vec![
            (refused("InvalidName"), "list 1/10"),
            (page(1, 1, &["101.12.0.13"]), "pause 16000 to 32000"),
            (Paused, "list 1/10"),
            (page(1, 1, &["101.12.0.13"]), done),
        ]
    };
    play(resumed(), &rows());
    play(after_failures(1), &rows());
    // A nonce that was used, and a token that was, are as good as a try.
    let mut after_nonce = vec![(refused("SignatureNonceUsed"), "create")];
    after_nonce.extend(rows());
    play(new(), &after_nonce);
    play(
        new(),
        &[
            (refused("IdempotentParameterMismatch"), "list 1/10"),
            (
                page(1, 1, &[OURS]),
                "done: found cgw-101.12.0.12 (an earlier try may have created it): as asked for",
            ),
        ],
    );
}

#[test]
fn a_code_that_no_table_has_and_a_pause_that_is_asked_for_pass() {
    let asks = |code| Asks(400, 3_000, refusal(code));
    play(new(), &[(asks("Some.NewCode"), "pause 3000 to 3750"), (Paused, "create")]);
    // A refusal that is known stays one, and without a pause an unknown code is one.
    play(new(), &[(asks("InvalidName"), "done: refused (status 400, InvalidName)")]);
    let none = Asks(400, 0, refusal("Some.NewCode"));
    play(new(), &[(none, "done: refused (status 400, Some.NewCode)")]);
}

#[test]
fn an_address_that_is_taken_is_looked_up_at_once() {
    let taken = || refused("InvalidIpAddress.AlreadyExist");
    let id = "cgw-101.12.0.12";
    let theirs = format!("done: found {id} (no try of ours created it): as asked for");
    play(new(), &[(taken(), "list 1/10"), (page(1, 1, &[OURS]), theirs.as_str())]);
    let maybe = format!("done: found {id} (an earlier try may have created it): as asked for");
    play(resumed(), &[(taken(), "list 1/10"), (page(1, 1, &[OURS]), maybe.as_str())]);
    // A page that is cut off behind it is as good.
    let cut = page_body("", &[OURS]).replace("]}}", ",{\"Cust");
    play(new(), &[(taken(), "list 1/10"), (Says(200, cut), theirs.as_str())]);
}

#[test]
fn an_address_that_is_taken_and_not_listed_is_created_again() {
    play(
        new(),
        &[
            (refused("InvalidIpAddress.AlreadyExist"), "list 1/10"),
            (page(1, 0, &[]), "pause 16000 to 32000"),
            (Paused, "list 1/10"),
            (page(1, 0, &[]), "pause 500 to 1000"),
            (Paused, "create"),
            (created("cgw-1"), "done: created cgw-1"),
        ],
    );
}

#[test]
fn a_list_that_may_not_be_read_hides_the_gateway() {
    play(
        new(),
        &[
            (refused("InvalidIpAddress.AlreadyExist"), "list 1/10"),
            (
                Says(403, refusal("Forbbiden.SubUser")),
                "done: the address is taken by a gateway that is not listed \
                 (status 403, Forbbiden.SubUser)",
            ),
        ],
    );
}

#[test]
fn a_new_token_is_made_twice_and_the_list_read_then() {
    let failed = || refused("IdempotentFailed");
    play(
        new(),
        &[
            (failed(), "new token"),
            (NewToken, "create"),
            (failed(), "new token"),
            (NewToken, "create"),
            (failed(), "list 1/10"),
            (page(1, 0, &[]), "pause 16000 to 32000"),
            (Paused, "list 1/10"),
            (page(1, 0, &[]), "done: refused (status 400, IdempotentFailed)"),
        ],
    );
}

#[test]
fn credentials_are_renewed_twice() {
    for code in
        ["InvalidSecurityToken.Expired", "MissingSecurityToken", "InvalidAccessKeyId.NotFound"]
    {
        let done = format!("done: refused (status 400, {code})");
        let renew = "renew the credentials";
        play(
            new(),
            &[
                (refused(code), renew),
                (Renewed, "create"),
                (refused(code), renew),
                (Renewed, "create"),
                (refused(code), done.as_str()),
            ],
        );
        // The same on the list; then it is as good as forbidden.
        play(
            resumed(),
            &[
                (refused("InvalidName"), "list 1/10"),
                (refused(code), renew),
                (Renewed, "list 1/10"),
                (refused(code), renew),
                (Renewed, "list 1/10"),
                (
                    refused(code),
                    "done: refused (status 400, InvalidName); an earlier try may have created it",
                ),
            ],
        );
    }
}

#[test]
fn the_clock_is_set_three_times() {
    let off = || refused("InvalidTimeStamp.Expired");
    let rows = |done: &'static str| {
        vec![
            (off(), "set the clock"),
            (ClockSet, "create"),
            (off(), "set the clock"),
            (ClockSet, "pause 500 to 1000"),
            (Paused, "create"),
            (off(), "set the clock"),
            (ClockSet, "pause 1000 to 2000"),
            (Paused, "create"),
            (off(), done),
        ]
    };
    play(new(), &rows("done: the service refuses the timestamp: set the clock"));
    let may = "done: the service refuses the timestamp: set the clock; an earlier try may have \
               created it";
    play(resumed(), &rows(may));
}

#[test]
fn a_list_goes_on_at_once_and_on_the_same_connection() {
    let others = ["101.12.0.1"; 10];
    play(
        resumed(),
        &[
            (refused("InvalidName"), "list 1/10"),
            (page(1, 21, &others), "list 2/10, same connection"),
            (page(2, 21, &others), "list 3/10, same connection"),
            (page(3, 21, &others[..1]), "pause 16000 to 32000"),
            (Paused, "list 1/10"),
        ],
    );
}

#[test]
fn a_page_that_fails_is_asked_for_again() {
    let others = ["101.12.0.1"; 10];
    let cut = || Says(200, page_body("\"PageNumber\":2,", &["101.12.0.2"]).replace("]}}", ",{\"C"));
    let mut registration = resumed();
    let rows = [
        (refused("InvalidName"), "list 1/10"),
        (page(1, 12, &others), "list 2/10, same connection"),
        (Nothing, "pause 500 to 1000"),
        (Paused, "list 2/10"),
        (page(1, 12, &others), "pause 1000 to 2000"),
        (Paused, "list 2/10"),
        (cut(), "pause 2000 to 4000"),
        (Paused, "list 2/10"),
        (created("cgw-1"), "pause 4000 to 8000"),
        (Paused, "list 2/10"),
        (refused("InvalidIpAddress.AlreadyExist"), "pause 8000 to 16000"),
        (Paused, "list 2/10"),
        (refused("IdempotentFailed"), "pause 16000 to 32000"),
        (Paused, "list 2/10"),
        (refused("SignatureNonceUsed"), "list 2/10"),
        (page(2, 12, &others[..2]), "pause 32000 to 64000"),
        (Paused, "list 1/10"),
    ];
    play(registration.clone(), &rows);
    registration.on_paused();
    assert_eq!(registration, resumed());
}

#[test]
fn the_end_of_a_list() {
    let eight = ["101.12.0.1"; 8];
    let end = "pause 16000 to 32000";
    let next = "list 2/10, same connection";
    let again = "pause 500 to 1000";
    for (numbers, gateways, step) in [
        // As many as there are in all; more is to come; more than there are in all.
        ("\"TotalCount\":8,", 8, end),
        ("\"TotalCount\":9,", 8, next),
        ("\"TotalCount\":7,", 8, again),
        // An empty page ends it, and it does not fit the total.
        ("\"TotalCount\":0,", 0, end),
        ("\"TotalCount\":1,", 0, again),
        // Without a total, a page that is not full does.
        ("", 8, end),
        ("\"PageSize\":10,", 8, end),
        ("\"PageSize\":50,", 8, end),
        ("\"PageSize\":8,", 8, next),
        ("\"PageSize\":5,", 8, next),
        ("\"PageSize\":5,", 0, end),
    ] {
        let body = page_body(numbers, &eight[..gateways]);
        play(resumed(), &[(refused("InvalidName"), "list 1/10"), (Says(200, body), step)]);
    }
}

#[test]
fn a_list_has_so_many_pages() {
    let policy = Policy::new().with_max_pages(2).with_page_size(4);
    let four = ["101.12.0.1"; 4];
    play(
        Registration::resumed(policy),
        &[
            (refused("InvalidName"), "list 1/4"),
            (page(1, 40, &four), "list 2/4, same connection"),
            (page(2, 40, &four), "pause 500 to 1000"),
            (Paused, "list 1/4"),
            // Of half the size, twice as many.
            (TooLong, "list 1/2"),
            (page(1, 40, &four[..2]), "list 2/2, same connection"),
            (page(2, 40, &four[..2]), "list 3/2, same connection"),
            (page(3, 40, &four[..2]), "list 4/2, same connection"),
            (page(4, 40, &four[..2]), "pause 1000 to 2000"),
        ],
    );
}

#[test]
fn a_list_without_end_ends() {
    let device = super::device::Device::new(aliyun_customer_gateway::Format::Json, false);
    let mut registration = resumed();
    device.receive(&mut registration, &super::response(400, refusal("InvalidName")));
    let mut pages = 0;
    loop {
        match registration.step() {
            Step::Send(call) => {
                pages += 1;
                let numbers = format!("\"PageNumber\":{},", call.page().unwrap());
                let body = page_body(&numbers, &["101.12.0.1"; 10]);
                device.receive(&mut registration, &super::response(200, body));
            }
            Step::Pause(_) => registration.on_paused(),
            Step::Done(outcome) => {
                let told = "refused (status 400, InvalidName); an earlier try may have created it";
                assert_eq!(outcome.to_string(), told);
                break;
            }
            step => panic!("{step:?}"),
        }
    }
    assert_eq!(pages, 20 * 100);
}

#[test]
fn several_failures_bring_a_peek_and_all_of_them_a_last_look() {
    play(
        after_failures(4),
        &[
            (Nothing, "pause 8000 to 16000"),
            (Paused, "list 1/10"),
            (page(1, 0, &[]), "pause 8000 to 16000"),
            (Paused, "create"),
            // Once.
            (Nothing, "pause 16000 to 32000"),
            (Paused, "create"),
        ],
    );
    // Forbidden, it tells nothing.
    play(after_failures(5), &[(refused("Forbidden"), "pause 8000 to 16000"), (Paused, "create")]);
    // The sixth failure is the peek's.
    play(
        after_failures(15),
        &[
            (Paused, "create"),
            (Nothing, "pause 150000 to 300000"),
            (Paused, "list 1/10"),
            (Nothing, "pause 150000 to 300000"),
            (Paused, "list 1/10"),
            (Nothing, "pause 150000 to 300000"),
            (Paused, "list 1/10"),
            (Nothing, "pause 150000 to 300000"),
            (Paused, "list 1/10"),
            (Nothing, "done: unknown: the gateway may exist; go on later with the same token"),
        ],
    );
}

#[test]
fn a_peek_that_fails_at_the_limit_is_a_last_look() {
    let policy = Policy::new().with_failures(2).with_peek_after(1).with_last_look_ups(1);
    play(
        Registration::new(policy),
        &[
            (Nothing, "pause 500 to 1000"),
            (Paused, "list 1/10"),
            (Nothing, "pause 1000 to 2000"),
            (Paused, "list 1/10"),
            (Nothing, "done: unknown: the gateway may exist; go on later with the same token"),
        ],
    );
}

#[test]
fn a_last_look_ends_unknown() {
    let unknown = "done: unknown: the gateway may exist; go on later with the same token";
    play(after_failures(16), &[(refused("Forbidden"), unknown)]);
    play(
        after_failures(16),
        &[
            (page(1, 0, &[]), "pause 150000 to 300000"),
            (Paused, "list 1/10"),
            (page(1, 0, &[]), unknown),
        ],
    );
    play(
        after_failures(16),
        &[(
            page(1, 1, &[OURS]),
            "done: found cgw-101.12.0.12 (an earlier try may have created it): as asked for",
        )],
    );
}

#[test]
fn an_address_that_stays_hidden_ends_with_the_last_failure() {
    let policy = Policy::new().with_failures(2).with_listings(1);
    let taken = || refused("InvalidIpAddress.AlreadyExist");
    play(
        Registration::new(policy),
        &[
            (taken(), "list 1/10"),
            (page(1, 0, &[]), "pause 500 to 1000"),
            (Paused, "create"),
            (taken(), "list 1/10"),
            (
                page(1, 0, &[]),
                "done: the address is taken by a gateway that is not listed \
                 (status 400, InvalidIpAddress.AlreadyExist)",
            ),
        ],
    );
}

#[test]
fn an_id_is_never_cut() {
    let longest = "c".repeat(64);
    play(new(), &[(created(&longest), format!("done: created {longest}").as_str())]);
    let too_long = "done: the gateway exists, but its id is longer than 64 bytes";
    play(new(), &[(created(&"c".repeat(65)), too_long)]);
}

#[test]
fn a_code_is_cut_at_64_bytes() {
    let code = format!("Some.{}", "x".repeat(70));
    let done = format!("done: refused (status 400, Some.{})", "x".repeat(59));
    play(new(), &[(refused(&code), done.as_str())]);
}

#[test]
fn a_pause_that_is_asked_for_is_kept_before_whatever_comes_next() {
    let asks = |code| Asks(400, 2_000, refusal(code));
    let pause = "pause 2000 to 2500";
    let taken = "InvalidIpAddress.AlreadyExist";
    play(new(), &[(asks(taken), pause), (Paused, "list 1/10")]);
    play(new(), &[(asks("SignatureNonceUsed"), pause), (Paused, "create")]);
    play(new(), &[(asks("IdempotentFailed"), "new token"), (NewToken, pause), (Paused, "create")]);
    play(new(), &[(asks("InvalidTimeStamp.Expired"), "set the clock"), (ClockSet, pause)]);
    play(
        new(),
        &[(asks("InvalidSecurityToken.Expired"), "renew the credentials"), (Renewed, pause)],
    );
    let more = Asks(200, 2_000, page_body("\"TotalCount\":9,", &["101.12.0.1"]));
    play(resumed(), &[(refused("InvalidName"), "list 1/10"), (more, pause), (Paused, "list 2/10")]);
    // The maximum is kept, and whichever is longer.
    let day = |code| Asks(400, 86_400_000, refusal(code));
    play(new(), &[(day("Throttling"), "pause 300000 to 300000")]);
    play(after_failures(3), &[(asks("Throttling"), "pause 4000 to 8000")]);
    let asks = Asks(400, 6_000, refusal("Throttling"));
    play(after_failures(3), &[(asks, "pause 6000 to 8000")]);
}
