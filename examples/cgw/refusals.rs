//! Reports of refused values: a sentence each, and a caret below the character to blame.

use core::fmt::Write as _;
use std::collections::BTreeMap;

use unicode_width::UnicodeWidthStr as _;

use crate::escape;
use crate::exit::Exit;
use crate::output::Report;
use crate::refusal::{Kind, Refusal};

/// The option that a parameter comes from.
const OPTIONS: [(&str, &str); 16] = [
    ("RegionId", "region"),
    ("IpAddress", "ip"),
    ("ClientToken", "client-token"),
    ("Name", "name"),
    ("Description", "description"),
    ("Asn", "asn"),
    ("AuthKey", "auth-key"),
    ("Tags", "tag"),
    ("Tag", "tag"),
    ("ResourceGroupId", "resource-group-id"),
    ("CustomerGatewayId", "customer-gateway-id"),
    ("PageNumber", "page-number"),
    ("PageSize", "page-size"),
    ("Host", "host"),
    ("SignatureNonce", "nonce"),
    ("Timestamp", "timestamp"),
];

/// The parameters whose values are not shown.
const SECRETS: [&str; 3] = ["AccessKeySecret", "AuthKey", "SecurityToken"];

/// The result, or every refusal if there are more.
pub(crate) fn join<T>(
    result: Result<T, Vec<Refusal>>,
    more: impl IntoIterator<Item = Refusal>,
) -> Result<T, Vec<Refusal>> {
    let more: Vec<_> = more.into_iter().collect();
    match result {
        Ok(value) if more.is_empty() => Ok(value),
        result => Err(result.err().into_iter().flatten().chain(more).collect()),
    }
}

/// Reports all refusals, each with the option that the value came from.
pub(crate) fn report(refusals: &[Refusal], texts: &BTreeMap<String, String>) -> Report {
    let mut stderr = String::new();
    for refusal in refusals {
        let parameter = refusal.parameter.as_deref();
        let option = parameter.and_then(|parameter| {
            OPTIONS.iter().find(|(name, _)| *name == parameter).map(|(_, option)| *option)
        });
        let shown = parameter.filter(|parameter| !SECRETS.contains(parameter));
        let text = shown.and_then(|parameter| texts.get(parameter));
        let sentence = escape::lines(&refusal.sentence);
        // Writing to a string does not fail.
        let _ = match (&refusal.kind, option, text) {
            (Kind::Missing, Some(option), _) => {
                writeln!(stderr, "error: {sentence}; give it with --{option}")
            }
            (Kind::Wrong { index }, Some(option), Some(text)) => {
                let caret = caret(&format!("  --{option} "), text, *index);
                writeln!(stderr, "error: {sentence}\n{caret}")
            }
            _ => writeln!(stderr, "error: {sentence}"),
        };
    }
    Report { stdout: String::new(), stderr, exit: exit(refusals) }
}

/// A value that is wrong outweighs one that is missing.
fn exit(refusals: &[Refusal]) -> Exit {
    let has = |kind: fn(&Kind) -> bool| refusals.iter().any(|refusal| kind(&refusal.kind));
    if has(|kind| matches!(kind, Kind::Wrong { .. })) {
        Exit::Refused
    } else if has(|kind| *kind == Kind::Unreadable) {
        Exit::InputOutput
    } else {
        Exit::Usage
    }
}

/// A text after a label, and a caret below the character to blame, or below the end of the text.
pub(crate) fn caret(label: &str, text: &str, index: Option<usize>) -> String {
    let before = text.get(..index.unwrap_or(text.len())).unwrap_or(text);
    let column = [label, &escape::in_place(before)].concat().width();
    format!("{label}{}\n{:column$}^", escape::in_place(text), "")
}
