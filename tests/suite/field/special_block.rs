//! The address blocks that no gateway has: every block, both edges.

use core::net::Ipv4Addr;

use aliyun_customer_gateway::{Edition, IpAddress, Reason, SpecialBlock};

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
    let or_private = IpAddress::new_in(&text, Edition::Current);
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
                assert_eq!(refused.accepted_by(), Some(Edition::Current), "{text}");
            } else {
                let private_too = or_private.unwrap_err();
                assert_eq!(private_too.reason(), refused.reason(), "{text}");
                assert_eq!(private_too.edition(), Some(Edition::Current), "{text}");
                assert_eq!(refused.accepted_by(), None, "{text}");
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
