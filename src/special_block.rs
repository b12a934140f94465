//! The IPv4 blocks that no gateway on the internet has its address in.

use core::fmt;

/// A block of IPv4 addresses that are not globally reachable, or multicast.
///
/// Source: the [IANA IPv4 special-purpose address registry][iana], and RFC 5771 for multicast.
///
/// [iana]: https://www.iana.org/assignments/iana-ipv4-special-registry/
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SpecialBlock {
    network: [u8; 4],
    prefix_len: u8,
    name: &'static str,
}

const fn block(network: [u8; 4], prefix_len: u8, name: &'static str) -> SpecialBlock {
    SpecialBlock { network, prefix_len, name }
}

const PRIVATE: &str = "private use, RFC 1918";

/// A block that lies within another one stands before it.
const BLOCKS: &[SpecialBlock] = &[
    block([0, 0, 0, 0], 8, "this network, RFC 791"),
    block([10, 0, 0, 0], 8, PRIVATE),
    block([100, 64, 0, 0], 10, "shared address space, RFC 6598"),
    block([127, 0, 0, 0], 8, "loopback, RFC 1122"),
    block([169, 254, 0, 0], 16, "link local, RFC 3927"),
    block([172, 16, 0, 0], 12, PRIVATE),
    block([192, 0, 0, 0], 24, "IETF protocol assignments, RFC 6890"),
    block([192, 0, 2, 0], 24, "documentation, RFC 5737"),
    block([192, 88, 99, 0], 24, "6to4 relay anycast, RFC 7526"),
    block([192, 168, 0, 0], 16, PRIVATE),
    block([198, 18, 0, 0], 15, "benchmarking, RFC 2544"),
    block([198, 51, 100, 0], 24, "documentation, RFC 5737"),
    block([203, 0, 113, 0], 24, "documentation, RFC 5737"),
    block([224, 0, 0, 0], 4, "multicast, RFC 5771"),
    block([255, 255, 255, 255], 32, "limited broadcast, RFC 8190"),
    block([240, 0, 0, 0], 4, "reserved, RFC 1112"),
];

impl SpecialBlock {
    /// Every block.
    pub const ALL: &'static [Self] = BLOCKS;

    /// The block that an address lies in; `None` for a public address.
    ///
    /// `192.0.0.9` (RFC 7723) and `192.0.0.10` (RFC 8155) lie in none, although their `/24` is one:
    /// the registry lists these two as globally reachable.
    #[must_use]
    pub const fn of(address: [u8; 4]) -> Option<&'static Self> {
        if matches!(address, [192, 0, 0, 9 | 10]) {
            return None;
        }
        let mut blocks = BLOCKS;
        while let [block, rest @ ..] = blocks {
            if block.contains(address) {
                return Some(block);
            }
            blocks = rest;
        }
        None
    }

    const fn contains(&self, address: [u8; 4]) -> bool {
        let differing = u32::from_be_bytes(address) ^ u32::from_be_bytes(self.network);
        differing.leading_zeros() >= self.prefix_len as u32
    }

    /// The first address of the block.
    #[must_use]
    pub const fn network(&self) -> [u8; 4] {
        self.network
    }

    /// How many leading bits the addresses of the block share.
    #[must_use]
    pub const fn prefix_len(&self) -> u8 {
        self.prefix_len
    }

    /// What the block is for, and the document that says so.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Whether the block is one of the three of RFC 1918.
    #[must_use]
    pub const fn is_private(&self) -> bool {
        matches!(
            (self.network, self.prefix_len),
            ([10, 0, 0, 0], 8) | ([172, 16, 0, 0], 12) | ([192, 168, 0, 0], 16)
        )
    }
}

impl fmt::Display for SpecialBlock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { network: [first, second, third, fourth], prefix_len, name } = self;
        write!(f, "{first}.{second}.{third}.{fourth}/{prefix_len} ({name})")
    }
}
