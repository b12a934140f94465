//! Does on a microcontroller what a firmware does, and checks what comes out.

#![no_std]
#![no_main]

use core::panic::PanicInfo;

use aliyun_customer_gateway::escaped::EscapedStr;
use aliyun_customer_gateway::query::{Pairs, Query};
use aliyun_customer_gateway::response::{Fault, NotAResponse};
use aliyun_customer_gateway::{
    AccessKeyId, AccessKeySecret, Action as _, Asn, BufferTooSmall, Call, ClientToken,
    CreateCustomerGateway, Created, Credentials, Description, Encode, ErrorCode, Failed, Host,
    InvalidParameter, IpAddress, Method, Name, OwnedCreated, Reason, RegionId, Response, Retry,
    SignatureNonce, Timestamp, acs3, rpc,
};
use firmware::board;

include!(concat!(env!("OUT_DIR"), "/vectors.rs"));

struct Rpc {
    name: &'static str,
    method: &'static str,
    secret: &'static str,
    parameters: &'static [(&'static str, &'static str)],
    canonical_query: &'static str,
    string_to_sign: &'static str,
    signature: &'static str,
}

struct Acs3 {
    name: &'static str,
    method: &'static str,
    path: &'static str,
    query: &'static [(&'static str, &'static str)],
    headers: &'static [(&'static str, &'static str)],
    body: &'static str,
    access_key_id: &'static str,
    secret: &'static str,
    canonical_request: &'static str,
    string_to_sign: &'static str,
    signature: &'static str,
    authorization: &'static str,
}

struct Body {
    name: &'static str,
    status: u16,
    body: &'static [u8],
    expected: Expected,
}

enum Expected {
    Created {
        customer_gateway_id: &'static str,
        create_time: Option<u64>,
        request_id: Option<&'static str>,
        ip_address: Option<&'static str>,
        name: Option<&'static str>,
        description: Option<&'static str>,
    },
    Failed {
        code: Option<&'static str>,
        known: bool,
        message: Option<&'static str>,
        request_id: Option<&'static str>,
        host_id: Option<&'static str>,
        recommend: Option<&'static str>,
    },
    NoAnswer,
}

/// Counts what was checked, and tells what failed.
struct Checks {
    passed: u32,
    failed: u32,
}

impl Checks {
    fn check(&mut self, case: &str, what: &str, holds: bool) {
        if holds {
            self.passed += 1;
        } else {
            self.failed += 1;
            board::print(format_args!("FAILED: {}: {}", case, what));
        }
    }
}

/// Takes only the text that it expects: the longest ones would fill the RAM.
struct Expect;

impl Expect {
    /// Whether exactly the expected text gets written.
    fn all(expected: &'static str, written: &impl Encode) -> bool {
        let mut rest = expected.as_bytes();
        let all = written.write_to(|block| {
            rest = rest.strip_prefix(block).ok_or(())?;
            Ok::<(), ()>(())
        });
        all.is_ok() && rest.is_empty()
    }
}

#[cfg_attr(target_arch = "arm", cortex_m_rt::entry)]
#[cfg_attr(target_arch = "riscv32", unsafe(no_mangle))]
fn main() -> ! {
    let mut checks = Checks { passed: 0, failed: 0 };
    refusals(&mut checks);
    match request() {
        Ok(request) => {
            queries(&mut checks, &request);
            if let Err(refusal) = signatures(&mut checks, &request) {
                checks.check("signatures", "nothing is refused", false);
                board::print(format_args!("{}", refusal));
            }
        }
        Err(refusal) => {
            checks.check("request", "nothing is refused", false);
            board::print(format_args!("{}", refusal));
        }
    }
    RPC.iter().for_each(|case| rpc_vector(&mut checks, case));
    ACS3.iter().for_each(|case| acs3_vector(&mut checks, case));
    BODIES.iter().for_each(|case| body(&mut checks, case));
    hostile(&mut checks);

    board::print(format_args!("{} checks passed, {} failed", checks.passed, checks.failed));
    board::exit(checks.failed == 0 && checks.passed > 0)
}

#[panic_handler]
fn panic(info: &PanicInfo) -> ! {
    board::print(format_args!("{info}"));
    board::exit(false)
}

/// Hides a value from the compiler, so that the work is done on the microcontroller.
fn raw<T>(value: T) -> T {
    core::hint::black_box(value)
}

fn refusals(checks: &mut Checks) {
    let refusals: [(&str, Result<(), InvalidParameter>, Reason); 6] = [
        (
            "a space in a region",
            RegionId::new(raw("cn shanghai")).map(drop),
            Reason::UnexpectedCharacter { character: ' ', index: 2 },
        ),
        (
            "an address that is cut off",
            IpAddress::new(raw("101.12.0")).map(drop),
            Reason::Incomplete,
        ),
        (
            "a token that is not ASCII",
            ClientToken::new(raw("branch-é")).map(drop),
            Reason::UnexpectedCharacter { character: 'é', index: 7 },
        ),
        (
            "a name with a prefix",
            Name::new(raw("http://gateway")).map(drop),
            Reason::ForbiddenPrefix("http://"),
        ),
        (
            "a description of one character",
            Description::new(raw("上")).map(drop),
            Reason::TooShort { characters: 1 },
        ),
        ("Alibaba Cloud's own ASN", Asn::new(raw("45104")).map(drop), Reason::ReservedAsn(45_104)),
    ];
    for (case, result, reason) in refusals {
        checks.check(
            case,
            "is refused for the reason",
            result.map_err(|e| e.reason()) == Err(reason),
        );
    }
    let private = IpAddress::new(raw("10.0.0.1")).map_err(|refusal| refusal.reason());
    let block = aliyun_customer_gateway::SpecialBlock::of([10, 0, 0, 1]);
    checks.check("a private address", "is refused", private.err() == block.map(Reason::NotPublic));
}

fn request() -> Result<CreateCustomerGateway<'static>, InvalidParameter> {
    let region_id = RegionId::new(raw("cn-shanghai"))?;
    let ip_address = IpAddress::new(raw("101.12.0.12"))?;
    Ok(CreateCustomerGateway::new(region_id, ip_address)
        .with_client_token(ClientToken::new(raw("02fb3da4-130e-11e9-8e44-0016e04115b"))?)
        .with_name(Name::new(raw("上海-1"))?)
        .with_description(Description::new(raw("Branch 上海, 2nd floor"))?)
        .with_asn(Asn::new(raw("123.456"))?))
}

const OWN: &str = "Asn=8061384&ClientToken=02fb3da4-130e-11e9-8e44-0016e04115b\
    &Description=Branch%20%E4%B8%8A%E6%B5%B7%2C%202nd%20floor&IpAddress=101.12.0.12\
    &Name=%E4%B8%8A%E6%B5%B7-1&RegionId=cn-shanghai";

fn queries(checks: &mut Checks, request: &CreateCustomerGateway<'_>) {
    let query = request.query();
    let mut buf = [0xa5; CreateCustomerGateway::MAX_ENCODED_LEN];
    let written = query.encode(&mut buf);
    let rest = written.ok().and_then(|text| text.strip_prefix("Action=CreateCustomerGateway&"));
    checks.check("query", "is the expected one", rest == Some(OWN));
    checks.check(
        "query",
        "has the length it states",
        written.map(str::len) == Ok(query.encoded_len()),
    );
    let mut buf = [0xa5; CreateCustomerGateway::MAX_ENCODED_LEN];
    checks.check(
        "query without action",
        "is the expected one",
        request.query_without_action().encode(&mut buf) == Ok(OWN),
    );
    let mut small = [0; 16];
    let too_small = query.encode(&mut small).map_err(|error: BufferTooSmall| error.needed());
    checks.check("a small buffer", "says what is needed", too_small == Err(query.encoded_len()));
}

/// Made with another implementation.
const SIGNED: &str = "AccessKeyId=testid&Action=CreateCustomerGateway&Asn=8061384\
    &ClientToken=02fb3da4-130e-11e9-8e44-0016e04115b\
    &Description=Branch%20%E4%B8%8A%E6%B5%B7%2C%202nd%20floor&Format=JSON&IpAddress=101.12.0.12\
    &Name=%E4%B8%8A%E6%B5%B7-1&RegionId=cn-shanghai&SignatureMethod=HMAC-SHA1\
    &SignatureNonce=15215528852396&SignatureVersion=1.0&Timestamp=2024-01-02T03%3A04%3A05Z\
    &Version=2016-04-28&Signature=bIXp88FkQI%2BQNWXpE5l6KScsutE%3D";

/// Made with another implementation: for a GET, and for a POST with a form body.
const AUTHORIZATIONS: [(Method, &str); 2] = [
    (
        Method::Get,
        "ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=host;x-acs-action;x-acs-content-sha256;\
         x-acs-date;x-acs-signature-nonce;x-acs-version,\
         Signature=fd7f96a0e5ad2c793f0d6856dc3d51b37d2de9d48d95813c26f7206290e4f0f3",
    ),
    (
        Method::Post,
        "ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=content-type;host;x-acs-action;\
         x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,\
         Signature=be55efa6d2a932106a19da6b1c8848c966deeb90157a325454459e8ab9797ed4",
    ),
];

fn signatures(
    checks: &mut Checks,
    request: &CreateCustomerGateway<'_>,
) -> Result<(), InvalidParameter> {
    let id = AccessKeyId::new(raw("testid"))?;
    let credentials = Credentials::new(id, AccessKeySecret::new(raw("testsecret"))?)?;
    let nonce = SignatureNonce::new(raw("15215528852396"))?;
    let timestamp = Timestamp::from_unix_seconds(raw(1_704_164_645))?;
    let call = Call::new(*request, nonce, timestamp);

    let signer = rpc::Signer::new(&credentials);
    let signed = signer.sign(Method::Post, &call);
    let mut buf = [0xa5; 1024];
    checks.check("signed query", "is the expected one", signed.encode(&mut buf) == Ok(SIGNED));
    checks.check("signed query", "has the length it states", signed.encoded_len() == SIGNED.len());

    let signer = acs3::Signer::new(&credentials);
    for (method, expected) in AUTHORIZATIONS {
        let signed = match method {
            Method::Post => signer.post_form(Host::VPC, &call),
            _ => signer.get(Host::VPC, &call),
        };
        let mut buf = [0xa5; 512];
        let authorization = signed.authorization();
        checks.check(
            "authorization",
            method.as_str(),
            authorization.encode(&mut buf) == Ok(expected),
        );
    }
    Ok(())
}

fn rpc_vector(checks: &mut Checks, case: &Rpc) {
    let Rpc { name, method, secret, parameters, canonical_query, string_to_sign, signature } = case;
    let (Ok(pairs), Some(method), Ok(secret)) =
        (Pairs::new(raw(parameters)), Method::from_name(method), AccessKeySecret::new(raw(secret)))
    else {
        return checks.check(name, "everything is read", false);
    };
    checks.check(name, "canonical query", Expect::all(canonical_query, &Query::new(pairs)));
    let text = rpc::StringToSign::of_pairs(method, pairs);
    checks.check(name, "string to sign", Expect::all(string_to_sign, &text));
    let key = rpc::SigningKey::new(secret);
    checks.check(name, "signature", text.sign(&key).as_str() == *signature);
}

fn acs3_vector(checks: &mut Checks, case: &Acs3) {
    let (Ok(pairs), Ok(headers), Some(method), Ok(path), Ok(id), Ok(secret)) = (
        Pairs::new(raw(case.query)),
        acs3::Headers::new(raw(case.headers)),
        Method::from_name(case.method),
        acs3::Path::new(raw(case.path)),
        AccessKeyId::new(raw(case.access_key_id)),
        AccessKeySecret::new(raw(case.secret)),
    ) else {
        return checks.check(case.name, "everything is read", false);
    };
    let hash = acs3::BodyHash::new(raw(case.body).as_bytes());
    let request = acs3::CanonicalRequest::new(method, path, pairs, headers, hash);
    let holds = Expect::all(case.canonical_request, &request);
    checks.check(case.name, "canonical request", holds);
    let text = request.string_to_sign();
    checks.check(case.name, "string to sign", Expect::all(case.string_to_sign, &text));
    let signature = text.sign(&acs3::SigningKey::new(secret));
    checks.check(case.name, "signature", signature.as_str() == case.signature);
    let header = request.authorization(id, signature);
    checks.check(case.name, "authorization", Expect::all(case.authorization, &header));
}

fn reads(text: Option<EscapedStr<'_>>, expected: Option<&str>) -> bool {
    match (text, expected) {
        (Some(text), Some(expected)) => text == expected && text.encoded_len() == expected.len(),
        (None, None) => true,
        _ => false,
    }
}

fn body(checks: &mut Checks, case: &Body) {
    let name = case.name;
    match (&case.expected, Response::<Created>::decode(case.status, raw(case.body))) {
        (
            Expected::Created {
                customer_gateway_id,
                create_time,
                request_id,
                ip_address,
                name: gateway_name,
                description,
            },
            Ok(Response::Success(created)),
        ) => {
            checks.check(name, "id", created.customer_gateway_id() == *customer_gateway_id);
            checks.check(name, "create time", created.create_time() == *create_time);
            checks.check(name, "request id", reads(created.request_id(), *request_id));
            checks.check(name, "address", reads(created.ip_address(), *ip_address));
            checks.check(name, "name", reads(created.name(), *gateway_name));
            checks.check(name, "description", reads(created.description(), *description));
            let owned: Result<OwnedCreated<64, 64>, _> = created.to_owned();
            let owned = owned.as_ref();
            checks.check(
                name,
                "owned description",
                owned.map(|owned| owned.description.as_deref()) == Ok(*description),
            );
        }
        (
            Expected::Failed { code, known, message, request_id, host_id, recommend },
            Ok(Response::Failed(failed)),
        ) => {
            checks.check(name, "status", failed.status() == case.status);
            checks.check(name, "code", reads(failed.code(), *code));
            checks.check(name, "known code", failed.error_code().is_some() == *known);
            checks.check(name, "message", reads(failed.message_as_received(), *message));
            checks.check(name, "request id", reads(failed.request_id(), *request_id));
            checks.check(name, "host id", reads(failed.host_id(), *host_id));
            checks.check(name, "recommend", reads(failed.recommend(), *recommend));
        }
        (Expected::NoAnswer, result) => return checks.check(name, "is no answer", result.is_err()),
        _ => checks.check(name, "is the expected answer", false),
    }
    // Cut off at every byte: an error, or the same outcome with its damage. White space at the end may
    // be missing.
    let end = case.body.trim_ascii_end().len();
    let all_noticed = (0..end).all(|end| {
        let body = case.body.get(..end).unwrap_or_default();
        match (&case.expected, Response::<Created>::decode(case.status, raw(body))) {
            (_, Err(_)) => true,
            (Expected::Created { customer_gateway_id, .. }, Ok(Response::Success(created))) => {
                created.customer_gateway_id() == *customer_gateway_id && created.damage().is_some()
            }
            (Expected::Failed { code, .. }, Ok(Response::Failed(failed))) => {
                reads(failed.code(), *code) && failed.damage().is_some()
            }
            _ => false,
        }
    });
    checks.check(name, "loses nothing silently when it is cut off", all_noticed);
}

/// 100,000 levels deep.
static DEEP_JSON: [u8; 100_005] = {
    let mut body = [b'['; 100_005];
    body[0] = b'{';
    body[1] = b'"';
    body[2] = b'a';
    body[3] = b'"';
    body[4] = b':';
    body
};

fn hostile(checks: &mut Checks) {
    // As deep as there is RAM for.
    const DEPTH: usize = if cfg!(feature = "small-ram") { 500 } else { 12_000 };
    let deep_xml = [*b"<a>"; DEPTH];
    let broken = NotAResponse::Broken;
    let nothing = |fault| NotAResponse::NoMember { fault: Some(fault) };
    let bodies: &[(&str, &[u8], NotAResponse)] = &[
        ("deep JSON", &DEEP_JSON, broken(Fault::TooDeep { index: 5 + Response::MAX_DEPTH - 1 })),
        (
            "deep XML",
            deep_xml.as_flattened(),
            nothing(Fault::TooDeep { index: Response::MAX_DEPTH * 3 }),
        ),
        ("an empty object", b"{}", NotAResponse::NoMember { fault: None }),
        ("nothing", b"", NotAResponse::Empty),
        ("white space", b"\xef\xbb\xbf \r\n", NotAResponse::Empty),
        ("zeros", &[0; 64], NotAResponse::Zeros),
        ("plain text", b"Bad Gateway", NotAResponse::Foreign { byte: b'B', index: 0 }),
        ("HTML", b"<html><body>502</body></html>", NotAResponse::Html),
        ("declared HTML", b"\n<!doctype html><p>", NotAResponse::Html),
        ("gzip", b"\x1f\x8b\x08\0\0\0\0\0", NotAResponse::Compressed),
        ("a status line", b"HTTP/1.1 200 OK\r\n\r\n{}", NotAResponse::Head),
        ("JSON cut off", b"{\"Code\":\"Forb", broken(Fault::CutOff { index: 13 })),
        ("XML cut off", b"<Error><Code>Forb", broken(Fault::CutOff { index: 17 })),
        ("broken JSON", b"{\"Code\":}", broken(Fault::Unexpected { byte: b'}', index: 8 })),
        (
            "broken XML",
            b"<Error><Code>A</Message></Error>",
            broken(Fault::MismatchedTag { index: 16 }),
        ),
        ("an entity", b"<!DOCTYPE E [<!ENTITY a 'b'>]><E/>", nothing(Fault::Doctype { index: 0 })),
        (
            "invalid UTF-8 in JSON",
            b"{\"Code\":\"a\xff\"}",
            broken(Fault::InvalidUtf8 { member: "Code", index: 10 }),
        ),
        (
            "two codes",
            b"{\"Code\":\"A\",\"Code\":\"B\"}",
            broken(Fault::Conflict { member: "Code", index: 12 }),
        ),
    ];
    for (case, body, kind) in bodies {
        let refused = Response::<Created>::decode(400, raw(body)).map_err(|error| error.kind());
        checks.check(case, "is refused as it should be", refused == Err(*kind));
    }
    let damaged = match Response::<Created>::decode(400, raw(b"{\"Code\":\"A\"}{}")) {
        Ok(Response::Failed(failed)) => failed.damage().map(|damage| damage.fault()),
        _ => None,
    };
    checks.check("more after it", "is damage", damaged == Some(Fault::Trailing { index: 12 }));
    let neither = Response::<Created>::decode(200, raw(b"{\"RequestId\":\"1\"}"));
    let kind = NotAResponse::NoOutcome { member: "CustomerGatewayId" };
    let refused = neither.map_err(|error| (error.status(), error.kind())) == Err((200, kind));
    checks.check("a response without id and code", "is refused", refused);
    failures(checks);
}

fn failures(checks: &mut Checks) {
    let failures: &[(&str, u16, Option<ErrorCode>, Retry)] = &[
        ("{\"Code\":\"Forbidden.SubUser\"}", 403, Some(ErrorCode::ForbiddenSubUser), Retry::Never),
        (
            "<E><Code>Throttling.User</Code></E>",
            400,
            Some(ErrorCode::ThrottlingUser),
            Retry::AfterPause,
        ),
        ("{\"Code\":\"Some.Throttling\"}", 400, None, Retry::AfterPause),
        (
            "{\"Code\":\"Signature\\u004eonceUsed\"}",
            400,
            Some(ErrorCode::SignatureNonceUsed),
            Retry::Immediately,
        ),
        (
            "<E><Code>MissingRegionId</Code></E>",
            400,
            Some(ErrorCode::MissingParameter),
            Retry::Never,
        ),
        ("{\"RequestId\":\"1\"}", 503, None, Retry::AfterPause),
    ];
    for (body, status, known, retry) in failures {
        let failed = match Response::<Created>::decode(*status, raw(body).as_bytes()) {
            Ok(Response::Failed(failed)) => Some(failed),
            _ => None,
        };
        let code = failed.as_ref().map(Failed::error_code);
        checks.check(body, "has the code", code == Some(*known));
        checks.check(body, "has the advice", failed.map(|failed| failed.retry()) == Some(*retry));
    }
}
