//! Headers: their names, their values, their order, and which of them are signed.

use aliyun_customer_gateway::acs3::InvalidHeaders::{
    Duplicate, Missing, Name, OutOfOrder, Unsigned, Value,
};
use aliyun_customer_gateway::query::Pairs;
use aliyun_customer_gateway::{Method, acs3};

const SORT: &str = "sort names by their lower case";

#[test]
fn names_that_are_refused() {
    let name = "is invalid: use ASCII letters, digits and '-', as in x-acs-date";
    for (headers, error, sentence) in [
        (
            [("x-acs-date", ".."), ("host", "..")].as_slice(),
            OutOfOrder { name: "host", previous: "x-acs-date" },
            format!("header \"host\" must come before \"x-acs-date\": {SORT}"),
        ),
        (
            // In the order of their bytes, but not in that of their lower case.
            &[("Zone", "1"), ("host", "2")],
            OutOfOrder { name: "host", previous: "Zone" },
            format!("header \"host\" must come before \"Zone\": {SORT}"),
        ),
        (
            // `_` is less than `a`, but greater than `A`.
            &[("xA", "1"), ("x_", "2")],
            OutOfOrder { name: "x_", previous: "xA" },
            format!("header \"x_\" must come before \"xA\": {SORT}"),
        ),
        (
            &[("host-", ".."), ("host", "..")],
            OutOfOrder { name: "host", previous: "host-" },
            format!("header \"host\" must come before \"host-\": {SORT}"),
        ),
        (
            &[("accept", "1"), ("host", "a"), ("Host", "b")],
            Duplicate { name: "Host" },
            "header \"Host\" is duplicated: remove one".to_owned(),
        ),
        (&[("", "..")], Name { name: "" }, format!("header name \"\" {name}")),
        (&[("x acs", "..")], Name { name: "x acs" }, format!("header name \"x acs\" {name}")),
        (&[("host:", "..")], Name { name: "host:" }, format!("header name \"host:\" {name}")),
        (&[("höst", "..")], Name { name: "höst" }, format!("header name \"höst\" {name}")),
        (&[("host\n", "..")], Name { name: "host\n" }, format!("header name \"host\\n\" {name}")),
        (
            // The first header that is wrong, and its name before its value.
            &[("a", "1"), ("b c", "\n"), ("a", "2")],
            Name { name: "b c" },
            format!("header name \"b c\" {name}"),
        ),
    ] {
        let refused = acs3::Headers::new(headers).unwrap_err();
        assert_eq!(refused, error, "{headers:?}");
        assert_eq!(refused.to_string(), sentence, "{headers:?}");
    }
}

/// A value is checked as it was given: what is trimmed before it is signed is checked as well.
#[test]
fn values_that_are_refused() {
    for (value, character, index) in [
        ("a\r\nx-acs-date: b", '\r', 1),
        ("\r\nx-evil: 1", '\r', 0),
        ("a\r\n", '\r', 1),
        ("\n", '\n', 0),
        ("a\nb", '\n', 1),
        (" \n a", '\n', 1),
        ("a\0", '\0', 1),
        ("\u{b}a", '\u{b}', 0),
        ("a\u{c}", '\u{c}', 1),
        ("\u{1b}[2J", '\u{1b}', 0),
        ("a\u{7f}", '\u{7f}', 1),
        ("a\u{85}", '\u{85}', 1),
        ("\u{a0}a", '\u{a0}', 0),
        ("a上海", '上', 1),
        ("\u{feff}", '\u{feff}', 0),
    ] {
        let headers = [("accept", "*/*"), ("host", value)];
        let refused = acs3::Headers::new(&headers).unwrap_err();
        assert_eq!(refused, Value { name: "host", character, index }, "{value:?}");
        assert_eq!(
            refused.to_string(),
            format!(
                "unexpected character {character:?} at byte {index} of header \"host\": \
                 use visible ASCII characters, spaces and tabs"
            ),
        );
        // Whether a header is signed makes no difference: it is sent.
        let headers = [("accept", value), ("host", "h")];
        let refused = acs3::Headers::signing(&headers, &["host"]).unwrap_err();
        assert_eq!(refused, Value { name: "accept", character, index }, "{value:?}");
    }
}

#[test]
fn every_character_at_every_edge_of_a_value() {
    for character in '\0'..='\u{17f}' {
        let allowed = matches!(character, '\t' | ' '..='~');
        for value in [format!("{character}ab"), format!("a{character}b"), format!("ab{character}")]
        {
            let headers = [("host", value.as_str())];
            let index = value.find(character).unwrap();
            let error = Value { name: "host", character, index };
            let checked = acs3::Headers::new(&headers).map(|_| ());
            assert_eq!(checked, if allowed { Ok(()) } else { Err(error) }, "{value:?}");
        }
    }
}

#[test]
fn every_byte_in_the_name_of_a_header() {
    // `tchar` of RFC 9110, 5.6.2, to the letter.
    let tchar = "!#$%&'*+-.^_`|~";
    for character in '\0'..='\u{17f}' {
        let name = format!("x{character}");
        let allowed = character.is_ascii_alphanumeric() || tchar.contains(character);
        let headers = [(name.as_str(), "")];
        let headers = acs3::Headers::new(headers.as_slice());
        let error = Name { name: &name };
        assert_eq!(headers.map(|_| ()), if allowed { Ok(()) } else { Err(error) }, "{name:?}");
    }
}

#[test]
fn headers_that_are_taken() {
    for headers in [
        [].as_slice(),
        &[("host", "")],
        // In the order of their lower case, but not in that of their bytes.
        &[("host", "1"), ("Zone", "2")],
        &[("x_", "1"), ("xA", "2")],
        &[("HOST", "\t a\tb \t"), ("x-acs-date", " a b ")],
    ] {
        let checked = acs3::Headers::new(headers).unwrap();
        assert_eq!(checked.as_slice(), headers);
    }
}

/// The lines and the names that are signed, out of a canonical request.
fn signed(headers: acs3::Headers<'_>) -> (String, String) {
    let request = acs3::CanonicalRequest::new(
        Method::Get,
        acs3::Path::ROOT,
        Pairs::new(&[]).unwrap(),
        headers,
        acs3::BodyHash::EMPTY,
    );
    let text = request.to_string();
    let (_, rest) = text.split_once("\n/\n\n").unwrap();
    let (lines, rest) = rest.split_once("\n\n").unwrap();
    (lines.to_owned(), rest.split_once('\n').unwrap().0.to_owned())
}

/// What is trimmed is optional white space, and no other (RFC 9110, 5.6.3).
#[test]
fn a_value_is_signed_without_the_space_around_it() {
    let headers = [("Host", "\t a\t b \t")];
    let (lines, names) = signed(acs3::Headers::new(&headers).unwrap());
    assert_eq!((lines.as_str(), names.as_str()), ("host:a\t b", "host"));
}

#[test]
fn the_documented_rule_is_the_default() {
    let headers = [
        ("accept", "1"),
        ("Content-Type", "2"),
        ("content-type-x", "3"),
        ("HOST", "4"),
        ("host-x", "5"),
        ("user-agent", "6"),
        ("x-acs", "7"),
        ("X-Acs-", "8"),
        ("x-ACS-date", "9"),
        ("x-amz-date", "10"),
    ];
    let (lines, names) = signed(acs3::Headers::new(&headers).unwrap());
    assert_eq!(lines, "content-type:2\nhost:4\nx-acs-:8\nx-acs-date:9");
    assert_eq!(names, "content-type;host;x-acs-;x-acs-date");
}

#[test]
fn the_signed_headers_can_be_chosen() {
    let headers = [
        ("accept", "1"),
        ("content-type", "2"),
        ("host", "3"),
        ("user-agent", "4"),
        ("x-acs-date", "5"),
    ];
    for (names, expected) in [
        (["host", "x-acs-date"].as_slice(), "host;x-acs-date"),
        (&["X-ACS-Date", "Host"], "host;x-acs-date"),
        (&["user-agent", "x-acs-date", "host", "accept"], "accept;host;user-agent;x-acs-date"),
        // A set: naming one more than once changes nothing.
        (&["host", "HOST", "x-acs-date"], "host;x-acs-date"),
    ] {
        let (lines, signed) = signed(acs3::Headers::signing(&headers, names).unwrap());
        assert_eq!(signed, expected, "{names:?}");
        let in_lines: Vec<_> = lines.lines().map(|line| line.split_once(':').unwrap().0).collect();
        assert_eq!(in_lines.join(";"), expected, "{names:?}");
    }
}

#[test]
fn sets_of_signed_headers_that_are_refused() {
    let missing = "is to be signed, but is not among the headers: add it, or do not sign it";
    let unsigned = "is not signed: sign host and every x-acs-* that is sent";
    let headers = [("accept", "1"), ("Host", "2"), ("X-Acs-Date", "3"), ("x-acs-version", "4")];
    for (names, error, sentence) in [
        (
            ["host", "x-acs-date", "x-acs-version", "user-agent"].as_slice(),
            Missing { name: "user-agent" },
            format!("header \"user-agent\" {missing}"),
        ),
        (
            &["", "host", "x-acs-date", "x-acs-version"],
            Missing { name: "" },
            format!("header \"\" {missing}"),
        ),
        (
            &["x-acs-date", "x-acs-version"],
            Unsigned { name: "host" },
            format!("header \"host\" {unsigned}"),
        ),
        (
            &["host", "x-acs-version"],
            Unsigned { name: "X-Acs-Date" },
            format!("header \"X-Acs-Date\" {unsigned}"),
        ),
        (
            &["host", "x-acs-date"],
            Unsigned { name: "x-acs-version" },
            format!("header \"x-acs-version\" {unsigned}"),
        ),
        (&[], Unsigned { name: "host" }, format!("header \"host\" {unsigned}")),
    ] {
        let refused = acs3::Headers::signing(&headers, names).unwrap_err();
        assert_eq!(refused, error, "{names:?}");
        assert_eq!(refused.to_string(), sentence, "{names:?}");
    }
    // Without a host there is none to sign.
    let headers = [("x-acs-date", "1")];
    let refused = acs3::Headers::signing(&headers, &["x-acs-date"]).unwrap_err();
    assert_eq!(refused, Unsigned { name: "host" });
    let refused = acs3::Headers::signing(&headers, &["host", "x-acs-date"]).unwrap_err();
    assert_eq!(refused, Missing { name: "host" });
    // The headers themselves are checked first.
    let headers = [("host", "\r")];
    let refused = acs3::Headers::signing(&headers, &["accept"]).unwrap_err();
    assert_eq!(refused, Value { name: "host", character: '\r', index: 0 });
}

#[test]
fn paths_that_are_refused() {
    use acs3::InvalidPath::{NoSlash, UnexpectedCharacter};

    for text in ["", "clusters", " /", "?", "\\"] {
        let refused = acs3::Path::new(text).unwrap_err();
        assert_eq!(refused, NoSlash, "{text:?}");
        assert_eq!(refused.to_string(), "path does not start with '/'");
    }
    for (text, character, index) in [
        ("/\nX=1\nhost:evil", '\n', 1),
        ("/a\r", '\r', 2),
        ("/\0", '\0', 1),
        ("/a b", ' ', 2),
        ("/ ", ' ', 1),
        ("/?A=1", '?', 1),
        ("/a#b", '#', 2),
        ("/\t", '\t', 1),
        ("/\u{7f}", '\u{7f}', 1),
        ("/é\u{85}", '\u{85}', 3),
    ] {
        let refused = acs3::Path::new(text).unwrap_err();
        assert_eq!(refused, UnexpectedCharacter { character, index }, "{text:?}");
        assert_eq!(
            refused.to_string(),
            format!(
                "unexpected character {character:?} at byte {index} of path: \
                 percent-encode it, and give a query separately"
            ),
        );
    }
    for text in ["/", "//", "/v1/clusters", "/a%20b", "/a:b@c;d=e,f", "/上海"] {
        assert_eq!(acs3::Path::new(text).unwrap().as_str(), text);
    }
    assert_eq!(acs3::Path::ROOT.as_str(), "/");
}
