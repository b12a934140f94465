//! Every rule of every field: the input, the exact reason and the exact sentence.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::too_many_lines,
    clippy::unwrap_used,
    reason = "what cannot be checked fails its test, and a table is as long as its rows"
)]

use core::fmt::Display;
use core::net::Ipv4Addr;

use aliyun_customer_gateway::{
    Asn, ClientToken, CreateCustomerGateway, Description, ErrorCode, InvalidParameter, IpAddress,
    Name, Parameter, Reason, RegionId, SpecialBlock,
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

const REGION_ID: Field = Field {
    new: |text| read(RegionId::new(text)),
    parameter: Parameter::RegionId,
    error_code: None,
};

const CLIENT_TOKEN: Field = Field {
    new: |text| read(ClientToken::new(text)),
    parameter: Parameter::ClientToken,
    error_code: None,
};

const IP_ADDRESS: Field = Field {
    new: |text| read(IpAddress::new(text)),
    parameter: Parameter::IpAddress,
    error_code: Some(ErrorCode::IpAddressWrongFormat),
};

const OR_PRIVATE: Field = Field { new: |text| read(IpAddress::new_or_private(text)), ..IP_ADDRESS };

const NAME: Field = Field {
    new: |text| read(Name::new(text)),
    parameter: Parameter::Name,
    error_code: Some(ErrorCode::InvalidName),
};

const NAME_ASCII: Field = Field { new: |text| read(Name::new_ascii(text)), ..NAME };

const DESCRIPTION: Field = Field {
    new: |text| read(Description::new(text)),
    parameter: Parameter::Description,
    error_code: Some(ErrorCode::InvalidDescription),
};

const DESCRIPTION_ASCII: Field =
    Field { new: |text| read(Description::new_ascii(text)), ..DESCRIPTION };

const ASN: Field =
    Field { new: |text| read(Asn::new(text)), parameter: Parameter::Asn, error_code: None };

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
        assert_eq!(
            format!("{refused:?}"),
            format!("InvalidParameter({:?}, {reason:?})", self.parameter),
        );
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
        | Reason::NotConstant { character, index } => (Some(index), Some(character)),
        Reason::SchemePrefix(_) => (Some(0), None),
        Reason::LeadingZero { index } => (Some(index), Some('0')),
        Reason::NeedlessDot { index } => (Some(index), Some('.')),
        Reason::NumberTooLarge { index, .. } => (Some(index), None),
        _ => (None, None),
    }
}

const fn unexpected(character: char, index: usize) -> Reason {
    Reason::UnexpectedCharacter { character, index }
}

const fn not_constant(character: char, index: usize) -> Reason {
    Reason::NotConstant { character, index }
}

#[test]
fn region_id() {
    for text in ["a", "cn-shanghai", "us-west-1", "AZaz09_-", "-", "_"] {
        REGION_ID.takes(text);
    }
    REGION_ID.takes(&"a".repeat(63));
    REGION_ID.refuses_all(&[
        (
            "",
            Reason::Empty,
            "RegionId is empty: use ASCII letters, digits, '_' and '-', as in cn-shanghai",
        ),
        (
            "cn shanghai",
            unexpected(' ', 2),
            "unexpected character ' ' at byte 2 of RegionId: use ASCII letters, digits, '_' and \
             '-', as in cn-shanghai",
        ),
        (
            "cn-shanghai.",
            unexpected('.', 11),
            "unexpected character '.' at byte 11 of RegionId: use ASCII letters, digits, '_' and \
             '-', as in cn-shanghai",
        ),
        (
            "cn-上海",
            unexpected('上', 3),
            "unexpected character '上' at byte 3 of RegionId: use ASCII letters, digits, '_' and \
             '-', as in cn-shanghai",
        ),
        (
            "cn\n",
            unexpected('\n', 2),
            "unexpected character '\\n' at byte 2 of RegionId: use ASCII letters, digits, '_' and \
             '-', as in cn-shanghai",
        ),
        (
            "a/../b",
            unexpected('/', 1),
            "unexpected character '/' at byte 1 of RegionId: use ASCII letters, digits, '_' and \
             '-', as in cn-shanghai",
        ),
    ]);
    REGION_ID.refuses(
        &"a".repeat(64),
        Reason::TooLong { characters: 64 },
        "RegionId has 64 characters: it takes 1 to 63",
    );
    // What to mend first is the character, wherever it stands.
    REGION_ID.refuses(
        &format!("{}é", "a".repeat(64)),
        unexpected('é', 64),
        "unexpected character 'é' at byte 64 of RegionId: use ASCII letters, digits, '_' and '-', \
         as in cn-shanghai",
    );
}

#[test]
fn client_token() {
    for text in
        ["a", "02fb3da4-130e-11e9-8e44-0016e04115b", " ", "\0", "\x7f", "a b&c=d", "http://"]
    {
        CLIENT_TOKEN.takes(text);
    }
    CLIENT_TOKEN.takes(&"a".repeat(64));
    CLIENT_TOKEN.refuses_all(&[
        ("", Reason::Empty, "ClientToken is empty: use ASCII characters"),
        (
            "branch-é",
            unexpected('é', 7),
            "unexpected character 'é' at byte 7 of ClientToken: use ASCII characters",
        ),
        (
            "\u{80}",
            unexpected('\u{80}', 0),
            "unexpected character '\\u{80}' at byte 0 of ClientToken: use ASCII characters",
        ),
        (
            "a上",
            unexpected('上', 1),
            "unexpected character '上' at byte 1 of ClientToken: use ASCII characters",
        ),
        (
            "ab🏢",
            unexpected('🏢', 2),
            "unexpected character '🏢' at byte 2 of ClientToken: use ASCII characters",
        ),
    ]);
    CLIENT_TOKEN.refuses(
        &"a".repeat(65),
        Reason::TooLong { characters: 65 },
        "ClientToken has 65 characters: it takes 1 to 64",
    );
    // 65 characters too, but what to mend first is the one that is not ASCII.
    CLIENT_TOKEN.refuses(
        &"上".repeat(65),
        unexpected('上', 0),
        "unexpected character '上' at byte 0 of ClientToken: use ASCII characters",
    );
}

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

const EXPECTED_QUAD: &str = "write four numbers with dots between, as in 101.12.0.12";

const IPV6: &str = "IpAddress is an IPv6 address: the service takes IPv4 alone, as in 101.12.0.12";

/// What both constructors refuse for how it is written.
fn refuses_what_is_no_quad(field: &Field) {
    field.refuses("", Reason::Empty, &format!("IpAddress is empty: {EXPECTED_QUAD}"));
    for text in ["101", "101.", "101.12", "101.12.0", "101.12.0.", "0", "0.0.0."] {
        field.refuses(
            text,
            Reason::Incomplete,
            &format!("IpAddress ends too early: {EXPECTED_QUAD}"),
        );
    }
    for (text, character, index) in [
        (" 101.12.0.12", ' ', 0),
        ("101.12.0.12 ", ' ', 11),
        ("101.12.0.12\n", '\n', 11),
        ("101.12.0.12/32", '/', 11),
        ("101.12.0.12.", '.', 11),
        ("101.12.0.12.1", '.', 11),
        ("101.12.0.12:500", ':', 11),
        ("101..0.12", '.', 4),
        (".101.12.0", '.', 0),
        ("101,12,0,12", ',', 3),
        ("101. 12.0.12", ' ', 4),
        ("+101.12.0.12", '+', 0),
        ("101.-12.0.12", '-', 4),
        ("116.xx.xx.12", 'x', 4),
        ("0x65.12.0.12", 'x', 1),
        ("10１.12.0.12", '１', 2),
        ("gateway", 'g', 0),
        ("g::1", 'g', 0),
        ("20::z", ':', 2),
        ("gateway.example:500", 'g', 0),
        ("上", '上', 0),
        ("1:02:03", ':', 1),
    ] {
        field.refuses(
            text,
            unexpected(character, index),
            &format!(
                "unexpected character {character:?} at byte {index} of IpAddress: {EXPECTED_QUAD}"
            ),
        );
    }
    for (text, index) in [
        ("0101.12.0.12", 0),
        ("101.012.0.12", 4),
        ("101.12.00.12", 7),
        ("101.12.0.012", 9),
        ("101.12.0.00", 9),
        ("00.0.0.0", 0),
    ] {
        field.refuses(
            text,
            Reason::LeadingZero { index },
            &format!("leading zero at byte {index} of IpAddress: leave it out"),
        );
    }
    for (text, index) in [
        ("256.12.0.12", 0),
        ("101.256.0.12", 4),
        ("101.12.256.12", 7),
        ("101.12.0.256", 9),
        ("101.12.0.1000", 9),
        ("101.12.0.99999999999999999999999999", 9),
        ("1694236684", 0),
    ] {
        field.refuses(
            text,
            Reason::NumberTooLarge { index, max: 255 },
            &format!("number at byte {index} of IpAddress is too large: it goes up to 255"),
        );
    }
    for text in [
        "::",
        "::1",
        "2001:db8::1",
        "2001:DB8::1",
        "2001:db8:1:2:3:4:5:6",
        "fe80::1%eth0",
        "[2001:db8::1]",
        "2001:db8::/32",
        "::ffff:101.12.0.12",
        "0:0:0:0:0:ffff:101.12.0.12",
    ] {
        field.refuses(text, Reason::Ipv6, IPV6);
    }
}

#[test]
fn ip_address() {
    for text in
        ["101.12.0.12", "1.0.0.0", "8.8.8.8", "9.255.255.255", "223.255.255.255", "192.0.0.9"]
    {
        IP_ADDRESS.takes(text);
    }
    refuses_what_is_no_quad(&IP_ADDRESS);
    for (text, block) in PRIVATE.iter().chain(SPECIAL) {
        refuses_block(&IP_ADDRESS, text, block);
    }
}

#[test]
fn private_ip_address() {
    for text in ["101.12.0.12", "192.0.0.10"] {
        OR_PRIVATE.takes(text);
    }
    refuses_what_is_no_quad(&OR_PRIVATE);
    for (text, _) in PRIVATE {
        OR_PRIVATE.takes(text);
    }
    for (text, block) in SPECIAL {
        refuses_block(&OR_PRIVATE, text, block);
    }
}

fn refuses_block(field: &Field, text: &str, block: &str) {
    let octets = text.parse::<Ipv4Addr>().unwrap().octets();
    field.refuses(
        text,
        Reason::NotPublic(SpecialBlock::of(octets).expect(text)),
        &format!("IpAddress lies in {block}: give the public address of the VPN gateway"),
    );
}

const PRIVATE: &[(&str, &str)] = &[
    ("10.0.0.1", "10.0.0.0/8 (private use, RFC 1918)"),
    ("172.16.0.1", "172.16.0.0/12 (private use, RFC 1918)"),
    ("172.31.255.255", "172.16.0.0/12 (private use, RFC 1918)"),
    ("192.168.1.1", "192.168.0.0/16 (private use, RFC 1918)"),
];

const SPECIAL: &[(&str, &str)] = &[
    ("0.0.0.0", "0.0.0.0/8 (this network, RFC 791)"),
    ("100.64.0.1", "100.64.0.0/10 (shared address space, RFC 6598)"),
    ("127.0.0.1", "127.0.0.0/8 (loopback, RFC 1122)"),
    ("169.254.169.254", "169.254.0.0/16 (link local, RFC 3927)"),
    ("192.0.0.8", "192.0.0.0/24 (IETF protocol assignments, RFC 6890)"),
    ("192.0.2.1", "192.0.2.0/24 (documentation, RFC 5737)"),
    ("192.88.99.1", "192.88.99.0/24 (6to4 relay anycast, RFC 7526)"),
    ("198.18.0.1", "198.18.0.0/15 (benchmarking, RFC 2544)"),
    ("198.51.100.1", "198.51.100.0/24 (documentation, RFC 5737)"),
    ("203.0.113.1", "203.0.113.0/24 (documentation, RFC 5737)"),
    ("224.0.0.1", "224.0.0.0/4 (multicast, RFC 5771)"),
    ("240.0.0.1", "240.0.0.0/4 (reserved, RFC 1112)"),
    ("255.255.255.255", "255.255.255.255/32 (limited broadcast, RFC 8190)"),
];

#[test]
fn addresses_come_from_other_types_too() {
    let address = IpAddress::new("101.12.0.12").unwrap();
    assert_eq!(address.get(), Ipv4Addr::new(101, 12, 0, 12));
    assert_eq!(address.octets(), [101, 12, 0, 12]);
    assert_eq!("101.12.0.12".parse(), Ok(address));
    assert_eq!(IpAddress::try_from("101.12.0.12"), Ok(address));
    assert_eq!(IpAddress::try_from(Ipv4Addr::new(101, 12, 0, 12)), Ok(address));
    assert_eq!(IpAddress::from_octets([101, 12, 0, 12]), Ok(address));
    assert_eq!(Ipv4Addr::from(address), Ipv4Addr::new(101, 12, 0, 12));
    let refused = IpAddress::new("10.0.0.1").unwrap_err();
    assert_eq!("10.0.0.1".parse::<IpAddress>(), Err(refused));
    assert_eq!(IpAddress::try_from(Ipv4Addr::new(10, 0, 0, 1)), Err(refused));
    assert_eq!(IpAddress::from_octets([10, 0, 0, 1]), Err(refused));
}

#[test]
fn asn() {
    for (text, number) in [
        ("1", 1),
        ("10001", 10_001),
        ("65535", 65_535),
        ("65536", 65_536),
        ("45103", 45_103),
        ("45105", 45_105),
        ("4294967295", u32::MAX),
        ("1.0", 65_536),
        ("1.45104", 110_640),
        ("123.456", 8_061_384),
        ("65535.0", 4_294_901_760),
        ("65535.65535", u32::MAX),
    ] {
        let asn = Asn::new(text).expect(text);
        assert_eq!(asn.get(), number, "{text}");
        assert_eq!(asn.to_string(), number.to_string(), "{text}");
        assert_eq!(text.parse(), Ok(asn), "{text}");
        assert_eq!(Asn::try_from(text), Ok(asn), "{text}");
        assert_eq!(Asn::try_from(number), Ok(asn), "{text}");
        assert_eq!(u32::from(asn), number, "{text}");
    }
    let expected = "write digits, with one dot for asdot, as in 10001 or 123.456";
    ASN.refuses("", Reason::Empty, &format!("Asn is empty: {expected}"));
    for text in ["123.", "0.", "65535."] {
        ASN.refuses(text, Reason::Incomplete, &format!("Asn ends too early: {expected}"));
    }
    for (text, character, index) in [
        ("AS10001", 'A', 0),
        ("+10001", '+', 0),
        ("-1", '-', 0),
        (" 10001", ' ', 0),
        ("10001 ", ' ', 5),
        ("10001\n", '\n', 5),
        ("10,001", ',', 2),
        (".456", '.', 0),
        (".", '.', 0),
        ("123..456", '.', 4),
        ("123.456.7", '.', 7),
        ("123.+456", '+', 4),
        ("123.456 ", ' ', 7),
        ("0x2711", 'x', 1),
        ("1e4", 'e', 1),
        ("１", '１', 0),
        ("10上", '上', 2),
    ] {
        ASN.refuses(
            text,
            unexpected(character, index),
            &format!("unexpected character {character:?} at byte {index} of Asn: {expected}"),
        );
    }
    for (text, index) in
        [("010001", 0), ("00", 0), ("00.1", 0), ("123.0456", 4), ("123.00", 4), ("01.1", 0)]
    {
        ASN.refuses(
            text,
            Reason::LeadingZero { index },
            &format!("leading zero at byte {index} of Asn: leave it out"),
        );
    }
    for (text, index, max) in [
        ("4294967296", 0, u32::MAX),
        ("18446744073709551616", 0, u32::MAX),
        ("99999999999999999999999999999999999999999", 0, u32::MAX),
        ("65536.0", 0, 65_535),
        ("65536.99999", 0, 65_535),
        ("123.65536", 4, 65_535),
        ("0.65536", 2, 65_535),
        ("65535.4294967296", 6, 65_535),
    ] {
        ASN.refuses(
            text,
            Reason::NumberTooLarge { index, max },
            &format!("number at byte {index} of Asn is too large: it goes up to {max}"),
        );
    }
    for text in ["0.10001", "0.0", "0.45104", "0.65535"] {
        ASN.refuses(
            text,
            Reason::NeedlessDot { index: 1 },
            "needless dot at byte 1 of Asn: write a number below 65536 without one",
        );
    }
    ASN.refuses_all(&[
        (
            "0",
            Reason::ReservedAsn(0),
            "Asn 0 is reserved by RFC 7607: give the number of your own network",
        ),
        (
            "45104",
            Reason::ReservedAsn(45_104),
            "Asn 45104 is Alibaba Cloud's own: give the number of your own network",
        ),
    ]);
    for number in [0, 45_104] {
        let refused = Asn::from_number(number).unwrap_err();
        assert_eq!(refused.reason(), Reason::ReservedAsn(number));
        assert_eq!(Asn::try_from(number), Err(refused));
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
    const PRIVATE: IpAddress = constant!(IpAddress::new_or_private("10.0.0.1"));
    const OCTETS: IpAddress = constant!(IpAddress::from_octets([101, 12, 0, 12]));
    const TOKEN: ClientToken = constant!(ClientToken::new("02fb3da4"));
    const GATEWAY: Name = constant!(Name::new_ascii("Gateway"));
    const BRANCH: Description = constant!(Description::new_ascii("Branch 上海"));
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
    assert_eq!((Name::MIN_CHARS, Name::MAX_CHARS, Name::MAX_BYTES), (2, 128, 512));
    assert_eq!(
        (Description::MIN_CHARS, Description::MAX_CHARS, Description::MAX_BYTES),
        (2, 256, 1024)
    );
}

/// A type that grows is a decision: firmware keeps these on its stack.
#[cfg(target_pointer_width = "64")]
#[test]
fn sizes() {
    use aliyun_customer_gateway::{
        BufferTooSmall, InvalidList, List, Named, Names, Query, Retry, Value,
    };

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
        ("InvalidParameter", size_of::<InvalidParameter>(), 32),
        ("Result<Name, _>", size_of::<Result<Name, InvalidParameter>>(), 32),
        ("SpecialBlock", size_of::<SpecialBlock>(), 6),
        ("Value", size_of::<Value>(), 24),
        ("List", size_of::<List>(), 16),
        ("InvalidList", size_of::<InvalidList>(), 40),
        ("Names<7>", size_of::<Names<7>>(), 120),
        ("Named<7>", size_of::<Named<7>>(), 176),
        ("Query<List>", size_of::<Query<List>>(), 16),
        ("BufferTooSmall", size_of::<BufferTooSmall>(), 8),
        ("CreateCustomerGateway", size_of::<CreateCustomerGateway>(), 96),
    ];
    for (name, size, pinned) in pins {
        assert_eq!(size, pinned, "size_of::<{name}>()");
    }
}
