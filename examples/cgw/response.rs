//! `cgw response`: what the service responded, for people.

use core::fmt;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use aliyun_customer_gateway::Timestamp;
use serde_json::Value;

use crate::escape;
use crate::exit::Exit;
use crate::explain;
use crate::options::ParameterOptions;
use crate::outcome::Outcome;
use crate::output::Report;
use crate::signing::SigningOptions;

#[derive(clap::Args)]
pub(crate) struct ResponseOptions {
    /// The HTTP status of the response.
    #[arg(long)]
    status: u16,
    /// Explain why the signature of a request did not match: the other options are those that the
    /// request was made with. No secret is needed.
    #[arg(long, requires = "sign")]
    explain: bool,
    #[command(flatten)]
    parameters: ParameterOptions,
    #[command(flatten)]
    signing: SigningOptions,
    /// The body of the response; standard input when there is none, or `-`.
    file: Option<PathBuf>,
}

pub(crate) fn run(options: &ResponseOptions) -> Report {
    let body = match read(options.file.as_deref()) {
        Ok(body) => body,
        Err(sentence) => return Report::error(Exit::InputOutput, sentence),
    };
    let outcome = match Outcome::of(options.parameters.action, options.status, &body) {
        Ok(outcome) => outcome,
        Err(error) => {
            return Report::error(Exit::NotAResponse, escape::lines(&error.to_string()));
        }
    };
    let mut stdout = Shown { status: options.status, outcome: &outcome }.to_string();
    if options.explain {
        let ResponseOptions { parameters, signing, status, .. } = options;
        let why = match explain::run(parameters, signing, *status, &body) {
            Ok(mismatch) => mismatch.map(|mismatch| mismatch.to_string()),
            Err(report) => return Report { stdout, ..report },
        };
        let nothing = "the response shows nothing of what the service signed";
        let why = escape::lines(why.as_deref().unwrap_or(nothing));
        stdout.extend(["  mismatch: ", &why, "\n"]);
    }
    let exit = if outcome.is_failure() { Exit::Failed } else { Exit::Done };
    Report { exit, ..Report::done(stdout) }
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
        let Outcome { kind, members, is_done } = self.outcome;
        f.write_str(kind)?;
        if self.outcome.is_failure() {
            write!(f, " with status {}", self.status)?;
        }
        writeln!(f)?;
        let never = members.0.get("RetryKind").is_some_and(|kind| kind == "never");
        for (name, value) in &members.0 {
            match (name.as_str(), value) {
                ("Blames", _) if never && !is_done => member(f, "fix", value)?,
                // Of use to programs, or told in other words.
                ("Blames" | "Known" | "RetryKind", _) => {}
                ("Retry", _) if *is_done => {
                    writeln!(f, "  try again: no need to: there is nothing left to do")?;
                }
                ("Retry", _) => member(f, "try again", value)?,
                ("CustomerGateways", Value::Array(gateways)) => {
                    for gateway in gateways {
                        writeln!(f, "  gateway")?;
                        for (name, value) in gateway.as_object().into_iter().flatten() {
                            f.write_str("  ")?;
                            member(f, name, value)?;
                        }
                    }
                }
                _ => member(f, name, value)?,
            }
        }
        Ok(())
    }
}

fn member(f: &mut fmt::Formatter<'_>, name: &str, value: &Value) -> fmt::Result {
    match (name, value) {
        ("CreateTime", time) => writeln!(f, "  {name}: {time}{}", Time(time)),
        ("Damaged", Value::String(text)) => writeln!(f, "  damaged: {}", escape::lines(text)),
        ("Tags", Value::Array(tags)) => {
            write!(f, "  {name}:")?;
            for tag in tags {
                let part = |name: &str| tag.get(name).and_then(Value::as_str).unwrap_or_default();
                write!(f, " {}={}", escape::Shown(part("Key")), escape::Shown(part("Value")))?;
            }
            writeln!(f)
        }
        (_, Value::String(text)) => writeln!(f, "  {name}: {}", escape::Shown(text)),
        (_, value) => writeln!(f, "  {name}: {value}"),
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
