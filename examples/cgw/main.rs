//! `cgw`: the crate on the command line.
//!
//! Without an argument it goes through the contract's own samples.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Prints a line. A reader that went away wants no more, which is no reason to panic.
macro_rules! say {
    ($($text:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stdout(), $($text)*);
    }};
}

/// Prints what has its own line ends.
macro_rules! say_all {
    ($text:expr) => {{
        use std::io::Write as _;
        let _ = write!(std::io::stdout(), "{}", $text);
    }};
}

pub(crate) use {say, say_all};

mod answer;
mod lines;
mod request;
mod samples;
mod signing;

/// Validate, encode, sign and decode Alibaba Cloud's CreateCustomerGateway.
///
/// Without a command, goes through the samples of the service's own page: validates the request,
/// prints its canonical query, and reads the answers.
#[derive(Parser)]
#[command(name = "cgw", version)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Print the canonical query of a request, or the request signed and ready to send.
    ///
    /// Exits with 1 when a value is refused.
    Request(Box<request::RequestArguments>),
    /// Read what the service answered.
    ///
    /// Exits with 0 when the gateway was created, 1 when the service refused or failed, and 2 when
    /// the body is not a response.
    Response {
        /// The HTTP status of the answer.
        #[arg(long)]
        status: u16,
        /// The body of the answer; standard input when there is none, or `-`.
        file: Option<PathBuf>,
    },
    /// Read one JSON object a line from standard input, and write one a line.
    ///
    /// The operations are `query`, `response`, `rpc`, `sign` and `acs3`.
    Lines,
}

fn main() -> ExitCode {
    match Arguments::parse().command {
        None => samples::run(),
        Some(Command::Request(arguments)) => request::run(&arguments),
        Some(Command::Response { status, file }) => answer::run(status, file.as_deref()),
        Some(Command::Lines) => lines::run(),
    }
}
