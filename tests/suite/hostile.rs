//! Bodies that are no answers: the exact error and the exact sentence.

mod depth;
mod json;
mod prefixes;
mod xml;

use aliyun_customer_gateway::{BodyError, Response, escaped::EscapedStr};

/// What to do about an answer that is broken.
const AGAIN: &str = ": send the request again, with the same ClientToken";

/// Asserts what is wrong with a body, whatever the status.
fn refuses(body: &[u8], error: BodyError, sentence: &str) {
    for status in [200, 400, 503] {
        let refused = match Response::decode(status, body) {
            Err(refused) => refused,
            Ok(answer) => panic!("{}: {answer:?}", body.escape_ascii()),
        };
        assert_eq!(refused, error, "{}", body.escape_ascii());
        assert_eq!(refused.to_string(), sentence, "{}", body.escape_ascii());
        let index = refused.index();
        assert!(index.is_none_or(|index| index <= body.len()), "{}", body.escape_ascii());
    }
}

/// Asserts that a body is read.
fn reads(body: &[u8]) {
    let answer = Response::decode(400, body);
    assert!(matches!(answer, Ok(Response::Failed(_))), "{}: {answer:?}", body.escape_ascii());
}

/// A byte as sentences name it.
fn named(byte: u8) -> String {
    match byte {
        b'\'' => r"'\''".to_owned(),
        b'\\' => r"'\\'".to_owned(),
        b' '..=b'~' => format!("'{}'", char::from(byte)),
        byte => format!("byte 0x{byte:02X}"),
    }
}

/// Asserts that a body is refused for the byte at an index.
fn refuses_byte(body: &[u8], index: usize) {
    let byte = body[index];
    let sentence = format!("unexpected {} at byte {index} of the body{AGAIN}", named(byte));
    refuses(body, BodyError::Unexpected { byte, index }, &sentence);
}

fn refuses_cut_off(body: &[u8]) {
    let index = body.len();
    let sentence = format!(
        "the body ends at byte {index} in the middle: it was cut off, so receive all of it"
    );
    refuses(body, BodyError::CutOff { index }, &sentence);
}

#[test]
fn nothing() {
    for body in ["", " ", "\n", "\t\r\n  ", "\u{feff}", "\u{feff} \n"] {
        refuses(
            body.as_bytes(),
            BodyError::Empty,
            "the body is empty: try again after a pause, with the same ClientToken",
        );
    }
}

#[test]
fn pages() {
    for body in [
        "<!DOCTYPE html><html><body>503</body></html>",
        "<!DOCTYPE HTML PUBLIC \"-//IETF//DTD HTML 2.0//EN\">\n<html></html>",
        "<!doctype html>",
        "<!DocType\n\tHtml>",
        "\u{feff}<!DOCTYPE html>",
        " \r\n<!DOCTYPE html>",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html PUBLIC \
         \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\">\
         <html xmlns=\"http://www.w3.org/1999/xhtml\"/>",
        "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>",
        "<!-- proxy --><!DOCTYPE html>",
        "<!-- proxy -->\n<html>",
        "<html>",
        "<html></html>",
        "<html lang=en>",
        "<HTML>",
        "<html ",
        "<html\n",
        "<html/",
        "<head><title>502 Bad Gateway</title></head>",
        "<HEAD>",
        "<body>",
        "<title>",
        "<center><h1>503</h1></center>",
        "<h1>403 Forbidden</h1>",
        "<p>",
        "<div class=error>",
    ] {
        refuses(
            body.as_bytes(),
            BodyError::Html,
            "the body is an HTML page, not an answer of the service: look for a proxy or a load \
             balancer in between",
        );
    }
    // A root is no more than a hint, so an answer in it is one.
    reads(b"<Html><Code>Forbidden</Code></Html>");
    reads(b"<Body><CustomerGatewayId>cgw-1</CustomerGatewayId></Body>");
    // A name that only starts so is another one, and one that is cut off may be.
    reads(b"<htmlx><Code>A</Code></htmlx>");
    for body in ["<html", "<p", "<?xml version='1.0'?><h1", "\n<Body"] {
        let cut_off = BodyError::CutOff { index: body.len() };
        assert_eq!(Response::decode(400, body.as_bytes()), Err(cut_off), "{body}");
    }
    reads(b"<Error><html/><p>a</p></Error>");
}

#[test]
fn neither_json_nor_xml() {
    for (body, byte, index) in [
        (&b"Service Unavailable"[..], b'S', 0),
        (b"\n upstream connect error", b'u', 2),
        (b"\xef\xbb\xbftext", b't', 3),
        (b"[]", b'[', 0),
        (br#"["Code"]"#, b'[', 0),
        (br#""Code""#, b'"', 0),
        (b"'Code'", b'\'', 0),
        (b"\\{}", b'\\', 0),
        (b"null", b'n', 0),
        (b"true", b't', 0),
        (b"0", b'0', 0),
        (b"-1", b'-', 0),
        (b"}", b'}', 0),
        (b">", b'>', 0),
        (b"~", b'~', 0),
        (b"(function(){})({})", b'(', 0),
        (b")]}',\n{\"Code\":\"A\"}", b')', 0),
        // Of HTTP: a status line, a chunk that was not put together.
        (b"HTTP/1.1 400 Bad Request\r\n\r\n{}", b'H', 0),
        (b"1a\r\n{}", b'1', 0),
        // Compressed.
        (b"\x1f\x8b\x08\0", 0x1f, 0),
        (b"\0{}", 0, 0),
        (b"\x0b{}", 0x0b, 0),
        (b"\x0c{}", 0x0c, 0),
        (b"\x7f{}", 0x7f, 0),
        (b"\xc2\xa0{}", 0xc2, 0),
        (b"\xff\xfe{\0}\0", 0xff, 0),
        (b"\xfe\xff\0{\0}", 0xfe, 0),
        // A second byte order mark, and half of one.
        (b"\xef\xbb\xbf\xef\xbb\xbf{}", 0xef, 3),
        (b" \xef\xbb\xbf{}", 0xef, 1),
        (b"\xef\xbb{}", 0xef, 0),
        ("上海".as_bytes(), 0xe4, 0),
    ] {
        let sentence = format!(
            "the body starts with {} at byte {index}, not with '{{' or '<': it is no answer of the \
             service, so look for a proxy or a load balancer in between",
            named(byte)
        );
        refuses(body, BodyError::NotAnAnswer { byte, index }, &sentence);
    }
}

#[test]
fn more_behind_the_answer() {
    for (body, index) in [
        ("{}{}", 2),
        ("{} {}", 3),
        ("{},", 2),
        ("{}]", 2),
        ("{}}", 2),
        ("{}\0", 2),
        ("{}\n\nx", 4),
        ("{}<Error/>", 2),
        ("{\"Code\":\"A\"}{\"Code\":\"B\"}", 12),
        ("{\"Code\":\"A\"};", 12),
        ("{\"CustomerGatewayId\":\"cgw-1\"}\u{feff}", 29),
        ("<a/><a/>", 4),
        ("<a/>text", 4),
        ("<a/></a>", 4),
        ("<a></a></a>", 7),
        ("<a></a>\n]", 8),
        ("<a></a>&amp;", 7),
        ("<a></a>{}", 7),
        ("<a/><!-- a --> <?p?>x", 20),
        ("<a/>\0", 4),
        ("<a/>\u{feff}", 4),
    ] {
        refuses(
            body.as_bytes(),
            BodyError::Trailing { index },
            &format!("there is more behind the answer, from byte {index} of the body on{AGAIN}"),
        );
    }
}

#[test]
fn members_that_stand_twice() {
    for (body, index) in [
        (r#"{"Code":"A","Code":"B"}"#, 12),
        (r#"{"Code":"A","Message":"m","Code":"A"}"#, 26),
        ("<Error><Code>A</Code><Code>B</Code></Error>", 21),
    ] {
        refuses(
            body.as_bytes(),
            BodyError::Duplicate { member: "Code", index },
            &format!("Code stands twice in the body, again at byte {index}{AGAIN}"),
        );
    }
}

#[test]
fn numbers_without_bounds() {
    let digits = "9".repeat(10_000);
    let body = format!(
        r#"{{"a":{digits},"b":-{digits}.{digits}e{digits},"c":1e999999999,"d":0e-{digits},
            "CreateTime":{digits},"Code":"A","CustomerGatewayId":"cgw-1"}}"#
    );
    reads(body.as_bytes());
    match Response::decode(200, body.as_bytes()) {
        Ok(Response::Created(created)) => {
            assert_eq!(created.create_time(), None);
            assert_eq!(created.customer_gateway_id(), "cgw-1");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn broken_texts_are_refused_alone_as_well() {
    for raw in ["&", "&;", "&#", "<", "]]>", "&#xD800;", "\0"] {
        assert!(EscapedStr::from_xml(raw).is_err(), "{raw:?}");
    }
    for raw in ["\\", "\\u", "\\ud800", "\"", "\n", "\0"] {
        assert!(EscapedStr::from_json(raw).is_err(), "{raw:?}");
    }
}
