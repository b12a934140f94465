//! What the crate reads, beside what others read.

use aliyun_customer_gateway::config::from_json;
use aliyun_customer_gateway::escaped::EscapedStr;
use aliyun_customer_gateway::response::{DecodeError, NotAResponse};
use aliyun_customer_gateway::{Created, Edition, OwnedCreateCustomerGateway, Response};
use roxmltree::Document;

use crate::configuration;
use crate::model::{self, Entry, Outcome};
use crate::references;

/// How what the crate reads differs from what another parser reads, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    BothRefuse,
    BothRead,
    Damage,
    NobodyReads,
    NotAResponse,
    Unreadable,
    Page,
    Quirk,
}

impl Kind {
    pub(crate) const fn reason(self) -> &'static str {
        match self {
            Self::BothRefuse => "refused by both",
            Self::BothRead => "read by both, as the rules of the service say",
            Self::Damage => {
                "refused by the other, and read with damage reported: the outcome is in front of it"
            }
            Self::NobodyReads => {
                "refused by the other for a part that nobody reads: a string, a text, an attribute"
            }
            Self::NotAResponse => {
                "read by the other, and no response: no member of one, no outcome"
            }
            Self::Unreadable => {
                "read by the other, and the outcome cannot be: two different values, broken text"
            }
            Self::Page => "read by the other, and an HTML page",
            Self::Quirk => {
                "read by the other, which is known to read it otherwise than XML 1.0 says"
            }
        }
    }
}

type Decoded<'b> = Result<Response<'b, Created<'b>>, DecodeError>;

fn outcome_of(response: &Decoded<'_>) -> Outcome {
    let text = |text: Option<EscapedStr<'_>>| text.map(|text| text.to_string());
    match response {
        Ok(Response::Success(created)) => {
            let members = vec![
                text(Some(created.customer_gateway_id())),
                text(created.request_id()),
                text(created.ip_address()),
                text(created.name()),
                text(created.description()),
                created.create_time().map(|time| time.to_string()),
            ];
            Outcome::Created(members, created.damage().is_some())
        }
        Ok(Response::Failed(failed)) => {
            let members = vec![
                text(failed.code()),
                text(failed.message_as_received()),
                text(failed.request_id()),
                text(failed.host_id()),
                text(failed.recommend()),
            ];
            Outcome::Failed(members, failed.damage().is_some())
        }
        Err(_) => Outcome::Error,
    }
}

fn is_damaged(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Created(_, true) | Outcome::Failed(_, true))
}

/// Of what another parser read: whether it is what the rules say.
fn of_members(
    status: u16,
    body: &[u8],
    response: &Decoded<'_>,
    entries: &[Entry],
) -> Result<Kind, String> {
    let (found, expected) = (outcome_of(response), model::outcome(status, entries));
    if found != expected {
        let body = body.escape_ascii();
        return Err(format!("{body}\n  is read as {found:?},\n  and should be {expected:?}"));
    }
    Ok(match response {
        Ok(_) => Kind::BothRead,
        Err(error) => match error.kind() {
            NotAResponse::Broken(_) => Kind::Unreadable,
            _ => Kind::NotAResponse,
        },
    })
}

/// Of what another parser refused: `is_unread` where it refuses only what nobody reads.
fn of_refused(body: &[u8], response: &Decoded<'_>, is_unread: bool) -> Result<Kind, String> {
    let outcome = outcome_of(response);
    match outcome {
        Outcome::Error => Ok(Kind::BothRefuse),
        outcome if is_damaged(&outcome) => Ok(Kind::Damage),
        _ if is_unread => Ok(Kind::NobodyReads),
        outcome => Err(format!("{}\n  is read as {outcome:?}, undamaged", body.escape_ascii())),
    }
}

pub(crate) fn json(status: u16, body: &[u8]) -> Result<Kind, String> {
    let response = Response::decode(status, body);
    if !body.trim_ascii_start().starts_with(b"{") {
        // An array or a string is JSON, and no response.
        return of_refused(body, &response, false);
    }
    match references::serde_json_reads(body) {
        // Strings that are broken in themselves were replaced: it reads them in their places.
        Ok(entries) => match of_members(status, body, &response, &entries)? {
            Kind::BothRead if serde_json::from_slice::<serde_json::Value>(body).is_err() => {
                of_refused(body, &response, true)
            }
            kind => Ok(kind),
        },
        Err(_) => of_refused(body, &response, false),
    }
}

pub(crate) fn xml(status: u16, body: &[u8]) -> Result<Kind, String> {
    let response = Response::decode(status, body);
    let is_page = |error: &DecodeError| error.kind() == NotAResponse::Html;
    if response.as_ref().is_err_and(is_page) {
        return Ok(Kind::Page);
    }
    match references::roxmltree_reads(body) {
        Some((_, entries)) => of_members(status, body, &response, &entries),
        None if core::str::from_utf8(body).is_ok_and(|body| Document::parse(body).is_ok()) => {
            Ok(Kind::Quirk)
        }
        None => of_refused(body, &response, references::roxmltree_reads_tags(body)),
    }
}

/// A file of configuration, which both read the same or both refuse, or the law fails the run.
pub(crate) fn file(_: u16, file: &[u8]) -> Result<Kind, String> {
    configuration::file(file);
    let read = from_json::<OwnedCreateCustomerGateway<8>>(file, Edition::Current);
    Ok(if read.is_ok() { Kind::BothRead } else { Kind::BothRefuse })
}
