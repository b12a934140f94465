//! `Description`: what is taken, and every refusal.

use aliyun_customer_gateway::{Description, ErrorCode, Parameter, Reason};

use super::{Field, not_constant, read, unexpected};

const DESCRIPTION: Field = Field {
    new: |text| read(Description::new(text)),
    parameter: Parameter::Description,
    error_code: Some(ErrorCode::InvalidDescription),
};

const DESCRIPTION_ASCII: Field =
    Field { new: |text| read(Description::new_ascii(text)), ..DESCRIPTION };

const DESCRIPTION_EMPTY: &str = "Description is empty: start with a letter";

#[test]
fn description() {
    for text in [
        "ab",
        "Branch office, 2nd floor",
        "上海",
        "a\0",
        "a\n\u{7f}",
        "a🏢",
        "httpx://",
        "http:/gateway",
        "http",
        "HTTP://gateway",
        "Https://gateway",
        "ftp://gateway",
        "see http://gateway",
    ] {
        DESCRIPTION.takes(text);
    }
    for letter in ["a", "é", "上", "𠀀"] {
        DESCRIPTION.takes(&letter.repeat(2));
        DESCRIPTION.takes(&letter.repeat(256));
        DESCRIPTION.refuses(
            letter,
            Reason::TooShort { characters: 1 },
            "Description has 1 character: it takes 2 to 256",
        );
        DESCRIPTION.refuses(
            &letter.repeat(257),
            Reason::TooLong { characters: 257 },
            "Description has 257 characters: it takes 2 to 256",
        );
    }
    DESCRIPTION.refuses("", Reason::Empty, DESCRIPTION_EMPTY);
    for (text, character) in [
        ("2nd floor", '2'),
        (" Gateway", ' '),
        ("_Gateway", '_'),
        ("\0Gateway", '\0'),
        ("！上海", '！'),
        ("🏢 Gateway", '🏢'),
        ("9", '9'),
        ("²nd", '²'),
    ] {
        DESCRIPTION.refuses(
            text,
            unexpected(character, 0),
            &format!(
                "unexpected character {character:?} at byte 0 of Description: start with a letter"
            ),
        );
    }
    for (text, prefix) in
        [("http://gateway", "http://"), ("https://gateway", "https://"), ("http://", "http://")]
    {
        DESCRIPTION.refuses(
            text,
            Reason::SchemePrefix(prefix),
            &format!("Description starts with \"{prefix}\": leave the prefix out"),
        );
    }
}

#[test]
fn description_in_a_constant() {
    for text in ["ab", "Filiale Zürich", "a上", "Z🏢\0"] {
        DESCRIPTION_ASCII.takes(text);
    }
    DESCRIPTION_ASCII.takes(&format!("a{}", "上".repeat(255)));
    DESCRIPTION_ASCII.refuses_all(&[
        ("", Reason::Empty, DESCRIPTION_EMPTY),
        ("G", Reason::TooShort { characters: 1 }, "Description has 1 character: it takes 2 to 256"),
        (
            "2nd floor",
            unexpected('2', 0),
            "unexpected character '2' at byte 0 of Description: start with a letter",
        ),
        (
            "@home",
            unexpected('@', 0),
            "unexpected character '@' at byte 0 of Description: start with a letter",
        ),
        (
            "上海",
            not_constant('上', 0),
            "character '上' at byte 0 of Description cannot be checked in a constant: use \
             Description::new at run time",
        ),
        (
            "🏢 Gateway",
            not_constant('🏢', 0),
            "character '🏢' at byte 0 of Description cannot be checked in a constant: use \
             Description::new at run time",
        ),
        (
            "http://gateway",
            Reason::SchemePrefix("http://"),
            "Description starts with \"http://\": leave the prefix out",
        ),
        (
            "https://gateway",
            Reason::SchemePrefix("https://"),
            "Description starts with \"https://\": leave the prefix out",
        ),
    ]);
    DESCRIPTION_ASCII.refuses(
        &format!("a{}", "上".repeat(256)),
        Reason::TooLong { characters: 257 },
        "Description has 257 characters: it takes 2 to 256",
    );
}

#[test]
fn every_character_in_a_description() {
    for character in '\0'..=char::MAX {
        let first = format!("{character}a");
        let unexpected = Reason::UnexpectedCharacter { character, index: 0 };
        let description = Description::new(&first);
        if character.is_alphabetic() {
            assert_eq!(description.map(|text| text.as_str()), Ok(first.as_str()));
        } else {
            assert_eq!(description.unwrap_err().reason(), unexpected, "{first:?}");
        }
        let constant = Description::new_ascii(&first);
        if character.is_ascii_alphabetic() {
            assert_eq!(constant.map(|text| text.as_str()), Ok(first.as_str()));
        } else if character.is_ascii() {
            assert_eq!(constant.unwrap_err().reason(), unexpected, "{first:?}");
        } else {
            let not_constant = Reason::NotConstant { character, index: 0 };
            assert_eq!(constant.unwrap_err().reason(), not_constant, "{first:?}");
        }
        // Every later character is free.
        let later = format!("a{character}");
        assert_eq!(Description::new(&later).map(|text| text.as_str()), Ok(later.as_str()));
        assert_eq!(Description::new_ascii(&later).map(|text| text.as_str()), Ok(later.as_str()));
    }
}
