//! What a response says, member by member, for people and for lines of JSON.

use aliyun_customer_gateway::escaped::EscapedStr;
use aliyun_customer_gateway::response::Damage;
use aliyun_customer_gateway::{Created, DecodeError, Failed, Parameter, Response};
use serde_json::{Map, Value};

/// What came of a call.
pub(crate) struct Outcome {
    /// `created`, or `failed`.
    pub(crate) kind: &'static str,
    pub(crate) members: Members,
}

/// The members that are there, under the service's names, in the order of its pages.
pub(crate) struct Members(pub(crate) Map<String, Value>);

impl Outcome {
    pub(crate) fn of(status: u16, body: &[u8]) -> Result<Self, DecodeError> {
        Ok(match Response::<Created>::decode(status, body)? {
            Response::Success(created) => Self { kind: "created", members: created.into() },
            Response::Failed(failed) => Self { kind: "failed", members: failed.into() },
        })
    }

    pub(crate) fn is_failure(&self) -> bool {
        self.kind == "failed"
    }
}

impl Members {
    fn new() -> Self {
        Self(Map::new())
    }

    fn with(mut self, name: &str, value: Option<impl Into<Value>>) -> Self {
        if let Some(value) = value {
            self.0.insert(name.to_owned(), value.into());
        }
        self
    }

    fn with_text(self, name: &str, text: Option<EscapedStr<'_>>) -> Self {
        self.with(name, text.map(|text| text.to_string()))
    }

    fn with_damage(self, damage: Option<Damage>) -> Self {
        self.with("Damaged", damage.map(|damage| damage.to_string()))
    }
}

impl From<Created<'_>> for Members {
    fn from(created: Created<'_>) -> Self {
        Self::new()
            .with_text("CustomerGatewayId", Some(created.customer_gateway_id()))
            .with_text("RequestId", created.request_id())
            .with_text("IpAddress", created.ip_address())
            .with_text("Name", created.name())
            .with_text("Description", created.description())
            .with("CreateTime", created.create_time())
            .with_damage(created.damage())
    }
}

impl From<Failed<'_>> for Members {
    fn from(failed: Failed<'_>) -> Self {
        let message = failed.message_without_secrets().map(|message| message.to_string());
        Self::new()
            .with_text("Code", failed.code())
            .with("Known", Some(failed.error_code().is_some()))
            .with("Message", message)
            .with_text("RequestId", failed.request_id())
            .with_text("HostId", failed.host_id())
            .with_text("Recommend", failed.recommend())
            .with("Retry", Some(failed.retry().as_str()))
            .with("RetryKind", Some(failed.retry().keyword()))
            .with("Blames", failed.blames().map(Parameter::as_str))
            .with_damage(failed.damage())
    }
}
