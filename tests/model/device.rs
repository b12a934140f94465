//! What a device does between the machine and the network: it builds and signs calls, and keeps what has
//! to be stored.
#![allow(dead_code, unreachable_pub, reason = "shared, and nobody uses all of it")]
#![allow(clippy::pedantic, clippy::arithmetic_side_effects, clippy::expect_used)]
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

use aliyun_customer_gateway::query::Query;
use aliyun_customer_gateway::registration::{ToCall, ToSend};
use aliyun_customer_gateway::{
    AccessKeyId, AccessKeySecret, Asn, AuthKey, ClientToken, CreateCustomerGateway, Credentials,
    Format, IpAddress, Method, Name, RegionId, Registration, RetryAfter, SecurityToken,
    SignatureNonce, Tag, Tags, Timestamp, rpc,
};

use super::model::network::Network;
use super::model::service::Response;

pub struct Device {
    format: Format,
    tags: bool,
    token: u32,
    nonces: u32,
}

const ID: &str = "STS.the-id-of-the-device";
const SECRET: &str = "the-secret-of-the-device";
const SECURITY_TOKEN: &str = "CAIS-the-token-of-the-session";
const AUTH_KEY: &str = "the-key-of-bgp";
const ADDRESS: &str = "101.12.0.12";
const TOKEN: &str = "token-of-the-device-";

impl Device {
    pub fn new(format: Format, tags: bool) -> Self {
        Self { format, tags, token: 1, nonces: 0 }
    }

    pub fn new_token(&mut self) {
        self.token += 1;
    }

    pub fn address(&self) -> &'static str {
        ADDRESS
    }

    pub fn is_ours(&self, token: &str) -> bool {
        token.starts_with(TOKEN)
    }

    /// What no `Debug` may show.
    pub fn secrets(&self) -> [&'static str; 4] {
        [SECRET, SECURITY_TOKEN, AUTH_KEY, TOKEN]
    }

    /// Calls a function with what is asked for.
    pub fn with_wanted<T>(&self, then: impl FnOnce(&CreateCustomerGateway<'_>) -> T) -> T {
        let token = format!("{TOKEN}{}", self.token);
        let tags = [Tag::new("serial", "17 & 4").expect("a tag")];
        let region = RegionId::new("cn-shanghai").expect("a region");
        let wanted =
            CreateCustomerGateway::new(region, IpAddress::new(ADDRESS).expect("an address"))
                .with_client_token(ClientToken::new(&token).expect("a token"))
                .with_name(Name::new("branch-office").expect("a name"))
                .with_bgp(
                    Asn::new("65530").expect("an ASN"),
                    AuthKey::new(AUTH_KEY).expect("a key"),
                );
        if !self.tags {
            return then(&wanted);
        }
        then(&wanted.with_tags(Tags::new(&tags).expect("tags")))
    }

    /// The query to send.
    pub fn query(&mut self, to_send: &ToSend, network: &mut Network) -> String {
        self.nonces += 1;
        let nonce = format!("nonce-{}", self.nonces);
        let credentials = Credentials::temporary(
            AccessKeyId::new(ID).expect("an id"),
            AccessKeySecret::new(SECRET).expect("a secret"),
            SecurityToken::new(SECURITY_TOKEN).expect("a token"),
        );
        self.with_wanted(|wanted| {
            let nonce = SignatureNonce::new(&nonce).expect("a nonce");
            let now = Timestamp::from_unix_seconds(network.clock_s()).expect("a time");
            let call = to_send.call(wanted, nonce, now).with_format(self.format);
            rpc::Signer::new(&credentials).sign(Method::Get, &call).to_string()
        })
    }

    /// Hands a response to the machine.
    pub fn receive(&self, registration: &mut Registration, response: &Response) {
        let asked =
            RetryAfter::from_headers(response.headers.iter().map(|(n, v)| (n, v)), u32::MAX);
        self.with_wanted(|wanted| {
            registration.on_response(wanted, response.status, asked, &response.body);
        });
    }

    /// A call in a few words.
    pub fn shown(&self, to_send: &ToSend) -> String {
        self.with_wanted(|wanted| {
            let ToCall::List(list) = to_send.parameters(wanted) else { return "create".to_owned() };
            let (number, size) =
                (list.page_number().unwrap().get(), list.page_size().unwrap().get());
            let filter = if list.tags().is_empty() { "" } else { " by tag" };
            assert!(Query::new(list).to_string().contains("RegionId=cn-shanghai"));
            format!("list {number}/{size}{filter}")
        })
    }
}

pub fn created() -> Response {
    let body = b"{\"CustomerGatewayId\":\"cgw-1\"}".to_vec();
    Response { status: 200, headers: Vec::new(), body, code: None }
}
