//! Every rule of every field: the input, the exact reason and the exact sentence.

mod asn;
mod client_token;
mod description;
mod edition;
#[cfg(feature = "sign")]
mod host;
#[cfg(feature = "sign")]
mod ids;
mod ip_address;
mod name;
mod owned;
mod page;
mod region_id;
#[cfg(feature = "sign")]
mod secrets;
#[cfg(feature = "sign")]
mod sentence;
mod special_block;
mod tags;

use core::fmt::Display;

use aliyun_customer_gateway::query::{OrderError, Pairs, Query, Value};
use aliyun_customer_gateway::{
    Asn, ClientToken, CreateCustomerGateway, Description, Edition, ErrorCode, InvalidParameter,
    IpAddress, Name, Parameter, Reason, RegionId, Sentence, SpecialBlock,
};

/// A field under test: its constructor, and what every refusal of it has in common.
struct Field {
    new: fn(&str) -> Result<String, InvalidParameter>,
    parameter: Parameter,
    error_code: Option<ErrorCode>,
}

fn read<T: Display>(value: Result<T, InvalidParameter>) -> Result<String, InvalidParameter> {
    value.map(|value| value.to_string())
}

impl Field {
    /// Asserts that a text is taken, and comes back unchanged.
    fn takes(&self, text: &str) {
        assert_eq!((self.new)(text).as_deref(), Ok(text), "{}: {text:?}", self.parameter);
    }

    /// Asserts all that an error tells.
    fn refuses(&self, text: &str, reason: Reason, sentence: &str) {
        let refused = (self.new)(text).expect_err(text);
        assert_eq!(refused.reason(), reason, "{}: {text:?}", self.parameter);
        assert_eq!(refused.to_string(), sentence, "{}: {text:?}", self.parameter);
        assert_eq!(refused.parameter(), self.parameter, "{text:?}");
        assert_eq!(refused.error_code(), self.error_code, "{text:?}");
        let (index, character) = blamed(reason);
        assert_eq!(refused.index(), index, "{text:?}");
        assert_eq!(refused.character(), character, "{text:?}");
        if let (Some(index), Some(character)) = (index, character) {
            assert!(text[index..].starts_with(character), "{text:?}");
        }
        let edition = refused.edition().map_or(String::new(), |edition| format!(", {edition:?}"));
        assert_eq!(
            format!("{refused:?}"),
            format!("InvalidParameter({}, {reason:?}{edition})", self.parameter),
        );
        // The compiler's message is the same.
        assert_eq!(Sentence::new(&refused).as_str(), sentence);
    }

    fn refuses_all(&self, table: &[(&str, Reason, &str)]) {
        for (text, reason, sentence) in table {
            self.refuses(text, *reason, sentence);
        }
    }
}

/// What `index` and `character` have to say of a reason.
fn blamed(reason: Reason) -> (Option<usize>, Option<char>) {
    match reason {
        Reason::UnexpectedCharacter { character, index }
        | Reason::WhiteSpaceAtEdge { character, index }
        | Reason::UpperCase { character, index }
        | Reason::NotAscii { character, index }
        | Reason::NotConstant { character, index } => (Some(index), Some(character)),
        Reason::ForbiddenPrefix(_) => (Some(0), None),
        Reason::LeadingZero { index } => (Some(index), Some('0')),
        Reason::NumberTooLarge { index, .. }
        | Reason::NumberTooSmall { index, .. }
        | Reason::UnexpectedSecretCharacter { index }
        | Reason::EmptyLabel { index }
        | Reason::LabelTooLong { index, .. }
        | Reason::NoIpv4 { index }
        | Reason::NoPort { index } => (Some(index), None),
        _ => (None, None),
    }
}

const fn unexpected(character: char, index: usize) -> Reason {
    Reason::UnexpectedCharacter { character, index }
}

const fn not_constant(character: char, index: usize) -> Reason {
    Reason::NotConstant { character, index }
}

/// Whether a character is a letter, if the compiler knows the letters of the same Unicode; what another
/// version would change is told by a test of the crate's own table.
fn is_letter(character: char) -> bool {
    if char::UNICODE_VERSION == Name::UNICODE_VERSION || character.is_ascii() {
        character.is_alphabetic()
    } else {
        Name::new(&format!("{character}a")).is_ok()
    }
}

/// A value that the compiler checks.
macro_rules! constant {
    ($value:expr) => {
        match $value {
            Ok(value) => value,
            Err(_) => panic!("refused"),
        }
    };
}

#[test]
fn constants_are_checked_by_the_compiler() {
    const REGION: RegionId = constant!(RegionId::new("cn-shanghai"));
    const ADDRESS: IpAddress = constant!(IpAddress::new("101.12.0.12"));
    const PRIVATE: IpAddress = constant!(IpAddress::new_in("10.0.0.1", Edition::Current));
    const OCTETS: IpAddress = constant!(IpAddress::from_octets([101, 12, 0, 12]));
    const TOKEN: ClientToken = constant!(ClientToken::new("02fb3da4"));
    const GATEWAY: Name = constant!(Name::new_const("Gateway", Edition::November2020));
    const BRANCH: Description =
        constant!(Description::new_const("Branch 上海", Edition::November2020));
    const PLAIN: Asn = constant!(Asn::new("10001"));
    const DOTTED: Asn = constant!(Asn::new("123.456"));
    const NUMBER: Asn = constant!(Asn::from_number(8_061_384));
    const REQUEST: CreateCustomerGateway = CreateCustomerGateway::new(REGION, ADDRESS)
        .with_client_token(TOKEN)
        .with_name(GATEWAY)
        .with_description(BRANCH)
        .with_asn(PLAIN);
    // A refusal can be looked at in a constant as well.
    const REFUSED: Reason = match RegionId::new("cn shanghai") {
        Ok(_) => panic!("taken"),
        Err(refused) => refused.reason(),
    };

    assert_eq!(REGION.as_str(), "cn-shanghai");
    assert_eq!(ADDRESS, OCTETS);
    assert_eq!(PRIVATE.to_string(), "10.0.0.1");
    assert_eq!(TOKEN.as_str(), "02fb3da4");
    assert_eq!(GATEWAY, Name::new("Gateway").unwrap());
    assert_eq!(BRANCH, Description::new("Branch 上海").unwrap());
    assert_eq!(DOTTED, NUMBER);
    assert_eq!(REFUSED, unexpected(' ', 2));
    assert_eq!(REQUEST.region_id(), REGION);
    assert_eq!(REQUEST.ip_address(), ADDRESS);
    assert_eq!(REQUEST.client_token(), Some(TOKEN));
    assert_eq!(REQUEST.name(), Some(GATEWAY));
    assert_eq!(REQUEST.description(), Some(BRANCH));
    assert_eq!(REQUEST.asn(), Some(PLAIN));
}

#[test]
fn texts_are_borrowed_not_copied() {
    let text = String::from("cn-shanghai");
    assert_eq!(RegionId::new(&text).unwrap().as_str().as_ptr(), text.as_ptr());
    assert_eq!(ClientToken::new(&text).unwrap().as_str().as_ptr(), text.as_ptr());
    assert_eq!(Name::new(&text).unwrap().as_str().as_ptr(), text.as_ptr());
    assert_eq!(Description::new(&text).unwrap().as_str().as_ptr(), text.as_ptr());
    let as_ref: &str = Name::try_from(text.as_str()).unwrap().as_str();
    assert_eq!(as_ref, AsRef::<str>::as_ref(&Name::new(&text).unwrap()));
}

#[test]
fn display_pads() {
    assert_eq!(format!("{:>4}", RegionId::new("cn").unwrap()), "  cn");
    assert_eq!(format!("{:*<4}", ClientToken::new("cn").unwrap()), "cn**");
    assert_eq!(format!("{:^4}", Name::new("上海").unwrap()), " 上海 ");
    assert_eq!(format!("{:.1}", Description::new("上海").unwrap()), "上");
    assert_eq!(format!("{:>12}", IpAddress::new("101.12.0.12").unwrap()), " 101.12.0.12");
    assert_eq!(format!("{:>3}", Asn::new("1").unwrap()), "  1");
    assert_eq!(format!("{:>5}", Parameter::Name), " Name");
}

#[test]
fn errors_of_equal_meaning_are_equal() {
    use core::hash::{BuildHasher as _, BuildHasherDefault};
    use std::collections::HashSet;
    use std::hash::DefaultHasher;

    let refused = Name::new("branch office").unwrap_err();
    assert_eq!(refused, Name::new("office branch").unwrap_err());
    assert_ne!(refused, Name::new("a b").unwrap_err());
    // The same reason in another parameter is another error.
    assert_ne!(Name::new("").unwrap_err(), Description::new("").unwrap_err());
    let errors = HashSet::from([refused, Name::new("office branch").unwrap_err()]);
    assert_eq!(errors.len(), 1);
    // Each hashes otherwise, so that a table of them is one.
    let hash = |refused: InvalidParameter| {
        BuildHasherDefault::<DefaultHasher>::default().hash_one(refused)
    };
    assert_eq!(hash(refused), hash(Name::new("office branch").unwrap_err()));
    assert_ne!(hash(refused), hash(Name::new("a b").unwrap_err()));
    assert_ne!(hash(Name::new("").unwrap_err()), hash(Description::new("").unwrap_err()));
}

/// What a format and a UUID are made from, and read as.
#[cfg(feature = "sign")]
#[test]
fn formats_and_uuids_as_text() {
    use aliyun_customer_gateway::{Format, UuidText};

    for (format, text, media_type) in
        [(Format::Json, "JSON", "application/json"), (Format::Xml, "XML", "application/xml")]
    {
        assert_eq!(format.to_string(), text);
        assert_eq!(format!("{format:>5}|"), format!("{text:>5}|"));
        assert_eq!(text.parse(), Ok(format));
        assert_eq!(format.media_type(), media_type);
    }
    assert_eq!(
        "json".parse::<Format>().unwrap_err().to_string(),
        Format::new("json").unwrap_err().to_string()
    );

    let uuid = UuidText::from_random_bytes([0x1b; 16]);
    let text = "1b1b1b1b-1b1b-4b1b-9b1b-1b1b1b1b1b1b";
    assert_eq!(uuid.as_str(), text);
    assert_eq!(uuid.as_ref(), text);
    assert_eq!(uuid.to_string(), text);
    assert_eq!(format!("{uuid:>38}"), format!("  {text}"));
    assert_eq!(format!("{uuid:?}"), format!("UuidText({text:?})"));
    assert_eq!(uuid.client_token(), ClientToken::new(text).unwrap());
    assert_eq!(uuid.signature_nonce().as_str(), text);
}

#[test]
fn limits_are_constants_of_the_types() {
    assert_eq!(RegionId::MAX_CHARS, 63);
    assert_eq!(ClientToken::MAX_CHARS, 64);
    assert_eq!(IpAddress::MAX_CHARS, "255.255.255.255".len());
    assert_eq!(Asn::MAX_CHARS, "65535.65535".len());
    assert_eq!((Name::MIN_CHARS, Name::MAX_CHARS, Name::MAX_BYTES), (1, 128, 512));
    assert_eq!(
        (Description::MIN_CHARS, Description::MAX_CHARS, Description::MAX_BYTES),
        (1, 256, 1024)
    );
}

/// A type that grows is a decision: firmware keeps these on its stack.
#[cfg(target_pointer_width = "64")]
#[test]
fn sizes() {
    use aliyun_customer_gateway::{BufferTooSmall, Retry};

    let pins = [
        ("RegionId", size_of::<RegionId>(), 16),
        ("IpAddress", size_of::<IpAddress>(), 4),
        ("ClientToken", size_of::<ClientToken>(), 24),
        ("Name", size_of::<Name>(), 24),
        ("Option<Name>", size_of::<Option<Name>>(), 24),
        ("Description", size_of::<Description>(), 16),
        ("Asn", size_of::<Asn>(), 4),
        ("Parameter", size_of::<Parameter>(), 1),
        ("ErrorCode", size_of::<ErrorCode>(), 1),
        ("Retry", size_of::<Retry>(), 1),
        ("Reason", size_of::<Reason>(), 24),
        ("InvalidParameter", size_of::<InvalidParameter>(), 40),
        ("Result<Name, _>", size_of::<Result<Name, InvalidParameter>>(), 40),
        ("SpecialBlock", size_of::<SpecialBlock>(), 6),
        ("Value", size_of::<Value>(), 24),
        ("Pairs", size_of::<Pairs>(), 16),
        ("OrderError", size_of::<OrderError>(), 40),
        ("Query<Pairs>", size_of::<Query<Pairs>>(), 16),
        ("BufferTooSmall", size_of::<BufferTooSmall>(), 8),
        ("CreateCustomerGateway", size_of::<CreateCustomerGateway>(), 176),
    ];
    for (name, size, pinned) in pins {
        assert_eq!(size, pinned, "size_of::<{name}>()");
    }
}
