//! What the status and the members together say.

use aliyun_customer_gateway::escaped::{EscapeFault, EscapedStr};
use aliyun_customer_gateway::response::{Fault, NotAResponse};
use aliyun_customer_gateway::{Created, ErrorCode, Response, Retry};

use super::{AGAIN, created, damaged, failed, refused};

#[test]
fn the_status_tells_success_from_failure() {
    let both = br#"{"CustomerGatewayId":"cgw-1","Code":"Forbidden","RequestId":"R"}"#;
    for status in [200, 201, 202, 204, 299] {
        match Response::<Created>::decode(status, both) {
            Ok(Response::Success(created)) => assert_eq!(created.customer_gateway_id(), "cgw-1"),
            other => panic!("{status}: {other:?}"),
        }
    }
    for status in [0, 100, 199, 300, 302, 400, 403, 404, 429, 500, 503, 599, 600, u16::MAX] {
        let failed = failed(status, both);
        assert_eq!(failed.status(), status);
        assert_eq!(failed.error_code(), Some(ErrorCode::Forbidden));
    }
}

#[test]
fn success_without_an_id() {
    for body in [
        r#"{"Code":"Throttling.User","RequestId":"R"}"#,
        r#"{"CustomerGatewayId":null,"Code":"Throttling.User"}"#,
        r#"{"CustomerGatewayId":"","Code":"Throttling.User"}"#,
        r#"{"CustomerGatewayId":{},"Code":"Throttling.User"}"#,
        "<e><CustomerGatewayId/><Code>Throttling.User</Code></e>",
        "<e><Code>Throttling.User</Code></e>",
    ] {
        let failed = failed(200, body.as_bytes());
        assert_eq!(failed.status(), 200, "{body}");
        assert_eq!(failed.error_code(), Some(ErrorCode::ThrottlingUser), "{body}");
        assert_eq!(failed.retry(), Retry::AfterPause, "{body}");
    }
    for body in [
        r#"{"RequestId":"R"}"#,
        r#"{"Message":"m"}"#,
        r#"{"IpAddress":"101.12.0.12"}"#,
        r#"{"Code":null,"CustomerGatewayId":null,"HostId":"h"}"#,
        r#"{"Code":"","CustomerGatewayId":" ","Name":""}"#,
        r#"{"Code":{},"Message":"m"}"#,
        "<e><RequestId>R</RequestId></e>",
        "<e><Code/><CustomerGatewayId></CustomerGatewayId><Name/></e>",
    ] {
        let error = refused(200, body.as_bytes());
        assert_eq!(error, NotAResponse::NoOutcome { member: "CustomerGatewayId" }, "{body}");
        assert_eq!(
            error.to_string(),
            "the status is one of success, but the body has neither CustomerGatewayId nor Code: \
             send the request again, with the same ClientToken"
        );
    }
}

/// The service's gateways write such codes; without the id nothing is known.
#[test]
fn success_of_nothing() {
    for code in ["200", "OK", "ok", "Success", "SUCCESS", "success", " Ok\\n", "\\u004fK"] {
        let body =
            format!(r#"{{"Code":"{code}","RequestId":"R","Data":{{"CustomerGatewayId":"c"}}}}"#);
        let error = refused(200, body.as_bytes());
        assert_eq!(
            error,
            NotAResponse::NothingButSuccess { member: "CustomerGatewayId" },
            "{body}"
        );
        assert_eq!(
            error.to_string(),
            "the status and the Code are of success, but the body has no CustomerGatewayId: send \
             the request again, with the same ClientToken"
        );
        // With another status it is a failure, and with an id a success.
        assert!(failed(400, body.as_bytes()).code().is_some());
        let body = body.replace("RequestId", "CustomerGatewayId");
        assert_eq!(created(body.as_bytes()).customer_gateway_id(), "R");
    }
    let number = refused(200, br#"{"Code":200,"Message":"successful"}"#);
    assert_eq!(number, NotAResponse::NothingButSuccess { member: "CustomerGatewayId" });
    for code in ["2000", "20", "201", "O K", "Successful", "OKAY"] {
        let body = format!(r#"{{"code":"{code}"}}"#);
        assert_eq!(failed(200, body.as_bytes()).code().unwrap(), code);
    }
}

/// An id that is nested is not that of the response.
#[test]
fn wrapped_ids() {
    for body in [
        r#"{"RequestId":"R","data":{"CustomerGatewayId":"cgw-1"}}"#,
        r#"{"RequestId":"R","Data":[{"CustomerGatewayId":"cgw-1"}]}"#,
        r#"{"RequestId":"R","CustomerGatewayId":{"CustomerGatewayId":"cgw-1"}}"#,
        "<e><RequestId>R</RequestId><Data><CustomerGatewayId>c</CustomerGatewayId></Data></e>",
        "<e><RequestId>R</RequestId><CustomerGatewayId><b>c</b></CustomerGatewayId></e>",
    ] {
        let error = refused(200, body.as_bytes());
        assert_eq!(error, NotAResponse::NoOutcome { member: "CustomerGatewayId" }, "{body}");
    }
}

/// As in the tables of a decoder: what is wrong, beside an id or a code.
#[test]
fn lesser_damage_is_reported_beside_the_outcome() {
    use EscapeFault::{BrokenEscape, Forbidden, LoneSurrogate};

    let name = "Description";
    let escape = |fault, index| Fault::InvalidEscape { member: name, fault, index };
    for (body, fault, sentence) in [
        (
            &br#"{"CustomerGatewayId":"cgw-1","Description":"\ud83d"}"#[..],
            escape(LoneSurrogate, 44),
            "lone surrogate at byte 44 of the body, in Description: it reads as absent",
        ),
        (
            b"{\"Description\":\"a\tb\",\"CustomerGatewayId\":\"cgw-1\"}",
            escape(Forbidden, 17),
            "forbidden character at byte 17 of the body, in Description: it reads as absent",
        ),
        (
            b"{\"CustomerGatewayId\":\"cgw-1\",\"Description\":\"\xc9\xcf\xba\xa3\"}",
            Fault::InvalidUtf8 { member: name, index: 44 },
            "Description is not UTF-8 at byte 44 of the body: it reads as absent",
        ),
        (
            br#"{"CustomerGatewayId":"cgw-1","Description":"a","Description":"b"}"#,
            Fault::Conflict { member: name, index: 47 },
            "Description has two different values, the second at byte 47 of the body: it reads as \
             absent",
        ),
        (
            br#"{"CustomerGatewayId":"cgw-1","Description":["a"]}"#,
            Fault::WrongType { member: name, index: 43 },
            "Description at byte 43 of the body has the wrong type: it reads as absent",
        ),
        (
            b"<e><CustomerGatewayId>cgw-1</CustomerGatewayId><Description>a&nbsp;b</Description></e>",
            escape(BrokenEscape, 61),
            "broken escape at byte 61 of the body, in Description: it reads as absent",
        ),
        (
            b"<e><CustomerGatewayId>cgw-1</CustomerGatewayId><Description>A\x01b</Description></e>",
            escape(Forbidden, 61),
            "forbidden character at byte 61 of the body, in Description: it reads as absent",
        ),
        (
            br#"{"CustomerGatewayId":"cgw-1","Description":"desc"#,
            Fault::CutOff { index: 48 },
            "the body ends at byte 48 in the middle: what follows is lost",
        ),
        (
            br#"{"CustomerGatewayId":"cgw-1","x":01,"Description":"desc"}"#,
            Fault::Unexpected { byte: b'1', index: 34 },
            "unexpected '1' at byte 34 of the body: what follows is lost",
        ),
    ] {
        let created = created(body);
        assert_eq!(created.customer_gateway_id(), "cgw-1");
        assert_eq!(created.description(), None, "{}", body.escape_ascii());
        let expected = Some((fault, sentence.to_owned()));
        assert_eq!(damaged(created.damage()), expected, "{}", body.escape_ascii());

        // The same of a failure.
        let text = String::from_utf8_lossy(body);
        if text.contains('\u{fffd}') || text.contains("CustomerGatewayId></e") {
            continue;
        }
        let body = text.replace("CustomerGatewayId", "Code").replace("Description", "Message");
        let failed = failed(400, body.as_bytes());
        assert_eq!(failed.code().unwrap(), "cgw-1");
        assert_eq!(failed.message_as_received(), None, "{body}");
        assert!(failed.damage().is_some(), "{body}");
    }
    // Of several faults the first one in the body is told, in whatever order members are read.
    let body = br#"{"Name":"\q","CustomerGatewayId":"cgw-1","IpAddress":"\q","CreateTime":-1}"#;
    let fault = created(body).damage().unwrap().fault();
    assert_eq!(fault, Fault::InvalidEscape { member: "Name", fault: BrokenEscape, index: 9 });
    // What nobody reads of a success is no damage to it.
    let body = br#"{"CustomerGatewayId":"cgw-1","Code":"\q","Message":"\q","x":"\q"}"#;
    assert_eq!(created(body).damage(), None);
}

/// Two ids, or one that cannot be read: the outcome is open. The same of a code.
#[test]
fn outcomes_that_contradict_themselves() {
    for (status, member) in [(200, "CustomerGatewayId"), (400, "Code"), (200, "Code")] {
        let index = member.len() + 8;
        for (body, fault) in [
            (format!(r#"{{"{member}":"a","{member}":"b"}}"#), Fault::Conflict { member, index }),
            (
                format!(r#"{{"{member}":"a","{member}":"a","{member}":"\q"}}"#),
                Fault::Conflict { member, index: index * 2 - 1 },
            ),
            (
                format!("<e><{member}>a</{member}><{member}>b</{member}></e>"),
                Fault::Conflict { member, index: member.len() * 2 + 9 },
            ),
            (
                format!(r#"{{"{member}":"\ud83d","Name":"n"}}"#),
                Fault::InvalidEscape {
                    member,
                    fault: EscapeFault::LoneSurrogate,
                    index: index - 3,
                },
            ),
            (
                // The documentation's spelling is there, and cannot be read.
                format!(r#"{{"{member}":"\q","{}":"a"}}"#, member.to_lowercase()),
                Fault::InvalidEscape { member, fault: EscapeFault::BrokenEscape, index: index - 3 },
            ),
            (
                format!(r#"{{"{}":"a","{}":"b"}}"#, member.to_lowercase(), member.to_uppercase()),
                Fault::Conflict { member, index },
            ),
        ] {
            let error = refused(status, body.as_bytes());
            assert_eq!(error, NotAResponse::Broken(fault), "{body}");
            assert_eq!(error.to_string(), format!("{fault}{AGAIN}"));
        }
        for body in [
            format!(r#"{{"{member}":"a","{member}":"a"}}"#),
            format!(r#"{{"{member}":"a","{member}":"\u0061"}}"#),
            format!(r#"{{"{member}":" a","{member}":"a\n","{member}":null,"{member}":""}}"#),
            format!(
                r#"{{"{}":"b","{member}":"a","{}":"c"}}"#,
                member.to_lowercase(),
                member.to_uppercase()
            ),
            format!("<e><{member}>a</{member}><{member}> &#97;<!-- --></{member}><{member}/></e>"),
        ] {
            let response = Response::<Created>::decode(status, body.as_bytes());
            let (text, damage) = match response {
                Ok(Response::Success(created)) => (created.customer_gateway_id(), created.damage()),
                Ok(Response::Failed(failed)) => (failed.code().unwrap(), failed.damage()),
                Err(error) => panic!("{body}: {error}"),
            };
            assert_eq!(text, "a", "{body}");
            assert_eq!(damage, None, "{body}");
        }
    }
}

#[test]
fn failures_without_a_code() {
    for body in [
        r#"{"RequestId":"R"}"#,
        r#"{"Code":null,"HostId":"h"}"#,
        r#"{"Code":"","Message":""}"#,
        "<e><Message>m</Message></e>",
        "<e><Code/><RequestId>R</RequestId></e>",
    ] {
        for status in [400, 500, 302] {
            let failed = failed(status, body.as_bytes());
            assert_eq!(failed.code(), None, "{body}");
            assert_eq!(failed.error_code(), None, "{body}");
            // As after no response at all, whatever the status.
            assert_eq!(failed.retry(), Retry::AfterPause, "{body}");
        }
    }
    assert_eq!(failed(502, br#"{"RequestId":"R"}"#).to_string(), "failed with status 502");
    // A code that was cut off might have followed.
    let error = refused(400, br#"{"RequestId":"R","Co"#);
    assert_eq!(error, NotAResponse::Broken(Fault::CutOff { index: 20 }));
    // With a status of success, the id might have.
    let error = refused(200, br#"{"Code":"Forbidden","Mess"#);
    assert_eq!(error, NotAResponse::Broken(Fault::CutOff { index: 25 }));
    assert_eq!(
        failed(400, br#"{"Code":"Forbidden","Mess"#).error_code(),
        Some(ErrorCode::Forbidden)
    );
}

#[test]
fn a_message_without_anything_of_the_service() {
    let failed = failed(404, br#"{"message":"no Route matched with those values"}"#);
    assert_eq!(
        failed.message_as_received(),
        Some(EscapedStr::plain("no Route matched with those values"))
    );
    assert_eq!(failed.retry(), Retry::AfterPause);
}

#[test]
fn what_to_do_about_a_failure() {
    for (status, code, known, retry) in [
        (400, "Forbidden.SubUser", Some(ErrorCode::ForbiddenSubUser), Retry::Never),
        (400, r"Resource\u002eQuotaFull", Some(ErrorCode::QuotaFull), Retry::Never),
        (400, r"\u0053ignatureNonceUsed", Some(ErrorCode::SignatureNonceUsed), Retry::Immediately),
        (400, "InvalidTimeStamp.Expired", Some(ErrorCode::TimestampExpired), Retry::AfterClockSync),
        (400, "Throttling.Other", None, Retry::AfterPause),
        (400, r"Request.\u0054hrottling", None, Retry::AfterPause),
        (400, "ThrottlinThrottling", None, Retry::AfterPause),
        (400, "Other", None, Retry::Never),
        (500, "Other", None, Retry::AfterPause),
        (
            400,
            r"OperationFailed.LastTokenProcessin\u0067",
            Some(ErrorCode::OperationFailedLastTokenProcessing),
            Retry::AfterPause,
        ),
        // Of a family, and longer than any code of the table.
        (
            400,
            r"Invalid\u0041VeryLongParameterNameThatNobodyHasEverSeen.Malformed",
            Some(ErrorCode::InvalidParameter),
            Retry::Never,
        ),
        (400, r"\u004dissingRegionId", Some(ErrorCode::MissingParameter), Retry::Never),
    ] {
        let body = format!(r#"{{"Code":"{code}"}}"#);
        let failed = failed(status, body.as_bytes());
        assert_eq!(failed.error_code(), known, "{code}");
        assert_eq!(failed.retry(), retry, "{code}");
        let text = failed.code().unwrap().to_string();
        assert_eq!(Retry::of(status, Some(&text), None), retry, "{code}");
        assert_eq!(text.parse::<ErrorCode>().ok(), known, "{code}");
    }
}

#[test]
fn responses_in_one_line() {
    let created = created(br#"{"CustomerGatewayId":"cgw-1\u0026"}"#);
    assert_eq!(created.to_string(), "created cgw-1&");
    for (body, line) in [
        (r#"{"Code":"A","Message":"m \u00221\u0022"}"#, "failed with status 400, A: m \"1\""),
        (r#"{"Code":"A"}"#, "failed with status 400, A"),
        (r#"{"Message":"m"}"#, "failed with status 400: m"),
    ] {
        assert_eq!(failed(400, body.as_bytes()).to_string(), line);
    }
}
