//! `Name`: what is taken, and every refusal.

use aliyun_customer_gateway::{ErrorCode, Name, Parameter, Reason};

use super::{Field, not_constant, read, unexpected};

const NAME: Field = Field {
    new: |text| read(Name::new(text)),
    parameter: Parameter::Name,
    error_code: Some(ErrorCode::InvalidName),
};

const NAME_ASCII: Field = Field { new: |text| read(Name::new_ascii(text)), ..NAME };

const NAME_EMPTY: &str = "Name is empty: use letters, digits, '.', '_' and '-'";

#[test]
fn name() {
    for text in
        ["ab", "Gateway", "上海", "上海-1", "a.b_c-d", "..", "--", "__", "09", "1a", "Zürich"]
    {
        NAME.takes(text);
    }
    // The prefixes are the literal lower-case texts, slashes included.
    for text in ["http", "https", "http.", "https-gateway"] {
        NAME.takes(text);
    }
    for letter in ["a", "é", "上", "𠀀"] {
        NAME.takes(&letter.repeat(2));
        NAME.takes(&letter.repeat(128));
        NAME.refuses(
            letter,
            Reason::TooShort { characters: 1 },
            "Name has 1 character: it takes 2 to 128",
        );
        NAME.refuses(
            &letter.repeat(129),
            Reason::TooLong { characters: 129 },
            "Name has 129 characters: it takes 2 to 128",
        );
    }
    let sentence = |character: char, index: usize| {
        format!(
            "unexpected character {character:?} at byte {index} of Name: \
             use letters, digits, '.', '_' and '-'"
        )
    };
    NAME.refuses("", Reason::Empty, NAME_EMPTY);
    for (text, character, index) in [
        ("branch office", ' ', 6),
        (" gateway", ' ', 0),
        ("gateway ", ' ', 7),
        ("ftp://gateway", ':', 3),
        ("HTTP://gateway", ':', 4),
        ("Https://gateway", ':', 5),
        ("http:/gateway", ':', 4),
        ("http:", ':', 4),
        ("xhttp://", ':', 5),
        ("上海,", ',', 6),
        ("上海！", '！', 6),
        ("gateway\n", '\n', 7),
        ("gate\0way", '\0', 4),
        ("gateway²", '²', 7),
        ("gateway٣", '٣', 7),
        ("上。", '。', 3),
        ("🏢🏢", '🏢', 0),
        ("a🏢", '🏢', 1),
        ("/", '/', 0),
    ] {
        NAME.refuses(text, unexpected(character, index), &sentence(character, index));
    }
    NAME.refuses(
        "http://gateway",
        Reason::SchemePrefix("http://"),
        "Name starts with \"http://\": leave the prefix out",
    );
    NAME.refuses(
        "https://gateway",
        Reason::SchemePrefix("https://"),
        "Name starts with \"https://\": leave the prefix out",
    );
    NAME.refuses(
        "http://",
        Reason::SchemePrefix("http://"),
        "Name starts with \"http://\": leave the prefix out",
    );
    NAME.refuses(&format!("{}!", "a".repeat(200)), unexpected('!', 200), &sentence('!', 200));
}

#[test]
fn name_in_a_constant() {
    for text in ["ab", "Gateway", "a.b_c-d", "09"] {
        NAME_ASCII.takes(text);
    }
    NAME_ASCII.takes(&"a".repeat(128));
    NAME_ASCII.refuses_all(&[
        ("", Reason::Empty, NAME_EMPTY),
        ("G", Reason::TooShort { characters: 1 }, "Name has 1 character: it takes 2 to 128"),
        (
            "branch office",
            unexpected(' ', 6),
            "unexpected character ' ' at byte 6 of Name: use letters, digits, '.', '_' and '-'",
        ),
        (
            "上海",
            not_constant('上', 0),
            "character '上' at byte 0 of Name cannot be checked in a constant: use Name::new at \
             run time",
        ),
        (
            "gateway🏢",
            not_constant('🏢', 7),
            "character '🏢' at byte 7 of Name cannot be checked in a constant: use Name::new at \
             run time",
        ),
        (
            "http://上海",
            Reason::SchemePrefix("http://"),
            "Name starts with \"http://\": leave the prefix out",
        ),
        (
            "https://gateway",
            Reason::SchemePrefix("https://"),
            "Name starts with \"https://\": leave the prefix out",
        ),
    ]);
    NAME_ASCII.refuses(
        &"a".repeat(129),
        Reason::TooLong { characters: 129 },
        "Name has 129 characters: it takes 2 to 128",
    );
}

#[test]
fn every_character_in_a_name() {
    let may_stand = |character: char| {
        character.is_alphabetic() || matches!(character, '0'..='9' | '.' | '_' | '-')
    };
    for character in '\0'..=char::MAX {
        for (text, index) in [(format!("{character}a"), 0), (format!("上{character}a"), 3)] {
            let name = Name::new(&text);
            if may_stand(character) {
                assert_eq!(name.map(|name| name.as_str()), Ok(text.as_str()));
            } else {
                let reason = Reason::UnexpectedCharacter { character, index };
                assert_eq!(name.unwrap_err().reason(), reason, "{text:?}");
            }
        }
        // A constant knows the ASCII letters alone, and says of the others that it does not know.
        for (text, index) in [(format!("{character}a"), 0), (format!("aa{character}"), 2)] {
            let reason = match Name::new_ascii(&text) {
                Ok(name) => {
                    assert!(character.is_ascii() && may_stand(character), "{text:?}");
                    assert_eq!(name.as_str(), text);
                    continue;
                }
                Err(refused) => refused.reason(),
            };
            if character.is_ascii() {
                assert!(!may_stand(character), "{text:?}");
                assert_eq!(reason, Reason::UnexpectedCharacter { character, index });
            } else {
                assert_eq!(reason, Reason::NotConstant { character, index });
            }
        }
    }
}
