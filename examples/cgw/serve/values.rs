//! The values of a request, checked by an edition of the rules.

use std::collections::BTreeMap;

use aliyun_customer_gateway::acs3::BodyHash;
use aliyun_customer_gateway::query::{Pairs, Query};
use aliyun_customer_gateway::{
    AuthKey, ClientToken, CustomerGatewayId, Description, Edition, ErrorCode, InvalidParameter,
    Name, Parameter, RegionId, ResourceGroupId, Tag, Tags,
};

use super::failure::Failure;
use crate::signed::Parts;

/// The values of a request, checked by an edition of the rules.
#[derive(Clone, Copy)]
pub(super) struct Values<'p> {
    pub(super) parts: &'p Parts<'p>,
    pub(super) edition: Edition,
}

/// A tag of a filter: one without a value finds every value.
pub(super) type Wanted = (String, Option<String>);

impl<'p> Values<'p> {
    /// An optional value; an empty one is as good as absent.
    pub(super) fn optional<T>(
        &self,
        name: &str,
        new: impl FnOnce(&'p str) -> Result<T, InvalidParameter>,
    ) -> Result<Option<T>, Failure> {
        let Some(text) = self.parts.parameter(name) else { return Ok(None) };
        new(text).map(Some).map_err(|invalid| Failure::of_invalid(&invalid, text))
    }

    pub(super) fn required<T>(
        &self,
        name: &str,
        new: impl FnOnce(&'p str) -> Result<T, InvalidParameter>,
    ) -> Result<T, Failure> {
        self.optional(name, new)?.ok_or_else(|| Failure::missing(name))
    }

    /// A value that the edition may not have: there, the service does not know it.
    fn of_edition<T>(
        &self,
        parameter: Parameter,
        new: impl FnOnce(&'p str) -> Result<T, InvalidParameter>,
    ) -> Result<Option<T>, Failure> {
        if self.edition.has(parameter) { self.optional(parameter.as_str(), new) } else { Ok(None) }
    }

    pub(super) fn region(&self) -> Result<&'p str, Failure> {
        self.required("RegionId", RegionId::new).map(|region| region.as_str())
    }

    pub(super) fn id(&self) -> Result<&'p str, Failure> {
        self.required("CustomerGatewayId", CustomerGatewayId::new).map(|id| id.as_str())
    }

    pub(super) fn token(&self) -> Result<Option<&'p str>, Failure> {
        let token = self.optional("ClientToken", ClientToken::new)?;
        Ok(token.map(|token| token.as_str()))
    }

    pub(super) fn name(&self) -> Result<Option<String>, Failure> {
        let name = self.optional("Name", |text| Name::new_in(text, self.edition))?;
        Ok(name.map(|name| name.as_str().to_owned()))
    }

    pub(super) fn description(&self) -> Result<Option<String>, Failure> {
        let new = |text| Description::new_in(text, self.edition);
        let description = self.optional("Description", new)?;
        Ok(description.map(|description| description.as_str().to_owned()))
    }

    pub(super) fn auth_key(&self) -> Result<Option<String>, Failure> {
        let key = self.of_edition(Parameter::AuthKey, AuthKey::new)?;
        Ok(key.map(|key| key.as_str().to_owned()))
    }

    pub(super) fn group(&self) -> Result<Option<String>, Failure> {
        let group = self.of_edition(Parameter::ResourceGroupId, ResourceGroupId::new)?;
        Ok(group.map(|group| group.as_str().to_owned()))
    }

    /// The tags of a gateway.
    pub(super) fn tags(&self) -> Result<Vec<(String, String)>, Failure> {
        if !self.edition.has(Parameter::Tags) {
            return Ok(Vec::new());
        }
        let tags = self.list("Tags")?;
        Ok(tags.into_iter().map(|(key, value)| (key, value.unwrap_or_default())).collect())
    }

    /// The tags that a listing is filtered by, in every edition.
    pub(super) fn filter(&self) -> Result<Vec<Wanted>, Failure> {
        self.list("Tag")
    }

    /// The tags of a flattened list, in the order of their numbers.
    fn list(&self, list: &str) -> Result<Vec<Wanted>, Failure> {
        let mut found = BTreeMap::<usize, (Option<&str>, Option<&str>)>::new();
        for (name, value) in self.parts.own() {
            let number = name.strip_prefix(list).and_then(|rest| rest.strip_prefix('.'));
            let Some((number, part)) = number.and_then(|rest| rest.split_once('.')) else {
                continue;
            };
            let Ok(number @ 1..) = number.parse::<usize>() else {
                return Err(Failure::of(ErrorCode::InvalidTagKey)
                    .because(format!("{name} has no number from 1")));
            };
            let tag = found.entry(number).or_default();
            match part {
                "Key" => tag.0 = Some(value),
                "Value" => tag.1 = Some(value),
                _ => {}
            }
        }
        let invalid = |invalid: InvalidParameter| Failure::of_invalid(&invalid, "");
        let most = found.last_key_value().map_or(0, |(number, _)| *number).max(found.len());
        if most > Tags::MAX {
            let reason = format!("{list} has more than {} tags", Tags::MAX);
            return Err(Failure::of(ErrorCode::TooManyTags).because(reason));
        }
        let tags = found.values().map(|(key, value)| {
            Tag::new(key.unwrap_or_default(), value.unwrap_or_default()).map_err(invalid)
        });
        let tags = tags.collect::<Result<Vec<_>, _>>()?;
        Tags::new(&tags).map_err(invalid)?;
        let wanted = found
            .values()
            .map(|(key, value)| (key.unwrap_or_default().to_owned(), value.map(str::to_owned)));
        Ok(wanted.collect())
    }

    /// What of a request has to be the same for the same token: a hash of it.
    pub(super) fn fingerprint(&self, names: &[&str]) -> String {
        let is_same = |name: &str| {
            let list = name.split('.').next().unwrap_or_default();
            names.contains(&name) || list == "Tags" && names.contains(&list)
        };
        let own: Vec<_> = self
            .parts
            .own()
            .filter(|(name, value)| is_same(name) && (!value.is_empty() || name.contains('.')))
            .collect();
        Pairs::new(&own)
            .map(|pairs| BodyHash::of_form(&Query::new(pairs)).as_str().to_owned())
            .unwrap_or_default()
    }
}
