//! Official clients against `cgw serve`: what each reports of every action, with both signatures.
//!
//! `clients CGW [NAME PROGRAM SCRIPT]..` drives each client, a program that reads a call a line and writes what it
//! reports (`drivers/`), and prints a table of what was sent and what was reported.

mod call;
mod client;
mod expected;
mod family;
mod faults;
mod own;
mod refusals;
mod service;
mod table;

use std::process::ExitCode;

use client::Client;
use service::Service;
use table::Table;

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let cgw = args.next().expect("the path of cgw");
    let mut clients = vec![Client::own()];
    while let (Some(name), Some(program), Some(script)) = (args.next(), args.next(), args.next()) {
        clients.push(Client::start(&name, &program, &script));
    }
    let mut table = Table::new();
    let service = Service::start(&cgw, "current", &[]);
    family::check_shared_token(&mut clients, &service, &mut table);
    for (number, client) in clients.iter_mut().enumerate() {
        family::check(client, number, &service, &mut table);
        refusals::check(client, number, &service, &mut table);
    }
    let contract = Service::start(&cgw, "2020-11", &[]);
    for client in &mut clients {
        refusals::check_contract(client, &contract, &mut table);
    }
    faults::check(&mut clients, &cgw, &mut table);
    table.end()
}
