//! `{"op":"response"}`: what a response says.

use aliyun_customer_gateway::DecodeError;
use serde_json::{Map, Value, json};

use super::Refused;
use super::line::Line;
use crate::outcome::Outcome;

pub(super) fn result(line: &Line) -> Result<Value, Refused> {
    let (action, _) = line.action_and_edition()?;
    let status = line.status()?;
    let body = line.body()?;
    match Outcome::of(action, status, &body) {
        Ok(outcome) => {
            let members = Value::Object(outcome.members.0);
            Ok(Map::from_iter([(outcome.kind.to_owned(), members)]).into())
        }
        Err(error) => Err(not_a_response(&error)),
    }
}

/// The body is not a response: that the outcome is unknown is all that is known.
pub(super) fn not_a_response(error: &DecodeError) -> Refused {
    Refused(json!({
        "parameter": null,
        "sentence": error.to_string(),
        "code": null,
        "status": error.status(),
        "RetryKind": error.retry().keyword(),
    }))
}
