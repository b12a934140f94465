//! Faults that `cgw serve` plays with every request.

use serde_json::json;

use crate::call::{Call, Report};
use crate::client::Client;
use crate::expected::{self, Documented};
use crate::service::{LASTING, Service, TEMPORARY};
use crate::table::Table;

pub fn check(clients: &mut [Client], cgw: &str, table: &mut Table) {
    for (fault, keys, sent, code, statuses) in [
        ("throttle:1:250", LASTING, "one call too many", "Throttling.User", [400, 429]),
        ("error-500:1", LASTING, "what fails in the service", "InternalError", [500, 500]),
        ("skew:1", LASTING, "an old timestamp", "InvalidTimeStamp.Expired", [400, 400]),
        ("expire-token:1", TEMPORARY, "an old token", "InvalidSecurityToken.Expired", [400, 403]),
    ] {
        let service = Service::start(cgw, "current", &["--fault", fault]);
        let documented = Documented { code, statuses: &statuses, message: None };
        for client in &mut *clients {
            for way in client.ways {
                let call = Call {
                    action: "DescribeCustomerGateways",
                    way: *way,
                    keys,
                    host: &service.host,
                    parameters: json!({ "RegionId": "cn-shanghai" }),
                };
                let report = client.call(&call);
                let wrong = expected::failure(client, &report, documented)
                    .or_else(|| pause(client, &report, fault));
                table.row(client, &call, sent, &report, wrong);
            }
        }
    }
}

/// How long the service asks to wait, where the client tells it.
fn pause(client: &Client, report: &Report, fault: &str) -> Option<String> {
    let Report::Failure { retry_after, .. } = report else { return None };
    let asked = fault.strip_prefix("throttle:1:").and_then(|asked| asked.parse().ok());
    let wanted = asked.filter(|_| client.tells_pauses);
    (*retry_after != wanted).then(|| format!("asks to wait for {retry_after:?}, not {wanted:?}"))
}
