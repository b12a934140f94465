//! Laws of HTTP/1.1, as plain functions: each one takes anything, and panics where the crate breaks the
//! law. The oracle is `httparse`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a law that breaks panics")]

use std::collections::BTreeMap;

use aliyun_customer_gateway::acs3::ExtraHeaders;
use aliyun_customer_gateway::http1::{BodyFault, Connection, HeadError, Reader, Request};
use aliyun_customer_gateway::query::Parameters;
use aliyun_customer_gateway::{
    AccessKeySecret, Call, Credentials, Encode as _, Host, Method, SignedCall, acs3, rpc,
};

/// What came of a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Outcome {
    status: u16,
    headers: Vec<(String, Vec<u8>)>,
    body: Vec<u8>,
    fault: Option<BodyFault>,
    keeps_alive: bool,
}

/// Reads a stream that comes in pieces of these lengths, over and over.
fn read(stream: &[u8], lens: &[usize], capacity: usize) -> Result<Outcome, HeadError> {
    let mut buf = vec![0xa5; capacity];
    let mut reader = Reader::new(&mut buf);
    let mut rest = stream;
    let mut lens = lens.iter().cycle();
    while reader.wants_more() {
        let spare = reader.spare();
        assert!(!spare.is_empty(), "no spare capacity is an end of file to a socket");
        let len = lens.next().map_or(usize::MAX, |len| len % 64 + 1);
        let count = len.min(rest.len()).min(spare.len());
        spare[..count].copy_from_slice(&rest[..count]);
        rest = &rest[count..];
        if count == 0 {
            reader.end();
        } else {
            reader.filled(count);
        }
    }
    assert!(reader.spare().is_empty());
    reader.finish().map(|response| Outcome {
        status: response.status(),
        headers: response
            .headers()
            .map(|(name, value)| (name.to_owned(), value.to_vec()))
            .collect(),
        body: response.body().to_vec(),
        fault: response.fault(),
        keeps_alive: response.keeps_alive(),
    })
}

/// A response means the same in whatever pieces it comes, and a short buffer is told from its end.
pub(crate) fn pieces(stream: &[u8], lens: &[usize], capacity: usize) {
    let whole = read(stream, &[], stream.len() + 1);
    for lens in [lens, &[0]] {
        let mut in_pieces = read(stream, lens, stream.len() + 1);
        // What follows a response is noticed where it comes with its end.
        if let (Ok(in_pieces), Ok(whole)) = (&mut in_pieces, &whole) {
            assert!(in_pieces.keeps_alive || !whole.keeps_alive);
            in_pieces.keeps_alive = whole.keeps_alive;
        }
        assert_eq!(in_pieces, whole);
    }
    let capacity = capacity % (stream.len() + 2);
    match (read(stream, lens, capacity), whole) {
        (Ok(short), Ok(whole)) => {
            assert_eq!((short.status, &short.headers), (whole.status, &whole.headers));
            assert!(whole.body.starts_with(&short.body));
            if short.fault == Some(BodyFault::TooLong { capacity }) {
                assert!(short.body.len() < capacity);
            } else {
                assert_eq!((short.body, short.fault), (whole.body, whole.fault));
            }
        }
        (Err(short), whole) => {
            assert!(short == HeadError::TooLong { capacity } || whole == Err(short));
        }
        (Ok(_), Err(error)) => panic!("a short buffer hides: {error}"),
    }
}

/// Another parser reads the same head, and refuses the same ones.
pub(crate) fn head(stream: &[u8]) {
    let mut headers = [httparse::EMPTY_HEADER; 256];
    let mut theirs = httparse::Response::new(&mut headers);
    let mut config = httparse::ParserConfig::default();
    config.allow_obsolete_multiline_headers_in_responses(true);
    let parsed = config.parse_response(&mut theirs, stream);
    let ours = read(stream, &[], stream.len() + 1);
    match (parsed, ours) {
        (Err(httparse::Error::TooManyHeaders), _)
        | (Ok(httparse::Status::Complete(_)), Err(HeadError::ContentLength))
        | (Ok(httparse::Status::Partial), Err(HeadError::CutOff { .. } | HeadError::Empty)) => {}
        (Ok(httparse::Status::Complete(_)), Ok(ours)) => {
            if matches!(theirs.code, Some(100 | 102..=199)) {
                return;
            }
            assert_eq!(theirs.code, Some(ours.status));
            let theirs = theirs.headers.iter().map(|header| {
                let unfolded = |byte: &u8| if matches!(byte, b'\r' | b'\n') { b' ' } else { *byte };
                let value: Vec<u8> = header.value.iter().map(unfolded).collect();
                let is_space = |byte: &u8| matches!(byte, b' ' | b'\t');
                let start = value.iter().position(|byte| !is_space(byte)).unwrap_or(value.len());
                (header.name.to_owned(), value[start..].to_vec())
            });
            assert_eq!(theirs.collect::<Vec<_>>(), ours.headers);
        }
        (Ok(httparse::Status::Complete(_)), Err(ours)) => {
            // It came after an interim response.
            assert!(
                matches!(theirs.code, Some(100 | 102..=199)),
                "they read it, and we do not: {ours}"
            );
        }
        // A carriage return at the end may yet end a line.
        (Err(_), Err(HeadError::CutOff { .. })) if stream.ends_with(b"\r") => {}
        (Err(_), Err(ours)) => {
            assert!(!matches!(ours, HeadError::CutOff { .. } | HeadError::Empty), "{ours}");
        }
        (theirs, ours) => panic!("they: {theirs:?}, we: {ours:?}"),
    }
}

/// Chunks are joined as they were cut, whatever stands beside them.
pub(crate) fn chunked(body: &[u8], cuts: &[usize], extension: &str, lens: &[usize]) {
    let mut stream = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".to_vec();
    let extension: String =
        extension.chars().filter(|c| !matches!(c, '\r' | '\n')).take(20).collect();
    let mut rest = body;
    for cut in cuts.iter().chain([&usize::MAX]) {
        let count = (cut % 40).min(rest.len()).max(usize::from(cut == &usize::MAX) * rest.len());
        if count > 0 {
            stream.extend_from_slice(format!("{count:x};{extension}\r\n").as_bytes());
            stream.extend_from_slice(&rest[..count]);
            stream.extend_from_slice(b"\r\n");
            rest = &rest[count..];
        }
    }
    stream.extend_from_slice(b"0\r\nx: y\r\n\r\n");
    let outcome = read(&stream, lens, stream.len()).unwrap();
    assert_eq!((&*outcome.body, outcome.fault), (body, None));
    assert!(outcome.keeps_alive);
    pieces(&stream, lens, body.len());
    // Cut off, it holds a start of the body.
    let cut = cuts.first().map_or(0, |cut| cut % stream.len());
    if let Ok(outcome) = read(&stream[..cut], lens, stream.len()) {
        assert!(body.starts_with(&outcome.body));
        let received = outcome.body.len();
        assert_eq!(outcome.fault, Some(BodyFault::CutOff { received, expected: None }));
    }
}

/// Another decoder of chunks reads the same body, where it reads one at all.
pub(crate) fn chunks(raw: &[u8]) {
    let stream = [b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", raw].concat();
    let ours = read(&stream, &[], stream.len() + 1).unwrap();
    let (body, is_whole) = their_chunks(raw);
    if is_whole {
        assert_eq!((&*ours.body, ours.fault), (&*body, None));
    } else {
        assert!(ours.fault.is_some() || has_zeros(raw), "{:?}", String::from_utf8_lossy(raw));
    }
}

/// A size of more digits than they read.
fn has_zeros(raw: &[u8]) -> bool {
    raw.windows(8).any(|digits| digits.iter().all(|digit| *digit == b'0'))
}

fn their_chunks(mut raw: &[u8]) -> (Vec<u8>, bool) {
    let mut body = Vec::new();
    loop {
        // They take a size without a digit for 0.
        let has_digit = raw.first().is_some_and(u8::is_ascii_hexdigit);
        let (true, Ok(httparse::Status::Complete((at, size)))) =
            (has_digit, httparse::parse_chunk_size(raw))
        else {
            return (body, false);
        };
        raw = &raw[at..];
        if size == 0 {
            break;
        }
        let Some((chunk, rest)) =
            usize::try_from(size).ok().and_then(|size| raw.split_at_checked(size))
        else {
            return (body, false);
        };
        body.extend_from_slice(chunk);
        let Some(rest) = rest.strip_prefix(b"\r\n") else { return (body, false) };
        raw = rest;
    }
    // Trailers, up to an empty line.
    loop {
        let Some(end) = raw.iter().position(|byte| *byte == b'\n') else { return (body, false) };
        if matches!(&raw[..end], [] | [b'\r']) {
            return (body, true);
        }
        raw = &raw[end + 1..];
    }
}

/// What headers are added: checked by their rules.
pub(crate) fn extra_headers<'a>(list: &'a [(&'a str, &'a str)]) -> Option<ExtraHeaders<'a>> {
    let lower: Vec<String> = list.iter().map(|(name, _)| name.to_ascii_lowercase()).collect();
    let are_names = lower.iter().all(|name| {
        !name.is_empty()
            && name
                .bytes()
                .all(|byte| b"!#$%&'*+-.^_`|~".contains(&byte) || byte.is_ascii_alphanumeric())
    });
    let are_values = list
        .iter()
        .all(|(_, value)| value.bytes().all(|byte| byte == b'\t' || (b' '..=b'~').contains(&byte)));
    let ours = |name: &String| {
        let ours = "accept authorization connection content-length content-type expect host keep-alive \
            proxy-connection te trailer transfer-encoding upgrade x-acs-action x-acs-content-sha256 \
            x-acs-date x-acs-security-token x-acs-signature-nonce x-acs-version";
        ours.split_ascii_whitespace().any(|ours| ours == name)
    };
    let is_valid = are_names
        && are_values
        && lower.windows(2).all(|pair| pair[0] < pair[1])
        && !lower.iter().any(ours);
    let extra = ExtraHeaders::new(list);
    assert_eq!(extra.is_ok(), is_valid, "{list:?}");
    extra.ok()
}

/// Another parser reads a request as it was meant.
pub(crate) fn requests<A: Parameters>(
    call: &Call<'_, A>,
    credentials: Credentials<'_>,
    host: Host<'_>,
    extra: ExtraHeaders<'_>,
    (proxy, connection): (bool, Option<bool>),
) {
    let frame = (
        proxy,
        connection.map(|keep| if keep { Connection::KeepAlive } else { Connection::Close }),
    );
    let rpc = rpc::Signer::new(&credentials);
    for signed in [rpc.get(host, call), rpc.post(host, call), rpc.post_form(host, call)] {
        let signed = signed.with_headers(extra);
        let parameters = signed.query().or(signed.form()).unwrap().to_string();
        let in_query = signed.query().is_some();
        let sent: Vec<_> = signed.headers().into_iter().chain(extra.iter()).collect();
        request(&signed, signed.method(), host, &sent, None, (&parameters, in_query), frame);
    }
    let by_headers = acs3::Signer::new(&credentials);
    let identity = by_headers.identity();
    for request_to_sign in [
        acs3::Request::get(host, call, identity),
        acs3::Request::post(host, call, identity),
        acs3::Request::post_form(host, call, identity),
    ] {
        let signed = by_headers.sign(request_to_sign.with_headers(extra));
        let parameters = call.query().to_string();
        let in_query = signed.query().is_some();
        let sent: Vec<_> = signed.headers().into_iter().chain(extra.iter()).collect();
        let authorization = signed.authorization().to_string();
        request(
            &signed,
            signed.method(),
            host,
            &sent,
            Some(&authorization),
            (&parameters, in_query),
            frame,
        );
        signed_names(&authorization, &sent, extra);
        verified(&signed, &sent, &authorization, call, credentials.access_key_secret());
    }
}

/// Every `x-acs-*` that is sent is signed, and what is signed is sent.
fn signed_names(authorization: &str, sent: &[(&str, &str)], extra: ExtraHeaders<'_>) {
    let names = authorization.split("SignedHeaders=").nth(1).unwrap().split(',').next().unwrap();
    let names: Vec<&str> = names.split(';').collect();
    assert!(names.windows(2).all(|pair| pair[0] < pair[1]));
    for name in &names {
        assert!(sent.iter().any(|(sent, _)| sent.eq_ignore_ascii_case(name)));
    }
    for (name, _) in extra.iter() {
        let name = name.to_ascii_lowercase();
        assert_eq!(names.contains(&&*name), name.starts_with("x-acs-"));
    }
}

/// The parameters of a query, if they are there.
struct Sent<'a, A>(&'a A, bool);
impl<A: Parameters> Parameters for Sent<'_, A> {
    fn visit(&self, visitor: aliyun_customer_gateway::query::Visitor<'_>) {
        if self.1 {
            self.0.visit(visitor);
        }
    }
}

/// A server that goes by what was sent makes the same signature.
fn verified<A: Parameters>(
    signed: &acs3::SignedRequest<'_, A>,
    sent: &[(&str, &str)],
    authorization: &str,
    call: &Call<'_, A>,
    secret: AccessKeySecret<'_>,
) {
    let sorted: BTreeMap<String, (&str, &str)> =
        sent.iter().map(|header| (header.0.to_ascii_lowercase(), *header)).collect();
    let sorted: Vec<_> = sorted.into_values().collect();
    let headers = acs3::Headers::new(&sorted).unwrap();
    let body = signed.form().map(|form| form.to_string()).unwrap_or_default();
    let in_query = signed.query().is_some();
    let request = acs3::CanonicalRequest::new(
        signed.method(),
        acs3::Path::ROOT,
        Sent(call.action(), in_query),
        headers,
        acs3::BodyHash::new(body.as_bytes()),
    );
    let signature = request.string_to_sign().sign(&acs3::SigningKey::new(secret));
    assert!(authorization.ends_with(&format!(",Signature={}", signature.as_str())));
}

fn request(
    signed: &impl SignedCall,
    method: Method,
    host: Host<'_>,
    sent: &[(&str, &str)],
    authorization: Option<&str>,
    (parameters, in_query): (&str, bool),
    (proxy, connection): (bool, Option<Connection>),
) {
    let mut request = Request::new(signed);
    if proxy {
        request = request.through_proxy();
    }
    if let Some(connection) = connection {
        request = request.with_connection(connection);
    }
    let text = request.to_string();
    let mut buf = vec![0xa5; text.len() + 1];
    assert_eq!(request.encode(&mut buf).unwrap(), text);
    assert_eq!((request.encoded_len(), buf[text.len()]), (text.len(), 0xa5));
    assert_eq!(request.encode(&mut buf[1..text.len()]).unwrap_err().needed(), text.len());

    let mut headers = [httparse::EMPTY_HEADER; 64];
    let mut theirs = httparse::Request::new(&mut headers);
    let head = theirs.parse(text.as_bytes()).unwrap().unwrap();
    let (query, body) = if in_query { (parameters, "") } else { ("", parameters) };
    assert_eq!(theirs.method, Some(method.as_str()));
    let start = if proxy { format!("http://{host}/") } else { "/".to_owned() };
    let mark = if query.is_empty() { "" } else { "?" };
    assert_eq!(theirs.path, Some(&*format!("{start}{mark}{query}")));
    assert_eq!(&text[head..], body);
    let len = body.len().to_string();
    let mut expected: Vec<(&str, &str)> = sent.to_vec();
    expected.extend(authorization.map(|value| ("authorization", value)));
    expected.extend(connection.map(|connection| ("connection", connection.as_str())));
    expected.extend((method == Method::Post).then_some(("content-length", &*len)));
    let mut theirs: Vec<(&str, &str)> = theirs
        .headers
        .iter()
        .map(|header| (header.name, core::str::from_utf8(header.value).unwrap()))
        .collect();
    assert_eq!(theirs[0], ("host", host.as_str()));
    theirs.sort_unstable();
    expected.sort_unstable();
    assert_eq!(theirs, expected);
}
