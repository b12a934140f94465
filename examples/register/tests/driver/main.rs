//! What the program sends, prints and stores, against a service that follows a script.

mod tls;

use std::io::{BufRead as _, BufReader, Read, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

const CONFIG: &str = r#"
RegionId = "cn-shanghai"
IpAddress = "101.12.0.12"
Name = "branch office"
Asn = 65001
AuthKey = "auth-key-secret"
"#;

const CREATED: &str = r#"{"CustomerGatewayId":"cgw-1","RequestId":"R","IpAddress":"101.12.0.12"}"#;

/// A folder of a test's own, removed with it.
struct Site(PathBuf);

impl Site {
    fn new(config: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("gateway.toml"), config).unwrap();
        Self(folder)
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_register"));
        command.args([self.0.join("gateway.toml"), self.0.join("state")]);
        command.env_clear().stdin(Stdio::null());
        command.env("ALIBABA_CLOUD_ACCESS_KEY_ID", "testid");
        command.env("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "secret-of-testid");
        command
    }

    fn run(&self, host: &str) -> Output {
        finish(self.command().env("REGISTER_HTTP_HOST", host))
    }

    fn state(&self) -> String {
        std::fs::read_to_string(self.0.join("state")).unwrap()
    }
}

/// Runs a program that has to end by itself before it has given up.
fn finish(command: &mut Command) -> Output {
    let command = command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    for _ in 0..1500 {
        if child.try_wait().unwrap().is_some() {
            return child.wait_with_output().unwrap();
        }
        thread::sleep(Duration::from_millis(20));
    }
    child.kill().unwrap();
    panic!("it goes on: {:?}", child.wait_with_output());
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Responds to one connection after another, and returns what was received.
fn service(script: Vec<Vec<u8>>) -> (String, thread::JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let host = listener.local_addr().unwrap().to_string();
    let received = thread::spawn(move || {
        let respond = |response: Vec<u8>| {
            let (stream, _) = listener.accept().unwrap();
            let request = read_request(&stream);
            (&stream).write_all(&response).unwrap();
            request
        };
        script.into_iter().map(respond).collect()
    });
    (host, received)
}

fn read_request(stream: impl Read) -> String {
    let mut reader = BufReader::new(stream);
    let (mut head, mut length) = (String::new(), 0);
    while !head.ends_with("\r\n\r\n") {
        let mut line = String::new();
        assert_ne!(reader.read_line(&mut line).unwrap(), 0, "{head}");
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length: ") {
            length = value.trim().parse().unwrap();
        }
        head.push_str(&line);
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    head + str::from_utf8(&body).unwrap()
}

fn response(status: u16, headers: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!("HTTP/1.1 {status} X\r\n{headers}Content-Length: {length}\r\n\r\n{body}").into_bytes()
}

/// The value of a parameter of the form, as it stands there.
fn parameter<'a>(request: &'a str, name: &str) -> &'a str {
    let (_, form) = request.split_once("\r\n\r\n").unwrap();
    let values = form.split('&').filter_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
    let values: Vec<_> = values.collect();
    let [value] = values[..] else { panic!("{name} in {request}") };
    value
}

fn assert_outcome(output: &Output, code: i32, stdout: &str, stderr: &str) {
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{told}");
    assert_eq!(String::from_utf8_lossy(&output.stdout), stdout);
    assert_eq!(told, stderr);
}

#[test]
fn a_gateway_is_created_and_its_id_printed() {
    let site = Site::new(CONFIG);
    let (host, received) = service(vec![response(200, "", CREATED)]);
    let output = site.run(&host);
    assert_outcome(&output, 0, "cgw-1\n", "CreateCustomerGateway: created cgw-1\ncreated cgw-1\n");
    let received = received.join().unwrap();
    assert!(received[0].starts_with("POST / HTTP/1.1\r\n"), "{received:?}");
    for (name, value) in [
        ("AccessKeyId", "testid"),
        ("Action", "CreateCustomerGateway"),
        ("Asn", "65001"),
        ("AuthKey", "auth-key-secret"),
        ("IpAddress", "101.12.0.12"),
        ("Name", "branch%20office"),
        ("RegionId", "cn-shanghai"),
    ] {
        assert_eq!(parameter(&received[0], name), value);
    }
    let head = received[0].to_ascii_lowercase();
    assert!(head.contains("\r\ncontent-type: application/x-www-form-urlencoded\r\n"), "{head}");
    assert!(!head.contains("accept-encoding"), "{head}");
    // What is stored is what was sent.
    let token = parameter(&received[0], "ClientToken");
    assert_eq!(site.state(), format!("ClientToken = \"{token}\"\n{CONFIG}"));
}

#[test]
fn the_same_token_is_sent_until_there_is_a_response_and_after_a_crash() {
    let site = Site::new(CONFIG);
    let busy = r#"{"Code":"ServiceUnavailable","Message":"Busy.","RequestId":"R"}"#;
    let cut = &response(200, "", CREATED)[..60];
    // Nothing at all, a body cut off before the id, a failure that passes.
    let script =
        vec![Vec::new(), cut.to_vec(), response(503, "", busy), response(200, "", CREATED)];
    let (host, received) = service(script);
    assert_outcome(
        &site.run(&host),
        0,
        "cgw-1\n",
        "CreateCustomerGateway: io: Peer disconnected\n\
         CreateCustomerGateway: HTTP status 200: the body ends at byte 22 in the middle: \
         it was cut off, so receive all of it\n\
         CreateCustomerGateway: failed with status 503, ServiceUnavailable: Busy.\n\
         CreateCustomerGateway: created cgw-1\n\
         created cgw-1\n",
    );
    let mut received = received.join().unwrap();
    // As if it had crashed before it printed the id.
    let (host, again) = service(vec![response(200, "", CREATED)]);
    assert_eq!(site.run(&host).status.code(), Some(0));
    received.extend(again.join().unwrap());

    let tokens: Vec<_> = received.iter().map(|text| parameter(text, "ClientToken")).collect();
    assert!(tokens.iter().all(|token| *token == tokens[0]), "{tokens:?}");
    let mut nonces: Vec<_> =
        received.iter().map(|text| parameter(text, "SignatureNonce")).collect();
    nonces.sort_unstable();
    nonces.dedup();
    assert_eq!(nonces.len(), received.len());
}

#[test]
fn an_id_in_a_body_that_is_cut_off_is_not_lost() {
    let site = Site::new(CONFIG);
    let whole = response(200, "", CREATED);
    let (host, _) = service(vec![whole[..whole.len() - 10].to_vec()]);
    assert_outcome(
        &site.run(&host),
        0,
        "cgw-1\n",
        "CreateCustomerGateway: created cgw-1; the body ends at byte 61 in the middle: \
         what follows is lost\n\
         created cgw-1\n",
    );
}

#[test]
fn a_redirect_is_not_followed() {
    let site = Site::new(CONFIG);
    let (elsewhere, _) = service(vec![response(200, "", CREATED)]);
    let moved = response(302, &format!("Location: http://{elsewhere}/\r\n"), "");
    let (host, received) = service(vec![moved, response(200, "", CREATED)]);
    let output = site.run(&host);
    assert_outcome(
        &output,
        0,
        "cgw-1\n",
        "CreateCustomerGateway: HTTP status 302: the body is empty: \
         try again after a pause, with the same ClientToken\n\
         CreateCustomerGateway: created cgw-1\n\
         created cgw-1\n",
    );
    assert_eq!(received.join().unwrap().len(), 2);
}

#[test]
fn the_clock_is_set_by_the_date_unless_it_is_older_than_the_program() {
    let expired = r#"{"Code":"InvalidTimeStamp.Expired","RequestId":"R"}"#;
    for (date, timestamp) in [
        ("Wed, 01 Jan 2070 00:00:00 GMT", "2070-01-01T00%3A00%3A0"),
        // Then the clock stays as it is.
        ("Thu, 01 Jan 1970 00:00:00 GMT", "20"),
    ] {
        let site = Site::new(CONFIG);
        let script =
            vec![response(400, &format!("Date: {date}\r\n"), expired), response(200, "", CREATED)];
        let (host, received) = service(script);
        assert_eq!(site.run(&host).status.code(), Some(0));
        let received = received.join().unwrap();
        let [before, after] =
            [0, 1].map(|index: usize| parameter(&received[index], "Timestamp").to_owned());
        assert!(after.starts_with(timestamp), "{after}");
        assert_eq!(after[..4] == before[..4], timestamp == "20", "{before} {after}");
    }
}

#[test]
fn a_new_token_takes_the_place_of_the_old_one() {
    let site = Site::new(CONFIG);
    let failed = r#"{"Code":"IdempotentFailed","RequestId":"R"}"#;
    let (host, received) = service(vec![response(400, "", failed), response(200, "", CREATED)]);
    assert_eq!(site.run(&host).status.code(), Some(0));
    let received = received.join().unwrap();
    let [old, new] = [0, 1].map(|index: usize| parameter(&received[index], "ClientToken"));
    assert_ne!(old, new);
    assert_eq!(site.state(), format!("ClientToken = \"{new}\"\n{CONFIG}"));
}

#[test]
fn what_was_found_and_is_not_as_asked_for_is_told_by_the_exit_code() {
    let taken = r#"{"Code":"InvalidIpAddress.AlreadyExist","RequestId":"R"}"#;
    let page = |name| {
        format!(
            r#"{{"PageNumber":1,"TotalCount":1,"CustomerGateways":{{"CustomerGateway":[{{"CustomerGatewayId":"cgw-7","IpAddress":"101.12.0.12","Asn":65001,"Name":"{name}"}}]}}}}"#
        )
    };
    for (name, code, told) in
        [("branch office", 0, "as asked for"), ("headquarters", 3, "another name")]
    {
        let site = Site::new(CONFIG);
        let (host, _) = service(vec![response(400, "", taken), response(200, "", &page(name))]);
        assert_outcome(
            &site.run(&host),
            code,
            "cgw-7\n",
            &format!(
                "CreateCustomerGateway: failed with status 400, InvalidIpAddress.AlreadyExist\n\
                 DescribeCustomerGateways, page 1: page 1, with 1 of 1 gateways\n\
                 found cgw-7 (no try of ours created it): {told}\n"
            ),
        );
    }
}

#[test]
fn a_refusal_is_for_a_person() {
    let site = Site::new(CONFIG);
    let full = r#"{"Code":"Resource.QuotaFull","Message":"The quota of resource is full","RequestId":"R"}"#;
    let (host, _) = service(vec![response(400, "", full)]);
    assert_outcome(
        &site.run(&host),
        4,
        "",
        "CreateCustomerGateway: failed with status 400, Resource.QuotaFull: \
         The quota of resource is full\n\
         refused (status 400, Resource.QuotaFull)\n",
    );
}

#[test]
fn no_secret_is_printed() {
    let site = Site::new(CONFIG);
    // The service echoes what it was sent.
    let echo = r#"{"Code":"SignatureDoesNotMatch","Message":"Specified signature is not matched with our calculation. server string to sign is:POST&%2F&AccessKeyId%3Dtestid%26AuthKey%3Dauth-key-secret%26SecurityToken%3Dtoken-secret","RequestId":"R"}"#;
    let (host, received) =
        service(vec![Vec::new(), response(400, "", echo), response(400, "", echo)]);
    let mut command = site.command();
    command.env("REGISTER_HTTP_HOST", &host).env("ALIBABA_CLOUD_SECURITY_TOKEN", "token-secret");
    let output = finish(&mut command);
    let received = received.join().unwrap();
    assert_eq!(parameter(&received[0], "SecurityToken"), "token-secret");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("SignatureDoesNotMatch"), "{told}");
    for secret in ["secret-of-testid", "auth-key-secret", "token-secret", "Signature=", &host] {
        assert!(!told.contains(secret), "{secret} in {told}");
    }
    assert_eq!(output.stdout, b"");
}

#[test]
fn mistakes_are_told_before_anything_is_sent_or_stored() {
    let refused = |site: &Site, command: &mut Command, sentence: &str| {
        let output = finish(command);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!((output.status.code(), told.as_str()), (Some(1), sentence));
        assert!(!site.0.join("state").exists());
    };
    let site = Site::new(CONFIG);
    refused(
        &site,
        site.command().env_remove("ALIBABA_CLOUD_ACCESS_KEY_SECRET"),
        "Error: ALIBABA_CLOUD_ACCESS_KEY_SECRET\n\nCaused by:\n    environment variable not found\n",
    );
    refused(
        &site,
        site.command().env("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "secret-of-testid\n"),
        "Error: AccessKeySecret ends with '\\n': remove it, it was copied with the value\n",
    );
    let mut nowhere = Command::new(env!("CARGO_BIN_EXE_register"));
    nowhere.args([site.0.join("gateway.toml"), site.0.join("missing/state")]);
    nowhere.env_clear().envs(site.command().get_envs().map(|(name, value)| (name, value.unwrap())));
    let sentence = format!(
        "Error: {}\n\nCaused by:\n    No such file or directory (os error 2)\n",
        site.0.join("missing/state").display()
    );
    refused(&site, &mut nowhere, &sentence);
    for (from, to, sentence) in [
        ("101.12.0.12", "101.12.0.012", "leading zero at byte 9 of IpAddress: leave it out"),
        (
            "AuthKey",
            "Authkey",
            "unknown field `Authkey`, expected one of `RegionId`, `IpAddress`, `ClientToken`, `Name`, \
             `Description`, `Asn`, `AuthKey`, `ResourceGroupId`, `Tags`",
        ),
        (
            "-secret\"",
            "?secret\"",
            "unexpected character at byte 8 of AuthKey: use ASCII characters other than ' ' and '?'",
        ),
    ] {
        let site = Site::new(&CONFIG.replace(from, to));
        let config = site.0.join("gateway.toml");
        let sentence = format!("Error: {}: {sentence}\n", config.display());
        refused(&site, &mut site.command(), &sentence);
    }
}

#[test]
fn another_configuration_does_not_go_on_with_the_stored_token() {
    let site = Site::new(CONFIG);
    let (host, _) = service(vec![response(200, "", CREATED)]);
    assert_eq!(site.run(&host).status.code(), Some(0));
    let stored = site.state();
    let [config, state] = ["gateway.toml", "state"].map(|name| site.0.join(name));
    let [config_name, state_name] = [&config, &state].map(|path| path.display());
    // Lines that are missing at the start, and a line that is another.
    for text in [CONFIG.replace("101.12.0.12", "101.12.0.13"), CONFIG[1..].to_owned()] {
        std::fs::write(&config, text).unwrap();
        let sentence = format!(
            "Error: {state_name} was made from another {config_name}: restore that, or remove {state_name}\n"
        );
        assert_outcome(&site.run(&host), 1, "", &sentence);
        assert_eq!(site.state(), stored);
    }
}

/// A service that responds with this, and then is silent without closing the connection.
fn silent_service(response: Vec<u8>) -> (String, thread::JoinHandle<TcpStream>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let host = listener.local_addr().unwrap().to_string();
    let open = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        read_request(&stream);
        stream.write_all(&response).unwrap();
        stream
    });
    (host, open)
}

#[test]
fn a_service_that_falls_silent_is_not_waited_for_forever() {
    let site = Site::new(CONFIG);
    let (host, open) = silent_service(Vec::new());
    let mut child =
        site.command().env("REGISTER_HTTP_HOST", host).stderr(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stderr.take().unwrap()).read_line(&mut line).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    drop(open.join());
    assert_eq!(line, "CreateCustomerGateway: timeout: global\n");
}

#[test]
fn an_id_is_not_lost_when_the_service_falls_silent_behind_it() {
    let site = Site::new(CONFIG);
    let whole = response(200, "", CREATED);
    let (host, open) = silent_service(whole[..whole.len() - 1].to_vec());
    assert_outcome(
        &site.run(&host),
        0,
        "cgw-1\n",
        "CreateCustomerGateway: created cgw-1; the body ends at byte 70 in the middle: \
         what follows is lost\n\
         created cgw-1\n",
    );
    drop(open.join());
}
