//! Values as texts by the names of their parameters, and what was wrong with them.

use std::collections::BTreeMap;

use aliyun_customer_gateway::{Edition, InvalidParameter, Parameter, Tag, Tags};

use crate::refusal::Refusal;

/// Texts by the names of their parameters, and the lists of tags among them.
#[derive(Default)]
pub(crate) struct Values {
    pub(crate) texts: BTreeMap<String, String>,
    pub(crate) lists: BTreeMap<String, Vec<(String, String)>>,
}

impl From<BTreeMap<String, String>> for Values {
    fn from(texts: BTreeMap<String, String>) -> Self {
        Self { texts, lists: BTreeMap::new() }
    }
}

/// Takes values one by one, and keeps every refusal.
pub(crate) struct Given<'a> {
    values: &'a Values,
    /// The parameters that were asked for.
    known: Vec<&'static str>,
    pub(crate) refusals: Vec<Refusal>,
}

impl<'a> Given<'a> {
    pub(crate) const fn new(values: &'a Values) -> Self {
        Self { values, known: Vec::new(), refusals: Vec::new() }
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.values.texts.contains_key(name) || self.values.lists.contains_key(name)
    }

    /// A value, unless it was refused.
    pub(crate) fn take<T>(&mut self, result: Result<T, impl Into<Refusal>>) -> Option<T> {
        result.map_err(|refused| self.refusals.push(refused.into())).ok()
    }

    /// An optional value; `None` as well if it was refused.
    pub(crate) fn optional<T>(
        &mut self,
        name: &'static str,
        new: impl FnOnce(&'a str) -> Result<T, InvalidParameter>,
    ) -> Option<T> {
        self.known.push(name);
        let text = self.values.texts.get(name)?;
        self.take(new(text))
    }

    /// Refuses a missing value.
    pub(crate) fn require(&mut self, name: &'static str) {
        if !self.has(name) {
            self.refusals.push(Refusal::missing(name));
        }
    }

    /// A required value; a missing one is refused.
    pub(crate) fn required<T>(
        &mut self,
        name: &'static str,
        new: impl FnOnce(&'a str) -> Result<T, InvalidParameter>,
    ) -> Option<T> {
        self.require(name);
        self.optional(name, new)
    }

    /// A value that may be left out, and must be this one if given.
    pub(crate) fn constant(&mut self, name: &'static str, value: &str) {
        self.known.push(name);
        if self.has(name) && self.values.texts.get(name).is_none_or(|text| text != value) {
            let sentence = format!("{name} is not {value}: leave it out");
            self.refusals.push(Refusal::of(name, sentence));
        }
    }

    /// Whether an edition has a parameter that is there; where it has not, that is the refusal, and
    /// what the value is does not matter.
    pub(crate) fn is_in(&mut self, edition: Edition, parameter: Parameter) -> bool {
        self.known.push(parameter.as_str());
        self.has(parameter.as_str()) && self.take(edition.require(parameter)).is_some()
    }

    /// A list of tags, each of them checked.
    pub(crate) fn tags(&mut self, list: &'static str) -> Vec<Tag<'a>> {
        self.known.push(list);
        if self.values.texts.contains_key(list) {
            self.refusals.push(Refusal::of(list, format!("{list} is not a list of tags")));
        }
        let Some(tags) = self.values.lists.get(list) else { return Vec::new() };
        let mut checked = Vec::with_capacity(tags.len());
        for (number, (key, value)) in (1..).zip(tags) {
            let tag = Tag::new(key, value).map_err(|refused| {
                let refusal = Refusal::from(refused);
                let numbered = refusal.sentence.replace("Tags.N.", &format!("{list}.{number}."));
                Refusal { parameter: Some(list.to_owned()), sentence: numbered, ..refusal }
            });
            checked.extend(self.take(tag));
        }
        checked
    }

    /// The tags as a list: not too many, and no key twice.
    pub(crate) fn list<'t>(&mut self, list: &'static str, tags: &'t [Tag<'t>]) -> Option<Tags<'t>> {
        let tags = Tags::new(tags).map_err(|refused| {
            let refusal = Refusal::from(refused);
            let named = refusal.sentence.replace("Tags", list);
            Refusal { parameter: Some(list.to_owned()), sentence: named, ..refusal }
        });
        self.take(tags).filter(|tags| !tags.is_empty())
    }

    /// Refuses whatever was not asked for.
    pub(crate) fn nothing_else(&mut self, sentence: impl Fn(&str) -> String) {
        let names = self.values.texts.keys().chain(self.values.lists.keys());
        let unknown = names.filter(|name| !self.known.contains(&name.as_str()));
        self.refusals.extend(unknown.map(|name| Refusal::of(name, sentence(name))));
    }
}
