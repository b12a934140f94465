//! The parameters of a request as options of the command line.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use aliyun_customer_gateway::Edition;

use crate::actions::Kind;
use crate::environment;
use crate::escape;
use crate::given::Values;
use crate::refusal::Refusal;

#[derive(clap::Args)]
pub(crate) struct ParameterOptions {
    /// The action of the service.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) action: Kind,
    /// Which edition of the rules checks the values, 2020-11 or current: see `cgw help editions`.
    #[arg(long, default_value_t)]
    pub(crate) edition: Edition,
    /// The region, such as cn-shanghai.
    #[arg(long = "region", value_name = "REGION_ID", allow_hyphen_values = true)]
    region_id: Option<String>,
    /// The IPv4 address of the on-premises VPN gateway.
    #[arg(long = "ip", value_name = "IP_ADDRESS", allow_hyphen_values = true)]
    ip_address: Option<String>,
    /// The token that makes the request idempotent: the same on every try.
    #[arg(long, allow_hyphen_values = true)]
    client_token: Option<String>,
    /// The name.
    #[arg(long, allow_hyphen_values = true)]
    name: Option<String>,
    /// The description.
    #[arg(long, allow_hyphen_values = true)]
    description: Option<String>,
    /// The autonomous system number, such as 10001 or 123.456.
    #[arg(long, allow_hyphen_values = true)]
    asn: Option<String>,
    /// The authentication key of BGP. Other users may see it in the list of processes: better give
    /// it in a file or a variable.
    #[arg(long, allow_hyphen_values = true, group = "auth_keys")]
    auth_key: Option<String>,
    /// A file whose only line is the authentication key of BGP.
    #[arg(long, value_name = "FILE", group = "auth_keys")]
    auth_key_file: Option<PathBuf>,
    /// An environment variable with the authentication key of BGP.
    #[arg(long, value_name = "NAME", group = "auth_keys")]
    auth_key_env: Option<String>,
    /// A tag of the gateway, or one that a listing is filtered by; once for each.
    #[arg(long = "tag", value_name = "KEY=VALUE", allow_hyphen_values = true)]
    tags: Vec<String>,
    /// The resource group.
    #[arg(long, allow_hyphen_values = true)]
    resource_group_id: Option<String>,
    /// The id of a gateway, such as cgw-bp1pvpl9r9adju6l5.
    #[arg(long, allow_hyphen_values = true)]
    customer_gateway_id: Option<String>,
    /// Which page of a listing, from 1.
    #[arg(long, allow_hyphen_values = true)]
    page_number: Option<String>,
    /// How many gateways a page holds, 1 to 50.
    #[arg(long, allow_hyphen_values = true)]
    page_size: Option<String>,
}

impl ParameterOptions {
    /// The values that were given, by the names of their parameters.
    pub(crate) fn values(&self, refusals: &mut Vec<Refusal>) -> Values {
        let auth_key = self.auth_key().unwrap_or_else(|refusal| {
            refusals.push(refusal);
            None
        });
        let options = [
            ("RegionId", &self.region_id),
            ("IpAddress", &self.ip_address),
            ("ClientToken", &self.client_token),
            ("Name", &self.name),
            ("Description", &self.description),
            ("Asn", &self.asn),
            ("AuthKey", &auth_key),
            ("ResourceGroupId", &self.resource_group_id),
            ("CustomerGatewayId", &self.customer_gateway_id),
            ("PageNumber", &self.page_number),
            ("PageSize", &self.page_size),
        ];
        let given = options.into_iter().filter_map(|(name, text)| Some((name, text.as_ref()?)));
        let texts = given.map(|(name, text)| (name.to_owned(), text.clone())).collect();
        let tag = |tag: &String| {
            let (key, value) = tag.split_once('=').unwrap_or((tag, ""));
            (key.to_owned(), value.to_owned())
        };
        let tags: Vec<_> = self.tags.iter().map(tag).collect();
        let lists = match self.action.list().unwrap_or("Tags") {
            _ if tags.is_empty() => BTreeMap::new(),
            list => BTreeMap::from([(list.to_owned(), tags)]),
        };
        Values { texts, lists }
    }

    /// The key of BGP, wherever it is.
    fn auth_key(&self) -> Result<Option<String>, Refusal> {
        match (&self.auth_key, &self.auth_key_file, &self.auth_key_env) {
            (Some(key), ..) => Ok(Some(key.clone())),
            (None, Some(file), _) => key_of_file(file).map(Some),
            (None, None, Some(name)) => environment::required(name, "--auth-key-env").map(Some),
            (None, None, None) => Ok(None),
        }
    }
}

/// The text of a file, without the end of its line.
fn key_of_file(file: &Path) -> Result<String, Refusal> {
    let path = file.display().to_string();
    let path = escape::Shown(&path);
    let text = std::fs::read(file)
        .map_err(|error| Refusal::unreadable(format!("{path} cannot be read: {error}")))?;
    let text = String::from_utf8(text)
        .map_err(|_| Refusal::of("AuthKey", format!("{path} is not UTF-8")))?;
    let line = text.strip_suffix('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
    Ok(line.unwrap_or(&text).to_owned())
}
