//! Pauses and the bounds of a policy.

use aliyun_customer_gateway::registration::{Backoff, Policy};

fn of(backoff: Backoff, failures: u32, asked: Option<u32>) -> (u32, u32) {
    let pause = backoff.pause(failures, asked);
    (pause.min_ms(), pause.min_ms() + pause.span_ms())
}

#[test]
fn pauses_double_up_to_the_maximum() {
    let backoff = Backoff::new(1_000, 10_000);
    for (failures, pause) in [
        (0, (500, 1_000)),
        (1, (500, 1_000)),
        (2, (1_000, 2_000)),
        (3, (2_000, 4_000)),
        (4, (4_000, 8_000)),
        (5, (5_000, 10_000)),
        (31, (5_000, 10_000)),
        (32, (5_000, 10_000)),
        (33, (5_000, 10_000)),
        (u32::MAX, (5_000, 10_000)),
    ] {
        assert_eq!(of(backoff, failures, None), pause, "{failures}");
    }
    assert_eq!(of(Backoff::new(1, 1), 9, None), (1, 1));
    assert_eq!(of(Backoff::new(3, 3), 1, None), (2, 3));
}

#[test]
fn the_longer_of_both_pauses_counts_at_either_end() {
    let backoff = Backoff::new(1_000, 10_000);
    for (failures, asked, pause) in [
        (1, 0, (500, 1_000)),
        (1, 100, (500, 1_000)),
        (1, 700, (700, 1_000)),
        (1, 900, (900, 1_125)),
        (1, 4_000, (4_000, 5_000)),
        (1, 9_000, (9_000, 10_000)),
        (1, 10_000, (10_000, 10_000)),
        (1, u32::MAX, (10_000, 10_000)),
        (9, 6_000, (6_000, 10_000)),
    ] {
        assert_eq!(of(backoff, failures, Some(asked)), pause, "{failures}, {asked}");
    }
    let longest = Backoff::new(u32::MAX, u32::MAX);
    assert_eq!(of(longest, 9, Some(u32::MAX)), (Backoff::LONGEST_MS, Backoff::LONGEST_MS));
}

#[test]
fn what_is_out_of_bounds_counts_as_the_nearest_within() {
    let pair = |first, max| {
        let backoff = Backoff::new(first, max);
        (backoff.first_ms(), backoff.max_ms())
    };
    assert_eq!(pair(0, 0), (1, 1));
    assert_eq!(pair(5, 4), (5, 5));
    assert_eq!(pair(u32::MAX, 0), (86_400_000, 86_400_000));
    assert_eq!(pair(1, u32::MAX), (1, 86_400_000));
    assert_eq!(Backoff::default(), Backoff::new(1_000, 300_000));

    let least = Policy::new().with_failures(0).with_page_size(0).with_max_pages(0).with_listings(0);
    assert_eq!((least.failures(), least.page_size()), (1, 1));
    assert_eq!((least.max_pages(), least.listings()), (1, 1));
    let most = Policy::new()
        .with_failures(u8::MAX)
        .with_last_look_ups(u8::MAX)
        .with_peek_after(u8::MAX)
        .with_page_size(u8::MAX)
        .with_max_pages(u16::MAX)
        .with_listings(u8::MAX)
        .with_clock_settings(u8::MAX)
        .with_new_tokens(u8::MAX)
        .with_credential_renewals(u8::MAX);
    assert_eq!((most.failures(), most.last_look_ups(), most.peek_after()), (100, 100, 100));
    assert_eq!((most.page_size(), most.max_pages(), most.listings()), (50, 1_000, 10));
    assert_eq!(
        (most.clock_settings(), most.new_tokens(), most.credential_renewals()),
        (10, 10, 10)
    );
}

#[test]
fn jitter_reaches_both_ends_and_spreads_evenly() {
    let pause = Backoff::new(8, 8).pause(1, None);
    assert_eq!((pause.ms(0), pause.ms(u32::MAX)), (4, 8));
    let step = u32::MAX / 5;
    let spread: Vec<u32> = (0..5).map(|n| pause.ms(n * step + step / 2)).collect();
    assert_eq!(spread, [4, 5, 6, 7, 8]);
}
