//! Sorted texts with a value each, of which only what differs from the one before is kept.

/// Sorted texts with a value each. Of a text there are two bytes, how many bytes it shares with the
/// start of the one before it and how many follow them, and those that follow.
pub(crate) struct FrontCoded<T: 'static> {
    bytes: &'static [u8],
    values: &'static [T],
}

impl<T: Copy> FrontCoded<T> {
    pub(crate) const fn new(bytes: &'static [u8], values: &'static [T]) -> Self {
        Self { bytes, values }
    }

    /// The value of a text.
    pub(crate) fn get(&self, text: &[u8]) -> Option<T> {
        let mut rest = self.bytes;
        // How many bytes of the text stand at the start of the one that was looked at last.
        let mut matched = 0;
        for value in self.values {
            let (&[shared, len], after) = rest.split_first_chunk()?;
            let (own, behind) = after.split_at_checked(usize::from(len))?;
            rest = behind;
            let shared = usize::from(shared);
            if shared <= matched {
                let wanted = text.get(shared..)?;
                let same = wanted.iter().zip(own).take_while(|(one, other)| one == other).count();
                if same == wanted.len() && same == own.len() {
                    return Some(*value);
                }
                matched = shared.wrapping_add(same);
            }
        }
        None
    }
}

/// Sorts texts by their bytes.
#[expect(clippy::indexing_slicing, reason = "both places are within the array")]
pub(crate) const fn sorted<T: Copy, const N: usize>(mut rows: [(&str, T); N]) -> [(&str, T); N] {
    let mut end: usize = 1;
    while end < N {
        let mut at = end;
        while let Some(before) = at.checked_sub(1)
            && is_less(rows[at].0.as_bytes(), rows[before].0.as_bytes())
        {
            rows.swap(before, at);
            at = before;
        }
        end = end.saturating_add(1);
    }
    rows
}

const fn is_less(one: &[u8], other: &[u8]) -> bool {
    let shared = shared(one, other);
    match (one.split_at_checked(shared), other.split_at_checked(shared)) {
        (Some((_, [one, ..])), Some((_, [other, ..]))) => *one < *other,
        _ => one.len() < other.len(),
    }
}

/// How many bytes two texts have in common at their start.
const fn shared(mut one: &[u8], mut other: &[u8]) -> usize {
    let mut count: usize = 0;
    while let ([a, one_rest @ ..], [b, other_rest @ ..]) = (one, other)
        && *a == *b
    {
        count = count.saturating_add(1);
        (one, other) = (one_rest, other_rest);
    }
    count
}

/// How many bytes sorted texts take.
pub(crate) const fn len<T>(mut rows: &[(&str, T)]) -> usize {
    let mut before = "";
    let mut len: usize = 0;
    while let [(text, _), rest @ ..] = rows {
        let own = text.len().saturating_sub(shared(before.as_bytes(), text.as_bytes()));
        len = len.saturating_add(2).saturating_add(own);
        before = text;
        rows = rest;
    }
    len
}

/// The bytes of sorted texts.
pub(crate) const fn bytes<T, const N: usize>(mut rows: &[(&str, T)]) -> [u8; N] {
    let mut bytes = [0; N];
    let mut place: &mut [u8] = &mut bytes;
    let mut before = "";
    while let [(text, _), rest @ ..] = rows {
        assert!(text.len() <= u8::MAX as usize, "a length is a byte");
        let shared = shared(before.as_bytes(), text.as_bytes());
        let Some((_, own)) = text.as_bytes().split_at_checked(shared) else { break };
        let Some((lengths, after)) = place.split_first_chunk_mut() else { break };
        let Some((to, after)) = after.split_at_mut_checked(own.len()) else { break };
        *lengths = [shared.to_le_bytes()[0], own.len().to_le_bytes()[0]];
        to.copy_from_slice(own);
        place = after;
        before = text;
        rows = rest;
    }
    bytes
}

/// The values of sorted texts.
#[expect(clippy::indexing_slicing, reason = "the arrays are of one length")]
pub(crate) const fn values<T: Copy, const N: usize>(rows: &[(&str, T); N]) -> [T; N] {
    let mut values = [rows[0].1; N];
    let mut place: usize = 0;
    while place < N {
        values[place] = rows[place].1;
        place = place.saturating_add(1);
    }
    values
}

/// Texts and their values, sorted and coded by the compiler.
macro_rules! front_coded {
    ($type:ty: $($row:expr),+ $(,)?) => {{
        use crate::front_coded::{FrontCoded, bytes, len, sorted, values};
        const COUNT: usize = [$($row),+].len();
        const ROWS: [(&str, $type); COUNT] = sorted([$($row),+]);
        static BYTES: [u8; len(&ROWS)] = bytes(&ROWS);
        static VALUES: [$type; COUNT] = values(&ROWS);
        FrontCoded::new(&BYTES, &VALUES)
    }};
}
pub(crate) use front_coded;

#[cfg(test)]
mod tests {
    #[test]
    fn each_text_has_its_value() {
        let texts = [("b", 1), ("abc", 2), ("ab", 3), ("abd", 4), ("bab", 5), ("", 6)];
        let list =
            front_coded!(u8: ("b", 1), ("abc", 2), ("ab", 3), ("abd", 4), ("bab", 5), ("", 6));
        for (text, value) in texts {
            assert_eq!(list.get(text.as_bytes()), Some(value), "{text}");
        }
        for text in ["a", "abcd", "abe", "ba", "babb", "c", "b\0"] {
            assert_eq!(list.get(text.as_bytes()), None, "{text}");
        }
    }
}
