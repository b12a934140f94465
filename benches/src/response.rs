//! The answers.

use std::borrow::Cow;
use std::hint::black_box;

use aliyun_customer_gateway::{self as this, Response};
use memchr::memchr_iter;
use quick_xml::events::Event;
use serde::Deserialize;
use serde_json_core::str::EscapedStr;

use crate::job::{Case, Job};

const CREATED_JSON: &[u8] = include_bytes!("../../tests/vectors/bodies/created-contract.json");
const CREATED_XML: &[u8] = include_bytes!("../../tests/vectors/bodies/created-contract.xml");
const FAILED_JSON: &[u8] =
    include_bytes!("../../tests/vectors/bodies/failed-access-denied-detail.json");
/// The same answer as in JSON.
const FAILED_XML: &[u8] = b"<?xml version='1.0' encoding='UTF-8'?>\n<Error><AccessDeniedDetail>\
    <AuthAction>vpc:CreateCustomerGateway</AuthAction>\
    <AuthPrincipalType>SubUser</AuthPrincipalType><UserId>123</UserId>\
    <NoPermissionType>ImplicitDeny</NoPermissionType></AccessDeniedDetail>\
    <Recommend>https://api.aliyun.com/troubleshoot?q=Forbidden.SubUser&amp;product=Vpc</Recommend>\
    <RequestId>0C7D1A1C-52B0-5D3E-8E2B-0F2C2A0B0001</RequestId><HostId>vpc.aliyuncs.com</HostId>\
    <Code>Forbbiden.SubUser</Code><Message>User not authorized to operate on the specified resource \
    as your account is created by another user.</Message></Error>\n";

/// What the service created, in whatever a decoder holds text in.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Created<T> {
    customer_gateway_id: T,
    request_id: Option<T>,
    ip_address: Option<T>,
    name: Option<T>,
    description: Option<T>,
    create_time: Option<u64>,
}

/// Why the service did not create it.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Failed<T> {
    code: Option<T>,
    message: Option<T>,
    request_id: Option<T>,
    host_id: Option<T>,
    recommend: Option<T>,
}

/// Shows answers the same way, whatever they were decoded with.
trait Show {
    fn show(&self, text: impl Fn(&Self::Text) -> String) -> String;
    type Text;
}

impl<T> Show for Created<T> {
    type Text = T;

    fn show(&self, text: impl Fn(&T) -> String) -> String {
        let texts = [
            Some(&self.customer_gateway_id),
            self.request_id.as_ref(),
            self.ip_address.as_ref(),
            self.name.as_ref(),
            self.description.as_ref(),
        ];
        format!("{:?} {:?}", texts.map(|member| member.map(&text)), self.create_time)
    }
}

impl<T> Show for Failed<T> {
    type Text = T;

    fn show(&self, text: impl Fn(&T) -> String) -> String {
        let texts = [&self.code, &self.message, &self.request_id, &self.host_id, &self.recommend];
        format!("{:?}", texts.map(|member| member.as_ref().map(&text)))
    }
}

/// This crate's answers, in the words of the others.
fn show_response(response: Response<'_, this::Created<'_>>) -> String {
    match response {
        Response::Success(created) => Created {
            customer_gateway_id: created.customer_gateway_id(),
            request_id: created.request_id(),
            ip_address: created.ip_address(),
            name: created.name(),
            description: created.description(),
            create_time: created.create_time(),
        }
        .show(ToString::to_string),
        Response::Failed(failed) => Failed {
            code: failed.code(),
            message: failed.message_as_received(),
            request_id: failed.request_id(),
            host_id: failed.host_id(),
            recommend: failed.recommend(),
        }
        .show(ToString::to_string),
    }
}

const CREATED: [&str; 6] =
    ["CustomerGatewayId", "RequestId", "IpAddress", "Name", "Description", "CreateTime"];
const FAILED: [&str; 5] = ["Code", "Message", "RequestId", "HostId", "Recommend"];

impl<T: AsRef<str>> From<[Option<T>; 6]> for Created<T> {
    fn from([id, request_id, ip_address, name, description, time]: [Option<T>; 6]) -> Self {
        let customer_gateway_id = id.unwrap();
        let create_time = time.and_then(|time| time.as_ref().parse().ok());
        Self { customer_gateway_id, request_id, ip_address, name, description, create_time }
    }
}

impl<T> From<[Option<T>; 5]> for Failed<T> {
    fn from([code, message, request_id, host_id, recommend]: [Option<T>; 5]) -> Self {
        Self { code, message, request_id, host_id, recommend }
    }
}

/// The texts of these elements below the root, by the events of `quick-xml`.
fn quick_xml<'a, const N: usize>(body: &'a [u8], names: [&str; N]) -> [Option<Cow<'a, str>>; N] {
    let mut reader = quick_xml::Reader::from_str(std::str::from_utf8(body).unwrap());
    let mut texts = [const { None }; N];
    let (mut depth, mut place, mut text) = (0, None, Cow::Borrowed(""));
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => {
                depth += 1;
                if depth == 2 {
                    place = names.iter().position(|name| *name == tag.name().as_ref());
                    text = Cow::Borrowed("");
                }
            }
            Event::Text(part) if depth == 2 => append(&mut text, part.xml10_content()),
            Event::CData(part) if depth == 2 => append(&mut text, part.xml10_content()),
            Event::GeneralRef(reference) if depth == 2 => {
                let resolved = match reference.resolve_char_ref().unwrap() {
                    Some(character) => character.to_string().into(),
                    None => quick_xml::escape::resolve_xml_entity(&reference).unwrap().into(),
                };
                append(&mut text, resolved);
            }
            Event::End(_) => {
                if depth == 2
                    && let Some(place) = place
                {
                    texts[place] = Some(std::mem::take(&mut text));
                }
                depth -= 1;
            }
            Event::Eof => return texts,
            _ => {}
        }
    }
}

fn append<'a>(text: &mut Cow<'a, str>, part: Cow<'a, str>) {
    if text.is_empty() {
        *text = part;
    } else {
        text.to_mut().push_str(&part);
    }
}

/// The same by `roxmltree`. A borrowed text cannot leave the document, so each is copied.
fn roxmltree<const N: usize>(body: &[u8], names: [&str; N]) -> [Option<String>; N] {
    let document = roxmltree::Document::parse(std::str::from_utf8(body).unwrap()).unwrap();
    let mut texts = [const { None }; N];
    for node in document.root_element().children().filter(roxmltree::Node::is_element) {
        if let Some(place) = names.iter().position(|name| node.has_tag_name(*name)) {
            texts[place] = node.text().map(String::from);
        }
    }
    texts
}

/// Members of a `Value`, as the others have them.
fn members_of(value: &serde_json::Value) -> String {
    let text = |name: &str| value.get(name).and_then(|text| text.as_str()).map(String::from);
    match text("CustomerGatewayId") {
        Some(customer_gateway_id) => Created {
            customer_gateway_id,
            request_id: text("RequestId"),
            ip_address: text("IpAddress"),
            name: text("Name"),
            description: text("Description"),
            create_time: value.get("CreateTime").and_then(serde_json::Value::as_u64),
        }
        .show(String::clone),
        None => Failed {
            code: text("Code"),
            message: text("Message"),
            request_id: text("RequestId"),
            host_id: text("HostId"),
            recommend: text("Recommend"),
        }
        .show(String::clone),
    }
}

fn this_crate(status: u16, body: &'static [u8]) -> Case {
    Case::this(
        "this crate",
        move |_| Response::<this::Created>::decode(black_box(status), black_box(body)).unwrap(),
        |response, _| show_response(response),
    )
}

/// How many times as long as this crate others have to take, in instructions.
#[derive(Clone, Copy)]
struct Goals {
    serde_json: f64,
    sonic_rs: Option<f64>,
}

/// What `serde` decodes JSON into, and how its texts are shown.
fn json<B, O, E>(name: &'static str, status: u16, body: &'static [u8], goals: Goals) -> Job
where
    B: Show<Text = &'static str> + Deserialize<'static> + 'static,
    O: Show<Text = String> + Deserialize<'static> + 'static,
    E: Show<Text = EscapedStr<'static>> + Deserialize<'static> + 'static,
{
    let cases = [
        this_crate(status, body),
        Case::beside(
            "`serde_json`, borrowed from bytes",
            move |_| serde_json::from_slice::<B>(black_box(body)).unwrap(),
            |answer, _| answer.show(ToString::to_string),
        )
        .at_least(goals.serde_json),
        Case::beside(
            "`serde_json`, owned",
            move |_| serde_json::from_slice::<O>(black_box(body)).unwrap(),
            |answer, _| answer.show(String::clone),
        ),
        Case::beside(
            "`serde_json::Value`",
            move |_| serde_json::from_slice::<serde_json::Value>(black_box(body)).unwrap(),
            |value, _| members_of(&value),
        ),
        Case::beside(
            "`sonic-rs`, borrowed",
            move |_| sonic_rs::from_slice::<B>(black_box(body)).unwrap(),
            |answer, _| answer.show(ToString::to_string),
        )
        .at_least_if(goals.sonic_rs),
        Case::beside(
            "`serde-json-core` bare",
            move |_| serde_json_core::from_slice::<E>(black_box(body)).unwrap().0,
            |answer, _| answer.show(|text| text.0.into()),
        ),
        Case::floor("`memchr` over the quotes", move |_| {
            memchr_iter(b'"', black_box(body)).count()
        }),
    ];
    Job::new(name, cases)
}

fn xml<const N: usize, B, O>(
    name: &'static str,
    status: u16,
    body: &'static [u8],
    names: [&'static str; N],
) -> Job
where
    B: Show<Text = Cow<'static, str>> + From<[Option<Cow<'static, str>>; N]> + 'static,
    O: Show<Text = String> + From<[Option<String>; N]> + 'static,
{
    let cases = [
        this_crate(status, body),
        Case::beside(
            "`quick-xml`, events",
            move |_| B::from(quick_xml(black_box(body), names)),
            |answer, _| answer.show(ToString::to_string),
        )
        .at_least(1.65),
        Case::beside(
            "`roxmltree`",
            move |_| O::from(roxmltree(black_box(body), names)),
            |answer, _| answer.show(String::clone),
        ),
        Case::floor("`memchr` over the tags", move |_| memchr_iter(b'<', black_box(body)).count()),
    ];
    Job::new(name, cases)
}

/// A failure whose message is so long that the body takes at least as many bytes.
fn long_failure(name: &'static str, bytes: usize) -> Job {
    const AROUND: [&str; 2] = [
        r#"{"RequestId":"0C7D1A1C-52B0-5D3E-8E2B-0F2C2A0B0001","HostId":"vpc.aliyuncs.com","Message":""#,
        r#"","Code":"Forbbiden.SubUser"}"#,
    ];
    let [start, end] = AROUND;
    let message = "User not authorized to operate on the specified resource. ".repeat(bytes / 58);
    let body: &'static str = format!("{start}{message}{end}").leak();
    let goals = Goals { serde_json: 1.0, sonic_rs: Some(1.0) };
    json::<Failed<&str>, Failed<String>, Failed<EscapedStr<'_>>>(name, 403, body.as_bytes(), goals)
}

pub fn jobs() -> [Job; 7] {
    [
        json::<Created<&str>, Created<String>, Created<EscapedStr<'_>>>(
            "JSON, created",
            200,
            CREATED_JSON,
            Goals { serde_json: 1.3, sonic_rs: None },
        ),
        json::<Failed<&str>, Failed<String>, Failed<EscapedStr<'_>>>(
            "JSON, failed",
            403,
            FAILED_JSON,
            Goals { serde_json: 1.25, sonic_rs: Some(1.0 / 1.25) },
        ),
        long_failure("JSON, failed, 1 KB", 1024),
        long_failure("JSON, failed, 4 KB", 4096),
        long_failure("JSON, failed, 64 KB", 65_536),
        xml::<6, Created<Cow<'_, str>>, Created<String>>("XML, created", 200, CREATED_XML, CREATED),
        xml::<5, Failed<Cow<'_, str>>, Failed<String>>("XML, failed", 403, FAILED_XML, FAILED),
    ]
}

#[test]
fn both_formats_hold_the_same_answer() {
    let read = |body| show_response(Response::<this::Created>::decode(403, body).unwrap());
    assert_eq!(read(FAILED_JSON), read(FAILED_XML));
}
