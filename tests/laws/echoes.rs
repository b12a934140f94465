//! What holds for whatever the service echoes: of what differs, and of secrets.

use aliyun_customer_gateway::mismatch::{Kind, Mismatch};
use aliyun_customer_gateway::query::Pairs;
use aliyun_customer_gateway::{Created, Failed, Method, Response, rpc};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::signing::ParameterMap;

/// `unreserved` of RFC 3986 stays.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

pub(crate) fn encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

fn body(code: &str, message: &str) -> String {
    serde_json::json!({ "Code": code, "Message": message }).to_string()
}

fn failed(body: &str) -> Failed<'_> {
    match Response::<Created>::decode(403, body.as_bytes()) {
        Ok(Response::Failed(failed)) => failed,
        other => panic!("a status of 403 is a failure: {other:?}"),
    }
}

const CODE: &str = "SignatureDoesNotMatch";

fn redacted(message: &str) -> String {
    let body = body(CODE, message);
    let failed = failed(&body);
    // What prints of a failure is what prints of its message.
    let redacted = failed.message().unwrap().to_string();
    assert_eq!(failed.to_string(), format!("failed with status 403, {CODE}: {redacted}"));
    redacted
}

const SECRETS: [&str; 4] =
    ["securitytoken", "x-acs-security-token", "authkey", "authentication key"];

fn names_a_secret(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    // Names may be percent-encoded as well.
    text.contains('%') || SECRETS.iter().any(|name| text.contains(name))
}

/// The law of redaction, for any message: it takes pieces out, and changes nothing else; where no
/// secret is named, it takes out nothing; and what was redacted stays as it is.
pub(crate) fn redaction(message: &str) {
    let redacted = redacted(message);
    if !names_a_secret(message) {
        assert_eq!(redacted, message);
    }
    let pieces: Vec<_> = redacted.split("[redacted]").map(regex::escape).collect();
    let pieces = regex::Regex::new(&format!("(?s)^{}$", pieces.join(".+"))).unwrap();
    assert!(pieces.is_match(message), "{message:?} as {redacted:?}");
    assert_eq!(self::redacted(&redacted), redacted);
}

/// The law of a secret in an echo: a name, a separator that is encoded so many times, the secret that
/// is encoded once more than that, and what ends it.
pub(crate) fn secret(before: &str, name: usize, layers: usize, secret: &str, after: &str) {
    let encoded = |text: &str, layers: usize| (0..layers).fold(text.to_owned(), |t, _| encode(&t));
    let is_line = SECRETS[name % 3].starts_with('x');
    let (separator, end) = if is_line { (":", "\n") } else { ("=", "&") };
    // A line of headers is not encoded by itself.
    let value = encoded(secret, layers + usize::from(!is_line));
    let start = format!("{before} {}{}", SECRETS[name % 3], encoded(separator, layers));
    let end = format!("{}{after}", encoded(end, layers));
    if secret.is_empty() || names_a_secret(before) || names_a_secret(after) {
        return;
    }
    assert_eq!(redacted(&format!("{start}{value}{end}")), format!("{start}[redacted]{end}"));
}

fn string_to_sign(method: Method, pairs: &ParameterMap) -> String {
    let pairs: Vec<_> =
        pairs.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
    format!("{method}&%2F&{}", encode(&pairs.join("&")))
}

fn explain(method: Method, pairs: &ParameterMap, echo: &str) -> Option<Mismatch> {
    let pairs: Vec<_> = pairs.iter().map(|(name, value)| (&**name, &**value)).collect();
    let pairs = Pairs::new(&pairs).ok()?;
    let message = format!("no match. server string to sign is:{echo}");
    rpc::StringToSign::of_pairs(method, pairs).explain(&failed(&body(CODE, &message)))
}

/// A text as a mismatch shows it, if it is short.
fn short(text: &str) -> Option<&str> {
    (text.len() < 60).then_some(text)
}

/// The law of a mismatch: what the service signed of other parameters differs in the first parameter
/// that only one side has, or that both have with other values.
pub(crate) fn mismatch(ours: (Method, &ParameterMap), theirs: (Method, &ParameterMap)) {
    let is_simple = |pairs: &ParameterMap| {
        !pairs
            .keys()
            .any(|name| name.is_empty() || names_a_secret(name) || name.contains(['&', '=']))
    };
    if !is_simple(ours.1) || !is_simple(theirs.1) {
        return;
    }
    let echo = string_to_sign(theirs.0, theirs.1);
    let Some(mismatch) = explain(ours.0, ours.1, &echo) else {
        assert!(ours.1.contains_key("Signature"));
        return;
    };
    let found = (mismatch.kind(), mismatch.name(), mismatch.ours(), mismatch.theirs());
    let difference =
        ours.1.iter().map(Some).chain([None]).zip(theirs.1.iter().map(Some).chain([None]));
    if ours.0 != theirs.0 {
        let methods = (Some(ours.0.as_str()), Some(theirs.0.as_str()));
        assert_eq!(found, (Kind::Differs, Some("method"), methods.0, methods.1));
    } else if ours.1 == theirs.1 {
        assert_eq!(found, (Kind::WrongSecret, None, None, None));
    } else {
        let (our, their) = { difference }.find(|(our, their)| our != their).unwrap();
        let (kind, name, our, their) = match (our, their) {
            (Some((name, our)), Some((other, their))) if name == other => {
                let is_doubly_encoded = *their == encode(our);
                let kind = if is_doubly_encoded { Kind::DoublyEncoded } else { Kind::Differs };
                (kind, name, Some(our), Some(their))
            }
            (Some((name, our)), Some((other, _))) if name < other => {
                (Kind::Differs, name, Some(our), None)
            }
            (Some((name, our)), None) => (Kind::Differs, name, Some(our), None),
            (_, Some((name, their))) => (Kind::Differs, name, None, Some(their)),
            (None, None) => unreachable!("both sides differ"),
        };
        let texts = [Some(name), our, their].into_iter().flatten();
        // A value may look like an echo itself, and a name has less room than a value.
        let is_shown = |text: &String| short(text).is_some() && !names_a_secret(text);
        if name.len() <= 40 && texts.clone().all(is_shown) {
            let (our, their) = (our.map(String::as_str), their.map(String::as_str));
            assert_eq!(found, (kind, Some(&**name), our, their), "{mismatch:?}");
        }
    }
}

/// The law of secrets in a mismatch: whatever becomes of one character of the echo, the token of a
/// request does not show.
pub(crate) fn damaged_echo(
    pairs: &ParameterMap,
    place: usize,
    change: Option<char>,
    removed: bool,
) {
    const TOKEN: &str = "tOkEnThatNobody+MaySee==";

    let mut pairs = pairs.clone();
    pairs.insert("SecurityToken".to_owned(), TOKEN.to_owned());
    let mut echo: Vec<char> = string_to_sign(Method::Get, &pairs).chars().collect();
    let place = place % echo.len();
    if removed {
        echo.remove(place);
    }
    if let Some(character) = change {
        echo.insert(place, character);
    }
    let echo: String = echo.into_iter().collect();
    let Some(mismatch) = explain(Method::Get, &pairs, &echo) else { return };
    for printed in [mismatch.to_string(), format!("{mismatch:?}")] {
        assert!(!printed.contains(&TOKEN[1..6]), "{printed} of {echo}");
    }
}
