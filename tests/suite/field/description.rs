//! `Description`: what is taken, and every refusal.

use aliyun_customer_gateway::{Description, Edition, ErrorCode, Parameter, Reason};

use super::{Field, is_letter, not_constant, read, unexpected};

const DESCRIPTION: Field = Field {
    new: |text| read(Description::new(text)),
    parameter: Parameter::Description,
    error_code: Some(ErrorCode::InvalidDescription),
};

const CURRENT: Field =
    Field { new: |text| read(Description::new_in(text, Edition::Current)), ..DESCRIPTION };

const CONSTANT: Field =
    Field { new: |text| read(Description::new_const(text, Edition::November2020)), ..DESCRIPTION };

const CURRENT_ACCEPTS: &str = "(edition 2020-11; current accepts the value)";

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
            &format!("Description has 1 character: it takes 2 to 256 {CURRENT_ACCEPTS}"),
        );
        DESCRIPTION.refuses(
            &letter.repeat(257),
            Reason::TooLong { characters: 257 },
            "Description has 257 characters: it takes 2 to 256 (edition 2020-11)",
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
                "unexpected character {character:?} at byte 0 of Description: start with a letter \
                 {CURRENT_ACCEPTS}"
            ),
        );
    }
    for (text, prefix) in
        [("http://gateway", "http://"), ("https://gateway", "https://"), ("http://", "http://")]
    {
        DESCRIPTION.refuses(
            text,
            Reason::ForbiddenPrefix(prefix),
            &format!("Description starts with \"{prefix}\": leave the prefix out"),
        );
    }
}

#[test]
fn description_in_a_constant() {
    for text in ["ab", "Filiale Zürich", "a上", "Z🏢\0", "上海!"] {
        CONSTANT.takes(text);
    }
    CONSTANT.takes(&format!("a{}", "上".repeat(255)));
    CONSTANT.refuses_all(&[
        ("", Reason::Empty, DESCRIPTION_EMPTY),
        (
            "G",
            Reason::TooShort { characters: 1 },
            "Description has 1 character: it takes 2 to 256 \
             (edition 2020-11; current accepts the value)",
        ),
        (
            "2nd floor",
            unexpected('2', 0),
            "unexpected character '2' at byte 0 of Description: start with a letter \
             (edition 2020-11; current accepts the value)",
        ),
        (
            "@home",
            unexpected('@', 0),
            "unexpected character '@' at byte 0 of Description: start with a letter \
             (edition 2020-11; current accepts the value)",
        ),
        (
            "Übersee",
            not_constant('Ü', 0),
            "character 'Ü' at byte 0 of Description cannot be checked in a constant: use \
             Description::new at run time (edition 2020-11; current accepts the value)",
        ),
        (
            "🏢 Gateway",
            not_constant('🏢', 0),
            "character '🏢' at byte 0 of Description cannot be checked in a constant: use \
             Description::new at run time (edition 2020-11; current accepts the value)",
        ),
        (
            "http://gateway",
            Reason::ForbiddenPrefix("http://"),
            "Description starts with \"http://\": leave the prefix out",
        ),
        (
            "https://gateway",
            Reason::ForbiddenPrefix("https://"),
            "Description starts with \"https://\": leave the prefix out",
        ),
    ]);
    CONSTANT.refuses(
        &format!("a{}", "上".repeat(256)),
        Reason::TooLong { characters: 257 },
        "Description has 257 characters: it takes 2 to 256 (edition 2020-11)",
    );
}

#[test]
fn every_character_in_a_description() {
    for character in '\0'..=char::MAX {
        let first = format!("{character}a");
        let unexpected = Reason::UnexpectedCharacter { character, index: 0 };
        let description = Description::new(&first);
        if is_letter(character) {
            assert_eq!(description.map(|text| text.as_str()), Ok(first.as_str()));
        } else {
            assert_eq!(description.unwrap_err().reason(), unexpected, "{first:?}");
        }
        let constant = Description::new_const(&first, Edition::November2020);
        if character.is_ascii_alphabetic() || ('\u{4e00}'..='\u{9fff}').contains(&character) {
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
        assert_eq!(
            Description::new_const(&later, Edition::November2020).map(|text| text.as_str()),
            Ok(later.as_str())
        );
    }
}

#[test]
fn description_of_today() {
    for text in ["A", "2nd floor", " ", "\0", "🏢 HTTP://gateway", "see http://gateway"] {
        CURRENT.takes(text);
    }
    for character in ["a", "é", "上", "𠀀", "🏢", "\0"] {
        CURRENT.takes(character);
        CURRENT.takes(&character.repeat(100));
    }
    CURRENT.refuses("", Reason::Empty, "Description is empty: use any characters");
    CURRENT.refuses(
        "https://gateway",
        Reason::ForbiddenPrefix("https://"),
        "Description starts with \"https://\": leave the prefix out",
    );
    for (letters, note) in
        [(101, "(edition current; 2020-11 accepts the value)"), (257, "(edition current)")]
    {
        CURRENT.refuses(
            &"上".repeat(letters),
            Reason::TooLong { characters: letters },
            &format!("Description has {letters} characters: it takes 1 to 100 {note}"),
        );
    }
    CURRENT.refuses(
        &"2".repeat(101),
        Reason::TooLong { characters: 101 },
        "Description has 101 characters: it takes 1 to 100 (edition current)",
    );
}

#[test]
fn description_of_ascii() {
    for edition in [Edition::November2020, Edition::Current] {
        for text in ["Branch, 2nd floor", "2nd floor", "", "G", "https://a", &"a".repeat(257)] {
            let ascii = Description::new_ascii_in(text, edition);
            assert_eq!(ascii, Description::new_in(text, edition), "{text:?}");
        }
    }
    for (text, reason) in [
        ("Filiale Zürich", Reason::NotAscii { character: 'ü', index: 9 }),
        ("上", Reason::NotAscii { character: '上', index: 0 }),
        ("2 上", Reason::UnexpectedCharacter { character: '2', index: 0 }),
    ] {
        assert_eq!(Description::new_ascii(text).unwrap_err().reason(), reason);
    }
}
