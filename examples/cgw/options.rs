//! The parameters of a request as options of the command line.

use core::fmt::Write as _;
use std::collections::BTreeMap;

use unicode_width::UnicodeWidthStr as _;

use crate::escape;
use crate::exit::Exit;
use crate::output::Report;
use crate::refusal::{Kind, Refusal};

#[derive(clap::Args)]
pub(crate) struct ParameterOptions {
    /// The region, such as cn-shanghai.
    #[arg(long = "region", value_name = "REGION_ID", allow_hyphen_values = true)]
    region_id: Option<String>,
    /// The public IPv4 address of the on-premises VPN gateway.
    #[arg(long = "ip", value_name = "IP_ADDRESS", allow_hyphen_values = true)]
    ip_address: Option<String>,
    /// Accept a private address (RFC 1918) as well, for IPsec over a private network.
    #[arg(long)]
    pub(crate) private: bool,
    /// The token that makes the request idempotent: the same on every try.
    #[arg(long, allow_hyphen_values = true)]
    client_token: Option<String>,
    /// The name, of 2 to 128 letters, digits, '.', '_' and '-'.
    #[arg(long, allow_hyphen_values = true)]
    name: Option<String>,
    /// The description, of 2 to 256 characters, the first of them a letter.
    #[arg(long, allow_hyphen_values = true)]
    description: Option<String>,
    /// The autonomous system number, such as 10001 or 123.456.
    #[arg(long, allow_hyphen_values = true)]
    asn: Option<String>,
}

/// The option that a parameter comes from.
const OPTIONS: [(&str, &str); 10] = [
    ("RegionId", "region"),
    ("IpAddress", "ip"),
    ("ClientToken", "client-token"),
    ("Name", "name"),
    ("Description", "description"),
    ("Asn", "asn"),
    ("Host", "host"),
    ("SignatureNonce", "nonce"),
    ("Timestamp", "timestamp"),
    ("Format", "format"),
];

impl ParameterOptions {
    /// The values that are there, by the names of their parameters.
    pub(crate) fn texts(&self) -> BTreeMap<String, String> {
        let options = [
            ("RegionId", &self.region_id),
            ("IpAddress", &self.ip_address),
            ("ClientToken", &self.client_token),
            ("Name", &self.name),
            ("Description", &self.description),
            ("Asn", &self.asn),
        ];
        let given = options.into_iter().filter_map(|(name, text)| Some((name, text.as_ref()?)));
        given.map(|(name, text)| (name.to_owned(), text.clone())).collect()
    }
}

/// Tells all refusals, with the options that the refused values came from.
pub(crate) fn report(refusals: &[Refusal], texts: &BTreeMap<String, String>) -> Report {
    let mut stderr = String::new();
    for refusal in refusals {
        let option = refusal.parameter.as_deref().and_then(|parameter| {
            OPTIONS.iter().find(|(name, _)| *name == parameter).map(|(_, option)| *option)
        });
        let text = refusal.parameter.as_ref().and_then(|parameter| texts.get(parameter));
        // Writing to a string does not fail.
        let _ = match (&refusal.kind, option, text) {
            (Kind::Missing, Some(option), _) => {
                writeln!(stderr, "error: {}; give it with --{option}", refusal.sentence)
            }
            (Kind::Wrong { index }, Some(option), Some(text)) => {
                let caret = caret(&format!("  --{option} "), text, *index);
                writeln!(stderr, "error: {}\n{caret}", escape::lines(&refusal.sentence))
            }
            _ => writeln!(stderr, "error: {}", escape::lines(&refusal.sentence)),
        };
    }
    let all_missing = refusals.iter().all(|refusal| refusal.kind == Kind::Missing);
    let exit = if all_missing { Exit::Usage } else { Exit::Refused };
    Report { stdout: String::new(), stderr, exit }
}

/// A text after a label, and a caret below the character to blame, or below the end of the text.
pub(crate) fn caret(label: &str, text: &str, index: Option<usize>) -> String {
    let before = text.get(..index.unwrap_or(text.len())).unwrap_or(text);
    let column = [label, &escape::in_place(before)].concat().width();
    format!("{label}{}\n{:column$}^", escape::in_place(text), "")
}
