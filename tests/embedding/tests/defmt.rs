//! A firmware's log, with a logger that keeps the frames: errors and codes can be logged.
//!
//! What the frames say is decoded on a developer's machine from the linked image, by tools of
//! `defmt`'s own. Here it has to be shown that every type can be logged, and that what changes in a
//! message changes its frame.

use std::sync::Mutex;

use aliyun_customer_gateway::query::Pairs;
use aliyun_customer_gateway::{
    Asn, ClientToken, CreateCustomerGateway, Created, Description, ErrorCode, Format,
    InvalidParameter, IpAddress, Method, Name, Parameter, RegionId, Response, Retry, SecurityToken,
    Timestamp, escaped::EscapedStr,
};
use defmt::Encoder;

struct Frames {
    encoder: Encoder,
    bytes: Vec<u8>,
}

static FRAMES: Mutex<Frames> = Mutex::new(Frames { encoder: Encoder::new(), bytes: Vec::new() });

/// Holds one frame at a time together.
static LOGGING: Mutex<()> = Mutex::new(());

#[defmt::global_logger]
struct Logger;

impl Logger {
    fn with(work: impl FnOnce(&mut Encoder, &mut dyn FnMut(&[u8]))) {
        let mut frames = FRAMES.lock().expect("no test panicked");
        let Frames { encoder, bytes } = &mut *frames;
        work(encoder, &mut |part| bytes.extend_from_slice(part));
    }
}

// SAFETY: every test holds `LOGGING` from before a frame starts until it was taken.
unsafe impl defmt::Logger for Logger {
    fn acquire() {
        Self::with(|encoder, write| encoder.start_frame(write));
    }

    unsafe fn flush() {}

    unsafe fn release() {
        Self::with(|encoder, write| encoder.end_frame(write));
    }

    unsafe fn write(part: &[u8]) {
        Self::with(|encoder, write| encoder.write(part, write));
    }
}

defmt::timestamp!("{=u8}", 0);

/// The frame of a logged value.
fn frame(value: impl defmt::Format) -> Vec<u8> {
    let logging = LOGGING.lock();
    defmt::println!("{}", value);
    let bytes = std::mem::take(&mut FRAMES.lock().expect("no test panicked").bytes);
    drop(logging);
    assert!(bytes.len() > 3, "{bytes:?}");
    bytes
}

#[test]
fn refusals() {
    let refusals: Vec<InvalidParameter> = [
        Name::new("").err(),
        Name::new("a b").err(),
        Name::new("ab c").err(),
        Name::new("http://").err(),
        IpAddress::new("10.0.0.1").err(),
        IpAddress::new("::1").err(),
        Asn::new("0").err(),
        Asn::new("45104").err(),
        Timestamp::new("2023-02-29T00:00:00Z").err(),
    ]
    .into_iter()
    .flatten()
    .collect();
    assert_eq!(refusals.len(), 9);
    let frames: std::collections::HashSet<_> = refusals.into_iter().map(frame).collect();
    assert_eq!(frames.len(), 9, "each refusal has a frame of its own");
}

#[test]
fn codes_and_answers() {
    let frames: std::collections::HashSet<_> = ErrorCode::ALL.iter().map(|c| frame(*c)).collect();
    assert_eq!(frames.len(), ErrorCode::ALL.len());
    let frames: std::collections::HashSet<_> = Parameter::ALL.iter().map(|p| frame(*p)).collect();
    assert_eq!(frames.len(), Parameter::ALL.len());
    assert_ne!(frame(Retry::Never), frame(Retry::Immediately));
    assert_ne!(frame(Format::Json), frame(Format::Xml));
    assert_ne!(frame(Method::Get), frame(Method::Post));

    let body = br#"{"Code":"Resource.QuotaFull"}"#;
    assert_ne!(
        frame(Response::<Created>::decode(400, body)),
        frame(Response::<Created>::decode(500, body))
    );
    assert_ne!(
        frame(Response::<Created>::decode(400, b"")),
        frame(Response::<Created>::decode(400, b"<html>"))
    );
    let body = br#"{"CustomerGatewayId":"cgw-1"}"#;
    assert_ne!(
        frame(Response::<Created>::decode(200, body)),
        frame(Response::<Created>::decode(400, body))
    );
    assert_ne!(
        frame(Pairs::new(&[("B", ""), ("A", "")]).err()),
        frame(Pairs::new(&[("A", ""), ("A", "")]).err()),
    );
}

/// A text and a time are logged as they read.
#[test]
fn texts_and_times() {
    let text = |raw| EscapedStr::from_json(raw).expect("escaped well");
    assert_ne!(frame(text("one")), frame(text("other")));
    assert_eq!(frame(text("上")), frame(text(r"\u4e0a")));
    let time = |text| Timestamp::new(text).expect("a time");
    assert_ne!(frame(time("2024-01-02T03:04:05Z")), frame(time("2024-01-02T03:04:06Z")));
}

/// Logs nothing.
struct Silent;

impl defmt::Format for Silent {
    fn format(&self, _: defmt::Formatter<'_>) {}
}

#[test]
fn requests_are_logged_without_their_secrets() {
    let request = |region| {
        let address = IpAddress::new("101.12.0.12").expect("public");
        CreateCustomerGateway::new(RegionId::new(region).expect("a region"), address)
            .with_client_token(ClientToken::new("token").expect("a token"))
            .with_description(Description::new("Branch").expect("a description"))
    };
    assert_ne!(frame(request("cn-shanghai")), frame(request("cn-hangzhou")));
    let token = |text| SecurityToken::new(text).expect("a token");
    assert_eq!(frame(token("one")), frame(token("another")));
    assert!(frame(token("one")).len() > frame(Silent).len(), "that there is one is logged");
}

/// The service echoes what was signed.
#[test]
fn failures_are_logged_without_the_secrets_that_are_echoed() {
    let frame_of = |secret: &str| {
        let body = format!(
            r#"{{"Code":"SignatureDoesNotMatch","Message":"string to sign is:GET&%2F&SecurityToken%3D{secret}%26A%3D1"}}"#
        );
        let Ok(Response::Failed(failed)) = Response::<Created>::decode(400, body.as_bytes()) else {
            panic!("a failure");
        };
        [
            frame(failed),
            frame(failed.message()),
            frame(failed.redacted(failed.message_as_received())),
        ]
    };
    assert_eq!(frame_of("oneSecret"), frame_of("another"));
    for frame in frame_of("oneSecret") {
        // The encoding puts bytes of its own between.
        let text: String = frame
            .iter()
            .filter(|byte| byte.is_ascii_graphic())
            .map(|byte| char::from(*byte))
            .collect();
        assert!(text.contains("SecurityToken%3D[redacted]%26A%3D1"), "{text}");
    }
}
