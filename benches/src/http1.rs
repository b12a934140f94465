//! The bytes of HTTP/1.1: a request for a socket, and a response that came from one.

use std::fmt::Write as _;
use std::hint::black_box;

use aliyun_customer_gateway::http1::{Reader, Request};
use aliyun_customer_gateway::{AccessKeyId, AccessKeySecret, Credentials, Encode as _, Host, rpc};
use memchr::memchr_iter;
use percent_encoding::utf8_percent_encode;
use ureq_proto::client::{Call, SendRequestResult};

use crate::job::{Case, Job, written};
use crate::query::{self, RESERVED, fill};

const URL: &str = "http://vpc.aliyuncs.com/";
const FORM: &str = "application/x-www-form-urlencoded";

/// How the service's gateway responds, without the header that frames the body.
const HEAD: &str = "HTTP/1.1 403 Forbidden\r\n\
    Date: Mon, 30 Nov 2026 14:38:36 GMT\r\n\
    Content-Type: application/json;charset=utf-8\r\n\
    Connection: keep-alive\r\n\
    Keep-Alive: timeout=25\r\n\
    Access-Control-Allow-Origin: *\r\n\
    Access-Control-Expose-Headers: *\r\n\
    x-acs-request-id: 0C7D1A1C-52B0-5D3E-8E2B-0F2C2A0B0001\r\n\
    x-acs-trace-id: 4bf92f3577b34da6a3ce929d0e0e4736\r\n";
const BODY: &str = include_str!("../../tests/vectors/bodies/failed-access-denied-detail.json");

/// A request, whatever the order of its headers.
fn sorted(len: usize, buffer: &[u8]) -> String {
    let request = written(len, buffer);
    let (head, body) = request.split_once("\r\n\r\n").expect("a head");
    let (line, headers) = head.split_once("\r\n").expect("a line");
    let mut headers: Vec<_> = headers.split("\r\n").collect();
    headers.sort_unstable();
    format!("{line}\n{}\n{body}", headers.join("\n"))
}

/// The form of the signed parameters.
fn form(pairs: &[(&str, &str)], signature: &str) -> heapless::String<1024> {
    let mut form = query::percent_encoding(pairs);
    write!(form, "&Signature={}", utf8_percent_encode(signature, RESERVED)).unwrap();
    form
}

fn by_hand(pairs: &[(&str, &str)], signature: &str) -> heapless::String<2048> {
    let form = form(pairs, signature);
    let (host, len) = (Host::VPC, form.len());
    let mut request = heapless::String::new();
    write!(
        request,
        "POST / HTTP/1.1\r\nhost: {host}\r\ncontent-type: {FORM}\r\ncontent-length: {len}\r\n\r\n{form}"
    )
    .unwrap();
    request
}

fn ureq_proto(pairs: &[(&str, &str)], signature: &str, buf: &mut [u8]) -> usize {
    let form = form(pairs, signature);
    let request = ureq_proto::http::Request::post(URL)
        .header("content-type", FORM)
        .header("content-length", form.len())
        .body(())
        .unwrap();
    let mut call = Call::new(request).unwrap().proceed();
    let head = call.write(buf).unwrap();
    let Ok(Some(SendRequestResult::SendBody(mut call))) = call.proceed() else {
        panic!("there is a body");
    };
    head + call.write(form.as_bytes(), &mut buf[head..]).unwrap().1
}

fn request() -> Job {
    let call: &'static _ = Box::leak(Box::new(query::call()));
    let credentials = Credentials::new(
        AccessKeyId::new(query::ACCESS_KEY_ID).unwrap(),
        AccessKeySecret::new("Thirty-Characters-Of-A-Secret-").unwrap(),
    );
    let signed = rpc::Signer::new(&credentials.unwrap()).post_form(Host::VPC, call);
    let signature: &'static str = signed.signature().to_string().leak();
    let pairs = query::sorted();
    let finished: &'static str = by_hand(&pairs, signature).to_string().leak();
    Job::new(
        "HTTP/1.1, request",
        [
            Case::this(
                "this crate",
                move |buf| Request::new(black_box(&signed)).encode(buf).unwrap().len(),
                sorted,
            ),
            Case::beside(
                "`write!` into fixed buffers, with `percent-encoding`",
                move |_| by_hand(black_box(&pairs), black_box(signature)),
                |text, _| sorted(text.len(), text.as_bytes()),
            ),
            Case::beside(
                "`ureq-proto`, with `percent-encoding`",
                move |buf| ureq_proto(black_box(&pairs), black_box(signature), buf),
                sorted,
            ),
            Case::floor("copying the finished request", move |buf| {
                fill(buf, [black_box(finished)])
            }),
        ],
    )
}

/// A response: its status, and where its body is in the buffer.
struct Read {
    status: u16,
    start: usize,
    len: usize,
}

fn show(read: Read, buffer: &[u8]) -> String {
    let body = &buffer[read.start..][..read.len];
    format!("{} {}", read.status, String::from_utf8_lossy(body))
}

fn this_crate(stream: &[u8], buf: &mut [u8]) -> Read {
    let buffer = buf.as_ptr().addr();
    let mut reader = Reader::new(buf);
    reader.spare()[..stream.len()].copy_from_slice(stream);
    reader.filled(stream.len());
    let response = reader.finish().unwrap();
    assert!(response.is_whole());
    let body = response.body();
    Read { status: response.status(), start: body.as_ptr().addr() - buffer, len: body.len() }
}

/// `httparse` reads the head and the sizes of chunks; the rest is by hand.
fn httparse(stream: &[u8], buf: &mut [u8]) -> Read {
    buf[..stream.len()].copy_from_slice(stream);
    let mut headers = [httparse::EMPTY_HEADER; 16];
    let mut response = httparse::Response::new(&mut headers);
    let start = response.parse(&buf[..stream.len()]).unwrap().unwrap();
    let status = response.code.unwrap();
    let header = |name: &str| {
        let found = response.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name));
        found.map(|header| std::str::from_utf8(header.value).unwrap())
    };
    let is_chunked =
        header("transfer-encoding").is_some_and(|value| value.eq_ignore_ascii_case("chunked"));
    if !is_chunked {
        let len: usize = header("content-length").unwrap().parse().unwrap();
        assert!(start + len <= stream.len());
        return Read { status, start, len };
    }
    let (mut at, mut end) = (start, start);
    loop {
        let (line, size) = httparse::parse_chunk_size(&buf[at..stream.len()]).unwrap().unwrap();
        let (from, size) = (at + line, usize::try_from(size).unwrap());
        if size == 0 {
            return Read { status, start, len: end - start };
        }
        buf.copy_within(from..from + size, end);
        at = from + size + 2;
        end += size;
    }
}

fn response(name: &'static str, stream: String) -> Job {
    let stream: &'static str = stream.leak();
    let read = |read: fn(&[u8], &mut [u8]) -> Read| {
        move |buf: &mut [u8]| read(black_box(stream).as_bytes(), buf)
    };
    Job::new(
        name,
        [
            Case::this("this crate", read(this_crate), show),
            Case::beside("`httparse`, the body by hand", read(httparse), show),
            Case::floor("copying it into the buffer", move |buf| fill(buf, [black_box(stream)])),
            Case::floor("`memchr` over the ends of lines", move |_| {
                memchr_iter(b'\n', black_box(stream).as_bytes()).count()
            }),
        ],
    )
}

pub fn jobs() -> [Job; 3] {
    let len = BODY.len();
    let chunks = BODY.as_bytes().chunks(128).map(|chunk| {
        let chunk = std::str::from_utf8(chunk).expect("ASCII");
        format!("{:x}\r\n{chunk}\r\n", chunk.len())
    });
    let chunks: String = chunks.collect();
    [
        request(),
        response("HTTP/1.1, response", format!("{HEAD}Content-Length: {len}\r\n\r\n{BODY}")),
        response(
            "HTTP/1.1, response in chunks",
            format!("{HEAD}Transfer-Encoding: chunked\r\n\r\n{chunks}0\r\n\r\n"),
        ),
    ]
}
