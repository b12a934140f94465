//! Bodies as somebody else's parsers read them, and what is left of them without the parts that
//! nobody reads.

use std::fmt;
use std::sync::LazyLock;

use regex::bytes::{Captures, Regex};
use roxmltree::{Document, Node};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::model::{Entry, Value};

/// Stands for a string that is broken.
const BROKEN: &str = "\0broken";

/// A body in JSON with its broken strings replaced, and those strings.
fn without_broken_strings(body: &[u8]) -> (Vec<u8>, Vec<Vec<u8>>) {
    let (mut whole, mut broken) = (Vec::new(), Vec::new());
    let mut rest = body;
    while let Some((&byte, after)) = rest.split_first() {
        let mut end = 0;
        while after.get(end).is_some_and(|byte| *byte != b'"') {
            end += if after[end] == b'\\' { 2 } else { 1 };
        }
        if byte != b'"' || end >= after.len() {
            whole.push(byte);
            rest = after;
            continue;
        }
        let string = &rest[..end + 2];
        rest = &rest[end + 2..];
        if serde_json::from_slice::<String>(string).is_ok() {
            whole.extend_from_slice(string);
        } else {
            let number = format!("\"\\u0000broken{}\"", broken.len());
            whole.extend_from_slice(number.as_bytes());
            broken.push(string.to_vec());
        }
    }
    (whole, broken)
}

/// Members of an object, in order, with duplicates, each value as it is written.
struct Members(Vec<(String, Box<RawValue>)>);

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;

        impl<'de> Visitor<'de> for InOrder {
            type Value = Members;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(InOrder)
    }
}

/// The members of a body as `serde_json` reads them; an error where it refuses more than strings
/// that are broken in themselves.
pub(crate) fn serde_json_reads(body: &[u8]) -> Result<Vec<Entry>, serde_json::Error> {
    let (whole, broken) = without_broken_strings(body);
    let members: Members = serde_json::from_slice(&whole)?;
    let value = |raw: &RawValue| {
        let raw = raw.get();
        match raw.as_bytes().first() {
            Some(b'"') => {
                let text: String = serde_json::from_str(raw).unwrap();
                match text.strip_prefix(BROKEN).and_then(|number| number.parse::<usize>().ok()) {
                    Some(number) => Value::Broken(broken[number].clone()),
                    None => Value::Text(text),
                }
            }
            Some(b'n') => Value::Null,
            Some(b'-' | b'0'..=b'9') => Value::Text(raw.to_owned()),
            _ => Value::Other(raw.to_owned()),
        }
    };
    let entry = |(name, raw): (String, Box<RawValue>)| Entry { name, value: value(&raw) };
    Ok(members.0.into_iter().map(entry).collect())
}

/// Whether what is left of a body in XML is well-formed, for `roxmltree`, without what nobody reads:
/// texts, attributes, comments, instructions, namespaces.
pub(crate) fn roxmltree_reads_tags(body: &[u8]) -> bool {
    let body = PROLOG.replace(body, &b""[..]);
    // An instruction of that name may stand only there.
    if UNREAD.find_iter(&body).any(|part| DECLARATION.is_match(part.as_bytes())) {
        return false;
    }
    let tags = PART.replace_all(&body, |part: &Captures<'_>| {
        if part.name("data").is_some() {
            return b"x".to_vec();
        }
        let Some(name) = part.name("name") else { return Vec::new() };
        let name = format!("{:02x?}", name.as_bytes()).replace(['[', ']', ',', ' '], "");
        let group = |name: &str| String::from_utf8(part[name].to_vec()).unwrap();
        // An end tag has neither attributes nor a second slash: they stay, and are refused.
        let is_end = &part["end"] == b"/" && !part["attributes"].is_empty();
        let attributes = if is_end { " a='b'" } else { "" };
        format!("<{}n{name}{attributes}{}>", group("end"), group("empty")).into_bytes()
    });
    String::from_utf8(tags.into_owned()).is_ok_and(|tags| Document::parse(&tags).is_ok())
}

static PROLOG: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?s-u)^[ \t\r\n]*<\?xml[ \t\r\n].*?\?>").unwrap());

static DECLARATION: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?-u)^<\?xml[ \t\r\n]").unwrap());

/// Data, a comment or an instruction, even one that does not end.
static UNREAD: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?s-u)<!\[CDATA\[.*?\]\]>|<!--.*?-->|<\?.*?(\?>|$)").unwrap());

/// A comment or an instruction; data; a tag.
static PART: LazyLock<Regex> = LazyLock::new(|| {
    let name = r"[A-Za-z_:\x80-\xff][-.0-9A-Za-z_:\x80-\xff]*";
    let attribute = format!(r#"[ \t\r\n]+{name}[ \t\r\n]*=[ \t\r\n]*("[^"<]*"|'[^'<]*')"#);
    let space = r"[ \t\r\n]";
    let comment = "<!--([^-]|-[^-])*-->";
    let instruction = format!(r"<\?{name}({space}.*?)?\?>");
    let data = r"<!\[CDATA\[.*?\]\]>|[^<]*[^<\t\r\n ][^<]*";
    let tag =
        format!("<(?P<end>/?)(?P<name>{name})(?P<attributes>({attribute})*){space}*(?P<empty>/?)>");
    let part = format!("(?s-u){comment}|{instruction}|(?P<data>{data})|{tag}");
    Regex::new(&part).unwrap()
});

/// Whether a quote is open at the end of a declaration.
fn ends_in_quotes(declaration: &str) -> bool {
    let quotes = declaration.matches(['\'', '"']);
    let open = quotes.fold(None, |open, quote| match open {
        None => Some(quote),
        Some(open) if open == quote => None,
        Some(open) => Some(open),
    });
    declaration.starts_with("<?xml") && open.is_some()
}

/// The members of a body as `roxmltree` reads them, and the name of the root; `None` where it
/// refuses the body, or is known to read it otherwise than XML 1.0 says.
pub(crate) fn roxmltree_reads(body: &[u8]) -> Option<(String, Vec<Entry>)> {
    let body = core::str::from_utf8(body).ok()?;
    // XML 1.0, 2.11: line ends are made one before anything else is read. `roxmltree` does it as it
    // reads, and forgets a carriage return before a reference.
    let body = body.replace("\r\n", "\n").replace('\r', "\n");
    let document = Document::parse(&body).ok()?;
    // `roxmltree` puts one character in the place of a reference to none, and takes `?>` for a part of
    // an encoding's name.
    let is_strict = !ends_in_quotes(body.split("?>").next().unwrap_or_default())
        && !document
            .descendants()
            .any(|node| node.text().is_some_and(|text| text.contains(char::REPLACEMENT_CHARACTER)));
    if !is_strict {
        return None;
    }
    let root = document.root_element();
    let entry = |element: Node<'_, '_>| {
        let name = element.tag_name().name().to_owned();
        let value = if element.children().any(|child| child.is_element()) {
            Value::Other(body[element.range()].to_owned())
        } else {
            let texts = element.children().filter(Node::is_text);
            Value::Text(texts.filter_map(|child| child.text()).collect())
        };
        Entry { name, value }
    };
    let entries = root.children().filter(Node::is_element).map(entry).collect();
    Some((root.tag_name().name().to_owned(), entries))
}
