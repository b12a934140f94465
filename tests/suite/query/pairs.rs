//! Lists of any parameters, and those that are refused.

use aliyun_customer_gateway::query::{OrderError, Pairs, Query};
use percent_encoding::percent_decode_str;

use super::{check, oracle};

#[test]
fn lists_of_any_parameters() {
    for (list, expected) in [
        (&[][..], ""),
        (&[("A", "")], "A="),
        (&[("", "1")], "=1"),
        (&[("A", "1"), ("B", "2")], "A=1&B=2"),
        // By the bytes: upper case before lower, a prefix before what goes on.
        (&[("A", "1"), ("AA", "2"), ("B", "3"), ("a", "4")], "A=1&AA=2&B=3&a=4"),
        (
            &[("Tag.1.Key", "k"), ("Tag.10.Key", "l"), ("Tag.2.Key", "m")],
            "Tag.1.Key=k&Tag.10.Key=l&Tag.2.Key=m",
        ),
        (&[("SignatureNonce", "1"), ("signature", "2")], "SignatureNonce=1&signature=2"),
        (&[("a b", "c d"), ("上", "海")], "a%20b=c%20d&%E4%B8%8A=%E6%B5%B7"),
        // The bytes of the names count, not those of their encoded form.
        (&[("A", "1"), ("~", "2"), ("\u{7f}", "3"), ("é", "4")], "A=1&~=2&%7F=3&%C3%A9=4"),
        // `-` is less than `/`, but `%` is less than `-`.
        (&[("a-", "1"), ("a/", "2")], "a-=1&a%2F=2"),
    ] {
        let list = Pairs::new(list).unwrap();
        assert_eq!(list.is_empty(), expected.is_empty());
        assert_eq!(list.len(), if list.is_empty() { 0 } else { expected.split('&').count() });
        check(&Query::new(list), expected);
        assert_eq!(Query::new(list).parameters(), &list);
    }
}

#[test]
fn lists_are_encoded_as_others_do() {
    let all: String = ('\0'..'\u{180}').collect();
    let long = "/".repeat(200);
    let list = [("", all.as_str()), ("%", &long), (&all, "1"), ("z~", " ~*")];
    let mut sorted = list;
    sorted.sort_unstable();
    let encoded = oracle(&list);
    check(&Query::new(Pairs::new(&sorted).unwrap()), &encoded);
    let decoded: Vec<_> = encoded
        .split('&')
        .map(|pair| pair.split_once('=').unwrap())
        .map(|(name, value)| [name, value].map(|text| percent_decode_str(text).decode_utf8()))
        .map(|[name, value]| (name.unwrap().into_owned(), value.unwrap().into_owned()))
        .collect();
    let expected = sorted.map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert_eq!(decoded, expected);
}

#[test]
fn lists_that_are_refused() {
    for (list, error, sentence) in [
        (
            &[("B", "1"), ("A", "2")][..],
            OrderError::OutOfOrder { name: "A", previous: "B" },
            "parameter \"A\" must come before \"B\"; sort names in byte order",
        ),
        (
            &[("A", "1"), ("C", "2"), ("D", "3"), ("B", "4"), ("A", "5")],
            OrderError::OutOfOrder { name: "B", previous: "D" },
            "parameter \"B\" must come before \"D\"; sort names in byte order",
        ),
        (
            &[("a", "1"), ("B", "2")],
            OrderError::OutOfOrder { name: "B", previous: "a" },
            "parameter \"B\" must come before \"a\"; sort names in byte order",
        ),
        (
            &[("AA", "1"), ("A", "2")],
            OrderError::OutOfOrder { name: "A", previous: "AA" },
            "parameter \"A\" must come before \"AA\"; sort names in byte order",
        ),
        (
            &[("上", "1"), ("é\n", "2")],
            OrderError::OutOfOrder { name: "é\n", previous: "上" },
            "parameter \"é\\n\" must come before \"上\"; sort names in byte order",
        ),
        (
            &[("A", "1"), ("A", "1")],
            OrderError::Duplicate { name: "A" },
            "parameter \"A\" is duplicated: remove one",
        ),
        (
            &[("", "1"), ("", "2")],
            OrderError::Duplicate { name: "" },
            "parameter \"\" is duplicated: remove one",
        ),
        (
            &[("Signature", "1")],
            OrderError::Signature,
            "parameter \"Signature\" is among those to be signed: leave it out",
        ),
        (
            &[("Format", "JSON"), ("Signature", "1"), ("SignatureNonce", "2")],
            OrderError::Signature,
            "parameter \"Signature\" is among those to be signed: leave it out",
        ),
        (
            &[("A", "1"), ("Signature", "2")],
            OrderError::Signature,
            "parameter \"Signature\" is among those to be signed: leave it out",
        ),
    ] {
        let refused = Pairs::new(list).unwrap_err();
        assert_eq!(refused, error, "{list:?}");
        assert_eq!(refused.to_string(), sentence, "{list:?}");
    }
}

/// What is logged of pairs is what was given, except for secrets, whatever their names' case.
#[test]
fn pairs_are_shown_without_their_secrets() {
    for (pairs, shown) in [
        (
            &[("Name", "上海"), ("SecurityToken", "CAIS+secret"), ("Version", "1")][..],
            r#"{"Name": "上海", "SecurityToken": "[redacted]", "Version": "1"}"#,
        ),
        (
            &[
                ("AUTHKEY", "secret"),
                ("AuthKey", "secret"),
                ("AuthKey2", "1"),
                ("authkey", "secret"),
            ],
            r#"{"AUTHKEY": "[redacted]", "AuthKey": "[redacted]", "AuthKey2": "1", "authkey": "[redacted]"}"#,
        ),
        (
            &[("X-Acs-Security-Token", "secret"), ("securitytoken", "secret")],
            r#"{"X-Acs-Security-Token": "[redacted]", "securitytoken": "[redacted]"}"#,
        ),
    ] {
        let pairs = Pairs::new(pairs).unwrap();
        assert_eq!(format!("{pairs:?}"), shown);
        let query = Query::new(pairs);
        assert_eq!(format!("{query:?}"), format!("Query {{ parameters: {shown} }}"));
        // One at a time they are shown alike.
        let mut each = Vec::new();
        query.for_each(|pair| each.push(format!("{pair:?}")));
        let each =
            each.join(", ").replace("}, {", ", ").replace(": [redacted]", ": \"[redacted]\"");
        assert_eq!(each, shown);
    }
}

#[test]
fn lists_in_a_constant() {
    const LIST: Pairs = match Pairs::new(&[("Action", "DescribeRegions"), ("Format", "JSON")]) {
        Ok(list) => list,
        Err(_) => panic!("not in canonical order"),
    };
    const CULPRIT: &str = match Pairs::new(&[("Format", "JSON"), ("Action", "DescribeRegions")]) {
        Err(OrderError::OutOfOrder { name, .. }) => name,
        _ => panic!("in canonical order"),
    };
    check(&Query::new(LIST), "Action=DescribeRegions&Format=JSON");
    assert_eq!(CULPRIT, "Action");
}
