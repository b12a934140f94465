//! What holds for every text that a field is made from.

use core::net::Ipv4Addr;
use std::sync::LazyLock;

use aliyun_customer_gateway::{
    Asn, ClientToken, Description, Edition, InvalidParameter, IpAddress, Name, Parameter, Reason,
    RegionId,
};
use regex::Regex;

/// Whether all characters are of a Unicode version that the compiler and the `regex` crate both
/// know: what a newer one calls a letter, the older one does not know at all.
fn is_settled(text: &str) -> bool {
    static SETTLED: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^\p{age=15.0}*$").unwrap());
    SETTLED.is_match(text)
}

/// Whether a text starts as no name and no description may.
fn has_scheme(text: &str) -> bool {
    static SCHEME: LazyLock<Regex> = LazyLock::new(|| Regex::new("^https?://").unwrap());
    SCHEME.is_match(text)
}

/// Asserts that a field was made exactly where the rule says so, and what its refusal tells.
fn check(parameter: Parameter, text: &str, made: Result<&str, InvalidParameter>, allowed: bool) {
    match made {
        Ok(made) => {
            assert!(allowed, "{parameter} takes {text:?}");
            assert_eq!(made, text, "{parameter}");
        }
        Err(refused) => {
            assert!(!allowed, "{parameter} refuses {text:?}: {refused}");
            check_refusal(parameter, text, refused);
        }
    }
}

/// Asserts that an error blames what is there.
fn check_refusal(parameter: Parameter, text: &str, refused: InvalidParameter) {
    assert_eq!(refused.parameter(), parameter, "{text:?}");
    let sentence = refused.to_string();
    assert!(sentence.contains(parameter.as_str()), "{sentence}");
    assert!(!sentence.ends_with('.'), "{sentence}");
    if let Some(index) = refused.index() {
        let rest = text.get(index..).expect("an index within the text");
        assert!(!rest.is_empty(), "{text:?}: {refused:?}");
        if let Some(character) = refused.character() {
            assert!(rest.starts_with(character), "{text:?}: {refused:?}");
            assert!(sentence.contains(&format!("at byte {index} of")), "{sentence}");
        }
    }
    let characters = text.chars().count();
    match refused.reason() {
        Reason::Empty => assert_eq!(text, ""),
        Reason::TooShort { characters: counted } | Reason::TooLong { characters: counted } => {
            assert_eq!(counted, characters, "{text:?}");
        }
        Reason::ForbiddenPrefix(prefix) => assert!(text.starts_with(prefix), "{text:?}"),
        Reason::NumberTooLarge { index, max } => {
            let digits = text[index..].split(|character: char| !character.is_ascii_digit()).next();
            let number = digits.unwrap().parse::<u128>();
            assert!(number.is_ok_and(|number| number > max.into()) || digits.unwrap().len() > 38);
        }
        Reason::LeadingZero { index } => {
            assert!(text[index + 1..].starts_with(|next: char| next.is_ascii_digit()), "{text:?}");
        }
        _ => {}
    }
}

/// Asserts that nothing before the reported character is to blame.
fn check_is_first(
    text: &str,
    refused: InvalidParameter,
    new: impl Fn(&str) -> Option<InvalidParameter>,
) {
    if let Reason::UnexpectedCharacter { index, .. } = refused.reason() {
        let before = new(&text[..index]).map(|refused| refused.reason());
        assert!(
            !matches!(before, Some(Reason::UnexpectedCharacter { .. })),
            "{text:?}: {before:?}"
        );
    }
}

/// The law of `RegionId`.
pub(crate) fn region_id(text: &str) {
    static RULE: LazyLock<Regex> = LazyLock::new(|| Regex::new("^[A-Za-z0-9_-]{1,63}$").unwrap());
    let made = RegionId::new(text);
    let as_text = made.as_ref().map(RegionId::as_str).map_err(|refused| *refused);
    check(Parameter::RegionId, text, as_text, RULE.is_match(text));
    if let Err(refused) = made {
        check_is_first(text, refused, |text| RegionId::new(text).err());
    }
    assert_eq!(RegionId::try_from(text), made);
}

/// The law of `ClientToken`.
pub(crate) fn client_token(text: &str) {
    static RULE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^[\x00-\x7f]{1,64}$").unwrap());
    let made = ClientToken::new(text);
    let as_text = made.as_ref().map(ClientToken::as_str).map_err(|refused| *refused);
    check(Parameter::ClientToken, text, as_text, RULE.is_match(text));
    if let Err(refused) = made {
        check_is_first(text, refused, |text| ClientToken::new(text).err());
    }
    assert_eq!(ClientToken::try_from(text), made);
}

/// The law of `Name`.
pub(crate) fn name(text: &str) {
    static RULE: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^[\p{Alphabetic}0-9._-]{2,128}$").unwrap());
    let made = Name::new(text);
    if is_settled(text) {
        let allowed = RULE.is_match(text) && !has_scheme(text);
        let as_text = made.as_ref().map(Name::as_str).map_err(|refused| *refused);
        check(Parameter::Name, text, as_text, allowed);
    }
    if let Err(refused) = made {
        check_is_first(text, refused, |text| Name::new(text).err());
    }
    assert_eq!(Name::try_from(text), made);
    let constant = Name::new_const(text, Edition::November2020);
    check_constant(
        Parameter::Name,
        text,
        made.map(|name| name.as_str()),
        constant.map(|name| name.as_str()),
        text.is_ascii(),
    );
}

/// The law of `Description`.
pub(crate) fn description(text: &str) {
    static RULE: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?s)^\p{Alphabetic}.{1,255}$").unwrap());
    let made = Description::new(text);
    if is_settled(text) {
        let allowed = RULE.is_match(text) && !has_scheme(text);
        let as_text = made.as_ref().map(Description::as_str).map_err(|refused| *refused);
        check(Parameter::Description, text, as_text, allowed);
    }
    assert_eq!(Description::try_from(text), made);
    let constant = Description::new_const(text, Edition::November2020);
    check_constant(
        Parameter::Description,
        text,
        made.map(|description| description.as_str()),
        constant.map(|description| description.as_str()),
        text.starts_with(|first: char| first.is_ascii()),
    );
}

/// Asserts that a constructor for constants agrees with the one for run time, but for what it does
/// not know.
fn check_constant(
    parameter: Parameter,
    text: &str,
    made: Result<&str, InvalidParameter>,
    constant: Result<&str, InvalidParameter>,
    is_known: bool,
) {
    match constant {
        Ok(_) => assert_eq!(constant, made),
        Err(refused) => {
            check_refusal(parameter, text, refused);
            if let Reason::NotConstant { character, .. } = refused.reason() {
                assert!(!character.is_ascii() && !is_known, "{text:?}: {refused:?}");
            } else {
                assert!(made.is_err(), "{text:?}: {refused:?}");
            }
        }
    }
    if is_known {
        assert_eq!(constant, made);
    }
}

/// The law of `IpAddress`.
pub(crate) fn ip_address(text: &str) {
    static RULE: LazyLock<Regex> = LazyLock::new(|| {
        let octet = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
        Regex::new(&format!(r"^{octet}\.{octet}\.{octet}\.{octet}$")).unwrap()
    });
    let is_quad = RULE.is_match(text);
    // The standard library reads the same texts, so it knows which addresses these are.
    let parsed = text.parse::<Ipv4Addr>();
    assert_eq!(parsed.is_ok(), is_quad, "{text:?}");

    let made = IpAddress::new(text);
    let or_private = IpAddress::new_in(text, Edition::Current);
    for made in [made, or_private] {
        match made {
            Ok(address) => {
                assert!(is_quad, "{text:?}");
                assert_eq!(address.to_string(), text);
                assert_eq!(Ok(address.get()), parsed);
            }
            Err(refused) => {
                check_refusal(Parameter::IpAddress, text, refused);
                let is_block = matches!(refused.reason(), Reason::NotPublic(_));
                assert_eq!(is_block, is_quad, "{text:?}: {refused:?}");
            }
        }
    }
    assert_eq!(text.parse(), made);
    assert_eq!(IpAddress::try_from(text), made);
    let Ok(parsed) = parsed else { return };
    assert_eq!(IpAddress::try_from(parsed), made);
    // What the standard library knows to be special is special.
    let is_special = parsed.is_loopback()
        || parsed.is_link_local()
        || parsed.is_multicast()
        || parsed.is_broadcast()
        || parsed.is_documentation()
        || parsed.is_unspecified();
    assert!(!(is_special && or_private.is_ok()), "{text}");
    assert!(!(parsed.is_private() && made.is_ok()), "{text}");
    assert!(!parsed.is_private() || or_private.is_ok(), "{text}");
    if let Err(refused) = made {
        let Reason::NotPublic(block) = refused.reason() else { panic!("{refused:?}") };
        let differing = parsed.to_bits() ^ u32::from_be_bytes(block.network());
        assert!(differing.leading_zeros() >= block.prefix_len().into(), "{text}: {block}");
        assert_eq!(block.is_private(), parsed.is_private(), "{text}: {block}");
    }
}

/// The law of `Asn`.
pub(crate) fn asn(text: &str) {
    static ASPLAIN: LazyLock<Regex> = LazyLock::new(|| Regex::new("^[1-9][0-9]{0,9}$").unwrap());
    static ASDOT: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^(0|[1-9][0-9]{0,4})\.(0|[1-9][0-9]{0,4})$").unwrap());
    let number = if ASPLAIN.is_match(text) {
        text.parse::<u32>().ok()
    } else {
        ASDOT.captures(text).and_then(|halves| {
            let [high, low] = [&halves[1], &halves[2]].map(|half| half.parse::<u16>().ok());
            Some(u32::from(high?) * 65_536 + u32::from(low?))
        })
    };
    let number = number.filter(|number| !matches!(number, 0 | 45_104));
    let made = Asn::new(text);
    match made {
        Ok(asn) => {
            assert_eq!(Some(asn.get()), number, "{text:?}");
            // Read and written again, it is the same number.
            assert_eq!(asn.to_string(), asn.get().to_string());
            assert_eq!(Asn::new(&asn.to_string()), Ok(asn));
            assert_eq!(Asn::from_number(asn.get()), Ok(asn));
        }
        Err(refused) => {
            assert_eq!(number, None, "{text:?}: {refused}");
            check_refusal(Parameter::Asn, text, refused);
        }
    }
    assert_eq!(text.parse(), made);
    assert_eq!(Asn::try_from(text), made);
}
