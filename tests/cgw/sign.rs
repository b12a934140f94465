//! `cgw sign`.

use super::*;

const HIDDEN: &str = "kEyThatNobodyMaySee";
const KEY: [(&str, &str); 2] = [(ID, "testid"), (SECRET, HIDDEN)];

fn arguments(signature: &'static str, more: &[&'static str]) -> Vec<&'static str> {
    let request = [
        "request",
        "--region",
        "cn-shanghai",
        "--ip",
        "101.12.0.12",
        "--name",
        "上海",
        "--description",
        "It's 2/F",
        "--sign",
        signature,
    ];
    [request.as_slice(), more].concat()
}

const FIXED: [&str; 4] = ["--nonce", "n'1", "--timestamp", "2024-01-02T03:04:05Z"];

/// Every way to sign, with the output that was computed elsewhere.
fn runs() -> Vec<(String, Run)> {
    let mut runs = Vec::new();
    for signature in ["rpc", "acs3"] {
        for method in ["get", "post"] {
            for token in [false, true] {
                let mut arguments = arguments(signature, &FIXED);
                arguments.extend(["--method", method]);
                let mut variables = KEY.to_vec();
                let mut name = format!("cgw/{signature}-{method}");
                if token {
                    name.push_str("-with-security-token");
                    variables.push((TOKEN, "CAIS+/Example=="));
                    let host = "vpc.cn-shanghai.aliyuncs.com";
                    arguments.extend(["--format", "xml", "--host", host]);
                }
                runs.push((name, run_with(&variables, &arguments, b"")));
            }
        }
    }
    runs
}

#[test]
fn prints_what_to_send() {
    for (name, run) in runs() {
        assert_eq!(run, Run::new(0, &vector(&name), ""), "{name}");
        assert!(!run.stdout.contains(HIDDEN), "{name}");
    }
}

/// GET and JSON, to the central endpoint, are what one gets without asking; an empty token is
/// none.
#[test]
fn without_further_options() {
    for signature in ["rpc", "acs3"] {
        let expected = Run::new(0, &vector(&format!("cgw/{signature}-get")), "");
        let arguments = arguments(signature, &FIXED);
        assert_eq!(run_with(&KEY, &arguments, b""), expected);
        let empty = [KEY.as_slice(), &[(TOKEN, "")]].concat();
        assert_eq!(run_with(&empty, &arguments, b""), expected);
    }
}

/// A shell reads the last line as it is meant.
#[cfg(unix)]
#[test]
fn a_shell_reads_the_line() {
    for (name, run) in runs() {
        let line = run.stdout.lines().last().unwrap();
        let script = format!("curl() {{ printf '%s\\n' \"$@\"; }}\n{line}");
        let output = Command::new("sh").arg("-c").arg(&script).output().unwrap();
        let words = String::from_utf8(output.stdout).unwrap();
        let words: Vec<_> = words.lines().collect();
        let (head, body) = match run.stdout.lines().position(str::is_empty).unwrap() {
            end if run.stdout.starts_with("POST") => {
                let body = run.stdout.lines().nth(end + 1).unwrap();
                (run.stdout.lines().take(end).collect::<Vec<_>>(), vec!["--data-raw", body])
            }
            end => (run.stdout.lines().take(end).collect(), Vec::new()),
        };
        let url = head[0].split_once(' ').unwrap().1;
        let headers = head[1..].iter().flat_map(|header| ["-H", header]);
        let expected: Vec<_> = [url].into_iter().chain(headers).chain(body).collect();
        assert_eq!(words, expected, "{name}");
    }
}

/// Without them, a nonce is random and the timestamp is of now.
#[test]
fn nonce_and_timestamp_are_made() {
    let nonces: Vec<_> = (0..2)
        .map(|_| {
            let before = jiff::Timestamp::now().as_second();
            let run = run_with(&KEY, &arguments("acs3", &[]), b"");
            let after = jiff::Timestamp::now().as_second();
            assert_eq!((run.code, run.stderr.as_str()), (0, ""));
            let header = |name: &str| {
                let mut lines = run.stdout.lines();
                lines.find_map(|line| line.strip_prefix(name)).unwrap().to_owned()
            };
            let date = header("x-acs-date: ").parse::<jiff::Timestamp>().unwrap().as_second();
            assert!((before..=after).contains(&date), "{before} {date} {after}");
            header("x-acs-signature-nonce: ")
        })
        .collect();
    assert_ne!(nonces[0], nonces[1]);
    let uuid = "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$";
    let uuid = regex::Regex::new(uuid).unwrap();
    assert!(nonces.iter().all(|nonce| uuid.is_match(nonce)), "{nonces:?}");
}

#[test]
fn what_is_missing_or_refused() {
    let missing = |name: &str| {
        format!("error: the environment variable {name} is not set: signing needs it\n")
    };
    let refused = |sentence: &str| format!("error: {sentence}\n");
    let visible = "use visible ASCII characters";
    for (variables, more, sentence) in [
        ([].as_slice(), [].as_slice(), missing(ID)),
        (&[(SECRET, HIDDEN)], &[], missing(ID)),
        (&[(ID, ""), (SECRET, HIDDEN)], &[], missing(ID)),
        (&[(ID, "testid")], &[], missing(SECRET)),
        (&[(ID, "testid"), (SECRET, "")], &[], missing(SECRET)),
        (
            &[(ID, "test,id"), (SECRET, HIDDEN)],
            &[],
            refused(&format!(
                "unexpected character ',' at byte 4 of AccessKeyId: {visible} other than ','"
            )),
        ),
        (
            &[(ID, "testid"), (SECRET, HIDDEN), (TOKEN, "a b")],
            &[],
            refused(&format!("unexpected character ' ' at byte 1 of SecurityToken: {visible}")),
        ),
        (
            &KEY,
            &["--nonce", "a b"],
            refused(&format!(
                "unexpected character ' ' at byte 1 of SignatureNonce: {visible}\n  \
                 --nonce a b\n           ^"
            )),
        ),
        (
            &KEY,
            &["--timestamp", "2023-02-29T00:00:00Z"],
            refused(
                "no such date or time at byte 8 of Timestamp: write UTC as in \
                 2024-01-02T03:04:05Z\n  --timestamp 2023-02-29T00:00:00Z\n                      ^",
            ),
        ),
        (
            &KEY,
            &["--host", "https://vpc.aliyuncs.com"],
            refused(
                "unexpected character '/' at byte 6 of Host: use ASCII letters, digits, '.', '-' \
                 and ':', as in vpc.aliyuncs.com\n  --host https://vpc.aliyuncs.com\n               ^",
            ),
        ),
    ] {
        for signature in ["rpc", "acs3"] {
            let run = run_with(variables, &arguments(signature, more), b"");
            assert_eq!(run, Run::new(1, "", &sentence), "{variables:?} {more:?}");
            assert!(!run.stderr.contains(HIDDEN));
        }
    }
}

/// A value is refused before a key is looked for.
#[test]
fn a_refused_value_comes_first() {
    let refused = run(&["request", "--region", "r", "--ip", "1", "--sign", "rpc"]);
    assert_eq!(refused.code, 1);
    assert!(refused.stderr.starts_with("error: IpAddress ends too early"), "{}", refused.stderr);
}

#[cfg(unix)]
#[test]
fn a_secret_that_is_not_utf_8() {
    use std::os::unix::ffi::OsStrExt as _;

    let output = Command::new(executable())
        .env(ID, "testid")
        .env(SECRET, std::ffi::OsStr::from_bytes(b"kEy\xff"))
        .env_remove(TOKEN)
        .args(arguments("rpc", &[]))
        .output()
        .unwrap();
    let sentence = format!("error: the environment variable {SECRET} is not UTF-8\n");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), sentence);
}
