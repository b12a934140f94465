//! `Host`: what is taken, and every refusal.

use aliyun_customer_gateway::{Host, Network, OwnedHost, Parameter, Reason, RegionId};

use super::{Field, read, unexpected};

const HOST: Field =
    Field { new: |text| read(Host::new(text)), parameter: Parameter::Host, error_code: None };

const EXPECTED: &str = "write a name in lower case and perhaps a port, as in vpc.aliyuncs.com";

/// A name of labels of 63 characters and a last one, as long as is asked for.
fn long(len: usize) -> String {
    let mut name = format!("{}.", "a".repeat(63)).repeat(len / 64);
    name.push_str(&"a".repeat(len % 64));
    assert_eq!(name.len(), len);
    name
}

#[test]
fn hosts() {
    for text in [
        "vpc.aliyuncs.com",
        "vpc.cn-shanghai.aliyuncs.com",
        "vpc-vpc.cn-shanghai.aliyuncs.com",
        "localhost",
        "a",
        "a1",
        "1a",
        "0.a",
        "a-b.c--d",
        "xn--fiq228c.cn",
        "vpc.aliyuncs.com:8080",
        "vpc.aliyuncs.com:1",
        "vpc.aliyuncs.com:65535",
        "vpc.aliyuncs.com:44",
        "vpc.aliyuncs.com:4430",
        "vpc.aliyuncs.com:8",
        "101.12.0.12",
        "127.0.0.1:8080",
        "10.0.0.1",
        "0.0.0.0",
        "http",
        "https.example",
    ] {
        HOST.takes(text);
    }
    HOST.takes(&"a".repeat(63));
    HOST.takes(&long(253));
    HOST.takes(&format!("{}:65535", long(253)));
    assert_eq!(Host::MAX_CHARS, 259);
}

#[test]
fn hosts_that_http_clients_would_change() {
    for (text, character, index) in [
        ("VPC.aliyuncs.com", 'V', 0),
        ("vpc.Aliyuncs.com", 'A', 4),
        ("vpc.aliyuncs.coM", 'M', 15),
        ("HTTPS://vpc.aliyuncs.com", 'H', 0),
        ("a-Z", 'Z', 2),
    ] {
        HOST.refuses(
            text,
            Reason::UpperCase { character, index },
            &format!(
                "upper-case {character:?} at byte {index} of Host: write it in lower case, as HTTP \
                 clients do, because the host is signed"
            ),
        );
    }
    for (text, port) in
        [("vpc.aliyuncs.com:443", 443), ("vpc.aliyuncs.com:80", 80), ("101.12.0.12:80", 80)]
    {
        HOST.refuses(
            text,
            Reason::DefaultPort(port),
            &format!(
                "Host ends with \":{port}\": leave the port out, as HTTP clients do, because the \
                 host is signed"
            ),
        );
    }
}

#[test]
fn what_is_no_host() {
    HOST.refuses("", Reason::Empty, &format!("Host is empty: {EXPECTED}"));
    for prefix in ["http://", "https://"] {
        HOST.refuses(
            &format!("{prefix}vpc.aliyuncs.com"),
            Reason::ForbiddenPrefix(if prefix == "http://" { "http://" } else { "https://" }),
            &format!("Host starts with \"{prefix}\": leave the prefix out"),
        );
    }
    for (text, character, index) in [
        ("vpc.aliyuncs.com/", '/', 16),
        ("vpc.aliyuncs.com ", ' ', 16),
        (" vpc.aliyuncs.com", ' ', 0),
        ("vpc.aliyuncs.com\n", '\n', 16),
        ("vpc_1.aliyuncs.com", '_', 3),
        ("上海", '上', 0),
        ("vpc.上海", '上', 4),
        ("-vpc", '-', 0),
        ("vpc-", '-', 3),
        ("vpc-.com", '-', 3),
        ("vpc.-com", '-', 4),
        ("vpc-:8080", '-', 3),
        ("-", '-', 0),
        ("user@vpc", '@', 4),
        ("vpc?a", '?', 3),
        ("vpc:8080/", '/', 8),
        ("vpc:80a", 'a', 6),
        ("vpc:80:80", ':', 6),
        ("[vpc]", '[', 0),
    ] {
        HOST.refuses(
            text,
            unexpected(character, index),
            &format!("unexpected character {character:?} at byte {index} of Host: {EXPECTED}"),
        );
    }
    for (text, index) in
        [(":", 0), (":8080", 0), (".", 0), (".vpc", 0), ("vpc..com", 4), ("vpc.", 4), ("vpc.:1", 4)]
    {
        HOST.refuses(
            text,
            Reason::EmptyLabel { index },
            &format!("empty label at byte {index} of Host: {EXPECTED}"),
        );
    }
    for (text, index) in [
        ("https:vpc.aliyuncs.com", 6),
        ("vpc:", 4),
        ("vpc: 1", 4),
        ("vpc:-1", 4),
        ("vpc:0", 4),
        ("g::1:x", 2),
    ] {
        HOST.refuses(
            text,
            Reason::NoPort { index },
            &format!(
                "no port at byte {index} of Host: write a number from 1 to 65535 after the colon, \
                 or neither"
            ),
        );
    }
    HOST.refuses(
        "vpc:080",
        Reason::LeadingZero { index: 4 },
        "leading zero at byte 4 of Host: leave it out",
    );
    for text in ["vpc.aliyuncs.com:99999", "vpc.aliyuncs.com:65536"] {
        HOST.refuses(
            text,
            Reason::NumberTooLarge { index: 17, max: 65_535 },
            "number at byte 17 of Host is too large: it goes up to 65535",
        );
    }
}

#[test]
fn addresses_and_lengths() {
    for (text, index) in [
        ("1", 0),
        ("1.2.3", 4),
        ("1.2.3.256", 6),
        ("1.2.3.4.5", 8),
        ("01.2.3.4", 7),
        ("vpc.aliyuncs.1", 13),
        ("256.256.256.256:8080", 12),
    ] {
        HOST.refuses(
            text,
            Reason::NoIpv4 { index },
            &format!(
                "number at byte {index} of Host ends no IPv4 address: write four numbers from 0 to \
                 255 with dots between, or a name"
            ),
        );
    }
    for text in ["::1", "2001:db8::1", "[::1]", "[2001:db8::1]:8080", "fe80::1%eth0", "::"] {
        HOST.refuses(
            text,
            Reason::Ipv6,
            "Host is an IPv6 address: write a name or an IPv4 address",
        );
    }
    for (text, index, characters) in [
        ("a".repeat(64), 0, 64),
        (format!("vpc.{}.com", "a".repeat(100)), 4, 100),
        (format!("{}:8080", "a".repeat(64)), 0, 64),
    ] {
        HOST.refuses(
            &text,
            Reason::LabelTooLong { index, characters },
            &format!(
                "label at byte {index} of Host has {characters} characters: a label takes 1 to 63"
            ),
        );
    }
    for text in [long(254), format!("{}:8080", long(254))] {
        HOST.refuses(
            &text,
            Reason::TooLong { characters: 254 },
            "Host has 254 characters: it takes 1 to 253",
        );
    }
}

/// Every byte at every place of a label.
#[test]
fn every_byte_of_a_label() {
    for byte in 0..=0x7f_u8 {
        let character = char::from(byte);
        let inside = format!("a{character}a.b");
        let edge = format!("{character}.b");
        let is_letter = matches!(byte, b'a'..=b'z' | b'0'..=b'9');
        let separates = matches!(byte, b'.' | b':');
        assert_eq!(
            Host::new(&inside).is_ok(),
            is_letter || matches!(byte, b'-' | b'.'),
            "{inside:?}"
        );
        assert_eq!(Host::new(&edge).is_ok(), is_letter, "{edge:?}");
        if byte.is_ascii_uppercase() {
            let reason = Reason::UpperCase { character, index: 1 };
            assert_eq!(Host::new(&inside).unwrap_err().reason(), reason);
        } else if !is_letter && !separates && byte != b'-' {
            assert_eq!(Host::new(&inside).unwrap_err().reason(), unexpected(character, 1));
        }
    }
}

#[test]
fn names_and_ports() {
    for (text, name, port) in [
        ("vpc.aliyuncs.com", "vpc.aliyuncs.com", None),
        ("vpc.aliyuncs.com:8080", "vpc.aliyuncs.com", Some(8080)),
        ("101.12.0.12:65535", "101.12.0.12", Some(65_535)),
        ("a:1", "a", Some(1)),
    ] {
        let host = Host::new(text).unwrap();
        assert_eq!((host.name(), host.port()), (name, port), "{text}");
    }
}

#[test]
fn hosts_of_regions() {
    let of = |region, network| OwnedHost::of_region(RegionId::new(region).unwrap(), network);
    for (region, network, host) in [
        ("cn-shanghai", Network::Public, "vpc.cn-shanghai.aliyuncs.com"),
        ("cn-shanghai", Network::Vpc, "vpc-vpc.cn-shanghai.aliyuncs.com"),
        ("us-west-1", Network::Public, "vpc.us-west-1.aliyuncs.com"),
        ("r", Network::Public, "vpc.r.aliyuncs.com"),
        ("1", Network::Vpc, "vpc-vpc.1.aliyuncs.com"),
    ] {
        let made = of(region, network).unwrap();
        assert_eq!(made.as_str(), host);
        assert_eq!(Host::new(host).unwrap().to_owned(), made);
    }
    let region = "r".repeat(63);
    let longest = of(&region, Network::Vpc).unwrap();
    assert_eq!(longest, OwnedHost::new(longest.as_str()).unwrap());
    for (region, character, index) in [
        ("cn_shanghai", '_', 2),
        ("CN-SHANGHAI", 'C', 0),
        ("cn-Shanghai", 'S', 3),
        ("-cn", '-', 0),
        ("cn-", '-', 2),
        ("-", '-', 0),
    ] {
        for network in [Network::Public, Network::Vpc] {
            let refused = of(region, network).unwrap_err();
            assert_eq!(refused.parameter(), Parameter::RegionId);
            assert_eq!(refused.reason(), Reason::NoHost { character, index });
            assert_eq!((refused.index(), refused.character()), (Some(index), Some(character)));
            assert_eq!(
                refused.to_string(),
                format!(
                    "no host has {character:?} at byte {index} of RegionId: use lower-case letters \
                     and digits with '-' between, as in cn-shanghai"
                ),
            );
        }
    }
}
