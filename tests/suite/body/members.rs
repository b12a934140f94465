//! Which members are read, under which names.

use aliyun_customer_gateway::{BodyError, escaped::EscapeFault, escaped::EscapedStr};

use super::{AGAIN, created, failed, members_of_created, members_of_failed, refused};

#[test]
fn names_that_are_almost_a_members() {
    for name in ["Names", "Nam", "Name ", " Name", "NAME", "Name\\u0000", "Name\\\"", "xName", ""] {
        let body = format!(r#"{{"{name}":"x","CustomerGatewayId":"cgw-1","{name}":"y"}}"#);
        assert_eq!(created(body.as_bytes()).name(), None, "{body}");
    }
    for name in ["Name", "name", "Nam\\u0065", "\\u004eame", "\\u006eame"] {
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
        let body = format!(r#"{{"Code":{value},"Message":{value},"HostId":{value}}}"#);
        let found = members_of_failed(&failed(400, body.as_bytes()));
        assert!(found.iter().all(|(_, text)| text.is_none()), "{body}");
    }
    // Elements with elements in them are no text either.
    let body = b"<Error><Code><b>Forbidden</b></Code><Message>a<b/>b</Message></Error>";
    assert_eq!(failed(400, body).code(), None);
    assert_eq!(failed(400, body).message(), None);
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
fn other_spellings_are_other_members() {
    for name in ["CODE", "cODE", "Code ", " Code", "Cod", "Codes", "code_", "Cöde", "ErrorCode"] {
        let body = format!(r#"{{"{name}":"Forbidden"}}"#);
        assert_eq!(failed(400, body.as_bytes()).code(), None, "{body}");
    }
    for name in ["CODE", "Codes", "ns:Code", "Code-", "ErrorCode"] {
        let body = format!("<Error><{name}>Forbidden</{name}></Error>");
        assert_eq!(failed(400, body.as_bytes()).code(), None, "{body}");
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
    assert_eq!(
        refused(400, br#"{"code":"b","Code":"\q"}"#),
        BodyError::InvalidEscape { member: "Code", fault: EscapeFault::BrokenEscape, index: 20 }
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
    // A nested one alone is none.
    for body in [r#"{"Detail":{"Code":"inner"}}"#, "<e><Detail><Code>inner</Code></Detail></e>"] {
        assert_eq!(failed(400, body.as_bytes()).code(), None, "{body}");
        assert_eq!(refused(200, body.as_bytes()), BodyError::NothingCreated, "{body}");
    }
}

#[test]
fn a_member_that_is_read_stands_once() {
    for (status, body, member, index) in [
        (400, r#"{"Code":"A","Code":"A"}"#, "Code", 12),
        (400, r#"{"Code":"A", "Code":"A"}"#, "Code", 13),
        (400, r#"{"Code":null,"Code":"A"}"#, "Code", 13),
        (400, r#"{"Code":"A","Code":{}}"#, "Code", 12),
        (400, r#"{"Code":"A","Message":"m","HostId":"h","Message":"m"}"#, "Message", 39),
        (400, r#"{"code":"A","code":"A"}"#, "Code", 12),
        (200, r#"{"CustomerGatewayId":"1","CustomerGatewayId":"1"}"#, "CustomerGatewayId", 25),
        (200, r#"{"CustomerGatewayId":"1","Name":"n","Name":"n"}"#, "Name", 36),
        (200, r#"{"CreateTime":1,"CreateTime":1,"CustomerGatewayId":"1"}"#, "CreateTime", 16),
        // The second is named, not the third.
        (400, r#"{"Code":"A","Code":"A","Code":"A"}"#, "Code", 12),
        (400, "<e><Code>A</Code><Code>A</Code></e>", "Code", 17),
        (400, "<e><Code>A</Code> <Code/></e>", "Code", 18),
        (200, "<e><CustomerGatewayId>1</CustomerGatewayId><Name/><Name/></e>", "Name", 50),
    ] {
        let error = refused(status, body.as_bytes());
        assert_eq!(error, BodyError::Duplicate { member, index }, "{body}");
        assert_eq!(
            error.to_string(),
            format!("{member} stands twice in the body, again at byte {index}{AGAIN}")
        );
        let start = &body[index..];
        assert!(start.starts_with('"') || start.starts_with('<'), "{body}");
    }
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
