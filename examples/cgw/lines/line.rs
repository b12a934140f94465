//! The members of a line.

use std::collections::BTreeMap;

use aliyun_customer_gateway::{Edition, Method};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Map, Value};

use crate::actions::Kind;
use crate::given::Values;
use crate::refusal::Refusal;

/// A line: one JSON object.
pub(super) struct Line(Map<String, Value>);

impl Line {
    pub(super) fn parse(line: &[u8]) -> Result<Self, Refusal> {
        match serde_json::from_slice(line) {
            Ok(Value::Object(object)) => Ok(Self(object)),
            Ok(_) => Err(Refusal::sentence("the line is not an object")),
            Err(error) => Err(Refusal::sentence(format!("the line is not JSON: {error}"))),
        }
    }

    /// An optional member: `null` is as good as absent.
    pub(super) fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    /// An optional text.
    pub(super) fn optional_text(&self, name: &str) -> Result<Option<&str>, Refusal> {
        match self.get(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(Refusal::sentence(format!("{name:?} is not a string"))),
        }
    }

    /// A required text.
    pub(super) fn text(&self, name: &str) -> Result<&str, Refusal> {
        self.optional_text(name)?.ok_or_else(|| missing(name))
    }

    /// An object of names and values; `null` leaves a value out.
    pub(super) fn texts(&self, name: &str) -> Result<BTreeMap<String, String>, Refusal> {
        let texts = self.object(name)?;
        texts.map(|(name, value)| Ok((name.clone(), text_of(name, value)?))).collect()
    }

    /// The members of an object that are not `null`.
    fn object(&self, name: &str) -> Result<impl Iterator<Item = (&String, &Value)>, Refusal> {
        let object = self.get(name).ok_or_else(|| missing(name))?.as_object();
        let refused = || Refusal::sentence(format!("{name:?} is not an object"));
        Ok(object.ok_or_else(refused)?.iter().filter(|(_, value)| !value.is_null()))
    }

    /// The parameters of an action: texts, and lists of tags.
    pub(super) fn parameters(&self, name: &str) -> Result<Values, Refusal> {
        let mut parameters = Values::default();
        for (name, value) in self.object(name)? {
            match value {
                Value::Array(list) if matches!(name.as_str(), "Tags" | "Tag") => {
                    drop(parameters.lists.insert(name.clone(), tags(name, list)?));
                }
                _ => drop(parameters.texts.insert(name.clone(), text_of(name, value)?)),
            }
        }
        Ok(parameters)
    }

    /// An optional array of texts.
    pub(super) fn names(&self, name: &str) -> Result<Option<Vec<&str>>, Refusal> {
        let Some(value) = self.get(name) else { return Ok(None) };
        let names = value.as_array().and_then(|array| array.iter().map(Value::as_str).collect());
        let refused = || Refusal::sentence(format!("{name:?} is not an array of strings"));
        names.map(Some).ok_or_else(refused)
    }

    /// `action` and `edition`, the contract's unless they are given.
    pub(super) fn action_and_edition(&self) -> Result<(Kind, Edition), Refusal> {
        let kind = self.optional_text("action")?.map(Kind::from_name).transpose()?;
        let edition = self.optional_text("edition")?.map(|edition| {
            let refused = |error| Refusal::sentence(format!("\"edition\" is {edition:?}: {error}"));
            edition.parse::<Edition>().map_err(refused)
        });
        Ok((kind.unwrap_or_default(), edition.transpose()?.unwrap_or_default()))
    }

    pub(super) fn method(&self) -> Result<Method, Refusal> {
        let name = self.text("method")?;
        let refused = || format!("{name:?} is not a method, such as GET or POST");
        Method::from_name(name).ok_or_else(|| Refusal::sentence(refused()))
    }

    pub(super) fn status(&self) -> Result<u16, Refusal> {
        let status = self.get("status").and_then(Value::as_u64);
        let status = status.and_then(|status| u16::try_from(status).ok());
        status.ok_or_else(|| Refusal::sentence("\"status\" is not an HTTP status"))
    }

    /// The bytes of `body`, or those that `body_base64` is the base64 of.
    pub(super) fn body(&self) -> Result<Vec<u8>, Refusal> {
        match self.optional_text("body_base64")? {
            None => Ok(self.text("body")?.as_bytes().to_vec()),
            Some(_) => self.base64("body_base64"),
        }
    }

    /// The bytes that a required text is the base64 of.
    pub(super) fn base64(&self, name: &str) -> Result<Vec<u8>, Refusal> {
        let refused = |error| Refusal::sentence(format!("{name:?} is not base64: {error}"));
        BASE64_STANDARD.decode(self.text(name)?).map_err(refused)
    }
}

fn missing(name: &str) -> Refusal {
    Refusal::sentence(format!("{name:?} is missing"))
}

/// A value as it goes into a query.
fn text_of(name: &str, value: &Value) -> Result<String, Refusal> {
    match value {
        Value::String(text) => Ok(text.clone()),
        Value::Bool(_) => Ok(value.to_string()),
        Value::Number(number) if number.is_i64() || number.is_u64() => Ok(value.to_string()),
        // It would not come out as it was written: 65000.10 is 65000.1 by now.
        Value::Number(_) => {
            let sentence = "has a fraction or an exponent, or is too large: write it as a string";
            Err(Refusal::of(name, format!("{name} {sentence}")))
        }
        Value::Null | Value::Array(_) | Value::Object(_) => {
            Err(Refusal::of(name, format!("{name} is not a string")))
        }
    }
}

/// The tags of a list: objects of a `Key`, and a `Value` that may be absent.
fn tags(list: &str, tags: &[Value]) -> Result<Vec<(String, String)>, Refusal> {
    let tag = |(number, tag): (usize, &Value)| {
        let refused = |what: &str| Refusal::of(list, format!("{list}.{number} {what}"));
        let object = tag.as_object().ok_or_else(|| refused("is not an object"))?;
        if let Some(name) = object.keys().find(|name| !matches!(name.as_str(), "Key" | "Value")) {
            return Err(refused(&format!("has a member {name:?}: it takes Key and Value")));
        }
        let member = |name: &str| match object.get(name).filter(|value| !value.is_null()) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(_) => Err(refused(&format!("has a {name} that is not a string"))),
        };
        let key = member("Key")?.ok_or_else(|| refused("has no Key"))?;
        Ok((key, member("Value")?.unwrap_or_default()))
    };
    (1..).zip(tags).map(tag).collect()
}

/// Values as the pairs of a query, in canonical order.
pub(super) fn pairs(texts: &BTreeMap<String, String>) -> Vec<(&str, &str)> {
    texts.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}
