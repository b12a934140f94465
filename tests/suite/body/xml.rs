//! What is read in XML only.

use aliyun_customer_gateway::escaped::EscapedStr;

use super::{created, failed};

#[test]
fn create_time_in_xml() {
    for (value, time) in [
        ("1493363486000", Some(1_493_363_486_000)),
        ("<![CDATA[1493363486000]]>", Some(1_493_363_486_000)),
        ("1<!-- one -->2", Some(12)),
        ("&#49;2", Some(12)),
        ("9223372036854775807", Some(i64::MAX.unsigned_abs())),
        ("9223372036854775808", None),
        ("-1", None),
        ("1.5", None),
        ("1e3", Some(1000)),
        ("true", None),
        ("", None),
        (" 1", Some(1)),
        ("\r\n1.0 <!-- x -->", Some(1)),
        ("&nbsp;1", None),
        ("<Ms>1</Ms>", None),
        ("1<Ms/>", None),
    ] {
        let body = format!(
            "<R><CreateTime>{value}</CreateTime><CustomerGatewayId>cgw-1</CustomerGatewayId>\
             <Name>test</Name></R>"
        );
        let created = created(body.as_bytes());
        assert_eq!(created.create_time(), time, "{body}");
        assert_eq!(created.customer_gateway_id(), "cgw-1", "{body}");
        assert_eq!(created.name(), Some(EscapedStr::plain("test")), "{body}");
    }
}

#[test]
fn content_of_xml() {
    for (raw, read) in [
        ("", ""),
        ("plain 上海", "plain 上海"),
        (" \n\t white ", " \n\t white "),
        ("&amp;&lt;&gt;&quot;&apos;", "&<>\"'"),
        ("&amp;amp;", "&amp;"),
        ("&#65;&#x41;&#x4e0A;&#x1F3E2;&#0000065;", "AA上🏢A"),
        ("&#00000000000000000000065;&#x00000000000000000000041;", "AA"),
        ("&#9;&#10;&#13;&#x10FFFF;", "\t\n\r\u{10ffff}"),
        ("<![CDATA[a&b<c>&amp;]]>", "a&b<c>&amp;"),
        ("<![CDATA[]]>", ""),
        ("<![CDATA[]]]]>", "]]"),
        ("<![CDATA[a]]]]><![CDATA[>b]]>", "a]]>b"),
        ("a<![CDATA[b]]>c<![CDATA[<d>]]>", "abc<d>"),
        ("<![CDATA[<![CDATA[]]>", "<![CDATA["),
        ("<![CDATA[<!-- a -->]]>", "<!-- a -->"),
        ("a<!-- b -->c", "ac"),
        ("<!-- <![CDATA[ -->a", "a"),
        ("a<?php echo '</Message>' ?>b", "ab"),
        ("a]b]]c>d", "a]b]]c>d"),
        ("a\r\nb\rc\n\rd", "a\nb\nc\n\nd"),
        ("a&#13;\nb", "a\r\nb"),
        ("<![CDATA[a\r\nb\rc]]>", "a\nb\nc"),
        ("\u{7f}\u{85}\u{2028}\u{fffd}", "\u{7f}\u{85}\u{2028}\u{fffd}"),
        ("\u{ffef}\u{f000}", "\u{ffef}\u{f000}"),
    ] {
        let body = format!("<Error><Message>{raw}</Message></Error>");
        let message = failed(400, body.as_bytes()).message_as_received().expect(raw);
        assert_eq!(message.to_string(), read, "{raw}");
        assert_eq!(message.as_raw(), raw);
        assert_eq!(message, EscapedStr::from_xml(raw).unwrap());
    }
}

#[test]
fn documents_of_xml() {
    for body in [
        "<Error><Code>A</Code></Error>",
        "<?xml version=\"1.0\"?><Error><Code>A</Code></Error>",
        "<?xml version='1.0' encoding='UTF-8'?><Error><Code>A</Code></Error>",
        "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\r\n<Error><Code>A</Code></Error>",
        "\u{feff}<?xml version='1.0'?><Error><Code>A</Code></Error>",
        "\u{feff}<Error><Code>A</Code></Error>",
        " \r\n\t<Error><Code>A</Code></Error> \r\n\t",
        "<!-- a > b --><Error><Code>A</Code></Error><!-- c -->",
        "<?p <x> ?><Error><Code>A</Code></Error><?p ?>",
        "<Error ><Code\n>A</Code\t></Error >",
        "<Error xmlns=\"urn:x\" a='>' b=\"'\" c='\"'><Code id = '1'>A</Code></Error>",
        "<ns:Error xmlns:ns='urn:x'><Code>A</Code></ns:Error>",
        "<ä-._:1><Code>A</Code></ä-._:1>",
        "<Error>text<Code>A</Code>&amp;<Detail/>]]</Error>",
        "<Error><Detail a='1'/><Detail /><Code>A</Code><Detail></Detail></Error>",
        "<AnyRootAtAll><Code>A</Code></AnyRootAtAll>",
        "<Error><![CDATA[</Error>]]><Code>A</Code><!--</Error>--><?p </Error>?></Error>",
    ] {
        assert_eq!(failed(400, body.as_bytes()).code(), Some(EscapedStr::plain("A")), "{body}");
    }
    for (body, message) in [
        ("<Error><Message/></Error>", Some(EscapedStr::plain(""))),
        ("<Error><Message a='1' /></Error>", Some(EscapedStr::plain(""))),
        ("<Error><Message></Message></Error>", Some(EscapedStr::plain(""))),
        ("<Error><Message><b/></Message><HostId>h</HostId></Error>", None),
    ] {
        assert_eq!(failed(400, body.as_bytes()).message_as_received(), message, "{body}");
    }
}
