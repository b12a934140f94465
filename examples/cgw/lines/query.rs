//! `{"op":"query"}`: the canonical query of a request.

use serde_json::{Value, json};

use super::Refused;
use super::line::Line;
use crate::actions;
use crate::request::Query;

pub(super) fn result(line: &Line) -> Result<Value, Refused> {
    let (kind, edition) = line.action_and_edition()?;
    let parameters = line.parameters("parameters")?;
    let query = actions::with(kind, edition, &parameters, Query)?;
    Ok(json!({ "query": query }))
}
