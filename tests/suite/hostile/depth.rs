//! Bodies nested deep, side by side, or long.

use aliyun_customer_gateway::response::{Fault, NotAResponse};
use aliyun_customer_gateway::{Created, Response};

use super::{reads, refuses};

/// Runs a test on a stack that has no room for a level of nesting in each byte of a body.
fn on_a_small_stack(test: fn()) {
    std::thread::Builder::new().stack_size(128 * 1024).spawn(test).unwrap().join().unwrap();
}

const DEEP: usize = 100_000;

const MAX: usize = Response::MAX_DEPTH;

/// As `breaks`, without what takes much of a stack itself.
fn refuses_depth(body: &str, index: usize) {
    for status in [200, 400] {
        let fault = match Response::<Created>::decode(status, body.as_bytes()) {
            Ok(Response::Success(created)) => created.damage().unwrap().fault(),
            Ok(Response::Failed(failed)) => failed.damage().unwrap().fault(),
            Err(error) => match error.kind() {
                NotAResponse::Broken(fault) | NotAResponse::NoMember { fault: Some(fault) } => {
                    fault
                }
                other => panic!("{other:?}"),
            },
        };
        assert_eq!(fault, Fault::TooDeep { index });
        let sentence = format!("the body is nested deeper than 128 levels at byte {index}");
        assert_eq!(fault.to_string(), sentence);
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
            refuses(
                body.as_bytes(),
                NotAResponse::Foreign { byte: b'[', index: 0 },
                "the body starts with '[' at byte 0, not with '{' or '<': it is not a response of \
                 the service, so look for a proxy or a load balancer in between",
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
        reads(format!("<R>{open}<b/>{close}<Code>A</Code></R>").as_bytes());
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
