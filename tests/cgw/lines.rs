//! `cgw lines`.

use super::*;

mod actions;
mod explain;
mod host;
mod response;
mod verify;

/// Runs lines through the tool, and returns as many.
fn lines(input: &[u8]) -> Vec<String> {
    let run = run_with(&[], &["lines"], input);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert!(run.stdout.is_empty() || run.stdout.ends_with('\n'));
    run.stdout.lines().map(str::to_owned).collect()
}

/// Holds lines against the lines that come out, in this order.
fn assert_lines(pairs: &[(&str, &str)]) {
    let input: String = pairs.iter().flat_map(|(line, _)| [line, "\n"]).collect();
    let output = lines(input.as_bytes());
    assert_eq!(output.len(), pairs.len());
    for ((line, expected), found) in pairs.iter().zip(output) {
        assert_eq!(found, *expected, "{line}");
    }
}

#[test]
fn queries() {
    assert_lines(&[
        (
            r#"{"op":"query","parameters":{"RegionId":"cn-shanghai","IpAddress":"101.12.0.12"}}"#,
            r#"{"query":"Action=CreateCustomerGateway&IpAddress=101.12.0.12&RegionId=cn-shanghai"}"#,
        ),
        (
            r#"{"parameters":{"Name":"\u4e0a海","Asn":"123.456","Description":"It's 2/F","RegionId":"r","ClientToken":"a b*~","IpAddress":"101.12.0.12"},"op":"query"}"#,
            r#"{"query":"Action=CreateCustomerGateway&Asn=8061384&ClientToken=a%20b%2A~&Description=It%27s%202%2FF&IpAddress=101.12.0.12&Name=%E4%B8%8A%E6%B5%B7&RegionId=r"}"#,
        ),
        // A number and an absent value, as other implementations hand them in.
        (
            r#"{"op":"query","parameters":{"RegionId":"r","IpAddress":"101.12.0.12","Asn":10001,"Name":null}}"#,
            r#"{"query":"Action=CreateCustomerGateway&Asn=10001&IpAddress=101.12.0.12&RegionId=r"}"#,
        ),
        (
            r#"{"op":"query","parameters":{"RegionId":"r","IpAddress":"10.0.0.1"}}"#,
            r#"{"error":{"parameter":"IpAddress","sentence":"IpAddress lies in 10.0.0.0/8 (private use, RFC 1918): give the public address of the VPN gateway (edition 2020-11; current accepts the value)","code":"InvalidIpAddress.WrongFormat"}}"#,
        ),
        (
            r#"{"op":"query","parameters":{"RegionId":"r","IpAddress":"101.12.0.12","Name":"a b"}}"#,
            r#"{"error":{"parameter":"Name","sentence":"unexpected character ' ' at byte 1 of Name: use letters, digits, '.', '_' and '-' (edition 2020-11; current accepts the value)","code":"InvalidName"}}"#,
        ),
        (
            r#"{"op":"query","parameters":{"RegionId":"r","IpAddress":"101.12.0.12","Description":"\n"}}"#,
            r#"{"error":{"parameter":"Description","sentence":"unexpected character '\\n' at byte 0 of Description: start with a letter (edition 2020-11; current accepts the value)","code":"InvalidDescription"}}"#,
        ),
        (
            r#"{"op":"query","parameters":{"RegionId":"","IpAddress":"101.12.0.12"}}"#,
            r#"{"error":{"parameter":"RegionId","sentence":"RegionId is empty: use ASCII letters, digits, '_' and '-', as in cn-shanghai","code":null}}"#,
        ),
        (
            r#"{"op":"query","parameters":{"RegionId":"r","IpAddress":"101.12.0.12","Asn":"45104"}}"#,
            r#"{"error":{"parameter":"Asn","sentence":"Asn 45104 is Alibaba Cloud's own: give the number of your own network","code":null}}"#,
        ),
        (
            r#"{"op":"query","parameters":{"RegionId":"r"}}"#,
            r#"{"error":{"parameter":"IpAddress","sentence":"IpAddress is missing: every request has one","code":null}}"#,
        ),
        (
            r#"{"op":"query","parameters":{"IpAddress":"101.12.0.12"}}"#,
            r#"{"error":{"parameter":"RegionId","sentence":"RegionId is missing: every request has one","code":null}}"#,
        ),
        (
            r#"{"op":"query","parameters":{"RegionId":"r","IpAddress":"101.12.0.12","AuthKey":"x"}}"#,
            r#"{"error":{"parameter":"AuthKey","sentence":"AuthKey is not a parameter of edition 2020-11: leave it out, or use edition current","code":null}}"#,
        ),
        (
            r#"{"op":"query","parameters":{"RegionId":"r","IpAddress":["101.12.0.12"]}}"#,
            r#"{"error":{"parameter":"IpAddress","sentence":"IpAddress is not a string","code":null}}"#,
        ),
    ]);
}

/// `parameter` and `code` are there, and `null`, where no parameter is to blame.
#[test]
fn queries_without_parameters() {
    assert_lines(&[
        (
            r#"{"op":"query"}"#,
            r#"{"error":{"parameter":null,"sentence":"\"parameters\" is missing","code":null}}"#,
        ),
        (
            r#"{"op":"query","parameters":[]}"#,
            r#"{"error":{"parameter":null,"sentence":"\"parameters\" is not an object","code":null}}"#,
        ),
    ]);
}

#[test]
fn responses() {
    assert_lines(&[
        (
            r#"{"op":"response","status":200,"body":"{\"CustomerGatewayId\":\"cgw-1\"}"}"#,
            r#"{"created":{"CustomerGatewayId":"cgw-1"}}"#,
        ),
        (
            r#"{"op":"response","status":200,"body":"<R><CreateTime>1493363486000</CreateTime><Name>a&amp;b</Name><CustomerGatewayId>cgw-1</CustomerGatewayId><RequestId>1</RequestId><IpAddress>101.xx.xx.12</IpAddress><Description>上海</Description></R>"}"#,
            r#"{"created":{"CustomerGatewayId":"cgw-1","RequestId":"1","IpAddress":"101.xx.xx.12","Name":"a&b","Description":"上海","CreateTime":1493363486000}}"#,
        ),
        (
            r#"{"op":"response","status":400,"body":"{\"Code\":\"Forbidden.SubUser\",\"Message\":\"m\",\"RequestId\":\"1\",\"HostId\":\"h\",\"Recommend\":\"r\"}"}"#,
            r#"{"failed":{"Code":"Forbidden.SubUser","Known":true,"Message":"m","RequestId":"1","HostId":"h","Recommend":"r","Retry":"never","RetryKind":"never"}}"#,
        ),
        (
            r#"{"op":"response","status":429,"body":"{\"code\":\"Throttling.Other\"}"}"#,
            r#"{"failed":{"Code":"Throttling.Other","Known":false,"Retry":"after a pause, with the same ClientToken","RetryKind":"pause"}}"#,
        ),
        (
            r#"{"op":"response","status":500,"body":"{\"RequestId\":\"1\"}"}"#,
            r#"{"failed":{"Known":false,"RequestId":"1","Retry":"after a pause, with the same ClientToken","RetryKind":"pause"}}"#,
        ),
        (
            r#"{"op":"response","status":400,"body":"{\"Code\":\"SignatureNonceUsed\"}"}"#,
            r#"{"failed":{"Code":"SignatureNonceUsed","Known":true,"Retry":"at once, with a new nonce and the same ClientToken","RetryKind":"now","Blames":"SignatureNonce"}}"#,
        ),
        (
            r#"{"op":"response","status":400,"body":"{\"Code\":\"InvalidTimeStamp.Expired\"}"}"#,
            r#"{"failed":{"Code":"InvalidTimeStamp.Expired","Known":true,"Retry":"after setting the clock, with the same ClientToken","RetryKind":"clock","Blames":"Timestamp"}}"#,
        ),
        (
            r#"{"op":"response","status":200,"body":""}"#,
            r#"{"error":{"parameter":null,"sentence":"HTTP status 200: the body is empty: try again after a pause, with the same ClientToken","code":null,"status":200,"RetryKind":"pause"}}"#,
        ),
        (
            r#"{"op":"response","status":200,"body":"{\"RequestId\":\"1\"}"}"#,
            r#"{"error":{"parameter":null,"sentence":"HTTP status 200: the status is one of success, but the body has neither CustomerGatewayId nor Code: send the request again, with the same ClientToken","code":null,"status":200,"RetryKind":"pause"}}"#,
        ),
        (
            r#"{"op":"response","status":200,"body":"{\"CustomerGatewayId\":\"cgw-1\",\"CreateTime\":\"now\"}"}"#,
            r#"{"created":{"CustomerGatewayId":"cgw-1","Damaged":"CreateTime at byte 43 of the body is not a whole number in range: it reads as absent"}}"#,
        ),
        (
            r#"{"op":"response","status":400,"body":"{\"Code\":\"InvalidName\",\"Message\":\"\\ud83d\"}"}"#,
            r#"{"failed":{"Code":"InvalidName","Known":true,"Retry":"never","RetryKind":"never","Blames":"Name","Damaged":"lone surrogate at byte 33 of the body, in Message: it reads as absent"}}"#,
        ),
        // {"CustomerGatewayId":"cgw-1"} and {"Code":"<byte 0xFF>"} in base64.
        (
            r#"{"op":"response","status":200,"body_base64":"eyJDdXN0b21lckdhdGV3YXlJZCI6ImNndy0xIn0="}"#,
            r#"{"created":{"CustomerGatewayId":"cgw-1"}}"#,
        ),
        (
            r#"{"op":"response","status":400,"body_base64":"eyJDb2RlIjoi/yJ9"}"#,
            r#"{"error":{"parameter":null,"sentence":"HTTP status 400: Code is not UTF-8 at byte 9 of the body: send the request again, with the same ClientToken","code":null,"status":400,"RetryKind":"pause"}}"#,
        ),
        (
            r#"{"op":"response","status":200,"body_base64":""}"#,
            r#"{"error":{"parameter":null,"sentence":"HTTP status 200: the body is empty: try again after a pause, with the same ClientToken","code":null,"status":200,"RetryKind":"pause"}}"#,
        ),
    ]);
}

#[test]
fn signatures() {
    assert_lines(&[
        (
            r#"{"op":"rpc","method":"GET","secret":"secret","parameters":{"b":"2","a":"1 *"}}"#,
            r#"{"query":"a=1%20%2A&b=2","string_to_sign":"GET&%2F&a%3D1%2520%252A%26b%3D2","signature":"yA/1KwtBCHHJ1T1Vxe2Ns1vx8zU="}"#,
        ),
        (
            r#"{"op":"rpc","method":"GET","secret":"testsecret","parameters":{}}"#,
            r#"{"query":"","string_to_sign":"GET&%2F&","signature":"466jQ0wZ71nv+BdkJBzlRBwFlXU="}"#,
        ),
        (
            r#"{"op":"sign","method":"POST","secret":"secret","parameters":{"RegionId":"cn-shanghai","IpAddress":"101.12.0.12"},"common":{"Timestamp":"2024-01-02T03:04:05Z","SignatureNonce":"n","SecurityToken":"t","Format":"XML","AccessKeyId":"testid"}}"#,
            r#"{"query":"AccessKeyId=testid&Action=CreateCustomerGateway&Format=XML&IpAddress=101.12.0.12&RegionId=cn-shanghai&SecurityToken=t&SignatureMethod=HMAC-SHA1&SignatureNonce=n&SignatureVersion=1.0&Timestamp=2024-01-02T03%3A04%3A05Z&Version=2016-04-28","string_to_sign":"POST&%2F&AccessKeyId%3Dtestid%26Action%3DCreateCustomerGateway%26Format%3DXML%26IpAddress%3D101.12.0.12%26RegionId%3Dcn-shanghai%26SecurityToken%3Dt%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3Dn%26SignatureVersion%3D1.0%26Timestamp%3D2024-01-02T03%253A04%253A05Z%26Version%3D2016-04-28","signature":"Ffs3MqpbPL3+uvGQDz4NLv9+0ZA=","signed_query":"AccessKeyId=testid&Action=CreateCustomerGateway&Format=XML&IpAddress=101.12.0.12&RegionId=cn-shanghai&SecurityToken=t&SignatureMethod=HMAC-SHA1&SignatureNonce=n&SignatureVersion=1.0&Timestamp=2024-01-02T03%3A04%3A05Z&Version=2016-04-28&Signature=Ffs3MqpbPL3%2BuvGQDz4NLv9%2B0ZA%3D"}"#,
        ),
        (
            r#"{"op":"acs3","method":"POST","path":"/","query":{"b":"2","a":"1"},"headers":{"X-Acs-Action":"A","Host":"h","accept":"x"},"body":"body","access_key_id":"id","secret":"secret"}"#,
            r#"{"canonical_query":"a=1&b=2","canonical_request":"POST\n/\na=1&b=2\nhost:h\nx-acs-action:A\n\nhost;x-acs-action\n230d8358dc8e8890b4c58deeb62912ee2f20357ae92a5cc861b98e68fe31acb5","string_to_sign":"ACS3-HMAC-SHA256\n06fd526449f045140e35cd50ec1493013a38c8d8641f87ef115b4171e3b21ded","signature":"3cdb9512864e8972f82af41c87c6bce4f8ab5af4b977f707ba68fa9c4a1f545f","authorization":"ACS3-HMAC-SHA256 Credential=id,SignedHeaders=host;x-acs-action,Signature=3cdb9512864e8972f82af41c87c6bce4f8ab5af4b977f707ba68fa9c4a1f545f"}"#,
        ),
        (
            r#"{"op":"acs3","method":"GET","path":"/p","query":{},"headers":{},"body":"","access_key_id":"id","secret":"secret"}"#,
            r#"{"canonical_query":"","canonical_request":"GET\n/p\n\n\n\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","string_to_sign":"ACS3-HMAC-SHA256\n5bfb5c1b9d9b15eadd7f849b68b4cf063d90b93659ad8ed9e22ea8cae5a62cd4","signature":"3b47dc7db745b51c7a62a830fc14c3bba63cd5adbfd4c09a1aad993ea2845bc4","authorization":"ACS3-HMAC-SHA256 Credential=id,SignedHeaders=,Signature=3b47dc7db745b51c7a62a830fc14c3bba63cd5adbfd4c09a1aad993ea2845bc4"}"#,
        ),
        (
            r#"{"op":"acs3","method":"GET","query":{},"headers":{"Host":"h","accept":"x"},"signed_headers":["HOST","Accept"],"access_key_id":"id","secret":"secret"}"#,
            r#"{"canonical_query":"","canonical_request":"GET\n/\n\naccept:x\nhost:h\n\naccept;host\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","string_to_sign":"ACS3-HMAC-SHA256\n78c0bd59f8775dce77e87a57c2b8de7ec576354cd96f446dea8ff1d110e566dc","signature":"2b5535c358f729fe0111b258661e186f347c32702ac4fa2417522a8160ac4668","authorization":"ACS3-HMAC-SHA256 Credential=id,SignedHeaders=accept;host,Signature=2b5535c358f729fe0111b258661e186f347c32702ac4fa2417522a8160ac4668"}"#,
        ),
    ]);
}

/// The lines that are refused, the parameter to blame where one is, and the sentence.
const ERRORS: &[(&[u8], Option<&str>, &str)] = &[
    (b"nonsense", None, "the line is not JSON: expected ident at line 1 column 2"),
    (b"{\"op\":", None, "the line is not JSON: EOF while parsing a value at line 1 column 6"),
    (
        b"{\"op\":\"\xff\"}",
        None,
        "the line is not JSON: invalid unicode code point at line 1 column 8",
    ),
    (b"{} {}", None, "the line is not JSON: trailing characters at line 1 column 4"),
    (b"[]", None, "the line is not an object"),
    (b"null", None, "the line is not an object"),
    (b"\"op\"", None, "the line is not an object"),
    (b"{}", None, "\"op\" is missing"),
    (b"{\"op\":1}", None, "\"op\" is not a string"),
    (
        b"{\"op\":\"x\"}",
        None,
        "unknown op \"x\": it is query, sign, rpc, acs3, response, explain, verify or host",
    ),
    (b"{\"op\":\"response\"}", None, "\"status\" is not an HTTP status"),
    (b"{\"op\":\"response\",\"status\":-1}", None, "\"status\" is not an HTTP status"),
    (b"{\"op\":\"response\",\"status\":65536}", None, "\"status\" is not an HTTP status"),
    (b"{\"op\":\"response\",\"status\":200}", None, "\"body\" is missing"),
    (
        b"{\"op\":\"response\",\"status\":200,\"body_base64\":\"*\"}",
        None,
        "\"body_base64\" is not base64: Invalid symbol 42, offset 0.",
    ),
    (b"{\"op\":\"rpc\"}", None, "\"method\" is missing"),
    (
        b"{\"op\":\"rpc\",\"method\":\"get\",\"secret\":\"s\",\"parameters\":{}}",
        None,
        "\"get\" is not a method, such as GET or POST",
    ),
    (b"{\"op\":\"rpc\",\"method\":\"GET\"}", None, "\"secret\" is missing"),
    (
        b"{\"op\":\"rpc\",\"method\":\"GET\",\"secret\":\"s\",\"parameters\":{\"Asn\":1.10}}",
        Some("Asn"),
        "Asn has a fraction or an exponent, or is too large: write it as a string",
    ),
    (
        br#"{"op":"sign","method":"GET","secret":"s","parameters":{"RegionId":"r","IpAddress":"101.12.0.12"},"common":{"AccessKeyId":"i","SignatureNonce":"n","Timestamp":"2024-01-02 03:04:05"}}"#,
        Some("Timestamp"),
        "unexpected character ' ' at byte 10 of Timestamp: write UTC as in \
         2024-01-02T03:04:05Z",
    ),
    (
        br#"{"op":"sign","method":"GET","secret":"s","parameters":{"RegionId":"r","IpAddress":"101.12.0.12"},"common":{"AccessKeyId":"i","SignatureNonce":"n"}}"#,
        Some("Timestamp"),
        "Timestamp is missing: every request has one",
    ),
    (
        br#"{"op":"sign","method":"GET","secret":"s","parameters":{"RegionId":"r","IpAddress":"101.12.0.12"},"common":{"AccessKeyId":"i","SignatureNonce":"n","Timestamp":"2024-01-02T03:04:05Z","Format":"json"}}"#,
        Some("Format"),
        "unexpected character 'j' at byte 0 of Format: write JSON or XML",
    ),
    (
        br#"{"op":"sign","method":"GET","secret":"s","parameters":{"RegionId":"r","IpAddress":"101.12.0.12"},"common":{"AccessKeyId":"i","SignatureNonce":"n","Timestamp":"2024-01-02T03:04:05Z","SignatureMethod":"HMAC-SHA256"}}"#,
        Some("SignatureMethod"),
        "SignatureMethod is not HMAC-SHA1: leave it out",
    ),
    (
        br#"{"op":"sign","method":"GET","secret":"s","parameters":{"RegionId":"r","IpAddress":"10.0.0.1"},"common":{}}"#,
        Some("IpAddress"),
        "IpAddress lies in 10.0.0.0/8 (private use, RFC 1918): give the public address of the \
         VPN gateway (edition 2020-11; current accepts the value)",
    ),
    (
        br#"{"op":"acs3","method":"GET","path":"/","query":{},"headers":{"host":"a","Host":"b"},"body":"","access_key_id":"i","secret":"s"}"#,
        None,
        "header \"host\" is duplicated: remove one",
    ),
    (
        br#"{"op":"acs3","method":"GET","path":"/","query":{},"headers":{"host":"a\nb"},"body":"","access_key_id":"i","secret":"s"}"#,
        None,
        "unexpected character '\\n' at byte 1 of header \"host\": use visible ASCII characters, \
         spaces and tabs",
    ),
    (
        br#"{"op":"acs3","method":"GET","path":"/","query":{},"headers":{"host":"\r\nx-evil: 1"},"body":"","access_key_id":"i","secret":"s"}"#,
        None,
        "unexpected character '\\r' at byte 0 of header \"host\": use visible ASCII characters, \
         spaces and tabs",
    ),
    (
        br#"{"op":"acs3","method":"GET","path":"/\nX=1\nhost:evil","query":{},"headers":{"host":"a"},"body":"","access_key_id":"i","secret":"s"}"#,
        None,
        "unexpected character '\\n' at byte 1 of path: percent-encode it, and give a query \
         separately",
    ),
    (
        br#"{"op":"acs3","method":"GET","path":"/","query":{},"headers":{"host":"a"},"signed_headers":["Accept","host"],"body":"","access_key_id":"i","secret":"s"}"#,
        None,
        "header \"Accept\" is to be signed, but is not among the headers: add it, or do not sign \
         it",
    ),
    (
        br#"{"op":"acs3","method":"GET","path":"/","query":{},"headers":{"host":"a"},"signed_headers":[],"body":"","access_key_id":"i","secret":"s"}"#,
        None,
        "header \"host\" is not signed: sign host and every x-acs-* that is sent",
    ),
    (
        br#"{"op":"acs3","method":"GET","path":"/","query":{},"headers":{"host":"a"},"signed_headers":"host","body":"","access_key_id":"i","secret":"s"}"#,
        None,
        "\"signed_headers\" is not an array of strings",
    ),
    (
        br#"{"op":"acs3","method":"GET","path":"/","query":{},"headers":{},"body":"","access_key_id":"a,b","secret":"s"}"#,
        Some("AccessKeyId"),
        "unexpected character ',' at byte 1 of AccessKeyId: use visible ASCII characters other \
         than ','",
    ),
];

#[test]
fn errors_do_not_stop_the_next_line() {
    let good: &[u8] = br#"{"op":"query","parameters":{"RegionId":"r","IpAddress":"1.1.1.1"}}"#;
    let expected = r#"{"query":"Action=CreateCustomerGateway&IpAddress=1.1.1.1&RegionId=r"}"#;
    let input: Vec<_> = ERRORS.iter().flat_map(|(line, ..)| [*line, good]).collect();
    // The last line needs no end.
    let output = lines(&input.join(b"\n".as_slice()));
    assert_eq!(output.len(), ERRORS.len() * 2);
    for ((line, parameter, sentence), results) in ERRORS.iter().zip(output.chunks(2)) {
        let line = line.escape_ascii();
        let result: Value = serde_json::from_str(&results[0]).unwrap();
        assert_eq!(result.as_object().unwrap().len(), 1, "{line}: {result}");
        let error = result["error"].as_object().unwrap();
        assert_eq!(error["sentence"], **sentence, "{line}: {result}");
        assert_eq!(error["parameter"].as_str(), *parameter, "{line}");
        let names: Vec<_> = error.keys().collect();
        assert_eq!(names, ["parameter", "sentence", "code"], "{line}: {result}");
        assert_eq!(results[1], expected, "after {line}");
    }
}

#[test]
fn nothing_in_nothing_out() {
    for blank in ["", "\n", "\n\n", " \t\r\n", "\n "] {
        assert_eq!(lines(blank.as_bytes()), [""; 0], "{blank:?}");
    }
    // A carriage return before the end is white space of JSON.
    let line =
        b"{\"op\":\"query\",\"parameters\":{\"RegionId\":\"r\",\"IpAddress\":\"1.1.1.1\"}}\r\n";
    assert_eq!(
        lines(line),
        [r#"{"query":"Action=CreateCustomerGateway&IpAddress=1.1.1.1&RegionId=r"}"#],
    );
}

/// Each line gets its result at once, so that one can talk to the tool.
#[test]
fn each_line_gets_its_result_at_once() {
    use core::time::Duration;
    use std::io::{BufRead as _, BufReader};

    let mut child = Command::new(executable())
        .arg("lines")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let stdout = BufReader::new(child.stdout.take().unwrap());
    let (sender, results) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        stdout.lines().map_while(Result::ok).try_for_each(|line| sender.send(line))
    });
    for address in ["1.1.1.1", "8.8.8.8"] {
        let line = json!({
            "op": "query", "parameters": { "RegionId": "r", "IpAddress": address },
        });
        writeln!(stdin, "{line}").unwrap();
        let result = results.recv_timeout(Duration::from_secs(60)).unwrap();
        assert!(result.contains(address), "{result}");
    }
    drop(stdin);
    assert!(results.recv().is_err());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

/// The names of the folders of one kind of vector.
fn folders(kind: &str) -> Vec<String> {
    let entries = std::fs::read_dir(format!("{VECTORS}/{kind}")).unwrap();
    let mut names: Vec<_> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort_unstable();
    names
}

/// Runs every vector of one kind through an operation, and holds the result's members against the
/// files of those names.
fn assert_vectors(kind: &str, stages: &[&str]) {
    let folders = folders(kind);
    assert!(folders.len() >= 9, "{folders:?}");
    let mut input = String::new();
    for folder in &folders {
        let request = vector(&format!("{kind}/{folder}/request.json"));
        let mut line: Map<String, Value> = serde_json::from_str(&request).unwrap();
        line.insert("op".to_owned(), kind.into());
        input.push_str(&Value::Object(line).to_string());
        input.push('\n');
    }
    let output = lines(input.as_bytes());
    assert_eq!(output.len(), folders.len());
    for (folder, result) in folders.iter().zip(output) {
        let result: Map<String, Value> = serde_json::from_str(&result).unwrap();
        assert_eq!(result.len(), stages.len(), "{folder}: {result:?}");
        for stage in stages {
            let file = if *stage == "query" { "canonical-query" } else { stage };
            let expected = vector(&format!("{kind}/{folder}/{}", file.replace('_', "-")));
            assert_eq!(result.get(*stage), Some(&expected.into()), "{folder}: {stage}");
        }
    }
}

#[test]
fn every_rpc_vector() {
    assert_vectors("rpc", &["query", "string_to_sign", "signature"]);
}

#[test]
fn every_acs3_vector() {
    assert_vectors(
        "acs3",
        &["canonical_query", "canonical_request", "string_to_sign", "signature", "authorization"],
    );
}

/// The vectors of this action through the typed request.
#[test]
fn vectors_of_this_action_through_sign() {
    let own = ["RegionId", "IpAddress", "ClientToken", "Name", "Description", "Asn"];
    let mut input = String::new();
    let mut expected = Vec::new();
    for folder in folders("rpc") {
        let request = vector(&format!("rpc/{folder}/request.json"));
        let request: Value = serde_json::from_str(&request).unwrap();
        let all = request["parameters"].as_object().unwrap();
        if all.get("Action").is_none_or(|action| action != "CreateCustomerGateway") {
            continue;
        }
        let (parameters, common): (Map<_, _>, Map<_, _>) =
            all.clone().into_iter().partition(|(name, _)| own.contains(&name.as_str()));
        let common: Map<_, _> = common.into_iter().filter(|(name, _)| name != "Action").collect();
        let line = json!({
            "op": "sign",
            "method": request["method"],
            "secret": request["secret"],
            "parameters": parameters,
            "common": common,
        });
        input.extend([line.to_string().as_str(), "\n"]);
        let file = |stage: &str| vector(&format!("rpc/{folder}/{stage}"));
        let (query, signature) = (file("canonical-query"), file("signature"));
        let encoded = signature.replace('+', "%2B").replace('/', "%2F").replace('=', "%3D");
        expected.push(json!({
            "query": query,
            "string_to_sign": file("string-to-sign"),
            "signature": signature,
            "signed_query": format!("{query}&Signature={encoded}"),
        }));
    }
    assert_eq!(expected.len(), 7);
    let output = lines(input.as_bytes());
    let output: Vec<Value> =
        output.iter().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(output, expected);
}

/// The bodies through `response`, as text and in base64.
#[test]
fn every_body() {
    let names = [
        ("customer_gateway_id", "CustomerGatewayId"),
        ("create_time_ms", "CreateTime"),
        ("request_id", "RequestId"),
        ("ip_address", "IpAddress"),
        ("name", "Name"),
        ("description", "Description"),
        ("code", "Code"),
        ("known", "Known"),
        ("message", "Message"),
        ("host_id", "HostId"),
        ("recommend", "Recommend"),
    ];
    let mut input = String::new();
    let mut expected = Vec::new();
    for line in vector("bodies/expected.jsonl").lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        let file = line["file"].as_str().unwrap();
        let body = std::fs::read(format!("{VECTORS}/bodies/{file}")).unwrap();
        let base64 = base64::Engine::encode(&base64::prelude::BASE64_STANDARD, &body);
        let body = String::from_utf8(body).unwrap();
        let status = &line["status"];
        let text = json!({ "op": "response", "status": status, "body": body });
        let base64 = json!({ "op": "response", "status": status, "body_base64": base64 });
        input.extend([&text.to_string(), "\n", &base64.to_string(), "\n"]);
        let kind = ["created", "failed"].into_iter().find(|kind| line.get(kind).is_some());
        let members = kind.map(|kind| {
            let members = line[kind].as_object().unwrap().iter();
            let members = members.map(|(name, value)| {
                let renamed = names.iter().find(|(from, _)| from == name).unwrap().1;
                (renamed.to_owned(), value.clone())
            });
            (kind, members.collect::<Map<_, _>>())
        });
        expected.extend([members.clone(), members]);
    }
    let output = lines(input.as_bytes());
    assert_eq!(output.len(), expected.len());
    for (result, expected) in output.iter().zip(expected) {
        let mut result: Value = serde_json::from_str(result).unwrap();
        let Some((kind, members)) = expected else {
            assert!(result["error"]["sentence"].is_string(), "{result}");
            continue;
        };
        let found = result[kind].as_object_mut().unwrap();
        for name in ["Retry", "RetryKind"] {
            assert_eq!(found.remove(name).is_some(), kind == "failed", "{result}");
        }
        found.remove("Blames");
        assert_eq!(*found, members);
    }
}

#[test]
fn a_secret_does_not_come_back() {
    let hidden = "kEyThatNobodyMaySee";
    for line in [
        json!({ "op": "rpc", "method": "GET", "secret": hidden, "parameters": { "a": "1" } }),
        json!({ "op": "rpc", "method": "x", "secret": hidden, "parameters": {} }),
        json!({ "op": "rpc", "method": "GET", "secret": [hidden], "parameters": {} }),
        json!({ "op": "sign", "method": "GET", "secret": hidden, "parameters": {} }),
        json!({
            "op": "acs3", "method": "GET", "path": "/", "query": {}, "headers": {}, "body": "",
            "access_key_id": "id", "secret": hidden,
        }),
    ] {
        let output = lines(line.to_string().as_bytes());
        assert_eq!(output.len(), 1);
        assert!(!output[0].contains(hidden), "{line}");
    }
}
