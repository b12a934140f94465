//! Responses, whole and in pieces.

use aliyun_customer_gateway::http1::{BodyFault, HeadError, Reader, Response};

/// What came of a response.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Outcome {
    status: u16,
    body: Vec<u8>,
    fault: Option<BodyFault>,
    keeps_alive: bool,
    headers: Vec<(String, Vec<u8>)>,
}

impl Outcome {
    fn of(response: &Response<'_>) -> Self {
        let headers = response.headers().map(|(name, value)| (name.to_owned(), value.to_vec()));
        Self {
            status: response.status(),
            body: response.body().to_vec(),
            fault: response.fault(),
            keeps_alive: response.keeps_alive(),
            headers: headers.collect(),
        }
    }
}

/// Reads a stream that comes in pieces, into a buffer of some bytes.
fn read_into(
    capacity: usize,
    pieces: impl IntoIterator<Item = impl AsRef<[u8]>>,
) -> Result<Outcome, HeadError> {
    let mut buf = vec![0xa5; capacity];
    let mut reader = Reader::new(&mut buf);
    'pieces: for piece in pieces {
        let mut piece = piece.as_ref();
        while !piece.is_empty() {
            if !reader.wants_more() {
                break 'pieces;
            }
            let spare = reader.spare();
            assert!(!spare.is_empty(), "no spare capacity is an end of file to a socket");
            let count = spare.len().min(piece.len());
            spare[..count].copy_from_slice(&piece[..count]);
            reader.filled(count);
            piece = &piece[count..];
        }
    }
    if reader.wants_more() {
        reader.end();
    }
    assert!(!reader.wants_more());
    assert!(reader.spare().is_empty());
    reader.finish().map(|response| Outcome::of(&response))
}

/// Reads a stream whole, split at every byte, and byte by byte: it is the same each time.
fn read(stream: &str) -> Result<Outcome, HeadError> {
    let stream = stream.as_bytes();
    let capacity = stream.len() + 1;
    let whole = read_into(capacity, [stream]);
    for at in 0..=stream.len() {
        let (one, two) = stream.split_at(at);
        let in_two = read_into(capacity, [one, two]);
        assert_eq!(without_reuse(&in_two), without_reuse(&whole), "split at byte {at}");
    }
    let bytes = stream.chunks(1);
    assert_eq!(without_reuse(&read_into(capacity, bytes)), without_reuse(&whole));
    whole
}

/// What follows a response that has ended is noticed only where it comes with its end.
fn without_reuse(outcome: &Result<Outcome, HeadError>) -> Result<Outcome, HeadError> {
    outcome.clone().map(|outcome| Outcome { keeps_alive: false, ..outcome })
}

#[test]
fn where_a_body_ends() {
    for (stream, status, body, keeps_alive) in [
        // RFC 9112, 6.3: no body, whatever the headers say.
        ("HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n", 204, "", true),
        ("HTTP/1.1 304 Not Modified\r\nTransfer-Encoding: chunked\r\n\r\n", 304, "", true),
        ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n", 101, "", false),
        // Sized.
        ("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 200, "", true),
        ("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc", 200, "abc", true),
        ("HTTP/1.1 200 OK\r\ncontent-length:\t003 \r\n\r\nabc", 200, "abc", true),
        ("HTTP/1.1 200 OK\r\nContent-Length: 3, 3,\r\n\r\nabc", 200, "abc", true),
        ("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 03\r\n\r\nabc", 200, "abc", true),
        ("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcHTTP/1.1 ", 200, "abc", false),
        (
            "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nConnection: a, Close\r\n\r\nabc",
            200,
            "abc",
            false,
        ),
        ("HTTP/1.0 200 OK\r\nContent-Length: 3\r\n\r\nabc", 200, "abc", false),
        (
            "HTTP/1.0 200 OK\r\nContent-Length: 3\r\nConnection: Keep-Alive\r\n\r\nabc",
            200,
            "abc",
            true,
        ),
        (
            "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nConnection: keep-alive\r\nConnection: close\r\n\
             \r\nabc",
            200,
            "abc",
            false,
        ),
        // Chunked.
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 200, "", true),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n",
            200,
            "abcde",
            true,
        ),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n00a ;a=\"b\"\t;c\r\n0123456789\r\n\
             0A\t\r\n0123456789\r\n000;x\r\nDate: a\r\n\tb\nEtag: \"\r\"\r\n\r\n",
            200,
            "01234567890123456789",
            true,
        ),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\nTransfer-Encoding: , chunked,\r\n\r\n\
             1\r\na\r\n0\r\n\r\n",
            200,
            "a",
            true,
        ),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\nHTTP/1.1 ",
            200,
            "a",
            false,
        ),
        // Both: chunks win, and the connection is not used again.
        (
            "HTTP/1.1 200 OK\r\nContent-Length: 99\r\nTransfer-Encoding: chunked\r\n\r\n\
             1\r\na\r\n0\r\n\r\n",
            200,
            "a",
            false,
        ),
        (
            "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n\
             1\r\na\r\n0\r\n\r\n",
            200,
            "a",
            false,
        ),
        // Until the stream ends.
        ("HTTP/1.1 200 OK\r\n\r\nabc", 200, "abc", false),
        ("HTTP/1.1 200 OK\r\n\r\n", 200, "", false),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: identity\r\nContent-Length: 2\r\n\r\nabc",
            200,
            "abc",
            false,
        ),
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked, gzip\r\n\r\nabc", 200, "abc", false),
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding:\r\n\r\nabc", 200, "abc", false),
        // Interim responses, and what stands before a response.
        (
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nContent-Length: 9\r\n\r\n\
             HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na",
            200,
            "a",
            true,
        ),
        ("\r\n\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na", 200, "a", true),
        // Line feeds by themselves, and no reason.
        ("HTTP/1.1 200\nContent-Length: 1\n\na", 200, "a", true),
        ("HTTP/1.1 503 \r\nContent-Length: 1\n\r\na", 503, "a", true),
        ("HTTP/1.1 999 \u{e9}\tx\r\nContent-Length: 1\r\n\r\na", 999, "a", true),
    ] {
        let outcome = read(stream).unwrap_or_else(|error| panic!("{stream:?}: {error}"));
        assert_eq!(outcome.status, status, "{stream:?}");
        assert_eq!(String::from_utf8_lossy(&outcome.body), body, "{stream:?}");
        assert_eq!(outcome.fault, None, "{stream:?}");
        assert_eq!(outcome.keeps_alive, keeps_alive, "{stream:?}");
    }
}

#[test]
fn heads_that_cannot_be_read() {
    for (stream, error, sentence) in [
        (
            "",
            HeadError::Empty,
            "the connection was closed without a response: send the call on a new one",
        ),
        (
            "\r\n",
            HeadError::Empty,
            "the connection was closed without a response: send the call on a new one",
        ),
        (
            "HTTP/1.1 200 OK\r\nDate:",
            HeadError::CutOff { received: 22 },
            "the head of the response is cut off after 22 bytes",
        ),
        (
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1",
            HeadError::CutOff { received: 8 },
            "the head of the response is cut off after 8 bytes",
        ),
        (
            "\nHTTP/1.1 200 OK\r\n\r",
            HeadError::CutOff { received: 18 },
            "the head of the response is cut off after 18 bytes",
        ),
        (
            "SSH-2.0-OpenSSH_9.6\r\n",
            HeadError::NotHttp1 { index: 0 },
            "not a response of HTTP/1.1 at byte 0: look at the port, and at what is there",
        ),
        (
            "HTTP/2 200\r\n\r\n",
            HeadError::NotHttp1 { index: 5 },
            "not a response of HTTP/1.1 at byte 5: look at the port, and at what is there",
        ),
        (
            "HTTP/1.2 200 OK\r\n\r\n",
            HeadError::NotHttp1 { index: 7 },
            "not a response of HTTP/1.1 at byte 7: look at the port, and at what is there",
        ),
        (
            "http/1.1 200 OK\r\n\r\n",
            HeadError::NotHttp1 { index: 0 },
            "not a response of HTTP/1.1 at byte 0: look at the port, and at what is there",
        ),
        (
            "\u{15}\u{3}\u{1}",
            HeadError::NotHttp1 { index: 0 },
            "not a response of HTTP/1.1 at byte 0: look at the port, and at what is there",
        ),
        (
            "HTTP/1.1  200 OK\r\n\r\n",
            HeadError::Status { index: 9 },
            "no status of three digits at byte 9 of the response",
        ),
        (
            "HTTP/1.1\r\n\r\n",
            HeadError::Status { index: 8 },
            "no status of three digits at byte 8 of the response",
        ),
        (
            "HTTP/1.1 2x0 OK\r\n\r\n",
            HeadError::Status { index: 10 },
            "no status of three digits at byte 10 of the response",
        ),
        (
            "HTTP/1.1 2000 OK\r\n\r\n",
            HeadError::Status { index: 12 },
            "no status of three digits at byte 12 of the response",
        ),
        (
            "HTTP/1.1 200 O\u{0}K\r\n\r\n",
            HeadError::Control { index: 14 },
            "unexpected control character at byte 14 of the response",
        ),
        (
            "HTTP/1.1 200 OK\r\nDate : x\r\n\r\n",
            HeadError::HeaderName { index: 21 },
            "invalid header name at byte 21 of the response",
        ),
        (
            "HTTP/1.1 200 OK\r\n: x\r\n\r\n",
            HeadError::HeaderName { index: 17 },
            "invalid header name at byte 17 of the response",
        ),
        (
            "HTTP/1.1 200 OK\r\nDate\r\n\r\n",
            HeadError::HeaderName { index: 21 },
            "invalid header name at byte 21 of the response",
        ),
        // White space after the status line is no continuation of it.
        (
            "HTTP/1.1 200 OK\r\n Date: x\r\n\r\n",
            HeadError::HeaderName { index: 17 },
            "invalid header name at byte 17 of the response",
        ),
        (
            "HTTP/1.1 200 OK\r\nDate: a\rb\r\n\r\n",
            HeadError::Control { index: 24 },
            "unexpected control character at byte 24 of the response",
        ),
        (
            "HTTP/1.1 200 OK\r\nDate: a\r\r\n\r\n",
            HeadError::Control { index: 24 },
            "unexpected control character at byte 24 of the response",
        ),
        (
            "HTTP/1.1 200 OK\r\nA: b\r\nDate: \u{7f}\r\n",
            HeadError::Control { index: 29 },
            "unexpected control character at byte 29 of the response",
        ),
        (
            "HTTP/1.1 200 OK\r\nContent-Length: 3\r\ncontent-length: 4\r\n\r\nabcd",
            HeadError::ContentLength,
            "Content-Length is not a number, or contradicts another: \
             nobody can tell where the response ends",
        ),
    ] {
        let refused = read(stream).unwrap_err();
        assert_eq!(refused, error, "{stream:?}");
        assert_eq!(refused.to_string(), sentence, "{stream:?}");
    }
    for length in ["", ",", "3,4", "+3", "-3", "0x3", "3.0", "3 3", "three", "3,x"] {
        let stream = format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\nabc");
        assert_eq!(read(&stream).unwrap_err(), HeadError::ContentLength, "{length:?}");
    }
    let interims = "HTTP/1.1 100 Continue\r\n\r\n".repeat(17);
    let refused = read_into(1000, [&interims]).unwrap_err();
    assert_eq!(refused, HeadError::TooManyInterims);
    assert_eq!(refused.to_string(), "too many interim responses: no final one came");
    let last = "HTTP/1.1 204 \r\n\r\n";
    assert_eq!(read_into(1000, [&interims[25..], last]).unwrap().status, 204);
}

#[test]
fn bodies_that_are_not_whole() {
    const SIZED: &str = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n";
    const CHUNKED: &str = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    let huge = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", "9".repeat(40));
    let cut_off = |received, expected| BodyFault::CutOff { received, expected };
    for (head, stream, body, fault, sentence) in [
        (SIZED, "abc", "abc", cut_off(3, Some(5)), "the body is cut off after 3 of 5 bytes"),
        (CHUNKED, "", "", cut_off(0, None), "the body is cut off after 0 bytes"),
        (CHUNKED, "3\r\nab", "ab", cut_off(2, None), "the body is cut off after 2 bytes"),
        (CHUNKED, "3\r\nabc", "abc", cut_off(3, None), "the body is cut off after 3 bytes"),
        (
            CHUNKED,
            "3\r\nabc\r\n0\r\n",
            "abc",
            cut_off(3, None),
            "the body is cut off after 3 bytes",
        ),
        (
            CHUNKED,
            "3\r\nabc\r\n0\r\nA: b\r\n\r",
            "abc",
            cut_off(3, None),
            "the body is cut off after 3 bytes",
        ),
        (
            CHUNKED,
            "3\r\nabcd\r\n",
            "abc",
            BodyFault::ChunkEnd { byte: b'd', index: 6 },
            "unexpected byte 0x64 at byte 6 of the body, where a chunk ends",
        ),
        (
            CHUNKED,
            "3\r\nabc\n0\r\n\r\n",
            "abc",
            BodyFault::ChunkEnd { byte: b'\n', index: 6 },
            "unexpected byte 0x0a at byte 6 of the body, where a chunk ends",
        ),
        (
            CHUNKED,
            "3\r\nabc\r0\r\n\r\n",
            "abc",
            BodyFault::ChunkEnd { byte: b'0', index: 7 },
            "unexpected byte 0x30 at byte 7 of the body, where a chunk ends",
        ),
        (
            CHUNKED,
            "{\"Code\":\"A\"}",
            "",
            BodyFault::ChunkSize { byte: b'{', index: 0 },
            "unexpected byte 0x7b at byte 0 of the body, in the size of a chunk",
        ),
        (
            CHUNKED,
            "1\r\na\r\n\r\n",
            "a",
            BodyFault::ChunkSize { byte: b'\r', index: 6 },
            "unexpected byte 0x0d at byte 6 of the body, in the size of a chunk",
        ),
        (
            CHUNKED,
            "1\na",
            "",
            BodyFault::ChunkSize { byte: b'\n', index: 1 },
            "unexpected byte 0x0a at byte 1 of the body, in the size of a chunk",
        ),
        (
            CHUNKED,
            "1 1\r\na",
            "",
            BodyFault::ChunkSize { byte: b'1', index: 2 },
            "unexpected byte 0x31 at byte 2 of the body, in the size of a chunk",
        ),
        (
            CHUNKED,
            "1;a\nb\r\na",
            "",
            BodyFault::ChunkSize { byte: b'\n', index: 3 },
            "unexpected byte 0x0a at byte 3 of the body, in the size of a chunk",
        ),
        (
            CHUNKED,
            "1\rx",
            "",
            BodyFault::ChunkSize { byte: b'x', index: 2 },
            "unexpected byte 0x78 at byte 2 of the body, in the size of a chunk",
        ),
        (
            CHUNKED,
            "1\r\na\r\n10000000000000000\r\n",
            "a",
            BodyFault::ChunkTooLong { index: 22 },
            "the size of a chunk is too large at byte 22 of the body",
        ),
        (&huge, "abc", "abc", cut_off(3, Some(usize::MAX)), &*{
            format!("the body is cut off after 3 of {} bytes", usize::MAX)
        }),
    ] {
        let outcome = read(&format!("{head}{stream}")).unwrap();
        assert_eq!(String::from_utf8_lossy(&outcome.body), body, "{stream:?}");
        assert_eq!(outcome.fault, Some(fault), "{stream:?}");
        assert_eq!(fault.to_string(), sentence);
        assert!(!outcome.keeps_alive);
    }
    for (framing, index) in [
        (format!("1;{}\r\n", "x".repeat(16 * 1024 + 1)), 2 + 16 * 1024),
        (format!("{}1\r\n", "0".repeat(16 * 1024 + 1)), 16 * 1024),
        (format!("0\r\n{}", "A: b\r\n".repeat(4000)), 3 + 16 * 1024 * 6 / 5 + 1),
    ] {
        let stream = format!("{CHUNKED}{framing}");
        let outcome = read_into(stream.len(), [&stream]).unwrap();
        let Some(BodyFault::TooMuchFraming { index: at }) = outcome.fault else {
            panic!("{:?}", outcome.fault)
        };
        assert!(at.abs_diff(index) < 8, "{at} {index}");
    }
}

#[test]
fn a_buffer_that_is_too_short_is_no_end_of_file() {
    let long = "x".repeat(40);
    for (stream, least) in [
        (format!("HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n{long}"), 0),
        (format!("HTTP/1.1 200 OK\r\n\r\n{long}"), 0),
        (
            format!(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\
                     14\r\n{0}\r\n14\r\n{0}\r\n0\r\nA: b\r\n\r\n",
                &long[..20]
            ),
            0,
        ),
    ] {
        let head = stream.find("\r\n\r\n").unwrap() + 4;
        let fits = head + long.len();
        for capacity in least..=stream.len() + 1 {
            for chunk in [1, 3, 1000] {
                let outcome = read_into(capacity, stream.as_bytes().chunks(chunk));
                if capacity < head {
                    assert_eq!(outcome, Err(HeadError::TooLong { capacity }));
                } else {
                    let outcome = outcome.unwrap();
                    let fault = (capacity < fits).then_some(BodyFault::TooLong { capacity });
                    assert_eq!(outcome.fault, fault, "{capacity} {chunk} {stream:?}");
                    assert_eq!(outcome.body, &long.as_bytes()[..(capacity - head).min(40)]);
                }
            }
        }
    }
    assert_eq!(
        HeadError::TooLong { capacity: 9 }.to_string(),
        "the head of the response does not fit: the buffer has 9 bytes, use a longer one",
    );
    assert_eq!(
        BodyFault::TooLong { capacity: 9 }.to_string(),
        "the body does not fit: the buffer has 9 bytes, use a longer one or ask for less",
    );
    // What is no HTTP is called that, and not too long.
    assert_eq!(read_into(8, ["SSH-2.0-"]), Err(HeadError::NotHttp1 { index: 0 }));
}

fn response(head: &str, check: impl Fn(&Response<'_>)) {
    let mut buf = format!("HTTP/1.1 200 OK\r\n{head}\r\n").into_bytes();
    let len = buf.len();
    let mut reader = Reader::new(&mut buf);
    reader.filled(len);
    // The bytes are there already: a socket would have written them.
    reader.end();
    check(&reader.finish().unwrap());
}

#[test]
fn what_headers_tell() {
    let head = "Date: Mon, 30 Nov 2026 14:38:36 GMT\r\nContent-Type: application/json;charset=utf-8\r\n\
        X-Acs-Retry-After: 2500\r\nx-acs-request-id: \t 0C0F-1\t\r\nX-Empty:\r\n\
        X-Folded: a\r\n \tb\n c\r\nX-Bytes: \u{e9}\r\n";
    response(head, |response| {
        assert_eq!(response.date(0), Some(1_796_049_516));
        assert_eq!(response.date(1_796_049_516), Some(1_796_049_516));
        assert_eq!(response.date(1_796_049_517), None);
        assert_eq!(response.retry_after(60_000).unwrap().milliseconds(), 2500);
        assert_eq!(response.retry_after(1000).unwrap().milliseconds(), 1000);
        assert_eq!(response.request_id(), Some("0C0F-1"));
        assert_eq!(response.content_type(), Some("application/json;charset=utf-8"));
        assert_eq!(response.content_encoding(), None);
        assert_eq!(response.header("x-empty"), Some(&b""[..]));
        assert_eq!(response.header("x-folded"), Some(&b"a   \tb  c"[..]));
        assert_eq!(response.header("X-BYTES"), Some("\u{e9}".as_bytes()));
        assert_eq!(response.header("x-none"), None);
        assert_eq!(response.headers().count(), 7);
        let debug = format!("{response:?}");
        assert_eq!(debug, "Response { status: 200, body_len: 0, fault: None, .. }");
    });
    response("Date: yesterday\r\nx-acs-request-id: \u{e9}\r\nContent-Type: \r\n", |response| {
        assert_eq!(
            (response.date(0), response.request_id(), response.content_type()),
            (None, None, None)
        );
        assert_eq!(response.retry_after(60_000), None);
    });
    for (coding, is_encoded) in [
        ("gzip", true),
        ("br", true),
        ("identity", false),
        ("Identity, identity", false),
        ("identity, zstd", true),
        ("", false),
    ] {
        let head = format!("Content-Encoding: {coding}\r\nContent-Length: 0\r\n");
        response(&head, |response| {
            assert_eq!(response.content_encoding(), is_encoded.then_some(coding));
            assert_eq!(response.fault(), is_encoded.then_some(BodyFault::Encoded));
            assert!(response.is_whole() && response.keeps_alive());
        });
    }
    assert_eq!(
        BodyFault::Encoded.to_string(),
        "the body is compressed, as Content-Encoding says: \
         do not ask for that, or decompress it first",
    );
}

#[test]
fn reading_goes_on_where_it_left_off() {
    let stream =
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
    let mut buf = [0xa5; 128];
    let mut state = Reader::new(&mut buf).state();
    for byte in stream {
        let mut reader = Reader::resume(&mut buf, state);
        reader.spare()[0] = *byte;
        reader.filled(1);
        reader.filled(0);
        state = reader.state();
    }
    let debug = format!("{state:?}");
    assert!(!debug.contains("99"), "{debug}");
    let reader = Reader::resume(&mut buf, state);
    assert!(!reader.wants_more());
    assert!(!format!("{reader:?}").contains("buf"));
    assert_eq!(reader.finish().unwrap().body(), b"abcde");
    // Of another buffer nothing is known, and nothing breaks.
    let mut other = [0xa5; 50];
    let response = Reader::resume(&mut other, state).finish().unwrap();
    assert_eq!(response.body(), b"");
}

#[test]
fn a_response_that_is_given_up() {
    let stream = b"HTTP/1.1 200 OK\r\n\r\n{\"CustomerGatewayId\":\"cgw-1\"}";
    let mut buf = [0xa5; 128];
    buf[..stream.len()].copy_from_slice(stream);
    let mut reader = Reader::new(&mut buf);
    reader.filled(stream.len());
    // After a timeout, say.
    let response = reader.finish().unwrap();
    assert_eq!(response.fault(), Some(BodyFault::CutOff { received: 29, expected: None }));
    #[cfg(feature = "json")]
    {
        use aliyun_customer_gateway::{Created, Response};
        let Ok(Response::Success(created)) = response.decode::<Created<'_>>() else { panic!() };
        assert_eq!(created.customer_gateway_id(), "cgw-1");
    }
}
