//! `Name`: what is taken, and every refusal.

use aliyun_customer_gateway::{Edition, ErrorCode, Name, Parameter, Reason};

use super::{Field, is_letter, not_constant, read, unexpected};

const NAME: Field = Field {
    new: |text| read(Name::new(text)),
    parameter: Parameter::Name,
    error_code: Some(ErrorCode::InvalidName),
};

const CURRENT: Field = Field { new: |text| read(Name::new_in(text, Edition::Current)), ..NAME };

const CONSTANT: Field =
    Field { new: |text| read(Name::new_const(text, Edition::November2020)), ..NAME };

const CURRENT_ACCEPTS: &str = "(edition 2020-11; current accepts the value)";

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
            &format!("Name has 1 character: it takes 2 to 128 {CURRENT_ACCEPTS}"),
        );
        NAME.refuses(
            &letter.repeat(129),
            Reason::TooLong { characters: 129 },
            "Name has 129 characters: it takes 2 to 128 (edition 2020-11)",
        );
    }
    let sentence = |character: char, index: usize| {
        format!(
            "unexpected character {character:?} at byte {index} of Name: \
             use letters, digits, '.', '_' and '-' {CURRENT_ACCEPTS}"
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
        Reason::ForbiddenPrefix("http://"),
        "Name starts with \"http://\": leave the prefix out",
    );
    NAME.refuses(
        "https://gateway",
        Reason::ForbiddenPrefix("https://"),
        "Name starts with \"https://\": leave the prefix out",
    );
    NAME.refuses(
        "http://",
        Reason::ForbiddenPrefix("http://"),
        "Name starts with \"http://\": leave the prefix out",
    );
    NAME.refuses(
        &format!("{}!", "a".repeat(200)),
        unexpected('!', 200),
        "unexpected character '!' at byte 200 of Name: use letters, digits, '.', '_' and '-' \
         (edition 2020-11)",
    );
}

#[test]
fn name_in_a_constant() {
    for text in ["ab", "Gateway", "a.b_c-d", "09", "上海-1", "\u{4e00}\u{9fff}"] {
        CONSTANT.takes(text);
    }
    CONSTANT.takes(&"a".repeat(128));
    CONSTANT.refuses_all(&[
        ("", Reason::Empty, NAME_EMPTY),
        (
            "G",
            Reason::TooShort { characters: 1 },
            "Name has 1 character: it takes 2 to 128 (edition 2020-11; current accepts the value)",
        ),
        (
            "branch office",
            unexpected(' ', 6),
            "unexpected character ' ' at byte 6 of Name: use letters, digits, '.', '_' and '-' \
             (edition 2020-11; current accepts the value)",
        ),
        (
            "Zürich",
            not_constant('ü', 1),
            "character 'ü' at byte 1 of Name cannot be checked in a constant: use Name::new at \
             run time (edition 2020-11; current accepts the value)",
        ),
        (
            "gateway🏢",
            not_constant('🏢', 7),
            "character '🏢' at byte 7 of Name cannot be checked in a constant: use Name::new at \
             run time (edition 2020-11; current accepts the value)",
        ),
        (
            "http://上海",
            Reason::ForbiddenPrefix("http://"),
            "Name starts with \"http://\": leave the prefix out",
        ),
        (
            "https://gateway",
            Reason::ForbiddenPrefix("https://"),
            "Name starts with \"https://\": leave the prefix out",
        ),
    ]);
    CONSTANT.refuses(
        &"a".repeat(129),
        Reason::TooLong { characters: 129 },
        "Name has 129 characters: it takes 2 to 128 (edition 2020-11)",
    );
}

#[test]
fn every_character_in_a_name() {
    let may_stand =
        |character: char| is_letter(character) || matches!(character, '0'..='9' | '.' | '_' | '-');
    let is_known =
        |character: char| character.is_ascii() || ('\u{4e00}'..='\u{9fff}').contains(&character);
    for character in '\0'..=char::MAX {
        // At the start, and behind a character of another length.
        let mut text = String::from("上");
        text.push(character);
        text.push('a');
        for (text, index) in [(&text[..], 3), (&text[3..], 0)] {
            let name = Name::new(text);
            if may_stand(character) {
                assert_eq!(name.map(|name| name.as_str()), Ok(text));
            } else {
                let reason = Reason::UnexpectedCharacter { character, index };
                assert_eq!(name.unwrap_err().reason(), reason, "{text:?}");
            }
            // Beyond one plane, one place is enough.
            if u32::from(character) > 0xffff {
                break;
            }
        }
        // A constant knows the letters of ASCII and the Chinese characters of one block, and says of
        // the others that it does not know.
        let reason = match Name::new_const(&text, Edition::November2020) {
            Ok(name) => {
                assert!(is_known(character) && may_stand(character), "{text:?}");
                assert_eq!(name.as_str(), text);
                continue;
            }
            Err(refused) => refused.reason(),
        };
        if is_known(character) {
            assert!(!may_stand(character), "{text:?}");
            assert_eq!(reason, Reason::UnexpectedCharacter { character, index: 3 });
        } else {
            assert_eq!(reason, Reason::NotConstant { character, index: 3 });
        }
    }
}

#[test]
fn name_of_today() {
    for text in [
        "A",
        "2nd floor",
        "branch office",
        "HTTP://gateway",
        "http:/",
        "see http://gateway",
        " ",
        "\0",
        "\n🏢\u{301}",
    ] {
        CURRENT.takes(text);
    }
    for character in ["a", "é", "上", "𠀀", "🏢", "\0"] {
        CURRENT.takes(character);
        CURRENT.takes(&character.repeat(100));
    }
    CURRENT.refuses("", Reason::Empty, "Name is empty: use any characters");
    for text in ["http://gateway", "http://"] {
        CURRENT.refuses(
            text,
            Reason::ForbiddenPrefix("http://"),
            "Name starts with \"http://\": leave the prefix out",
        );
    }
    for (letters, note) in
        [(101, "(edition current; 2020-11 accepts the value)"), (129, "(edition current)")]
    {
        CURRENT.refuses(
            &"上".repeat(letters),
            Reason::TooLong { characters: letters },
            &format!("Name has {letters} characters: it takes 1 to 100 {note}"),
        );
    }
    CURRENT.refuses(
        &" ".repeat(101),
        Reason::TooLong { characters: 101 },
        "Name has 101 characters: it takes 1 to 100 (edition current)",
    );
}

/// Which edition takes which, and that a refusal says so.
#[test]
fn a_refusal_names_the_editions() {
    use Edition::{Current, November2020};
    let long = "a".repeat(101);
    for (text, accepted) in [
        ("Gateway", &[November2020, Current][..]),
        ("A", &[Current]),
        ("branch office", &[Current]),
        (long.as_str(), &[November2020]),
        ("", &[]),
        ("http://gateway", &[]),
    ] {
        for edition in Edition::ALL {
            let name = Name::new_in(text, *edition);
            assert_eq!(name.is_ok(), accepted.contains(edition), "{text:?} {edition}");
            assert_eq!(name.is_ok(), Name::new_const(text, *edition).is_ok(), "{text:?}");
            let Err(refused) = name else { continue };
            assert_eq!(refused.edition(), Some(*edition), "{text:?}");
            assert_eq!(refused.accepted_by(), accepted.first().copied(), "{text:?}");
            assert_eq!(Name::new_const(text, *edition), Err(refused), "{text:?}");
        }
    }
}

#[test]
fn name_of_ascii() {
    for edition in [Edition::November2020, Edition::Current] {
        for text in ["Gateway", "G", "", "branch office", "http://a", "a.b_c-1", &"a".repeat(129)] {
            let (ascii, any) = (Name::new_ascii_in(text, edition), Name::new_in(text, edition));
            assert_eq!(ascii, any, "{text:?}");
            // Whether it needs encoding is known alike.
            assert_eq!(format!("{ascii:?}"), format!("{any:?}"));
        }
    }
    for (text, character, index) in [("Zürich", 'ü', 1), ("上海", '上', 0), ("a b上", ' ', 1)]
    {
        let refused = Name::new_ascii(text).unwrap_err();
        let reason = if character.is_ascii() {
            Reason::UnexpectedCharacter { character, index }
        } else {
            Reason::NotAscii { character, index }
        };
        assert_eq!(refused.reason(), reason);
        assert_eq!((refused.index(), refused.character()), (Some(index), Some(character)));
        assert_eq!(refused.accepted_by(), None);
    }
    assert_eq!(
        Name::new_ascii("Zürich").unwrap_err().to_string(),
        "character 'ü' at byte 1 of Name is not ASCII: use Name::new, which knows all letters",
    );
}
