//! The properties against a model of the service: few runs of many; `tests/registration/run` runs more.

use std::collections::BTreeMap;

use aliyun_customer_gateway::Format;
use aliyun_customer_gateway::registration::Policy;

use super::model::fault::Fault;
use super::model::world::World;
use super::run::{Cut, Ended, Plan, Report};

fn run(plan: &Plan) -> Report {
    plan.run().unwrap_or_else(|property| panic!("property {property}: {plan:#?}"))
}

#[test]
fn random_runs_hold_every_property() {
    let mut outcomes = BTreeMap::new();
    for seed in 0..150 {
        *outcomes.entry(run(&Plan::random(seed)).ended.word()).or_insert(0) += 1;
    }
    // Nothing is shown by runs that all end alike.
    assert!(outcomes.len() >= 7, "{outcomes:?}");
}

#[test]
fn every_fault_at_every_of_the_first_calls_holds_every_property() {
    for fault in Fault::ALL {
        for calls in [0, 1, 4] {
            let mut faults = vec![Fault::ResponseLost; calls];
            faults.push(fault);
            for world in
                [World::PLAIN, World { unique: false, token_life_ms: Some(1_000), ..World::PLAIN }]
            {
                run(&Plan { faults: faults.clone(), world, pry: false, ..Plan::plain() });
            }
        }
    }
}

#[test]
fn every_fault_for_ever_ends() {
    for fault in Fault::ALL {
        for format in [Format::Json, Format::Xml] {
            let report = run(&Plan { after: fault, format, ..Plan::plain() });
            assert!(report.log.len() <= 50, "{fault:?}: {} calls", report.log.len());
            // An hour and a bit of pauses at most, unless a day is asked for each time.
            assert!(report.paused_ms <= 100 * 60_000, "{fault:?}: {} ms", report.paused_ms);
        }
    }
}

/// The power is cut before or after any call, once or twice.
#[test]
fn a_power_cut_anywhere_breaks_nothing() {
    let stories: [&[Fault]; 8] = [
        &[],
        &[Fault::ResponseLost],
        &[Fault::ResponseLost, Fault::Forgotten],
        &[Fault::Delayed, Fault::Throttled],
        &[Fault::FailsForGood, Fault::FailsForGood],
        &[Fault::Rival, Fault::RequestLost],
        &[Fault::ResponseLost, Fault::Forbidden],
        &[Fault::Cut, Fault::Forgotten, Fault::TooLong],
    ];
    for faults in stories {
        for first in 0..4 {
            for cuts in [
                vec![Cut::Before(first)],
                vec![Cut::After(first)],
                vec![Cut::After(first), Cut::Before(first + 1)],
                vec![Cut::After(first), Cut::After(first + 1)],
            ] {
                let faults = faults.to_vec();
                let report = run(&Plan { faults, cuts: cuts.clone(), ..Plan::plain() });
                let known = matches!(report.ended, Ended::Created { .. } | Ended::Found { .. });
                assert!(known, "{cuts:?}: {:?}", report.ended);
            }
        }
    }
}

/// How one story ends.
fn end_of(faults: &[Fault], world: World) -> Report {
    run(&Plan { faults: faults.to_vec(), world, ..Plan::plain() })
}

#[test]
fn stories_end_as_they_should() {
    let unique = World::PLAIN;
    let forbidden = World { list_forbidden: true, ..World::PLAIN };
    let expires = World { token_life_ms: Some(1), ..World::PLAIN };
    for (faults, world, calls, end) in [
        (&[][..], &unique, 1, "created"),
        (&[Fault::ResponseLost], &unique, 2, "created"),
        (&[Fault::ResponseLost], &expires, 3, "found, maybe ours"),
        (&[Fault::Rival], &unique, 2, "found, somebody else's"),
        (&[Fault::Rival], &forbidden, 2, "hidden"),
        (&[Fault::Forbidden], &unique, 1, "refused, cannot exist"),
        (&[Fault::ResponseLost, Fault::Forbidden], &forbidden, 3, "refused, may exist"),
        (&[Fault::FailsForGood], &unique, 3, "created"),
        (&[Fault::ClockJump], &unique, 2, "created"),
        (&[Fault::SessionExpired], &unique, 2, "created"),
        (&[Fault::NonceUsedSince], &unique, 2, "created"),
    ] {
        let report = end_of(faults, world.clone());
        assert_eq!((report.ended.word(), report.log.len()), (end, calls), "{faults:?}");
    }
}

#[test]
fn a_clock_that_stays_wrong_is_refused() {
    let plan = Plan { faults: vec![Fault::ClockJump], wrong_time: true, ..Plan::plain() };
    let report = run(&plan);
    assert_eq!(report.ended, Ended::ClockRefused { may_exist: false });
    assert_eq!((report.log.len(), report.pauses), (4, 2));
}

#[test]
fn pages_come_smaller_and_ours_is_on_the_last() {
    for (says_total, says_size) in [(true, true), (true, false), (false, true)] {
        let world = World { others: 23, serve: 3, says_total, says_size, ..World::PLAIN };
        let faults = vec![Fault::ResponseLost, Fault::Forgotten];
        for tags in [false, true] {
            let plan = Plan { faults: faults.clone(), world: world.clone(), tags, ..Plan::plain() };
            let report = run(&plan);
            assert_eq!(report.ended.word(), "found, maybe ours");
            // A tag finds it on the first page.
            assert_eq!(report.log.len(), if tags { 3 } else { 2 + 8 });
        }
    }
}

#[test]
fn a_small_buffer_gets_small_pages() {
    let world = World { others: 9, ..World::PLAIN };
    let faults = vec![Fault::ResponseLost, Fault::Forgotten];
    let report = run(&Plan { faults, world, buffer: 600, ..Plan::plain() });
    assert_eq!(report.ended.word(), "found, maybe ours");
    let sizes = report.log.iter().filter_map(|one| one.parameters.get("PageSize"));
    assert_eq!(sizes.collect::<Vec<_>>(), ["10", "5", "2", "2", "2", "2", "2"]);
}

#[test]
fn one_listing_would_miss_ours_now_and_then() {
    let plan = |seed, policy| Plan {
        world: World { others: 23, churn: true, serve: 3, token_life_ms: Some(1), ..World::PLAIN },
        policy,
        faults: vec![Fault::ResponseLost, Fault::Forbidden],
        seed,
        pry: false,
        ..Plan::plain()
    };
    // Some run claims that what exists cannot.
    let single = Policy::new().with_listings(1);
    let missed = (0..3_000).find(|seed| plan(*seed, single).run().is_err()).expect("one misses it");
    run(&plan(missed, Policy::new()));
}
