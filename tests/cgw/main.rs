//! `cgw`, the example that is a tool: what it prints, and what it exits with.
#![cfg(all(feature = "json", feature = "sign", feature = "xml"))]
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a tool that cannot be run fails its test"
)]

mod actions;
mod explain;
mod lines;
mod output;
mod reports;
mod request;
mod response;
mod secrets;
mod serve;
mod sign;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use serde_json::{Map, Value, json};

const VECTORS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors");

fn vector(path: &str) -> String {
    let path = format!("{VECTORS}/{path}");
    std::fs::read_to_string(&path).unwrap_or_else(|error| unreachable!("{path}: {error}"))
}

/// The tool as this run of the tests would build it: with the same features, into the same folder.
/// Cargo builds examples for `cargo test`, but not for `cargo test --test cgw`.
fn executable() -> &'static Path {
    static EXECUTABLE: LazyLock<PathBuf> = LazyLock::new(|| {
        let test = std::env::current_exe().unwrap();
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(["build", "--quiet", "--example", "cgw", "--message-format", "json"]);
        cargo.arg("--manifest-path").arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"));
        cargo.arg("--target-dir").arg(test.ancestors().nth(3).unwrap());
        cargo.args(["--no-default-features", "--features", &FEATURES.join(",")]);
        if !cfg!(debug_assertions) {
            cargo.arg("--release");
        }
        let output = cargo.stdin(Stdio::null()).stderr(Stdio::inherit()).output().unwrap();
        assert!(output.status.success(), "cargo build --example cgw: {}", output.status);
        let messages = String::from_utf8(output.stdout).unwrap();
        let messages = messages.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let mut executables =
            messages.filter_map(|message| Some(message["executable"].as_str()?.into()));
        executables.next_back().unwrap()
    });
    &EXECUTABLE
}

/// The features of this build.
const FEATURES: &[&str] = &[
    "json",
    "sign",
    "xml",
    #[cfg(feature = "arbitrary")]
    "arbitrary",
    #[cfg(feature = "defmt")]
    "defmt",
    #[cfg(feature = "proptest")]
    "proptest",
    #[cfg(feature = "rand_core")]
    "rand_core",
    #[cfg(feature = "serde")]
    "serde",
];

/// What a run of the tool left.
#[derive(Debug, PartialEq)]
struct Run {
    code: i32,
    stdout: String,
    stderr: String,
}

impl Run {
    fn new(code: i32, stdout: &str, stderr: &str) -> Self {
        Self { code, stdout: stdout.to_owned(), stderr: stderr.to_owned() }
    }
}

const ID: &str = "ALIBABA_CLOUD_ACCESS_KEY_ID";
const SECRET: &str = "ALIBABA_CLOUD_ACCESS_KEY_SECRET";
const TOKEN: &str = "ALIBABA_CLOUD_SECURITY_TOKEN";

/// Runs the tool with only these of the variables that it reads.
fn run_with(variables: &[(&str, &str)], arguments: &[&str], input: &[u8]) -> Run {
    let mut command = Command::new(executable());
    for name in [ID, SECRET, TOKEN] {
        command.env_remove(name);
    }
    let mut child = command
        .envs(variables.iter().copied())
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // More may go in than a pipe holds while as much comes out.
    let output = std::thread::scope(|scope| {
        scope.spawn(move || {
            // A tool that does not read closes the pipe.
            let _ = stdin.write_all(input);
        });
        child.wait_with_output().unwrap()
    });
    Run {
        code: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

fn run(arguments: &[&str]) -> Run {
    run_with(&[], arguments, b"")
}

#[test]
fn without_an_argument() {
    assert_eq!(run(&[]), Run::new(0, &vector("cgw/samples"), ""));
}

#[test]
fn help() {
    let help = run(&["--help"]);
    assert_eq!((help.code, help.stderr.as_str()), (0, ""));
    for command in ["request", "response", "lines", "editions", "serve"] {
        let line = format!("\n  {command} ");
        assert!(help.stdout.contains(&line), "{command}: {}", help.stdout);
        let of_command = run(&[command, "--help"]);
        assert_eq!((of_command.code, of_command.stderr.as_str()), (0, ""), "{command}");
        assert!(of_command.stdout.contains(&format!("Usage: cgw {command}")), "{command}");
    }
    let of_request = run(&["request", "--help"]).stdout;
    for option in [
        "--action",
        "--edition",
        "--region",
        "--ip",
        "--client-token",
        "--name",
        "--description",
        "--asn",
        "--auth-key",
        "--auth-key-file",
        "--auth-key-env",
        "--tag",
        "--resource-group-id",
        "--customer-gateway-id",
        "--page-number",
        "--page-size",
        "--sign",
        "--method",
        "--format",
        "--host",
        "--nonce",
        "--timestamp",
    ] {
        assert!(of_request.contains(&format!("      {option}")), "{option}: {of_request}");
    }
    for name in [ID, SECRET, TOKEN] {
        assert!(of_request.contains(name), "{name}: {of_request}");
    }
    assert_eq!(
        run(&["--version"]),
        Run::new(0, &format!("cgw {}\n", env!("CARGO_PKG_VERSION")), ""),
    );
}

/// What scripts go by, and what other implementations are held against.
#[test]
fn what_the_help_documents() {
    let codes = "Exit codes:\n  0  done\n  1  a value was refused here, before anything was sent\n  \
                 2  the command line is wrong\n  3  the service refused the call or failed\n  \
                 4  the body is not a response of the service\n  \
                 5  something could not be read or written\n";
    for arguments in [["--help"].as_slice(), &["-h"], &["help", "request"], &["lines", "--help"]] {
        assert!(run(arguments).stdout.ends_with(codes), "{arguments:?}");
    }
    let help = run(&["help", "lines"]).stdout;
    for op in ["query", "sign", "rpc", "acs3", "response", "explain", "host", "verify"] {
        assert!(help.contains(&format!("{{\"op\":\"{op}\"")), "{op}");
    }
    for member in [
        "action",
        "edition",
        "parameters",
        "common",
        "method",
        "secret",
        "access_key_id",
        "path",
        "query",
        "headers",
        "signed_headers",
        "body",
        "body_base64",
        "request_body",
        "status",
        "signature",
        "region",
        "network",
        "host",
        "string_to_sign",
        "signed_query",
        "canonical_query",
        "canonical_request",
        "authorization",
        "created",
        "page",
        "gateway",
        "modified",
        "deleted",
        "failed",
        "mismatch",
        "error",
        "parameter",
        "sentence",
        "code",
        "kind",
        "name",
        "ours",
        "theirs",
        "Known",
        "Retry",
        "RetryKind",
        "Blames",
        "Damaged",
        "CustomerGateways",
        "Tags",
        "TotalCount",
        "Asn",
        "AuthKey",
        "ResourceGroupId",
        "CreateTime",
        "request_base64",
        "keys",
        "verified",
    ] {
        let words = help.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        assert!(words.into_iter().any(|word| word == member), "{member}");
    }
}

/// What is no option may be anything.
#[test]
fn a_command_line_is_shown_escaped() {
    for arguments in [
        ["\u{1b}[2J\u{202e}"].as_slice(),
        &["request", "--\u{1b}[2J"],
        &["request", "--edition", "\u{9b}2J"],
        &["response", "--status", "\u{1b}]0;x\u{7}"],
    ] {
        let usage = run(arguments);
        assert_eq!((usage.code, usage.stdout.as_str()), (2, ""));
        let is_unsafe = |c: char| c != '\n' && (c.is_control() || c == '\u{202e}');
        assert!(!usage.stderr.contains(is_unsafe), "{:?}", usage.stderr);
    }
}

#[test]
fn what_is_no_command() {
    for arguments in [
        ["nonsense"].as_slice(),
        &["request"],
        &["request", "--region", "cn-shanghai"],
        &["request", "--ip", "101.12.0.12"],
        &["request", "--region", "cn-shanghai", "--ip", "101.12.0.12", "--nonce", "n"],
        &["request", "--region", "cn-shanghai", "--ip", "101.12.0.12", "--sign", "hmac"],
        &["response"],
        &["response", "--status", "abc"],
        &["response", "--status", "65536"],
        &["lines", "file"],
    ] {
        let run = run(arguments);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(run.stderr.starts_with("error: "), "{arguments:?}: {}", run.stderr);
    }
}
