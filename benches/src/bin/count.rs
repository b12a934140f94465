//! Runs each case for callgrind to count its instructions, prints the tables of the counts, or the
//! counts of this crate.
//!
//! `instructions` runs them: it hands the counts over in the order in which the cases run.

use std::hint::black_box;
use std::process::ExitCode;

use beside::growth::{self, Shape};
use beside::job::{Case, Role};
use beside::{Table, Timed, jobs};

/// How often a case of the first table runs: enough to make up for what runs once.
const TIMES: usize = 64;

/// The function that callgrind looks into, and writes its counts behind.
#[inline(never)]
fn counted_by_callgrind(case: &mut Case, times: usize) {
    case.repeat(times);
    // Keeps the call above from becoming a jump, behind which callgrind would not see the end.
    black_box(());
}

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["run"] => {
            run();
            ExitCode::SUCCESS
        }
        ["table"] => print(counts(), None),
        ["table", times] => {
            let times = std::fs::read_to_string(times).expect("times");
            print(counts(), Some(times.lines().map(timed).collect()))
        }
        ["lines"] => {
            print_lines(counts());
            ExitCode::SUCCESS
        }
        _ => {
            eprintln!("usage: count run | count table [TIMES] <counts | count lines <counts");
            ExitCode::FAILURE
        }
    }
}

fn nothing() -> Case {
    Case::floor("nothing", |_| ())
}

fn run() {
    counted_by_callgrind(&mut nothing(), TIMES);
    for mut job in jobs() {
        job.check();
        for case in &mut job.cases {
            // What is made once, on the first run, belongs to no run.
            case.repeat(2);
            counted_by_callgrind(case, TIMES);
        }
    }
    for mut shape in growth::shapes() {
        shape.check();
        for size in shape.sizes {
            counted_by_callgrind(&mut shape.case(size), 1);
        }
    }
}

/// The counts that callgrind wrote, one a line.
fn counts() -> impl Iterator<Item = u64> {
    let counts = std::io::read_to_string(std::io::stdin()).expect("counts");
    counts.lines().map(|count| count.parse().expect("a count")).collect::<Vec<_>>().into_iter()
}

/// A line that `ratios --lines` wrote.
fn timed(line: &str) -> Timed {
    let (ratio, allocations) = line.split_once('\t').expect("a ratio and a count");
    Timed {
        ratio: ratio.parse().expect("a ratio"),
        allocations: allocations.parse().expect("a count"),
    }
}

fn print(mut counts: impl Iterator<Item = u64>, times: Option<Vec<Timed>>) -> ExitCode {
    let mut next = || counts.next().expect("a count for each case");
    let nothing = next();
    let mut times = times.into_iter().flatten();
    let mut table = Table::default();
    for job in jobs() {
        for case in &job.cases {
            table.add(&job, case, Some((next() - nothing) / TIMES as u64), times.next());
        }
    }
    println!("{table}");
    let grows_too_fast =
        growth::shapes().iter().filter(|shape| !print_shape(shape, &mut next)).count();
    if grows_too_fast > 0 {
        eprintln!("{grows_too_fast} kinds of input cost more than they have to");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// Prints what this crate takes: a line for each job, and for the least and greatest of each shape.
fn print_lines(mut counts: impl Iterator<Item = u64>) {
    let mut next = || counts.next().expect("a count for each case");
    let nothing = next();
    for job in jobs() {
        for case in &job.cases {
            let count = (next() - nothing) / TIMES as u64;
            if case.role == Role::This {
                println!("{}, {}\t{count}", job.name, case.name);
            }
        }
    }
    for Shape { name, sizes, .. } in growth::shapes() {
        let counts = sizes.map(|_| next());
        println!("{name}, {}\t{}", sizes[0], counts[0]);
        println!("{name}, {}\t{}", sizes[sizes.len() - 1], counts[counts.len() - 1]);
    }
}

/// Prints what the least size costs and what each doubling adds; tells whether none adds too much.
fn print_shape(shape: &Shape, next: &mut impl FnMut() -> u64) -> bool {
    let counts = shape.sizes.map(|_| next());
    let ratios: Vec<_> = counts.windows(2).map(|pair| pair[1] as f64 / pair[0] as f64).collect();
    let Shape { name, sizes: [least, ..], .. } = shape;
    print!("| {name} | {least} | {} |", counts[0]);
    for ratio in &ratios {
        print!(" {ratio:.2} |");
    }
    println!();
    ratios.iter().all(|ratio| *ratio <= growth::MOST)
}
