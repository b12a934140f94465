//! The service, as far as its documents tell: its gateways, its tokens, its list.

use std::collections::{HashMap, HashSet};

use super::body::{self, Members, Node, text};
use super::query::{self, Parameters};
use super::random::Random;
use super::world::World;

/// A response before anything happens to it on its way.
#[derive(Clone, Debug)]
pub struct Response {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
    /// The code, where it is a refusal.
    pub code: Option<String>,
}

#[derive(Clone, Debug)]
pub struct Gateway {
    pub id: String,
    pub address: String,
    pub name: Option<String>,
    pub description: Option<String>,
    pub asn: Option<u64>,
    pub tags: Vec<(String, String)>,
    /// The token that created it.
    pub token: String,
    /// Whether no list shows it.
    pub hidden: bool,
}

#[derive(Clone, Debug)]
struct Token {
    at_ms: u64,
    parameters: Parameters,
    result: Result<String, (u16, String)>,
}

#[derive(Clone, Debug)]
pub struct Service {
    pub world: World,
    pub now_ms: u64,
    pub gateways: Vec<Gateway>,
    /// Every gateway that there ever was.
    pub past: Vec<Gateway>,
    tokens: HashMap<String, Token>,
    nonces: HashSet<String>,
    pub session_expired: bool,
    made: u64,
    pub random: Random,
}

/// 2026-11-30T11:00:00Z.
const START_MS: u64 = 1_796_036_400_000;

/// How far a timestamp may be off.
const CLOCK_BOUND_S: u64 = 15 * 60;

impl Service {
    pub fn new(world: World, seed: u64) -> Self {
        let mut service = Self {
            world,
            now_ms: START_MS,
            gateways: Vec::new(),
            past: Vec::new(),
            tokens: HashMap::new(),
            nonces: HashSet::new(),
            session_expired: false,
            made: 0,
            random: Random::new(seed),
        };
        for _ in 0..service.world.others {
            service.make_other();
        }
        service
    }

    /// A gateway of somebody else's at some address.
    pub fn make_other(&mut self) {
        let address = format!("139.32.{}.{}", self.made / 250, self.made % 250 + 1);
        self.make(address, &Parameters::new(), "somebody else's".to_owned());
    }

    /// A gateway of somebody else's at this address, if there is none.
    pub fn make_rival(&mut self, address: &str, hidden: bool) {
        if self.world.unique && self.gateways.iter().any(|gateway| gateway.address == address) {
            return;
        }
        self.make(address.to_owned(), &Parameters::new(), "a rival's".to_owned());
        self.gateways.last_mut().expect("just made").hidden = hidden;
    }

    /// Deletes every gateway at this address.
    pub fn delete_at(&mut self, address: &str) {
        self.gateways.retain(|gateway| gateway.address != address);
    }

    /// Forgets every token.
    pub fn forget(&mut self) {
        self.tokens.clear();
    }

    /// Has a token fail for good, unless it was already good for something.
    pub fn spoil(&mut self, parameters: &Parameters) {
        let at_ms = self.now_ms;
        let failed = (400, "IdempotentFailed".to_owned());
        let token = parameters["ClientToken"].clone();
        let parameters = own(parameters);
        self.tokens.entry(token).or_insert(Token { at_ms, parameters, result: Err(failed) });
    }

    pub fn carry_out(&mut self, parameters: &Parameters) -> Response {
        let xml = parameters["Format"].eq_ignore_ascii_case("xml");
        match self.result(parameters) {
            Ok((root, members)) => {
                let body = body::write(root, members, xml);
                Response { status: 200, headers: Vec::new(), body, code: None }
            }
            Err((status, code)) => failed(status, &code, "The message of the code.", xml),
        }
    }

    fn result(
        &mut self,
        parameters: &Parameters,
    ) -> Result<(&'static str, Members), (u16, String)> {
        let refused = |status, code: &str| Err((status, code.to_owned()));
        if parameters["Signature"].is_empty() {
            return refused(400, "IncompleteSignature");
        }
        if self.session_expired {
            return refused(400, "InvalidSecurityToken.Expired");
        }
        let seconds = (self.now_ms / 1_000) as i64;
        if query::seconds(&parameters["Timestamp"]).abs_diff(seconds) > CLOCK_BOUND_S {
            return refused(400, "InvalidTimeStamp.Expired");
        }
        if !self.nonces.insert(parameters["SignatureNonce"].clone()) {
            return refused(400, "SignatureNonceUsed");
        }
        match parameters["Action"].as_str() {
            "CreateCustomerGateway" => self.create(parameters),
            "DescribeCustomerGateways" => self.list(parameters),
            "ModifyCustomerGatewayAttribute" => self.modify(parameters),
            "DeleteCustomerGateway" => self.delete(parameters),
            _ => refused(404, "InvalidAction.NotFound"),
        }
    }

    fn create(
        &mut self,
        parameters: &Parameters,
    ) -> Result<(&'static str, Members), (u16, String)> {
        let token = parameters["ClientToken"].clone();
        let life = self.world.token_life_ms;
        let known = self.tokens.get(&token);
        let known = known.filter(|known| life.is_none_or(|life| self.now_ms - known.at_ms < life));
        let result = match known {
            Some(known) if known.parameters != own(parameters) => {
                return Err((400, "IdempotentParameterMismatch".to_owned()));
            }
            Some(known) => known.result.clone(),
            None => {
                let result = self.create_anew(parameters, &token);
                if result.is_ok() || self.world.sticky {
                    let (at_ms, parameters) = (self.now_ms, own(parameters));
                    let known = Token { at_ms, parameters, result: result.clone() };
                    self.tokens.insert(token, known);
                }
                result
            }
        };
        let id = result?;
        let gateway = self.past.iter().find(|gateway| gateway.id == id).expect("it was made");
        Ok(("CreateCustomerGatewayResponse", brief(gateway)))
    }

    fn create_anew(
        &mut self,
        parameters: &Parameters,
        token: &str,
    ) -> Result<String, (u16, String)> {
        let address = &parameters["IpAddress"];
        if self.world.unique && self.gateways.iter().any(|gateway| gateway.address == *address) {
            return Err((400, "InvalidIpAddress.AlreadyExist".to_owned()));
        }
        if self.gateways.len() >= self.world.quota {
            return Err((400, "Resource.QuotaFull".to_owned()));
        }
        Ok(self.make(address.clone(), parameters, token.to_owned()))
    }

    fn make(&mut self, address: String, parameters: &Parameters, token: String) -> String {
        self.made += 1;
        let id = format!("cgw-bp1aw0a5nfff03xp{:04}", self.made);
        let tags = tags(parameters, "Tags");
        let gateway = Gateway {
            id: id.clone(),
            address,
            name: parameters.get("Name").cloned(),
            description: parameters.get("Description").cloned(),
            asn: parameters.get("Asn").map(|asn| asn.parse().expect("a number")),
            tags,
            token,
            hidden: false,
        };
        self.past.push(gateway.clone());
        self.gateways.push(gateway);
        id
    }

    fn list(&mut self, parameters: &Parameters) -> Result<(&'static str, Members), (u16, String)> {
        if self.world.list_forbidden {
            return Err((403, "Forbbiden.SubUser".to_owned()));
        }
        if self.world.churn {
            self.churn();
        }
        let number: u64 = parameters["PageNumber"].parse().expect("a number");
        let asked: u64 = parameters["PageSize"].parse().expect("a number");
        let filter = tags(parameters, "Tag");
        let mut listed: Vec<&Gateway> = self.gateways.iter().filter(|one| !one.hidden).collect();
        if self.world.newest_first {
            listed.reverse();
        }
        let all = listed.len();
        listed.retain(|gateway| filter.iter().all(|tag| gateway.tags.contains(tag)));
        let total = if self.world.total_of_all { all } else { listed.len() };

        let size = asked.min(self.world.serve);
        let page = listed.iter().skip(((number - 1) * size) as usize).take(size as usize);
        let page = page.map(|gateway| Node::Members(full(gateway))).collect();
        let mut members: Members = vec![("RequestId", text("E82612A9"))];
        if self.world.says_size {
            members.push(("PageSize", Node::Number(size)));
        }
        members.push(("PageNumber", Node::Number(number)));
        if self.world.says_total {
            members.push(("TotalCount", Node::Number(total as u64)));
        }
        members.push(("CustomerGateways", Node::List("CustomerGateway", page)));
        Ok(("DescribeCustomerGatewaysResponse", members))
    }

    /// Others create and delete.
    pub fn churn(&mut self) {
        if self.random.once_in(2) {
            let theirs = |gateway: &Gateway| gateway.token == "somebody else's";
            let of: Vec<usize> =
                (0..self.gateways.len()).filter(|index| theirs(&self.gateways[*index])).collect();
            if !of.is_empty() {
                let index = self.random.pick(&of);
                self.gateways.remove(index);
            }
        }
        if self.random.once_in(2) {
            self.make_other();
        }
    }

    fn modify(
        &mut self,
        parameters: &Parameters,
    ) -> Result<(&'static str, Members), (u16, String)> {
        let id = &parameters["CustomerGatewayId"];
        let gateway = self.gateways.iter_mut().find(|gateway| gateway.id == *id);
        let gateway = gateway.ok_or((404, NOT_FOUND.to_owned()))?;
        if let Some(name) = parameters.get("Name") {
            gateway.name = Some(name.clone());
        }
        if let Some(description) = parameters.get("Description") {
            gateway.description = Some(description.clone());
        }
        Ok(("ModifyCustomerGatewayAttributeResponse", brief(gateway)))
    }

    fn delete(
        &mut self,
        parameters: &Parameters,
    ) -> Result<(&'static str, Members), (u16, String)> {
        let id = &parameters["CustomerGatewayId"];
        let index = self.gateways.iter().position(|gateway| gateway.id == *id);
        self.gateways.remove(index.ok_or((404, NOT_FOUND.to_owned()))?);
        Ok(("DeleteCustomerGatewayResponse", vec![("RequestId", text("606998F0"))]))
    }
}

const NOT_FOUND: &str = "InvalidCustomerGatewayInstanceId.NotFound";

pub fn failed(status: u16, code: &str, message: &str, xml: bool) -> Response {
    let mut members = vec![("RequestId", text("0C0A6C3F")), ("HostId", text("vpc.aliyuncs.com"))];
    members.push(("Code", text(code)));
    members.push(("Message", text(message)));
    let body = body::write("Error", members, xml);
    Response { status, headers: Vec::new(), body, code: Some(code.to_owned()) }
}

/// What of a request has to be the same for the same token.
fn own(parameters: &Parameters) -> Parameters {
    let names = ["Asn", "AuthKey", "Description", "IpAddress", "Name", "RegionId"];
    let own = |name: &str| names.contains(&name) || name.starts_with("Tags.");
    let own = parameters.iter().filter(|(name, _)| own(name));
    own.map(|(name, value)| (name.clone(), value.clone())).collect()
}

fn tags(parameters: &Parameters, prefix: &str) -> Vec<(String, String)> {
    let tag = |index: u32| {
        let key = parameters.get(&format!("{prefix}.{index}.Key"))?;
        let value = parameters.get(&format!("{prefix}.{index}.Value"));
        Some((key.clone(), value.cloned().unwrap_or_default()))
    };
    (1..=20).map_while(tag).collect()
}

fn brief(gateway: &Gateway) -> Members {
    let mut members = vec![
        ("RequestId", text("D32B3C26")),
        ("IpAddress", text(&gateway.address)),
        ("CustomerGatewayId", text(&gateway.id)),
        ("CreateTime", Node::Number(1_493_363_486_000)),
    ];
    members.extend(gateway.name.as_deref().map(|name| ("Name", text(name))));
    members.extend(gateway.description.as_deref().map(|words| ("Description", text(words))));
    members
}

fn full(gateway: &Gateway) -> Members {
    let mut members = brief(gateway);
    members.remove(0);
    members.extend(gateway.asn.map(|asn| ("Asn", Node::Number(asn))));
    let tag = |(key, value): &(String, String)| {
        Node::Members(vec![("Key", text(key)), ("Value", text(value))])
    };
    let tags = gateway.tags.iter().map(tag).collect();
    members.push(("Tags", Node::List("Tag", tags)));
    members.push(("AuthKey", Node::Null));
    members
}
