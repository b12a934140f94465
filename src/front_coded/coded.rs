//! What the compiler makes of a list.

#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "the compiler runs into whatever would be wrong"
)]

use super::{Spelling, pieces};

/// A text with its value.
pub(crate) type Row<T> = (&'static str, T);

/// The symbols of sorted texts.
pub(crate) struct Coded {
    bytes: [u8; Self::MOST],
    len: usize,
}

impl Coded {
    /// As much as a list may take.
    const MOST: usize = 1024;

    /// Codes sorted texts.
    pub(crate) const fn new<T>(rows: &[Row<T>], spelling: Spelling) -> Self {
        let mut coded = Self { bytes: [0; Self::MOST], len: 0 };
        let mut before = Folded::new("", spelling);
        let mut place = 0;
        while place < rows.len() {
            let text = Folded::new(rows[place].0, spelling);
            let shared = before.shared(&text);
            assert!(shared < b' ' as usize, "what a text shares is told from its letters");
            coded.push(shared.to_le_bytes()[0]);
            let mut own = text.as_bytes().split_at(shared).1;
            while !own.is_empty() {
                let (symbol, len) = pieces::first(own);
                coded.push(symbol);
                own = own.split_at(len).1;
            }
            before = text;
            place += 1;
        }
        coded
    }

    const fn push(&mut self, byte: u8) {
        self.bytes[self.len] = byte;
        self.len += 1;
    }

    pub(crate) const fn len(&self) -> usize {
        self.len
    }

    pub(crate) const fn bytes<const LEN: usize>(&self) -> [u8; LEN] {
        let mut bytes = [0; LEN];
        bytes.copy_from_slice(self.bytes.split_at(LEN).0);
        bytes
    }
}

/// Sorts texts; of two that are the same, the first one counts.
pub(crate) const fn sorted<T: Copy, const COUNT: usize>(
    mut rows: [Row<T>; COUNT],
    spelling: Spelling,
) -> [Row<T>; COUNT] {
    let mut end = 1;
    while end < COUNT {
        let mut at = end;
        let text = Folded::new(rows[at].0, spelling);
        while at > 0 && text.is_less(&Folded::new(rows[at - 1].0, spelling)) {
            rows.swap(at - 1, at);
            at -= 1;
        }
        end += 1;
    }
    rows
}

/// The values of rows.
pub(crate) const fn values<T: Copy, const COUNT: usize>(rows: &[Row<T>; COUNT]) -> [T; COUNT] {
    let mut values = [rows[0].1; COUNT];
    let mut place = 0;
    while place < COUNT {
        values[place] = rows[place].1;
        place += 1;
    }
    values
}

/// The rows of two lists.
pub(crate) const fn joined<T: Copy, const COUNT: usize>(
    one: &[Row<T>],
    other: &[Row<T>],
) -> [Row<T>; COUNT] {
    let mut rows = [other[0]; COUNT];
    let (first, second) = rows.split_at_mut(one.len());
    first.copy_from_slice(one);
    second.copy_from_slice(other);
    rows
}

/// A text as it is looked up.
struct Folded {
    bytes: [u8; 64],
    len: usize,
}

impl Folded {
    const fn new(text: &str, spelling: Spelling) -> Self {
        let mut folded = Self { bytes: [0; 64], len: text.len() };
        let mut place = 0;
        while place < text.len() {
            let letter = text.as_bytes()[place];
            assert!(matches!(letter, b' '..=b'~'), "all others are symbols");
            folded.bytes[place] = match spelling {
                Spelling::Exact => letter,
                _ => letter.to_ascii_lowercase(),
            };
            place += 1;
        }
        folded
    }

    const fn as_bytes(&self) -> &[u8] {
        self.bytes.split_at(self.len).0
    }

    /// How many letters two texts have in common at their start.
    const fn shared(&self, other: &Self) -> usize {
        let mut count = 0;
        while count < self.len && count < other.len && self.bytes[count] == other.bytes[count] {
            count += 1;
        }
        count
    }

    const fn is_less(&self, other: &Self) -> bool {
        // Behind a text come zeros.
        let shared = self.shared(other);
        shared < other.len && self.bytes[shared] < other.bytes[shared]
    }
}
