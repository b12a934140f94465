//! What random runs do not notice: each of these fails where one thing is left out.

use aliyun_customer_gateway::registration::{Policy, Step};
use aliyun_customer_gateway::{Format, Registration};

use super::device::Device;
use super::script::{
    ClockSet, Nothing, Paused, Says, TooLong, after_failures, page, page_body, play, play_with,
    refusal, refused,
};

fn resumed() -> Registration {
    Registration::resumed(Policy::new())
}

#[test]
fn one_listing_is_not_enough() {
    // Ours was shifted off the page by somebody who deleted between two.
    play(
        resumed(),
        &[
            (refused("InvalidName"), "list 1/10"),
            (page(1, 1, &["101.12.0.1"]), "pause 16000 to 32000"),
            (Paused, "list 1/10"),
            (
                page(1, 1, &["101.12.0.12"]),
                "done: found cgw-101.12.0.12 (an earlier try may have created it): as asked for",
            ),
        ],
    );
}

#[test]
fn a_dirty_listing_is_no_evidence() {
    let dirty = |gateway: &str| {
        let gateways =
            format!("{gateway},{{\"CustomerGatewayId\":\"cgw-1\",\"IpAddress\":\"1.1.1.1\"}}");
        let body = page_body("\"TotalCount\":2,", &[]).replace("[]", &format!("[{gateways}]"));
        Says(200, body)
    };
    for gateway in [
        // Without an address, with one that cannot be read, without an id.
        "{\"CustomerGatewayId\":\"cgw-2\"}",
        "{\"CustomerGatewayId\":\"cgw-2\",\"IpAddress\":\"101.12.\u{1}0.12\"}",
        "{\"IpAddress\":\"101.12.0.12\"}",
        "null",
    ] {
        play(
            resumed(),
            &[
                (refused("InvalidName"), "list 1/10"),
                (dirty(gateway), "pause 500 to 1000"),
                (Paused, "list 1/10"),
                (dirty(gateway), "pause 1000 to 2000"),
                (Paused, "list 1/10"),
            ],
        );
    }
    // A name that cannot be read is nothing to us.
    let name = "{\"CustomerGatewayId\":\"cgw-2\",\"IpAddress\":\"1.1.1.2\",\"Name\":\"\\ud83d\"}";
    play(
        resumed(),
        &[(refused("InvalidName"), "list 1/10"), (dirty(name), "pause 16000 to 32000")],
    );
}

#[test]
fn a_total_that_changes_makes_a_listing_dirty() {
    let ten = ["101.12.0.1"; 10];
    play(
        resumed(),
        &[
            (refused("InvalidName"), "list 1/10"),
            (page(1, 12, &ten), "list 2/10, same connection"),
            // One was deleted, and the total fits what was seen all the same.
            (page(2, 11, &ten[..1]), "pause 500 to 1000"),
            (Paused, "list 1/10"),
            (page(1, 11, &ten), "list 2/10, same connection"),
            (page(2, 11, &ten[..1]), "pause 16000 to 32000"),
        ],
    );
}

#[test]
fn a_peek_finds_what_every_response_fails_to_tell() {
    let mut registration = Registration::new(Policy::new());
    let device = Device::new(Format::Json, false);
    let mut creations = 0;
    loop {
        match registration.step() {
            Step::Send(call) if call.page().is_none() => {
                creations += 1;
                registration.on_no_response();
            }
            Step::Send(_) => break,
            Step::Pause(_) => registration.on_paused(),
            step => panic!("{step:?}"),
        }
    }
    assert_eq!(creations, 5);
    play_with(
        &device,
        registration,
        &[(
            page(1, 1, &["101.12.0.12"]),
            "done: found cgw-101.12.0.12 (an earlier try may have created it): as asked for",
        )],
    );
}

#[test]
fn pauses_grow_with_all_failures_not_with_those_in_a_row() {
    // Somebody has the address, and no list shows it: each round fails only at its end.
    let mut registration = Registration::new(Policy::new());
    let device = Device::new(Format::Json, false);
    let (mut sent, mut paused_ms) = (0, 0_u64);
    let outcome = loop {
        let response = match registration.step() {
            Step::Send(call) if call.page().is_none() => {
                super::response(400, refusal("InvalidIpAddress.AlreadyExist"))
            }
            Step::Send(_) => super::response(200, page_body("\"TotalCount\":0,", &[])),
            Step::Pause(pause) => {
                paused_ms += u64::from(pause.min_ms());
                registration.on_paused();
                continue;
            }
            Step::Done(outcome) => break outcome.to_string(),
            step => panic!("{step:?}"),
        };
        sent += 1;
        device.receive(&mut registration, &response);
    };
    assert_eq!(
        outcome,
        "the address is taken by a gateway that is not listed \
         (status 400, InvalidIpAddress.AlreadyExist)",
    );
    assert_eq!(sent, 3 * 16);
    // Half an hour at least.
    assert!(paused_ms > 30 * 60_000, "{paused_ms}");
}

#[test]
fn a_clock_that_was_set_before_is_given_a_pause() {
    let off = || refused("IllegalTimestamp");
    play(
        Registration::new(Policy::new()),
        &[
            (off(), "set the clock"),
            (ClockSet, "create"),
            (off(), "set the clock"),
            (ClockSet, "pause 500 to 1000"),
        ],
    );
    // Each setting adds to what has failed.
    play(
        after_failures(3),
        &[
            (off(), "set the clock"),
            (ClockSet, "create"),
            (off(), "set the clock"),
            (ClockSet, "pause 4000 to 8000"),
        ],
    );
}

#[test]
fn a_page_that_does_not_fit_is_asked_for_in_halves() {
    play(
        after_failures(5),
        &[
            (TooLong, "list 1/5"),
            (page(1, 7, &["101.12.0.1"; 5]), "list 2/5, same connection"),
            // From the start, since the numbers of the pages have changed.
            (TooLong, "list 1/2"),
            (TooLong, "list 1/1"),
            // Only then is it a failure: the peek is over.
            (TooLong, "pause 16000 to 32000"),
            (Paused, "create"),
        ],
    );
    // It stays so for the next listing, and the count of failures has not moved.
    play(
        resumed(),
        &[
            (refused("InvalidName"), "list 1/10"),
            (TooLong, "list 1/5"),
            (page(1, 0, &[]), "pause 16000 to 32000"),
            (Paused, "list 1/5"),
            (Nothing, "pause 500 to 1000"),
        ],
    );
}

#[test]
fn a_list_that_is_refused_does_not_replace_the_refusal_of_the_creation() {
    play(
        resumed(),
        &[
            (refused("Resource.QuotaFull"), "list 1/10"),
            (
                Says(403, refusal("Forbbiden.SubUser")),
                "done: refused (status 400, Resource.QuotaFull); an earlier try may have created it",
            ),
        ],
    );
}

#[test]
fn a_filter_is_no_evidence_of_absence() {
    let device = Device::new(Format::Json, true);
    let taken = || refused("InvalidIpAddress.AlreadyExist");
    let by_tag = "list 1/10 by tag";
    for rows in [
        vec![(taken(), by_tag), (page(1, 0, &[]), "list 1/10")],
        // Where the total is that of all gateways.
        vec![
            (taken(), by_tag),
            (page(1, 3, &[]), "list 1/10"),
            (page(1, 1, &["101.12.0.1"]), "pause 16000 to 32000"),
            (Paused, "list 1/10"),
            (page(1, 1, &["101.12.0.1"]), "pause 500 to 1000"),
            (Paused, "create"),
            (taken(), by_tag),
        ],
        vec![(Nothing, "pause 500 to 1000"), (Paused, "create")],
    ] {
        play_with(&device, Registration::new(Policy::new()), &rows);
    }
    play_with(
        &device,
        after_failures(5),
        &[
            (page(1, 0, &[]), "list 1/10"),
            (page(1, 0, &[]), "pause 8000 to 16000"),
            (Paused, "create"),
        ],
    );
}
