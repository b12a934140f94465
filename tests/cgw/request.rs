//! `cgw request`.

use super::*;

const MINIMAL: [&str; 5] = ["request", "--region", "cn-shanghai", "--ip", "101.12.0.12"];

fn with(more: &[&str]) -> Run {
    run(&[MINIMAL.as_slice(), more].concat())
}

#[test]
fn prints_the_query() {
    assert_eq!(
        with(&[]),
        Run::new(
            0,
            "Action=CreateCustomerGateway&IpAddress=101.12.0.12&RegionId=cn-shanghai\n",
            "",
        ),
    );
    assert_eq!(
        with(&[
            "--asn",
            "123.456",
            "--client-token",
            "a b*c~/",
            "--description=It's 2/F",
            "--name",
            "上海",
        ]),
        Run::new(
            0,
            "Action=CreateCustomerGateway&Asn=8061384&ClientToken=a%20b%2Ac~%2F\
             &Description=It%27s%202%2FF&IpAddress=101.12.0.12&Name=%E4%B8%8A%E6%B5%B7\
             &RegionId=cn-shanghai\n",
            "",
        ),
    );
}

#[test]
fn a_private_address_needs_the_current_edition() {
    let private = ["request", "--region", "r", "--ip", "10.0.0.1"];
    assert_eq!(
        run(&private),
        Run::new(
            1,
            "",
            "error: IpAddress lies in 10.0.0.0/8 (private use, RFC 1918): \
             give the public address of the VPN gateway \
             (edition 2020-11; current accepts the value)\n  --ip 10.0.0.1\n               ^\n",
        ),
    );
    assert_eq!(
        run(&[private.as_slice(), &["--edition", "current"]].concat()),
        Run::new(0, "Action=CreateCustomerGateway&IpAddress=10.0.0.1&RegionId=r\n", ""),
    );
}

/// The value of an option, the character that is to blame, and how many columns stand before the
/// caret; the sentence.
type Case<'a> = (&'a str, &'a str, usize, &'a str);

/// `{}` stands for what a name is made of.
const REFUSED: &[Case<'_>] = &[
    (
        "--region",
        "cn shanghai",
        2,
        "unexpected character ' ' at byte 2 of RegionId: use ASCII \
            letters, digits, '_' and '-', as in cn-shanghai",
    ),
    (
        "--region",
        "",
        0,
        "RegionId is empty: use ASCII letters, digits, '_' and '-', as in \
            cn-shanghai",
    ),
    ("--ip", "101.12.0.012", 9, "leading zero at byte 9 of IpAddress: leave it out"),
    ("--ip", "101.12.0.256", 9, "number at byte 9 of IpAddress is too large: it goes up to 255"),
    // Nothing in it is to blame but that it ends.
    (
        "--ip",
        "101.12.0",
        8,
        "IpAddress ends too early: write four numbers with dots between, \
            as in 101.12.0.12",
    ),
    (
        "--ip",
        "2001:db8::1",
        11,
        "IpAddress is an IPv6 address: the service accepts only IPv4, \
            as in 101.12.0.12",
    ),
    (
        "--client-token",
        "token-é",
        6,
        "unexpected character 'é' at byte 6 of ClientToken: use \
            ASCII characters",
    ),
    ("--name", "branch office", 6, "unexpected character ' ' at byte 6 of Name: {}"),
    ("--name", "-a b", 2, "unexpected character ' ' at byte 2 of Name: {}"),
    ("--name", "http://gw", 0, "Name starts with \"http://\": leave the prefix out"),
    (
        "--name",
        "G",
        1,
        "Name has 1 character: it takes 2 to 128 (edition 2020-11; current accepts the value)",
    ),
    // A Chinese character is two columns wide, and three bytes long.
    ("--name", "上海 网关", 4, "unexpected character ' ' at byte 6 of Name: {}"),
    ("--name", "上海a网 关", 7, "unexpected character ' ' at byte 10 of Name: {}"),
    ("--name", "上海🏢", 4, "unexpected character '🏢' at byte 6 of Name: {}"),
    // A letter of one column and two bytes.
    ("--name", "Zürich!", 6, "unexpected character '!' at byte 7 of Name: {}"),
    // A letter and its accent in one column: the accent is to blame, and comes after it.
    ("--name", "Zu\u{308}rich", 2, "unexpected character '\u{308}' at byte 2 of Name: {}"),
    (
        "--description",
        "2nd floor",
        0,
        "unexpected character '2' at byte 0 of Description: \
            start with a letter (edition 2020-11; current accepts the value)",
    ),
    (
        "--description",
        "上",
        2,
        "Description has 1 character: it takes 2 to 256 (edition 2020-11; current accepts the value)",
    ),
    (
        "--asn",
        "AS10001",
        0,
        "unexpected character 'A' at byte 0 of Asn: write digits, with one \
            dot for asdot, as in 10001 or 123.456",
    ),
    (
        "--asn",
        "-1",
        0,
        "unexpected character '-' at byte 0 of Asn: write digits, with one dot \
            for asdot, as in 10001 or 123.456",
    ),
    ("--asn", "1.02", 2, "leading zero at byte 2 of Asn: leave it out"),
    ("--asn", "65535.65536", 6, "number at byte 6 of Asn is too large: it goes up to 65535"),
];

#[test]
fn points_at_what_it_refuses() {
    const NAME: &str =
        "use letters, digits, '.', '_' and '-' (edition 2020-11; current accepts the value)";
    for (option, text, columns, sentence) in REFUSED {
        let mut arguments = MINIMAL.to_vec();
        match arguments.iter().position(|argument| argument == option) {
            Some(place) => arguments[place + 1] = text,
            None => arguments.extend([option, text]),
        }
        let sentence = sentence.replace("{}", NAME);
        // A sentence escapes a character that would join the quote before it.
        let sentence = sentence.replace("'\u{308}'", "'\\u{308}'");
        let caret = " ".repeat(2 + option.len() + 1 + columns);
        let stderr = format!("error: {sentence}\n  {option} {text}\n{caret}^\n");
        assert_eq!(run(&arguments), Run::new(1, "", &stderr), "{option} {text:?}");
    }
}

/// The caret is below the character as it is shown: escaped, where it would steer the terminal.
#[test]
fn points_behind_escaped_characters() {
    assert_eq!(
        with(&["--name", "a\tb"]).stderr,
        "error: unexpected character '\\t' at byte 1 of Name: use letters, digits, '.', '_' and \
         '-' (edition 2020-11; current accepts the value)\n  --name a\\tb\n          ^\n",
    );
    assert_eq!(
        with(&["--client-token", "\u{1b}[2J\r\né"]).stderr,
        "error: unexpected character 'é' at byte 6 of ClientToken: use ASCII characters\n  \
         --client-token \\u{1b}[2J\\r\\né\n                              ^\n",
    );
    assert_eq!(
        with(&["--client-token", "\u{202e}"]).stderr,
        "error: unexpected character '\\u{202e}' at byte 0 of ClientToken: use ASCII characters\n  \
         --client-token \\u{202e}\n                 ^\n",
    );
}

#[test]
fn every_refusal_is_told() {
    let refused = run(&["request", "--region", "", "--ip", "10.0.0.1", "--name", "a b"]);
    assert_eq!(refused.code, 1);
    let lines: Vec<_> = refused.stderr.lines().collect();
    assert_eq!(lines.len(), 9, "{}", refused.stderr);
    assert!(lines[0].starts_with("error: RegionId is empty"), "{}", refused.stderr);
    assert!(lines[3].starts_with("error: IpAddress lies in 10.0.0.0/8"), "{}", refused.stderr);
    assert!(lines[6].starts_with("error: unexpected character ' '"), "{}", refused.stderr);
}

/// A missing value is told beside the wrong ones; only missing ones are a wrong command line.
#[test]
fn missing_values_are_told() {
    let region = "error: RegionId is missing: every request has one; give it with --region\n";
    let address = "error: IpAddress is missing: every request has one; give it with --ip\n";
    assert_eq!(run(&["request"]), Run::new(2, "", &format!("{region}{address}")));
    assert_eq!(run(&["request", "--region", "r"]), Run::new(2, "", address));
    let refused = run(&["request", "--asn", "0"]);
    assert_eq!(refused.code, 1);
    let start = format!("{region}{address}error: Asn 0 is reserved");
    assert!(refused.stderr.starts_with(&start), "{}", refused.stderr);
}
