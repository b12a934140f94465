//! `query` and `sign` for each action, by each edition.

use super::*;

const GATEWAY: &str = r#""RegionId":"r","CustomerGatewayId":"cgw-1""#;

/// The line of a query, and what comes out.
fn assert_queries(cases: &[(&str, &str, &str)]) {
    let lines: Vec<_> = cases
        .iter()
        .map(|(members, parameters, _)| {
            let parameters = parameters.replace("GATEWAY", GATEWAY);
            format!(r#"{{"op":"query",{members}"parameters":{{{parameters}}}}}"#)
        })
        .collect();
    let expected: Vec<_> = cases
        .iter()
        .map(|(_, _, expected)| match expected.strip_prefix("Action=") {
            Some(query) => json!({ "query": format!("Action={query}") }).to_string(),
            None => format!(r#"{{"error":{expected}}}"#),
        })
        .collect();
    let pairs: Vec<_> =
        lines.iter().map(String::as_str).zip(expected.iter().map(String::as_str)).collect();
    assert_lines(&pairs);
}

const DESCRIBE: &str = r#""action":"DescribeCustomerGateway","#;
const LIST: &str = r#""action":"DescribeCustomerGateways","#;
const MODIFY: &str = r#""action":"ModifyCustomerGatewayAttribute","#;
const DELETE: &str = r#""action":"DeleteCustomerGateway","#;
const CURRENT: &str = r#""edition":"current","#;

#[test]
fn each_action() {
    assert_queries(&[
        (
            r#""action":"CreateCustomerGateway","edition":"2020-11","#,
            r#""RegionId":"r","IpAddress":"1.1.1.1""#,
            "Action=CreateCustomerGateway&IpAddress=1.1.1.1&RegionId=r",
        ),
        (
            r#""action":null,"edition":null,"#,
            r#""RegionId":"r","IpAddress":"1.1.1.1","Action":"CreateCustomerGateway""#,
            "Action=CreateCustomerGateway&IpAddress=1.1.1.1&RegionId=r",
        ),
        (DESCRIBE, "GATEWAY", "Action=DescribeCustomerGateway&CustomerGatewayId=cgw-1&RegionId=r"),
        (
            DELETE,
            r#"GATEWAY,"ClientToken":"t""#,
            "Action=DeleteCustomerGateway&ClientToken=t&CustomerGatewayId=cgw-1&RegionId=r",
        ),
        (
            MODIFY,
            r#"GATEWAY,"ClientToken":"t","Name":"new","Description":"New""#,
            "Action=ModifyCustomerGatewayAttribute&ClientToken=t&CustomerGatewayId=cgw-1\
             &Description=New&Name=new&RegionId=r",
        ),
        (LIST, r#""RegionId":"r""#, "Action=DescribeCustomerGateways&RegionId=r"),
        (
            LIST,
            r#"GATEWAY,"PageNumber":2,"PageSize":"50","ResourceGroupId":"rg-1","Tag":[{"Key":"k"}]"#,
            "Action=DescribeCustomerGateways&CustomerGatewayId=cgw-1&PageNumber=2&PageSize=50\
             &RegionId=r&ResourceGroupId=rg-1&Tag.1.Key=k&Tag.1.Value=",
        ),
    ]);
}

#[test]
fn the_current_edition() {
    let tags: Vec<_> = (1..=10).map(|n| format!(r#"{{"Value":"v{n}","Key":"k{n}"}}"#)).collect();
    let tags = format!(r#""RegionId":"r","IpAddress":"10.0.0.1","Tags":[{}]"#, tags.join(","));
    let encoded = [1, 10, 2, 3, 4, 5, 6, 7, 8, 9]
        .map(|n| format!("&Tags.{n}.Key=k{n}&Tags.{n}.Value=v{n}"))
        .concat();
    let encoded = format!("Action=CreateCustomerGateway&IpAddress=10.0.0.1&RegionId=r{encoded}");
    assert_queries(&[
        (CURRENT, &tags, &encoded),
        (
            CURRENT,
            r#""RegionId":"r","IpAddress":"1.1.1.1","Asn":1,"AuthKey":"kEy","Name":"2nd floor","ResourceGroupId":"rg-1""#,
            "Action=CreateCustomerGateway&Asn=1&AuthKey=kEy&IpAddress=1.1.1.1&Name=2nd%20floor\
             &RegionId=r&ResourceGroupId=rg-1",
        ),
        (
            r#""action":"ModifyCustomerGatewayAttribute","edition":"current","#,
            r#"GATEWAY,"AuthKey":"kEy""#,
            "Action=ModifyCustomerGatewayAttribute&AuthKey=kEy&CustomerGatewayId=cgw-1&RegionId=r",
        ),
        // An empty list is as good as none.
        (
            CURRENT,
            r#""RegionId":"r","IpAddress":"1.1.1.1","Tags":[]"#,
            "Action=CreateCustomerGateway&IpAddress=1.1.1.1&RegionId=r",
        ),
    ]);
}

#[test]
fn refusals() {
    const MINIMAL: &str = r#""RegionId":"r","IpAddress":"1.1.1.1","#;
    let create = |rest: &str| format!("{MINIMAL}{rest}");
    assert_queries(&[
        (
            r#""action":"DescribeVpcs","#,
            "",
            r#"{"parameter":"Action","sentence":"\"DescribeVpcs\" is no action of this tool: it has CreateCustomerGateway, DescribeCustomerGateways, DescribeCustomerGateway, ModifyCustomerGatewayAttribute, DeleteCustomerGateway","code":null}"#,
        ),
        (
            r#""edition":"2021","#,
            "",
            r#"{"parameter":null,"sentence":"\"edition\" is \"2021\": unknown edition: write 2020-11 or current","code":null}"#,
        ),
        (
            DESCRIBE,
            r#""RegionId":"r""#,
            r#"{"parameter":"CustomerGatewayId","sentence":"CustomerGatewayId is missing: every request has one","code":null}"#,
        ),
        (
            DELETE,
            r#"GATEWAY,"Action":"CreateCustomerGateway""#,
            r#"{"parameter":"Action","sentence":"Action is not DeleteCustomerGateway: leave it out","code":null}"#,
        ),
        (
            DELETE,
            r#"GATEWAY,"Name":"n""#,
            r#"{"parameter":"Name","sentence":"Name is not a parameter of DeleteCustomerGateway","code":null}"#,
        ),
        (
            LIST,
            r#""RegionId":"r","PageSize":51"#,
            r#"{"parameter":"PageSize","sentence":"number at byte 0 of PageSize is too large: it goes up to 50","code":null}"#,
        ),
        (
            LIST,
            r#""RegionId":"r","PageNumber":1.5"#,
            r#"{"parameter":"PageNumber","sentence":"PageNumber has a fraction or an exponent, or is too large: write it as a string","code":null}"#,
        ),
        (
            LIST,
            r#""RegionId":"r","Tags":[{"Key":"k"}]"#,
            r#"{"parameter":"Tags","sentence":"Tags is not a parameter of DescribeCustomerGateways: its tags are Tag","code":null}"#,
        ),
        (
            LIST,
            r#""RegionId":"r","Tag":[{"Key":"k"},{"Key":"acs:"}]"#,
            r#"{"parameter":"Tag","sentence":"Tag.2.Key starts with \"acs:\": leave the prefix out","code":"InvalidParameter.TagKey"}"#,
        ),
        (
            "",
            &create(r#""Tags":[{"Key":"k"}]"#),
            r#"{"parameter":"Tags","sentence":"Tags is not a parameter of edition 2020-11: leave it out, or use edition current","code":null}"#,
        ),
        (
            "",
            &create(r#""Tags.1.Key":"k""#),
            r#"{"parameter":"Tags.1.Key","sentence":"Tags.1.Key is part of a list: write Tags as [{\"Key\":\"..\",\"Value\":\"..\"}]","code":null}"#,
        ),
        (
            CURRENT,
            &create(r#""Tags":"k""#),
            r#"{"parameter":"Tags","sentence":"Tags is not a list of tags","code":null}"#,
        ),
        (
            CURRENT,
            &create(r#""Tags":["k"]"#),
            r#"{"parameter":"Tags","sentence":"Tags.1 is not an object","code":null}"#,
        ),
        (
            CURRENT,
            &create(r#""Tags":[{"Key":"k"},{"Value":"v"}]"#),
            r#"{"parameter":"Tags","sentence":"Tags.2 has no Key","code":null}"#,
        ),
        (
            CURRENT,
            &create(r#""Tags":[{"Key":"k","key":"k"}]"#),
            r#"{"parameter":"Tags","sentence":"Tags.1 has a member \"key\": it takes Key and Value","code":null}"#,
        ),
        (
            CURRENT,
            &create(r#""Tags":[{"Key":"k","Value":1}]"#),
            r#"{"parameter":"Tags","sentence":"Tags.1 has a Value that is not a string","code":null}"#,
        ),
        (
            CURRENT,
            &create(r#""Tags":[{"Key":"k"},{"Key":"k"}]"#),
            r#"{"parameter":"Tags","sentence":"Tags.1.Key is duplicated in Tags.2.Key: give each tag a key of its own","code":"Duplicated.TagKey"}"#,
        ),
        (
            CURRENT,
            &create(r#""AuthKey":"kEy""#),
            r#"{"parameter":"AuthKey","sentence":"AuthKey needs an Asn: give the number of your own network as well","code":"OperationDenied.MissingAsn"}"#,
        ),
    ]);
}

/// A key of BGP that is refused does not come back.
#[test]
fn a_key_of_bgp_does_not_come_back() {
    let key = "kEyThatNobodyMaySee";
    for wrong in [format!("{key} "), format!("{key}?"), format!("{key}é"), key.repeat(4)] {
        for edition in ["2020-11", "current"] {
            let line = json!({ "op": "query", "edition": edition, "parameters": {
                "RegionId": "r", "IpAddress": "1.1.1.1", "Asn": 1, "AuthKey": wrong,
            } });
            let output = lines(line.to_string().as_bytes());
            assert!(output[0].contains("AuthKey") && !output[0].contains(key), "{}", output[0]);
        }
    }
}

#[test]
fn an_action_is_signed() {
    let line = json!({
        "op": "sign", "action": "DeleteCustomerGateway", "method": "GET", "secret": "testsecret",
        "parameters": { "RegionId": "r", "CustomerGatewayId": "cgw-1" },
        "common": {
            "AccessKeyId": "testid", "SignatureNonce": "n", "Timestamp": "2024-01-02T03:04:05Z",
        },
    });
    let output = lines(line.to_string().as_bytes());
    let output: Value = serde_json::from_str(&output[0]).unwrap();
    let query = "AccessKeyId=testid&Action=DeleteCustomerGateway&CustomerGatewayId=cgw-1\
                 &Format=JSON&RegionId=r&SignatureMethod=HMAC-SHA1&SignatureNonce=n\
                 &SignatureVersion=1.0&Timestamp=2024-01-02T03%3A04%3A05Z&Version=2016-04-28";
    assert_eq!(output["query"], query);
    // The same parameters as they are.
    let parameters: Map<_, _> = query
        .split('&')
        .map(|pair| pair.split_once('=').unwrap())
        .map(|(name, value)| (name.to_owned(), value.replace("%3A", ":").into()))
        .collect();
    let line = json!({
        "op": "rpc", "method": "GET", "secret": "testsecret", "parameters": parameters,
    });
    let same: Value = serde_json::from_str(&lines(line.to_string().as_bytes())[0]).unwrap();
    assert_eq!(output["signature"], same["signature"]);
    assert_eq!(output["string_to_sign"], same["string_to_sign"]);
}
