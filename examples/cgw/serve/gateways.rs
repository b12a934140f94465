//! The gateways that there are.

use serde::{Deserialize, Serialize};

use super::random::Random;
use super::written::{self, Member};

/// A gateway.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Gateway {
    pub(super) account: String,
    pub(super) region: String,
    pub(super) id: String,
    pub(super) address: String,
    pub(super) name: Option<String>,
    pub(super) description: Option<String>,
    pub(super) asn: Option<u32>,
    pub(super) auth_key: Option<String>,
    pub(super) group: Option<String>,
    pub(super) tags: Vec<(String, String)>,
    /// Milliseconds since 1970.
    pub(super) created: u64,
}

/// The resource group of gateways that name none.
pub(super) const DEFAULT_GROUP: &str = "rg-acfmdefault00000";

impl Gateway {
    /// What the response to its creation, or to a change of it, says.
    pub(super) fn brief(&self) -> Vec<Member> {
        let mut members = vec![
            written::text("CustomerGatewayId", &self.id),
            written::text("IpAddress", &self.address),
            written::number("CreateTime", self.created),
        ];
        let text = |name, text: &Option<String>| Some(written::text(name, text.as_ref()?));
        members.extend(text("Name", &self.name));
        members.extend(text("Description", &self.description));
        members
    }

    /// What a description of it says; the edition of 2020 has no group, no tags and no key.
    pub(super) fn whole(&self, is_of_2020: bool) -> Vec<Member> {
        let mut members = self.brief();
        members.extend(self.asn.map(|asn| written::number("Asn", asn)));
        if is_of_2020 {
            return members;
        }
        members.push(self.group_member());
        members.extend(self.auth_key.as_ref().map(|key| written::text("AuthKey", key)));
        let tags: Vec<_> = self
            .tags
            .iter()
            .map(|(key, value)| vec![written::text("Key", key), written::text("Value", value)])
            .collect();
        members.push(written::list("Tags", "Tag", &tags, true));
        members
    }

    pub(super) fn group_member(&self) -> Member {
        let group = self.group.as_deref().unwrap_or(DEFAULT_GROUP);
        written::text("ResourceGroupId", group)
    }
}

/// The gateways that there are, in the order in which they were created.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Gateways {
    list: Vec<Gateway>,
    /// How many were ever created.
    made: u64,
}

/// The most gateways of all accounts and regions.
const MAX: usize = 10_000;

impl Gateways {
    /// Those of an account in a region.
    pub(super) fn of(&self, account: &str, region: &str) -> impl Iterator<Item = &Gateway> {
        let is_of =
            move |gateway: &&Gateway| gateway.account == account && gateway.region == region;
        self.list.iter().filter(is_of)
    }

    fn position(&self, account: &str, region: &str, id: &str) -> Option<usize> {
        self.list.iter().position(|gateway| {
            gateway.id == id && gateway.account == account && gateway.region == region
        })
    }

    pub(super) fn find(&mut self, account: &str, region: &str, id: &str) -> Option<&mut Gateway> {
        let index = self.position(account, region, id)?;
        self.list.get_mut(index)
    }

    /// How many were ever created.
    pub(super) const fn made(&self) -> u64 {
        self.made
    }

    pub(super) fn is_full(&self) -> bool {
        self.list.len() >= MAX
    }

    pub(super) fn add(&mut self, gateway: Gateway) {
        self.list.push(gateway);
        self.made = self.made.saturating_add(1);
    }

    /// Removes one, and tells whether it was there.
    pub(super) fn remove(&mut self, account: &str, region: &str, id: &str) -> bool {
        let index = self.position(account, region, id);
        index.map(|index| self.list.remove(index)).is_some()
    }

    /// An id that no gateway has.
    pub(super) fn new_id(&self, random: &mut Random) -> String {
        loop {
            let id = format!("cgw-bp1{}", random.letters(18));
            if self.list.iter().all(|gateway| gateway.id != id) {
                return id;
            }
        }
    }
}
