//! Where the output goes.

use super::*;

const REQUEST: [&str; 5] = ["request", "--region", "r", "--ip", "101.12.0.12"];

/// A line that has a result, and one that has none.
const LINES: &[u8] = b"{\"op\":\"query\",\"parameters\":{}}\n\n";

/// Runs the tool with an output of its own.
fn run_into(stdout: impl Into<Stdio>, arguments: &[&str], input: &[u8]) -> (Option<i32>, String) {
    let mut child = Command::new(executable())
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(stdout)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A tool that does not read closes the pipe.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

/// Each command that prints, with what it reads.
fn printing() -> Vec<(Vec<&'static str>, &'static [u8])> {
    let body = br#"{"CustomerGatewayId":"cgw-1","RequestId":"1"}"#;
    vec![
        (vec![], b""),
        (vec!["--help"], b""),
        (vec!["lines", "--help"], b""),
        (REQUEST.to_vec(), b""),
        (vec!["response", "--status", "200"], body),
        (vec!["response", "--status", "500"], body),
        (vec!["lines"], LINES),
    ]
}

/// Where there is a device that is always full.
#[test]
fn a_full_output_is_an_error() {
    for (arguments, input) in printing() {
        let Ok(full) = std::fs::OpenOptions::new().write(true).open("/dev/full") else { return };
        let (code, stderr) = run_into(full, &arguments, input);
        assert_eq!(code, Some(5), "{arguments:?}");
        let start = "error: standard output cannot be written: ";
        assert!(stderr.starts_with(start) && stderr.lines().count() == 1, "{stderr}");
    }
}

/// The standard library opens `/dev/null` in place of a descriptor that is closed.
#[cfg(unix)]
#[test]
fn a_closed_output_is_an_error() {
    for (arguments, input) in printing() {
        let mut child = Command::new("sh")
            .args(["-c", "exec \"$@\" >&-", "sh"])
            .arg(executable())
            .args(&arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let _ = child.stdin.take().unwrap().write_all(input);
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(5), "{arguments:?}");
        let sentence = "error: standard output cannot be written: it is closed\n";
        assert_eq!(String::from_utf8(output.stderr).unwrap(), sentence, "{arguments:?}");
    }
    // What prints nothing needs no output.
    let status = Command::new("sh")
        .args(["-c", "exec \"$@\" >&- 2>&-", "sh"])
        .arg(executable())
        .arg("request")
        .stdin(Stdio::null())
        .status()
        .unwrap();
    assert_eq!(status.code(), Some(2));
}

/// Nobody reads what is thrown away, which is what was asked for.
#[test]
fn a_discarded_output_is_no_error() {
    for (arguments, input) in printing() {
        let code = if arguments.contains(&"500") { 3 } else { 0 };
        assert_eq!(run_into(Stdio::null(), &arguments, input), (Some(code), String::new()));
        let Ok(null) = std::fs::OpenOptions::new().read(true).write(true).open("/dev/null") else {
            continue;
        };
        assert_eq!(run_into(null, &arguments, input), (Some(code), String::new()));
    }
}

/// A reader that went away wants no more.
#[test]
fn a_closed_pipe_is_no_error() {
    for (arguments, input) in printing() {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let code = if arguments.contains(&"500") { 3 } else { 0 };
        assert_eq!(run_into(writer, &arguments, input), (Some(code), String::new()));
    }
}

/// Errors that nobody can be told do not change the code.
#[test]
fn a_full_error_output() {
    let Ok(full) = std::fs::OpenOptions::new().write(true).open("/dev/full") else { return };
    let status = Command::new(executable())
        .arg("request")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(full)
        .status()
        .unwrap();
    assert_eq!(status.code(), Some(2));
}
