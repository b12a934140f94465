//! `{"op":"host"}`: the host of a region, or a host checked.

use aliyun_customer_gateway::{Host, Network, OwnedHost, RegionId};
use serde_json::{Value, json};

use super::Refused;
use super::line::Line;
use crate::refusal::Refusal;

pub(super) fn result(line: &Line) -> Result<Value, Refused> {
    let network = line.optional_text("network")?.map(|network| match network {
        "public" => Ok(Network::Public),
        "vpc" => Ok(Network::Vpc),
        _ => {
            let sentence = format!("unknown network {network:?}: it is public or vpc");
            Err(Refusal::sentence(sentence))
        }
    });
    let network = network.transpose()?;
    match (line.optional_text("region")?, line.optional_text("host")?) {
        (Some(region), None) => {
            let region = RegionId::new(region).map_err(Refusal::from)?;
            let host = OwnedHost::of_region(region, network.unwrap_or(Network::Public));
            Ok(json!({ "host": host.map_err(Refusal::from)?.to_string() }))
        }
        (None, Some(host)) if network.is_none() => {
            Ok(json!({ "host": Host::new(host).map_err(Refusal::from)?.as_str() }))
        }
        (None, Some(_)) => {
            Err(Refusal::sentence("\"network\" goes with \"region\": leave it out").into())
        }
        (Some(_), Some(_)) => {
            Err(Refusal::sentence("\"region\" and \"host\" are both given: leave one out").into())
        }
        (None, None) => Err(Refusal::sentence("\"region\" or \"host\" is missing").into()),
    }
}
