//! What a client may have signed that a service read in another way.

use aliyun_customer_gateway::mismatch::Mismatch;
use aliyun_customer_gateway::{Created, Failed, Method, Response};
use percent_encoding::percent_decode_str;
use serde_json::{Value, json};

use super::{Parts, Texts};

/// A failure with a message of the service, as a client receives it.
pub(super) struct Echo(Vec<u8>);

impl Echo {
    pub(super) fn new(message: &str) -> Self {
        let body = json!({ "Code": "SignatureDoesNotMatch", "Message": message });
        Self(body.to_string().into_bytes())
    }

    pub(super) fn with<T>(&self, then: impl FnOnce(&Failed<'_>) -> Option<T>) -> Option<T> {
        match Response::<Created>::decode(400, &self.0) {
            Ok(Response::Failed(failed)) => then(&failed),
            _ => None,
        }
    }
}

/// The members of a mismatch, or of one that nothing explains.
pub(super) fn members(mismatch: Option<&Mismatch>) -> Value {
    match mismatch {
        Some(mismatch) => object(
            mismatch.kind().as_str(),
            mismatch.name(),
            [mismatch.ours(), mismatch.theirs()],
            &mismatch.to_string(),
        ),
        None => object("wrong-secret", None, [None; 2], WRONG_SECRET),
    }
}

const WRONG_SECRET: &str = "the secret is not the one that the request was signed with, or something \
                            that is signed was changed on its way; look for a missing character, and \
                            for a space or an end of line at the edge of the secret";

/// A mismatch: `ours` is what was signed, `theirs` what was received.
pub(super) fn object(
    kind: &str,
    name: Option<&str>,
    [ours, theirs]: [Option<&str>; 2],
    sentence: &str,
) -> Value {
    json!({ "kind": kind, "name": name, "ours": ours, "theirs": theirs, "sentence": sentence })
}

/// What clients get wrong: the methods and the parameters that one may have signed. The first is what
/// was received.
pub(super) fn candidates(parts: &Parts<'_>, received: &Texts) -> Vec<(Method, Texts)> {
    let method = parts.method;
    let mut all = vec![(method, received.clone())];
    let others = Method::ALL.iter().filter(|other| **other != method);
    all.extend(others.map(|other| (*other, received.clone())));
    let mut add = |parameters: Texts| {
        if parameters != *received {
            all.push((method, parameters));
        }
    };
    // Encoded a second time by an HTTP client.
    add(each_value(received, |value| {
        percent_decode_str(value).decode_utf8().map_or_else(|_| value.to_owned(), String::from)
    }));
    // A `+` that should have been encoded.
    add(each_value(received, |value| value.replace(' ', "+")));
    // Parameters that an HTTP client sent in two places, only one of which was signed.
    if parts.has_form {
        let is_in_query = |name: &String| parts.query.contains_key(name);
        let is_common = |name: &String| super::parameters::is_common(name);
        add(retained(received, |name, _| is_in_query(name)));
        add(retained(received, |name, _| !is_in_query(name) || is_common(name)));
    }
    // Empty ones that were not signed, or any other one.
    add(retained(received, |_, value| !value.is_empty()));
    for left_out in received.keys() {
        add(retained(received, |name, _| name != left_out));
    }
    all
}

fn each_value(parameters: &Texts, change: impl Fn(&str) -> String) -> Texts {
    parameters.iter().map(|(name, value)| (name.clone(), change(value))).collect()
}

fn retained(parameters: &Texts, is_kept: impl Fn(&String, &String) -> bool) -> Texts {
    let kept = parameters.iter().filter(|(name, value)| is_kept(name, value));
    kept.map(|(name, value)| (name.clone(), value.clone())).collect()
}
