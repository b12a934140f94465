//! Registrations against the model of the service, in bulk.
//!
//! `registrations [N]` runs every sequence of three faults in each of a few worlds, then N random ones.

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

#[path = "../../model/device.rs"]
mod device;
#[path = "../../model/all.rs"]
mod model;
#[path = "../../model/run.rs"]
mod run;

use model::fault::Fault;
use model::world::World;
use run::{Cut, Plan, Report};

/// What came of many runs.
#[derive(Default)]
struct Tally {
    runs: u64,
    outcomes: BTreeMap<&'static str, u64>,
    calls: usize,
    most_calls: usize,
    longest_pauses_ms: u64,
    power_cuts: usize,
}

impl Tally {
    fn add(&mut self, report: &Report) {
        self.runs += 1;
        *self.outcomes.entry(report.ended.word()).or_default() += 1;
        self.calls += report.log.len();
        self.most_calls = self.most_calls.max(report.log.len());
        if report.cuts == 0 {
            self.longest_pauses_ms = self.longest_pauses_ms.max(report.paused_ms);
        }
        self.power_cuts += report.cuts;
    }

    fn join(&mut self, other: Self) {
        self.runs += other.runs;
        for (outcome, count) in other.outcomes {
            *self.outcomes.entry(outcome).or_default() += count;
        }
        self.calls += other.calls;
        self.most_calls = self.most_calls.max(other.most_calls);
        self.longest_pauses_ms = self.longest_pauses_ms.max(other.longest_pauses_ms);
        self.power_cuts += other.power_cuts;
    }

    fn print(&self, what: &str) {
        let Self { runs, outcomes, calls, most_calls, longest_pauses_ms, power_cuts } = self;
        println!(
            "{runs} {what}: {calls} calls, at most {most_calls} in one; {power_cuts} power cuts"
        );
        println!(
            "  at most {} minutes of pauses between two power cuts",
            longest_pauses_ms / 60_000
        );
        for (outcome, count) in outcomes {
            println!("  {count:>9} {outcome}");
        }
    }
}

/// The worlds in which every sequence of faults is tried.
fn worlds() -> [World; 6] {
    let plain = World::PLAIN;
    [
        World { others: 11, ..plain.clone() },
        World { unique: false, newest_first: true, ..plain.clone() },
        World { sticky: true, token_life_ms: Some(1_000), ..plain.clone() },
        World { unique: false, token_life_ms: Some(1_000), serve: 2, ..plain.clone() },
        World { list_forbidden: true, token_life_ms: Some(60_000), ..plain.clone() },
        World { says_total: false, serve: 2, newest_first: true, ..plain },
    ]
}

/// The plan of a sequence of three faults, told by its number.
fn three_faults(number: usize) -> Plan {
    let all = Fault::ALL;
    let (world, number) = (number % 6, number / 6);
    let (first, number) = (number % all.len(), number / all.len());
    let (second, third) = (number % all.len(), number / all.len());
    let cut = (first + second / 4 + third / 8) % 4;
    let mut plan = Plan::plain();
    plan.world = worlds()[world].clone();
    plan.faults = vec![all[first], all[second], all[third]];
    // With ours among the rest, the seed decides only where a body is cut and the like.
    plan.seed = (first * 31 + second * 7 + third) as u64;
    plan.cuts = match cut {
        0 => Vec::new(),
        1 => vec![Cut::After(0)],
        2 => vec![Cut::After(1), Cut::Before(2)],
        _ => vec![Cut::Before(1), Cut::After(2)],
    };
    plan.tags = (first + third) % 2 == 0;
    plan.pry = number % 16 == 0;
    plan
}

const SEQUENCES: usize = 6 * Fault::ALL.len() * Fault::ALL.len() * Fault::ALL.len();

/// Runs plans on all processors; `None` once a property does not hold.
fn run_all(what: &str, count: usize, plan: impl Fn(usize) -> Plan + Sync) -> Option<()> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let failed = AtomicBool::new(false);
    let work = |thread: usize| {
        let mut tally = Tally::default();
        for number in (thread..count).step_by(threads) {
            if failed.load(Ordering::Relaxed) {
                return tally;
            }
            let plan = plan(number);
            match plan.run() {
                Ok(report) => tally.add(&report),
                Err(property) => {
                    failed.store(true, Ordering::Relaxed);
                    println!("{what}, number {number}: property {property}\n{plan:#?}");
                }
            }
        }
        tally
    };
    let mut tally = Tally::default();
    thread::scope(|scope| {
        let threads: Vec<_> =
            (0..threads).map(|number| scope.spawn(move || work(number))).collect();
        for thread in threads {
            tally.join(thread.join().expect("no test panics"));
        }
    });
    if failed.into_inner() {
        return None;
    }
    tally.print(what);
    Some(())
}

fn main() -> ExitCode {
    let count = std::env::args().nth(1).map_or(Ok(200_000), |count| count.parse());
    let Ok(count) = count else {
        eprintln!("usage: registrations [how many random runs]");
        return ExitCode::from(2);
    };
    let done = run_all("sequences of three faults", SEQUENCES, three_faults)
        .and_then(|()| run_all("random runs", count, |number| Plan::random(number as u64)));
    if done.is_some() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
