//! The options of `cgw serve`.

use core::net::IpAddr;
use std::path::PathBuf;

use aliyun_customer_gateway::Edition;

use super::fault::Plan;
use super::keys::{Key, Sts};

#[derive(clap::Args)]
pub(crate) struct ServeOptions {
    /// The address to listen on. Nobody is asked who they are before they have signed: mind who can
    /// reach it.
    #[arg(long, default_value = "127.0.0.1")]
    pub(super) address: IpAddr,
    /// The port to listen on; any free one if it is 0.
    #[arg(long, default_value_t = 0)]
    pub(super) port: u16,
    /// An access key, once for each; testid:testsecret if there is none.
    #[arg(long = "key", value_name = "[ACCOUNT/]ID:SECRET")]
    pub(super) keys: Vec<Key>,
    /// A temporary access key with its security token, once for each.
    #[arg(long = "sts", value_name = "[ACCOUNT/]ID:SECRET:TOKEN")]
    pub(super) sts: Vec<Sts>,
    /// Which edition of the rules checks the values, 2020-11 or current: see `cgw help editions`.
    #[arg(long, default_value_t)]
    pub(super) edition: Edition,
    /// Take any timestamp, as for requests that were recorded.
    #[arg(long)]
    pub(super) no_clock: bool,
    /// How many gateways an account may have in a region.
    #[arg(long, default_value_t = 100)]
    pub(super) quota: usize,
    /// Keep the gateways and the tokens in a file, which need not exist; in memory if there is none.
    /// It is written before a change is answered for.
    #[arg(long, value_name = "FILE")]
    pub(super) state: Option<PathBuf>,
    /// What goes wrong, and how often, such as throttle:0.2,lose-answer:0.1 (see below).
    #[arg(long, value_name = "NAME:PROBABILITY[:AMOUNT],..")]
    pub(super) fault: Option<Plan>,
    /// Repeats what is left to chance, for requests in the same order; random if there is none.
    #[arg(long)]
    pub(super) seed: Option<u64>,
    /// Write a line for each request to standard error.
    #[arg(long)]
    pub(super) log: bool,
}

/// What the service does, for `--help`.
pub(crate) const HELP: &str = include_str!("help.txt");
