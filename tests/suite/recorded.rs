//! Requests that official clients really sent: what checks a signature must find each right, and find
//! it wrong once anything is changed that is signed.

use aliyun_customer_gateway::query::Pairs;
use aliyun_customer_gateway::{AccessKeyId, Method, acs3, rpc};
use serde_json::Value as Json;

use crate::vectors::{VECTORS, secret};

/// A recorded request, and what its client made of it.
struct Recorded {
    facts: Json,
    method: Method,
    path: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    /// The parameters of the query.
    query: Vec<(String, String)>,
}

impl Recorded {
    fn read(facts: Json) -> Self {
        let file = facts["file"].as_str().unwrap();
        let bytes = std::fs::read(format!("{VECTORS}/recorded/{file}")).unwrap();
        let end = bytes.windows(4).position(|bytes| bytes == b"\r\n\r\n").unwrap();
        let head = core::str::from_utf8(&bytes[..end]).unwrap();
        let mut lines = head.split("\r\n");
        let mut words = lines.next().unwrap().split(' ');
        let method = Method::from_name(words.next().unwrap()).unwrap();
        let target = words.next().unwrap();
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let headers: Vec<_> = lines
            .map(|line| line.split_once(':').unwrap())
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        let body = &bytes[end + 4..];
        let is_chunked =
            headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("transfer-encoding"));
        let body = if is_chunked { joined(body) } else { body.to_vec() };
        let (path, query) = (path.to_owned(), form(query));
        Self { facts, method, path, headers, body, query }
    }

    fn fact(&self, name: &str) -> &str {
        self.facts[name].as_str().unwrap()
    }

    fn file(&self) -> &str {
        self.fact("file")
    }

    fn header(&self, name: &str) -> Option<&str> {
        let mut found = self.headers.iter().filter(|(found, _)| found.eq_ignore_ascii_case(name));
        found.next().map(|(_, value)| value.trim())
    }
}

/// The chunks of a body, joined.
fn joined(mut chunks: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    loop {
        let end = chunks.windows(2).position(|bytes| bytes == b"\r\n").unwrap();
        let len = core::str::from_utf8(&chunks[..end]).unwrap();
        let len = usize::from_str_radix(len, 16).unwrap();
        if len == 0 {
            return body;
        }
        let chunk = &chunks[end + 2..];
        body.extend(&chunk[..len]);
        chunks = &chunk[len + 2..];
    }
}

/// The parameters of a query or a form body, in which `+` is a space.
fn form(text: &str) -> Vec<(String, String)> {
    let decode = |text: &str| {
        let text = text.replace('+', " ");
        percent_encoding::percent_decode_str(&text).decode_utf8().unwrap().into_owned()
    };
    let pairs = text.split('&').filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    pairs.map(|(name, value)| (decode(name), decode(value))).collect()
}

fn borrowed(pairs: &[(String, String)]) -> Vec<(&str, &str)> {
    pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

/// The requests of one signature.
fn recorded(signature: &str) -> Vec<Recorded> {
    let index = std::fs::read_to_string(format!("{VECTORS}/recorded/index.jsonl")).unwrap();
    let facts = index.lines().map(|line| serde_json::from_str::<Json>(line).unwrap());
    let facts = facts.filter(|facts| facts["signature_version"] == signature);
    facts.map(Recorded::read).collect()
}

#[test]
fn every_recorded_request_with_the_rpc_signature() {
    let requests = recorded("RPC 1.0 HMAC-SHA1");
    assert_eq!(requests.len(), 35);
    for request in requests {
        let file = request.file();
        let mut pairs = request.query.clone();
        if request.header("content-type").is_some_and(|value| value.contains("urlencoded")) {
            pairs.extend(form(core::str::from_utf8(&request.body).unwrap()));
        }
        let position = pairs.iter().position(|(name, _)| name == "Signature").unwrap();
        let (_, sent) = pairs.remove(position);
        let sent = rpc::Signature::new(&sent).unwrap();
        pairs.sort_unstable();
        // A parameter that is in the query and in the body is signed once.
        pairs.dedup();

        let key = rpc::SigningKey::new(secret(request.fact("secret")));
        let sign = |method, pairs: &[(String, String)]| {
            let pairs = borrowed(pairs);
            rpc::StringToSign::of_pairs(method, Pairs::new(&pairs).unwrap()).sign(&key)
        };
        let listed = borrowed(&pairs);
        let to_sign = rpc::StringToSign::of_pairs(request.method, Pairs::new(&listed).unwrap());
        assert_eq!(to_sign.to_string(), request.fact("string_to_sign"), "{file}");
        assert_eq!(sent.as_str(), request.fact("signature"), "{file}");
        assert_eq!(sign(request.method, &pairs), sent, "{file}");

        let other = if request.method == Method::Get { Method::Post } else { Method::Get };
        assert_ne!(sign(other, &pairs), sent, "{file}: the method is signed");
        for position in 0..pairs.len() {
            let mut changed = pairs.clone();
            changed[position].1.push('x');
            assert_ne!(sign(request.method, &changed), sent, "{file}: {:?}", changed[position]);
            changed.remove(position);
            assert_ne!(sign(request.method, &changed), sent, "{file}: {:?}", pairs[position]);
        }
    }
}

#[test]
fn every_recorded_request_with_the_acs3_signature() {
    let requests = recorded("ACS3-HMAC-SHA256");
    assert_eq!(requests.len(), 8);
    for request in requests {
        let file = request.file();
        let authorization = request.header("authorization").unwrap();
        assert_eq!(authorization, request.fact("authorization"), "{file}");
        let rest = authorization.strip_prefix("ACS3-HMAC-SHA256 Credential=").unwrap();
        let (id, rest) = rest.split_once(",SignedHeaders=").unwrap();
        let (names, sent) = rest.split_once(",Signature=").unwrap();
        assert_eq!(names, request.fact("signed_headers"), "{file}");
        let names: Vec<_> = names.split(';').collect();
        let sent = acs3::Signature::new(sent).unwrap();

        let key = acs3::SigningKey::new(secret(request.fact("secret")));
        let mut headers = request.headers.clone();
        headers.sort_by_key(|(name, _)| name.to_ascii_lowercase());
        let mut query = request.query.clone();
        query.sort_unstable();
        let sign =
            |method, query: &[(String, String)], headers: &[(String, String)], body: &[u8]| {
                let (query, headers) = (borrowed(query), borrowed(headers));
                let request = acs3::CanonicalRequest::new(
                    method,
                    acs3::Path::new(&request.path).unwrap(),
                    Pairs::new(&query).unwrap(),
                    acs3::Headers::signing(&headers, &names).unwrap(),
                    acs3::BodyHash::new(body),
                );
                let to_sign = request.string_to_sign();
                let signature = to_sign.sign(&key);
                let id = AccessKeyId::new(id).unwrap();
                (to_sign.to_string(), signature, request.authorization(id, signature).to_string())
            };
        let (to_sign, signature, made) = sign(request.method, &query, &headers, &request.body);
        assert_eq!(to_sign, request.fact("string_to_sign"), "{file}");
        assert_eq!(signature, sent, "{file}");
        assert_eq!(made, authorization, "{file}");
        let hash = acs3::BodyHash::new(&request.body);
        assert_eq!(request.header("x-acs-content-sha256"), Some(hash.as_str()), "{file}");

        let is_right = |method, query: &[_], headers: &[_], body: &[_]| {
            sign(method, query, headers, body).1 == sent
        };
        let other = if request.method == Method::Get { Method::Post } else { Method::Get };
        assert!(!is_right(other, &query, &headers, &request.body), "{file}: the method is signed");
        let body = [&*request.body, b"x"].concat();
        assert!(!is_right(request.method, &query, &headers, &body), "{file}: the body is signed");
        for position in 0..query.len() {
            let mut changed = query.clone();
            changed[position].1.push('x');
            let right = is_right(request.method, &changed, &headers, &request.body);
            assert!(!right, "{file}: {:?}", changed[position]);
        }
        for position in 0..headers.len() {
            let mut changed = headers.clone();
            changed[position].1.push('x');
            let right = is_right(request.method, &query, &changed, &request.body);
            let is_signed = names.contains(&&*changed[position].0.to_ascii_lowercase());
            assert_eq!(right, !is_signed, "{file}: {:?}", changed[position]);
        }
    }
}

/// The documented rule is what Node, Go and PHP sign by; Python signs every header that it sets.
#[test]
fn which_clients_sign_by_the_documented_rule() {
    for request in recorded("ACS3-HMAC-SHA256") {
        let mut headers = request.headers.clone();
        headers.sort_by_key(|(name, _)| name.to_ascii_lowercase());
        let headers = borrowed(&headers);
        let query = borrowed(&request.query);
        let mut query = query.clone();
        query.sort_unstable();
        let canonical = acs3::CanonicalRequest::new(
            request.method,
            acs3::Path::ROOT,
            Pairs::new(&query).unwrap(),
            acs3::Headers::new(&headers).unwrap(),
            acs3::BodyHash::new(&request.body),
        );
        let by_rule = canonical.string_to_sign().to_string() == request.fact("string_to_sign");
        let is_python = request.fact("client").starts_with("PyPI");
        assert_eq!(by_rule, !is_python, "{}: {}", request.file(), request.fact("client"));
    }
}

/// A request that is written here from the same values is the one that the client sent: its target, its
/// headers and its signature.
#[cfg(feature = "http1")]
#[test]
fn requests_of_http1_are_those_of_the_clients() {
    use aliyun_customer_gateway::{
        Asn, Call, ClientToken, CreateCustomerGateway, Credentials, Description, Host, IpAddress,
        Name, RegionId, SecurityToken, SignatureNonce, Timestamp, http1,
    };

    let mut compared = Vec::new();
    for request in recorded("ACS3-HMAC-SHA256") {
        // Python signs what it accepts, and the order in a body is the client's.
        let names = request.fact("signed_headers");
        if names.contains("accept;") || !request.body.is_empty() {
            continue;
        }
        let file = request.file();
        let input = |name: &str| request.facts["inputs"][name].as_str();
        let mut action = CreateCustomerGateway::new(
            RegionId::new(input("RegionId").unwrap()).unwrap(),
            IpAddress::new(input("IpAddress").unwrap()).unwrap(),
        )
        .with_name(Name::new(input("Name").unwrap()).unwrap())
        .with_description(Description::new(input("Description").unwrap()).unwrap())
        .with_client_token(ClientToken::new(input("ClientToken").unwrap()).unwrap());
        if let Some(asn) = input("Asn") {
            action = action.with_asn(Asn::new(asn).unwrap());
        }
        let nonce = SignatureNonce::new(request.header("x-acs-signature-nonce").unwrap()).unwrap();
        let date = Timestamp::new(request.header("x-acs-date").unwrap()).unwrap();
        let call = Call::new(action, nonce, date);
        let id = AccessKeyId::new(request.fact("access_key_id")).unwrap();
        let secret = secret(request.fact("secret"));
        let credentials = match request.header("x-acs-security-token") {
            Some(token) => Credentials::temporary(id, secret, SecurityToken::new(token).unwrap()),
            None => Credentials::new(id, secret).unwrap(),
        };
        let extra: Vec<(&str, &str)> =
            ["user-agent", "x-acs-accesskey-id", "x-acs-credentials-provider"]
                .into_iter()
                .filter_map(|name| Some((name, request.header(name)?)))
                .collect();
        let host = Host::new(request.header("host").unwrap()).unwrap();
        let signer = acs3::Signer::new(&credentials);
        let unsigned = match request.method {
            Method::Get => acs3::Request::get(host, &call, signer.identity()),
            _ => acs3::Request::post(host, &call, signer.identity()),
        };
        let signed = signer.sign(unsigned.with_headers(acs3::ExtraHeaders::new(&extra).unwrap()));

        let text = http1::Request::new(&signed).to_string();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let mut lines = head.split("\r\n");
        let (target, version) = lines.next().unwrap().rsplit_once(' ').unwrap();
        assert_eq!((version, body), ("HTTP/1.1", ""), "{file}");
        let (start, query) = target.split_once('?').unwrap();
        assert_eq!(start, format!("{} {}", request.method, request.path), "{file}");
        let (mut ours, mut theirs) = (form(query), request.query.clone());
        ours.sort_unstable();
        theirs.sort_unstable();
        assert_eq!(ours, theirs, "{file}");
        let ours: Vec<(&str, &str)> = lines.map(|line| line.split_once(": ").unwrap()).collect();
        for (name, value) in &ours {
            assert_eq!(request.header(name).unwrap_or("none"), *value, "{file}: {name}");
        }
        let left: Vec<&str> = request
            .headers
            .iter()
            .map(|(name, _)| name.as_str())
            .filter(|name| !ours.iter().any(|(ours, _)| ours.eq_ignore_ascii_case(name)))
            .collect();
        assert_eq!(left, ["Connection"], "{file}");
        compared.push(file.to_owned());
    }
    assert_eq!(
        compared,
        [
            "vpc-special.http",
            "oclient-special-POST.http",
            "vpc-plain-sts.http",
            "core-special-GET-sts.http",
        ],
    );
}
