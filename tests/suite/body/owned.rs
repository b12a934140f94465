//! Copies that outlive the body.

use aliyun_customer_gateway::response::DoesNotFit;
use aliyun_customer_gateway::{Created, OwnedCreated, Response};

use super::created;

#[test]
fn copies_outlive_the_body() {
    let mut body = *br#"{"CustomerGatewayId":"cgw-1","Name":"\u4e0a\u6d77","CreateTime":12}"#;
    let owned: OwnedCreated = created(&body).to_owned().unwrap();
    body.fill(0xa5);
    assert_eq!(owned.customer_gateway_id, "cgw-1");
    assert_eq!(owned.name.as_deref(), Some("上海"));
    assert_eq!(owned.create_time, Some(12));
    assert_eq!((owned.request_id, owned.ip_address, owned.description), (None, None, None));
}

#[test]
fn copies_of_stated_capacity() {
    type Copies = OwnedCreated<6, 8>;

    let exact = format!(
        r#"{{"CustomerGatewayId":"{}","RequestId":"{}","IpAddress":"{}","Name":"\u4e0a\u6d77",
            "Description":"\ud83c\udfe2abcd"}}"#,
        "c".repeat(64),
        "r".repeat(64),
        "1".repeat(45)
    );
    let copies: Copies = created(exact.as_bytes()).to_owned().unwrap();
    assert_eq!(copies.customer_gateway_id, "c".repeat(64).as_str());
    assert_eq!(copies.request_id, Some("r".repeat(64).as_str().try_into().unwrap()));
    assert_eq!(copies.ip_address, Some("1".repeat(45).as_str().try_into().unwrap()));
    assert_eq!(copies.name.as_deref(), Some("上海"));
    assert_eq!(copies.description.as_deref(), Some("🏢abcd"));

    for (from, to, member, needed, capacity) in [
        ("\"ccc", "\"cccc", "CustomerGatewayId", 65, 64),
        ("\"rrr", "\"rrrr", "RequestId", 65, 64),
        ("\"111", "\"1111", "IpAddress", 46, 45),
        (r"\u6d77", r"\u6d77!", "Name", 7, 6),
        (r"\u6d77", r"\u6d77\u6d77", "Name", 9, 6),
        ("abcd", r"abc\u00e9", "Description", 9, 8),
    ] {
        let body = exact.replacen(from, to, 1);
        let created = created(body.as_bytes());
        let refused: DoesNotFit = created.to_owned::<6, 8>().unwrap_err();
        assert_eq!(refused.member(), member);
        assert_eq!(refused.needed(), needed, "{member}");
        assert_eq!(refused.capacity(), capacity, "{member}");
        assert_eq!(
            refused.to_string(),
            format!("{member} takes {needed} bytes, and the string for it holds {capacity}")
        );
        // The id is where it was.
        assert!(created.customer_gateway_id().contains("cccc"));
    }
}

/// The start of the message is kept, whole characters of it, without secrets.
#[test]
fn messages_of_failures() {
    let kept = |body: &str| match Response::<Created>::decode(400, body.as_bytes()) {
        Ok(Response::Failed(failed)) => failed.to_owned().unwrap(),
        other => panic!("{other:?}"),
    };
    let failed = kept(r#"{"Code":"Forbidden","Message":"User \u4e0d is not authorized."}"#);
    assert_eq!(failed.message(), Some("User 不 is not authorized."));
    assert_eq!(failed.to_string(), "failed with status 400, Forbidden: User 不 is not authorized.",);
    assert_eq!(kept(r#"{"Code":"Forbidden"}"#).message(), None);
    assert_eq!(kept(r#"{"Code":"Forbidden"}"#).to_string(), "failed with status 400, Forbidden");
    let long = format!(r#"{{"Code":"Forbidden","Message":"a{}"}}"#, "上".repeat(100));
    assert_eq!(kept(&long).message().unwrap(), format!("a{}", "上".repeat(42)));
    let echo = r#"{"Code":"SignatureDoesNotMatch","Message":"server string to sign is:GET&%2F&SecurityToken%3DCAIS%26Version%3D1"}"#;
    let failed = kept(echo);
    assert_eq!(
        failed.message(),
        Some("server string to sign is:GET&%2F&SecurityToken%3D[redacted]%26Version%3D1"),
    );
    assert!(!format!("{failed:?} {failed}").contains("CAIS"));
}
