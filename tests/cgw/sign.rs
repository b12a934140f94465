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

const FIXED: [&str; 6] =
    ["--nonce", "n'1", "--timestamp", "2024-01-02T03:04:05Z", "--client-token", "t 1"];

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

/// Without them, a nonce and a token are random and the timestamp is of now; the token is told, since
/// every retry needs it.
#[test]
fn what_is_not_given_is_made() {
    let uuid = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
    let note = format!("^note: made --client-token ({uuid}); give it on every retry\n$");
    let (uuid, note) = (format!("^{uuid}$"), regex::Regex::new(&note).unwrap());
    let uuid = regex::Regex::new(&uuid).unwrap();
    let made: Vec<_> = (0..2)
        .map(|_| {
            let before = jiff::Timestamp::now().as_second();
            let run = run_with(&KEY, &arguments("acs3", &[]), b"");
            let after = jiff::Timestamp::now().as_second();
            assert_eq!(run.code, 0);
            let header = |name: &str| {
                let mut lines = run.stdout.lines();
                lines.find_map(|line| line.strip_prefix(name)).unwrap().to_owned()
            };
            let date = header("x-acs-date: ").parse::<jiff::Timestamp>().unwrap().as_second();
            assert!((before..=after).contains(&date), "{before} {date} {after}");
            let token = note.captures(&run.stderr).unwrap()[1].to_owned();
            assert!(run.stdout.contains(&format!("?ClientToken={token}&")), "{}", run.stdout);
            let nonce = header("x-acs-signature-nonce: ");
            assert!(uuid.is_match(&nonce), "{nonce}");
            assert_ne!(nonce, token);
            (nonce, token)
        })
        .collect();
    assert_ne!(made[0].0, made[1].0);
    assert_ne!(made[0].1, made[1].1);
}

#[test]
fn what_is_missing_or_refused() {
    let missing = |name: &str| {
        format!("error: the environment variable {name} is not set: signing needs it\n")
    };
    let refused = |sentence: &str| format!("error: {sentence}\n");
    let visible = "use visible ASCII characters";
    for (variables, more, sentence) in [
        ([].as_slice(), [].as_slice(), missing(ID) + &missing(SECRET)),
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
            &[(ID, "testid"), (SECRET, "kEyThatNobodyMaySee\r\n")],
            &[],
            refused("AccessKeySecret ends with '\\r': remove it, it was copied with the value"),
        ),
        (
            &[(ID, "STS.testid"), (SECRET, HIDDEN)],
            &[],
            refused(
                "SecurityToken is missing: an AccessKeyId that starts with \"STS.\" comes with one",
            ),
        ),
        (
            &[(ID, "STS.testid"), (SECRET, HIDDEN), (TOKEN, "")],
            &[],
            refused(
                "SecurityToken is missing: an AccessKeyId that starts with \"STS.\" comes with one",
            ),
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
                "Host starts with \"https://\": leave the prefix out\n  \
                 --host https://vpc.aliyuncs.com\n         ^",
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

/// An action that only reads needs no token.
#[test]
fn no_token_is_made_for_a_listing() {
    for signature in ["rpc", "acs3"] {
        for method in ["get", "post"] {
            let arguments = [
                "request",
                "--region",
                "r",
                "--action",
                "DescribeCustomerGateways",
                "--sign",
                signature,
                "--method",
                method,
            ];
            let run = run_with(&KEY, &arguments, b"");
            assert_eq!((run.code, run.stderr.as_str()), (0, ""));
            assert!(!run.stdout.contains("ClientToken"), "{}", run.stdout);
            assert!(run.stdout.contains("DescribeCustomerGateways"), "{}", run.stdout);
        }
    }
}

/// Values, credentials and options, each with an error.
#[test]
fn every_refusal_is_told() {
    let arguments =
        ["request", "--region", "r", "--ip", "1", "--sign", "rpc", "--nonce", "", "--host", "-"];
    let refused = run_with(&[(ID, "a b"), (TOKEN, "\u{e9}")], &arguments, b"");
    assert_eq!(refused.code, 1);
    let errors: Vec<_> =
        refused.stderr.lines().filter(|line| line.starts_with("error: ")).collect();
    let starts = [
        "error: IpAddress ends too early",
        "error: the environment variable ALIBABA_CLOUD_ACCESS_KEY_SECRET is not set",
        "error: unexpected character ' ' at byte 1 of AccessKeyId",
        "error: unexpected character at byte 0 of SecurityToken",
        "error: unexpected character '-' at byte 0 of Host",
        "error: SignatureNonce is empty",
    ];
    assert_eq!(errors.len(), starts.len(), "{}", refused.stderr);
    for (error, start) in errors.iter().zip(starts) {
        assert!(error.starts_with(start), "{error}");
    }
}

#[cfg(unix)]
#[test]
fn a_variable_that_is_not_utf_8() {
    use std::os::unix::ffi::OsStrExt as _;

    for name in [ID, SECRET, TOKEN] {
        let output = Command::new(executable())
            .envs([(ID, "testid"), (SECRET, HIDDEN)])
            .env_remove(TOKEN)
            .env(name, std::ffi::OsStr::from_bytes(b"kEy\xff"))
            .args(arguments("rpc", &FIXED))
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let sentence = format!("error: the environment variable {name} is not UTF-8\n");
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(String::from_utf8(output.stderr).unwrap(), sentence);
        assert_eq!(output.stdout, b"");
    }
}
