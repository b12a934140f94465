//! The headers that are signed, and those that are refused.

use aliyun_customer_gateway::acs3;

#[test]
fn headers_that_are_refused() {
    use acs3::InvalidHeaders::{Duplicate, Name, OutOfOrder, Value};

    let name = "has a name that HTTP does not allow";
    let value = "has a control character in its value: leave it out";
    let sort = "sort the names by their lower case";
    for (headers, error, sentence) in [
        (
            [("x-acs-date", ".."), ("host", "..")].as_slice(),
            OutOfOrder { name: "host", previous: "x-acs-date" },
            format!("header \"host\" stands behind \"x-acs-date\": {sort}"),
        ),
        (
            // In the order of their bytes, but not in that of their lower case.
            &[("Zone", "1"), ("host", "2")],
            OutOfOrder { name: "host", previous: "Zone" },
            format!("header \"host\" stands behind \"Zone\": {sort}"),
        ),
        (
            // `_` stands before `a`, but behind `A`.
            &[("xA", "1"), ("x_", "2")],
            OutOfOrder { name: "x_", previous: "xA" },
            format!("header \"x_\" stands behind \"xA\": {sort}"),
        ),
        (
            &[("host-", ".."), ("host", "..")],
            OutOfOrder { name: "host", previous: "host-" },
            format!("header \"host\" stands behind \"host-\": {sort}"),
        ),
        (
            &[("accept", "1"), ("host", "a"), ("Host", "b")],
            Duplicate { name: "Host" },
            "header \"Host\" stands twice: leave one out".to_owned(),
        ),
        (&[("", "..")], Name { name: "" }, format!("header \"\" {name}")),
        (&[("x acs", "..")], Name { name: "x acs" }, format!("header \"x acs\" {name}")),
        (&[("host:", "..")], Name { name: "host:" }, format!("header \"host:\" {name}")),
        (&[("höst", "..")], Name { name: "höst" }, format!("header \"höst\" {name}")),
        (&[("host\n", "..")], Name { name: "host\n" }, format!("header \"host\\n\" {name}")),
        (
            &[("host", "a\r\nx-acs-date: b")],
            Value { name: "host" },
            format!("header \"host\" {value}"),
        ),
        (&[("host", "a\0")], Value { name: "host" }, format!("header \"host\" {value}")),
        (&[("host", "a\nb")], Value { name: "host" }, format!("header \"host\" {value}")),
        (&[("accept", "\u{7f}")], Value { name: "accept" }, format!("header \"accept\" {value}")),
        (&[("accept", "\u{85}")], Value { name: "accept" }, format!("header \"accept\" {value}")),
        (
            // The first header that is wrong, and its name before its value.
            &[("a", "1"), ("b c", "\n"), ("a", "2")],
            Name { name: "b c" },
            format!("header \"b c\" {name}"),
        ),
    ] {
        let refused = acs3::Headers::new(headers).unwrap_err();
        assert_eq!(refused, error, "{headers:?}");
        assert_eq!(refused.to_string(), sentence, "{headers:?}");
    }
    // White space around a value is trimmed, and a tab may stand in one (RFC 9110, 5.5).
    for value in ["\ta", "a\r\n", "a\tb"] {
        assert!(acs3::Headers::new([("host", value)].as_slice()).is_ok(), "{value:?}");
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
        let error = acs3::InvalidHeaders::Name { name: &name };
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
        &[("HOST", "上海"), ("x-acs-date", " a b ")],
    ] {
        assert!(acs3::Headers::new(headers).is_ok(), "{headers:?}");
    }
}
