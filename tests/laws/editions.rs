//! What holds for every text by every edition of the rules, and for the fields of today.

use core::net::{Ipv4Addr, Ipv6Addr};
use std::sync::LazyLock;

use aliyun_customer_gateway::{
    AuthKey, CustomerGatewayId, Description, Edition, InvalidParameter, IpAddress, Name,
    PageNumber, PageSize, Parameter, Reason, ResourceGroupId, Sentence, Tag, Tags,
};
use regex::Regex;

/// What holds for every refusal, of whatever field.
fn told(refused: InvalidParameter, parameter: Parameter, text: &str) {
    assert_eq!(refused.parameter(), parameter, "{text:?}");
    let sentence = refused.to_string();
    assert_eq!(Sentence::new(&refused).as_str(), sentence, "{text:?}");
    assert!(!sentence.contains(|c: char| c.is_control()), "{sentence:?}");
    let cut = format!("{refused:.64}");
    assert!(cut.len() <= 64 && sentence.starts_with(&cut), "{cut}");
    if let Some(index) = refused.index() {
        let rest = text.get(index..).expect("an index within the text");
        if let Some(character) = refused.character() {
            assert!(rest.starts_with(character), "{text:?}: {refused:?}");
        }
    }
    assert!(refused.accepted_by().is_none_or(|other| refused.edition() != Some(other)));
}

/// Holds a field with editions against whether each accepts a text.
fn by_every_edition<T: PartialEq + core::fmt::Debug>(
    parameter: Parameter,
    text: &str,
    new: impl Fn(Edition) -> Result<T, InvalidParameter>,
    accepts: impl Fn(Edition) -> bool,
) {
    for edition in Edition::ALL {
        let made = new(*edition);
        assert_eq!(made.is_ok(), accepts(*edition), "{parameter} {edition} {text:?}: {made:?}");
        let Err(refused) = made else { continue };
        told(refused, parameter, text);
        let other = Edition::ALL.iter().copied().find(|other| accepts(*other));
        assert_eq!(refused.accepted_by(), other, "{text:?}");
        if let Some(other) = other {
            assert_eq!(refused.edition(), Some(*edition), "{text:?}");
            let note = format!(" (edition {edition}; {other} accepts the value)");
            assert!(refused.to_string().ends_with(&note), "{refused}");
        }
    }
}

/// Whether a character is a letter, if the compiler knows the letters of the same Unicode. What is a letter
/// by another version is told by a test of the crate's own table.
fn is_letter(character: char) -> bool {
    if char::UNICODE_VERSION == Name::UNICODE_VERSION || character.is_ascii() {
        character.is_alphabetic()
    } else {
        Description::new(&format!("{character}a")).is_ok()
    }
}

/// The law of the fields whose rules the editions have of their own.
pub(crate) fn editions(text: &str) {
    static NAME: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^[0-9._-]$").unwrap());
    let characters = text.chars().count();
    let has_scheme = text.starts_with("http://") || text.starts_with("https://");
    let today = (1..=100).contains(&characters) && !has_scheme;
    let is_name =
        |character: char| is_letter(character) || NAME.is_match(character.encode_utf8(&mut [0; 4]));
    by_every_edition(
        Parameter::Name,
        text,
        |edition| Name::new_in(text, edition),
        |edition| match edition {
            Edition::November2020 => {
                (2..=128).contains(&characters) && !has_scheme && text.chars().all(is_name)
            }
            _ => today,
        },
    );
    let starts_with_letter = text.starts_with(is_letter);
    by_every_edition(
        Parameter::Description,
        text,
        |edition| Description::new_in(text, edition),
        |edition| match edition {
            Edition::November2020 => {
                (2..=256).contains(&characters) && !has_scheme && starts_with_letter
            }
            _ => today,
        },
    );
    assert_eq!(Name::new(text), Name::new_in(text, Edition::default()));
    assert_eq!(Description::new(text), Description::new_in(text, Edition::default()));
    for edition in Edition::ALL {
        let refused = IpAddress::new_in(text, *edition).err();
        if let Some(refused) = refused {
            told(refused, Parameter::IpAddress, text);
        }
        if let Ok(address) = text.parse::<Ipv4Addr>() {
            let octets = IpAddress::from_octets_in(address.octets(), *edition);
            assert_eq!(octets.err(), refused, "{text}");
            let private = address.is_private();
            let other = refused.and_then(|refused| refused.accepted_by());
            let expected =
                (private && *edition == Edition::November2020).then_some(Edition::Current);
            assert_eq!(other, expected, "{text}");
            assert!(!private || *edition == Edition::November2020 || refused.is_none(), "{text}");
        }
        // What the standard library reads as an IPv6 address is called one.
        if text.parse::<Ipv6Addr>().is_ok() {
            assert_eq!(refused.map(|refused| refused.reason()), Some(Reason::Ipv6), "{text}");
        }
    }
}

/// The law of the texts of ASCII characters that today's actions have.
pub(crate) fn texts_of_today(text: &str) {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| Regex::new("^[1-9][0-9]*$").unwrap());
    let characters = text.chars().count();
    let graphic = text.bytes().all(|byte| byte.is_ascii_graphic());
    let is_id = (1..=64).contains(&characters) && graphic;
    let is_key = (1..=64).contains(&characters)
        && text.bytes().all(|byte| byte.is_ascii() && !b" ?".contains(&byte));
    for (parameter, refused, allowed) in [
        (Parameter::CustomerGatewayId, CustomerGatewayId::new(text).err(), is_id),
        (Parameter::ResourceGroupId, ResourceGroupId::new(text).err(), is_id),
        (Parameter::AuthKey, AuthKey::new(text).err(), is_key),
    ] {
        assert_eq!(refused.is_none(), allowed, "{parameter}: {text:?}");
        if let Some(refused) = refused {
            told(refused, parameter, text);
        }
    }
    // A refusal of a key shows no character but white space.
    let shown = AuthKey::new(text).err().and_then(|refused| refused.character());
    assert!(shown.is_none_or(|shown| shown.is_whitespace() || shown == '\u{feff}'), "{text:?}");

    let number = NUMBER.is_match(text).then(|| text.parse::<u32>().ok()).flatten();
    for (parameter, made, max) in [
        (Parameter::PageNumber, PageNumber::new(text).map(|page| page.get()), 2_147_483_647),
        (Parameter::PageSize, PageSize::new(text).map(|size| size.get()), 50),
    ] {
        assert_eq!(made.ok(), number.filter(|number| *number <= max), "{parameter}: {text:?}");
        if let Err(refused) = made {
            told(refused, parameter, text);
        }
    }
}

/// The law of `Tag` and `Tags`.
pub(crate) fn tags(texts: &[(String, String)]) {
    static FORBIDDEN: LazyLock<Regex> =
        LazyLock::new(|| Regex::new("^(aliyun|acs:)|https?://").unwrap());
    let mut list = Vec::new();
    for (key, value) in texts {
        let allowed = (1..=64).contains(&key.chars().count())
            && value.chars().count() <= 128
            && !FORBIDDEN.is_match(key)
            && !FORBIDDEN.is_match(value);
        let tag = Tag::new(key, value);
        assert_eq!(tag.is_ok(), allowed, "{key:?} {value:?}: {tag:?}");
        match tag {
            Ok(tag) => {
                assert_eq!((tag.key(), tag.value()), (key.as_str(), value.as_str()));
                assert_eq!(tag.to_owned().get(), tag);
                list.push(tag);
            }
            Err(refused) => {
                let is_key = refused.to_string().contains("Tags.N.Key");
                told(refused, Parameter::Tags, if is_key { key } else { value });
            }
        }
    }
    let mut keys: Vec<_> = list.iter().map(Tag::key).collect();
    keys.sort_unstable();
    keys.dedup();
    let tags = match Tags::new(&list) {
        Ok(tags) => {
            assert!(list.len() <= 20 && keys.len() == list.len(), "{list:?}");
            tags
        }
        Err(refused) => {
            match refused.reason() {
                Reason::TooManyTags { tags, max: 20 } => assert_eq!(tags, list.len()),
                Reason::DuplicateKey { first, second } => {
                    let key = |number: u8| list[usize::from(number) - 1].key();
                    assert!(first < second && key(first) == key(second), "{refused}");
                }
                _ => panic!("{refused}"),
            }
            assert_eq!(Sentence::new(&refused).as_str(), refused.to_string());
            return;
        }
    };
    assert!(tags.iter().eq(list.iter().copied()));
    let mut sorted: Vec<_> = (1..=list.len()).collect();
    sorted.sort_by_key(|number| format!("Tags.{number}.Key"));
    assert!(tags.canonical().map(|(number, _)| usize::from(number)).eq(sorted));
    assert!(tags.canonical().all(|(number, tag)| tag == list[usize::from(number) - 1]));
    assert_eq!(tags.to_owned::<{ Tags::MAX_BYTES }>().unwrap().get(), tags);
}

/// The law of `Host` and of what is signed with.
#[cfg(feature = "sign")]
pub(crate) fn signing_fields(text: &str) {
    use aliyun_customer_gateway::{
        AccessKeyId, AccessKeySecret, Host, SecurityToken, SignatureNonce,
    };

    static HOST: LazyLock<Regex> = LazyLock::new(|| {
        let label = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
        Regex::new(&format!(r"^(({label}\.)*({label}))(:([1-9][0-9]{{0,4}}))?$")).unwrap()
    });
    let parts = HOST.captures(text).and_then(|parts| {
        let (name, last) = (parts.get(1)?.as_str(), parts.get(4)?.as_str());
        let is_number = last.bytes().all(|byte| byte.is_ascii_digit());
        let port = parts.get(7).map(|port| port.as_str().parse::<u16>());
        let is_port = port
            .as_ref()
            .is_none_or(|port| port.as_ref().is_ok_and(|port| !matches!(port, 80 | 443)));
        let is_host =
            name.len() <= 253 && is_port && (!is_number || name.parse::<Ipv4Addr>().is_ok());
        is_host.then(|| (name, port.map(|port| port.unwrap())))
    });
    match Host::new(text) {
        Ok(host) => assert_eq!(Some((host.name(), host.port())), parts, "{text:?}"),
        Err(refused) => {
            assert_eq!(parts, None, "{text:?}: {refused}");
            told(refused, Parameter::Host, text);
        }
    }
    let characters = text.chars().count();
    let graphic = text.bytes().all(|byte| byte.is_ascii_graphic());
    let up_to = |max| graphic && (1..=max).contains(&characters);
    for (parameter, refused, allowed) in [
        (Parameter::AccessKeyId, AccessKeyId::new(text).err(), up_to(128) && !text.contains(',')),
        (Parameter::AccessKeySecret, AccessKeySecret::new(text).err(), up_to(128)),
        (Parameter::SecurityToken, SecurityToken::new(text).err(), up_to(8192)),
        (Parameter::SignatureNonce, SignatureNonce::new(text).err(), up_to(128)),
    ] {
        assert_eq!(refused.is_none(), allowed, "{parameter}: {text:?}");
        if let Some(refused) = refused {
            told(refused, parameter, text);
        }
    }
}
