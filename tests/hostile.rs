//! Bodies that are no answers: the exact error and the exact sentence.
#![cfg(all(feature = "json", feature = "xml"))]
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::too_many_lines,
    clippy::unwrap_used,
    reason = "what cannot be checked fails its test, and a table is as long as its rows"
)]

use aliyun_customer_gateway::{BodyError, Response, Text};

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
fn cut_off_json() {
    for body in [
        "{",
        " {",
        "{ ",
        "{\"",
        "{\"Code",
        "{\"Code\\",
        "{\"Code\\\"",
        "{\"Code\"",
        "{\"Code\" ",
        "{\"Code\":",
        "{\"Code\": ",
        "{\"Code\":\"Forb",
        "{\"Code\":\"Forb\\",
        "{\"Code\":\"Forb\\\"",
        "{\"Code\":\"\\u00",
        "{\"Code\":\"A\"",
        "{\"Code\":\"A\" ",
        "{\"Code\":\"A\",",
        "{\"Code\":\"A\", ",
        "{\"Code\":\"A\",\"",
        "{\"a\":-",
        "{\"a\":1",
        "{\"a\":0",
        "{\"a\":1 ",
        "{\"a\":1.",
        "{\"a\":1.5",
        "{\"a\":1e",
        "{\"a\":1e+",
        "{\"a\":1e+1",
        "{\"a\":t",
        "{\"a\":tru",
        "{\"a\":true",
        "{\"a\":fals",
        "{\"a\":nul",
        "{\"a\":null",
        "{\"a\":[",
        "{\"a\":[1",
        "{\"a\":[1,",
        "{\"a\":[\"",
        "{\"a\":[]",
        "{\"a\":[1]",
        "{\"a\":{",
        "{\"a\":{\"b",
        "{\"a\":{\"b\"",
        "{\"a\":{\"b\":",
        "{\"a\":{\"b\":1",
        "{\"a\":{\"b\":1,",
        "{\"a\":{}",
        "{\"a\":{\"b\":[{}]}",
        "\u{feff}{\"Code\":\"A\"",
    ] {
        refuses_cut_off(body.as_bytes());
    }
    // In the middle of a character.
    refuses_cut_off(b"{\"Code\":\"\xe4\xb8");
}

#[test]
fn cut_off_xml() {
    for body in [
        "<",
        " <",
        "<E",
        "<Error",
        "<Error ",
        "<Error/",
        "<Error a",
        "<Error a ",
        "<Error a=",
        "<Error a='",
        "<Error a='b",
        "<Error a='b'",
        "<Error a='b' ",
        "<Error a=\"b'",
        "<Error>",
        "<Error> ",
        "<Error>text",
        "<Error><",
        "<Error><Code",
        "<Error><Code>",
        "<Error><Code>A",
        "<Error><Code>A<",
        "<Error><Code>A</",
        "<Error><Code>A</C",
        "<Error><Code>A</Code",
        "<Error><Code>A</Code ",
        "<Error><Code>A</Code>",
        "<Error><Code/",
        "<Error><Code/>",
        "<Error><Code>A</Code></",
        "<Error><Code>A</Code></Error",
        "<Error><!",
        "<Error><!-",
        "<Error><!--",
        "<Error><!-- a",
        "<Error><!-- a -",
        "<Error><!-- a --",
        "<Error><!-- a -->",
        "<Error><![",
        "<Error><![CDA",
        "<Error><![CDATA[",
        "<Error><![CDATA[</Error>",
        "<Error><![CDATA[a]]",
        "<Error><?",
        "<Error><?a ?",
        "<Error><?a ?>",
        "<?",
        "<?xml",
        "<?xml version='1.0'",
        "<?xml version='1.0'?",
        "<?xml version='1.0'?>",
        "<?xml version='1.0'?>\n",
        "<!",
        "<!-",
        "<!--",
        "<!-- a -->",
        "<!D",
        "<!DOCTYP",
        "<Error/><!--",
        "<Error/><?",
        "<Error/><!",
    ] {
        refuses_cut_off(body.as_bytes());
    }
}

#[test]
fn broken_json() {
    for (body, index) in [
        ("{]", 1),
        ("{,}", 1),
        ("{,\"a\":1}", 1),
        ("{:1}", 1),
        ("{a:1}", 1),
        ("{'a':1}", 1),
        ("{1:1}", 1),
        ("{null:1}", 1),
        ("{{}:1}", 1),
        ("{\"a\"}", 4),
        ("{\"a\",}", 4),
        ("{\"a\" \"b\"}", 5),
        ("{\"a\"=1}", 4),
        ("{\"a\"::1}", 5),
        ("{\"a\":}", 5),
        ("{\"a\":,}", 5),
        ("{\"a\": ]", 6),
        // Commas.
        ("{\"a\":1,}", 7),
        ("{\"a\":1 ,\n}", 9),
        ("{\"a\":1,,\"b\":2}", 7),
        ("{\"a\":1 \"b\":2}", 7),
        ("{\"a\":\"1\" \"b\":2}", 9),
        ("{\"a\":{} \"b\":2}", 8),
        ("{\"a\":[] \"b\":2}", 8),
        ("{\"a\":1;\"b\":2}", 6),
        ("{\"a\":\"1\",}", 9),
        ("{\"a\":\"1\",1}", 9),
        ("{\"a\":\"1\",,}", 9),
        ("{\"a\":[1,]}", 8),
        ("{\"a\":[,1]}", 6),
        ("{\"a\":[1,,2]}", 8),
        ("{\"a\":[1 2]}", 8),
        ("{\"a\":[[] []]}", 9),
        ("{\"a\":{\"b\":1,}}", 12),
        ("{\"a\":{\"b\":1 \"c\":2}}", 12),
        ("{\"a\":{,}}", 6),
        // Brackets.
        ("{\"a\":1]", 6),
        ("{\"a\":\"1\"]", 8),
        ("{\"a\":[1}", 7),
        ("{\"a\":[}", 6),
        ("{\"a\":{]}", 6),
        ("{\"a\":{\"b\":1]}", 11),
        ("{\"a\":[{]}]}", 7),
        ("{\"a\":[{\"b\":[}]}]}", 12),
        // What stands for no value.
        ("{\"a\":tru}", 8),
        ("{\"a\":truE}", 8),
        ("{\"a\":truee}", 9),
        ("{\"a\":True}", 5),
        ("{\"a\":falsy}", 9),
        ("{\"a\":nil}", 6),
        ("{\"a\":nulll}", 9),
        ("{\"a\":NULL}", 5),
        ("{\"a\":none}", 6),
        ("{\"a\":NaN}", 5),
        ("{\"a\":Infinity}", 5),
        ("{\"a\":-Infinity}", 6),
        ("{\"a\":undefined}", 5),
        ("{\"a\":b}", 5),
        ("{\"a\":'b'}", 5),
        ("{\"a\":01}", 6),
        ("{\"a\":-01}", 7),
        ("{\"a\":00}", 6),
        ("{\"a\":+1}", 5),
        ("{\"a\":.5}", 5),
        ("{\"a\":1.}", 7),
        ("{\"a\":1.e1}", 7),
        ("{\"a\":1e}", 7),
        ("{\"a\":1e+}", 8),
        ("{\"a\":1e1.5}", 8),
        ("{\"a\":1.5.5}", 8),
        ("{\"a\":-}", 6),
        ("{\"a\":--1}", 6),
        ("{\"a\":0x1}", 6),
        ("{\"a\":1_000}", 6),
        ("{\"a\":1L}", 6),
        ("{\"a\":1 2}", 7),
        ("{\"a\":12\"b\"}", 7),
        ("{\"a\":\"b\"c}", 8),
        ("{\"a\":\"b\"\"c\"}", 8),
        ("{\"a\":[tru]}", 9),
        ("{\"a\":[1.]}", 8),
        // Comments, and characters that are no white space.
        ("{/**/}", 1),
        ("{\"a\":/**/1}", 5),
        ("{\"a\":1//\n}", 6),
        ("{\"a\":1,#\n}", 7),
        ("{\0}", 1),
        ("{\u{b}}", 1),
        ("{\"a\":\0}", 5),
        ("{\"a\":\u{c}1}", 5),
        ("{\"a\":1\u{7f}}", 6),
        ("{\"a\"\u{1}:1}", 4),
        ("{\u{a0}}", 1),
        ("{\u{feff}}", 1),
        ("{“a”:1}", 1),
        ("{\"a\":“b”}", 5),
    ] {
        refuses_byte(body.as_bytes(), index);
        // In a member that is read it is as wrong.
        if let Some(value) = body.strip_prefix("{\"a\"") {
            refuses_byte(format!("{{\"Code\"{value}").as_bytes(), index + 3);
            refuses_byte(format!("{{\"CustomerGatewayId\"{value}").as_bytes(), index + 16);
        }
        // So it is behind an answer that was complete until then.
        if let Some(rest) = body.strip_prefix("{\"") {
            let before = "{\"CustomerGatewayId\":\"cgw-1\",\"Code\":\"A\",\"";
            refuses_byte(format!("{before}{rest}").as_bytes(), index + before.len() - 2);
        }
    }
    refuses_byte(b"{\xff}", 1);
    refuses_byte(b"{\"a\":\xff}", 5);
    refuses_byte(b"{\"a\":1\x80}", 6);
    refuses_byte(b"{\"a\":[1,\xc0\xaf]}", 8);
    // UTF-16.
    refuses_byte(b"{\0\"\0a\0\"\0", 1);
}

#[test]
fn broken_xml() {
    for (body, index) in [
        ("<>", 1),
        ("< a/>", 1),
        ("<1/>", 1),
        ("<-a/>", 1),
        ("<</a>", 1),
        ("</a>", 1),
        ("<a b/>", 4),
        ("<a b>", 4),
        ("<a b c='d'/>", 5),
        ("<a b=c/>", 5),
        ("<a b=/>", 5),
        ("<a ='b'/>", 3),
        ("<a 'b'/>", 3),
        ("<a b='c'd='e'/>", 8),
        ("<a b='<'/>", 6),
        ("<a b=\"c<d\"/>", 7),
        ("<a/ >", 3),
        ("<a//>", 3),
        ("<a,b/>", 2),
        ("<a<b/>", 2),
        ("<a\0/>", 2),
        ("<a><></a>", 4),
        ("<a>1 < 2</a>", 6),
        ("<a></ a>", 5),
        ("<a></>", 5),
        ("<a></a b>", 7),
        ("<a></a/>", 6),
        ("<a></a<b/>", 6),
        ("<a><!-- -- --></a>", 10),
        ("<a><!----></a><!-- --- -->", 21),
        ("<a><!- a --></a>", 6),
        ("<a><![cdata[x]]></a>", 6),
        ("<a><![CDATA x]]></a>", 11),
        ("<a><!ENTITY b 'c'></a>", 5),
        ("<!ENTITY b 'c'><a/>", 2),
        ("<!ELEMENT a EMPTY><a/>", 2),
        ("<!DOCTYPEhtml>", 2),
        ("<!DOCa>", 2),
        ("<![CDATA[a]]><a/>", 2),
        ("<!>", 2),
        ("<?xml version='1.0'?>text", 21),
        ("<?xml version='1.0'?>{\"Code\":\"A\"}", 21),
        ("<!-- a -->]", 10),
    ] {
        refuses_byte(body.as_bytes(), index);
        if body.starts_with("<a>") && !body.ends_with("-->") {
            refuses_byte(format!("<R><Code>{body}</Code></R>").as_bytes(), index + 9);
            refuses_byte(
                format!("<R><CustomerGatewayId>1</CustomerGatewayId>{body}</R>").as_bytes(),
                index + 43,
            );
        }
    }
    refuses_byte(b"<a \x01>", 3);
}

#[test]
fn end_tags_of_other_elements() {
    for (body, index) in [
        ("<Error><Code>Forbidden</Message></Error>", 24),
        ("<a></b>", 5),
        ("<a></A>", 5),
        ("<a></ab>", 5),
        ("<ab></a>", 6),
        ("<a><b></a></b>", 8),
        ("<a><b></a>", 8),
        ("<a><b/></b></a>", 9),
        ("<a><b></b></b>", 12),
        ("<n:a></a>", 7),
    ] {
        refuses(
            body.as_bytes(),
            BodyError::MismatchedTag { index },
            &format!("the end tag at byte {index} of the body is not that of the element{AGAIN}"),
        );
    }
    // A name that could go on may still become the right one.
    refuses_cut_off(b"<a></b");
}

#[test]
fn document_types() {
    for (body, index) in [
        ("<!DOCTYPE Error><Error/>", 0),
        ("<!doctype Error><Error/>", 0),
        (" \n<!DOCTYPE Error SYSTEM 'file:///etc/passwd'><Error/>", 2),
        ("<?xml version=\"1.0\"?><!DOCTYPE Error [<!ENTITY a \"b\">]><Error>&a;</Error>", 21),
        ("<!-- a --><!DOCTYPE Error><Error/>", 10),
        ("<!DOCTYPE htmlx>", 0),
        ("<!DOCTYPE>", 0),
        ("<!DOCTYPE [", 0),
        ("<Error><!DOCTYPE Error></Error>", 7),
        ("<Error/><!DOCTYPE Error>", 8),
        (
            "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;&b;\">\
             <!ENTITY d \"&c;&c;&c;&c;\">]><Error><Code>&d;</Code></Error>",
            0,
        ),
    ] {
        refuses(
            body.as_bytes(),
            BodyError::Doctype { index },
            &format!(
                "the body declares a document type at byte {index}, as the service never does{AGAIN}"
            ),
        );
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

/// Runs a test on a stack that has no room for a level of nesting in each byte of a body.
fn on_a_small_stack(test: fn()) {
    std::thread::Builder::new().stack_size(128 * 1024).spawn(test).unwrap().join().unwrap();
}

const DEEP: usize = 100_000;
const MAX: usize = Response::MAX_DEPTH;

fn refuses_depth(body: &str, index: usize) {
    refuses_shortly(
        body,
        BodyError::TooDeep { index },
        &format!("the body is nested deeper than 128 levels at byte {index}{AGAIN}"),
    );
}

/// As `refuses`, without a message of the size of the body.
fn refuses_shortly(body: &str, error: BodyError, sentence: &str) {
    for status in [200, 400] {
        let refused = Response::decode(status, body.as_bytes()).unwrap_err();
        assert_eq!(refused, error);
        assert_eq!(refused.to_string(), sentence);
    }
}

#[test]
fn json_nested_without_end() {
    on_a_small_stack(|| {
        let brackets = "[".repeat(DEEP);
        let closed = format!("{brackets}{}", "]".repeat(DEEP));
        let objects = "{\"a\":".repeat(DEEP);
        let closed_objects = format!("{objects}0{}", "}".repeat(DEEP));
        let mixed = "{\"a\":[".repeat(DEEP);
        let closed_mixed = format!("{mixed}{}", "]}".repeat(DEEP));
        for body in [&objects, &closed_objects] {
            refuses_depth(body, MAX * 5);
            refuses_depth(&format!("{{\"Name\":{body}"), 8 + (MAX - 1) * 5);
            refuses_depth(&format!("{{\"x\":{body}}}"), 5 + (MAX - 1) * 5);
        }
        for body in [&mixed, &closed_mixed] {
            refuses_depth(body, MAX / 2 * 6);
            refuses_depth(&format!("{{\"x\":{body}}}"), 5 + (MAX / 2 - 1) * 6 + 5);
        }
        for body in [&brackets, &closed] {
            refuses_depth(&format!("{{\"x\":{body}"), 5 + MAX - 1);
            refuses_depth(&format!("{{\"Code\":{body}}}"), 8 + MAX - 1);
            refuses_depth(
                &format!("{{\"CustomerGatewayId\":\"cgw-1\",\"x\":{body}}}"),
                33 + MAX - 1,
            );
            refuses_shortly(
                body,
                BodyError::NotAnAnswer { byte: b'[', index: 0 },
                "the body starts with '[' at byte 0, not with '{' or '<': it is no answer of the \
                 service, so look for a proxy or a load balancer in between",
            );
        }
    });
}

#[test]
fn xml_nested_without_end() {
    on_a_small_stack(|| {
        let elements = "<a>".repeat(DEEP);
        let closed = format!("{elements}{}", "</a>".repeat(DEEP));
        let attributes = "<a b='c'>".repeat(DEEP);
        for body in [&elements, &closed] {
            refuses_depth(body, MAX * 3);
            refuses_depth(&format!("<R><x>{body}</x></R>"), 6 + (MAX - 2) * 3);
            refuses_depth(&format!("<R><Code>{body}</Code></R>"), 9 + (MAX - 2) * 3);
        }
        refuses_depth(&attributes, MAX * 9);
    });
}

#[test]
fn the_deepest_body_that_is_read() {
    assert_eq!(Response::MAX_DEPTH, 128);
    on_a_small_stack(|| {
        for (open, value, close) in [
            ("[", "", "]"),
            ("[", "0", "]"),
            ("[0,", "\"\\\"\"", ",0]"),
            ("{\"a\":", "0", "}"),
            ("{\"a\":{},\"b\":", "null", ",\"c\":[]}"),
        ] {
            // The outermost level is the answer itself. An empty array is a level as well.
            let body = |levels: usize| {
                let inner = levels - 1;
                let (open, close) = (open.repeat(inner), close.repeat(inner));
                format!("{{\"x\":{open}{value}{close},\"Code\":\"A\"}}")
            };
            if open.contains("{}") {
                reads(body(Response::MAX_DEPTH - 1).as_bytes());
                // The empty object beside the next level is the level that is one too many.
                refuses_depth(&body(Response::MAX_DEPTH), 5 + open.len() * (MAX - 2) + 5);
            } else {
                reads(body(Response::MAX_DEPTH).as_bytes());
                refuses_depth(&body(Response::MAX_DEPTH + 1), 5 + open.len() * (MAX - 1));
            }
        }
        for leaf in ["", "text", "<![CDATA[<b>]]>", "<!-- <b> -->"] {
            let body = |levels: usize| {
                let inner = levels - 1;
                let (open, close) = ("<a>".repeat(inner), "</a>".repeat(inner));
                format!("<R>{open}{leaf}{close}<Code>A</Code></R>")
            };
            reads(body(Response::MAX_DEPTH).as_bytes());
            refuses_depth(&body(Response::MAX_DEPTH + 1), 3 + (MAX - 1) * 3);
        }
        // An empty element is a level as well.
        let (open, close) = ("<a>".repeat(MAX - 2), "</a>".repeat(MAX - 2));
        reads(format!("<R>{open}<b/>{close}</R>").as_bytes());
        refuses_depth(&format!("<R>{open}<a><b/></a>{close}</R>"), 3 + (MAX - 1) * 3);
    });
}

#[test]
fn levels_side_by_side_are_not_deep() {
    let arrays = "[[[]]],".repeat(1000);
    reads(format!("{{\"x\":[{arrays}0],\"Code\":\"A\"}}").as_bytes());
    let elements = "<a><b><c/></b></a>".repeat(1000);
    reads(format!("<R>{elements}<Code>A</Code></R>").as_bytes());
}

#[test]
fn long_bodies_take_no_time_that_grows_faster_than_they_do() {
    // 200,000 of anything that could make a reader start again at each.
    for part in ["\\\\", "\\\"", "&", "]]", "<", "\\u0041"] {
        let text = part.repeat(200_000);
        let body = format!("{{\"x\":\"{text}\",\"Code\":\"A\",\"Message\":\"{text}\"}}");
        reads(body.as_bytes());
    }
    for part in ["]", "]]>&#65;<![CDATA[", "&amp;"] {
        let text = part.repeat(100_000);
        let text = format!("<![CDATA[{text}]]>");
        reads(format!("<R><x>{text}</x><Code>A</Code><Message>{text}</Message></R>").as_bytes());
    }
    let members: Vec<_> = (0..20_000).map(|number| format!("\"m{number}\":[{number}]")).collect();
    reads(format!("{{{},\"Code\":\"A\"}}", members.join(",")).as_bytes());
}

#[test]
fn broken_texts_are_refused_alone_as_well() {
    for raw in ["&", "&;", "&#", "<", "]]>", "&#xD800;", "\0"] {
        assert!(Text::from_xml(raw).is_err(), "{raw:?}");
    }
    for raw in ["\\", "\\u", "\\ud800", "\"", "\n", "\0"] {
        assert!(Text::from_json(raw).is_err(), "{raw:?}");
    }
}
