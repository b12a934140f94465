//! The ACS3 signature of a request, which is in its header `Authorization`.

use std::collections::BTreeMap;

use aliyun_customer_gateway::acs3::{
    BodyHash, CanonicalRequest, Headers, Path, Signature, SigningKey, StringToSign,
};
use aliyun_customer_gateway::query::Pairs;
use aliyun_customer_gateway::{AccessKeySecret, ErrorCode, Method};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use super::{Parts, Texts, explained, refused};
use crate::refusal::Refusal;

/// What a request says of its signature.
#[derive(Debug)]
pub(super) struct Claim {
    pub(super) access_key_id: String,
    /// The names of the headers that it signs, as they were given.
    names: String,
    signature: Signature,
    /// These headers and those that have to be signed, by their names in lower case.
    headers: BTreeMap<String, Vec<String>>,
    body_hash: BodyHash,
}

const ALGORITHM: &str = "ACS3-HMAC-SHA256";

/// The header with the hash of the body.
const HASH: &str = "x-acs-content-sha256";

/// Everything in a query except what stays as it is.
const RESERVED: AsciiSet = NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// How the values of headers are joined whose names are equal but for case.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joined {
    /// As Python and Go do.
    Sorted,
    AsReceived,
}

/// What a client may have signed.
struct Ours<'o> {
    method: Method,
    path: &'o str,
    query: &'o Texts,
    host: Option<&'o str>,
    joined: Joined,
}

impl<'o> Ours<'o> {
    /// What was received.
    fn received(parts: &'o Parts<'_>) -> Self {
        let Parts { method, path, query, .. } = parts;
        Self { method: *method, path, query, host: None, joined: Joined::Sorted }
    }
}

impl Claim {
    /// `None` if the request has no such signature.
    pub(super) fn of(parts: &Parts<'_>) -> Result<Option<Self>, Refusal> {
        let incomplete = |sentence: String| refused(ErrorCode::IncompleteSignature, sentence);
        let head = &parts.request.head;
        if !parts.is_acs3() {
            return Ok(None);
        }
        if head.values("authorization").count() > 1 {
            return Err(incomplete("there are two Authorization headers: send one".to_owned()));
        }
        let authorization = parts.header("authorization").unwrap_or_default();
        let (algorithm, rest) = authorization.split_once(' ').unwrap_or((authorization, ""));
        if algorithm != ALGORITHM {
            let sentence = format!("{algorithm:?} is not checked: sign with {ALGORITHM}");
            return Err(refused(ErrorCode::InvalidSignatureMethod, sentence));
        }
        let mut members = BTreeMap::new();
        for member in rest.split(',') {
            let (name, value) = member.trim_ascii().split_once('=').unwrap_or_default();
            if members.insert(name, value).is_some() {
                return Err(incomplete(format!("Authorization has {name:?} twice")));
            }
        }
        let mut take = |name: &str| {
            let value = members.remove(name).filter(|value| !value.is_empty());
            value.ok_or_else(|| incomplete(format!("Authorization has no {name}")))
        };
        let access_key_id = take("Credential")?.to_owned();
        let names = take("SignedHeaders")?.to_owned();
        let signature = Signature::new(take("Signature")?);
        let signature = signature.map_err(|error| incomplete(error.to_string()))?;
        if let Some(name) = members.keys().next() {
            return Err(incomplete(format!("Authorization has an unknown member {name:?}")));
        }
        let mut headers = BTreeMap::<String, Vec<String>>::new();
        for (name, value) in &head.headers {
            let is_signed = names.split(';').any(|signed| signed.eq_ignore_ascii_case(name));
            let name = name.to_ascii_lowercase();
            if is_signed || name.starts_with("x-acs-") {
                let value = core::str::from_utf8(value).map_err(|_| {
                    incomplete(format!("the value of the header {name} is not ASCII"))
                })?;
                headers.entry(name).or_default().push(value.to_owned());
            }
        }
        let body_hash = BodyHash::new(&parts.request.body);
        let claim = Self { access_key_id, names, signature, headers, body_hash };
        claim.with(&Ours::received(parts), |_| ()).map_err(incomplete)?;
        Ok(Some(claim))
    }

    /// Makes a canonical request, and does something with it.
    fn with<T>(
        &self,
        ours: &Ours<'_>,
        then: impl FnOnce(CanonicalRequest<'_, Pairs<'_>, Headers<'_>>) -> T,
    ) -> Result<T, String> {
        let joined = self.headers.iter().map(|(name, values)| {
            let mut values = values.clone();
            if ours.joined == Joined::Sorted {
                values.sort_unstable();
            }
            let host = ours.host.filter(|_| name == "host");
            (name.as_str(), host.map_or_else(|| values.join(","), str::to_owned))
        });
        let joined: Vec<_> = joined.collect();
        let headers: Vec<_> = joined.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let names: Vec<_> = self.names.split(';').collect();
        let headers = Headers::signing(&headers, &names).map_err(|error| error.to_string())?;
        let pairs: Vec<_> =
            ours.query.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let pairs = Pairs::new(&pairs).map_err(|error| error.to_string())?;
        let path = Path::new(ours.path).map_err(|error| error.to_string())?;
        Ok(then(CanonicalRequest::new(ours.method, path, pairs, headers, self.body_hash)))
    }

    /// Everything that clients make of a request: the canonical request, and what differs from it where
    /// the documents are silent.
    fn texts(&self, ours: &Ours<'_>) -> Vec<String> {
        let text = |ours: &Ours<'_>| self.with(ours, |request| request.to_string());
        let mut texts: Vec<_> = text(ours).into_iter().collect();
        if self.headers.values().any(|values| values.len() > 1) {
            texts.extend(text(&Ours { joined: Joined::AsReceived, ..*ours }));
        }
        // Java and PHP encode names, as documented; Python, Node, Go and C# do not.
        if let Some(query) = with_plain_names(ours.query) {
            let plain = texts.iter().map(|text| with_line(text, 2, &query));
            texts.extend(plain.collect::<Vec<_>>());
        }
        // The list of names as it was given: the last line but one.
        let as_given = texts.iter().filter_map(|text| {
            let line = text.lines().count().checked_sub(2)?;
            (text.lines().nth(line)? != self.names).then(|| with_line(text, line, &self.names))
        });
        texts.extend(as_given.collect::<Vec<_>>());
        texts
    }

    fn signs(&self, key: &SigningKey, texts: &[String]) -> bool {
        texts.iter().any(|text| StringToSign::of_text(text).sign(key) == self.signature)
    }

    /// The hash of the body that the client sent in a header, where it is not the body's.
    fn other_hash(&self) -> Option<&str> {
        let [hash] = self.headers.get(HASH)?.as_slice() else { return None };
        (!hash.eq_ignore_ascii_case(self.body_hash.as_str())).then_some(hash)
    }

    pub(super) fn is_by(&self, parts: &Parts<'_>, secret: AccessKeySecret<'_>) -> bool {
        let key = SigningKey::new(secret);
        self.other_hash().is_none() && self.signs(&key, &self.texts(&Ours::received(parts)))
    }

    pub(super) fn echo(&self, parts: &Parts<'_>) -> String {
        let texts = self.with(&Ours::received(parts), |request| {
            (request.string_to_sign().to_string(), request.to_string())
        });
        let (to_sign, canonical) = texts.unwrap_or_default();
        format!(
            "Specified signature does not match our calculation. server StringToSign is [{to_sign}] \
             server CanonicalRequest is [{canonical}]"
        )
    }

    pub(super) fn mismatch(&self, parts: &Parts<'_>, secret: AccessKeySecret<'_>) -> Value {
        let key = SigningKey::new(secret);
        let received = Ours::received(parts);
        if let Some(theirs) = self.other_hash() {
            return self.mismatch_of_hash(&key, &received, theirs);
        }
        let failed = explained::Echo::new(&self.echo(parts));
        let explain = |ours: &Ours<'_>| {
            failed.with(|failed| self.with(ours, |request| request.explain(failed)).ok()?)
        };
        let hosts = self.headers.get("host").and_then(|values| values.first());
        let hosts = hosts.map(|host| other_hosts(host)).unwrap_or_default();
        let mut hosts = hosts.iter().map(|host| Ours { host: Some(host), ..received });
        let candidates = explained::candidates(parts, &parts.query);
        let nothing = Texts::new();
        let mut others = candidates
            .iter()
            .map(|(method, query)| Ours { method: *method, query, ..received })
            // All of them in a body, which has the hash that it has.
            .chain([Ours { query: &nothing, ..received }]);
        let is_signed = |ours: &Ours<'_>| self.signs(&key, &self.texts(ours));
        let ours = hosts.find(is_signed).or_else(|| others.find(is_signed));
        explained::members(ours.and_then(|ours| explain(&ours)).as_ref())
    }

    /// Either the body was changed or the header that tells of its hash.
    fn mismatch_of_hash(&self, key: &SigningKey, received: &Ours<'_>, theirs: &str) -> Value {
        let body = self.body_hash.as_str();
        let mut headers = self.headers.clone();
        headers.insert(HASH.to_owned(), vec![body.to_owned()]);
        let names = self.names.clone();
        let restored = Self { headers, names, access_key_id: String::new(), ..*self };
        if restored.signs(key, &restored.texts(received)) {
            let sentence = format!(
                "the header {HASH} was signed as {body:?}, but the service read {theirs:?}"
            );
            return explained::object("differs", Some(HASH), [Some(body), Some(theirs)], &sentence);
        }
        let sentence =
            format!("the hash of the body was signed as {theirs:?}, but the service read {body:?}");
        explained::object("differs", Some("body"), [Some(theirs), Some(body)], &sentence)
    }
}

/// A text with another line in the place of one of its own.
fn with_line(text: &str, line: usize, other: &str) -> String {
    let lines = text.split('\n').enumerate();
    let lines = lines.map(|(index, own)| if index == line { other } else { own });
    lines.collect::<Vec<_>>().join("\n")
}

/// A query whose names are not encoded, where that makes a difference, and where nobody can read it as
/// another query.
fn with_plain_names(query: &Texts) -> Option<String> {
    let is_reserved = |c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | '.' | '~');
    let is_misread = |c: char| c.is_control() || matches!(c, '&' | '=' | '%');
    let mut names = query.keys().map(String::as_str);
    if !query.keys().any(|name| name.contains(is_reserved))
        || names.any(|name| name.contains(is_misread))
    {
        return None;
    }
    let pairs = query
        .iter()
        .map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, &RESERVED)));
    Some(pairs.collect::<Vec<_>>().join("&"))
}

/// The hosts that a client may have signed where another one was sent: without a port, and with the
/// one that HTTP clients leave out.
fn other_hosts(host: &str) -> Vec<String> {
    match host.rsplit_once(':') {
        Some((name, _)) => vec![name.to_owned()],
        None => vec![format!("{host}:443"), format!("{host}:80")],
    }
}
