//! Calls that the service refuses.

use serde_json::{Value, json};

use crate::call::Call;
use crate::client::Client;
use crate::expected::{self, Documented};
use crate::family::{NOT_FOUND, SHARED_ADDRESS, SHARED_TOKEN};
use crate::service::{Keys, LASTING, Service, TEMPORARY};
use crate::table::Table;

const fn documented(code: &'static str, message: &'static str) -> Documented<'static> {
    Documented { code, statuses: &[400], message: Some(message) }
}

/// A code of the service's gateway, whose messages are not documented.
const fn of_gateway(code: &'static str, statuses: &'static [u64]) -> Documented<'static> {
    Documented { code, statuses, message: None }
}

const WRONG_FORMAT: Documented<'static> =
    documented("InvalidIpAddress.WrongFormat", "Specified IpAddress is invalid.");
const NAME: Documented<'static> = documented("InvalidName", "The name is not valid");
const DESCRIPTION: Documented<'static> =
    documented("InvalidDescription", "The description is not valid");
const ASN: Documented<'static> = documented("IllegalParam.Asn", "The specified Asn is invalid.");
const TAG_KEY: Documented<'static> =
    documented("InvalidParameter.TagKey", "The specified parameter TagKey is invalid.");
const TAG_VALUE: Documented<'static> =
    documented("InvalidParameter.TagValue", "The specified parameter TagValue is invalid.");
const TAKEN: Documented<'static> =
    documented("InvalidIpAddress.AlreadyExist", "Specified IpAddress is already exist.");
const NO_ASN: Documented<'static> = documented(
    "OperationDenied.MissingAsn",
    "The autonomous system number of the customer gateway is mandatory when BGP authentication \
     key is specified.",
);
const AUTH_KEY: Documented<'static> = documented(
    "InvalidAuthkey.Malformed",
    "The specified BGP authentication key (%s) is malformed.",
);
const TAGS: Documented<'static> =
    documented("SizeLimitExceeded.TagNum", "The maximum number of tags is exceeded.");
const DUPLICATED: Documented<'static> =
    documented("Duplicated.TagKey", "The specified parameter TagKey is duplicated.");

const MISMATCH: Documented<'static> = of_gateway("IdempotentParameterMismatch", &[400]);
const MISSING_ADDRESS: Documented<'static> = of_gateway("MissingIpAddress", &[400]);
const NOT_MATCHED: Documented<'static> = of_gateway("SignatureDoesNotMatch", &[400, 403]);
const NO_SUCH_ID: Documented<'static> = of_gateway("InvalidAccessKeyId.NotFound", &[400, 404]);
const WRONG_TOKEN: Documented<'static> = of_gateway("InvalidSecurityToken.Malformed", &[400, 403]);
const NO_TOKEN: Documented<'static> = of_gateway("MissingSecurityToken", &[400, 403]);
/// What a client makes of `SignatureDoesNotMatch` where its own string to sign is the one that the
/// service echoes.
const WRONG_SECRET: Documented<'static> = of_gateway("InvalidAccessKeySecret", &[400]);

fn tags(count: usize) -> Value {
    (1..=count).map(|number| json!({ "Key": format!("k{number}"), "Value": "v" })).collect()
}

/// What is changed in a creation that would succeed, and what is documented then.
fn creations() -> Vec<(&'static str, Value, Documented<'static>)> {
    let long = |count| "长".repeat(count);
    let tag = |key: &str, value: &str| json!({ "Tags": [{ "Key": key, "Value": value }] });
    vec![
        ("IpAddress 101.12.0.300", json!({ "IpAddress": "101.12.0.300" }), WRONG_FORMAT),
        ("IpAddress 2001:db8::1", json!({ "IpAddress": "2001:db8::1" }), WRONG_FORMAT),
        ("IpAddress with a space", json!({ "IpAddress": "101.12.0.12 " }), WRONG_FORMAT),
        ("a Name with http:// in front", json!({ "Name": "http://a" }), NAME),
        ("a Name of 101 characters", json!({ "Name": long(101) }), NAME),
        (
            "a Description with https:// in front",
            json!({ "Description": "https://a" }),
            DESCRIPTION,
        ),
        ("a Description of 101 characters", json!({ "Description": long(101) }), DESCRIPTION),
        ("Asn 45104", json!({ "Asn": "45104" }), ASN),
        ("Asn 0", json!({ "Asn": "0" }), ASN),
        ("Asn 4294967296", json!({ "Asn": "4294967296" }), ASN),
        ("an AuthKey without Asn", json!({ "AuthKey": "secret" }), NO_ASN),
        ("an AuthKey with a space", json!({ "Asn": "1", "AuthKey": "a b" }), AUTH_KEY),
        ("a tag whose key starts with aliyun", tag("aliyun", "v"), TAG_KEY),
        ("a tag whose value has http:// in it", tag("k", "a http://b"), TAG_VALUE),
        ("21 tags", json!({ "Tags": tags(21) }), TAGS),
        (
            "two tags with one key",
            json!({ "Tags": [{ "Key": "k", "Value": "1" }, { "Key": "k", "Value": "2" }] }),
            DUPLICATED,
        ),
    ]
}

fn with(base: &Value, change: &Value) -> Value {
    let mut changed = base.clone();
    for (name, value) in change.as_object().into_iter().flatten() {
        changed[name] = value.clone();
    }
    changed
}

pub fn check(client: &mut Client, number: usize, service: &Service, table: &mut Table) {
    for (index, way) in client.ways.iter().enumerate() {
        let host = service.host.as_str();
        // Some clients hold their own string to sign against the one that is echoed.
        let wrong = if client.knows_wrong_secrets { WRONG_SECRET } else { NOT_MATCHED };
        let refuses_missing_tokens = client.refuses_missing_tokens();
        let mut refuse = |keys, action, parameters, sent: &str, documented| {
            let call = Call { action, way: *way, keys, host, parameters };
            let report = client.call(&call);
            let fault = expected::failure(client, &report, documented);
            table.row(client, &call, sent, &report, fault);
        };
        let action = "CreateCustomerGateway";
        let region = json!({ "RegionId": "cn-shanghai" });
        let create = with(&region, &json!({ "IpAddress": format!("8.4.{number}.{index}") }));
        for (sent, change, documented) in creations() {
            refuse(LASTING, action, with(&create, &change), sent, documented);
        }
        refuse(LASTING, action, region.clone(), "no IpAddress", MISSING_ADDRESS);
        // One that was created in the shared story.
        let taken =
            with(&region, &json!({ "IpAddress": SHARED_ADDRESS, "ClientToken": "another" }));
        refuse(LASTING, action, taken, "an address that is taken", TAKEN);
        let other = with(&create, &json!({ "ClientToken": SHARED_TOKEN }));
        refuse(LASTING, action, other, "a token that came with another address", MISMATCH);

        let action = "ModifyCustomerGatewayAttribute";
        let gone = with(&region, &json!({ "CustomerGatewayId": "cgw-nobody" }));
        for (sent, change, documented) in [
            ("a Name with http:// in front", json!({ "Name": "http://a" }), NAME),
            (
                "a Description of 101 characters",
                json!({ "Description": "d".repeat(101) }),
                DESCRIPTION,
            ),
        ] {
            refuse(LASTING, action, with(&gone, &change), sent, documented);
        }
        let action = "DescribeCustomerGateway";
        refuse(LASTING, action, gone.clone(), "an id that there is not", NOT_FOUND);

        for (keys, sent, documented) in [
            (Keys { secret: "wrong", ..LASTING }, "a wrong secret", wrong),
            (
                Keys { secret: "wrong", ..TEMPORARY },
                "a wrong secret of temporary credentials",
                wrong,
            ),
            (Keys { id: "nobody", ..LASTING }, "an id that nobody has", NO_SUCH_ID),
            (Keys { token: Some("wrong"), ..TEMPORARY }, "a wrong SecurityToken", WRONG_TOKEN),
        ] {
            refuse(keys, action, gone.clone(), sent, documented);
        }
        if !refuses_missing_tokens {
            let keys = Keys { token: None, ..TEMPORARY };
            refuse(keys, action, gone, "temporary credentials without their token", NO_TOKEN);
        }
    }
}

/// What the edition of November 2020 refuses, and today's does not.
pub fn check_contract(client: &mut Client, service: &Service, table: &mut Table) {
    let way = client.ways[0];
    for (sent, change, documented) in [
        ("2020-11, a private IpAddress", json!({ "IpAddress": "10.0.0.1" }), WRONG_FORMAT),
        ("2020-11, a Name of one character", json!({ "Name": "A" }), NAME),
        ("2020-11, a Name with a space", json!({ "Name": "branch office" }), NAME),
        (
            "2020-11, a Description that starts with a digit",
            json!({ "Description": "2nd" }),
            DESCRIPTION,
        ),
    ] {
        let parameters =
            with(&json!({ "RegionId": "cn-shanghai", "IpAddress": "8.5.0.1" }), &change);
        let (action, host) = ("CreateCustomerGateway", service.host.as_str());
        let call = Call { action, way, keys: LASTING, host, parameters };
        let report = client.call(&call);
        let wrong = expected::failure(client, &report, documented);
        table.row(client, &call, sent, &report, wrong);
    }
}
