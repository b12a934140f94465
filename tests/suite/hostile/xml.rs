//! XML that is cut off or broken, and document types.

use aliyun_customer_gateway::response::Fault;

use super::{breaks, breaks_at, breaks_off};

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
        breaks_off(body.as_bytes());
    }
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
        ("<?xml& version='1.0'?><a/>", 5),
        ("<a><?p,?></a>", 6),
        ("<a><?p?q?></a>", 7),
        ("<a><?xml version='1.0'?></a>", 5),
        ("<a/><?xml ?>", 6),
        (" <!-- --><?xml version='1.0'?><a/>", 11),
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
        breaks_at(body.as_bytes(), index);
        if body.starts_with("<a>") && !body.ends_with("-->") {
            breaks_at(format!("<R><Code>{body}</Code></R>").as_bytes(), index + 9);
            breaks_at(
                format!("<R><CustomerGatewayId>1</CustomerGatewayId>{body}</R>").as_bytes(),
                index + 43,
            );
        }
    }
    breaks_at(b"<a \x01>", 3);
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
        breaks(
            body.as_bytes(),
            Fault::MismatchedTag { index },
            &format!("the end tag at byte {index} of the body is not that of the element"),
        );
    }
    // A name that could go on may still become the right one.
    breaks_off(b"<a></b");
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
        breaks(
            body.as_bytes(),
            Fault::Doctype { index },
            &format!(
                "the body declares a document type at byte {index}, as the service never does"
            ),
        );
    }
}
