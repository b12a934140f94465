//! Texts that are still escaped.

use aliyun_customer_gateway::Encode as _;
use aliyun_customer_gateway::escaped::{EscapeFault, EscapedStr, Escaping};

use crate::body::failed;

/// The parts of a text make the same text, also where white space was cut off inside a CDATA section.
#[test]
fn parts_make_the_text_again() {
    let code = failed(400, b"<E><Code><![CDATA[ A&B ]]></Code></E>").code().unwrap();
    for (text, escaping) in [
        (EscapedStr::plain("a\\b"), Escaping::Plain),
        (EscapedStr::from_json(r"a\\b").unwrap(), Escaping::Json),
        (EscapedStr::from_xml("a&amp;b").unwrap(), Escaping::Xml),
        (code, Escaping::Cdata),
    ] {
        assert_eq!(text.escaping(), escaping);
        let again = EscapedStr::new(text.as_raw(), escaping);
        assert_eq!(again, Ok(text));
        assert_eq!(again.unwrap().escaping(), escaping);
    }
    for (raw, escaping, fault, index) in [
        (r"a\q", Escaping::Json, EscapeFault::BrokenEscape, 1),
        ("a&nbsp;", Escaping::Xml, EscapeFault::BrokenEscape, 1),
        ("a]]>b<", Escaping::Cdata, EscapeFault::Forbidden, 5),
    ] {
        let error = EscapedStr::new(raw, escaping).unwrap_err();
        assert_eq!((error.fault(), error.index()), (fault, index), "{raw}");
    }
}

#[test]
fn texts() {
    for (text, plain) in [
        (EscapedStr::plain("ab上"), true),
        (EscapedStr::from_json("ab上").unwrap(), true),
        (EscapedStr::from_xml("ab上").unwrap(), true),
        (EscapedStr::from_json(r"\u0061b\u4e0a").unwrap(), false),
        (EscapedStr::from_xml("a<![CDATA[b]]>&#x4e0a;").unwrap(), false),
    ] {
        assert_eq!(text.as_plain(), plain.then_some("ab上"));
        assert_eq!(text.to_string(), "ab上");
        assert_eq!(format!("{text:?}"), "\"ab上\"");
        assert_eq!(text.chars().collect::<String>(), "ab上");
        assert_eq!(format!("{:?}", text.chars()), "['a', 'b', '上']");
        assert_eq!(text, "ab上");
        assert_eq!(text, *"ab上");
        assert_eq!(text, EscapedStr::plain("ab上"));
        assert_ne!(text, "ab");
        assert_ne!(text, *"ab");
        assert_ne!(text, "ab上!");
        assert_eq!(text.encoded_len(), 5);
        assert!(!text.is_empty());
        for part in ["", "a", "b", "上", "ab", "b上", "ab上"] {
            assert!(text.contains(part), "{part}");
        }
        for part in ["ba", "a上", "ab上!", "海", r"\u"] {
            assert!(!text.contains(part), "{part}");
        }

        let mut buf = [0xa5; 8];
        assert_eq!(text.encode(&mut buf).unwrap(), "ab上");
        assert_eq!(buf[5..], [0xa5; 3]);
        assert_eq!(text.encode(&mut [0xa5; 5]).unwrap(), "ab上");
        for len in 0..5 {
            assert_eq!(text.encode(&mut vec![0xa5; len]).unwrap_err().needed(), 5);
        }
        assert_eq!(text.to_heapless::<5>().unwrap(), "ab上");
        assert_eq!(text.to_heapless::<4>().unwrap_err().needed(), 5);
        assert_eq!(text.to_heapless::<0>().unwrap_err().needed(), 5);
    }
    // Found across the border of an escape and after a false start.
    assert!(EscapedStr::from_json(r"aa\u0061b").unwrap().contains("aab"));
    for empty in [
        EscapedStr::plain(""),
        EscapedStr::from_xml("<!-- a -->").unwrap(),
        EscapedStr::from_json("").unwrap(),
    ] {
        assert!(empty.is_empty());
        assert_eq!(empty.encoded_len(), 0);
        assert_eq!(empty, "");
        assert!(empty.contains("") && !empty.contains("a"));
    }
    let text = EscapedStr::from_json(r#"\"\n\u0000"#).unwrap();
    assert_eq!(format!("{text:?}"), r#""\"\n\0""#);
    assert_eq!(format!("{:>4}", EscapedStr::plain("ab")), "  ab");
}

#[test]
fn texts_that_are_refused() {
    use EscapeFault::{BrokenEscape, Forbidden, LoneSurrogate};

    let json = [
        (r"\q", BrokenEscape, 0),
        (r"ab\", BrokenEscape, 2),
        (r"上\u12", BrokenEscape, 3),
        (r"\u+041", BrokenEscape, 0),
        (r"\n\ud83c", LoneSurrogate, 2),
        (r"\udfe2", LoneSurrogate, 0),
        ("a\"b", Forbidden, 1),
        ("\u{1}", Forbidden, 0),
    ];
    let xml = [
        ("&nbsp;", BrokenEscape, 0),
        ("a&amp", BrokenEscape, 1),
        ("&lt;&#;", BrokenEscape, 4),
        ("&#xDFE2;", LoneSurrogate, 0),
        // It does not wrap to `A`.
        ("&#x100000041;", Forbidden, 0),
        ("&#4294967361;", Forbidden, 0),
        ("&#x1000000000000000000000041;", Forbidden, 0),
        ("上&#0;", Forbidden, 3),
        // Beyond the last character, and beyond 32 bits, where the number must not wrap to `A`.
        ("&#x110000;", Forbidden, 0),
        ("&#x100000041;", Forbidden, 0),
        ("&#4294967361;", Forbidden, 0),
        ("a<b>", Forbidden, 1),
        ("a]]>", Forbidden, 1),
        ("a\0", Forbidden, 1),
        ("<![CDATA[a", Forbidden, 10),
        ("a<!-- b", Forbidden, 1),
        ("a<? b", Forbidden, 1),
    ];
    let json = json.map(|(raw, fault, index)| (EscapedStr::from_json(raw), raw, fault, index));
    let xml = xml.map(|(raw, fault, index)| (EscapedStr::from_xml(raw), raw, fault, index));
    for (text, raw, fault, index) in json.into_iter().chain(xml) {
        let refused = text.expect_err(raw);
        assert_eq!((refused.fault(), refused.index()), (fault, index), "{raw:?}");
        let words = match fault {
            BrokenEscape => "broken escape",
            LoneSurrogate => "lone surrogate",
            _ => "forbidden character",
        };
        assert_eq!(refused.to_string(), format!("{words} at byte {index} of a text"));
    }
}

/// XML sets no limit to the digits of a reference.
#[test]
fn references_have_any_number_of_digits() {
    for zeros in [0, 2, 9, 10, 11, 12, 13, 40, 400] {
        let zeros = "0".repeat(zeros);
        for raw in [format!("&#{zeros}65;"), format!("&#x{zeros}41;")] {
            assert_eq!(EscapedStr::from_xml(&raw).unwrap(), "A", "{raw}");
        }
    }
}

#[test]
fn texts_are_borrowed_from_the_body() {
    let body = br#"{"Code":"Forbidden","Message":"a\u0026b"}"#;
    let failed = failed(403, body);
    assert_eq!(failed.code().unwrap().as_plain().unwrap().as_ptr(), body[9..].as_ptr());
    assert_eq!(failed.message_as_received().unwrap().as_raw().as_ptr(), body[31..].as_ptr());
}

/// White space at the edges of a code has no meaning, however it is written.
#[test]
fn edges_of_white_space() {
    use crate::body::failed;

    for raw in [
        "A b",
        " A b",
        "A b ",
        r"\tA b\n",
        r" \u0020A b\r \n",
        r"\u0020 \u0041 b",
        r"A\u0020b\u0020",
    ] {
        let body = format!(r#"{{"Code":"{raw}"}}"#);
        let code = failed(400, body.as_bytes()).code().unwrap();
        assert_eq!(code, "A b", "{raw}");
        assert!(raw.contains(code.as_raw()), "{raw}");
    }
    for raw in [
        " A b\n",
        "<![CDATA[ A b ]]>",
        " <![CDATA[ A b ]]> ",
        "<!-- x --> A<!-- y --> b<!-- z --> ",
        "<![CDATA[ ]]>&#x20;&#65; <![CDATA[b]]>\r\n<![CDATA[ ]]>",
        "<![CDATA[ A]]> <![CDATA[b ]]>",
        "<?p x?>&#32;A b<?p x?>",
    ] {
        let body = format!("<e><Code>{raw}</Code></e>");
        let code = failed(400, body.as_bytes()).code().unwrap();
        assert_eq!(code, "A b", "{raw}");
        assert_eq!(code.encoded_len(), 3, "{raw}");
    }
}
