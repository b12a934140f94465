//! The functions as C calls them, beside the library itself; for Miri as well, which sees each pointer.

#![allow(
    clippy::multiple_unsafe_ops_per_block,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test says of each case once what makes it sound"
)]

use core::ffi::{CStr, c_char, c_void};
use core::mem::MaybeUninit;
use core::ptr::null;

use aliyun_customer_gateway::{
    AccessKeyId, AccessKeySecret, Call, ClientToken, CreateCustomerGateway, Credentials, IpAddress,
    Method, Name, RegionId, SignatureNonce, Tag, Tags, Timestamp, rpc,
};
use aliyun_customer_gateway_c::check::{acg_check_ip_address, acg_check_name};
use aliyun_customer_gateway_c::decode::{
    acg_decode_created, acg_decode_page, acg_page_next, acg_tags_next,
};
use aliyun_customer_gateway_c::escaped::{Escaped, acg_escaped_equals, acg_unescape};
use aliyun_customer_gateway_c::http::reader::{
    CHttpResponse, CReader, acg_http_finish, acg_http_start, acg_http_take,
};
use aliyun_customer_gateway_c::numbers::choice::{ACG_CREATE, ACG_EDITION_CURRENT, ACG_GET};
use aliyun_customer_gateway_c::numbers::result::{
    ACG_E_BUFFER_TOO_SMALL, ACG_E_INVALID, ACG_END, ACG_OK, ACG_UNREADABLE,
};
use aliyun_customer_gateway_c::numbers::step::{
    ACG_OUTCOME_FOUND, ACG_STEP_DONE, ACG_STEP_PAUSE, ACG_STEP_SEND,
};
use aliyun_customer_gateway_c::refusal::acg_refusal_sentence;
use aliyun_customer_gateway_c::registration::step::acg_registration_step;
use aliyun_customer_gateway_c::registration::to_send::acg_registration_request;
use aliyun_customer_gateway_c::registration::{
    Machine, acg_registration_on_response, acg_registration_start,
};
use aliyun_customer_gateway_c::request::{CTag, Request, acg_request_query};
use aliyun_customer_gateway_c::response::{CGateway, CPage, CReceivedTag, Failure};
use aliyun_customer_gateway_c::sentence::acg_response_sentence;
use aliyun_customer_gateway_c::sign::{CCall, CCredentials, acg_acs3_sign, acg_rpc_sign};
use aliyun_customer_gateway_c::text::Text;

/// What a function writes into a buffer of so many bytes, with its result and the length that is needed.
fn written(
    cap: usize,
    call: impl FnOnce(*mut c_char, usize, Option<&mut MaybeUninit<usize>>) -> i32,
) -> (i32, String, usize) {
    // Uninitialized, and not a byte longer than stated.
    let mut buf: Box<[MaybeUninit<u8>]> = Box::new_uninit_slice(cap);
    let mut len = MaybeUninit::uninit();
    let result = call(buf.as_mut_ptr().cast(), cap, Some(&mut len));
    // SAFETY: every function that is called here gets to where it writes the length and a NUL.
    let (text, len) = unsafe {
        let text = if cap == 0 { c"" } else { CStr::from_ptr(buf.as_ptr().cast()) };
        (text.to_str().unwrap().to_owned(), len.assume_init())
    };
    (result, text, len)
}

fn wanted() -> Request {
    Request {
        region_id: Text::of("cn-shanghai"),
        ip_address: Text::of("101.12.0.12"),
        client_token: Text::of("token-1"),
        ..Request::new(ACG_CREATE)
    }
}

fn call() -> CCall {
    CCall { nonce: Text::of("nonce-1"), unix_seconds: 1_704_164_645, format: 0 }
}

fn credentials() -> CCredentials {
    CCredentials {
        access_key_id: Text::of("testid"),
        access_key_secret: Text::of("testsecret"),
        security_token: Text::ABSENT,
    }
}

#[test]
fn refusals() {
    let mut refusal = MaybeUninit::uninit();
    // SAFETY: the texts and the buffers are Rust's.
    unsafe {
        let result = acg_check_ip_address(0, Text::of("101.12.0.012"), Some(&mut refusal));
        assert_eq!(result, ACG_E_INVALID);
        // A copy prints as well.
        let copy = refusal.assume_init();
        let sentence = "leading zero at byte 9 of IpAddress: leave it out";
        for cap in [0, 1, sentence.len(), sentence.len() + 1] {
            let (result, text, len) =
                written(cap, |buf, cap, len| acg_refusal_sentence(Some(&copy), buf, cap, len));
            let fits = cap > sentence.len();
            assert_eq!(result, if fits { ACG_OK } else { ACG_E_BUFFER_TOO_SMALL });
            assert_eq!((text.as_str(), len), (if fits { sentence } else { "" }, sentence.len()));
        }
        let broken = Text { bytes: c"ab\xff".as_ptr(), len: 3 };
        assert_eq!(acg_check_name(0, broken, Some(&mut refusal)), ACG_E_INVALID);
        assert_eq!(refusal.assume_init().index, 2);
    }
}

#[test]
fn signed_queries_are_those_of_the_library() {
    let tags = [CTag { key: Text::of("k"), value: Text::of("v 上") }];
    let request = Request {
        name: Text::of("branch office"),
        edition: ACG_EDITION_CURRENT,
        tags: tags.as_ptr(),
        tag_count: 1,
        ..wanted()
    };
    let (call, credentials) = (call(), credentials());
    let theirs = [Tag::new("k", "v 上").unwrap()];
    let edition = aliyun_customer_gateway::Edition::Current;
    let create = CreateCustomerGateway::new(
        RegionId::new("cn-shanghai").unwrap(),
        IpAddress::new("101.12.0.12").unwrap(),
    )
    .with_client_token(ClientToken::new("token-1").unwrap())
    .with_name(Name::new_in("branch office", edition).unwrap())
    .with_tags(Tags::new(&theirs).unwrap());
    let nonce = SignatureNonce::new("nonce-1").unwrap();
    let timestamp = Timestamp::from_unix_seconds(1_704_164_645).unwrap();
    let key = Credentials::new(
        AccessKeyId::new("testid").unwrap(),
        AccessKeySecret::new("testsecret").unwrap(),
    );
    let of_library = Call::new(create, nonce, timestamp);
    let signed = rpc::Signer::new(&key.unwrap()).sign(Method::Get, &of_library).to_string();
    // SAFETY: the texts and the buffers are Rust's.
    let (result, text, _) = written(1024, |buf, cap, len| unsafe {
        let (request, call) = (Some(&request), Some(&call));
        acg_rpc_sign(request, call, Some(&credentials), ACG_GET, buf, cap, len, None)
    });
    assert_eq!((result, text), (ACG_OK, signed));
}

#[test]
fn headers_are_handed_out() {
    unsafe extern "C" fn keep(context: *mut c_void, name: Text, value: Text) -> i32 {
        // SAFETY: the context is the list below, and the texts are those of the caller.
        unsafe {
            let bytes = |text: Text| {
                core::slice::from_raw_parts(text.bytes.cast::<u8>(), text.len).to_vec()
            };
            let list = &mut *context.cast::<Vec<(Vec<u8>, Vec<u8>)>>();
            list.push((bytes(name), bytes(value)));
        }
        0
    }
    let mut list: Vec<(Vec<u8>, Vec<u8>)> = Vec::new();
    let (request, call, credentials) = (wanted(), call(), credentials());
    // SAFETY: the texts, the function and its context are Rust's.
    let result = unsafe {
        acg_acs3_sign(
            Some(&request),
            Some(&call),
            Some(&credentials),
            Text::of("vpc.aliyuncs.com"),
            ACG_GET,
            Some(keep),
            (&raw mut list).cast(),
            None,
        )
    };
    assert_eq!(result, ACG_OK);
    assert!(list.iter().any(|(name, value)| name == b"host" && value == b"vpc.aliyuncs.com"));
    assert!(list.last().is_some_and(|(name, _)| name == b"authorization"));
}

/// A body of exactly so many bytes.
fn decode(body: &[u8]) -> (i32, MaybeUninit<CGateway>, MaybeUninit<Failure>, Vec<u8>) {
    let body = body.to_vec();
    let (mut gateway, mut failure) = (MaybeUninit::uninit(), MaybeUninit::uninit());
    // SAFETY: the body is Rust's.
    let result = unsafe {
        let (start, len) = (body.as_ptr().cast(), body.len());
        acg_decode_created(200, start, len, Some(&mut gateway), Some(&mut failure))
    };
    (result, gateway, failure, body)
}

#[test]
fn every_prefix_of_a_body() {
    let whole = br#"{"RequestId":"R","CustomerGatewayId":"cgw-1","Name":"\u4e0a\n"}"#;
    let step = if cfg!(miri) { 5 } else { 1 };
    for end in (0..=whole.len()).rev().step_by(step) {
        let (result, gateway, failure, body) = decode(&whole[..end]);
        // SAFETY: what the result says was written, and the body is kept.
        unsafe {
            if result == ACG_OK {
                let gateway = gateway.assume_init();
                assert_eq!(acg_escaped_equals(gateway.customer_gateway_id, Text::of("cgw-1")), 1);
                assert_eq!(gateway.damage.fault == 0, end == whole.len());
            } else {
                assert_eq!(result, ACG_UNREADABLE);
                assert_ne!(failure.assume_init().damage.fault, 0);
            }
            let (result, sentence, _) = written(320, |buf, cap, len| {
                let (start, body_len) = (body.as_ptr().cast(), body.len());
                acg_response_sentence(ACG_CREATE, 200, start, body_len, buf, cap, len)
            });
            assert_eq!(result, ACG_OK, "{sentence}");
        }
    }
}

#[test]
fn texts_are_unescaped() {
    let (result, gateway, _, _body) = decode(br#"{"CustomerGatewayId":"c","Name":"\u4e0a\n"}"#);
    assert_eq!(result, ACG_OK);
    // SAFETY: what the result says was written, and the body is kept.
    let name: Escaped = unsafe { gateway.assume_init() }.name;
    for cap in 0..=name.len + 1 {
        // SAFETY: the buffer is Rust's.
        let (result, text, len) =
            written(cap, |buf, cap, len| unsafe { acg_unescape(name, buf, cap, len) });
        assert_eq!(len, 4);
        assert_eq!(result, if cap > 4 { ACG_OK } else { ACG_E_BUFFER_TOO_SMALL });
        assert_eq!(text, if cap > 4 { "上\n" } else { "" });
    }
}

#[test]
fn cursors() {
    let body = br#"{"CustomerGateways":{"CustomerGateway":[{"CustomerGatewayId":"a","Tags":{"Tag":[{"Key":"k"},
        {"Key":"l"}]}},{"CustomerGatewayId":"b"}]},"TotalCount":2}"#;
    let mut page: MaybeUninit<CPage> = MaybeUninit::uninit();
    // SAFETY: the body is Rust's, and what the results say was written.
    unsafe {
        let (start, len) = (body.as_ptr().cast(), body.len());
        assert_eq!(acg_decode_page(200, start, len, Some(&mut page), None), ACG_OK);
        let mut page = page.assume_init();
        let mut copy = page;
        let mut gateway: MaybeUninit<CGateway> = MaybeUninit::uninit();
        let mut tag: MaybeUninit<CReceivedTag> = MaybeUninit::uninit();
        for (id, tags) in [("a", 2), ("b", 0)] {
            assert_eq!(acg_page_next(Some(&mut page), Some(&mut gateway)), ACG_OK);
            let mut gateway = gateway.assume_init();
            assert_eq!(acg_escaped_equals(gateway.customer_gateway_id, Text::of(id)), 1);
            for _ in 0..tags {
                assert_eq!(acg_tags_next(Some(&mut gateway), Some(&mut tag)), ACG_OK);
            }
            assert_eq!(acg_tags_next(Some(&mut gateway), Some(&mut tag)), ACG_END);
        }
        assert_eq!(acg_page_next(Some(&mut page), Some(&mut gateway)), ACG_END);
        // The copy is where it was copied.
        assert_eq!(acg_page_next(Some(&mut copy), Some(&mut gateway)), ACG_OK);
    }
}

#[test]
fn a_response_of_http() {
    let head = "HTTP/1.1 200 OK\r\nContent-Length: 29\r\n\r\n";
    let whole = format!("{head}{{\"CustomerGatewayId\":\"cgw-1\"}}");
    // The last is too small for the body.
    for (cap, end) in [(128, ACG_END), (whole.len(), ACG_END), (whole.len() - 1, ACG_END)] {
        let mut buf: Box<[MaybeUninit<u8>]> = Box::new_uninit_slice(cap);
        let start: *mut c_void = buf.as_mut_ptr().cast();
        let mut reader = MaybeUninit::uninit();
        let mut response = MaybeUninit::uninit();
        let mut gateway: MaybeUninit<CGateway> = MaybeUninit::uninit();
        // SAFETY: the buffer and the bytes are Rust's, and what the results say was written.
        unsafe {
            assert_eq!(acg_http_start(Some(&mut reader)), ACG_OK);
            let mut reader: CReader = reader.assume_init();
            let mut result = ACG_OK;
            for bytes in whole.as_bytes().chunks(3) {
                let (bytes, len) = (bytes.as_ptr().cast(), bytes.len());
                result = acg_http_take(Some(&mut reader), start, cap, bytes, len);
            }
            assert_eq!(result, end);
            let result = acg_http_finish(Some(&reader), start, cap, 0, Some(&mut response));
            assert_eq!(result, ACG_OK);
            let response: CHttpResponse = response.assume_init();
            assert_eq!((response.status, response.fault == 0), (200, cap >= whole.len()));
            let (body, len) = (response.body, response.body_len);
            assert_eq!(acg_decode_created(200, body, len, Some(&mut gateway), None), ACG_OK);
            let id = gateway.assume_init().customer_gateway_id;
            assert_eq!(acg_escaped_equals(id, Text::of("cgw-1")), 1);
        }
    }
}

#[test]
fn a_registration() {
    let wanted = wanted();
    let mut machine: MaybeUninit<Machine> = MaybeUninit::uninit();
    let mut step = MaybeUninit::uninit();
    let mut to_send = MaybeUninit::uninit();
    let exists = br#"{"Code":"InvalidIpAddress.AlreadyExist"}"#;
    let busy = br#"{"Code":"Throttling"}"#;
    let found = br#"{"CustomerGateways":{"CustomerGateway":[{"CustomerGatewayId":"cgw-9","IpAddress":"101.12.0.12"}]},
        "TotalCount":1}"#;
    // SAFETY: the texts and the bodies are Rust's, and what the results say was written.
    unsafe {
        assert_eq!(acg_registration_start(Some(&mut machine), None, 0), ACG_OK);
        // Boxed, so that a pointer into where it was would show.
        let mut machine = Box::new(machine.assume_init());
        let hear = |machine: &mut Machine, status, asked_ms, body: &[u8]| {
            let (start, len) = (body.as_ptr().cast(), body.len());
            acg_registration_on_response(
                Some(machine),
                Some(&wanted),
                status,
                asked_ms,
                start,
                len,
                None,
            )
        };
        assert_eq!(hear(&mut machine, 400, 0, exists), ACG_OK);
        assert_eq!(acg_registration_step(Some(&machine), Some(&mut step)), ACG_OK);
        let now = step.assume_init();
        assert_eq!((now.kind, now.page), (ACG_STEP_SEND, 1));
        let out = Some(&mut to_send);
        assert_eq!(acg_registration_request(Some(&machine), Some(&wanted), out, None), ACG_OK);
        let request: Request = to_send.assume_init();
        let (_, query, _) =
            written(100, |buf, cap, len| acg_request_query(Some(&request), buf, cap, len, None));
        assert_eq!(query, "PageNumber=1&PageSize=10&RegionId=cn-shanghai");
        let mut other = Box::new(*machine);
        assert_eq!(hear(&mut other, 429, 10_000, busy), ACG_OK);
        assert_eq!(acg_registration_step(Some(&other), Some(&mut step)), ACG_OK);
        let now = step.assume_init();
        assert_eq!((now.kind, now.min_ms), (ACG_STEP_PAUSE, 10_000));
        assert_eq!(hear(&mut machine, 200, 0, found), ACG_OK);
        assert_eq!(acg_registration_step(Some(&machine), Some(&mut step)), ACG_OK);
        let now = step.assume_init();
        assert_eq!((now.kind, now.outcome), (ACG_STEP_DONE, ACG_OUTCOME_FOUND));
        assert_eq!(core::slice::from_raw_parts(now.id.bytes.cast::<u8>(), now.id.len), b"cgw-9");
    }
}

#[test]
fn nothing_is_read_through_null() {
    // SAFETY: NULL is what is passed.
    unsafe {
        assert!(acg_decode_created(200, null(), 0, None, None) < 0);
        assert!(acg_request_query(None, core::ptr::null_mut(), 0, None, None) < 0);
    }
}
