//! Each case by itself, in `divan`'s words: `cargo bench -- JSON`.

use divan::{AllocProfiler, Bencher};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

fn main() {
    beside::jobs().iter_mut().for_each(beside::job::Job::check);
    divan::main();
}

fn names() -> Vec<String> {
    let name = |job: &beside::job::Job| -> Vec<_> {
        job.cases.iter().map(|case| format!("{}: {}", job.name, case.name)).collect()
    };
    beside::jobs().iter().flat_map(name).collect()
}

#[divan::bench(args = names())]
fn each(bencher: Bencher<'_, '_>, name: &str) {
    let (job, case) = name.split_once(": ").expect("a job and a case");
    let mut jobs = beside::jobs();
    let job = jobs.iter_mut().find(|found| found.name == job).expect("the job");
    let case = job.cases.iter_mut().find(|found| found.name == case).expect("the case");
    bencher.bench_local(|| case.repeat(1));
}
