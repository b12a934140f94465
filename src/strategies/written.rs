//! Members of a response as the service writes them, in JSON and in XML.

use core::fmt::{Display, Write as _};
use std::format;
use std::string::String;
use std::vec::Vec;

/// The name of a member, and what stands for it in JSON and in XML.
pub(crate) type Member = (&'static str, String, String);

/// A text. XML has U+FFFD for what it cannot hold.
pub(crate) fn text(name: &'static str, text: &str) -> Member {
    let json = text.chars().fold(String::from("\""), |mut json, character| {
        match character {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\0'..='\x1f' => {
                // Writing to a string does not fail.
                let _ = write!(json, "\\u{:04x}", u32::from(character));
            }
            _ => json.push(character),
        }
        json
    });
    let xml = text.chars().fold(String::new(), |mut xml, character| {
        match character {
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '&' => xml.push_str("&amp;"),
            // Read as it is written, it would be a line feed.
            '\r' => xml.push_str("&#13;"),
            _ if is_xml(character) => xml.push(character),
            _ => xml.push(char::REPLACEMENT_CHARACTER),
        }
        xml
    });
    (name, json + "\"", xml)
}

/// Whether XML 1.0 can hold a character.
pub(crate) const fn is_xml(character: char) -> bool {
    !matches!(
        character,
        '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}'
    )
}

/// A number.
pub(crate) fn number(name: &'static str, number: impl Display) -> Member {
    (name, format!("{number}"), format!("{number}"))
}

/// A list of objects. In XML, without the inner element, the list's own element repeats.
pub(crate) fn list(
    name: &'static str,
    item: &str,
    items: &[Vec<Member>],
    is_wrapped: bool,
) -> Member {
    let json: Vec<_> = items.iter().map(|item| object(item)).collect();
    let json = format!("{{\"{item}\":[{}]}}", json.join(","));
    let (open, close) = if is_wrapped {
        (format!("<{item}>"), format!("</{item}>"))
    } else {
        (String::new(), String::new())
    };
    let between = if is_wrapped { String::new() } else { format!("</{name}><{name}>") };
    let xml: Vec<_> = items.iter().map(|item| format!("{open}{}{close}", elements(item))).collect();
    (name, json, xml.join(&between))
}

fn object(members: &[Member]) -> String {
    let members: Vec<_> =
        members.iter().map(|(name, json, _)| format!("\"{name}\":{json}")).collect();
    format!("{{{}}}", members.join(","))
}

fn elements(members: &[Member]) -> String {
    let members: Vec<_> =
        members.iter().map(|(name, _, xml)| format!("<{name}>{xml}</{name}>")).collect();
    members.concat()
}

/// A body in JSON.
pub(crate) fn json(members: &[Member]) -> Vec<u8> {
    object(members).into_bytes()
}

/// A body in XML, whose root has this name.
pub(crate) fn xml(root: &str, members: &[Member]) -> Vec<u8> {
    let members = elements(members);
    format!("<?xml version='1.0' encoding='UTF-8'?><{root}>{members}</{root}>").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped() {
        let (name, json, xml) = text("Name", "a\"\\\n\r]]><&>\u{1}\u{ffff}");
        assert_eq!(name, "Name");
        assert_eq!(json, "\"a\\\"\\\\\\u000a\\u000d]]><&>\\u0001\u{ffff}\"");
        assert_eq!(xml, "a\"\\\n&#13;]]&gt;&lt;&amp;&gt;\u{fffd}\u{fffd}");
    }
}
