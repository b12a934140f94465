//! `{"op":"query"}`: the canonical query of a request.

use aliyun_customer_gateway::Action as _;
use serde_json::{Value, json};

use super::Refused;
use super::line::Line;
use crate::actions;

pub(super) fn result(line: &Line) -> Result<Value, Refused> {
    let parameters = line.texts("parameters")?;
    let request = actions::create(&parameters, false)?;
    Ok(json!({ "query": request.query().to_string() }))
}
