//! The canonical query of a full request.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::hint::black_box;

use aliyun_customer_gateway::query::{Pairs, Query};
use aliyun_customer_gateway::rpc::{StringToSign, WithCommon};
use aliyun_customer_gateway::{
    AccessKeyId, Asn, Call, ClientToken, CreateCustomerGateway, Description, Encode as _, Identity,
    IpAddress, Method, Name, RegionId, SignatureNonce, Timestamp,
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::job::{Case, Job, written};

/// All but `unreserved` of RFC 3986.
pub const RESERVED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

pub const ACCESS_KEY_ID: &str = "LTAI5tExampleExample2024";
const NONCE: &str = "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf";
const TIMESTAMP: &str = "2024-01-02T03:04:05Z";
const REGION_ID: &str = "cn-shanghai";
const IP_ADDRESS: &str = "101.12.0.12";
const ASN: &str = "4200000001";
const TOKEN: &str = "02fb3da4-130e-11e9-8e44-0016e04115b";
const NAME: &str = "上海-Gateway.1";
const DESCRIPTION: &str = "上海分公司 VPN 网关 (2nd floor)";

/// The parameters as a caller would list them, not in canonical order.
pub const PARAMETERS: [(&str, &str); 14] = [
    ("Action", "CreateCustomerGateway"),
    ("Version", "2016-04-28"),
    ("Format", "JSON"),
    ("AccessKeyId", ACCESS_KEY_ID),
    ("SignatureMethod", "HMAC-SHA1"),
    ("SignatureVersion", "1.0"),
    ("SignatureNonce", NONCE),
    ("Timestamp", TIMESTAMP),
    ("RegionId", REGION_ID),
    ("IpAddress", IP_ADDRESS),
    ("ClientToken", TOKEN),
    ("Name", NAME),
    ("Description", DESCRIPTION),
    ("Asn", ASN),
];

/// The parameters in canonical order.
pub fn sorted() -> [(&'static str, &'static str); 14] {
    let mut pairs = PARAMETERS;
    pairs.sort_unstable();
    pairs
}

pub fn request() -> CreateCustomerGateway<'static> {
    CreateCustomerGateway::new(
        RegionId::new(REGION_ID).unwrap(),
        IpAddress::new(IP_ADDRESS).unwrap(),
    )
    .with_client_token(ClientToken::new(TOKEN).unwrap())
    .with_name(Name::new(NAME).unwrap())
    .with_description(Description::new(DESCRIPTION).unwrap())
    .with_asn(Asn::new(ASN).unwrap())
}

pub fn call() -> Call<'static, CreateCustomerGateway<'static>> {
    let nonce = SignatureNonce::new(NONCE).unwrap();
    Call::new(request(), nonce, Timestamp::new(TIMESTAMP).unwrap())
}

pub fn identity() -> Identity<'static> {
    Identity::new(AccessKeyId::new(ACCESS_KEY_ID).unwrap()).unwrap()
}

type Request = Call<'static, CreateCustomerGateway<'static>>;

/// What is signed of a request, and sent.
pub fn to_sign<'q>(
    call: &'q Request,
    identity: &Identity<'q>,
) -> StringToSign<WithCommon<'q, CreateCustomerGateway<'static>>> {
    StringToSign::of_call(Method::Get, call, *identity)
}

pub fn finished() -> String {
    Query::new(to_sign(&call(), &identity()).parameters()).to_string()
}

pub fn this_crate(call: &Request, identity: &Identity<'_>, buf: &mut [u8]) -> usize {
    Query::new(to_sign(call, identity).parameters()).encode(buf).unwrap().len()
}

/// Copies texts to the front of a buffer.
pub fn fill<'t>(buf: &mut [u8], texts: impl IntoIterator<Item = &'t str>) -> usize {
    let mut len = 0;
    for text in texts {
        let end = len + text.len();
        buf[len..end].copy_from_slice(text.as_bytes());
        len = end;
    }
    len
}

/// The `percent-encoding` crate, for names and values that are in canonical order already, through
/// `Display`.
pub fn percent_encoding(pairs: &[(&str, &str)]) -> heapless::String<1024> {
    let mut query = heapless::String::new();
    for (name, value) in pairs {
        let and = if query.is_empty() { "" } else { "&" };
        let [name, value] = [name, value].map(|text| utf8_percent_encode(text, RESERVED));
        write!(query, "{and}{name}={value}").unwrap();
    }
    query
}

/// The same, its pieces copied by hand, for names that are known to need no encoding.
fn percent_encoding_by_hand<'b>(pairs: &[(&str, &str)], buf: &'b mut [u8]) -> &'b str {
    let mut len = 0;
    for (name, value) in pairs {
        let and = if len == 0 { "" } else { "&" };
        len += fill(&mut buf[len..], [and, name, "="]);
        len += fill(&mut buf[len..], utf8_percent_encode(value, RESERVED));
    }
    std::str::from_utf8(&buf[..len]).unwrap()
}

/// `form_urlencoded` encodes for forms: a space, an asterisk and a tilde need correcting.
fn form_urlencoded(mut pairs: [(&str, &str); 14]) -> String {
    pairs.sort_unstable();
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs)
        .finish()
        .replace('+', "%20")
        .replace('*', "%2A")
        .replace("%7E", "~")
}

pub fn map(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect()
}

pub fn alibabacloud(pairs: &[(&str, &str)]) -> String {
    alibabacloud::utils::build_canonicalized_query(&map(pairs))
}

pub fn job() -> Job {
    let (call, identity, sorted) = (call(), identity(), sorted());
    let finished: &'static str = finished().leak();
    Job::new(
        "canonical query",
        [
            Case::this(
                "this crate",
                move |buf| this_crate(black_box(&call), black_box(&identity), buf),
                written,
            ),
            Case::this(
                "this crate, any pairs",
                move |buf| {
                    let list = Pairs::new(black_box(&sorted)).unwrap();
                    Query::new(list).encode(buf).unwrap().len()
                },
                written,
            ),
            Case::beside(
                "`percent-encoding` into a fixed buffer",
                move |_| percent_encoding(black_box(&sorted)),
                |text, _| text.as_str().into(),
            )
            .at_least(3.1),
            Case::beside(
                "`percent-encoding` of the values only, copied by hand",
                move |buf| percent_encoding_by_hand(black_box(&sorted), buf).len(),
                written,
            ),
            Case::beside(
                "`form_urlencoded`, sorted and corrected",
                |_| form_urlencoded(black_box(PARAMETERS)),
                |text, _| text,
            ),
            Case::beside(
                "`alibabacloud`, with its map",
                |_| alibabacloud(black_box(&PARAMETERS)),
                |text, _| text,
            )
            .at_least(12.0),
            Case::floor("copying the finished string", move |buf| fill(buf, [black_box(finished)])),
        ],
    )
}

#[test]
fn the_query_is_of_the_stated_size() {
    assert_eq!(finished().matches('=').count(), 14);
    assert!((450..550).contains(&finished().len()), "{}", finished().len());
}
