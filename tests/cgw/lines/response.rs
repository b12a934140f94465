//! `response` to each action.

use super::*;

/// What a body is read as.
fn read(action: &str, status: u16, body: &str) -> String {
    let line = json!({ "op": "response", "action": action, "status": status, "body": body });
    let mut output = lines(line.to_string().as_bytes());
    assert_eq!(output.len(), 1);
    output.pop().unwrap()
}

/// The samples of the official pages.
#[test]
fn of_each_action() {
    let gateway_json = r#"{"Asn":65535,"RequestId":"A0457BC9-6C0F-4437-AB9D-FB2EABC1D6A2","IpAddress":"139.32.XX.XX","Description":"desctest","CustomerGatewayId":"cgw-bp1pvpl9r9adju6l5****","CreateTime":1492747187000,"Name":"nametest","AuthKey":"AuthKey****","Tags":{"Tag":[{"Key":"TagKey","Value":"TagValue"}]},"ResourceGroupId":"rg-acfmzs372yg****"}"#;
    let gateway_xml = "<DescribeCustomerGatewayResponse><Asn>65535</Asn><RequestId>A0457BC9-6C0F-4437-AB9D-FB2EABC1D6A2</RequestId><IpAddress>139.32.XX.XX</IpAddress><Description>desctest</Description><CustomerGatewayId>cgw-bp1pvpl9r9adju6l5****</CustomerGatewayId><CreateTime>1492747187000</CreateTime><Name>nametest</Name><AuthKey>AuthKey****</AuthKey><ResourceGroupId>rg-acfmzs372yg****</ResourceGroupId><Tags><Key>TagKey</Key><Value>TagValue</Value></Tags></DescribeCustomerGatewayResponse>";
    let gateway = r#"{"gateway":{"CustomerGatewayId":"cgw-bp1pvpl9r9adju6l5****","RequestId":"A0457BC9-6C0F-4437-AB9D-FB2EABC1D6A2","IpAddress":"139.32.XX.XX","Name":"nametest","Description":"desctest","CreateTime":1492747187000,"Asn":65535,"AuthKey":"[redacted]","ResourceGroupId":"rg-acfmzs372yg****","Tags":[{"Key":"TagKey","Value":"TagValue"}]}}"#;
    for body in [gateway_json, gateway_xml] {
        assert_eq!(read("DescribeCustomerGateway", 200, body), gateway);
    }

    let page = r#"{"PageSize":10,"RequestId":"E82612A9-CB90-4D7E-B394-1DB7F6509B29","PageNumber":1,"TotalCount":1,"CustomerGateways":{"CustomerGateway":[{"IpAddress":"139.32.XX.XX","Asn":65530,"Description":"desctest","CustomerGatewayId":"cgw-bp1pvpl9r9adju6l5****","CreateTime":1492747187000,"Name":"nametest","AuthKey":"AuthKey****","Tags":{"Tag":[{"Key":"TagKey","Value":"TagValue"}]},"ResourceGroupId":"rg-acfmzs372yg****"}]}}"#;
    assert_eq!(
        read("DescribeCustomerGateways", 200, page),
        r#"{"page":{"PageNumber":1,"PageSize":10,"TotalCount":1,"RequestId":"E82612A9-CB90-4D7E-B394-1DB7F6509B29","CustomerGateways":[{"CustomerGatewayId":"cgw-bp1pvpl9r9adju6l5****","IpAddress":"139.32.XX.XX","Name":"nametest","Description":"desctest","CreateTime":1492747187000,"Asn":65530,"AuthKey":"[redacted]","ResourceGroupId":"rg-acfmzs372yg****","Tags":[{"Key":"TagKey","Value":"TagValue"}]}]}}"#,
    );
    let page = "<DescribeCustomerGatewaysResponse><PageNumber>1</PageNumber><TotalCount>1</TotalCount><PageSize>10</PageSize><RequestId>5BE01CD7-5A50-472D-AC14-CA181C5C03BE</RequestId><CustomerGateways><CustomerGateway><Name>test</Name><CustomerGatewayId>cgw-bp1pvpl9r9adju6l5****</CustomerGatewayId><CreateTime>1492747187000</CreateTime><IpAddress>139.196.32.xxx</IpAddress></CustomerGateway></CustomerGateways></DescribeCustomerGatewaysResponse>";
    assert_eq!(
        read("DescribeCustomerGateways", 200, page),
        r#"{"page":{"PageNumber":1,"PageSize":10,"TotalCount":1,"RequestId":"5BE01CD7-5A50-472D-AC14-CA181C5C03BE","CustomerGateways":[{"CustomerGatewayId":"cgw-bp1pvpl9r9adju6l5****","IpAddress":"139.196.32.xxx","Name":"test","CreateTime":1492747187000}]}}"#,
    );
    assert_eq!(
        read("DescribeCustomerGateways", 200, r#"{"TotalCount":"0"}"#),
        r#"{"page":{"TotalCount":0,"CustomerGateways":[]}}"#,
    );

    let modified = r#"{"RequestId":"8AA5CE21-2E6A-4530-BDF5-F055849476E6","IpAddress":"139.32.XX.XX","Description":"desctest","CustomerGatewayId":"cgw-bp1pvpl9r9adju6l5****","CreateTime":1492747187000,"Name":"nametest","ResourceGroupId":"rg-acfmzs372yg****"}"#;
    assert_eq!(
        read("ModifyCustomerGatewayAttribute", 200, modified),
        r#"{"modified":{"CustomerGatewayId":"cgw-bp1pvpl9r9adju6l5****","RequestId":"8AA5CE21-2E6A-4530-BDF5-F055849476E6","IpAddress":"139.32.XX.XX","Name":"nametest","Description":"desctest","CreateTime":1492747187000,"ResourceGroupId":"rg-acfmzs372yg****"}}"#,
    );
    for body in [
        r#"{"RequestId":"606998F0-B94D-48FE-8316-ACA81BB230DA"}"#,
        "<DeleteCustomerGatewayResesponse><RequestId>606998F0-B94D-48FE-8316-ACA81BB230DA</RequestId></DeleteCustomerGatewayResesponse>",
    ] {
        assert_eq!(
            read("DeleteCustomerGateway", 200, body),
            r#"{"deleted":{"RequestId":"606998F0-B94D-48FE-8316-ACA81BB230DA"}}"#,
        );
    }
}

#[test]
fn damaged() {
    let page = r#"{"TotalCount":2,"CustomerGateways":{"CustomerGateway":[{"CustomerGatewayId":"cgw-1","Asn":"x"},{"CustomerGatewayId":"cgw-2","Tags":{"Tag":[{"Key":"k","Value":7}]}}]},"PageSize":-1}"#;
    let output: Value = serde_json::from_str(&read("DescribeCustomerGateways", 200, page)).unwrap();
    let page = output["page"].as_object().unwrap();
    assert_eq!(page["TotalCount"], 2);
    assert_eq!(page.get("PageSize"), None);
    let sentence = |value: &Value| value["Damaged"].as_str().unwrap_or_default().to_owned();
    assert!(sentence(&output["page"]).contains("PageSize"), "{output}");
    let gateways = page["CustomerGateways"].as_array().unwrap();
    assert_eq!(gateways.len(), 2, "{output}");
    assert_eq!(gateways[0]["CustomerGatewayId"], "cgw-1");
    assert_eq!(gateways[0].get("Asn"), None);
    assert!(sentence(&gateways[0]).contains("Asn"), "{output}");
    assert_eq!(gateways[1]["CustomerGatewayId"], "cgw-2");

    let gateway = r#"{"CustomerGatewayId":"cgw-1","CreateTime":"now"}"#;
    let output = read("DescribeCustomerGateway", 200, gateway);
    let start = r#"{"gateway":{"CustomerGatewayId":"cgw-1","Damaged":"CreateTime at byte "#;
    assert!(output.starts_with(start), "{output}");
    let output = read("DeleteCustomerGateway", 200, r#"{"RequestId":"1"}]"#);
    assert!(output.starts_with(r#"{"deleted":{"RequestId":"1","Damaged":""#), "{output}");
}

/// A failure is one whatever the action, and a success of one is none of another.
#[test]
fn of_another_action() {
    for action in [
        "CreateCustomerGateway",
        "DescribeCustomerGateways",
        "DescribeCustomerGateway",
        "ModifyCustomerGatewayAttribute",
        "DeleteCustomerGateway",
    ] {
        assert_eq!(
            read(action, 400, r#"{"Code":"Throttling"}"#),
            r#"{"failed":{"Code":"Throttling","Known":true,"Retry":"after a pause, with the same ClientToken","RetryKind":"pause"}}"#,
        );
        let deleted = read(action, 200, r#"{"RequestId":"1"}"#);
        assert_eq!(deleted.starts_with(r#"{"deleted""#), action.starts_with("Delete"), "{deleted}");
    }
    let error = read("DescribeVpcs", 200, "{}");
    assert!(error.contains(r#""DescribeVpcs\" is no action of this tool"#), "{error}");
}

/// A response has the key of BGP in clear text.
#[test]
fn a_key_of_bgp_does_not_come_back() {
    let key = "kEyThatNobodyMaySee";
    for (action, body) in [
        ("DescribeCustomerGateway", format!(r#"{{"CustomerGatewayId":"c","AuthKey":"{key}"}}"#)),
        (
            "DescribeCustomerGateway",
            format!("<R><CustomerGatewayId>c</CustomerGatewayId><AuthKey>{key}</AuthKey></R>"),
        ),
        (
            "DescribeCustomerGateways",
            format!(
                r#"{{"CustomerGateways":{{"CustomerGateway":[{{"CustomerGatewayId":"c","AuthKey":"{key}"}}]}}}}"#
            ),
        ),
        (
            "DescribeCustomerGateways",
            format!(
                r#"{{"CustomerGateways":{{"CustomerGateway":[{{"AuthKey":"{key}\ud800"}}]}}}}"#
            ),
        ),
        ("CreateCustomerGateway", format!(r#"{{"CustomerGatewayId":"c","AuthKey":"{key}"}}"#)),
    ] {
        let output = read(action, 200, &body);
        assert!(!output.contains(key) && !output.contains("kEy"), "{output}");
        let shown =
            run_with(&[], &["response", "--status", "200", "--action", action], body.as_bytes());
        assert_eq!((shown.code, shown.stderr.as_str()), (0, ""));
        assert!(!shown.stdout.contains("kEy"), "{}", shown.stdout);
    }
}
