//! Laws of both signatures, as plain functions: each one takes anything, and panics where the crate
//! breaks the law. The oracles are the HMAC and hashes of `RustCrypto`, `percent-encoding`, `base64`,
//! and sorting by the standard library.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a law that breaks panics")]
#![allow(clippy::similar_names, reason = "a signer makes what is signed")]

use std::collections::{BTreeMap, BTreeSet};

use aliyun_customer_gateway::query::{Pairs, Query};
use aliyun_customer_gateway::{
    AccessKeyId, AccessKeySecret, Asn, Call, CreateCustomerGateway, Credentials, Encode as _, Host,
    Method, SecurityToken, Tags, acs3, rpc,
};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use sha1::Sha1;
use sha2::{Digest as _, Sha256};

/// Names and values; a map keeps them in the order of the names' bytes.
pub(crate) type ParameterMap = BTreeMap<String, String>;

/// Everything but `unreserved` of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

fn encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

fn canonical_query(pairs: &ParameterMap) -> String {
    let pairs = pairs.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value)));
    pairs.collect::<Vec<_>>().join("&")
}

fn borrowed(pairs: &ParameterMap) -> Vec<(&str, &str)> {
    pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8().unwrap().into_owned()
}

/// The pairs of a query string, decoded, in the order that they stand in.
fn decode_query(query: &str) -> Vec<(String, String)> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap();
            (decode(name), decode(value))
        })
        .collect()
}

fn hmac_sha1(key: &[u8], text: &str) -> String {
    let mac = Hmac::<Sha1>::new_from_slice(key).unwrap().chain_update(text);
    BASE64_STANDARD.encode(mac.finalize().into_bytes())
}

fn hmac_sha256(key: &[u8], text: &str) -> String {
    let mac = Hmac::<Sha256>::new_from_slice(key).unwrap().chain_update(text);
    hex(&mac.finalize().into_bytes())
}

fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    let nibbles = bytes.iter().flat_map(|byte| [byte >> 4, byte & 0x0f]);
    nibbles.map(|nibble| char::from(b"0123456789abcdef"[usize::from(nibble)])).collect()
}

/// Holds every way to write something against its text.
macro_rules! assert_written {
    ($written:expr, $expected:expr) => {{
        let (written, expected): (_, &str) = (&$written, &$expected);
        assert_eq!(written.to_string(), expected);
        assert_eq!(written.encoded_len(), expected.len());
        let mut buf = vec![0xa5; expected.len() + 1];
        assert_eq!(written.encode(&mut buf).unwrap(), expected);
        assert_eq!(buf.last(), Some(&0xa5));
        if let Some(shorter) = buf.get_mut(..expected.len().saturating_sub(1))
            && !expected.is_empty()
        {
            assert_eq!(written.encode(shorter).unwrap_err().needed(), expected.len());
        }
    }};
}

/// The RPC signature of any parameters but a `Signature`: the string to sign is the canonical query
/// encoded once more, the streamed signature is the HMAC of that string, and the signed query reads
/// as the parameters with the signature behind them.
pub(crate) fn rpc(method: Method, parameters: &ParameterMap, secret: AccessKeySecret<'_>) {
    let pairs = borrowed(parameters);
    let list = Pairs::new(&pairs);
    if parameters.contains_key("Signature") {
        assert_eq!(list, Err(aliyun_customer_gateway::query::OrderError::Signature));
        return;
    }
    let list = list.unwrap();
    let canonical = canonical_query(parameters);
    assert_written!(Query::new(list), canonical);

    let string_to_sign = format!("{method}&%2F&{}", encode(&canonical));
    let to_sign = rpc::StringToSign::of_pairs(method, list);
    assert_written!(to_sign, string_to_sign);

    let signature = hmac_sha1(format!("{}&", secret.as_str()).as_bytes(), &string_to_sign);
    let signed = to_sign.signed(to_sign.sign(&rpc::SigningKey::new(secret)));
    assert_eq!(signed.signature().as_str(), signature);
    assert_eq!(rpc::Signature::new(&signature), Ok(signed.signature()));

    let separator = if canonical.is_empty() { "" } else { "&" };
    let signed_query = format!("{canonical}{separator}Signature={}", encode(&signature));
    assert_written!(signed, signed_query);

    let mut sent: Vec<_> = parameters.clone().into_iter().collect();
    sent.push(("Signature".to_owned(), signature));
    assert_eq!(decode_query(&signed.to_string()), sent);
}

fn is_token(name: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty() && name.bytes().all(allowed)
}

/// The ACS3 signature of anything: a canonical request and what is made from it.
///
/// A list of headers is refused only for a name or a value that HTTP does not allow, once it is
/// sorted, and a path only for what would end it.
pub(crate) fn acs3(
    method: Method,
    path: &str,
    parameters: Option<&ParameterMap>,
    headers: &ParameterMap,
    body: &[u8],
    secret: AccessKeySecret<'_>,
) {
    // Names that differ in case alone are one name.
    let lower: BTreeMap<String, (&str, &str)> = headers
        .iter()
        .map(|(name, value)| (name.to_ascii_lowercase(), (name.as_str(), value.as_str())))
        .collect();
    let sorted: Vec<_> = lower.values().copied().collect();
    // A value is visible ASCII, spaces and tabs, its edges included (RFC 9110, 5.5).
    let is_value = |value: &str| value.bytes().all(|byte| matches!(byte, b'\t' | b' '..=b'~'));
    let allowed = |(name, value): &(&str, &str)| is_token(name) && is_value(value);
    let headers = acs3::Headers::new(&sorted);
    assert_eq!(headers.is_ok(), sorted.iter().all(allowed), "{sorted:?}");
    let Ok(headers) = headers else { return };

    let is_path = |path: &str| {
        let ends_it = |c: char| c.is_control() || [' ', '?', '#'].contains(&c);
        path.starts_with('/') && !path.contains(ends_it)
    };
    let checked = acs3::Path::new(path);
    assert_eq!(checked.is_ok(), is_path(path), "{path:?}");
    let Ok(checked) = checked else { return };

    let pairs = parameters.map(borrowed).unwrap_or_default();
    let Ok(list) = Pairs::new(&pairs) else {
        assert!(parameters.is_some_and(|parameters| parameters.contains_key("Signature")));
        return;
    };
    let is_signed =
        |name: &str| name == "host" || name == "content-type" || name.starts_with("x-acs-");
    let signed: Vec<_> = lower.iter().filter(|(name, _)| is_signed(name)).collect();
    let names: Vec<_> = signed.iter().map(|(name, _)| name.as_str()).collect();
    let names = names.join(";");
    let mut canonical = format!("{method}\n{path}\n");
    canonical.push_str(&parameters.map(canonical_query).unwrap_or_default());
    canonical.push('\n');
    for (name, (_, value)) in signed {
        canonical.extend([name, ":", value.trim_matches([' ', '\t']), "\n"]);
    }
    canonical.extend(["\n", &names, "\n", &sha256(body)]);

    let body_hash = acs3::BodyHash::new(body);
    assert_eq!(body_hash.as_str(), sha256(body));
    let request = acs3::CanonicalRequest::new(method, checked, list, headers, body_hash);
    assert_written!(request, canonical);

    let hashed = sha256(canonical.as_bytes());
    let string_to_sign = format!("ACS3-HMAC-SHA256\n{hashed}");
    assert_eq!(request.string_to_sign().hashed_canonical_request(), hashed);
    assert_written!(request.string_to_sign(), string_to_sign);

    let signature = hmac_sha256(secret.as_str().as_bytes(), &string_to_sign);
    let made = request.string_to_sign().sign(&acs3::SigningKey::new(secret));
    assert_eq!(made.as_str(), signature);
    assert_eq!(acs3::Signature::new(&signature), Ok(made));

    let authorization =
        format!("ACS3-HMAC-SHA256 Credential=id,SignedHeaders={names},Signature={signature}");
    let id = AccessKeyId::new("id").unwrap();
    assert_written!(request.authorization(id, made), authorization);
}

/// Headers of which any may be chosen to be signed: a set is refused for a name that is not sent, and
/// where it lacks what the service wants signed.
pub(crate) fn signed_headers(headers: &ParameterMap, names: &[String]) {
    let lower: BTreeMap<String, (&str, &str)> = headers
        .iter()
        .map(|(name, value)| (name.to_ascii_lowercase(), (name.as_str(), value.as_str())))
        .collect();
    let sorted: Vec<_> = lower.values().copied().collect();
    if acs3::Headers::new(&sorted).is_err() {
        return;
    }
    let chosen: BTreeSet<String> = names.iter().map(|name| name.to_ascii_lowercase()).collect();
    let are_sent = chosen.iter().all(|name| lower.contains_key(name));
    let mut wanted = lower.keys().filter(|name| name.starts_with("x-acs-"));
    let are_wanted = chosen.contains("host") && wanted.all(|name| chosen.contains(name));
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let checked = acs3::Headers::signing(&sorted, &names);
    assert_eq!(checked.is_ok(), are_sent && are_wanted, "{headers:?}, {names:?}");
    let Ok(checked) = checked else { return };

    let mut lines = String::new();
    for name in &chosen {
        lines.extend([name, ":", lower[name].1.trim_matches([' ', '\t']), "\n"]);
    }
    let chosen: Vec<_> = chosen.into_iter().collect();
    let chosen = chosen.join(";");
    let empty = sha256(b"");
    let canonical = format!("GET\n/\n\n{lines}\n{chosen}\n{empty}");
    let (path, query, body) = (acs3::Path::ROOT, Pairs::new(&[]).unwrap(), acs3::BodyHash::EMPTY);
    let request = acs3::CanonicalRequest::new(Method::Get, path, query, checked, body);
    assert_written!(request, canonical);
}

/// Credentials of texts: a pair is refused for what is wrong with one of them, or for a token that an
/// id of temporary credentials lacks; a refusal tells no secret.
pub(crate) fn credentials(id: &str, secret: &str, token: Option<&str>) {
    let is_graphic = |text: &str, max: usize| {
        (1..=max).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
    };
    let is_right = is_graphic(id, 128)
        && !id.contains(',')
        && is_graphic(secret, 128)
        && token.is_none_or(|token| is_graphic(token, 8192))
        && (token.is_some() || !id.starts_with("STS."));
    let checked = AccessKeyId::new(id).and_then(|id| {
        let secret = AccessKeySecret::new(secret)?;
        match token {
            Some(token) => Ok(Credentials::temporary(id, secret, SecurityToken::new(token)?)),
            None => Credentials::new(id, secret),
        }
    });
    assert_eq!(checked.is_ok(), is_right, "{id:?}, {secret:?}, {token:?}");
    let printed = match &checked {
        Ok(credentials) => format!("{credentials:?} {credentials:#?}"),
        Err(refused) => format!("{refused} {refused:?}"),
    };
    // A short text may be in a sentence by chance, and what the id holds is shown.
    let is_told = |text: &&str| text.len() > 7 && !id.contains(*text);
    for hidden in [Some(secret), token].into_iter().flatten().filter(is_told) {
        assert!(!printed.contains(hidden), "{printed}");
    }
    let Ok(credentials) = checked else { return };
    let identity = credentials.identity();
    assert_eq!(identity.access_key_id().as_str(), id);
    assert_eq!(identity.security_token().as_ref().map(SecurityToken::as_str), token);
    assert_eq!(credentials.access_key_secret().as_str(), secret);
}

/// What the typed requests of both signatures are made from.
#[derive(Debug)]
pub(crate) struct Typed<'a> {
    pub(crate) method: Method,
    pub(crate) call: Call<'a, CreateCustomerGateway<'a>>,
    pub(crate) credentials: Credentials<'a>,
    pub(crate) host: Host<'a>,
}

impl Typed<'_> {
    /// The action's own parameters.
    fn own(&self) -> ParameterMap {
        let request = self.call.action();
        let asn = request.asn().as_ref().map(Asn::get).map(|number| number.to_string());
        let text = |text: &str| Some(text.to_owned());
        let mut own = collect([
            ("RegionId", text(request.region_id().as_str())),
            ("IpAddress", Some(request.ip_address().get().to_string())),
            ("ClientToken", request.client_token().and_then(|token| text(token.as_str()))),
            ("Name", request.name().and_then(|name| text(name.as_str()))),
            ("Description", request.description().and_then(|value| text(value.as_str()))),
            ("Asn", asn),
            ("AuthKey", request.auth_key().and_then(|key| text(key.as_str()))),
            ("ResourceGroupId", request.resource_group_id().and_then(|id| text(id.as_str()))),
        ]);
        for (number, tag) in (1..).zip(request.tags().iter()) {
            own.insert(format!("Tags.{number}.Key"), tag.key().to_owned());
            own.insert(format!("Tags.{number}.Value"), tag.value().to_owned());
        }
        own
    }

    fn security_token(&self) -> Option<String> {
        self.credentials.identity().security_token().map(|token| token.as_str().to_owned())
    }
}

fn collect<const N: usize>(pairs: [(&str, Option<String>); N]) -> ParameterMap {
    pairs.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
}

/// A typed request with the RPC signature is the list of its parameters, signed.
pub(crate) fn typed_rpc(typed: &Typed<'_>) {
    let (call, identity) = (&typed.call, typed.credentials.identity());
    let signer = rpc::Signer::new(&typed.credentials);
    let signed = signer.sign(typed.method, call);

    let text = |text: &str| Some(text.to_owned());
    let mut parameters = typed.own();
    parameters.extend(collect([
        ("AccessKeyId", text(identity.access_key_id().as_str())),
        ("Action", text("CreateCustomerGateway")),
        ("Format", text(call.format().as_str())),
        ("SecurityToken", typed.security_token()),
        ("SignatureMethod", text("HMAC-SHA1")),
        ("SignatureNonce", text(call.signature_nonce().as_str())),
        ("SignatureVersion", text("1.0")),
        ("Timestamp", text(call.timestamp().as_str())),
        ("Version", text("2016-04-28")),
    ]));
    rpc(typed.method, &parameters, typed.credentials.access_key_secret());
    let pairs = borrowed(&parameters);
    let of_pairs = rpc::StringToSign::of_pairs(typed.method, Pairs::new(&pairs).unwrap());
    let of_call = rpc::StringToSign::of_call(typed.method, call, identity);
    assert_eq!(of_call.to_string(), of_pairs.to_string());
    let of_pairs = of_pairs.signed(of_pairs.sign(signer.key()));
    assert_eq!(signed.signature(), of_pairs.signature());
    assert_eq!(signed.to_string(), of_pairs.to_string());

    let token = identity.security_token().map_or(0, |_| SecurityToken::MAX_ENCODED_LEN);
    let tags = Tags::max_encoded_len(call.action().tags().len());
    assert!(signed.encoded_len() <= CreateCustomerGateway::MAX_SIGNED_LEN + token + tags);
}

/// A typed request with the ACS3 signature is its headers and its query or form, signed by hand.
pub(crate) fn typed_acs3(typed: &Typed<'_>) {
    let signer = acs3::Signer::new(&typed.credentials);
    let (host, call) = (typed.host, &typed.call);
    signed_acs3(typed, &signer, signer.get(host, call), (Method::Get, false));
    signed_acs3(typed, &signer, signer.post(host, call), (Method::Post, false));
    signed_acs3(typed, &signer, signer.post_form(host, call), (Method::Post, true));
}

fn signed_acs3(
    typed: &Typed<'_>,
    signer: &acs3::Signer<'_>,
    signed: acs3::SignedRequest<'_, CreateCustomerGateway<'_>>,
    (method, in_body): (Method, bool),
) {
    let (call, secret) = (&typed.call, typed.credentials.access_key_secret());
    assert_eq!(signed.method(), method);
    let own = typed.own();
    assert_eq!(call.query().to_string(), canonical_query(&own));
    let form = if in_body { canonical_query(&own) } else { String::new() };
    let text = |text: &str| Some(text.to_owned());
    let accept = format!("application/{}", call.format().as_str().to_ascii_lowercase());
    let headers = collect([
        ("accept", Some(accept)),
        ("content-type", in_body.then(|| "application/x-www-form-urlencoded".to_owned())),
        ("host", text(typed.host.as_str())),
        ("x-acs-action", text("CreateCustomerGateway")),
        ("x-acs-content-sha256", Some(sha256(form.as_bytes()))),
        ("x-acs-date", text(call.timestamp().as_str())),
        ("x-acs-security-token", typed.security_token()),
        ("x-acs-signature-nonce", text(call.signature_nonce().as_str())),
        ("x-acs-version", text("2016-04-28")),
    ]);
    let pairs = borrowed(&headers);
    assert_eq!(signed.headers().as_slice(), pairs);

    let own = if in_body { ParameterMap::new() } else { own };
    acs3(method, "/", Some(&own), &headers, form.as_bytes(), secret);
    let own = borrowed(&own);
    let by_hand = acs3::CanonicalRequest::new(
        method,
        acs3::Path::ROOT,
        Pairs::new(&own).unwrap(),
        acs3::Headers::new(&pairs).unwrap(),
        acs3::BodyHash::new(form.as_bytes()),
    );
    assert_eq!(signed.request().canonical_request().to_string(), by_hand.to_string());
    let signature = by_hand.string_to_sign().sign(signer.key());
    assert_eq!(signed.signature(), signature);
    let id = signer.identity().access_key_id();
    assert_written!(signed.authorization(), by_hand.authorization(id, signature).to_string());
    let mac = Hmac::<Sha256>::new_from_slice(secret.as_str().as_bytes()).unwrap();
    let elsewhere = signed.request().string_to_sign().sign_with(mac);
    assert_eq!(signed.request().signed(elsewhere), signed);
}
