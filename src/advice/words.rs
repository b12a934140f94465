//! Words in a text of any length, read once.

/// The longest word.
const LONGEST: usize = 20;

/// Whether a code contains one of these words, which are in lower case, ignoring case, dots and
/// underscores.
pub(super) fn in_code(code: impl Iterator<Item = char>, words: &[&str]) -> bool {
    contains(code.filter(|character| !matches!(character, '.' | '_')), words)
}

/// Whether a message contains one of these sentences, which are in lower case, ignoring case.
pub(super) fn in_message(message: impl Iterator<Item = char>, sentences: &[&str]) -> bool {
    contains(message, sentences)
}

fn contains(text: impl Iterator<Item = char>, words: &[&str]) -> bool {
    // The last characters that were read, the latest at the end; none of a word is beyond ASCII.
    let mut window = [0_u8; LONGEST];
    for character in text {
        let (_, last) = window.split_at(1);
        let mut next = [0; LONGEST];
        next.iter_mut().zip(last).for_each(|(to, from)| *to = *from);
        if let Some(end) = next.last_mut() {
            *end = u8::try_from(character.to_ascii_lowercase()).unwrap_or_default();
        }
        window = next;
        if words.iter().any(|word| window.ends_with(word.as_bytes())) {
            return true;
        }
    }
    false
}
