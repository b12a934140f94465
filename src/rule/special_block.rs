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
    usage: Usage,
}

/// What a block is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
enum Usage {
    ThisNetwork,
    Private,
    Shared,
    Loopback,
    LinkLocal,
    Protocols,
    Documentation,
    Relay,
    Benchmarking,
    Multicast,
    Broadcast,
    Reserved,
}

const fn block(network: [u8; 4], prefix_len: u8, usage: Usage) -> SpecialBlock {
    SpecialBlock { network, prefix_len, usage }
}

/// In ascending order; the last one lies within the one before it.
static BLOCKS: &[SpecialBlock] = &[
    block([0, 0, 0, 0], 8, Usage::ThisNetwork),
    block([10, 0, 0, 0], 8, Usage::Private),
    block([100, 64, 0, 0], 10, Usage::Shared),
    block([127, 0, 0, 0], 8, Usage::Loopback),
    block([169, 254, 0, 0], 16, Usage::LinkLocal),
    block([172, 16, 0, 0], 12, Usage::Private),
    block([192, 0, 0, 0], 24, Usage::Protocols),
    block([192, 0, 2, 0], 24, Usage::Documentation),
    block([192, 88, 99, 0], 24, Usage::Relay),
    block([192, 168, 0, 0], 16, Usage::Private),
    block([198, 18, 0, 0], 15, Usage::Benchmarking),
    block([198, 51, 100, 0], 24, Usage::Documentation),
    block([203, 0, 113, 0], 24, Usage::Documentation),
    block([224, 0, 0, 0], 4, Usage::Multicast),
    block([240, 0, 0, 0], 4, Usage::Reserved),
    block([255, 255, 255, 255], 32, Usage::Broadcast),
];

impl SpecialBlock {
    /// Every block.
    pub const ALL: &'static [Self] = BLOCKS;

    /// The block that an address lies in; `None` for a public address.
    ///
    /// `192.0.0.9` (RFC 7723) and `192.0.0.10` (RFC 8155) lie in none, although their `/24` is one:
    /// the registry lists these two as globally reachable.
    #[must_use]
    pub const fn of(address: [u8; 4]) -> Option<Self> {
        match Self::with(u32::from_be_bytes(address)) {
            Some(block) => Some(*block),
            None => None,
        }
    }

    /// The same for an address as a number.
    pub(crate) const fn with(address: u32) -> Option<&'static Self> {
        match address {
            0xc000_0009 | 0xc000_000a => return None,
            u32::MAX => return BLOCKS.last(),
            _ => {}
        }
        let mut blocks = BLOCKS;
        // The blocks ascend, and only the last lies within another.
        while let [block, rest @ ..] = blocks {
            let Some(above) = address.checked_sub(u32::from_be_bytes(block.network)) else {
                return None;
            };
            if above.wrapping_shr(u32::BITS.wrapping_sub(block.prefix_len as u32)) == 0 {
                return Some(block);
            }
            blocks = rest;
        }
        None
    }

    /// The first address of the block.
    #[must_use]
    pub const fn network(self) -> [u8; 4] {
        self.network
    }

    /// How many leading bits the addresses of the block share.
    #[must_use]
    pub const fn prefix_len(self) -> u8 {
        self.prefix_len
    }

    /// What the block is for, and the document that says so.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self.usage {
            Usage::ThisNetwork => "this network, RFC 791",
            Usage::Private => "private use, RFC 1918",
            Usage::Shared => "shared address space, RFC 6598",
            Usage::Loopback => "loopback, RFC 1122",
            Usage::LinkLocal => "link local, RFC 3927",
            Usage::Protocols => "IETF protocol assignments, RFC 6890",
            Usage::Documentation => "documentation, RFC 5737",
            Usage::Relay => "6to4 relay anycast, RFC 7526",
            Usage::Benchmarking => "benchmarking, RFC 2544",
            Usage::Multicast => "multicast, RFC 5771",
            Usage::Broadcast => "limited broadcast, RFC 8190",
            Usage::Reserved => "reserved, RFC 1112",
        }
    }

    /// Whether the block is one of the three of RFC 1918.
    #[must_use]
    pub const fn is_private(self) -> bool {
        matches!(self.usage, Usage::Private)
    }
}

impl fmt::Display for SpecialBlock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { network: [first, second, third, fourth], prefix_len, .. } = self;
        write!(f, "{first}.{second}.{third}.{fourth}/{prefix_len} ({})", self.name())
    }
}
