//! What goes wrong when somebody types a field.

use std::string::String;

use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::Index;

/// What rules speak of, and what is next to it.
const PARTS: &[&str] =
    &["", " ", ".", "0", "/", "http://", "https://", "\n", "\0", "é", "上", "🏢", "\u{301}", "٣"];

/// A text with one flaw, or none.
pub(super) fn flawed(text: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    let part = || proptest::sample::select(PARTS);
    let flaw = prop_oneof![
        part().prop_map(Flaw::Inserted),
        part().prop_map(Flaw::Replaced),
        Just(Flaw::CutOff),
        Just(Flaw::Repeated),
    ];
    (text, any::<Index>(), flaw).prop_map(|(text, at, flaw)| {
        let at = at.index(text.chars().count().saturating_add(1));
        flaw.spoil(&text, at)
    })
}

#[derive(Clone, Copy, Debug)]
enum Flaw {
    Inserted(&'static str),
    Replaced(&'static str),
    CutOff,
    Repeated,
}

impl Flaw {
    fn spoil(self, text: &str, at: usize) -> String {
        let before: String = text.chars().take(at).collect();
        let from = |at| text.chars().skip(at).collect::<String>();
        match self {
            Self::Inserted(part) => before + part + &from(at),
            Self::Replaced(part) => before + part + &from(at.saturating_add(1)),
            Self::CutOff => before,
            Self::Repeated => text.repeat(3),
        }
    }
}

/// An almost valid field: a valid one with a flaw.
macro_rules! almost {
    ($($almost:ident $valid:ident $name:literal,)+) => {
        $(
            #[doc = concat!("An almost valid `", $name, "`.")]
            pub fn $almost() -> impl Strategy<Value = String> {
                $crate::strategies::flaw::flawed($valid())
            }
        )+
    };
}
pub(super) use almost;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flaws() {
        for (flaw, at, spoiled) in [
            (Flaw::Inserted("/"), 0, "/a上c"),
            (Flaw::Inserted("/"), 2, "a上/c"),
            (Flaw::Inserted("/"), 3, "a上c/"),
            (Flaw::Replaced("/"), 1, "a/c"),
            (Flaw::Replaced("/"), 3, "a上c/"),
            (Flaw::CutOff, 2, "a上"),
            (Flaw::Repeated, 1, "a上ca上ca上c"),
        ] {
            assert_eq!(flaw.spoil("a上c", at), spoiled, "{flaw:?}");
        }
    }
}
