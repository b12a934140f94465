//! What the status and the members together say.

use aliyun_customer_gateway::{BodyError, ErrorCode, Response, Retry};

use super::{created, failed, refused};

#[test]
fn the_status_tells_success_from_failure() {
    let both = br#"{"CustomerGatewayId":"cgw-1","Code":"Forbidden","RequestId":"R"}"#;
    for status in [200, 201, 202, 204, 299] {
        match Response::decode(status, both) {
            Ok(Response::Created(created)) => assert_eq!(created.customer_gateway_id(), "cgw-1"),
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
        "{}",
        r#"{"RequestId":"R"}"#,
        r#"{"Code":null,"CustomerGatewayId":null}"#,
        r#"{"Code":"","CustomerGatewayId":""}"#,
        r#"{"Code":{},"Message":"m"}"#,
        "<e/>",
        "<e></e>",
        "<e><Code/><CustomerGatewayId></CustomerGatewayId></e>",
        "<CustomerGatewayId>cgw-1</CustomerGatewayId>",
    ] {
        let error = refused(200, body.as_bytes());
        assert_eq!(error, BodyError::NothingCreated, "{body}");
        assert_eq!(error.index(), None);
        assert_eq!(
            error.to_string(),
            "the status is one of success, but the body has neither a CustomerGatewayId nor a Code: \
             send the request again, with the same ClientToken"
        );
    }
}

#[test]
fn failures_without_a_code() {
    for body in ["{}", r#"{"Code":null}"#, r#"{"Code":""}"#, "<e/>", "<e><Code/></e>"] {
        for status in [400, 500, 302] {
            let failed = failed(status, body.as_bytes());
            assert_eq!(failed.code(), None, "{body}");
            assert_eq!(failed.error_code(), None, "{body}");
            assert_eq!(failed.retry(), Retry::AfterPause, "{body}");
            assert_eq!(failed.to_string(), format!("failed with status {status}"));
        }
    }
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
fn answers_in_one_line() {
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
