//! What is read in JSON only.

use aliyun_customer_gateway::ErrorCode;
use aliyun_customer_gateway::escaped::EscapedStr;
use aliyun_customer_gateway::response::{Fault, NotAResponse};

use super::{created, failed, refused};

#[test]
fn create_time_in_json() {
    for (value, time) in [
        ("1493363486000", Some(1_493_363_486_000)),
        ("\"1493363486000\"", Some(1_493_363_486_000)),
        ("0", Some(0)),
        ("\"0\"", Some(0)),
        (r#""\u0031\u0032""#, Some(12)),
        ("9223372036854775807", Some(i64::MAX.unsigned_abs())),
        ("\"9223372036854775807\"", Some(i64::MAX.unsigned_abs())),
        ("9223372036854775808", None),
        ("18446744073709551615", None),
        ("18446744073709551616", None),
        ("\"0001493363486000000\"", Some(1_493_363_486_000_000)),
        ("\"0000000001493363486000000\"", Some(1_493_363_486_000_000)),
        ("\"00000000009223372036854775808\"", None),
        ("99999999999999999999999999999999999999999", None),
        ("\"99999999999999999999999999999999999999999\"", None),
        ("1492747187000.0", Some(1_492_747_187_000)),
        ("1.492747187e12", Some(1_492_747_187_000)),
        ("\"1.492747187E+012\"", Some(1_492_747_187_000)),
        (r#""\u0031.5e1\n""#, Some(15)),
        ("1500e-2", Some(15)),
        ("1500e-3", None),
        ("15e-1", None),
        ("0.000", Some(0)),
        ("0e999999999999", Some(0)),
        ("0.0e-999999999999", Some(0)),
        ("1e18", Some(1_000_000_000_000_000_000)),
        ("1e19", None),
        ("1e999999999999", None),
        ("1e-999999999999", None),
        ("100000000000000000000000000000e-28", Some(10)),
        ("0.00000000000000000000000000001e30", Some(10)),
        ("9.223372036854775807e18", Some(i64::MAX.unsigned_abs())),
        ("9.223372036854775808e18", None),
        ("\"1.\"", None),
        ("\".5e1\"", None),
        ("\"1e\"", None),
        ("\"1e+\"", None),
        ("\"1e1e1\"", None),
        ("\"1.0.0\"", None),
        ("\"1 0\"", None),
        ("\"0x10\"", None),
        ("-1", None),
        ("\"-1\"", None),
        ("-0", None),
        ("1.5", None),
        ("1.0", Some(1)),
        ("1e3", Some(1000)),
        ("1E+3", Some(1000)),
        ("\"1e3\"", Some(1000)),
        ("\"+1\"", None),
        ("\" 1\"", Some(1)),
        ("\"1 \"", Some(1)),
        ("\"\"", None),
        ("\"now\"", None),
        ("\"１\"", None),
        ("true", None),
        ("false", None),
        ("null", None),
        ("{}", None),
        (r#"{"CreateTime":1}"#, None),
        ("[]", None),
        ("[1]", None),
    ] {
        for body in [
            format!(r#"{{"CreateTime":{value},"CustomerGatewayId":"cgw-1","Name":"test"}}"#),
            format!(r#"{{"CustomerGatewayId":"cgw-1","Name":"test","CreateTime":{value}}}"#),
            format!(
                "{{\"Name\":\"test\" , \"CreateTime\" : {value} ,\n\"CustomerGatewayId\":\"cgw-1\"}}"
            ),
        ] {
            let created = created(body.as_bytes());
            assert_eq!(created.create_time(), time, "{body}");
            // What is there and has no meaning is damage.
            let is_absent = matches!(value, "null" | "\"\"");
            let index = body.find("\"CreateTime\"").unwrap() + 13;
            let index = index + body[index..].find(value).unwrap();
            let index = index + usize::from(value.starts_with('"'));
            let fault = match value {
                "true" | "false" | "{}" | "[]" | "[1]" => {
                    Fault::WrongType { member: "CreateTime", index }
                }
                value if value.starts_with('{') => Fault::WrongType { member: "CreateTime", index },
                _ => Fault::InvalidNumber { member: "CreateTime", index },
            };
            let fault = (time.is_none() && !is_absent).then_some(fault);
            assert_eq!(created.damage().map(|damage| damage.fault()), fault, "{body}");
            // Whatever it is, the rest is kept.
            assert_eq!(created.customer_gateway_id(), "cgw-1", "{body}");
            assert_eq!(created.name(), Some(EscapedStr::plain("test")), "{body}");
        }
    }
}

#[test]
fn numbers_are_texts_of_their_digits() {
    let created = created(br#"{"CustomerGatewayId":17,"Name":-1.5e3,"RequestId":0}"#);
    assert_eq!(created.customer_gateway_id(), "17");
    assert_eq!(created.name(), Some(EscapedStr::plain("-1.5e3")));
    assert_eq!(created.request_id(), Some(EscapedStr::plain("0")));
    let failed = failed(404, br#"{"Code":404,"Message":1}"#);
    assert_eq!(failed.code(), Some(EscapedStr::plain("404")));
    assert_eq!(failed.error_code(), None);
    assert_eq!(failed.message_as_received(), Some(EscapedStr::plain("1")));
}

#[test]
fn names_may_be_escaped() {
    let body = br#"{"\u0043ode":"Forbidden","Mess\u0061ge":"m","\u0043ustomerGatewayI\u0064":"1"}"#;
    assert_eq!(failed(400, body).error_code(), Some(ErrorCode::Forbidden));
    assert_eq!(failed(400, body).message_as_received(), Some(EscapedStr::plain("m")));
    assert_eq!(created(body).customer_gateway_id(), "1");
    // Twice is twice, however it is written.
    assert_eq!(
        refused(400, br#"{"Code":"A","\u0043ode":"B"}"#),
        NotAResponse::Broken(Fault::Conflict { member: "Code", index: 12 })
    );
    // A name that nobody could read is nobody's.
    assert_eq!(failed(400, br#"{"\q":1,"Code":"A"}"#).code(), Some(EscapedStr::plain("A")));
    assert_eq!(failed(400, b"{\"\xff\":1,\"Code\":\"A\"}").code(), Some(EscapedStr::plain("A")));
}

#[test]
fn escapes_of_json() {
    for (raw, read) in [
        (r"", ""),
        (r"plain 上海", "plain 上海"),
        (r#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{c}\n\r\t"),
        (r"\u0041\u00e9\u4E0A\u4e0a", "Aé上上"),
        (r"\u0000", "\0"),
        (r"\ud83c\udfe2", "🏢"),
        (r"\uD83C\uDFE2", "🏢"),
        (r"\ud800\udc00\udbff\udfff", "\u{10000}\u{10ffff}"),
        (r"a\ud83c\udfe2b\\ud83c", "a🏢b\\ud83c"),
        (r"\ud7ff\ue000\uffff", "\u{d7ff}\u{e000}\u{ffff}"),
        ("\u{7f}\u{80}\u{2028}", "\u{7f}\u{80}\u{2028}"),
        (r"?a=1\u0026b=2", "?a=1&b=2"),
    ] {
        let body = format!(r#"{{"Message":"{raw}"}}"#);
        let message = failed(400, body.as_bytes()).message_as_received().unwrap();
        assert_eq!(message.to_string(), read, "{raw}");
        assert_eq!(message.as_raw(), raw);
        assert_eq!(message, EscapedStr::from_json(raw).unwrap());
    }
}

#[test]
fn documents_of_json() {
    for body in [
        r#"{"Code":"A"}"#,
        "\u{feff}{\"Code\":\"A\"}",
        " \t\r\n{ \t\r\n\"Code\" \t\r\n: \t\r\n\"A\" \t\r\n} \t\r\n",
        "\u{feff}\n{\"Code\":\"A\"}",
        r#"{"":0,"Code":"A"}"#,
        r#"{"a":0,"b":-0,"c":-0.5E-10,"d":1e9,"e":1E+9,"f":10.25,"Code":"A"}"#,
        r#"{"Code":"A","a":true,"b":false,"c":null,"d":[],"e":{},"f":""}"#,
        r#"{"a":[ ],"b":{ },"c":[ 1 , [ 2 ] , { "d" : [ { } ] } ],"Code":"A"}"#,
        r#"{"a":"}]\"","b":["\\"],"Code":"A","c":"\\\\\"{"}"#,
        r#"{"a\"":"\"","Code":"A"}"#,
    ] {
        assert_eq!(failed(400, body.as_bytes()).code(), Some(EscapedStr::plain("A")), "{body}");
    }
}
