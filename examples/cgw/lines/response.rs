//! `{"op":"response"}`: what a response says.

use aliyun_customer_gateway::escaped::EscapedStr;
use aliyun_customer_gateway::{Created, Failed, Response, Retry};
use serde_json::{Map, Value, json};

use super::Refused;
use super::line::Line;

pub(super) fn result(line: &Line) -> Result<Value, Refused> {
    let status = line.status()?;
    let body = line.body()?;
    let response = match Response::<Created>::decode(status, &body) {
        Ok(response) => response,
        Err(error) => {
            return Err(Refused(json!({
                "parameter": null,
                "sentence": error.to_string(),
                "code": null,
                "status": status,
                "RetryKind": Retry::AfterPause.keyword(),
            })));
        }
    };
    let mut members = Map::new();
    let mut insert = |name: &str, text: Option<EscapedStr<'_>>| {
        if let Some(text) = text {
            members.insert(name.to_owned(), text.to_string().into());
        }
    };
    match response {
        Response::Success(created) => {
            insert("CustomerGatewayId", Some(created.customer_gateway_id()));
            insert("RequestId", created.request_id());
            insert("IpAddress", created.ip_address());
            insert("Name", created.name());
            insert("Description", created.description());
            if let Some(milliseconds) = created.create_time() {
                members.insert("CreateTime".to_owned(), milliseconds.into());
            }
            Ok(json!({ "created": members }))
        }
        Response::Failed(failed) => Ok(json!({ "failed": failure(&failed) })),
    }
}

fn failure(failed: &Failed<'_>) -> Map<String, Value> {
    let mut members = Map::new();
    let mut insert = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            members.insert(name.to_owned(), value);
        }
    };
    let value = |text: Option<EscapedStr<'_>>| text.map(|text| text.to_string().into());
    insert("Code", value(failed.code()));
    insert("Known", Some(failed.error_code().is_some().into()));
    insert("Message", value(failed.message()));
    insert("RequestId", value(failed.request_id()));
    insert("HostId", value(failed.host_id()));
    insert("Recommend", value(failed.recommend()));
    insert("Retry", Some(failed.retry().as_str().into()));
    insert("RetryKind", Some(failed.retry().keyword().into()));
    insert("Blames", failed.blames().map(|parameter| parameter.as_str().into()));
    members
}
