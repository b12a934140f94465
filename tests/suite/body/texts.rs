//! Texts that are broken.

use aliyun_customer_gateway::escaped::{EscapeFault, EscapedStr};
use aliyun_customer_gateway::response::{Fault, NotAResponse};

use super::{AGAIN, created, failed, refused};

#[test]
fn broken_text_in_a_member_that_is_read() {
    use EscapeFault::{BrokenEscape, Forbidden, LoneSurrogate};

    for (body, fault, index) in [
        (r#"{"Code":"ab\qc"}"#, BrokenEscape, 11),
        (r#"{"Code":"\u+041"}"#, BrokenEscape, 9),
        (r#"{"Code":"\u12"}"#, BrokenEscape, 9),
        (r#"{"Code":"\u004G"}"#, BrokenEscape, 9),
        (r#"{"Code":"上\x41"}"#, BrokenEscape, 12),
        (r#"{"Code":"\U0041"}"#, BrokenEscape, 9),
        (r#"{"Code":"\ud83c"}"#, LoneSurrogate, 9),
        (r#"{"Code":"a\udfe2"}"#, LoneSurrogate, 10),
        (r#"{"Code":"\ud83cx"}"#, LoneSurrogate, 9),
        (r#"{"Code":"\ud83c\n"}"#, LoneSurrogate, 9),
        (r#"{"Code":"\ud83c\ud83c"}"#, LoneSurrogate, 9),
        (r#"{"Code":"\udfe2\ud83c"}"#, LoneSurrogate, 9),
        (r#"{"Code":"\ud83c\u0041"}"#, LoneSurrogate, 9),
        ("{\"Code\":\"a\nb\"}", Forbidden, 10),
        ("{\"Code\":\"a\0b\"}", Forbidden, 10),
        ("{\"Code\":\"\x1f\"}", Forbidden, 9),
        ("<e><Code>a&nbsp;b</Code></e>", BrokenEscape, 10),
        ("<e><Code>&amp</Code></e>", BrokenEscape, 9),
        ("<e><Code>a & b</Code></e>", BrokenEscape, 11),
        ("<e><Code>&;</Code></e>", BrokenEscape, 9),
        ("<e><Code>&#;</Code></e>", BrokenEscape, 9),
        ("<e><Code>&#x;</Code></e>", BrokenEscape, 9),
        ("<e><Code>&#X41;</Code></e>", BrokenEscape, 9),
        ("<e><Code>&#4a;</Code></e>", BrokenEscape, 9),
        ("<e><Code>&#+65;</Code></e>", BrokenEscape, 9),
        ("<e><Code>&AMP;</Code></e>", BrokenEscape, 9),
        ("<e><Code>&#xD83C;&#xDFE2;</Code></e>", LoneSurrogate, 9),
        ("<e><Code>上&#0;</Code></e>", Forbidden, 12),
        ("<e><Code>&#x110000;</Code></e>", Forbidden, 9),
        ("<e><Code>&#99999999999;</Code></e>", Forbidden, 9),
        ("<e><Code>&#xFFFE;</Code></e>", Forbidden, 9),
        ("<e><Code>\u{fffe}</Code></e>", Forbidden, 9),
        ("<e><Code>a]]>b</Code></e>", Forbidden, 10),
        ("<e><Code>a\x0bb</Code></e>", Forbidden, 10),
        ("<e><Code><![CDATA[a\x01]]></Code></e>", Forbidden, 19),
    ] {
        let error = refused(400, body.as_bytes());
        assert_eq!(
            error,
            NotAResponse::Broken(Fault::InvalidEscape { member: "Code", fault, index }),
            "{body}"
        );
        let words = match fault {
            BrokenEscape => "broken escape",
            LoneSurrogate => "lone surrogate",
            _ => "forbidden character",
        };
        assert_eq!(
            error.to_string(),
            format!("{words} at byte {index} of the body, in Code{AGAIN}")
        );
        // The same with a byte order mark and white space before it.
        let shifted = format!("\u{feff} \n{body}");
        let index = index + 5;
        assert_eq!(
            refused(400, shifted.as_bytes()),
            NotAResponse::Broken(Fault::InvalidEscape { member: "Code", fault, index }),
            "{body}"
        );
    }
}

#[test]
fn bytes_that_are_not_utf8_in_a_member_that_is_read() {
    for (body, index) in [
        (&b"{\"Code\":\"\xff\"}"[..], 9),
        (b"{\"Code\":\"ab\xc3\"}", 11),
        (b"{\"Code\":\"\xe4\xb8\x8a\xe6\xb5\"}", 12),
        (b"{\"Code\":\"\xed\xa0\xbc\"}", 9),
        (b"{\"Code\":\"\xc0\xaf\"}", 9),
        (b"{\"Code\":\"\\q\x80\"}", 11),
        (b"<e><Code>a\x80</Code></e>", 10),
        (b"<e><Code><!-- \xff --></Code></e>", 14),
    ] {
        let error = refused(400, body);
        let expected = NotAResponse::Broken(Fault::InvalidUtf8 { member: "Code", index });
        assert_eq!(error, expected, "{}", body.escape_ascii());
        assert_eq!(
            error.to_string(),
            format!("Code is not UTF-8 at byte {index} of the body{AGAIN}")
        );
    }
}

#[test]
fn broken_text_that_nobody_reads_is_skipped() {
    for body in [
        &b"{\"Code\":\"A\",\"x\":\"\\q\"}"[..],
        b"{\"x\":\"\xff\",\"Code\":\"A\"}",
        b"{\"\xff\":\"\xff\\\"\",\"Code\":\"A\"}",
        b"{\"x\":[\"\xff\",{\"\xff\":\"\\u\"}],\"Code\":\"A\"}",
        b"{\"Name\":\"\xff\",\"CustomerGatewayId\":\"\\u+041\",\"Code\":\"A\"}",
        b"<e><x>&nbsp;\xff</x><Code>A</Code></e>",
        b"<e \xff='&nbsp;'><Name>&nbsp;</Name><!-- \xff --><?p \xff?><Code>A</Code>&nbsp;</e>",
        b"<?xml \xff?><e><x><![CDATA[\xff\0]]></x><Code>A</Code></e>",
    ] {
        let failed = failed(400, body);
        assert_eq!(failed.code(), Some(EscapedStr::plain("A")), "{}", body.escape_ascii());
    }
    // With an id, what an error would say is not read.
    let body = b"{\"CustomerGatewayId\":\"1\",\"Code\":\"\xff\",\"Message\":\"\\q\"}";
    assert_eq!(created(body).customer_gateway_id(), "1");
}
