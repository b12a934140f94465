//! Where a secret stands in a text.

use super::decoded::{Decoded, Reader};

/// A secret at the start of a text, in characters of the text as it was received.
pub(super) struct Secret {
    /// Its name, and everything else before its value.
    pub(super) before: usize,
    /// Its value, which is not empty.
    pub(super) len: usize,
    /// Whether a bracket or quote behind it belongs to it.
    pub(super) closes: bool,
}

/// The names of secrets, in lower case. Some client or gateway has written each of them in another
/// case; the last one is how `InvalidAuthkey.Malformed` starts to quote.
const NAMES: [&str; 4] = ["securitytoken", "x-acs-security-token", "authkey", "authentication key"];

/// Where the name of a secret ends in the name of a parameter or header, if one stands in it.
#[cfg(feature = "sign")]
pub(crate) fn name(name: &str) -> Option<usize> {
    let at = |start: usize| {
        let rest = name.get(start..)?.as_bytes();
        let secret = NAMES.iter().find(|secret| {
            let start = rest.get(..secret.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(secret.as_bytes()))
        })?;
        start.checked_add(secret.len())
    };
    (0..name.len()).find_map(at)
}

impl Secret {
    /// The secret whose name starts a text. If the text quotes a BGP key, any bracket or quote starts
    /// a secret as well.
    pub(super) fn at<I: Iterator<Item = char> + Clone>(text: &I, quotes_key: bool) -> Option<Self> {
        let start = Reader::new(text.clone());
        let first = start.clone().next()?;
        if quotes_key
            && !is_redacted(start.clone())
            && let Some(close) = closing(first)
        {
            return Self::up_to_the_last(start, close);
        }
        if !matches!(first.character, 's' | 'S' | 'x' | 'X' | 'a' | 'A') {
            return None;
        }
        NAMES.iter().find_map(|name| Self::named(name, start.clone()))
    }

    fn named<I: Iterator<Item = char> + Clone>(name: &str, mut text: Reader<I>) -> Option<Self> {
        for wanted in name.chars() {
            text.next_if(|next| next.character.to_ascii_lowercase() == wanted)?;
        }
        let is_quoted = quote(&mut text, |open| matches!(open.character, '"' | '\'')).is_some();
        let is_spaced = skip_spaces(&mut text);
        let mut value = text.clone();
        let separator = value.next()?;
        let is_line = match separator.character {
            ':' => !is_quoted,
            '=' => false,
            // A message that quotes a key.
            _ if name.ends_with(" key") => return Self::up_to_the_last(text, closing(separator)?),
            _ => return None,
        };
        let layers = separator.layers;
        // Behind the `=` of a query, a space comes after an empty value.
        if separator.character == ':' || is_spaced {
            skip_spaces(&mut value);
        }
        let start_of_value = value.clone();
        let close = if is_line { None } else { quote(&mut value, |open| open.layers <= layers) };
        let end = End { close, is_line, layers };
        if is_redacted(start_of_value) || is_redacted(value.clone()) {
            return None;
        }
        let before = value.read();
        while value.next_if(|next| !end.is(next)).is_some() {}
        let len = value.read().saturating_sub(before);
        (len > 0).then_some(Self { before, len, closes: false })
    }

    /// What stands between a bracket or quote, with which the text starts, and the last one of its
    /// kind: the secret may have others in it.
    fn up_to_the_last<I: Iterator<Item = char> + Clone>(
        mut text: Reader<I>,
        close: char,
    ) -> Option<Self> {
        text.next();
        let before = text.read();
        if is_redacted(text.clone()) {
            return Some(Self { before, len: super::PLACEHOLDER.len(), closes: true });
        }
        let mut last = None;
        loop {
            let read = text.read();
            match text.next() {
                Some(next) if next.character == close => last = Some(read),
                Some(_) => {}
                None => {
                    let len = last.unwrap_or(read).saturating_sub(before);
                    return (len > 0).then_some(Self { before, len, closes: true });
                }
            }
        }
    }
}

/// Whether somebody redacted a secret before.
fn is_redacted<I: Iterator<Item = char> + Clone>(mut value: Reader<I>) -> bool {
    let mut placeholder = super::PLACEHOLDER.chars();
    placeholder.all(|placed| value.next_if(|next| next.character == placed).is_some())
}

/// Tells whether there were any.
fn skip_spaces<I: Iterator<Item = char> + Clone>(text: &mut Reader<I>) -> bool {
    let start = text.read();
    while text.next_if(|next| matches!(next.character, ' ' | '\t')).is_some() {}
    text.read() > start
}

/// Reads a quote or bracket, and tells what closes it. A `\` before it comes from one escape too many.
fn quote<I: Iterator<Item = char> + Clone>(
    text: &mut Reader<I>,
    fits: impl Fn(Decoded) -> bool,
) -> Option<char> {
    let mut after = text.clone();
    let is_escaped = after.next_if(|next| next.character == '\\').is_some();
    let open = after.next_if(fits)?;
    let close = closing(open)?;
    *text = after;
    Some(if is_escaped { '\\' } else { close })
}

/// What closes a quote or bracket.
const fn closing(open: Decoded) -> Option<char> {
    match open.character {
        quote @ ('"' | '\'') => Some(quote),
        '(' => Some(')'),
        '[' => Some(']'),
        '{' => Some('}'),
        '<' => Some('>'),
        _ => None,
    }
}

/// What ends the value of a secret.
struct End {
    /// The quote or bracket that closes it.
    close: Option<char>,
    /// Whether it stands in a line of headers, in which any visible character may belong to it.
    is_line: bool,
    /// How often the text around the value is percent-encoded. What is encoded more often belongs to
    /// the value.
    layers: usize,
}

impl End {
    fn is(&self, next: Decoded) -> bool {
        let Decoded { character, layers } = next;
        if layers > self.layers {
            return false;
        }
        let is_space = character.is_ascii_whitespace() || character.is_control();
        if is_space || !character.is_ascii() {
            return true;
        }
        if let Some(close) = self.close {
            return character == close;
        }
        // A value in a query is encoded, so what ends it here is no part of it.
        (!self.is_line || layers < self.layers)
            && matches!(
                character,
                '&' | ',' | ';' | '"' | '\'' | '\\' | ')' | ']' | '}' | '<' | '>'
            )
    }
}
