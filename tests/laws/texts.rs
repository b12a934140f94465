//! What holds for every text of a body.

use aliyun_customer_gateway::Encode as _;
use aliyun_customer_gateway::escaped::{EscapedStr, InvalidEscape};
use roxmltree::{Document, Node};

/// Asserts that every way to read a text reads the same.
fn check(text: EscapedStr<'_>, read: &str) {
    assert_eq!(text.to_string(), read);
    assert_eq!(text.chars().collect::<String>(), read);
    assert_eq!(text, read);
    assert_eq!(text, EscapedStr::plain(read));
    assert_eq!(format!("{text:?}"), format!("{:?}", EscapedStr::plain(read)));
    assert_eq!(text.encoded_len(), read.len());
    assert_eq!(text.is_empty(), read.is_empty());
    assert!(text.contains(read) && text.contains(""));
    assert!(!text.contains(&format!("{read}a")));
    let part: String = read.chars().skip(1).take(3).collect();
    assert!(text.contains(&part), "{read:?}: {part:?}");
    assert_eq!(text.contains("Throttling"), read.contains("Throttling"));
    if let Some(plain) = text.as_plain() {
        assert_eq!(plain, read);
        assert_eq!(text.as_raw(), read);
    }
    let len = read.len();
    let mut buf = vec![0xa5; len + 5];
    assert_eq!(text.encode(&mut buf).unwrap(), read);
    assert_eq!(buf[len..], [0xa5; 5]);
    for shorter in [0, 1, len / 2, len.saturating_sub(1)] {
        if shorter < len {
            assert_eq!(text.encode(&mut vec![0xa5; shorter]).unwrap_err().needed(), len);
        }
    }
    match text.to_heapless::<16>() {
        Ok(short) => assert_eq!(short, read),
        Err(refused) => assert!(len > 16 && refused.needed() == len),
    }
}

/// Asserts that the place that an error names is the first one.
fn check_refusal<'a>(
    raw: &'a str,
    refused: InvalidEscape,
    read: impl Fn(&'a str) -> Result<EscapedStr<'a>, InvalidEscape>,
) {
    let index = refused.index();
    assert!(raw.is_char_boundary(index), "{raw:?}: {refused:?}");
    assert!(refused.to_string().contains(&format!("at byte {index} of")));
    if let Err(before) = read(&raw[..index]) {
        // Only the end of a CDATA section may be missing before the place.
        assert_eq!(before.index(), index, "{raw:?}: {refused:?}, {before:?}");
    }
}

/// The law of `EscapedStr::from_json`: it reads what `serde_json` reads, and refuses what it refuses.
pub(crate) fn json(raw: &str) {
    let oracle = serde_json::from_str::<String>(&format!("\"{raw}\""));
    match (EscapedStr::from_json(raw), oracle) {
        (Ok(text), Ok(read)) => {
            assert_eq!(text.as_raw(), raw);
            check(text, &read);
        }
        (Err(refused), Err(_)) => check_refusal(raw, refused, EscapedStr::from_json),
        (ours, theirs) => panic!("{raw:?}: {ours:?}, but {theirs:?}"),
    }
}

/// The law of `EscapedStr::from_xml`: what both it and `roxmltree` read is the same text, and it reads
/// every text that `roxmltree` reads.
pub(crate) fn xml(raw: &str) {
    // XML 1.0, 2.11: line ends are made one before anything else is read. `roxmltree` does it as it
    // reads, and forgets a carriage return before a reference.
    let document = format!("<r>{raw}</r>").replace("\r\n", "\n").replace('\r', "\n");
    let oracle = Document::parse(&document);
    match (EscapedStr::from_xml(raw), oracle) {
        (Ok(text), Ok(document)) => {
            assert_eq!(text.as_raw(), raw);
            let read: String =
                document.root_element().children().filter_map(|node| node.text_of_text()).collect();
            check(text, &read);
        }
        (Ok(text), Err(_)) => check(text, &text.to_string()),
        (Err(refused), oracle) => {
            check_refusal(raw, refused, EscapedStr::from_xml);
            if let Ok(document) = oracle {
                let has_child = document.root_element().children().any(|node| node.is_element());
                // `roxmltree` puts one character in the place of a reference to none.
                let has_stand_in = document.root_element().descendants().any(|node| {
                    node.text().is_some_and(|text| text.contains(char::REPLACEMENT_CHARACTER))
                });
                assert!(has_child || has_stand_in, "{raw:?}: {refused:?}");
            }
        }
    }
}

/// The text of a text node alone: `roxmltree` gives one of comments as well.
trait TextOfText<'a> {
    fn text_of_text(&self) -> Option<&'a str>;
}

impl<'a> TextOfText<'a> for Node<'a, '_> {
    fn text_of_text(&self) -> Option<&'a str> {
        self.is_text().then(|| self.text()).flatten()
    }
}
