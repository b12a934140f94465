//! What every request has to pass.

use aliyun_customer_gateway::{
    Created, CustomerGatewayId, DeleteCustomerGateway, DescribeCustomerGateways, RegionId,
    Response, mismatch,
};

use super::*;

fn list() -> DescribeCustomerGateways<'static> {
    DescribeCustomerGateways::new(RegionId::new("cn-shanghai").unwrap())
}

const LIST: [(&str, &str); 2] = [("Action", "DescribeCustomerGateways"), ("Version", "2016-04-28")];

/// The message lets a client find what it did wrong.
#[test]
fn signatures_that_do_not_match() {
    let server = Server::start(&[]);
    let other = Signing { secret: "testsecreT", ..Signing::new() };
    let rpc = server.send(&other.rpc(list()));
    assert_eq!(rpc.failure(), (400, "SignatureDoesNotMatch".to_owned()));
    assert!(rpc.message().starts_with(
        "Specified signature is not matched with our calculation. server string to sign is:GET&%2F&\
         AccessKeyId%3Dtestid%26Action%3DDescribeCustomerGateways%26"
    ));
    let acs3 = server.send(&other.acs3(list(), false));
    assert_eq!(acs3.failure(), (400, "SignatureDoesNotMatch".to_owned()));
    let message = acs3.message();
    let start = "Specified signature does not match our calculation. server StringToSign is \
                 [ACS3-HMAC-SHA256\n";
    assert!(message.starts_with(start), "{message}");
    assert!(message.contains("] server CanonicalRequest is [GET\n/\nRegionId=cn-shanghai\n"));
}

/// What this crate explains of them.
#[test]
fn signatures_that_do_not_match_are_explained() {
    let server = Server::start(&[]);
    let request = signed(&LIST, &[("RegionId", "cn-shanghai"), ("Name", "a b")]);
    let reply = server.send(&request.replace("a%20b", "a%2520b"));
    let Ok(Response::Failed(failed)) =
        Response::<Created>::decode(reply.status, reply.body.as_bytes())
    else {
        unreachable!("{reply:?}")
    };
    let nonce = request.split("SignatureNonce=").nth(1).unwrap().split('&').next().unwrap();
    let pairs = [
        ("AccessKeyId", "testid"),
        LIST[0],
        ("Name", "a b"),
        ("RegionId", "cn-shanghai"),
        ("SignatureMethod", "HMAC-SHA1"),
        ("SignatureNonce", nonce),
        ("SignatureVersion", "1.0"),
        ("Timestamp", "2026-11-25T01:25:52.203918351Z"),
        LIST[1],
    ];
    let to_sign = rpc::StringToSign::of_pairs(Method::Get, Pairs::new(&pairs).unwrap());
    let mismatch = to_sign.explain(&failed).unwrap();
    assert_eq!((mismatch.kind(), mismatch.name()), (mismatch::Kind::DoublyEncoded, Some("Name")));
}

#[test]
fn what_every_request_has() {
    let server = Server::start(&[]);
    let own = [("RegionId", "cn-shanghai")];
    for (name, value, status, code) in [
        ("Action", "\0", 400, "MissingAction"),
        ("Action", "DescribeVpcs", 404, "InvalidAction.NotFound"),
        ("Version", "\0", 400, "MissingVersion"),
        ("Version", "2014-05-26", 404, "InvalidVersion"),
        ("Format", "yaml", 400, "InvalidParameter.Format"),
        ("AccessKeyId", "\0", 400, "MissingAccessKeyId"),
        ("AccessKeyId", "other", 400, "InvalidAccessKeyId.NotFound"),
        ("SignatureMethod", "HMAC-SHA256", 400, "InvalidSignatureMethod"),
        ("SignatureVersion", "2.0", 400, "IncompleteSignature"),
        ("SignatureNonce", "\0", 400, "MissingSignatureNonce"),
        ("Timestamp", "\0", 400, "MissingTimestamp"),
        ("Timestamp", "2026-11-25 01:25:52", 400, "InvalidTimeStamp.Format"),
        ("Timestamp", "2026-11-25T01:25:52.Z", 400, "InvalidTimeStamp.Format"),
        ("Timestamp", "2026-11-25T01:25:52.5+08:00", 400, "InvalidTimeStamp.Format"),
    ] {
        let mut common = LIST.to_vec();
        common.retain(|(one, _)| *one != name);
        common.push((name, value));
        let reply = server.send(&signed(&common, &own));
        assert_eq!(reply.failure(), (status, code.to_owned()), "{name}={value}");
    }
    let unsigned =
        server.send("GET /?Action=DescribeCustomerGateways&Version=2016-04-28 HTTP/1.1\r\n\r\n");
    assert_eq!(unsigned.failure(), (400, "IncompleteSignature".to_owned()));
    let request = signed(&LIST, &own);
    let other_path = server.send(&request.replace("GET /?", "GET /vpc?"));
    assert_eq!(other_path.failure(), (404, "InvalidAction.NotFound".to_owned()));
    let other_method = server.send(&request.replace("GET ", "PUT "));
    assert_eq!(other_method.failure(), (405, "UnsupportedHTTPMethod".to_owned()));
    // None of them has used the nonce.
    assert_eq!(server.send(&request).status, 200);
    let again = server.send(&request);
    assert_eq!(again.failure(), (400, "SignatureNonceUsed".to_owned()));
    assert_eq!(again.message(), "Specified signature nonce was used already.");
}

#[test]
fn the_clock() {
    let server = Server::start_with_clock(&[]);
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    let now = i64::try_from(now.as_secs()).unwrap();
    let at = |time| {
        let time = Timestamp::from_unix_seconds(time).unwrap();
        server.send(&Signing { time, ..Signing::new() }.rpc(list()))
    };
    let expired = (400, "InvalidTimeStamp.Expired".to_owned());
    assert_eq!(at(now).status, 200);
    assert_eq!(at(now - 840).status, 200);
    assert_eq!(at(now + 840).status, 200);
    assert_eq!(at(now - 960).failure(), expired);
    assert_eq!(at(now + 960).failure(), expired);
    assert_eq!(at(0).failure(), expired);
}

#[test]
fn temporary_keys() {
    let sts = "testid:testsecret:CAIS+token==~*:with:colons";
    let server =
        Server::start(&["--key", "testid:other", "--sts", sts, "--sts", "STS.1:testsecret:t"]);
    let token = Some("CAIS+token==~*:with:colons");
    let by = |signing: &Signing| {
        [signing.rpc(list()), signing.acs3(list(), false)].map(|request| {
            let reply = server.send(&request);
            if reply.status == 200 { (200, String::new()) } else { reply.failure() }
        })
    };
    let both = |status, code: &str| [(status, code.to_owned()), (status, code.to_owned())];
    let permanent = Signing { secret: "other", ..Signing::new() };
    assert_eq!(by(&permanent), both(200, ""));
    let temporary = Signing { token, ..Signing::new() };
    assert_eq!(by(&temporary), both(200, ""));
    let other_token = Signing { token: Some("CAIS"), ..Signing::new() };
    assert_eq!(by(&other_token), both(400, "InvalidSecurityToken.Malformed"));
    let expired = Signing { headers: "x-cgw-fault: expire-token\r\n".to_owned(), ..temporary };
    assert_eq!(by(&expired), both(400, "InvalidSecurityToken.Expired"));
    let not_expired = Signing { headers: expired.headers, ..permanent };
    assert_eq!(by(&not_expired), both(200, ""));
    let sts = [("AccessKeyId", "STS.1")];
    let request = signed(&[LIST.as_slice(), &sts].concat(), &[("RegionId", "r")]);
    assert_eq!(server.send(&request).failure(), (400, "MissingSecurityToken".to_owned()));
}

/// Requests as official clients sent them, with the keys that they had.
#[test]
fn recorded_requests() {
    let sts = "testid:testsecret:CAIS+dummy/token==~*";
    let server =
        Server::start(&["--key", "testid:testsecret", "--sts", sts, "--edition", "current"]);
    let index = vector("recorded/index.jsonl");
    for facts in index.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()) {
        let file = facts["file"].as_str().unwrap();
        let request = vector(&format!("recorded/{file}"));
        // Some have one token, and all of them one address.
        let request = request.replacen("\r\n", "\r\nx-cgw-fault: forget-token\r\n", 1);
        let reply = server.send(&request);
        assert_eq!(reply.status, 200, "{file}: {reply:?}");
        let is_xml = file.contains("XML");
        assert_eq!(reply.body.starts_with('<'), is_xml, "{file}: {reply:?}");
        if !is_xml {
            let json = reply.json();
            for name in ["IpAddress", "Name", "Description"] {
                let given = facts["inputs"].get(name).filter(|value| **value != "");
                assert_eq!(json.get(name), given, "{file}: {json}");
            }
        }
        let listed = server.success(list());
        let gateway = &listed["CustomerGateways"]["CustomerGateway"][0];
        let tags = gateway["Tags"]["Tag"].as_array().unwrap().len();
        assert_eq!(tags, if file.contains("tags") { 2 } else { 0 }, "{file}: {gateway}");
        let id = CustomerGatewayId::new(gateway["CustomerGatewayId"].as_str().unwrap()).unwrap();
        server.success(DeleteCustomerGateway::new(list().region_id(), id));
    }
}
