//! Bodies that are not responses, or broken: the exact error and the exact sentence.

mod depth;
mod json;
mod prefixes;
mod xml;

use std::sync::LazyLock;

use aliyun_customer_gateway::escaped::EscapedStr;
use aliyun_customer_gateway::response::{Fault, NotAResponse};
use aliyun_customer_gateway::{Created, Response};
use regex::bytes::Regex;

/// What to do about a response that is broken.
const AGAIN: &str = "send the request again, with the same ClientToken";

const IN_BETWEEN: &str = "look for a proxy or a load balancer in between";

/// Asserts why a body is not a response, whatever the status.
fn refuses(body: &[u8], kind: NotAResponse, sentence: &str) {
    for status in [200, 400, 503] {
        let refused = match Response::<Created>::decode(status, body) {
            Err(refused) => refused,
            Ok(response) => panic!("{}: {response:?}", body.escape_ascii()),
        };
        assert_eq!(refused.kind(), kind, "{}", body.escape_ascii());
        assert_eq!(refused.status(), status);
        let whole = format!("HTTP status {status}: {sentence}");
        assert_eq!(refused.to_string(), whole, "{}", body.escape_ascii());
        let index = refused.index();
        assert!(index.is_none_or(|index| index <= body.len()), "{}", body.escape_ascii());
    }
}

/// Asserts that a body is read, and undamaged.
fn reads(body: &[u8]) {
    match Response::<Created>::decode(400, body) {
        Ok(Response::Failed(failed)) => {
            assert_eq!(failed.damage(), None, "{}", body.escape_ascii());
        }
        other => panic!("{}: {other:?}", body.escape_ascii()),
    }
}

/// Whether a member has a whole value in a body, in front of what breaks it.
fn has(body: &[u8], member: &str) -> bool {
    let space = r"[ \t\r\n]*";
    let number = r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?[ \n,}]";
    let is_json =
        body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body).trim_ascii().starts_with(b"{");
    let value = if is_json {
        format!(r#""{member}"{space}:{space}("([^"\\]|\\.)+"|{number})"#)
    } else {
        format!("<{member}{space}>[^<]+</{member}{space}>")
    };
    Regex::new(&format!("(?-u){value}")).unwrap().is_match(body)
}

/// Asserts that a body is broken: that it is refused where the outcome is not in front of the fault,
/// and reported as damaged where it is.
fn breaks(body: &[u8], fault: Fault, sentence: &str) {
    static NAMED: LazyLock<Regex> =
        LazyLock::new(|| Regex::new("(?-u)<(Code|CustomerGatewayId)\\s*/?>").unwrap());
    let shown = body.escape_ascii();
    let intact = &body[..fault.index()];
    for status in [200, 400, 503] {
        let response = Response::<Created>::decode(status, body);
        let damage = match (&response, status) {
            (Ok(Response::Success(created)), 200) => created.damage(),
            (Ok(Response::Failed(failed)), 400 | 503) => failed.damage(),
            (Err(error), _) => {
                let member = if status == 200 { "CustomerGatewayId" } else { "Code" };
                assert!(!has(intact, member), "{status}: {shown}");
                assert_eq!(error.index(), Some(fault.index()), "{shown}");
                let is_foreign = body.trim_ascii().starts_with(b"<") && !NAMED.is_match(intact);
                let (kind, sentence) = if is_foreign {
                    let sentence = format!(
                        "the body has no member of a response, and {sentence}: {IN_BETWEEN}"
                    );
                    (NotAResponse::NoMember { fault: Some(fault) }, sentence)
                } else if let Fault::CutOff { .. } = fault {
                    let sentence = format!("{sentence}: it was cut off, so receive all of it");
                    (NotAResponse::Broken(fault), sentence)
                } else {
                    (NotAResponse::Broken(fault), format!("{sentence}: {AGAIN}"))
                };
                assert_eq!(error.kind(), kind, "{shown}");
                assert_eq!(error.to_string(), format!("HTTP status {status}: {sentence}"));
                continue;
            }
            other => panic!("{shown}: {other:?}"),
        };
        let damage = damage.unwrap_or_else(|| panic!("{shown} is not damaged"));
        assert_eq!(damage.fault(), fault, "{shown}");
        assert_eq!(damage.to_string(), format!("{sentence}: what follows is lost"), "{shown}");
    }
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

/// Asserts that a body is broken at the byte at an index.
fn breaks_at(body: &[u8], index: usize) {
    let byte = body[index];
    let sentence = format!("unexpected {} at byte {index} of the body", named(byte));
    breaks(body, Fault::Unexpected { byte, index }, &sentence);
}

fn breaks_off(body: &[u8]) {
    let index = body.len();
    breaks(body, Fault::CutOff { index }, &format!("the body ends at byte {index} in the middle"));
}

#[test]
fn nothing() {
    for body in ["", " ", "\n", "\t\r\n  ", "\u{feff}", "\u{feff} \n"] {
        refuses(
            body.as_bytes(),
            NotAResponse::Empty,
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
        "<xhtml:html xmlns:xhtml='http://www.w3.org/1999/xhtml'>",
        "<Html><Code>Forbidden</Code></Html>",
    ] {
        refuses(
            body.as_bytes(),
            NotAResponse::Html,
            "the body is an HTML page, not a response of the service: look for a proxy or a load \
             balancer in between",
        );
    }
    // A root is no more than a hint, except one that says HTML.
    reads(b"<Body><Code>Forbidden</Code></Body>");
    // A name that only starts so is another one, and one that is cut off may be.
    reads(b"<htmlx><Code>A</Code></htmlx>");
    for body in ["<html", "<p", "<?xml version='1.0'?><h1", "\n<Body"] {
        breaks_off(body.as_bytes());
    }
    reads(b"<Error><html/><p>a</p><Code>A</Code></Error>");
}

/// Pages of any kind, without a list of their elements: nothing in them is a member of a response.
#[test]
fn nothing_of_a_response() {
    for body in [
        "{}",
        " { } ",
        "[]".replace("[]", "{\"error\":\"rate limited\"}").as_str(),
        r#"{"customer_gateway_id":"cgw-1","request_id":"R"}"#,
        r#"{"data":{"CustomerGatewayId":"cgw-1","Code":"A","RequestId":"R"}}"#,
        r#"{"Code":null,"RequestId":null,"Message":null}"#,
        r#"{"Code":"","RequestId":" ","HostId":"\n"}"#,
        "<e/>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "<script type=\"text/javascript\">location.href=\"http://10.0.0.1/login\"</script>",
        "<h1>403 Forbidden</h1>",
        "<Error><Code/><RequestId> </RequestId></Error>",
        "<Error><Detail><Code>A</Code></Detail></Error>",
        "<Code>A</Code>",
    ] {
        refuses(
            body.as_bytes(),
            NotAResponse::NoMember { fault: None },
            &format!("the body has no member of a response: {IN_BETWEEN}"),
        );
    }
    for (body, index) in [
        ("<br><b>Fatal error</b>", 22),
        ("<center><h1>503</h1></center", 28),
        ("<p>", 3),
        ("<div class=error>", 11),
    ] {
        if let Some(&byte) = body.as_bytes().get(index) {
            breaks_at(body.as_bytes(), index);
            assert_eq!(byte, b'e');
        } else {
            breaks_off(body.as_bytes());
        }
    }
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
        (b"\0{}", 0, 0),
        (b"\x0b{}", 0x0b, 0),
        (b"\x0c{}", 0x0c, 0),
        (b"\x7f{}", 0x7f, 0),
        (b"\xc2\xa0{}", 0xc2, 0),
        // Almost compressed, in chunks, or behind a status line.
        (b"\x1f{}", 0x1f, 0),
        (b"bad\n{}", b'b', 0),
        (b"g\r\n{}", b'g', 0),
        (b"1a {}\r\n", b'1', 0),
        (b"0123456789abcdef0\r\n{}", b'0', 0),
        (b"HTTP 400", b'H', 0),
        // A second byte order mark, and half of one.
        (b"\xef\xbb\xbf\xef\xbb\xbf{}", 0xef, 3),
        (b" \xef\xbb\xbf{}", 0xef, 1),
        (b"\xef\xbb{}", 0xef, 0),
        ("上海".as_bytes(), 0xe4, 0),
    ] {
        let sentence = format!(
            "the body starts with {} at byte {index}, not with '{{' or '<': it is not a \
             response of the service, so look for a proxy or a load balancer in between",
            named(byte)
        );
        refuses(body, NotAResponse::Foreign { byte, index }, &sentence);
    }
}

/// What comes of mistakes in the caller's HTTP, or of its buffer.
#[test]
fn not_only_the_body() {
    let head = "the body starts with an HTTP status line: pass only what follows the empty line";
    let chunked = "the body is still in HTTP chunks: undo the Transfer-Encoding before decoding";
    let gzip = "the body is compressed (gzip): send no Accept-Encoding, or decompress it";
    let utf16 = "the body is in UTF-16: pass it on as it came, in UTF-8";
    let zeros = "the body is zeros: pass the bytes that were received, not the whole buffer";
    for (body, kind, sentence) in [
        (&b"HTTP/1.1 400 Bad Request\r\n\r\n{\"Code\":\"A\"}"[..], NotAResponse::Head, head),
        (b"HTTP/1.0 200 OK\r\n", NotAResponse::Head, head),
        (b"2e\r\n{\"CustomerGatewayId\":\"cgw-1\"}\r\n0\r\n\r\n", NotAResponse::Chunked, chunked),
        (b"1A;name=value\r\n<Error>", NotAResponse::Chunked, chunked),
        (b"0\r\n\r\n", NotAResponse::Chunked, chunked),
        (b"\x1f\x8b\x08\0", NotAResponse::Compressed, gzip),
        (b"\xff\xfe{\0\"\0", NotAResponse::Utf16, utf16),
        (b"\xfe\xff\0{\0\"", NotAResponse::Utf16, utf16),
        (b"\0", NotAResponse::Zeros, zeros),
        (b"\0\0\0\0", NotAResponse::Zeros, zeros),
        (b" \n\0\0", NotAResponse::Zeros, zeros),
    ] {
        refuses(body, kind, sentence);
    }
}

/// What stands behind a response loses nothing of it.
#[test]
fn more_behind_the_response() {
    for (behind, index) in [
        ("{}", 0),
        (" {}", 1),
        (",", 0),
        ("]", 0),
        ("}", 0),
        ("\n\nx", 2),
        ("<Error/>", 0),
        ("{\"Code\":\"B\"}", 0),
        ("\u{feff}", 0),
        ("\0x", 0),
    ] {
        for body in [r#"{"CustomerGatewayId":"cgw-1","Code":"A"}"#, JSON_WITHOUT_MEMBERS] {
            trailing(body, behind, index);
        }
    }
    for (behind, index) in [
        ("<a/>", 0),
        ("text", 0),
        ("</a>", 0),
        ("\n]", 1),
        ("&amp;", 0),
        ("{}", 0),
        ("<!-- a --> <?p?>x", 16),
        ("<![CDATA[a]]>", 2),
        ("\u{feff}", 0),
        ("\0x", 0),
    ] {
        if behind.starts_with("<![") {
            let body = format!("{XML}{behind}");
            breaks_at(body.as_bytes(), XML.len() + index);
        } else {
            trailing(XML, behind, index);
        }
    }
}

const JSON_WITHOUT_MEMBERS: &str = r#"{"a":1}"#;

const XML: &str = "<e><CustomerGatewayId>cgw-1</CustomerGatewayId><Code>A</Code></e>";

fn trailing(body: &str, behind: &str, index: usize) {
    let index = body.len() + index;
    let body = format!("{body}{behind}");
    let fault = Fault::Trailing { index };
    let sentence = format!("unexpected data after the response at byte {index}");
    for status in [200, 400] {
        let damage = match Response::<Created>::decode(status, body.as_bytes()) {
            Ok(Response::Success(created)) => created.damage(),
            Ok(Response::Failed(failed)) => failed.damage(),
            Err(error) => {
                assert!(body.starts_with(JSON_WITHOUT_MEMBERS), "{body}");
                assert_eq!(error.kind(), NotAResponse::NoMember { fault: Some(fault) });
                assert!(error.to_string().contains(&sentence), "{error}");
                continue;
            }
        };
        let damage = damage.unwrap_or_else(|| panic!("{body} is not damaged"));
        assert_eq!(damage.fault(), fault, "{body}");
        assert_eq!(damage.to_string(), format!("{sentence}: it is ignored"));
    }
}

/// A buffer that the response does not fill.
#[test]
fn zeros_behind_the_response() {
    for body in [r#"{"CustomerGatewayId":"cgw-1","Code":"A"}"#, XML, "{\"Code\":\"A\"}\n"] {
        for zeros in [1, 7, 4096] {
            let index = body.len();
            let body = [body.as_bytes(), &vec![0; zeros]].concat();
            match Response::<Created>::decode(400, &body) {
                Ok(Response::Failed(failed)) => {
                    let damage = failed.damage().unwrap();
                    assert_eq!(damage.fault(), Fault::Zeros { index });
                    assert_eq!(
                        damage.to_string(),
                        format!(
                            "the body is followed by zeros from byte {index} on: pass only the \
                             bytes that were received"
                        )
                    );
                }
                other => panic!("{other:?}"),
            }
        }
    }
    // Where the body is cut off, zeros do not make a number or a string whole.
    for body in [&b"{\"CustomerGatewayId\":17\0\0\0"[..], b"{\"CustomerGatewayId\":\"cgw-1\0\0"] {
        let index = body.iter().position(|byte| *byte == 0).unwrap();
        let error = Response::<Created>::decode(200, body).unwrap_err();
        assert_eq!(error.kind(), NotAResponse::Broken(Fault::CutOff { index }));
    }
}

#[test]
fn numbers_without_bounds() {
    let digits = "9".repeat(10_000);
    let body = format!(
        r#"{{"a":{digits},"b":-{digits}.{digits}e{digits},"c":1e999999999,"d":0e-{digits},
            "CreateTime":{digits},"Code":"A","CustomerGatewayId":"cgw-1"}}"#
    );
    match Response::<Created>::decode(200, body.as_bytes()) {
        Ok(Response::Success(created)) => {
            assert_eq!(created.create_time(), None);
            let fault = created.damage().unwrap().fault();
            assert!(matches!(fault, Fault::InvalidNumber { member: "CreateTime", .. }));
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
