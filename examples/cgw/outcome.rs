//! What a response says, member by member, for people and for lines of JSON.

use aliyun_customer_gateway::escaped::EscapedStr;
use aliyun_customer_gateway::response::{Damage, Output};
use aliyun_customer_gateway::{
    Created, DecodeError, Deleted, Failed, Gateway, Modified, Page, PageItem, Parameter, Response,
};
use serde_json::{Map, Value};

use crate::actions::Kind;

/// The outcome of a call.
pub(crate) struct Outcome {
    /// `created`, `page`, `gateway`, `modified`, `deleted` or `failed`.
    pub(crate) kind: &'static str,
    pub(crate) members: Members,
    /// Whether a failure leaves nothing to do, such as to delete what does not exist.
    pub(crate) is_done: bool,
}

/// The members that are there, under the service's names, in the order of its pages.
pub(crate) struct Members(pub(crate) Map<String, Value>);

impl Outcome {
    /// Reads a response to an action.
    pub(crate) fn of(action: Kind, status: u16, body: &[u8]) -> Result<Self, DecodeError> {
        match action {
            Kind::Create => Self::read::<Created<'_>>(action, "created", status, body),
            Kind::List => Self::read::<Page<'_>>(action, "page", status, body),
            Kind::Describe => Self::read::<Gateway<'_>>(action, "gateway", status, body),
            Kind::Modify => Self::read::<Modified<'_>>(action, "modified", status, body),
            Kind::Delete => Self::read::<Deleted<'_>>(action, "deleted", status, body),
        }
    }

    fn read<'b, T>(
        action: Kind,
        kind: &'static str,
        status: u16,
        body: &'b [u8],
    ) -> Result<Self, DecodeError>
    where
        T: Output<'b>,
        Members: From<T>,
    {
        Ok(match Response::<T>::decode(status, body)? {
            Response::Success(output) => Self { kind, members: output.into(), is_done: true },
            Response::Failed(failed) => {
                let is_done = failed.is_done(action.name());
                Self { kind: "failed", members: failed.into(), is_done }
            }
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

impl From<Modified<'_>> for Members {
    fn from(modified: Modified<'_>) -> Self {
        Self::new()
            .with_text("CustomerGatewayId", Some(modified.customer_gateway_id()))
            .with_text("RequestId", modified.request_id())
            .with_text("IpAddress", modified.ip_address())
            .with_text("Name", modified.name())
            .with_text("Description", modified.description())
            .with("CreateTime", modified.create_time())
            .with_text("ResourceGroupId", modified.resource_group_id())
            .with_damage(modified.damage())
    }
}

impl From<Deleted<'_>> for Members {
    fn from(deleted: Deleted<'_>) -> Self {
        Self::new().with_text("RequestId", deleted.request_id()).with_damage(deleted.damage())
    }
}

impl From<Gateway<'_>> for Members {
    fn from(gateway: Gateway<'_>) -> Self {
        let members = Self::new()
            .with_text("CustomerGatewayId", Some(gateway.customer_gateway_id()))
            .with_text("RequestId", gateway.request_id());
        members.with_gateway(&gateway.as_item())
    }
}

impl From<PageItem<'_>> for Members {
    fn from(item: PageItem<'_>) -> Self {
        Self::new().with_text("CustomerGatewayId", item.customer_gateway_id()).with_gateway(&item)
    }
}

impl From<Page<'_>> for Members {
    fn from(page: Page<'_>) -> Self {
        let gateways = page.gateways().map(|item| Value::Object(Self::from(item).0));
        Self::new()
            .with("PageNumber", page.page_number())
            .with("PageSize", page.page_size())
            .with("TotalCount", page.total_count())
            .with_text("RequestId", page.request_id())
            .with("CustomerGateways", Some(gateways.collect::<Value>()))
            .with_damage(page.damage())
    }
}

impl From<Failed<'_>> for Members {
    fn from(failed: Failed<'_>) -> Self {
        // Whatever the service echoes there.
        let text = |text| failed.redacted(text).map(|text| text.to_string());
        Self::new()
            .with("Code", text(failed.code()))
            .with("Known", Some(failed.error_code().is_some()))
            .with("Message", text(failed.message_as_received()))
            .with("RequestId", text(failed.request_id()))
            .with("HostId", text(failed.host_id()))
            .with("Recommend", text(failed.recommend()))
            .with("Retry", Some(failed.retry().as_str()))
            .with("RetryKind", Some(failed.retry().keyword()))
            .with("Blames", failed.blames().map(Parameter::as_str))
            .with_damage(failed.damage())
    }
}

impl Members {
    /// The members of a gateway besides its id.
    fn with_gateway(self, gateway: &PageItem<'_>) -> Self {
        let tags = gateway.tags();
        let members = tags.iter().map(|tag| {
            let members = Self::new().with_text("Key", tag.key()).with_text("Value", tag.value());
            Value::Object(members.0)
        });
        let members: Vec<_> = members.collect();
        // What is wrong with a tag is wrong with its gateway.
        let damage = gateway.damage().or_else(|| tags.iter().find_map(|tag| tag.damage()));
        self.with_text("IpAddress", gateway.ip_address())
            .with_text("Name", gateway.name())
            .with_text("Description", gateway.description())
            .with("CreateTime", gateway.create_time())
            .with("Asn", gateway.asn())
            .with("AuthKey", gateway.auth_key().map(|_| "[redacted]"))
            .with_text("ResourceGroupId", gateway.resource_group_id())
            .with("Tags", Some(members).filter(|tags| !tags.is_empty()))
            .with_damage(damage)
    }
}
