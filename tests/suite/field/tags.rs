//! `Tag` and `Tags`: what is taken, in which order, and every refusal.

use aliyun_customer_gateway::{
    Edition, ErrorCode, InvalidParameter, OwnedTag, OwnedTags, Parameter, Reason, Sentence, Tag,
    Tags,
};

/// Asserts all that a refusal tells.
fn check(refused: InvalidParameter, reason: Reason, code: ErrorCode, sentence: &str) {
    assert_eq!(refused.reason(), reason, "{sentence}");
    assert_eq!(refused.to_string(), sentence);
    assert_eq!(Sentence::new(&refused).as_str(), sentence);
    assert_eq!(refused.parameter(), Parameter::Tags);
    assert_eq!(refused.error_code(), Some(code), "{sentence}");
    assert_eq!(refused.edition(), Some(Edition::Current));
}

#[test]
fn tags_that_are_taken() {
    for (key, value) in [
        ("k", ""),
        ("上海", "办公室"),
        (" ", " "),
        ("\0", "\n"),
        ("Aliyun", "ACS:"),
        ("xaliyun", "xacs:"),
        ("acs", "aliyu"),
        ("http:/", "https:/"),
        ("HTTP://a", "Https://b"),
        ("http:\\\\", "httpss://"),
    ] {
        let tag = Tag::new(key, value).unwrap();
        assert_eq!((tag.key(), tag.value()), (key, value));
        assert_eq!(tag.to_string(), format!("{key}={value}"));
        let owned = tag.to_owned();
        assert_eq!(owned.get(), tag);
        assert_eq!(OwnedTag::new(key, value), Ok(owned));
    }
    for character in ["a", "é", "上", "🏢"] {
        let (key, value) = (character.repeat(64), character.repeat(128));
        let tag = Tag::new(&key, &value).unwrap();
        assert_eq!(tag.to_owned().get(), tag);
    }
    assert_eq!((Tag::MAX_KEY_BYTES, Tag::MAX_VALUE_BYTES), (256, 512));
}

#[test]
fn keys_and_values_that_are_refused() {
    let key = |text: &str, reason, sentence: &str| {
        check(Tag::new(text, "v").unwrap_err(), reason, ErrorCode::InvalidTagKey, sentence);
    };
    let value = |text: &str, reason, sentence: &str| {
        check(Tag::new("k", text).unwrap_err(), reason, ErrorCode::InvalidTagValue, sentence);
    };
    key("", Reason::Empty, "Tags.N.Key is empty: use any characters");
    for character in ["a", "上", "🏢"] {
        key(
            &character.repeat(65),
            Reason::TooLong { characters: 65 },
            "Tags.N.Key has 65 characters: it takes 1 to 64",
        );
        value(
            &character.repeat(129),
            Reason::TooLong { characters: 129 },
            "Tags.N.Value has 129 characters: it takes 0 to 128",
        );
    }
    for prefix in ["aliyun", "acs:"] {
        for text in [prefix.to_owned(), format!("{prefix}x")] {
            key(
                &text,
                Reason::ForbiddenPrefix(prefix),
                &format!("Tags.N.Key starts with \"{prefix}\": leave the prefix out"),
            );
            value(
                &text,
                Reason::ForbiddenPrefix(prefix),
                &format!("Tags.N.Value starts with \"{prefix}\": leave the prefix out"),
            );
        }
    }
    for (text, index) in [
        ("http://", 0),
        ("https://", 0),
        ("see http://a", 4),
        ("上 https://", 4),
        ("hhttp://", 1),
        ("http:http://", 5),
    ] {
        key(
            text,
            Reason::ContainsUrl { index },
            &format!(
                "Tags.N.Key contains a URL at byte {index}: leave \"http://\" and \"https://\" out"
            ),
        );
        value(
            text,
            Reason::ContainsUrl { index },
            &format!(
                "Tags.N.Value contains a URL at byte {index}: leave \"http://\" and \"https://\" \
                 out"
            ),
        );
        assert_eq!(Tag::new("k", text).unwrap_err().index(), Some(index));
    }
}

/// Keys of one letter each.
const KEYS: &str = "abcdefghijklmnopqrstu";

fn some(count: usize) -> Vec<Tag<'static>> {
    (0..count).map(|index| Tag::new(&KEYS[index..=index], "").unwrap()).collect()
}

#[test]
fn up_to_20_tags() {
    for count in 0..=20 {
        let list = some(count);
        let tags = Tags::new(&list).unwrap();
        assert_eq!((tags.len(), tags.is_empty()), (count, count == 0));
        assert!(tags.iter().eq(list.iter().copied()));
        assert_eq!(tags.get(count), None);
        let owned = tags.to_owned::<20>().unwrap();
        assert!(count == 0 || tags.to_owned::<0>().is_err());
        assert_eq!(owned.get(), tags);
        assert_eq!(format!("{:?}", owned.get()), format!("{tags:?}"));
    }
    check(
        Tags::new(&some(21)).unwrap_err(),
        Reason::TooManyTags { tags: 21, max: 20 },
        ErrorCode::TooManyTags,
        "Tags has 21 tags: it takes up to 20",
    );
    let mut full = OwnedTags::<64>::new();
    for tag in some(20) {
        full.push(tag).unwrap();
    }
    check(
        full.push(some(21)[20]).unwrap_err(),
        Reason::TooManyTags { tags: 21, max: 20 },
        ErrorCode::TooManyTags,
        "Tags has 21 tags: it takes up to 20",
    );
    assert_eq!(full.get().len(), 20);
}

/// The service knows nothing of the space that a program has.
#[test]
fn tags_that_do_not_fit() {
    let no_space = |refused: InvalidParameter, bytes, capacity, sentence: &str| {
        assert_eq!(refused.reason(), Reason::NoSpace { bytes, capacity });
        assert_eq!((refused.parameter(), refused.error_code()), (Parameter::Tags, None));
        assert_eq!(refused.to_string(), sentence);
        assert_eq!(Sentence::new(&refused).as_str(), sentence);
    };
    no_space(
        Tags::new(&some(4)).unwrap().to_owned::<3>().unwrap_err(),
        4,
        3,
        "Tags takes 4 bytes, and there is space for 3: use a type of greater capacity",
    );
    let mut full = OwnedTags::<6>::new();
    full.push(Tag::new("a", "上").unwrap()).unwrap();
    no_space(
        full.push(Tag::new("b", "é").unwrap()).unwrap_err(),
        7,
        6,
        "Tags takes 7 bytes, and there is space for 6: use a type of greater capacity",
    );
    // What is refused changes nothing.
    full.push(Tag::new("b", "c").unwrap()).unwrap();
    let list = [Tag::new("a", "上").unwrap(), Tag::new("b", "c").unwrap()];
    assert_eq!(full.get(), Tags::new(&list).unwrap());
    assert_eq!(full.get().get(1), Some(list[1]));
    assert_eq!(full.get().get(2), None);
    no_space(
        OwnedTags::<0>::new().push(some(1)[0]).unwrap_err(),
        1,
        0,
        "Tags takes 1 byte, and there is space for 0: use a type of greater capacity",
    );
    let key = "🏢".repeat(64);
    let value = "🏢".repeat(128);
    let mut all = OwnedTags::<{ Tags::MAX_BYTES }>::new();
    for number in 0..20_u8 {
        let key = format!("{}{}", char::from(b'a' + number), &key[4..]);
        all.push(Tag::new(&key, &value).unwrap()).unwrap();
    }
    assert_eq!(all.get().iter().last().unwrap().value(), value);
}

/// Two tags of one key, at every two places.
#[test]
fn a_key_twice() {
    for second in 1..20 {
        for first in 0..second {
            let mut list = some(20);
            list[second] = Tag::new(list[first].key(), "another value").unwrap();
            let (first, second) = (first + 1, second + 1);
            let reason = Reason::DuplicateKey {
                first: u8::try_from(first).unwrap(),
                second: u8::try_from(second).unwrap(),
            };
            let sentence = format!(
                "Tags.{first}.Key is duplicated in Tags.{second}.Key: give each tag a key of its own"
            );
            check(Tags::new(&list).unwrap_err(), reason, ErrorCode::DuplicateTagKey, &sentence);
            let mut owned = OwnedTags::<20>::new();
            let refused = list.iter().find_map(|tag| owned.push(*tag).err());
            check(refused.unwrap(), reason, ErrorCode::DuplicateTagKey, &sentence);
        }
    }
    // A key is another one if a letter more, less or in another case.
    let list = ["a", "aa", "A", "á", "a "].map(|key| Tag::new(key, "").unwrap());
    assert!(Tags::new(&list).is_ok());
}

/// The order is that of the names' bytes, whatever the number.
#[test]
fn canonical_order() {
    for count in 0..=20 {
        let list = some(count);
        let tags = Tags::new(&list).unwrap();
        let given: Vec<_> = tags.canonical().collect();
        let names: Vec<_> = given.iter().map(|(number, _)| format!("Tags.{number}.Key")).collect();
        let mut sorted = names.clone();
        sorted.sort_unstable();
        assert_eq!(names, sorted);
        assert_eq!(given.len(), count);
        for (number, tag) in given {
            assert_eq!(tag, list[usize::from(number) - 1]);
        }
        assert!(tags.to_owned::<20>().unwrap().get().canonical().eq(tags.canonical()));
    }
}

#[test]
fn the_longest_tags() {
    for count in 0..=20 {
        let written: usize = (1..=count)
            .map(|number| {
                let (key, value) = ("%F0%9F%8F%A2".repeat(64), "%F0%9F%8F%A2".repeat(128));
                format!("&Tags.{number}.Key={key}&Tags.{number}.Value={value}").len()
            })
            .sum();
        assert_eq!(Tags::max_encoded_len(count), written, "{count}");
    }
}
