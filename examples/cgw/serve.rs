//! `cgw serve`: the other side, for those who test what embeds this crate.

use std::net::TcpListener;
use std::sync::Arc;

use crate::exit::Exit;
use crate::output::{self, Written};

mod actions;
mod answer;
mod connection;
mod failure;
mod fault;
mod gate;
mod gateways;
mod keys;
mod nonces;
mod options;
mod random;
mod reply;
mod server;
mod service;
mod state;
mod tokens;
mod values;
mod wire;
/// What the strategies for property tests write bodies with.
#[allow(dead_code, reason = "strategies write more")]
#[path = "../../src/strategies/written.rs"]
mod written;

pub(crate) use options::{HELP, ServeOptions};
use service::Service;

/// Serves until the process is killed.
pub(crate) fn run(options: &ServeOptions) -> Exit {
    let stop = |sentence: String| {
        output::tell(&format!("error: {sentence}\n"));
        Exit::InputOutput
    };
    let service = match Service::new(options) {
        Ok(service) => Arc::new(service),
        Err(sentence) => return stop(sentence),
    };
    let wanted = (options.address, options.port);
    let bound = TcpListener::bind(wanted).and_then(|listener| {
        let address = listener.local_addr()?;
        Ok((listener, address))
    });
    let (listener, address) = match bound {
        Ok(bound) => bound,
        Err(error) => {
            let (address, port) = wanted;
            return stop(format!("{address} cannot be listened on at port {port}: {error}"));
        }
    };
    match output::write(&format!("listening on http://{address}\n")) {
        Ok(Written::All | Written::NobodyReads) => {}
        Err(error) => return stop(error.to_string()),
    }
    server::run(&listener, &service)
}
