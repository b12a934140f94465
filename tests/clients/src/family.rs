//! A gateway from its creation to its deletion.

use serde_json::{Value, json};

use crate::call::{Call, Report, Way};
use crate::client::Client;
use crate::expected::{self, Documented};
use crate::service::{Keys, LASTING, Service, TEMPORARY};
use crate::table::Table;

/// Characters that an encoding changes, that it must not change, and that some clients forget.
const NAME: &str = "上海 branch +*~/&=%25'()!";
const DESCRIPTION: &str = "\"2nd\" floor; a<b>c, d\\e|f^g`h{i}[j]@k:l#m?$\t𠀀\u{1F3E2}é";
/// The gateway that every client creates.
pub const SHARED_ADDRESS: &str = "8.3.0.1";
pub const SHARED_TOKEN: &str = "shared +*~/";
const RENAMED: &str = "北京.1_2-3";

pub const NOT_FOUND: Documented<'static> = Documented {
    code: "InvalidCustomerGatewayInstanceId.NotFound",
    statuses: &[404],
    message: Some("The specified customer gateway instance id does not exist."),
};

/// One client in one way, with addresses and tokens of its own.
struct Story<'a> {
    client: &'a mut Client,
    way: Way,
    keys: Keys,
    host: &'a str,
    table: &'a mut Table,
}

impl Story<'_> {
    fn call(
        &mut self,
        action: &str,
        parameters: Value,
        sent: &str,
        check: impl Fn(&Client, &Report) -> Option<String>,
    ) -> Report {
        let Self { way, keys, host, .. } = *self;
        let call = Call { action, way, keys, host, parameters };
        let report = self.client.call(&call);
        let wrong = check(self.client, &report);
        self.table.row(self.client, &call, sent, &report, wrong);
        report
    }

    fn succeeds(&mut self, action: &str, parameters: Value, sent: &str, members: Value) -> Report {
        self.call(action, parameters, sent, |_, report| expected::body(report, &members))
    }
}

fn id(report: &Report) -> String {
    let Report::Body(body) = report else { return String::new() };
    body["CustomerGatewayId"].as_str().unwrap_or_default().to_owned()
}

pub fn check(client: &mut Client, number: usize, service: &Service, table: &mut Table) {
    for (index, way) in client.ways.iter().enumerate() {
        for (keys, block) in [(LASTING, 1), (TEMPORARY, 2)] {
            let address = format!("8.{block}.{number}.{index}");
            let token = format!("{number} {index}+{block}*~/");
            let mut story = Story { client, way: *way, keys, host: &service.host, table };
            tell(&mut story, &address, &token);
        }
    }
}

fn tell(story: &mut Story<'_>, address: &str, token: &str) {
    let kind = if story.keys.token.is_some() { "temporary credentials, " } else { "" };
    let sent = |what: &str| format!("{kind}{what}");
    // The client's name and way make the tag unlike any other.
    let serial = format!("{address} of 站/+*~");
    let tags = json!([{ "Key": "serial", "Value": serial }, { "Key": "空 key", "Value": "" }]);
    let create = json!({
        "RegionId": "cn-shanghai", "IpAddress": address, "ClientToken": token, "Name": NAME,
        "Description": DESCRIPTION, "Asn": "65000.1", "Tags": tags,
    });
    let created = json!({ "IpAddress": address, "Name": NAME, "Description": DESCRIPTION });
    let what = sent("Chinese, special characters, tags");
    let report = story.succeeds("CreateCustomerGateway", create.clone(), &what, created.clone());
    let id = id(&report);

    let mut same = created;
    same["CustomerGatewayId"] = json!(id);
    story.succeeds("CreateCustomerGateway", create, &sent("the same token again"), same);

    let one = json!({ "RegionId": "cn-shanghai", "CustomerGatewayId": id });
    let described = json!({
        "CustomerGatewayId": id, "IpAddress": address, "Name": NAME, "Description": DESCRIPTION,
        "Asn": 4_259_840_001_u32, "Tags": { "Tag": tags },
    });
    story.succeeds("DescribeCustomerGateway", one.clone(), &sent("the id"), described.clone());

    let listed = |report: &Report| {
        let page = json!({ "TotalCount": 1, "PageNumber": 1, "PageSize": 3 });
        expected::body(report, &page).or_else(|| {
            let Report::Body(body) = report else { return None };
            let items = body["CustomerGateways"]["CustomerGateway"].as_array();
            let [item] = items?.as_slice() else { return Some("listed more than one".to_owned()) };
            described.as_object()?.iter().find_map(|(name, wanted)| {
                (item[name] != *wanted).then(|| format!("listed {name} as {}", item[name]))
            })
        })
    };
    let filter = json!({
        "RegionId": "cn-shanghai", "PageSize": 3, "PageNumber": 1,
        "Tag": [{ "Key": "serial", "Value": serial }],
    });
    let what = sent("a tag, page 1 of 3 each");
    story.call("DescribeCustomerGateways", filter, &what, |_, report| listed(report));

    let mut modify = one.clone();
    modify["Name"] = json!(RENAMED);
    modify["Description"] = json!("d");
    modify["ClientToken"] = json!(token);
    let modified = json!({ "CustomerGatewayId": id, "Name": RENAMED, "Description": "d" });
    let what = sent("another name and description");
    story.succeeds("ModifyCustomerGatewayAttribute", modify.clone(), &what, modified.clone());
    story.succeeds(
        "ModifyCustomerGatewayAttribute",
        modify,
        &sent("the same token again"),
        modified.clone(),
    );
    story.succeeds("DescribeCustomerGateway", one.clone(), &sent("the id"), modified);

    let mut delete = one.clone();
    delete["ClientToken"] = json!(token);
    story.succeeds("DeleteCustomerGateway", delete.clone(), &sent("the id"), json!({}));
    story.succeeds("DeleteCustomerGateway", delete, &sent("the same token again"), json!({}));
    for action in
        ["DescribeCustomerGateway", "ModifyCustomerGatewayAttribute", "DeleteCustomerGateway"]
    {
        let mut gone = one.clone();
        if action.starts_with('M') {
            gone["Name"] = json!("branch");
        }
        let what = sent("the id of a gateway that was deleted");
        story.call(action, gone, &what, |client, report| {
            expected::failure(client, report, NOT_FOUND)
        });
    }
    let what = sent("the id of a gateway that was deleted");
    story.succeeds("DescribeCustomerGateways", one, &what, json!({ "TotalCount": 0 }));
}

/// Every client gets the same id for the same token, in every way.
pub fn check_shared_token(clients: &mut [Client], service: &Service, table: &mut Table) {
    let create = json!({
        "RegionId": "cn-shanghai", "IpAddress": SHARED_ADDRESS, "ClientToken": SHARED_TOKEN,
        "Name": NAME, "Asn": "65001",
    });
    let mut first = None;
    for client in clients {
        for way in client.ways {
            let (keys, host) = (LASTING, service.host.as_str());
            let call = Call {
                action: "CreateCustomerGateway",
                way: *way,
                keys,
                host,
                parameters: create.clone(),
            };
            let report = client.call(&call);
            let first = first.get_or_insert_with(|| id(&report)).clone();
            let wrong = expected::body(&report, &json!({ "CustomerGatewayId": first }));
            table.row(client, &call, "the token of every client", &report, wrong);
        }
    }
}
