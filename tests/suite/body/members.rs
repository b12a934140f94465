//! Which members are read, under which names.

use aliyun_customer_gateway::escaped::{EscapeFault, EscapedStr};
use aliyun_customer_gateway::response::{Fault, NotAResponse};

use super::{created, failed, members_of_created, members_of_failed, refused};

#[test]
fn names_that_are_almost_a_members() {
    for name in ["Names", "Nam", "Name ", " Name", "Name\\u0000", "Name\\\"", "xName", ""] {
        let body = format!(r#"{{"{name}":"x","CustomerGatewayId":"cgw-1","{name}":"y"}}"#);
        assert_eq!(created(body.as_bytes()).name(), None, "{body}");
    }
    for name in ["Name", "name", "NAME", "nAmE", "Nam\\u0065", "\\u004eame", "\\u006eame"] {
        let body = format!(r#"{{"{name}":"x","CustomerGatewayId":"cgw-1"}}"#);
        assert_eq!(created(body.as_bytes()).name(), Some(EscapedStr::plain("x")), "{body}");
    }
}

#[test]
fn members_that_are_no_text_are_absent() {
    for value in ["null", "true", "false", "{}", "[]", r#"{"Name":"x"}"#, r#"["x"]"#, "[[[]]]"] {
        let body = format!(
            r#"{{"Name":{value},"Description":{value},"IpAddress":{value},"RequestId":{value},
                "CustomerGatewayId":"cgw-1"}}"#
        );
        let found = members_of_created(&created(body.as_bytes()));
        let present: Vec<_> = found.into_iter().filter(|(_, text)| text.is_some()).collect();
        assert_eq!(present, [("customer_gateway_id", Some("cgw-1".to_owned()))], "{body}");
        let body =
            format!(r#"{{"Code":{value},"Message":{value},"HostId":{value},"RequestId":"R"}}"#);
        let found = members_of_failed(&failed(400, body.as_bytes()));
        let present: Vec<_> = found.into_iter().filter(|(_, text)| text.is_some()).collect();
        assert_eq!(present, [("request_id", Some("R".to_owned()))], "{body}");
        let fault = failed(400, body.as_bytes()).damage().map(|damage| damage.fault());
        let wrong = Fault::WrongType { member: "Code", index: 8 };
        assert_eq!(fault, (value != "null").then_some(wrong), "{body}");
    }
    // Elements with elements in them are no text either.
    let body = b"<Error><Code><b>Forbidden</b></Code><Message>a<b/>b</Message></Error>";
    assert_eq!(failed(400, body).code(), None);
    assert_eq!(failed(400, body).message_as_received(), None);
}

#[test]
fn lower_camel_names() {
    let created = created(
        br#"{"customerGatewayId":"cgw-1","requestId":"R","createTime":12,"ipAddress":"101.12.0.12",
            "name":"n","description":"d"}"#,
    );
    let expected = [
        ("customer_gateway_id", "cgw-1"),
        ("request_id", "R"),
        ("ip_address", "101.12.0.12"),
        ("name", "n"),
        ("description", "d"),
        ("create_time_ms", "12"),
    ];
    assert_eq!(
        members_of_created(&created),
        expected.map(|(name, text)| (name, Some(text.to_owned())))
    );
    let failed = failed(
        400,
        b"<e><code>Forbidden</code><message>m</message><requestId>R</requestId>\
          <hostId>h</hostId><recommend>r</recommend></e>",
    );
    let expected = [
        ("code", "Forbidden"),
        ("message", "m"),
        ("request_id", "R"),
        ("host_id", "h"),
        ("recommend", "r"),
    ];
    assert_eq!(
        members_of_failed(&failed),
        expected.map(|(name, text)| (name, Some(text.to_owned())))
    );
}

#[test]
fn other_names_are_other_members() {
    for name in ["Code ", " Code", "Cod", "Codes", "code_", "Cöde", "ErrorCode", "ns:Code"] {
        let body = format!(r#"{{"{name}":"Forbidden","RequestId":"R"}}"#);
        assert_eq!(failed(400, body.as_bytes()).code(), None, "{body}");
    }
    for name in ["Codes", "Code-", "ErrorCode", "a:b:Code", "ns:Codes"] {
        let body = format!("<Error><{name}>Forbidden</{name}><RequestId>R</RequestId></Error>");
        assert_eq!(failed(400, body.as_bytes()).code(), None, "{body}");
    }
}

#[test]
fn names_in_any_case_and_behind_any_prefix() {
    for name in ["Code", "code", "CODE", "cODE"] {
        let body = format!(r#"{{"{name}":"Forbidden"}}"#);
        assert_eq!(failed(400, body.as_bytes()).code().unwrap(), "Forbidden", "{body}");
        for prefix in ["", "ns:", "a-b.c:", "上:", ":"] {
            let body = format!("<Error><{prefix}{name}>Forbidden</{prefix}{name}></Error>");
            assert_eq!(failed(400, body.as_bytes()).code().unwrap(), "Forbidden", "{body}");
        }
    }
}

#[test]
fn the_spelling_of_the_contract_counts_where_both_stand() {
    for (body, code) in [
        (r#"{"Code":"A","code":"b"}"#, "A"),
        (r#"{"code":"b","Code":"A"}"#, "A"),
        ("<e><Code>A</Code><code>b</code></e>", "A"),
        ("<e><code>b</code><Code>A</Code></e>", "A"),
        // Nothing counts less than something.
        (r#"{"Code":null,"code":"b"}"#, "b"),
        (r#"{"code":"b","Code":null}"#, "b"),
        (r#"{"Code":"A","code":null}"#, "A"),
        (r#"{"code":null,"Code":"A"}"#, "A"),
        // What is wrong in the one that does not count does not matter.
        (r#"{"Code":"A","code":"\q"}"#, "A"),
        (r#"{"code":"\q","Code":"A"}"#, "A"),
    ] {
        assert_eq!(failed(400, body.as_bytes()).code(), Some(EscapedStr::plain(code)), "{body}");
    }
    // Nor does a second value of it.
    assert_eq!(failed(400, br#"{"code":"b","code":"c","Code":"A"}"#).code().unwrap(), "A");
    // An empty one names nothing.
    for body in [
        r#"{"Code":"","code":"b"}"#,
        r#"{"code":"b","Code":" \n"}"#,
        "<e><Code/><code>b</code></e>",
    ] {
        assert_eq!(failed(400, body.as_bytes()).code().unwrap(), "b", "{body}");
    }
    // But an empty message is one.
    let failed = failed(400, br#"{"Code":"A","Message":"","message":"m"}"#);
    assert_eq!(failed.message_as_received(), Some(EscapedStr::plain("")));
    assert_eq!(
        refused(400, br#"{"code":"b","Code":"\q"}"#),
        NotAResponse::Broken(Fault::InvalidEscape {
            member: "Code",
            fault: EscapeFault::BrokenEscape,
            index: 20
        })
    );
}

#[test]
fn nested_members_of_the_same_name_are_not_the_member() {
    for body in [
        r#"{"Detail":{"Code":"inner"},"Code":"outer"}"#,
        r#"{"Code":"outer","Detail":{"Code":"inner"}}"#,
        r#"{"Detail":[{"Code":"inner"},{"code":"inner"}],"Code":"outer"}"#,
        r#"{"Code":"outer","a":{"b":{"Code":{"Code":"inner"}}},"Detail":["Code"]}"#,
        "<e><Detail><Code>inner</Code></Detail><Code>outer</Code></e>",
        "<e><Code>outer</Code><Detail><Code>inner</Code></Detail></e>",
        "<e><a><b><Code>inner</Code><Code/></b></a><Code>outer</Code></e>",
        "<Code><Code>outer</Code></Code>",
        "<e Code='inner'><Detail Code='inner'/><Code>outer</Code></e>",
        "<e><!-- <Code>inner</Code> --><Code>outer</Code><![CDATA[<Code>inner</Code>]]></e>",
    ] {
        assert_eq!(failed(400, body.as_bytes()).code(), Some(EscapedStr::plain("outer")), "{body}");
    }
    // Where it is the only one, there is none.
    for body in [
        r#"{"Detail":{"Code":"inner"},"RequestId":"R"}"#,
        "<e><Detail><Code>inner</Code></Detail><RequestId>R</RequestId></e>",
    ] {
        assert_eq!(failed(400, body.as_bytes()).code(), None, "{body}");
        let no_outcome = NotAResponse::NoOutcome { member: "CustomerGatewayId" };
        assert_eq!(refused(200, body.as_bytes()), no_outcome, "{body}");
    }
}

#[test]
fn a_lesser_member_with_two_values() {
    for (body, member, index) in [
        (r#"{"CustomerGatewayId":"1","Name":"n","Name":"m"}"#, "Name", 36),
        (r#"{"CustomerGatewayId":"1","Name":"n","Name":" n"}"#, "Name", 36),
        (r#"{"CustomerGatewayId":"1","Name":"n","Name":{}}"#, "Name", 36),
        (r#"{"CustomerGatewayId":"1","Name":true,"Name":"n"}"#, "Name", 37),
        (r#"{"CustomerGatewayId":"1","Name":"n","Name":"n","Name":""}"#, "Name", 47),
        (r#"{"CreateTime":1,"CreateTime":2,"CustomerGatewayId":"1"}"#, "CreateTime", 16),
        (r#"{"RequestId":"a","CustomerGatewayId":"1","RequestId":"b"}"#, "RequestId", 41),
        // The second is named, not the third.
        (r#"{"CustomerGatewayId":"1","Name":"n","Name":"m","Name":"n"}"#, "Name", 36),
        ("<e><CustomerGatewayId>1</CustomerGatewayId><Name/><Name>a</Name></e>", "Name", 50),
    ] {
        let created = created(body.as_bytes());
        let conflict = Fault::Conflict { member, index };
        assert_eq!(created.damage().unwrap().fault(), conflict, "{body}");
        let found = members_of_created(&created);
        assert!(
            found.iter().all(|(_, text)| text.is_none() || text.as_deref() == Some("1")),
            "{body}"
        );
        let start = &body[index..];
        assert!(start.starts_with('"') || start.starts_with('<'), "{body}");
    }
    for body in [
        r#"{"CustomerGatewayId":"1","Name":"n","Name":"\u006e","Name":null}"#,
        r#"{"CustomerGatewayId":"1","CreateTime":10,"CreateTime":"1e1"," ":0,"CreateTime":10.0}"#,
        r#"{"CustomerGatewayId":"1","RequestId":"a","RequestId":" a "}"#,
        "<e><CustomerGatewayId>1</CustomerGatewayId><Name>a</Name><Name>a<!----></Name></e>",
    ] {
        assert_eq!(created(body.as_bytes()).damage(), None, "{body}");
    }
}

/// Values that are equal, but long only in their escapes, are compared in time proportional to them.
#[test]
fn a_member_again_and_again() {
    let long = format!("<Name>a<!--{}--></Name>", "-x".repeat(100_000));
    let body = format!(
        "<e><CustomerGatewayId>1</CustomerGatewayId>{long}{}</e>",
        "<Name>&#97;</Name>".repeat(20_000)
    );
    let created = created(body.as_bytes());
    assert_eq!(created.name(), Some(EscapedStr::plain("a")));
    assert!(created.name().unwrap().as_raw().len() < 10);
}

#[test]
fn what_nobody_reads_may_stand_twice() {
    for body in [
        r#"{"CustomerGatewayId":"1","Code":"A","Code":"A","Message":1,"Message":2}"#,
        r#"{"a":1,"a":2,"a":3,"CustomerGatewayId":"1"}"#,
        "<e><CustomerGatewayId>1</CustomerGatewayId><Code/><Code/><a/><a/></e>",
    ] {
        assert_eq!(created(body.as_bytes()).customer_gateway_id(), "1", "{body}");
    }
    for body in [
        r#"{"Name":"n","Name":"n","CustomerGatewayId":1,"CustomerGatewayId":1,"Code":"A"}"#,
        "<e><Name/><Name/><Code>A</Code></e>",
    ] {
        assert_eq!(failed(400, body.as_bytes()).code(), Some(EscapedStr::plain("A")), "{body}");
    }
}
