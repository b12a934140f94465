//! Clients that create, list, modify and delete gateways at a service that loses requests.

use std::collections::{BTreeMap, BTreeSet};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

mod client;
mod service;
mod tally;
mod worker;

use service::Service;
use tally::Tally;
use worker::Worker;

/// How many clients there are at a time.
const CLIENTS: usize = 8;

const FAULTS: &str = "throttle:0.05:1,lose-request:0.05,lose-answer:0.08,cut:0.05,error-500:0.05,\
                      skew:0.03,forget-token:0.04,delay:0.02:5";

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().collect();
    let [_, cgw, requests] = &arguments[..] else {
        eprintln!("usage: serve PATH_OF_CGW REQUESTS");
        return ExitCode::from(2);
    };
    let requests = requests.parse().expect("a number of requests");
    let mut service = Service::start(cgw, &["--fault", FAULTS, "--seed", "1"]);
    let steady = run("in memory", &mut service, requests, None);
    drop(service);
    let state = std::env::temp_dir().join(format!("serve-{}.json", std::process::id()));
    let state = state.to_str().expect("a path");
    let faults = ["--fault", FAULTS, "--seed", "2", "--state", state];
    let mut service = Service::start(cgw, &faults);
    run("in a file, killed 10 times", &mut service, requests / 10, Some(10));
    drop(service);
    let _ = std::fs::remove_file(state);
    if steady { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Sends so many requests, and tells whether the memory of the service did not grow.
fn run(title: &str, service: &mut Service, requests: usize, kills: Option<usize>) -> bool {
    let tally = Tally::default();
    let sent = AtomicUsize::new(0);
    let is_done = AtomicBool::new(false);
    let mut memory = Vec::new();
    let address = service.address.clone();
    let left: Vec<_> = thread::scope(|scope| {
        let (tally, sent, is_done) = (&tally, &sent, &is_done);
        let clients = (0..CLIENTS).map(|number| {
            let address = &address;
            scope.spawn(move || Worker::new(number, address, tally, sent).work(is_done))
        });
        let clients: Vec<_> = clients.collect();
        let parts = kills.unwrap_or(10);
        for part in 1..=parts {
            while sent.load(Ordering::Relaxed)
                < requests * part / (parts + usize::from(kills.is_some()))
            {
                assert!(!clients.iter().any(|client| client.is_finished()), "a client gave up");
                thread::sleep(Duration::from_millis(2));
            }
            if kills.is_some() {
                service.restart();
            } else {
                memory.push(service.resident_kib());
            }
        }
        while sent.load(Ordering::Relaxed) < requests {
            thread::sleep(Duration::from_millis(2));
        }
        is_done.store(true, Ordering::Relaxed);
        clients.into_iter().flat_map(|client| client.join().expect("a client")).collect()
    });

    // What there is now is what the clients have left, each once.
    let expected: BTreeMap<_, _> = left.into_iter().collect();
    let listed = client::list_all(&address, &tally, &sent);
    let addresses: BTreeSet<_> = listed.iter().map(|(address, _)| address).collect();
    assert_eq!(addresses.len(), listed.len(), "an address comes twice");
    let listed: BTreeMap<_, _> = listed.into_iter().collect();
    assert_eq!(listed, expected, "what there is, and what clients have created and not deleted");

    println!("{title}: {} requests, {} gateways left", sent.load(Ordering::Relaxed), listed.len());
    println!("{tally}");
    if kills.is_some() {
        return true;
    }
    let shown = memory.iter().map(|kib| kib.map_or("?".to_owned(), |kib| kib.to_string()));
    let shown: Vec<_> = shown.collect();
    println!("resident memory of the service at each tenth, in KiB: {}", shown.join(" "));
    is_steady(&memory)
}

/// In KiB: the tokens that the service holds take as much until there are as many as it holds.
const MOST_GROWTH: usize = 2048;

/// Whether memory did not grow once the service was warm.
fn is_steady(memory: &[Option<usize>]) -> bool {
    let (Some(Some(warm)), Some(Some(last))) = (memory.get(2), memory.last()) else {
        println!("how much memory the service takes is not known on this system");
        return true;
    };
    let grown = last.saturating_sub(*warm);
    println!("grown since the third tenth: {grown} KiB");
    if grown > MOST_GROWTH {
        println!("that is more than {MOST_GROWTH}");
    }
    grown <= MOST_GROWTH
}
