//! Whether a client reports what the documentation of the service says.

use aliyun_customer_gateway::ErrorCode;
use serde_json::Value;

use crate::call::Report;
use crate::client::{Client, Told};

/// What the service's documentation says of a failure.
#[derive(Clone, Copy, Debug)]
pub struct Documented<'a> {
    pub code: &'a str,
    pub statuses: &'a [u64],
    /// As it stands in the documentation; a `%s` in it may be anything.
    pub message: Option<&'a str>,
}

/// Codes that name their parameter, and the one that a client makes up itself.
const FAMILIES: [&str; 2] = ["MissingIpAddress", "InvalidAccessKeySecret"];

/// The failure of a client, held against the documentation.
pub fn failure(client: &Client, report: &Report, documented: Documented<'_>) -> Option<String> {
    let Documented { code: wanted, statuses, message: documented_message } = documented;
    let Report::Failure { status, code, request_id, .. } = report else {
        return Some(format!("reported no failure, but {wanted} is documented"));
    };
    if code != wanted {
        return Some(format!("reported {code}, but {wanted} is documented"));
    }
    if !status.is_some_and(|status| statuses.contains(&status)) {
        return Some(format!("reported status {status:?}, but one of {statuses:?} is documented"));
    }
    if !is_request_id(request_id) {
        return Some(format!("reported the request id {request_id:?}"));
    }
    let Some(said) = said(client, report) else {
        return Some("told the message in another way than it does".to_owned());
    };
    if documented_message.is_some_and(|pattern| !matches(said, pattern)) {
        return Some(format!("reported {said:?}, but {documented_message:?} is documented"));
    }
    if FAMILIES.contains(&wanted) {
        return None;
    }
    // The library knows it as well, by the same status and with the same message.
    let Ok(known) = wanted.parse::<ErrorCode>() else {
        return Some(format!("the library does not know {wanted}"));
    };
    let known_statuses = known.statuses();
    if !known_statuses.is_empty() && !known_statuses.iter().any(|it| *status == Some((*it).into()))
    {
        return Some(format!("the library knows it by the statuses {known_statuses:?}"));
    }
    let known_message = known.message();
    if documented_message.is_some() && known_message.is_some_and(|known| !matches(said, known)) {
        return Some(format!("the library knows another message, {known_message:?}"));
    }
    None
}

/// What the service said, out of how the client tells it.
fn said<'a>(client: &Client, report: &'a Report) -> Option<&'a str> {
    let Report::Failure { status, code, message, request_id, .. } = report else { return None };
    match client.told {
        Told::Plain => Some(message),
        Told::WithStatus { with_code } => {
            let message = match with_code {
                true => message.strip_prefix(code.as_str())?.strip_prefix(": ")?,
                false => message,
            };
            let message = message.strip_prefix(&format!("code: {}, ", (*status)?))?;
            message.strip_suffix(&format!(" request id: {request_id}"))
        }
        Told::WithUrl => message.rsplit_once(", URL: http://").map(|(said, _)| said),
    }
}

fn matches(text: &str, pattern: &str) -> bool {
    match pattern.split_once("%s") {
        Some((before, after)) => text.starts_with(before) && text.ends_with(after),
        None => text == pattern,
    }
}

/// A UUID in upper case, as every sample of the documentation has it.
pub fn is_request_id(text: &str) -> bool {
    let groups: Vec<_> = text.split('-').map(str::len).collect();
    let digit = |c: char| matches!(c, '0'..='9' | 'A'..='F' | '-');
    groups == [8, 4, 4, 4, 12] && text.chars().all(digit)
}

/// The body of a success, held against members: a member that is null must be absent.
pub fn body(report: &Report, members: &Value) -> Option<String> {
    let Report::Body(body) = report else { return Some("reported a failure".to_owned()) };
    if !body["RequestId"].as_str().is_some_and(is_request_id) {
        return Some(format!("reported the request id {}", body["RequestId"]));
    }
    members.as_object()?.iter().find_map(|(name, wanted)| {
        let reported = &body[name];
        (reported != wanted).then(|| format!("reported {name} as {reported}, not {wanted}"))
    })
}
