//! Answers built from members: JSON, XML and other people's parsers read the same, and members that
//! nobody knows change nothing.
#![no_main]

mod laws;

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;

use crate::laws::bodies;

const NAMES: [&str; 12] = [
    "CustomerGatewayId",
    "RequestId",
    "CreateTime",
    "IpAddress",
    "Name",
    "Description",
    "Code",
    "Message",
    "HostId",
    "Recommend",
    "code",
    "customerGatewayId",
];

const UNKNOWN: [(&str, &str); 6] = [
    ("null", ""),
    ("-1.5e+3", "<!-- - --><?pi?>"),
    ("[{\"Code\":[]},{}]", "<Code/>"),
    ("\"\\ud83c\"", "<a><Code>b</Code></a>"),
    ("{\"CustomerGatewayId\":\"\\\"}\"}", "<![CDATA[</Code>]]>"),
    ("true", "&unknown;"),
];

#[derive(Arbitrary, Debug)]
struct Input<'a> {
    is_success: bool,
    members: Vec<(u8, &'a str)>,
    place: usize,
    name: &'a str,
    unknown: u8,
}

fuzz_target!(|input: Input<'_>| {
    let status = if input.is_success { 200 } else { 400 };
    let members: Vec<_> = input
        .members
        .iter()
        .map(|(name, text)| (NAMES[usize::from(*name) % NAMES.len()], *text))
        .collect();
    bodies::formats_agree(status, &members);
    let (value, content) = UNKNOWN[usize::from(input.unknown) % UNKNOWN.len()];
    let name = if is_name(input.name) { input.name } else { "Tags" };
    bodies::unknown_members_change_nothing(status, &members, input.place, name, value, content);
});

fn is_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}
