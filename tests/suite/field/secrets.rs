//! `AuthKey`, `AccessKeySecret`, `SecurityToken`: what is taken, every refusal, and that none shows
//! what it holds.

use core::fmt::Debug;
use std::collections::HashSet;

use aliyun_customer_gateway::{
    AccessKeySecret, AuthKey, ErrorCode, InvalidParameter, OwnedAccessKeySecret, OwnedAuthKey,
    Parameter, Reason, SecurityToken,
};

use super::{Field, unexpected};

const AUTH_KEY: Field = Field {
    new: |text| AuthKey::new(text).map(|key| key.as_str().to_owned()),
    parameter: Parameter::AuthKey,
    error_code: Some(ErrorCode::AuthKeyMalformed),
};

const SECRET: Field = Field {
    new: |text| AccessKeySecret::new(text).map(|secret| secret.as_str().to_owned()),
    parameter: Parameter::AccessKeySecret,
    error_code: None,
};

const TOKEN: Field = Field {
    new: |text| SecurityToken::new(text).map(|token| token.as_str().to_owned()),
    parameter: Parameter::SecurityToken,
    error_code: None,
};

const ALL: [(Field, usize, &str); 3] = [
    (AUTH_KEY, 64, "use ASCII characters other than ' ' and '?'"),
    (SECRET, 128, "use visible ASCII characters"),
    (TOKEN, 8192, "use visible ASCII characters"),
];

#[test]
fn bounds() {
    for (field, max, expected) in ALL {
        let name = field.parameter;
        field.takes("a");
        field.takes(&"~".repeat(max));
        field.refuses("", Reason::Empty, &format!("{name} is empty: {expected}"));
        let characters = max + 1;
        field.refuses(
            &"a".repeat(characters),
            Reason::TooLong { characters },
            &format!("{name} has {characters} characters: it takes 1 to {max}"),
        );
    }
}

/// What people copy with a secret, and what they do not see.
#[test]
fn white_space_that_was_copied() {
    for (field, ..) in ALL {
        let name = field.parameter;
        for (text, character, index) in [
            ("secret\n", '\n', 6),
            ("secret\r\n", '\r', 6),
            ("secret ", ' ', 6),
            ("secret \t\n", ' ', 6),
            ("secret\u{3000}", '\u{3000}', 6),
            ("secret\u{a0}", '\u{a0}', 6),
        ] {
            // A control character may stand in a key.
            if name == Parameter::AuthKey && character.is_ascii_control() {
                continue;
            }
            field.refuses(
                text,
                Reason::WhiteSpaceAtEdge { character, index },
                &format!("{name} ends with {character:?}: remove it, it was copied with the value"),
            );
        }
        for (text, character) in
            [(" secret", ' '), ("\u{feff}secret", '\u{feff}'), (" ", ' '), ("\u{a0} s", '\u{a0}')]
        {
            field.refuses(
                text,
                Reason::WhiteSpaceAtEdge { character, index: 0 },
                &format!(
                    "{name} starts with {character:?}: remove it, it was copied with the value"
                ),
            );
        }
    }
}

#[test]
fn characters_that_may_not_stand_in_them() {
    for (field, _, expected) in ALL {
        let name = field.parameter;
        field.refuses(
            "sec ret",
            unexpected(' ', 3),
            &format!("unexpected character ' ' at byte 3 of {name}: {expected}"),
        );
        // What may be part of a secret is not told.
        for (text, index) in [("sécret", 1), ("s上ret", 1), ("🏢", 0), ("a\u{80}", 1)] {
            field.refuses(
                text,
                Reason::UnexpectedSecretCharacter { index },
                &format!("unexpected character at byte {index} of {name}: {expected}"),
            );
        }
    }
    AUTH_KEY.refuses(
        "why?",
        Reason::UnexpectedSecretCharacter { index: 3 },
        "unexpected character at byte 3 of AuthKey: use ASCII characters other than ' ' and '?'",
    );
}

#[test]
fn every_byte_of_each() {
    for byte in 0..=0x7f_u8 {
        let text = format!("a{}a", char::from(byte));
        let graphic = byte.is_ascii_graphic();
        assert_eq!(AuthKey::new(&text).is_ok(), !b" ?".contains(&byte), "{text:?}");
        assert_eq!(AccessKeySecret::new(&text).is_ok(), graphic, "{text:?}");
        assert_eq!(SecurityToken::new(&text).is_ok(), graphic, "{text:?}");
    }
}

#[test]
fn nothing_shows_them() {
    fn hides(value: &impl Debug, name: &str) {
        assert_eq!(format!("{value:?}"), format!("{name}([redacted])"));
        assert_eq!(format!("{value:#?}"), format!("{name}([redacted])"));
    }
    let text = "kEyThatNobodyMaySee";
    hides(&AuthKey::new(text).unwrap(), "AuthKey");
    hides(&AccessKeySecret::new(text).unwrap(), "AccessKeySecret");
    hides(&SecurityToken::new(text).unwrap(), "SecurityToken");
    hides(&OwnedAuthKey::new(text).unwrap(), "OwnedAuthKey");
    hides(&OwnedAccessKeySecret::new(text).unwrap(), "OwnedAccessKeySecret");
    // Nor does a refusal, however it is printed.
    for index in 0..=text.len() {
        for foreign in ["é", "?"] {
            let (before, after) = text.split_at(index);
            let text = format!("{before}{foreign}{after}");
            let refused = AuthKey::new(&text).unwrap_err();
            let told = format!("{refused} {refused:?} {:?}", refused.reason());
            let told = told.replace("' ' and '?'", "");
            assert!(!told.contains(foreign), "{told}");
            assert_eq!(refused.character(), None);
        }
    }
}

#[test]
fn equality() {
    let key = AuthKey::new("correct-horse").unwrap();
    assert_eq!(key, AuthKey::new(&String::from("correct-horse")).unwrap());
    for other in ["correct-hors", "correct-horsf", "Correct-horse", "correct-horse1", "c"] {
        assert_ne!(key, AuthKey::new(other).unwrap());
    }
    let (one, other) = (key.to_owned(), OwnedAuthKey::new("other").unwrap());
    assert_ne!(one, other);
    assert_eq!(HashSet::from([one.clone(), one.clone(), other]).len(), 2);
    assert_eq!(one.get(), key);
}

#[test]
fn owned_secrets_hold_the_longest() {
    let longest = "~".repeat(128);
    assert_eq!(OwnedAccessKeySecret::new(&longest).unwrap().get().as_str(), longest);
    assert_eq!(OwnedAuthKey::new(&longest[..64]).unwrap().get().as_str(), &longest[..64]);
    let refused: Result<OwnedAuthKey, InvalidParameter> = "a b".parse();
    assert_eq!(refused.unwrap_err(), AuthKey::new("a b").unwrap_err());
}
