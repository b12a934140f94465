//! `IpAddress`: what is taken, and every refusal.

use core::net::Ipv4Addr;

use aliyun_customer_gateway::{Edition, ErrorCode, IpAddress, Parameter, Reason, SpecialBlock};

use super::{Field, read, unexpected};

const IP_ADDRESS: Field = Field {
    new: |text| read(IpAddress::new(text)),
    parameter: Parameter::IpAddress,
    error_code: Some(ErrorCode::IpAddressWrongFormat),
};

const CURRENT: Field =
    Field { new: |text| read(IpAddress::new_in(text, Edition::Current)), ..IP_ADDRESS };

const EXPECTED_QUAD: &str = "write four numbers with dots between, as in 101.12.0.12";

const IPV6: &str = "IpAddress is an IPv6 address: the service accepts only IPv4, as in 101.12.0.12";

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
    let expected = "give the public address of the VPN gateway (edition 2020-11)";
    for (text, block) in SPECIAL {
        refuses_block(&IP_ADDRESS, text, block, expected);
    }
    let expected = "give the public address of the VPN gateway \
                    (edition 2020-11; current accepts the value)";
    for (text, block) in PRIVATE {
        refuses_block(&IP_ADDRESS, text, block, expected);
    }
}

#[test]
fn private_ip_address() {
    for text in ["101.12.0.12", "192.0.0.10"] {
        CURRENT.takes(text);
    }
    refuses_what_is_no_quad(&CURRENT);
    for (text, _) in PRIVATE {
        CURRENT.takes(text);
    }
    for (text, block) in SPECIAL {
        let expected = "give the public or private address of the VPN gateway (edition current)";
        refuses_block(&CURRENT, text, block, expected);
    }
}

fn refuses_block(field: &Field, text: &str, block: &str, expected: &str) {
    let octets = text.parse::<Ipv4Addr>().unwrap().octets();
    field.refuses(
        text,
        Reason::NotPublic(SpecialBlock::of(octets).expect(text)),
        &format!("IpAddress lies in {block}: {expected}"),
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
