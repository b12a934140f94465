//! Bodies in XML.

use aliyun_customer_gateway::escaped::EscapedStr;

use super::response::{self, of_text};
use super::call;
use crate::input::{bodies, texts};

calls! {
    fn decode(scratch) {
        response::decode(scratch, bodies![
            (200, include_bytes!("../../../vectors/bodies/created-contract.xml")),
            (400, include_bytes!("../../../vectors/bodies/failed-already-exist.xml")),
            (400, include_bytes!("../../../vectors/bodies/failed-escaped.xml")),
            (503, include_bytes!("../../../vectors/bodies/not-a-response.html")),
            (400, b"<E a='1' b = \"2\"><!-- c --><?p?><Code><![CDATA[A]]>&#66;</Code><a/></E >"),
            (400, b"<E><Code>Forb"),
            (400, b"<E><Code>A</Message></E>"),
            (400, b"<E><Code>A</Code><Code>B</Code></E>"),
            (400, b"<E><Code>&nbsp;</Code></E>"),
            (400, b"<E><Code>\xff</Code></E>"),
            (400, b"<E><Code>A</Code></E> B"),
            (400, b"<!DOCTYPE E [<!ENTITY a \"b\">]><E/>"),
            (400, b"<a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a>"),
            (400, b"<a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a></a></a></a></a></a></a></a>\
                </a></a></a></a></a></a></a></a></a>"),
        ]);
    }

    #[cfg(feature = "everything")]
    fn text_from_xml(scratch) {
        for &text in texts!["a", "&#x4e0a;&amp;", "<![CDATA[<]]>\r\n", "&nbsp;", "&#xd83c;", "]]>"] {
            if let Ok(text) = call(EscapedStr::from_xml, text) {
                of_text(scratch, text);
            }
        }
    }
}
