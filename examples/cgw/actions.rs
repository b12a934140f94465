//! Requests made of texts by the names of their parameters, as the command line and lines of JSON
//! give them.

use std::collections::BTreeMap;

use aliyun_customer_gateway::{
    Action as _, Asn, ClientToken, CreateCustomerGateway, Description, Edition, InvalidParameter,
    IpAddress, Name, RegionId,
};

use crate::refusal::Refusal;

/// The texts, and every refusal so far.
pub(crate) struct Given<'a> {
    texts: &'a BTreeMap<String, String>,
    /// The parameters that the action asked for.
    known: Vec<&'static str>,
    pub(crate) refusals: Vec<Refusal>,
}

impl<'a> Given<'a> {
    pub(crate) fn new(texts: &'a BTreeMap<String, String>) -> Self {
        Self { texts, known: Vec::new(), refusals: Vec::new() }
    }

    /// A value that may be absent, and is when it was refused.
    pub(crate) fn optional<T>(
        &mut self,
        name: &'static str,
        new: impl FnOnce(&'a str) -> Result<T, InvalidParameter>,
    ) -> Option<T> {
        self.known.push(name);
        match new(self.texts.get(name)?) {
            Ok(value) => Some(value),
            Err(refused) => {
                self.refusals.push(refused.into());
                None
            }
        }
    }

    /// A value that has to be there: the lack of it is a refusal.
    pub(crate) fn required<T>(
        &mut self,
        name: &'static str,
        new: impl FnOnce(&'a str) -> Result<T, InvalidParameter>,
    ) -> Option<T> {
        if !self.texts.contains_key(name) {
            self.refusals.push(Refusal::missing(name));
        }
        self.optional(name, new)
    }

    /// A value that may be absent, but is no other than this one.
    pub(crate) fn constant(&mut self, name: &'static str, value: &str) {
        self.known.push(name);
        if self.texts.get(name).is_some_and(|text| text != value) {
            let sentence = format!("{name} is not {value}: leave it out");
            self.refusals.push(Refusal::of(name, sentence));
        }
    }

    /// Refuses whatever was not asked for.
    pub(crate) fn nothing_else(&mut self, sentence: impl Fn(&str) -> String) {
        for name in self.texts.keys() {
            if !self.known.contains(&name.as_str()) {
                self.refusals.push(Refusal::of(name, sentence(name)));
            }
        }
    }
}

/// The parameters of a request; every value that is wrong is refused.
pub(crate) fn create(
    texts: &BTreeMap<String, String>,
    private: bool,
) -> Result<CreateCustomerGateway<'_>, Vec<Refusal>> {
    let mut given = Given::new(texts);
    let edition = if private { Edition::Current } else { Edition::November2020 };
    let address = |text| IpAddress::new_in(text, edition);
    let region_id = given.required("RegionId", RegionId::new);
    let ip_address = given.required("IpAddress", address);
    let client_token = given.optional("ClientToken", ClientToken::new);
    let name = given.optional("Name", Name::new);
    let description = given.optional("Description", Description::new);
    let asn = given.optional("Asn", Asn::new);
    given.constant("Action", CreateCustomerGateway::NAME);
    given.nothing_else(|name| format!("{name} is not a parameter of CreateCustomerGateway"));

    let (Some(region_id), Some(ip_address), []) = (region_id, ip_address, &*given.refusals) else {
        return Err(given.refusals);
    };
    let mut request = CreateCustomerGateway::new(region_id, ip_address);
    if let Some(client_token) = client_token {
        request = request.with_client_token(client_token);
    }
    if let Some(name) = name {
        request = request.with_name(name);
    }
    if let Some(description) = description {
        request = request.with_description(description);
    }
    if let Some(asn) = asn {
        request = request.with_asn(asn);
    }
    Ok(request)
}
