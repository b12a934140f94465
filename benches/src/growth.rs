//! Inputs of doubling sizes, hostile ones among them: cost has to grow in step with the work.

use std::hint::black_box;

use aliyun_customer_gateway::http1::Reader;
use aliyun_customer_gateway::query::{Pairs, Query};
use aliyun_customer_gateway::{Created, Description, Encode as _, Name, Response, Retry};

use crate::job::Case;

/// Inputs of one kind.
pub struct Shape {
    pub name: &'static str,
    /// The least size; each next one is twice as large.
    pub sizes: [usize; 7],
    make: Box<dyn Fn(usize) -> Case>,
    accepted: bool,
}

/// No doubling may cost more than this many times as much.
pub const MOST: f64 = 2.2;

impl Shape {
    fn new(
        name: &'static str,
        least: usize,
        accepted: bool,
        make: impl Fn(usize) -> Case + 'static,
    ) -> Self {
        let sizes = std::array::from_fn(|doublings| least << doublings);
        Self { name, sizes, make: Box::new(make), accepted }
    }

    pub fn case(&self, size: usize) -> Case {
        (self.make)(size)
    }

    /// Asserts that the inputs are what they are meant to be.
    pub fn check(&mut self) {
        for size in self.sizes {
            assert_eq!(
                self.case(size).result(),
                self.accepted.to_string(),
                "{}, {size}",
                self.name
            );
        }
    }
}

fn verdict(accepted: bool, _: &[u8]) -> String {
    accepted.to_string()
}

/// The size of the smallest body, in bytes.
const LEAST: usize = 1024;

/// A body that a part is repeated in.
fn body(name: &'static str, [start, part, end]: [&str; 3], accepted: bool) -> Shape {
    let [start, part, end] = [start, part, end].map(String::from);
    Shape::new(name, LEAST, accepted, move |size| {
        // The least count first, so that a doubled size is a doubled count.
        let repeated = part.repeat(LEAST.div_ceil(part.len()) * (size / LEAST));
        let body: &'static str = format!("{start}{repeated}{end}").leak();
        Case::this(
            name,
            move |_| Response::<Created>::decode(403, black_box(body).as_bytes()).is_ok(),
            verdict,
        )
    })
}

/// The code of a failure, in which a part is repeated, and what to do about it.
fn advice(name: &'static str, part: &'static str) -> Shape {
    Shape::new(name, LEAST, true, move |size| {
        let code: &'static str = part.repeat(LEAST.div_ceil(part.len()) * (size / LEAST)).leak();
        let work = move |_: &mut [u8]| Retry::of(400, black_box(Some(code)), None) == Retry::Never;
        Case::this(name, work, verdict)
    })
}

/// As a socket may hand them over. Beyond 8 KiB the C library copies in another way, which counts as more
/// instructions.
const PIECE: usize = 4096;

/// A stream of HTTP/1.1 that comes in pieces, with a part that is repeated.
fn http1(name: &'static str, [start, part, end]: [&str; 3], piece: usize) -> Shape {
    let [start, part, end] = [start, part, end].map(String::from);
    Shape::new(name, LEAST, true, move |size| {
        let repeated = part.repeat(LEAST.div_ceil(part.len()) * (size / LEAST));
        let stream: &'static str = format!("{start}{repeated}{end}").leak();
        let mut buf = vec![0; stream.len() + 1];
        let work = move |_: &mut [u8]| {
            let mut reader = Reader::new(&mut buf);
            for piece in black_box(stream).as_bytes().chunks(piece) {
                reader.spare()[..piece.len()].copy_from_slice(piece);
                reader.filled(piece.len());
            }
            reader.end();
            reader.finish().is_ok_and(|response| response.is_whole())
        };
        Case::this(name, work, verdict)
    })
}

fn query(name: &'static str, description: &'static str) -> Shape {
    // Beyond 8 KiB the C library copies in another way, which counts as more instructions.
    Shape::new(name, 128, true, move |size| {
        let description: &'static str = description.repeat(size / description.len()).leak();
        let mut buf = vec![0; size * 4 + 64];
        let work = move |_: &mut [u8]| {
            let pairs = [("Action", "CreateCustomerGateway"), ("Description", description)];
            Query::new(Pairs::new(black_box(&pairs)).unwrap()).encode(&mut buf).is_ok()
        };
        Case::this(name, work, verdict)
    })
}

pub fn shapes() -> Vec<Shape> {
    // One level is that of the answer itself.
    let levels = Response::MAX_DEPTH - 1;
    let arrays = format!(r#","a":{}{}"#, "[".repeat(levels), "]".repeat(levels));
    let objects = format!(r#","a":{}1{}"#, r#"{"a":"#.repeat(levels), "}".repeat(levels));
    let elements = format!("{}{}", "<a>".repeat(levels), "</a>".repeat(levels));
    let json_text = |name, part| body(name, [r#"{"Message":""#, part, r#""}"#], true);
    let json_member = |name, part| body(name, [r#"{"Code":"A""#, part, "}"], true);
    let xml_text = |name, part| body(name, ["<Error><Message>", part, "</Message></Error>"], true);
    let xml_member = |name, part| body(name, ["<Error><Code>A</Code>", part, "</Error>"], true);
    let ok = "HTTP/1.1 200 OK\r\n\r\n";
    let headers = ["HTTP/1.1 200 OK\r\n", "a: b\r\n", "\r\n"];
    let long = |part| ["HTTP/1.1 200 OK\r\na: ", part, "\r\n\r\n"];
    let chunks =
        ["HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\na\r\n", "0\r\n\r\n"];
    vec![
        Shape::new("query, description from 16 bytes on", 16, true, |size| {
            query("", "Branch, 2nd flr ").case(size)
        }),
        query("query, Chinese description", "上海"),
        query("query, plain description", "a"),
        Shape::new("query, parameters", 16, true, |count| {
            let names: &'static [String] =
                (0..count).map(|n| format!("Tag.{n:05}")).collect::<Vec<_>>().leak();
            let pairs: Vec<_> = names.iter().map(|name| (name.as_str(), "value")).collect();
            let mut buf = vec![0; count * 16];
            let work = move |_: &mut [u8]| {
                Query::new(Pairs::new(black_box(&pairs)).unwrap()).encode(&mut buf).is_ok()
            };
            Case::this("", work, verdict)
        }),
        Shape::new("name, far too long", 256, false, |size| {
            let name: &'static str = "a".repeat(size).leak();
            Case::this("", move |_| Name::new(black_box(name)).is_ok(), verdict)
        }),
        Shape::new("description, far too long", 512, false, |size| {
            let description: &'static str = "a".repeat(size).leak();
            Case::this("", move |_| Description::new(black_box(description)).is_ok(), verdict)
        }),
        json_text("JSON, plain text", "text "),
        json_text("JSON, escapes", r"\n"),
        json_text("JSON, escaped quotes", r#"\""#),
        json_text("JSON, escaped backslashes", r"\\"),
        json_text("JSON, surrogate pairs", r"\ud83c\udfe2"),
        json_member("JSON, unknown members", r#","a":1"#),
        json_member("JSON, unknown texts", r#","":"""#),
        json_member("JSON, unknown names with escapes", r#","\u0041":"""#),
        json_member("JSON, arrays at the depth limit", &arrays),
        json_member("JSON, objects at the depth limit", &objects),
        body("JSON, one wide array", [r#"{"Code":"A","a":[1"#, ",1", "]}"], true),
        body("JSON, spaces", [r#"{"Code":"#, " ", r#""A"}"#], true),
        body("JSON, a member again and again", [r#"{"Code":"A""#, r#","Code":"A""#, "}"], true),
        body("JSON, cut off in a text", [r#"{"Message":""#, "a", ""], false),
        body("JSON, cut off in escapes", [r#"{"Message":""#, r"\\", ""], false),
        body("JSON, too much behind it", [r#"{"Code":"A"}"#, " ", "a"], true),
        body("JSON, broken after many members", [r#"{"Code":"A""#, r#","a":1"#, "]"], true),
        xml_text("XML, plain text", "text "),
        xml_text("XML, references", "&amp;"),
        xml_text("XML, quotes", "\"'"),
        xml_text("XML, brackets", "]"),
        xml_text("XML, CDATA sections", "<![CDATA[a]]>"),
        xml_text("XML, comments in a text", "<!--a-->"),
        xml_text("XML, line ends", "\r\n"),
        body("XML, one long reference", ["<Error><Code>&#", "0", "65;</Code></Error>"], true),
        body("XML, a reference without an end", ["<Error><Code>&", "a", "</Code></Error>"], false),
        xml_member("XML, unknown members", "<a>1</a>"),
        xml_member("XML, empty members", "<a/>"),
        xml_member("XML, elements at the depth limit", &elements),
        body("XML, attributes", ["<Error", " a='1'", "><Code>A</Code></Error>"], true),
        body("XML, one long comment", ["<!--", "- ", "--><Error><Code>A</Code></Error>"], true),
        body(
            "XML, one long CDATA section",
            ["<Error><Code><![CDATA[", "]", "]]></Code></Error>"],
            true,
        ),
        body("XML, a long name", ["<", "a", "></b>"], false),
        body("XML, a member again and again", ["<Error>", "<Code>A</Code>", "</Error>"], true),
        body("XML, cut off in a comment", ["<!--", "- ", ""], false),
        advice("advice, dots in a code", "."),
        advice("advice, words that break off", "Throttlin_"),
        http1("HTTP/1.1, headers", headers, PIECE),
        http1("HTTP/1.1, headers byte by byte", headers, 1),
        http1("HTTP/1.1, one long header", long("a"), PIECE),
        http1("HTTP/1.1, one folded header", long("\r\n a"), PIECE),
        http1("HTTP/1.1, a body byte by byte", [ok, "a", ""], 1),
        http1("HTTP/1.1, chunks of one byte", chunks, PIECE),
        http1("HTTP/1.1, chunks byte by byte", chunks, 1),
    ]
}
