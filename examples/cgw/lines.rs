//! `cgw lines`: one JSON object a line in, one out, for differential testing.

use std::io::BufRead as _;

use serde_json::{Value, json};

use crate::escape;
use crate::exit::Exit;
use crate::lines::line::Line;
use crate::output::{self, Written};
use crate::refusal::Refusal;

mod acs3;
mod explain;
mod host;
mod line;
mod query;
mod response;
mod rpc;
mod sign;
mod verify;

/// Every operation, member by member.
pub(crate) const HELP: &str = include_str!("lines/help.txt");

pub(crate) fn run() -> Exit {
    for line in std::io::stdin().lock().split(b'\n') {
        let line = match line {
            Ok(line) => line,
            Err(error) => {
                output::tell(&format!("error: standard input cannot be read: {error}\n"));
                return Exit::InputOutput;
            }
        };
        if line.trim_ascii().is_empty() {
            continue;
        }
        let result = result(&line).unwrap_or_else(|error| json!({ "error": error.0 }));
        match output::write(&format!("{}\n", escape::json(&result.to_string()))) {
            Ok(Written::All) => {}
            Ok(Written::NobodyReads) => return Exit::Done,
            Err(error) => {
                output::tell(&format!("error: {error}\n"));
                return Exit::InputOutput;
            }
        }
    }
    Exit::Done
}

/// The value of the member `error`.
struct Refused(Value);

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self(json!({
            "parameter": refusal.parameter,
            "sentence": refusal.sentence,
            "code": refusal.code,
        }))
    }
}

/// A line reports one error: the first.
impl From<Vec<Refusal>> for Refused {
    fn from(refusals: Vec<Refusal>) -> Self {
        let first = refusals.into_iter().next();
        first.unwrap_or_else(|| Refusal::sentence("the line was refused")).into()
    }
}

fn result(line: &[u8]) -> Result<Value, Refused> {
    let line = Line::parse(line)?;
    match line.text("op")? {
        "query" => query::result(&line),
        "response" => response::result(&line),
        "rpc" => rpc::result(&line),
        "sign" => sign::result(&line),
        "acs3" => acs3::result(&line),
        "explain" => explain::result(&line),
        "verify" => verify::result(&line),
        "host" => host::result(&line),
        op => {
            let ops = "query, sign, rpc, acs3, response, explain, verify or host";
            Err(Refusal::sentence(format!("unknown op {op:?}: it is {ops}")).into())
        }
    }
}
