//! Small domains, all of them: characters, address blocks, error codes, bytes, prefixes.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    reason = "what cannot be checked fails its test"
)]

use core::net::Ipv4Addr;

use aliyun_customer_gateway::{
    Description, ErrorCode, IpAddress, List, Name, Parameter, Query, Reason, Retry, SpecialBlock,
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

#[test]
fn every_character_in_a_name() {
    let may_stand = |character: char| {
        character.is_alphabetic() || matches!(character, '0'..='9' | '.' | '_' | '-')
    };
    for character in '\0'..=char::MAX {
        for (text, index) in [(format!("{character}a"), 0), (format!("上{character}a"), 3)] {
            let name = Name::new(&text);
            if may_stand(character) {
                assert_eq!(name.map(|name| name.as_str()), Ok(text.as_str()));
            } else {
                let reason = Reason::UnexpectedCharacter { character, index };
                assert_eq!(name.unwrap_err().reason(), reason, "{text:?}");
            }
        }
        // A constant knows the ASCII letters alone, and says of the others that it does not know.
        for (text, index) in [(format!("{character}a"), 0), (format!("aa{character}"), 2)] {
            let reason = match Name::new_ascii(&text) {
                Ok(name) => {
                    assert!(character.is_ascii() && may_stand(character), "{text:?}");
                    assert_eq!(name.as_str(), text);
                    continue;
                }
                Err(refused) => refused.reason(),
            };
            if character.is_ascii() {
                assert!(!may_stand(character), "{text:?}");
                assert_eq!(reason, Reason::UnexpectedCharacter { character, index });
            } else {
                assert_eq!(reason, Reason::NotConstant { character, index });
            }
        }
    }
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

/// The blocks of the IANA IPv4 special-purpose registry that are not globally reachable, and
/// multicast.
const NOT_PUBLIC: [&str; 16] = [
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.88.99.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/4",
    "240.0.0.0/4",
    "255.255.255.255/32",
];

/// The blocks of RFC 1918.
const PRIVATE: [&str; 3] = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

/// Globally reachable, although the block around them is not.
const EXCEPTIONS: [&str; 2] = ["192.0.0.9", "192.0.0.10"];

/// The first and the last address of a block.
fn edges(block: &str) -> (u32, u32) {
    let (network, len) = block.split_once('/').unwrap();
    let first = network.parse::<Ipv4Addr>().unwrap().to_bits();
    let hosts = u64::from(u32::MAX) >> len.parse::<u32>().unwrap();
    (first, first + u32::try_from(hosts).unwrap())
}

/// The narrowest of some blocks that an address lies in.
fn block_of(address: u32, blocks: &[&'static str]) -> Option<&'static str> {
    if EXCEPTIONS.iter().any(|one| one.parse() == Ok(Ipv4Addr::from_bits(address))) {
        return None;
    }
    let around = blocks.iter().copied().filter(|block| {
        let (first, last) = edges(block);
        (first..=last).contains(&address)
    });
    around.min_by_key(|block| edges(block).1 - edges(block).0)
}

fn written(block: SpecialBlock) -> String {
    format!("{}/{}", Ipv4Addr::from(block.network()), block.prefix_len())
}

fn check_address(address: u32) {
    let octets = address.to_be_bytes();
    let text = Ipv4Addr::from_bits(address).to_string();
    let block = block_of(address, &NOT_PUBLIC);
    let is_private = block.is_some_and(|block| PRIVATE.contains(&block));

    let found = SpecialBlock::of(octets);
    assert_eq!(found.map(written).as_deref(), block, "{text}");
    assert_eq!(found.is_some_and(SpecialBlock::is_private), is_private, "{text}");

    let public = IpAddress::new(&text);
    assert_eq!(public, IpAddress::from_octets(octets), "{text}");
    let or_private = IpAddress::new_or_private(&text);
    match found {
        None => {
            assert_eq!(public.map(|address| address.to_string()).as_deref(), Ok(text.as_str()));
            assert_eq!(public, or_private, "{text}");
        }
        Some(block) => {
            let refused = public.unwrap_err();
            assert_eq!(refused.reason(), Reason::NotPublic(block), "{text}");
            if is_private {
                assert_eq!(or_private.unwrap().octets(), octets, "{text}");
            } else {
                assert_eq!(or_private, Err(refused), "{text}");
            }
        }
    }
}

#[test]
fn every_16th_of_addresses() {
    for network in 0..=0xffff_u32 {
        for host in [0, 0xffff] {
            check_address(network << 16 | host);
        }
    }
}

#[test]
fn both_edges_of_every_special_block() {
    for block in NOT_PUBLIC {
        let (first, last) = edges(block);
        for address in
            [first.wrapping_sub(1), first, first + (last - first) / 2, last, last.wrapping_add(1)]
        {
            check_address(address);
        }
    }
    for last in 0..=255 {
        check_address(u32::from_be_bytes([192, 0, 0, last]));
    }
}

#[test]
fn the_special_blocks_are_those_of_the_registry() {
    let mut listed: Vec<_> = SpecialBlock::ALL.iter().copied().map(written).collect();
    listed.sort_unstable();
    let mut known = NOT_PUBLIC;
    known.sort_unstable();
    assert_eq!(listed, known);
    for block in SpecialBlock::ALL {
        assert!(!block.name().is_empty());
        assert_eq!(block.to_string(), format!("{} ({})", written(*block), block.name()));
    }
}

/// The contract's own table, but for its last column.
const CONTRACT: &str = include_str!("vectors/error-codes.md");

const IN_THE_CONTRACT: [(ErrorCode, Option<Parameter>); 7] = [
    (ErrorCode::ForbiddenSubUser, None),
    (ErrorCode::Forbidden, None),
    (ErrorCode::IpAddressAlreadyExist, Some(Parameter::IpAddress)),
    (ErrorCode::IpAddressWrongFormat, Some(Parameter::IpAddress)),
    (ErrorCode::InvalidName, Some(Parameter::Name)),
    (ErrorCode::InvalidDescription, Some(Parameter::Description)),
    (ErrorCode::QuotaFull, None),
];

/// A code, its text on the wire, the statuses that it comes with, what to do, and whom it blames.
type Row = (ErrorCode, &'static str, &'static [u16], Retry, Option<Parameter>);

/// The codes of the service's gateway.
const OF_THE_GATEWAY: &[Row] = {
    use Parameter::{
        AccessKeyId, Action, ClientToken, SecurityToken, Signature, SignatureMethod,
        SignatureNonce, Timestamp, Version,
    };
    use Retry::{AfterClock, AfterPause, AtOnce, Not};

    &[
        (ErrorCode::Throttling, "Throttling", &[400, 429], AfterPause, None),
        (ErrorCode::ThrottlingUser, "Throttling.User", &[400, 429], AfterPause, None),
        (ErrorCode::ThrottlingApi, "Throttling.Api", &[400, 429], AfterPause, None),
        (ErrorCode::ServiceUnavailable, "ServiceUnavailable", &[503], AfterPause, None),
        (ErrorCode::InternalError, "InternalError", &[500], AfterPause, None),
        (ErrorCode::UnknownError, "UnknownError", &[500], AfterPause, None),
        (
            ErrorCode::SignatureDoesNotMatch,
            "SignatureDoesNotMatch",
            &[400, 403],
            Not,
            Some(Signature),
        ),
        (ErrorCode::IncompleteSignature, "IncompleteSignature", &[400], Not, Some(Signature)),
        (ErrorCode::SignatureNonceUsed, "SignatureNonceUsed", &[400], AtOnce, Some(SignatureNonce)),
        (ErrorCode::TimestampFormat, "InvalidTimeStamp.Format", &[400], Not, Some(Timestamp)),
        (
            ErrorCode::TimestampExpired,
            "InvalidTimeStamp.Expired",
            &[400],
            AfterClock,
            Some(Timestamp),
        ),
        (
            ErrorCode::InvalidSignatureMethod,
            "InvalidSignatureMethod",
            &[400],
            Not,
            Some(SignatureMethod),
        ),
        (ErrorCode::ParameterFormat, "InvalidParameter.Format", &[400], Not, None),
        (
            ErrorCode::AccessKeyIdNotFound,
            "InvalidAccessKeyId.NotFound",
            &[400, 404],
            Not,
            Some(AccessKeyId),
        ),
        (
            ErrorCode::AccessKeyIdInactive,
            "InvalidAccessKeyId.Inactive",
            &[400, 403],
            Not,
            Some(AccessKeyId),
        ),
        (ErrorCode::ForbiddenRam, "Forbidden.RAM", &[403, 400], Not, None),
        (ErrorCode::NoPermission, "NoPermission", &[403], Not, None),
        (ErrorCode::ForbiddenRiskControl, "Forbidden.RiskControl", &[403], Not, None),
        (ErrorCode::ActionNotFound, "InvalidAction.NotFound", &[404, 400], Not, Some(Action)),
        (ErrorCode::ApiNotFound, "InvalidApi.NotFound", &[404, 400], Not, Some(Action)),
        (ErrorCode::InvalidVersion, "InvalidVersion", &[404, 400], Not, Some(Version)),
        (
            ErrorCode::SecurityTokenExpired,
            "InvalidSecurityToken.Expired",
            &[400, 403],
            Not,
            Some(SecurityToken),
        ),
        (
            ErrorCode::SecurityTokenMalformed,
            "InvalidSecurityToken.Malformed",
            &[400, 403],
            Not,
            Some(SecurityToken),
        ),
        (
            ErrorCode::MissingSecurityToken,
            "MissingSecurityToken",
            &[400, 403],
            Not,
            Some(SecurityToken),
        ),
        (ErrorCode::UnsupportedHttpMethod, "UnsupportedHTTPMethod", &[], Not, None),
        (ErrorCode::NeedSsl, "InvalidProtocol.NeedSsl", &[], Not, None),
        (ErrorCode::OperationConflict, "OperationConflict", &[], AfterPause, None),
        (ErrorCode::TaskConflict, "TaskConflict", &[], AfterPause, None),
        (ErrorCode::VpnGatewayConfiguring, "VpnGateway.Configuring", &[], Not, None),
        (
            ErrorCode::IdempotentParameterMismatch,
            "IdempotentParameterMismatch",
            &[],
            Not,
            Some(ClientToken),
        ),
        (ErrorCode::LastTokenProcessing, "LastTokenProcessing", &[], AfterPause, Some(ClientToken)),
        (
            ErrorCode::OperationFailedLastTokenProcessing,
            "OperationFailed.LastTokenProcessing",
            &[],
            AfterPause,
            Some(ClientToken),
        ),
        (ErrorCode::SystemBusy, "SystemBusy", &[], AfterPause, None),
        (ErrorCode::MissingParameter, "MissingParameter", &[], Not, None),
        (ErrorCode::InvalidParameter, "InvalidParameter", &[], Not, None),
    ]
};

#[test]
fn every_error_code_of_the_contract() {
    let rows: Vec<Vec<&str>> =
        CONTRACT.lines().skip(2).map(|line| line.trim_matches('|').split('|').collect()).collect();
    assert_eq!(rows.len(), IN_THE_CONTRACT.len());
    for (row, (code, parameter)) in rows.iter().zip(IN_THE_CONTRACT) {
        let [status, text, message] = row[..] else { panic!("{row:?}") };
        assert_eq!(code.as_str(), text);
        assert_eq!(code.to_string(), text);
        assert_eq!(ErrorCode::from_wire(text), Some(code));
        assert_eq!(code.statuses(), [status.parse::<u16>().unwrap()], "{text}");
        assert_eq!(code.message(), Some(message), "{text}");
        assert_eq!(code.parameter(), parameter, "{text}");
        assert_eq!(Retry::of(code.statuses()[0], Some(text)), Retry::Not, "{text}");
    }
    assert_eq!(CONTRACT.matches("SubUser").count(), 1);
}

#[test]
fn every_error_code_of_the_gateway() {
    for &(code, text, statuses, _, parameter) in OF_THE_GATEWAY {
        assert_eq!(code.as_str(), text);
        assert_eq!(code.to_string(), text);
        assert_eq!(ErrorCode::from_wire(text), Some(code));
        assert_eq!(code.statuses(), statuses, "{text}");
        assert_eq!(code.message(), None, "{text}");
        assert_eq!(code.parameter(), parameter, "{text}");
    }
}

#[test]
fn there_is_no_other_error_code() {
    let contract = IN_THE_CONTRACT.iter().map(|(code, _)| *code);
    let known: Vec<_> = contract.chain(OF_THE_GATEWAY.iter().map(|row| row.0)).collect();
    assert_eq!(ErrorCode::ALL, known);
}

#[test]
fn both_spellings_of_one_code() {
    for text in ["Forbbiden.SubUser", "Forbidden.SubUser"] {
        assert_eq!(ErrorCode::from_wire(text), Some(ErrorCode::ForbiddenSubUser));
    }
    // On output the contract's spelling.
    assert_eq!(ErrorCode::ForbiddenSubUser.to_string(), "Forbbiden.SubUser");
}

#[test]
fn families_of_codes() {
    for text in ["MissingRegionId", "MissingIpAddress", "MissingAsn", "MissingA"] {
        assert_eq!(ErrorCode::from_wire(text), Some(ErrorCode::MissingParameter), "{text}");
    }
    for text in [
        "InvalidRegionId",
        "InvalidRegionId.NotFound",
        "InvalidAsn.Malformed",
        "InvalidIpAddress",
        "InvalidName.Malformed",
        "InvalidTags.1.Key",
    ] {
        assert_eq!(ErrorCode::from_wire(text), Some(ErrorCode::InvalidParameter), "{text}");
    }
    for text in [
        "",
        "Missing",
        "Invalid",
        "Missing.RegionId",
        "MissingregionId",
        "MissingRegionId.NotFound",
        "MissingRegionId.",
        "InvalidregionId",
        "Invalid.RegionId",
        "InvalidRegionId.",
        "Invalid RegionId",
        "missingRegionId",
        "invalidName",
        "INVALIDNAME",
        "InvalidName ",
        " InvalidName",
        "ForbiddenSubUser",
        "Forbidden.",
        "Forbidden.Other",
        "Resource.Other",
        "throttling",
        "Throttling.Other",
    ] {
        assert_eq!(ErrorCode::from_wire(text), None, "{text}");
    }
}

#[test]
fn no_code_reads_as_another_when_it_is_cut_off_or_goes_on() {
    for code in ErrorCode::ALL {
        let text = code.as_str();
        for end in 0..text.len() {
            let read = ErrorCode::from_wire(&text[..end]);
            let exact = ErrorCode::ALL.iter().find(|other| other.as_str() == &text[..end]);
            let family = read.is_some_and(|read| {
                matches!(read, ErrorCode::MissingParameter | ErrorCode::InvalidParameter)
            });
            assert!(family || read == exact.copied(), "{}", &text[..end]);
        }
        let goes_on = ErrorCode::from_wire(&format!("{text} "));
        assert_eq!(goes_on, None, "{text}");
    }
}

#[test]
fn what_to_do_about_every_code_with_every_status() {
    let contract = IN_THE_CONTRACT.iter().map(|(code, _)| (code.as_str(), Retry::Not));
    let gateway = OF_THE_GATEWAY.iter().map(|row| (row.1, row.3));
    let others = [
        ("Forbidden.SubUser", Retry::Not),
        ("MissingRegionId", Retry::Not),
        ("InvalidRegionId.NotFound", Retry::Not),
        ("Resource.Other", Retry::Not),
        ("", Retry::Not),
        ("serviceunavailable", Retry::Not),
        // Any code that contains the word.
        ("Throttling.Other", Retry::AfterPause),
        ("Request.Throttling", Retry::AfterPause),
        ("InvalidRegionId.Throttling", Retry::AfterPause),
    ];
    let codes: Vec<_> = contract.chain(gateway).chain(others).collect();
    for status in 0..=999_u16 {
        let server_failed = (500..600).contains(&status);
        let without_code = if server_failed { Retry::AfterPause } else { Retry::Not };
        assert_eq!(Retry::of(status, None), without_code, "{status}");
        for (code, retry) in &codes {
            // A server that failed may get over it, but a token that came with other parameters
            // stays one.
            let retry = match *retry {
                Retry::Not if server_failed && *code != "IdempotentParameterMismatch" => {
                    Retry::AfterPause
                }
                retry => retry,
            };
            assert_eq!(Retry::of(status, Some(code)), retry, "{status} {code}");
        }
    }
}

#[test]
fn advice_in_words() {
    for (retry, words) in [
        (Retry::AfterPause, "after a pause, with the same ClientToken"),
        (Retry::AtOnce, "at once, with a new nonce and the same ClientToken"),
        (Retry::AfterClock, "after setting the clock, with the same ClientToken"),
        (Retry::Not, "not"),
    ] {
        assert_eq!(retry.as_str(), words);
        assert_eq!(retry.to_string(), words);
    }
}

/// `unreserved` of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

#[test]
fn every_byte_through_the_encoder() {
    // Bytes beyond ASCII come as those of characters: all characters have all bytes that UTF-8 has.
    let characters: Vec<char> = ('\0'..=char::MAX).collect();
    let mut seen = [false; 256];
    for block in characters.chunks(4096) {
        let text: String = block.iter().collect();
        text.bytes().for_each(|byte| seen[usize::from(byte)] = true);
        let encoded = utf8_percent_encode(&text, RESERVED).to_string();
        let as_value = [("A", text.as_str())];
        let as_value = Query::new(List::new(&as_value).unwrap());
        assert_eq!(as_value.to_string(), format!("A={encoded}"));
        let as_name = [(text.as_str(), "1")];
        let as_name = Query::new(List::new(&as_name).unwrap());
        assert_eq!(as_name.to_string(), format!("{encoded}=1"));
        assert_eq!(as_name.encoded_len(), encoded.len() + 2);
    }
    let never_in_utf8 = |byte: usize| matches!(byte, 0xc0 | 0xc1 | 0xf5..);
    for (byte, seen) in seen.into_iter().enumerate() {
        assert_eq!(seen, !never_in_utf8(byte), "{byte:#x}");
    }
}

#[test]
fn every_ascii_byte_alone_and_at_every_place_of_a_block() {
    for byte in 0..128_u8 {
        // Long enough to see a byte at each edge of a block of 128.
        for before in 0..260 {
            let text = format!("{}{}z", "a".repeat(before), char::from(byte));
            let list = [("A", text.as_str())];
            let encoded = Query::new(List::new(&list).unwrap()).to_string();
            assert_eq!(encoded, format!("A={}", utf8_percent_encode(&text, RESERVED)));
        }
    }
}

#[cfg(all(feature = "json", feature = "xml"))]
#[test]
fn every_prefix_of_every_sample_is_refused() {
    use aliyun_customer_gateway::{BodyError, Response};

    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/bodies");
    let mut samples = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "jsonl") {
            continue;
        }
        samples += 1;
        let body = std::fs::read(&path).unwrap();
        let body = body.trim_ascii_end();
        let is_page = path.extension().is_some_and(|extension| extension == "html");
        for end in 0..body.len() {
            for status in [200, 400] {
                let refused = Response::decode(status, &body[..end]);
                let refused = refused.expect_err(&format!("{} up to {end}", path.display()));
                // A body that was cut off is to be told from one that is broken; but of a page,
                // the start alone tells that it is no answer.
                let expected = match &body[..end] {
                    [] => BodyError::Empty,
                    page if page.starts_with(b"<!DOCTYPE HTML") => BodyError::Html,
                    declaration if declaration.starts_with(b"<!DOCTYPE") => {
                        BodyError::Doctype { index: 0 }
                    }
                    _ => BodyError::CutOff { index: end },
                };
                assert_eq!(refused, expected, "{} up to {end}", path.display());
            }
        }
        for status in [200, 400] {
            if is_page {
                assert_eq!(Response::decode(status, body), Err(BodyError::Html));
            }
        }
    }
    assert_eq!(samples, 13);
}
