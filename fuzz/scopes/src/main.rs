//! Every sequence of up to N tokens, as a whole body and inside of members, read by the crate and by
//! other people's parsers; and up to 4 of them as a file of configuration.
//!
//! Where they differ, the difference is of one of the kinds of [`Kind`], each of which has a reason;
//! any other one is printed, and fails the run.

mod compare;
#[path = "../../../tests/laws/configuration.rs"]
mod configuration;
#[allow(dead_code, reason = "the laws use the rest")]
#[path = "../../../tests/laws/model.rs"]
mod model;
#[path = "../../../tests/laws/references.rs"]
mod references;

use std::collections::BTreeMap;
use std::process::ExitCode;

use compare::Kind;

const JSON: [&str; 13] =
    ["{", "}", "[", "]", ",", ":", "\"", "Code", "x", "\\n", "7", " ", "\u{1}"];

/// Tags as a whole, so that a few tokens make a response.
const XML: [&str; 13] = [
    "<x>",
    "</x>",
    "<x/>",
    "<Code>",
    "</Code>",
    "<Code a='1'/>",
    "A",
    "&amp;",
    "&q;",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
];

/// Tags in pieces.
const PIECES: [&str; 13] = [
    "<",
    "</",
    ">",
    "/>",
    "Code",
    "x",
    " a='1'",
    "&amp;",
    "&q;",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
];

/// Where a sequence stands: what is in front of it and behind it, and the status of the response.
const JSON_PLACES: [(&str, &str, u16); 4] = [
    ("", "", 400),
    ("{\"x\":", ",\"Code\":\"A\"}", 400),
    ("{\"Code\":", "}", 400),
    ("{\"CustomerGatewayId\":\"1\",\"Name\":", "}", 200),
];

const XML_PLACES: [(&str, &str, u16); 4] = [
    ("", "", 400),
    ("<R><x>", "</x><Code>A</Code></R>", 400),
    ("<R><Code>", "</Code></R>", 400),
    ("<R><CustomerGatewayId>1</CustomerGatewayId><Name>", "</Name></R>", 200),
];

/// Names as a whole, so that a few tokens make a member.
const CONFIGURATION: [&str; 13] =
    ["{", "}", "[", "]", ",", ":", "\"", "\"Asn\"", "\"Key\"", "\\u0031", "1", " ", "null"];

/// What a request needs, and then a member that is not there yet, a number, a text, and tags.
const CONFIGURATION_PLACES: [(&str, &str, u16); 5] = [
    ("", "", 0),
    ("{\"RegionId\":\"r\",\"IpAddress\":\"1.1.1.1\"", "}", 0),
    ("{\"RegionId\":\"r\",\"IpAddress\":\"1.1.1.1\",\"Asn\":", "}", 0),
    ("{\"RegionId\":\"r\",\"IpAddress\":\"1.1.1.1\",\"Name\":", "}", 0),
    ("{\"RegionId\":\"r\",\"IpAddress\":\"1.1.1.1\",\"Tags\":[", "]}", 0),
];

type Compare = fn(u16, &[u8]) -> Result<Kind, String>;

/// Compares every sequence of up to `max` tokens in a place; returns how many are of each kind.
fn exhaust(
    tokens: &[&str; 13],
    (before, behind, status): (&str, &str, u16),
    max: usize,
    compare: Compare,
) -> Result<BTreeMap<Kind, u64>, String> {
    let mut kinds = BTreeMap::new();
    let mut sequence: Vec<usize> = Vec::new();
    let mut body = Vec::new();
    loop {
        body.clear();
        body.extend_from_slice(before.as_bytes());
        for token in &sequence {
            body.extend_from_slice(tokens[*token].as_bytes());
        }
        body.extend_from_slice(behind.as_bytes());
        *kinds.entry(compare(status, &body)?).or_default() += 1;
        // The next sequence: of the same length, or the first one that is longer.
        let Some(place) = sequence.iter().rposition(|token| *token + 1 < tokens.len()) else {
            if sequence.len() == max {
                return Ok(kinds);
            }
            sequence = vec![0; sequence.len() + 1];
            continue;
        };
        sequence[place] += 1;
        sequence[place + 1..].fill(0);
    }
}

fn main() -> ExitCode {
    let max: Option<usize> = std::env::args().nth(1).and_then(|max| max.parse().ok());
    let Some(max) = max else {
        eprintln!("usage: scopes N");
        return ExitCode::from(2);
    };
    let json = JSON_PLACES.map(|place| ("JSON", &JSON, place, compare::json as Compare));
    let xml = XML_PLACES.map(|place| ("XML", &XML, place, compare::xml as Compare));
    let pieces = XML_PLACES.map(|place| ("pieces of XML", &PIECES, place, compare::xml as Compare));
    let files = CONFIGURATION_PLACES
        .map(|place| ("configuration", &CONFIGURATION, place, compare::file as Compare));
    // The law of a file reads it as many types.
    let shorter = |(format, tokens, place, compare)| (format, tokens, place, compare, max.min(4));
    let bodies = json.into_iter().chain(xml).chain(pieces);
    let bodies =
        bodies.map(|(format, tokens, place, compare)| (format, tokens, place, compare, max));
    for (format, tokens, place, compare, max) in bodies.chain(files.map(shorter)) {
        println!("{format}, up to {max} tokens in {}..{} ({})", place.0, place.1, place.2);
        match exhaust(tokens, place, max, compare) {
            Ok(kinds) => {
                for (kind, count) in kinds {
                    println!("{count:>12} {}", kind.reason());
                }
            }
            Err(difference) => {
                eprintln!("{difference}");
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}
