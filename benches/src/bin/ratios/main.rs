//! Prints how long each case takes in ratios, and how often it allocates; with `--lines`, in lines that
//! `count table` takes.
//!
//! The cases of a job take turns, a short round each, so that whatever else the machine does hits
//! all alike. A ratio is the median over the rounds.

mod allocations;

use std::time::Instant;

use beside::job::{Case, Job, Role};
use beside::{Table, Timed};

#[global_allocator]
static ALLOCATOR: allocations::Counting = allocations::Counting;

/// How long a round of one case takes, about.
const ROUND: f64 = 100e-6;

fn main() {
    let has = |wanted: &str| std::env::args().any(|argument| argument == wanted);
    let rounds = if has("--quick") { 3 } else { 501 };
    let mut table = Table::default();
    for mut job in beside::jobs() {
        job.check();
        let medians = measure(&mut job, rounds);
        let allocations: Vec<_> = job.cases.iter_mut().map(count_allocations).collect();
        for ((case, ratio), allocations) in job.cases.iter().zip(medians).zip(allocations) {
            if case.role == Role::This {
                assert_eq!(allocations, 0, "{}: {} allocates", job.name, case.name);
            }
            if has("--lines") {
                println!("{ratio}\t{allocations}");
            }
            table.add(&job, case, None, Some(Timed { ratio, allocations }));
        }
    }
    if !has("--lines") {
        print!("{table}");
    }
}

fn seconds(case: &mut Case, times: usize) -> f64 {
    let start = Instant::now();
    case.repeat(times);
    start.elapsed().as_secs_f64()
}

/// How many times a case runs in a round.
fn times(case: &mut Case) -> usize {
    let mut times = 1;
    while seconds(case, times) < ROUND / 2.0 {
        times *= 2;
    }
    times
}

/// The median of how long each case takes, in what the first one takes in the same round.
fn measure(job: &mut Job, rounds: usize) -> Vec<f64> {
    let times: Vec<_> = job.cases.iter_mut().map(times).collect();
    let mut ratios = vec![Vec::new(); times.len()];
    for _ in 0..rounds {
        let mut first = None;
        for ((case, times), ratios) in job.cases.iter_mut().zip(&times).zip(&mut ratios) {
            let each = seconds(case, *times) / *times as f64;
            ratios.push(each / *first.get_or_insert(each));
        }
    }
    ratios.into_iter().map(median).collect()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    values[values.len() / 2]
}

fn count_allocations(case: &mut Case) -> u64 {
    let before = allocations::so_far();
    case.repeat(1);
    allocations::so_far() - before
}
