//! `cgw`: the crate on the command line.
//!
//! Without an argument it runs the samples from the official API page.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::exit::Exit;
use crate::output::Report;

mod actions;
mod closed;
mod environment;
mod escape;
mod exit;
mod explain;
mod given;
mod http;
mod lines;
mod options;
mod outcome;
mod output;
mod ready;
mod refusal;
mod refusals;
mod request;
mod response;
mod samples;
mod serve;
mod signed;
mod signing;

/// Build, sign and decode Alibaba Cloud's customer gateway calls.
///
/// Without a command, runs the samples from the official API page: validates the request, prints its
/// canonical query, and decodes the responses.
#[derive(Parser)]
#[command(name = "cgw", version, after_help = after_help())]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Print the canonical query of a request, or the request signed and ready to send.
    #[command(visible_alias = "query", after_help = exit::HELP)]
    Request(Box<request::RequestOptions>),
    /// Decode a response of the service.
    #[command(after_help = exit::HELP)]
    Response(Box<response::ResponseOptions>),
    /// Explain the editions of the rules.
    #[command(long_about = EDITIONS)]
    Editions,
    /// Read one JSON object a line from standard input, and write one a line.
    #[command(long_about = lines::HELP, after_help = exit::HELP)]
    Lines,
    /// Play the service, for those who test what embeds this crate.
    #[command(after_long_help = serve::HELP, after_help = exit::HELP)]
    Serve(Box<serve::ServeOptions>),
}

const EDITIONS: &str = include_str!("editions.txt");

fn after_help() -> String {
    format!("Editions:\n{EDITIONS}\n{}", exit::HELP)
}

fn main() -> ExitCode {
    let report = match Arguments::try_parse().map(|arguments| arguments.command) {
        Ok(None) => samples::run(),
        Ok(Some(Command::Request(options))) => request::run(&options),
        Ok(Some(Command::Response(options))) => response::run(&options),
        Ok(Some(Command::Editions)) => Report::done(EDITIONS.to_owned()),
        Ok(Some(Command::Lines)) => return lines::run().into(),
        Ok(Some(Command::Serve(options))) => return serve::run(&options).into(),
        Err(error) => usage(&error),
    };
    report.print().into()
}

/// Reports a wrong command line, or prints the help that was asked for.
fn usage(error: &clap::Error) -> Report {
    let text = escape::lines(&error.render().to_string());
    if error.use_stderr() {
        Report { stdout: String::new(), stderr: text, exit: Exit::Usage }
    } else {
        Report::done(text)
    }
}
