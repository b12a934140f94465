//! Lists of texts that are looked up.

use pieces::Letters;

use crate::escaped::Chars;

pub(crate) mod coded;
mod pieces;

/// Sorted texts. Of a text there are a byte, how many letters it shares with the start of the one before
/// it, and then symbols for those that follow: see [`Letters`].
///
/// A text that ends with [`WILDCARD`] is the start of others.
pub(crate) struct FrontCoded {
    bytes: &'static [u8],
    spelling: Spelling,
}

/// At the end of a text: anything may follow, or nothing.
const WILDCARD: u8 = b'*';

/// What of a text counts when it is looked up.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spelling {
    /// All of it.
    Exact,
    /// All of it, in any case.
    AnyCase,
    /// What stands before a dot, in any case.
    BeforeDot,
    /// All of it except dots and underscores, in any case.
    WithoutDots,
}

impl FrontCoded {
    pub(crate) const fn new(bytes: &'static [u8], spelling: Spelling) -> Self {
        Self { bytes, spelling }
    }

    /// The place of what a text is, or else of the most of it that it starts with: then the text is
    /// what follows that.
    pub(crate) fn find(&self, text: &mut Chars<'_>) -> Option<usize> {
        find(self.bytes, self.spelling, text)
    }
}

/// [`FrontCoded::find`] with the list in registers.
#[inline(never)]
fn find(mut list: &[u8], spelling: Spelling, text: &mut Chars<'_>) -> Option<usize> {
    let mut found = None;
    let mut here = text.clone();
    let mut ahead = text.clone();
    let mut next = spelling.next(&mut ahead);
    // How many characters stand at the start of the one that was looked at last.
    let mut matched = 0;
    let mut place: usize = 0;
    while let [shared, own @ ..] = list {
        // It and all others come behind the text.
        if *shared < matched {
            return found;
        }
        let mut is_same = *shared == matched;
        list = own;
        while let [symbol, after @ ..] = list
            && *symbol >= b' '
        {
            list = after;
            let mut letters = Letters::of(*symbol);
            while is_same && let Some(letter) = letters.next() {
                is_same = letter != WILDCARD && next == Some(letter.into());
                if is_same {
                    here = ahead.clone();
                    next = spelling.next(&mut ahead);
                    matched = matched.wrapping_add(1);
                } else if letter == WILDCARD {
                    *text = here.clone();
                    found = Some(place);
                } else if next < Some(letter.into()) {
                    return found;
                }
            }
        }
        if is_same && next.is_none() {
            return Some(place);
        }
        place = place.wrapping_add(1);
    }
    found
}

impl Spelling {
    /// The next character that counts.
    fn next(self, text: &mut Chars<'_>) -> Option<char> {
        loop {
            let next = text.next()?;
            match (self, next) {
                (Self::Exact, _) => return Some(next),
                (Self::BeforeDot, '.') => return None,
                (Self::WithoutDots, '.' | '_') => {}
                _ => return Some(next.to_ascii_lowercase()),
            }
        }
    }
}

/// A list of texts and one of their values, sorted and coded by the compiler.
macro_rules! front_coded {
    ($spelling:ident, $type:ty, $rows:expr) => {{
        use crate::front_coded::coded::{Coded, sorted, values};
        use crate::front_coded::{FrontCoded, Spelling};
        const COUNT: usize = $rows.len();
        const ROWS: [(&str, $type); COUNT] = sorted($rows, Spelling::$spelling);
        const CODED: Coded = Coded::new(&ROWS, Spelling::$spelling);
        static BYTES: [u8; CODED.len()] = CODED.bytes();
        static VALUES: [$type; COUNT] = values(&ROWS);
        (FrontCoded::new(&BYTES, Spelling::$spelling), &VALUES)
    }};
}
pub(crate) use front_coded;

#[cfg(test)]
mod tests {
    use crate::escaped::EscapedStr;

    /// The value of what is found, and what follows it.
    macro_rules! find {
        ($spelling:ident, $rows:expr, $text:expr) => {{
            let (list, values) = front_coded!($spelling, u8, $rows);
            let mut text = EscapedStr::plain($text).chars();
            let found = list.find(&mut text);
            found.map(|place| (values[place], text.as_raw()))
        }};
    }

    #[test]
    fn each_text_has_its_value() {
        const TEXTS: [(&str, u8); 6] =
            [("b", 1), ("abc", 2), ("ab", 3), ("abd", 4), ("bab", 5), ("", 6)];
        for (text, value) in TEXTS {
            assert_eq!(find!(Exact, TEXTS, text), Some((value, text)), "{text}");
        }
        for text in ["a", "abcd", "abe", "ba", "babb", "c", "b\0", "\0", "B", "上"] {
            assert_eq!(find!(Exact, TEXTS, text), None, "{text}");
        }
    }

    #[test]
    fn a_text_starts_with_the_most_that_is_there() {
        const TEXTS: [(&str, u8); 5] =
            [("ab*", 1), ("abcd*", 2), ("abce", 3), ("ab", 4), ("d*", 5)];
        for (text, value, rest) in [
            ("abc", 1, "c"),
            ("abcd", 2, ""),
            ("abcde", 2, "e"),
            ("abcef", 1, "cef"),
            ("ab*", 1, "*"),
            ("d", 5, ""),
            ("dab", 5, "ab"),
        ] {
            assert_eq!(find!(Exact, TEXTS, text), Some((value, rest)), "{text}");
        }
        assert_eq!(find!(Exact, TEXTS, "abce").unwrap().0, 3);
        assert_eq!(find!(Exact, TEXTS, "ab").unwrap().0, 4);
        for text in ["", "a", "b", "c", "e", "Ab"] {
            assert_eq!(find!(Exact, TEXTS, text), None, "{text}");
        }
    }

    #[test]
    fn spellings() {
        const TEXTS: [(&str, u8); 4] = [("aB", 1), ("Ab", 2), ("aC*", 3), ("d", 4)];
        for (text, value) in [("ab", 1), ("AB", 1), ("D", 4)] {
            assert_eq!(find!(AnyCase, TEXTS, text), Some((value, text)), "{text}");
        }
        assert_eq!(find!(AnyCase, TEXTS, "Ac.D"), Some((3, ".D")));
        assert_eq!(find!(BeforeDot, TEXTS, "aB.c"), Some((1, "aB.c")));
        assert_eq!(find!(WithoutDots, TEXTS, "_a._b."), Some((1, "_a._b.")));
        assert_eq!(find!(WithoutDots, TEXTS, "A..c_d"), Some((3, "_d")));
        for text in ["a.b", "a_b", "\u{212a}", "Ā"] {
            assert_eq!(find!(AnyCase, TEXTS, text), None, "{text}");
            assert_eq!(find!(BeforeDot, TEXTS, text), None, "{text}");
        }
    }
}
