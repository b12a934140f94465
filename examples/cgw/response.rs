//! `cgw response`: what the service responded, for people.

use core::fmt;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use aliyun_customer_gateway::Timestamp;
use serde_json::Value;

use crate::escape;
use crate::exit::Exit;
use crate::outcome::Outcome;
use crate::output::Report;

#[derive(clap::Args)]
pub(crate) struct ResponseOptions {
    /// The HTTP status of the response.
    #[arg(long)]
    status: u16,
    /// The body of the response; standard input when there is none, or `-`.
    file: Option<PathBuf>,
}

pub(crate) fn run(options: &ResponseOptions) -> Report {
    let body = match read(options.file.as_deref()) {
        Ok(body) => body,
        Err(sentence) => return Report::error(Exit::InputOutput, sentence),
    };
    match Outcome::of(options.status, &body) {
        Ok(outcome) => {
            let exit = if outcome.is_failure() { Exit::Failed } else { Exit::Done };
            let shown = Shown { status: options.status, outcome: &outcome };
            Report { exit, ..Report::done(shown.to_string()) }
        }
        Err(error) => Report::error(Exit::NotAResponse, escape::lines(&error.to_string())),
    }
}

fn read(file: Option<&Path>) -> Result<Vec<u8>, String> {
    match file {
        Some(path) if path != Path::new("-") => std::fs::read(path).map_err(|error| {
            let path = path.display().to_string();
            format!("{} cannot be read: {error}", escape::Shown(&path))
        }),
        _ => {
            let mut body = Vec::new();
            let read = std::io::stdin().read_to_end(&mut body);
            read.map(|_| body).map_err(|error| format!("standard input cannot be read: {error}"))
        }
    }
}

/// An outcome, a member a line.
pub(crate) struct Shown<'o> {
    pub(crate) status: u16,
    pub(crate) outcome: &'o Outcome,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Outcome { kind, members } = self.outcome;
        f.write_str(kind)?;
        if self.outcome.is_failure() {
            write!(f, " with status {}", self.status)?;
        }
        writeln!(f)?;
        let never = members.0.get("RetryKind").is_some_and(|kind| kind == "never");
        for (name, value) in &members.0 {
            match name.as_str() {
                "Blames" if never => member(f, "fix", value)?,
                // Of use to programs, or told in other words.
                "Blames" | "Known" | "RetryKind" => {}
                "Retry" => member(f, "try again", value)?,
                "Damaged" => member(f, "damaged", value)?,
                "CreateTime" => writeln!(f, "  {name}: {value}{}", Time(value))?,
                _ => member(f, name, value)?,
            }
        }
        Ok(())
    }
}

fn member(f: &mut fmt::Formatter<'_>, name: &str, value: &Value) -> fmt::Result {
    match value {
        Value::String(text) => writeln!(f, "  {name}: {}", escape::Shown(text)),
        value => writeln!(f, "  {name}: {value}"),
    }
}

/// Milliseconds since 1970 as a date and a time, where they are one.
struct Time<'v>(&'v Value);

impl fmt::Display for Time<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0.as_u64().map_or(u64::MAX, |milliseconds| milliseconds / 1000);
        let seconds = i64::try_from(seconds).unwrap_or(i64::MAX);
        match Timestamp::from_unix_seconds(seconds) {
            Ok(time) => write!(f, " ({time})"),
            Err(_) => Ok(()),
        }
    }
}
