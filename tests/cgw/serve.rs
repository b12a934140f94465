//! `cgw serve`.
#![allow(clippy::arithmetic_side_effects, reason = "counts of what is at hand")]

use std::io::{BufRead as _, BufReader, Read as _};
use std::net::TcpStream;
use std::process::Child;

use aliyun_customer_gateway::query::Pairs;
use aliyun_customer_gateway::{
    AccessKeyId, AccessKeySecret, Action, Call, Credentials, Format, Host, Method, SecurityToken,
    SignatureNonce, Timestamp, acs3, rpc,
};

use super::*;

mod actions;
mod faults;
mod gate;
mod http;
mod state;

#[test]
fn help() {
    let help = run(&["serve", "--help"]);
    assert_eq!((help.code, help.stderr.as_str()), (0, ""));
    for option in [
        "--address",
        "--port",
        "--key",
        "--sts",
        "--edition",
        "--no-clock",
        "--quota",
        "--state",
        "--fault",
        "--seed",
        "--log",
    ] {
        assert!(help.stdout.contains(&format!("      {option}")), "{option}: {}", help.stdout);
    }
    for fault in [
        "throttle[:MS]",
        "lose-request",
        "lose-answer",
        "cut",
        "error-500",
        "skew[:SECONDS]",
        "expire-token",
        "forget-token",
        "delay[:MS]",
    ] {
        assert!(help.stdout.contains(&format!("\n  {fault} ")), "{fault}: {}", help.stdout);
    }
    assert!(help.stdout.contains("\nx-cgw-fault: NAME[:AMOUNT]"), "{}", help.stdout);
    assert!(help.stdout.contains("`listening on http://ADDRESS:PORT`"), "{}", help.stdout);
}

/// A line on standard error for each request, without what is secret.
#[test]
fn log() {
    let mut server = Server::start(&["--log", "--edition", "current"]);
    let list = aliyun_customer_gateway::DescribeCustomerGateways::new(
        aliyun_customer_gateway::RegionId::new("cn-shanghai").unwrap(),
    );
    server.success(list);
    let headers = "x-cgw-fault: throttle\r\n".to_owned();
    server.send(&Signing { headers, ..Signing::new() }.rpc(list));
    let create = [
        ("Action", "CreateCustomerGateway"),
        ("Version", "2016-04-28"),
        ("RegionId", "cn-shanghai"),
        ("IpAddress", "101.12.0.12"),
        ("Asn", "1"),
        ("AuthKey", "s3cret ?"),
    ];
    server.send(&signed(&create, &[]));
    server.send("PUT / HTTP/1.1\r\n\r\n");
    server.send("\u{1b}[2J HTTP/1.1\r\n\r\n");
    let _ = server.child.kill();
    let mut log = String::new();
    server.child.stderr.take().unwrap().read_to_string(&mut log).unwrap();
    let lines: Vec<_> = log.lines().collect();
    assert_eq!(
        lines,
        [
            "GET DescribeCustomerGateways 200 ok",
            "GET - 400 Throttling.User [throttle]",
            "GET CreateCustomerGateway 400 InvalidAuthkey.Malformed: unexpected character ' ' \
             at byte 6 of AuthKey: use ASCII characters other than ' ' and '?'",
            "PUT - 405 UnsupportedHTTPMethod",
            "- - 400 BadRequest: it is not a request: invalid token",
        ],
    );
}

/// A service that runs until it is dropped.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    /// Starts one that takes any timestamp.
    fn start(arguments: &[&str]) -> Self {
        Self::start_with_clock(&[&["--no-clock"], arguments].concat())
    }

    fn start_with_clock(arguments: &[&str]) -> Self {
        let mut child = Command::new(executable())
            .args(["serve", "--port", "0"])
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(if arguments.contains(&"--log") { Stdio::piped() } else { Stdio::inherit() })
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.strip_prefix("listening on http://").unwrap().trim_end().to_owned();
        Self { child, address }
    }

    fn connect(&self) -> Connection {
        let stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(core::time::Duration::from_secs(60))).unwrap();
        Connection(BufReader::new(stream))
    }

    /// What a request gives on a connection of its own.
    fn send(&self, request: &str) -> Reply {
        self.connect().send(request)
    }

    /// What a call by the key of the documentation gives.
    fn call<A: Action>(&self, action: A) -> Reply {
        self.send(&Signing::new().rpc(action))
    }

    /// The members of a success.
    fn success<A: Action>(&self, action: A) -> Value {
        let reply = self.call(action);
        assert_eq!(reply.status, 200, "{reply:?}");
        reply.json()
    }

    /// The status and the code of a failure.
    fn failure<A: Action>(&self, action: A) -> (u16, String) {
        self.call(action).failure()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

struct Connection(BufReader<TcpStream>);

#[derive(Debug)]
struct Reply {
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
}

impl Connection {
    fn write(&mut self, request: &[u8]) {
        self.0.get_mut().write_all(request).unwrap();
    }

    /// Reads a response; `None` if the connection was closed instead.
    fn read(&mut self, has_body: bool) -> Option<Reply> {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            match self.0.read_until(b'\n', &mut head) {
                Ok(0) | Err(_) => return None,
                Ok(_) => {}
            }
        }
        let mut headers = [httparse::EMPTY_HEADER; 32];
        let mut response = httparse::Response::new(&mut headers);
        assert!(response.parse(&head).unwrap().is_complete());
        let headers = response.headers.iter().map(|header| {
            let value = core::str::from_utf8(header.value).unwrap();
            (header.name.to_ascii_lowercase(), value.to_owned())
        });
        let mut reply = Reply {
            status: response.code.unwrap(),
            headers: headers.collect(),
            body: String::new(),
        };
        if has_body {
            let len = reply.header("content-length").unwrap().parse().unwrap();
            let mut body = vec![0; len];
            self.0.read_exact(&mut body).ok()?;
            reply.body = String::from_utf8(body).unwrap();
        }
        Some(reply)
    }

    fn send(&mut self, request: &str) -> Reply {
        self.write(request.as_bytes());
        self.read(true).unwrap()
    }

    fn is_closed(&mut self) -> bool {
        matches!(self.0.read(&mut [0]), Ok(0) | Err(_))
    }
}

impl Reply {
    fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(found, _)| found == name);
        found.map(|(_, value)| value.as_str())
    }

    fn json(&self) -> Value {
        assert_eq!(self.header("content-type"), Some("application/json;charset=utf-8"));
        let json: Value = serde_json::from_str(&self.body).unwrap();
        assert_eq!(json["RequestId"].as_str(), self.header("x-acs-request-id"), "{json}");
        json
    }

    fn failure(&self) -> (u16, String) {
        let json = self.json();
        assert_eq!(json["HostId"], "vpc.aliyuncs.com", "{json}");
        (self.status, json["Code"].as_str().unwrap().to_owned())
    }

    fn message(&self) -> String {
        self.json()["Message"].as_str().unwrap().to_owned()
    }
}

/// How a request is signed.
#[derive(Clone)]
struct Signing {
    id: &'static str,
    secret: &'static str,
    token: Option<&'static str>,
    method: Method,
    format: Format,
    nonce: Option<&'static str>,
    time: Timestamp,
    /// More headers, with the ends of their lines.
    headers: String,
}

impl Signing {
    fn new() -> Self {
        Self {
            id: "testid",
            secret: "testsecret",
            token: None,
            method: Method::Get,
            format: Format::Json,
            nonce: None,
            time: Timestamp::from_unix_seconds(1_796_036_400).unwrap(),
            headers: String::new(),
        }
    }

    fn credentials(&self) -> Credentials<'_> {
        let id = AccessKeyId::new(self.id).unwrap();
        let secret = AccessKeySecret::new(self.secret).unwrap();
        match self.token {
            Some(token) => Credentials::temporary(id, secret, SecurityToken::new(token).unwrap()),
            None => Credentials::new(id, secret).unwrap(),
        }
    }

    /// A nonce that no other request of this run has.
    fn nonce(&self) -> String {
        use core::sync::atomic::{AtomicU64, Ordering};
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let next = COUNT.fetch_add(1, Ordering::Relaxed);
        self.nonce.map_or_else(|| format!("nonce-{next}"), str::to_owned)
    }

    fn rpc<A: Action>(&self, action: A) -> String {
        let nonce = self.nonce();
        let nonce = SignatureNonce::new(&nonce).unwrap();
        let call = Call::new(action, nonce, self.time).with_format(self.format);
        let query = rpc::Signer::new(&self.credentials()).sign(self.method, &call).to_string();
        let Self { method, headers, .. } = self;
        if *method == Method::Post {
            return format!(
                "POST / HTTP/1.1\r\nHost: h\r\n{headers}Content-Type: \
                 application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{query}",
                query.len(),
            );
        }
        format!("{method} /?{query} HTTP/1.1\r\nHost: h\r\n{headers}\r\n")
    }

    fn acs3<A: Action>(&self, action: A, in_form: bool) -> String {
        let nonce = self.nonce();
        let nonce = SignatureNonce::new(&nonce).unwrap();
        let call = Call::new(action, nonce, self.time).with_format(self.format);
        let credentials = self.credentials();
        let signer = acs3::Signer::new(&credentials);
        let host = Host::new("vpc.aliyuncs.com").unwrap();
        let request = match self.method {
            Method::Post if in_form => signer.post_form(host, &call),
            Method::Post => signer.post(host, &call),
            _ => signer.get(host, &call),
        };
        let authorization = request.authorization().to_string();
        let headers = request.headers().with_authorization(&authorization);
        let headers: Vec<_> =
            headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let headers = headers.concat();
        let query = request.query().map(|query| format!("?{query}")).unwrap_or_default();
        let form = request.form().map(|form| form.to_string()).unwrap_or_default();
        let (method, more, len) = (self.method, &self.headers, form.len());
        format!("{method} /{query} HTTP/1.1\r\n{headers}{more}Content-Length: {len}\r\n\r\n{form}")
    }
}

/// A call of any parameters beside those of a signature, signed.
fn signed(common: &[(&str, &str)], own: &[(&str, &str)]) -> String {
    let nonce = Signing::new().nonce();
    let basic = [
        ("AccessKeyId", "testid"),
        ("SignatureMethod", "HMAC-SHA1"),
        ("SignatureNonce", nonce.as_str()),
        ("SignatureVersion", "1.0"),
        ("Timestamp", "2026-11-25T01:25:52.203918351Z"),
    ];
    let mut pairs: Vec<_> = [common, own].concat();
    let is_given = |name: &str, pairs: &[(&str, &str)]| pairs.iter().any(|(one, _)| *one == name);
    let more: Vec<_> = basic.into_iter().filter(|(name, _)| !is_given(name, &pairs)).collect();
    pairs.extend(more);
    // What is none is left out.
    pairs.retain(|(_, value)| *value != "\0");
    pairs.sort_unstable();
    let pairs = Pairs::new(&pairs).unwrap();
    let key = rpc::SigningKey::new(AccessKeySecret::new("testsecret").unwrap());
    let to_sign = rpc::StringToSign::of_pairs(Method::Get, pairs);
    let signed = to_sign.signed(to_sign.sign(&key));
    format!("GET /?{signed} HTTP/1.1\r\nHost: h\r\n\r\n")
}
