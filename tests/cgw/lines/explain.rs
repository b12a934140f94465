//! `explain`.

use super::*;

const HIDDEN: &str = "CAISsecretToken";

/// What one line gives.
fn result(line: &Value) -> Value {
    let output = lines(line.to_string().as_bytes());
    assert_eq!(output.len(), 1);
    serde_json::from_str(&output[0]).unwrap()
}

/// A failure whose message ends with an echo of what the service signed.
fn failure(message: &str) -> String {
    json!({ "Code": "SignatureDoesNotMatch", "Message": message, "RequestId": "1" }).to_string()
}

fn parameters() -> Map<String, Value> {
    let parameters = json!({
        "AccessKeyId": "testid", "Action": "CreateCustomerGateway", "Name": "2nd floor",
        "SecurityToken": HIDDEN, "Version": "2016-04-28",
    });
    parameters.as_object().unwrap().clone()
}

/// What the service signs of these parameters.
fn string_to_sign(method: &str, parameters: &Map<String, Value>) -> String {
    let line = json!({ "op": "rpc", "method": method, "secret": "s", "parameters": parameters });
    result(&line)["string_to_sign"].as_str().unwrap().to_owned()
}

fn explain_rpc(body: &str) -> Value {
    let line = json!({
        "op": "explain", "signature": "rpc", "method": "GET", "parameters": parameters(),
        "status": 400, "body": body,
    });
    result(&line)
}

/// Holds the members of a mismatch, and looks for the token.
fn assert_mismatch(result: &Value, kind: &str, name: Option<&str>, sides: [Option<&str>; 2]) {
    let mismatch = result["mismatch"].as_object().unwrap();
    let names: Vec<_> = mismatch.keys().collect();
    assert_eq!(names, ["kind", "name", "ours", "theirs", "sentence"], "{result}");
    assert_eq!(mismatch["kind"], kind, "{result}");
    assert_eq!(mismatch["name"].as_str(), name, "{result}");
    assert_eq!([mismatch["ours"].as_str(), mismatch["theirs"].as_str()], sides, "{result}");
    assert!(mismatch["sentence"].is_string(), "{result}");
    assert!(!result.to_string().contains("CAIS"), "{result}");
}

#[test]
fn of_rpc() {
    const RPC: &str = "Specified signature is not matched with our calculation. server string to \
                       sign is:";
    let explain = |method: &str, change: &dyn Fn(&mut Map<String, Value>)| {
        let mut theirs = parameters();
        change(&mut theirs);
        let echo = format!("{RPC}{}", string_to_sign(method, &theirs));
        // The signature itself is not signed.
        explain_rpc(&failure(&echo))
    };
    let put = |name: &'static str, value: &'static str| {
        move |parameters: &mut Map<String, Value>| {
            parameters.insert(name.to_owned(), value.into());
        }
    };
    assert_mismatch(&explain("GET", &|_| {}), "wrong-secret", None, [None, None]);
    assert_mismatch(
        &explain("GET", &put("Name", "2nd+floor")),
        "differs",
        Some("Name"),
        [Some("2nd floor"), Some("2nd+floor")],
    );
    assert_mismatch(
        &explain("POST", &|_| {}),
        "differs",
        Some("method"),
        [Some("GET"), Some("POST")],
    );
    assert_mismatch(
        &explain("GET", &put("Name", "2nd%20floor")),
        "doubly-encoded",
        Some("Name"),
        [Some("2nd floor"), Some("2nd%20floor")],
    );
    assert_mismatch(
        &explain("GET", &|parameters| drop(parameters.remove("Name"))),
        "differs",
        Some("Name"),
        [Some("2nd floor"), None],
    );
    assert_mismatch(
        &explain("GET", &put("Format", "XML")),
        "differs",
        Some("Format"),
        [None, Some("XML")],
    );
    assert_mismatch(
        &explain("GET", &put("SecurityToken", "CAISanother")),
        "differs",
        Some("SecurityToken"),
        [Some("[redacted]"), Some("[redacted]")],
    );
}

#[test]
fn of_acs3() {
    let request = json!({
        "method": "POST", "path": "/", "query": { "Name": "a" }, "request_body": "b",
        "headers": {
            "Host": "h", "x-acs-action": "A", "x-acs-security-token": HIDDEN, "User-Agent": "u",
        },
    });
    let explain = |change: &dyn Fn(&mut Value), whole: bool| {
        let mut theirs = request.clone();
        change(&mut theirs);
        theirs["body"] = theirs["request_body"].take();
        for (name, value) in [("op", "acs3"), ("access_key_id", "id"), ("secret", "s")] {
            theirs[name] = value.into();
        }
        let theirs = result(&theirs);
        let text = |name: &str| theirs[name].as_str().unwrap().to_owned();
        let mut echo = format!("server StringToSign is [{}]", text("string_to_sign"));
        if whole {
            echo = format!("{echo} server CanonicalRequest is [{}]", text("canonical_request"));
        }
        let mut line = request.clone();
        for (name, value) in [("op", "explain"), ("signature", "acs3")] {
            line[name] = value.into();
        }
        line["status"] = 400.into();
        line["body"] = failure(&echo).into();
        result(&line)
    };
    for whole in [false, true] {
        assert_mismatch(&explain(&|_| {}, whole), "wrong-secret", None, [None, None]);
    }
    let name = |theirs: &mut Value| theirs["query"]["Name"] = "c".into();
    let differs = explain(&name, true);
    assert_mismatch(&differs, "differs", Some("Name"), [Some("a"), Some("c")]);
    // Only the hash is known.
    let differs = explain(&name, false);
    assert_eq!(differs["mismatch"]["name"], "canonical request", "{differs}");
    let host = |theirs: &mut Value| theirs["headers"]["Host"] = "H".into();
    assert_mismatch(&explain(&host, true), "differs", Some("host"), [Some("h"), Some("H")]);
    let token = |theirs: &mut Value| theirs["headers"]["x-acs-security-token"] = "CAISx".into();
    assert_mismatch(
        &explain(&token, true),
        "differs",
        Some("x-acs-security-token"),
        [Some("[redacted]"), Some("[redacted]")],
    );
    let body = explain(&|theirs| theirs["request_body"] = "c".into(), true);
    assert_eq!(body["mismatch"]["name"], "body", "{body}");
    let path = explain(&|theirs| theirs["path"] = "/x".into(), true);
    assert_mismatch(&path, "differs", Some("path"), [Some("/"), Some("/x")]);
}

#[test]
fn where_nothing_is_echoed() {
    for body in [
        failure("m"),
        json!({ "Code": "Throttling.User" }).to_string(),
        json!({ "Code": "InvalidName", "Message": "server string to sign is:GET&%2F&A" })
            .to_string(),
    ] {
        assert_eq!(explain_rpc(&body), json!({ "mismatch": null }), "{body}");
    }
    for body in [r#"{"CustomerGatewayId":"cgw-1"}"#, r#"{"RequestId":"1"}"#] {
        let line = json!({
            "op": "explain", "signature": "rpc", "method": "GET", "parameters": parameters(),
            "status": 200, "body": body,
        });
        assert_eq!(result(&line), json!({ "mismatch": null }), "{body}");
    }
}

#[test]
fn of_lines_that_are_refused() {
    let error = explain_rpc("<html>");
    assert_eq!(error["error"]["status"], 400, "{error}");
    assert_eq!(error["error"]["RetryKind"], "pause", "{error}");
    for (members, sentence) in [
        (json!({}), r#""signature" is missing"#),
        (json!({ "signature": "hmac" }), r#"unknown signature "hmac": it is rpc or acs3"#),
        (json!({ "signature": "rpc" }), r#""method" is missing"#),
        (json!({ "signature": "rpc", "method": "GET" }), r#""parameters" is missing"#),
        (json!({ "signature": "acs3", "method": "GET" }), r#""query" is missing"#),
    ] {
        let mut line = json!({ "op": "explain", "status": 400, "body": failure("m") });
        line.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
        let error = json!({ "parameter": null, "sentence": sentence, "code": null });
        assert_eq!(result(&line), json!({ "error": error }), "{line}");
    }
}
